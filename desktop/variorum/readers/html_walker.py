"""Events of an HTML parser -> paragraphs.

Imports the engine's public names, the meaning of elements and the standard library. There is no
tree and no recursion: how deep elements are nested matters to nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from variorum.engine import Cell, EmphasisKind, Style, StyleKind, TextParagraph
from variorum.readers import html_elements as elements
from variorum.readers.content import LeftOutKind
from variorum.readers.html_notes import Notes, Place, linked_place
from variorum.readers.html_tables import OpenTable
from variorum.readers.inline_text import InlineText, stanzas
from variorum.readers.table_columns import Tables

LINK_SHARE: Final = 0.5
"""From this share of linked characters on, a head, foot or menu is navigation (menus: .8 to 1,
introductions and bylines: 0 to .3)."""
FARTHEST: Final = 12
"""So many elements around a name are looked at for the passage that it means."""
_NOTE_MARK: Final = re.compile(r"\s*[\[(]?(?:\d{1,4}|[*†‡§¶]{1,3}|[a-z])[\])]?\s*")
"""The raised link to a note, such as 12 or [a]."""
_STOP: Final = re.compile(r"[.,;:!?…)\]](?!\w)")
"""What stands behind the mark of a note, and never behind a space."""
LONGEST_BACK: Final = 4
"""In characters: a longer link does not only lead back."""
_BACK: Final = frozenset({"^", "↑", "↩", "↩\ufe0e", "↩\ufe0f", "↵", "⏎", "⤴", "¶", "#", "🔗"})
"""What links from a note back to its mark are made of, and those from a heading to itself."""


@dataclass(slots=True)
class _Open:
    """An element that is open, and what was before it."""

    tag: str
    is_block: bool
    emphasis: tuple[EmphasisKind, ...]
    style: Style
    keeps_space: bool
    start: int
    """Where its text begins in the paragraph."""
    links: int
    """How many links to places on the page there were before."""
    table: OpenTable | None
    cell: Cell | None
    is_fragment: bool = False
    """It is a link to a place on the page."""
    is_of_comment: bool = False
    """It is one to a comment, or from it."""
    leads_back: bool = False
    """It is one to another link to a place on the page, which came before it."""
    menu: _Counts | None = None
    first: int = 0
    """The number of the first paragraph in it."""
    names: list[Place] = field(default_factory=list)
    """By which links lead to it."""


@dataclass(slots=True)
class _Counts:
    """What there was when an element began that may turn out to be navigation."""

    paragraphs: int
    characters: int
    linked: int
    is_foot_of_page: bool


class HtmlWalker:
    """A target for lxml's parser: called for each start, end and text, in order."""

    def __init__(self, name: str = "") -> None:
        """Nothing was found yet.

        Args:
            name: of the page, by which others of the same book link to it.
        """
        self.paragraphs: list[TextParagraph] = []
        """What was found so far."""
        self.notes = Notes()
        """What refers to notes, and what may be some."""
        self._name = name
        self.left_out: Counter[LeftOutKind] = Counter()
        """How often each kind was left out."""
        self.language: str | None = None
        """What the page says its language is."""
        self.ended = 0
        """How many elements have ended."""
        self._open: list[_Open] = []
        self._skipped = 0
        """How many elements are open within one that is left out, with it."""
        self._text = InlineText()
        self._style = Style()
        self._keeps_space = False
        self._tables = Tables()
        self._table: OpenTable | None = None
        self._cell: Cell | None = None
        self._lists = 0
        self._sections = 0
        self._links = 0
        self._fragments = 0
        """How many links to places on the page there were."""
        self._open_fragments = 0
        self._linked_place: Place | None = None
        """Where the last link to a place on a page leads."""
        self._mark_at = -1
        """Where in the paragraph the last mark of a note was left out."""
        self._names_to_come: list[Place] = []
        """What the label of a note was called, or what holds nothing: it is what follows them."""
        self._marks: set[Place] = set()
        """The names of links to places on the page."""
        self._comment = False
        """The paragraph that is being read is a comment."""
        self._contents_end = -1
        """How many paragraphs there were when the last one of a table of contents was left out."""
        self._last_note = -1
        """The number of the last paragraph that is part of a note."""
        self._characters = 0
        self._linked = 0

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._open) + self._skipped

    def start(self, tag: str, attributes: elements.Attributes) -> None:
        """An element begins."""
        if self._skipped:
            self._skipped += 1
            return
        is_block = tag in elements.BLOCKS
        if is_block:
            self._end_paragraph()
        if is_block and attributes and elements.is_contents(attributes):
            self._skipped = 1
            self._count_contents()
            return
        skip, kind = elements.is_no_text(tag, attributes)
        if skip:
            self._skipped = 1
            self._take_note_mark(tag, attributes)
            if kind is not None:
                self.left_out[kind] += 1
            return
        if self._is_label_of_note(tag, attributes):
            self._skipped = 1
            self._names_to_come += self._places_named(attributes)
            return
        emphasis = elements.emphasis_of(tag, attributes)
        if self._keeps_space and EmphasisKind.CODE in emphasis:
            emphasis = ()  # code in a preformatted passage says nothing more
        entry = _Open(
            tag,
            is_block,
            emphasis,
            self._style,
            self._keeps_space,
            self._text.length,
            self._fragments,
            self._table,
            self._cell,
            first=len(self.paragraphs),
        )
        self._open.append(entry)
        self._take_names(attributes, entry if is_block else None)
        for kind_ in emphasis:
            self._text.begin(kind_)
        if is_block:
            entry.names += self._names_to_come
            self._names_to_come.clear()
            self._begin_block(entry, attributes)
        else:
            self._begin_inline(entry, attributes)

    def end(self, tag: str) -> None:  # noqa: ARG002 - the parser closes what it opened, in order
        """The element that was begun last ends."""
        self.ended += 1
        if self._skipped:
            self._skipped -= 1
            return
        entry = self._open.pop()
        if entry.is_of_comment and self._is_note_mark(entry):
            self._take_comment(entry)
        elif entry.tag == "sup" and self._is_note_mark(entry):
            self._text.cut(entry.start)
            self._refer(self._linked_place)
        if entry.is_block:
            self._end_paragraph()
            self._end_block(entry)
        elif entry.tag == "a":
            if entry.is_fragment and self._is_back_link(entry):
                self._text.cut(entry.start)
            self._links -= 1
            self._open_fragments -= entry.is_fragment
        for kind in entry.emphasis:
            self._text.end(kind)
        self._style = entry.style
        self._table, self._cell = entry.table, entry.cell
        self._keeps_space = entry.keeps_space

    def data(self, text: str) -> None:
        """Text stands here."""
        if self._skipped:
            return
        count = len(text) - text.count(" ") - text.count("\n")
        self._characters += count
        if self._links:
            self._linked += count
        if self._keeps_space:
            self._text.add_as_it_is(text)
        else:
            if self._mark_at == self._text.length and _STOP.match(text):
                self._text.close_up()
            self._text.add(text)

    def comment(self, text: str) -> None:
        """A comment of the author to himself; it is no text."""

    def close(self) -> HtmlWalker:
        """There is no more."""
        self._end_paragraph()
        self.paragraphs = [self._tables.placed(each) for each in self.paragraphs]
        return self

    def _begin_block(self, entry: _Open, attributes: elements.Attributes) -> None:
        tag = entry.tag
        self._keeps_space = self._keeps_space or elements.keeps_space(tag, attributes)
        if tag in elements.LISTS:
            self._lists += 1
        elif tag in elements.SECTIONS:
            self._sections += 1
        if tag == "table":
            self._table = OpenTable(self._tables)
        elif self._table is not None:
            self._begin_in_table(self._table, tag, attributes)
        if elements.may_be_menu(tag, attributes):
            entry.menu = _Counts(
                len(self.paragraphs),
                self._characters,
                self._linked,
                tag == "footer" and self._sections == 0,
            )
        if elements.holds_notes(attributes):
            self._style = Style(StyleKind.FOOTNOTE)
        elif self._style.kind is not StyleKind.FOOTNOTE:
            self._style = self._style_of(tag, attributes)
        if tag == "html":
            self._note_language(attributes)

    def _begin_in_table(self, table: OpenTable, tag: str, attributes: elements.Attributes) -> None:
        if tag == "tr":
            table.begin_row()
            self._cell = None
        elif tag in elements.CELLS:
            self._cell = table.begin_cell(attributes)
        elif tag in elements.ROW_GROUPS:
            table.begin_group()

    def _style_of(self, tag: str, attributes: elements.Attributes) -> Style:
        if tag == "li":
            return Style(StyleKind.LIST_ITEM, max(1, self._lists))
        if tag in ("div", "p") and attributes:
            level = elements.list_level(attributes)
            if level is not None:
                return Style(StyleKind.LIST_ITEM, level)
            if elements.is_verse(attributes):
                return Style(StyleKind.VERSE)
        return elements.STYLES.get(tag, self._style)

    def _begin_inline(self, entry: _Open, attributes: elements.Attributes) -> None:
        if entry.tag == "br":
            self._break_line()
        elif entry.tag == "a":
            self._links += 1
            place = linked_place(self._name, attributes.get("href", ""))
            if place is not None:
                entry.is_of_comment = elements.is_of_comment(attributes)
                entry.leads_back = place in self._marks
                self._marks.update(self._places_named(attributes))
                self._linked_place = place
                entry.is_fragment = True
                self._fragments += 1
                self._open_fragments += 1

    def _break_line(self) -> None:
        """A line break; a second one ends the paragraph, as writers of bare pages mean it."""
        if self._text.ends_line and not self._keeps_space:
            self._end_paragraph()
        elif self._text.length:
            self._text.break_line()

    def _is_note_mark(self, entry: _Open) -> bool:
        has_link = self._open_fragments > 0 or self._fragments > entry.links
        return has_link and _NOTE_MARK.fullmatch(self._text.since(entry.start)) is not None

    def _count_contents(self) -> None:
        """Count a table of contents once, however many paragraphs it has."""
        if self._contents_end != len(self.paragraphs):
            self._contents_end = len(self.paragraphs)
            self.left_out[LeftOutKind.NAVIGATION] += 1

    def _take_comment(self, entry: _Open) -> None:
        """Leave out the mark of a comment, or the comment that it begins."""
        self._comment = entry.leads_back and not entry.start
        self._text.cut(entry.start)
        self.left_out[LeftOutKind.COMMENTS] += not self._comment

    def _take_note_mark(self, tag: str, attributes: elements.Attributes) -> None:
        """Remember what a link refers to that is left out since it is the mark of a note."""
        if tag == "a":
            self._take_names(attributes, None)
            self._refer(linked_place(self._name, attributes.get("href", "")))
        elif elements.is_note_mark(attributes):
            self._refer(self._linked_place)

    def _refer(self, place: Place | None) -> None:
        """The mark of a note was left out here."""
        self.notes.refer(place)
        self._mark_at = self._text.length

    def _is_label_of_note(self, tag: str, attributes: elements.Attributes) -> bool:
        is_in_note = self._style.kind is StyleKind.FOOTNOTE
        return is_in_note and bool(attributes) and elements.is_label_of_note(tag, attributes)

    def _take_names(self, attributes: elements.Attributes, block: _Open | None) -> None:
        """Give the passage that an element begins the names that links call it by.

        A name within a paragraph is that of the paragraph, or of the item or the named part of the
        page that begins with it.

        Args:
            attributes: of the element.
            block: the element, if it begins a paragraph.
        """
        if not attributes or not self._open:
            return
        names = self._places_named(attributes)
        if names:
            holder = block or self._holder()
            holder.names += names

    def _places_named(self, attributes: elements.Attributes) -> list[Place]:
        """What links may call an element by."""
        names = {attributes[key] for key in ("id", "name") if attributes.get(key)}
        return [Place(self._name, name) for name in names]

    def _holder(self) -> _Open:
        """The block that an element within a paragraph stands for."""
        found: _Open | None = None
        for entry in islice(reversed(self._open), FARTHEST):
            if not entry.is_block:
                continue
            if found is not None and entry.first != found.first:
                break
            found = found or entry
            if entry.tag in ("li", "aside") or entry.names:
                return entry
        return found or self._open[-1]

    def _is_back_link(self, entry: _Open) -> bool:
        """Whether a link leads from a note back to its mark."""
        if self._text.length > entry.start + LONGEST_BACK:
            return False
        text = self._text.since(entry.start)
        begins = entry.leads_back and not entry.start
        return text.strip() in _BACK or (begins and _NOTE_MARK.fullmatch(text) is not None)

    def _end_block(self, entry: _Open) -> None:
        if entry.names and entry.first == len(self.paragraphs):
            self._names_to_come += entry.names
        elif entry.names:
            self.notes.name(entry.names, range(entry.first, len(self.paragraphs)))
        if entry.tag == "tr" and self._table is not None:
            self._table.end_row()
        if entry.tag in elements.LISTS:
            self._lists -= 1
        elif entry.tag in elements.SECTIONS:
            self._sections -= 1
        if entry.menu is not None and self._is_menu(entry.menu):
            del self.paragraphs[entry.menu.paragraphs :]
            self.notes.forget(entry.menu.paragraphs)
            self.left_out[LeftOutKind.NAVIGATION] += 1

    def _is_menu(self, counts: _Counts) -> bool:
        if len(self.paragraphs) == counts.paragraphs or self._last_note >= counts.paragraphs:
            return False
        if counts.is_foot_of_page:
            return True
        linked = self._linked - counts.linked
        return linked >= LINK_SHARE * (self._characters - counts.characters)

    def _end_paragraph(self) -> None:
        if not self._text.length:
            return
        text, emphasis = self._text.take()
        comment, self._comment = self._comment, False
        if comment or not text or text.isspace():
            self.notes.end_paragraph(len(self.paragraphs))
            return
        is_cell = self._style.kind is StyleKind.TABLE_CELL
        paragraph = TextParagraph(text, self._style, emphasis, self._cell if is_cell else None)
        if self._keeps_space:
            self.paragraphs.extend(stanzas(paragraph))
        else:
            self.paragraphs.append(paragraph)
        if self._style.kind is StyleKind.FOOTNOTE:
            self._last_note = len(self.paragraphs) - 1
        self.notes.end_paragraph(len(self.paragraphs))

    def _note_language(self, attributes: elements.Attributes) -> None:
        said = attributes.get("lang") or attributes.get("xml:lang") or ""
        if self.language is None and said:
            self.language = said
