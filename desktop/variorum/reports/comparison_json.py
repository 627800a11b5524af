"""A comparison as JSON, for other programs: version 1 of the format `variorum-comparison`.

Imports the engine's public names and the standard library. Positions are code points of a side's
`text`, ranges half-open. It comes in small pieces, so that a thread that writes it holds the
interpreter for moments only. New keys may come with time; none of these will go or change.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TypeVar

from variorum.engine import (
    Band,
    Comparison,
    Document,
    Edit,
    FormatChange,
    Formatting,
    Move,
    MovePair,
    Paragraph,
    Row,
    Share,
    Side,
    SideSummary,
    Summary,
)

FORMAT: Final = "variorum-comparison"
VERSION: Final = 1

_PIECE: Final = 1 << 16
"""How many code points of a text are encoded at once."""

DIGITS: Final = 6
"""The decimal places of shares and similarities."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")

_Item = TypeVar("_Item")


def encode(comparison: Comparison, more: Mapping[str, object] = {}) -> Iterator[str]:
    """The pieces of one JSON object; joined, they end with a line break.

    Args:
        comparison: complete or not.
        more: keys of its own that the object bears after those of the format, with plain values.

    A lone surrogate in a text is written as an escape, so that UTF-8 can hold the rest. (Two that
    happen to form a pair come back from a JSON reader as one character: JSON cannot tell.)
    """
    yield from written(comparison, _FORM, more)


class Form(NamedTuple):
    """How the parts of a comparison are written; each gives pieces, or one piece for an item."""

    format: str
    version: int
    document: Callable[[Document], Iterator[str]]
    rows: Callable[[Comparison], Iterator[str]]
    move: Callable[[Move], str]
    bands: Callable[[Comparison], Iterator[str]]


def written(comparison: Comparison, form: Form, more: Mapping[str, object]) -> Iterator[str]:
    """The pieces of one JSON object in some form; as for `encode`."""
    head = {
        "format": form.format,
        "version": form.version,
        "complete": comparison.complete,
        "limits": comparison.limits,
    }
    yield dumps(head)[:-1]
    for side in Side:
        yield f',\n"{side}":'
        yield from form.document(comparison.document(side))
    yield ',\n"rows":'
    yield from form.rows(comparison)
    yield ',\n"moves":'
    yield from array(comparison.moves, form.move)
    yield ',\n"bands":'
    yield from array(form.bands(comparison), str)
    formatting = list(_formatting(comparison))
    if formatting:
        yield ',\n"formatting":'
        yield from array(formatting, dumps)
    yield ',\n"summary":'
    yield dumps(summary_to_plain(comparison.summary))
    for key, value in more.items():
        yield f",\n{dumps(key)}:{dumps(value)}"
    yield "}\n"


def _formatting(comparison: Comparison) -> Iterator[dict[str, object]]:
    """What looks otherwise in rows and moves, where that is looked at."""
    formatting = Formatting.of(comparison)
    for number in formatting.rows():
        found = formatting.of_row(number)
        yield {"row": number, "changes": list(map(_format_change, found))}
    for move, pair in formatting.pairs():
        found = formatting.of_pair(move, pair)
        yield {"move": move, "pair": pair, "changes": list(map(_format_change, found))}


def _format_change(change: FormatChange) -> list[object]:
    known: dict[str, object] = {"lost": change.lost, "gained": change.gained}
    if change.styles is not None:
        known = {
            "styles": [[str(kind), *([level] if level else [])] for kind, level in change.styles]
        }
    return [*change.left, *change.right, known]


