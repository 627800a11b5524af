"""ODT: OpenDocument texts, zipped or flat, as LibreOffice and others write them.

Imports this room. Footnotes follow the paragraph that refers to them, endnotes stand at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from variorum.readers.archive import PIECE, Archive
from variorum.readers.content import Content
from variorum.readers.errors import Unreadable
from variorum.readers.odt_text import Walker
from variorum.readers.options import ReadOptions
from variorum.readers.watch import Watch

_CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_STYLES_SHARE: Final = 0.05
"""How much of the work is done when the styles are read."""


def read(data: bytes, options: ReadOptions, watch: Watch) -> Content:
    """The text of a document.

    Raises:
        Unreadable: it is damaged or encrypted, or beyond all limits.
    """
    walker = Walker(options.tracked_changes)
    if data.startswith(b"PK"):
        archive = Archive(data)
        _refuse_locked(archive)
        if _STYLES in archive:
            walker.walk(archive.pieces(_STYLES))
        watch.at(_STYLES_SHARE)
        size = archive.size(_CONTENT) if _CONTENT in archive else 0
        walker.walk(_watched(archive.pieces(_CONTENT), size, watch))
    else:
        pieces = (data[at : at + PIECE] for at in range(0, len(data), PIECE))
        walker.walk(_watched(pieces, len(data), watch))
    return Content(paragraphs=walker.paragraphs(), left_out=walker.tally.left_out())


def _refuse_locked(archive: Archive) -> None:
    locked = "encrypted-package" in archive
    if not locked and _MANIFEST in archive:
        locked = b"encryption-data" in archive.read(_MANIFEST)
    if locked:
        raise Unreadable(
            "it is protected by a password", "Open it in LibreOffice and save it without one."
        )


def _watched(pieces: Iterator[bytes], size: int, watch: Watch) -> Iterator[bytes]:
    done = 0
    for piece in pieces:
        yield piece
        done += len(piece)
        watch.at(_STYLES_SHARE + (1 - _STYLES_SHARE) * min(1.0, done / max(1, size)))
