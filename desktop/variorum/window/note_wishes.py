"""What somebody wants who looks at the notes; told whether or not their panel was made yet.

Imports Qt's signals only.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class NoteWishes(QObject):
    """The signals of the panel with the notes; its dock owns them."""

    change = Signal(int)
    """The reader wants to see this change."""
    place = Signal(object, object)
    """The reader wants to see a `Span` of a `Side`."""
    texts = Signal()
    """The reader wants back to the texts."""
    verdict = Signal(int)
    """The reader gives, or takes back, the verdict of this index."""
    reviewed = Signal(bool)
    """The reader has looked at the current change, or has not."""
    passage = Signal(int)
    """The note without a place of this index is to go to what is selected in the texts."""
