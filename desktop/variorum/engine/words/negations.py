"""A "not" that only one side has: it is marked by itself, and not as part of a phrase.

Of "2.2. The lessee may not" against "3.2. The tenant may" a reader must see at once what was
turned into its contrary. Indices count words. The pass takes pieces and gives pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from variorum.engine.words.pieces import Piece
from variorum.engine.words.units import Units

_WORDS: Final = "not nicht niet nie non não inte ikke не δεν μην değil לא لا لم لن ليس नहीं"
_NEGATIONS: Final = frozenset(_WORDS.split())
"""Words that turn a sentence into its contrary; those that mostly belong to the next word, as
English "no", or have a second half ("ne ... pas"), are left out."""


_OTHERS: Final = (
    "never no none nobody nothing neither nor cannot without"
    " kein keine keinen keinem keiner keines niemals niemand nichts weder ohne"
    " ne n' pas jamais rien aucun aucune sans no nunca nada ningún ninguna nadie sin mai nulla"
    " nessun nessuno nessuna nem nunca nenhum nenhuma geen nooit niets niemand zonder"
    " nigdy nikt nic żaden żadna bez никогда никто ничего нет без ни aldrig ingen"
)
_DENIALS: Final = _NEGATIONS | frozenset(_OTHERS.split())
"""Words that deny, too: who says "never" instead of "not" turned nothing into its contrary."""


def negations_apart(pieces: Iterable[Piece], left: Units, right: Units) -> Iterator[Piece]:
    """The pieces; a negation at an end of a replacement is set apart if the other side has none."""
    for piece in pieces:
        if piece.same or piece.move or not piece.two_sided:
            yield piece
            continue
        l1, l2, r1, r2, _, _ = piece
        on_left, on_right = _places(left, l1, l2), _places(right, r1, r2)
        if on_left and piece.left > 1 and not _denies(right, r1, r2):
            if l1 in on_left:
                yield Piece(l1, l1 + 1, r1, r1, same=False)
                l1 += 1
            yield Piece(l1, l2 - (l2 - 1 in on_left and l2 - 1 >= l1), r1, r2, same=False)
            if l2 - 1 in on_left and l2 - 1 >= l1:
                yield Piece(l2 - 1, l2, r2, r2, same=False)
        elif on_right and piece.right > 1 and not _denies(left, l1, l2):
            for part in negations_apart([Piece(r1, r2, l1, l2, same=False)], right, left):
                yield Piece(part.r1, part.r2, part.l1, part.l2, same=False)
        else:
            yield piece


def _places(units: Units, first: int, end: int) -> list[int]:
    return [at for at in range(first, end) if units.keys[at] in _NEGATIONS]


def _denies(units: Units, first: int, end: int) -> bool:
    """Whether there is a "not" in a stretch, in whatever form."""
    return any(key in _DENIALS or key.endswith("n't") for key in units.keys[first:end])
