"""Takes a review over to another comparison: notes go where their words went.

Imports the engine's public names and the model. Positions are code points of the texts. When a
text became another, the engine compares its old version with the new one, and `Places` reads from
that where each passage stands now. What has no place any more becomes a `Stray`; no note and no
verdict is ever dropped.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from variorum.engine import Change, Comparison, Document, Edit, EditKind, Side, Span
from variorum.review.model import Judgement, Remark, Review, Stray

APART: Final = 400
"""Two stretches so many code points apart, some five lines, are two places, not one passage."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A review in its new comparison, and what happened on the way."""

    review: Review
    remarks: int = 0
    """So many judgements became notes on passages: their changes are none any more."""
    strays: int = 0
    """So many notes lost their place."""
    unseen: int = 0
    """So many reviewed marks were taken off, since the words are not those that were seen."""


class Places:
    """Where the words of a text stand in a later version of it."""

    def __init__(self, before: Document, versions: Comparison | None) -> None:
        """Look places up.

        Args:
            before: the text as it was.
            versions: of `before` and of what it became, left and right; None: it is the same.
        """
        self.before = before
        self._versions = versions
        self._ends: list[int] = []
        self._edits: dict[int, Sequence[Edit]] = {}
        if versions is not None:
            self._ends = [sentence.span.end for sentence in before.sentences]
            for sentences, edits in _links(versions):
                for sentence in sentences:
                    self._edits.setdefault(sentence, edits)

    def find(self, span: Span | None) -> Span | None:
        """Where a passage stands now; None when all its words are gone."""
        if span is None or self._versions is None:
            return span
        spots = sorted(self._spots(span))
        if not spots:
            return None
        groups = [[spots[0]]]
        for spot in spots[1:]:
            if spot.start - groups[-1][-1].end > APART:
                groups.append([])
            groups[-1].append(spot)
        best = max(groups, key=lambda group: sum(spot.weight for spot in group))
        return Span(best[0].start, max(spot.end for spot in best))

    def words(self, span: Span | None) -> str:
        """The text of a passage as it was."""
        return "" if span is None else self.before.text[span.start : span.end]

    def _spots(self, span: Span) -> Iterator[_Spot]:
        first = bisect_right(self._ends, span.start)
        seen: set[int] = set()
        for number in range(first, len(self._ends)):
            if self.before.sentences[number].span.start >= max(span.end, span.start + 1):
                break
            edits = self._edits.get(number, ())
            if id(edits) not in seen:
                seen.add(id(edits))
                yield from _on(edits, span)


class _Spot(NamedTuple):
    """A stretch of the later version that a passage went to."""

    start: int
    end: int
    weight: int
    """How many of its characters are the same."""


def _links(versions: Comparison) -> Iterator[tuple[tuple[int, ...], Sequence[Edit]]]:
    """Sentences of the earlier version, and the edits that say what became of them."""
    for row in versions.rows:
        if row.two_sided:
            yield row.left, row.edits
    for move in versions.moves:
        for pair in move.pairs:
            yield pair.left, pair.edits


def _on(edits: Sequence[Edit], span: Span) -> Iterator[_Spot]:
    """Where some edits put what a passage has of them."""
    for edit in edits:
        start, end = max(edit.left.start, span.start), min(edit.left.end, span.end)
        inside = start < end or (span.length == 0 and edit.left.start <= span.start < edit.left.end)
        if not inside or not edit.right.length:
            continue
        if edit.kind is EditKind.EQUAL and edit.left.length == edit.right.length:
            shift = edit.right.start - edit.left.start
            yield _Spot(start + shift, end + shift, end - start)
        else:
            same = edit.right.length if edit.kind is EditKind.EQUAL else 0
            yield _Spot(*edit.right, same)


def carried(
    review: Review,
    left: Places,
    right: Places,
    comparison: Comparison,
    changes: Sequence[Change],
) -> Carried:
    """A review for another comparison: of the same texts, or of later versions of them.

    Each judgement goes to the change that has most of its words. Where two come to one change,
    the other one becomes a remark on its own words, and so does one whose words are in no change
    any more. A reviewed mark stays only where nothing is there that was not seen.

    Args:
        review: for the earlier comparison.
        left: where the words of its left text are now.
        right: where the words of its right text are now.
        comparison: the new one.
        changes: of the new comparison.
    """
    return _Carrier(review, {Side.LEFT: left, Side.RIGHT: right}, comparison, changes).carry()


class _Claim(NamedTuple):
    """A judgement that looks for its change; the best claims come first when sorted."""

    rank: tuple[int, bool]
    """How many characters of the change are its own, negative; and whether it has another id."""
    order: int
    """Its number among all judgements."""
    name: str
    said: Judgement
    now: dict[Side, Span | None]
    change: Change | None


