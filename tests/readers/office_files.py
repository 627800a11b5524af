"""Documents of word processors made by hand, for what real programs seldom write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from variorum.readers import Kind, ReadOptions
from variorum.readers.content import Content
from variorum.readers.formats import adapter
from variorum.readers.watch import Watch

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def archive(entries: Mapping[str, bytes | str]) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else None
            file.writestr(name, data, stored)
    return out.getvalue()


def word_part(root: str, inner: str, namespace: str = WORD) -> str:
    """A part of a Word document."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} xmlns:w="{namespace}"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
        f">{inner}</w:{root}>"
    )


def docx(body: str, *, namespace: str = WORD, **parts: str) -> bytes:
    """A Word document.

    Args:
        body: what stands in its `w:body`.
        namespace: the usual one or the strict one.
        parts: what else stands in it, by kind, such as `styles` or `footnotes`.
    """
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(parts)
    )
    main = f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    entries = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{main}</Relationships>',
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
        ),
        "word/document.xml": word_part("document", f"<w:body>{body}</w:body>", namespace),
    }
    for kind, inner in parts.items():
        entries[f"word/{kind}.xml"] = word_part(_ROOTS.get(kind, kind), inner, namespace)
    return archive(entries)


_ROOTS = {"header": "hdr", "footer": "ftr"}


def flat_odt(body: str, before: str = "") -> bytes:
    """A flat OpenDocument text.

    Args:
        body: what stands in its `office:text`.
        before: what stands before the body.
    """
    names = " ".join(
        f'xmlns:{prefix}="{_OASIS}:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("draw", "drawing"),
            ("style", "style"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    return (
        f"<office:document {names}>{before}<office:body><office:text>{body}</office:text>"
        "</office:body></office:document>"
    ).encode()


def content(kind: Kind, data: bytes, tracked: str = "accepted") -> Content:
    """What an adapter finds, in this process."""
    return adapter(kind).read(data, ReadOptions(tracked_changes=tracked), Watch())  # type: ignore[arg-type]


def texts(kind: Kind, data: bytes, tracked: str = "accepted") -> list[str]:
    """The paragraphs that an adapter finds."""
    return [paragraph.text for paragraph in content(kind, data, tracked).paragraphs]


def left_out(kind: Kind, data: bytes, tracked: str = "accepted") -> dict[str, int]:
    """What an adapter leaves out."""
    return {str(i.kind): i.number for i in content(kind, data, tracked).left_out}
