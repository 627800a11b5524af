"""Changes of formatting in words: `now italic`, `heading 2 instead of body text`.

Imports Qt's translation and the engine's public names. `reports/format_words.py` says the same in
the page, which is in English.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLocale, QObject

from variorum.engine import EmphasisKind, FormatChange, Style, StyleKind


class FormatWords(QObject):
    """Says how words look; an object, so that it can be translated."""

    def told(self, changes: Iterable[FormatChange]) -> str:
        """What some words or paragraphs became, each thing once."""
        return ", ".join(dict.fromkeys(map(self.change, changes)))

    def change(self, change: FormatChange) -> str:
        """What some words or a paragraph became."""
        if change.styles is not None:
            before, now = map(self._style, change.styles)
            return self.tr("{now} instead of {before}").format(now=now, before=before)
        lost, gained = self._looks(change.lost), self._looks(change.gained)
        if not gained:
            return self.tr("no longer {look}").format(look=lost)
        if not lost:
            return self.tr("now {look}").format(look=gained)
        return self.tr("{now} instead of {before}").format(now=gained, before=lost)

    def _looks(self, kinds: Iterable[EmphasisKind]) -> str:
        names = {
            EmphasisKind.ITALIC: self.tr("italic"),
            EmphasisKind.BOLD: self.tr("bold"),
            EmphasisKind.UNDERLINE: self.tr("underlined"),
            EmphasisKind.STRIKE: self.tr("struck through"),
            EmphasisKind.SUPERSCRIPT: self.tr("superscript"),
            EmphasisKind.SUBSCRIPT: self.tr("subscript"),
            EmphasisKind.CODE: self.tr("code"),
        }
        return self.tr(" and ", "between two looks of words").join(names[kind] for kind in kinds)

    def _style(self, style: Style) -> str:
        names = {
            StyleKind.BODY: self.tr("body text"),
            StyleKind.HEADING: self.tr("heading"),
            StyleKind.LIST_ITEM: self.tr("list item"),
            StyleKind.QUOTATION: self.tr("quotation"),
            StyleKind.VERSE: self.tr("verse"),
            StyleKind.TABLE_CELL: self.tr("table"),
            StyleKind.CAPTION: self.tr("caption"),
            StyleKind.FOOTNOTE: self.tr("footnote"),
        }
        level = QLocale().toString(style.level)
        if style.kind is StyleKind.HEADING and style.level:
            return self.tr("heading {level}").format(level=level)
        if style.level > 1:
            told = self.tr("{style} of level {level}")
            return told.format(style=names[style.kind], level=level)
        return names[style.kind]
