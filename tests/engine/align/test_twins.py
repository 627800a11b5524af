"""Sentences that stand elsewhere to the letter: when they moved, and when they were quoted."""

from __future__ import annotations

from random import Random

import pytest
from drawn_prose import drawn_prose

from variorum.engine import Document, Span, compare
from variorum.engine.align.twins import Twins
from variorum.engine.alignment import Gap

LAMP = "he told us once that a lamp which nobody lights is only a post with a hat."
TOUCHED = LAMP.replace("once", "often")
BEES = "now the lamps are electric, and he keeps bees behind the brewery."


def _nothing() -> None:
    pass


def test_what_is_nearly_the_same_in_place_stayed() -> None:
    twins = Twins(([LAMP, BEES], [TOUCHED, BEES, LAMP]), [(0, 2), (1, 1)])
    assert not twins.may_face((0, 0))
    assert twins.stayed((0, 0))
    assert not twins.stayed((0, 1)), "both are known elsewhere"
    barred = twins.reserved(Gap(Span(0, 2), Span(0, 3)), _nothing)
    assert barred == {(1, 0), (0, 1), (1, 2)}


def test_a_row_that_came_into_the_place_of_another_is_no_edit_of_it() -> None:
    rows = [f"excluded are all losses that are caused by {cause}." for cause in ("frost", "war")]
    another = "excluded are all losses that are caused by flood."
    twins = Twins((rows, [another, rows[1], rows[0]]), [(0, 2), (1, 1)])
    assert not twins.stayed((0, 0)), "the row beside it is as like"


def test_short_lines_face_no_other_of_which_the_same_is_known() -> None:
    folded = (["key of the boat", "key of the gauge"], ["key of the gauge", "keys of the boat"])
    twins = Twins(folded, [], short=[(1, 0)])
    assert twins.may_face((0, 0)), "it may be another one now"
    assert twins.may_face((1, 0))
    both = Twins((folded[0], folded[0][::-1]), [], short=[(0, 1), (1, 0)])
    assert not both.may_face((0, 0))
    assert both.reserved(Gap(Span(0, 2), Span(0, 2)), _nothing) == {(0, 0), (1, 1)}


def _prose(chance: Random, sentences: int) -> list[list[str]]:
    return drawn_prose(chance, sentences, words=900, letters=(3, 7), evenness=2)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_lies_between_quotations_is_not_alike_because_they_are(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same texts each time
    article, chapter = _prose(chance, 60), _prose(chance, 400)
    quoted = article[::5]
    for number, paragraph in enumerate(quoted):
        chapter.insert(20 + 34 * number, paragraph)
    left, right = Document.from_sentences(article), Document.from_sentences(chapter)
    found = {
        (i, j) for lefts, rights in compare(left, right).links() for i in lefts for j in rights
    }
    assert found == {(article.index(p), chapter.index(p)) for p in quoted}
