"""What the elements and attributes of HTML mean for a text.

Imports the engine's public names, the kinds of what is left out and the standard library.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from variorum.engine import EmphasisKind, Style, StyleKind
from variorum.readers.content import LeftOutKind

Attributes = Mapping[str, str]

MOST_COLUMNS: Final = 40
"""A cell that says it reaches over more is not believed: nobody could read the others."""
MOST_ROWS: Final = 65_534
"""What browsers believe of a cell that says how many rows it reaches over; 0 means all."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS: Final = _words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main"
    " menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th"
    " thead tr ul xmp"
)
"""Elements that begin and end paragraphs."""
PREFORMATTED: Final = frozenset({"pre", "listing", "plaintext", "xmp"})
LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
CELLS: Final = frozenset({"td", "th"})
ROW_GROUPS: Final = frozenset({"thead", "tbody", "tfoot"})
SECTIONS: Final = frozenset({"article", "main", "section", "blockquote", "figure", "td"})
"""A head or foot within these belongs to the text, not to the page."""

EMPHASIS: Final[dict[str, EmphasisKind]] = {
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), EmphasisKind.ITALIC),
    **dict.fromkeys(("b", "strong"), EmphasisKind.BOLD),
    **dict.fromkeys(("u", "ins"), EmphasisKind.UNDERLINE),
    **dict.fromkeys(("s", "del", "strike"), EmphasisKind.STRIKE),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), EmphasisKind.CODE),
    "sup": EmphasisKind.SUPERSCRIPT,
    "sub": EmphasisKind.SUBSCRIPT,
}

STYLES: Final[dict[str, Style]] = {
    **{f"h{level}": Style(StyleKind.HEADING, level) for level in range(1, 7)},
    **dict.fromkeys(PREFORMATTED, Style(StyleKind.VERSE)),
    **dict.fromkeys(CELLS, Style(StyleKind.TABLE_CELL)),
    **dict.fromkeys(("caption", "figcaption"), Style(StyleKind.CAPTION)),
    "blockquote": Style(StyleKind.QUOTATION),
}

_NEVER_TEXT: Final[dict[str, LeftOutKind | None]] = {
    **dict.fromkeys(("script", "style"), LeftOutKind.SCRIPTS),
    **dict.fromkeys(("noscript", "template"), LeftOutKind.HIDDEN),
    **dict.fromkeys(("button", "datalist", "select", "textarea"), LeftOutKind.NAVIGATION),
    **dict.fromkeys(("canvas", "img", "image", "map", "svg"), LeftOutKind.PICTURES),
    **dict.fromkeys(
        ("applet", "audio", "embed", "frameset", "iframe", "object", "video", "rp", "rt"),
        LeftOutKind.OBJECTS,
    ),
    "math": LeftOutKind.FORMULAS,
    "nav": LeftOutKind.NAVIGATION,
    # Nobody misses these: the window's own line shows the title.
    **dict.fromkeys(("title", "metadata", "area", "input", "link", "meta", "base"), None),
}
"""Elements whose content is no text, and what they count as."""

