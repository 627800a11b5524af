"""Sessions for the tests."""

from __future__ import annotations

from pathlib import Path

from variorum.engine import Options, Pin, PinKind, Side, Span, Thresholds, Tolerance
from variorum.readers import Source, read_document
from variorum.review import Review
from variorum.sessions import Position, Session

LEFT = "The ferry leaves at noon. It carries goats and letters.\n\nNobody knew why the bell rang.\n"
RIGHT = "The ferry leaves at one. It carries goats and letters.\n\nA new bridge is planned.\n"

OPTIONS = Options(frozenset({Tolerance.CASE, Tolerance.QUOTES}), Thresholds(0.7, 0.25))


def session_of(left: Source, right: Source, review: Review | None = None) -> Session:
    return Session(
        left=left,
        right=right,
        options=OPTIONS,
        pins=(Pin(Span(0, 25), Span(0, 24), PinKind.ALIGN),),
        review=review or Review(summary="Well done."),
        position=Position(Side.RIGHT, 25, "abc"),
    )


def session_in(folder: Path, review: Review | None = None) -> Session:
    """A session on two files of a folder, which are written."""
    for name, text in (("draft.txt", LEFT), ("final.txt", RIGHT)):
        (folder / name).write_text(text, encoding="utf-8")
    left, right = (read_document(folder / name) for name in ("draft.txt", "final.txt"))
    return session_of(left, right, review)


def loose_session(summary: str = "Well done.") -> Session:
    """A session on two texts that are no files."""
    left, right = Source.from_text(LEFT, "draft"), Source.from_text(RIGHT, "final")
    return session_of(left, right, Review(summary=summary))
