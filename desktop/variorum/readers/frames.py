"""What travels between the program and the process that reads for it: frames of plain data.

Imports the engine's public names and the standard library. A frame is four bytes, the length of
the rest, and then JSON or raw bytes. Nothing that comes from the other process is believed: what
is no frame of the expected form raises `BadFrameError`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from typing import Any, BinaryIO, Final

from variorum.engine import Emphasis, EmphasisKind, Layout, Span, Style, StyleKind, TextParagraph
from variorum.readers.content import Content, LeftOut, LeftOutKind, refuse_endless
from variorum.readers.kinds import Kind
from variorum.readers.options import ReadOptions, TrackedChanges

LONGEST: Final = 1 << 28
"""In bytes: no frame is longer."""

_GATHERED: Final = 1 << 16
"""In characters: paragraphs are sent together until they are this long, so that neither the calls
nor the decoding of one frame take long."""

_LONE: Final = re.compile("[\0\ud800-\udfff]")


class Role(StrEnum):
    """Which share of a file a process reads."""

    ALL = "all"
    FIRST = "first"
    """What the second process answers follows the file, frame by frame; it puts all together."""
    SECOND = "second"
    """It answers with what the first process is to be sent."""


class BadFrameError(Exception):
    """Something that the other process should never have sent."""


def write_frame(stream: BinaryIO, body: bytes | memoryview) -> None:
    """Send one frame."""
    stream.write(len(body).to_bytes(4, "big"))
    stream.write(body)


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next frame; None at the end.

    Raises:
        BadFrameError: the stream ends inside it, or it is too long.
    """
    head = stream.read(4)
    if not head:
        return None
    length = int.from_bytes(head, "big")
    if len(head) < 4 or length > LONGEST:
        message = f"a frame begins with {head!r}"
        raise BadFrameError(message)
    body = stream.read(length)
    if len(body) < length:
        message = f"a frame of {length} bytes ends after {len(body)}"
        raise BadFrameError(message)
    return body


def read_frames(stream: BinaryIO) -> Iterator[bytes]:
    """The frames until the end, or until something that is none."""
    with suppress(BadFrameError):
        while (body := read_frame(stream)) is not None:
            yield body


def encode_request(kind: Kind, options: ReadOptions, role: Role = Role.ALL) -> bytes:
    """What the process is asked to do; the bytes of the file follow in a frame of their own."""
    fields = {
        "kind": kind,
        "encoding": options.encoding,
        "layout": options.layout,
        "language": options.language,
        "tracked_changes": options.tracked_changes,
        "password": options.password,
        "role": role,
    }
    return json.dumps(fields).encode()


def decode_request(body: bytes) -> tuple[Kind, ReadOptions, Role]:
    """What `encode_request` was told."""
    fields = json.loads(body)
    kind = Kind(fields["kind"])
    options = ReadOptions(
        format=kind,
        encoding=fields["encoding"],
        layout=Layout(fields["layout"]),
        language=fields["language"],
        tracked_changes=TrackedChanges(fields["tracked_changes"]),
        password=fields["password"],
    )
    return kind, options, Role(fields["role"])


def encode_message(kind: str, value: object) -> bytes:
    """A short message: how far the work is, or why there is no result."""
    return json.dumps([kind, value]).encode()


def encode_content(content: Content) -> Iterator[bytes]:
    """The text of a file, in several frames."""
    if content.text is not None:
        yield _encode(["text", well_formed(content.text)])
    for group in _gather(content.paragraphs):
        yield _encode(["paragraphs", [_plain(paragraph) for paragraph in group]])
    facts = {
        "encoding": content.encoding,
        "language": content.language,
        "left_out": [[item.kind, item.number] for item in content.left_out],
        "remark": well_formed(content.remark),
    }
    yield _encode(["end", facts])


def decode_message(body: bytes) -> tuple[str, Any]:
    """The kind of a message, and its value.

    Raises:
        BadFrameError: it is none.
    """
    try:
        kind, value = json.loads(body)
    except (ValueError, TypeError, RecursionError) as error:
        message = "a message is no pair in JSON"
        raise BadFrameError(message) from error
    if not isinstance(kind, str):
        message = "a message has no name"
        raise BadFrameError(message)
    return kind, value


class Gathering:
    """Puts the text of a file together again."""

    def __init__(self) -> None:
        """Nothing has come yet."""
        self._paragraphs: list[TextParagraph] = []
        self._text: str | None = None
        self._content: Content | None = None

    @property
    def content(self) -> Content | None:
        """All of it; None as long as the end has not come."""
        return self._content

    def take(self, kind: str, value: object) -> None:
        """Add the next message.

        Raises:
            BadFrameError: it is not of the form that `encode_content` makes.
            Unreadable: there are too many paragraphs.
        """
        try:
            match kind, value:
                case "text", str(text):
                    self._text = text
                case "paragraphs", list(group):
                    refuse_endless(len(self._paragraphs) + len(group))
                    self._paragraphs.extend(_paragraph(*fields) for fields in group)
                case "end", {
                    "encoding": str(encoding),
                    "language": language,
                    "left_out": list(rest),
                    "remark": str(remark),
                }:
                    self._end(encoding, language, rest, remark)
                case _:
                    message = f"nobody expects {kind!r}"
                    raise BadFrameError(message)
        except (TypeError, ValueError, KeyError) as error:
            message = f"{kind!r} is not what it should be"
            raise BadFrameError(message) from error

    def _end(self, encoding: str, language: object, rest: list[Any], remark: str) -> None:
        if language is not None and not isinstance(language, str):
            raise TypeError
        left_out = tuple(_left_out(*fields) for fields in rest)
        self._content = Content(
            tuple(self._paragraphs), self._text, encoding, language or None, left_out, remark
        )


def well_formed(text: str) -> str:
    """A text without lone surrogates and NUL, which no file can hold and no window show."""
    return _LONE.sub("\ufffd", text)


def _encode(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _gather(paragraphs: Iterable[TextParagraph]) -> Iterator[list[TextParagraph]]:
    group: list[TextParagraph] = []
    length = 0
    for paragraph in paragraphs:
        group.append(paragraph)
        length += len(paragraph.text) + 8 * len(paragraph.emphasis)
        if length >= _GATHERED:
            yield group
            group, length = [], 0
    if group:
        yield group


def _plain(paragraph: TextParagraph) -> list[object]:
    emphasis = [[e.span.start, e.span.end, e.kind] for e in paragraph.emphasis]
    style = paragraph.style
    return [well_formed(paragraph.text), style.kind, style.level, emphasis]


def _paragraph(text: object, kind: str, level: object, emphasis: list[list[Any]]) -> TextParagraph:
    if not isinstance(text, str) or not isinstance(level, int):
        raise TypeError
    found = tuple(
        Emphasis(_span(start, end, len(text)), EmphasisKind(name)) for start, end, name in emphasis
    )
    return TextParagraph(text, Style(StyleKind(kind), level), found)


def _span(start: object, end: object, length: int) -> Span:
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end <= length:
        message = f"{start!r} to {end!r} is no range in {length} characters"
        raise ValueError(message)
    return Span(start, end)


def _left_out(kind: str, number: object) -> LeftOut:
    if not isinstance(number, int) or number < 1:
        raise ValueError
    return LeftOut(LeftOutKind(kind), number)
