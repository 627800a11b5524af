"""The list of changes -> HTML: number, kind, excerpt, verdict, and the way to the place.

Imports the engine's public names, the view model, the excerpts and the review.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from variorum.engine import Change, ChangeKind
from variorum.reports import phrases
from variorum.reports.excerpts import Piece, PieceKind, excerpt
from variorum.reports.format_words import told
from variorum.reports.marks import Marks
from variorum.reports.noted import called
from variorum.reports.page.direction import direction
from variorum.reports.page.escape import escaped
from variorum.review import Review

MOST_IN_FULL: Final = 220
"""Of more changes the list holds the ways alone, and the script fills in what one looks at:
those of ten thousand changes would be a quarter of the page. Kind and number are told
by place and word."""

FEW: Final = 80
"""So many changes are always there in full."""

_ITEM: Final = 200
"""Bytes of an item in full, not counting the longest excerpts: those of a list of words would be
longer together than both texts."""

MOST_LINKED: Final = 1000
"""Of so many changes at most the script puts all in full on paper. Of still more the list leads to
every tenth alone, and says the kinds of all in letters, of which the script makes items: those of
a list of words that all changed would take half as much as both texts, and nobody picks one of a
thousand equal words."""

STEP: Final = 10
"""So many changes share a way where there are so many."""

_LETTERS: Final = {
    ChangeKind.EDITED: "e",
    ChangeKind.REWORDED: "r",
    ChangeKind.MISSING: "m",
    ChangeKind.NEW: "n",
    ChangeKind.MOVED: "v",
    ChangeKind.FORMATTED: "f",
}
"""The script knows them, too."""

TOGETHER: Final = 100
"""So many changes make up a list, which a browser leaves out while it is not in sight; the script
and the style sheet know it."""

_LENGTH: Final = 96
"""The most code points of an excerpt: three short lines of the list. The script knows it, too."""

_TAGS: Final = {PieceKind.LEFT: "del", PieceKind.RIGHT: "ins", PieceKind.FORMATTED: "span"}


def change_list(marks: Marks, review: Review) -> Iterator[str]:
    """The section with the list, empty or not; its filters wait for the script."""
    changes = marks.changes
    yield '<nav class="changes" id="page-changes" aria-labelledby="page-changes-title">'
    yield f'<h2 id="page-changes-title">{phrases.count(len(changes), "change")}</h2>'
    if changes:
        yield from _filters(changes, review)
        brief = _is_brief(marks)
        # It is scrolled by the arrow keys, so it must be able to have the focus.
        name = " data-brief" if brief else ""
        yield f'<div class="list" role="group" tabindex="0"{name} '
        yield 'aria-labelledby="page-changes-title">\n'
        for first in range(0, len(changes), TOGETHER):
            part = changes[first : first + TOGETHER]
            start = f" start={first + 1}" if first else ""
            if len(changes) > MOST_LINKED and not any(c.id in review.judgements for c in part):
                yield f"<ol{start}{_in_letters(part)}>\n{_ways(part)}</ol>\n"
                continue
            yield f"<ol{start}>\n"
            for change in part:
                yield _brief(change, review) if brief else _item(marks, change, review)
            yield "</ol>\n"
        yield "</div>"
    yield "</nav>\n"


def _is_brief(marks: Marks) -> bool:
    count = len(marks.changes)
    length = len(marks.comparison.left.text) + len(marks.comparison.right.text)
    return count > MOST_IN_FULL or (count > FEW and count * _ITEM > length)


def _filters(changes: Sequence[Change], review: Review) -> Iterator[str]:
    """A box for each kind, and for each verdict when there is any, with how many there are."""
    kinds = Counter(change.kind for change in changes)
    boxes = [(str(kind), str(kind), kinds[kind]) for kind in ChangeKind if kinds[kind]]
    yield '<div class="filters" hidden>'
    yield _boxes("Kinds", "kind", boxes)
    said = [review.judgement(change.id) for change in changes]
    given = Counter(judgement.verdict for judgement in said)
    if any(judgement.verdict or judgement.reviewed for judgement in said):
        boxes = [
            (f"v{number}", called(verdict), given[verdict.id])
            for number, verdict in enumerate(review.verdicts)
            if given[verdict.id]
        ]
        yield _boxes("Verdicts", "verdict", [*boxes, ("v-", "No verdict", given[None])])
        seen = sum(judgement.reviewed for judgement in said)
        boxes = [("seen", "Reviewed", seen), ("unseen", "Not reviewed", len(said) - seen)]
        yield _boxes("Reviewed or not", "seen", boxes)
    yield "</div>"


def _boxes(legend: str, name: str, boxes: Sequence[tuple[str, str, int]]) -> str:
    labels = "".join(
        f'<label><input type="checkbox" name="{name}" value="{value}" checked>'
        f'<span class="kind {value}">{escaped(shown)}</span> '
        f"<span class=count>{count:,}</span></label>"
        for value, shown, count in boxes
        if count
    )
    return f'<fieldset><legend class="far">{legend}</legend>{labels}</fieldset>'


def _brief(change: Change, review: Review) -> str:
    classes = _classes(change, review) if change.id in review.judgements else ""
    return f"<li{classes}><a href=#{change.id}>{change.kind}</a>"


def _in_letters(part: Sequence[Change]) -> str:
    """The kinds of some changes, and the ids of moves, whose two ends have one each."""
    kinds = "".join(_LETTERS[change.kind] for change in part)
    moved = " ".join(change.id for change in part if change.kind is ChangeKind.MOVED)
    return f" data-kinds={kinds}" + (f' data-moved="{moved}"' if moved else "")


def _ways(part: Sequence[Change]) -> str:
    """The ways to every tenth of some changes."""
    firsts = range(0, len(part), STEP)
    return "".join(_way(part[first : first + STEP]) for first in firsts)


def _way(few: Sequence[Change]) -> str:
    first, last = few[0], few[-1]
    numbers = f"{first.number:,}" + (f"–{last.number:,}" if last is not first else "")
    return f"<li><a href=#{first.id}>{numbers}</a>\n"


def _item(marks: Marks, change: Change, review: Review) -> str:
    pieces = excerpt(marks, change, _LENGTH)
    words = "".join(piece.text for piece in pieces)
    drawn = "".join(map(_drawn, pieces))
    said = f'<bdi dir="{direction(words, 0, len(words))}">{drawn}</bdi>'
    return (
        f"<li id=c{change.number}{_classes(change, review)}><a href=#{change.id}>"
        f"<span class=number>{change.number}</span> "
        f'<span class="kind {change.kind}">{change.kind}</span>{_verdict(change, review)} '
        f"<span class=amount>{escaped(_amount(marks, change))}</span> {said}</a>\n"
    )


def _drawn(piece: Piece) -> str:
    tag, words = _TAGS.get(piece.kind), escaped(piece.text)
    if tag is None:
        return words
    name = "f" if piece.kind is PieceKind.FORMATTED else "v" if piece.moved else ""
    return f"<{tag}{f' class={name}' if name else ''}>{words}</{tag}>"


def _classes(change: Change, review: Review) -> str:
    """What the filters look at: the kind, and the verdict and mark when there are any."""
    said = review.judgements.get(change.id)
    if said is None:
        return f" class={change.kind}"
    names = [verdict.id for verdict in review.verdicts]
    verdict = f" v{names.index(said.verdict)}" if said.verdict in names else ""
    return f' class="{change.kind}{verdict}{" seen" if said.reviewed else ""}"'


def _verdict(change: Change, review: Review) -> str:
    said = review.judgement(change.id)
    verdict = review.verdict(said.verdict)
    signs = ""
    if verdict is not None:
        name = escaped(called(verdict))
        signs = f" <span class=verdict>{escaped(verdict.sign)} {name}</span>"
    if said.reviewed:
        signs += " <span class=seen>reviewed</span>"
    return signs


def _amount(marks: Marks, change: Change) -> str:
    if change.kind is ChangeKind.FORMATTED:
        return told(marks.formats_of_change(change))
    if change.kind in (ChangeKind.MISSING, ChangeKind.NEW) or change.similarity is None:
        return phrases.count(change.words, "word")
    return f"{phrases.percent(change.similarity, 1)} kept"
