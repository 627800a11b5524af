"""The two texts as they are set at one size and one pair of widths.

Imports Qt only through the layouts. Positions are code points of a side's text; heights are whole
pixels from the upper edge of a stretch, in which both sides begin level.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Final, NamedTuple

from variorum.engine import Document, Layout, Side, Style, StyleKind
from variorum.reports.marks import BandSizes
from variorum.window.view.laid_rows import Laid, LaidRow
from variorum.window.view.layouts import LaidText, LayoutCache, lead_of, shown
from variorum.window.view.remembering import weakly
from variorum.window.view.row_lines import row_lines
from variorum.window.view.stretches import Piece, Stretches
from variorum.window.view.table_stops import TableStops, Way, cells_before
from variorum.window.view.typography import Fill, Look, Typography

SAMPLE: Final = 4000
"""How many characters the mean width of a text is taken from."""


class SetPiece(NamedTuple):
    """A piece of a paragraph in its place."""

    piece: Piece
    laid: Laid
    top: int
    """From the upper edge of its stretch."""

    @property
    def bottom(self) -> int:
        """Its lower edge, from the upper edge of the stretch."""
        return self.top + self.laid.height


class Setting:
    """Sets stretches when they are asked for, and forgets those that were not used for long."""

    def __init__(
        self, stretches: Stretches, typography: Typography, widths: dict[Side, int]
    ) -> None:
        """Begin with nothing set.

        Args:
            stretches: what is stacked.
            typography: fonts and margins.
            widths: of the text columns, in pixels.
        """
        self.stretches = stretches
        self.typography = typography
        self.widths = widths
        self.edge = typography.line_height // 2
        """Free space above the first and below the last stretch."""
        self._layouts = LayoutCache(weakly(self._lay_out))
        self._stops = {
            side: TableStops(
                stretches.comparison.document(side), widths[side], typography.line_height
            )
            for side in Side
        }

    def pieces(self, side: Side, stretch: int) -> list[SetPiece]:
        """What stands on one side of a stretch, from top to bottom."""
        out: list[SetPiece] = []
        at = 0
        document = self.stretches.comparison.document(side)
        for number, piece in enumerate(self.stretches.pieces(side, stretch)):
            look = self.typography.look(document.paragraphs[piece.paragraph].style)
            laid = self._layouts.get(int(side is Side.RIGHT), stretch, number)
            if number == 0:
                at = self._base(stretch) - look.ascent
            elif piece.first:
                at += look.above
            out.append(SetPiece(piece, laid, at))
            at += laid.height + (look.above if piece.last else 0)
        return out

    def _base(self, stretch: int) -> int:
        """The first base line of a stretch: that of the side that needs more room above it."""
        bases = [0]
        for side in Side:
            document = self.stretches.comparison.document(side)
            for piece in self.stretches.pieces(side, stretch)[:1]:
                look = self.typography.look(document.paragraphs[piece.paragraph].style)
                bases.append(look.ascent + (look.above if piece.first else 0))
        return max(bases) + (self.edge if stretch == 0 else 0)

    def measure(self, stretch: int) -> int:
        """The exact height of a stretch: of the higher side."""
        height = max(self._side_height(side, stretch) for side in Side)
        return height + (self.edge if stretch == len(self.stretches) - 1 else 0)

    def _side_height(self, side: Side, stretch: int) -> int:
        pieces = self.pieces(side, stretch)
        if not pieces:
            return self.edge if stretch == 0 else 0
        document = self.stretches.comparison.document(side)
        style = document.paragraphs[pieces[-1].piece.paragraph].style
        below = self.typography.look(style).above if pieces[-1].piece.last else self._between
        return pieces[-1].bottom + below

    @property
    def _between(self) -> int:
        """Free space below a row whose paragraph goes on."""
        return self.typography.line_height // 4 if self.stretches.by_rows else 0

    def piece_of(self, side: Side, band: int, position: int) -> tuple[int, SetPiece]:
        """The stretch and the piece in which a position of a text stands."""
        stretch = self.stretches.of_position(side, band, position)
        pieces = self.pieces(side, stretch)
        for piece in reversed(pieces):
            if piece.piece.span.start <= position:
                return stretch, piece
        return stretch, pieces[0]

    def _lay_out(self, key: tuple[int, ...]) -> Laid:
        right, stretch, number = key
        side = Side.RIGHT if right else Side.LEFT
        document = self.stretches.comparison.document(side)
        piece = self.stretches.pieces(side, stretch)[number]
        look = self.typography.look(document.paragraphs[piece.paragraph].style)
        lead = lead_of(document.text, piece.span.start) if piece.first else ""
        return lay_out(document, piece, look, self._stops[side], lead)

    def estimates(self) -> list[int]:
        """About how high each stretch is, without setting any."""
        out = self._heights_of_bands()
        if len(self.stretches) != len(out):
            out = self._shared_out(out)
        if out:
            out[0] += self.edge
            out[-1] += self.edge
        return out

    def _heights_of_bands(self) -> list[int]:
        """A text fills its lines to their ends but for half of the last one of a paragraph."""
        height = self.typography.line_height
        space = 2 * round(height * 0.375)
        sides: list[list[int]] = []
        for side in Side:
            document = self.stretches.comparison.document(side)
            sizes = self.stretches.marks.band_sizes[side]
            fill = self.typography.fill(sample_of(document))
            lines = self._lines_of_bands(side, sizes, fill)
            sides.append(
                [
                    int(number) * height + count * space if count else 0
                    for number, count in zip(lines, sizes.paragraphs, strict=True)
                ]
            )
        return list(map(max, *sides))

    def _lines_of_bands(self, side: Side, sizes: BandSizes, fill: Fill) -> list[float]:
        """About how many lines the text of each band fills."""
        document = self.stretches.comparison.document(side)
        width = self.widths[side]
        each = 1 / fill.characters(width)
        characters, counts, line_ends = sizes
        if document.layout is Layout.WRAPPED:
            line_ends = array("q", bytes(8 * len(line_ends)))
        lines = [
            length * each + count / 2 + 0.5 + ends
            for length, count, ends in zip(characters, counts, line_ends, strict=True)
        ]
        look = self.typography.look(Style(StyleKind.TABLE_CELL))
        for row in row_lines(document, self._stops[side], look, fill, width):
            band = self.stretches.marks.band_of_paragraph(side, row.paragraph)
            lines[band] += row.lines - row.characters * each - 0.5
        return lines

    def _shared_out(self, heights: Sequence[int]) -> list[int]:
        """The height of each band, given evenly to its stretches."""
        out: list[int] = []
        more = self.typography.line_height // 2 + self._between if self.stretches.by_rows else 0
        first = 0
        for number, height in enumerate(heights):
            behind = self.stretches.first_of(number + 1)
            parts = behind - first
            first = behind
            # A row ends in the middle of a line, in the mean.
            out += [(height + (parts - 1) * more) // parts] * parts
        return out


def lay_out(document: Document, piece: Piece, look: Look, stops: TableStops, lead: str) -> Laid:
    """Lay a piece of a text out.

    Args:
        document: the text.
        piece: of it.
        look: of its paragraph.
        stops: the columns of tables, in lines of the same width.
        lead: the white space before the piece on its line, if that is to be seen.
    """
    emphasis = document.paragraphs[piece.paragraph].emphasis
    text = shown(document.text[slice(*piece.span)], document.layout)
    if not piece.last:
        # A line end that the piece was cut behind would make an empty line.
        text = text.rstrip().ljust(len(text))
    plan = stops.of(piece.paragraph, look.font)
    if plan is not None:
        skipped = cells_before(document, piece.paragraph, piece.span.start)
        if skipped or plan.way is not Way.TABS:
            width, ends = stops.width, piece.last
            return LaidRow(text, piece.span, look, width, plan, skipped, emphasis, ends=ends)
    tabs = () if plan is None else plan.stops
    return LaidText(text, piece.span, look, stops.width, emphasis, lead, tabs)


def sample_of(document: Document) -> str:
    """Some of the text, from its whole length."""
    step = max(SAMPLE // 8, len(document.text) // 8)
    return "".join(
        document.text[at : at + SAMPLE // 8] for at in range(0, len(document.text), step)
    )
