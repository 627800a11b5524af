"""What kind of file some bytes are: by what they hold, and only then by their name.

Imports only the errors of this room. Nothing is parsed here: marks are looked for at the beginning
and at the end, so that hostile bytes cost no more than harmless ones.
"""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import PurePath
from typing import Final, NamedTuple

from variorum.readers.errors import Unreadable


class Kind(StrEnum):
    """The formats that can be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    """Zipped, or flat XML."""
    RTF = "rtf"
    PDF = "pdf"
    EPUB = "epub"
    SRT = "srt"
    VTT = "vtt"


FORMATTED: Final = frozenset({Kind.MARKDOWN, Kind.HTML, Kind.DOCX, Kind.ODT, Kind.RTF, Kind.EPUB})
"""Those that say what is emphasised and what a paragraph is. PDF does not: it names fonts, and
what is a heading there can only be guessed."""


HEAD: Final = 1 << 16
"""In bytes: how much of the beginning is looked at, which covers what all formats begin with."""

_TAIL: Final = 1 << 20
"""In bytes: how much of the end of a ZIP archive is looked at; its list of contents is there, 50
to 100 bytes an entry."""


class Refusal(NamedTuple):
    """What is said of a kind of file that cannot be read."""

    problem: str
    advice: str


_SAVE_AS_DOCX: Final = "Open it in the program that made it and save it as DOCX, ODT or PDF."
_PICTURE: Final = Refusal(
    "it is a picture, not text", "Let a program for text recognition read it and save its text."
)
_RECORDING: Final = Refusal(
    "it is a recording, not text", "If there are subtitles (.srt, .vtt), compare these."
)
_ARCHIVE: Final = Refusal("it is an archive", "Unpack it, and choose a file that was in it.")
_PROGRAM: Final = Refusal("it is a program, not text", "Choose a file that holds text.")
_SESSION: Final = Refusal(
    "it is a session of Variorum, which holds two texts", "Open it by itself, with Open Session."
)
_OLD_WORD: Final = Refusal(
    "it is a document of an old version of Word (.doc)",
    "Open it in Word or LibreOffice and save it as DOCX.",
)
_WORD_XML: Final = Refusal(
    "it is a Word document saved as XML", "Open it in Word or LibreOffice and save it as DOCX."
)
_SHEET: Final = Refusal(
    "it is a spreadsheet, not a text", "Copy the text out of it, or save it as plain text."
)
_SLIDES: Final = Refusal(
    "it is a presentation, not a text", "Export it as PDF, or save its outline as a text."
)
_PAGES: Final = Refusal("it is a document of Pages", "Open it in Pages and export it to Word.")
_PRINTED: Final = Refusal("it is made for printers", "Convert it to PDF.")
_KINDLE: Final = Refusal("it is an e-book for the Kindle", "Convert it to EPUB, with Calibre say.")
_OFFICE: Final = Refusal("it is a document of another program", _SAVE_AS_DOCX)
_LOCKED: Final = Refusal(
    "it is protected by a password", "Open it in Word or LibreOffice and save it without one."
)
_WEB_ARCHIVE: Final = Refusal(
    "it is a web archive, not a single page", "Open it in a browser and save the page as HTML."
)
_MAIL: Final = Refusal(
    "it is a saved e-mail, whose text is encoded",
    "Open it in a mail program and copy its text, or save it as plain text.",
)
_FICTION: Final = Refusal("it is an e-book in the format FictionBook", "Convert it to EPUB.")

_MARKS: Final[tuple[tuple[bytes, Kind | Refusal], ...]] = (
    (b"{\\rtf", Kind.RTF),
    (b'{"format":"variorum-session",', _SESSION),
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"8BPS", _PICTURE),
    (b"\0\0\1\0", _PICTURE),
    (b"\0\0\0\x0cJXL ", _PICTURE),
    (b"\0\0\0\x0cjP  ", _PICTURE),
    (b"AT&TFORM", Refusal("it is a DjVu document", "Convert it to PDF.")),
    (b"ID3", _RECORDING),
    (b"OggS", _RECORDING),
    (b"fLaC", _RECORDING),
    (b"\x1aE\xdf\xa3", _RECORDING),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ\0", _ARCHIVE),
    (b"(\xb5/\xfd", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"MSCF\0", _ARCHIVE),
    (b"!<arch>\n", _ARCHIVE),
    (b"\x7fELF", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"%!PS", _PRINTED),
    (b"\xffWPC", Refusal("it is a document of WordPerfect", _SAVE_AS_DOCX)),
    (b"\xfe7\0\x1c", _OLD_WORD),
    (b"1\xbe\0\0\0\xab", _OLD_WORD),
    (b"bplist00", _WEB_ARCHIVE),
    (b"SQLite format 3\0", Refusal("it is a database, not text", "Export the text from it.")),
)
"""How files begin whose kind is known by it."""

_PLACED_MARKS: Final[tuple[tuple[int, bytes, Refusal], ...]] = (
    (257, b"ustar", _ARCHIVE),
    (60, b"BOOKMOBI", _KINDLE),
    (60, b"TEXtREAd", _KINDLE),
    (8, b"WEBP", _PICTURE),
    (8, b"WAVE", _RECORDING),
    (8, b"AVI ", _RECORDING),
)
"""The same with the place where the mark stands; a name of four letters at 8 follows `RIFF`."""

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of the Compound File Binary Format begin: documents of Office up to 2003."""

