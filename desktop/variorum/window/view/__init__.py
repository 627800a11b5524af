"""The two facing panes: what the reader looks at. See `comparison_view` for the way in."""

from variorum.window.view.comparison_view import ComparisonView
from variorum.window.view.eye import Eye
from variorum.window.view.heads import Head
from variorum.window.view.hits import Hits
from variorum.window.view.notes import NO_NOTES, NoteMarks, NoteSign
from variorum.window.view.pins import Half

__all__ = ["NO_NOTES", "ComparisonView", "Eye", "Half", "Head", "Hits", "NoteMarks", "NoteSign"]
