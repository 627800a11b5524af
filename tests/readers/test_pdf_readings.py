"""Readings above ideographs in PDF."""

from __future__ import annotations

import pytest

from variorum.readers.pdf_lines import Line
from variorum.readers.pdf_readings import without_readings


def line(text: str, y: float, size: float, left: float = 40, right: float = 400) -> Line:
    return Line(text, 0, left, right, y, size)


BASE = "昔、東 京の下町に、 Tanaka が住んでいた。"


@pytest.mark.parametrize("order", [1, -1])
def test_readings_are_left_out_and_what_they_spread_is_close(order: int) -> None:
    drawn = [
        line("とうきょう したまち", 88, 6, 60, 130),
        line(BASE, 100, 12),
        line("村の", 124, 12),
    ]
    found = without_readings(drawn[::order])
    assert [each.text.replace("\u200b", "") for each in found] == [
        BASE.replace("東 京", "東京"),
        "村の",
    ][::order]


@pytest.mark.parametrize(
    "small",
    [
        line("とうきょう", 88, 11, 60, 90),  # as large as the text
        line("とうきょう", 60, 6, 60, 90),  # far above it
        line("とうきょう", 112, 6, 60, 90),  # below it
        line("とうきょう", 88, 6, 500, 530),  # beside it
        line("東京", 88, 6, 60, 90),  # no kana
    ],
)
def test_other_small_lines_stay(small: Line) -> None:
    found = without_readings([line(BASE, 100, 12), small])
    assert [each.text for each in found] == [BASE, small.text]


def test_above_kana_alone_nothing_is_read() -> None:
    drawn = [line("むらびと", 88, 6, 60, 90), line("ひとびとは わらった。", 100, 12)]
    assert without_readings(drawn) == drawn
