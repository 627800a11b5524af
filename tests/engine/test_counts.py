"""Words: paragraphs that are counted in one go have as many as those counted one by one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.engine import Document, Side
from variorum.engine.counts import Counts

PARAGRAPHS = (
    "The ferry left. Nobody saw it!",
    "It isn’t late: well-known, half-",
    "-way and 'quoted' at 3.5 miles",
    "the U.S. army, 1,000 men",
    "«Łódź odpłynęła», ул. Мира",
    "日本語の文章です。",
    "* * *",
    "a",
)
SPACE = ("\n\n", "\n \n", "\n\n\n")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from(PARAGRAPHS), st.sampled_from(SPACE)), min_size=1))
def test_a_run_of_paragraphs_has_the_words_of_all_of_them(parts: list[tuple[str, str]]) -> None:
    text = "".join(paragraph + space for paragraph, space in parts)
    document = Document.from_text(text, language="en", layout="blank-line")
    number = len(document.paragraphs)
    assert number == len(parts)
    counts = Counts(document, document)
    alone = [counts.paragraph(Side.RIGHT, index) for index in range(number)]
    assert counts.run(Side.LEFT, 0, number) == sum(alone)
    assert counts.run(Side.LEFT, 0, number) == sum(alone)  # remembered


@pytest.mark.parametrize("first", range(len(PARAGRAPHS)))
def test_a_run_ends_before_the_next_paragraph(first: int) -> None:
    document = Document.from_text("\n\n".join(PARAGRAPHS), language="en", layout="blank-line")
    counts = Counts(document, document)
    for end in range(first + 1, len(PARAGRAPHS) + 1):
        alone = [counts.paragraph(Side.LEFT, index) for index in range(first, end)]
        assert counts.run(Side.LEFT, first, end) == sum(alone)
