"""A selection as rich text: its words with the marks that they have in the pane.

Imports the marks and the light theme; knows no widgets. Positions are code points of the text.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import Final

from variorum.engine import RowKind, Side, Span
from variorum.reports.marks import Marks, ParagraphMarks
from variorum.reports.page.direction import direction
from variorum.window.theme import Theme, make_theme

_LINES: Final = {Side.LEFT: "dotted", Side.RIGHT: "solid"}
_MOVED: Final = "wavy"
"""The lines under what only one text has and under what moved, as on paper."""


def marked_html(marks: Marks, side: Side, span: Span) -> str:
    """A stretch of a text as paragraphs of HTML, edits and lone sentences on their colours.

    They have their lines, too, for who does not see colours; programs that know one line alone, as
    most word processors do, take that.
    """
    theme = make_theme(dark=False)
    document = marks.comparison.document(side)
    return "".join(
        _paragraph(marks.paragraph(side, index), document.text, side, span, theme)
        for index, paragraph in enumerate(document.paragraphs)
        if paragraph.span.start < span.end and paragraph.span.end > span.start
    )


def _paragraph(found: ParagraphMarks, text: str, side: Side, span: Span, theme: Theme) -> str:
    start = max(span.start, found.paragraph.span.start)
    end = min(span.end, found.paragraph.span.end)
    grounds = _grounds(found, side, theme)
    borders = sorted(
        {start, end} | {at for ground, _ in grounds for at in ground if start < at < end}
    )
    out: list[str] = []
    for a, b in pairwise(borders):
        words = escape(text[a:b]).replace("\n", "<br>")
        look = next((look for ground, look in grounds if ground.start <= a < ground.end), None)
        out.append(f'<span style="{look};color:{theme.text}">{words}</span>' if look else words)
    # Word processors have no other sign of it.
    from_the_right = direction(text, *found.paragraph.span) == "rtl"
    tag = '<p dir="rtl">' if from_the_right else "<p>"
    return f"{tag}{''.join(out)}</p>"


def _grounds(found: ParagraphMarks, side: Side, theme: Theme) -> list[tuple[Span, str]]:
    """What is coloured and underlined how; the first that covers a place wins."""

    def look(colour: str, move: int | None) -> str:
        line = _LINES[side] if move is None else _MOVED
        return f"background-color:{colour};text-decoration:underline {line}"

    own = theme.side(side)
    edits = [
        (e.span, look((own if e.move is None else theme.moved).mark, e.move)) for e in found.edits
    ]
    lone = [
        (s.span, look((own if s.move is None else theme.moved).wash, s.move))
        for s in found.sentences
        if s.kind in (RowKind.MISSING, RowKind.NEW)
    ]
    return edits + lone
