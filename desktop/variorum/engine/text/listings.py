"""Which lines of a text are no prose: program code, commands, tables, rules of signs.

Imports only `wrapping`. There every break means something: nobody fills such lines, and small
letters at their starts do not say that a sentence runs on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from variorum.engine.text.wrapping import Line

LISTING: Final = 0.2
"""From this share of words that no prose has on, lines are a listing (prose of handbooks: up to
.15, code: .25 and more)."""
SHORTEST_RULE: Final = 3
"""A line of so many signs, of at most two kinds, is a rule: `-----`, `* * *`."""

_MARKUP: Final = re.compile(r":[a-z][\w.:+-]*:`[^`]*`|``[^`]+``|`[^`]+`_{0,2}")
"""Words that are set off in running text, in reStructuredText and the like."""
_NO_PROSE: Final = re.compile(
    r"[=<>{}\[\]\\#$&|~^@_+]"
    r"|[^\W\d_]{2}[.:(][^\W\d_]"  # a name within a name
    r"|/[^\s/]+/"
    r"|\(\Z|\(\)|\)[;:]"
    r"|\A-{1,2}[^\W\d_]"  # an option of a command
    r"|[a-z]{2}[A-Z][a-z]"
    r"|\A(?![-–—.*•·…]+\Z)[^\w\s\"'«»“”„‘’(),;!?%€£]{2,}\Z"
)
"""What words of code, paths and commands have, and those of prose have not."""
_DOUBTFUL: Final = re.compile(
    r"[=<>{}\[\]\\#$&|~^@_+/(.:-](?:(?<![.:-])|(?<=[.:])\w|(?<!\w-)(?<=-)\w)"
)
"""Lines without any of these hold no such word: most lines of most texts."""


def is_listing(lines: Sequence[Line]) -> bool:
    """Whether lines are code, commands or the like rather than prose, read together."""
    if not any(_DOUBTFUL.search(line.text) for line in lines):
        return False
    words = [word for line in lines for word in _MARKUP.sub("x", line.text).split()]
    return sum(_NO_PROSE.search(word) is not None for word in words) >= LISTING * len(words)


def is_rule(line: Line) -> bool:
    """Whether a line is drawn of signs, to set off a title or to part what it stands between."""
    if line.text[0].isalnum() or line.text[-1].isalnum():
        return False
    signs = line.text.replace(" ", "")
    return len(signs) >= SHORTEST_RULE and len(set(signs)) <= 2 and not any(map(str.isalnum, signs))
