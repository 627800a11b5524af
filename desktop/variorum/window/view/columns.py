"""How the width of a pane is shared out: margins and the column of text.

Imports only the typography. Device-independent pixels from the left edge of the pane.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from variorum.engine import Side
from variorum.window.view.typography import Typography

INNER_SHARE: Final = 0.3
"""How much of the free width lies at the gutter: the texts stay near each other, as in a book."""


class Columns(NamedTuple):
    """Where the text stands in a pane."""

    side: Side
    width: int
    """Of the whole pane."""
    left: int
    """Where the text begins."""
    right: int
    """Where it ends."""

    @property
    def text_width(self) -> int:
        """How wide the text is set."""
        return self.right - self.left

    @property
    def inner_edge(self) -> int:
        """The edge of the pane at the gutter."""
        return self.width if self.side is Side.LEFT else 0


def columns(side: Side, width: int, typography: Typography) -> Columns:
    """The columns of a pane; the text keeps a comfortable width, and near the gutter."""
    text = typography.column(width)
    free = max(0, width - text - 2 * typography.margin)
    inner = typography.margin + round(free * INNER_SHARE)
    # In a pane that is narrower than margins and a word, the margins give way: no letter is cut.
    inner = min(inner, max(0, width - text) // 2)
    left = width - inner - text if side is Side.LEFT else inner
    return Columns(side, width, left, left + text)
