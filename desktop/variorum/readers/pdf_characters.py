"""The characters of a page of a PDF document: what PDFium says of each.

Imports pypdfium2's bare functions. A book has millions of characters, so these functions are called
without what ctypes does for those that are called once: handles are numbers here. Lengths count
points, 72 to an inch; x grows along the lines, y downwards.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Mapping, Sequence
from ctypes import c_double, c_float, c_int, c_uint, c_ushort, c_void_p
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from variorum.engine import EmphasisKind

Kinds = frozenset[EmphasisKind]

_ITALIC_FLAG: Final = 1 << 6
_BOLD_FLAG: Final = 1 << 18
_ITALIC_NAME: Final = re.compile(r"italic|oblique|slanted|-it\b|kursiv", re.IGNORECASE)
_BOLD_NAME: Final = re.compile(r"bold|black|heavy|semibold|-bd\b|demi", re.IGNORECASE)
_CODE_NAME: Final = re.compile(
    r"mono|courier|consola|typewriter|menlo|(?:^|\+)(?:cm(?:sl)?tt|(?:ec|sf)(?:tt|st|it)t|pcr[rb])",
    re.IGNORECASE,
)
_QUARTER: Final = 1.5708
"""A quarter of a circle."""
_LARGEST_SIZE: Final = 1e9
"""Beyond it, or not a number at all, is nonsense."""


def bare(name: str, result: Any, *arguments: Any) -> Any:
    """One of PDFium's functions, called at once and with numbers for handles."""
    address = ctypes.cast(getattr(pdfium, name), c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_box_of = bare("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, c_void_p)
_matrix_of = bare("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)
_origin_of = bare("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, c_void_p, c_void_p)
_size_of = bare("FPDFText_GetFontSize", c_double, c_void_p, c_int)
_angle_of = bare("FPDFText_GetCharAngle", c_float, c_void_p, c_int)
_object_of = bare("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
_font_of = bare("FPDFTextObj_GetFont", c_void_p, c_void_p)
_unicode_of = bare("FPDFText_GetUnicode", c_uint, c_void_p, c_int)


class Font:
    """What a font says of itself, and what was seen of it."""

    __slots__ = ("kinds", "widths")

    def __init__(self, kinds: Kinds) -> None:
        self.kinds = kinds
        """How it sets off what is written in it."""
        self.widths: dict[str, float] = {}
        """Of its characters, in ems, as far as they were measured; see `pdf_gaps`."""


class Fonts:
    """The fonts of a document, each asked once."""

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self._known: dict[int | None, Font] = {None: Font(frozenset())}

    def font(self, text_object: int | None) -> Font:
        """The font of what one instruction draws."""
        address = _font_of(text_object) if text_object else None
        found = self._known.get(address)
        if found is None:
            assert address is not None
            found = self._known[address] = Font(_kinds(address))
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


class Stretch(NamedTuple):
    """Where some neighbours stand, from the first to the last."""

    left: float
    right: float
    y: float
    """Of the line that the first one stands on."""
    size: float
    """Of the first one's font, as it is drawn."""


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
        self._box = (c_float * 4)()
        self._box_at = ctypes.addressof(self._box)
        self._matrix = (c_float * 6)()
        self._matrix_at = ctypes.addressof(self._matrix)
        self._origin = (c_double * 2)()
        self._x_at = ctypes.addressof(self._origin)
        self._y_at = self._x_at + ctypes.sizeof(c_double)
        self.turn = 0
        """By how many quarters of a circle the page is read turned to the left."""
        self.text, self._indices = _text(handle, self._page)

    def rearrange(self, order: Sequence[int], others: Mapping[int, str]) -> None:
        """Give the text another order; what is not named is dropped, and spaces may come twice.

        Args:
            order: the numbers that its characters have so far.
            others: what some of these characters are instead.
        """
        self._indices = [self._index(at) for at in order]
        self.text = "".join(others.get(at, self.text[at]) for at in order)

    def turn_at(self, at: int) -> int:
        """By how many quarters of a circle a character is turned to the left."""
        angle = _angle_of(self._page, self._index(at))
        return -round(angle / _QUARTER) % 4 if angle > 0 else 0  # PDFium turns to the right

    def stretch(self, first: int, last: int) -> Stretch:
        """Where a line stands.

        Args:
            first: its first character.
            last: its last character.
        """
        if self.turn or self._indices is not None:
            return self._turned_stretch(first, last)
        page, box = self._page, self._box
        _box_of(page, first, self._box_at)
        left, right = box[0], box[2]
        _box_of(page, last, self._box_at)
        if box[0] < left:
            left = box[0]
        if box[2] > right:
            right = box[2]
        _origin_of(page, first, self._x_at, self._y_at)
        return Stretch(left, right, -self._origin[1], self._size(first))

    def span(self, first: int, last: int) -> tuple[float, float]:
        """Where a word begins and ends.

        Args:
            first: its first character.
            last: its last character.
        """
        if self.turn or self._indices is not None:
            a, b = self.extent(first), self.extent(last)
            return min(a[0], b[0]), max(a[1], b[1])
        page, box = self._page, self._box
        _box_of(page, first, self._box_at)
        left, right = box[0], box[2]
        if last != first:
            _box_of(page, last, self._box_at)
            if box[0] < left:
                left = box[0]
            if box[2] > right:
                right = box[2]
        return left, right

    def _turned_stretch(self, first: int, last: int) -> Stretch:
        ends = *self.extent(first), *self.extent(last)
        return Stretch(min(ends), max(ends), self.foot(first), self.size(first))

    def extent(self, at: int) -> tuple[float, float]:
        """Where a character begins and ends."""
        _box_of(self._page, self._index(at), self._box_at)
        left, top, right, bottom = self._box
        match self.turn:
            case 0:
                return left, right
            case 1:
                return bottom, top
            case 2:
                return -right, -left
        return -top, -bottom

    def foot(self, at: int) -> float:
        """The line that a character stands on."""
        _origin_of(self._page, self._index(at), self._x_at, self._y_at)
        x, y = self._origin
        return (-y, x, y, -x)[self.turn]

    def size(self, at: int) -> float:
        """The size of a character's font, as it is drawn."""
        return self._size(self._index(at))

    def _size(self, index: int) -> float:
        size: float = _size_of(self._page, index)
        if _matrix_of(self._page, index, self._matrix_at):
            size *= math.hypot(self._matrix[2], self._matrix[3])
        size = abs(size)
        return size if 0 < size < _LARGEST_SIZE else 1.0

    def font_of_all(self, first: int, last: int) -> Font | None:
        """The font of a line that one instruction draws; None: several do, or nobody knows."""
        if self._indices is not None:
            first, last = self._indices[first], self._indices[last]
        drawn_by = _object_of(self._page, first)
        if drawn_by is None or drawn_by != _object_of(self._page, last):
            return None
        return self._fonts.font(drawn_by)

    def font_of_words(self, at: int, starts: Sequence[int]) -> Font | None:
        """The font of a line that sets off nothing in it; None: there are several, or it does.

        Args:
            at: where the line begins.
            starts: where its words begin, counted from there.
        """
        fonts = self._fonts
        found = fonts.font(_object_of(self._page, self._index(at)))
        if found.kinds:
            return None
        if self._indices is None:
            page = self._page
            objects = {_object_of(page, at + start) for start in starts}
        else:
            objects = {self.drawn_by(at + start) for start in starts}
        for each in objects:
            if fonts.font(each) is not found:
                return None
        return found

    def drawn_by(self, at: int) -> int | None:
        """A number for the instruction that draws a character, and some of its neighbours."""
        found: int | None = _object_of(self._page, self._index(at))
        return found

    def font(self, drawn_by: int | None) -> Font:
        """The font that an instruction draws with."""
        return self._fonts.font(drawn_by)

    def _index(self, at: int) -> int:
        return at if self._indices is None else self._indices[at]


def _text(handle: Any, page: int | None) -> tuple[str, list[int] | None]:
    """The text, and the number that PDFium gives each of its code points; None: the same."""
    count = pdfium.FPDFText_CountChars(handle)
    if count <= 0:
        return "", None
    buffer = (c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(memoryview(buffer)[: max(0, written - 1)]).decode("utf-16-le", "replace")
    if len(text) == count:
        return text, None
    codes = [_unicode_of(page, index) for index in range(count)]
    indices = [index for index, code in enumerate(codes) if _is_character(code)]
    return "".join(chr(codes[index]) for index in indices), indices


def _is_character(code: int) -> bool:
    return 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
