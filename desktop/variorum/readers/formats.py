"""Which adapter reads which kind of file, and where: here, or in a process of its own.

Imports an adapter only when it is needed. Each is a module with a function

    read(data: bytes, options: ReadOptions, watch: Watch) -> Content

that raises `Unreadable`, and nothing else on purpose. It knows no file but the bytes it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Final, Protocol, cast

from variorum.readers.content import Content
from variorum.readers.errors import Unreadable
from variorum.readers.kinds import Kind
from variorum.readers.options import ReadOptions
from variorum.readers.watch import Watch

_ADAPTERS: Final = {
    Kind.TEXT: "plain_text",
    Kind.DOCX: "docx",
    Kind.HTML: "html",
    Kind.ODT: "odt",
    Kind.RTF: "rtf",
    Kind.MARKDOWN: "markdown",
    Kind.EPUB: "epub",
    Kind.PDF: "pdf",
    Kind.SRT: "subtitles",
    Kind.VTT: "subtitles",
}

_SAVE_AS: Final = "Open it in the program that made it and save it as plain text, in UTF-8."

SANDBOXED: Final = frozenset(
    {Kind.DOCX, Kind.ODT, Kind.RTF, Kind.PDF, Kind.EPUB, Kind.HTML, Kind.MARKDOWN}
)
"""Binary formats, those whose parsers are not Python, and Markdown, where brackets inside brackets
take the square of their number: they may crash, hang, or eat all memory, and do it in a process of
their own."""


SHARED: Final = frozenset({Kind.PDF})
"""Formats of which two processes may read a share each; their adapters are `SharingAdapter`s."""


class Adapter(Protocol):
    """A module that reads one kind of file."""

    def read(self, data: bytes, options: ReadOptions, watch: Watch) -> Content:
        """The text of a file.

        Raises:
            Unreadable: it has none, or it cannot be found.
            Cancelled: the watch said so.
        """


class SharingAdapter(Protocol):
    """A module that reads a kind of file alone, or together with itself in another process."""

    def read(
        self,
        data: bytes,
        options: ReadOptions,
        watch: Watch,
        rest: Iterable[bytes] | None = None,
    ) -> Content:
        """The text of a file, as `Adapter` says.

        Args:
            data: of the file.
            options: how to read it.
            watch: is told how far it is, and asked whether to stop.
            rest: what `read_rest` says of the same file, if it is asked; what is missing of it is
                read here.
        """

    def read_rest(self, data: bytes, options: ReadOptions) -> Sequence[bytes]:
        """The second share of a file.

        Raises:
            Unreadable: it cannot be read.
        """


def sharing_adapter(kind: Kind) -> SharingAdapter:
    """The module that reads a kind of file that is among `SHARED`."""
    return cast("SharingAdapter", adapter(kind))


def adapter(kind: Kind) -> Adapter:
    """The module that reads a kind of file, imported now if it was not before.

    Raises:
        Unreadable: there is none.
    """
    if kind not in _ADAPTERS:
        raise Unreadable(f"files of the format {kind} cannot be read yet", _SAVE_AS)
    return cast("Adapter", import_module(f"variorum.readers.{_ADAPTERS[kind]}"))
