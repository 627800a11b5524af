"""The bytes of a session's file -> Session, or what is wrong with them.

Imports the public names of engine, review and readers. Whatever stands in the file, the answer is
a session or a `PlainError`: sizes are bounded before anything is unpacked, places are checked
against the texts, and the texts against their hashes.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final, NoReturn

from variorum.engine import (
    Document,
    Layout,
    Options,
    Pin,
    PinKind,
    Side,
    Thresholds,
    Tolerance,
)
from variorum.readers import (
    FORMATTED,
    MAX_SIZE,
    Kind,
    LeftOut,
    LeftOutKind,
    ReadOptions,
    Source,
    TrackedChanges,
    printable,
)
from variorum.review import Fields, PlainError, Unknown, from_plain
from variorum.sessions.documents import document_of
from variorum.sessions.encoding import FORMAT, VERSION
from variorum.sessions.packing import unpack
from variorum.sessions.session import Position, Session

MOST_TEXT: Final = 3 * MAX_SIZE
"""In bytes of UTF-8: a character of one byte elsewhere may take three of them."""
MOST_PARTS: Final = MAX_SIZE
"""In bytes: paragraphs and sentences of the longest texts take a third of this."""


class NewerError(PlainError):
    """A file of a version that only a newer program knows."""


def loads(data: bytes, what: str) -> object:
    """What stands in JSON.

    Args:
        data: UTF-8.
        what: what it should be, to say that it is not.

    Raises:
        PlainError: it is no JSON.
    """
    try:
        return json.loads(data, parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        message = f"{what} is damaged or cut off"
        raise PlainError(message) from error


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _no_number(text)


def _no_number(text: str) -> NoReturn:
    message = f"{text} is no number"
    raise ValueError(message)


def decode(data: bytes, folder: Path) -> Session:
    """A session from the bytes of its file.

    Args:
        data: all of the file.
        folder: where the file lies; its paths are relative to it.

    Raises:
        PlainError: it is no session, or damaged.
        NewerError: a newer program wrote it.
    """
    plain = Fields(loads(data, "the file"), "the session")
    check_version(plain, FORMAT, VERSION)
    sources: dict[Side, Source] = {}
    unknown: dict[Side, Unknown] = {}
    for side in Side:
        fields = Fields(plain.take(str(side), dict, {}), f"the {side} text")
        sources[side] = _source(fields, folder)
        if fields.unknown():
            unknown[side] = fields.unknown()
    plain.take("program", str, "")
    left, right = sources[Side.LEFT], sources[Side.RIGHT]
    lengths = len(left.document.text), len(right.document.text)
    return Session(
        left=left,
        right=right,
        options=options_from_plain(plain.take("options", dict, {})),
        pins=tuple(pin_from_plain(pin, *lengths) for pin in plain.take("pins", list, [])),
        review=from_plain(plain.take("review", dict, {}), *lengths),
        position=position_from_plain(plain.take("position", dict, {}), *lengths),
        unknown=plain.unknown(),
        unknown_sides=unknown,
    )


def check_version(plain: Fields, name: str, version: int) -> None:
    """Take what a file says it is.

    Raises:
        PlainError: it is something else.
        NewerError: it is of a newer version.
    """
    if plain.take("format", str, "") != name:
        message = "it is something else than a session of Variorum"
        raise PlainError(message)
    found = plain.take("version", int, 0)
    if found > version:
        message = f"it was written by a newer Variorum (version {found} of the format)"
        raise NewerError(message)
    if found < 1:
        message = "it says no version"
        raise PlainError(message)


def _source(plain: Fields, folder: Path) -> Source:
    text = unpack(plain.take("text", str, ""), MOST_TEXT, "a text")
    if sha256(text).hexdigest() != plain.take("text_sha256", str, ""):
        message = "a text is not the one that was saved"
        raise PlainError(message)
    parts = unpack(plain.take("parts", str, ""), MOST_PARTS, "the list of the parts of a text")
    try:
        characters = text.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        message = "a text is damaged"
        raise PlainError(message) from error
    document = document_of(
        characters,
        Fields(loads(parts, "the list of the parts of a text"), "the list of parts"),
        name=printable(plain.take("name", str, "")),
        language=plain.text("language"),
        layout=plain.text("layout"),
    )
    path = plain.text("path")
    place = None if path is None or "\0" in path else Path(os.path.normpath(folder / path))
    return source_of(document, plain, place)


def source_of(document: Document, plain: Fields, path: Path | None) -> Source:
    """A text with what is known of its file.

    Args:
        document: the text.
        plain: what is known of it, as `facts_to_plain` wrote it.
        path: where the file lies, if anybody knows.

    Raises:
        PlainError: what is known makes no sense.
    """
    try:
        kind = Kind(plain.text("format") or Kind.TEXT)
        return Source(
            document=replace(document, formatted=kind in FORMATTED),
            name=document.name,
            path=path,
            encoding=plain.take("encoding", str, ""),
            size=plain.take("size", int, 0),
            sha256=plain.take("sha256", str, ""),
            modified=_moment(plain.text("modified")),
            format=kind,
            left_out=_left_out(plain.take("left_out", list, [])),
            remark=plain.take("remark", str, ""),
            options=_reading(Fields(plain.take("reading", dict, {}), "the way of reading")),
        )
    except PlainError:
        raise
    except (TypeError, ValueError, OverflowError) as error:
        message = "what is known of a text makes no sense"
        raise PlainError(message) from error


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).astimezone()


def _left_out(items: list[object]) -> tuple[LeftOut, ...]:
    out: list[LeftOut] = []
    for item in items:
        kind, number = _several(item, 2)
        if not isinstance(number, int):
            message = "of what was left out there is no number"
            raise PlainError(message)
        out.append(LeftOut(LeftOutKind(str(kind)), number))
    return tuple(out)


def _reading(plain: Fields) -> ReadOptions:
    kind = plain.text("format")
    return ReadOptions(
        format=None if kind is None else Kind(kind),
        encoding=plain.text("encoding"),
        layout=Layout(plain.text("layout") or Layout.AUTO),
        language=plain.text("language"),
        tracked_changes=TrackedChanges(plain.text("tracked_changes") or TrackedChanges.ACCEPTED),
    )


def options_from_plain(value: Mapping[str, object]) -> Options:
    """How two texts are compared.

    Raises:
        PlainError: there is no such way.
    """
    plain = Fields(value, "the options")
    names = plain.take("tolerances", list, sorted(Options().tolerances))
    shows_formatting = plain.take("formatting", bool, default=False)
    usual = Thresholds()
    numbers = plain.take("thresholds", list, [usual.edited, usual.reworded])
    try:
        edited, reworded = (float(number) for number in numbers)
        tolerances = frozenset(map(Tolerance, names))
        if not shows_formatting:
            tolerances |= {Tolerance.FORMATTING}
        return Options(tolerances, Thresholds(edited, reworded))
    except (TypeError, ValueError, OverflowError) as error:
        message = "the options make no sense"
        raise PlainError(message) from error


def pin_from_plain(value: object, left: int, right: int) -> Pin:
    """What a person decided about two passages of texts of these lengths.

    Raises:
        PlainError: it is no decision, or lies outside of the texts.
    """
    left_start, left_end, right_start, right_end, kind = _several(value, 5)
    places = Fields({"l": [left_start, left_end], "r": [right_start, right_end]}, "a pin")
    on_left, on_right = places.span("l", left), places.span("r", right)
    if on_left is None or on_right is None or kind not in tuple(PinKind):
        message = "a pin makes no sense"
        raise PlainError(message)
    return Pin(on_left, on_right, PinKind(str(kind)))


def _several(value: object, count: int) -> list[object]:
    """The members of a list that has so many."""
    if isinstance(value, list) and len(value) == count:
        return value
    message = f"there should be a list of {count}"
    raise PlainError(message)


def position_from_plain(value: Mapping[str, object], left: int, right: int) -> Position:
    """Where the reader was; a place that is none any more becomes the nearest one.

    Raises:
        PlainError: it is no place.
    """
    plain = Fields(value, "the position")
    side = Side.RIGHT if plain.text("side") == Side.RIGHT else Side.LEFT
    most = left if side is Side.LEFT else right
    at = plain.take("at", int, 0)
    return Position(side, max(0, min(most, at)), plain.text("change"))
