"""A saved annotated page, read back as a session; and what a page must hold for that.

Imports the public names of engine, readers and review, and the reports' data of a page. A page
tells no paths, so the session of one holds its texts and nothing of where they were.
"""

from __future__ import annotations

from variorum.engine import Comparison, Options, Side
from variorum.readers import Source, printable
from variorum.reports.embedded import EmbeddedError, embedded_comparison
from variorum.review import Fields, PlainError, from_plain
from variorum.sessions.decoding import (
    options_from_plain,
    pin_from_plain,
    position_from_plain,
    source_of,
)
from variorum.sessions.documents import document_of
from variorum.sessions.encoding import (
    facts_to_plain,
    options_to_plain,
    pins_to_plain,
    position_to_plain,
)
from variorum.sessions.session import Position, Session

KEY = "session"
"""Where the page's data say what the comparison alone does not."""


def page_keys(
    comparison: Comparison, left: Source, right: Source, position: Position = Position()
) -> dict[str, object]:
    """What a page's data hold beside comparison and review, so that it opens as a session.

    Args:
        comparison: what the page shows.
        left: where its left text came from.
        right: the same of the right one.
        position: where the reader was.
    """
    return {
        KEY: {
            "options": options_to_plain(comparison.options),
            "pins": pins_to_plain(comparison.pins),
            "position": position_to_plain(position),
            "left": facts_to_plain(left),
            "right": facts_to_plain(right),
        }
    }


def session_of_page(page: bytes) -> Session:
    """The session that a saved page holds.

    Args:
        page: the whole file.

    Raises:
        PlainError: it holds none, or it is damaged.
    """
    try:
        data = embedded_comparison(page)
    except EmbeddedError as error:
        raise PlainError(str(error)) from error
    plain = Fields(data, "the page")
    more = Fields(plain.take(KEY, dict, {}), "the session")
    sources: dict[Side, Source] = {}
    for side in Side:
        fields = Fields(plain.take(str(side), dict, {}), f"the {side} text")
        document = document_of(
            fields.take("text", str, ""),
            fields,
            name=printable(fields.take("name", str, "")),
            language=fields.text("language"),
            layout=fields.text("layout"),
        )
        facts = Fields(more.take(str(side), dict, {}), f"the {side} text")
        sources[side] = source_of(document, facts, None)
    left, right = sources[Side.LEFT], sources[Side.RIGHT]
    lengths = len(left.document.text), len(right.document.text)
    given = more.take("options", dict, {})
    return Session(
        left=left,
        right=right,
        options=options_from_plain(given) if given else Options(),
        pins=tuple(pin_from_plain(pin, *lengths) for pin in more.take("pins", list, [])),
        review=from_plain(plain.take("review", dict, {}), *lengths),
        position=position_from_plain(more.take("position", dict, {}), *lengths),
    )
