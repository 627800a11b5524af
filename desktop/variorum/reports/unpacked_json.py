"""The JSON of a comparison, out of what `packed_json` made of it and the texts of its page.

Imports the engine's public names and the standard library. What comes out is to the letter what
`comparison_json` writes. Nothing is trusted: a page may come from anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, repeat
from typing import Final, NamedTuple

from variorum.engine import BandKind, RowKind, Side, usual_names
from variorum.reports import comparison_json
from variorum.reports.comparison_json import DIGITS
from variorum.reports.packed_json import EDIT_SIGNS, ROW_KINDS, USUAL, text_digest

_KINDS: Final = {letter: str(kind) for kind, letter in ROW_KINDS.items()}
_SIGNS: Final = {sign: str(kind) for kind, sign in EDIT_SIGNS.items()}
_EDIT: Final = re.compile(
    r"(?:>(?P<skip_left>-?\d+):(?P<skip_right>-?\d+))?"
    r"(?P<sign>[=/+-])(?P<first>\d+)(?::(?P<second>\d+))?"
    r"(?:m(?P<move>\d+))?(?:\((?P<tolerated>[a-z,-]+)\))?"
)
_NONE: Final = "-"
"""Says that a paragraph has no sentence, and a row no likeness."""
_PLAIN_BAND: Final = (str(BandKind.SAME), 1, 1, 1)
_SENTENCE: Final = re.compile(r"(?:(\d+):)?(\d+)")

Texts = Mapping[Side, Sequence[str]]
"""The paragraphs of both sides, as the page shows them."""


class ChangedTextError(ValueError):
    """The texts of the page are not those that it was made of."""


def unpack(data: Mapping[str, object], texts: Texts) -> dict[str, object]:
    """The object that `comparison_json.encode` writes, with whatever else was packed with it.

    Args:
        data: what `pack` wrote, read as JSON.
        texts: the paragraphs that the page shows.

    Raises:
        ChangedTextError: these are not the texts that were packed.
        ValueError, TypeError, KeyError, AttributeError, IndexError: the data are damaged.
    """
    left, right = (_document(_object(data[str(side)]), texts[side]) for side in Side)
    out: dict[str, object] = {
        **data,
        "format": comparison_json.FORMAT,
        "version": comparison_json.VERSION,
        "left": left,
        "right": right,
        "rows": list(_rows(_object(data["rows"]), _Sentences(left), _Sentences(right))),
        "moves": [_move(_object(move)) for move in _list(data["moves"])],
        "bands": list(_bands(_list(data["bands"]), len(_list(left["paragraphs"])))),
    }
    return out


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError
    return value


def _document(packed: dict[str, object], shown: Sequence[str]) -> dict[str, object]:
    styles = list(_repeated(packed["styles"], len(shown)))
    between = list(_repeated(packed["between"], len(shown) + 1))
    places = accumulate(
        chain.from_iterable(zip(map(_length, between), map(len, shown), strict=False))
    )
    ends = list(places)
    spans = list(zip(ends[::2], ends[1::2], strict=True))
    parts = chain.from_iterable(zip(map(_text_of, between), [*shown, ""], strict=True))
    text = _with_hidden("".join(parts), _list(packed["hidden"]))
    if text_digest(text) != packed["sha256"]:
        raise ChangedTextError
    out: dict[str, object] = {
        "name": packed["name"],
        "text": text,
        "language": packed["language"],
        "layout": packed["layout"],
        "paragraphs": [[*span, *style] for span, style in zip(spans, styles, strict=True)],
        "sentences": list(_sentences(_text(packed["sentences"]), spans)),
    }
    if "emphasis" in packed:
        out["emphasis"] = packed["emphasis"]
    return out


def _repeated(runs: object, wanted: int) -> Iterator[list[object]]:
    """Each entry as often as it says; all of them together as often as there are paragraphs."""
    left = wanted
    for run in _list(runs):
        count, *entry = _list(run)
        left -= _whole(count)
        if left < 0:
            break
        yield from repeat(entry, _whole(count))
    if left:
        raise ChangedTextError


def _text_of(entry: list[object]) -> str:
    (text,) = entry
    return _text(text)


def _length(entry: list[object]) -> int:
    return len(_text_of(entry))


def _with_hidden(text: str, hidden: Sequence[object]) -> str:
    if not hidden:
        return text
    letters = list(text)
    for entry in hidden:
        at, code = _list(entry)
        letters[_whole(at)] = chr(_whole(code))
    return "".join(letters)


def _sentences(told: str, spans: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    groups = told.split(";") if spans else []
    for number, (group, (start, end)) in enumerate(zip(groups, spans, strict=True)):
        if not group:
            yield [start, end, number]
            continue
        at, usual = start, 0
        for word in group.split() if group != _NONE else ():
            found = _SENTENCE.fullmatch(word)
            if found is None:
                raise ValueError(word)
            begin = at + (usual if found[1] is None else int(found[1]))
            at, usual = begin + int(found[2]), 1
            if at > end:
                raise ValueError(word)
            yield [begin, at, number]


class _Row(NamedTuple):
    """The sentences of a row."""

    left: tuple[int, ...]
    right: tuple[int, ...]


class _Sentences:
    """Those of a document that was unpacked."""

    def __init__(self, document: Mapping[str, object]) -> None:
        self._text = _text(document["text"])
        self.spans = [(_whole(start), _whole(end)) for start, end, _ in _lists(document)]

    def sentence_text(self, index: int) -> str:
        """The text of one."""
        start, end = self.spans[index]
        return self._text[start:end]

    def extent(self, sentences: Sequence[int], at: int) -> tuple[int, int]:
        """From the first of some to the last; without any, a place."""
        if not sentences:
            return at, at
        return self.spans[sentences[0]][0], self.spans[sentences[-1]][1]


def _lists(document: Mapping[str, object]) -> Iterator[list[object]]:
    return map(_list, _list(document["sentences"]))


def _rows(
    packed: Mapping[str, object], left: _Sentences, right: _Sentences
) -> Iterator[dict[str, object]]:
    kinds = _text(packed["kinds"])
    columns = {name: _text(packed[name]) for name in ("similarities", "left", "right", "edits")}
    if not kinds:
        return
    usual = [USUAL[kind] for kind in kinds]
    lefts = _members(columns["left"].split(" "), [each[0] for each in usual], len(left.spans))
    rights = _members(columns["right"].split(" "), [each[1] for each in usual], len(right.spans))
    members = [_Row(*both) for both in zip(lefts, rights, strict=True)]
    named = [RowKind(_KINDS[kind]) for kind in kinds]
    ids = usual_names(left, right, list(zip(named, members, strict=True)))
    for entry in _list(packed["ids"]):
        number, name = _list(entry)
        ids[_whole(number)] = _text(name)
    at = (0, 0)
    for name, kind, (_, _, same, sign), row, likeness, edits in zip(
        ids,
        named,
        usual,
        members,
        columns["similarities"].split(" "),
        columns["edits"].split(";"),
        strict=True,
    ):
        if not edits and sign:
            spans = left.extent(row.left, at[0]), right.extent(row.right, at[1])
            told: list[list[object]] = [[_SIGNS[sign], *spans[0], *spans[1]]]
            at = spans[0][1], spans[1][1]
        else:
            told, at = _edits(edits, at)
        share = likeness or _text(same)
        yield {
            "id": name,
            "kind": str(kind),
            "left": list(row.left),
            "right": list(row.right),
            "similarity": None if share == _NONE else int(share) / 10**DIGITS,
            "edits": told,
        }


def _members(
    groups: Sequence[str], usual: Sequence[str | None], count: int
) -> Iterator[tuple[int, ...]]:
    """The sentences of each row; each of so many stands in one row, and more cannot be made."""
    after, left = 0, count
    for told, otherwise in zip(groups, usual, strict=True):
        group = told or _text(otherwise)
        if group.startswith("."):
            members = tuple(int(number) for number in group[1:].split("."))
        else:
            members = tuple(range(after, after + min(int(group), left + 1)))
        left -= len(members)
        if left < 0:
            raise ValueError(group)
        after = members[-1] + 1 if members else after
        yield members


def _edits(told: str, at: tuple[int, int]) -> tuple[list[list[object]], tuple[int, int]]:
    """The edits of a row or pair, and where the last one ends."""
    left, right = at
    out: list[list[object]] = []
    end = 0
    for found in _EDIT.finditer(told):
        if found.start() != end:
            raise ValueError(told)
        end = found.end()
        if found["skip_left"] is not None:
            left += int(found["skip_left"])
            right += int(found["skip_right"])
        to_left, to_right = _steps(found["sign"], int(found["first"]), found["second"])
        edit: list[object] = [_SIGNS[found["sign"]], left, left + to_left, right, right + to_right]
        if found["move"] is not None or found["tolerated"]:
            edit.append(_known(found["move"], found["tolerated"]))
        out.append(edit)
        left, right = left + to_left, right + to_right
    if end != len(told):
        raise ValueError(told)
    return out, (left, right)


def _steps(sign: str, first: int, second: str | None) -> tuple[int, int]:
    if second is not None:
        return first, int(second)
    return (0 if sign == "+" else first), (0 if sign == "-" else first)


def _known(move: str | None, tolerated: str | None) -> dict[str, object]:
    return {
        "move": None if move is None else int(move),
        "tolerated": tolerated.split(",") if tolerated else [],
    }


def _move(packed: dict[str, object]) -> dict[str, object]:
    pairs = [_object(pair) for pair in _list(packed["pairs"])]
    return {
        **packed,
        "pairs": [{**pair, "edits": _edits(_text(pair["edits"]), (0, 0))[0]} for pair in pairs],
    }


def _told(packed: Sequence[object], most: int) -> Iterator[Sequence[object]]:
    """What is said of each band; a number is so many plain ones, `most` of them in all."""
    left = most
    for entry in packed:
        if isinstance(entry, list):
            yield entry
            continue
        left -= _whole(entry)
        if left < 0:
            raise ValueError(entry)
        yield from repeat(_PLAIN_BAND, _whole(entry))


def _bands(packed: Sequence[object], most: int) -> Iterator[dict[str, object]]:
    left = right = row = 0
    for kind, lefts, rights, rows, *rest in _told(packed, most):
        after = left + _whole(lefts), right + _whole(rights), row + _whole(rows)
        yield {
            "kind": kind,
            "left": [left, after[0]],
            "right": [right, after[1]],
            "rows": [row, after[2]],
            "changed": rest[0] if rest else 0.0,
            "moves": rest[1] if len(rest) > 1 else [],
        }
        left, right, row = after
