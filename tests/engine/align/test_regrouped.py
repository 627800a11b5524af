"""Sentences of the same letters with other borders."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.align.regrouped import MOST_TO_ONE, MOST_TO_SOME, regrouped
from variorum.engine.alignment import Gap
from variorum.engine.elements import Span

_SOME = st.sampled_from(["so", "he", "went", "a", "home", "a home"])
WORDS = st.lists(_SOME, min_size=1, max_size=12)


def cut(words: list[str], borders: list[bool]) -> list[str]:
    sentences = [words[0]]
    for word, border in zip(words[1:], borders, strict=False):
        if border:
            sentences.append(word)
        else:
            sentences[-1] += f" {word}"
    return sentences


def whole(left: list[str], right: list[str]) -> Gap:
    return Gap(Span(0, len(left)), Span(0, len(right)))


@given(WORDS, st.lists(st.booleans(), min_size=11), st.lists(st.booleans(), min_size=11))
def test_groups_have_the_same_letters_and_follow_each_other(
    words: list[str], one: list[bool], other: list[bool]
) -> None:
    left, right = cut(words, one), cut(words, other)
    i = j = 0
    for lefts, rights in regrouped(left, right, whole(left, right)):
        assert lefts == tuple(range(i, i + len(lefts)))
        assert rights == tuple(range(j, j + len(rights)))
        assert min(len(lefts), len(rights)) == 1 or max(len(lefts), len(rights)) <= MOST_TO_SOME
        texts = ("".join(left[n] for n in lefts), "".join(right[n] for n in rights))
        assert texts[0].replace(" ", "") == texts[1].replace(" ", "")
        i, j = lefts[-1] + 1, rights[-1] + 1


@given(WORDS, st.lists(st.booleans(), min_size=11))
def test_swapping_the_sides_mirrors_the_groups(words: list[str], borders: list[bool]) -> None:
    left, right = cut(words, borders), [" ".join(words)]
    found = list(regrouped(left, right, whole(left, right)))
    mirrored = list(regrouped(right, left, whole(right, left)))
    assert [(link.right, link.left) for link in mirrored] == found
    assert found == [(tuple(range(len(left))), (0,))]


def test_it_stops_at_the_first_difference() -> None:
    left = ["He went.", "She stayed,", "and slept.", "It rained."]
    right = ["He went.", "She stayed, and slept.", "It snowed."]
    assert list(regrouped(left, right, whole(left, right))) == [((0,), (0,)), ((1, 2), (1,))]


def test_no_group_is_larger_than_a_person_can_read() -> None:
    left = ["word"] * (MOST_TO_ONE + 1)
    right = ["word " * len(left)]
    assert not list(regrouped(left, right, whole(left, right)))


def test_a_sentence_without_letters_belongs_to_no_other() -> None:
    assert not list(regrouped(["", "He went."], ["He went."], whole(["", ""], [""])))
