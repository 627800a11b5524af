"""What is true of the edits of any two strings under any tolerances."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from arbitrary_words import options, pairs, texts
from hypothesis import given, settings

from variorum.engine import Edit, EditKind, Options, Span, Tolerance, word_edits
from variorum.engine.text.folding import sentence_key
from variorum.engine.words.edits import PairEdits, pair_edits
from variorum.engine.words.placing import Bare, missing_first

Pair = tuple[str, str]
many = settings(max_examples=200, deadline=None)
MIRRORED = {EditKind.INSERT: EditKind.DELETE, EditKind.DELETE: EditKind.INSERT}


def compare(pair: Pair, chosen: Options) -> PairEdits:
    left, right = pair
    return pair_edits(left, Span(0, len(left)), right, Span(0, len(right)), chosen)


@many
@given(pairs, options)
def test_edits_cover_both_sides_without_gap(pair: Pair, chosen: Options) -> None:
    at = (0, 0)
    for edit in compare(pair, chosen).edits:
        assert (edit.left.start, edit.right.start) == at
        at = (edit.left.end, edit.right.end)
    assert at == (len(pair[0]), len(pair[1]))


@many
@given(pairs, options)
def test_kinds_say_which_sides_have_words(pair: Pair, chosen: Options) -> None:
    for edit in compare(pair, chosen).edits:
        sides = (bool(edit.left.length), bool(edit.right.length))
        if edit.kind is EditKind.EQUAL:
            assert any(sides)
        else:
            assert not edit.tolerated
            assert sides == {
                EditKind.REPLACE: (True, True),
                EditKind.DELETE: (True, False),
                EditKind.INSERT: (False, True),
            }.get(edit.kind)


@many
@given(pairs, options)
def test_what_is_equal_differs_in_nothing_that_is_not_tolerated(
    pair: Pair, chosen: Options
) -> None:
    allowed = chosen.tolerances | ({Tolerance.CASE} if chosen.tolerances else set())
    for edit in compare(pair, chosen).edits:
        one, other = pair[0][slice(*edit.left)], pair[1][slice(*edit.right)]
        if edit.kind is EditKind.EQUAL:
            assert (one == other) == (not edit.tolerated)
            assert set(edit.tolerated) <= allowed
            assert list(edit.tolerated) == sorted(set(edit.tolerated))
        elif not edit.move:
            assert one != other


@many
@given(pairs, options)
def test_edits_turn_the_left_text_into_the_right(pair: Pair, chosen: Options) -> None:
    left, right = pair
    made = "".join(
        left[slice(*edit.left)]
        if edit.kind is EditKind.EQUAL and not edit.tolerated
        else right[slice(*edit.right)]
        for edit in compare(pair, chosen).edits
    )
    assert made == right


@many
@given(pairs, options)
def test_turning_the_sides_mirrors_the_edits(pair: Pair, chosen: Options) -> None:
    """All but the order of what is missing and what was added in one place."""

    def bare(edits: Iterable[Edit]) -> list[Bare]:
        flat = [(e.kind, *e.left, *e.right, e.tolerated, int(e.move is not None)) for e in edits]
        return missing_first(flat)

    there = compare(pair, chosen)
    back = compare((pair[1], pair[0]), chosen)
    mirrored = [
        e._replace(kind=MIRRORED.get(e.kind, e.kind), left=e.right, right=e.left)
        for e in back.edits
    ]
    assert bare(there.edits) == bare(mirrored)
    assert there.similarity == back.similarity


@many
@given(pairs, options)
def test_what_is_missing_stands_before_what_was_added(pair: Pair, chosen: Options) -> None:
    for one, other in pairwise(compare(pair, chosen).edits):
        assert (one.kind, other.kind) != (EditKind.INSERT, EditKind.DELETE)


@many
@given(pairs, options)
def test_moves_have_two_ends_and_count_from_one(pair: Pair, chosen: Options) -> None:
    edits = [edit for edit in compare(pair, chosen).edits if edit.move is not None]
    ends = Counter((edit.move, edit.kind) for edit in edits)
    numbers = {edit.move for edit in edits}
    assert set(ends) == {(n, kind) for n in numbers for kind in (EditKind.DELETE, EditKind.INSERT)}
    assert set(ends.values()) <= {1}
    left_order = [edit.move for edit in edits if edit.kind is EditKind.DELETE]
    assert left_order == list(range(1, len(numbers) + 1))


@many
@given(pairs, options)
def test_similarity_is_one_only_when_all_is_equal(pair: Pair, chosen: Options) -> None:
    found = compare(pair, chosen)
    assert 0 <= found.similarity <= 1
    equal = all(edit.kind is EditKind.EQUAL for edit in found.edits)
    assert (found.similarity == 1) == equal


@many
@given(pairs, options)
def test_sentences_with_one_key_are_equal(pair: Pair, chosen: Options) -> None:
    keys = {sentence_key(text, chosen.tolerances) for text in pair}
    if len(keys) == 1:
        assert compare(pair, chosen).similarity == 1


@many
@given(texts, options)
def test_a_text_is_equal_to_itself_and_to_its_other_form(text: str, chosen: Options) -> None:
    assert compare((text, text), chosen).similarity == 1
    other = unicodedata.normalize("NFD", text)
    assert compare((text, other), Options()).similarity == 1


@many
@given(pairs, options)
def test_what_surrounds_a_stretch_does_not_matter(pair: Pair, chosen: Options) -> None:
    left, right = pair
    alone = compare(pair, chosen)
    inside = pair_edits(
        f"He’{left}s of", Span(3, 3 + len(left)), f"\n-{right}-", Span(2, 2 + len(right)), chosen
    )
    shifted = [
        e._replace(
            left=Span(e.left.start + 3, e.left.end + 3),
            right=Span(e.right.start + 2, e.right.end + 2),
        )
        for e in alone.edits
    ]
    assert shifted == list(inside.edits)
    assert alone.similarity == inside.similarity


@many
@given(pairs)
def test_marks_never_part_from_their_letters(pair: Pair) -> None:
    for edit in word_edits(*pair, Options(tolerances=frozenset())):
        for text, span in zip(pair, (edit.left, edit.right), strict=True):
            if 0 < span.start < len(text) and unicodedata.category(text[span.start])[0] == "M":
                # Only after what cannot carry a mark: a sign without width, or none at all.
                assert not text[span.start - 1].isalnum()
