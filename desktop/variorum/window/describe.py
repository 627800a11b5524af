"""What is said of a text and of a comparison: heads of panes, title of the window, the summary.

Imports Qt's translation and locale, and the figures of engine and reports. Shares are in per cent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QDateTime, QLocale, QObject

from variorum.engine import (
    DEFAULT_TOLERANCES,
    Comparison,
    Share,
    Side,
    Summary,
    Thresholds,
    Tolerance,
)
from variorum.readers import Kind, LeftOutKind, Source, printable
from variorum.reports.phrases import parts_of, percents
from variorum.window.compare_table import CompareTable
from variorum.window.naming import isolated
from variorum.window.state import Opened
from variorum.window.view import Head

_MOST_LEFT_OUT: Final = 2
"""So many kinds of what was left out are named in the head; the tool tip names them all."""

_FOREIGN: Final = 0.25
"""Texts in two languages share fewer words than this; with more of them, the guess is wrong."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the summary."""

    key: str
    """`kept`, `edited`, `reworded`, `moved`, `missing` or `new`."""
    name: str
    words: int
    share: int
    """Per cent of its text; 0 for what is hardly anything, too."""


class Describer(QObject):
    """Puts facts into words; an object, so that they can be translated."""

    def head(self, opened: Opened, side: Side) -> Head:
        """What stands above a pane."""
        source = opened.source(side)
        summary = opened.marks.comparison.summary
        words = summary.of(side).words.total
        document = source.document
        encoding = encoding_name(source.encoding)
        known_format = [] if source.format is Kind.TEXT else [self.format_name(source.format)]
        read_as = [*known_format, *filter(None, [encoding])]
        # Where there is no word, there is no language to guess.
        language = [self.language(document.language)] if words else []
        known = [self._words(words), *language, *read_as, *self._without(source, _MOST_LEFT_OUT)]
        facts = [
            printable(str(source.path)) if source.path is not None else source.name,
            self.tr("{size}, {encoding}").format(
                size=QLocale().formattedDataSize(source.size), encoding=", ".join(read_as)
            ),
            ", ".join(
                (
                    self.tr("%Ln paragraphs", "", len(document.paragraphs)),
                    self.tr("%Ln sentences", "", len(document.sentences)),
                    known[0],
                )
            ),
        ]
        if source.modified is not None:
            moment = QDateTime.fromSecsSinceEpoch(int(source.modified.timestamp()))
            stamp = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
            facts.append(self.tr("last changed {when}").format(when=stamp))
        facts += [*self._without(source), *filter(None, [source.remark])]
        return Head(source.name, " · ".join(known), source.remark, "\n".join(facts))

    def _without(self, source: Source, most: int | None = None) -> list[str]:
        """What was left out in words, if anything was; the rest after `most` kinds is dots."""
        counted = [self._left_out(kind, number) for kind, number in source.left_out]
        if not counted:
            return []
        named = counted[:most] + ["…"] * (most is not None and len(counted) > most)
        return [self.tr("without {things}").format(things=", ".join(named))]

    def _left_out(self, kind: LeftOutKind, number: int) -> str:
        names = {
            LeftOutKind.PICTURES: self.tr("%Ln pictures", "", number),
            LeftOutKind.COMMENTS: self.tr("%Ln comments", "", number),
            LeftOutKind.DELETIONS: self.tr("%Ln deletions", "", number),
            LeftOutKind.INSERTIONS: self.tr("%Ln insertions", "", number),
            LeftOutKind.HEADERS: self.tr("%Ln heads and feet of pages", "", number),
            LeftOutKind.NAVIGATION: self.tr("%Ln menus and lists", "", number),
            LeftOutKind.SCRIPTS: self.tr("%Ln scripts and styles", "", number),
            LeftOutKind.FORMULAS: self.tr("%Ln formulas", "", number),
            LeftOutKind.OBJECTS: self.tr("%Ln objects", "", number),
            LeftOutKind.HIDDEN: self.tr("%Ln hidden passages", "", number),
            LeftOutKind.METADATA: self.tr("%Ln facts about the text", "", number),
            LeftOutKind.TIMES: self.tr("%Ln time codes", "", number),
            LeftOutKind.DAMAGED: self.tr("%Ln damaged parts", "", number),
        }
        return names[kind]

    def notice(self, opened: Opened | None) -> str:
        """What a reader should know of the two texts as a whole; mostly nothing."""
        if opened is None or not opened.two_languages:
            return ""
        summary = opened.marks.comparison.summary
        for share in (summary.left.words, summary.right.words):
            judged = share.total - share.pending
            if not judged or share.kept + share.edited + share.moved > _FOREIGN * judged:
                return ""
        left, right = (self.language(opened.source(s).document.language) for s in Side)
        told = self.tr(
            "The texts are in {left} and {right}: sentences match by names, figures and length."
        )
        return told.format(left=left, right=right)

    def choices(self, comparison: Comparison) -> str:
        """In what a person had two texts compared otherwise than is usual; mostly nothing."""
        said = self._tolerances(comparison.options.tolerances)
        said += self._thresholds(comparison.options.thresholds)
        if comparison.pins:
            said.append(self.tr("%Ln pins", "", len(comparison.pins)))
        return "; ".join(said)

    def _thresholds(self, chosen: Thresholds) -> list[str]:
        """What pairs are called otherwise than is usual."""
        said = []
        if chosen.edited != Thresholds().edited:
            told = self.tr("Edited from {share} on")
            said.append(told.format(share=per_cent(round(100 * chosen.edited))))
        if chosen.reworded:
            told = self.tr("Taken apart below {share}")
            said.append(told.format(share=per_cent(round(100 * chosen.reworded))))
        return said

    def _tolerances(self, chosen: frozenset[Tolerance]) -> list[str]:
        """In what a comparison treats other differences as none than is usual."""
        words = CompareTable(self)
        more = [words.name(t) for t in Tolerance if t in chosen - DEFAULT_TOLERANCES]
        fewer = [words.name(t) for t in Tolerance if t in DEFAULT_TOLERANCES - chosen]
        said = []
        if more:
            said.append(self.tr("Treated as equal: {names}").format(names=", ".join(more)))
        if fewer:
            said.append(self.tr("Told apart: {names}").format(names=", ".join(fewer)))
        return said

    def title(self, opened: Opened | None, session: str = "", *, unsaved: bool = False) -> str:
        """The title of the window.

        Args:
            opened: what is open.
            session: the name of the session's file; empty for none.
            unsaved: there is something to be saved; `[*]` stands where Qt shows that.
        """
        if opened is None:
            return self.tr("Variorum")
        if session or unsaved:
            names = self.tr("{left} – {right}").format(
                left=isolated(opened.left.name), right=isolated(opened.right.name)
            )
            named = f"{isolated(session)}: {names}" if session else names
            # What is in a name is never taken for the place of the mark.
            return f"{named.replace('[*]', '[*][*]')}[*] – {self.tr('Variorum')}"
        return self.tr("{left} – {right} – Variorum").format(
            left=isolated(opened.left.name), right=isolated(opened.right.name)
        )

    def figures(self, summary: Summary) -> tuple[Figure, ...]:
        """What became of the words of the left text, and how many are new in the right one."""
        names = {
            "kept": self.tr("Kept"),
            "edited": self.tr("Edited"),
            "reworded": self.tr("Reworded"),
            "moved": self.tr("Moved"),
            "missing": self.tr("Missing"),
            "new": self.tr("New"),
        }
        told = _told(summary.left.words, Side.LEFT)
        told["new"] = _told(summary.right.words, Side.RIGHT)["new"]
        return tuple(Figure(key, name, *told[key]) for key, name in names.items())

    def in_words(self, summary: Summary) -> str:
        """Both sides of the summary in full, for a tool tip and a screen reader."""
        left = self._side(summary.left.words, Side.LEFT)
        right = self._side(summary.right.words, Side.RIGHT)
        return "\n".join(
            (
                self.tr("Left text: {words}").format(words=left),
                self.tr("Right text: {words}").format(words=right),
                ", ".join(
                    (
                        self.tr("%Ln moves", "", summary.moves),
                        self.tr("%Ln splits of sentences", "", summary.splits),
                        self.tr("%Ln mergers of sentences", "", summary.merges),
                    )
                ),
            )
        )

    def _side(self, words: Share, side: Side) -> str:
        names = {
            "kept": self.tr("kept"),
            "edited": self.tr("edited"),
            "reworded": self.tr("reworded"),
            "moved": self.tr("moved"),
            "missing": self.tr("missing"),
            "new": self.tr("new"),
            "pending": self.tr("not compared yet"),
        }
        counted = ", ".join(
            f"{names[key]} {QLocale().toString(n)} ({per_cent(share)})"
            for key, (n, share) in _told(words, side).items()
            if n
        )
        return f"{self._words(words.total)}: {counted}" if counted else self._words(words.total)

    def _words(self, count: int) -> str:
        # Qt fills in %Ln without grouping, and novels have six digits.
        return self.tr("%Ln words", "", count).replace(str(count), QLocale().toString(count))

    def format_name(self, kind: Kind) -> str:
        """What people call a format."""
        names = {
            Kind.TEXT: self.tr("plain text"),
            Kind.MARKDOWN: self.tr("Markdown"),
            Kind.SRT: self.tr("subtitles (SRT)"),
            Kind.VTT: self.tr("subtitles (WebVTT)"),
        }
        return names.get(kind, kind.upper())

    def language(self, code: str) -> str:
        """The name of a language."""
        language = QLocale.codeToLanguage(code)
        if language is QLocale.Language.AnyLanguage:
            return code
        return QLocale.languageToString(language)


def encoding_name(encoding: str) -> str:
    """The name that people know an encoding by; empty for none."""
    name = encoding.removesuffix("-sig")
    return name.upper() if name.startswith("utf") else name


def per_cent(share: int) -> str:
    """The share of something that there is, as the margins and the page write it.

    What is hardly anything is not called nothing.
    """
    return f"{share}%" if share else "<1%"


def _told(words: Share, side: Side) -> dict[str, tuple[int, int]]:
    """How many words became what, and how many per cent these are; all together make up 100."""
    parts = parts_of(words, side)
    shares = percents(parts)
    return {key: (number, shares[key]) for key, number in parts.items()}
