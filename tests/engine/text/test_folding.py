"""What each tolerance hides, and what it does not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine import DEFAULT_TOLERANCES, Tolerance
from variorum.engine.text.folding import agree, fold, needed, sentence_key

ALL = frozenset(Tolerance)
T = Tolerance

HIDDEN = [
    ("It rained\nall day.", "It rained all day.", T.LINE_BREAKS),
    ("你\n好", "你好", T.LINE_BREAKS),
    ("end—\nthen", "end—then", T.LINE_BREAKS),
    ("one  two", "one two", T.SPACES),
    ("one\ttwo", "one two", T.SPACES),
    ("exam-\nple", "example", T.HYPHENATION),
    ("exam\u00ad\nple", "example", T.HYPHENATION),
    ("caf\u00e9", "cafe\u0301", T.UNICODE_FORM),
    ("ﬁne", "fine", T.UNICODE_FORM),
    ("ＡＢＣ１２", "ABC12", T.UNICODE_FORM),
    ("ﺳﻼﻡ", "سلام", T.UNICODE_FORM),
    ("یک کتاب", "يك كتاب", T.UNICODE_FORM),
    ("Știința și viața", "Ştiinţa şi viaţa", T.UNICODE_FORM),
    ("\u0d05\u0d35\u0d7b", "\u0d05\u0d35\u0d28\u0d4d\u200d", T.UNICODE_FORM),
    ("\u0e19\u0e49\u0e33", "\u0e19\u0e4d\u0e49\u0e32", T.UNICODE_FORM),
    ("\u0e17\u0e33", "\u0e17\u0e4d\u0e32", T.UNICODE_FORM),
    ("\u0989\u09ce\u09b8", "\u0989\u09a4\u09cd\u200d\u09b8", T.UNICODE_FORM),
    ("\u0e99\u0ec9\u0eb3", "\u0e99\u0ecd\u0ec9\u0eb2", T.UNICODE_FORM),
    ("3\u301c5", "3\uff5e5", T.UNICODE_FORM),
    ("\u2f00\u2f08", "\u4e00\u4eba", T.UNICODE_FORM),
    ("خانۀ ما", "خانهٔ ما", T.UNICODE_FORM),
    ("وہ یہاں", "وه يهاں", T.UNICODE_FORM),
    ("so\u00adft", "soft", T.INVISIBLE),
    ("a\u00a0b", "a b", T.INVISIBLE),
    ("a\u202fb", "a b", T.INVISIBLE),
    ("\ufeffa", "a", T.INVISIBLE),
    ("می\u200cرود", "میرود", T.INVISIBLE),
    ("السـلام عليـــكم", "السلام عليكم", T.INVISIBLE),
    ("Straße", "STRASSE", T.CASE),
    ("Well, yes.", "Well yes", T.PUNCTUATION),
    ("don't", "dont", T.PUNCTUATION),
    ("“yes”", '"yes"', T.QUOTES),
    ("« yes »", "„yes“", T.QUOTES),
    ("‘yes’", "''yes''", T.QUOTES),
    ("don’t", "don't", T.QUOTES),
    ("a – b", "a—b", T.DASHES),
    ("1990–1995", "1990-1995", T.DASHES),
    ("1,000,000", "1000000", T.DIGIT_GROUPING),
    ("12 500", "12'500", T.DIGIT_GROUPING),
    ("12,34,567", "1234567", T.DIGIT_GROUPING),
    ("1,20,00,000", "12,000,000", T.DIGIT_GROUPING),
    ("İstanbul", "istanbul", T.CASE),
    ("İL", "il", T.CASE),
    ("1.000.000", "1 000 000", T.DIGIT_GROUPING),
    ("Łódź", "Lodz", T.DIACRITICS),
    ("cœur, Æsir", "coeur, AEsir", T.DIACRITICS),
    ("שָׁלוֹם", "שלום", T.DIACRITICS),
]


@pytest.mark.parametrize(("one", "other", "tolerance"), HIDDEN)
def test_a_tolerance_hides_its_kind_of_difference(
    one: str, other: str, tolerance: Tolerance
) -> None:
    on, off = DEFAULT_TOLERANCES | {tolerance}, DEFAULT_TOLERANCES - {tolerance}
    assert sentence_key(one, on) == sentence_key(other, on)
    assert sentence_key(one, off) != sentence_key(other, off)


@pytest.mark.parametrize(("one", "other", "tolerance"), HIDDEN)
def test_what_was_needed_is_named(one: str, other: str, tolerance: Tolerance) -> None:
    assert needed(one, other, DEFAULT_TOLERANCES | {tolerance}) == (tolerance,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3.141", "3141"),
        ("12,34", "1234"),
        ("well known", "wellknown"),
        ("one two", "onetwo"),
        ("हिन्दी", "हनद"),
        ("が", "か"),
        ("👩\u200d🔬", "👩🔬"),
        ("x²", "x2"),
    ],
)
def test_another_text_stays_another(one: str, other: str) -> None:
    assert sentence_key(one, ALL) != sentence_key(other, ALL)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3.5", "35"),
        ("1,5 kg", "15 kg"),
        ("-5 °C", "5 °C"),
        ("लड़का", "लड़की"),
        ("ข้าว", "ข่าว"),
        ("كَتَبَ", "كُتِبَ"),
        ("5 €", "5 $"),
        ("x < y", "x > y"),
        ("10 %", "10"),
        ("R&D", "RD"),
    ],
)
def test_punctuation_is_neither_letters_nor_figures_nor_signs_that_are_read(
    one: str, other: str
) -> None:
    tolerances = DEFAULT_TOLERANCES | {T.PUNCTUATION}
    assert not agree(one, other, tolerances)
    assert sentence_key(one, tolerances) != sentence_key(other, tolerances)


@pytest.mark.parametrize(
    ("one", "other", "hidden"),
    [("a  b", "a b", T.SPACES), ("a\u00a0b", "a b", T.INVISIBLE), ("a\nb", "a b", T.LINE_BREAKS)],
)
def test_punctuation_hides_no_space(one: str, other: str, hidden: Tolerance) -> None:
    assert not agree(one, other, ALL - {hidden})
    assert agree(one, other, ALL)


def test_a_hyphen_at_the_end_of_a_line_may_be_the_words_own() -> None:
    assert agree("well-\nknown", "well-known", DEFAULT_TOLERANCES)
    assert agree("well-\nknown", "wellknown", DEFAULT_TOLERANCES)
    assert agree("ex-\nample", "exam-\nple", DEFAULT_TOLERANCES)
    assert not agree("well-\nknown", "well known", DEFAULT_TOLERANCES)


@pytest.mark.parametrize("unit", [" ", "\t", "\u00a0", "\n", ".", "—", "« ", "- ", "a-\n", "1,"])
@pytest.mark.parametrize("tolerances", [DEFAULT_TOLERANCES, ALL])
def test_monotonous_text_takes_linear_work(unit: str, tolerances: frozenset[Tolerance]) -> None:
    """A hundred thousand of anything: work that grew with the square would never come back."""
    begun = time.process_time()
    key = sentence_key(f"One{unit * 100_000}two,\nthree", tolerances)
    assert time.process_time() - begun < 5
    assert key.startswith("one" if tolerances is ALL else "One")


@given(st.text(st.characters(codec=None)), st.frozensets(st.sampled_from(list(Tolerance))))
def test_any_text_has_a_key(text: str, tolerances: frozenset[Tolerance]) -> None:
    assert sentence_key(text, tolerances) == sentence_key(text, tolerances)
    assert fold(text, frozenset()) == text