_STREAMS: Final = (
    ("EncryptedPackage", _LOCKED),
    ("WordDocument", _OLD_WORD),
    ("Workbook", _SHEET),
    ("PowerPoint Document", _SLIDES),
    ("__properties_version1.0", _MAIL),
)
"""Names of streams in it, the telling ones first."""

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ENTRIES: Final[tuple[tuple[bytes, Kind | Refusal], ...]] = (
    (b"word/", Kind.DOCX),
    (b"xl/", _SHEET),
    (b"ppt/", _SLIDES),
    (b"visio/", _OFFICE),
    (b"FixedDocSeq.fdseq", _PRINTED),
    (b"Index/Document.iwa", _PAGES),
    (b"Index/Slide", _SLIDES),
    (b"Index/Tables", _SHEET),
    (b"Index.zip", _PAGES),
    (b"index.apxl", _SLIDES),
    (b"META-INF/manifest.xml", Kind.ODT),
)
"""What a ZIP archive may hold that shows what it is; looked for in this order."""

_MEDIA_TYPES: Final[tuple[tuple[bytes, Kind | Refusal], ...]] = (
    (b"application/epub+zip", Kind.EPUB),
    (b"application/vnd.oasis.opendocument.text", Kind.ODT),
    (b"application/vnd.oasis.opendocument.spreadsheet", _SHEET),
    (b"application/vnd.oasis.opendocument.presentation", _SLIDES),
    (b"application/vnd.oasis.opendocument.graphics", _PICTURE),
    (b"application/vnd.", _OFFICE),
)
"""What the entry `mimetype`, which comes first in an archive, says."""

_SUFFIXES: Final = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".mkd": Kind.MARKDOWN,
    ".mdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".xht": Kind.HTML,
    ".srt": Kind.SRT,
    ".vtt": Kind.VTT,
}
"""Formats made of characters that may hold no mark."""

_BINARY_SUFFIXES: Final = {
    ".docx": "Word document",
    ".docm": "Word document",
    ".dotx": "Word document",
    ".odt": "OpenDocument text",
    ".ott": "OpenDocument text",
    ".pdf": "PDF document",
    ".epub": "e-book",
    ".rtf": "RTF document",
    ".doc": "Word document",
}
"""What files should be that are named so."""

_CUE: Final = re.compile(rb"\d{1,9}[ \t]*\r?\n\d{1,3}:\d\d?:\d\d?(?:[,.]\d{1,3})?[ \t]*-->[ \t]*\d")
_HTML: Final = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_MAIL_HEAD: Final = re.compile(
    rb"(?:>?From [^\r\n]*\r?\n)?(?:[\w-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}"
)
"""The lines in front of a message, each with a name, some going on in the next; RFC 5322."""
_ENCODED_MAIL: Final = re.compile(
    rb"^content-(?:transfer-encoding:\s*(?:quoted-printable|base64)|type:\s*multipart/)",
    re.IGNORECASE | re.MULTILINE,
)
_OPENING: Final = re.compile(rb"(?:<\?[^>]*>|<!--.*?-->|\s)*", re.DOTALL | re.IGNORECASE)


def find_kind(data: bytes, name: str) -> Kind:
    """What a file is.

    Args:
        data: the whole file.
        name: its name, or what stands for it; only its suffix matters, and only at last.

    Raises:
        Unreadable: it is something that holds no text, or a format that cannot be read.
    """
    suffix = PurePath(name).suffix.lower()
    kind = _by_mark(data, suffix)
    if kind is None:
        kind = _by_text(_plain_head(data), suffix)
        _refuse_misnamed(data, kind, suffix)
    return kind


