"""The control words of RTF that matter to a text; Rich Text Format Specification, version 1.9.1.

Imports the engine's public names and the standard library.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from variorum.engine import EmphasisKind

CHARACTERS: Final = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
    "softline": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
"""Words that stand for a character."""

SYMBOLS: Final = {
    "~": "\u00a0",
    "-": "\u00ad",
    "_": "\u2011",
    "\\": "\\",
    "{": "{",
    "}": "}",
    "\t": "\t",
}
"""Signs that stand for a character."""

ENDS: Final = frozenset({"par", "sect", "cell", "nestcell", "row", "nestrow"})
"""Words that end a paragraph."""

CELL_ENDS: Final = frozenset({"cell", "nestcell"})
"""Those that end a cell of a table, too."""

ROW_ENDS: Final = frozenset({"row", "nestrow"})
"""Those that end a row, too, behind its last cell."""

SKIPPED: Final = frozenset(
    {
        "colortbl",
        "info",
        "filetbl",
        "listtext",
        "pntext",
        "pict",
        "nonesttables",
        "nonshppict",
        "shprslt",
        "fontemb",
        "fontfile",
        "object",
        "revtbl",
        "rxe",
        "sn",
        "sp",
        "sv",
        "tc",
        "tcn",
        "txe",
        "upr",
        "xe",
    }
)
"""Destinations that hold no text, or text that is told elsewhere once more."""

MARGINS: Final = frozenset(
    {"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"}
)
NOTES: Final = frozenset({"footnote", "shptxt", "dptxbxtext"})
"""Destinations with paragraphs of their own, anchored where they stand."""

ENTERED: Final = NOTES | {"shpinst", "shppict", "do", "ud", "cs", "pict", "nesttableprops"}
"""Destinations that may be ignored, as the mark before them says, but are not here. Whatever else
has that mark is skipped."""

TOGGLES: Final = {
    "b": EmphasisKind.BOLD,
    "i": EmphasisKind.ITALIC,
    "strike": EmphasisKind.STRIKE,
    "striked": EmphasisKind.STRIKE,
    "super": EmphasisKind.SUPERSCRIPT,
    "sub": EmphasisKind.SUBSCRIPT,
}
COMPLEX: Final = {"ab": EmphasisKind.BOLD, "ai": EmphasisKind.ITALIC}
"""The same for scripts that run from right to left, which have settings of their own."""
UNDERLINES: Final = re.compile(
    "ul(?:d|dash|dashd|dashdd|db|hair|hwave|th|thd|thdash.*|w|wave|none)?"
)
"""Words of underlining, but for its colour; `ulnone` ends it."""

_CHARSETS: Final = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
SYMBOL_CHARSET: Final = 2


def codec_of_charset(charset: int | None) -> str | None:
    """The codec of a font's character set; None: that of the document."""
    return _CHARSETS.get(charset) if charset is not None else None


def codec_of_page(page: int | None) -> str:
    """The codec of a code page of Windows."""
    name = {65001: "utf-8", 10000: "mac_roman", None: "cp1252"}.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
