"""What the reviewer said -> HTML: notes in the margin, and the letters that lead to them.

Imports the engine's public names, the view model and the review. Positions are code points. A note
on a change bears the change's number, a note on a passage a letter, which stands at its end, too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from string import ascii_lowercase

from variorum.engine import Change, Side, Span
from variorum.reports import phrases
from variorum.reports.marks import Marks, without_outer_space
from variorum.reports.page.escape import escaped
from variorum.reports.page.runs import Overlay
from variorum.review import Remark, Review


class Remarks:
    """Looks up what is said of the texts, by band and by place."""

    def __init__(self, marks: Marks, review: Review | None) -> None:
        self._marks = marks
        self._review = review if review is not None else Review()
        self._overlays: dict[Side, list[Overlay]] = {side: [] for side in Side}
        self._in_band: dict[int, list[str]] = {}
        self._place_changes()
        self._place_remarks()

    @property
    def any_in_margin(self) -> bool:
        """Whether anything is to be said beside the texts."""
        return bool(self._in_band)

    def overlays(self, side: Side, span: Span) -> list[Overlay]:
        """What lies over a stretch of text because a note was written on it."""
        found = self._overlays[side]
        return [o for o in found if o.span.start < span.end and o.span.end > span.start]

    def margin(self, bands: Iterable[int]) -> str:
        """The notes on some neighbouring bands, by their indices; empty when there are none."""
        if not self._in_band:
            return ""
        notes = [note for band in bands for note in self._in_band.get(band, ())]
        return f'<div class=notes lang="en">{"".join(notes)}</div>' if notes else ""

    def strays(self) -> Iterator[str]:
        """The notes whose words are in neither text any more."""
        if not self._review.strays:
            return
        yield '<section class="strays"><h2>Notes on words that are gone</h2>'
        for stray in self._review.strays:
            words = " / ".join(f"<q>{escaped(w)}</q>" for w in (stray.left, stray.right) if w)
            yield f"<div class=note>{self._verdict(stray.verdict)} {words}{_said(stray.note)}</div>"
        yield "</section>\n"

    def _place_changes(self) -> None:
        for change in self._marks.changes:
            said = self._review.judgements.get(change.id)
            if said is None or not (said.verdict or said.reviewed or said.note):
                continue
            head = f"<a href=#{change.id}>{change.number}</a>{self._verdict(said.verdict)}"
            if said.reviewed:
                head += " <span class=seen>reviewed</span>"
            note = f"<div class=note id=n{change.number}>{head}{_said(said.note)}</div>"
            self._in_band.setdefault(self._band_of(change), []).append(note)

    def _band_of(self, change: Change) -> int:
        return self._marks.band_of_row(min((*change.left_rows, *change.right_rows)))

    def _place_remarks(self) -> None:
        for number, remark in enumerate(self._review.remarks):
            letter = _letters(number)
            document = self._marks.comparison.document(remark.side)
            if not document.paragraphs:
                continue
            span = without_outer_space(document.text, remark.span)
            self._overlays[remark.side].append(Overlay(span, "mark", letter))
            starts = [paragraph.span.start for paragraph in document.paragraphs]
            paragraph = max(0, bisect_right(starts, remark.span.start) - 1)
            band = self._marks.band_of_paragraph(remark.side, paragraph)
            self._in_band.setdefault(band, []).append(self._remark(remark, letter))

    def _remark(self, remark: Remark, letter: str) -> str:
        where = f'<span class=letter title="on the {remark.side}">{letter}</span>'
        return (
            f"<div class=note id=n-{letter}>{where}{self._verdict(remark.verdict)}"
            f"{_said(remark.note)}</div>"
        )

    def _verdict(self, name: str | None) -> str:
        verdict = self._review.verdict(name)
        if verdict is None:
            return ""
        told = escaped(phrases.verdict(verdict))
        return f" <span class=verdict>{escaped(verdict.sign)} {told}</span>"


def _said(note: str) -> str:
    return f'<p dir="auto">{escaped(note)}</p>' if note else ""


def _letters(number: int) -> str:
    """`a` to `z`, then `aa`, `ab` and so on."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(ascii_lowercase))
        name = ascii_lowercase[rest] + name
    return name
