"""The text of a DOCX: its paragraphs, runs, notes, boxes and recorded changes.

Imports the engine's public names and this room. What the elements mean stands in ISO 29500-1,
chapter 17; names as there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from variorum.engine import Style, StyleKind, TextParagraph
from variorum.readers.building import PLAIN, Flow, Kinds, Runs, Tally
from variorum.readers.content import LeftOutKind
from variorum.readers.docx_styles import (
    Styles,
    child,
    is_on,
    list_style,
    outline_style,
    run_look,
    value,
)
from variorum.readers.docx_tables import DocxRows
from variorum.readers.fields import LONGEST, shown_by
from variorum.readers.markup import Names, find
from variorum.readers.options import TrackedChanges
from variorum.readers.symbols import symbol

Notes = dict[tuple[str, str], tuple[TextParagraph, ...]]
"""The paragraphs of the notes, by `footnotes` or `endnotes` and their number."""

_INSERTED: Final = frozenset({"w:ins", "w:moveTo"})
_DELETED: Final = frozenset({"w:del", "w:moveFrom"})
_CHANGED: Final = _INSERTED | _DELETED

_TRANSPARENT: Final = frozenset(
    {
        "w:hyperlink",
        "w:smartTag",
        "w:customXml",
        "w:sdtContent",
        "w:fldSimple",
        "w:dir",
        "w:bdo",
        "w:ruby",
        "w:rubyBase",
        "mc:Choice",
        "mc:Fallback",
    }
)
"""What stands around runs without a meaning of its own. Of a `w:ruby` the reading, `w:rt`, is none
of these: it repeats the text in another script."""

_SIGNS: Final = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS: Final = re.compile("[\t\r\n]")


@dataclass(slots=True)
class _Open:
    """The paragraph that is being read."""

    runs: Runs = field(default_factory=Runs)
    hidden: bool = False
    """Its style says so of all runs that say nothing else."""
    anchored: list[TextParagraph] = field(default_factory=list)
    """Notes and boxes, which follow it."""
    fields: list[bool] = field(default_factory=list)
    """For each field that began here whether its instructions are still going on."""
    instructions: list[str] = field(default_factory=list)
    """Those of each of these fields."""


class Walker:
    """Walks through one part of a document."""

    def __init__(
        self, names: Names, styles: Styles, changes: TrackedChanges, notes: Notes, tally: Tally
    ) -> None:
        """Get ready.

        Args:
            names: how elements are called.
            styles: those of the document.
            changes: what becomes of recorded changes.
            notes: the notes that the part may refer to.
            tally: where to count what is left out.
        """
        self._names = names
        self._styles = styles
        self._accepted = changes is TrackedChanges.ACCEPTED
        self._skipped = _DELETED if self._accepted else _INSERTED
        self._notes = notes
        self._tally = tally
        self._flow = Flow()
        self._rows = DocxRows(names, self._flow.tables)
        self._open = _Open()
        self._endnotes: list[TextParagraph] = []
        self._in_contents = False
        self._handlers: dict[str, Callable[[Element, Kinds], None]] = {
            "w:r": self._run,
            "w:t": self._text,
            "w:delText": self._text,
            "m:t": self._text,
            "w:sym": self._symbol,
            "w:fldChar": self._field,
            "w:instrText": self._instruction,
            "w:footnoteReference": self._footnote,
            "w:endnoteReference": self._endnote,
            "w:commentReference": self._comment,
            "w:drawing": self._drawing,
            "w:pict": self._drawing,
            "w:object": self._object,
            "w:altChunk": self._object,
            "w:sdt": self._control,
            "mc:AlternateContent": self._alternatives,
            **dict.fromkeys(_CHANGED, self._change),
            **dict.fromkeys(_TRANSPARENT, self._inline),
            **dict.fromkeys(_SIGNS, self._sign),
        }

    def body(self, pieces: Iterable[bytes]) -> tuple[TextParagraph, ...]:
        """The paragraphs of the main part, and the endnotes at its end.

        Raises:
            Unreadable: it is damaged.
        """
        for found in find(pieces, self._names, frozenset({"w:p", "w:altChunk"})):
            if any(self._is_left_out(ancestor) for ancestor in found.ancestors):
                continue
            if found.name == "w:altChunk":
                self._tally.add(LeftOutKind.OBJECTS)
                continue
            self._flow.enter(self._rows.enter(found.ancestors))
            self._paragraph(found.element, None)
        self._flow.add(self._endnotes)
        return self._flow.paragraphs()

    def notes(
        self, pieces: Iterable[bytes], kind: str
    ) -> Iterator[tuple[tuple[str, str], tuple[TextParagraph, ...]]]:
        """The notes of a part, with what they are referred to by.

        Args:
            pieces: the part.
            kind: `footnotes` or `endnotes`.

        Raises:
            Unreadable: it is damaged.
        """
        for found in find(pieces, self._names, frozenset({"w:footnote", "w:endnote"})):
            key = value(found.element, "id")
            if key is not None and value(found.element, "type") in (None, "normal"):
                yield (kind, key), self._inner(found.element, Style(StyleKind.FOOTNOTE))

    def _inner(self, element: Element, style: Style | None) -> tuple[TextParagraph, ...]:
        """The paragraphs in a note or a box, apart from those around it."""
        outer = self._flow, self._rows, self._open
        self._flow, self._open = Flow(), _Open()
        self._rows = DocxRows(self._names, self._flow.tables)
        try:
            self._blocks((element,), style)
            return self._flow.paragraphs()
        finally:
            self._flow, self._rows, self._open = outer

    def _blocks(self, around: tuple[Element, ...], style: Style | None) -> None:
        for each in around[-1]:
            name = self._names[each.tag]
            if name == "w:p":
                self._flow.enter(self._rows.enter(around))
                self._paragraph(each, style)
            elif name.startswith(("w:", "mc:")) and not self._is_left_out(each):
                self._blocks((*around, each), style)

    def _is_left_out(self, element: Element) -> bool:
        """Whether nothing in something around paragraphs is to be read."""
        match self._names[element.tag]:
            case "w:tr":
                return self._is_changed_away(child(element, "w:trPr", self._names))
            case "w:tc":
                return self._is_changed_away(child(element, "w:tcPr", self._names))
            case "w:sdt":
                return self._is_placeholder(element)
            case "mc:Fallback":
                return True
            case name:
                return name in self._skipped

    def _is_changed_away(self, properties: Element | None) -> bool:
        """Whether a row or a cell was deleted, or must not have been inserted."""
        names = ("w:del", "w:cellDel") if self._accepted else ("w:ins", "w:cellIns")
        return any(child(properties, name, self._names) is not None for name in names)

    def _is_placeholder(self, control: Element) -> bool:
        """Whether a content control shows only what to write in it."""
        properties = child(control, "w:sdtPr", self._names)
        return is_on(child(properties, "w:showingPlcHdr", self._names))

    def _paragraph(self, element: Element, style: Style | None) -> None:
        """Read a paragraph.

        Args:
            element: the `w:p`.
            style: what it is whatever it says itself, in a note.
        """
        properties = child(element, "w:pPr", self._names)
        key = value(child(properties, "w:pStyle", self._names))
        if self._styles.is_contents(key):
            self._tally.add(LeftOutKind.NAVIGATION, 0 if self._in_contents else 1)
            self._in_contents = True
            return
        self._in_contents = False
        outer, self._open = self._open, _Open(hidden=self._styles.hidden(key) is True)
        try:
            self._inline(element, PLAIN)
            self._flow.end(
                self._open.runs,
                style or self._style(properties, key),
                joined=self._has_no_end(properties),
                anchored=self._open.anchored,
            )
        finally:
            self._open = outer

    def _style(self, properties: Element | None, key: str | None) -> Style:
        if not self._accepted:
            before = child(properties, "w:pPrChange", self._names)
            if before is not None:
                properties = child(before, "w:pPr", self._names)
                key = value(child(properties, "w:pStyle", self._names))
        found = self._styles.paragraph(key)
        heading = outline_style(properties, self._names)
        if found is None or found.kind is StyleKind.LIST_ITEM:
            found = heading or list_style(properties, self._names) or found
        if self._flow.in_cell and (found is None or found.kind is not StyleKind.HEADING):
            return Style(StyleKind.TABLE_CELL)
        return found or Style()

    def _has_no_end(self, properties: Element | None) -> bool:
        """Whether a paragraph goes on in the next one: its end was deleted, or it is an initial."""
        if properties is None:
            return False
        mark = child(properties, "w:rPr", self._names)
        if mark is not None and any(self._names[each.tag] in self._skipped for each in mark):
            return True
        frame = child(properties, "w:framePr", self._names)
        return (value(frame, "dropCap") or "none") != "none"

    def _inline(self, element: Element, kinds: Kinds) -> None:
        """Read what stands in a paragraph."""
        for each in element:
            name = self._names[each.tag]
            handler = self._handlers.get(name)
            if handler is not None:
                handler(each, kinds)
            elif name.startswith("m:"):
                self._inline(each, kinds)

    def _run(self, element: Element, kinds: Kinds) -> None:
        properties = child(element, "w:rPr", self._names)
        hidden: bool | None = None
        if properties is not None:
            look = run_look(properties, self._names)
            hidden = look.hidden
            if look.style is not None:
                kinds = kinds | (self._styles.emphasis(look.style) - look.emphasis.keys())
                if hidden is None:
                    hidden = self._styles.hidden(look.style)
            if look.emphasis:
                kinds = kinds | {kind for kind, on in look.emphasis.items() if on}
        if self._open.hidden if hidden is None else hidden:
            self._tally.add(LeftOutKind.HIDDEN)
            return
        self._inline(element, kinds)

    def _add(self, text: str, kinds: Kinds) -> None:
        fields = self._open.fields
        if not fields or not any(fields):
            self._open.runs.add(text, kinds)

    def _text(self, element: Element, kinds: Kinds) -> None:
        text = element.text or ""
        if element.get(_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        self._add(text if text.isprintable() else _BREAKS.sub(" ", text), kinds)

    def _sign(self, element: Element, kinds: Kinds) -> None:
        self._add(_SIGNS[self._names[element.tag]], kinds)

    def _symbol(self, element: Element, kinds: Kinds) -> None:
        self._add(symbol(value(element, "font") or "", value(element, "char") or ""), kinds)

    def _field(self, element: Element, kinds: Kinds) -> None:
        """Of a field, which runs over several runs, only the result is text."""
        fields = self._open.fields
        match value(element, "fldCharType"):
            case "begin":
                fields.append(True)
                self._open.instructions.append("")
            case "separate" if fields:
                fields[-1] = False
            case "end" if fields:
                fields.pop()
                self._add(shown_by(self._open.instructions.pop()), kinds)

    def _instruction(self, element: Element, _: Kinds) -> None:
        codes = self._open.instructions
        if codes and len(codes[-1]) <= LONGEST:
            codes[-1] += element.text or ""

    def _footnote(self, element: Element, _: Kinds) -> None:
        key = ("footnotes", value(element, "id") or "")
        self._open.anchored += self._notes.pop(key, ())

    def _endnote(self, element: Element, _: Kinds) -> None:
        key = ("endnotes", value(element, "id") or "")
        self._endnotes += self._notes.pop(key, ())

    def _comment(self, _: Element, __: Kinds) -> None:
        self._tally.add(LeftOutKind.COMMENTS)

    def _change(self, element: Element, kinds: Kinds) -> None:
        name = self._names[element.tag]
        if name not in self._skipped:
            self._inline(element, kinds)
        elif name == "w:del":
            self._tally.add(LeftOutKind.DELETIONS)
        elif name == "w:ins":
            self._tally.add(LeftOutKind.INSERTIONS)

    def _control(self, element: Element, kinds: Kinds) -> None:
        if not self._is_placeholder(element):
            self._inline(element, kinds)

    def _alternatives(self, element: Element, kinds: Kinds) -> None:
        """Of several ways to say one thing, read the first: the others repeat it."""
        for each in _first_alternative(element, self._names):
            self._inline(each, kinds)

    def _object(self, _: Element, __: Kinds) -> None:
        self._tally.add(LeftOutKind.OBJECTS)

    def _drawing(self, element: Element, _: Kinds) -> None:
        """A picture, or a box with text, which follows the paragraph."""
        name = self._names[element.tag]
        if name == "w:txbxContent":
            self._open.anchored += self._inner(element, None)
            return
        if name in ("a:blip", "v:imagedata"):
            self._tally.add(LeftOutKind.PICTURES)
        elif name == "a:graphicData" and element.get("uri", "").endswith(("/chart", "/diagram")):
            self._tally.add(LeftOutKind.OBJECTS)
        inner: Iterable[Element] = element
        if name == "mc:AlternateContent":
            inner = _first_alternative(element, self._names)
        for each in inner:
            self._drawing(each, PLAIN)


def _first_alternative(element: Element, names: Names) -> Sequence[Element]:
    for name in ("mc:Choice", "mc:Fallback"):
        found = child(element, name, names)
        if found is not None:
            return (found,)
    return ()
