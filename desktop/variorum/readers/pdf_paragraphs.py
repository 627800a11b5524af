"""Lines of a PDF document -> paragraphs, across columns and pages.

Imports the engine's public names, the lines and their layout, and the runs of which paragraphs are
put together. Lengths count points.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import Final

from variorum.engine import Cell, EmphasisKind, Style, StyleKind, TextParagraph
from variorum.readers.building import PLAIN, Runs
from variorum.readers.pdf_characters import Kinds
from variorum.readers.pdf_hyphens import Hyphens, is_within_address
from variorum.readers.pdf_layout import FLUSH, LEAST_INDENT, LEVEL, SPACED, Layout
from variorum.readers.pdf_lines import BLANK, BULLET, IDEOGRAPH, Line
from variorum.readers.right_to_left import without_shapes
from variorum.readers.table_rows import with_rows_as_lines

SET_IN: Final = 1.2
"""In ems: a paragraph that stands so far in as a whole is a quotation or an item."""
SPACED_IN_SENTENCE: Final = 1.4
"""Raised and lowered figures push lines apart in browsers (by up to 1.3 of the usual step): a line
that is full and ends no sentence goes on behind such a space."""
INNER: Final = 2.0
"""In ems: the signs of a list within an item stand so much further in than its own (2.2 to 3);
its text 1 to 1.5."""
FIRST_LABELS: Final = ("1", "a", "i")
"""What lists with numbers or letters begin with."""
HEADING: Final = 1.08
"""Headings are at least so many times as large as the text."""
SMALLER: Final = 0.96
"""Notes are at most so many times as large as the text."""
OTHER_SIZE: Final = 0.04
"""Lines whose sizes differ by more than this share of the larger one are of two paragraphs."""
OTHER_SCRIPT: Final = 0.1
"""The same where one line has ideographs or kana and the other has none: beside Latin letters they
are set smaller, by up to .08."""
CODE: Final = 0.2
"""The same where code comes to the border of the lines: browsers set it smaller, by .19."""
LONGEST_HEADING: Final = 120
"""In characters: a longer bold paragraph is text."""

_DASH: Final = re.compile(r"[-*–]\s+(?=\S)")
_LABEL: Final = re.compile(r"\(?(\d{1,3}|[a-z])[.)]\s+(?=\S)")
_REFERENCE: Final = re.compile(r"\[[\w+]{1,12}\]\s+(?=\S)")
"""What an item of a bibliography begins with; it is part of its text."""
_NOTE_START: Final = re.compile(r"(\d{1,3}|[*†‡§]{1,3})\s+(?=\S)")
_WAY_BACK: Final = re.compile('(?<=[^\\W_]|[.!?…。”"’»)\\]])\\s*\u21a9[\ufe0e\ufe0f]?$')
_SPACES: Final = re.compile(" {2,}")
_ENDS: Final = re.compile(r"[.!?:;…。！？：؟۔][”“\"’'»)\]」』]*$")
_FINAL: Final = re.compile(r"[.!?…。！？؟۔][”“\"’'»)\]」』]*$")
_WIDE: Final = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]")
_REPLACED: Final = {
    0x200B: None,  # stands where the mark of a note was taken out
    0x00AD: "-",
    0x00A0: " ",
    **{0xFB00 + i: text for i, text in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))},
}


class Step(Enum):
    """What comes between two lines."""

    SAME = "a space"
    LINE = "a line end that means something, as in verse"
    NEW = "the end of a paragraph"


@dataclass(slots=True)
class _Found:
    """A paragraph, and what is needed to judge it beside its neighbours."""

    lines: list[Line]
    steps: list[Step]
    """What comes after each line but the last one."""
    is_item: bool = False
    """It stands in a list whose signs are drawn, not written."""
    style: Style = field(default_factory=Style)
    cut: int = 0
    """How many characters at its start are the sign of a list."""
    cell: Cell | None = None


def build(pages: Sequence[Sequence[Line]], layout: Layout) -> tuple[TextParagraph, ...]:
    """Put the lines of all pages together."""
    body, notes = _without_notes(pages, layout)
    hyphens = Hyphens(line for lines in pages for line in lines)
    found = list(_grouped(body, layout))
    for each in found:
        _take_way_back(each.lines[-1])
    _judge(found, layout)
    noted = list(_grouped(notes, layout))
    for note in noted:
        note.style = Style(StyleKind.FOOTNOTE)
    return with_rows_as_lines(
        paragraph._replace(cell=each.cell)
        for each in _with_notes(found, noted)
        if (paragraph := _paragraph(each, hyphens, layout.usual)).text.strip()
    )


def _without_notes(
    pages: Sequence[Sequence[Line]], layout: Layout
) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those of the notes at the feet of columns.

    They begin with a raised mark, and are smaller than the text, or their mark stands in the text
    above them. One that did not come to its end goes on at the foot of the next page.
    """
    body: list[Line] = []
    notes: list[Line] = []
    for lines in pages:
        column: int | None = None
        size = 0.0
        marks: set[str] = set()
        rest = _rest_of_note(lines, notes)
        for index, line in enumerate(lines):
            if index == rest:
                column, size = line.column, line.size
            is_small = line.size < SMALLER * layout.body
            if is_small and not line.note:
                _take_level_start(line, marks)
            if line.note and (is_small or line.note in marks):
                column, size = line.column, line.size
            elif column is not None and (line.size > size or line.column != column):
                column = None
            marks.update(mark.text for mark in line.marks)
            marks.discard(line.note)
            (body if column is None else notes).append(line)
    return body, notes


