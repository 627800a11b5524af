"""The characters of a page of a PDF document: what PDFium says of each.

Imports pypdfium2's bare functions. A book has millions of characters, so these functions are called
without what ctypes does for those that are called once: handles are numbers here. Lengths count
points, 72 to an inch; x grows along the lines, y downwards.
"""

from __future__ import annotations

import ctypes
import re
from ctypes import POINTER, c_double, c_int, c_void_p
from typing import Any, Final

import pypdfium2.raw as pdfium

from variorum.engine import EmphasisKind

Kinds = frozenset[EmphasisKind]

_ITALIC_FLAG: Final = 1 << 6
_BOLD_FLAG: Final = 1 << 18
_ITALIC_NAME: Final = re.compile(r"italic|oblique|slanted|-it\b|kursiv", re.IGNORECASE)
_BOLD_NAME: Final = re.compile(r"bold|black|heavy|semibold|-bd\b|demi", re.IGNORECASE)
_CODE_NAME: Final = re.compile(r"mono|courier|consolas|typewriter|menlo", re.IGNORECASE)
_QUARTER: Final = 1.5708
"""A quarter of a circle."""


def _bare(name: str, result: Any, *arguments: Any) -> Any:
    """One of PDFium's functions, called at once and with numbers for handles."""
    address = ctypes.cast(getattr(pdfium, name), c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_box_of = _bare("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, c_void_p)
_matrix_of = _bare("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)
_origin_of = _bare(
    "FPDFText_GetCharOrigin", c_int, c_void_p, c_int, POINTER(c_double), POINTER(c_double)
)
_size_of = _bare("FPDFText_GetFontSize", c_double, c_void_p, c_int)
_angle_of = _bare("FPDFText_GetCharAngle", ctypes.c_float, c_void_p, c_int)
_object_of = _bare("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
_font_of = _bare("FPDFTextObj_GetFont", c_void_p, c_void_p)


class Fonts:
    """What the fonts of a document say of themselves, asked once for each."""

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self._known: dict[int | None, Kinds] = {None: frozenset()}

    def kinds(self, text_object: int) -> Kinds:
        """How the text of an object is set off."""
        font = _font_of(text_object)
        found = self._known.get(font)
        if found is None:
            found = self._known[font] = _kinds(font)
        return found


def _kinds(address: int) -> Kinds:
    font = ctypes.cast(address, pdfium.FPDF_FONT)
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value.decode("latin-1")
    flags = max(0, pdfium.FPDFFont_GetFlags(font))
    found = set()
    if flags & _ITALIC_FLAG or _ITALIC_NAME.search(name):
        found.add(EmphasisKind.ITALIC)
    if flags & _BOLD_FLAG or _BOLD_NAME.search(name):
        found.add(EmphasisKind.BOLD)
    if _CODE_NAME.search(name):
        found.add(EmphasisKind.CODE)
    return frozenset(found)


class Characters:
    """The characters of one page; numbers count code points of `text`."""

    def __init__(self, handle: Any, fonts: Fonts) -> None:
        """Ask for the text.

        Args:
            handle: PDFium's text page; it must stay open.
            fonts: what is known of fonts.
        """
        self._page = ctypes.cast(handle, c_void_p).value
        self._fonts = fonts
        self._kinds: dict[int | None, Kinds] = {None: frozenset()}
        self._rectangle = pdfium.FS_RECTF()
        self._rectangle_at = ctypes.addressof(self._rectangle)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_at = ctypes.addressof(self._matrix)
        self._x = c_double()
        self._y = c_double()
        self.turn = 0
        """By how many quarters of a circle the page is read turned to the left."""
        self.text, self._indices = _text(handle)

    def turn_at(self, at: int) -> int:
        """By how many quarters of a circle a character is turned to the left."""
        angle = _angle_of(self._page, self._index(at))
        return -round(angle / _QUARTER) % 4 if angle > 0 else 0  # PDFium turns to the right

    def extent(self, at: int) -> tuple[float, float]:
        """Where a character begins and ends."""
        _box_of(self._page, self._index(at), self._rectangle_at)
        box = self._rectangle
        match self.turn:
            case 0:
                return box.left, box.right
            case 1:
                return box.bottom, box.top
            case 2:
                return -box.right, -box.left
        return -box.top, -box.bottom

    def foot(self, at: int) -> float:
        """The line that a character stands on."""
        _origin_of(self._page, self._index(at), self._x, self._y)
        x, y = self._x.value, self._y.value
        return (-y, x, y, -x)[self.turn]

    def size(self, at: int) -> float:
        """The size of a character's font, as it is drawn."""
        index = self._index(at)
        size: float = _size_of(self._page, index)
        if _matrix_of(self._page, index, self._matrix_at):
            matrix = self._matrix
            size *= (matrix.c * matrix.c + matrix.d * matrix.d) ** 0.5
        return abs(size) or 1.0

    def drawn_by(self, at: int) -> int | None:
        """A number for the instruction that draws a character, and some of its neighbours."""
        found: int | None = _object_of(self._page, self._index(at))
        return found

    def kinds(self, drawn_by: int | None) -> Kinds:
        """How what an instruction draws is set off."""
        found = self._kinds.get(drawn_by)
        if found is None:
            assert drawn_by is not None
            found = self._kinds[drawn_by] = self._fonts.kinds(drawn_by)
        return found

    def _index(self, at: int) -> int:
        return at if self._indices is None else self._indices[at]


def _text(handle: Any) -> tuple[str, list[int] | None]:
    """The text, and the number that PDFium gives each of its code points; None: the same."""
    count = pdfium.FPDFText_CountChars(handle)
    if count <= 0:
        return "", None
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(memoryview(buffer)[: max(0, written - 1)]).decode("utf-16-le", "replace")
    if len(text) == count:
        return text, None
    codes = [pdfium.FPDFText_GetUnicode(handle, index) for index in range(count)]
    indices = [index for index, code in enumerate(codes) if _is_character(code)]
    return "".join(chr(codes[index]) for index in indices), indices


def _is_character(code: int) -> bool:
    return 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
