r"""A comparison as the JSON of a page that holds its texts anyway: all of it, said short.

Imports the engine's public names and the standard library. The JSON of `comparison_json` is longer
than both texts together when most of their words changed, and a page of it would be three and a
half times as long as they are. This is the same without what can be told from the rest: texts are
those of the page, places are lengths, numbers are steps. `unpacked_json` makes the other of it, to
the letter; so does the script of the page.

    {"format": "variorum-comparison-packed", "version": 1, "complete": true, "limits": [],
     "left": {"name": "a.txt", "language": "en", "layout": "blank-line", "sha256": "…",
              "styles": [[12, "body"], [1, "heading", 2]], "between": [[1, ""], [12, "\n\n"], …],
              "hidden": [[17, 0]], "sentences": "57 80;33 2:12;…", "emphasis": [[0, 3, "italic"]]},
     "right": {"…": "the same keys"},
     "rows": {"ids": "k3f9 …", "kinds": "edrmnp", "similarities": "710000 - …",
              "left": "1 2 .7.9 …", "right": "…", "edits": ">1:0=12/4:6=3;…"},
     "moves": [{"…": "as there", "pairs": [{"…": "as there", "edits": ">120:7=12"}]}],
     "bands": [["same", 1, 1, 2, 0.12, [1]], …],
     "summary": {"…": "as there"}}

- `styles`, `between`: how often, and what: the styles of the paragraphs, and what stands before,
  between and after them. `hidden`: a place of the text and the code point that stands there, where
  the page shows something else because none may hold it.
- `sentences`: paragraphs parted by `;`, their sentences by a space: its length, or before it what
  lies between it and the one before (1 when nothing is said, 0 at the start of the paragraph).
- `similarities`: in millionths. `left`, `right` of the rows: how many sentences, the next ones; or
  all indices, each after a full stop.
- `edits`: rows are parted by `;`. `=`, `/`, `-`, `+` are equal, replaced, deleted, inserted; a
  length follows, or that of both sides; then perhaps `m` and the number of a move, and the
  tolerances in brackets. Each begins where the last one ended, or so many code points further as
  `>` says. The pairs of a move begin at 0.
- `bands`: the kind, how many paragraphs on each side, how many rows; what changed; moves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain, groupby, islice, repeat
from typing import Final

from variorum.engine import (
    Band,
    Comparison,
    Document,
    Edit,
    EditKind,
    Move,
    MovePair,
    Paragraph,
    Row,
    RowKind,
    Run,
    Side,
    ids_of_run,
    rows_in_short,
)
from variorum.reports.comparison_json import (
    DIGITS,
    Form,
    array,
    dumps,
    indices,
    move_json,
    number,
    written,
)
from variorum.reports.page.escape import replaced

FORMAT: Final = "variorum-comparison-packed"
VERSION: Final = 1

ROW_KINDS: Final = {
    RowKind.EQUAL: "e",
    RowKind.EDITED: "d",
    RowKind.REWORDED: "r",
    RowKind.MISSING: "m",
    RowKind.NEW: "n",
    RowKind.PENDING: "p",
}

EDIT_SIGNS: Final = {
    EditKind.EQUAL: "=",
    EditKind.REPLACE: "/",
    EditKind.DELETE: "-",
    EditKind.INSERT: "+",
}

_TOGETHER: Final = 256
"""How many rows or paragraphs make up a piece."""


def pack(comparison: Comparison, more: Mapping[str, object] = {}) -> Iterator[str]:
    """The pieces of the object.

    Args:
        comparison: complete or not.
        more: keys of its own that the object bears after those of the format, with plain values.
    """
    return written(comparison, _FORM, more)


def text_digest(text: str) -> str:
    """What tells whether a text is the one that was packed."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _document(document: Document) -> Iterator[str]:
    text, paragraphs = document.text, document.paragraphs
    head = {
        "name": document.name,
        "language": document.language,
        "layout": document.layout,
        "sha256": text_digest(text),
        "styles": list(_styles(paragraphs)),
        "between": list(_between(document)),
    }
    yield dumps(head)[:-1]
    yield ',"hidden":'
    hidden = (at for paragraph in paragraphs for at in replaced(text, *paragraph.span))
    yield from array(hidden, lambda at: f"[{at},{ord(text[at])}]")
    yield ',"sentences":"'
    yield from _joined(_sentences(document), ";")
    yield '"'
    emphasis = [e for paragraph in paragraphs for e in paragraph.emphasis]
    if emphasis:
        yield ',"emphasis":'
        yield from array(emphasis, lambda e: f'[{e.span.start},{e.span.end},"{e.kind}"]')
    yield "}"


def _styles(paragraphs: Sequence[Paragraph]) -> Iterator[list[object]]:
    for style, run in groupby(paragraph.style for paragraph in paragraphs):
        level = [style.level] if style.level else []
        yield [sum(1 for _ in run), str(style.kind), *level]


def _between(document: Document) -> Iterator[list[object]]:
    ends = chain((0,), chain.from_iterable(p.span for p in document.paragraphs))
    places = [*ends, len(document.text)]
    parts = (document.text[places[i] : places[i + 1]] for i in range(0, len(places), 2))
    for part, run in groupby(parts):
        yield [sum(1 for _ in run), part]


