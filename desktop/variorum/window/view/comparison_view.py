"""The two texts side by side, in step: the one widget of this package that others use.

Imports Qt, the reports' marks and the parts beside it. Positions are code points of a side's
text, numbers of changes count from 1, sizes are device-independent pixels.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from variorum.engine import Side, Span
from variorum.reports.marks import Marks
from variorum.window.theme import Theme
from variorum.window.view.heads import Head


class ComparisonView(QWidget):
    """Two panes, the gutter between them, a head above each."""

    change_clicked = Signal(int)
    """The reader clicked into this change in the text."""
    selection_changed = Signal(bool)
    """Whether any text is selected."""
    zoom_changed = Signal(int)
    """The size of the text, in per cent."""
    scrolled = Signal()
    """Another part of the texts is visible: see `visible_span`."""
    context_menu_requested = Signal(object, QPoint)
    """The side, and the global position for the menu."""

    def set_comparison(self, marks: Marks | None, left_head: Head, right_head: Head) -> None:
        """Show a comparison from its beginning; None empties the panes."""
        self._marks = marks

    def replace_comparison(self, marks: Marks) -> None:
        """Show a better result for the same texts; what the reader looks at stays in place."""
        self._marks = marks

    def set_current_change(self, number: int | None, *, reveal: bool = True) -> None:
        """Make a change the current one, and scroll to it if it is to be revealed."""

    def current_change(self) -> int | None:
        """The number of the current change."""
        return None

    def step_edit(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) word edit, from the current one or from the current change on.

        The change that it lies in becomes the current one, and `change_clicked` tells so.

        Returns:
            False when there is none in this direction.
        """
        return False

    def change_at_view(self) -> int | None:
        """The change that is nearest to the top of the visible part."""
        return None

    def visible_span(self, side: Side) -> Span | None:
        """What of a text is visible, to whole paragraphs; None when nothing is."""
        return None

    def go_to_paragraph(self, side: Side, index: int) -> None:
        """Scroll a paragraph (from 0) to the top, as far as there is text below it."""

    def go_to_start(self) -> None:
        """Scroll to the beginning."""

    def go_to_end(self) -> None:
        """Scroll to the end."""

    def selected_text(self) -> str:
        """The exact text of the selection; empty when nothing is selected."""
        return ""

    def selected_html(self) -> str:
        """The selection with its marks, as a fragment of HTML; empty when nothing is selected."""
        return ""

    def copy(self) -> None:
        """Put the selection on the clipboard, as plain and as rich text."""

    def select_all(self) -> None:
        """Select the whole text of the active side."""

    def active_side(self) -> Side:
        """The side that keys and selection go to."""
        return Side.LEFT

    def set_active_side(self, side: Side) -> None:
        """Give a side the keys; the keyboard focus follows."""

    def zoom_in(self) -> None:
        """Make the text a step larger."""

    def zoom_out(self) -> None:
        """Make the text a step smaller."""

    def zoom_reset(self) -> None:
        """Show the text in its usual size."""

    def zoom(self) -> int:
        """The size of the text in per cent, 50 to 300."""
        return 100

    def set_zoom(self, per_cent: int) -> None:
        """Set the size of the text, 50 to 300 per cent; the top line stays."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
