"""Tells what went wrong: what, where, and what to do about it.

Imports Qt and the errors of engine, readers and reports.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from variorum.engine import PinError
from variorum.readers import ReadError, printable
from variorum.reports.files import WriteError
from variorum.window.naming import named, short_path


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong, in words for people."""

    what: str
    """One sentence."""
    where: str
    """The file with its folder; empty when no file is concerned."""
    advice: str
    """What to do about it."""
    details: str = ""
    """For those who can mend the program."""


class PrinterError(Exception):
    """A printer that takes no pages."""

    def __init__(self, name: str) -> None:
        """Say which.

        Args:
            name: what the system calls it; empty when it has none.
        """
        self.name = name
        super().__init__(f"The printer {name} takes no pages")


class ProblemTeller(QObject):
    """Puts errors into words; an object, so that they can be translated."""

    def problem(self, error: Exception) -> Problem:
        """What to say of an error."""
        if isinstance(error, ReadError):
            what = self.tr("“{name}” cannot be read: {problem}.")
            return self._of_file(what, error.path, error.problem, error.advice)
        if isinstance(error, WriteError):
            what = self.tr("“{name}” cannot be written: {problem}.")
            return self._of_file(what, error.path, error.problem, error.advice)
        if isinstance(error, PrinterError):
            return Problem(
                self.tr("“{name}” takes no pages.").format(name=named(printable(error.name))),
                "",
                self.tr("Nothing was printed. See whether it is connected, or choose another one."),
            )
        if isinstance(error, PinError):
            return Problem(
                self.tr("What was aligned by hand contradicts itself."),
                "",
                self.tr(
                    "A sentence is aligned with two others, or aligned with one that it is to be "
                    "kept apart from. What was open before is as it was."
                ),
                str(error),
            )
        return Problem(
            self.tr("Variorum has made a mistake."),
            "",
            self.tr("Your files are as they were. Please send the details to its developers."),
            "".join(traceback.format_exception(error)),
        )

    @staticmethod
    def _of_file(what: str, path: str, problem: str, advice: str) -> Problem:
        name = named(printable(Path(path).name or path))
        where = short_path(printable(path))
        return Problem(what.format(name=name, problem=problem), where, advice)


def show_problem(problem: Problem, parent: QWidget) -> QMessageBox:
    """Open a box that tells of a problem; returns at once.

    Returns:
        The box, which deletes itself when it is closed.
    """
    box = QMessageBox(QMessageBox.Icon.Warning, parent.windowTitle(), problem.what, parent=parent)
    # What a file is called is never to be read as markup.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText("\n\n".join(filter(None, (problem.advice, problem.where))))
    # The box sets the format of its first text only.
    for label in box.findChildren(QLabel, "qt_msgbox_informativelabel"):
        label.setTextFormat(Qt.TextFormat.PlainText)
    box.setDetailedText(problem.details)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setObjectName("problem")
    box.open()
    return box
