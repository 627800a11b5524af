"""Fonts, line heights and widths of the text in the panes.

Imports Qt's fonts. Sizes are device-independent pixels, in whole numbers where something is
stacked, so that the two panes stay level to the pixel.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QTextLayout

from variorum.engine import Style, StyleKind

SERIFS: Final = (
    "Charter",
    "Iowan Old Style",
    "Source Serif 4",
    "Georgia",
    "Cambria",
    "Noto Serif",
    "Liberation Serif",
    "DejaVu Serif",
)
"""Serifs made for screens, the first that is installed is taken; Qt finds other scripts."""
SANS_SERIFS: Final = (
    "Inter",
    "Source Sans 3",
    "Segoe UI",
    "Helvetica Neue",
    "Noto Sans",
    "Liberation Sans",
    "DejaVu Sans",
)
"""The same without serifs."""
POINTS: Final = 13.0
"""The size of the text at 100 per cent: what reads well at arm's length."""
SMALL_POINTS: Final = 8.5
"""The size of paragraph numbers and labels at 100 per cent."""
LEAST_POINTS: Final = 5.0
"""The size below which nothing can be read."""
SMALL_KEPT: Final = 2000
"""Numbers in the margin of which the width is kept."""
LEADING: Final = 1.25
"""Line height in natural heights of a bookish font."""
BOOKISH: Final = 1.12
"""The natural height of a bookish font (Times, Charter) in sizes of the font."""
TIGHTEST: Final = 1.06
"""The least line height in natural heights: the marks of tall scripts need the room."""
MARGIN: Final = 34
"""Between the text and the sides of its pane, at 100 per cent."""
MEASURE: Final = 74
"""The most characters in a line of running text; 60 to 75 are comfortable."""
INDENT: Final = 22
"""Of a list level or a quotation."""

_HEADINGS: Final = {1: 1.5, 2: 1.3, 3: 1.15}


@dataclass(frozen=True)
class Look:
    """How a paragraph of some style is set."""

    font: QFont
    line_height: int
    ascent: int
    """From the top of a line to its base line."""
    indent: int
    above: int
    """Free space above the paragraph; below it is the same."""


@dataclass(frozen=True)
class Face:
    """What the reader wants the texts to be set in."""

    families: tuple[str, ...] = SERIFS
    """Names of typefaces; the first that is installed is taken."""
    measure: int | None = MEASURE
    """The most characters in a line of running text; None: as many as there is room for."""


class Fill(NamedTuple):
    """How letters of some kind fill lines, in the mean."""

    advance: float
    """The width of a character."""
    lost: float
    """In characters: what a line loses at its end."""

    def characters(self, width: int) -> float:
        """How many characters a line of some width takes."""
        return max(4.0, width / self.advance - self.lost)

    def lines(self, length: int, width: int) -> int:
        """About how many lines so many characters take that begin a line of some width."""
        if length * self.advance <= width:
            return 1
        return max(2, math.ceil((length - self.lost) / self.characters(width)))


class Typography:
    """The fonts at one zoom, for two texts."""

    def __init__(self, zoom: int, samples: tuple[str, ...] = (), face: Face = Face()) -> None:
        """Choose the sizes.

        Args:
            zoom: per cent.
            samples: some text of each side, for the width and the height of its script.
            face: what the reader chose.
        """
        self._measure = face.measure
        self.zoom = zoom
        self.scale = zoom / 100
        self.font = _font(POINTS * self.scale, face)
        # Small print is no part of the texts: it has the plain face of menus and labels.
        self.small = QFont()
        self.small.setPointSizeF(SMALL_POINTS * max(0.8, min(self.scale, 2.0)))
        self._small_metrics = QFontMetrics(self.small)
        self.small_height = self._small_metrics.height()
        self._small_widths: dict[str, int] = {}
        self.margin = round(MARGIN * max(1.0, min(self.scale, 1.6)))
        self._natural = max([_natural_height(self.font, sample) for sample in samples or ("x",)])
        self._advance = _mean_advance(self.font, _PLAIN)
        self.look = lru_cache(32)(self._look)
        self.line_height = self.look(Style()).line_height

    def small_width(self, text: str) -> int:
        """How wide a few words are in small print."""
        found = self._small_widths.get(text)
        if found is None:
            if len(self._small_widths) > SMALL_KEPT:
                self._small_widths.clear()
            found = self._small_widths[text] = self._small_metrics.horizontalAdvance(text)
        return found

    def small_within(self, text: str, room: int) -> tuple[QFont, int]:
        """Small print in which a few words take no more than some room, and how wide they are.

        In large print the margins grow less than the letters: the text needs the room.
        """
        width = self.small_width(text)
        if width <= room:
            return self.small, width
        font = QFont(self.small)
        while (width := QFontMetrics(font).horizontalAdvance(text)) > room:
            size = font.pointSizeF() * min(0.98, room / width)
            if size < LEAST_POINTS:
                break
            font.setPointSizeF(size)
        return font, width

    def column(self, width: int) -> int:
        """How wide the text is set in a pane of a width."""
        room = width - 2 * self.margin
        if self._measure is not None:
            room = min(room, round(self._advance * self._measure))
        return max(40, room)

    def fill(self, sample: str) -> Fill:
        """How the letters of such a text fill lines."""
        words = sample.count(" ") + 1
        # A line ends in the middle of a word, which goes to the next line, blank and all.
        lost = 0.44 * min(12.0, len(sample) / words) if len(sample) < 20 * words else 0.5
        return Fill(max(1.0, _mean_advance(self.font, sample)), lost)

    def _look(self, style: Style) -> Look:
        font = QFont(self.font)
        factor, indent = 1.0, 0
        if style.kind is StyleKind.HEADING:
            factor = _HEADINGS.get(style.level, 1.0)
            font.setBold(True)
        elif style.kind is StyleKind.LIST_ITEM:
            indent = INDENT * max(1, style.level)
        elif style.kind in (StyleKind.QUOTATION, StyleKind.VERSE):
            indent = INDENT
        elif style.kind in (StyleKind.CAPTION, StyleKind.FOOTNOTE):
            factor = 0.88
        font.setPointSizeF(font.pointSizeF() * factor)
        metrics = QFontMetricsF(font)
        whole = math.ceil(max(LEADING * BOOKISH * _em(font), TIGHTEST * self._natural * factor))
        ascent = round((whole + metrics.ascent() - metrics.descent()) / 2)
        return Look(font, whole, ascent, round(indent * self.scale), round(whole * 0.375))


_PLAIN: Final = "the quick brown fox jumps over a lazy dog and then goes on its way for an hour. "


def _font(points: float, face: Face) -> QFont:
    font = QFont()
    font.setFamilies(list(face.families))
    sans = face.families == SANS_SERIFS
    font.setStyleHint(QFont.StyleHint.SansSerif if sans else QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


def _em(font: QFont) -> float:
    """The size of a font in pixels."""
    return QFontMetricsF(font).fontDpi() / 72 * font.pointSizeF()


def _natural_height(font: QFont, sample: str) -> float:
    """The height of a line of this text, in the fonts that its script takes."""
    layout = QTextLayout(sample[:400].replace("\n", " "), font)
    layout.beginLayout()
    line = layout.createLine()
    if line.isValid():
        line.setLineWidth(1e6)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return max(line.height() if line.isValid() else 0.0, QFontMetricsF(font).height())


def _mean_advance(font: QFont, text: str) -> float:
    sample = " ".join(text.split()) or _PLAIN
    return QFontMetricsF(font).horizontalAdvance(sample) / len(sample)
