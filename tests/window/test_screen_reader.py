"""What a screen reader is told by the real program, over the real bus.

A display, a bus and the registry of AT-SPI are started here; `screen_reader_client.py` asks.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from made import story
from real_program import Display, environment_on, needs_x11, started

from patience import PATIENCE

pytestmark = needs_x11

LEFT = """The ferry leaves at noon. It carries goats and letters.

Nobody on the quay knew why the bell rang twice.

The captain, a widow from Farrow, kept bees on the upper deck.

In winter the river froze and the ferry rested.
"""

RIGHT = """The ferry leaves at one o'clock. It carries goats and letters.

The captain, a widow from Farrow, kept bees on the upper deck.

In winter the river froze hard and the ferry rested.

A new bridge is planned for the spring of next year.
"""

SYSTEM_PYTHON = "/usr/bin/python3"
LEFT_PANE = "Left text: draft.txt"
RIGHT_PANE = "Right text: final.txt"

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication
from variorum.__main__ import main
from variorum.window.main_window import MainWindow

keep_running = QApplication.exec

tries = 0

def activate():  # there is no window manager that would do it, now and whenever nobody has the keys
    global tries
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    if QApplication.activeWindow() is None and QApplication.activePopupWidget() is None:
        tries += 1
        if tries % 50 == 0:  # X may have sent the keys there already, which it says but once
            other = QWindow()
            other.show()
            other.requestActivate()
            QTimer.singleShot(100, other.close)
        else:
            window.activateWindow()
    QTimer.singleShot(20, activate)

def run():
    QTimer.singleShot(0, activate)
    return keep_running()

QApplication.exec = staticmethod(run)
sys.exit(main(sys.argv[1:]))
"""


class Reader:
    """A screen reader that does what a test says."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def __getattr__(self, word: str) -> Callable[..., Any]:
        """A command of the client's."""

        def ask(*arguments: object) -> Any:
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            print(json.dumps([word, *arguments]), file=self._process.stdin, flush=True)
            line = self._process.stdout.readline()
            if not line:
                pytest.fail("the client is gone; is python3-pyatspi installed?")
            said = json.loads(line)
            assert "error" not in said, said["error"]
            return said["answer"]

        return ask

    def until(self, condition: Callable[[], object]) -> None:
        """Ask again and again."""
        for _ in range(round(PATIENCE / 0.05)):
            if condition():
                return
            self.pump(0.05)
        pytest.fail("it does not come to pass")

    def announced(self, words: str) -> str:
        """What is announced with these words in it."""
        event = self.wait_for("object:announcement", words, PATIENCE)
        assert event is not None, f"nothing is said of {words}: {self.heard()}"
        return event[-1]