def _take_way_back(line: Line) -> None:
    """Take the sign away that leads from the end of a note on a page back to its mark."""
    sign = _WAY_BACK.search(line.text)
    if sign is not None:
        line.text = line.text[: sign.start()] + BLANK * len(sign[0])


def _rest_of_note(lines: Sequence[Line], notes: Sequence[Line]) -> int | None:
    """Where the last note of the page before goes on, below the text of a page.

    Args:
        lines: of the page.
        notes: of the pages before it.
    """
    if not (notes and lines) or _FINAL.search(notes[-1].text):
        return None
    last = notes[-1]
    if last.page != lines[0].page - 1 or last.size >= lines[0].size:
        return None
    start = next((i for i, line in enumerate(lines) if line.note and line.size <= last.size), None)
    start = len(lines) if start is None else start
    while start > 0 and lines[start - 1].size == last.size:
        start -= 1
    goes_on = 0 < start < len(lines) and lines[start].size == last.size
    return start if goes_on and not lines[start].note else None


def _take_level_start(line: Line, marks: Collection[str]) -> None:
    """A small line that begins with a mark of the text above it is the beginning of its note."""
    found = _NOTE_START.match(line.text)
    if found is not None and found[1] in marks:
        line.note = found[1]
        line.text = BLANK * found.end() + line.text[found.end() :]


def _grouped(lines: Sequence[Line], layout: Layout) -> Iterator[_Found]:
    group: _Found | None = None
    for line in lines:
        step = _step(group, line, layout) if group is not None else Step.NEW
        if group is None or step is Step.NEW:
            if group is not None:
                yield group
            group = _Found([line], [], line.has_sign)
        else:
            group.lines.append(line)
            group.steps.append(step)
    if group is not None:
        yield group


def _step(group: _Found, line: Line, layout: Layout) -> Step:
    """What comes between a paragraph so far and the next line."""
    last = group.lines[-1]
    is_next = last.page == line.page and last.column == line.column
    if last.row >= 0 and _goes_on_in_cell(last, line):
        return Step.SAME
    if _differ(last, line) or line.has_sign or BULLET.match(line.text) or line.note:
        return Step.NEW
    if _is_next_item(group, line) or _begins_inner_list(group, line):
        return Step.NEW
    had_room = _had_room(group, line, layout)
    if had_room and _is_bold(last) != _is_bold(line):
        return Step.NEW
    if is_next:
        down = line.y - last.y
        is_open = not had_room and not _ENDS.search(last.text)
        most = SPACED_IN_SENTENCE if is_open else SPACED
        if down > most * layout.step(last.size) or down < -LEVEL * last.size:
            return Step.NEW
        if down < LEVEL * last.size:
            return Step.SAME
    if last.size > HEADING * layout.body:
        return Step.SAME if is_next else Step.NEW
    return _within_text(group, line, layout, had_room=had_room, is_next=is_next)


def _within_text(
    group: _Found, line: Line, layout: Layout, *, had_room: bool, is_next: bool
) -> Step:
    """What comes between two lines of the text by where they begin and end."""
    last = group.lines[-1]
    if is_next and _is_code(last, layout) and _is_code(line, layout):
        return Step.LINE
    if had_room and _begins_as_paragraphs_do(line, layout):
        return Step.NEW
    if _is_indented_otherwise(group, line, layout) or (
        group.is_item and last.text.endswith((";", "；"))
    ):
        return Step.NEW
    if not had_room:
        return Step.SAME
    if group.is_item or _marker(group.lines[0].text):
        return Step.NEW
    return _after_short(group, line, layout, is_next=is_next)


