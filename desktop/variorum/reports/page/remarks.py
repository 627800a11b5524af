"""What the reviewer said -> HTML: notes in the margin, and the letters that lead to them.

Imports the engine's public names, the view model and the review. Positions are code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from variorum.engine import Side, Span
from variorum.reports.marks import Marks
from variorum.reports.noted import Noted, noted, verdict_name
from variorum.reports.page.escape import escaped
from variorum.reports.page.runs import Overlay, Overlays
from variorum.review import Review

_LONG: Final = 1_200
"""Notes on a band of so many characters and more stand below it: in the narrow margin they would
take half a window, and the texts would wait for their end."""


class Remarks:
    """Looks up what is said of the texts, by band and by place."""

    def __init__(self, marks: Marks, review: Review) -> None:
        self._review = review
        found: dict[Side, list[Overlay]] = {side: [] for side in Side}
        self._in_band: dict[int, list[Noted]] = {}
        for said in noted(marks, review):
            self._in_band.setdefault(said.band, []).append(said)
            if said.span.length:
                found[said.side].append(Overlay(said.span, "mark", said.name))
        # None on a side without any, as most texts are.
        self._overlays = {side: Overlays(found[side]) if found[side] else None for side in Side}

    @property
    def any(self) -> bool:
        """Whether the page has any notes."""
        return self.any_in_margin or bool(self._review.strays)

    @property
    def any_in_margin(self) -> bool:
        """Whether anything is to be said beside the texts."""
        return bool(self._in_band)

    def overlays(self, side: Side, span: Span) -> list[Overlay]:
        """What lies over a stretch of text because a note was written on it."""
        overlays = self._overlays[side]
        return overlays.within(*span) if overlays else []

    def margin(self, bands: Iterable[int]) -> str:
        """The notes on some neighbouring bands, by their indices; empty when there are none."""
        if not self._in_band:
            return ""
        notes = [note for band in bands for note in self._in_band.get(band, ())]
        if not notes:
            return ""
        names = '"notes long"' if sum(len(said.note) for said in notes) >= _LONG else "notes"
        told = f'class={names} role=group aria-label=Notes lang="en"'
        return f"<div {told}>{''.join(map(_note, notes))}</div>"

    def strays(self) -> Iterator[str]:
        """The notes whose words are in neither text any more."""
        if not self._review.strays:
            return
        yield '<section class="strays"><h2>Notes on words that are gone</h2>'
        for stray in self._review.strays:
            words = " / ".join(f"<q>{escaped(w)}</q>" for w in (stray.left, stray.right) if w)
            verdict = _verdict(verdict_name(self._review, stray.verdict))
            yield f"<div class=note>{words}{verdict}{_words(stray.note)}</div>"
        yield "</section>\n"


def _note(said: Noted) -> str:
    if said.row:
        name = f'<a href=#{said.row} aria-label="Change {said.name}">{said.name}</a>'
    elif said.span.length:
        told = f"Note {said.name}, on the {said.side}"
        way = f"#passage-{said.name}"
        name = f'<a class=letter href={way} aria-label="{told}">{said.name}</a>'
    else:
        name = f'<span class=letter title="on the {said.side}">{said.name}</span>'
    seen = " <span class=seen>reviewed</span>" if said.reviewed else ""
    return f"<div class=note>{name}{_verdict(said.verdict)}{seen}{_words(said.note)}</div>"


def _verdict(name: str) -> str:
    return f" <span class=verdict>{escaped(name)}</span>" if name else ""


def _words(note: str) -> str:
    return f'<p dir="auto">{escaped(note)}</p>' if note else ""