def _by_mark(data: bytes, suffix: str) -> Kind | None:
    found: Kind | Refusal | None = None
    if data.startswith(_ZIP):
        found = _in_archive(data)
        if found is _ARCHIVE and suffix in _BINARY_SUFFIXES:
            expected = _BINARY_SUFFIXES[suffix]
            problem = f"it is an archive that holds no {expected}, or it is damaged"
            raise Unreadable(problem, "Look for another copy of it.")
    elif data.startswith(_COMPOUND):
        found = _in_compound(data)
    elif b"%PDF-" in data[:1024]:  # other bytes may come first: PDF 1.7, appendix H.3.4.1
        found = Kind.PDF
    else:
        found = _by_first_bytes(data)
    if isinstance(found, Refusal):
        raise Unreadable(found.problem, found.advice)
    return found


def _by_first_bytes(data: bytes) -> Kind | Refusal | None:
    for mark, kind in _MARKS:
        if data.startswith(mark):
            return kind
    for at, mark, refusal in _PLACED_MARKS:
        if data[at : at + len(mark)] == mark and (at != 8 or data.startswith(b"RIFF")):
            return refusal
    if data[4:8] == b"ftyp":
        return _PICTURE if data[8:11] in (b"hei", b"mif", b"avi") else _RECORDING
    # Programs for Windows; "MZ" alone may begin a text.
    return _PROGRAM if data.startswith(b"MZ") and b"\0" in data[:HEAD] else None


def _in_archive(data: bytes) -> Kind | Refusal:
    """What a ZIP archive is, by the entry that says so, or by names of entries."""
    if data[30:38] == b"mimetype":
        said = data[38:128].lstrip()
        for name, kind in _MEDIA_TYPES:
            if said.startswith(name):
                return kind
    seen = data if len(data) <= HEAD + _TAIL else data[:HEAD] + data[-_TAIL:]
    if b"META-INF/container.xml" in seen:
        return Kind.EPUB
    for name, kind in _ENTRIES:
        if name in seen:
            return kind
    return _ARCHIVE


def _in_compound(data: bytes) -> Refusal:
    for name, refusal in _STREAMS:
        if name.encode("utf-16-le") in data:
            return refusal
    return _OFFICE


def _plain_head(data: bytes) -> bytes:
    """The beginning, readable as ASCII in whatever width it is written."""
    head = data[:HEAD]
    if head.startswith(codecs.BOM_UTF8):
        return head[3:]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[2:].replace(b"\0", b"")
    return head


def _by_text(head: bytes, suffix: str) -> Kind:
    beginning = head.lstrip()
    if beginning.startswith(b"{\\rtf"):
        return Kind.RTF
    if re.match(rb"WEBVTT(?:\s|$)", beginning):
        return Kind.VTT
    if _CUE.match(beginning):
        return Kind.SRT
    opening = _OPENING.match(head)
    markup = head[opening.end() :] if opening else head
    if _HTML.match(markup):
        return Kind.HTML
    if markup.startswith(b"<office:document"):
        return Kind.ODT
    if markup.startswith((b"<pkg:package", b"<w:wordDocument")):
        raise Unreadable(*_WORD_XML)
    if markup.startswith(b"<FictionBook"):
        raise Unreadable(*_FICTION)
    _refuse_mail(beginning)
    kind = _SUFFIXES.get(suffix, Kind.TEXT)
    if kind in (Kind.SRT, Kind.VTT) and b"-->" not in head.replace(b"\0", b""):
        return Kind.TEXT  # all that is said in subtitles stands behind times
    return kind


def _refuse_mail(head: bytes) -> None:
    """Say of a message that its text is not as it is read; one in plain characters is a text."""
    found = _MAIL_HEAD.match(head)
    if found is None or not _ENCODED_MAIL.search(found[0]):
        return
    is_page = found[0].startswith(b"From: <Saved by") or b"\nSnapshot-Content-" in found[0]
    raise Unreadable(*(_WEB_ARCHIVE if is_page else _MAIL))


def _refuse_misnamed(data: bytes, kind: Kind, suffix: str) -> None:
    """Say of a damaged document that it is one, rather than call it a text that is none."""
    if kind is not Kind.TEXT or suffix not in _BINARY_SUFFIXES:
        return
    if not data:
        raise Unreadable("it is empty", "Look for a copy of it.")
    if b"\0" in data[:HEAD]:
        expected = _BINARY_SUFFIXES[suffix]
        problem = f"it is no {expected}, whatever its name says, or it is damaged"
        raise Unreadable(problem, "Look for another copy of it.")
