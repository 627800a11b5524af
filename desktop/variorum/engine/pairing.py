"""The word edits of sentences that belong together, also where others stand between them.

Imports the documents and the word edits. Positions are code points of the two texts; those of a
patched text, in which runs that stand apart are joined by a space, are called virtual.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from variorum.engine.document import Document
from variorum.engine.elements import Span, span_of
from variorum.engine.later import Way
from variorum.engine.model import Edit, EditKind, Tally
from variorum.engine.options import Options
from variorum.engine.rows import Group, Linked
from variorum.engine.text.ends import common_start
from variorum.engine.words.edits import MOST_ALIKE, PairEdits, edits_of, pair_edits
from variorum.engine.words.measure import measure

_JOINT: Final = " "
"""What stands between two runs of a patched text."""


class Pairing(NamedTuple):
    """What is known of sentences that belong together."""

    similarity: float
    """The share of the wording that was kept, 0 to 1."""
    edits: tuple[Edit, ...] | Way[tuple[Edit, ...]]
    """The word edits, or the way to them."""
    tally: Tally | None = None
    """The words, where they were counted already."""
    limits: tuple[str, ...] = ()
    """What was cut short, in words."""

    @property
    def equal(self) -> bool:
        """Whether nothing but tolerated differences is between the sentences."""
        edits = self.edits
        return not isinstance(edits, Way) and all(edit.kind is EditKind.EQUAL for edit in edits)


def pair_up(left: Document, right: Document, link: Linked, options: Options) -> Pairing:
    """How much of a group of sentences was kept; its words are marked when that is asked for."""
    text, other = _text_of_run(left, link.left), _text_of_run(right, link.right)
    # Where only the breaks between words differ, all of them are found as fast as measured.
    if text and other and not _same_words(text, other):
        found = measure(text, other, options.tolerances)
        if found is not None:
            return Pairing(
                min(found.share, MOST_ALIKE),
                Way(_marked, left, right, (link.left, link.right), options),
                Tally(found.left, found.kept, found.right, found.kept),
            )
    edits = link_edits(left, right, link, options)
    return Pairing(edits.similarity, edits.edits, None, edits.limits)


def _marked(
    left: Document, right: Document, group: tuple[Group, Group], options: Options
) -> tuple[Edit, ...]:
    lefts, rights = _runs(left, group[0]), _runs(right, group[1])
    if len(lefts) > 1 or len(rights) > 1:
        return _patched(left.text, lefts, right.text, rights, options).edits
    return edits_of(left.text, lefts[0], right.text, rights[0], options)


def link_edits(left: Document, right: Document, link: Linked, options: Options) -> PairEdits:
    """The edits of a group of sentences; each run of neighbouring sentences is covered."""
    lefts, rights = _runs(left, link.left), _runs(right, link.right)
    if len(lefts) > 1 or len(rights) > 1:
        return _patched(left.text, lefts, right.text, rights, options)
    on_left, on_right = lefts[0], rights[0]
    if left.text[slice(*on_left)] == right.text[slice(*on_right)]:
        return PairEdits((Edit(EditKind.EQUAL, on_left, on_right),), 1.0)
    return pair_edits(left.text, on_left, right.text, on_right, options)


def is_same(left: Document, right: Document, link: Linked) -> bool:
    """Whether it is one sentence that stands in both texts without any difference."""
    if len(link.left) > 1 or len(link.right) > 1:
        return False
    return left.sentence_text(link.left[0]) == right.sentence_text(link.right[0])


def _text_of_run(document: Document, group: Group) -> str:
    """The text of sentences that follow each other; nothing where others stand between them."""
    first, last = group[0], group[-1]
    if last - first + 1 > len(group):
        return ""
    starts, ends, _ = document.parted
    return document.text[starts[first] : ends[last]]


def _same_words(left: str, right: str) -> bool:
    """Whether nothing but the breaks between words differs."""
    at = common_start(left, right)
    # Where more does, white space is seldom the first of it: then nothing needs to be split.
    if left != right and not (left[at : at + 1].isspace() or right[at : at + 1].isspace()):
        return False
    return left.split() == right.split()


def _runs(document: Document, indices: tuple[int, ...]) -> list[Span]:
    """The text of each run of neighbouring sentences."""
    starts, ends, _ = document.parted
    out: list[Span] = []
    before = -2
    for index in indices:
        start, end = starts[index], ends[index]
        if index == before + 1:
            start = out.pop().start
        out.append(span_of((start, end)))
        before = index
    return out


class _Patch:
    """A text made of runs of another, and the way back."""

    def __init__(self, text: str, runs: list[Span]) -> None:
        self.text = _JOINT.join(text[start:end] for start, end in runs)
        self._runs = runs
        starts: list[int] = []
        at = 0
        for run in runs:
            starts.append(at)
            at += run.length + len(_JOINT)
        self._starts = starts

    def joints(self, span: Span) -> list[int]:
        """The virtual positions of the joints inside a virtual span."""
        return [
            at - len(_JOINT) for at in self._starts[1:] if span.start <= at - len(_JOINT) < span.end
        ]

    def place(self, at: int) -> int:
        """The position of a virtual one; that of a joint is the end of the run before it."""
        number = max(n for n, start in enumerate(self._starts) if start <= at)
        run = self._runs[number]
        return min(run.end, run.start + at - self._starts[number])

    def pieces(self, span: Span) -> list[Span]:
        """The parts of a virtual span that lie in runs; never none, the last may be empty."""
        out: list[Span] = []
        for start, run in zip(self._starts, self._runs, strict=True):
            first, end = max(span.start, start), min(span.end, start + run.length)
            if first < end:
                out.append(Span(run.start + first - start, run.start + end - start))
        at = self.place(span.end)
        return out or [Span(at, at)]


def _patched(
    left: str, lefts: list[Span], right: str, rights: list[Span], options: Options
) -> PairEdits:
    """The edits of patched texts, carried back."""
    one, other = _Patch(left, lefts), _Patch(right, rights)
    whole_left, whole_right = Span(0, len(one.text)), Span(0, len(other.text))
    found = pair_edits(one.text, whole_left, other.text, whole_right, options)
    edits: list[Edit] = []
    for edit in found.edits:
        if edit.kind is EditKind.EQUAL:
            edits += _carry_equal(one, other, edit)
        else:
            edits += _carry_changed(one, other, edit)
    return found._replace(edits=tuple(edits))


def _carry_changed(one: _Patch, other: _Patch, edit: Edit) -> Iterator[Edit]:
    """A change in each run that it touches: the first parts face each other."""
    lefts, rights = one.pieces(edit.left), other.pieces(edit.right)
    for number in range(max(len(lefts), len(rights))):
        left = lefts[number] if number < len(lefts) else Span(lefts[-1].end, lefts[-1].end)
        right = rights[number] if number < len(rights) else Span(rights[-1].end, rights[-1].end)
        if left.length and right.length:
            yield Edit(EditKind.REPLACE, left, right)
        elif left.length:
            yield Edit(EditKind.DELETE, left, right, (), edit.move)
        elif right.length:
            yield Edit(EditKind.INSERT, left, right, (), edit.move)


def _carry_equal(one: _Patch, other: _Patch, edit: Edit) -> Iterator[Edit]:
    """Equal words, cut at the joints; the space that faces a joint counts as added."""
    cuts = {at - edit.left.start for at in one.joints(edit.left)}
    cuts |= {at - edit.right.start for at in other.joints(edit.right)}
    if not cuts:
        left, right = one.pieces(edit.left)[0], other.pieces(edit.right)[0]
        yield edit._replace(left=left, right=right)
        return
    if one.text[slice(*edit.left)] != other.text[slice(*edit.right)]:
        # Tolerated differences shift the joints against each other: no cut would be exact.
        yield from _carry_changed(one, other, edit)
        return
    at = 0
    for cut in (*sorted(cuts), edit.left.length):
        if cut > at:
            left, right = (
                patch.pieces(Span(side.start + at, side.start + cut))[0]
                for patch, side in ((one, edit.left), (other, edit.right))
            )
            yield Edit(EditKind.EQUAL, left, right)
        if cut < edit.left.length:
            joint = Edit(
                EditKind.EQUAL,
                Span(edit.left.start + cut, edit.left.start + cut + 1),
                Span(edit.right.start + cut, edit.right.start + cut + 1),
            )
            yield from _carry_changed(one, other, joint)
        at = cut + 1
