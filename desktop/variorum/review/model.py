"""The value objects of a review, all of them frozen.

Imports the engine's public names only. Positions are code points of a side's text, ranges are
half-open. A method that changes something returns a new review and leaves the old one as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from variorum.engine import Change, Side, Span

Unknown = Mapping[str, object]
"""What a newer program wrote and this one does not know: kept, and written again."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer may think of a change."""

    id: str
    """What files call it; never changes."""
    name: str
    """What people call it; empty for the usual name in the reader's language."""
    sign: str
    """One character that tells it in a margin."""

    @property
    def called(self) -> str:
        """Its name in one line, whatever stands in a file; empty for the usual name."""
        return " ".join(self.name.split())


VERDICTS: Final = (
    Verdict("accepted", "", "✓"),
    Verdict("objection", "", "✗"),
    Verdict("question", "", "?"),
    Verdict("later", "", "…"),
)
"""The verdicts that a review begins with."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the reviewer thinks of one change."""

    left: Span | None = None
    """The change's text on the left, as it was judged; with it the judgement finds its place when
    the comparison becomes another."""
    right: Span | None = None
    verdict: str | None = None
    """The id of a verdict."""
    reviewed: bool = False
    """The reviewer has looked at it and is done."""
    note: str = ""
    """Plain text of any length."""
    unknown: Unknown = field(default_factory=dict)

    @property
    def says_something(self) -> bool:
        """Whether there is anything to keep."""
        return self.verdict is not None or self.reviewed or bool(self.note) or bool(self.unknown)


@dataclass(frozen=True, slots=True)
class Remark:
    """A note on any passage, be it changed or not."""

    id: str
    """Its own within the review: `r1`, `r2` and so on."""
    side: Side
    span: Span
    note: str = ""
    verdict: str | None = None
    """The id of a verdict, where a judgement became a remark because its change is no more."""
    unknown: Unknown = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stray:
    """What was said of words that are gone: a note without a place."""

    note: str
    verdict: str | None
    left: str
    """The words that it was about, in the left text; empty when there were none."""
    right: str
    unknown: Unknown = field(default_factory=dict)


NOTHING: Final = Judgement()
"""What is thought of a change that nobody has looked at."""


