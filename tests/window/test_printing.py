"""Printing: pages, their preview, and PDF files, read back as a reader of such files does."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QProgressDialog,
    QPushButton,
    QRadioButton,
    QSpinBox,
)

from variorum.engine import (
    Document,
    Pin,
    PinKind,
    Side,
    Span,
    Style,
    StyleKind,
    TextParagraph,
    compare,
)
from variorum.readers import Source
from variorum.reports.marks import Marks
from variorum.reports.page.summary import head
from variorum.review import Review, Stray
from variorum.window.printing import Printing
from variorum.window.printing.jobs import Press, Setting
from variorum.window.printing.paper import usual_paper
from variorum.window.printing.preview import PreviewDialog
from variorum.window.printing.words import Line
from variorum.window.state import Opened
from variorum.window.theme import make_theme

CONTROL = Qt.KeyboardModifier.ControlModifier


def words_of(path) -> list[str]:
    """The words of each page of a PDF file."""
    document = pypdfium2.PdfDocument(path)
    try:
        out = []
        for page in document:
            text = page.get_textpage()
            out.append(" ".join(text.get_text_range().split()))
            text.close()
            page.close()
        return out
    finally:
        document.close()


def opened_texts(left: str, right: str) -> Opened:
    first, second = Source.from_text(left, "left.txt"), Source.from_text(right, "right.txt")
    return Opened(first, second, Marks(compare(first.document, second.document)))


def long_pair(count: int = 120) -> tuple[str, str]:
    left = "\n\n".join(
        f"Paragraph {n} tells of the {n}th harbour, its cranes and its quays." for n in range(count)
    )
    return left, left.replace("cranes", "boats").replace("Paragraph 7 tells", "Paragraph 7 sings")


def set_pages(qtbot, opened: Opened, review: Review = Review(), layout=None) -> Setting:
    setting = Setting(opened, review, make_theme(dark=False), layout or usual_paper())
    with qtbot.waitSignal(setting.finished):
        setting.start()
    return setting


def test_what_changed_inside_a_word_is_stronger_on_paper_too(qtbot):
    setting = set_pages(qtbot, opened_texts("The councillors met.", "The councilors met."))
    theme = make_theme(dark=False)
    grounds = {
        piece.format.background().color().name()
        for page in setting.pages
        for part in page
        for column in setting.matter.item(part.item).columns
        for line in column.lines
        for piece in line.layout.formats()
    }
    left, right = theme.side(Side.LEFT), theme.side(Side.RIGHT)
    assert {left.mark, left.strong, right.mark} <= grounds


def test_a_pdf_holds_both_texts_with_heads_and_numbers(open_driver, tmp_path, pair):
    open_driver.menu("export_pdf")
    dialog = open_driver.part(QFileDialog)
    path = tmp_path / "out.pdf"
    with open_driver.qtbot.waitSignal(open_driver.window._printing.saved):
        open_driver.choose_file(path)
    assert dialog is not None
    pages = words_of(path)
    assert len(pages) == 1
    assert pages[0].startswith("draft.txt")
    assert "final.txt" in pages[0]
    assert "1 of 1" in pages[0]
    for sentence in ("Nobody on the quay knew", "A new bridge is planned", "kept bees"):
        assert sentence in pages[0]
    assert "words not in the right text" in pages[0]
    assert "out.pdf" in open_driver.window._status._notice.text()
    assert str(pair[0].parent) not in path.read_bytes().decode("latin-1")


def test_a_long_text_goes_on_over_the_pages(qtbot, tmp_path):
    setting = set_pages(qtbot, opened_texts(*long_pair()))
    assert len(setting.pages) > 3
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    path = tmp_path / "long.pdf"
    printer.setOutputFileName(str(path))
    printer.setPageLayout(setting.layout)
    press = Press(setting, printer, range(len(setting.pages)))
    with qtbot.waitSignal(press.finished):
        press.start()
    pages = words_of(path)
    assert len(pages) == len(setting.pages)
    whole = " ".join(pages)
    for n in range(120):
        assert f"tells of the {n}th harbour" in whole or n == 7
    for number, page in enumerate(pages, 1):
        assert page.startswith("left.txt")
        assert f"{number} of {len(pages)}" in page


def on_paper(qtbot, setting, path, *, whole=False):
    """The pages as a printer makes them, with its own margins or on the whole of the paper."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setFullPage(whole)
    printer.setOutputFileName(str(path))
    printer.setPageLayout(setting.layout)
    press = Press(setting, printer, range(len(setting.pages)))
    with qtbot.waitSignal(press.finished):
        press.start()
    return pypdfium2.PdfDocument(path)


