"""PDF documents written by hand, for what no program makes on demand.

Positions count points from the lower left corner, as in PDF.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """A piece of text at a place."""

    x: float
    y: float
    text: str
    size: float = 10


def page(pieces: Iterable[Piece]) -> bytes:
    """The instructions that draw some pieces."""
    out = []
    for x, y, text, size in pieces:
        shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        out.append(f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({shown}) Tj ET")
    return "\n".join(out).encode("cp1252")


def document(
    contents: Sequence[bytes],
    *,
    rotate: int = 0,
    more: Sequence[str] = (),
    page_more: str = "",
    fonts: Sequence[str] = (),
) -> bytes:
    """A document of pages of 400 by 600 points.

    Args:
        contents: the instructions for each page.
        rotate: by how many degrees to the right a page is shown turned.
        more: further objects; the first one's number is 100.
        page_more: further entries of each page.
        fonts: further fonts, which are called `F0` and so on; the first one's number is 200.
    """
    kids = " ".join(f"{10 + 2 * i} 0 R" for i in range(len(contents)))
    named = "".join(f" /F{i} {200 + i} 0 R" for i in range(len(fonts)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [100 0 R] >> >>"
        if more
        else b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    }
    for i, content in enumerate(contents):
        objects[10 + 2 * i] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Rotate {rotate} {page_more}"
            f" /Resources << /Font << /F 3 0 R{named} >> >> /Contents {11 + 2 * i} 0 R >>"
        ).encode()
        head = f"<< /Length {len(content)} >>\nstream\n".encode()
        objects[11 + 2 * i] = head + content + b"\nendstream"
    for i, text in enumerate(more):
        objects[100 + i] = text.encode()
    for i, text in enumerate(fonts):
        objects[200 + i] = text.encode()
    return _written(objects)


def _written(objects: dict[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += f"{number} 1\n{place:010d} 00000 n \n".encode()
    out += f"trailer\n<< /Size {max(objects) + 1} /Root 1 0 R >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())
