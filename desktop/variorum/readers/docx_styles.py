"""The styles of a DOCX: what a paragraph or a run is by the name of its style.

Imports the engine's public names and this room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from variorum.engine import EmphasisKind, Style, StyleKind
from variorum.readers.building import Kinds, is_style_of_contents, named_style
from variorum.readers.markup import Names, find

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"

NAMES: Final = {
    WORD: "w",
    STRICT: "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "urn:schemas-microsoft-com:vml": "v",
    "http://schemas.openxmlformats.org/package/2006/relationships": "r",
}
"""The namespaces that matter, the strict ones of ISO 29500 among them."""

_OFF: Final = frozenset({"0", "false", "off", "none"})
_MOST_BASES: Final = 20
"""How long a chain of styles is followed: it may be a ring."""


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of Word's own namespace, whichever of the two it is.

    Args:
        element: None has no attributes.
        name: without its namespace.
    """
    if element is None:
        return None
    found = element.get(f"{{{WORD}}}{name}")
    return found if found is not None else element.get(f"{{{STRICT}}}{name}")


def is_on(element: Element | None) -> bool:
    """Whether a property that is there or not is there: `<w:b/>`, but not `<w:b w:val="0"/>`."""
    return element is not None and (value(element) or "1") not in _OFF


@dataclass(slots=True)
class WordStyle:
    """A style as the file defines it."""

    name: str = ""
    based_on: str | None = None
    outline: int | None = None
    """0 for the highest heading."""
    listed: bool = False
    list_level: int = 0
    emphasis: dict[EmphasisKind, bool] = field(default_factory=dict)
    """What a run of this style is, or expressly is not."""
    hidden: bool | None = None
    """Whether its runs are not shown; None: it does not say."""


class Styles:
    """All styles of a file."""

    def __init__(self, pieces: Iterable[bytes], names: Names) -> None:
        """Read the part of the file that defines them.

        Raises:
            Unreadable: it is damaged.
        """
        self._styles: dict[str, WordStyle] = {}
        self._emphasis: dict[str | None, Kinds] = {}
        self._paragraphs: dict[str | None, Style | None] = {}
        self._contents: dict[str | None, bool] = {}
        for found in find(pieces, names, frozenset({"w:style"})):
            key = value(found.element, "styleId")
            if key is not None:
                self._styles[key] = _style(found.element, names)

    def paragraph(self, key: str | None) -> Style | None:
        """What a paragraph of a style is; None when the style does not say."""
        if key not in self._paragraphs:
            self._paragraphs[key] = self._find_paragraph(key)
        return self._paragraphs[key]

    def _find_paragraph(self, key: str | None) -> Style | None:
        chain = list(self._chain(key))
        named = named_style(style.name for style in chain)
        if named is not None:
            return named
        for style in chain:
            if style.outline is not None:
                return _heading(style.outline)
        for style in chain:
            if style.listed:
                return Style(StyleKind.LIST_ITEM, style.list_level + 1)
        return None

    def is_contents(self, key: str | None) -> bool:
        """Whether a style is that of a table of contents, of an index and the like."""
        if key not in self._contents:
            chain = self._chain(key)
            self._contents[key] = any(is_style_of_contents(style.name) for style in chain)
        return self._contents[key]

    def emphasis(self, key: str | None) -> Kinds:
        """How a run of a style is set off."""
        if key not in self._emphasis:
            self._emphasis[key] = self._find_emphasis(key)
        return self._emphasis[key]

    def _find_emphasis(self, key: str | None) -> Kinds:
        found: dict[EmphasisKind, bool] = {}
        for style in self._chain(key):
            name = style.name.lower().replace("_", " ")
            if name in _LINKS:
                continue  # blue and underlined, since it is a link and not to stress it
            for kind, on in style.emphasis.items():
                found.setdefault(kind, on)
            if name in _CODE:
                found.setdefault(EmphasisKind.CODE, True)
        return frozenset(kind for kind, on in found.items() if on)

    def hidden(self, key: str | None) -> bool | None:
        """Whether runs of a style are not shown; None when the style does not say."""
        return next((s.hidden for s in self._chain(key) if s.hidden is not None), None)

    def _chain(self, key: str | None) -> Iterator[WordStyle]:
        """A style and those that it is based on, the nearest first."""
        for _ in range(_MOST_BASES):
            style = self._styles.get(key) if key is not None else None
            if style is None:
                return
            yield style
            key = style.based_on


