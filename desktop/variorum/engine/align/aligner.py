"""The alignment of two documents: pins, anchors, gaps, moves.

Certain pairs cut the texts into gaps; each gap is aligned by itself, in any order, with the same
result; what has no counterpart then is looked for elsewhere. Indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Final

from variorum.engine.align.along import ALONG_LIMIT, MOST_ALONG, gaps_along
from variorum.engine.align.by_length import (
    MOST_UNTOUCHED,
    are_in_two_languages,
    link_by_length,
)
from variorum.engine.align.certain import Anchored, Certain, Finder, Shown
from variorum.engine.align.chains import Pair
from variorum.engine.align.completing import complete
from variorum.engine.align.cuts import Texts
from variorum.engine.align.features import Features, Rarity, find_features, find_kinds, find_stems
from variorum.engine.align.gaps import align_gap, begun_leftovers, equal_leftovers
from variorum.engine.align.giving_way import give_way
from variorum.engine.align.lengths import Lengths
from variorum.engine.align.moves import ALL_PAIRS, Copies, find_moves
from variorum.engine.align.parts import join_parts, parts_elsewhere
from variorum.engine.align.pins import UNPINNED, Barred, Pinned
from variorum.engine.align.residue import Residue
from variorum.engine.align.runs import joined_moves, joined_runs, most_text_first
from variorum.engine.align.sentence_texts import FoldedTexts, SentenceTexts, SentenceWords
from variorum.engine.align.short_parts import (
    Wording,
    is_shorter,
    join_short_parts,
    may_be_parts,
)
from variorum.engine.align.similarities import SideVectors, Similarities
from variorum.engine.align.slides import slide_gaps
from variorum.engine.align.titles import titles_of
from variorum.engine.align.twins import Twins
from variorum.engine.align.worth import Lone
from variorum.engine.alignment import Alignment, Gap, Link, linked_sentences, lone_sentences
from variorum.engine.document import Document
from variorum.engine.elements import Span
from variorum.engine.options import Options
from variorum.engine.text.folding import sentence_key
from variorum.engine.watch import Stage, Watch, watched

SAMPLE: Final = 1_500
"""Sentences, spread over both texts, from which the rarity of features is counted."""
DOUBT: Final = 3
"""So many touched sentences more than there are, when it comes to moves: in a text of four, three
untouched ones say little about the next. With 2 nothing changes, with 4 essays lose .0005."""
NEIGHBOURHOOD: Final = 60
"""Sentences before and after a gap that tell how much of a draft this part of the text is."""
PRIOR_SENTENCES: Final = 20
"""How many sentences the share of the whole text counts for in that."""
FIRST_SENTENCES: Final = 60
"""How many open sentences are aligned, at least, between two partial results."""
SHARE_BETWEEN: Final = 8
"""The same as a share of all sentences, one in so many: putting a partial result together takes as
long as aligning about that many."""
LONG_TO_PLACE: Final = 4_000
"""Sentences of both sides beyond which pins are placed among the anchors alone: to align all
without them takes too long there."""
LONG_TEXT: Final = 1_500
"""Sentences of both sides from which partial results are worth their cost."""

_FEATURES_AT_ONCE: Final = 64
"""Sentences whose features are found between two questions whether to go on: some 5 ms."""

Partial = Callable[[Alignment], None]
Focus = Callable[[], tuple[int, int]]


class Aligner:
    """Aligns two documents; made for one run.

    Args:
        left: the one text.
        right: the other.
        options: tolerances decide which sentences are the same.
        pinned: what a person decided.
        watch: progress and cancellation.
    """

    def __init__(
        self, left: Document, right: Document, options: Options, pinned: Pinned, watch: Watch
    ) -> None:
        self._left = left
        self._right = right
        self._options = options
        self._pinned = pinned
        self._barred = Barred(pinned)
        self._watch = watch
        self._texts = Texts(SentenceTexts(left), SentenceTexts(right))
        self._folded = Texts(FoldedTexts(left), FoldedTexts(right))
        self._words = SentenceWords(self._folded)
        self._links: list[Link] = []
        self._close: tuple[list[int], list[int]] = ([], [])
        self._untouched = 0
        self._twins = Twins(self._folded)
        self._limits: set[str] = set()
        self._features: dict[tuple[int, int], Features] = {}
        self._stems: dict[tuple[int, int], Collection[str]] = {}

    def run(self, partial: Partial | None = None, focus: Focus | None = None) -> Alignment:
        """Align, and hand out what is known in between.

        Args:
            partial: gets alignments that are not complete yet.
            focus: tells which left and right sentence the reader looks at; -1 for none.

        Raises:
            Cancelled: the caller wanted to stop.
        """
        wanted = partial if len(self._texts[0]) + len(self._texts[1]) >= LONG_TEXT else None
        certain = self._finder().find(None if wanted is None else self._hand_out_anchors(wanted))
        self._close = certain.close
        self._untouched = len(certain.close[0])
        self._limits |= certain.limits
        self._twins = certain.twins
        self._links += self._pinned.links
        self._watch.check()
        self._links += certain.groups
        self._links += _single(certain.pairs)
        self._watch.at(Stage.ALIGNING)
        self._rarity = self._find_rarity(certain)
        self._align_gaps(certain.open, wanted, focus)
        fixed = frozenset(self._pinned.links)
        self._links = slide_gaps(
            sorted(self._links),
            self._texts,
            (self._left.paragraph_of, self._right.paragraph_of),
            fixed,
            self._barred,
        )
        residue = Residue((self._left.parted, self._right.parted), self._stems_of, self._rarity)
        self._links = join_parts(
            self._links, self._folded, residue, fixed, self._barred, self._watch.check
        )
        found = {i for gap in certain.open for i in range(*gap.left)}
        self._links = give_way(
            self._links,
            self._folded,
            lambda link: link.left[0] in found and link not in fixed,
            self._watch.check,
        )
        self._watch.at(Stage.MOVES)
        moves = self._moves(certain.moved)
        return self._alignment((), moves + self._parts(residue, moves, fixed))

    def in_place(self) -> list[Link]:
        """What belongs together in the order of both texts; of long ones, what is the same.

        Raises:
            Cancelled: the caller wanted to stop.
        """
        if len(self._texts[0]) + len(self._texts[1]) > LONG_TO_PLACE:
            return list(_single(self._finder().anchors()))
        self.run()
        return self._links

    def _finder(self) -> Finder:
        return Finder(
            self._left,
            self._right,
            self._texts,
            self._folded,
            self._words,
            self._options,
            self._pinned,
            self._watch,
        )

    def _hand_out_anchors(self, partial: Partial) -> Shown:
        def shown(known: Anchored) -> None:
            if not known.gaps:
                return  # then the whole is about to be handed out
            if self._pinned == UNPINNED and self._parted_alike(known.paragraphs):
                same = tuple(known.paragraphs)
                partial(Alignment((), pending=tuple(known.gaps), same=same))
                return
            links = [*self._pinned.links, *_single(known.pairs)]
            partial(Alignment(tuple(sorted(links)), (), tuple(known.gaps)))

        return shown

    def _parted_alike(self, paragraphs: Iterable[Pair]) -> bool:
        """Whether pairs of the same paragraphs have their sentences at the same places."""
        left, right = self._left, self._right

        def place(numbered: tuple[int, Pair]) -> tuple[int, int, int]:
            number, (p, q) = numbered
            shift = right.paragraphs[q].span.start - left.paragraphs[p].span.start
            return p - number, q - number, shift

        watching = watched(enumerate(paragraphs), self._watch.check)
        for (_, _, shift), run in groupby(watching, place):  # that follow each other on both sides
            (_, (p, q)), *more = run
            count = 1 + len(more)
            of_left = left.parted.starts_in(p, p + count)
            if [start + shift for start in of_left] != right.parted.starts_in(q, q + count):
                return False
        return True

    # --- aligning ------------------------------------------------------------------------------

    def _find_rarity(self, certain: Certain) -> Rarity:
        """Count how rare features are, in all sentences or in a sample of them."""
        total = len(self._texts[0]) + len(self._texts[1])
        step = max(1, total // SAMPLE)
        if step == 1:
            for gap in certain.open:
                self._watch.check()
                for side, span in enumerate(gap):
                    for index in range(*span):
                        self._features[side, index] = find_features(self._texts[side][index])
        return Rarity(
            self._kinds(side, index)
            for side in (0, 1)
            for index in watched(
                range(0, len(self._texts[side]), step), self._watch.check, _FEATURES_AT_ONCE
            )
        )

    def _kinds(self, side: int, index: int) -> tuple[Collection[str], Collection[str]]:
        found = self._features.get((side, index))
        if found is None:
            return find_kinds(self._texts[side][index])
        return found.words.keys(), found.grams.keys()

    def _feature(self, side: int, index: int) -> Features:
        found = self._features.get((side, index))
        return find_features(self._texts[side][index]) if found is None else found

    def _stems_of(self, side: int, index: int) -> Collection[str]:
        found = self._features.get((side, index))
        if found is not None:
            return found.words
        stems = self._stems.get((side, index))
        if stems is None:
            stems = self._stems[side, index] = find_stems(self._texts[side][index])
        return stems

    def _align_gaps(
        self, gaps: Sequence[Gap], partial: Partial | None, focus: Focus | None
    ) -> None:
        total = sum(gap.left.length + gap.right.length for gap in gaps) or 1
        size = len(self._texts[0]) + len(self._texts[1])
        least = max(FIRST_SENTENCES, size // SHARE_BETWEEN)
        done, shown = 0, least
        queue = _Queue(gaps, focus)
        for gap in queue:
            self._align_gap(gap)
            done += gap.left.length + gap.right.length
            self._watch.at(Stage.ALIGNING, done / total)
            if partial is not None and shown <= done <= total - least:
                shown = max(4 * shown, done + total // 4)
                partial(self._alignment(queue.rest(), []))

    def _align_gap(self, gap: Gap) -> None:
        """Align a gap by all that can be known of its sentences."""
        self._links += self._links_in(gap)

    def _links_in(self, gap: Gap, price: float = 0.0) -> list[Link]:
        """The links of a gap; each must bring a price more than elsewhere, in log-odds."""
        a = self._vectors(0, gap.left)
        b = self._vectors(1, gap.right)
        reserved = self._twins.reserved(gap, self._watch.check)
        barred = self._barred.pairs_in(gap) | reserved
        similarities = Similarities(a, b, barred, check=self._watch.check)
        draft, related = self._likeness(gap, similarities)
        links = [
            Link(
                tuple(i + gap.left.start for i in link.left),
                tuple(j + gap.right.start for j in link.right),
            )
            for link in align_gap(similarities, draft, related, price)
        ]
        return links + self._leftovers(gap, links)

    def _leftovers(self, gap: Gap, links: Sequence[Link]) -> list[Link]:
        """Lone sentences of a gap that are the same, or begin alike, and are in order."""
        linked = (
            {i for link in links for i in link.left},
            {j for link in links for j in link.right},
        )
        if len(linked[0]) == gap.left.length or len(linked[1]) == gap.right.length:
            return []
        lone = [
            [index for index in range(*span) if index not in linked[side]]
            for side, span in enumerate(gap)
        ]
        keys = [
            {n: sentence_key(self._texts[side][n], self._options.tolerances) for n in lone[side]}
            for side in (0, 1)
        ]
        found = self._allowed(equal_leftovers(links, keys[0], keys[1], gap))
        begun = begun_leftovers(sorted([*links, *found]), self._folded, lone, gap)
        return found + self._allowed(begun)

    def _allowed(self, links: Iterable[Link]) -> list[Link]:
        """Those links of two sentences that nobody decided against."""
        return [link for link in links if (link.left[0], link.right[0]) not in self._barred]

    def _vectors(self, side: int, span: Span) -> SideVectors:
        titles = titles_of(self._right if side else self._left, range(*span))
        return SideVectors(
            self._texts[side][span.start : span.end],
            [
                self._rarity.vectors(self._feature(side, index))
                for index in watched(range(*span), self._watch.check, _FEATURES_AT_ONCE)
            ],
            frozenset(index - span.start for index in titles),
        )

    def _likeness(self, gap: Gap, similarities: Similarities) -> tuple[float, float]:
        """Of the sentences in and around a gap: the share hardly touched, the mean similarity."""
        inside, of_inside = similarities.draft_share()
        self._untouched += inside
        left_near, left_all = self._around(self._close[0], gap.left, 0)
        right_near, right_all = self._around(self._close[1], gap.right, 1)
        total, near = min((left_all, left_near), (right_all, right_near))
        smaller = min(len(side) for side in self._texts)
        whole = len(self._close[0]) / smaller if smaller else 0.0
        prior = PRIOR_SENTENCES if smaller > of_inside else 0
        top = near + inside + prior * whole
        bottom = total + of_inside + prior
        best = similarities.best()
        # What was hardly touched nearby does not count, unless two sentences alone face each other:
        # a chapter that quotes an article to the letter has nothing else in common with it.
        beside = near if gap.left.length == gap.right.length == 1 else 0
        related = (beside + sum(best)) / (beside + len(best)) if best else 0.0
        return (min(1.0, top / bottom) if bottom else 0.0), related

    def _around(self, close: list[int], span: Span, side: int) -> tuple[int, int]:
        """Of the sentences near a range, outside it: how many were hardly touched, and all."""
        low = max(0, span.start - NEIGHBOURHOOD)
        high = min(len(self._texts[side]), span.end + NEIGHBOURHOOD)
        touched = bisect_left(close, span.start) - bisect_left(close, low)
        touched += bisect_left(close, high) - bisect_left(close, span.end)
        return touched, high - low - span.length

    # --- the rest ------------------------------------------------------------------------------

    def _moves(self, exact: Sequence[Sequence[Link]]) -> list[list[Link]]:
        """Moves, after those that turn out to stand in place have become links.

        Args:
            exact: runs that are certain, provided that their sentences were not linked in place.
        """
        pinned = [[link] for link in self._pinned.moved]
        placed = [*self._links, *self._pinned.moved]
        taken_left, taken_right = (linked_sentences(placed, side) for side in (0, 1))
        self._watch.check()
        lone = (len(self._texts[0]) - len(taken_left)) * (len(self._texts[1]) - len(taken_right))
        # Of very many not all are weighed: what stands elsewhere to the letter needs not be.
        certain = self._twins.links() if lone > ALL_PAIRS else chain.from_iterable(exact)
        known = [
            link
            for link in certain
            if link.left[0] not in taken_left and link.right[0] not in taken_right
        ]
        taken_left.update(link.left[0] for link in known)
        taken_right.update(link.right[0] for link in known)
        smaller = min(len(side) for side in self._texts)
        # What moved does not make it harder for itself: only sentences in place count.
        standing = min(len(taken_left), len(taken_right))
        draft = min(self._untouched, standing) / (smaller + DOUBT)
        left, right = self._lone(0, taken_left), self._lone(1, taken_right)
        found = find_moves(
            left,
            right,
            Copies(*self._texts, [*left.texts, *right.texts], self._watch.check),
            self._words,
            self._feature,
            self._rarity,
            draft,
            self._barred,
            self._watch,
            self._limits,
        )
        self._words.let_go(self._watch.check)
        out: list[list[Link]] = []
        in_place = _Places(self._links)
        self._watch.check()
        taken_left.update(i for run in found for link in run for i in link.left)
        taken_right.update(j for run in found for link in run for j in link.right)
        same = sorted(joined_runs([link] for link in known), key=self._most_text_first)
        for run in joined_moves([*same, *found], (taken_left, taken_right)):
            self._watch.check()
            if in_place.fits(run):
                in_place.add(run)
                self._links += run
            else:
                out.append(run)
        return pinned + self._with_what_went_along(out, pinned)

    def _with_what_went_along(
        self, moves: Sequence[Sequence[Link]], pinned: Iterable[Iterable[Link]]
    ) -> list[list[Link]]:
        """Moves, with what lies between their parts and beside them and belongs together."""
        lefts, rights = self._without([*moves, *pinned])
        lone = set(lefts), set(rights)
        beside = [run for run in moves if any(gaps_along(run, lone))]
        more: dict[Link, list[Link]] = {}
        work = 0
        for run in sorted(beside, key=self._most_text_first):
            if work >= MOST_ALONG:
                self._limits.add(ALONG_LIMIT)
                break
            found: list[Link] = []
            for gap, price in gaps_along(run, lone):
                work += gap.left.length + gap.right.length
                found += self._links_in(gap, price)
            for side, there in enumerate(lone):
                there.difference_update(index for link in found for index in link[side])
            more[run[0]] = found
        return joined_runs([sorted([*run, *more.get(run[0], ())]) for run in moves])

    def _most_text_first(self, run: Iterable[Link]) -> tuple[int, int]:
        lefts, rights = (
            [texts[n] for link in run for n in link[side]]
            for side, texts in enumerate(self._folded)
        )
        return most_text_first(lefts, rights)

    def _parts(
        self, residue: Residue, moves: Iterable[Iterable[Link]], fixed: Container[Link]
    ) -> list[list[Link]]:
        """Moves of what was parted off from a sentence that stayed; what stayed beside it joins."""
        self._links.sort()
        lone = self._without(moves)
        links = [link for link in self._links if link not in fixed]
        parts = parts_elsewhere(links, lone, residue, self._barred, self._watch.check)
        gone = [{index for link in parts for index in link[side]} for side in (0, 1)]
        lefts, rights = ([i for i in lone[side] if i not in gone[side]] for side in (0, 1))
        self._links = complete(
            self._links,
            self._folded,
            residue,
            (lefts, rights),
            fixed,
            self._barred,
            self._watch.check,
        )
        self._join_short_parts([*moves, parts], fixed)
        self._link_by_length([*moves, parts], fixed)
        return [[part] for part in parts]

    def _join_short_parts(self, moves: Iterable[Iterable[Link]], fixed: Container[Link]) -> None:
        """Where the sentences of a text are much shorter, parts are known by little."""
        documents = self._left, self._right
        for side, document in enumerate(documents):
            if is_shorter(document, documents[1 - side]):
                lone = self._without(moves)
                self._links = join_short_parts(
                    self._links,
                    side,
                    Wording(self._feature, self._rarity),
                    may_be_parts(document, lone[side]),
                    lone[1 - side],
                    fixed,
                    self._barred,
                    self._watch.check,
                )

    def _link_by_length(self, moves: Iterable[Iterable[Link]], fixed: Container[Link]) -> None:
        """Of a translation, what has no word in common with its counterpart."""
        smaller = min(len(side) for side in self._texts)
        if self._untouched > MOST_UNTOUCHED * smaller:
            return
        if are_in_two_languages(self._left, self._right):
            self._links = link_by_length(
                self._links,
                Lengths.of(self._left, self._right),
                self._without(moves),
                fixed,
                self._barred,
                self._watch.check,
                self._limits,
            )

    def _without(self, moves: Iterable[Iterable[Link]]) -> tuple[list[int], list[int]]:
        """The sentences of each side that have no counterpart, neither in place nor elsewhere."""
        found = [*self._links, *(link for chain in moves for link in chain)]
        lefts, rights = (
            lone_sentences(found, side, len(texts)) for side, texts in enumerate(self._texts)
        )
        return lefts, rights

    def _lone(self, side: int, taken: set[int]) -> Lone:
        indices = [i for i in range(len(self._texts[side])) if i not in taken]
        return Lone(indices, [self._texts[side][i] for i in indices], range(len(indices)))

    def _alignment(self, pending: tuple[Gap, ...], moves: list[list[Link]]) -> Alignment:
        return Alignment(
            links=tuple(sorted(self._links)),
            moves=tuple(tuple(chain) for chain in moves),
            pending=pending,
            limits=tuple(sorted(self._limits)),
        )


def _single(pairs: Sequence[Pair]) -> Iterator[Link]:
    """Links of a sentence with a sentence; there may be very many of them."""
    lefts, rights = zip([i for i, _ in pairs]), zip([j for _, j in pairs])  # of one each
    return map(Link._make, zip(lefts, rights, strict=True))


class _Places:
    """The links in place, to see whether another one fits between them."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._links = sorted(links)

    def fits(self, chain: Sequence[Link]) -> bool:
        """Whether a chain can stand among the links without crossing any."""
        at = bisect_left(self._links, chain[0])
        if at and not _before(self._links[at - 1], chain[0]):
            return False
        return at == len(self._links) or _before(chain[-1], self._links[at])

    def add(self, chain: Iterable[Link]) -> None:
        """Take a chain in."""
        self._links = sorted([*self._links, *chain])


