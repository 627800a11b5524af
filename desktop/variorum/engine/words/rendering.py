"""From pieces of words to edits of text: where the white space goes, and what is tolerated.

Positions are code points of the two stretches that are compared, counted from their starts.
White space belongs to what stayed wherever it agrees; a change takes with it only as much as
must go. Edits cover both stretches without gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from variorum.engine.model import EditKind
from variorum.engine.options import Tolerance
from variorum.engine.text.folding import agree, fold, needed
from variorum.engine.text.scripts import QUOTES
from variorum.engine.words.pieces import Piece
from variorum.engine.words.placing import Bare
from variorum.engine.words.units import LONGEST_WORD, Units

_SENTENCE_ENDS: Final = frozenset(".!?…。！？؟।")
_OPENING: Final = f"{QUOTES}([{{¿¡—– \t\n\u00a0"


class Rendered(NamedTuple):
    """The edits of a pair."""

    edits: list[Bare]
    unlike: float
    """What the words of the left side weigh that meet and yet differ, in case for example."""


def render(
    pieces: Sequence[Piece], left: Units, right: Units, tolerances: frozenset[Tolerance]
) -> Rendered:
    """The edits that pieces stand for."""
    renderer = _Renderer(left, right, tolerances)
    at = 0
    while at < len(pieces):
        end = at + 1
        if pieces[at].same:
            renderer.same(pieces[at])
        else:
            while end < len(pieces) and not pieces[end].same:
                end += 1
            renderer.changed(pieces[at:end])
        at = end
    renderer.gap(len(left.text), len(right.text))
    return Rendered(renderer.finished(), renderer.unlike)


class _Renderer:
    """Writes edits from left to right; `_l` and `_r` are how far both sides are covered.

    What is the same to the letter up to there is written when something else follows: it begins at
    `_same_l` and `_same_r`.
    """

    def __init__(self, left: Units, right: Units, tolerances: frozenset[Tolerance]) -> None:
        self._left = left
        self._right = right
        self._tolerances = tolerances
        self._l = 0
        self._r = 0
        self._same_l = 0
        self._same_r = 0
        self._edits: list[Bare] = []
        self.unlike = 0.0
        """What the words weigh that meet and yet differ."""

    def same(self, piece: Piece) -> None:
        """Words that meet one by one."""
        left, right = self._left, self._right
        i, j = piece.l1, piece.r1
        l_to, r_to = left.ends[piece.l2 - 1], right.ends[piece.r2 - 1]
        together = left.starts[i] - self._l == right.starts[j] - self._r
        if not (together and left.text[self._l : l_to] == right.text[self._r : r_to]):
            self.gap(left.starts[i], right.starts[j])
        if left.text[self._l : l_to] == right.text[self._r : r_to]:
            self._equal(l_to, r_to, ())
            return
        for shift in range(piece.left):
            self.gap(left.starts[i + shift], right.starts[j + shift])
            self._pair(i + shift, j + shift)

    def _pair(self, i: int, j: int) -> None:
        """Two words that meet: they agree, or differ in what only meeting forgives."""
        one, other = self._left.word(i), self._right.word(j)
        ends = self._left.ends[i], self._right.ends[j]
        if one == other:
            self._equal(*ends, ())
        elif max(len(one), len(other)) <= LONGEST_WORD and agree(one, other, self._tolerances):
            self._equal(*ends, needed(one, other, self._tolerances))
        elif self._begins_one_sentence(i, j):
            self._equal(*ends, (Tolerance.CASE,))
        else:
            self.unlike += self._left.weights[i]
            self._take_back_space()
            self._change(*ends)

    def _take_back_space(self) -> None:
        """Let white space that changed just before be a part of the change that follows."""
        last = self._last_change()
        if last is None:
            return
        _, l1, l2, r1, r2, _, _ = last
        if not (self._left.text[l1:l2].strip() or self._right.text[r1:r2].strip()):
            self._take_back()

    def _last_change(self) -> Bare | None:
        """What stands just before, if it is a change of words that did not move."""
        if self._same_l < self._l or self._same_r < self._r or not self._edits:
            return None
        last = self._edits[-1]
        return None if last[0] is EditKind.EQUAL or last[-1] else last

    def _take_back(self) -> None:
        """Write the last change anew, from its start."""
        _, self._l, _, self._r, _, _, _ = self._edits.pop()
        self._same_l, self._same_r = self._l, self._r

    def _begins_one_sentence(self, i: int, j: int) -> bool:
        """Whether a word has its capital letter only because it begins its sentence.

        Whatever made it do so is marked already: the words before it that came or went. Who
        tolerates nothing at all sees the capital letter too.
        """
        one, other = self._left.word(i), self._right.word(j)
        if not self._tolerances or one[1:] != other[1:] or one.lower() != other.lower():
            return False
        return _begins(self._left, i) != _begins(self._right, j)

    def changed(self, pieces: Sequence[Piece]) -> None:
        """One or more changes that touch, between words that stayed."""
        left, right = self._left, self._right
        l_end, r_end = self._ends(pieces[0], pieces[-1])
        l2, r2 = pieces[-1].l2, pieces[-1].r2
        for at, piece in enumerate(pieces):
            if at and piece.two_sided:
                self._space_between(piece, pieces[at - 1])
            l_to, r_to = self._l, self._r
            # Between a replacement and words on one side only, the space goes with those.
            if piece.left and piece.l2 < l2:
                l_to = left.ends[piece.l2 - 1] if piece.right else left.starts[piece.l2]
            elif piece.left:
                l_to = l_end
            if piece.right and piece.r2 < r2:
                r_to = right.ends[piece.r2 - 1] if piece.left else right.starts[piece.r2]
            elif piece.right:
                r_to = r_end
            if not (piece.two_sided and self._is_none(l_to, r_to)):
                self._change(l_to, r_to, piece.move or None)

    def _space_between(self, piece: Piece, before: Piece) -> None:
        """Cover the white space between a comma that one side has and what faces what after it.

        The change before has taken the space along, on its side; it stays with what is equal.
        """
        last = self._last_change()
        if before.two_sided or last is None:
            return
        l_to, r_to = self._left.starts[piece.l1], self._right.starts[piece.r1]
        kind, l1, l2, r1, r2, _, _ = last
        if kind is EditKind.INSERT and self._l < l_to and self._r == r_to:
            r2 = self._right.ends[before.r2 - 1]
        elif kind is EditKind.DELETE and self._r < r_to and self._l == l_to:
            l2 = self._left.ends[before.l2 - 1]
        else:
            return
        if self._left.text[l2:l_to] == self._right.text[r2:r_to]:
            self._edits[-1] = (kind, l1, l2, r1, r2, (), None)
            self._l = self._same_l = l2
            self._r = self._same_r = r2
            self._equal(l_to, r_to, ())

    def _is_none(self, l_to: int, r_to: int) -> bool:
        """Whether a change is none: its words were parted otherwise, and yet agree. Covers it."""
        one, other = self._left.text[self._l : l_to], self._right.text[self._r : r_to]
        if one == other:
            self._equal(l_to, r_to, ())
            return True
        if max(len(one), len(other)) > LONGEST_WORD or not agree(one, other, self._tolerances):
            return False
        self._equal(l_to, r_to, needed(one, other, self._tolerances))
        return True

    def _ends(self, first: Piece, last: Piece) -> tuple[int, int]:
        """Cover the white space before a change, and say where the change ends on each side.

        Of words on one side only, the white space on one side of them goes with them: before
        them or after, whichever leaves what the other text has.
        """
        left, right = self._left, self._right
        l_next, r_next = _start(left, last.l2), _start(right, last.r2)
        if last.r2 == first.r1:
            rest = left.text[left.ends[last.l2 - 1] : l_next]
            if self._space_stays(left.starts[first.l1], r_next, rest, right.text[self._r : r_next]):
                return l_next, r_next
            return left.ends[last.l2 - 1], self._r
        if last.l2 == first.l1:
            rest = right.text[right.ends[last.r2 - 1] : r_next]
            if self._space_stays(l_next, right.starts[first.r1], rest, left.text[self._l : l_next]):
                return l_next, r_next
            return self._l, right.ends[last.r2 - 1]
        self._space_stays(left.starts[first.l1], right.starts[first.r1])
        return left.ends[last.l2 - 1], right.ends[last.r2 - 1]

    def _space_stays(self, l_to: int, r_to: int, rest: str = "", whole: str | None = None) -> bool:
        """Cover the white space before a change if it stays; `rest` may be `whole` better."""
        exact = self._left.text[self._l : l_to] == self._right.text[self._r : r_to]
        if not exact and rest == whole:
            return False
        tolerated = self._gaps_agree(l_to, r_to)
        if tolerated is None:
            return False
        self._equal(l_to, r_to, tolerated)
        return True

    def gap(self, l_to: int, r_to: int) -> None:
        """Cover the white space up to the next words, which is the same or is marked itself."""
        if self._l == l_to and self._r == r_to:
            return
        tolerated = self._gaps_agree(l_to, r_to)
        if tolerated is not None:
            self._equal(l_to, r_to, tolerated)
            return
        if self._last_change():
            self._take_back()
        self._change(l_to, r_to)

    def _gaps_agree(self, l_to: int, r_to: int) -> tuple[Tolerance, ...] | None:
        """The tolerances under which the white space ahead agrees; None when it does not."""
        left, right = self._left.text, self._right.text
        one, other = left[self._l : l_to], right[self._r : r_to]
        if one == other:
            return ()
        tolerances = self._tolerances
        for text, start, end in ((left, self._l, l_to), (right, self._r, r_to)):
            # A break between two Chinese characters or beside a dash is no space, nor one after
            # a slash inside a name: fold it together with what stands around it, the same for
            # both sides.
            reach = 2 if text[start - 1 : start] == "/" else 1
            before, after = text[max(0, start - reach) : start], text[end : end + 1]
            framed = before + one + after, before + other + after
            if agree(*framed, tolerances):
                return needed(*framed, tolerances)
        at_ends = not (self._l or self._r) or (l_to == len(left) and r_to == len(right))
        if at_ends and Tolerance.SPACES in tolerances:
            spaces = tolerances - {Tolerance.PUNCTUATION}
            keys = fold(one, spaces).strip(), fold(other, spaces).strip()
            if keys[0] == keys[1]:
                return (Tolerance.SPACES,)
        return None

    def _equal(self, l_to: int, r_to: int, tolerated: tuple[Tolerance, ...]) -> None:
        if tolerated:
            self._add(EditKind.EQUAL, l_to, r_to, tolerated, None)
        else:
            self._l, self._r = l_to, r_to

    def _change(self, l_to: int, r_to: int, move: int | None = None) -> None:
        if l_to == self._l:
            kind = EditKind.INSERT
        else:
            kind = EditKind.DELETE if r_to == self._r else EditKind.REPLACE
        self._add(kind, l_to, r_to, (), move)

    def _add(
        self,
        kind: EditKind,
        l_to: int,
        r_to: int,
        tolerated: tuple[Tolerance, ...],
        move: int | None,
    ) -> None:
        if l_to > self._l or r_to > self._r:
            self._write_same()
            self._edits.append((kind, self._l, l_to, self._r, r_to, tolerated, move))
            self._l = self._same_l = l_to
            self._r = self._same_r = r_to

    def _write_same(self) -> None:
        l1, r1 = self._same_l, self._same_r
        if l1 < self._l or r1 < self._r:
            self._edits.append((EditKind.EQUAL, l1, self._l, r1, self._r, (), None))

    def finished(self) -> list[Bare]:
        """The edits of all that is covered."""
        self._write_same()
        return self._edits


def _start(units: Units, index: int) -> int:
    """Where a word starts; the end of the stretch for the one after the last."""
    return units.starts[index] if index < len(units) else len(units.text)


def _begins(units: Units, index: int) -> bool:
    """Whether a word is the first of a sentence."""
    start = units.starts[index]
    before = units.text[max(0, start - 16) : start].rstrip(_OPENING)
    return before[-1] in _SENTENCE_ENDS if before else start <= 16
