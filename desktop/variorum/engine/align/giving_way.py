"""Links in place that give way: what one of their sentences says stands elsewhere, nearly the same.

In the order of both texts a sentence may be linked with one that resembles it a little, because the
one that it was moved from is out of reach there. Such a link is taken back before moves are looked
for. Indices count sentences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from variorum.engine.align.ratios import character_ratio
from variorum.engine.align.sentence_texts import Words
from variorum.engine.alignment import Link, lone_sentences
from variorum.engine.watch import watched

LENGTH: Final = 40
"""In characters: shorter sentences are like others by chance."""
WEAK: Final = 0.55
"""At most so alike are the sentences of a link that may give way: unrelated ones are up to .5."""
COPY: Final = 0.75
"""At least so alike is what stands elsewhere."""
WITHIN: Final = 0.5
"""Nor is more of the shorter one's words in the longer one, of which it may be a part."""
MARGIN: Final = 0.25
"""And by so much more alike than what it is linked with."""
SHARED: Final = 3
"""It shares so many words at least that few lone sentences have."""
FEW: Final = 5
"""So many lone sentences of a side may have such a word."""
MOST_LONE: Final = 20_000
"""Of more lone sentences on a side the texts are hardly two versions of one."""
_END: Final = 16
"""Sentences that begin or end with so many equal characters are no weak link."""

Texts = Sequence[str]


def give_way(
    links: Sequence[Link],
    folded: tuple[Texts, Texts],
    may: Callable[[Link], bool],
    check: Callable[[], None],
) -> list[Link]:
    """The links without those of two sentences of which one stands elsewhere, nearly the same.

    On the texts that were aligned by people this changes nothing; in a story that was told anew
    in another order it keeps a moved sentence from being called the rewording of its neighbour.

    Args:
        links: in place.
        folded: the sentences of both sides in lower case.
        may: whether a link may give way; most of a long text are certain.
        check: called often; may raise, to stop.
    """
    lone = [
        lone_sentences(links, side, len(texts))
        for side, texts in watched(enumerate(folded), check, 1)
    ]
    if not any(lone) or max(map(len, lone)) > MOST_LONE:
        return list(links)
    check()
    weak = dict(_weak(filter(may, links), folded, check))
    if not weak:
        return list(links)
    # What the left sentence of a link says may stand on the right side, and the other way round.
    copied = {
        link for side in (0, 1) for link in _copied(weak, side, folded, lone[1 - side], check)
    }
    return [link for link in links if link not in copied]


def _weak(
    links: Iterable[Link],
    folded: tuple[Texts, Texts],
    check: Callable[[], None],
) -> Iterator[tuple[Link, float]]:
    """Links of two long sentences that are hardly alike, and how much they are."""
    for link in watched(links, check, 64):
        if len(link.left) > 1 or len(link.right) > 1:
            continue
        left, right = folded[0][link.left[0]], folded[1][link.right[0]]
        if max(len(left), len(right)) < LENGTH:
            continue
        if left[:_END] == right[:_END] or left[-_END:] == right[-_END:]:
            continue
        own = character_ratio(left, right)
        if own <= WEAK and _shared(left.split(), right.split()) <= WITHIN:
            yield link, own


def _shared(left: Sequence[str], right: Sequence[str]) -> float:
    """The share of the words of the shorter sentence that the other one has."""
    return len(set(left).intersection(right)) / max(1, min(len(set(left)), len(set(right))))


def _copied(
    weak: dict[Link, float],
    side: int,
    folded: tuple[Texts, Texts],
    lone: Sequence[int],
    check: Callable[[], None],
) -> Iterator[Link]:
    """The links whose sentence of one side nearly equals a lone one of the other side."""
    known = Words()
    words = {link: known.of(folded[side][link[side][0]]) for link in weak}
    wanted = set().union(*words.values())
    where: defaultdict[str, list[int]] = defaultdict(list)
    others = folded[1 - side]
    for index in watched(lone, check, 64):
        if len(others[index]) >= LENGTH:
            for word in wanted.intersection(known.of(others[index])):
                where[word].append(index)
    for link, own in watched(weak.items(), check, 16):
        text = folded[side][link[side][0]]
        if len(text) < LENGTH:
            continue
        shared = Counter(
            index
            for word in words[link]
            if len(found := where.get(word, ())) <= FEW
            for index in found
        )
        least = max(COPY, own + MARGIN)
        if any(
            count >= SHARED and character_ratio(text, others[index], least) >= least
            for index, count in shared.items()
        ):
            yield link
