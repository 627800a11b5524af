"""The styles of an OpenDocument text: what a paragraph or a span is by its style.

Imports the engine's public names and this room. What the attributes mean stands in OpenDocument
1.3, part 3, chapters 16 and 20.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from variorum.engine import EmphasisKind, Style, StyleKind
from variorum.readers.building import Kinds, named_style
from variorum.readers.markup import Names

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_COMPATIBLE: Final = f"{_OASIS}xsl-fo-compatible:1.0"
NAMES: Final = {
    f"{_OASIS}office:1.0": "office",
    f"{_OASIS}text:1.0": "text",
    f"{_OASIS}table:1.0": "table",
    f"{_OASIS}drawing:1.0": "draw",
    f"{_OASIS}style:1.0": "style",
    f"{_OASIS}manifest:1.0": "manifest",
}
"""The namespaces that matter."""

_MOST_BASES: Final = 20
"""How long a chain of styles is followed: it may be a ring."""

_ESCAPED: Final = re.compile("_([0-9a-f]{1,4})_")
_UNITS: Final = {"in": 1440, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pt": 20, "pc": 240, "px": 15}
_LENGTH: Final = re.compile(r"([0-9]{1,6}(?:\.[0-9]{0,9})?)(in|cm|mm|pt|pc|px)")
_LINKS: Final = frozenset({"internet link", "visited internet link"})
_CODE: Final = frozenset({"source text", "teletype", "user entry", "example", "variable"})


def get(element: Element, namespace: str, name: str) -> str | None:
    """An attribute.

    Args:
        element: of which.
        namespace: `text`, `style` and so on.
        name: without the namespace.
    """
    return element.get(f"{{{_OASIS}{namespace}:1.0}}{name}")


@dataclass(slots=True)
class _OdtStyle:
    """A style as the file defines it."""

    name: str
    parent: str | None = None
    outline: int = 0
    emphasis: dict[EmphasisKind, bool] = field(default_factory=dict)
    hidden: bool | None = None
    """Whether its text is not shown; None: it does not say."""
    width: int = 0
    """Of a column of a table, in twentieths of a point; 0: it does not say."""


class Styles:
    """All styles of a file, common and automatic ones."""

    def __init__(self) -> None:
        """None is known yet."""
        self._styles: dict[tuple[str, str], _OdtStyle] = {}

    def add(self, element: Element, names: Names) -> None:
        """Take a `style:style`."""
        key = get(element, "style", "name") or ""
        outline = get(element, "style", "default-outline-level") or ""
        style = _OdtStyle(
            name=_readable(key),
            parent=get(element, "style", "parent-style-name"),
            outline=int(outline) if outline.isascii() and outline.isdigit() else 0,
        )
        for each in element:
            if names[each.tag] == "style:text-properties":
                style.emphasis = _emphasis(each)
                display = get(each, "text", "display")
                style.hidden = None if display is None else display == "none"
            elif names[each.tag] == "style:table-column-properties":
                style.width = _length(get(each, "style", "column-width") or "")
        self._styles[get(element, "style", "family") or "", key] = style

    def paragraph(self, key: str | None) -> Style | None:
        """What a paragraph of a style is; None when the style does not say."""
        chain = list(self._chain("paragraph", key))
        named = named_style(style.name for style in chain)
        if named is None and key is not None and not chain:
            return named_style([_readable(key)])
        if named is not None:
            return named
        levels = (style.outline for style in chain if style.outline)
        level = next(levels, 0)
        return Style(StyleKind.HEADING, level) if level else None

    def emphasis(self, key: str | None) -> dict[EmphasisKind, bool]:
        """How a span of a style is set off, or expressly not."""
        found: dict[EmphasisKind, bool] = {}
        for style in self._chain("text", key):
            name = style.name.lower().replace("_", " ")
            if name in _LINKS:
                continue  # underlined since it is a link, and not to stress it
            for kind, on in style.emphasis.items():
                found.setdefault(kind, on)
            if name in _CODE:
                found.setdefault(EmphasisKind.CODE, True)
        return found

    def hidden(self, family: str, key: str | None) -> bool | None:
        """Whether what has a style is not shown; None when the style does not say."""
        chain = self._chain(family, key)
        return next((style.hidden for style in chain if style.hidden is not None), None)

    def width_of_column(self, key: str | None) -> int:
        """How wide a column of a style is, in twentieths of a point; 0: the style does not say."""
        chain = self._chain("table-column", key)
        return next((style.width for style in chain if style.width), 0)

    def _chain(self, family: str, key: str | None) -> Iterator[_OdtStyle]:
        """A style and those that it is based on, the nearest first."""
        for _ in range(_MOST_BASES):
            style = self._styles.get((family, key)) if key is not None else None
            if style is None:
                return
            yield style
            key = style.parent


def changed(kinds: Kinds, by: dict[EmphasisKind, bool]) -> Kinds:
    """The emphasis inside of a span.

    Args:
        kinds: that around it.
        by: what the span says itself.
    """
    return (kinds - by.keys()) | {kind for kind, on in by.items() if on}


def _readable(name: str) -> str:
    """A name as people see it: in a file a space is `_20_`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)


def _length(said: str) -> int:
    """A length in twentieths of a point; 0 for what is none."""
    found = _LENGTH.fullmatch(said)
    return round(float(found[1]) * _UNITS[found[2]]) if found is not None else 0


def _emphasis(properties: Element) -> dict[EmphasisKind, bool]:
    found: dict[EmphasisKind, bool] = {}
    weight = properties.get(f"{{{_COMPATIBLE}}}font-weight")
    if weight is not None:
        found[EmphasisKind.BOLD] = weight == "bold" or weight in ("600", "700", "800", "900")
    posture = properties.get(f"{{{_COMPATIBLE}}}font-style")
    if posture is not None:
        found[EmphasisKind.ITALIC] = posture in ("italic", "oblique")
    for kind, name in (
        (EmphasisKind.UNDERLINE, "text-underline-style"),
        (EmphasisKind.STRIKE, "text-line-through-style"),
    ):
        style = get(properties, "style", name)
        if style is not None:
            found[kind] = style != "none"
    position = get(properties, "style", "text-position")
    if position is not None:
        where = position.split()[0] if position.split() else ""
        found[EmphasisKind.SUPERSCRIPT] = where == "super" or (where[:1].isdigit() and where > "0%")
        found[EmphasisKind.SUBSCRIPT] = where == "sub" or where.startswith("-")
    return found
