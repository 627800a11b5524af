"""Icons, page assets, translations and sample texts: data only, no code."""
