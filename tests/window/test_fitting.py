"""Windows and dialogs at first: on the screens of small computers all of them is in sight."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QScreen
from PySide6.QtWidgets import QCheckBox, QLabel, QListView, QStyleOptionViewItem, QWidget

from variorum.engine import Side
from variorum.reports.excerpts import Piece, PieceKind
from variorum.window.aligning_bar import AligningBar
from variorum.window.dialogs import TextDialog
from variorum.window.find.bar import FindBar
from variorum.window.printing.preview import PreviewDialog
from variorum.window.row_ground import MARGIN
from variorum.window.status import FittingLabel
from variorum.window.thresholds_dialog import ThresholdsDialog

LAPTOP = QSize(1366, 768)
TITLE = 24
"""The least that a desktop puts above a window."""


@pytest.fixture
def _small_screen(monkeypatch):
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(LAPTOP))


def fits(window: QWidget) -> bool:
    return window.width() <= LAPTOP.width() and window.height() + TITLE <= LAPTOP.height()


@pytest.mark.usefixtures("_small_screen")
def test_the_window_and_its_dialogs_fit_on_a_small_screen(open_driver):
    assert fits(open_driver.window)
    open_driver.menu("print")
    preview = open_driver.part(PreviewDialog)
    assert fits(preview)
    open_driver.until(preview._print.isEnabled)
    preview.close()
    for name in ("shortcuts", "marks"):
        open_driver.menu(name)
        dialog = open_driver.part(TextDialog)
        assert fits(dialog)
        dialog.close()
        open_driver.until(lambda: not open_driver.has(TextDialog))


@pytest.fixture(params=[15])
def _letters(qapp, request):
    """The letters of the desktop are set to so many points before the window is made."""
    usual = QFont(qapp.font())
    large = QFont(usual)
    large.setPointSizeF(request.param)
    qapp.setFont(large)
    yield
    qapp.setFont(usual)


@pytest.mark.usefixtures("_letters")
def test_with_large_letters_the_foot_is_in_sight_and_the_list_below_the_texts(open_driver):
    driver = open_driver
    driver.window.resize(900, 520)
    driver.until(lambda: driver.window.width() == 900)
    dock = driver.window._dock
    driver.until(
        lambda: driver.window.dockWidgetArea(dock) is Qt.DockWidgetArea.BottomDockWidgetArea
    )
    driver.until(lambda: driver.window.layout().minimumSize().height() <= 520)
    assert driver.window.height() <= 520


@pytest.mark.usefixtures("_letters")
@pytest.mark.parametrize("_letters", [45], indirect=True)
def test_with_large_letters_the_thresholds_are_wholly_in_sight(open_driver):
    open_driver.menu("thresholds")
    dialog = open_driver.part(ThresholdsDialog)
    # Of its own accord it would be no higher than that.
    most = dialog.screen().availableSize().height() * 2 / 3
    assert dialog.height() >= dialog.sizeHint().height() > most
    dialog._counts.setText(dialog._counts.text() + ", and some twenty thousand more of them")
    open_driver.until(lambda: dialog._counts.width() >= dialog._counts.sizeHint().width())
    dialog.reject()


@pytest.mark.usefixtures("_letters")
def test_figures_that_have_no_room_end_in_dots(open_driver):
    before = open_driver.opened
    open_driver.menu("tolerate_case")
    open_driver.until(lambda: open_driver.opened is not before)
    open_driver.wait_for_comparison()
    figures = open_driver.part(FittingLabel)
    dots = set()
    for width in range(1200, 500, -100):
        open_driver.window.resize(width, 600)
        open_driver.until(lambda width=width: figures.width() < width)
        assert figures.sizeHint().width() <= figures.width()
        assert "Treated as equal" in figures.text() or "Compared by choice" in figures.text()
        dots.add(figures.text().endswith("…"))
    assert dots == {False, True}


@pytest.mark.usefixtures("_letters")
def test_in_a_narrow_list_the_number_of_a_change_stands_by_itself(open_driver, monkeypatch):
    view = open_driver.part(QListView)
    index = view.model().index(0, 0)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = QRect(0, 0, 190, 100)
    picture = QImage(190, 100, QImage.Format.Format_RGB32)
    picture.fill(option.palette.base().color())
    model = view.model()
    monkeypatch.setattr(model, "words", lambda _change: "1,234,567 words")
    painter = QPainter(picture)
    view.itemDelegate().paint(painter, option, index)
    painter.end()
    metrics = QFontMetrics(option.font)
    edge = 190 - MARGIN - metrics.horizontalAdvance("1")
    before = {
        picture.pixel(x, y) for x in range(edge - 5, edge) for y in range(10, 8 + metrics.height())
    }
    assert len(before) == 1


class Recorder(QPainter):
    """Keeps in mind what is written with it besides laid out text."""

    def drawText(self, *args):  # noqa: N802 - Qt's name
        self.written = [*getattr(self, "written", ()), args[-1]]
        super().drawText(*args)


@pytest.mark.parametrize(("words", "count"), [("… " * 60, 0), ("word " * 60, 1)])
def test_an_excerpt_ends_in_dots_once(open_driver, monkeypatch, words, count):
    view = open_driver.part(QListView)
    monkeypatch.setattr(view.model(), "pieces", lambda _index: (Piece(PieceKind.KEPT, words),))
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = QRect(0, 0, 190, 100)
    picture = QImage(190, 100, QImage.Format.Format_RGB32)
    painter = Recorder(picture)
    view.itemDelegate().paint(painter, option, view.model().index(0, 0))
    painter.end()
    assert painter.written.count("…") == count


@pytest.mark.usefixtures("_letters")
def test_in_a_narrow_window_what_to_find_is_asked_in_whole_words(open_driver):
    open_driver.window.resize(540, 760)
    open_driver.menu("find")
    bar = open_driver.part(FindBar)
    asked = [*bar.findChildren(QCheckBox), bar._sides]
    assert len(asked) == 4
    open_driver.until(lambda: all(each.width() >= each.minimumSizeHint().width() for each in asked))
    assert all(each.geometry().right() <= bar.width() for each in asked)
    open_driver.window.resize(1100, 760)
    open_driver.until(lambda: len({each.geometry().center().y() for each in asked}) == 1)
    places = sorted((each.x(), each.geometry().right()) for each in asked)
    assert all(0 < after[0] - before[1] < 20 for before, after in pairwise(places))


@pytest.mark.usefixtures("_letters")
def test_in_a_low_window_what_to_find_is_asked_in_fewer_words(open_driver):
    open_driver.window.resize(540, 440)
    open_driver.menu("find")
    bar = open_driver.part(FindBar)
    boxes = bar.findChildren(QCheckBox)
    asked = [*boxes, bar._sides]
    open_driver.until(lambda: all(each.width() >= each.minimumSizeHint().width() for each in asked))
    assert len({each.geometry().center().y() for each in boxes}) == 1
    assert all(each.geometry().right() <= bar.width() for each in asked)
    whole = ["Match Case", "Whole Words", "Regular Expression"]
    assert [box.accessibleName() for box in boxes] == whole
    open_driver.window.resize(1100, 760)
    open_driver.until(lambda: [box.text().replace("&", "") for box in boxes] == whole)


@pytest.mark.usefixtures("_letters")
def test_in_a_narrow_window_both_passages_to_align_are_told(open_driver):
    open_driver.window.resize(540, 440)
    open_driver.menu("first_change")
    open_driver.menu("align")
    bar = open_driver.part(AligningBar)
    long = "The captain, a widow from Farrow, kept bees on the upper deck of the ferry."
    bar.tell(long, long, Side.RIGHT)
    label = bar.findChild(QLabel)
    open_driver.until(lambda: label.height() >= label.heightForWidth(label.width()))
    assert label.text().count("The captain") == 2
    assert label.text().endswith("…”?")
    assert bar.said.count("kept bees") == 2
