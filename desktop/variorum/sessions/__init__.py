"""What a reviewer worked on, kept in files: sessions, drafts of them, and saved pages read back.

Imports engine, review, readers and reports; no Qt. A session holds both texts, so that it opens
even where the files that it was made of are gone; these files themselves are never written to.
"""

from variorum.sessions.drafts import Draft, DraftFolder, Found, packed_ahead
from variorum.sessions.encoding import PackedDocument
from variorum.sessions.files import (
    SUFFIX,
    Freshness,
    changed_sides,
    freshness,
    holds_session,
    read_session,
    write_session,
)
from variorum.sessions.pages import page_keys
from variorum.sessions.session import Position, Session
from variorum.sessions.settling import settled, settled_pins

__all__ = [
    "SUFFIX",
    "Draft",
    "DraftFolder",
    "Found",
    "Freshness",
    "PackedDocument",
    "Position",
    "Session",
    "changed_sides",
    "freshness",
    "holds_session",
    "packed_ahead",
    "page_keys",
    "read_session",
    "settled",
    "settled_pins",
    "write_session",
]
