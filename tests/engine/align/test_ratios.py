"""Ratios of characters, exact where that is cheap and bounded where not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from variorum.engine.align.ratios import MOST_CELLS, character_ratio
from variorum.engine.text.ends import common_end, common_start


def test_short_texts_are_compared_exactly() -> None:
    assert character_ratio("the heron waits", "the heron sleeps") == pytest.approx(
        Indel.normalized_similarity("the heron waits", "the heron sleeps")
    )


def test_less_than_asked_for_may_be_nothing() -> None:
    assert character_ratio("abc", "xyz", 0.5) == 0.0


LONG = "word after word without a stop " * 1_000


@pytest.mark.parametrize(
    ("right", "low", "high"),
    [
        (LONG, 1.0, 1.0),
        (LONG.replace("without", "with", 1), 0.999, 1.0),
        (LONG.replace("without", "with"), 0.7, 0.95),
        ("other matter altogether here " * 1_000, 0.0, 0.1),
        ("魚" * 30_000, 0.0, 0.0),
    ],
)
def test_long_texts_are_compared_in_bounded_time(right: str, low: float, high: float) -> None:
    assert len(LONG) * len(right) > MOST_CELLS
    assert low <= character_ratio(LONG, right) <= high
    assert character_ratio(right, LONG) == character_ratio(LONG, right)


def test_long_texts_without_spaces_are_compared_by_pairs() -> None:
    left = "".join(chr(0x4E00 + n * n % 3_001) for n in range(20_000))
    assert character_ratio(left, "海" + left[:9_000] + left[9_010:] + "山") > 0.95


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_common_ends(left: str, right: str) -> None:
    start = common_start(left, right)
    assert left[:start] == right[:start]
    assert left[start : start + 1] != right[start : start + 1] or start == min(
        len(left), len(right)
    )
    most = min(len(left), len(right)) - start
    end = common_end(left, right, most)
    assert end <= most
    assert end == 0 or left[-end:] == right[-end:]
