"""What a reviewer worked on, kept in files: sessions, drafts of them, and saved pages read back.

Imports engine, review, readers and reports; no Qt. A session holds both texts, so that it opens
even where the files that it was made of are gone; these files themselves are never written to.

The parts are imported when a name of theirs is first asked for: who opens two texts needs none of
what sessions are read and written with, which takes longer than a short comparison.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from variorum.sessions.drafts import Draft, DraftFolder, Found, packed_ahead
    from variorum.sessions.encoding import PackedDocument, pins_to_plain
    from variorum.sessions.files import (
        SavedElsewhereError,
        changed_sides,
        read_session,
        stamp_of,
        write_session,
    )
    from variorum.sessions.names import SUFFIX, holds_session
    from variorum.sessions.pages import page_keys
    from variorum.sessions.session import Position, Session
    from variorum.sessions.settling import settled, settled_pins

__all__ = [
    "SUFFIX",
    "Draft",
    "DraftFolder",
    "Found",
    "PackedDocument",
    "Position",
    "SavedElsewhereError",
    "Session",
    "changed_sides",
    "holds_session",
    "packed_ahead",
    "page_keys",
    "pins_to_plain",
    "read_session",
    "settled",
    "settled_pins",
    "stamp_of",
    "write_session",
]

_NAMES: Final = {
    "drafts": ("Draft", "DraftFolder", "Found", "packed_ahead"),
    "encoding": ("PackedDocument", "pins_to_plain"),
    "files": (
        *("SavedElsewhereError", "changed_sides"),
        *("read_session", "stamp_of", "write_session"),
    ),
    "names": ("SUFFIX", "holds_session"),
    "pages": ("page_keys",),
    "session": ("Position", "Session"),
    "settling": ("settled", "settled_pins"),
}
"""What is found in which part."""

_PARTS: Final = {name: part for part, names in _NAMES.items() for name in names}

if not TYPE_CHECKING:  # so that a name that is none is still found by who checks types

    def __getattr__(name: str) -> object:
        if name not in _PARTS:
            problem = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(problem)
        found = getattr(import_module(f"{__name__}.{_PARTS[name]}"), name)
        globals()[name] = found
        return found
