"""Sentences of texts in two languages that face each other by their length."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.engine import Document
from variorum.engine.align import by_length
from variorum.engine.align.by_length import (
    FEW,
    LENGTHS_LIMIT,
    are_in_two_languages,
    link_by_length,
)
from variorum.engine.align.lengths import Lengths
from variorum.engine.alignment import Link

FRENCH = "Le chat dort sur la chaise, et la pluie tombe sans fin sur les toits de la ville."
GERMAN = "Die Katze schläft auf dem Stuhl, und der Regen fällt ohne Ende auf die Dächer der Stadt."


def single(*pairs: tuple[int, int]) -> list[Link]:
    return [Link((i,), (j,)) for i, j in pairs]


def linked(
    left: list[int],
    right: list[int],
    links: list[Link],
    *,
    paragraphs: tuple[list[int], list[int]] | None = None,
    fixed: frozenset[Link] = frozenset(),
    barred: frozenset[tuple[int, int]] = frozenset(),
    limits: set[str] | None = None,
) -> list[Link]:
    """What comes of sentences of these lengths, all others than those of the links lone."""
    known = [{n for link in links for n in link[side]} for side in (0, 1)]
    lone = [
        [n for n in range(len(x)) if n not in known[side]] for side, x in enumerate((left, right))
    ]
    places = paragraphs or ([0] * len(left), [0] * len(right))
    lengths = Lengths((left, right), places)
    told = set() if limits is None else limits
    return link_by_length(links, lengths, (lone[0], lone[1]), fixed, barred, lambda: None, told)


def test_what_is_left_between_two_links_faces_each_other():
    assert linked([60, 90, 70], [66, 99, 77], single((0, 0), (2, 2))) == single(
        (0, 0), (1, 1), (2, 2)
    )


def test_a_sentence_that_is_too_long_for_its_counterpart_was_parted():
    found = linked([60, 180, 70], [60, 90, 88, 70], single((0, 0), (2, 3)))
    assert found == [Link((0,), (0,)), Link((1,), (1, 2)), Link((2,), (3,))]


def test_a_sentence_that_was_left_out_stays_lone():
    found = linked([60, 150, 90, 70], [60, 152, 70], single((0, 0), (3, 2)))
    assert found == single((0, 0), (1, 1), (3, 2))


@pytest.mark.parametrize("turned", [False, True])
def test_a_half_beside_a_link_joins_it_where_lengths_say_so(turned):
    sides = [60, 180, 70], [60, 92, 90, 70]
    links = [(0, 0), (1, 1), (2, 3)]
    if turned:
        sides, links = (sides[1], sides[0]), [(j, i) for i, j in links]
    found = linked(*sides, single(*links))
    assert Link(*(((1, 2), (1,)) if turned else ((1,), (1, 2)))) in found
    kept = linked([60, 92, 70], [60, 92, 90, 70], single((0, 0), (1, 1), (2, 3)))
    assert kept == single((0, 0), (1, 1), (2, 3))


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("halves", "joined"), [((58, 64), 1), ((64, 58), 3), ((60, 60), 1)])
def test_of_a_half_on_either_side_of_a_link_the_better_one_joins_it(halves, joined, turned):
    sides = [600, halves[0], 60, halves[1], 600], [600, 120, 600]
    links = [(0, 0), (2, 1), (4, 2)]
    if turned:
        sides, links = (sides[1], sides[0]), [(j, i) for i, j in links]
    group = tuple(sorted((joined, 2)))
    found = linked(*sides, single(*links))
    assert found[1] == Link(*(((1,), group) if turned else (group, (1,))))


def test_a_half_in_another_paragraph_does_not():
    links = single((0, 0), (1, 1), (2, 3))
    where = [0, 0, 1], [0, 0, 1, 1]
    assert linked([60, 180, 70], [60, 92, 90, 70], links, paragraphs=where) == links


def test_what_a_person_decided_stays():
    sides = [60, 180, 70], [60, 92, 90, 70]
    links = single((0, 0), (1, 1), (2, 3))
    assert linked(*sides, links, fixed=frozenset(links)) == links
    assert linked(*sides, links, barred=frozenset({(1, 2)})) == links
    ends = single((0, 0), (2, 2))
    assert linked([60, 90, 70], [60, 90, 70], ends, barred=frozenset({(1, 1)})) == ends


def test_where_lengths_alone_say_little_nothing_is_told():
    links = single((0, 0))
    assert linked([50] * 12, [50] * 12, links) == links
    assert linked([20, 90, 40], [20, 90, 40], []) == []
    assert linked([], [50] * 12, []) == []


def test_lengths_alone_tell_a_translation():
    left = [20, 180, 40, 90, 33, 150, 61, 12, 240, 75, 28, 130]
    right = [round(letters * 1.2) for letters in left]
    found = single(*((n, n) for n in range(12)))
    assert linked(left, right, []) == found
    assert linked(left, right[::-1], []) == []
    assert linked(left, right, [], barred=frozenset({(3, 3)})) == [*found[:3], *found[4:]]


def test_the_beginning_tells_of_a_long_text(monkeypatch):
    monkeypatch.setattr(by_length, "TELLING", 12)
    left = [20, 180, 40, 90, 33, 150, 61, 12, 240, 75, 28, 130] * 4
    assert len(linked(left, left, [])) == len(left)
    assert linked(left, [*left[:12][::-1], *left[12:]], []) == []


def test_paragraphs_alone_are_no_translation():
    where = [0, 0, 0, 1, 1], [0, 0, 0, 1, 1]
    assert linked([60] * 5, [61] * 5, [], paragraphs=where) == []


def test_a_paragraph_faces_the_beginning_of_a_paragraph():
    sizes = [60, 70, 65, 72, 60]
    ends = single((0, 0), (4, 3))
    where = [0, 1, 1, 2, 3], [0, 1, 2, 3]
    found = linked(sizes, [60, 69, 72, 60], ends, paragraphs=where)
    assert found == single((0, 0), (1, 1), (3, 2), (4, 3))


def test_a_long_passage_is_linked_only_where_all_of_it_fits():
    size = 2 * FEW
    draw = random.Random(4)  # noqa: S311 - the same each time
    left, others = ([draw.randint(20, 250) for _ in range(2 * size)] for _ in range(2))
    links = single(*((n, n) for n in range(size)))
    assert linked(left, left, links) == single(*((n, n) for n in range(2 * size)))
    assert linked(left, [*left[:size], *others[size:]], links) == links


def test_of_too_many_long_passages_the_shorter_ones_are_linked(monkeypatch):
    monkeypatch.setattr(by_length, "MOST_WEIGHED", 2 * FEW)
    gaps = 2 * FEW - 1, FEW + 1, FEW
    left: list[int] = [50]
    known = [0]
    for gap in gaps:
        left += [30 + n * n % 97 for n in range(gap)] + [50] * FEW
        known += range(len(left) - FEW, len(left))
    links = single(*((n, n) for n in known))
    limits: set[str] = set()
    found = linked(left, left, links, limits=limits)
    assert limits == {LENGTHS_LIMIT}
    first = gaps[0] + 1
    assert {link.left[0] for link in found} == {0, *range(first, len(left))}


@settings(deadline=None)
@given(st.data())
def test_swapping_the_sides_mirrors_the_links(data: st.DataObject) -> None:
    sizes = st.lists(st.integers(5, 200), min_size=3, max_size=9)
    left, right = data.draw(sizes), data.draw(sizes)
    links = data.draw(st.sampled_from([[], single((0, 0), (len(left) - 1, len(right) - 1))]))
    there = linked(left, right, links)
    back = linked(right, left, [Link(*reversed(link)) for link in links])
    assert sorted(Link(*reversed(link)) for link in back) == there
    lefts = [i for link in there for i in link.left]
    rights = [j for link in there for j in link.right]
    assert lefts == sorted(set(lefts))
    assert rights == sorted(set(rights))


@pytest.mark.parametrize(
    ("left", "right", "languages", "told"),
    [
        (FRENCH, GERMAN, (None, None), True),
        (FRENCH, FRENCH, (None, None), False),
        (FRENCH, GERMAN, ("de", "de"), False),
        (FRENCH, "1962", (None, None), False),
        (FRENCH, FRENCH, ("fr", "de"), False),
    ],
)
def test_languages_must_be_two_by_what_is_written(left, right, languages, told):
    one, other = (
        Document.from_text(text, language=language)
        for text, language in zip((left, right), languages, strict=True)
    )
    assert are_in_two_languages(one, other) is told
