"""What tests of sessions and drafts do with a window: save, open, answer, see what was said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from variorum.sessions import read_session

BOX = QMessageBox.StandardButton
LEFT = Qt.MouseButton.LeftButton


def desk(driver):
    return driver.window._desk


def verdicts(driver) -> list[str | None]:
    return [said.verdict for said in desk(driver).reviewing.review.judgements.values()]


def verdicts_in(path: Path) -> list[str | None]:
    """Those that a session's file holds."""
    return [said.verdict for said in read_session(path).review.judgements.values()]


def save(driver, path: Path) -> Path:
    driver.menu("save_session_as")
    with driver.qtbot.waitSignal(desk(driver).keeping.saved):
        driver.choose_file(path)
    return path


def opened_anew(make_driver, path: Path):
    driver = make_driver()
    driver.window.open_file(path)
    driver.wait_for_comparison()
    return driver


def answer(driver, name: str, which: object) -> None:
    """Click on a button of a question."""
    driver.until(lambda: any(b.isVisible() for b in driver.window.findChildren(QMessageBox, name)))
    box = driver.part(QMessageBox, name)
    button = box.button(which) if isinstance(which, BOX) else which(box)
    driver.qtbot.mouseClick(button, LEFT)
    driver.until(lambda: not driver.window.findChildren(QMessageBox, name))


def named(text: str):
    """The button of a box that says this."""
    return lambda box: next(b for b in box.buttons() if b.text().replace("&", "") == text)


def drafts(store) -> list[Path]:
    """The notes of all drafts on the disk."""
    return list((Path(store.fileName()).parent / "drafts").glob("*/notes.json"))
