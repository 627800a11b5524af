"""The alignment of one gap: groups, decoding, links.

Indices count sentences of the gap's sides from 0.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from zlib import crc32

from variorum.engine.align.chains import Pair
from variorum.engine.align.groups import Group, Scores, find_groups
from variorum.engine.align.lattice import posteriors
from variorum.engine.align.ratios import SLIGHT
from variorum.engine.align.similarities import Similarities
from variorum.engine.alignment import Gap, Link
from variorum.engine.elements import Span
from variorum.engine.text.ends import common_start

LEAST_POSTERIOR: Final = 0.35
"""A link counts when it is more likely than this; below one half, because a link that is missed
costs a reader more than one that is doubtful."""
LEAST_POSTERIOR_DRAFT: Final = 0.25
"""Added in proportion to the share of untouched sentences."""
LIKELY_ENOUGH: Final = 0.02
"""Groups of pairs none of which is likelier than this are never chosen."""
BEGINNING: Final = 40
"""Characters that two lone sentences begin with alike to be linked for it."""
BEGINNING_SHARE: Final = 0.33
"""... which must be this share of the shorter one."""
UNIQUE_WORTH: Final = 1_000
"""A sentence that stands once counts as that many characters more than one that is repeated, when
as many of either could stay."""


def align_gap(similarities: Similarities, draft: float, related: float, price: float) -> list[Link]:
    """The links in place, ascending on both sides.

    Chosen so that as many links as possible are right by their posteriors: each counts for what it
    exceeds the least posterior by, and the heaviest chain of groups wins (minimum-risk decoding).

    Args:
        similarities: of the sentences of the gap.
        draft: as of `Scores`.
        related: the same.
        price: the same.
    """
    groups = find_groups(similarities, Scores(similarities, draft, related, price))
    found = posteriors(len(similarities.left), len(similarities.right), groups)
    least = LEAST_POSTERIOR + LEAST_POSTERIOR_DRAFT * draft
    weighed = []
    for group in groups:
        pairs = [(i, j) for i in range(*_left(group)) for j in range(*_right(group))]
        shares = [found.get(pair, 0.0) for pair in pairs]
        if max(shares) > LIKELY_ENOUGH:
            gain = sum(share - least for share in shares)
            if gain > 0:
                weighed.append((gain + SLIGHT * _preference(group, similarities), group))
    return [
        Link(tuple(range(*_left(group))), tuple(range(*_right(group))))
        for group in _heaviest_chain(weighed)
    ]


def _left(group: Group) -> Span:
    return Span(group.left, group.left + group.left_count)


def _right(group: Group) -> Span:
    return Span(group.right, group.right + group.right_count)


def _preference(group: Group, similarities: Similarities) -> float:
    """Which of two equally good groups to take, -1 to 1; the same when the sides are swapped.

    Repeated sentences pair up from the top; of two that changed places, their texts decide.
    """
    texts = sorted((similarities.left.texts[group.left], similarities.right.texts[group.right]))
    chance = _chance("\x1f".join(texts))
    size = len(similarities.left) + len(similarities.right)
    return 0.1 * chance - (group.left + group.right) / size


def _heaviest_chain(weighed: Iterable[tuple[float, Group]]) -> list[Group]:
    """The heaviest groups that ascend on both sides without sharing a sentence."""
    ordered = sorted(weighed, key=lambda entry: (entry[1].left, entry[1].right, entry[1][1:]))
    by_end = sorted(range(len(ordered)), key=lambda n: _left(ordered[n][1]).end)
    ends: list[int] = []
    tops: list[tuple[float, int]] = []
    """By the right end of a chain: the heaviest so far, strictly growing in both."""
    sums = [0.0] * len(ordered)
    back = [-1] * len(ordered)
    waiting = iter(by_end)
    entering = next(waiting, None)
    for number, (gain, group) in enumerate(ordered):
        while entering is not None and _left(ordered[entering][1]).end <= group.left:
            _enter(ends, tops, _right(ordered[entering][1]).end, (sums[entering], entering))
            entering = next(waiting, None)
        at = bisect_right(ends, group.right)
        before = tops[at - 1] if at else (0.0, -1)
        sums[number], back[number] = before[0] + gain, before[1]
    at = max(range(len(ordered)), key=sums.__getitem__, default=-1)
    chain: list[Group] = []
    while at >= 0:
        chain.append(ordered[at][1])
        at = back[at]
    chain.reverse()
    return chain


def _enter(
    ends: list[int], tops: list[tuple[float, int]], end: int, top: tuple[float, int]
) -> None:
    """Take a chain into the table, unless one that ends no later is as heavy."""
    at = bisect_right(ends, end)
    if at and tops[at - 1][0] >= top[0]:
        return
    low = at - 1 if at and ends[at - 1] == end else at
    high = at
    while high < len(tops) and tops[high][0] <= top[0]:
        high += 1
    ends[low:high] = [end]
    tops[low:high] = [top]


def equal_leftovers(
    links: Sequence[Link], left: Mapping[int, str], right: Mapping[int, str], gap: Gap
) -> list[Link]:
    """Links of lone sentences with the same key that stand between the same links.

    The recipe sees nothing in a sentence without words ("* * *"), and cannot choose among
    repetitions of one sentence; what is the same and in order belongs together all the same.

    Args:
        links: ascending, within the gap.
        left: keys of the lone left sentences, by index.
        right: keys of the lone right sentences.
        gap: in the same indices.
    """
    out: list[Link] = []
    edges = [(link.left[0], link.right[0]) for link in links]
    ends = [(link.left[-1], link.right[-1]) for link in links]
    starts = [(gap.left.start - 1, gap.right.start - 1), *ends]
    stops = [*edges, (gap.left.end, gap.right.end)]
    for (i, j), (p, q) in zip(starts, stops, strict=True):
        part = Gap(Span(i + 1, p), Span(j + 1, q))
        out += [Link((x,), (y,)) for x, y in _common(left, right, part)]
    return out


def begun_leftovers(
    links: Sequence[Link],
    folded: Sequence[Sequence[str]],
    lone: Sequence[Iterable[int]],
    gap: Gap,
) -> list[Link]:
    """Links of lone sentences that begin alike and stand between the same links.

    A sentence of which the first part stayed and the rest was written anew, at another length, is
    like its counterpart neither by its words nor by its characters; but a reader sees at once
    that it is the same sentence. Beginnings that stand more than once tell nothing.

    Args:
        links: ascending, within the gap.
        folded: the sentences of both sides, lower-cased.
        lone: those without a counterpart, of each side.
        gap: in the same indices.
    """
    taken = ({i for link in links for i in link.left}, {j for link in links for j in link.right})
    keys: list[dict[int, str]] = []
    for texts, numbers, used in zip(folded, lone, taken, strict=True):
        begun = {n: texts[n][:BEGINNING] for n in numbers if n not in used}
        counts = Counter(begun.values())
        keys.append(
            {n: text for n, text in begun.items() if counts[text] == 1 and len(text) == BEGINNING}
        )
    return [
        link
        for link in equal_leftovers(links, keys[0], keys[1], gap)
        if _begun_share(folded[0][link.left[0]], folded[1][link.right[0]]) >= BEGINNING_SHARE
    ]


def _begun_share(left: str, right: str) -> float:
    return common_start(left, right) / min(len(left), len(right))


def _common(left: Mapping[int, str], right: Mapping[int, str], gap: Gap) -> list[Pair]:
    """The longest common subsequence of a small gap.

    Of several with as many sentences the one with more that stand here once wins (formulas may stay
    or go), then more text, then what stands further up, then the texts decide: so that swapping the
    sides gives the same one.
    """
    rows = [i for i in range(*gap.left) if i in left]
    columns = [j for j in range(*gap.right) if j in right]
    shared = {left[i] for i in rows} & {right[j] for j in columns}
    if not shared:
        return []
    rows = [i for i in rows if left[i] in shared]
    columns = [j for j in columns if right[j] in shared]
    counts = Counter(left[i] for i in rows) | Counter(right[j] for j in columns)
    worth = {
        key: SLIGHT * (len(key) + _chance(key) + (counts[key] == 1) * UNIQUE_WORTH)
        for key in shared
    }

    def with_pair(x: int, y: int) -> float:
        return best[x + 1][y + 1] + 1 + worth[left[rows[x]]] / (100 + x + y)

    best = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for x in range(len(rows) - 1, -1, -1):
        for y in range(len(columns) - 1, -1, -1):
            best[x][y] = max(best[x + 1][y], best[x][y + 1])
            if left[rows[x]] == right[columns[y]]:
                best[x][y] = max(best[x][y], with_pair(x, y))
    out: list[Pair] = []
    x = y = 0
    while x < len(rows) and y < len(columns):
        if left[rows[x]] == right[columns[y]] and best[x][y] == with_pair(x, y):
            out.append((rows[x], columns[y]))
            x, y = x + 1, y + 1
        elif best[x + 1][y] == best[x][y]:
            x += 1
        else:
            y += 1
    return out


def _chance(text: str) -> float:
    """A number from 0 to 1 that only depends on a text."""
    return crc32(text.encode("utf-8", "surrogatepass")) / 2**32
