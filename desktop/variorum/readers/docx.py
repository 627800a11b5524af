"""DOCX: documents of Word and of all programs that write its format (ISO 29500).

Imports this room. The parts of the archive are found by their
relationships, the text is walked through paragraph by paragraph, each forgotten when it is done.
Footnotes follow the paragraph that refers to them, endnotes stand at the end.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Final

from variorum.readers.archive import Archive
from variorum.readers.building import Tally
from variorum.readers.content import Content, LeftOutKind
from variorum.readers.docx_styles import NAMES, Styles
from variorum.readers.docx_text import Notes, Walker
from variorum.readers.errors import Unreadable
from variorum.readers.markup import Names, find
from variorum.readers.options import ReadOptions
from variorum.readers.watch import Watch

_NOTES_SHARE: Final = 0.1
"""How much of the work is done when styles and notes are read."""


def read(data: bytes, options: ReadOptions, watch: Watch) -> Content:
    """The text of a document.

    Raises:
        Unreadable: it is damaged or encrypted, or beyond all limits.
    """
    package = _Package(data)
    names = Names(NAMES)
    styles = Styles(package.part("styles"), names)
    tally = Tally()
    notes: Notes = {}
    for kind in ("footnotes", "endnotes"):
        walker = Walker(names, styles, options.tracked_changes, {}, tally)
        notes.update(walker.notes(package.part(kind), kind))
    watch.at(_NOTES_SHARE)
    paragraphs = Walker(names, styles, options.tracked_changes, notes, tally).body(
        package.body(watch)
    )
    for kind in ("header", "footer"):
        for name in package.targets(kind):
            if _has_text(package, name, names):
                tally.add(LeftOutKind.HEADERS)
    return Content(paragraphs=paragraphs, left_out=tally.left_out())


def _has_text(package: _Package, name: str, names: Names) -> bool:
    parts = find(package.archive.pieces(name), names, frozenset({"w:t"}))
    # The generator is finished by its end or by being forgotten, in both cases right here.
    return any((found.element.text or "").strip() for found in parts)


class _Package:
    """The parts of a document and how they are found."""

    def __init__(self, data: bytes) -> None:
        self.archive = Archive(data)
        self._names = Names(NAMES)
        main = [target for _, target in self._relations("_rels/.rels", "") if target]
        roots = [target for kind, target in self._relations("_rels/.rels", "") if kind == _MAIN]
        found = [name for name in (*roots, "word/document.xml", *main) if name in self.archive]
        if not found:
            raise Unreadable(
                "it is no Word document, or its text is missing", "Look for another copy of it."
            )
        self._main = found[0]
        folder, name = posixpath.split(self._main)
        self._targets = list(self._relations(f"{folder}/_rels/{name}.rels".lstrip("/"), folder))

    def targets(self, kind: str) -> Iterator[str]:
        """The names of the parts of a kind that are there."""
        for found, target in self._targets:
            if found == kind and target in self.archive:
                yield target

    def part(self, kind: str) -> Iterator[bytes]:
        """The first part of a kind; an empty document if there is none."""
        for name in self.targets(kind):
            yield from self.archive.pieces(name)
            return
        yield b"<none/>"

    def body(self, watch: Watch) -> Iterator[bytes]:
        """The part with the text."""
        size = max(1, self.archive.size(self._main))
        done = 0
        for piece in self.archive.pieces(self._main):
            yield piece
            done += len(piece)
            watch.at(_NOTES_SHARE + (1 - _NOTES_SHARE) * min(1.0, done / size))

    def _relations(self, name: str, folder: str) -> Iterator[tuple[str, str]]:
        """The kinds and the names of parts that another part names.

        They are looked up in the archive, and nowhere else.
        """
        if name not in self.archive:
            return
        pieces = self.archive.pieces(name)
        for found in find(pieces, self._names, frozenset({"r:Relationship"})):
            if found.element.get("TargetMode") == "External":
                continue
            kind = found.element.get("Type", "").rpartition("/")[2]
            target = found.element.get("Target", "")
            yield kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


_MAIN: Final = "officeDocument"
