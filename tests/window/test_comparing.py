"""The window while it works: progress, stop, partial results, quitting, opening something else."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton

from patience import PATIENCE
from variorum.engine import Side
from variorum.window.start_page import StartPage
from variorum.window.tasks import CompareTask

QUICK = 0.1
"""Seconds within which a window closes, whatever runs beside it."""


def test_progress_is_shown_and_goes_away(driver, pair, slow):
    driver.window.open_pair(*pair)
    bar = driver.part(QProgressBar)
    driver.until(lambda: bar.value() == bar.maximum() // 2)
    assert driver.action("stop").isEnabled()
    assert driver.has(StartPage)
    slow.gate.set()
    driver.wait_for_comparison()
    assert not driver.has(QProgressBar)
    assert not driver.action("stop").isEnabled()


@pytest.mark.parametrize("how", ["menu", "key", "button"])
def test_stop(driver, pair, slow, how):
    driver.window.open_pair(*pair)
    driver.until(slow.entered.is_set)
    if how == "menu":
        driver.menu("stop")
    elif how == "key":
        driver.press(Qt.Key.Key_Escape)
    else:
        button = driver.part(QPushButton, "stop_button")
        driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not driver.window._comparing.busy
    assert not driver.has(QProgressBar)
    driver.until(slow.stopped.is_set)
    assert driver.opened is None
    assert driver.has(StartPage)
    assert set(driver.window._opening.chosen.values()) == set(pair)


def test_stop_keeps_what_was_open(open_driver, slow, write):
    before = open_driver.opened
    open_driver.window.open_side(Side.RIGHT, write("other.txt", "Other words.\n"))
    open_driver.until(slow.entered.is_set)
    open_driver.menu("stop")
    assert open_driver.opened is before
    assert open_driver.action("save_page").isEnabled()


def test_partial_results_are_shown_and_completed(driver, pair, slow):
    slow.give_partial = True
    driver.window.open_pair(*pair)
    driver.until(lambda: driver.opened is not None)
    assert not driver.opened.complete
    assert not driver.has(StartPage)
    assert not driver.action("save_page").isEnabled()
    slow.gate.set()
    driver.wait_for_comparison()
    assert driver.opened.complete
    assert driver.action("save_page").isEnabled()


def test_nothing_is_said_of_changes_before_any_could_be_found(driver, write, slow):
    slow.give_partial = True
    driver.window.open_pair(write("draft.txt", "Goats."), write("final.txt", "Goats."))
    driver.until(lambda: driver.opened is not None)
    assert not driver.position
    slow.gate.set()
    driver.wait_for_comparison()
    assert driver.position == "No changes"


def test_stopped_partial_results_stay_and_reload_completes_them(driver, pair, slow):
    slow.give_partial = True
    driver.window.open_pair(*pair)
    driver.until(lambda: driver.opened is not None)
    driver.menu("stop")
    assert not driver.opened.complete
    assert "Reload" in driver.window._status._notice.text()
    slow.gate.set()
    driver.menu("reload")
    driver.until(lambda: driver.opened.complete)
    driver.wait_for_comparison()


def test_the_engine_learns_what_the_reader_looks_at(driver, pair, slow):
    slow.give_partial = True
    driver.window.open_pair(*pair)
    driver.until(lambda: driver.opened is not None)
    driver.view.scrolled.emit()
    driver.until(lambda: any(slow.focus))
    side, span = next(focus for focus in slow.focus if focus)
    assert side in Side
    assert 0 <= span.start <= span.end


def test_opening_others_in_mid_comparison(driver, pair, slow, write):
    other = write("a.txt", "Alpha.\n"), write("b.txt", "Beta.\n")
    driver.window.open_pair(*pair)
    driver.until(slow.entered.is_set)
    driver.window.open_pair(*other)
    driver.until(slow.stopped.is_set)
    slow.gate.set()
    driver.wait_for_comparison()
    assert [driver.opened.left.name, driver.opened.right.name] == ["a.txt", "b.txt"]
    assert slow.names == [("draft.txt", "final.txt"), ("a.txt", "b.txt")]


def test_one_side_replaced_in_mid_comparison(driver, pair, slow, write):
    driver.window.open_pair(*pair)
    driver.until(slow.entered.is_set)
    driver.window.open_side(Side.LEFT, write("a.txt", "Alpha.\n"))
    slow.gate.set()
    driver.wait_for_comparison()
    assert [driver.opened.left.name, driver.opened.right.name] == ["a.txt", "final.txt"]


@pytest.mark.parametrize("how", ["menu", "window"])
def test_closing_in_mid_comparison(make_driver, pair, slow, how):
    driver = make_driver()
    driver.window.open_pair(*pair)
    driver.until(slow.entered.is_set)
    slow.released.clear()
    if how == "menu":
        driver.menu("quit")
    else:
        driver.window.close()
    assert not driver.window.isVisible()
    assert not slow.left.is_set(), "the window waited for the engine"
    assert slow.stopped.wait(PATIENCE)
    assert driver.opened is None


def test_closing_while_a_real_comparison_runs(make_driver, write):
    words = ("river", "goat", "bell", "winter", "quay", "bee", "letter", "deck")
    text = "\n\n".join(
        f"The {words[n % 8]} and the {words[n * 7 % 5]} number {n} met again." for n in range(1500)
    )
    left, right = write("left.txt", text), write("right.txt", text.replace("goat", "sheep"))
    took = []
    for _ in range(5):
        driver = make_driver()
        driver.window.open_pair(left, right)
        with driver.qtbot.waitSignal(driver.window._comparing.progressed):
            pass
        before = time.perf_counter()
        driver.window.close()
        took.append(time.perf_counter() - before)
    # Other programs may hold up one of them; if it were the engine, it would hold up all.
    assert min(took) < QUICK


def test_a_task_knows_no_window(pair):
    class Silent:
        def check(self): ...
        def progress(self, fraction, stage): ...
        def partial(self, value): ...
        def cancelled(self):
            return False

    opened = CompareTask(*pair, lambda: None)(Silent())
    assert opened.complete
    assert opened.page_path(Path("/nowhere")).name == "final.annotated.html"
    assert opened.page_path(Path("/nowhere")).parent == pair[1].parent
