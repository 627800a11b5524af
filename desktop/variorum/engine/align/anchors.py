"""Anchors: sentences that certainly belong together and cut a long text into small gaps.

First whole paragraphs, then sentences, that stand once on each side of a gap with the same key
(patience, B. Cohen), with equal neighbours taken along; in gaps without any, the longest common
subsequence of sentences. Indices count paragraphs or sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, groupby, pairwise
from typing import Final

from rapidfuzz.distance import LCSseq

from variorum.engine.align.chains import Pair, longest_chain
from variorum.engine.alignment import Gap
from variorum.engine.elements import Span
from variorum.engine.watch import watched

COMMON_SHARE: Final = 0.5
"""In a gap without unique sentences, the longest common subsequence is trusted from this share of
its smaller side upwards: below it, repeated clauses pair up by chance."""
WINDOW: Final = 4_000
"""Sentences a side of one search for a common subsequence; bounds its memory to 2 MB."""
SURE_LENGTH: Final = 8
"""Characters below which a unique sentence is no anchor by itself ("Yes.", "Part 2")."""


def equal_pairs(
    left: Sequence[str], right: Sequence[str], within: Gap, check: Callable[[], None]
) -> list[Pair]:
    """The pairs of equal keys that are certain, ascending on both sides."""
    out: list[Pair] = []
    stack = [within]
    while stack:
        check()
        gap = stack.pop()
        if not gap.left.length or not gap.right.length:
            continue
        found = _ends(left, right, gap)
        core = _inside(gap, found)
        if _has_common(left, right, core):
            chain = _steady_chain(list(_unique(left, right, core, check)), left)
            if chain:
                grown = list(grow(core, chain, lambda i, j: left[i] == right[j]))
                found += grown
                stack += between(core, grown)
            else:
                found += _common(left, right, core)
        out += found
    out.sort()
    return out


def _ends(left: Sequence[str], right: Sequence[str], gap: Gap) -> list[Pair]:
    """Equal sentences at the upper and lower end of a gap."""
    found: list[Pair] = []
    i, j = gap.left.start, gap.right.start
    while i < gap.left.end and j < gap.right.end and left[i] == right[j]:
        found.append((i, j))
        i, j = i + 1, j + 1
    p, q = gap.left.end, gap.right.end
    while p > i and q > j and left[p - 1] == right[q - 1]:
        p, q = p - 1, q - 1
        found.append((p, q))
    return found


def _inside(gap: Gap, ends: list[Pair]) -> Gap:
    """A gap without the equal sentences at its ends."""
    taken = set(ends)
    i, j = gap.left.start, gap.right.start
    while (i, j) in taken:
        i, j = i + 1, j + 1
    p, q = gap.left.end, gap.right.end
    while p > i and q > j and (p - 1, q - 1) in taken:
        p, q = p - 1, q - 1
    return Gap(Span(i, p), Span(j, q))


def _has_common(left: Sequence[str], right: Sequence[str], gap: Gap) -> bool:
    """Whether anything in a gap stands on both sides; in most small ones nothing does."""
    return not set(left[slice(*gap.left)]).isdisjoint(right[slice(*gap.right)])


def _unique(
    left: Sequence[str], right: Sequence[str], gap: Gap, check: Callable[[], None]
) -> Iterator[Pair]:
    """Pairs of equal keys that stand once on each side, ascending on the left."""
    counts = Counter(right[gap.right.start : gap.right.end])
    check()
    where = {right[j]: j for j in range(*gap.right)}
    check()
    own = Counter(left[gap.left.start : gap.left.end])
    for i in watched(range(*gap.left), check):
        key = left[i]
        if counts.get(key) == 1 and own[key] == 1 and len(key) >= SURE_LENGTH:
            yield i, where[key]


def _steady_chain(pairs: Sequence[Pair], keys: Sequence[str]) -> list[Pair]:
    """The longest chain; of several, the one of the longer texts, whichever side is the left one.

    What does not stay in place has moved: of two paragraphs that changed places, the shorter one.
    The chains found from either side are equally long between any two pairs that both have.

    Args:
        pairs: ascending by their left index, no index twice.
        keys: of the left side; those of the right one are the same.
    """
    out: list[Pair] = []
    for part, stays in _by_steadiness(pairs):
        out += part if stays else _steadiest(part, keys)
    return out


def _by_steadiness(pairs: Sequence[Pair]) -> Iterator[tuple[Sequence[Pair], bool]]:
    """Runs of pairs that no other one crosses, which are in every longest chain, and of others."""
    rights = [j for _, j in pairs]
    highest = accumulate(rights, max)
    lowest = reversed(list(accumulate(reversed(rights), min)))
    steady = [high == low for high, low in zip(highest, lowest, strict=True)]
    at = 0
    for stays, run in groupby(steady):
        end = at + sum(1 for _ in run)
        yield pairs[at:end], stays
        at = end


def _steadiest(pairs: Sequence[Pair], keys: Sequence[str]) -> list[Pair]:
    """The same of pairs that cross."""
    one = longest_chain(pairs)
    other = [(i, j) for j, i in longest_chain(sorted((j, i) for i, j in pairs))]
    if one == other:
        return one
    shared = set(one).intersection(other)
    ways = zip(_parts(one, shared), _parts(other, shared), strict=True)
    return [pair for way in ways for pair in _better(*way, keys)]


def _parts(chain: Iterable[Pair], borders: AbstractSet[Pair]) -> Iterator[list[Pair]]:
    """A chain cut behind some of its pairs."""
    part: list[Pair] = []
    for pair in chain:
        part.append(pair)
        if pair in borders:
            yield part
            part = []
    yield part


def _better(one: list[Pair], other: list[Pair], keys: Sequence[str]) -> list[Pair]:
    """The pairs of longer texts; of texts as long, a choice that is the same from either side."""

    def order(pairs: list[Pair]) -> tuple[int, list[str], list[list[int]]]:
        texts = [keys[i] for i, _ in pairs]
        return sum(map(len, texts)), texts, [sorted(pair) for pair in pairs]

    return max(one, other, key=order)


def grow(gap: Gap, chain: Sequence[Pair], alike: Callable[[int, int], bool]) -> Iterator[Pair]:
    """A chain with the neighbours of its pairs, upwards and downwards, as long as they are alike.

    Args:
        gap: what the pairs lie in.
        chain: pairs that ascend on both sides.
        alike: whether a left and a right sentence may be taken along.
    """
    low_i, low_j = gap.left.start, gap.right.start
    for number, (i, j) in enumerate(chain):
        if i < low_i or j < low_j:
            continue
        next_i, next_j = (
            chain[number + 1] if number + 1 < len(chain) else (gap.left.end, gap.right.end)
        )
        p, q = i, j
        while p > low_i and q > low_j and alike(p - 1, q - 1):
            p, q = p - 1, q - 1
        end_i, end_j = i + 1, j + 1
        while end_i < next_i and end_j < next_j and alike(end_i, end_j):
            end_i, end_j = end_i + 1, end_j + 1
        yield from zip(range(p, end_i), range(q, end_j), strict=True)
        low_i, low_j = end_i, end_j


def _subsequence(one: Sequence[int], other: Sequence[int], window: Gap) -> list[Pair]:
    """The pairs of a longest common subsequence of a window."""
    first, second = window.left.start, window.right.start
    found: list[Pair] = []
    for run in LCSseq.opcodes(one, other):
        if run.tag == "equal":
            found += zip(
                range(first + run.src_start, first + run.src_end),
                range(second + run.dest_start, second + run.dest_end),
                strict=True,
            )
    return found


def _common(left: Sequence[str], right: Sequence[str], gap: Gap) -> list[Pair]:
    """The longest common subsequence of a gap without unique keys, where most of it is common."""
    window = Gap(
        Span(gap.left.start, min(gap.left.end, gap.left.start + WINDOW)),
        Span(gap.right.start, min(gap.right.end, gap.right.start + WINDOW)),
    )
    names: dict[str, int] = {}
    a = [names.setdefault(left[i], len(names)) for i in range(*window.left)]
    b = [names.setdefault(right[j], len(names)) for j in range(*window.right)]
    smaller = min(len(a), len(b))
    if LCSseq.similarity(a, b) < COMMON_SHARE * smaller:
        return []
    one = _subsequence(a, b, window)
    other = [(i, j) for j, i in _subsequence(b, a, Gap(window.right, window.left))]
    found = one if one == other else _better(one, other, left)
    rest = Gap(Span(window.left.end, gap.left.end), Span(window.right.end, gap.right.end))
    if found and rest.left.length and rest.right.length:
        found += _common(left, right, rest)
    return found


def between(gap: Gap, pairs: Sequence[Pair]) -> list[Gap]:
    """What lies between pairs that ascend, and before and after them; empty gaps are left out."""
    edges = [(gap.left.start - 1, gap.right.start - 1), *pairs, (gap.left.end, gap.right.end)]
    return [
        Gap(Span(i + 1, p), Span(j + 1, q))
        for (i, j), (p, q) in pairwise(edges)
        if p > i + 1 or q > j + 1
    ]
