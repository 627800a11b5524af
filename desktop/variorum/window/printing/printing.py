"""Printing and PDF files, from the menu to the paper.

Imports Qt, the preview and the window's jobs and tasks. All dialogs are opened, never waited for.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QIODevice,
    QObject,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPageLayout, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QProgressDialog, QWidget

from variorum.review import Review
from variorum.window.jobs import Failure, Success, Worker
from variorum.window.printing.jobs import Press, Setting, Slices
from variorum.window.printing.paper import usual_paper
from variorum.window.printing.preview import PreviewDialog
from variorum.window.printing.words import POINT
from variorum.window.problems import PrinterError
from variorum.window.saving_dialog import saving_dialog
from variorum.window.state import Opened
from variorum.window.tasks import WriteTask
from variorum.window.theme import make_theme

_WAIT: Final = 400
"""Milliseconds until progress is shown: what is quicker needs none."""


class Printing(QObject):
    """Prints, and writes PDF files, one at a time."""

    saved = Signal(object)
    """The path of a PDF file that is written."""
    printed = Signal()
    """All pages went to the printer."""
    failed = Signal(object)
    """The error for which there is no file, or nothing on paper."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._printer: QPrinter | None = None
        self._preview: PreviewDialog | None = None
        self._opened: Opened | None = None
        self._review = Review()
        self._work: Slices | None = None
        self._progress: QProgressDialog | None = None
        self._buffer: QBuffer | None = None
        self._writer: QPdfWriter | None = None
        self._path = Path()
        self._is_export = True
        self._worker = Worker("printing", self)
        self._worker.succeeded.connect(self._on_success)
        self._worker.failed.connect(self._on_failure)

    def close(self) -> None:
        """Give up what is under way; a file that is being written is finished, unseen."""
        self._stop()
        self._worker.close(finish=True)

    def preview(self, opened: Opened, review: Review) -> None:
        """Show the pages, and from there print them."""
        self._opened, self._review = opened, review
        dialog = PreviewDialog(opened, review, self._the_printer(), self._window)
        dialog.print_wanted.connect(self._ask_printer)
        dialog.pdf_wanted.connect(self._ask_pdf)
        dialog.open()
        self._preview = dialog

    def ask_pdf(self, opened: Opened, review: Review, folder: Path) -> None:
        """Ask where to write the PDF file, and write it."""
        self._opened, self._review = opened, review
        suggested = opened.page_path(folder).with_suffix(".pdf")
        filters = self.tr("PDF files (*.pdf)"), self.tr("All files (*)")
        dialog = saving_dialog(self.tr("Export PDF"), filters, "pdf", suggested, self._window)
        dialog.fileSelected.connect(self._on_path)
        dialog.open()

    def _the_printer(self) -> QPrinter:
        # Made when it is first wanted: looking for printers can take a while.
        if self._printer is None:
            self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            self._printer.setPageLayout(usual_paper())
            self._printer.setCreator("Variorum")
        return self._printer

    # Printing

    @Slot(object)
    def _ask_printer(self, setting: Setting) -> None:
        dialog = QPrintDialog(self._the_printer(), self._preview or self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, max(1, len(setting.pages)))
        dialog.accepted.connect(self._set_for_printer)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()  # its own `open` wants a slot by name

    @Slot()
    def _set_for_printer(self) -> None:
        """Set the pages for the paper that was chosen in the end.

        A file that is "printed" to is written as every other file here: whole or not at all, never
        over one of the texts, and it is told how that went. Qt tells nothing.
        """
        if self._preview is not None:
            self._preview.reject()
            self._preview = None
        printer = self._the_printer()
        self._is_export = False
        if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
            self._path = Path(printer.outputFileName())
            self._set(printer.pageLayout(), self._press_pdf)
        else:
            self._set(printer.pageLayout(), self._print)

    @Slot()
    def _print(self) -> None:
        setting = self._work
        if not isinstance(setting, Setting):
            return
        press = Press(setting, self._the_printer(), self._chosen_pages(setting), self)
        press.finished.connect(self._on_printed)
        self._run(press, self.tr("Printing…"))

    def _chosen_pages(self, setting: Setting) -> range:
        printer, count = self._the_printer(), len(setting.pages)
        first, last = printer.fromPage() or 1, printer.toPage() or count
        return range(first - 1, min(last, count))

    @Slot()
    def _on_printed(self) -> None:
        press = self._work
        self._stop()
        if isinstance(press, Press) and not press.works:
            name = self._the_printer().printerName() or self.tr("Printer")
            self.failed.emit(PrinterError(name))
        else:
            self.printed.emit()

    # PDF

    @Slot()
    def _ask_pdf(self) -> None:
        if self._preview is not None:
            self._preview.reject()
            self._preview = None
        if self._opened is not None:
            beside = self._opened.right.path or self._opened.left.path
            self.ask_pdf(self._opened, self._review, beside.parent if beside else Path.home())

    @Slot(str)
    def _on_path(self, path: str) -> None:
        self.export(Path(path))

    def export(self, path: Path) -> None:
        """Write what `ask_pdf` or `preview` was asked for as a PDF file."""
        self._path = path
        self._is_export = True
        # That of the preview, once there was one: what was chosen there is meant for files, too.
        paper = usual_paper() if self._printer is None else self._printer.pageLayout()
        self._set(paper, self._press_pdf)

    @Slot()
    def _press_pdf(self) -> None:
        setting = self._work
        if not isinstance(setting, Setting):
            return
        self._buffer = QBuffer(self)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = self._writer = QPdfWriter(self._buffer)
        writer.setResolution(72 * POINT)
        writer.setPageLayout(setting.layout)
        writer.setCreator("Variorum")
        writer.setTitle(f"{setting.sheet.left} – {setting.sheet.right}")
        pages = range(len(setting.pages))
        if not self._is_export:
            pages = self._chosen_pages(setting)
            if self._the_printer().colorMode() is QPrinter.ColorMode.GrayScale:
                writer.setColorModel(QPdfWriter.ColorModel.Grayscale)
        press = Press(setting, writer, pages, self)
        press.finished.connect(self._write_pdf)
        self._run(press, self.tr("Writing the PDF file…"))

    @Slot()
    def _write_pdf(self) -> None:
        buffer, opened = self._buffer, self._opened
        self._writer = None  # closes the document
        if buffer is None or opened is None:
            return
        content = bytes(buffer.data().data())
        self._stop()
        self._worker.start(WriteTask(opened, self._path, content))

    @Slot(object)
    def _on_success(self, report: Success) -> None:
        self.saved.emit(report.value)

    @Slot(object)
    def _on_failure(self, report: Failure) -> None:
        self.failed.emit(report.error)

    # Work in slices

    def _set(self, layout: QPageLayout, then: object) -> None:
        if self._opened is None:
            return
        theme = make_theme(dark=False)
        setting = Setting(self._opened, self._review, theme, layout, self)
        setting.finished.connect(then)
        self._run(setting, self.tr("Setting the pages…"))

    def _run(self, work: Slices, told: str) -> None:
        if self._work is None or self._progress is None:
            self._progress = QProgressDialog(told, self.tr("Stop"), 0, 0, self._window)
            self._progress.setWindowTitle(self.tr("Variorum"))
            self._progress.setWindowModality(Qt.WindowModality.WindowModal)
            self._progress.setMinimumDuration(_WAIT)
            self._progress.setAutoReset(False)
            self._progress.setAutoClose(False)
            self._progress.canceled.connect(self._stop)
        self._progress.setLabelText(told)
        self._work = work
        work.progressed.connect(self._advance)
        work.start()

    @Slot(int, int)
    def _advance(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress.setMaximum(total)
            self._progress.setValue(done)

    @Slot()
    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()
            self._work = None
        self._writer = None
        if self._buffer is not None:
            self._buffer.deleteLater()
            self._buffer = None
        progress, self._progress = self._progress, None
        if progress is not None:
            progress.canceled.disconnect(self._stop)
            progress.close()
            progress.deleteLater()
