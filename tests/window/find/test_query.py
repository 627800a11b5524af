"""What a search finds in a paragraph: words as people expect them, expressions, bad ones."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.window.find import query as module
from variorum.window.find.folding import fold
from variorum.window.find.query import BadExpressionError, Query, Searcher, TooSlowError


def found(text: str, words: str, **how: bool) -> list[str]:
    return [text[start:end] for start, end in Searcher(Query(words, **how)).places(text)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The cat and the Cat.", "cat", ["cat", "Cat"]),
        ("A straße, a STRASSE", "strasse", ["straße", "STRASSE"]),
        ("un cafe\u0301 noir", "café", ["cafe\u0301"]),
        ("un café noir", "cafe\u0301", ["café"]),
        ("q\u0323\u0307 x", "q\u0307\u0323", ["q\u0323\u0307"]),
        ("a hyphen\u00adated word", "hyphenated", ["hyphen\u00adated"]),
        ("hyphenated", "hyphen\u00adated", ["hyphenated"]),
        ("two\n   lines, no\u00a0break", "two lines", ["two\n   lines"]),
        ("two\n   lines, no\u00a0break", "no break", ["no\u00a0break"]),
        ("“It’s here,” he said", "\"it's", ["“It’s"]),
        ("it's here", "it’s", ["it's"]),
        ("well‑known", "well-known", ["well‑known"]),
        ("1.5 and 125", "1.5", ["1.5"]),
        ("a+b (c) [d] {e} \\f", "[d]", ["[d]"]),
        ("see *this* | that", "*this* |", ["*this* |"]),
        ("한국어 문장", unicodedata.normalize("NFD", "한국어"), ["한국어"]),
        (unicodedata.normalize("NFD", "한국어 문장"), "국", [unicodedata.normalize("NFD", "국")]),
        ("الـــسلام عليكم", "السلام", ["الـــسلام"]),
        ("كَانَ يوماً", "كان", ["كَانَ"]),
        ("كَانَ كان", "كَانَ", ["كَانَ"]),
        ("42 بحاراً و", "بحارا", ["بحاراً"]),
        ("من مِن مَن", "من", ["من", "مِن", "مَن"]),
        ("أمر امر آمر", "امر", ["امر"]),
        ("הַסֵּפֶר הספר", "ספר", ["סֵּפֶר", "ספר"]),
        ("הַסֵּפֶר הספר", "סֵּפֶר", ["סֵּפֶר"]),
        ("في الـــسَّلام", "السلام", ["الـــسَّلام"]),
        ("کتابی و كتابى و كتابي", "كتابي", ["کتابی", "كتابى", "كتابي"]),
        ("وہ كہاں، وه", "وہ", ["وہ", "وه"]),
        ("在北京市和北京", "北京", ["北京", "北京"]),
        ("🚢 and 👩\u200d🚀", "🚀", ["🚀"]),
        ("nothing", "x", []),
    ],
)
def test_words_are_found_as_people_expect(text, words, expected):
    assert found(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "how", "expected"),
    [
        ("Cat cat", "cat", {"match_case": True}, ["cat"]),
        ("cat concat cats. Cat", "cat", {"whole_words": True}, ["cat", "Cat"]),
        ("don't do", "don", {"whole_words": True}, []),
        ("café cafés", "café", {"whole_words": True}, ["café"]),
        ("grey gray gruy", "gr[ae]y", {"expression": True}, ["grey", "gray"]),
        ("grey Gray", "gr[ae]y", {"expression": True, "match_case": True}, ["grey"]),
        ("one two", r"\w+", {"expression": True}, ["one", "two"]),
        ("one\ntwo", r"^\w+$", {"expression": True}, ["one", "two"]),
        ("a  b", r"\s{2}", {"expression": True}, ["  "]),
        ("abc", "x*", {"expression": True}, []),
        ("cafe\u0301s", "é", {"expression": True}, ["e\u0301"]),
        ("ab cab", "ab|c", {"expression": True, "whole_words": True}, ["ab"]),
        ("aBc", "(?-i:b)|c", {"expression": True}, ["c"]),
        ("x{2,3}", r"\{2,3\}", {"expression": True}, ["{2,3}"]),
    ],
)
def test_how_to_look_can_be_chosen(text, words, how, expected):
    assert found(text, words, **how) == expected


@pytest.mark.parametrize(
    ("words", "problem", "place"),
    [
        ("(abc", "missing", 4),
        ("[abc", "unterminated", 4),
        ("a**", "multiple", 2),
        ("*a", "nothing to repeat", 0),
        ("a\\", "bad escape", 2),
        (r"\p{Wrong}", "unknown property", 9),
        ("a(?R)", "within itself", 1),
        ("(?<x>a)(?&x)", "within itself", 7),
        ("((a{1000}){1000}){1000}", "too many", 10),
        ("((a{1000,}){1000,}){1000}", "too many", 11),
        ("(" * 250 + ")" * 250, "", None),
    ],
)
def test_a_bad_expression_says_so_with_where(words, problem, place):
    if not problem:
        # Deeply nested, but sound: it is understood, or refused with a word, and never crashes.
        assert found("abc", words, expression=True) == []
        return
    with pytest.raises(BadExpressionError) as caught:
        Searcher(Query(words, expression=True))
    assert problem in caught.value.problem
    assert caught.value.place == place


def test_counts_in_sets_and_after_escapes_are_no_counts():
    assert found("a{9999999}", r"a[{]9999999\}", expression=True) == ["a{9999999}"]


def test_a_slow_expression_is_given_up(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    with pytest.raises(TooSlowError):
        found("a" * 60 + "b", "(?:a|aa)+$", expression=True)


@given(
    st.text(st.sampled_from("ab e\u0301\u0323\u00ad\n\u200d“ \u1112\u1161\u11abé🚢"), max_size=30)
)
def test_every_letter_of_a_folded_text_knows_its_place(text):
    for loosely in (False, True):
        folded = fold(text, loosely=loosely)
        if folded.starts is None or folded.ends is None:
            assert len(folded.text) == len(text)
            continue
        assert len(folded.text) == len(folded.starts) == len(folded.ends)
        assert list(folded.starts) == sorted(folded.starts)
        for start, end in zip(folded.starts, folded.ends, strict=True):
            assert 0 <= start < end <= len(text)


@given(st.text(st.sampled_from("ab e\u0301\u00adé\n"), min_size=1, max_size=12), st.data())
def test_what_is_cut_from_a_text_is_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    whole = not unicodedata.combining(words[0]) and not unicodedata.combining(
        text[end : end + 1] or "a"
    )
    if fold(words, loosely=True).text.strip() and whole:
        assert found(text, words)
