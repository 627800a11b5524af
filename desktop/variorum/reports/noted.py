"""What the reviewer said, by the place where it is to be read: for the page and for paper.

Imports the engine's public names, the view model and the review. Positions are code points. A note
on a change is known by the change's number, a note on a passage by a letter.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter
from string import ascii_lowercase
from typing import Final, NamedTuple

from variorum.engine import Change, Side, Span
from variorum.reports import phrases
from variorum.reports.marks import Marks, without_outer_space
from variorum.review import Remark, Review, Verdict


class Noted(NamedTuple):
    """One thing that was said."""

    name: str
    """The number of the change, or the letter of the passage."""
    band: int
    """The index of the band that it stands beside."""
    row: str
    """The id of the change; empty for a passage."""
    side: Side
    """The side of the passage; the left one for a change."""
    span: Span
    """The passage; empty for a change."""
    verdict: str
    """Its sign and its name; empty when there is none."""
    reviewed: bool
    note: str


def noted(marks: Marks, review: Review) -> Iterator[Noted]:
    """All that was said of changes, and then of passages as one meets them.

    That is by band, in it the left text before the right one. The letters of passages follow that
    order, which the script of the page knows, too.
    """
    for change in marks.changes:
        said = review.judgements.get(change.id)
        if said is not None and (said.verdict or said.reviewed or said.note):
            band = marks.band_of_row(min((*change.left_rows, *change.right_rows)))
            verdict = verdict_name(review, said.verdict)
            yield Noted(
                str(change.number),
                band,
                change.id,
                Side.LEFT,
                Span(0, 0),
                verdict,
                said.reviewed,
                said.note,
            )
    for number, (band, _, remark) in enumerate(_placed(marks, review.remarks)):
        text = marks.comparison.document(remark.side).text
        yield Noted(
            _letters(number),
            band,
            "",
            remark.side,
            without_outer_space(text, remark.span),
            verdict_name(review, remark.verdict),
            reviewed=False,
            note=remark.note,
        )


def _placed(marks: Marks, remarks: Sequence[Remark]) -> list[tuple[int, tuple[str, Span], Remark]]:
    """Notes on passages with their bands and what orders them within one, in their order."""
    placed: list[tuple[int, tuple[str, Span], Remark]] = []
    for side in Side:
        starts = [p.span.start for p in marks.comparison.document(side).paragraphs]
        if not starts:
            continue
        for remark in remarks:
            if remark.side is side:
                paragraph = max(0, bisect_right(starts, remark.span.start) - 1)
                band = marks.band_of_paragraph(side, paragraph)
                placed.append((band, (str(side), remark.span), remark))
    return sorted(placed, key=itemgetter(0, 1))


class Standing(NamedTuple):
    """How far a review has come."""

    verdicts: tuple[tuple[Verdict, int], ...]
    """Those that were given to changes, in their usual order, and to how many."""
    rest: tuple[str, ...]
    """In words: how many changes are reviewed, and how many notes there are, if any."""


def standing(changes: Sequence[Change], review: Review) -> Standing:
    """What was said of the changes, counted."""
    said = [review.judgement(change.id) for change in changes]
    given = Counter(judgement.verdict for judgement in said)
    seen = sum(judgement.reviewed for judgement in said)
    rest = [f"{seen:,} of {phrases.count(len(changes), 'change')} reviewed"]
    notes = sum(bool(judgement.note) for judgement in said)
    notes += len(review.remarks) + len(review.strays)
    if notes:
        rest.append(phrases.count(notes, "note"))
    verdicts = ((verdict, given[verdict.id]) for verdict in review.verdicts)
    return Standing(tuple(pair for pair in verdicts if pair[1]), tuple(rest))


def called(verdict: Verdict) -> str:
    """What to call a verdict: as its reviewer does, or by its usual name."""
    return verdict.called or _VERDICTS.get(verdict.id, verdict.id)


_VERDICTS: Final = {
    "accepted": "Accepted",
    "objection": "Objection",
    "question": "Question",
    "later": "Later",
}


def verdict_name(review: Review, name: str | None) -> str:
    """The sign and the name of a verdict by its id; empty for none."""
    verdict = review.verdict(name)
    return f"{verdict.sign} {called(verdict)}" if verdict is not None else ""


def _letters(number: int) -> str:
    """`a` to `z`, then `aa`, `ab` and so on."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(ascii_lowercase))
        name = ascii_lowercase[rest] + name
    return name
