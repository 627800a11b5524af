"""Where the same words look otherwise: their emphasis, and the style of paragraphs.

Imports the model, the documents and the words. Positions are code points, indices count rows,
sentences and paragraphs. Words are only looked at where both texts have them: what was put in or
dropped is a change already, whatever it looks like.

Emphasis is that of whole words: where it ends, before or behind a comma or a space, differs from
one program to the next and means nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, reduce
from itertools import accumulate
from operator import and_, or_
from typing import Final, NamedTuple

from variorum.engine.document import Document
from variorum.engine.elements import BODY, CELL_BREAK, Emphasis, EmphasisKind, Span, Style
from variorum.engine.model import Comparison, Edit, EditKind, Move, MovePair, Row, RowKind
from variorum.engine.options import Tolerance
from variorum.engine.row_list import rows_to_look_at, runs_of
from variorum.engine.rows import Group
from variorum.engine.text.tokens import find_tokens


class FormatChange(NamedTuple):
    """Words that both texts have and that look otherwise, or a paragraph of another style."""

    left: Span
    """From the first of its words to the last; never empty."""
    right: Span
    lost: tuple[EmphasisKind, ...] = ()
    """What the words were on the left only, in the order of `EmphasisKind`."""
    gained: tuple[EmphasisKind, ...] = ()
    """What they are on the right only."""
    styles: tuple[Style, Style] | None = None
    """The style of the paragraph on the left and on the right, where that is what differs."""


_BITS: Final = {kind: 1 << number for number, kind in enumerate(EmphasisKind)}

Rows = Sequence[Row]


class Formatting:
    """Looks up the changes of formatting of a comparison; each row is looked at once, when asked.

    Args:
        left: the one text.
        right: the other.
        rows: all rows.
        moves: all moves.
        looks: what is known of the words already.
    """

    def __init__(
        self,
        left: Document,
        right: Document,
        rows: Rows = (),
        moves: Sequence[Move] = (),
        looks: BothLooks | None = None,
    ) -> None:
        known = left.formatted and right.formatted
        self._left, self._right = left, right
        self._rows = rows if known else ()
        self._moves = moves if known else ()
        self._of_row: dict[int, tuple[FormatChange, ...]] = {}
        self._of_pair: dict[tuple[int, int], tuple[FormatChange, ...]] = {}
        self._firsts: dict[int, dict[tuple[int, int], int]] = {}
        self._equal_rows: tuple[int, ...] | None = None
        self.looks = looks or BothLooks(left, right)
        """What is known whatever rows are called."""

    @classmethod
    def of(cls, comparison: Comparison, looks: BothLooks | None = None) -> Formatting:
        """That of a comparison; nothing where it is set to count as none.

        Args:
            comparison: complete or not.
            looks: those of another result for the same texts and tolerances, if there is one: what
                was found out of words is not found out again when a threshold moves.
        """
        left, right = comparison.left, comparison.right
        if Tolerance.FORMATTING in comparison.options.tolerances:
            return cls(left, right)
        return cls(left, right, comparison.rows, comparison.moves, looks)

    @property
    def is_shown(self) -> bool:
        """Whether there may be anything to be looked up."""
        return bool(self._rows)

    def of_row(self, number: int) -> tuple[FormatChange, ...]:
        """What looks otherwise in a row, first the style, then the words in their order."""
        if not self._rows:
            return ()
        found = self._of_row.get(number)
        if found is None:
            row = self._rows[number]
            if row.two_sided:
                found = (*self._styles_of_row(number), *self._words(row))
            self._of_row[number] = found = found or ()
        return found

    def of_pair(self, move: int, number: int) -> tuple[FormatChange, ...]:
        """The same of a pair that moved.

        Args:
            move: its number, from 1.
            number: the index of the pair in the move.
        """
        if not self._moves:
            return ()
        found = self._of_pair.get((move, number))
        if found is None:
            pair = self._moves[move - 1].pairs[number]
            found = (*self._styles_of_pair(move, number), *self._words(pair))
            self._of_pair[move, number] = found
        return found

    @property
    def equal_rows(self) -> tuple[int, ...]:
        """The rows in which nothing but the formatting changed, ascending."""
        return self.find_equal_rows(_go_on)

    def find_equal_rows(self, check: Callable[[], None]) -> tuple[int, ...]:
        """The same, with somebody to be asked; found once, if nobody stops it.

        Args:
            check: is called before each row, and each paragraph, that is looked at; what it raises
                ends the search.
        """
        if self._equal_rows is None:
            found = (*self._among_runs(check), *self._among_others(check)) if self._any else ()
            self._equal_rows = tuple(sorted(found))
        return self._equal_rows

    def rows(self) -> Iterator[int]:
        """The rows in which anything looks otherwise, ascending; marks the words of all rows."""
        others = (n for n, row in rows_to_look_at(self._rows) if row.kind is not RowKind.EQUAL)
        if self._any:
            yield from sorted((*self.equal_rows, *filter(self.of_row, others)))

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs that moved in which anything does: the number of the move, the index in it."""
        for move in self._moves:
            for number in range(len(move.pairs)):
                if self.of_pair(move.id, number):
                    yield move.id, number

    def count(self) -> int:
        """How many changes of formatting there are, in all rows and moves."""
        in_rows = sum(len(self.of_row(number)) for number in self.rows())
        return in_rows + sum(len(self.of_pair(*pair)) for pair in self.pairs())

    @property
    def _any(self) -> bool:
        """Whether either text has anything that could differ."""
        return bool(self._rows) and (self.looks.any_emphasis or self.looks.any_style)

    def _among_runs(self, check: Callable[[], None]) -> Iterator[int]:
        """The rows of paragraphs with the same text, without making those that look the same."""
        lefts, rights = self._left.paragraph_of, self._right.paragraph_of
        before = (-1, -1)
        for run in runs_of(self._rows):
            if run.kind is not RowKind.EQUAL:
                continue
            look = False
            for at in range(run.length):
                pair = lefts[run.left.start + at], rights[run.right.start + at]
                if pair != before:
                    check()
                    before, look = pair, self._look_otherwise(*pair)
                if not look:
                    continue
                check()
                if self.of_row(run.row + at):
                    yield run.row + at

    def _look_otherwise(self, left: int, right: int) -> bool:
        """Whether two paragraphs of the same text differ in anything else."""
        one, other = self._left.paragraphs[left], self._right.paragraphs[right]
        if one.style != other.style:
            return True
        if not one.emphasis and not other.emphasis:
            return False
        shift = other.span.start - one.span.start
        return other.emphasis != _shifted(one.emphasis, shift)

    def _among_others(self, check: Callable[[], None]) -> Iterator[int]:
        for number, row in rows_to_look_at(self._rows):
            if row.kind is not RowKind.EQUAL:
                continue
            check()
            if self.of_row(number):
                yield number

    def _styles_of_row(self, number: int) -> Iterator[FormatChange]:
        """The change of style of two paragraphs, said in the first row that they share."""
        if not self.looks.any_style:
            return
        row = self._rows[number]
        i, j = self._paragraphs(row)
        if self._left.paragraphs[i].style == self._right.paragraphs[j].style:
            return
        # Rows ascend on both sides: if any above is of the same paragraphs, the next one is.
        rows_above = (self._rows[n] for n in range(number - 1, -1, -1))
        above = next((row for row in rows_above if row.two_sided), None)
        if above is None or self._paragraphs(above) != (i, j):
            yield self._style_change(row, i, j)

    def _styles_of_pair(self, move: int, number: int) -> Iterator[FormatChange]:
        """The same for a pair that moved: said in the first pair that the two paragraphs share."""
        pair = self._moves[move - 1].pairs[number]
        if not self.looks.any_style:
            return
        i, j = self._paragraphs(pair)
        if self._left.paragraphs[i].style == self._right.paragraphs[j].style:
            return
        if self._first_pairs(move)[i, j] == number:
            yield self._style_change(pair, i, j)

    def _first_pairs(self, move: int) -> dict[tuple[int, int], int]:
        """For each two paragraphs of a move the first pair that they share; found once."""
        found = self._firsts.get(move)
        if found is None:
            pairs = self._moves[move - 1].pairs
            found = self._firsts[move] = {}
            for number, pair in enumerate(pairs):
                found.setdefault(self._paragraphs(pair), number)
        return found

    def _paragraphs(self, pair: Row | MovePair) -> tuple[int, int]:
        """The paragraphs that the first sentences of a pair stand in."""
        return self._left.paragraph_of[pair.left[0]], self._right.paragraph_of[pair.right[0]]

    def _style_change(self, pair: Row | MovePair, i: int, j: int) -> FormatChange:
        styles = self._left.paragraphs[i].style, self._right.paragraphs[j].style
        left = self._left.sentence_span(pair.left[0])
        right = self._right.sentence_span(pair.right[0])
        return FormatChange(left, right, styles=styles)

    def _words(self, pair: Row | MovePair) -> tuple[FormatChange, ...]:
        """The words that both texts have and that look otherwise."""
        if not self.looks.any_emphasis:
            return ()
        key = pair.left, pair.right
        found = self.looks.of_words.get(key)
        if found is None:
            found = self.looks.of_words[key] = tuple(self._joined_words(pair.edits))
        return found

    def _joined_words(self, edits: Iterable[Edit]) -> Iterator[FormatChange]:
        """Such words; neighbours of which the same became are joined."""
        held: FormatChange | None = None
        for change, follows in self._single_words(edits):
            if held and follows and held[2:] == change[2:] and not self._parted(held, change):
                held = held._replace(
                    left=Span(held.left.start, change.left.end),
                    right=Span(held.right.start, change.right.end),
                )
                continue
            if held:
                yield held
            held = change
        if held:
            yield held

    def _parted(self, first: FormatChange, second: FormatChange) -> bool:
        """Whether two changes stand in different cells of a table."""
        between = self._left.text[first.left.end : second.left.start]
        return (
            CELL_BREAK in between
            or CELL_BREAK in (self._right.text[first.right.end : second.right.start])
        )

    def _single_words(self, edits: Iterable[Edit]) -> Iterator[tuple[FormatChange, bool]]:
        """Words that look otherwise, and whether nothing but signs stands since the one before."""
        follows = False
        for edit in edits:
            if edit.kind is not EditKind.EQUAL:
                follows = False
                continue
            if self._look_the_same(edit):
                follows = follows and not _has_letters(self._left.text, edit.left)
                continue
            for left, right in _words_of(self._left.text, self._right.text, edit):
                lost, gained = self._compare(left, right)
                if lost or gained:
                    yield FormatChange(left, right, _kinds(lost), _kinds(gained)), follows
                follows = bool(lost or gained)

    def _look_the_same(self, edit: Edit) -> bool:
        """Whether nothing is emphasised in a stretch, or the same of the same letters."""
        lefts, rights = self.looks.on_left.within(edit.left), self.looks.on_right.within(edit.right)
        if len(lefts) != len(rights):
            return False
        if not lefts:
            return True
        shift = edit.right.start - edit.left.start
        same = self._left.text[slice(*edit.left)] == self._right.text[slice(*edit.right)]
        return same and tuple(rights) == _shifted(lefts, shift)

    def _compare(self, left: Span, right: Span) -> tuple[int, int]:
        """What a word lost and gained, in bits: all of it has on one side what none has opposite.

        Of a word with the same letters a part is enough.
        """
        here, there = self.looks.on_left.within(left), self.looks.on_right.within(right)
        if not here and not there:  # as of most words
            return 0, 0
        lefts = _looks_of(self._left.text, left, here)
        rights = _looks_of(self._right.text, right, there)
        if lefts == rights:
            return 0, 0
        if len(lefts) == len(rights):
            pairs = list(zip(lefts, rights, strict=True))
            lost = reduce(or_, [one & ~other for one, other in pairs])
            gained = reduce(or_, [other & ~one for one, other in pairs])
            # What other letters of the same word have now is neither.
            return lost & ~gained, gained & ~lost
        lost = reduce(and_, lefts) & ~reduce(or_, rights)
        gained = reduce(and_, rights) & ~reduce(or_, lefts)
        return lost, gained


