"""The text of an OpenDocument: its paragraphs, spans, notes, boxes and recorded changes.

Imports the engine's public names and this room. What the elements mean stands in OpenDocument
1.3, part 3, chapters 4 to 10; names as there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from variorum.engine import Style, StyleKind, TextParagraph
from variorum.readers.building import PLAIN, Flow, Kinds, Runs, Tally
from variorum.readers.content import LeftOutKind
from variorum.readers.markup import Found, Names, find
from variorum.readers.odt_styles import NAMES, Styles, changed, get
from variorum.readers.odt_tables import CELL, CELLS, COVERED, OdtRows
from variorum.readers.options import TrackedChanges

_PARAGRAPHS: Final = frozenset({"text:p", "text:h"})
_INDEXES: Final = frozenset(
    {
        "text:table-of-content",
        "text:illustration-index",
        "text:table-index",
        "text:object-index",
        "text:user-index",
        "text:alphabetical-index",
    }
)
"""Lists of places with their pages, made by the program. A bibliography is text."""

_WANTED: Final = _PARAGRAPHS | _INDEXES | {"style:style", "text:tracked-changes", COVERED}
_MARGINS: Final = ("style:header", "style:footer")
_SILENT: Final = frozenset(
    {
        "text:note-citation",
        "text:ruby-text",
        "text:tracked-changes",
        "text:bibliography-source",
        "office:event-listeners",
        "office:annotation-end",
    }
)
"""What holds characters that are no part of the text."""

_HIDDEN: Final = frozenset({"text:hidden-text", "text:hidden-paragraph"})
_MOST_SPACES: Final = 10_000
"""How many spaces one `text:s` may stand for."""


@dataclass(slots=True)
class _Open:
    """The paragraph that is being read."""

    style: Style
    hidden: bool = False
    """Its style says so of all text in it that says nothing else."""
    runs: Runs = field(default_factory=Runs)
    anchored: list[TextParagraph] = field(default_factory=list)
    """Notes and boxes, which follow it."""


class Walker:
    """Walks through the parts of a document, styles first."""

    def __init__(self, changes: TrackedChanges) -> None:
        """Get ready.

        Args:
            changes: what becomes of recorded changes.
        """
        self.tally = Tally()
        """What was left out."""
        self._names = Names(NAMES)
        self._accepted = changes is TrackedChanges.ACCEPTED
        self._styles = Styles()
        self._flow = Flow()
        self._rows = OdtRows(self._names, self._flow.tables, self._styles)
        self._open = _Open(Style())
        self._endnotes: list[TextParagraph] = []
        self._margin: Element | None = None
        self._insertions: set[str] = set()
        self._deletions: dict[str, Element] = {}
        self._skipping: set[str] = set()
        """The rejected insertions that we are in; they may go on over several paragraphs."""
        self._handlers: dict[str, Callable[[Element, Kinds], None]] = {
            "text:span": self._span,
            "text:s": self._spaces,
            "text:tab": self._sign,
            "text:line-break": self._sign,
            "text:note": self._note,
            "text:change": self._deletion,
            "text:change-start": self._start,
            "text:change-end": self._end,
            "office:annotation": self._comment,
            "draw:frame": self._frame,
            "draw:text-box": self._box,
            "draw:image": self._picture,
            **dict.fromkeys(_SILENT, self._nothing),
            **dict.fromkeys(_HIDDEN, self._hidden),
            **dict.fromkeys(_SHAPES, self._box),
            **dict.fromkeys(_OBJECTS, self._object),
        }

    def walk(self, pieces: Iterable[bytes]) -> None:
        """Read a part of the document.

        Raises:
            Unreadable: it is damaged.
        """
        for found in find(pieces, self._names, _WANTED, empty=frozenset({CELL})):
            if found.name == "style:style":
                self._styles.add(found.element, self._names)
            elif found.name == "text:tracked-changes":
                self._take_changes(found.element)
            elif found.name in _INDEXES:
                self.tally.add(LeftOutKind.NAVIGATION)
                self._rows.enter(found.ancestors)
            elif found.name in CELLS:
                self._rows.enter((*found.ancestors, found.element))
            else:
                self._take(found)

    def paragraphs(self) -> tuple[TextParagraph, ...]:
        """All that were found, and the endnotes at the end."""
        self._flow.add(self._endnotes)
        self._endnotes = []
        return self._flow.paragraphs()

    def _take_changes(self, element: Element) -> None:
        for region in element:
            key = get(region, "text", "id") or region.get(_XML_ID) or ""
            for change in region:
                name = self._names[change.tag]
                if name == "text:insertion":
                    self._insertions.add(key)
                elif name == "text:deletion":
                    self._deletions[key] = change

    def _take(self, found: Found) -> None:
        """Read a paragraph of the text, or take notice of one that is none of it."""
        lists = 0
        for ancestor in found.ancestors:
            name = self._names[ancestor.tag]
            if name.startswith(_MARGINS):
                self._count_margin(ancestor, found.element)
                return
            if name == CELL:
                lists = 0
            elif name == "text:list":
                lists += 1
            elif name == "text:section" and get(ancestor, "text", "display") == "none":
                self.tally.add(LeftOutKind.HIDDEN)
                return
            elif name == "office:annotation":
                return
        self._flow.enter(self._rows.enter(found.ancestors))
        self._paragraph(found.element, lists, None)

    def _count_margin(self, margin: Element, element: Element) -> None:
        """Count a page's head or foot once, however many paragraphs it has."""
        if margin is not self._margin and "".join(element.itertext()).strip():
            self._margin = margin
            self.tally.add(LeftOutKind.HEADERS)

    def _inner(self, element: Element, style: Style | None) -> tuple[TextParagraph, ...]:
        """The paragraphs in a note or a box, apart from those around it."""
        outer = self._flow, self._rows, self._open
        self._flow = Flow()
        self._rows = OdtRows(self._names, self._flow.tables, self._styles)
        try:
            self._blocks((element,), 0, style)
            return self._flow.paragraphs()
        finally:
            self._flow, self._rows, self._open = outer

    def _blocks(self, around: tuple[Element, ...], lists: int, style: Style | None) -> None:
        for each in around[-1]:
            name = self._names[each.tag]
            if name in _PARAGRAPHS:
                self._flow.enter(self._rows.enter(around))
                self._paragraph(each, lists, style)
            elif name in self._handlers:
                self._handlers[name](each, PLAIN)
            elif name == COVERED or (name == CELL and not len(each)):
                self._rows.enter((*around, each))
            elif name.startswith(("text:", "table:", "draw:")):
                self._blocks((*around, each), lists + (name == "text:list"), style)

    def _paragraph(self, element: Element, lists: int, style: Style | None) -> None:
        """Read a paragraph.

        Args:
            element: the `text:p` or `text:h`.
            lists: in how many lists it stands.
            style: what it is whatever it says itself, in a note.
        """
        outer = self._open
        runs = Runs(continued=self._flow.goes_on)
        hidden = self._styles.hidden("paragraph", get(element, "text", "style-name")) is True
        self._open = _Open(style or self._style(element, lists), hidden, runs)
        try:
            self._inline(element, PLAIN)
            done = self._open
            if hidden and not done.runs and any(element.itertext()):
                self.tally.add(LeftOutKind.HIDDEN)
            joined = bool(self._skipping)
            self._flow.end(done.runs, done.style, joined=joined, anchored=done.anchored)
        finally:
            self._open = outer

    def _style(self, element: Element, lists: int) -> Style:
        key = get(element, "text", "style-name")
        if self._names[element.tag] == "text:h":
            level = get(element, "text", "outline-level") or "1"
            return Style(StyleKind.HEADING, int(level) if level.isdecimal() else 1)
        found = self._styles.paragraph(key)
        if found is not None and found.kind is StyleKind.HEADING:
            return found
        if self._flow.in_cell:
            return Style(StyleKind.TABLE_CELL)
        if lists:
            return Style(StyleKind.LIST_ITEM, lists)
        return found or Style()

    def _inline(self, element: Element, kinds: Kinds) -> None:
        """Read what stands in a paragraph."""
        self._add(element.text, kinds)
        for each in element:
            handler = self._handlers.get(self._names[each.tag], self._inline)
            handler(each, kinds)
            self._add(each.tail, kinds)

    def _add(self, text: str | None, kinds: Kinds) -> None:
        if text and not self._is_away():
            self._open.runs.add_collapsed(text, kinds)

    def _is_away(self) -> bool:
        """Whether text that stands here is none of the document's."""
        return bool(self._skipping) or self._open.hidden

    def _span(self, element: Element, kinds: Kinds) -> None:
        key = get(element, "text", "style-name")
        hidden = self._styles.hidden("text", key)
        if hidden:
            self.tally.add(LeftOutKind.HIDDEN, not self._open.hidden)
            return
        around = self._open.hidden
        self._open.hidden = around and hidden is None
        self._inline(element, changed(kinds, self._styles.emphasis(key)))
        self._open.hidden = around

    def _spaces(self, element: Element, kinds: Kinds) -> None:
        count = get(element, "text", "c") or "1"
        number = int(count) if count.isdecimal() and len(count) < 9 else 1
        if not self._is_away():
            self._open.runs.add(" " * min(number, _MOST_SPACES), kinds)

    def _sign(self, element: Element, kinds: Kinds) -> None:
        if not self._is_away():
            tab = self._names[element.tag] == "text:tab"
            self._open.runs.add("\t" if tab else "\n", kinds)

    def _note(self, element: Element, _: Kinds) -> None:
        if self._skipping:
            return
        paragraphs = self._inner(element, Style(StyleKind.FOOTNOTE))
        if get(element, "text", "note-class") == "endnote":
            self._endnotes += paragraphs
        else:
            self._open.anchored += paragraphs

    def _deletion(self, element: Element, kinds: Kinds) -> None:
        """The place where something was deleted; put it back if that was rejected."""
        deletion = self._deletions.get(get(element, "text", "change-id") or "")
        if deletion is None:
            return
        if self._accepted:
            self.tally.add(LeftOutKind.DELETIONS)
            return
        self._restore(deletion, kinds)

    def _restore(self, deletion: Element, kinds: Kinds) -> None:
        """Put deleted text in, which may begin and end in the middle of a paragraph."""
        paragraphs = [e for e in deletion.iter() if self._names[e.tag] in _PARAGRAPHS]
        for number, paragraph in enumerate(paragraphs):
            if number:
                done = self._open
                self._flow.end(done.runs, done.style, anchored=done.anchored)
                self._open = _Open(done.style, done.hidden)
            self._inline(paragraph, kinds)

    def _start(self, element: Element, _: Kinds) -> None:
        key = get(element, "text", "change-id") or ""
        if not self._accepted and key in self._insertions:
            self._skipping.add(key)
            self.tally.add(LeftOutKind.INSERTIONS)

    def _end(self, element: Element, _: Kinds) -> None:
        self._skipping.discard(get(element, "text", "change-id") or "")

    def _comment(self, _: Element, __: Kinds) -> None:
        self.tally.add(LeftOutKind.COMMENTS)

    def _nothing(self, _: Element, __: Kinds) -> None:
        """Read nothing of it."""

    def _hidden(self, _: Element, __: Kinds) -> None:
        self.tally.add(LeftOutKind.HIDDEN)

    def _frame(self, element: Element, kinds: Kinds) -> None:
        """What a frame shows: the first that it holds, of which the others are other forms."""
        for each in element:
            handler = self._handlers.get(self._names[each.tag])
            if handler is not None:
                handler(each, kinds)
                return

    def _box(self, element: Element, _: Kinds) -> None:
        """A box or a shape with text, which follows the paragraph."""
        if not self._skipping:
            self._open.anchored += self._inner(element, None)

    def _picture(self, _: Element, __: Kinds) -> None:
        self.tally.add(LeftOutKind.PICTURES)

    def _object(self, _: Element, __: Kinds) -> None:
        self.tally.add(LeftOutKind.OBJECTS)


_SHAPES: Final = frozenset(
    {
        "draw:custom-shape",
        "draw:rect",
        "draw:ellipse",
        "draw:circle",
        "draw:polygon",
        "draw:path",
        "draw:g",
        "draw:line",
        "draw:caption",
    }
)
_OBJECTS: Final = frozenset({"draw:object", "draw:object-ole", "draw:plugin", "draw:applet"})
_XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
