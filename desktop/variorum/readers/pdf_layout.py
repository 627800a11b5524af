"""What the pages of a document have in common: sizes, columns, the steps from line to line.

Imports the lines of pages and the standard library. Lengths count points.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from operator import itemgetter
from statistics import median, median_low
from typing import Final

from variorum.engine import EmphasisKind
from variorum.readers.pdf_characters import Kinds
from variorum.readers.pdf_lines import Line

SPACED: Final = 1.2
"""A step this many times the usual one to the next line is a space between paragraphs (measured:
1.3 to 1.6; lines of one paragraph that hold other fonts: up to 1.1)."""
LEVEL: Final = 0.3
"""In ems: lines that are not further apart, up or down, stand beside each other."""
LEAST_INDENT: Final = 0.7
"""In ems: what begins so much further in is indented."""
FLUSH: Final = 0.35
"""In ems: justified lines end so near to the edge, with stops and hyphens hanging beyond it."""
LONGEST_STEP: Final = 2.4
"""In ems: lines of one paragraph are not further apart, in double spacing."""
NARROWEST: Final = 6.0
"""In ems: a column is at least as wide."""
LINES_OF_CELL: Final = 5
"""A cell of a table that stands before others of its row has at most so many lines."""
FEWEST: Final = 3
"""A column has so many lines at least, on a page of which no line goes across."""
CROSSING: Final = 0.15
"""At most this share of the lines of two columns crosses the empty strip between them."""


@dataclass(slots=True)
class Column:
    """Where the lines of a column begin and end."""

    left: float
    right: float


@dataclass(slots=True)
class Layout:
    """What holds for the whole document."""

    body: float
    """The size of most letters."""
    steps: dict[float, float] = field(default_factory=dict)
    """For each size, how far a line stands below the one before it."""
    is_spaced: bool = True
    """Whether paragraphs are told by the space between them, not by indents and short lines."""
    indent: float = 0.0
    """In ems: how much further in the first lines of paragraphs stand, mostly; 0 if they do not."""
    is_justified: bool = False
    """Whether all lines but the last ones of paragraphs end at one place."""
    usual: Kinds = frozenset()
    """What most of the text is set in: it sets off nothing."""
    columns: list[list[Column]] = field(default_factory=list)
    """Of each page, in reading direction; the last one is that of the lines that go across."""

    @property
    def is_indented(self) -> bool:
        """Whether the first lines of paragraphs stand further in."""
        return self.indent > 0

    def step(self, size: float) -> float:
        """How far a line of some size stands below the one before it, usually."""
        return self.steps.get(size, 1.25 * size)

    def column(self, line: Line) -> Column:
        """The column that a line stands in."""
        return self.columns[line.page][line.column]


def body_size(pages: Iterable[Sequence[Line]]) -> float:
    """The size of most letters, in points."""
    letters: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 10.0


def find_layout(pages: list[list[Line]], body: float) -> Layout:
    """Find the columns, tell each line which one it is in, and put lines in reading order."""
    layout = Layout(body, usual=_usual_kinds(pages))
    for number, lines in enumerate(pages):
        layout.columns.append(_columns(lines, body))
        _place(lines, layout.columns[-1])
        pages[number] = _in_order(lines)
    _number_rows(pages)
    layout.steps = _usual_steps(pages)
    layout.is_spaced, layout.indent = _ways_of_parting(pages, layout)
    _align(layout)
    layout.is_justified = _is_justified(pages, layout)
    return layout


def _usual_kinds(pages: Iterable[Iterable[Line]]) -> Kinds:
    """What most of the text is set in: it sets off nothing."""
    counts: Counter[EmphasisKind] = Counter()
    length = 0
    for lines in pages:
        for line in lines:
            length += len(line.text)
            for run in line.runs:
                for kind in run.kinds:
                    counts[kind] += run.end - run.start
    return frozenset(kind for kind, count in counts.items() if count > length / 2)


def _is_justified(pages: Iterable[Sequence[Line]], layout: Layout) -> bool:
    flush = ragged = 0
    for lines in pages:
        for line in lines:
            missing = layout.column(line).right - line.right
            if line.size == layout.body and missing < 8 * line.size:
                flush += missing < FLUSH * line.size
                ragged += missing >= FLUSH * line.size
    return flush > 3 * ragged


def _columns(lines: Sequence[Line], body: float) -> list[Column]:
    """The columns of a page from left to right, and at last the whole page."""
    text = [line for line in lines if line.width > 2 * body] or list(lines)
    whole = Column(
        min((line.left for line in text), default=0.0),
        max((line.right for line in text), default=0.0),
    )
    gutters = _gutters(text, whole, body)
    edges = [whole.left - 1, *gutters, whole.right + 1]
    found = []
    for left, right in pairwise(edges):
        inside = [line for line in text if line.left >= left - 1 and line.right <= right + 1]
        if inside:
            found.append(Column(min(x.left for x in inside), max(x.right for x in inside)))
    return [*(found if len(found) > 1 else [whole]), whole]


def by_column(lines: Sequence[Line], body: float) -> list[list[Line]]:
    """The lines of a page, those of each column together; at last those that go across."""
    columns = _columns(lines, body)
    _place(lines, columns)
    numbers = [*range(len(columns) - 1), -1]
    return [[line for line in lines if line.column == number] for number in numbers]


def _gutters(lines: Sequence[Line], whole: Column, body: float) -> list[float]:
    """The middles of the empty strips between columns."""
    if len(lines) < 8:
        return []
    wide = 0.6 * (whole.right - whole.left)
    if sum(line.right - line.left > wide for line in lines) > 0.5 * len(lines):
        return []  # whatever the strip, most lines go across
    changes = [0] * (int(whole.right - whole.left) + 3)
    for line in lines:
        start = int(line.left - whole.left) + 1
        changes[start] += 1
        changes[max(start, int(line.right - whole.left))] -= 1
    crossing = list(accumulate(changes))
    for most in (0, CROSSING * len(lines)):
        middles = [whole.left + middle for middle in _strips(crossing, most, 0.5 * body)]
        found = [x for x in middles if _has_text_beside(lines, x, body, whole)]
        if found:
            return found
    return []


def _strips(crossing: Sequence[int], most: float, width: float) -> Iterator[float]:
    """The middles of the strips that few lines cross.

    Args:
        crossing: how many lines cross each point.
        most: at most so many cross a strip.
        width: a strip is wider than this.
    """
    start = 0
    for end, count in enumerate([*crossing, most + 1]):
        if count > most:
            if end - start > width:
                yield (start + end) / 2 - 1
            start = end + 1


def _has_text_beside(lines: Sequence[Line], x: float, body: float, whole: Column) -> bool:
    """Whether there are real lines on both sides of a strip, and few across it."""
    left = [line for line in lines if line.right <= x + 1]
    right = [line for line in lines if line.left >= x - 1]
    is_crossed = len(left) + len(right) < len(lines)
    enough = max(4, CROSSING * len(lines)) if is_crossed else FEWEST
    if len(left) < enough or len(right) < enough:
        return False
    if min(x - whole.left, whole.right - x) < NARROWEST * body:
        return False
    # Cells of a table stand beside each other, too, but their lines are short.
    widths = (median(line.width for line in left), median(line.width for line in right))
    return widths[0] > 0.5 * (x - whole.left) and widths[1] > 0.5 * (whole.right - x)


def _place(lines: Iterable[Line], columns: Sequence[Column]) -> None:
    """Tell each line which column it stands in; -1 where it goes across."""
    last = len(columns) - 2
    for line in lines:
        line.column = -1
        for index, column in enumerate(columns[:-1]):
            if line.left >= column.left - 2 and line.right <= column.right + line.size:
                line.column = index
                break
        if last == 0:
            line.column = 0


def _in_order(lines: list[Line]) -> list[Line]:
    """The lines as one reads them, unless they were drawn so already.

    Programs draw column by column; where columns alternate more often than that, lines were drawn
    from top to bottom across all of them.
    """
    count = len({line.column for line in lines if line.column >= 0})
    if count < 2:
        return lines if _goes_down(lines) else sorted(lines, key=lambda x: (round(x.y), x.left))
    turns = sum(a.column != b.column for a, b in pairwise(lines))
    across = sum(line.column < 0 for line in lines)
    if turns <= count - 1 + 2 * across and _goes_down(lines):
        return lines
    return _by_columns(lines)


def _goes_down(lines: Sequence[Line]) -> bool:
    """Whether lines of a column mostly follow those above them."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.column == b.column]
    ups = sum(b.y < a.y - a.size for a, b in pairs)
    return ups <= max(2, 0.1 * len(pairs))