class BothLooks:
    """What is known of two texts, whatever their rows are called."""

    def __init__(self, left: Document, right: Document) -> None:
        self._documents = (left, right)
        self.of_words: dict[tuple[Group, Group], tuple[FormatChange, ...]] = {}
        """What was found out of the words of sentences that face each other."""

    @cached_property
    def any_emphasis(self) -> bool:
        """Whether anything is emphasised."""
        return any(p.emphasis for document in self._documents for p in document.paragraphs)

    @cached_property
    def any_style(self) -> bool:
        """Whether a paragraph is anything but body text."""
        return any(p.style != BODY for document in self._documents for p in document.paragraphs)

    @cached_property
    def on_left(self) -> _Looks:
        """The emphasis of the left text."""
        return _Looks(self._documents[0])

    @cached_property
    def on_right(self) -> _Looks:
        """That of the right one."""
        return _Looks(self._documents[1])


class _Looks:
    """What the characters of a text are emphasised by."""

    def __init__(self, document: Document) -> None:
        self._found = sorted(e for p in document.paragraphs for e in p.emphasis)
        self._starts = [emphasis.span.start for emphasis in self._found]
        # The furthest end of each and those before it, which ascends as their own ends need not.
        self._ends = list(accumulate((emphasis.span.end for emphasis in self._found), max))

    def within(self, span: Span) -> list[Emphasis]:
        """What shares a character with a stretch."""
        low, high = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return [each for each in self._found[low:high] if each.span.end > span.start]