def test_paragraphs_are_numbered_in_the_outer_margins(qtbot, tmp_path):
    left = "Only here.\n\n" + "\n\n".join(f"This is the {n}th of them." for n in range(9))
    setting = set_pages(qtbot, opened_texts(left, left.partition("\n\n")[2]))
    document = on_paper(qtbot, setting, tmp_path / "numbers.pdf")
    page = document[0]
    text = page.get_textpage()
    margin = setting.layout.margins(QPageLayout.Unit.Point).left()
    outer = (0, margin - 1), (page.get_width() - margin + 1, page.get_width())
    found = [text.get_text_bounded(left=low, right=high).split() for low, high in outer]
    for each in (text, page, document):
        each.close()
    assert found == [[str(n) for n in range(1, 11)], [str(n) for n in range(1, 10)]]


def lefts_of(word: str, document) -> list[int]:
    """Where a word begins on the first page, each time; the document is closed."""
    page = document[0]
    found = page.get_textpage()
    search = found.search(word)
    lefts = []
    while (hit := search.get_next()) is not None:
        lefts.append(round(found.get_charbox(hit[0])[0]))
    for each in (search, found, page, document):
        each.close()
    return lefts


def test_tabs_lead_to_the_same_places_on_paper(qtbot, tmp_path):
    text = "Rope\n\ni\tquay\n\nTar\tquay\n\nIn\tquay"
    setting = set_pages(qtbot, opened_texts(text, ""))
    lefts = lefts_of("quay", on_paper(qtbot, setting, tmp_path / "tabs.pdf"))
    assert len(lefts) == 3
    assert len(set(lefts)) == 1


def test_the_cells_of_a_table_stand_below_each_other_on_paper(qtbot, tmp_path):
    rows = ("A long head\tquay", "1\tquay", "The longest of them all\tquay")
    cell = Style(StyleKind.TABLE_CELL)
    table = Document.from_paragraphs([TextParagraph(row, cell) for row in rows])
    source = replace(Source.from_text("", "left.txt"), document=table)
    marks = Marks(compare(table, source.document))
    setting = set_pages(qtbot, Opened(source, source, marks))
    lefts = lefts_of("quay", on_paper(qtbot, setting, tmp_path / "table.pdf"))
    assert len(lefts) == 2 * len(rows)
    assert len(set(lefts)) == 2


def table_on_paper(qtbot, path, *rows: str):
    """The rows of a table, which are the same on both sides, on paper."""
    cell = Style(StyleKind.TABLE_CELL)
    table = Document.from_paragraphs([TextParagraph(row, cell) for row in rows])
    source = replace(Source.from_text("", "left.txt"), document=table)
    setting = set_pages(qtbot, Opened(source, source, Marks(compare(table, table))))
    return on_paper(qtbot, setting, path)


def test_long_cells_go_on_in_their_own_columns_on_paper(qtbot, tmp_path):
    rows = ("No. \tWork \tPrice", f"1 \t{'quay ' * 18}\ttar", " \tbollards \ttar", "2 \tx \ttar")

    def lefts(word: str) -> list[int]:
        return lefts_of(word, table_on_paper(qtbot, tmp_path / f"{word}.pdf", *rows))

    quays, bollards, tars = map(lefts, ("quay", "bollards", "tar"))
    assert len(quays) == 36
    assert len(set(tars)) == 2, "one column on either side"
    assert bollards == pytest.approx([quays[0], min(x for x in quays if x > tars[0])], abs=2)
    assert quays.count(min(quays)) > 2, "the cell goes on below its beginning"
    assert max(x for x in quays if x < tars[0]) < tars[0] < bollards[1]


