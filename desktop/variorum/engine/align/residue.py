"""What a lone sentence says of another one that the counterparts of that one leave out.

Of a sentence that was parted or shortened, the words that its counterparts lack are looked for
among lone sentences. Indices count sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Final, NamedTuple

from variorum.engine.align.features import Rarity
from variorum.engine.alignment import Link
from variorum.engine.parting import Parted
from variorum.engine.text.stopwords import STOP_WORDS

FOUND: Final = 0.5
"""The least share of a part's words, by weight, that stand in the whole."""
NEW: Final = 0.4
"""... and in none of its counterparts. Of people's alignments: with these two and the weights below
nine of ten such sentences are parts; below .3 every second one is."""
MORE: Final = 1.2
"""How much longer the whole is than its counterparts together, at least: something is missing."""
SHORTEST: Final = 20
"""Characters that it is longer, at least."""
LONGEST: Final = 2_000
"""Characters of a whole in which parts are looked for; longer ones take too long."""


class Evidence(NamedTuple):
    """How much a part must add to be told from a sentence on the same matter."""

    weight: float
    """Of the words that it adds, in natural logarithms of rarity."""
    telling: int
    """How many of them are no function words."""


BESIDE: Final = Evidence(6.0, 2)
"""For a sentence beside those that it is a part with."""
ELSEWHERE: Final = Evidence(8.0, 3)
"""For one that others came between."""


class Residue:
    """Measures what lone sentences add.

    Args:
        places: of the sentences of both sides.
        stems: the different words of the sentence of a side (0, 1) with an index, cut to stems.
        rarity: what words weigh.
    """

    def __init__(
        self,
        places: tuple[Parted, Parted],
        stems: Callable[[int, int], Collection[str]],
        rarity: Rarity,
    ) -> None:
        self._places = places
        self._stems = stems
        self._rarity = rarity

    def is_wanting(self, link: Link, side: int) -> bool:
        """Whether the one sentence that those of a side face is longer than they are."""
        mine, other = link[side], link[1 - side]
        if len(other) > 1:
            return False
        (starts, ends, _), there = self._places[side], self._places[1 - side]
        whole = there.ends[other[0]] - there.starts[other[0]]
        if not SHORTEST < whole <= LONGEST:
            return False
        said = 0
        for half in mine:
            said += ends[half] - starts[half]
        return whole >= MORE * said and whole >= said + SHORTEST

    def added(
        self, side: int, part: int, whole: int, halves: Iterable[int], least: Evidence
    ) -> float:
        """What the words weigh that a part adds; 0 when it is none.

        Args:
            side: of the part and the halves; the whole is of the other one.
            part: a lone sentence.
            whole: a sentence of which it may be a part.
            halves: the counterparts of that.
            least: what it must add.
        """
        own = self._stems(side, part)
        common = self._common(side, part, whole)
        if sum(word not in STOP_WORDS for word in common) < least.telling:
            return 0.0
        new = self._new(side, common, halves)
        weigh = self._rarity.word
        weight = sum(map(weigh, new))
        if weight < least.weight or sum(word not in STOP_WORDS for word in new) < least.telling:
            return 0.0
        total = sum(map(weigh, own))
        if weight < NEW * total or sum(map(weigh, common)) < FOUND * total:
            return 0.0
        return weight

    def left_out(
        self, side: int, part: int, whole: int, halves: Iterable[int]
    ) -> tuple[float, float]:
        """What the words of a part weigh that a whole says and its counterparts do not.

        Args:
            side: of the part and the halves; the whole is of the other one.
            part: a lone sentence.
            whole: a sentence of which it may be a part.
            halves: the counterparts of that.

        Returns:
            their weight, and that of all the words of the part.
        """
        new = self._new(side, self._common(side, part, whole), halves)
        weigh = self._rarity.word
        return sum(map(weigh, new)), sum(map(weigh, self._stems(side, part)))

    def _common(self, side: int, part: int, whole: int) -> list[str]:
        """The words of a part that stand in the whole."""
        there = self._stems(1 - side, whole)
        return [word for word in self._stems(side, part) if word in there]

    def _new(self, side: int, words: Iterable[str], halves: Iterable[int]) -> list[str]:
        """Those words that stand in no other part."""
        said = [self._stems(side, half) for half in halves]
        return [word for word in words if not any(word in others for others in said)]
