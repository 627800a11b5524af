"""The preview: the pages as they will come out of the printer, one at a time.

Imports Qt and the pages. A page is set when the paper is known and painted when it is looked at.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMargins, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeySequence, QPageLayout, QPainter, QPaintEvent, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from variorum.review import Review
from variorum.window.fitting import fitted
from variorum.window.printing.jobs import Fetching, Setting
from variorum.window.printing.paper_dialog import PaperDialog
from variorum.window.printing.words import POINT
from variorum.window.state import Opened
from variorum.window.theme import Theme, make_theme

_SIZE: Final = QSize(820, 900)
_TURN: Final = 40
"""The width of the buttons that turn pages."""


class PageView(QWidget):
    """One page on the desk, as large as there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._setting: Setting | None = None
        self._index = 0
        self._fetching: Fetching | None = None
        self.setMinimumSize(300, 300)
        self.setAccessibleName(self.tr("Page"))

    def show_page(self, setting: Setting, index: int) -> None:
        """Show a page of a setting, as soon as it is at hand."""
        self.stop()
        if index < len(setting.pages):
            fetching = self._fetching = Fetching(setting, index, self)
            fetching.finished.connect(self._show)
            fetching.start()

    def stop(self) -> None:
        """Stay with the page that is shown."""
        fetching, self._fetching = self._fetching, None
        if fetching is not None:
            fetching.stop()
            fetching.deleteLater()

    @Slot()
    def _show(self) -> None:
        if self._fetching is not None:
            self._setting, self._index = self._fetching.setting, self._fetching.index
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet of paper, and the page on it."""
        painter = QPainter(self)
        setting = self._setting
        if setting is None:
            return
        whole = setting.layout.fullRect(QPageLayout.Unit.Point)
        area = setting.layout.paintRect(QPageLayout.Unit.Point)
        room = self.rect().marginsRemoved(QMargins(16, 16, 16, 16))
        scale = min(room.width() / whole.width(), room.height() / whole.height())
        painter.translate(
            room.x() + (room.width() - whole.width() * scale) / 2,
            room.y() + (room.height() - whole.height() * scale) / 2,
        )
        paper = QRectF(0, 0, whole.width() * scale, whole.height() * scale)
        painter.fillRect(paper.translated(2, 3), QColor(0, 0, 0, 60))
        painter.fillRect(paper, Qt.GlobalColor.white)
        if self._index < len(setting.pages):
            painter.translate(area.x() * scale, area.y() * scale)
            painter.scale(scale / POINT, scale / POINT)
            setting.paint(painter, self._index)


class PreviewDialog(QDialog):
    """Shows the pages; asks for paper, printer or file."""

    print_wanted = Signal(object)
    """The `Setting` that is to be printed."""
    pdf_wanted = Signal()
    """The pages are wanted as a file."""

    def __init__(self, opened: Opened, review: Review, printer: QPrinter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print"))
        self.resize(fitted(_SIZE, parent))
        self._opened, self._review, self._printer = opened, review, printer
        self._theme: Theme = make_theme(dark=False)
        self._setting: Setting | None = None
        self._view = PageView(self)
        self._page = QSpinBox(self)
        self._count = QLabel(self)
        self._progress = QProgressBar(self)
        self._print = QPushButton(self.tr("&Print…"), self)
        self._arrange()
        self._set_pages()

    def done(self, result: int) -> None:
        """Close, whatever is still being set."""
        self._view.stop()
        if self._setting is not None:
            self._setting.stop()
        super().done(result)

    def _arrange(self) -> None:
        previous = QPushButton("‹", self)
        following = QPushButton("›", self)
        for button, told, step in (
            (previous, self.tr("Previous page"), self._page.stepDown),
            (following, self.tr("Next page"), self._page.stepUp),
        ):
            button.setToolTip(told)
            button.setAccessibleName(told)
            button.setAutoDefault(False)
            button.setFixedWidth(_TURN)
            button.clicked.connect(step)
        self._page.setAccessibleName(self.tr("Page"))
        self._page.setMinimum(1)
        self._page.valueChanged.connect(self._turn)
        QShortcut(QKeySequence.StandardKey.MoveToNextPage, self, self._page.stepUp)
        QShortcut(QKeySequence.StandardKey.MoveToPreviousPage, self, self._page.stepDown)
        paper = QPushButton(self.tr("P&aper…"), self)
        paper.clicked.connect(self._ask_paper)
        pdf = QPushButton(self.tr("&Export PDF…"), self)
        pdf.clicked.connect(self.pdf_wanted)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        self._print.setDefault(True)
        self._print.clicked.connect(self._on_print)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(120)
        self._progress.setAccessibleName(self.tr("Progress"))
        row = QHBoxLayout()
        for part in (previous, self._page, self._count, following, self._progress):
            row.addWidget(part)
        row.addStretch(1)
        for part in (paper, pdf, self._print, close):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.addWidget(self._view, 1)
        column.addLayout(row)

    def _set_pages(self) -> None:
        if self._setting is not None:
            self._setting.stop()
        layout = self._printer.pageLayout()
        setting = Setting(self._opened, self._review, self._theme, layout, self)
        self._setting = setting
        setting.progressed.connect(self._advance)
        setting.finished.connect(self._complete)
        self._print.setEnabled(False)
        self._progress.show()
        setting.start()

    @Slot(int, int)
    def _advance(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._tell()

    @Slot()
    def _complete(self) -> None:
        self._progress.hide()
        self._print.setEnabled(True)
        self._print.setFocus()
        self._tell()

    def _tell(self) -> None:
        if self._setting is None:
            return
        pages = len(self._setting.pages)
        first = self._page.maximum() < 2 or self._page.value() <= 1
        self._page.setMaximum(max(1, pages))
        self._count.setText(self.tr("of {pages}").format(pages=pages))
        if first or self._setting.complete:
            self._turn(self._page.value())

    @Slot(int)
    def _turn(self, page: int) -> None:
        if self._setting is not None:
            self._view.show_page(self._setting, page - 1)

    @Slot()
    def _ask_paper(self) -> None:
        dialog = PaperDialog(self._printer.pageLayout(), self)
        dialog.paper_chosen.connect(self._take_paper)
        dialog.open()

    @Slot(object)
    def _take_paper(self, paper: QPageLayout) -> None:
        self._printer.setPageLayout(paper)
        self._set_pages()

    @Slot()
    def _on_print(self) -> None:
        self.print_wanted.emit(self._setting)
