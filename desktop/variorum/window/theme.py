"""All colours of the window, in one place.

Imports Qt's palettes and the engine's names of kinds. A theme is a frozen value: widgets are
handed one and keep nothing else. Every ink that writes words has at least 4.5:1 against the
grounds that it is written on, every bar and outline 3:1 (WCAG 2.2, AA).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtGui import QPalette

from variorum.engine import ChangeKind, Side


class Ink(NamedTuple):
    """The four strengths of one colour, as `#rrggbb`."""

    wash: str
    """Behind whole sentences and paragraphs."""
    mark: str
    """Behind edited words."""
    strong: str
    """Behind edited words of the current change."""
    pen: str
    """Lines, bars, numbers, arrows, words in small print."""


class PaletteName(StrEnum):
    """A set of inks."""

    STANDARD = "standard"
    """Red for the left text, green for the right one, violet for moves."""
    COLOUR_BLIND = "colour-blind"
    """Orange and blue, told apart by eyes that mix up red and green."""
    STRONG = "strong"
    """The standard hues with more contrast."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours that the comparison is drawn in, as `#rrggbb`."""

    dark: bool
    palette: PaletteName
    paper: str
    """Behind the text."""
    desk: str
    """Around the paper: gutter, heads, gaps."""
    hatch: str
    """The strokes of a gap."""
    rule: str
    """Hair lines between things."""
    text: str
    """The text that is compared."""
    muted: str
    """Labels and paragraph numbers; readable on paper and desk."""
    pending: str
    """Text that has not been compared yet; readable, but greyed."""
    selection: str
    """Laid over selected text, see `selection_alpha`."""
    selection_alpha: int
    """How much the selection covers, 0 to 255."""
    current: str
    """The outline and bar of the current change."""
    hit: str
    """The outline of what a search has found."""
    left: Ink
    right: Ink
    moved: Ink
    edited: Ink
    """What stayed in place and changed: reworded sentences, brackets, lists of changes."""
    formatted: Ink
    """Words that both texts have, and that look otherwise."""

    def side(self, side: Side) -> Ink:
        """The ink of what only this side has."""
        return self.left if side is Side.LEFT else self.right

    def kind(self, kind: ChangeKind) -> Ink:
        """The ink of a kind of change, where no side is meant: lists, overviews, legends."""
        return {
            ChangeKind.MISSING: self.left,
            ChangeKind.NEW: self.right,
            ChangeKind.MOVED: self.moved,
            ChangeKind.EDITED: self.edited,
            ChangeKind.REWORDED: self.edited,
            ChangeKind.FORMATTED: self.formatted,
        }[kind]


class _Inks(NamedTuple):
    left: Ink
    right: Ink
    moved: Ink
    edited: Ink
    formatted: Ink