def _is_next_item(group: _Found, line: Line) -> bool:
    """Whether a line begins with the sign that comes after that of the item so far, below it."""
    first = group.lines[0]
    if abs(first.left - line.left) > LEAST_INDENT * line.size:
        return False
    if _DASH.match(first.text) and first.text[0] == line.text[0]:
        return _DASH.match(line.text) is not None
    if _REFERENCE.match(first.text) and _REFERENCE.match(line.text):
        return True
    before, here = _LABEL.match(first.text), _LABEL.match(line.text)
    return before is not None and here is not None and _number(here) == _number(before) + 1


def _begins_inner_list(group: _Found, line: Line) -> bool:
    """Whether a line begins with the first sign of a list within the item so far."""
    first = group.lines[0]
    if line.left < first.left + INNER * line.size:
        return False
    if not (group.is_item or _marker(first.text)):
        return False
    label = _LABEL.match(line.text)
    return _DASH.match(line.text) is not None or (label is not None and label[1] in FIRST_LABELS)


def _differ(a: Line, b: Line) -> bool:
    """Whether two lines can be no parts of one paragraph, wherever they stand."""
    if a.row >= 0 or b.row >= 0:
        return True
    if a.size == b.size:
        return False
    most = OTHER_SIZE
    if (IDEOGRAPH.search(a.text) is None) != (IDEOGRAPH.search(b.text) is None):
        most = OTHER_SCRIPT
    elif a.runs and b.runs and EmphasisKind.CODE in a.runs[-1].kinds | b.runs[0].kinds:
        most = CODE
    return abs(a.size - b.size) > most * max(a.size, b.size)


def _goes_on_in_cell(a: Line, b: Line) -> bool:
    """Whether a line is the next one of a cell of a table."""
    if b.row not in (-1, a.row):
        return False
    return abs(a.left - b.left) < 0.3 * a.size and 0.5 * a.size < b.y - a.y < 1.6 * a.size


def _is_bold(line: Line) -> bool:
    for run in line.runs:  # noqa: SIM110 - asked of each line twice
        if EmphasisKind.BOLD not in run.kinds:
            return False
    return True


def _is_code(line: Line, layout: Layout) -> bool:
    """Whether all of a line is set as code, and most of the text is not."""
    if EmphasisKind.CODE in layout.usual:
        return False
    return bool(line.runs) and all(EmphasisKind.CODE in run.kinds for run in line.runs)


def _indent(line: Line, layout: Layout) -> float:
    return line.left - layout.column(line).left


def _is_indented_otherwise(group: _Found, line: Line, layout: Layout) -> bool:
    """Whether a line begins further in or out than the paragraph goes on."""
    first, last = group.lines[0], group.lines[-1]
    before, here = _indent(last, layout), _indent(line, layout)
    tolerance = LEAST_INDENT * line.size
    if len(group.lines) == 1:
        is_out = here < before - tolerance
        if _marker(first.text) or _REFERENCE.match(first.text):
            return is_out
        # The first line may stand further in, or out, if it fills its line.
        is_out = is_out and (first.note != "" or not layout.is_indented)
        is_in = here > before + tolerance and not first.note and not _hangs_on(group, line, layout)
        return is_in or (is_out and _had_room(group, line, layout))
    return abs(here - before) > tolerance


def _hangs_on(group: _Found, line: Line, layout: Layout) -> bool:
    """Whether a line that stands further in goes on with a sentence of a full line above it."""
    last = group.lines[-1]
    return not (_ENDS.search(last.text) or _had_room(group, line, layout))


def _begins_as_paragraphs_do(line: Line, layout: Layout) -> bool:
    """Whether a line is indented as the first ones of paragraphs are, such as those of talk."""
    indent = _indent(line, layout) / line.size
    return layout.is_indented and abs(indent - layout.indent) < LEVEL


def _marker(text: str) -> re.Match[str] | None:
    return BULLET.match(text) or _DASH.match(text) or _LABEL.match(text)


def _had_room(group: _Found, b: Line, layout: Layout) -> bool:
    """Whether the first word of a line would have fitted on the line before it."""
    a = group.lines[-1]
    column = layout.column(a)
    right = column.right
    inset = _indent(b, layout) if a.column == b.column else _indent(a, layout)
    if not group.is_item and inset > SET_IN * a.size and a.right <= right - inset + a.size:
        right -= inset  # set in on both sides
    if layout.is_justified and right == column.right and inset < LEAST_INDENT * a.size:
        return not a.hyphen and a.right < right - FLUSH * a.size
    letter = b.width / max(1, len(b.text))
    word = 1 if _WIDE.match(b.text) else len(b.text.split(maxsplit=1)[0])
    hyphen = 1 if a.hyphen else 0
    return not hyphen and a.right + letter * (word + 1) < right - 0.3 * a.size


