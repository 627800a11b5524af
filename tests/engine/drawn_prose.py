"""Prose of made-up words, some of them frequent, so that strangers share a few."""

from __future__ import annotations

from itertools import accumulate
from random import Random

SENTENCE_WORDS = 14


def drawn_prose(
    chance: Random, sentences: int, *, words: int, letters: tuple[int, int], evenness: int
) -> list[list[str]]:
    """Paragraphs of a sentence each.

    Args:
        chance: what to draw from.
        sentences: how many.
        words: how many different ones there are to draw.
        letters: how many a word has, at least and at most.
        evenness: the word of a rank is as frequent as one part in the rank and this.
    """
    known = [
        "".join(chance.choices("abdegiklmnoprstu", k=chance.randint(*letters)))
        for _ in range(words)
    ]
    weights = list(accumulate(1 / (rank + evenness) for rank in range(words)))
    return [
        [" ".join(chance.choices(known, cum_weights=weights, k=SENTENCE_WORDS)).capitalize() + "."]
        for _ in range(sentences)
    ]
