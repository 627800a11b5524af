"""What is certain before the recipe is asked: anchors, near pairs, exact moves; and what is open.

Short texts are open as a whole. Indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from variorum.engine.align.anchors import SURE_LENGTH, between, equal_pairs
from variorum.engine.align.chains import Pair
from variorum.engine.align.crossed import uncrossed
from variorum.engine.align.cuts import LARGEST_CELLS, SMALL_CELLS, Texts, cells, cut
from variorum.engine.align.near import near_pairs, open_parts
from variorum.engine.align.parted import is_parted
from variorum.engine.align.pins import Barred, Pinned
from variorum.engine.align.ratios import character_ratio
from variorum.engine.align.regrouped import regrouped
from variorum.engine.align.runs import elsewhere, long_runs, runs
from variorum.engine.align.sentence_texts import SentenceWords
from variorum.engine.align.twins import Twins
from variorum.engine.alignment import Gap, Link
from variorum.engine.document import Document
from variorum.engine.elements import Span
from variorum.engine.options import Options
from variorum.engine.text.folding import sentence_key
from variorum.engine.watch import Stage, Watch, watched

ALONE_RATIO: Final = 0.65
"""Two sentences that alone face each other between anchors belong together from this character
ratio upwards; what is less alike is left to the recipe."""
ALONE_LENGTH: Final = 40
"""Characters from which on a sentence is seldom like another by chance."""
LONG_ALONE_RATIO: Final = 0.55
"""The same for two sentences of that length. Of 43,500 pairs drawn from English and Portuguese
texts 2 are between this and .6 alike, of 7,300 shorter ones 4 in a thousand are; of 1,566 such
pairs that the recipe was asked about in edited and translated texts it linked all but 4."""
CLOSE_RATIO: Final = 0.85
"""From this character ratio upwards a sentence was hardly touched."""

WHOLE_CELLS: Final = 900
"""Gaps up to 30 x 30 are weighed as a whole. Larger ones are first parted at what is certain: on
aligned texts that is as accurate (mean F1 +.0001), and takes half of the time."""
HUGE_TEXT: Final = 12_000
"""Sentences of both sides, some 100,000 words each, beyond which the work is bounded. Shorter texts
are aligned as well as can be, whatever it takes."""
NEAR_WORK: Final = 4_000_000_000
"""In a gap, near pairs are looked for up to this product of its characters, left by right: some
150 ms of work, of which 64 products are done at once."""
NEAR_FIRST_CELLS: Final = 4_000_000
"""Gaps up to 2,000 x 2,000 are parted at near pairs, all being compared with all, before words that
stand once on each side are asked: these say less. 50 chapters of two translations set end to end:
F1 .979 and .960 without, .984 and .966 with it, and less to weigh afterwards."""
NEAR_FIRST_WORK: Final = 40_000_000_000
"""The same in products of characters: 1 s. In huge texts words are asked at once."""
ALL_NEAR_WORK: Final = 60_000_000_000
"""The same in all gaps of a huge text: 2 s."""
RECIPE_WORK: Final = 500_000
"""In huge texts, the recipe does so much; weighing one pair of sentences is one."""
SENTENCE_WORK: Final = 20
"""As many pairs as the groups cost that begin at a sentence. Two texts of 1.6 million words each of
which most was reworded come to 475,000 in all."""
MOSTLY_MOVED: Final = 0.5
"""The share of such sentences in a gap from which on nothing is looked for in place there."""

_ANCHORED: Final = 0.4
"""How much of finding what stayed is done when the anchors are known."""

LARGEST_LIMIT: Final = (
    f"a passage of more than {LARGEST_CELLS} pairs of sentences had no words to cut it at; "
    "only moved text was looked for in it"
)
WORK_LIMIT: Final = (
    f"to weigh all sentences that are not plainly alike takes more than {RECIPE_WORK} comparisons; "
    "those in the largest passages were not weighed, only moved text was looked for in these"
)


class Certain(NamedTuple):
    """What is known before anything is weighed."""

    pairs: list[Pair]
    """Links of a sentence with a sentence; in any order."""
    groups: list[Link]
    """Links of several; in any order."""
    open: list[Gap]
    """What is to be weighed; ascending, both sides of each have a sentence."""
    close: tuple[list[int], list[int]]
    """The sentences of each side that were not or hardly touched, ascending."""
    moved: list[list[Link]]
    """Runs that stand elsewhere, unchanged."""
    twins: Twins
    """Sentences that stand once in either text, unchanged, and whose place is not known yet."""
    limits: set[str]


class Anchored(NamedTuple):
    """What is known first: paragraphs that are the same to the letter."""

    pairs: list[Pair]
    """Their sentences."""
    paragraphs: list[Pair]
    """The paragraphs themselves, whatever a person decided about their sentences."""
    gaps: list[Gap]
    """What lies between them."""


Shown = Callable[[Anchored], None]
"""Gets what is known first."""


class Finder:
    """Finds what is certain; made for one run.

    Args:
        left: the one text.
        right: the other.
        texts: their sentences.
        folded: the same in lower case.
        words: of these.
        options: tolerances decide which sentences are the same.
        pinned: what a person decided.
        watch: progress and cancellation.
    """

    def __init__(
        self,
        left: Document,
        right: Document,
        texts: Texts,
        folded: Texts,
        words: SentenceWords,
        options: Options,
        pinned: Pinned,
        watch: Watch,
    ) -> None:
        self._documents = (left, right)
        self._texts = texts
        self._folded = folded
        self._words = words
        self._options = options
        self._pinned = pinned
        self._barred = Barred(pinned)
        self._watch = watch
        self._huge = len(texts.left) + len(texts.right) > HUGE_TEXT
        self._exact: list[Pair] = []
        self._same: list[Pair] = []
        self._groups: list[Link] = []
        self._known_keys: tuple[dict[int, str], dict[int, str]] = ({}, {})
        self._near: list[Pair] = []
        self._close: list[Pair] = []
        self._moved: list[Pair] = []
        self._limits: set[str] = set()
        self._twins = Twins(folded)

    def find(self, shown: Shown | None = None) -> Certain:
        """All steps.

        Args:
            shown: gets the paragraphs that are the same as soon as they are known.

        Raises:
            Cancelled: the caller wanted to stop.
        """
        anchored = list(self._anchored(shown))
        self._watch.at(Stage.FINDING, _ANCHORED)
        self._twins = self._find_twins([gap for gap, _ in anchored])
        gaps = [part for gap, cuttable in anchored for part in self._cut(gap, cuttable=cuttable)]
        parts = self._open(gaps) if len(gaps) > 1 else [gap for gap in gaps if _two_sided(gap)]
        self._watch.check()
        close = sorted(self._close)
        return Certain(
            pairs=self._exact + self._near,
            groups=self._groups,
            open=self._within_limits(parts),
            close=([i for i, _ in close], sorted(j for _, j in close)),
            moved=runs(self._moved),
            twins=self._twins,
            limits=self._limits,
        )

    def _anchored(self, shown: Shown | None) -> Iterator[tuple[Gap, bool]]:
        """What is left between pins and anchors, and whether it may be cut.

        Args:
            shown: gets the paragraphs that are the same, before anything else is looked for.
        """
        first = [
            (gap, None if self._is_whole(gap) else self._equal_paragraphs(gap))
            for gap in _between_links(self._all, self._pinned.links)
        ]
        if shown is not None:
            pairs = [pair for _, found in first for pair in found or ()]
            gaps = [part for gap, found in first for part in between(gap, found or ())]
            shown(Anchored(pairs, self._same, gaps))
        for gap, exact in first:
            cuttable = exact is not None
            parts = self._regroup_whole(gap) if exact is None else self._anchor(gap, exact)
            yield from ((part, cuttable) for part in parts)

    @property
    def _all(self) -> Gap:
        """Both texts."""
        return Gap(Span(0, len(self._texts.left)), Span(0, len(self._texts.right)))

    def _is_whole(self, gap: Gap) -> bool:
        """Whether a gap is weighed as it is, and not cut at what is the same."""
        return cells(gap) <= WHOLE_CELLS

    def anchors(self) -> list[Pair]:
        """Only the first step: what is the same in the order of both texts.

        Raises:
            Cancelled: the caller wanted to stop.
        """
        self._anchor(self._all, self._equal_paragraphs(self._all))
        return self._exact

    # --- anchors -------------------------------------------------------------------------------

    def _anchor(self, gap: Gap, paragraphs: Sequence[Pair]) -> list[Gap]:
        """Pair the sentences that are the same; the gaps between.

        Args:
            gap: what is to be cut.
            paragraphs: the sentences of paragraphs that are the same.
        """
        parts = between(gap, paragraphs)
        keys = (
            self._keys(0, [part.left for part in parts]),
            self._keys(1, [part.right for part in parts]),
        )
        inner: list[Pair] = []
        for part in parts:
            inner += equal_pairs(keys[0], keys[1], part, self._watch.check)
        exact = sorted([*paragraphs, *self._allowed(inner)])
        exact = uncrossed(exact, gap, self._texts, self._watch.check)
        self._exact += exact
        self._close += exact
        gaps = [part for open_gap in between(gap, exact) for part in self._regroup(keys, open_gap)]
        if self._huge:
            moved = self._allowed(elsewhere(keys, gaps, self._watch.check))
            self._moved += long_runs(moved, keys[0])
        return gaps

    def _regroup(self, keys: tuple[Sequence[str], Sequence[str]], gap: Gap) -> list[Gap]:
        """Take out of a gap what was only parted otherwise; what is left of it."""
        self._watch.check()
        if not _two_sided(gap) or self._barred.touches(gap):
            return [gap]
        groups = list(regrouped(*keys, gap))
        if not groups:
            return [gap]
        self._exact += [(i, j) for (i, *more), (j, *others) in groups if not more and not others]
        self._groups += [group for group in groups if len(group.left) > 1 or len(group.right) > 1]
        self._close += [(group.left[0], group.right[0]) for group in groups]
        last = groups[-1]
        rest = Gap(Span(last.left[-1] + 1, gap.left.end), Span(last.right[-1] + 1, gap.right.end))
        return [rest] if rest.left.length or rest.right.length else []

    def _regroup_whole(self, gap: Gap) -> list[Gap]:
        """The same for a gap that is weighed as a whole unless nothing is left of it."""
        if not _two_sided(gap) or gap.left.length == gap.right.length:
            return [gap]
        keys = (
            self._keys(0, [gap.left]),
            self._keys(1, [gap.right]),
        )
        groups = list(regrouped(*keys, gap))
        if not groups or (groups[-1].left[-1] + 1, groups[-1].right[-1] + 1) != (
            gap.left.end,
            gap.right.end,
        ):
            return [gap]
        return self._regroup(keys, gap)

    def _find_twins(self, gaps: Sequence[Gap]) -> Twins:
        """Sentences in gaps that stand there once on each side, and nowhere else."""
        if self._huge:
            return Twins(self._folded, self._moved)
        keys = (
            self._keys(0, [gap.left for gap in gaps]),
            self._keys(1, [gap.right for gap in gaps]),
        )
        found = self._allowed(elsewhere(keys, gaps, self._watch.check))
        if not found:
            return Twins(self._folded)
        counts = [
            Counter(self._keys(side, [Span(0, len(texts))]))
            for side, texts in enumerate(self._texts)
        ]
        once = [(i, j) for i, j in found if all(count[keys[0][i]] == 1 for count in counts)]
        long = set(long_runs(once, keys[0]))
        short = [pair for pair in once if pair not in long and len(keys[0][pair[0]]) >= SURE_LENGTH]
        return Twins(self._folded, long, short)

    def _allowed(self, pairs: Iterable[Pair]) -> list[Pair]:
        """The pairs against which no person decided."""
        if not self._barred:
            return list(pairs)
        return [pair for pair in pairs if pair not in self._barred]

    def _equal_paragraphs(self, gap: Gap) -> list[Pair]:
        """The sentences of paragraphs that are the same to the letter."""
        check = self._watch.check
        sides, begins = [], []
        for document, span in zip(self._documents, gap, strict=True):
            starts = document.sentence_starts()
            # The paragraphs at the ends may reach beyond the gap.
            first = bisect_left(starts, span.start)
            end = max(first, bisect_right(starts, span.end) - 1)
            check()
            sides.append((document.paragraph_texts[first:end], starts[first : end + 1]))
            begins.append(first)
        (left_texts, left), (right_texts, right) = sides
        whole_gap = Gap(Span(0, len(left_texts)), Span(0, len(right_texts)))
        found: list[Pair] = []
        pairs = equal_pairs(left_texts, right_texts, whole_gap, check)
        for p, q in watched(pairs, check):
            i, j, count = left[p], right[q], left[p + 1] - left[p]
            if count == right[q + 1] - j:
                self._same.append((begins[0] + p, begins[1] + q))
                found += zip(range(i, i + count), range(j, j + count), strict=True)
        return self._allowed(found)

    def _keys(self, side: int, spans: Iterable[Span]) -> list[str]:
        """What sentences are compared by, for those in some ranges; empty elsewhere."""
        texts, known = self._texts[side], self._known_keys[side]
        keys = [""] * len(texts)
        for span in spans:
            for index in watched(range(*span), self._watch.check):
                key = known.get(index)
                if key is None:
                    key = known[index] = sentence_key(texts[index], self._options.tolerances)
                keys[index] = key
        return keys

    # --- cutting -------------------------------------------------------------------------------

    def _cut(self, gap: Gap, *, cuttable: bool) -> list[Gap]:
        """Part a large gap at near pairs, or where it is too large for that, at what words tell."""
        if not cuttable or cells(gap) <= SMALL_CELLS:
            return [gap]
        if self._mostly_moved(gap):
            return []
        if (
            not self._huge
            and cells(gap) <= NEAR_FIRST_CELLS
            and self._near_work(gap) <= NEAR_FIRST_WORK
        ):
            pairs = near_pairs(*self._folded, gap, self._watch.check)
            near = [pair for pair in pairs if not self._barred.beside(pair)]
            if near:
                return [
                    piece
                    for part in self._part(gap, near)
                    for piece in (self._by_words(part) if cells(part) > SMALL_CELLS else [part])
                ]
        return self._by_words(gap)

    def _by_words(self, gap: Gap) -> list[Gap]:
        cuts = cut(self._folded, self._words, gap, self._watch)
        return self._widened(_with_borders(cuts.near, cuts.gaps, self._watch.check))

    def _widened(self, gaps: list[Gap]) -> list[Gap]:
        """Gaps of which those that a person decided about took in what is above and below.

        A cut may have been made at the very pair that is to be none: its sentences may belong to
        their neighbours.
        """
        out: list[Gap] = []
        touched = False
        for gap in watched(gaps, self._watch.check):
            touches = self._barred.touches(gap)
            joined = _joined(out[-1], gap) if out and (touches or touched) else None
            if joined is not None and cells(joined) <= SMALL_CELLS:
                out[-1] = joined
            else:
                out.append(gap)
            touched = touches
        return out

    def _part(self, gap: Gap, near: Iterable[Pair]) -> list[Gap]:
        """Take out of a gap what near pairs make certain; what stays open."""
        certain, left_open = open_parts(*self._folded, gap, near)
        self._near += certain
        self._close += self._hardly_touched(certain)
        return left_open

    def _mostly_moved(self, gap: Gap) -> bool:
        """Whether most sentences of a gap are known to stand elsewhere."""
        if not self._moved:
            return False
        shares = (
            (bisect_left(moved, span.end) - bisect_left(moved, span.start)) / span.length
            for moved, span in zip(self._moved_from_to, gap, strict=True)
        )
        return max(shares) >= MOSTLY_MOVED

    @cached_property
    def _moved_from_to(self) -> tuple[list[int], list[int]]:
        return sorted(i for i, _ in self._moved), sorted(j for _, j in self._moved)

    def _open(self, gaps: Iterable[Gap]) -> list[Gap]:
        """Take out what is plainly alike; what is left."""
        parts: list[Gap] = []
        spent = 0
        two_sided = sorted(filter(_two_sided, gaps), key=lambda g: (cells(g), g))
        for gap in watched(two_sided, self._watch.check):
            if cells(gap) > LARGEST_CELLS:
                parts.append(gap)
                continue
            work = self._near_work(gap)
            spent += work
            if cells(gap) > 1 and work <= NEAR_WORK and not (self._huge and spent > ALL_NEAR_WORK):
                near = near_pairs(*self._folded, gap, self._watch.check)
                left_open = self._part(gap, filter(self._is_certain, near))
            else:
                left_open = [gap]
            parts += [part for part in filter(_two_sided, left_open) if not self._is_plain(part)]
        return sorted(parts)

    def _is_plain(self, gap: Gap) -> bool:
        """Whether a gap is a pair that is alike, or a plain split or merge; then it is linked."""
        if self._barred.touches(gap):
            return False
        return self._alike(gap) if cells(gap) == 1 else self._parted(gap)

    def _near_work(self, gap: Gap) -> int:
        """The product of the characters of both sides."""
        left, right = (
            document.parted.ends[span.end - 1] - document.parted.starts[span.start]
            for document, span in zip(self._documents, gap, strict=True)
        )
        return left * right

    def _alike(self, gap: Gap) -> bool:
        """Whether only two sentences face each other, and are alike: then they belong together."""
        pair = gap.left.start, gap.right.start
        if not self._twins.may_face(pair):
            return False
        shorter = min(len(self._folded.left[pair[0]]), len(self._folded.right[pair[1]]))
        least = ALONE_RATIO if shorter < ALONE_LENGTH else LONG_ALONE_RATIO
        if self._ratio(pair, least) < least:
            return False
        self._near.append(pair)
        self._close += self._hardly_touched([pair])
        return True

    def _parted(self, gap: Gap) -> bool:
        """Whether one sentence faces a few that say together what it says."""
        if gap.left.length > 1 and gap.right.length > 1:
            return False
        link = Link(tuple(range(*gap.left)), tuple(range(*gap.right)))
        if not all(self._twins.may_face((i, j)) for i in link.left for j in link.right):
            return False
        lefts = [self._folded.left[i] for i in link.left]
        rights = [self._folded.right[j] for j in link.right]
        one, parts = (lefts[0], rights) if len(lefts) == 1 else (rights[0], lefts)
        if not is_parted(one, parts):
            return False
        self._groups.append(link)
        return True

    def _is_certain(self, pair: Pair) -> bool:
        """Whether nothing that is known elsewhere, and nobody, speaks against a near pair.

        The sentences of a pair that is to be none may belong to their neighbours.
        """
        if self._barred.beside(pair):
            return False
        return self._twins.may_face(pair) or self._twins.stayed(pair)

    def _within_limits(self, gaps: Sequence[Gap]) -> list[Gap]:
        """The gaps that the work suffices for, the smallest first."""
        kept: list[Gap] = []
        spent = 0
        for gap in sorted(gaps, key=lambda g: (cells(g), g)):
            spent += cells(gap) + SENTENCE_WORK * (gap.left.length + gap.right.length)
            if cells(gap) > LARGEST_CELLS:
                self._limits.add(LARGEST_LIMIT)
            elif self._huge and spent > RECIPE_WORK:
                self._limits.add(WORK_LIMIT)
            else:
                kept.append(gap)
        return sorted(kept)

    def _hardly_touched(self, pairs: Iterable[Pair]) -> list[Pair]:
        return [pair for pair in pairs if self._ratio(pair, CLOSE_RATIO) >= CLOSE_RATIO]

    def _ratio(self, pair: Pair, least: float) -> float:
        """The share of the characters of two sentences that both have in order; 0 below `least`."""
        return character_ratio(self._folded.left[pair[0]], self._folded.right[pair[1]], least)


def _two_sided(gap: Gap) -> bool:
    return gap.left.length > 0 and gap.right.length > 0


def _joined(gap: Gap, following: Gap) -> Gap | None:
    """Two gaps as one; None where something lies between them."""
    if gap.left.end != following.left.start or gap.right.end != following.right.start:
        return None
    return Gap(Span(gap.left.start, following.left.end), Span(gap.right.start, following.right.end))


def _between_links(whole: Gap, links: Iterable[Link]) -> list[Gap]:
    """What lies between links that ascend."""
    out: list[Gap] = []
    i, j = whole.left.start, whole.right.start
    for link in links:
        out.append(Gap(Span(i, link.left[0]), Span(j, link.right[0])))
        i, j = link.left[-1] + 1, link.right[-1] + 1
    out.append(Gap(Span(i, whole.left.end), Span(j, whole.right.end)))
    return [gap for gap in out if gap.left.length or gap.right.length]


def _with_borders(
    near: Sequence[Pair], gaps: Sequence[Gap], check: Callable[[], None]
) -> list[Gap]:
    """Gaps that took in the near pairs beside them, which are then decided about anew.

    A sentence that was split may look nearly like its larger half; taken as certain, it would
    leave the other half alone. Near pairs inside a run of them become gaps of one by one.
    """
    pieces = sorted([*gaps, *(Gap(Span(i, i + 1), Span(j, j + 1)) for i, j in near)])
    certain = set(near)
    out: list[Gap] = []
    for piece in watched(pieces, check):
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