def test_where_columns_have_no_room_on_paper_cells_stand_below_each_other(qtbot, tmp_path):
    months = ("January", "February", "March", "April", "May", "June", "July", "August", "quay")
    rows = (" \t".join(months), " \t".join(f"{month} and longer" for month in months))

    def lefts(word: str) -> list[int]:
        return lefts_of(word, table_on_paper(qtbot, tmp_path / f"{word}.pdf", *rows))

    assert len(set(lefts("August"))) == 2
    assert lefts("August") == pytest.approx(lefts("quay"), abs=2)
    assert min(lefts("August")) > min(lefts("January")) + 5, "they are set in"


def test_of_a_number_without_room_in_the_margin_no_part_is_printed(qtbot, tmp_path):
    narrow = usual_paper()
    narrow.setMargins(QMarginsF(3, 14, 3, 14))
    texts = long_pair()
    setting = set_pages(qtbot, opened_texts(*texts), layout=narrow)
    document = on_paper(qtbot, setting, tmp_path / "narrow.pdf", whole=True)
    found = []
    for page in document:
        text = page.get_textpage()
        found += text.get_text_bounded(right=6).split()
        text.close()
        page.close()
    document.close()
    assert found == [str(n) for n in range(1, 10)]


def test_notes_are_printed(qtbot):
    opened = opened_texts(*long_pair(10))
    changes = opened.marks.changes
    review = Review(summary="Harbours have no cranes.").judge(changes[0], "objection")
    review = review.note(changes[1], "Boats lie in it.").mark_reviewed(changes[2], reviewed=True)
    review, _ = review.remark_on(Side.RIGHT, Span(0, 9), "Which one?")
    setting = set_pages(qtbot, opened, review)
    told = all_words(setting)
    for words in ("Harbours have no cranes.", "✗ Objection", "Boats lie in it.", "reviewed"):
        assert words in told
    assert "Which one?" in told


def test_what_was_said_is_counted_on_paper_as_on_the_page(qtbot):
    opened = opened_texts(*long_pair(10))
    changes = opened.marks.changes
    said = Review(summary="Harbours have no cranes.").rename({"question": "سؤال 2"})
    for change in changes[:3]:
        said = said.judge(change, "objection").mark_reviewed(change, reviewed=True)
    said, _ = said.judge(changes[4], "question").remark_on(Side.LEFT, Span(0, 9), "Which?")
    for review, above in ((said, 3), (replace(said, summary=""), 2)):
        column = set_pages(qtbot, opened, review).matter.item(above).columns[0]
        told = column.lines[0].layout.text()
        assert told == "✗ Objection 3 · ? \u2068سؤال 2\u2069 1 · 3 of 10 changes reviewed · 1 note"
        facts = {Side.LEFT: opened.left, Side.RIGHT: opened.right}
        page = "".join(head(opened.marks.comparison, changes, facts, review))
        told = told.replace("\u2068", "<bdi>").replace("\u2069", "</bdi>")
        assert told.replace("Objection", "<bdi>Objection</bdi>") in page
    assert "reviewed" not in all_words(set_pages(qtbot, opened))


def lines_of(setting: Setting) -> list[tuple[str, bool]]:
    """The lines of the last item, and whether each runs from right to left."""
    columns = setting.matter.item(len(setting.matter) - 1).columns
    option = Qt.LayoutDirection.RightToLeft
    return [
        (_words(line)[0].strip(), line.layout.textOption().textDirection() == option)
        for line in columns[0].lines
    ]


ARABIC = "كلام عام."


def test_each_paragraph_of_a_note_runs_as_its_words_do(qtbot):
    opened = opened_texts(*long_pair(1))
    change = opened.marks.changes[0]
    said = f"In general:\n\n{ARABIC}\n- {ARABIC}\nYes."
    for note, expected in (
        (said, [("1  In general:", False), ("", False), (ARABIC, True), (f"- {ARABIC}", True)]),
        (ARABIC, [("1", False), (ARABIC, True)]),
        ("Yes.\nNo.", [("1  Yes.", False), ("No.", False)]),
        ("", [("1  ? Question", False)]),
    ):
        review = Review().note(change, note) if note else Review().judge(change, "question")
        found = lines_of(set_pages(qtbot, opened, review))
        assert found[: len(expected)] == expected
    summary = set_pages(qtbot, opened, Review().summarise(ARABIC)).matter.item(2)
    assert summary.columns[0].lines[0].layout.textOption().alignment() & Qt.AlignmentFlag.AlignRight


