"""The quick ways to words say the same as the grammar, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.text.counting import count_plain, split_plain
from variorum.engine.text.tokens import plain_words, words_by_grammar

SIGNS = " 19_-'’·&@.,:/—“”«» ;!?\n\"(\u00a0²½°€"
LETTERS = (
    "abZ",
    "aéßÿª",
    "ażŁšő",
    "aıİğ",
    "жЯїћё",
    "λΩάϊς",
    'אבש"״',
    "عربيـپ٣ڤ",
    "aжλ",
    "aשָׁعَ",
    "हि",
    "文a",
    "a\u00adb",
)
PROSE = st.sampled_from(LETTERS).flatmap(
    lambda letters: st.text(alphabet=letters * 3 + SIGNS, max_size=24)
)


@given(PROSE)
def test_it_counts_what_the_grammar_counts(text: str) -> None:
    assert count_plain(text) in (None, len(words_by_grammar(text)))


@given(PROSE)
def test_it_finds_the_words_that_the_grammar_finds(text: str) -> None:
    assert split_plain(text) in (None, words_by_grammar(text))
    assert plain_words(text) == words_by_grammar(text)


@pytest.mark.parametrize("text", ["He left; she -- alas! -- stayed.", "Well, 'tis", "a_b", "don't"])
def test_words_of_letters_alone_are_found(text: str) -> None:
    found = split_plain(text)
    assert (found is None) == any(sign in text for sign in ("'t", "_"))
    assert plain_words(text) == words_by_grammar(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The well-known miller isn't in; nor are the baker’s two sons.", 11),
        ("He waited -- not long--and left in 1897, aged 61.", 10),
        ("“No,” she said — “never.”", 4),
        ("Die Straße – »öde« – führt nach Łódź?", 6),
        ("Поезд опоздал; он всё-таки пришёл.", 5),
        ("Το πλοίο έφυγε: «αργά».", 4),
        ("الباخرة تغادر، إذن؟", 3),
        ("'Twas brought 'round by rock-'n'-roll people & co.", 9),
    ],
)
def test_plain_prose_is_counted(text: str, words: int) -> None:
    assert count_plain(text) == len(words_by_grammar(text)) == words


@pytest.mark.parametrize(
    "text", ["The U.S. army", "3.5 miles", "1,000 men", "the 4th", "so\u00adft", "عَشر", "½ l", "文"]
)
def test_what_is_not_plain_is_left_to_the_grammar(text: str) -> None:
    assert count_plain(text) is None
