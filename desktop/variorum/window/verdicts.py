"""What verdicts are called and coloured, and the dialog that gives them other names.

Imports Qt, the review and the theme.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from variorum.review import Review, Verdict
from variorum.window.theme import Theme


class VerdictNames(QObject):
    """Puts verdicts into words; an object, so that they can be translated."""

    def name(self, verdict: Verdict) -> str:
        """What a verdict is called."""
        return verdict.name or self.usual(verdict)

    def usual(self, verdict: Verdict) -> str:
        """What a verdict is called as long as nobody gives it another name."""
        names = {
            "accepted": self.tr("Accepted"),
            "objection": self.tr("Objection"),
            "question": self.tr("Question"),
            "later": self.tr("Later"),
        }
        return names.get(verdict.id, verdict.id)

    def of(self, review: Review, name: str | None) -> str:
        """What the verdict of an id is called; empty for none."""
        verdict = review.verdict(name)
        return "" if verdict is None else self.name(verdict)


def verdict_ink(theme: Theme, verdict: Verdict | None) -> str:
    """The colour of a verdict's sign and name, as `#rrggbb`."""
    inks = {
        "accepted": theme.right.pen,
        "objection": theme.left.pen,
        "question": theme.edited.pen,
        "later": theme.current,
    }
    return theme.muted if verdict is None else inks.get(verdict.id, theme.moved.pen)


class VerdictNamesDialog(QDialog):
    """Asks what verdicts are to be called."""

    names_chosen = Signal(object)
    """A dictionary of names by ids; an empty name is the usual one."""

    def __init__(self, verdicts: tuple[Verdict, ...], words: VerdictNames, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Names of Verdicts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields: dict[str, QLineEdit] = {}
        form = QFormLayout(self)
        form.setContentsMargins(20, 16, 20, 16)
        form.setSpacing(10)
        hint = QLabel(self.tr("An empty name stands for the usual one."), self)
        form.addRow(hint)
        for verdict in verdicts:
            field = QLineEdit(verdict.name, self)
            field.setPlaceholderText(words.usual(verdict))
            field.setMaxLength(40)
            field.setMinimumWidth(220)
            field.setObjectName(f"verdict_name_{verdict.id}")
            field.setAccessibleName(
                self.tr("Name of {verdict}").format(verdict=words.usual(verdict))
            )
            self._fields[verdict.id] = field
            form.addRow(f"{verdict.sign}  {words.usual(verdict)}", field)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    @Slot()
    def _on_accepted(self) -> None:
        self.names_chosen.emit(
            {name: " ".join(field.text().split()) for name, field in self._fields.items()}
        )
        self.accept()
