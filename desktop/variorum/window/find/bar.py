"""The bar below the texts in which one says what to find.

Imports Qt, the theme and the query; searches nothing itself.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from variorum.engine import Side
from variorum.window import entering
from variorum.window.dock import give_keys
from variorum.window.drop import let_files_pass
from variorum.window.find.brief_box import BriefBox
from variorum.window.find.query import LONGEST, Query
from variorum.window.icons import tinted_icon
from variorum.window.theme import Theme

SETTLED_MS: Final = 150
"""So long after the last letter was typed, the search begins."""
SLOW_MS: Final = 300
"""A search that takes longer shows a button that stops it."""
ROOM: Final = 220
"""How much wider than its least the field must be for all to stand in one row."""
ICON: Final = 16
"""The size of the arrows and the cross."""
_SPACING: Final = 8
_AROUND: Final = 60
"""What the margins and the cross take of the width."""
_MOST_HIGH: Final = 0.2
"""Three rows take no larger share of the height of the window: the texts need it more."""

_SIDES: Final = ((Side.LEFT, Side.RIGHT), (Side.LEFT,), (Side.RIGHT,))


class FindBar(QWidget):
    """What to find, where and how; and how much there is of it."""

    query_changed = Signal()
    """Something else is looked for: see `query`."""
    next_wanted = Signal()
    previous_wanted = Signal()
    stop_wanted = Signal()
    """The search takes too long for the reader."""
    close_wanted = Signal()

    def __init__(self, next_hit: QAction, previous_hit: QAction, parent: QWidget) -> None:
        """Make the bar.

        Args:
            next_hit: the window's own action, for the button.
            previous_hit: as well.
            parent: what the bar is a part of.
        """
        super().__init__(parent)
        self._theme: Theme | None = None
        self._steps = (previous_hit, next_hit)
        self._edit = self._make_edit()
        self._count = QLabel(self)
        self._count.setMinimumWidth(self.fontMetrics().horizontalAdvance("0,000 of 0,000") + 12)
        self._stop = QPushButton(self.tr("Sto&p"), self)
        self._stop.setToolTip(self.tr("Stop searching"))
        self._stop.clicked.connect(self.stop_wanted)
        self._stop.hide()
        self._sides = self._make_sides()
        self._case = self._make_box(
            BriefBox(self.tr("Match &Case"), self.tr("&Case"), self), self.tr("Tell A from a")
        )
        self._whole = self._make_box(
            BriefBox(self.tr("Whole Wor&ds"), self.tr("Wor&ds"), self),
            self.tr("Find nothing that is only a part of a word"),
        )
        self._expression = self._make_box(
            BriefBox(self.tr("Regular E&xpression"), self.tr("Rege&x"), self),
            self.tr("What is typed is a pattern, such as gr[ae]y"),
        )
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._closer = QToolButton(self)
        self._closer.setAutoRaise(True)
        self._closer.setToolTip(self.tr("Close (Esc)"))
        self._closer.setAccessibleName(self.tr("Close"))
        self._closer.clicked.connect(self.close_wanted)
        self._typed = self._make_timer(SETTLED_MS)
        self._typed.timeout.connect(self.query_changed)
        self._slow = self._make_timer(SLOW_MS)
        self._slow.timeout.connect(self._stop.show)
        self._lay_out()

    # Making

    def _make_timer(self, milliseconds: int) -> QTimer:
        return QTimer(self, singleShot=True, interval=milliseconds)

    def _make_edit(self) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setAccessibleName(self.tr("Find"))
        edit.setPlaceholderText(self.tr("Find in the texts"))
        edit.setMaxLength(LONGEST)
        edit.setClearButtonEnabled(True)
        edit.setTextMargins(4, 1, 4, 1)
        edit.setMinimumWidth(120)
        edit.textChanged.connect(self._on_typed)
        let_files_pass(edit)
        return edit

    def _make_sides(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Where"))
        box.setToolTip(self.tr("In which text to look"))
        box.addItems([self.tr("Both texts"), self.tr("Left text"), self.tr("Right text")])
        box.currentIndexChanged.connect(self._on_chosen)
        return box

    def _make_box(self, box: BriefBox, tip: str) -> BriefBox:
        box.setToolTip(tip)
        box.toggled.connect(self._on_chosen)
        return box

    def _lay_out(self) -> None:
        self._first, self._where, self._how = first, where, how = (
            QHBoxLayout(),
            QHBoxLayout(),
            QHBoxLayout(),
        )
        self._second = second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for row in (first, where, how, second):
            row.setSpacing(_SPACING)
        first.addWidget(self._edit, 1)
        for action in self._steps:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAutoRaise(True)
            button.setIconSize(QSize(ICON, ICON))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.text().replace("&", ""))
            first.addWidget(button)
        first.addWidget(self._count)
        first.addWidget(self._stop)
        for row, widgets in (
            (where, (self._sides, self._case)),
            (how, (self._whole, self._expression)),
        ):
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        second.addLayout(where)
        second.addLayout(how, 1)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(12)
        self._rows.addLayout(first, 1)
        self._rows.addLayout(second)
        inner = QVBoxLayout()
        inner.setSpacing(6)
        inner.addLayout(self._rows)
        inner.addWidget(self._problem)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 8, 8, 8)
        outer.addLayout(inner, 1)
        outer.addWidget(self._closer, 0, Qt.AlignmentFlag.AlignTop)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes as one reads; the buttons were made last, by their actions."""
        rows = (self._first, self._where, self._how)
        items = [row.itemAt(n) for row in rows for n in range(row.count())]
        widgets = [item.widget() for item in items if item is not None]
        stops = [w for w in (*widgets, self._closer) if w is not None and w is not self._count]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    # What is asked for

    def query(self) -> Query:
        """What to find."""
        return Query(
            words=self._edit.text(),
            sides=_SIDES[max(0, self._sides.currentIndex())],
            match_case=self._case.isChecked(),
            whole_words=self._whole.isChecked(),
            expression=self._expression.isChecked(),
        )

    def ask(self, words: str = "") -> None:
        """Come up and take the keys.

        Args:
            words: what to find; empty: what was typed last, ready to be typed over.
        """
        if words and words != self._edit.text():
            self._edit.setText(words)
        elif self.isHidden() and self._edit.text():
            self._typed.start()
        self.show()
        self._edit.selectAll()
        give_keys(self._edit, Qt.FocusReason.ShortcutFocusReason)

    def take_typed(self) -> bool:
        """Whether something was typed that is not looked for yet; whoever asks looks for it."""
        waits = self._typed.isActive()
        self._typed.stop()
        return waits

    def rest(self) -> None:
        """Go out of sight; what was typed is kept for the next time."""
        self._typed.stop()
        self._slow.stop()
        self.hide()

    # What came of it

    def set_busy(self, *, busy: bool) -> None:
        """Say that the search goes on, or is over."""
        if busy:
            self._slow.start()
            self._count.setText(self.tr("Searching…"))
        else:
            self._slow.stop()
            self._stop.hide()

    def set_found(self, text: str, *, problem: str = "") -> None:
        """Say how much was found.

        Args:
            text: a few words.
            problem: what went wrong, a sentence or two; empty: nothing.
        """
        self._count.setText(text)
        self._count.setAccessibleName(self.tr("Found: {what}").format(what=text) if text else "")
        self._problem.setText(problem)
        self._problem.setAccessibleName(problem)
        self._problem.setVisible(bool(problem))

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on."""
        self._theme = theme
        self._closer.setIcon(tinted_icon("stop", theme.muted, ICON))
        self._problem.setStyleSheet(f"color: {theme.left.pen}")
        self.update()

    # Qt's

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fill the ground, with a hair line towards the texts."""
        if self._theme is not None:
            painter = QPainter(self)
            painter.fillRect(event.rect(), QColor(self._theme.desk))
            painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.rule))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put what does not fit beside the words below them."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        across = self._where.minimumSize().width() + _SPACING + self._how.minimumSize().width()
        boxes = self._case, self._whole, self._expression
        across += sum(box.saved for box in boxes)
        fits = self._first.minimumSize().width() + across + ROOM <= self.width()
        self._rows.setDirection(direction.LeftToRight if fits else direction.TopToBottom)
        high = 3 * (self._edit.sizeHint().height() + _SPACING)
        fits, is_low = across + _AROUND <= self.width(), high > _MOST_HIGH * self.window().height()
        self._second.setDirection(
            direction.LeftToRight if fits or is_low else direction.TopToBottom
        )
        for box in boxes:
            box.be_brief(brief=is_low and not fits)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow: three rows go wherever the texts go."""
        hint = super().minimumSizeHint()
        least = max(row.minimumSize().width() for row in (self._where, self._how))
        return QSize(least + _AROUND, hint.height())

    def event(self, event: QEvent) -> bool:
        """Claim Esc, which otherwise would stop a comparison that is under way."""
        is_claim = event.type() is QEvent.Type.ShortcutOverride
        if is_claim and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes to the next hit, with Shift to the previous one, or presses; Esc closes."""
        if entering.presses(event, QApplication.focusWidget()):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_wanted if back else self.next_wanted).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_typed(self) -> None:
        self._typed.start()

    @Slot()
    def _on_chosen(self) -> None:
        self._typed.stop()
        self.query_changed.emit()