def test_what_is_said_amid_words_from_right_to_left_stays_whole(qtbot):
    """Without care its figure goes to the other end of it, and its brackets turn around."""
    kept, gone = "ذهب الولد إلى المدرسة في الصباح.", "عاد القارب مساءً إلى الميناء القديم."
    setting = set_pages(qtbot, opened_texts(f"{kept} {gone}", kept))
    column = setting.matter.item(len(setting.matter) - 1).columns[1]
    layout = column.lines[0].layout
    text = layout.text()
    sign = "[6 words not in the right text]"
    assert sign in text
    line = layout.lineForTextPosition(text.index(sign))
    start = text.index(sign)
    figure, word, end = (
        line.cursorToX(start + len(said))[0] for said in ("[6", "[6 words", sign[:-1])
    )
    assert figure < word < end


def test_a_verdict_on_words_that_are_gone_is_printed(qtbot):
    stray = Stray("Where is it?", "objection", "the old quay", "")
    setting = set_pages(qtbot, opened_texts(*long_pair(1)), Review(strays=(stray,)))
    told = " ".join(words for words, _ in lines_of(setting))
    assert told == "On words that are gone: “the old quay”  ✗ Objection  Where is it?"


def test_a_long_note_is_set_in_steps(qtbot):
    opened = opened_texts(*long_pair(1))
    note = " ".join(f"word{n}" for n in range(3000))
    setting = set_pages(qtbot, opened, Review().note(opened.marks.changes[0], note))
    setting.matter._kept.clear()
    steps = sum(1 for _ in setting.matter.steps(len(setting.matter) - 1))
    assert steps > len(note) / 3000


def test_what_was_decided_by_hand_is_printed(qtbot):
    first, second = (Source.from_text(text, "text.txt") for text in long_pair(4))
    span = first.document.sentences[1].span
    apart = first.document.sentences[2].span
    pins = (
        Pin(span, second.document.sentences[1].span, PinKind.ALIGN),
        Pin(apart, second.document.sentences[2].span, PinKind.FORBID),
    )
    comparison = compare(first.document, second.document, pins=pins)
    setting = set_pages(qtbot, Opened(first, second, Marks(comparison)))
    columns = (c for n in range(len(setting.matter)) for c in setting.matter.item(n).columns)
    told = " ".join(column.lines[0].layout.text() for column in columns if column.lines)
    assert told.count("[aligned by hand] Paragraph 1 tells") == 2
    assert told.count("[kept apart by hand] Paragraph 2 tells") == 2
    assert told.count("by hand]") == 4


def all_words(setting: Setting) -> str:
    return " ".join(
        line.layout.text()
        for number in range(len(setting.matter))
        for column in setting.matter.item(number).columns
        for line in column.lines
    )


def test_a_stanza_begins_as_far_in_as_the_poet_had_it(qtbot):
    plain = "The harbour keeps its lamps alight\nfor ships that left in spring;\n"
    plain += "the gulls have nothing more to say\nand still they dip and sing."
    stanzas = f"{plain}\n\n    Under the eaves,\n        a row of notes,\n    and rain,\n    rain."
    told = all_words(set_pages(qtbot, opened_texts(stanzas, stanzas)))
    assert "    Under the eaves,\u2028        a row" in told
    prose = all_words(set_pages(qtbot, opened_texts("One.\n    Two.", "One.\n    Two.")))
    assert "    Two" not in prose


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("", ""),
        ("", "Something."),
        ("😀 Smile 😀 twice.", "😀 Smile 😁 thrice 😀."),
        ("ذهب الولد إلى المدرسة. عاد مساءً.", "ذهب الولد إلى السوق. عاد مساءً."),
        ("今天下雨。我们留在家里。", "今天下雪。我们都留在家里。"),
        ("a" * 60_000, "b" * 60_000),
        ("nul \0 and \x1b[2J", "nul \0 or \x1b[2J"),
    ],
)
def test_any_text_is_set_and_painted(qtbot, tmp_path, left, right):
    setting = set_pages(qtbot, opened_texts(left, right))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "any.pdf"))
    press = Press(setting, printer, range(min(2, len(setting.pages))))
    with qtbot.waitSignal(press.finished):
        press.start()
    assert press.works
    assert (tmp_path / "any.pdf").stat().st_size > 500


