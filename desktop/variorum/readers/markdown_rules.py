"""What pandoc and others write in Markdown beyond CommonMark, as far as it is no text itself.

Imports markdown-it. Lines of verse after upright strokes would run together, and the fences around
passages would be words among words; so would the signs around what stands lower or higher. That
definitions stand after colons is believed where one is set in as pandoc sets them in: a line may
begin with a colon that is one, in French say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.deflist import deflist_plugin

_VERSE: Final = re.compile(r"\|(?: (.*))?")
"""A line of a line block: a stroke and a space, or a stroke alone for an empty line."""
_FENCE: Final = re.compile(r":{3,}[ \t]*(?:\{[^{}\n]*\}|[\w-]+)[ \t]*:*[ \t]*")
"""What begins a passage with a class: `::: {.note}` or `::: note`."""
_FENCE_END: Final = re.compile(r":{3,}[ \t]*")
_FENCES: Final = "open fences"
_NO_BREAK: Final = "\u00a0"
_DEFINITION: Final = re.compile(r"^ {0,3}:(?: {3}|\t)[ \t]*\S", re.MULTILINE)
"""A colon as far before its definition as pandoc writes it; nobody does so before other words."""
_SET: Final = re.compile(r"([~^])((?:[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff+=()\u2212-]|\\ )+)\1")
"""What stands lower or higher: `H~2~O`, `4^th^`. No other letters: in Chinese, Japanese and Korean,
which have no spaces, tildes stand between figures, and two of them for nothing that is lower."""
_TAGS: Final = {"~": "sub", "^": "sup"}


def use_pandoc(parser: MarkdownIt, text: str) -> None:
    """Have a parser know line blocks, fences of divs, what is set lower or higher, and definitions.

    Args:
        parser: is changed.
        text: what it is to parse.
    """
    parser.inline.ruler.after("emphasis", "set", _set)
    if _DEFINITION.search(text):
        parser.use(deflist_plugin)
    ended = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "div", _div, {"alt": ended})
    parser.block.ruler.after("table", "line_block", _line_block, {"alt": []})


def _set(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Set lower or higher what signs without spaces enclose, after a letter, figure or bracket."""
    before = state.src[state.pos - 1 : state.pos]
    found = _SET.match(state.src, state.pos, state.posMax)
    if found is None or not (before.isalnum() or before == ")"):
        return False
    if not silent:
        tag = _TAGS[found[1]]
        state.push(f"{tag}_open", tag, 1).markup = found[1]
        state.push("text", "", 0).content = found[2].replace("\\ ", " ")
        state.push(f"{tag}_close", tag, -1).markup = found[1]
    state.pos = found.end()
    return True


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