def _by_columns(lines: Sequence[Line]) -> list[Line]:
    """Column by column between the lines that go across."""
    out: list[Line] = []
    rest = sorted(lines, key=lambda line: line.y)
    group: list[Line] = []
    for line in rest:
        if line.column < 0:
            out += sorted(group, key=lambda x: (x.column, x.y))
            out.append(line)
            group = []
        else:
            group.append(line)
    return out + sorted(group, key=lambda x: (x.column, x.y))


def _number_rows(pages: Iterable[Sequence[Line]]) -> None:
    """Give cells that stand beside each other in a column one number."""
    row = 0
    for lines in pages:
        left = min((line.left for line in lines), default=0.0)
        for index, line in enumerate(lines):
            if line.left < left + 2 * line.size:
                continue  # nothing can stand before it
            for back in range(1, min(LINES_OF_CELL, index) + 1):
                other = lines[index - back]
                if _are_beside(other, line):
                    if other.row < 0:
                        row += 1
                    for between in lines[index - back : index + 1]:
                        between.row = max(row, other.row)
                    break


def _are_beside(a: Line, b: Line) -> bool:
    is_level = abs(a.y - b.y) < LEVEL * a.size
    return is_level and b.left > a.right and a.column == b.column


def _usual_steps(pages: Iterable[Sequence[Line]]) -> dict[float, float]:
    """For each size the step that is most frequent; of several such, the smallest."""
    counts: defaultdict[float, Counter[float]] = defaultdict(Counter)
    for lines in pages:
        for a, b in pairwise(lines):
            step = b.y - a.y
            alike = a.size == b.size and a.column == b.column
            if alike and 0.8 * a.size < step < LONGEST_STEP * a.size:
                counts[a.size][round(step * 2) / 2] += 1
    out = {}
    for size, found in counts.items():
        most = max(found.values())
        out[size] = min(step for step, count in found.items() if count >= 0.5 * most)
    return out