def test_a_long_paragraph_is_set_in_steps_and_shows_no_seam(qtbot, monkeypatch):
    left = " ".join(f"The {n}th harbour has cranes and quays, and 😀 a view." for n in range(400))
    opened = opened_texts(left, left.replace("cranes", "boats"))
    told = []
    for longest in (700, 10**6):
        monkeypatch.setattr("variorum.window.printing.words.LONGEST", longest)
        setting = set_pages(qtbot, opened)
        number = len(setting.matter) - 1
        setting.matter._kept.clear()
        steps = sum(1 for _ in setting.matter.steps(number))
        columns = setting.matter.item(number).columns
        told.append([[_words(line) for line in column.lines] for column in columns])
        if longest == 700:
            assert steps > 2 * len(left) / longest
    assert len(told[0][0]) > 100
    assert told[0] == told[1]


def _words(line: Line) -> tuple[str, int, int]:
    found = line.layout.lineAt(line.number)
    units = line.layout.text().encode("utf-16-le")
    start = found.textStart()
    words = units[2 * start : 2 * (start + found.textLength())].decode("utf-16-le")
    return words, round(found.naturalTextWidth()), line.bar


def test_paper_too_small_for_anything_ends_all_the_same(qtbot):
    unit = QPageLayout.Unit.Millimeter
    size = QPageSize(QPageSize.PageSizeId.A8)
    margins = QMarginsF(20, 20, 20, 20)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, margins, unit)
    setting = set_pages(qtbot, opened_texts("One. Two.", "One. Three."), layout=layout)
    assert setting.pages


def test_the_preview_shows_the_pages(open_driver):
    open_driver.press(Qt.Key.Key_P, CONTROL)
    dialog = open_driver.part(PreviewDialog)
    button = next(b for b in dialog.findChildren(QPushButton) if "Print" in b.text())
    open_driver.until(button.isEnabled)
    assert "of 1" in [label.text() for label in dialog.findChildren(QLabel)]
    picture = dialog._view.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert "#ffffff" in colours
    assert len(colours) > 20
    dialog.reject()


def test_the_preview_turns_pages(qtbot, make_driver, write):
    left, right = long_pair()
    driver = make_driver()
    driver.window.open_pair(write("left.txt", left), write("right.txt", right))
    driver.wait_for_comparison()
    driver.menu("print")
    dialog = driver.part(PreviewDialog)
    button = next(b for b in dialog.findChildren(QPushButton) if "Print" in b.text())
    driver.until(button.isEnabled)
    page = dialog.findChild(QSpinBox)
    before = dialog._view.grab().toImage()
    qtbot.mouseClick(
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "›"),
        Qt.MouseButton.LeftButton,
    )
    assert page.value() == 2
    driver.until(lambda: dialog._view.grab().toImage() != before)
    dialog.reject()


def test_export_is_stopped(qtbot, make_driver, write, tmp_path):
    left, right = long_pair(400)
    driver = make_driver()
    driver.window.open_pair(write("left.txt", left), write("right.txt", right))
    driver.wait_for_comparison()
    printing = driver.window._printing
    printing._opened = driver.opened
    printing.export(tmp_path / "never.pdf")
    progress = printing._progress
    assert isinstance(progress, QProgressDialog)
    progress.findChild(QPushButton).click()
    assert printing._work is None
    assert not (tmp_path / "never.pdf").exists()
    with qtbot.waitSignal(printing.saved):
        printing.export(tmp_path / "done.pdf")
    assert (tmp_path / "done.pdf").stat().st_size > 10_000


