"""The text of an RTF document: what its words, signs and groups mean for paragraphs.

Imports the engine's public names and this room. Bytes are gathered until something else comes, for
a character may be two of them, and then decoded as their font says.
"""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field
from typing import Final

from variorum.engine import EmphasisKind, Style, StyleKind, TextParagraph
from variorum.readers.building import (
    PLAIN,
    Flow,
    Kinds,
    Runs,
    Tally,
    is_style_of_contents,
    named_style,
)
from variorum.readers.content import LeftOutKind
from variorum.readers.fields import LONGEST, shown_by
from variorum.readers.options import TrackedChanges
from variorum.readers.rtf_tables import ROW_WORDS, RtfRows
from variorum.readers.rtf_words import (
    CELL_ENDS,
    CHARACTERS,
    COMPLEX,
    ENDS,
    ENTERED,
    MARGINS,
    NOTES,
    ROW_ENDS,
    SKIPPED,
    SYMBOL_CHARSET,
    SYMBOLS,
    TOGGLES,
    UNDERLINES,
    codec_of_charset,
    codec_of_page,
)
from variorum.readers.symbols import symbol

_MARKER: Final = re.compile(r"\s*(?:[•·▪◦‣–—*o-]|\(?(?:\d{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,7})[.)])\t")
"""What stands before an item of a list whose program writes the sign itself."""

_INDENT: Final = 360
"""In twentieths of a point: how much further each level of such a list stands in."""

_MOST_PLACES: Final = 50
"""How many notes and boxes may stand inside of each other; further ones count as text."""

_CODE: Final = frozenset({"verbatim char", "source text", "html code", "html typewriter"})
_HIGH: Final = range(0xD800, 0xDC00)
_LOW: Final = range(0xDC00, 0xE000)


@dataclass(slots=True)
class _Font:
    name: str = ""
    codec: str | None = None
    symbolic: bool = False


@dataclass(slots=True)
class _RtfStyle:
    name: str = ""
    based_on: int | None = None
    outline: int | None = None
    listed: bool = False
    kinds: Kinds = PLAIN


@dataclass(slots=True)
class _State:
    """What a group inherits and its end takes back."""

    where: str = "body"
    """`body`, `fonts`, `styles`, `instruction` (of a field) or `skipped`."""
    star: bool = False
    """The mark that what follows may be ignored has just been read."""
    margin: bool = False
    mute: bool = False
    """Pictures in here repeat another one."""
    shape: list[bool] | None = None
    """Whether the shape that we are in was counted as a picture; one for all its groups."""
    font: int = 0
    kinds: Kinds = PLAIN
    complex_kinds: Kinds = PLAIN
    """Bold and italic as they hold where `rightwards` is false."""
    rightwards: bool = True
    code: bool = False
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    skip: int = 1
    """How many characters stand in for one that is given by its code point."""
    style: int = 0
    outline: int | None = None
    listed: int = 0
    level: int = 0
    in_table: bool = False
    nesting: int = 1
    """In how many tables, if any."""
    in_inner_row: bool = False
    """Rows that are told of are those of a table in a cell."""
    hanging: bool = False
    indent: int = 0


