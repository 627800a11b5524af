"""The word edits of a pair of sentences, from the words of both to a tidy list.

A correct difference first, then passes that make it readable, in this order: joins, matching,
chance, islands, sliding, moves, replacements; then edits. Which of two equally good differences is
found must not depend on which text is on the left; so the pair is compared in one order of its
two texts, and turned round where need be.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from variorum.engine.model import Edit, EditKind, Span
from variorum.engine.options import Options, Tolerance
from variorum.engine.text.ends import common_end, common_start
from variorum.engine.text.folding import needed, sentence_key
from variorum.engine.words.joins import join_words
from variorum.engine.words.likeness import kept_share
from variorum.engine.words.matching import match_words
from variorum.engine.words.moves import find_moves
from variorum.engine.words.phrases import part_replacements
from variorum.engine.words.pieces import find_pieces
from variorum.engine.words.rendering import render
from variorum.engine.words.spaces import spaced_edits
from variorum.engine.words.tidying import is_chance, reworded, slide, swallow_islands
from variorum.engine.words.units import find_units

LONGEST_STRETCH: Final = 500_000
"""How many code points of a stretch, without what both begin and end with, are compared."""

MOST_ALIKE: Final = 0.999
"""The similarity of a pair in which anything at all is marked."""

LIMIT_LENGTH: Final = "a stretch of more than 500,000 characters was not compared word by word"


class PairEdits(NamedTuple):
    """The edits of two stretches of text, and how much of their wording was kept."""

    edits: tuple[Edit, ...]
    """Cover both stretches without gap."""
    similarity: float
    """The share of the wording of both sides that was kept, 0 to 1; 1 only when all is equal."""
    limits: tuple[str, ...] = ()
    """What was cut short, in words; empty when nothing was."""


def word_edits(left: str, right: str, options: Options = Options()) -> tuple[Edit, ...]:
    """The edits of two strings.

    Args:
        left: any text.
        right: any text.
        options: what counts as a difference.
    """
    return pair_edits(left, Span(0, len(left)), right, Span(0, len(right)), options).edits


def pair_edits(
    left: str, left_span: Span, right: str, right_span: Span, options: Options
) -> PairEdits:
    """The edits of a stretch of the left text and one of the right, in offsets of the texts."""
    one, other = left[slice(*left_span)], right[slice(*right_span)]
    if one == other:
        same = Edit(EditKind.EQUAL, left_span, right_span)
        return PairEdits((same,) if one else (), 1.0)
    turned = other < one
    found = _compare(*((other, one) if turned else (one, other)), options.tolerances)
    edits = map(_turned, found.edits) if turned else iter(found.edits)
    return found._replace(edits=_placed(edits, left_span.start, right_span.start))


def _compare(left: str, right: str, tolerances: frozenset[Tolerance]) -> PairEdits:
    """The edits of two different strings, in offsets of each."""
    if max(len(left), len(right)) > LONGEST_STRETCH:
        return _compare_middle(left, right, tolerances)
    spaced = spaced_edits(left, right, tolerances)
    if spaced is not None:
        return PairEdits(spaced, 1.0)
    one, other = find_units(left, tolerances), find_units(right, tolerances)
    join_words(one, other, tolerances)
    matching = match_words(one, other)
    pieces = find_pieces(matching.matches, len(one), len(other))
    share = None
    if is_chance(pieces, one, other):
        share = kept_share(pieces, one, other, 0.0)  # small, but no chance is quite nothing
        pieces = reworded(one, other)
    else:
        pieces = swallow_islands(pieces, one, other)
        pieces = slide(pieces, one, other)
        pieces = find_moves(pieces, one, other)
        pieces = part_replacements(pieces, one, other)
    edits, unlike = render(pieces, one, other, tolerances)
    if all(edit.kind is EditKind.EQUAL for edit in edits):
        return PairEdits(edits, 1.0, matching.limits)
    if sentence_key(left, tolerances) == sentence_key(right, tolerances):
        # Parted into words otherwise, in a way that no word of the one agrees with the other's.
        spans = Span(0, len(left)), Span(0, len(right))
        all_equal = Edit(EditKind.EQUAL, *spans, needed(left, right, tolerances))
        return PairEdits((all_equal,), 1.0, matching.limits)
    if share is None:
        share = kept_share(pieces, one, other, unlike)
    return PairEdits(edits, min(share, MOST_ALIKE), matching.limits)


def _compare_middle(left: str, right: str, tolerances: frozenset[Tolerance]) -> PairEdits:
    """The edits of two very long strings: what lies between their common ends, if not too long."""
    start = common_start(left, right)
    end = common_end(left, right, min(len(left), len(right)) - start)
    # Cut at white space, and not in the middle of what is compared as one word.
    start = max(left.rfind(" ", 0, start), 0)
    after = left.find(" ", len(left) - end) + 1
    end = len(left) - after if after else 0
    middle = left[start : len(left) - end], right[start : len(right) - end]
    if max(map(len, middle)) <= LONGEST_STRETCH and middle[0] != middle[1]:
        found = _compare(*middle, tolerances)
    else:
        edit = Edit(EditKind.REPLACE, Span(0, len(middle[0])), Span(0, len(middle[1])))
        found = PairEdits((edit,), 0.0, (LIMIT_LENGTH,))
    edits = [Edit(EditKind.EQUAL, Span(0, start), Span(0, start))] if start else []
    edits += _placed(found.edits, start, start)
    if end:
        ends = Span(len(left) - end, len(left)), Span(len(right) - end, len(right))
        edits.append(Edit(EditKind.EQUAL, *ends))
    total = len(left) + len(right)
    share = (2 * (start + end) + found.similarity * sum(map(len, middle))) / total
    return PairEdits(tuple(edits), share, found.limits)


def _turned(edit: Edit) -> Edit:
    """An edit with its sides changed."""
    kind = _MIRRORED.get(edit.kind, edit.kind)
    return edit._replace(kind=kind, left=edit.right, right=edit.left)


_MIRRORED: Final = {EditKind.INSERT: EditKind.DELETE, EditKind.DELETE: EditKind.INSERT}


def _placed(edits: Iterable[Edit], left: int, right: int) -> tuple[Edit, ...]:
    """Edits in offsets of the whole texts, their moves numbered in the order of the left one."""
    edits = tuple(edits)
    out: list[Edit] = []
    moved = (e.move for e in edits if e.move and e.kind is EditKind.DELETE)
    numbers = {move: number for number, move in enumerate(moved, 1)}
    for kind, (l1, l2), (r1, r2), tolerated, move in edits:
        out.append(
            Edit(
                kind,
                Span(l1 + left, l2 + left),
                Span(r1 + right, r2 + right),
                tolerated,
                numbers[move] if move else None,
            )
        )
    return tuple(out)
