"""What pandoc and others write in Markdown beyond CommonMark, as far as it is no text itself.

Imports markdown-it. Lines of verse after upright strokes would run together, and the fences around
passages would be words among words. Definitions after colons stay as they were typed: a line may
begin with a colon that is one, in French say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_VERSE: Final = re.compile(r"\|(?: (.*))?")
"""A line of a line block: a stroke and a space, or a stroke alone for an empty line."""
_FENCE: Final = re.compile(r":{3,}[ \t]*(?:\{[^{}\n]*\}|[\w-]+)[ \t]*:*[ \t]*")
"""What begins a passage with a class: `::: {.note}` or `::: note`."""
_FENCE_END: Final = re.compile(r":{3,}[ \t]*")
_FENCES: Final = "open fences"
_NO_BREAK: Final = "\u00a0"


def use_pandoc(parser: MarkdownIt) -> None:
    """Have a parser know line blocks and the fences of divs."""
    ended = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "div", _div, {"alt": ended})
    parser.block.ruler.after("table", "line_block", _line_block, {"alt": []})


def _line(state: StateBlock, line: int) -> str:
    """A line without what it is set in by; empty if it is set in as code is."""
    if state.is_code_block(line):
        return ""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _div(state: StateBlock, line: int, _last: int, silent: bool) -> bool:  # noqa: FBT001
    """Leave out a line that begins a passage with a class, or ends one that was begun."""
    text = _line(state, line)
    if not text.startswith(":::"):
        return False
    fences = state.env.get(_FENCES, 0)
    step = -1 if fences and _FENCE_END.fullmatch(text) else 1 if _FENCE.fullmatch(text) else 0
    if step and not silent:
        state.env[_FENCES] = fences + step
        state.line = line + 1
    return bool(step)


def _line_block(state: StateBlock, line: int, last: int, silent: bool) -> bool:  # noqa: FBT001
    """Take lines that each begin with a stroke as verse; those of tables end with one, too."""
    lines: list[str] = []
    for number in range(line, last):
        text = _line(state, number).rstrip()
        found = _VERSE.fullmatch(text)
        if found is None or (len(text) > 1 and text.endswith("|")):
            break
        lines.append(found[1] or "")
    if len(lines) == 1 or not lines:
        return False  # a stroke by itself may be anything
    if silent:
        return True
    state.line = line + len(lines)
    for is_stanza, stanza in groupby(lines, bool):
        if is_stanza:
            _push_stanza(state, stanza, [line, state.line])
    return True


def _push_stanza(state: StateBlock, lines: Iterable[str], place: list[int]) -> None:
    opening = state.push("paragraph_open", "p", 1)
    opening.attrSet("class", "line-block")
    opening.map = place
    inner = state.push("inline", "", 0)
    inner.content = "\\\n".join(map(_with_indent, lines))
    inner.map = place
    inner.children = []
    state.push("paragraph_close", "p", -1)


def _with_indent(text: str) -> str:
    """A line of verse whose first spaces are kept."""
    bare = text.lstrip(" ")
    return _NO_BREAK * (len(text) - len(bare)) + bare