@dataclass(slots=True)
class _Place:
    """Where paragraphs go: the document, a note, a box."""

    depth: int
    note: bool = False
    endnote: bool = False
    flow: Flow = field(default_factory=Flow)
    rows: RtfRows = field(init=False)
    runs: Runs = field(default_factory=Runs)
    anchored: list[TextParagraph] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Have the rows be those of the tables that paragraphs stand in."""
        self.rows = RtfRows(self.flow.tables)


class Walker:
    """Is told what a document consists of, and makes paragraphs of it."""

    def __init__(self, changes: TrackedChanges) -> None:
        """Get ready.

        Args:
            changes: what becomes of recorded changes.
        """
        self.tally = Tally()
        """What was left out."""
        self._accepted = changes is TrackedChanges.ACCEPTED
        self._codec = "cp1252"
        self._default_font = 0
        self._fonts: dict[int, _Font] = {}
        self._styles: dict[int, _RtfStyle] = {}
        self._character_styles: dict[int, _RtfStyle] = {}
        self._defined: _RtfStyle | None = None
        self._state = _State()
        self._stack: list[_State] = []
        self._places = [_Place(0)]
        self._endnotes: list[TextParagraph] = []
        self._instruction = ""
        """That of the field that is being read."""
        self._bytes = bytearray()
        self._high: int | None = None
        self._to_skip = 0
        self._in_contents = False
        """Whether the paragraph above was one of a table of contents."""
        self._away: LeftOutKind | None = None
        """What the text just before was left out as, so that each passage counts once."""

    @property
    def depth(self) -> int:
        """How many groups are open."""
        return len(self._stack)

    def open(self) -> None:
        """A group begins."""
        self._flush()
        self._to_skip = 0
        self._stack.append(self._state)
        self._state = copy(self._state)
        self._state.star = False

    def close(self) -> None:
        """A group ends."""
        self._flush()
        self._to_skip = 0
        if not self._stack:
            return
        if self._places[-1].depth == self.depth and len(self._places) > 1:
            self._leave()
        where = self._state.where
        self._state = self._stack.pop()
        if where == "instruction" and self._state.where != where:
            shown, self._instruction = shown_by(self._instruction), ""
            self._add(shown)
        if self._state.where == "styles":
            self._defined = None

    def paragraphs(self) -> tuple[TextParagraph, ...]:
        """All that were found."""
        self._flush()
        while len(self._places) > 1:
            self._leave()
        place = self._places[-1]
        if place.runs:
            self._end_paragraph()
        place.flow.add(self._endnotes)
        self._endnotes = []
        return place.flow.paragraphs()

    def take_bytes(self, data: bytes) -> None:
        """Text, in the encoding of its font."""
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        state = self._state
        if state.where in ("body", "instruction"):
            self._bytes += data
        elif state.where == "skipped":
            if state.margin and data.strip():
                self.tally.add(LeftOutKind.HEADERS)
                self._forget_margin()
        else:
            self._name(data)

    def sign(self, sign: str) -> None:
        """A sign after a backslash."""
        if sign == "*":
            self._state.star = True
        elif sign in "\r\n":
            self.word("par", None)
        elif self._to_skip:
            self._to_skip -= 1
        elif sign in SYMBOLS:
            self._flush()
            self._add(SYMBOLS[sign])

    def word(self, word: str, number: int | None) -> None:
        """A control word with its number, if it has one."""
        star, self._state.star = self._state.star, False
        if word == "u":
            self._unicode(number or 0)
            return
        if self._to_skip and word in CHARACTERS:
            self._to_skip -= 1
            return
        self._flush()
        if self._destination(word, star=star) or self._state.where == "skipped":
            return
        if self._state.where == "fonts":
            self._font_word(word, number)
        elif self._state.where == "styles":
            self._style_word(word, number)
        elif word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif word in ENDS:
            if self._state.where == "body":
                self._end(word)
        else:
            self._format(word, number)

    def _destination(self, word: str, *, star: bool) -> bool:
        """Whether a word says where what follows in its group goes, or that it goes nowhere."""
        state = self._state
        if word == "pict":
            self._count_picture()
        elif word == "shp":
            state.shape = [False]
        if word == "ud" and state.where == "skipped":
            state.where = self._stack[-2].where if len(self._stack) > 1 else "body"
            return True
        if state.where == "skipped":
            return False
        if word in ("fonttbl", "stylesheet"):
            state.where = "fonts" if word == "fonttbl" else "styles"
        elif state.where == "body" and word in NOTES and len(self._places) < _MOST_PLACES:
            self._places.append(_Place(self.depth, note=word == "footnote"))
            self._state = self._fresh()
        elif word == "fldinst":
            state.where = "instruction"
        elif word in MARGINS:
            state.where, state.margin = "skipped", True
        elif word in SKIPPED or (star and word not in ENTERED):
            self._skip(word)
        else:
            return False
        return True

    def _count_picture(self) -> None:
        """Count a picture; a shape may have several, one of which fills it."""
        state = self._state
        if state.mute:
            return
        if state.shape is not None:
            if state.shape[0]:
                return
            state.shape[0] = True
        self.tally.add(LeftOutKind.PICTURES)

    def _skip(self, word: str) -> None:
        self._state.where = "skipped"
        if word == "annotation":
            self.tally.add(LeftOutKind.COMMENTS)
        elif word == "object":
            self.tally.add(LeftOutKind.OBJECTS)
            self._state.mute = True
        elif word == "nonshppict":
            self._state.mute = True

    def _fresh(self) -> _State:
        """The state at the beginning of a note or a box."""
        return _State(font=self._default_font, skip=self._state.skip)

    def _leave(self) -> None:
        """A note or a box ends; it follows the paragraph that it is anchored in."""
        if self._places[-1].runs:
            self._end_paragraph()
        inner = self._places.pop()
        paragraphs = inner.flow.paragraphs()
        if inner.endnote:
            self._endnotes += paragraphs
        else:
            self._places[-1].anchored += paragraphs

    def _forget_margin(self) -> None:
        """Count a head or foot of a page once, however long it is."""
        self._state.margin = False
        for state in reversed(self._stack):
            if not state.margin:
                return
            state.margin = False

    # Characters

    def _unicode(self, number: int) -> None:
        self._flush(keep_high=True)
        code = number + 0x10000 if number < 0 else number
        self._to_skip = self._state.skip
        if code in _HIGH:
            self._high = code
            return
        if code in _LOW and self._high is not None:
            code = 0x10000 + ((self._high - 0xD800) << 10) + (code - 0xDC00)
        self._high = None
        font = self._fonts.get(self._state.font)
        if font is not None and font.symbolic and 0xF000 <= code <= 0xF0FF:
            self._add(symbol(font.name, f"{code:X}"))
        elif 0 < code <= 0x10FFFF and code not in _LOW:
            self._add(chr(code))

    def _flush(self, *, keep_high: bool = False) -> None:
        """Decode the bytes that were gathered."""
        if not keep_high:
            self._high = None
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        font = self._fonts.get(self._state.font)
        if font is not None and font.symbolic:
            self._add("".join(symbol(font.name, f"{b:X}") if b != 32 else " " for b in data))
        else:
            codec = (font.codec if font is not None else None) or self._codec
            self._add(data.decode(codec, "replace"))

    def _add(self, text: str) -> None:
        state = self._state
        if state.where == "instruction" and len(self._instruction) <= LONGEST:
            self._instruction += text
        if state.where != "body":
            return
        away: LeftOutKind | None = None
        if state.deleted and self._accepted:
            away = LeftOutKind.DELETIONS
        elif state.inserted and not self._accepted:
            away = LeftOutKind.INSERTIONS
        elif state.hidden:
            away = LeftOutKind.HIDDEN
        if away is not None and away is not self._away:
            self.tally.add(away)
        self._away = away
        if away is None:
            kinds = state.kinds
            if not state.rightwards:
                kinds = kinds - set(COMPLEX.values()) | state.complex_kinds
            kinds -= self._kinds_of_style()
            self._places[-1].runs.add(text, kinds | {EmphasisKind.CODE} if state.code else kinds)

    def _kinds_of_style(self) -> Kinds:
        """What the paragraph's style looks like all over, which sets nothing off."""
        style = self._styles.get(self._state.style)
        return style.kinds if style is not None else PLAIN

    # Paragraphs

    def _end(self, word: str) -> None:
        """A paragraph ends, and with it a cell or a row perhaps."""
        place = self._places[-1]
        is_behind = word in ROW_ENDS and not place.runs and not place.anchored
        if not is_behind:
            self._end_paragraph()
        if word in CELL_ENDS:
            place.rows.end_cell()
        elif word in ROW_ENDS:
            place.rows.end_row(inner=word == "nestrow")

    def _end_paragraph(self) -> None:
        place = self._places[-1]
        state = self._state
        gone = state.deleted if self._accepted else state.inserted
        style, runs = self._finished(place)
        cell = place.rows.enter(max(1, state.nesting) if state.in_table else 0)
        contents = any(is_style_of_contents(style.name) for style in self._chain(state.style))
        if contents:
            self.tally.add(LeftOutKind.NAVIGATION, not self._in_contents)
        else:
            place.flow.enter(cell)
            place.flow.end(runs, style, joined=gone, anchored=place.anchored)
        self._in_contents = contents
        place.runs, place.anchored = Runs(), []

    def _finished(self, place: _Place) -> tuple[Style, Runs]:
        style = self._style()
        if place.note:
            return Style(StyleKind.FOOTNOTE), place.runs
        state = self._state
        if style.kind is StyleKind.BODY and state.hanging:
            marker = _MARKER.match(place.runs.text)
            if marker is not None:
                level = max(1, state.indent // _INDENT)
                return Style(StyleKind.LIST_ITEM, level), place.runs.since(marker.end())
        if style.kind is StyleKind.HEADING:
            return style, place.runs.without_general_emphasis()
        return style, place.runs

    def _style(self) -> Style:
        state = self._state
        chain = self._chain(state.style)
        named = named_style(style.name for style in chain)
        if state.outline is not None and 0 <= state.outline < 9:
            named = named or Style(StyleKind.HEADING, state.outline + 1)
        if named is None:
            outlines = [style.outline for style in chain if style.outline is not None]
            if outlines and 0 <= outlines[0] < 9:
                named = Style(StyleKind.HEADING, outlines[0] + 1)
        if state.in_table and (named is None or named.kind is not StyleKind.HEADING):
            return Style(StyleKind.TABLE_CELL)
        if named is None and (state.listed or any(style.listed for style in chain)):
            return Style(StyleKind.LIST_ITEM, state.level + 1)
        return named or Style()

    def _chain(self, number: int) -> list[_RtfStyle]:
        chain: list[_RtfStyle] = []
        key: int | None = number
        while key is not None and key in self._styles and len(chain) < 20:
            chain.append(self._styles[key])
            key = chain[-1].based_on
        return chain

    # Words

    def _format(self, word: str, number: int | None) -> None:
        state = self._state
        on = number != 0
        if word in TOGGLES:
            self._toggle(TOGGLES[word], on=on)
        elif word in COMPLEX:
            kind = {COMPLEX[word]}
            kinds = state.complex_kinds
            state.complex_kinds = kinds | kind if on else kinds - kind
        elif UNDERLINES.fullmatch(word):
            self._toggle(EmphasisKind.UNDERLINE, on=on and word != "ulnone")
        elif word in ROW_WORDS:
            self._places[-1].rows.define(word, number, inner=state.in_inner_row)
        elif word in _FLAGS:
            setattr(state, _FLAGS[word], on)
        elif word in _NUMBERS:
            setattr(state, _NUMBERS[word], number or 0)
        elif word in _HEAD:
            self._head(word, number)
        else:
            self._reset(word, number)

    def _toggle(self, kind: EmphasisKind, *, on: bool) -> None:
        kinds = self._state.kinds
        self._state.kinds = kinds | {kind} if on else kinds - {kind}

    def _reset(self, word: str, number: int | None) -> None:
        """Words that change several things."""
        state = self._state
        match word:
            case "pard":
                plain = _State()
                for name in _OF_PARAGRAPH:
                    setattr(state, name, getattr(plain, name))
            case "plain":
                state.kinds = state.complex_kinds = PLAIN
                state.rightwards, state.code, state.hidden = True, False, False
                state.deleted = state.inserted = False
                state.font = self._default_font
            case "nosupersub":
                state.kinds -= {EmphasisKind.SUPERSCRIPT, EmphasisKind.SUBSCRIPT}
            case "ltrch" | "rtlch":
                state.rightwards = word == "ltrch"
            case "cs":
                style = self._character_styles.get(number or 0)
                if style is not None:
                    state.code = style.name.lower().replace("_", " ") in _CODE
            case "fi":
                state.hanging = (number or 0) < 0
            case "ftnalt":
                self._places[-1].endnote = self._places[-1].note

    def _head(self, word: str, number: int | None) -> None:
        """Words at the beginning, about the whole document."""
        match word:
            case "ansicpg":
                self._codec = codec_of_page(number)
            case "deff":
                self._default_font = self._state.font = number or 0
            case _:
                self._codec = _HEAD[word]

    def _font_word(self, word: str, number: int | None) -> None:
        if word == "f":
            self._state.font = number or 0
            self._fonts.setdefault(self._state.font, _Font())
        font = self._fonts.get(self._state.font)
        if font is None:
            return
        if word == "fcharset":
            font.codec = codec_of_charset(number)
            font.symbolic = number == SYMBOL_CHARSET
        elif word == "cpg":
            font.codec = codec_of_page(number)

    def _style_word(self, word: str, number: int | None) -> None:
        if word in ("s", "cs", "ds", "ts"):
            self._defined = _RtfStyle()
            if word == "s":
                self._styles[number or 0] = self._defined
            elif word == "cs":
                self._character_styles[number or 0] = self._defined
        elif self._defined is None:
            self._defined = self._styles.setdefault(0, _RtfStyle())
        style = self._defined
        match word:
            case "sbasedon":
                style.based_on = number
            case "outlinelevel":
                style.outline = number
            case "ls":
                style.listed = bool(number)
            case _ if word in _LOOKS and number != 0:
                style.kinds |= {_LOOKS[word]}

    def _name(self, data: bytes) -> None:
        """Add to the name of a font or a style that is being defined; it ends with a semicolon."""
        name = data.decode("latin-1").rstrip(";")
        if self._state.where == "fonts":
            font = self._fonts.setdefault(self._state.font, _Font())
            font.name = (font.name + name).strip()
        elif self._defined is not None:
            self._defined.name = (self._defined.name + name).lstrip()


_LOOKS: Final = {**TOGGLES, **COMPLEX}
_FLAGS: Final = {
    "v": "hidden",
    "deleted": "deleted",
    "revised": "inserted",
    "mvf": "deleted",
    "mvt": "inserted",
    "intbl": "in_table",
    "nesttableprops": "in_inner_row",
}
_NUMBERS: Final = {
    "f": "font",
    "uc": "skip",
    "s": "style",
    "outlinelevel": "outline",
    "ls": "listed",
    "ilvl": "level",
    "itap": "nesting",
    "li": "indent",
}
_OF_PARAGRAPH: Final = (
    "style",
    "outline",
    "listed",
    "level",
    "in_table",
    "nesting",
    "hanging",
    "indent",
)
_HEAD: Final = {"ansicpg": "", "deff": "", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
