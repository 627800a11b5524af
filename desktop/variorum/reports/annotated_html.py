"""A comparison -> one annotated HTML page that needs nothing but itself.

Imports the engine's public names, the review, the view model, the parts of the page and the page's
styles and scripts from the resources. The page is complete without its script, asks nobody for
anything, and never interprets what stands in the two texts.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from importlib.resources import files
from typing import Final

from variorum.engine import Comparison, Side
from variorum.reports import phrases
from variorum.reports.embedded import embedded
from variorum.reports.facts import SourceFacts
from variorum.reports.marks import Marks
from variorum.reports.page.bands import BandWriter, may_have_lines, may_leave_ids_out
from variorum.reports.page.change_list import change_list
from variorum.reports.page.escape import escaped, isolated
from variorum.reports.page.later import OPENER, is_long
from variorum.reports.page.remarks import Remarks
from variorum.reports.page.summary import about, head
from variorum.reports.page.tools import DIVIDER, tools
from variorum.review import Review
from variorum.version import VERSION

STYLES: Final = (
    "colours.css",
    "head.css",
    "tools.css",
    "texts.css",
    "columns.css",
    "sentences.css",
    "alone.css",
    "viewed.css",
    "selecting.css",
    "narrow.css",
    "print.css",
    "lines.css",
    "frames.css",
    "forced.css",
)
"""The style sheets, in the order in which a later one wins."""

SCRIPTS: Final = (
    "start.js",
    "later.js",
    "names.js",
    "lines.js",
    "excerpts.js",
    "changes.js",
    "views.js",
    "data.js",
    "inline.js",
    "search.js",
    "strip.js",
    "ends.js",
    "columns.js",
    "sentences.js",
    "alone.js",
    "viewed.js",
    "selecting.js",
    "notes.js",
    "keys.js",
)
"""The scripts; all of them share one scope."""

FOR_LINES: Final = frozenset({"lines.css", "lines.js"})
"""What only a page needs that may have runs of short lines."""

FOR_LONG: Final = frozenset({"later.js"})
"""What only the page of a long text needs."""

FOR_NAMES: Final = frozenset({"names.js"})
"""What only a page needs that may leave ids of rows out."""

FOR_SENTENCES: Final = frozenset({"sentences.css", "sentences.js"})
"""What only a page needs in which a paragraph has several sentences."""

FOR_NOTES: Final = frozenset({"notes.js"})
"""What only a page with notes needs."""

_FOR_WRITERS: Final = re.compile(r"^ *(?://.*)?\n|^ */\*[^*]*\*/\n|^ +| *// .*$", re.MULTILINE)
"""Lines that are a comment or empty, comments behind code, and the space that lines begin with."""

_SPACE: Final = {
    "css": re.compile(r";?\s*(?=})|(?<=[{};,:>])\s+|\s+(?=[{>])"),
    "js": re.compile(r"(?<=[{;,])\n|\n(?=})| (?=[{=?]|&&|\|\|)|(?<=[=?]) |(?<==>|&&|\|\|) "),
}
"""White space that means nothing beside the signs around it, and the last semicolon of a rule, by
the kind of a file. The strings of the scripts have none of these signs after or before a space."""


def render(
    comparison: Comparison,
    left: SourceFacts,
    right: SourceFacts,
    *,
    made: datetime | None = None,
    review: Review | None = None,
    more: Mapping[str, object] = {},
    marks: Marks | None = None,
) -> Iterator[str]:
    """The page in pieces, each of them small.

    Args:
        comparison: complete or not.
        left: what is known of the left file; its path is never asked for.
        right: the same of the right file.
        made: when the comparison was made, with its time zone; None to leave it out, so that the
            same input gives the same page.
        review: what the reviewer said, if anything.
        more: plain values that go into the page's own data, by key, for a program that opens it;
            `embedded_comparison` gets them out again.
        marks: those of the comparison, where somebody has them already.
    """
    facts = {Side.LEFT: left, Side.RIGHT: right}
    said = review if review is not None else Review()
    marks = Marks(comparison) if marks is None else marks
    remarks = Remarks(marks, said)
    without = frozenset[str]() if may_have_lines(comparison) else FOR_LINES
    if not is_long(comparison):
        without |= FOR_LONG
    if not may_leave_ids_out(marks):
        without |= FOR_NAMES
    if not _parts(comparison):
        without |= FOR_SENTENCES
    if not remarks.any:
        without |= FOR_NOTES
    script = f"\n(() => {{\n{_assets(SCRIPTS, without)}}})();\n"
    scripts = (script, OPENER) if is_long(comparison) else (script,)
    yield from _opening(facts, f"\n{_assets(STYLES, without)}", scripts)
    yield from head(comparison, marks.changes, facts, said)
    yield '<div class="desk">\n'
    yield from change_list(marks, said)
    yield from _texts(marks, facts, remarks)
    yield '<div class="strip" hidden><canvas aria-hidden="true"></canvas></div></div>\n'
    yield from about(comparison, facts, VERSION, _made(made))
    yield from embedded(comparison, review, more)
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _opening(facts: dict[Side, SourceFacts], style: str, scripts: Iterable[str]) -> Iterator[str]:
    allowed = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; "
        f"script-src {allowed}; base-uri 'none'; form-action 'none'"
    )
    # A title takes no elements: the two characters keep the direction of a name to itself.
    names = " – ".join(f"\u2068{escaped(facts[side].name)}\u2069" for side in Side)
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta name="generator" content="Variorum {escaped(VERSION)}">\n'
        f"<title>{names} – Variorum</title>\n"
    )
    yield f"<style>{style}</style>\n</head>\n<body>\n"
    yield '<a class="skip" href="#page-texts">Go to the texts</a>\n'


def _texts(marks: Marks, facts: dict[Side, SourceFacts], remarks: Remarks) -> Iterator[str]:
    writer = BandWriter(marks, remarks)
    names = [
        name
        for name, wanted in (
            ("noted", remarks.any_in_margin),
            ("wrapped-left", writer.wrapped(Side.LEFT)),
            ("wrapped-right", writer.wrapped(Side.RIGHT)),
        )
        if wanted
    ]
    yield f'<main id="page-texts" class="{" ".join(names)}" tabindex="-1">\n'
    yield '<div class="head">\n'
    comparison = marks.comparison
    yield from tools(moves=bool(comparison.moves), folds=writer.folds, sentences=_parts(comparison))
    yield '<div class="names">'
    yield f'<h2 class="l"><span>Left</span> {isolated(facts[Side.LEFT].name)}</h2>'
    yield f'<h2 class="r"><span>Right</span> {isolated(facts[Side.RIGHT].name)}</h2>'
    yield f"{DIVIDER}</div></div>\n"
    yield from writer.all()
    yield from remarks.strays()
    yield '<svg class="way" aria-hidden="true"><path></path></svg></main>\n'


def _parts(comparison: Comparison) -> bool:
    """Whether a paragraph has several sentences, so that each can have a line of its own."""
    documents = comparison.left, comparison.right
    return any(len(each.sentences) > len(each.paragraphs) for each in documents)


def _made(moment: datetime | None) -> str:
    if moment is None:
        return ""
    machine = phrases.machine_date(moment)
    return f', <time datetime="{machine}">{phrases.date(moment)}</time>'


def _assets(names: Iterable[str], without: Collection[str]) -> str:
    return "".join(_asset(name) for name in names if name not in without)


def _asset(name: str) -> str:
    """A style sheet or a script without what only those who write it read: a fifth of it."""
    text = files("variorum.resources").joinpath("page", name).read_text("utf-8")
    return _SPACE[name.rpartition(".")[2]].sub("", _FOR_WRITERS.sub("", text))


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