_LINKS: Final = frozenset(
    {"hyperlink", "followedhyperlink", "internet link", "visited internet link"}
)
_CODE: Final = frozenset(
    {"verbatim char", "source text", "html code", "html typewriter", "html sample", "code"}
)


def outline_style(properties: Element | None, names: Names) -> Style | None:
    """A heading by the outline level that a paragraph names itself."""
    level = number(value(child(properties, "w:outlineLvl", names)))
    return _heading(level) if level is not None else None


def child(element: Element | None, name: str, names: Names) -> Element | None:
    """The first child of a name."""
    if element is not None:
        for each in element:
            if names[each.tag] == name:
                return each
    return None


class RunLook(NamedTuple):
    """What a run says of its looks itself."""

    style: str | None
    """The name of its style."""
    emphasis: dict[EmphasisKind, bool]
    """How it is set off, or expressly not."""
    hidden: bool | None
    """None: it does not say."""


def run_look(properties: Element | None, names: Names) -> RunLook:
    """What a run says of its looks itself."""
    style: str | None = None
    hidden: bool | None = None
    found: dict[EmphasisKind, bool] = {}
    for each in () if properties is None else properties:
        name = names[each.tag]
        kind = _MARKS.get(name)
        if kind is not None:
            found[kind] = is_on(each)
        elif name == "w:vertAlign":
            found[EmphasisKind.SUPERSCRIPT] = value(each) == "superscript"
            found[EmphasisKind.SUBSCRIPT] = value(each) == "subscript"
        elif name == "w:rStyle":
            style = value(each)
        elif name == "w:vanish":
            hidden = is_on(each)
    return RunLook(style, found, hidden)


_MARKS: Final = {
    "w:b": EmphasisKind.BOLD,
    "w:i": EmphasisKind.ITALIC,
    "w:u": EmphasisKind.UNDERLINE,
    "w:strike": EmphasisKind.STRIKE,
    "w:dstrike": EmphasisKind.STRIKE,
}


def _style(element: Element, names: Names) -> WordStyle:
    paragraph = child(element, "w:pPr", names)
    look = run_look(child(element, "w:rPr", names), names)
    numbering = child(paragraph, "w:numPr", names)
    character = value(element, "type") == "character"
    return WordStyle(
        name=value(child(element, "w:name", names)) or "",
        based_on=value(child(element, "w:basedOn", names)),
        outline=number(value(child(paragraph, "w:outlineLvl", names))),
        listed=(value(child(numbering, "w:numId", names)) or "0") != "0",
        list_level=number(value(child(numbering, "w:ilvl", names))) or 0,
        # What a style of paragraphs looks like is no emphasis inside of one.
        emphasis=look.emphasis if character else {},
        hidden=look.hidden,
    )


def _heading(outline: int) -> Style | None:
    return Style(StyleKind.HEADING, outline + 1) if 0 <= outline < _BODY_LEVEL else None


_BODY_LEVEL: Final = 9
"""The outline level that means body text; ISO 29500-1, 17.3.1.20."""


def number(text: str | None) -> int | None:
    """A number that is written in digits, if it is one."""
    return int(text) if text is not None and text.isascii() and text.isdigit() else None


def list_style(properties: Element | None, names: Names) -> Style | None:
    """An item of a list by the numbering that a paragraph names itself."""
    numbering = child(properties, "w:numPr", names)
    if numbering is None or (value(child(numbering, "w:numId", names)) or "0") == "0":
        return None
    level = number(value(child(numbering, "w:ilvl", names))) or 0
    return Style(StyleKind.LIST_ITEM, level + 1)
