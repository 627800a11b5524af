"""The heights of rows of tables that were not set yet are estimated well."""

from __future__ import annotations

import random

import pytest

from variorum.engine import Document, Side, Style, StyleKind, TextParagraph, compare
from variorum.reports.marks import Marks
from variorum.window.theme import make_theme
from variorum.window.view.row_lines import MOST
from variorum.window.view.scene import Scene
from variorum.window.view.setting import Setting
from variorum.window.view.table_stops import Way
from variorum.window.view.typography import Typography

CELL = Style(StyleKind.TABLE_CELL)
SENTENCE = (
    "the slates of the north side were taken down in May and nobody has asked for them since then"
    " because a roof without slates is still a roof to those who sleep in the other wing"
)
WORDS = SENTENCE.split()
SHAPES = {
    "prices": [(1, 3), (20, 60), (5, 20), (3, 8)],
    "two": [(10, 20), (60, 180)],
    "many": [(5, 25)] * 8,
    "gaps": [(0, 0), (10, 60), (0, 30), (10, 60)],
}
"""Of each cell of a row how many characters it has at least and at most."""


@pytest.fixture(autouse=True)
def _fonts(qapp) -> None:
    """Widths of words need an application."""


def table(shape: str, rows: int, parted: int) -> Document:
    """Rows of some shape, a sentence after each few of them."""
    dice = random.Random(7)  # noqa: S311 - a table, no secret
    paragraphs: list[TextParagraph] = []
    for number in range(rows):
        if number % parted == parted - 1:
            paragraphs.append(TextParagraph("Here another list begins, which is as long."))
        cells = [_cell(dice, dice.randint(*lengths)) for lengths in SHAPES[shape]]
        paragraphs.append(TextParagraph(" \t".join(cells).rstrip(), CELL))
    return Document.from_paragraphs(paragraphs)


def _cell(dice: random.Random, length: int) -> str:
    start = dice.randrange(len(WORDS))
    return " ".join((WORDS * 9)[start:])[:length].strip()


def setting(document: Document, width: int) -> Setting:
    marks = Marks(compare(document, document))
    widths = dict.fromkeys(Side, width)
    return Scene(marks, make_theme(dark=False), Typography(100), widths).setting


def share(found: Setting) -> float:
    """What is estimated of the true height."""
    return sum(found.estimates()) / sum(map(found.measure, range(len(found.stretches))))


@pytest.mark.parametrize("width", [250, 420, 600, 800])
@pytest.mark.parametrize("shape", SHAPES)
def test_rows_are_as_high_as_was_thought(shape: str, width: int) -> None:
    assert 0.95 < share(setting(table(shape, 120, 20), width)) < 1.05


def test_of_many_rows_only_some_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    found = setting(table("two", 3 * MOST, 50), 420)
    asked: list[int] = []
    plan = found._stops[Side.LEFT].of

    def told(paragraph, font):
        asked.append(paragraph)
        return plan(paragraph, font)

    monkeypatch.setattr(found._stops[Side.LEFT], "of", told)
    estimated = sum(found.estimates())
    assert MOST // 2 < len(asked) <= MOST
    monkeypatch.undo()
    assert 0.95 < estimated / sum(map(found.measure, range(len(found.stretches)))) < 1.05


def test_rows_that_have_room_in_their_columns_are_one_line() -> None:
    document = table("prices", 30, 40)
    found = setting(document, 3000)
    font = found.typography.look(CELL).font
    assert found._stops[Side.LEFT].of(0, font).way is Way.TABS
    assert 0.99 < share(found) < 1.01


def test_tabs_outside_of_tables_are_no_rows() -> None:
    text = "Rope\tquay\n\nA paragraph that has no tab in it at all."
    assert len(setting(Document.from_text(text), 420).estimates()) == 2
