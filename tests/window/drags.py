"""What a window gets to hear when files are dragged over it and dropped."""

from __future__ import annotations

from PySide6 import __version_info__
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

_Place = QPointF if __version_info__ >= (6, 12) else QPoint
"""Where a drag enters or moves: Qt counts it in fractions of pixels from 6.12 on, whole before."""


def files(paths) -> QMimeData:
    """What a file manager hands over."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def moved(widget, data: QMimeData, x: int, y: int) -> Qt.DropAction:
    """Drop with Shift held down, which asks for a move; what whoever dragged is told was done."""
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    shift = Qt.KeyboardModifier.ShiftModifier
    button = Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(_Place(x, y), actions, data, button, shift)
    QApplication.sendEvent(widget, entering)
    event = QDropEvent(QPointF(x, y), actions, data, button, shift)
    assert event.proposedAction() is Qt.DropAction.MoveAction
    QApplication.sendEvent(widget, event)
    assert event.isAccepted()
    return event.dropAction()


def send(widget, kind, data: QMimeData, x: int, y: int) -> bool:
    """Let a drag enter, move or drop over a widget, and say whether that was accepted."""
    place = QPointF(x, y) if kind is QDropEvent else _Place(x, y)
    event = kind(
        place,
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()
