"""Signs of lists that are drawn as shapes, as browsers do: which lines of a page begin with one.

Imports pypdfium2's bare functions and the lines of pages. Without them, the items of such a list
could not be told from a quotation. Lengths count points; y grows downwards.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from ctypes import c_float, c_int, c_void_p
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from variorum.readers.pdf_characters import bare
from variorum.readers.pdf_lines import Line
from variorum.readers.right_to_left import LETTER

MOST_OBJECTS: Final = 20_000
"""A page on which more is drawn is a map, or a plot of many points."""
SMALLEST: Final = 1.0
LARGEST: Final = 0.7
"""In ems of its line: a sign is no larger."""
SQUARE: Final = 1.3
"""A sign is at most so many times as wide as high, or as high as wide."""
NEAREST: Final = 0.1
FARTHEST: Final = 1.6
"""In ems: a sign stands so far before its line, measured between them (browsers: .7)."""

_object_at = bare("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
_type_of = bare("FPDFPageObj_GetType", c_int, c_void_p)
_bounds_of = bare("FPDFPageObj_GetBounds", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)


class _Shape(NamedTuple):
    """Something small and as wide as high."""

    left: float
    right: float
    middle: float
    """Its height on the page."""
    size: float


def find_drawn_signs(page: Any, lines: Sequence[Line]) -> None:
    """Tell the lines that begin with a drawn sign that they do.

    Args:
        page: PDFium's page; it must be open.
        lines: all lines of it, unless it is read turned.
    """
    shapes = sorted(_shapes(page), key=lambda shape: shape.middle)
    heights = [shape.middle for shape in shapes]
    if not shapes:
        return
    for line in lines:
        first = bisect_left(heights, line.y - line.size)
        end = bisect_left(heights, line.y)
        line.has_sign = any(_is_sign(shape, line) for shape in shapes[first:end])


def _is_sign(shape: _Shape, line: Line) -> bool:
    gap = line.left - shape.right
    if LETTER.search(line.text):
        gap = shape.left - line.right
    return NEAREST * line.size < gap < FARTHEST * line.size and shape.size < LARGEST * line.size


def _shapes(page: Any) -> Iterator[_Shape]:
    count = pdfium.FPDFPage_CountObjects(page)
    if count > MOST_OBJECTS:
        return
    address = ctypes.cast(page, c_void_p).value
    box = (c_float * 4)()
    at = ctypes.addressof(box)
    places = [at + index * ctypes.sizeof(c_float) for index in range(4)]
    for index in range(count):
        found = _object_at(address, index)
        if not found or _type_of(found) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not _bounds_of(found, *places):
            continue
        left, bottom, right, top = box
        width, height = right - left, top - bottom
        if min(width, height) > SMALLEST and max(width, height) < SQUARE * min(width, height):
            yield _Shape(left, right, -(bottom + top) / 2, max(width, height))