_LIGHT: Final = {
    PaletteName.STANDARD: _Inks(
        left=Ink("#fcefec", "#f8d3cd", "#f2aca3", "#a8322a"),
        right=Ink("#edf6ee", "#c9e8cd", "#97d3a0", "#1f6b33"),
        moved=Ink("#f3effa", "#e0d5f4", "#c6b2ea", "#6743a8"),
        edited=Ink("#fbf4e2", "#f5e3b3", "#ecca74", "#805c00"),
        formatted=Ink("#e8f4f6", "#c6e4e9", "#93ccd5", "#0f6674"),
    ),
    PaletteName.COLOUR_BLIND: _Inks(
        left=Ink("#fdf1e2", "#fbd9ae", "#f5b866", "#8f4a00"),
        right=Ink("#ebf3fc", "#c7def7", "#94c0ee", "#0b5394"),
        moved=Ink("#efefef", "#dadada", "#bdbdbd", "#4d4d4d"),
        edited=Ink("#f9f7dc", "#efe9a4", "#ded463", "#6a6200"),
        formatted=Ink("#fbeef5", "#f5d2e5", "#e9a6c9", "#9c2c6c"),
    ),
    PaletteName.STRONG: _Inks(
        left=Ink("#fbe0db", "#f5b5ab", "#ee8e80", "#8c1d15"),
        right=Ink("#dcf0de", "#a5dbae", "#74c482", "#12522a"),
        moved=Ink("#e9e0f8", "#cdb9f0", "#b196e6", "#4d2a8f"),
        edited=Ink("#f8ebc6", "#f0d27f", "#e2b53a", "#5e4300"),
        formatted=Ink("#d5edf1", "#9fd5de", "#66bac8", "#0a4a55"),
    ),
}
_DARK: Final = {
    PaletteName.STANDARD: _Inks(
        left=Ink("#352423", "#5d2f2b", "#7b3731", "#f0938a"),
        right=Ink("#1f2f24", "#25502f", "#296638", "#7fd08f"),
        moved=Ink("#2b2639", "#463866", "#5f4992", "#bda3f2"),
        edited=Ink("#322c1d", "#54471f", "#75601f", "#e3bd5c"),
        formatted=Ink("#1b2d31", "#1f4a53", "#236370", "#6cc5d4"),
    ),
    PaletteName.COLOUR_BLIND: _Inks(
        left=Ink("#35291a", "#5c3f12", "#74500f", "#f2b25c"),
        right=Ink("#1d2a3a", "#1f4470", "#245690", "#8fc1f5"),
        moved=Ink("#2d2d2f", "#47474a", "#5c5c60", "#c4c4c6"),
        edited=Ink("#302f1a", "#4d4a17", "#6a6614", "#ddd46a"),
        formatted=Ink("#36242e", "#5a2f48", "#7b3b61", "#f09cc9"),
    ),
    PaletteName.STRONG: _Inks(
        left=Ink("#42211e", "#6d2822", "#8f3027", "#ffa79e"),
        right=Ink("#193623", "#1b562e", "#1d6d37", "#90e5a1"),
        moved=Ink("#30264a", "#523d86", "#6449a8", "#cfb8ff"),
        edited=Ink("#3b3216", "#6a5615", "#7b6313", "#f5d373"),
        formatted=Ink("#153238", "#175864", "#176f7e", "#8fe0ed"),
    ),
}


def make_theme(*, dark: bool, palette: PaletteName = PaletteName.STANDARD) -> Theme:
    """The theme of a palette in its light or dark form."""
    inks = (_DARK if dark else _LIGHT)[palette]
    if dark:
        return Theme(
            dark=True,
            palette=palette,
            paper="#1e1f22",
            desk="#191a1c",
            hatch="#2b2c30",
            rule="#3a3c41",
            text="#e9e7e2",
            muted="#9b9a95",
            pending="#8f8e8a",
            selection="#2b5fb4",
            selection_alpha=120,
            current="#6ea4f0",
            hit="#ff9cdb",
            left=inks.left,
            right=inks.right,
            moved=inks.moved,
            edited=inks.edited,
            formatted=inks.formatted,
        )
    return Theme(
        dark=False,
        palette=palette,
        paper="#fffefb",
        desk="#f5f4f0",
        hatch="#e4e2dc",
        rule="#dcdad3",
        text="#1d1c1a",
        muted="#64625c",
        pending="#757370",
        selection="#3b78d8",
        selection_alpha=70,
        current="#2b62b8",
        hit="#9c0b6b",
        left=inks.left,
        right=inks.right,
        moved=inks.moved,
        edited=inks.edited,
        formatted=inks.formatted,
    )


def on_plain_ground(theme: Theme) -> Theme:
    """The theme in black and white but for the marks, for desktops of high contrast."""
    ground, text = ("#000000", "#ffffff") if theme.dark else ("#ffffff", "#000000")
    return replace(theme, paper=ground, desk=ground, text=text, muted=text, rule=text)


def theme_for(palette: QPalette, inks: PaletteName = PaletteName.STANDARD) -> Theme:
    """The theme that goes with the desktop's own colours: dark where the window is dark."""
    window = palette.color(QPalette.ColorRole.Window).lightness()
    text = palette.color(QPalette.ColorRole.WindowText).lightness()
    return make_theme(dark=window < text, palette=inks)