def _sentences(document: Document) -> Iterator[str]:
    """For each paragraph its sentences."""
    sentences = document.sentences
    for paragraph, (first, end) in zip(
        document.paragraphs, document.sentence_ranges(), strict=True
    ):
        at, usual = paragraph.span.start, 0
        told: list[str] = []
        for (start, stop), _ in sentences[first:end]:
            told.append(
                f"{stop - start}" if start - at == usual else f"{start - at}:{stop - start}"
            )
            at, usual = stop, 1
        yield " ".join(told)


def _rows(comparison: Comparison) -> Iterator[str]:
    rows = comparison.rows
    parts = list(rows_in_short(rows))

    def column(of_run: Callable[[Run], Iterable[str]], of_row: Callable[[Row], str]) -> Column:
        return lambda: chain.from_iterable(
            of_run(part) if isinstance(part, Run) else (of_row(part),) for part in parts
        )

    columns: dict[str, tuple[str, Column]] = {
        "ids": (" ", column(partial(ids_of_run, rows), lambda row: row.id)),
        "kinds": ("", column(lambda run: (ROW_KINDS[run.kind] * run.length,), _kind)),
        "similarities": (" ", column(lambda run: repeat(_WHOLE, run.length), _likeness)),
        "left": (" ", lambda: _members(Side.LEFT, parts)),
        "right": (" ", lambda: _members(Side.RIGHT, parts)),
        "edits": (";", lambda: _edits_of_rows(comparison, parts)),
    }
    opening = "{"
    for name, (between, written_by) in columns.items():
        yield f'{opening}"{name}":"'
        yield from _joined(written_by(), between)
        yield '"'
        opening = ",\n"
    yield "}"


Column = Callable[[], Iterable[str]]


def _kind(row: Row) -> str:
    return ROW_KINDS[row.kind]


def _likeness(row: Row) -> str:
    similarity = row.similarity
    if similarity is None:
        return "-"
    if similarity == 1:  # as most are
        return _WHOLE
    return str(round(round(float(similarity), DIGITS) * 10**DIGITS))


_WHOLE: Final = str(10**DIGITS)


def _members(side: Side, parts: Iterable[Row | Run]) -> Iterator[str]:
    """How many sentences follow those of the last row, or which ones it are."""
    after = 0
    for part in parts:
        if isinstance(part, Run):  # one sentence in each row
            first, end = part.sentences(side)[0]
            yield "1" if first == after else f".{first}"
            yield from repeat("1", end - first - 1)
            after = end
            continue
        group = part.left if side is Side.LEFT else part.right
        count = len(group)
        if count == 1 and group[0] == after:  # as most are
            yield "1"
        elif group == tuple(range(after, after + count)):
            yield str(count)
        else:
            yield "".join(f".{i}" for i in group)
        after = group[-1] + 1 if group else after


def _edits_of_rows(comparison: Comparison, parts: Iterable[Row | Run]) -> Iterator[str]:
    lefts, rights = comparison.left.sentences, comparison.right.sentences
    at = (0, 0)
    for part in parts:
        if not isinstance(part, Run):
            told, at = _edits(part.edits, at)
            yield told
            continue
        left, right = at
        pairs = zip(lefts[slice(*part.left)], rights[slice(*part.right)], strict=True)
        for ((start, end), _), ((start_right, end_right), _) in pairs:
            further = start != left or start_right != right
            step = f">{start - left}:{start_right - right}" if further else ""
            yield f"{step}={end - start}"
            left, right = end, end_right
        at = left, right


def _edits(edits: Iterable[Edit], at: tuple[int, int]) -> tuple[str, tuple[int, int]]:
    """Some edits in short, and where the last one ends.

    Args:
        edits: of one row or pair, in their order.
        at: where the edit before them ends on both sides.
    """
    left, right = at
    told = ""
    for kind, (start_left, end_left), (start_right, end_right), tolerated, move in edits:
        if start_left != left or start_right != right:
            told += f">{start_left - left}:{start_right - right}"
        length = end_left - start_left
        if kind is EditKind.EQUAL and length == end_right - start_right:  # as most are
            told += f"={length}"
        else:
            told += EDIT_SIGNS[kind] + _lengths(kind, length, end_right - start_right)
        if move is not None:
            told += f"m{move}"
        if tolerated:
            told += f"({','.join(tolerated)})"
        left, right = end_left, end_right
    return told, (left, right)


def _lengths(kind: EditKind, left: int, right: int) -> str:
    if kind is EditKind.DELETE and not right:
        return str(left)
    if kind is EditKind.INSERT and not left:
        return str(right)
    return f"{left}:{right}"


def _move(move: Move) -> str:
    return move_json(move, _pair)


def _pair(pair: MovePair) -> str:
    return (
        f'{{"left":{indices(pair.left)},"right":{indices(pair.right)},'
        f'"similarity":{round(pair.similarity, DIGITS)},"edits":"{_edits(pair.edits, (0, 0))[0]}"}}'
    )


def _band(band: Band) -> str:
    # A kind is letters; written by hand, since there are many bands.
    told = f'"{band.kind}",{band.left.length},{band.right.length},{band.rows.length}'
    if band.changed or band.moves:
        told += f",{number(band.changed)}"
    if band.moves:
        told += f",{indices(band.moves)}"
    return f"[{told}]"


def _joined(parts: Iterable[str], between: str) -> Iterator[str]:
    """All parts in larger pieces."""
    rest = iter(parts)
    opening = ""
    while held := list(islice(rest, _TOGETHER)):
        yield opening + between.join(held)
        opening = between


_FORM: Final = Form(FORMAT, VERSION, _document, _rows, _move, _band)