_ROLES: Final = _words(
    "navigation search menu menubar toolbar tablist dialog alertdialog contentinfo"
    " doc-toc doc-pagelist landmarks toc page-list pagebreak doc-pagebreak"
)
"""Values of `role` and `epub:type` that mean navigation."""
_NOTE_MARKS: Final = frozenset({"noteref", "doc-noteref", "doc-backlink", "backlink"})
"""Those of links to a note and back, which a program numbers as it likes."""
_NOTE_MARK_CLASSES: Final = _words(
    "footnote-ref footnote-back footnote-backref footnote-anchor reversefootnote noteref"
    " footnote-reference"
    " sdfootnoteanc sdfootnotesym sdendnoteanc sdendnotesym"
)
_MARKS_OF_WORD: Final = _words("msofootnotereference msoendnotereference")
_NOTES: Final = _words(
    "footnote footnotes endnote endnotes rearnote rearnotes doc-footnote doc-endnotes doc-endnote"
)
_UNSEEN_CLASSES: Final = _words(
    "sr-only visually-hidden screen-reader-text mw-jump-link"
    " skip-link skip-links skip-main-content skip-nav skip-to-content skiplink"
    " mdbook-help-container mdbook-help-popup"
)
_AROUND_CLASSES: Final = _words(
    "advert advertisement ad-banner ad-container ad-label ad-slot ad-unit ad-wrapper"
    " breadcrumb breadcrumbs cc-window consent-banner cookie-banner cookie-bar cookie-consent"
    " cookie-law-info-bar cookie-modal cookie-notice cookie-popup cookiebanner cookieconsent"
    " cybotcookiebotdialog didomi-host newsletter-form newsletter-signup newsletter-subscribe"
    " catlinks noprint printfooter navheader navfooter docnav mdbook-menu-bar"
    " onetrust-banner-sdk onetrust-consent-sdk usercentrics-root"
)
"""Classes and names of what stands on a page beside its text, whether it consists of links or not.
Only whole names: an element with all the text in it may be called `cookie-banner-open`."""
_COMMENT_MARK: Final = "msocommentreference"
_SIGN_CLASSES: Final = _words(
    "mw-editsection mw-cite-backlink headerlink anchorjs-link fn-backref fn-bracket backrefs"
)
"""Those of signs beside headings and notes that lead elsewhere."""
_KNOWN: Final = _UNSEEN_CLASSES | _AROUND_CLASSES | _SIGN_CLASSES | {_COMMENT_MARK}
_VERSE_CLASSES: Final = frozenset({"verse", "poem", "poetry", "stanza", "line-block"})
_MENU_CLASS: Final = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|header|masthead|cookies?"
    r"|banner|share|sharing|social|skip|pagination|pager|toc|related)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names of classes by which pages call what is not their text."""
_IGNORED_BY_WORD: Final = re.compile(r"mso-list: ?ignore|mso-element: ?comment-list", re.IGNORECASE)
"""The number or sign of a list, and all comments, as Word writes them for browsers."""
_CONTENTS_OF_WORD: Final = re.compile(r"mso(?:toc|index)(?:\d|heading)|msotof|msotoaheading")
_COMMENT_OF_GOOGLE: Final = re.compile(r"#cmnt(?:_ref)?\d")
_LIST_OF_WORD: Final = re.compile(r"mso-list: ?l\d{1,9} level(\d)", re.IGNORECASE)
_UNSEEN: Final = {"display": {"none"}, "visibility": {"hidden", "collapse"}}
_BOLD: Final = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_KEEPS_SPACE: Final = ("pre", "break-spaces")


def is_no_text(tag: str, attributes: Attributes) -> tuple[bool, LeftOutKind | None]:
    """Whether an element is left out, and what it counts as; None: it is not worth a word."""
    if tag in _NEVER_TEXT:
        return True, _NEVER_TEXT[tag]
    if not attributes:
        return False, None
    if _is_unseen(tag, attributes):
        return True, LeftOutKind.HIDDEN
    if _IGNORED_BY_WORD.search(attributes.get("style", "")):
        return True, None
    if tag == "div" and attributes.get("title") in ("header", "footer"):
        return True, LeftOutKind.HEADERS  # as LibreOffice writes them for browsers
    names = _names(attributes)
    if not _KNOWN.isdisjoint(names):
        if not _SIGN_CLASSES.isdisjoint(names):
            return True, None
        known = _known_by_name(tag, names)
        if known is not None:
            return True, known
    if _roles(attributes) & _ROLES:
        return True, LeftOutKind.NAVIGATION
    marked = tag == "a" and not _NOTE_MARK_CLASSES.isdisjoint(_classes(attributes))
    return marked or is_note_mark(attributes), None


def _known_by_name(tag: str, names: Collection[str]) -> LeftOutKind | None:
    """What an element is left out as, since its class or name says that it is none of the text."""
    if not _UNSEEN_CLASSES.isdisjoint(names):
        return LeftOutKind.HIDDEN
    if _COMMENT_MARK in names:
        return LeftOutKind.COMMENTS
    return None if tag in ("html", "body", "main", "article") else LeftOutKind.NAVIGATION


def is_contents(attributes: Attributes) -> bool:
    """Whether a paragraph is one of a table of contents or an index that Word made."""
    return _CONTENTS_OF_WORD.fullmatch(attributes.get("class", "").lower()) is not None


def is_of_comment(attributes: Attributes) -> bool:
    """Whether a link leads from a text to a comment or back, as in pages that Google Docs makes."""
    return _COMMENT_OF_GOOGLE.match(attributes.get("href", "")) is not None


