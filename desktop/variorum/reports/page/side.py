"""The paragraphs of one side -> HTML: sentences with their marks, numbers and signs.

Imports the engine's public names, the view model and the review. Positions are code points of the
side's text; rows, paragraphs and sentences are indices.

What comes often is written short, since a novel has it ten thousand times: a changed sentence is
`<a id=ROW data-n=NUMBER>`, its counterpart on the right `<a data-n=NUMBER>`, further
sentences of the same change have `data-c` instead. That element says nothing by itself, so that
`del` and `ins` are told where no styles are shown. A paragraph ends where the next one or its cell
does, as HTML allows. `w1` to `w5` are reworded, the less was kept the
higher; `m` is moved, `s` a sentence that is missing or new, `q` one that waits to be compared.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from math import ceil
from typing import Final, NamedTuple

from variorum.engine import (
    CELL_BREAK,
    Change,
    Document,
    Layout,
    Paragraph,
    RowKind,
    Side,
    Span,
    StyleKind,
)
from variorum.reports.format_words import told
from variorum.reports.marks import EditMark, FormatMark, Marks, SentenceMark
from variorum.reports.page.direction import direction, has_right_to_left
from variorum.reports.page.escape import escaped, stays
from variorum.reports.page.gaps import Gap, Place, gap_link
from variorum.reports.page.moves import MoveEnds, run_starts
from variorum.reports.page.pins import PinSigns
from variorum.reports.page.remarks import Remarks
from variorum.reports.page.runs import AS_IT_IS, NOTHING, Overlays, edited, emphasis, formats, run

STEPS: Final = 5
"""In how many steps the line beside a reworded sentence is drawn: more are not told apart."""


NO_GAPS: Final[dict[Place, list[Gap]]] = {}

_ALL: Final = "100"
"""What is said of a line of which all changed, in per cent."""

_WAYS: Final = {Side.LEFT: "to", Side.RIGHT: "from"}
_PLACES: Final = {"↓": "below", "↑": "above"}
_TAGS: Final = {RowKind.MISSING: "del", RowKind.NEW: "ins"}


class _Said(NamedTuple):
    """What the element of a changed sentence says."""

    tag: str
    name: str
    """Its class, as an attribute; or empty."""
    row: str
    """The id of its row, if the sentence is where one comes to; or empty."""
    change: int
    begins: bool
    """Whether the change begins here, on this side."""
    chip: str

    @property
    def attributes(self) -> str:
        said = f"{self.name} id={self.row}" if self.row else self.name
        return f"{said} data-{'n' if self.begins else 'c'}={self.change}"


class Line(NamedTuple):
    """A paragraph of one line, without a cell around it."""

    html: str
    says: int | None = None
    """The number of the change that the paragraph is all of; None where elements in it say it."""


class LoneLine(NamedTuple):
    """A line that faces nothing."""

    tag: str
    row: str
    """The id of its row."""
    change: int
    begins: bool
    """Whether the change begins here."""
    way: str
    """Which way it is written, as an attribute; empty where it is as most of the text."""
    html: str
    """Its text."""


class Counted(NamedTuple):
    """What goes without saying of the next line that changed."""

    number: int
    """Of its change."""
    may_go: Callable[[str], bool]
    """Whether the id of its row can be told from its text; asked at most once, since it counts."""


class SideWriter:
    """Writes the paragraphs of one side."""

    def __init__(self, marks: Marks, side: Side, ends: MoveEnds, remarks: Remarks) -> None:
        self._marks = marks
        self._rows = marks.rows
        self._side = side
        self._ends = ends
        self._remarks = remarks
        self._document: Document = marks.comparison.document(side)
        self._text = self._document.text
        self._ranges = self._document.sentence_ranges()
        self._both_ways = has_right_to_left(self._text)
        self._own = base_direction(self._document)
        # A move may have left from several places: each says where it went.
        self._heads: dict[int, Change] = {
            row: change for change in marks.changes for row in run_starts(change.rows(side))
        }
        language = escaped(self._document.language)
        way = "" if self._own == "ltr" else f" dir={self._own}"
        self.one_way = self._own == "ltr" and not self._both_ways
        """Whether all of it is written from left to right."""
        # The page is English itself.
        self.attributes = (f" lang={language}" if language != "en" else "") + way
        """Those of all that holds some of its text."""
        # Signs of the page inside a text of another language are English all the same.
        self._sign_attributes = "" if language == "en" else " lang=en"
        if way or self._both_ways:
            self._sign_attributes += " dir=ltr"
        self._class = "l" if side is Side.LEFT else "r"
        self._pins = PinSigns(marks.comparison, side, self._sign_attributes)
        self._gaps = NO_GAPS
        self._first = 0

    def cell(self, paragraphs: Iterable[int], inside: dict[Place, list[Gap]]) -> str:
        """Some neighbouring paragraphs with their marks, and the gaps between their sentences."""
        self._gaps = inside
        return self._cell("".join(map(self._paragraph, paragraphs)))

    def plain_cell(self, paragraphs: range) -> str:
        """Paragraphs in which nothing is marked; the first one bears its number."""
        written = (self._plain_paragraph(i, numbered=i == paragraphs[0]) for i in paragraphs)
        return self._cell("".join(written))

    def has_pins(self, paragraphs: range) -> bool:
        """Whether something was decided by hand about some paragraphs."""
        if not self._pins or not paragraphs:
            return False
        first, last = (self._document.paragraphs[i].span for i in (paragraphs[0], paragraphs[-1]))
        return self._pins.any_within(Span(first.start, last.end))

    def _cell(self, content: str) -> str:
        return f"<div class={self._class}{self.attributes}>{content}</div>"

    def _plain_paragraph(self, index: int, *, numbered: bool) -> str:
        paragraph = self._document.paragraphs[index]
        if self._pins and self._pins.any_within(paragraph.span):
            return self._paragraph(index)
        over = self._over(paragraph)
        opening = self._opening(paragraph, index if numbered else None)
        return f"<p{opening}>{run(self._text, *paragraph.span, over)}"

    def line(self, index: int, *, numbered: bool) -> str:
        """A paragraph of one line in which nothing is marked, without a cell around it."""
        paragraph = self._document.paragraphs[index]
        opening = f"<p{self._number(index, numbered=numbered)}{self._way(paragraph)}>"
        return opening + run(self._text, *paragraph.span, self._over(paragraph))

    def changed_line(
        self,
        index: int,
        *,
        numbered: bool,
        share: str = "",
        known: int | None = None,
        counted: Counted | None = None,
    ) -> Line:
        """A paragraph of one line with its marks, without a cell around it.

        Args:
            index: of the paragraph.
            numbered: whether it bears its number.
            share: how much of it changed, in per cent, when it is to be said here.
            known: the number of the change that its counterpart says; it goes without saying here.
            counted: the number of the change that goes without saying, if the id of its row
                does.
        """
        self._gaps = NO_GAPS
        number = self._number(index, numbered=numbered)
        way = self._way(self._document.paragraphs[index])
        told = f" data-g={share}" if share else ""
        if whole := self._whole(index):
            said, content = whole
            # The line beside a reworded sentence, see `lines.css`.
            beside = said.name.replace(" class=w", " data-w=")
            alone = share and said.begins and said.row
            if alone and counted and said.change == counted.number and counted.may_go(said.row):
                part = f" data-e={share}" if share != _ALL else "" if beside else " data-e"
                return Line(f"<p{number}{way}{beside}{part}>{content}", counted.number)
            if said.begins and not said.row and said.change == known:
                return Line(f"<p{number}{way}{told}>{content}", known)
            if not numbered:
                own = said._replace(name="").attributes
                return Line(f"<p{way}{told}{beside}{own}>{content}", said.change)
        return Line(f"<p{number}{way}{told}>{self._content(index)}")

    def lone_line(self, index: int) -> LoneLine | None:
        """A plain paragraph of one sentence that faces nothing; None where it is anything else."""
        first, end = self._ranges[index]
        paragraph = self._document.paragraphs[index]
        if end - first != 1 or self._document.sentences[first].span != paragraph.span:
            return None
        mark = self._marks.outline(self._side, index).sentences[0]
        if mark.change is None or mark.kind not in _TAGS or mark.move is not None:
            return None
        over = self._over(paragraph)
        if over is not AS_IT_IS and over is not NOTHING:
            return None
        said = self._said(first, mark, mark.change)
        text = run(self._text, *paragraph.span, over)
        return LoneLine(said.tag, said.row, said.change, said.begins, self._way(paragraph), text)

    def last_change(self, index: int) -> int | None:
        """The number of the last change that a paragraph says."""
        said = (mark.change for mark in self._marks.outline(self._side, index).sentences)
        return max((change for change in said if change is not None), default=None)

    def _whole(self, index: int) -> tuple[_Said, str] | None:
        """What a plain sentence that is all of its line says, and the line; or else None."""
        marks = self._marks.paragraph(self._side, index)
        sentence, mark = self._ranges[index].start, marks.sentences[0]
        if mark.span != marks.paragraph.span or mark.change is None:
            return None
        said = self._said(sentence, mark, mark.change)
        if said.tag != "a" or said.chip or self._border_chip(sentence, mark):
            return None
        edits, over = joined(self._text, marks.edits), self._over(marks.paragraph)
        return said, edited(self._text, self._side, mark.span, edits, over)

    def _paragraph(self, index: int) -> str:
        paragraph = self._document.paragraphs[index]
        return f"<p{self._opening(paragraph, index)}>{self._content(index)}"

    def _content(self, index: int) -> str:
        marks = self._marks.paragraph(self._side, index)
        paragraph = marks.paragraph
        over = self._over(paragraph, marks.formats)
        edits = joined(self._text, marks.edits)
        ends = [edit.span.end for edit in edits]
        starts = [edit.span.start for edit in edits]
        self._first = self._ranges[index].start
        parts = [self._gaps_at(self._first, after=False)]
        at = paragraph.span.start
        for sentence, mark in enumerate(marks.sentences, self._first):
            start, end = span = mark.span
            if start > at:
                parts.append(run(self._text, at, start, over))
            within = edits[bisect_right(ends, start) : bisect_left(starts, end)]
            signs = self._pins.within(Span(at, end)) if self._pins else ""
            parts.append(self._sentence(sentence, mark, span, within, over, signs))
            at = end
        if paragraph.span.end > at:
            parts.append(run(self._text, at, paragraph.span.end, over))
        return "".join(parts)

    def _over(self, paragraph: Paragraph, changed: Sequence[FormatMark] = ()) -> Overlays:
        remarks = self._remarks.overlays(self._side, paragraph.span)
        if not paragraph.emphasis and not remarks and not changed:
            return AS_IT_IS if stays(self._text[slice(*paragraph.span)]) else NOTHING
        return Overlays(formats(changed) + emphasis(paragraph.emphasis) + remarks)

    def _opening(self, paragraph: Paragraph, index: int | None) -> str:
        """The attributes of a paragraph; with its number, as the window has it, if any."""
        name = paragraph_class(paragraph)
        said = f' class="{name}"' if name else ""
        if indent := indent_of(self._document, paragraph):
            said += f" data-in={indent}"
        if index is not None:
            said += f" data-i={index + 1}"
        return said + self._way(paragraph)

    def _number(self, index: int, *, numbered: bool) -> str:
        """The number of a paragraph, if it bears it, as an attribute."""
        return f" data-i={index + 1}" if numbered else ""

    def _way(self, paragraph: Paragraph) -> str:
        """Which way a paragraph is written, as an attribute; empty where it is as the text is."""
        if not self._both_ways:
            return ""
        own = direction(self._text, *paragraph.span)
        return f" dir={own}" if own != self._own else ""

    def _sentence(
        self,
        sentence: int,
        mark: SentenceMark,
        span: Span,
        edits: Sequence[EditMark],
        over: Overlays,
        signs: str,
    ) -> str:
        content = signs + edited(self._text, self._side, span, edits, over)
        if mark.change is None:
            waits = mark.kind is RowKind.PENDING
            return (f"<span class=q>{content}</span>" if waits else content) + self._gaps_at(
                sentence, after=True
            )
        said = self._said(sentence, mark, mark.change)
        after = self._border_chip(sentence, mark) + self._format_chip(sentence, mark)
        after += self._gaps_at(sentence, after=True)
        return f"<{said.tag}{said.attributes}>{said.chip}{content}</{said.tag}>{after}"

    def _said(self, sentence: int, mark: SentenceMark, change: int) -> _Said:
        row = self._rows[mark.row]
        first = row.sentences(self._side)[0] == sentence
        leads_here = first and not (row.two_sided and self._side is Side.RIGHT)
        begins = first and mark.row in self._heads
        chip = self._move_chip(mark.row) if begins else ""
        return _Said(*_tag(mark), row.id if leads_here else "", change, begins, chip)

    def _move_chip(self, row: int) -> str:
        """Where a passage went or came from, in words, with the way there."""
        move = self._heads[row].move
        if move is None:
            return ""
        target, arrow = self._ends.address(row, self._side), self._ends.arrow(row, self._side)
        way = f"{_WAYS[self._side]} {_PLACES[arrow]} {arrow}"
        return f'<a class="chip move"{self._sign_attributes} href={target}>move {move}, {way} </a>'

    def _border_chip(self, sentence: int, mark: SentenceMark) -> str:
        """What became of the borders of a row, behind its last sentence."""
        border = sentence_border(mark, self._side) if self._is_last(sentence, mark) else ""
        return f"<span class=chip{self._sign_attributes}> {border}</span>" if border else ""

    def _is_last(self, sentence: int, mark: SentenceMark) -> bool:
        """Whether no sentence of a row follows on this side."""
        return self._rows[mark.row].sentences(self._side)[-1] == sentence

    def _format_chip(self, sentence: int, mark: SentenceMark) -> str:
        """What looks otherwise in a row, behind its last sentence on the right."""
        if self._side is Side.LEFT or not self._is_last(sentence, mark):
            return ""
        said = told(self._marks.formats_of(self._side, mark))
        return f'<span class="chip f"{self._sign_attributes}> {said}</span>' if said else ""

    def _gaps_at(self, sentence: int, *, after: bool) -> str:
        if not self._gaps:
            return ""
        links = (
            gap_link(self._marks, self._ends, gap, after=after, attributes=self._sign_attributes)
            for gap in self._gaps.get(Place(self._side, sentence, after), ())
        )
        return "".join(links)


def joined(text: str, edits: Sequence[EditMark]) -> list[EditMark]:
    """The marks without a gap where only spaces stand between two: one mark is quieter."""
    out: list[EditMark] = []
    for mark in edits:
        if out and _belong(text, out[-1], mark):
            out[-1] = out[-1]._replace(span=Span(out[-1].span.start, mark.span.end), letters=None)
        else:
            out.append(mark)
    return out


def _belong(text: str, first: EditMark, second: EditMark) -> bool:
    between = text[first.span.end : second.span.start]
    return (
        first.change == second.change
        and first.move == second.move
        and (not between or (between.isspace() and CELL_BREAK not in between))
    )


INDENTS: Final = 20
"""How many indents the style sheet knows, of a space each."""


def base_direction(document: Document) -> str:
    """Which way most of a text is written: as its first paragraph that has letters."""
    return direction(document.text, 0, len(document.text))


def keeps_breaks(document: Document) -> bool:
    """Whether a line break inside a paragraph means something."""
    return document.layout is not Layout.WRAPPED


def paragraph_class(paragraph: Paragraph) -> str:
    """How the style of a paragraph is named in the style sheet; empty for plain text."""
    kind, level = paragraph.style
    if kind is StyleKind.BODY:
        return ""
    return f"{kind} level-{min(level, 6)}" if level else str(kind)


def indent_of(document: Document, paragraph: Paragraph) -> int:
    """How many spaces in a stanza begins, at most `INDENTS`; 0 for all else.

    The white space before a paragraph is none of its text, that before its other lines is.
    """
    start, end = paragraph.span
    text = document.text
    if not keeps_breaks(document) or "\n" not in text[start:end]:
        return 0
    lead = text[text.rfind("\n", 0, start) + 1 : start].replace("\t", 8 * " ")
    return min(INDENTS, len(lead)) if lead.isspace() else 0


def strength(similarity: float | None) -> int:
    """How strong the line beside a sentence is drawn: 0 when nothing changed, up to `STEPS`."""
    if similarity is None:
        return 0
    return min(STEPS, ceil(STEPS * (1 - similarity) - 1e-9))


def _tag(mark: SentenceMark) -> tuple[str, str]:
    """The element of a changed sentence, and its class."""
    if mark.move is not None:
        return "span", " class=m"
    if mark.kind is RowKind.REWORDED and (step := strength(mark.similarity)):
        return "a", f" class=w{step}"
    tag = _TAGS.get(mark.kind)
    return (tag, " class=s") if tag else ("a", "")


def sentence_border(mark: SentenceMark, side: Side) -> str:
    """What became of the borders of a sentence, said once, on the side where it is one."""
    left, right = mark.parts
    if left == 1 and right > 1:
        return f"split in {right}" if side is Side.LEFT else ""
    if left > 1 and right == 1:
        return f"{left} merged" if side is Side.RIGHT else ""
    if left > 1 and right > 1 and mark.move is None:
        return f"{left} into {right}" if side is Side.LEFT else ""
    return ""
