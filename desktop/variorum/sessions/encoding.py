"""A session -> the pieces of its file: version 1 of the format `variorum-session`.

Imports the public names of engine, review and readers, and the reports' JSON. It comes in pieces,
so that a thread that writes it holds the interpreter for moments only. Paths stand relative to the
session's folder wherever the system can tell one, so that a folder with texts and session can be
moved and sent.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from variorum.engine import Document, Options, Pin, Side, Tolerance
from variorum.readers import ReadOptions, Source
from variorum.reports.comparison_json import dumps
from variorum.review import Review, to_plain
from variorum.sessions.documents import parts_of
from variorum.sessions.packing import THOROUGH, pack
from variorum.sessions.session import Position, Session
from variorum.version import VERSION as PROGRAM

FORMAT: Final = "variorum-session"
VERSION: Final = 1

_TOGETHER: Final = 512
"""So many paragraphs or sentences are encoded at once."""


class PackedDocument(NamedTuple):
    """What takes long to encode of a session, made ahead of time."""

    document: Document
    level: int
    """Of the compression."""
    text: str
    parts: str
    sha256: str
    """Of the text."""


def pack_document(document: Document, level: int) -> PackedDocument:
    """Pack the text and the parts of a document."""
    text = document.text.encode("utf-8", "surrogatepass")
    parts = "".join(_parts(document)).encode()
    return PackedDocument(
        document, level, pack(text, level), pack(parts, level), sha256(text).hexdigest()
    )


def encode(
    session: Session,
    folder: Path,
    level: int = THOROUGH,
    packed: Sequence[PackedDocument] = (),
) -> Iterator[str]:
    """The pieces of the file; joined they are one JSON object.

    Args:
        session: what to write.
        folder: where the file will lie; paths are relative to it.
        level: of the compression of the texts, as `packing` has it.
        packed: documents that may be among its texts.
    """
    head = {**session.unknown, "format": FORMAT, "version": VERSION, "program": PROGRAM}
    yield dumps(head)[:-1]
    for side in Side:
        yield f",\n{dumps(str(side))}:"
        document = session.source(side).document
        known = (p for p in packed if p.document is document and p.level == level)
        found = next(known, None) or pack_document(document, level)
        yield from _source(session, side, folder, found)
    yield ',\n"options":' + dumps(options_to_plain(session.options))
    yield ',\n"pins":' + dumps(pins_to_plain(session.pins))
    yield ',\n"position":' + dumps(position_to_plain(session.position))
    yield ',\n"review":'
    yield from encode_review(session.review)
    yield "}\n"


def encode_review(review: Review) -> Iterator[str]:
    """The pieces of a review as JSON, one for each note."""
    opening = "{"
    for key, value in to_plain(review).items():
        yield f"{opening}{dumps(key)}:"
        opening = ","
        if isinstance(value, list):
            yield "["
            for number, item in enumerate(value):
                yield (",\n" if number else "") + dumps(item)
            yield "]"
        else:
            yield dumps(value)
    yield "}"


def _parts(document: Document) -> Iterator[str]:
    """The parts as JSON, in pieces: none holds the interpreter for long."""
    opening = "{"
    for key, value in parts_of(document).items():
        yield f"{opening}{dumps(key)}:["
        opening = "],"
        items = iter(value)
        between = ""
        while some := list(islice(items, _TOGETHER)):
            yield between + dumps(some)[1:-1]
            between = ","
    yield "]}"


def _source(session: Session, side: Side, folder: Path, packed: PackedDocument) -> Iterator[str]:
    source = session.source(side)
    document = source.document
    plain = {
        **session.unknown_sides.get(side, {}),
        **facts_to_plain(source),
        "name": source.name,
        "path": None if source.path is None else relative(source.path, folder),
        "language": document.language,
        "layout": str(document.layout),
        "text_sha256": packed.sha256,
    }
    yield dumps(plain)[:-1]
    # What is packed needs no escapes, and is long.
    yield f',\n"text":"{packed.text}"'
    yield f',\n"parts":"{packed.parts}"}}'


def facts_to_plain(source: Source) -> dict[str, object]:
    """What is known of the file of a text; where it lies is no part of it."""
    return {
        "size": source.size,
        "sha256": source.sha256,
        "encoding": source.encoding,
        "modified": None if source.modified is None else source.modified.isoformat(),
        "format": str(source.format),
        "left_out": [[str(kind), number] for kind, number in source.left_out],
        "remark": source.remark,
        "reading": _reading(source.options),
    }


def _reading(options: ReadOptions) -> dict[str, object]:
    """How a text was read; a password is nobody's business."""
    return {
        "format": None if options.format is None else str(options.format),
        "encoding": options.encoding,
        "layout": str(options.layout),
        "language": options.language,
        "tracked_changes": str(options.tracked_changes),
    }


def options_to_plain(options: Options) -> dict[str, object]:
    """How two texts are compared.

    That formatting is looked at says a key of its own: a session from before there was such a
    thing has it as one that does not, and a program from then reads what is written now.
    """
    formatting = Tolerance.FORMATTING
    shown = {"formatting": True} if formatting not in options.tolerances else {}
    return {
        "tolerances": sorted(map(str, options.tolerances - {formatting})),
        "thresholds": [options.thresholds.edited, options.thresholds.reworded],
        **shown,
    }


def pins_to_plain(pins: Iterable[Pin]) -> list[object]:
    """What a person decided: both ranges and the kind of each pin."""
    return [[*pin.left, *pin.right, str(pin.kind)] for pin in pins]


def position_to_plain(position: Position) -> dict[str, object]:
    """Where the reader was."""
    return {"side": str(position.side), "at": position.at, "change": position.change}


def relative(path: Path, folder: Path) -> str:
    """A path as seen from a folder, with strokes that every system reads.

    It stays whole where there is no way from the one to the other, as between two disks of
    Windows.
    """
    try:
        return Path(os.path.relpath(path.absolute(), folder.absolute())).as_posix()
    except ValueError:
        return path.absolute().as_posix()


def encode_notes(fields: Iterable[tuple[str, object]], review: Review) -> Iterator[str]:
    """The pieces of an object with some fields and a review."""
    yield dumps(dict(fields))[:-1]
    yield ',\n"review":'
    yield from encode_review(review)
    yield "}\n"