def dumps(value: object) -> str:
    """JSON that UTF-8 can hold: half a character, which no text should have, becomes an escape."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def array(items: Iterable[_Item], encoded: Callable[[_Item], str]) -> Iterator[str]:
    """The pieces of a JSON array, one for each item."""
    opening = "["
    for item in items:
        yield opening + encoded(item)
        opening = ",\n"
    yield "[]" if opening == "[" else "]"


def _document(document: Document) -> Iterator[str]:
    yield '{"name":' + dumps(document.name)
    yield ',"text":"'
    for at in range(0, len(document.text), _PIECE):
        yield dumps(document.text[at : at + _PIECE])[1:-1]
    yield '","language":' + dumps(document.language)
    yield ',"layout":' + dumps(document.layout)
    yield ',"paragraphs":'
    yield from array(document.paragraphs, _paragraph)
    yield ',"sentences":'
    yield from array(document.sentences, lambda s: f"[{s.span.start},{s.span.end},{s.paragraph}]")
    emphasis = [e for paragraph in document.paragraphs for e in paragraph.emphasis]
    if emphasis:
        yield ',"emphasis":'
        yield from array(emphasis, lambda e: f'[{e.span.start},{e.span.end},"{e.kind}"]')
    yield "}"


def _paragraph(paragraph: Paragraph) -> str:
    span, style = paragraph.span, paragraph.style
    level = f",{style.level}" if style.level else ""
    return f'[{span.start},{span.end},"{style.kind}"{level}]'


def _row(row: Row) -> str:
    # Ids and kinds are letters and digits; written by hand, since there are many rows.
    likeness = "null" if row.similarity is None else number(row.similarity)
    return (
        f'{{"id":"{row.id}","kind":"{row.kind}","left":{indices(row.left)},'
        f'"right":{indices(row.right)},"similarity":{likeness},"edits":{_edits(row.edits)}}}'
    )


def indices(numbers: Iterable[int]) -> str:
    """Whole numbers as a JSON array."""
    return f"[{','.join(map(str, numbers))}]"


def number(share: float) -> str:
    """A share as JSON."""
    return repr(round(float(share), DIGITS))


def _edits(edits: Iterable[Edit]) -> str:
    return f"[{','.join(map(_edit, edits))}]"


def _edit(edit: Edit) -> str:
    (left, left_end), (right, right_end) = edit.left, edit.right
    known = ""
    if edit.move is not None or edit.tolerated:
        known = "," + dumps({"move": edit.move, "tolerated": edit.tolerated})
    return f'["{edit.kind}",{left},{left_end},{right},{right_end}{known}]'


def move_json(move: Move, pair: Callable[[MovePair], str]) -> str:
    """A move as JSON, its pairs written in some form."""
    head = {
        "id": move.id,
        "left_rows": move.left_rows,
        "right_rows": move.right_rows,
        "similarity": round(move.similarity, DIGITS),
    }
    return f'{dumps(head)[:-1]},"pairs":[{",".join(map(pair, move.pairs))}]}}'


def _move(move: Move) -> str:
    return move_json(move, _pair)


def _pair(pair: MovePair) -> str:
    head = {"left": pair.left, "right": pair.right, "similarity": round(pair.similarity, DIGITS)}
    return f'{dumps(head)[:-1]},"edits":{_edits(pair.edits)}}}'


def _band(band: Band) -> str:
    return dumps(
        {
            "kind": band.kind,
            "left": band.left,
            "right": band.right,
            "rows": band.rows,
            "changed": round(band.changed, DIGITS),
            "moves": band.moves,
        }
    )


def summary_to_plain(summary: Summary) -> dict[str, object]:
    """The figures, as plain values."""
    return {
        "left": _side(summary.left),
        "right": _side(summary.right),
        "similarity": round(summary.similarity, DIGITS),
        "edits": summary.edits,
        "moves": summary.moves,
        "splits": summary.splits,
        "merges": summary.merges,
        "tolerated": summary.tolerated,
    }


def _side(side: SideSummary) -> dict[str, dict[str, int]]:
    return {
        "words": _share(side.words),
        "sentences": _share(side.sentences),
        "paragraphs": _share(side.paragraphs),
    }


def _share(share: Share) -> dict[str, int]:
    return share._asdict()


_FORM: Final = Form(
    FORMAT,
    VERSION,
    _document,
    lambda both: array(both.rows, _row),
    _move,
    lambda both: map(_band, both.bands),
)