def _after_short(group: _Found, line: Line, layout: Layout, *, is_next: bool) -> Step:
    """What comes after a line that ends early."""
    last = group.lines[-1]
    goes_on = line.text[:1].islower() and not _ENDS.search(last.text)
    if is_next and (layout.is_spaced or layout.is_indented):
        return Step.LINE  # a paragraph would be told by a space or an indent
    if Step.LINE in group.steps and not _FINAL.search(last.text):
        return Step.LINE
    return Step.SAME if goes_on else Step.NEW


def _judge(found: Sequence[_Found], layout: Layout) -> None:
    """Give each paragraph its style."""
    sizes = {each.lines[0].size for each in found}
    larger = sorted((size for size in sizes if size > HEADING * layout.body), reverse=True)
    levels = {size: min(6, rank) for rank, size in enumerate(larger, 1)}
    cells: Counter[int] = Counter()
    for each in found:
        if each.style.kind is StyleKind.BODY:
            each.style = _style(each, levels, layout)
        if each.style.kind is StyleKind.TABLE_CELL:
            row = each.lines[0].row
            cells[row] += 1
            each.cell = Cell(row, cells[row])
    _judge_labels(found, layout)
    lefts: defaultdict[int, list[_Found]] = defaultdict(list)
    for each in found:
        if each.style.kind is StyleKind.LIST_ITEM:
            lefts[round(_indent(each.lines[0], layout) / (1.2 * layout.body))].append(each)
    for level, left in enumerate(sorted(lefts), 1):
        for each in lefts[left]:
            each.style = Style(StyleKind.LIST_ITEM, min(level, 9))


def _style(each: _Found, levels: dict[float, int], layout: Layout) -> Style:
    first = each.lines[0]
    if first.row >= 0:
        return Style(StyleKind.TABLE_CELL)
    level = levels.get(first.size)
    if level is not None and sum(len(line.text) for line in each.lines) <= 2 * LONGEST_HEADING:
        return Style(StyleKind.HEADING, level)
    if each.is_item:
        return Style(StyleKind.LIST_ITEM, 1)
    bullet = BULLET.match(first.text)
    inset = min(_indent(line, layout) for line in each.lines)
    if bullet is None and (inset > LEAST_INDENT * layout.body or _hangs(each)):
        bullet = _DASH.match(first.text)
    if bullet is not None:
        each.cut = bullet.end()
        return Style(StyleKind.LIST_ITEM, 1)
    if each.steps.count(Step.LINE) > 1:
        return Style(StyleKind.VERSE)
    if _is_bold_heading(each):
        return Style(StyleKind.HEADING, min(6, len(levels) + 1))
    if inset > SET_IN * layout.body and (len(each.lines) > 1 or layout.is_spaced):
        return Style(StyleKind.QUOTATION)
    return Style()


def _hangs(each: _Found) -> bool:
    return (
        len(each.lines) > 1 and each.lines[1].left > each.lines[0].left + 0.4 * each.lines[0].size
    )


def _is_bold_heading(each: _Found) -> bool:
    text = each.lines[-1].text
    is_bold = all(_is_bold(line) for line in each.lines)
    length = sum(len(line.text) for line in each.lines)
    return is_bold and length <= LONGEST_HEADING and not _ENDS.search(text)


def _judge_labels(found: Sequence[_Found], layout: Layout) -> None:
    """Numbered items that follow each other and are set in are a list; their numbers are signs.

    Between two items of a list may stand further paragraphs of the first one, and lists in it:
    they do not stand further out.
    """
    labels = [_label(each, layout) for each in found]
    items = {i for i, (a, b) in enumerate(pairwise(labels)) if a is not None and b == a + 1}
    items |= {index + 1 for index in items}
    open_: list[tuple[float, int, int]] = []
    for index, (each, label) in enumerate(zip(found, labels, strict=True)):
        left = _indent(each.lines[0], layout)
        while open_ and open_[-1][0] > left + LEAST_INDENT * layout.body:
            open_.pop()
        if label is None:
            continue
        if open_ and abs(open_[-1][0] - left) <= LEAST_INDENT * layout.body:
            _, last_label, last = open_.pop()
            items |= {last, index} if label == last_label + 1 else set()
        open_.append((left, label, index))
    for index in items:
        sign = _LABEL.match(found[index].lines[0].text)
        assert sign is not None
        found[index].cut = sign.end()
        found[index].style = Style(StyleKind.LIST_ITEM, 1)


