"""Variorum shows what became of a text: two versions side by side, sentence by sentence."""

from variorum import version

__version__ = version.VERSION
__all__ = ["__version__"]
