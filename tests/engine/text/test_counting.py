"""The quick count says the same as the grammar, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.text.counting import count_plain
from variorum.engine.text.tokens import plain_words

PROSE = st.text(alphabet="abZ é19_-'’&@.,:/—“” ;!?\n\"(", max_size=24)


@given(PROSE)
def test_it_counts_what_the_grammar_counts(text: str) -> None:
    assert count_plain(text) in (None, len(plain_words(text)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The well-known miller isn't in; nor are the baker’s two sons.", 11),
        ("He waited -- not long--and left in 1897, aged 61.", 10),
        ("“No,” she said — “never.”", 4),
        ("'Twas brought 'round by rock-'n'-roll people & co.", 9),
    ],
)
def test_plain_prose_is_counted(text: str, words: int) -> None:
    assert count_plain(text) == len(plain_words(text)) == words


@pytest.mark.parametrize("text", ["The U.S. army", "3.5 miles", "1,000 men", "the 4th", "Straße"])
def test_what_is_not_plain_is_left_to_the_grammar(text: str) -> None:
    assert count_plain(text) is None
