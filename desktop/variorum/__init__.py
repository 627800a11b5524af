"""Variorum shows what became of a text: two versions side by side, sentence by sentence."""

from variorum.version import VERSION as __version__

__all__ = ["__version__"]