def _before(first: Link, second: Link) -> bool:
    return first.left[-1] < second.left[0] and first.right[-1] < second.right[0]


class _Queue:
    """The gaps that wait: taken from the top, or from where the reader looks."""

    def __init__(self, gaps: Iterable[Gap], focus: Focus | None) -> None:
        self._gaps = sorted(gaps)
        self._ends = tuple([gap[side].end for gap in self._gaps] for side in (0, 1))
        self._waiting = [True] * len(self._gaps)
        self._focus = focus
        self._first = 0
        self._seen = (-1, -1)
        self._at = 0

    def __iter__(self) -> Iterator[Gap]:
        while self._first < len(self._gaps):
            at = self._next()
            self._waiting[at] = False
            while self._first < len(self._gaps) and not self._waiting[self._first]:
                self._first += 1
            yield self._gaps[at]

    def rest(self) -> tuple[Gap, ...]:
        """What still waits, in the order of the text."""
        return tuple(gap for gap, waits in zip(self._gaps, self._waiting, strict=True) if waits)

    def _next(self) -> int:
        """The first waiting gap from where the reader looks downwards; else the first of all."""
        seen = self._focus() if self._focus is not None else (-1, -1)
        if max(seen) < 0:
            return self._first
        if seen != self._seen:
            side = 0 if seen[0] >= 0 else 1
            self._seen, self._at = seen, bisect_left(self._ends[side], seen[side] + 1)
        while self._at < len(self._gaps) and not self._waiting[self._at]:
            self._at += 1
        return self._at if self._at < len(self._gaps) else self._first
