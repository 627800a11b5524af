"""Limits, letters inside words, similarity, and a text in another shape."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest

from variorum.engine import (
    DEFAULT_TOLERANCES,
    EditKind,
    Options,
    Span,
    Tolerance,
    changed_letters,
    word_edits,
)
from variorum.engine.words.edits import LIMIT_LENGTH, LONGEST_STRETCH, PairEdits, pair_edits
from variorum.engine.words.matching import LIMIT_REPEATED

PROSE = (
    "The ferry left the island shortly after nine, when the fog had lifted from the sound. "
    "On board were seventy-two passengers, three lorries and a flock of remarkably calm sheep. "
    "“Nobody was afraid,” said the mate, Ingrid Solberg, who has sailed this route since 1998; "
    "“the sheep least of all.” A naïve visitor might have thought the crossing an easy one."
)


def compare(left: str, right: str, options: Options = Options()) -> PairEdits:
    return pair_edits(left, Span(0, len(left)), right, Span(0, len(right)), options)


def broken_words(text: str, width: int) -> str:
    """A text wrapped with hyphens in the longer words."""
    hyphenated = " ".join(
        word if len(word) < 8 or not word.isalpha() else f"{word[:4]}\u00ad{word[4:]}"
        for word in text.split()
    )
    out, at = "", 0
    for part in hyphenated.replace("\u00ad", "\u00ad ").split(" "):
        bare = part.rstrip("\u00ad")
        if at + len(bare) > width:
            out = out.rstrip(" ") + ("-\n" if out.endswith("\u00ad") else "\n")
            out = out.replace("\u00ad-", "-")
            at = 0
        out += part if part.endswith("\u00ad") else part + " "
        at += len(part) + 1
    return out.replace("\u00ad", "").rstrip()


@pytest.mark.parametrize("width", [24, 40, 72])
def test_a_wrapped_hyphenated_text_is_the_same_text(width: int) -> None:
    wrapped = unicodedata.normalize("NFD", broken_words(PROSE, width))
    assert "\n" in wrapped
    found = compare(PROSE, wrapped)
    assert [e for e in found.edits if e.kind is not EditKind.EQUAL] == []
    assert found.similarity == 1
    named = {t for e in found.edits for t in e.tolerated}
    assert {Tolerance.LINE_BREAKS, Tolerance.UNICODE_FORM} <= named
    strict = compare(PROSE, wrapped, Options(tolerances=frozenset()))
    assert strict.similarity < 1


def test_two_widths_of_one_text_are_the_same_text() -> None:
    one, other = textwrap.fill(PROSE, 40), textwrap.fill(PROSE, 60)
    found = compare(one, other)
    assert found.similarity == 1
    breaks = sum(e.tolerated == (Tolerance.LINE_BREAKS,) for e in found.edits)
    assert breaks >= one.count("\n")


@pytest.mark.parametrize(
    ("left", "right", "middle"),
    [
        ("tackling", "tackled", ("ing", "ed")),
        ("colour", "color", ("u", "")),
        ("migrants", "migrant", ("s", "")),
        ("Regierung", "Regierungen", ("", "en")),
        ("читал", "читала", ("", "а")),
        ("cafe\u0301s", "cafe\u0300s", ("e\u0301", "e\u0300")),
    ],
)
def test_the_letters_that_changed_are_one_middle(
    left: str, right: str, middle: tuple[str, str]
) -> None:
    found = changed_letters(left, right)
    assert found is not None
    assert (left[slice(*found.left)], right[slice(*found.right)]) == middle


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("migrant", "immigrant"),
        ("attracted", "grained"),
        ("2018", "2019"),
        ("same", "same"),
        ("", "word"),
        ("two words", "two world"),
        ("x" * 300, "x" * 299 + "y"),
    ],
)
def test_other_words_are_changed_as_a_whole(left: str, right: str) -> None:
    assert changed_letters(left, right) is None


def test_likeness_follows_how_much_stayed() -> None:
    base = "The miller carried seven sacks of flour to the market."
    near = compare(base, "The miller carried eight sacks of flour to the market.").similarity
    half = compare(base, "The miller lost seven coins on his way to the town.").similarity
    none = compare(base, "Rain fell for weeks, and nobody came.").similarity
    assert 1 > near > half > none >= 0
    assert near > 0.85
    assert none < 0.2


def test_moved_words_count_as_kept() -> None:
    found = compare("At dawn the boat left.", "The boat left at dawn.")
    assert {e.move for e in found.edits} == {None, 1}
    assert found.similarity > 0.9


def numbered_words(count: int, step: int) -> str:
    """Words in a fixed order that looks like none, common ones often and rare ones seldom."""
    return " ".join(f"w{(k * k * step + k) % (k % 97 * 13 + 2)}" for k in range(count))


def test_twenty_thousand_words_without_a_full_stop() -> None:
    left = numbered_words(20_000, 7)
    words = left.split()
    words[100:20_000:40] = ["other"] * len(words[100:20_000:40])
    found = compare(left, " ".join(words))
    assert found.similarity > 0.9
    assert found.limits == ()
    assert sum(e.kind is EditKind.REPLACE for e in found.edits) > 300


def test_twenty_thousand_other_words() -> None:
    left, right = numbered_words(20_000, 7), numbered_words(20_000, 11)
    edits = compare(left, right).edits
    assert edits[-1].left.end == len(left)
    assert edits[-1].right.end == len(right)


def test_a_word_of_a_hundred_thousand_letters() -> None:
    left, right = "x" * 100_000, "x" * 50_000 + "y" + "x" * 49_999
    (edit,) = word_edits(left, right)
    assert edit.kind is EditKind.REPLACE


def test_ten_megabytes_without_a_full_stop_are_cut_short_and_say_so() -> None:
    left = "word after word and " * 500_000
    right = left[:40] + "first change " + left[40:-40] + "last change " + left[-40:]
    found = compare(left, right)
    assert found.limits == (LIMIT_LENGTH,)
    kinds = [edit.kind for edit in found.edits]
    assert kinds == [EditKind.EQUAL, EditKind.REPLACE, EditKind.EQUAL]


def test_ten_megabytes_with_one_change_are_compared() -> None:
    left = "word after word and " * 500_000
    at = len(left) // 2
    found = compare(left, left[:at] + "something " + left[at:])
    assert found.limits == ()
    (change,) = [edit for edit in found.edits if edit.kind is not EditKind.EQUAL]
    assert change.kind is EditKind.INSERT
    assert change.right.length == len("something ")
    assert len(left) > LONGEST_STRETCH


def test_repeated_words_beyond_measure_are_compared_in_parts_and_say_so() -> None:
    left, right = "la " * 30_000, "la " * 29_000 + "lo " + "la lo " * 700
    found = compare("no " + left + "end", "yes " + right + "stop")
    assert found.limits == (LIMIT_REPEATED,)


def test_tolerances_are_off_when_they_are_off() -> None:
    pairs = {
        Tolerance.CASE: ("The Dog", "The dog"),
        Tolerance.QUOTES: ("“yes” he", '"yes" he'),
        Tolerance.DASHES: ("a – b", "a — b"),
        Tolerance.PUNCTUATION: ("well, yes", "well yes"),
        Tolerance.DIACRITICS: ("the café", "the cafe"),
        Tolerance.DIGIT_GROUPING: ("all 1,000 of", "all 1000 of"),
        Tolerance.SPACES: ("a  b", "a b"),
        Tolerance.LINE_BREAKS: ("a\nb", "a b"),
        Tolerance.HYPHENATION: ("an exam-\nple", "an example"),
        Tolerance.UNICODE_FORM: ("é a", "e\u0301 a"),
        Tolerance.INVISIBLE: ("a\u00a0b", "a b"),
    }
    assert pairs.keys() == set(Tolerance) - {Tolerance.FORMATTING}  # which words have not
    for tolerance, (left, right) in pairs.items():
        on = Options(tolerances=DEFAULT_TOLERANCES | {tolerance})
        off = Options(tolerances=DEFAULT_TOLERANCES - {tolerance})
        assert compare(left, right, on).similarity == 1, tolerance
        assert {t for e in word_edits(left, right, on) for t in e.tolerated} == {tolerance}
        assert compare(left, right, off).similarity < 1, tolerance
