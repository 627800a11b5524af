"""Printing: the comparison on paper, with preview, and as a PDF file."""

from variorum.window.printing.printing import Printing

__all__ = ["Printing"]