class _Carrier:
    """Carries one review."""

    def __init__(
        self,
        review: Review,
        places: dict[Side, Places],
        comparison: Comparison,
        changes: Sequence[Change],
    ) -> None:
        self._review = review
        self._places = places
        self._comparison = comparison
        self._changes = changes
        self._by_id = {change.id: change for change in changes}
        self._change_of = {side: _changes_of_sentences(comparison, changes, side) for side in Side}
        self._ends = {
            side: [sentence.span.end for sentence in comparison.document(side).sentences]
            for side in Side
        }
        self._remarks: list[Remark] = []
        self._strays: list[Stray] = []
        self._lost_places = 0
        self._unseen = 0

    def carry(self) -> Carried:
        """Do it."""
        for remark in self._review.remarks:
            self._carry_remark(remark)
        # What has a place keeps its id; what became a remark on the way gets a free one after it.
        base = replace(
            self._review,
            remarks=tuple(self._remarks),
            strays=(*self._review.strays, *self._strays),
            judgements={},
        )
        self._strays = []
        judgements: dict[str, Judgement] = {}
        homeless: list[_Claim] = []
        for claim in sorted(self._claims(), key=lambda claim: (claim.rank, claim.order)):
            change = claim.change
            if change is None or change.id in judgements:
                homeless.append(claim)
            else:
                said = self._settled(claim, change)
                if said.says_something:
                    judgements[change.id] = said
        review = replace(base, judgements=_in_order(judgements, self._changes))
        became = 0
        for claim in sorted(homeless, key=lambda claim: claim.order):
            before = len(review.remarks)
            review = self._without_change(review, claim)
            became += len(review.remarks) - before
        review = replace(review, strays=(*review.strays, *self._strays))
        return Carried(review, became, self._lost_places, self._unseen)

    def _carry_remark(self, remark: Remark) -> None:
        place = self._places[remark.side].find(remark.span)
        if place is not None:
            self._remarks.append(replace(remark, span=place))
            return
        words = self._places[remark.side].words(remark.span)
        left, right = (words, "") if remark.side is Side.LEFT else ("", words)
        self._lose(Stray(remark.note, remark.verdict, left, right, remark.unknown))

    def _claims(self) -> Iterator[_Claim]:
        for order, (name, said) in enumerate(self._review.judgements.items()):
            before = {Side.LEFT: said.left, Side.RIGHT: said.right}
            now = {side: self._places[side].find(span) for side, span in before.items()}
            if said.left is None and said.right is None:  # nobody knows its words: by the id alone
                yield _Claim((0, False), order, name, said, now, self._by_id.get(name))
                continue
            shares: Counter[int] = Counter()
            for side, span in now.items():
                if span is not None:
                    shares.update(self._shares(side, span))
            best = max(
                shares,
                key=lambda n: (shares[n], self._changes[n - 1].id == name, -n),
                default=None,
            )
            if best is None:
                yield _Claim((0, True), order, name, said, now, None)
            else:
                change = self._changes[best - 1]
                yield _Claim((-shares[best], change.id != name), order, name, said, now, change)

    def _shares(self, side: Side, span: Span) -> dict[int, int]:
        """How many characters of a passage are in which change."""
        shares: dict[int, int] = {}
        sentences = self._comparison.document(side).sentences
        ends, change_of = self._ends[side], self._change_of[side]
        for number in range(bisect_right(ends, span.start), len(ends)):
            place = sentences[number].span
            if place.start >= span.end:
                break
            change = change_of.get(number)
            if change is not None:
                common = min(place.end, span.end) - max(place.start, span.start)
                shares[change] = shares.get(change, 0) + common
        return shares

    def _settled(self, claim: _Claim, change: Change) -> Judgement:
        """A judgement in its new place."""
        said = claim.said
        reviewed = said.reviewed and self._was_seen(said, change)
        self._unseen += said.reviewed and not reviewed
        return replace(said, left=change.left, right=change.right, reviewed=reviewed)

    def _was_seen(self, said: Judgement, change: Change) -> bool:
        """Whether all the words of a change are among those that were judged.

        Where two texts face each other, words that only one of them lost are a difference more.
        """
        if said.left is None and said.right is None:
            return True
        shorter = set()
        for side, before in ((Side.LEFT, said.left), (Side.RIGHT, said.right)):
            span = change.span(side)
            if (span is None) != (before is None):
                return False
            if span is not None:
                words = self._comparison.document(side).text[span.start : span.end]
                seen = self._places[side].words(before)
                if words not in seen:
                    return False
                shorter.add(words != seen)
        return len(shorter) == 1

    def _without_change(self, review: Review, claim: _Claim) -> Review:
        """Keep what was said of a change that is none any more."""
        said = claim.said
        self._unseen += said.reviewed
        if said.verdict is None and not said.note and not said.unknown:
            return review
        for side in (Side.RIGHT, Side.LEFT):
            span = claim.now[side]
            if span is not None:
                grown, remark = review.remark_on(side, span, said.note)
                kept = replace(remark, verdict=said.verdict, unknown=said.unknown)
                return replace(grown, remarks=(*grown.remarks[:-1], kept))
        left = self._places[Side.LEFT].words(said.left)
        right = self._places[Side.RIGHT].words(said.right)
        self._lose(Stray(said.note, said.verdict, left, right, said.unknown))
        return review

    def _lose(self, stray: Stray) -> None:
        self._lost_places += 1
        self._strays.append(stray)


def _changes_of_sentences(
    comparison: Comparison, changes: Iterable[Change], side: Side
) -> dict[int, int]:
    """The number of the change that each changed sentence of a side belongs to."""
    out: dict[int, int] = {}
    for change in changes:
        for number in change.rows(side):
            row = comparison.rows[number]
            for sentence in row.sentences(side):
                out[sentence] = change.number
    return out


def _in_order(judgements: dict[str, Judgement], changes: Iterable[Change]) -> dict[str, Judgement]:
    """Judgements as their changes come in the texts."""
    return {c.id: judgements[c.id] for c in changes if c.id in judgements}
