"""The alignment of two documents: pins, anchors, gaps, moves.

Certain pairs cut the texts into gaps; each gap is aligned by itself, in any order, with the same
result; what has no counterpart then is looked for elsewhere. Indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from variorum.engine.align.anchors import between, equal_pairs
from variorum.engine.align.chains import Pair
from variorum.engine.align.cuts import LARGEST_CELLS, SMALL_CELLS, Texts, cells, cut
from variorum.engine.align.features import Features, Rarity, find_features
from variorum.engine.align.gaps import align_gap, equal_leftovers
from variorum.engine.align.groups import SideVectors, Similarities
from variorum.engine.align.moves import Lone, find_moves
from variorum.engine.align.near import near_pairs, open_parts
from variorum.engine.align.pins import Pinned
from variorum.engine.align.ratios import character_ratio
from variorum.engine.align.sentence_texts import FoldedTexts, SentenceTexts
from variorum.engine.align.slides import slide_gaps
from variorum.engine.alignment import Alignment, Gap, Link
from variorum.engine.document import Document
from variorum.engine.model import Span
from variorum.engine.options import Options
from variorum.engine.text.folding import sentence_key
from variorum.engine.watch import Watch

SAMPLE: Final = 1_500
"""Sentences, spread over both texts, from which the rarity of features is counted."""
NEIGHBOURHOOD: Final = 60
"""Sentences before and after a gap that tell how much of a draft this part of the text is."""
PRIOR_SENTENCES: Final = 20
"""How many sentences the share of the whole text counts for in that."""
FIRST_SENTENCES: Final = 60
"""How many open sentences are aligned before the first partial result."""
LONG_TEXT: Final = 1_500
"""Sentences of both sides from which partial results are worth their cost."""

ALONE_RATIO: Final = 0.65
"""Two sentences that alone face each other between anchors belong together from this character
ratio upwards; what is less alike is left to the recipe."""

CLOSE_RATIO: Final = 0.85
"""From this character ratio upwards a sentence was hardly touched."""

GAP_LIMIT: Final = (
    "a passage of more than {cells} pairs of sentences had no words to cut it at; "
    "only moved text was looked for in it"
)

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
        self._watch = watch
        self._texts = Texts(SentenceTexts(left), SentenceTexts(right))
        self._folded = Texts(FoldedTexts(left), FoldedTexts(right))
        self._links: list[Link] = []
        self._exact: list[Pair] = []
        self._close_left: list[int] = []
        self._close_right: list[int] = []
        self._touched_little = 0
        self._long = False
        self._limits: set[str] = set()
        self._features: dict[tuple[int, int], Features] = {}

    def run(self, partial: Partial | None = None, focus: Focus | None = None) -> Alignment:
        """Align, and hand out what is known in between.

        Args:
            partial: gets alignments that are not complete yet.
            focus: tells which left and right sentence the reader looks at; -1 for none.

        Raises:
            Cancelled: the caller wanted to stop.
        """
        gaps = self._gaps()
        self._long = len(gaps) > 1
        self._links += self._pinned.links
        self._links += [Link((i,), (j,)) for i, j in self._exact]
        self._watch.at(0.15, "finding what stayed")
        self._rarity = self._find_rarity(gaps)
        wanted = partial if len(self._texts[0]) + len(self._texts[1]) >= LONG_TEXT else None
        self._align_gaps(gaps, wanted, focus)
        self._links = slide_gaps(
            sorted(self._links),
            self._texts,
            (
                [sentence.paragraph for sentence in self._left.sentences],
                [sentence.paragraph for sentence in self._right.sentences],
            ),
            frozenset(self._pinned.links),
        )
        self._watch.at(0.6, "looking for moved text")
        moves = self._moves()
        return self._alignment((), moves)

    # --- cutting -------------------------------------------------------------------------------

    def _gaps(self) -> list[Gap]:
        """Anchor what is the same, cut what is large; the gaps ascend."""
        whole = Gap(Span(0, len(self._texts[0])), Span(0, len(self._texts[1])))
        out: list[Gap] = []
        for gap in _between_links(whole, self._pinned.links):
            if cells(gap) <= SMALL_CELLS or self._blocked(gap):
                out.append(gap)
            else:
                out += self._cut(gap)
        self._close_left.sort()
        self._close_right.sort()
        return out

    def _blocked(self, gap: Gap) -> bool:
        """Whether a person decided about pairs inside a gap; then only the recipe may decide."""
        return any(
            i in range(*gap.left) and j in range(*gap.right) for i, j in self._pinned.forbidden
        ) or any(
            link.left[0] in range(*gap.left) or link.right[0] in range(*gap.right)
            for link in self._pinned.moved
        )

    def _cut(self, gap: Gap) -> list[Gap]:
        exact = self._equal_paragraphs(gap)
        inner: list[Pair] = []
        keys = (
            self._keys(0, self._texts[0], [g.left for g in between(gap, exact)]),
            self._keys(1, self._texts[1], [g.right for g in between(gap, exact)]),
        )
        for part in between(gap, exact):
            inner += equal_pairs(keys[0], keys[1], part, self._watch.check)
        exact = sorted([*exact, *inner])
        self._exact += exact
        self._close(exact)
        out: list[Gap] = []
        for part in between(gap, exact):
            cuts = cut(self._folded, part, self._watch)
            self._close(self._hardly_touched(cuts.near))
            out += _with_borders(cuts.near, cuts.gaps)
        return out

    def _equal_paragraphs(self, gap: Gap) -> list[Pair]:
        """The sentences of paragraphs that are the same to the letter."""
        sides = []
        for document, span in ((self._left, gap.left), (self._right, gap.right)):
            first = document.sentences[span.start].paragraph
            last = document.sentences[span.end - 1].paragraph
            ranges = document.sentence_ranges()
            whole = [
                p for p in range(first, last + 1)
                if ranges[p].start >= span.start and ranges[p].end <= span.end
            ]  # fmt: skip
            sides.append((whole, [document.paragraph_text(p) for p in whole], ranges))
        (a, left_texts, left_ranges), (b, right_texts, right_ranges) = sides
        whole_gap = Gap(Span(0, len(a)), Span(0, len(b)))
        found: list[Pair] = []
        for p, q in equal_pairs(left_texts, right_texts, whole_gap, self._watch.check):
            left, right = left_ranges[a[p]], right_ranges[b[q]]
            if left.length == right.length:
                found += zip(range(*left), range(*right), strict=True)
        return found

    def _keys(self, side: int, texts: Sequence[str], spans: Iterable[Span]) -> list[str]:
        """What sentences are compared by, for those in some ranges; empty elsewhere."""
        del side
        keys = [""] * len(texts)
        for span in spans:
            self._watch.check()
            for index in range(*span):
                keys[index] = sentence_key(texts[index], self._options.tolerances)
        return keys

    def _close(self, pairs: Iterable[Pair]) -> None:
        """Remember pairs that were hardly touched."""
        for i, j in pairs:
            self._close_left.append(i)
            self._close_right.append(j)

    # --- aligning ------------------------------------------------------------------------------

    def _find_rarity(self, gaps: Sequence[Gap]) -> Rarity:
        """Count how rare features are, in all sentences or in a sample of them."""
        total = len(self._texts[0]) + len(self._texts[1])
        step = max(1, total // SAMPLE)
        if step == 1:
            for gap in gaps:
                self._watch.check()
                for i in range(*gap.left):
                    self._feature(0, i)
                for j in range(*gap.right):
                    self._feature(1, j)
        return Rarity(
            self._feature(side, index)
            for side in (0, 1)
            for index in range(0, len(self._texts[side]), step)
        )

    def _feature(self, side: int, index: int) -> Features:
        found = self._features.get((side, index))
        if found is None:
            found = self._features[side, index] = find_features(self._texts[side][index])
        return found

    def _align_gaps(
        self, gaps: Sequence[Gap], partial: Partial | None, focus: Focus | None
    ) -> None:
        total = sum(gap.left.length + gap.right.length for gap in gaps) or 1
        done, shown = 0, FIRST_SENTENCES
        queue = _Queue(gaps, focus)
        for gap in queue:
            self._align_gap(gap)
            done += gap.left.length + gap.right.length
            self._watch.at(0.15 + 0.45 * done / total, "aligning sentences")
            if partial is not None and shown <= done < total:
                shown = max(4 * shown, done + total // 4)
                partial(self._alignment(queue.rest(), []))

    def _align_gap(self, gap: Gap) -> None:
        if not gap.left.length or not gap.right.length:
            return
        if cells(gap) > LARGEST_CELLS:
            self._limits.add(GAP_LIMIT.format(cells=LARGEST_CELLS))
            return
        if not self._long or self._blocked(gap):
            self._apply_recipe(gap, [])
            return
        near = near_pairs(*self._folded, gap, self._watch.check) if cells(gap) > 1 else []
        certain, parts = open_parts(*self._folded, gap, near)
        self._links += [Link((i,), (j,)) for i, j in certain]
        close = self._hardly_touched(certain)
        self._touched_little += len(close)
        for part in parts:
            alone = part.left.start, part.right.start
            if cells(part) == 1 and self._ratio(alone, ALONE_RATIO) >= ALONE_RATIO:
                self._links.append(Link((alone[0],), (alone[1],)))
                self._touched_little += 1
            elif part.left.length and part.right.length:
                self._apply_recipe(part, close)

    def _apply_recipe(self, gap: Gap, near: Sequence[Pair]) -> None:
        """Align a gap by all that can be known of its sentences.

        Args:
            gap: both sides have a sentence.
            near: pairs around it that were hardly touched, found only now.
        """
        a = self._vectors(0, gap.left)
        b = self._vectors(1, gap.right)
        similarities = Similarities(a, b, self._forbidden(gap), check=self._watch.check)
        draft, related = self._likeness(gap, similarities, near)
        links = [
            Link(
                tuple(i + gap.left.start for i in link.left),
                tuple(j + gap.right.start for j in link.right),
            )
            for link in align_gap(similarities, draft, related)
        ]
        self._links += links
        self._links += self._leftovers(gap, links)

    def _hardly_touched(self, pairs: Iterable[Pair]) -> list[Pair]:
        return [pair for pair in pairs if self._ratio(pair, CLOSE_RATIO) >= CLOSE_RATIO]

    def _ratio(self, pair: Pair, least: float) -> float:
        """The share of the characters of two sentences that both have in order; 0 below `least`."""
        return character_ratio(self._folded.left[pair[0]], self._folded.right[pair[1]], least)

    def _leftovers(self, gap: Gap, links: Sequence[Link]) -> list[Link]:
        """Lone sentences of a gap that are the same and in order."""
        linked = (
            {i for link in links for i in link.left},
            {j for link in links for j in link.right},
        )
        if len(linked[0]) == gap.left.length or len(linked[1]) == gap.right.length:
            return []
        keys = []
        for side, span in enumerate(gap):
            keys.append(
                {
                    index: sentence_key(self._texts[side][index], self._options.tolerances)
                    for index in range(*span)
                    if index not in linked[side]
                }
            )
        found = equal_leftovers(links, keys[0], keys[1], gap)
        forbidden = self._pinned.forbidden
        pinned_left = {i for link in self._pinned.moved for i in link.left}
        pinned_right = {j for link in self._pinned.moved for j in link.right}
        return [
            link
            for link in found
            if (link.left[0], link.right[0]) not in forbidden
            and link.left[0] not in pinned_left
            and link.right[0] not in pinned_right
        ]

    def _vectors(self, side: int, span: Span) -> SideVectors:
        return SideVectors(
            self._texts[side][span.start : span.end],
            [self._rarity.vectors(self._feature(side, index)) for index in range(*span)],
        )

    def _forbidden(self, gap: Gap) -> frozenset[Pair]:
        """Forbidden pairs in indices of the gap; what is pinned elsewhere may link with nothing."""
        pairs = {
            (i - gap.left.start, j - gap.right.start)
            for i, j in self._pinned.forbidden
            if i in range(*gap.left) and j in range(*gap.right)
        }
        for link in self._pinned.moved:
            rows = [i - gap.left.start for i in link.left if i in range(*gap.left)]
            columns = [j - gap.right.start for j in link.right if j in range(*gap.right)]
            pairs.update((i, j) for i in rows for j in range(gap.right.length))
            pairs.update((i, j) for i in range(gap.left.length) for j in columns)
        return frozenset(pairs)

    def _likeness(
        self, gap: Gap, similarities: Similarities, close: Sequence[Pair]
    ) -> tuple[float, float]:
        """Of the sentences in and around a gap: the share hardly touched, the mean similarity."""
        inside, of_inside = similarities.draft_share()
        self._touched_little += inside
        left_near, left_all = self._around(self._close_left, gap.left, 0)
        right_near, right_all = self._around(self._close_right, gap.right, 1)
        near, total = min((left_near, left_all), (right_near, right_all), key=lambda s: s[1])
        near = min(total, near + len(close))
        smaller = min(len(side) for side in self._texts)
        whole = len(self._close_left) / smaller if smaller else 0.0
        prior = PRIOR_SENTENCES if smaller > of_inside else 0
        top = near + inside + prior * whole
        bottom = total + of_inside + prior
        best = similarities.best()
        related = (near + sum(best)) / (near + len(best)) if best else 0.0
        return (min(1.0, top / bottom) if bottom else 0.0), related

    def _around(self, close: list[int], span: Span, side: int) -> tuple[int, int]:
        """Of the sentences near a range, outside it: how many were hardly touched, and all."""
        low = max(0, span.start - NEIGHBOURHOOD)
        high = min(len(self._texts[side]), span.end + NEIGHBOURHOOD)
        touched = bisect_left(close, span.start) - bisect_left(close, low)
        touched += bisect_left(close, high) - bisect_left(close, span.end)
        return touched, high - low - span.length

    # --- the rest ------------------------------------------------------------------------------

    def _moves(self) -> list[list[Link]]:
        """Moves, after those that turn out to stand in place have become links."""
        pinned = [[link] for link in self._pinned.moved]
        taken_left = {i for link in (*self._links, *self._pinned.moved) for i in link.left}
        taken_right = {j for link in (*self._links, *self._pinned.moved) for j in link.right}
        smaller = min(len(side) for side in self._texts)
        untouched = len(self._close_left) + self._touched_little
        draft = min(1.0, untouched / smaller) if smaller else 0.0
        found = find_moves(
            self._lone(0, taken_left),
            self._lone(1, taken_right),
            self._feature,
            self._rarity,
            draft,
            self._pinned.forbidden,
            self._watch,
        )
        out: list[list[Link]] = []
        in_place = _Places(self._links)
        for chain in found:
            if in_place.fits(chain):
                in_place.add(chain)
                self._links += chain
            else:
                out.append(chain)
        return pinned + out

    def _lone(self, side: int, taken: set[int]) -> Lone:
        indices = [i for i in range(len(self._texts[side])) if i not in taken]
        return Lone(indices, [self._texts[side][i] for i in indices])

    def _alignment(self, pending: tuple[Gap, ...], moves: list[list[Link]]) -> Alignment:
        return Alignment(
            links=tuple(sorted(self._links)),
            moves=tuple(tuple(chain) for chain in moves),
            pending=pending,
            limits=tuple(sorted(self._limits)),
        )


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


def _between_links(whole: Gap, links: Iterable[Link]) -> list[Gap]:
    """What lies between links that ascend."""
    out: list[Gap] = []
    i, j = whole.left.start, whole.right.start
    for link in links:
        out.append(Gap(Span(i, link.left[0]), Span(j, link.right[0])))
        i, j = link.left[-1] + 1, link.right[-1] + 1
    out.append(Gap(Span(i, whole.left.end), Span(j, whole.right.end)))
    return [gap for gap in out if gap.left.length or gap.right.length]


def _with_borders(near: Sequence[Pair], gaps: Sequence[Gap]) -> list[Gap]:
    """Gaps that took in the near pairs beside them, which the recipe then decides anew.

    A sentence that was split may look nearly like its larger half; taken as certain, it would
    leave the other half alone. Near pairs inside a run of them become gaps of one by one.
    """
    pieces = sorted([*gaps, *(Gap(Span(i, i + 1), Span(j, j + 1)) for i, j in near)])
    certain = set(near)
    out: list[Gap] = []
    for piece in pieces:
        single = (piece.left.start, piece.right.start) in certain
        before = out[-1] if out else None
        if before is None:
            out.append(piece)
            continue
        touching = before.left.end == piece.left.start and before.right.end == piece.right.start
        before_single = cells(before) == 1 and (before.left.start, before.right.start) in certain
        joined = Gap(
            Span(before.left.start, piece.left.end), Span(before.right.start, piece.right.end)
        )
        if touching and single != before_single and cells(joined) <= SMALL_CELLS:
            out[-1] = joined
        else:
            out.append(piece)
    return out


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
