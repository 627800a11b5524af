from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QPalette

from variorum.engine import ChangeKind, Side
from variorum.window.theme import PaletteName, Theme, make_theme, theme_for
from variorum.window.view.gutter import QUIET
from variorum.window.view.margin_painter import FAINTEST
from variorum.window.view.pane_painter import HIT

THEMES = [make_theme(dark=dark, palette=name) for dark in (False, True) for name in PaletteName]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(over: str, under: str, alpha: int) -> str:
    """What is seen of a colour that lets the ground shine through."""
    a = alpha / 255
    pairs = ((int(over[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(o * a + u * (1 - a)):02x}" for o, u in pairs)


def grounds(theme: Theme) -> list[str]:
    """Everything that the text of a pane may stand on."""
    inks = (theme.left, theme.right, theme.moved)
    return [theme.paper, *(ink.wash for ink in inks), *(ink.mark for ink in inks)] + [
        ink.strong for ink in inks
    ]


def named(theme: Theme) -> str:
    return f"{'dark' if theme.dark else 'light'}-{theme.palette}"


@pytest.mark.parametrize("theme", THEMES, ids=named)
def test_text_can_be_read_on_every_ground(theme):
    worst = {ground: round(contrast(theme.text, ground), 2) for ground in grounds(theme)}
    assert min(worst.values()) >= 4.5, worst


@pytest.mark.parametrize("theme", THEMES, ids=named)
def test_selected_text_can_be_read_on_every_ground(theme):
    for ground in grounds(theme):
        seen = mixed(theme.selection, ground, theme.selection_alpha)
        assert contrast(theme.text, seen) >= 4.5, ground


@pytest.mark.parametrize("theme", THEMES, ids=named)
def test_the_current_hit_of_a_search_can_be_read_on_every_ground(theme):
    for ground in grounds(theme):
        assert contrast(theme.text, mixed(theme.hit, ground, HIT)) >= 4.5, ground


@pytest.mark.parametrize("theme", THEMES, ids=named)
def test_small_print_can_be_read(theme):
    for ground in (theme.paper, theme.desk, theme.left.wash, theme.right.wash, theme.moved.wash):
        assert contrast(theme.muted, ground) >= 4.5, ground
    assert contrast(theme.pending, theme.paper) >= 4.5
    assert contrast(theme.moved.pen, theme.moved.mark) >= 4.5
    assert contrast(theme.text, theme.desk) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=named)
def test_strokes_stand_out_from_what_they_are_drawn_on(theme):
    for ink in (theme.left, theme.right, theme.moved, theme.edited, theme.formatted):
        for ground in (theme.paper, ink.wash, ink.mark):
            assert contrast(ink.pen, ground) >= 3, (ink, ground)
    for ground in (theme.paper, theme.desk, theme.left.wash, theme.right.wash, theme.moved.wash):
        assert contrast(theme.current, ground) >= 3, ground
    for ground in (theme.desk, *grounds(theme)):
        assert contrast(theme.hit, ground) >= 3, ground


@pytest.mark.parametrize("theme", THEMES, ids=named)
def test_the_faintest_line_beside_a_sentence_can_be_seen(theme):
    assert contrast(mixed(theme.edited.pen, theme.paper, FAINTEST), theme.paper) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=named)
def test_the_string_of_a_move_can_be_seen(theme):
    assert contrast(mixed(theme.moved.pen, theme.desk, QUIET), theme.desk) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=named)
def test_words_in_the_colour_of_a_kind_can_be_read(theme):
    """In the list of changes, in the status bar, in the legend."""
    for kind in ChangeKind:
        for ground in (theme.paper, theme.desk):
            assert contrast(theme.kind(kind).pen, ground) >= 4.5, kind
    for ground in (theme.paper, theme.desk):
        assert contrast(theme.current, ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=named)
def test_the_four_strengths_of_an_ink_can_be_told_apart(theme):
    for ink in (theme.left, theme.right, theme.moved, theme.edited, theme.formatted):
        ladder = [contrast(colour, theme.paper) for colour in ink]
        assert ladder == sorted(ladder), ink
        assert all(b / a > 1.03 for a, b in pairwise(ladder)), ink


def test_a_theme_follows_the_desktop():
    light, dark = QPalette(QColor("#efefef")), QPalette(QColor("#202020"))
    assert not theme_for(light).dark
    assert theme_for(dark).dark
    assert theme_for(dark, PaletteName.COLOUR_BLIND).palette is PaletteName.COLOUR_BLIND


def test_every_kind_of_change_has_an_ink():
    theme = make_theme(dark=False)
    assert theme.kind(ChangeKind.MISSING) == theme.side(Side.LEFT)
    assert theme.kind(ChangeKind.NEW) == theme.side(Side.RIGHT)
    assert len({theme.kind(kind) for kind in ChangeKind}) == 5