def _label(each: _Found, layout: Layout) -> int | None:
    found = _LABEL.match(each.lines[0].text)
    is_text = each.style.kind in (StyleKind.BODY, StyleKind.QUOTATION)
    is_set_in = _indent(each.lines[0], layout) > 0.5 * layout.body
    if found is None or not is_text or not (is_set_in or _hangs(each)):
        return None
    return _number(found)


def _number(label: re.Match[str]) -> int:
    """What number a label has; letters are counted, too."""
    return int(label[1]) if label[1].isdigit() else ord(label[1])


def _with_notes(found: Sequence[_Found], notes: Sequence[_Found]) -> Iterator[_Found]:
    """Each note after the paragraph that refers to it, or else after the last one of its page."""
    after: defaultdict[int, list[_Found]] = defaultdict(list)
    places = {
        (line.page, mark.text): _end_of_row(found, index)
        for index, each in enumerate(found)
        for line in each.lines
        for mark in line.marks
    }
    ends = {line.page: index for index, each in enumerate(found) for line in each.lines}
    last: int | None = None
    for note in notes:
        first = note.lines[0]
        if first.note or last is None:  # else it is a further paragraph of the note before it
            last = places.get((first.page, first.note), ends.get(first.page, len(found) - 1))
        after[last].append(note)
    yield from after[-1]
    for index, each in enumerate(found):
        yield each
        yield from after[index]


def _end_of_row(found: Sequence[_Found], index: int) -> int:
    """The last cell of the row that a paragraph is in; the paragraph itself if it is in none."""
    row = found[index].lines[0].row
    while row >= 0 and index + 1 < len(found) and found[index + 1].lines[0].row == row:
        index += 1
    return index


def _paragraph(each: _Found, hyphens: Hyphens, usual: Kinds) -> TextParagraph:
    is_heading = each.style.kind is StyleKind.HEADING
    plain = usual | frozenset({EmphasisKind.BOLD}) if is_heading else usual
    if all(len(line.runs) == 1 and line.runs[0].kinds <= plain for line in each.lines):
        return TextParagraph("".join(_plain_pieces(each, hyphens)), each.style, ())
    runs = Runs()
    before: Kinds = PLAIN
    for number, line in enumerate(each.lines):
        cut = each.cut if number == 0 else 0
        kept = [run for run in line.runs if run.end > cut]
        for index, run in enumerate(kept):
            kinds = run.kinds - plain
            start = max(run.start, cut)
            if index:
                gap = line.text[kept[index - 1].end : start]
                is_space = " " in gap and not gap.strip(f" {BLANK}")
                runs.add(" " if is_space else "", before & kinds)
            elif number:
                runs.add(_before(each, number, hyphens), before & kinds)
            runs.add(_clean(line.text[start : run.end]), kinds)
            before = kinds
    if each.lines[-1].hyphen:
        runs.add("-", before)
    return runs.paragraph(each.style)


def _plain_pieces(each: _Found, hyphens: Hyphens) -> Iterator[str]:
    """The text of a paragraph nothing in which is set off."""
    for number, line in enumerate(each.lines):
        if number:
            yield _before(each, number, hyphens)
        yield _clean(line.text if number else line.text[each.cut :])
    if each.lines[-1].hyphen:
        yield "-"


def _before(each: _Found, number: int, hyphens: Hyphens) -> str:
    """What stands before a line of a paragraph."""
    return _between(each.lines[number - 1], each.lines[number], each.steps[number - 1], hyphens)


def _clean(text: str) -> str:
    """As it is read, without what PDF needs to draw it."""
    if not text.isascii():
        text = without_shapes(text.translate(_REPLACED))
    return _SPACES.sub(" ", text) if "  " in text else text


def _between(a: Line, b: Line, step: Step, hyphens: Hyphens) -> str:
    """What stands between two lines."""
    if step is Step.LINE:
        return "-\n" if a.hyphen else "\n"
    if hyphens.is_broken(a, b):
        return hyphens.sign(a, b)
    if a.hyphen:
        return "- "
    if is_within_address(a, b):
        return ""
    return "" if _WIDE.match(a.text[-1:]) and _WIDE.match(b.text) else " "
