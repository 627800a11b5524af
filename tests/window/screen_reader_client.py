"""A stand-in for a screen reader: asks a program what it says of itself, as Orca would.

Run by the system's Python, which has pyatspi. It reads one command a line from its standard
input, each a JSON list of a word and its arguments, and answers with one line of JSON each.
"""

import json
import sys
import time

import pyatspi
from gi.repository import GLib

EVENTS = (
    "object:announcement",
    "object:text-caret-moved",
    "object:text-selection-changed",
    "object:state-changed:focused",
)
KEY_CODES = {"shift": 50, "alt": 64, "ctrl": 37}
KEY_SYMBOLS = {
    **{f"F{number}": 0xFFBD + number for number in range(1, 13)},
    "Right": 0xFF53,
    "Left": 0xFF51,
    "Down": 0xFF54,
    "Up": 0xFF52,
    "Tab": 0xFF09,
    "Escape": 0xFF1B,
    "Return": 0xFF0D,
    "Home": 0xFF50,
}


class Client:
    """Knows one program, the only one on its bus."""

    def __init__(self):
        self.events = []
        self.context = GLib.MainContext.default()
        for name in EVENTS:
            pyatspi.Registry.registerEventListener(self.hear, name)

    def hear(self, event):
        try:
            name, role = event.source.name, event.source.getRoleName()
        except Exception:
            return
        said = event.any_data if isinstance(event.any_data, str) else ""
        self.events.append([str(event.type), role, name, event.detail1, said])

    def pump(self, seconds):
        """Let events come in for a while."""
        over = []
        GLib.timeout_add(max(1, round(1000 * seconds)), over.append, True)
        while not over:
            self.context.iteration(True)

    def program(self):
        return next((a for a in pyatspi.Registry.getDesktop(0) if a is not None), None)

    def find(self, name, role=""):
        """The first thing whose name begins so."""

        def fits(thing):
            return thing.name.startswith(name) and role in ("", thing.getRoleName())

        program = self.program()
        return None if program is None else pyatspi.findDescendant(program, fits)

    # Commands

    def is_running(self):
        return self.program() is not None

    def is_there(self, name, role=""):
        return self.find(name, role) is not None

    def states(self, name, role=""):
        thing = self.find(name, role)
        thing.clearCache()
        return sorted(state.value_nick for state in thing.getState().getStates())

    def tree(self):
        """Everything that is to be seen: depth, role, name, description, states."""
        out = []
        self.walk(self.program(), 0, out)
        return out

    def walk(self, thing, depth, out):
        if thing is None:
            return
        states = sorted(state.value_nick for state in thing.getState().getStates())
        out.append([depth, thing.getRoleName(), thing.name, thing.description, states])
        self.ask_text(thing)
        for number in range(thing.childCount):
            self.walk(thing.getChildAtIndex(number), depth + 1, out)

    def ask_text(self, thing):
        try:
            text = thing.queryText()
        except NotImplementedError:
            return
        count = text.characterCount
        for offset in {0, count // 2, count - 1} if count else ():
            text.getTextAtOffset(offset, pyatspi.TEXT_BOUNDARY_LINE_START)
            text.getCharacterExtents(offset, pyatspi.DESKTOP_COORDS)
            text.getAttributes(offset)

    def walk_until_gone(self, seconds):
        """Walk again and again, whatever happens meanwhile; how often it was begun."""
        end = time.monotonic() + seconds
        count = 0
        while time.monotonic() < end:
            program = self.program()
            if program is None and count:
                return count
            count += 1
            try:
                self.walk(program, 0, [])
            except Exception:
                self.pump(0.001)
        return -1

    def walk_until(self, name, seconds):
        """Walk again and again until something of a name is there; how often it was done."""
        end = time.monotonic() + seconds
        count = 0
        while time.monotonic() < end:
            try:
                self.walk(self.program(), 0, [])
                count += 1
                if self.is_there(name):
                    return count
            except Exception:
                self.pump(0.001)
        return -1

    def text(self, name):
        text = self.find(name, "text").queryText()
        count = text.getNSelections()
        return {
            "text": text.getText(0, -1),
            "count": text.characterCount,
            "caret": text.caretOffset,
            "selections": [list(text.getSelection(number)) for number in range(count)],
        }

    def piece(self, name, offset, what):
        """The character, word, line or sentence at an offset."""
        boundary = getattr(pyatspi, f"TEXT_BOUNDARY_{what}")
        return list(self.find(name, "text").queryText().getTextAtOffset(offset, boundary))

    def extents(self, name, offset):
        text = self.find(name, "text").queryText()
        return list(text.getCharacterExtents(offset, pyatspi.DESKTOP_COORDS))

    def at_point(self, name, x, y):
        text = self.find(name, "text").queryText()
        return text.getOffsetAtPoint(x, y, pyatspi.DESKTOP_COORDS)

    def box(self, name, role=""):
        found = self.find(name, role).queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return [found.x, found.y, found.width, found.height]

    def set_caret(self, name, offset):
        return self.find(name, "text").queryText().setCaretOffset(offset)

    def set_selection(self, name, start, end):
        return self.find(name, "text").queryText().setSelection(0, start, end)

    def focus(self, name, role=""):
        return self.find(name, role).queryComponent().grabFocus()

    def press(self, name, role=""):
        """Do what a thing does first."""
        return self.find(name, role).queryAction().doAction(0)

    def key(self, *keys):
        """Press a key on the real keyboard; words before it are held down meanwhile."""
        held = [KEY_CODES[word] for word in keys[:-1]]
        press = pyatspi.Registry.generateKeyboardEvent
        for code in held:
            press(code, None, pyatspi.KEY_PRESS)
        symbol = KEY_SYMBOLS.get(keys[-1]) or ord(keys[-1])
        press(symbol, None, pyatspi.KEY_SYM)
        for code in reversed(held):
            press(code, None, pyatspi.KEY_RELEASE)

    def wait_for(self, kind, words, seconds):
        """The first event of a kind in which words occur; None when there is none."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for number, event in enumerate(self.events):
                if event[0].startswith(kind) and any(words in str(part) for part in event[1:]):
                    del self.events[: number + 1]
                    return event
            self.pump(0.01)
        return None

    def forget(self):
        self.pump(0.2)
        self.events.clear()

    def heard(self):
        self.pump(0.2)
        return self.events


def main():
    client = Client()
    for line in sys.stdin:
        word, *arguments = json.loads(line)
        try:
            answer = {"answer": getattr(client, word)(*arguments)}
        except Exception as error:
            answer = {"error": repr(error)}
        print(json.dumps(answer), flush=True)  # noqa: T201 - this is how it answers


if __name__ == "__main__":
    main()