def _ways_of_parting(pages: Iterable[Sequence[Line]], layout: Layout) -> tuple[bool, float]:
    """Whether most short lines have a space below them, and the indent that most others have."""
    spaced = tight = 0
    indents: Counter[float] = Counter()
    for lines in pages:
        for a, b in pairwise(lines):
            if a.column != b.column or a.size != b.size or a.row >= 0:
                continue
            step = b.y - a.y
            is_short = a.right < layout.column(a).right - 4 * a.size
            if not is_short or not 0 < step < LONGEST_STEP * a.size:
                continue
            if step > SPACED * layout.step(a.size):
                spaced += 1
                continue
            is_end = a.text[-1:] in '.!?…»”“"’)。！？'
            indent = (b.left - layout.column(b).left) / a.size
            is_level = is_end and abs(b.left - a.left) < LEVEL * a.size
            if b.left > a.left + LEAST_INDENT * a.size or (is_level and indent > LEAST_INDENT):
                tight += 1
                indents[round(4 * indent) / 4] += 1
            elif is_end:
                tight += 1
    indent, _ = max(indents.items(), key=itemgetter(1), default=(0.0, 0))
    return spaced >= tight, indent if indents.total() > 0.5 * tight else 0.0


def _align(layout: Layout) -> None:
    """Where most pages have the same columns, a page with short lines only has them, too."""
    for count in {len(columns) for columns in layout.columns}:
        alike = [number for number, found in enumerate(layout.columns) if len(found) == count]
        for index in range(count):
            columns = {number: layout.columns[number][index] for number in alike}
            for group in _of_one_side(columns, layout.body):
                _align_columns(group, layout.body, alone=count == 2)


def _of_one_side(columns: Mapping[int, Column], body: float) -> list[list[Column]]:
    """The columns of all pages; where left and right pages have other margins, those of either."""
    sides = [[column for n, column in columns.items() if n % 2 == side] for side in (0, 1)]
    lefts = [[column.left for column in side if column.right] for side in sides]
    if min(map(len, lefts)) < FEWEST:
        return [list(columns.values())]
    first, second = median_low(lefts[0]), median_low(lefts[1])
    return sides if abs(first - second) > LEVEL * body else [list(columns.values())]


def _align_columns(columns: Iterable[Column], body: float, *, alone: bool) -> None:
    """Give columns that begin at nearly one place that place.

    Args:
        columns: of pages that have as many of them.
        body: the size of the text.
        alone: there is one on each page; a page on which all is set in lies within it.
    """
    known = [column for column in columns if column.right]
    if len(known) < FEWEST:
        return
    left = median_low([column.left for column in known])
    right = median([column.right for column in known])
    for column in known:
        is_within = alone and left < column.left and column.right < right + body
        if is_within or abs(column.left - left) < 2 * body:
            column.left = min(column.left, left)
            column.right = max(column.right, right)
