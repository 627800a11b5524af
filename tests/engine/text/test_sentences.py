"""Sentences: the cases of `tests/cases/sentences`, and what holds for any text whatever."""

from __future__ import annotations

import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from typing import SupportsIndex

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.engine.elements import Span
from variorum.engine.text.judgement import rules_for
from variorum.engine.text.language import guess_language
from variorum.engine.text.sentences import find_sentences, split_sentences

CASES = Path(__file__).parents[2] / "cases" / "sentences"
LANGUAGES = sorted(path.stem for path in CASES.glob("*.txt"))
UNSPACED = {"zh", "ja"}


def cases(language: str) -> Iterator[tuple[str, list[str]]]:
    """What each case of a language is about, and its sentences."""
    for group in (CASES / f"{language}.txt").read_text(encoding="utf-8").split("\n\n"):
        about, *sentences = group.strip().split("\n")
        yield about.removeprefix("# "), sentences


def split(text: str, language: str) -> list[str]:
    spans = split_sentences(text, Span(0, len(text)), language)
    return [" ".join(text[start:end].split()) for start, end in spans]


ALL = [
    pytest.param(language, sentences, id=f"{language}: {about}")
    for language in LANGUAGES
    for about, sentences in cases(language)
]


@pytest.mark.parametrize(("language", "sentences"), ALL)
def test_case(language: str, sentences: list[str]) -> None:
    joint = "" if language in UNSPACED else " "
    assert split(joint.join(sentences), language) == sentences


@pytest.mark.parametrize(("language", "sentences"), ALL)
def test_line_ends_count_as_spaces(language: str, sentences: list[str]) -> None:
    assert split("\n".join(sentences), language) == sentences
    text = " ".join(sentences)
    for width in (20, 33, 72):
        wrapped = textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)
        assert split(wrapped, language) == split(text, language)


def test_every_language_of_the_program_has_a_dozen_cases() -> None:
    wanted = [
        "ar",
        "de",
        "el",
        "en",
        "es",
        "fa",
        "fr",
        "he",
        "hi",
        "it",
        "ja",
        "ko",
        "nl",
        "pl",
        "pt",
        "ru",
        "tr",
        "zh",
    ]
    assert [language for language in wanted if len(list(cases(language))) < 12] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_of_the_cases_is_guessed(language: str) -> None:
    text = " ".join(" ".join(sentences) for _, sentences in cases(language))
    assert guess_language(text) == language


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Before.\n\n  Ein 𝒳 und 😀😀. Zwei 𝒴! \n\nAfter."
    inside = Span(text.index("\n"), text.index("After"))
    spans = split_sentences(text, inside, "de")
    assert [text[a:b] for a, b in spans] == ["Ein 𝒳 und 😀😀.", "Zwei 𝒴!"]


def test_an_empty_line_always_parts() -> None:
    assert split("no stop here\n \n and none here", "en") == ["no stop here", "and none here"]
    assert split("Mr.\n\nOakley", "en") == ["Mr.", "Oakley"]


def test_region_and_case_of_a_language_code_do_not_matter() -> None:
    text = "Am 3. Mai kam er. Sie ging."
    assert split(text, "de-AT") == split(text, "DE") == ["Am 3. Mai kam er.", "Sie ging."]


@pytest.mark.parametrize("language", ["sk", "cs", "xx", "", "not a language"])
def test_a_language_without_lists_still_gets_sentences(language: str) -> None:
    text = "Aaa bbb ccc. Ddd eee! Fff ggg? Hhh \ud800 xyz. “Jjj kkk. Lll mmm.”"
    assert split(text, language)[:3] == ["Aaa bbb ccc.", "Ddd eee!", "Fff ggg?"]
    assert split(text, language)[-2:] == ["“Jjj kkk.", "Lll mmm.”"]


PIECES = st.sampled_from(
    [
        *".!?…;:,。！？؟।\"'“”„«»「」()[]—-*",
        *(" ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u3000", "\x00", "\ud800", "\u0301"),
        *("word", "Word", "Dr", "z", "B", "U.S", "No", "3", "42", "XIV", "said", "Mary", "The"),
        *("语", "说", "と言った", "ก" * 13, "של", "قال", "कहा", "말했다", "κ", "der", "😀"),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))
CODES = st.sampled_from([*LANGUAGES, "cs", "xx", ""])


@given(TEXTS, CODES)
@settings(deadline=None, max_examples=300)
def test_spans_cover_all_but_white_space(text: str, language: str) -> None:
    spans = split_sentences(text, Span(0, len(text)), language)
    at = 0
    for start, end in spans:
        assert start < end
        assert not text[at:start].strip()
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        at = end
    assert not text[at:].strip()
    assert split_sentences(text, Span(0, len(text)), language) == spans


@given(TEXTS, TEXTS, TEXTS, CODES)
@settings(deadline=None, max_examples=300)
def test_what_stands_around_a_paragraph_does_not_matter(
    before: str, text: str, after: str, language: str
) -> None:
    shift = len(before)
    spans = split_sentences(before + text + after, Span(shift, shift + len(text)), language)
    alone = split_sentences(text, Span(0, len(text)), language)
    assert [(a - shift, b - shift) for a, b in spans] == alone


@given(TEXTS, CODES, st.integers(1, 40))
@settings(deadline=None, max_examples=300)
def test_wrapping_changes_no_sentence(text: str, language: str, width: int) -> None:
    words = text.split()
    wrapped, used = "", 0
    for word in words:
        used += len(word) + 1
        wrapped += ("" if not wrapped else "\n" if used > width else " ") + word
        used = len(word) if wrapped[-len(word) - 1 : -len(word)] == "\n" else used
    assert split(wrapped, language) == split(" ".join(words), language)


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        ".",
        ". ",
        "a. ",
        "U.S. ",
        "(",
        "a (b. C ",
        "\n",
        ".—",
        "。",
        "好!",
        ". 😀",
        '"a. ',
        "a-",
        "\u0301",
    ],
)
@pytest.mark.parametrize("language", ["en", "sv", "th"])
def test_monotonous_text_takes_linear_work(unit: str, language: str) -> None:
    """Forty thousand of anything: work that grew with the square would take minutes."""
    text = "A" + unit * 40_000 + "z"
    begun = time.process_time()
    spans = split_sentences(text, Span(0, len(text)), language)
    assert time.process_time() - begun < 5
    assert spans[0].start == 0
    assert spans[-1].end == len(text)


class Copied(str):
    """A text that counts the letters that are copied out of it."""

    letters = 0

    def __getitem__(self, place: SupportsIndex | slice) -> str:
        part = super().__getitem__(place)
        self.letters += len(part)
        return part


@pytest.mark.parametrize("unit", ["a (b. C ", "(a. b ", "他喊“站住！”就跑", "「あ？」と"])
@pytest.mark.parametrize("language", ["en", "zh", "ja"])
def test_what_is_looked_at_does_not_grow_with_the_sentence(unit: str, language: str) -> None:
    """Where none of many places ends it, all before a place is no slice to be asked about."""
    copied = []
    for count in (500, 2000):
        text = Copied("A" + unit * count + "z")
        find_sentences(text, 0, rules_for(language))
        copied.append(text.letters)
    assert copied[1] < 5 * copied[0]
