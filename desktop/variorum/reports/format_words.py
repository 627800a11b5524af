"""Changes of formatting in plain English: `no longer italic`, `heading 2 instead of body text`.

Imports the engine's public names only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from variorum.engine import EmphasisKind, FormatChange, Style, StyleKind

_LOOKS: Final = {
    EmphasisKind.ITALIC: "italic",
    EmphasisKind.BOLD: "bold",
    EmphasisKind.UNDERLINE: "underlined",
    EmphasisKind.STRIKE: "struck through",
    EmphasisKind.SUPERSCRIPT: "superscript",
    EmphasisKind.SUBSCRIPT: "subscript",
    EmphasisKind.CODE: "code",
}

_STYLES: Final = {
    StyleKind.BODY: "body text",
    StyleKind.HEADING: "heading",
    StyleKind.LIST_ITEM: "list item",
    StyleKind.QUOTATION: "quotation",
    StyleKind.VERSE: "verse",
    StyleKind.TABLE_CELL: "table",
    StyleKind.CAPTION: "caption",
    StyleKind.FOOTNOTE: "footnote",
}


def told(changes: Iterable[FormatChange]) -> str:
    """What some words or paragraphs became, each thing once."""
    return ", ".join(dict.fromkeys(map(_told, changes)))


def _told(change: FormatChange) -> str:
    if change.styles is not None:
        before, now = map(_style, change.styles)
        return f"{now} instead of {before}"
    lost, gained = (" and ".join(_LOOKS[kind] for kind in kinds) for kinds in change[2:4])
    if not gained:
        return f"no longer {lost}"
    return f"{gained} instead of {lost}" if lost else f"now {gained}"


def _style(style: Style) -> str:
    name = _STYLES[style.kind]
    if not style.level:
        return name
    return f"{name} {style.level}" if style.kind is StyleKind.HEADING else _levelled(name, style)


def _levelled(name: str, style: Style) -> str:
    """An outermost item of a list needs no number."""
    return name if style.level == 1 else f"{name} of level {style.level}"
