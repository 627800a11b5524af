"""Finding words in the texts: `finding` is the way in, `bar` what is seen of it."""
