"""The foot of the window: what became of the words, and while comparing, how far it is.

Imports Qt and what `describe` says. Shares are 0 to 1.
"""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStatusBar,
    QWidget,
)

from variorum.engine import ChangeKind, Stage
from variorum.reports.excerpts import ELLIPSIS
from variorum.reports.marks import Marks
from variorum.window.describe import Describer, Figure, per_cent
from variorum.window.naming import as_tool_tip
from variorum.window.state import Opened
from variorum.window.theme import Theme

_STEPS = 1000
"""Of the progress bar: fine enough to move smoothly."""


_AROUND: Final = 40
"""What stands beside the words that are said in passing: margins, and the grip of the window."""

_LEAST: Final = 100
"""They have so much room at least. In device-independent pixels, as all sizes."""


class FittingLabel(QLabel):
    """Shows the longest of some texts that there is room for."""

    link_reached = Signal(str)
    """The keys went to a link in it, with these words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts: list[tuple[int, str]] = []

    def set_texts(self, *texts: str) -> None:
        """Say one of these, the longest first."""
        self._texts = []
        for text in texts:
            self.setText(text)
            self._texts.append((self.sizeHint().width(), text))
        # The keys do not stop where nothing is.
        policies = Qt.FocusPolicy
        self.setFocusPolicy(policies.StrongFocus if texts else policies.NoFocus)
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose again."""
        super().resizeEvent(event)
        self._choose()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Say which link the keys have come to."""
        super().focusInEvent(event)
        self._tell_link()

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: N802, FBT001 - Qt's name
        """Say which link the keys have gone on to: the focus stays where it is."""
        stays = super().focusNextPrevChild(is_next)
        if stays and self.hasFocus():
            self._tell_link()
        return stays

    def _tell_link(self) -> None:
        if self.hasSelectedText():
            self.link_reached.emit(self.selectedText())

    def _choose(self) -> None:
        fitting = (text for width, text in self._texts if width <= self.width())
        text = next(fitting, self._texts[-1][1] if self._texts else "")
        if text != self.text():
            self.setText(text)


class StatusBar(QStatusBar):
    """Says what there is to know about the comparison as a whole."""

    stop_wanted = Signal()
    """The reader does not want to wait any longer."""
    kind_wanted = Signal(object)
    """The reader wants to see the changes of this `ChangeKind`."""
    said = Signal(str)
    """Something was said in passing."""

    def __init__(self, theme: Theme, describer: Describer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._describer = describer
        self._opened: Opened | None = None
        self._said = self._link = ""
        self._summary = FittingLabel(self)
        self._summary.setTextFormat(Qt.TextFormat.RichText)
        self._summary.setAccessibleName(self.tr("Summary"))
        # A click on a figure lists what it counts.
        flag = Qt.TextInteractionFlag
        self._summary.setTextInteractionFlags(
            flag.LinksAccessibleByMouse | flag.LinksAccessibleByKeyboard
        )
        self._summary.linkActivated.connect(self._on_figure)
        self._summary.link_reached.connect(self._on_link)
        # In the words themselves: a style sheet takes a label's own margins away.
        self._summary.setIndent(8)
        # On a narrow window the per cent are left out, rather than the window kept wide.
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._notice = QLabel(self)
        self._notice.setOpenExternalLinks(True)
        self._stage = QLabel(self)
        self._bar = QProgressBar(self)
        self._work = self._make_work()
        self.addWidget(self._summary, 1)
        self.addPermanentWidget(self._notice)
        self.addPermanentWidget(self._work)
        self._work.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self.set_opened(self._opened)

    def set_opened(self, opened: Opened | None) -> None:
        """Sum up another comparison."""
        self._opened = opened
        if opened is None:
            self._summary.set_texts()
            return
        comparison = opened.marks.comparison
        figures = self._describer.figures(comparison.summary)
        told = [self._figure(f) for f in figures]
        short = [self._figure(f, share=False) for f in figures]
        if opened.marks.formatting.is_shown:
            formatted = self._formatted(opened.marks)
            told.append(formatted)
            short.append(formatted)
        said = self._describer.in_words(comparison.summary)
        note = self._describer.choices(comparison)
        if note:
            # Who sees no change must know that some were not looked for.
            colour = f'<span style="color:{self._theme.muted}">'
            told.append(f"{colour}{escape(note)}</span>")
            short.insert(0, f"{colour}{escape(self.tr('Compared by choice'))}</span>")
            said += f"\n{note}."
        if comparison.limits:
            # Whoever trusts the marks must know where the engine did not look closely.
            words = escape(self.tr("Cut short"))
            warning = f'<b style="color:{self._theme.edited.pen}">{words}</b>'
            told.append(warning)
            short.insert(0, warning)
            said += "\n" + self.tr("Cut short, to bound the work: {limits}.").format(
                limits="; ".join(comparison.limits)
            )
        # What has no room at all gives way to dots, from the end.
        cut = ([*short[:count], ELLIPSIS] for count in range(len(short) - 1, 0, -1))
        briefly = ("&nbsp;&nbsp; ".join(parts) for parts in (short, *cut))
        self._summary.set_texts("&nbsp;&nbsp;&nbsp; ".join(told), *briefly)
        self._summary.setToolTip(said)
        named = ", ".join(self._plain(figure) for figure in figures)
        if opened.marks.formatting.is_shown:
            named += f", {self._formatted_plainly(opened.marks)}"
        self._summary.setAccessibleName(self.tr("Summary: {figures}").format(figures=named))
        self._summary.setAccessibleDescription(said)

    def begin(self) -> None:
        """Show that work has begun."""
        self._stage.setText(self.tr("Reading…"))
        self._bar.setValue(0)
        self._said = self._link = ""
        self._show_said()
        self._notice.setAccessibleName("")
        self._work.show()

    def advance(self, fraction: float, stage: str) -> None:
        """Show how far the work is."""
        self._stage.setText(self._stage_name(stage))
        self._bar.setValue(round(_STEPS * fraction))

    def end(self) -> None:
        """Show that nothing is under way."""
        self._work.hide()
        self._show_said()

    def say(self, text: str, link: str = "") -> None:
        """Say something in passing; it stays until the next thing is said.

        Args:
            text: plain words.
            link: where a click on the words leads; empty for nowhere.
        """
        self._said, self._link = text, link
        self._show_said()
        self._notice.setAccessibleName(text)
        # It can be reached by keys only while there is somewhere to go.
        flags = Qt.TextInteractionFlag
        self._notice.setTextInteractionFlags(
            flags.TextBrowserInteraction if link else flags.NoTextInteraction
        )
        self.said.emit(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as much of what was said as there is room for now."""
        super().resizeEvent(event)
        self._show_said()

    def _show_said(self) -> None:
        """What has no room ends in dots, and is whole in the tool tip."""
        work = 0 if self._work.isHidden() else self._work.sizeHint().width()
        room = self.width() - work - _AROUND
        metrics = self._notice.fontMetrics()
        text = metrics.elidedText(self._said, Qt.TextElideMode.ElideRight, max(_LEAST, room))
        # Qt's guess would take some escaped words for plain ones, and show how they are escaped.
        formats = Qt.TextFormat
        self._notice.setTextFormat(formats.RichText if self._link else formats.PlainText)
        linked = f'<a href="{escape(self._link)}">{escape(text)}</a>'
        self._notice.setText(linked if self._link else text)
        self._notice.setToolTip(as_tool_tip(self._said) if text != self._said else "")

    def _make_work(self) -> QWidget:
        work = QWidget(self)
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(self.tr("Progress"))
        stop = QPushButton(self.tr("Stop"), work)
        stop.setToolTip(self.tr("Stop comparing (Esc)"))
        stop.setObjectName("stop_button")
        stop.clicked.connect(self._on_stop)
        row.addWidget(self._stage)
        row.addWidget(self._bar)
        row.addWidget(stop)
        return work

    def _figure(self, figure: Figure, *, share: bool = True) -> str:
        """The name in its colour, words and per cent."""
        count = QLocale().toString(figure.words)
        colours = {
            "kept": self._theme.muted,
            "edited": self._theme.kind(ChangeKind.EDITED).pen,
            "reworded": self._theme.kind(ChangeKind.REWORDED).pen,
            "moved": self._theme.kind(ChangeKind.MOVED).pen,
            "missing": self._theme.kind(ChangeKind.MISSING).pen,
            "new": self._theme.kind(ChangeKind.NEW).pen,
        }
        if not figure.words:
            return f'<span style="color:{self._theme.muted}">{escape(figure.name)}&nbsp;0</span>'
        style = f'style="color:{colours[figure.key]};text-decoration:none"'
        name = f"<span {style}>{escape(figure.name)}</span>"
        if figure.key in set(ChangeKind):
            name = f'<a href="{figure.key}" {style}>{escape(figure.name)}</a>'
        if not share:
            return f"{name}&nbsp;{count}"
        part = escape(f"({per_cent(figure.share)})")
        part = f'<span style="color:{self._theme.muted}">{part}</span>'
        return f"{name}&nbsp;{count}&nbsp;{part}"

    def _formatted(self, marks: Marks) -> str:
        """How many changes are of formatting alone: of these no words are counted."""
        words = escape(self._formatted_plainly(marks)).replace(" ", "&nbsp;")
        if not marks.counts[ChangeKind.FORMATTED]:
            return f'<span style="color:{self._theme.muted}">{words}</span>'
        style = f'style="color:{self._theme.formatted.pen};text-decoration:none"'
        return f'<a href="{ChangeKind.FORMATTED}" {style}>{words}</a>'

    def _formatted_plainly(self, marks: Marks) -> str:
        count = QLocale().toString(marks.counts[ChangeKind.FORMATTED])
        return self.tr("Formatted {count}").format(count=count)

    @staticmethod
    def _plain(figure: Figure) -> str:
        share = f" ({per_cent(figure.share)})" if figure.words else ""
        return f"{figure.name} {QLocale().toString(figure.words)}{share}"

    def _stage_name(self, stage: str) -> str:
        """What the engine is doing, in words for people."""
        names = {
            "reading": self.tr("Reading…"),
            Stage.FINDING: self.tr("Finding what stayed…"),
            Stage.ALIGNING: self.tr("Aligning sentences…"),
            Stage.MOVES: self.tr("Looking for moved text…"),
            Stage.MARKING: self.tr("Marking words…"),
        }
        return names.get(stage, self.tr("Comparing…"))

    @Slot()
    def _on_stop(self) -> None:
        self.stop_wanted.emit()

    @Slot(str)
    def _on_link(self, words: str) -> None:
        self.said.emit(self.tr("List what is {kind}").format(kind=words.lower()))

    @Slot(str)
    def _on_figure(self, key: str) -> None:
        self.kind_wanted.emit(ChangeKind(key))
