"""The word edits of a pair of sentences, from the words of both to a tidy list.

A correct difference first, then passes that make it readable, in this order: joins, matching,
chance, islands, sliding, swaps, moves, replacements, brackets, labels, negations, cells; then
edits. Which of two equally good differences is found must not depend on which text is on the
left; so the pair is compared in one order of its two texts, and turned round where need be.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from variorum.engine.elements import Span
from variorum.engine.model import Edit, EditKind
from variorum.engine.options import Options, Tolerance
from variorum.engine.text.ends import common_end, common_start
from variorum.engine.text.folding import needed, sentence_key
from variorum.engine.words.brackets import close_brackets, whole_brackets
from variorum.engine.words.cells import cells_apart
from variorum.engine.words.evening import even_out
from variorum.engine.words.joins import join_words
from variorum.engine.words.labels import label_apart
from variorum.engine.words.likeness import kept_share
from variorum.engine.words.matching import match_words
from variorum.engine.words.moves import find_moves
from variorum.engine.words.negations import negations_apart
from variorum.engine.words.phrases import part_replacements
from variorum.engine.words.pieces import Piece, find_pieces
from variorum.engine.words.placing import Bare, placed
from variorum.engine.words.quotations import whole_quotations
from variorum.engine.words.rendering import render
from variorum.engine.words.spaces import spaced_edits
from variorum.engine.words.swaps import swap_places
from variorum.engine.words.tidying import is_chance, reworded, slide, swallow_islands
from variorum.engine.words.torn import give_back_inner, give_back_torn
from variorum.engine.words.units import Units, find_units

LONGEST_STRETCH: Final = 500_000
"""How many code points of a stretch, without what both begin and end with, are compared."""

MOST_ALIKE: Final = 0.999
"""The similarity of a pair in which anything at all is marked."""

LIMIT_LENGTH: Final = (
    f"a stretch of more than {LONGEST_STRETCH:,} characters was not compared word by word"
)


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
    return edits_of(left, Span(0, len(left)), right, Span(0, len(right)), options)


def pair_edits(
    left: str, left_span: Span, right: str, right_span: Span, options: Options
) -> PairEdits:
    """The edits of a stretch of the left text and one of the right, in offsets of the texts."""
    found, edits = _placed(left, left_span, right, right_span, options)
    return PairEdits(edits, found.similarity(), found.limits)


def edits_of(
    left: str, left_span: Span, right: str, right_span: Span, options: Options
) -> tuple[Edit, ...]:
    """The same for whoever asks for nothing but the edits."""
    return _placed(left, left_span, right, right_span, options)[1]


def _placed(
    left: str, left_span: Span, right: str, right_span: Span, options: Options
) -> tuple[_Found, tuple[Edit, ...]]:
    """What is found in two stretches, and its edits in offsets of the texts."""
    one, other = left[slice(*left_span)], right[slice(*right_span)]
    if one == other:
        same = Edit(EditKind.EQUAL, left_span, right_span)
        return _Found(()), (same,) if one else ()
    turned = other < one
    found = _compare(*((other, one) if turned else (one, other)), options.tolerances)
    return found, placed(found.edits, left_span.start, right_span.start, turned=turned)


class _Rest(NamedTuple):
    """What the similarity is worked out of, when that is asked for."""

    pieces: Sequence[Piece]
    left: Units
    right: Units
    unlike: float

    def similarity(self) -> float:
        """Of stretches in which anything at all is marked."""
        return min(kept_share(*self), MOST_ALIKE)


class _Kept(NamedTuple):
    """A similarity that is known."""

    share: float

    def similarity(self) -> float:
        """It."""
        return self.share


class _Found(NamedTuple):
    """What is found in two stretches, in offsets of each."""

    edits: Sequence[Bare]
    kept: _Rest | _Kept = _Kept(1.0)
    limits: tuple[str, ...] = ()

    def similarity(self) -> float:
        """The share of the wording of both that was kept, 0 to 1."""
        return self.kept.similarity()


def _compare(left: str, right: str, tolerances: frozenset[Tolerance]) -> _Found:
    """The edits of two different strings."""
    if max(len(left), len(right)) > LONGEST_STRETCH:
        return _compare_middle(left, right, tolerances)
    spaced = spaced_edits(left, right, tolerances)
    if spaced is not None:
        return _Found(spaced)
    one, other = find_units(left, tolerances), find_units(right, tolerances)
    join_words(one, other, tolerances)
    matching = match_words(one, other)
    pieces = find_pieces(matching, len(one), len(other))
    counted = pieces  # of words that meet by chance, what meets is small, but not quite nothing
    if chance := is_chance(pieces, one, other):
        pieces = reworded(one, other)
    else:
        pieces = close_brackets(swallow_islands(pieces, one, other), one, other)
        pieces = give_back_inner(give_back_torn(pieces, one, other), one, other)
        pieces = slide(pieces, one, other)
        pieces = swap_places(even_out(pieces, one, other), one, other)
        pieces = find_moves(pieces, one, other)
        counted = pieces = part_replacements(pieces, one, other)
        pieces = whole_quotations(whole_brackets(pieces, one, other), one, other)
        pieces = label_apart(pieces, one, other)
        pieces = list(negations_apart(pieces, one, other))
    pieces = list(cells_apart(pieces, one, other))
    edits, unlike = render(pieces, one, other, tolerances)
    if all(edit[0] is EditKind.EQUAL for edit in edits):
        return _Found(edits, limits=matching.limits)
    if sentence_key(left, tolerances) == sentence_key(right, tolerances):
        # Parted into words otherwise, in a way that no word of the one agrees with the other's.
        needs = needed(left, right, tolerances)
        all_equal: Bare = (EditKind.EQUAL, 0, len(left), 0, len(right), needs, None)
        return _Found((all_equal,), limits=matching.limits)
    rest = _Rest(counted, one, other, 0.0 if chance else unlike)
    return _Found(edits, rest, matching.limits)


def _compare_middle(left: str, right: str, tolerances: frozenset[Tolerance]) -> _Found:
    """The edits of two very long strings: what lies between their common ends, if not too long."""
    start = common_start(left, right)
    end = common_end(left, right, min(len(left), len(right)) - start)
    # Cut at white space, and not in the middle of what is compared as one word.
    start = max(left.rfind(" ", 0, start), 0)
    after = left.find(" ", len(left) - end) + 1
    end = len(left) - after if after else 0
    l_end, r_end = len(left) - end, len(right) - end
    middle = left[start:l_end], right[start:r_end]
    if max(map(len, middle)) <= LONGEST_STRETCH and middle[0] != middle[1]:
        found = _compare(*middle, tolerances)
    else:
        whole: Bare = (EditKind.REPLACE, 0, len(middle[0]), 0, len(middle[1]), (), None)
        found = _Found((whole,), _Kept(0.0), (LIMIT_LENGTH,))
    edits: list[Bare] = [(EditKind.EQUAL, 0, start, 0, start, (), None)] if start else []
    edits += (
        (kind, start + l1, start + l2, start + r1, start + r2, tolerated, move)
        for kind, l1, l2, r1, r2, tolerated, move in found.edits
    )
    if end:
        edits.append((EditKind.EQUAL, l_end, len(left), r_end, len(right), (), None))
    kept = 2 * (start + end) + found.similarity() * sum(map(len, middle))
    return _Found(edits, _Kept(kept / (len(left) + len(right))), found.limits)