def _looks_of(text: str, word: Span, over: Sequence[Emphasis]) -> list[int]:
    """For each letter and digit of a word its kinds of emphasis, in bits, given what is over it."""
    start, end = word
    places = [at for at in range(start, end) if text[at].isalnum()]
    if all(span.start <= start and end <= span.end for span, _ in over):  # mostly
        return [_bits(kind for _, kind in over)] * len(places)
    return [_bits(kind for span, kind in over if span.start <= at < span.end) for at in places]


def _bits(kinds: Iterable[EmphasisKind]) -> int:
    return reduce(or_, (_BITS[kind] for kind in kinds), 0)


def _words_of(left: str, right: str, edit: Edit) -> Iterator[tuple[Span, Span]]:
    """The words of an equal edit that face each other; signs that stand among words are left out.

    What differs and is tolerated is mostly one word or a space: where there are not as many words
    on both sides, all of it counts as one.
    """
    lefts = _words_in(left, edit.left)
    if left[slice(*edit.left)] == right[slice(*edit.right)]:
        shift = edit.right.start - edit.left.start
        yield from ((word, Span(word.start + shift, word.end + shift)) for word in lefts)
        return
    rights = _words_in(right, edit.right)
    if len(lefts) == len(rights):
        yield from zip(lefts, rights, strict=True)
    elif lefts and rights:
        yield Span(lefts[0].start, lefts[-1].end), Span(rights[0].start, rights[-1].end)


def _words_in(text: str, span: Span) -> list[Span]:
    found = [Span(token.start, token.end) for token in find_tokens(text, *span)]
    return [word for word in found if _has_letters(text, word)]


def _has_letters(text: str, span: Span) -> bool:
    return any(map(str.isalnum, text[slice(*span)]))


def _shifted(emphasis: Iterable[Emphasis], by: int) -> tuple[Emphasis, ...]:
    return tuple(Emphasis(Span(span.start + by, span.end + by), kind) for span, kind in emphasis)


def _kinds(bits: int) -> tuple[EmphasisKind, ...]:
    return tuple(kind for kind, bit in _BITS.items() if bits & bit)


def _go_on() -> None:
    """What asks nobody."""
