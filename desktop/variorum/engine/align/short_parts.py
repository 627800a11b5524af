"""Parts of sentences in a text whose sentences are much shorter, as in plain language.

There a sentence becomes several short ones, and many of these say little in its words: compounds
are parted ("Lese-Raum" for "Leseräume"), words take other forms, names become "he". The groups of
the recipe end where a member shares nearly nothing. What is left over then on the side of the short
sentences, with nothing left over opposite, is mostly such a part; the letter groups tell of which
sentence. Indices count sentences.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Final

from variorum.engine.align.chains import Pair
from variorum.engine.align.features import Features, Rarity
from variorum.engine.align.parts import Part, is_barred, with_parts
from variorum.engine.align.titles import titles_of
from variorum.engine.alignment import Link
from variorum.engine.document import Document
from variorum.engine.watch import watched

SHORTER: Final = 1.4
"""By so much the sentences of the other text are longer, in the mean of all. Of the aligned texts
these are all of those in plain language, six of ten simplified news and half of the fables; drafts
and translations mostly come to 1.1. With 1.2 essays lose .0015; from 1.3 to 1.5 all stay."""
SHARE: Final = 0.08
"""Of the letter groups of a part, by their weight, so many stand in the whole sentence more often
than in its other parts. By people's alignments 47 of 57 such sentences are parts in texts of plain
language, all of 6 in news, 15 of 30 in fables; of those with less, two of five or fewer. From .07
to .1 the aligned texts stay within .001."""
CLEARLY: Final = 1.25
"""How much greater that share is than of the whole on the other side of the gap."""
REACH: Final = 3
"""A part stands at most so many sentences from the next part: beyond that something new begins."""


def is_shorter(document: Document, other: Document) -> bool:
    """Whether the sentences of a document are much shorter than those of the other one."""
    own, others = len(document.parted.starts), len(other.parted.starts)
    return 0 < SHORTER * len(document.text) * others <= len(other.text) * own


def may_be_parts(document: Document, lone: Sequence[int]) -> list[int]:
    """The lone sentences that are neither titles nor one of a paragraph that is lone as a whole.

    A paragraph of several sentences none of which has a counterpart explains something of its own
    ("What is a trust?"), however much it speaks of what stands above.
    """
    titles = titles_of(document, lone)
    starts = document.sentence_starts()
    out: list[int] = []
    for number, group in groupby(lone, document.paragraph_of.__getitem__):
        within = list(group)
        if not 1 < len(within) == starts[number + 1] - starts[number]:
            out += [index for index in within if index not in titles]
    return out


class Wording:
    """The letter groups of sentences.

    Args:
        features: of the sentence of a side (0, 1) with an index.
        rarity: what they weigh.
    """

    def __init__(self, features: Callable[[int, int], Features], rarity: Rarity) -> None:
        self._features = features
        self._rarity = rarity

    def unsaid(self, link: Link, side: int) -> Mapping[str, int]:
        """How often each group stands in the whole of a link more than in its parts.

        Args:
            link: of one sentence and its parts.
            side: of the parts.
        """
        (whole,) = link[1 - side]
        left = Counter(self._features(1 - side, whole).grams)
        for part in link[side]:
            left.subtract(self._features(side, part).grams)
        return +left

    def share(self, side: int, index: int, groups: Container[str]) -> float:
        """The share of the weight of a sentence that some groups are, 0 to 1."""
        own = self._features(side, index).grams
        total = sum(map(self._rarity.group, own))
        return sum(self._rarity.group(group) for group in own if group in groups) / (total or 1.0)


def join_short_parts(
    links: Sequence[Link],
    side: int,
    wording: Wording,
    lone: Iterable[int],
    opposite: Iterable[int],
    fixed: Container[Link],
    barred: Container[Pair],
    check: Callable[[], None],
) -> list[Link]:
    """The links, with the short sentences that stand beside the other parts of theirs.

    Args:
        links: in place, ascending on both sides.
        side: of the short sentences.
        wording: of all sentences.
        lone: the sentences of that side that may be parts, ascending.
        opposite: all sentences of the other side without a counterpart, in place or elsewhere.
        fixed: links that stay as they are.
        barred: pairs of sentences that must not become a link.
        check: called often; may raise, to stop.
    """
    here, there = ([link[s][0] for link in links] for s in (side, 1 - side))
    full = {bisect_left(there, index) for index in opposite}
    parts: list[Part] = []
    for number, run in groupby(watched(lone, check, 16), partial(bisect_left, here)):
        if number not in full:
            above, below = (
                _Unsaid(links[n], side, wording)
                if 0 <= n < len(links) and links[n] not in fixed
                else None
                for n in (number - 1, number)
            )
            first, last = _parts(list(run), above, below)
            parts += [Part(share, number - 1, index) for index, share in first.items()]
            parts += [Part(share, number, index) for index, share in last.items()]
    parts = [p for p in parts if not is_barred(links[p.number], side, p.sentence, barred)]
    return with_parts(links, [[], parts] if side else [parts, []])


class _Unsaid:
    """What the parts of a link leave to be said of its whole."""

    def __init__(self, link: Link, side: int, wording: Wording) -> None:
        self.parts = link[side]
        self._side = side
        self._wording = wording
        self._groups = wording.unsaid(link, side) if len(link[1 - side]) == 1 else {}

    def share(self, index: int) -> float:
        """The share of a sentence that says of it what the parts do not, 0 to 1."""
        return self._wording.share(self._side, index, self._groups) if self._groups else 0.0


def _parts(
    run: Sequence[int], above: _Unsaid | None, below: _Unsaid | None
) -> tuple[dict[int, float], dict[int, float]]:
    """Which lone sentences between two links are parts of the one and of the other: their shares.

    Those of the link above come before those of the link below; where they cross, the cut is made
    where most is kept.
    """
    first = _reached(run, above, below, above.parts[-1]) if above else {}
    last = _reached(run[::-1], below, above, below.parts[0]) if below else {}
    best = kept = sum(last.values())
    cut = -1
    for index in sorted({*first, *last}):
        kept += first.get(index, 0.0) - last.get(index, 0.0)
        if kept > best:
            best, cut = kept, index
    return (
        {index: share for index, share in first.items() if index <= cut},
        {index: share for index, share in last.items() if index > cut},
    )


def _reached(
    run: Sequence[int], whole: _Unsaid, rival: _Unsaid | None, border: int
) -> dict[int, float]:
    """The shares of those sentences that are parts, each close to the next one.

    Args:
        run: the lone sentences, from the border on.
        whole: what they may be parts of.
        rival: the same on the other side of them.
        border: the part that is known.
    """
    out = {}
    for index in run:
        if abs(index - border) > REACH:
            break
        share = whole.share(index)
        if share >= SHARE and (rival is None or share >= CLEARLY * rival.share(index)):
            out[index] = share
            border = index
    return out
