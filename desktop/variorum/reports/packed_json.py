r"""A comparison as the JSON of a page that holds its texts anyway: all of it, said short.

Imports the engine's public names and the standard library. The JSON of `comparison_json` is longer
than both texts together when most of their words changed, and a page of it would be three and a
half times as long as they are. This is the same without what can be told from the rest: texts are
those of the page, places are lengths, numbers are steps. `unpacked_json` makes the other of it, to
the letter; so does the script of the page.

    {"format": "variorum-comparison-packed", "version": 2, "complete": true, "limits": [],
     "left": {"name": "a.txt", "language": "en", "layout": "blank-line", "sha256": "…",
              "styles": [[12, "body"], [1, "heading", 2]], "between": [[1, ""], [12, "\n\n"], …],
              "hidden": [[17, 0]], "sentences": "57 80;33 2:12;;…", "emphasis": [[0, 3, "italic"]]},
     "right": {"…": "the same keys"},
     "rows": {"kinds": "edrmnp", "similarities": "710000  …", "left": "2 .7.9  …", "right": "…",
              "edits": ">1:0=12/4:6=3;;…", "ids": [[12, "a1b2c3d4e5"]]},
     "moves": [{"…": "as there", "pairs": [{"…": "as there", "edits": ">120:7=12"}]}],
     "bands": [14, ["same", 1, 1, 2, 0.12, [1]], …],
     "summary": {"…": "as there"}}

- `styles`, `between`: how often, and what: the styles of the paragraphs, and what stands before,
  between and after them. `hidden`: a place of the text and the code point that stands there, where
  the page shows something else because none may hold it.
- `sentences`: paragraphs parted by `;`, their sentences by a space: its length, or before it what
  lies between it and the one before (1 when nothing is said, 0 at the start of the paragraph).
  Nothing is said of a paragraph that is one sentence, and `-` of one that has none.
- `similarities`: in millionths. `left`, `right` of the rows: how many sentences, the next ones; or
  all indices, each after a full stop. What is usual for a row of its kind goes without saying: that
  it has one sentence on each side it stands on, and is the same when it is equal, or has no
  likeness when it is missing or new.
- `edits`: rows are parted by `;`. `=`, `/`, `-`, `+` are equal, replaced, deleted, inserted; a
  length follows, or that of both sides; then perhaps `m` and the number of a move, and the
  tolerances in brackets. Each begins where the last one ended, or so many code points further as
  `>` says. The pairs of a move begin at 0. Nothing is said of a row in which all of its sentences
  are equal, replaced, missing or new, as its kind says.
- `ids`: those that are others than `usual_names` of the engine gives.
- `bands`: the kind, how many paragraphs on each side, how many rows; what changed; moves. A number
  is so many of which there is no more to be said: a paragraph on each side, a row, and no change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain, groupby, islice, repeat
from typing import Final

from variorum.engine import (
    Band,
    BandKind,
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
    Span,
    rows_in_short,
    unusual_names,
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
VERSION: Final = 2

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

USUAL: Final = {
    "e": ("1", "1", str(10**DIGITS), "="),
    "d": ("1", "1", None, "/"),
    "r": ("1", "1", None, "/"),
    "m": ("1", "0", "-", "-"),
    "n": ("0", "1", "-", "+"),
    "p": (None, None, None, None),
}
"""What goes without saying of a row of a kind: how many sentences it has on the left and on the
right, its similarity, and the sign of the edit that is all of it; None where nothing does."""

_EDIT_KINDS: Final = {sign: kind for kind, sign in EDIT_SIGNS.items()}

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
        if end - first == 1 and sentences[first].span == paragraph.span:
            yield ""
            continue
        at, usual = paragraph.span.start, 0
        told: list[str] = []
        for (start, stop), _ in sentences[first:end]:
            told.append(
                f"{stop - start}" if start - at == usual else f"{start - at}:{stop - start}"
            )
            at, usual = stop, 1
        yield " ".join(told) or "-"


def _rows(comparison: Comparison) -> Iterator[str]:
    parts = list(rows_in_short(comparison.rows))

    def column(of_run: Callable[[Run], Iterable[str]], of_row: Callable[[Row], str]) -> Column:
        return lambda: chain.from_iterable(
            of_run(part) if isinstance(part, Run) else (of_row(part),) for part in parts
        )

    columns: dict[str, tuple[str, Column]] = {
        "kinds": ("", column(lambda run: (ROW_KINDS[run.kind] * run.length,), _kind)),
        "similarities": (" ", column(_nothing, _likeness)),
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
    yield f',\n"ids":{dumps(unusual_names(comparison))}}}'


Column = Callable[[], Iterable[str]]


def _nothing(run: Run) -> Iterable[str]:
    """What is to be said of the rows of a run, in which everything is usual."""
    return repeat("", run.length)


def _kind(row: Row) -> str:
    return ROW_KINDS[row.kind]


def _likeness(row: Row) -> str:
    similarity = row.similarity
    told = "-" if similarity is None else str(round(round(float(similarity), DIGITS) * 10**DIGITS))
    return "" if told == USUAL[ROW_KINDS[row.kind]][2] else told


def _members(side: Side, parts: Iterable[Row | Run]) -> Iterator[str]:
    """How many sentences follow those of the last row, or which ones it are."""
    after = 0
    for part in parts:
        if isinstance(part, Run):  # one sentence in each row
            first, end = part.sentences(side)[0]
            yield "" if first == after else f".{first}"
            yield from repeat("", end - first - 1)
            after = end
            continue
        group = part.left if side is Side.LEFT else part.right
        count = len(group)
        if group == tuple(range(after, after + count)):  # as most are
            told, usual = str(count), USUAL[ROW_KINDS[part.kind]]
            yield "" if told == (usual[0] if side is Side.LEFT else usual[1]) else told
        else:
            yield "".join(f".{i}" for i in group)
        after = group[-1] + 1 if group else after


def _edits_of_rows(comparison: Comparison, parts: Iterable[Row | Run]) -> Iterator[str]:
    lefts, rights = comparison.left.sentences, comparison.right.sentences
    at = (0, 0)
    for part in parts:
        if isinstance(part, Run):
            yield from _nothing(part)
            at = lefts[part.left.end - 1].span.end, rights[part.right.end - 1].span.end
        elif (whole := _whole_edit(comparison, part, at)) and part.edits == (whole,):
            yield ""
            at = whole.left.end, whole.right.end
        else:
            told, at = _edits(part.edits, at)
            yield told


def _whole_edit(comparison: Comparison, row: Row, at: tuple[int, int]) -> Edit | None:
    """The edit that goes without saying if it is all that a row has; None where none does.

    Args:
        comparison: of the row.
        row: of any kind.
        at: where the edit before it ends on both sides.
    """
    sign = USUAL[ROW_KINDS[row.kind]][3]
    if sign is None:
        return None
    left, right = (
        _extent(comparison.document(side), row.sentences(side), place)
        for side, place in zip(Side, at, strict=True)
    )
    return Edit(_EDIT_KINDS[sign], left, right)


def _extent(document: Document, sentences: tuple[int, ...], at: int) -> Span:
    """From the first of some sentences to the last; without any, a place."""
    if not sentences:
        return Span(at, at)
    spans = document.sentences
    return Span(spans[sentences[0]].span.start, spans[sentences[-1]].span.end)


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


def _bands(comparison: Comparison) -> Iterator[str]:
    for plain, run in groupby(comparison.bands, _is_plain):
        if plain:
            yield str(sum(1 for _ in run))
        else:
            yield from map(_band, run)


def _is_plain(band: Band) -> bool:
    """Whether a paragraph faces another one with the same sentence."""
    return (
        band.kind is BandKind.SAME
        and not band.changed
        and not band.moves
        and band.left.length == band.right.length == band.rows.length == 1
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


_FORM: Final = Form(FORMAT, VERSION, _document, _rows, _move, _bands)