@dataclass(frozen=True, slots=True)
class Review:
    """All that a reviewer said of a comparison."""

    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    """By the id of the change (`Change.id`, the id of its first row); only those that say
    something."""
    remarks: tuple[Remark, ...] = ()
    """In the order in which they were made."""
    strays: tuple[Stray, ...] = ()
    summary: str = ""
    """The reviewer's own words on the whole; plain text."""
    verdicts: tuple[Verdict, ...] = VERDICTS
    """What may be thought of a change, in the order in which it is offered."""
    unknown: Unknown = field(default_factory=dict)

    @property
    def says_something(self) -> bool:
        """Whether the reviewer has said anything yet; names of verdicts alone are nothing."""
        said = self.judgements or self.remarks or self.strays or self.summary or self.unknown
        return bool(said)

    def judgement(self, change: str) -> Judgement:
        """What is thought of a change, by its id."""
        return self.judgements.get(change, NOTHING)

    def verdict(self, name: str | None) -> Verdict | None:
        """The verdict of an id; None for none."""
        return next((verdict for verdict in self.verdicts if verdict.id == name), None)

    def remark(self, name: str) -> Remark | None:
        """The remark of an id; None when it is not there."""
        return next((remark for remark in self.remarks if remark.id == name), None)

    # Changes

    def judge(self, change: Change, verdict: str | None) -> Review:
        """Give a change a verdict, or none."""
        return self._say(change, replace(self.judgement(change.id), verdict=verdict))

    def mark_reviewed(self, *changes: Change, reviewed: bool) -> Review:
        """Say that some changes have been looked at, or have not."""
        judgements = dict(self.judgements)
        for change in changes:
            judgement = replace(self.judgement(change.id), reviewed=reviewed)
            _put(judgements, change, judgement)
        return replace(self, judgements=judgements)

    def note(self, change: Change, note: str) -> Review:
        """Write a note on a change; an empty one takes it away."""
        return self._say(change, replace(self.judgement(change.id), note=note))

    def _say(self, change: Change, judgement: Judgement) -> Review:
        judgements = dict(self.judgements)
        _put(judgements, change, judgement)
        return replace(self, judgements=judgements)

    # Passages

    def remark_on(self, side: Side, span: Span, note: str = "") -> tuple[Review, Remark]:
        """Write a note on a passage.

        Returns:
            The new review, and the remark in it.
        """
        remark = Remark(self.free_remark_id(), side, span, note)
        return replace(self, remarks=(*self.remarks, remark)), remark

    def free_remark_id(self) -> str:
        """An id that no remark has."""
        taken = {remark.id for remark in self.remarks}
        number = len(taken) + 1
        while f"r{number}" in taken:
            number += 1
        return f"r{number}"

    def rewrite_remark(self, name: str, note: str) -> Review:
        """Give a remark another wording."""
        remarks = (replace(r, note=note) if r.id == name else r for r in self.remarks)
        return replace(self, remarks=tuple(remarks))

    def remove_remark(self, name: str) -> Review:
        """Take a remark away."""
        return replace(self, remarks=tuple(r for r in self.remarks if r.id != name))

    # Notes without a place

    def attach(self, stray: int, change: Change) -> Review:
        """Give a note without a place to a change; what the change has already stays.

        Args:
            stray: the index of the note.
            change: what it is about from now on. The verdict is taken over if it has none.
        """
        lost, had = self.strays[stray], self.judgement(change.id)
        note = "\n\n".join(filter(None, (had.note, lost.note)))
        verdict, unknown = had.verdict or lost.verdict, {**lost.unknown, **had.unknown}
        given = replace(had, note=note, verdict=verdict, unknown=unknown)
        judgements = dict(self.judgements)
        _put(judgements, change, given)
        return replace(self.remove_stray(stray), judgements=judgements)

    def attach_to_passage(self, stray: int, side: Side, span: Span) -> Review:
        """Give a note without a place to a passage."""
        lost = self.strays[stray]
        review, remark = self.remove_stray(stray).remark_on(side, span, lost.note)
        kept = replace(remark, verdict=lost.verdict, unknown=lost.unknown)
        return replace(review, remarks=(*review.remarks[:-1], kept))

    def remove_stray(self, stray: int) -> Review:
        """Take a note without a place away."""
        return replace(self, strays=(*self.strays[:stray], *self.strays[stray + 1 :]))

    # The whole

    def summarise(self, summary: str) -> Review:
        """Write down what the reviewer says of the whole."""
        return replace(self, summary=summary)

    def rename(self, names: Mapping[str, str]) -> Review:
        """Give verdicts, by their ids, other names; an empty one is the usual name."""
        verdicts = (replace(v, name=names.get(v.id, v.name)) for v in self.verdicts)
        return replace(self, verdicts=tuple(verdicts))

    def mirrored(self) -> Review:
        """The same for the same texts on the opposite sides."""
        judgements = {
            name: replace(said, left=said.right, right=said.left)
            for name, said in self.judgements.items()
        }
        return replace(
            self,
            judgements=judgements,
            remarks=tuple(replace(r, side=r.side.other) for r in self.remarks),
            strays=tuple(replace(s, left=s.right, right=s.left) for s in self.strays),
        )


def _put(judgements: dict[str, Judgement], change: Change, judgement: Judgement) -> None:
    """Keep what says something, with the place of its change; forget the rest."""
    if judgement.says_something:
        placed = replace(judgement, left=change.left, right=change.right)
        judgements[change.id] = placed
    else:
        judgements.pop(change.id, None)
