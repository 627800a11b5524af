"""A pane's text once more, in a text widget of Qt's that is never shown: what screen readers read.

Screen readers ask for words, lines, caret and selection by calls that Python cannot answer. A
plain text widget answers them in C++: it holds the text character for character, and what it says
is handed out as the pane's (see `screen_reader`). It is made when a screen reader first asks, and
lays out nothing that it is not asked about. Positions are code points of the side's text.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, QPointF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPlainTextDocumentLayout,
    QPlainTextEdit,
    QWidget,
)

from variorum.engine import Document, Layout, Side
from variorum.window.offsets import Offsets
from variorum.window.view.columns import Columns
from variorum.window.view.layouts import visible
from variorum.window.view.scene import Scene, Shown
from variorum.window.view.selection import Selection

_OUT_OF_SIGHT: Final = -100_000.0
"""Where lines are put that are not on the screen, in pixels from the upper edge of the pane."""


class Mirror(QPlainTextEdit):
    """The same text as in a pane, with the same caret and selection."""

    caret_wanted = Signal(int, int)
    """A screen reader puts the caret elsewhere: where the selection begins, and where it goes."""

    def __init__(self, pane: QWidget, position_at: Callable[[QPoint], int | None]) -> None:
        """Make an empty one.

        Args:
            pane: the widget that speaks through it, and owns it.
            position_at: of a point in the pane, the position of the character there.
        """
        super().__init__(pane)
        self.hide()
        document = QTextDocument(self)
        document.setDocumentLayout(_Places(document, self._unit_at))
        self.setDocument(document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self._position_at = position_at
        self._document: Document | None = None
        self._offsets = Offsets("")
        self._selection: Selection | None = None
        self._placed: object = None
        self._in_place: list[QTextBlock] = []
        self.told: Selection | None = None
        """What screen readers were told last."""
        self._be_silent()
        self.cursorPositionChanged.connect(self._on_cursor)
        self.selectionChanged.connect(self._on_cursor)

    def _be_silent(self) -> None:
        """Let nothing be told in the mirror's own name: the pane tells it.

        Qt's part for texts tells screen readers of each caret, selection and new text in the name
        of its parent, if that is a widget: all would be heard twice.
        """
        nobody = QObject(self)
        for part in self.children():
            if part.inherits("QWidgetTextControl"):
                part.setParent(nobody)

    def follow(self, scene: Scene | None, side: Side, columns: Columns | None) -> None:
        """Be as the pane is now; quick when nothing is different."""
        document = None if scene is None else scene.comparison.document(side)
        if document is not self._document:
            self._set_text(document)
        if scene is None or columns is None:
            return
        own = scene.selection if scene.selection and scene.selection.side is side else None
        if own != self._selection:
            self._set_selection(own)
        where = (weakref.ref(scene.setting), columns, tuple(scene.visible))
        if where != self._placed:
            self._placed = where
            self._take_size(columns, scene.typography.font)
            self._put_in_place(list(scene.shown(side, 0, scene.view)), columns)

    @property
    def selection(self) -> Selection | None:
        """The caret and selection of the pane, as they were followed last."""
        return self._selection

    def units(self, selection: Selection) -> tuple[int, int]:
        """Where a selection begins and where its caret is, in UTF-16 units."""
        start, end = selection.span
        origin = start if selection.caret == end else end
        return self._offsets.to_qt(origin), self._offsets.to_qt(selection.caret)

    def _set_text(self, document: Document | None) -> None:
        self._document = document
        self._selection = self._placed = None
        self._in_place = []
        text = "" if document is None else spoken_text(document)
        self._offsets = Offsets(text)
        with QSignalBlocker(self):
            self.setPlainText(text)

    def _set_selection(self, selection: Selection | None) -> None:
        """Take over the pane's selection; without one the caret stays, and nothing is selected."""
        self._selection = selection
        cursor = self.textCursor()
        if selection is None:
            cursor.clearSelection()
        else:
            origin, caret = self.units(selection)
            cursor.setPosition(origin)
            cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
        with QSignalBlocker(self):
            self.setTextCursor(cursor)

    @Slot()
    def _on_cursor(self) -> None:
        """Pass on where a screen reader put the caret."""
        cursor = self.textCursor()
        origin = self._offsets.from_qt(cursor.anchor())
        caret = self._offsets.from_qt(cursor.position())
        wanted = Selection.at(Side.LEFT, origin).extended_to(caret)
        own = self._selection
        if own is None or (wanted.span, wanted.caret) != (own.span, own.caret):
            self.caret_wanted.emit(origin, caret)

    # Where characters are on the screen

    def _put_in_place(self, shown: list[Shown], columns: Columns) -> None:
        """Lay the visible lines out where the pane has them, and no others there."""
        for block in self._in_place:
            block.layout().setPosition(QPointF(0, _OUT_OF_SIGHT))
        self._in_place = []
        for piece in shown:
            self._put_piece(piece, columns)

    def _put_piece(self, shown: Shown, columns: Columns) -> None:
        laid = shown.set_piece.laid
        end = self._offsets.to_qt(laid.span.end)
        block = self.document().findBlock(self._offsets.to_qt(laid.span.start))
        while block.isValid() and block.position() < end:
            start = self._offsets.from_qt(block.position())
            top = shown.top
            if start > laid.span.start:
                top += laid.line_of(start) * laid.look.line_height
            layout = block.layout()
            layout.setFormats(self._formats(block, laid.look.font))
            layout.setTextOption(laid.text_option())
            laid.break_alike(layout, begins=start <= laid.span.start)
            layout.setPosition(QPointF(columns.left, top))
            self._in_place.append(block)
            block = block.next()

    def _formats(self, block: QTextBlock, font: QFont) -> list[QTextLayout.FormatRange]:
        """The font of a heading or a footnote, which is not that of the document."""
        if font == self.document().defaultFont():
            return []
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = 0, block.length(), QTextCharFormat()
        found.format.setFont(font)
        return [found]

    def _take_size(self, columns: Columns, font: QFont) -> None:
        """Break lines that are not visible about where the pane would."""
        if font != self.document().defaultFont():
            self.document().setDefaultFont(font)
        if self.width() != columns.text_width:
            before = self.size()
            self.resize(columns.text_width, self.height())
            # What is never shown is not told its size.
            QApplication.sendEvent(self, QResizeEvent(self.size(), before))

    def _unit_at(self, place: QPointF) -> int:
        found = self._position_at(place.toPoint())
        return -1 if found is None else self._offsets.to_qt(found)


class _Places(QPlainTextDocumentLayout):
    """Lays out lines as ever, but says what stands at a point as the pane has it."""

    def __init__(self, document: QTextDocument, unit_at: Callable[[QPointF], int]) -> None:
        super().__init__(document)
        self._unit_at = unit_at

    def hitTest(  # noqa: N802 - Qt's name
        self,
        point: Any,
        accuracy: Qt.HitTestAccuracy,  # noqa: ARG002 - Qt hands it over
    ) -> int:
        """The character at a point; -1 for none."""
        return self._unit_at(point)


def spoken_text(document: Document) -> str:
    """A document's text as screen readers get it: as long, and as it is seen.

    What cannot be seen is made visible; line ends that only broke a line at a width are spaces.
    """
    text = visible(document.text)
    if document.layout is not Layout.WRAPPED:
        return text
    out: list[str] = []
    at = 0
    for paragraph in document.paragraphs:
        start, end = paragraph.span
        out += (text[at:start], text[start:end].replace("\n", " "))
        at = end
    return "".join((*out, text[at:]))