def is_note_mark(attributes: Attributes) -> bool:
    """Whether an element is the mark of a note, as it says itself."""
    marks = _roles(attributes) & _NOTE_MARKS
    return bool(marks) or not _MARKS_OF_WORD.isdisjoint(_classes(attributes))


def _is_unseen(tag: str, attributes: Attributes) -> bool:
    if "hidden" in attributes or (tag == "dialog" and "open" not in attributes):
        return True
    style = attributes.get("style") or ""
    return any(value in _UNSEEN.get(name, ()) for name, value in _declarations(style))


def may_be_menu(tag: str, attributes: Attributes) -> bool:
    """Whether an element is left out if it consists of links."""
    if tag in ("header", "footer", "aside"):
        return True
    if tag not in ("div", "ul", "ol", "section", "table", "td", "p") or not attributes:
        return False
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    if tag == "div" and "dir" in attributes and names[-1:].isdigit():
        return True  # what LibreOffice calls `Table of Contents1`, in any language
    return len(names) > 1 and _MENU_CLASS.search(names) is not None


def holds_notes(attributes: Attributes) -> bool:
    """Whether an element holds footnotes or endnotes."""
    if not attributes:
        return False
    return bool(_roles(attributes) & _NOTES) or not _NOTES.isdisjoint(_classes(attributes))


def is_label_of_note(tag: str, attributes: Attributes) -> bool:
    """Whether an element within a note is its number, as docutils and Sphinx write it."""
    return tag in ("dt", "span", "td") and "label" in _classes(attributes)


def is_verse(attributes: Attributes) -> bool:
    """Whether the class of an element says that it is verse."""
    return not _VERSE_CLASSES.isdisjoint(_classes(attributes))


def list_level(attributes: Attributes) -> int | None:
    """How deep in lists a paragraph stands that Word says is an item; None: it is none."""
    found = _LIST_OF_WORD.search(attributes.get("style", ""))
    return int(found[1]) or 1 if found else None


def emphasis_of(tag: str, attributes: Attributes) -> tuple[EmphasisKind, ...]:
    """How an element sets off its text, by its name and its `style`."""
    kind = EMPHASIS.get(tag)
    style = attributes.get("style") if attributes else None
    if not style:
        return () if kind is None else (kind,)
    kinds = {kind for name, value in _declarations(style) for kind in _css_emphasis(name, value)}
    return tuple(sorted(kinds if kind is None else kinds | {kind}))


def _css_emphasis(name: str, value: str) -> Iterator[EmphasisKind]:
    if name == "font-style" and value.startswith(("italic", "oblique")):
        yield EmphasisKind.ITALIC
    elif name == "font-weight" and value in _BOLD:
        yield EmphasisKind.BOLD
    elif name.startswith("text-decoration"):
        words = value.split()
        if "underline" in words:
            yield EmphasisKind.UNDERLINE
        if "line-through" in words:
            yield EmphasisKind.STRIKE


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    """The names and the values of what a `style` sets, in lower case."""
    for declaration in style.lower().split(";"):
        name, _, value = declaration.partition(":")
        yield name.strip(), value.partition("!")[0].strip()


def columns_spanned(attributes: Attributes) -> int:
    """How many columns a cell of a table reaches over."""
    return max(1, min(_spanned(attributes, "colspan"), MOST_COLUMNS))


def rows_spanned(attributes: Attributes) -> int:
    """How many rows a cell of a table reaches over, if there are so many."""
    return _spanned(attributes, "rowspan") or MOST_ROWS


def _spanned(attributes: Attributes, name: str) -> int:
    said = attributes.get(name, "").strip()
    return int(said[:5]) if said.isascii() and said.isdigit() else 1


def keeps_space(tag: str, attributes: Attributes) -> bool:
    """Whether white space and line ends count in an element."""
    if tag in PREFORMATTED:
        return True
    style = attributes.get("style")
    return bool(style) and any(
        name == "white-space" and value.startswith(_KEEPS_SPACE)
        for name, value in _declarations(style or "")
    )


def _roles(attributes: Attributes) -> set[str]:
    said = f"{attributes.get('role', '')} {attributes.get('epub:type', '')}"
    return set(said.lower().split())


def _names(attributes: Attributes) -> list[str]:
    """The classes of an element, and its own name."""
    return f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()


def _classes(attributes: Attributes) -> list[str]:
    return attributes.get("class", "").lower().split()