@contextmanager
def bus(environment: dict[str, str]) -> Iterator[str]:
    """A session bus; the one of accessibility is started on it by whoever asks first."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.fail("dbus-daemon is missing: install it (Debian: apt install dbus-daemon)")
    options = ["--session", "--nofork", "--nopidfile", "--print-address=1"]
    process = subprocess.Popen(
        [daemon, *options],
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The variables of a desktop with screen readers."""
    folder = tmp_path_factory.mktemp("desktop")
    display = Display(folder)
    runtime = folder / "runtime"
    runtime.mkdir(0o700)
    variables = {
        **environment_on(display, folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        # Qt's part does not know all that this version of the registry asks, and says so.
        "QT_LOGGING_RULES": "qt.accessibility.*=false",
    }
    variables.pop("AT_SPI_BUS_ADDRESS", None)
    with bus(variables) as address:
        yield {**variables, "DBUS_SESSION_BUS_ADDRESS": address}
    display.close()


@pytest.fixture(scope="module")
def reader(environment) -> Iterator[Reader]:
    client = subprocess.Popen(
        [SYSTEM_PYTHON, str(Path(__file__).with_name("screen_reader_client.py"))],
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with client:
        yield Reader(client)
        client.kill()


@contextmanager
def running(
    environment: dict[str, str], reader: Reader, left: str, right: str
) -> Iterator[subprocess.Popen[str]]:
    """The program on two texts; it is gone from the bus, too, afterwards."""
    settings = Path(environment["XDG_CONFIG_HOME"])
    shutil.rmtree(settings, ignore_errors=True)
    files = settings.parent / "draft.txt", settings.parent / "final.txt"
    for file, text in zip(files, (left, right), strict=True):
        file.write_text(text, "utf-8")
    arguments = ["-X", "faulthandler", "-c", PROGRAM, *map(str, files)]
    with started(arguments, environment) as process:
        yield process
    reader.until(lambda: not reader.is_running())


def wait_until_shown(reader: Reader, right: str) -> None:
    reader.until(lambda: reader.is_there(RIGHT_PANE))
    reader.until(lambda: reader.text(RIGHT_PANE)["count"] == len(right))
    reader.until(lambda: "active" in reader.states("", "frame"))


@pytest.fixture(scope="module")
def program(environment, reader) -> Iterator[None]:
    """The program on two small texts, for all tests that leave it running."""
    with running(environment, reader, LEFT, RIGHT):
        wait_until_shown(reader, RIGHT)
        yield


def has_keys(reader: Reader, pane: str) -> bool:
    """Whether the keys go to a pane; if not, they are sent there once more."""
    if "focused" in reader.states(pane, "text"):
        return True
    reader.focus(pane, "text")
    return False


@pytest.fixture
def at_first(reader, program) -> None:  # noqa: ARG001 - it has to run
    """At the first change, with the caret on the left and nothing selected."""
    reader.focus(LEFT_PANE, "text")
    for pane in (RIGHT_PANE, LEFT_PANE):
        reader.set_caret(pane, 30)
        reader.until(lambda pane=pane: reader.text(pane)["selections"] == [])
    reader.key("alt", "Home")
    reader.until(lambda: reader.is_there("Change 1 of 4", "label"))
    reader.until(lambda: reader.text(LEFT_PANE)["caret"] == 0)
    reader.until(lambda: has_keys(reader, LEFT_PANE))
    reader.forget()


# First, before the program of all the others is started.
def test_nothing_breaks_while_texts_come_and_the_window_goes(environment, reader):
    left, right = story(700)
    with running(environment, reader, left, right) as process:
        assert reader.walk_until(LEFT_PANE, PATIENCE) > 0
        wait_until_shown(reader, right)
        # A first result may have no changes yet.
        reader.until(lambda: "sensitive" in reader.states("Next Change", "push button"))
        reader.key("F8")
        reader.announced("change 1 of")
        reader.key("ctrl", "q")
        assert reader.walk_until_gone(PATIENCE) > 0
        out, err = process.communicate(timeout=PATIENCE)
        assert (process.returncode, out, err) == (0, "", "")


@pytest.mark.usefixtures("at_first")
def test_everything_has_a_role_and_a_name(reader):
    seen = reader.tree()
    named = {(role, name) for _depth, role, name, _description, _states in seen}
    assert {("text", LEFT_PANE), ("text", RIGHT_PANE), ("list", "Changes")} <= named
    assert {("push button", "Next Change"), ("push button", "Previous Change")} <= named
    assert {("scroll bar", "Place in both texts"), ("menu item", "Next Change")} <= named
    assert ("label", "Change 1 of 4") in named
    assert ("image", "Overview of both texts") in named
    items = [name for _, role, name, *_ in seen if role == "list item" and ", change " in name]
    assert items[0].startswith("replaced ‘noon’ by ‘one o'clock’, change 1 of 4, paragraph 1")
    assert items[1].startswith("missing from the right text: ‘Nobody on the quay")
    assert len(items) == 4
    # Whatever can be reached by keys says what it is.
    reached = [
        (role, name)
        for _, role, name, _description, states in seen
        if {"focusable", "showing"} <= set(states) and not name
    ]
    assert reached == []


@pytest.mark.usefixtures("at_first")
def test_the_head_of_a_text_is_pressed(reader):
    assert reader.press("draft.txt", "push button")
    reader.until(lambda: "showing" in reader.states("Encoding", "menu item"))
    reader.key("Escape")
    reader.until(lambda: "showing" not in reader.states("Encoding", "menu item"))


@pytest.mark.usefixtures("at_first")
def test_the_texts_are_read(reader):
    assert reader.text(LEFT_PANE)["text"] == LEFT
    assert reader.text(RIGHT_PANE)["text"] == RIGHT
    assert reader.text(LEFT_PANE)["count"] == len(LEFT)
    at = LEFT.index("widow")
    assert reader.piece(LEFT_PANE, at + 2, "WORD_START")[0].strip() == "widow"
    line, start, end = reader.piece(LEFT_PANE, at, "LINE_START")
    assert LEFT[start:end].strip() == line.strip()
    assert "widow" in line
    assert {"read-only", "multi-line", "focusable", "showing"} <= set(reader.states(LEFT_PANE))


@pytest.mark.usefixtures("at_first")
def test_letters_are_where_they_are_painted(reader):
    x, y, width, height = reader.box(LEFT_PANE, "text")
    tops = []
    for word in ("ferry", "Nobody", "widow", "froze"):
        at = LEFT.index(word)
        left, top, letter, line = reader.extents(LEFT_PANE, at)
        assert x < left < x + width
        assert y <= top
        assert top + line <= y + height
        assert letter > 3
        assert reader.at_point(LEFT_PANE, left + 2, top + line // 2) == at
        tops.append(top)
    assert tops == sorted(set(tops))


@pytest.mark.usefixtures("at_first")
def test_caret_and_selection_are_told(reader):
    for _ in range(3):
        reader.key("shift", "Right")
    told = [reader.wait_for("object:text-caret-moved", LEFT_PANE, PATIENCE) for _ in range(3)]
    assert [event[3] for event in told] == [1, 2, 3]
    reader.until(lambda: reader.text(LEFT_PANE)["selections"] == [[0, 3]])
    assert "sensitive" in reader.states("Copy", "menu item")


@pytest.mark.usefixtures("at_first")
def test_a_selection_is_told_once_and_in_the_name_of_its_text(reader):
    for _ in range(3):
        reader.key("shift", "Right")
    for _ in range(3):
        assert reader.wait_for("object:text-caret-moved", LEFT_PANE, PATIENCE)
    reader.key("shift", "Right")
    reader.until(lambda: reader.text(LEFT_PANE)["selections"] == [[0, 4]])
    told = [name for kind, _, name, *_ in reader.heard() if kind.startswith("object:text-sel")]
    assert told == [LEFT_PANE]


@pytest.mark.usefixtures("at_first")
def test_a_screen_reader_moves_caret_and_selection(reader):
    assert "sensitive" not in reader.states("Copy", "menu item")
    start, end = RIGHT.index("bridge"), RIGHT.index(" is planned")
    assert reader.set_selection(RIGHT_PANE, start, end) or reader.set_caret(RIGHT_PANE, start)
    reader.until(lambda: reader.text(RIGHT_PANE)["caret"] >= start)
    if not reader.text(RIGHT_PANE)["selections"]:
        reader.set_selection(RIGHT_PANE, start, end)
    reader.until(lambda: reader.text(RIGHT_PANE)["selections"] == [[start, end]])
    reader.until(lambda: "sensitive" in reader.states("Copy", "menu item"))
    assert reader.set_caret(RIGHT_PANE, 5)
    assert reader.wait_for("object:text-caret-moved", RIGHT_PANE, PATIENCE)
    reader.until(lambda: reader.text(RIGHT_PANE)["selections"] == [])
    assert reader.text(RIGHT_PANE)["caret"] == 5


@pytest.mark.usefixtures("at_first")
def test_where_one_goes_is_announced(reader):
    said = []
    for keys, words in (
        (("alt", "Home"), "change 1 of 4"),
        (("F8",), "change 2 of 4"),
        (("F8",), "change 3 of 4"),
        (("shift", "F8"), "change 2 of 4"),
    ):
        reader.key(*keys)
        said.append(reader.announced(words))
    assert said[0] == "replaced ‘noon’ by ‘one o'clock’, change 1 of 4, paragraph 1"
    assert said[1].startswith("missing from the right text: ‘Nobody on the quay")
    assert said[2] == "added ‘hard’, change 3 of 4, paragraph 4 on the left, 3 on the right"
    assert said[3] == said[1]
    reader.until(lambda: reader.is_there("Change 2 of 4", "label"))
    reader.forget()
    reader.press("Next Change", "push button")
    assert reader.announced("change 3 of 4") == said[2]
    reader.key("ctrl", "-")
    assert reader.announced("Text size") == "Text size 90%"
    reader.key("ctrl", "0")
    assert reader.announced("Text size") == "Text size 100%"


@pytest.mark.usefixtures("at_first")
def test_the_list_speaks_for_itself(reader):
    reader.focus("Changes", "list")
    reader.forget()
    for number in (2, 3):
        reader.key("Down")
        reader.until(lambda number=number: reader.is_there(f"Change {number} of 4", "label"))
    assert [event for event in reader.heard() if "announcement" in event[0]] == []


@pytest.mark.usefixtures("at_first")
def test_a_hit_is_announced_in_its_sentence(reader):
    reader.key("ctrl", "f")
    reader.until(lambda: reader.is_there("Find", "text"))
    for letter in "bees":
        reader.key(letter)
    assert reader.announced("kept bees") == (
        "1 of 2, paragraph 3 of the left text: ‘The captain, a widow from Farrow, kept bees on "
        "the upper deck.’"
    )
    reader.key("Escape")
    reader.until(lambda: "focused" in reader.states(LEFT_PANE))


@pytest.mark.usefixtures("at_first")
def test_the_end_of_a_comparison_is_announced(reader):
    reader.forget()
    reader.key("F5")
    assert reader.announced("changes") == "4 changes"
