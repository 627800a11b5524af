"""Words that look otherwise, in the panes: strokes, tool tips, connectors, overview, copies."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from variorum.engine import (
    DEFAULT_TOLERANCES,
    Document,
    Emphasis,
    EmphasisKind,
    Options,
    Side,
    Span,
    TextParagraph,
    Tolerance,
    compare,
)
from variorum.reports.marks import Marks
from variorum.window.theme import make_theme
from variorum.window.view.connectors import connectors
from variorum.window.view.densities import Densities, Trace
from variorum.window.view.drawings import Cue, InkName
from variorum.window.view.rich_text import marked_html

SHOWN = Options(tolerances=DEFAULT_TOLERANCES - {Tolerance.FORMATTING})

SEA = "The keeper wrote in The Tides that the sea forgives nobody. Nobody asked him."
ARABIC = "يفتح السوق أبوابه عند الفجر كل يوم."
QUIET = "The harbour is quiet tonight."


def document(paragraphs: list[tuple[str, str]]) -> Document:
    """Paragraphs, each with the words of it that are italic."""
    return Document.from_paragraphs(
        TextParagraph(
            text,
            emphasis=(
                Emphasis(
                    Span(text.index(words), text.index(words) + len(words)), EmphasisKind.ITALIC
                ),
            )
            if words
            else (),
        )
        for text, words in paragraphs
    )


def marks(options: Options = SHOWN) -> Marks:
    left = document([(QUIET, ""), (SEA, "The Tides"), (ARABIC, "")])
    right = document([(QUIET, ""), (SEA, ""), (ARABIC, "أبوابه عند")])
    return Marks(compare(left, right, options))


def drawn(panes, side: Side) -> list[tuple[str, InkName, Cue]]:
    return [
        (panes.text(side)[slice(*edit.span)], edit.ink, edit.cue)
        for shown in panes.scene.shown(side)
        for edit in panes.scene.drawing(side, shown).edits
    ]


def test_a_broken_stroke_runs_under_them(make_panes):
    panes = make_panes(marks(), 1000, 800)
    for side in Side:
        ink, cue = InkName.FORMATTED, Cue.FORMATTED
        assert drawn(panes, side) == [("The Tides", ink, cue), ("أبوابه عند", ink, cue)]


def test_nothing_is_drawn_of_what_counts_as_none(make_panes):
    panes = make_panes(marks(Options()), 1000, 800)
    assert drawn(panes, Side.LEFT) == []


def test_words_have_no_ground_unless_one_is_there(make_panes):
    panes = make_panes(marks(), 1000, 800)
    theme = panes.scene.theme
    at = panes.place_of(Side.RIGHT, panes.text(Side.RIGHT).index("The Tides"))

    def ground() -> str:
        image = panes.pane(Side.RIGHT).grab().toImage()
        height = panes.scene.typography.line_height
        place = QPoint(at.x(), at.y() - height // 2 + 4) * image.devicePixelRatio()
        return QColor(image.pixel(place)).name()

    assert ground() == theme.paper
    panes.view.set_current_change(1)
    QApplication.processEvents()
    assert ground() == theme.formatted.mark


@pytest.mark.parametrize(("words", "said"), [("Tides", "no longer italic"), ("عند", "now italic")])
def test_the_mouse_is_told_what_became_of_them(make_panes, qtbot, words, said):
    panes = make_panes(marks(), 1000, 800)
    for side in Side:
        pane = panes.pane(side)
        for at, expected in ((panes.text(side).index(words) + 1, said), (3, "")):
            place = panes.place_of(side, at)
            QApplication.sendEvent(
                pane, QHelpEvent(QEvent.Type.ToolTip, place, pane.mapToGlobal(place))
            )
            assert QToolTip.text() == expected
            QToolTip.hideText()
            qtbot.waitUntil(lambda: not QToolTip.text())


def test_the_current_one_is_joined_over_the_gutter(make_panes):
    panes = make_panes(marks(), 1000, 800)
    assert connectors(panes.scene) == []
    panes.view.set_current_change(1)
    (ribbon,) = connectors(panes.scene)
    assert (ribbon.ink, ribbon.change) == (InkName.FORMATTED, 1)


def test_the_overview_has_them(make_panes):
    panes = make_panes(marks(), 1000, 800)
    scene = panes.scene
    found = Densities(scene.marks, scene.stretches, scene.scroll.heights, 100)
    for _ in found.work():
        pass
    for side in Side:
        assert sum(found.traces[side][Trace.FORMATTED]) > 5
        assert sum(found.traces[side][Trace.EDITED]) == 0
    with_them = panes.overview().grab().toImage()
    panes.show(marks(Options()))
    assert panes.overview().grab().toImage() != with_them
    panes.show(marks())
    assert panes.overview().grab().toImage() == with_them


def test_what_is_copied_has_the_line():
    found = marks()
    text = found.comparison.right.text
    html = marked_html(found, Side.RIGHT, Span(0, len(text)))
    line = f"text-decoration-color:{make_theme(dark=False).formatted.pen}"
    assert html.count(line) == 2
    assert ">The Tides</span>" in html
    assert line not in marked_html(marks(Options()), Side.RIGHT, Span(0, len(text)))