def test_a_pdf_never_replaces_a_text(open_driver, pair):
    open_driver.window._printing._opened = open_driver.opened
    before = pair[0].read_bytes()
    open_driver.window._printing.export(pair[0])
    assert "draft.txt" in open_driver.problem().text()
    assert pair[0].read_bytes() == before


def has_colours(path) -> bool:
    """Whether anything on the first page of a PDF file is neither black nor white nor grey."""
    document = pypdfium2.PdfDocument(path)
    page = document[0]
    bitmap = page.render()
    assert bitmap.format == pypdfium2.raw.FPDFBitmap_BGR
    blue, green, red = (bytes(bitmap.buffer)[n::3] for n in range(3))
    for each in (bitmap, page, document):
        each.close()
    return not blue == green == red


def print_to(driver, path, pages: tuple[int, int] | None = None) -> Printing:
    """Go through the preview and the dialog of the printer, and print to a file.

    With pages, the first and the last one: only these, without colours.
    """
    printing = driver.window._printing
    driver.menu("print")
    preview = driver.part(PreviewDialog)
    button = next(b for b in preview.findChildren(QPushButton) if "Print" in b.text())
    driver.until(button.isEnabled)
    printing._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printing._printer.setOutputFileName(str(path))
    driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = driver.part(QPrintDialog)
    if pages is not None:
        for name in ("printRange", "grayscale"):
            dialog.findChild(QRadioButton, name).setChecked(True)
        for name, value in zip(("from", "to"), pages, strict=True):
            dialog.findChild(QSpinBox, name).setValue(value)
    dialog.accept()
    return printing


def test_what_the_preview_shows_is_printed(open_driver, tmp_path):
    path = tmp_path / "printed.pdf"
    printing = print_to(open_driver, path)
    open_driver.until(path.exists)
    open_driver.until(lambda: not printing._worker.busy)
    assert "A new bridge is planned" in words_of(path)[0]
    assert not open_driver.has(PreviewDialog)
    assert "printed.pdf" in open_driver.window._status._notice.text()


def test_a_printer_gets_the_pages(open_driver, tmp_path):
    printing = open_driver.window._printing
    printing._opened = open_driver.opened
    printer = printing._the_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printer.pdf"))
    with open_driver.qtbot.waitSignal(printing.printed):
        printing._set(printer.pageLayout(), printing._print)
    assert "A new bridge is planned" in words_of(tmp_path / "printer.pdf")[0]
    assert open_driver.window._status._notice.text() == "Sent to the printer"


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(open_driver, tmp_path):
    printing = open_driver.window._printing
    printing._opened = open_driver.opened
    printer = printing._the_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no folder" / "printer.pdf"))
    with open_driver.qtbot.waitSignal(printing.failed):
        printing._set(printer.pageLayout(), printing._print)
    box = open_driver.problem()
    assert box.text().endswith("takes no pages.")
    assert "Nothing was printed" in box.informativeText()
    assert open_driver.window._status._notice.text() == ""


@pytest.mark.parametrize("name", ["draft.txt", "no folder/printed.pdf"])
def test_a_file_that_cannot_be_printed_to_is_told(open_driver, pair, name):
    before = pair[0].read_bytes()
    print_to(open_driver, pair[0].parent / name)
    assert name.rpartition("/")[2] in open_driver.problem().text()
    assert pair[0].read_bytes() == before


def test_only_the_pages_that_are_wanted_are_printed_to_a_file(make_driver, write, tmp_path):
    left, right = long_pair()
    driver = make_driver(write("left.txt", left), write("right.txt", right))
    driver.wait_for_comparison()
    path = tmp_path / "printed.pdf"
    printing = print_to(driver, path, (2, 3))
    driver.until(path.exists)
    driver.until(lambda: not printing._worker.busy)
    printed = [re.findall(r"\b(\d) of \d\b", page)[-1] for page in words_of(path)]
    assert printed == ["2", "3"]
    assert not has_colours(path)
    with driver.qtbot.waitSignal(printing.saved):
        printing.export(tmp_path / "whole.pdf")
    assert len(words_of(tmp_path / "whole.pdf")) > 3
    assert has_colours(tmp_path / "whole.pdf")
    driver.window.close()
