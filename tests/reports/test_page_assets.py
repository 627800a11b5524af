"""Scripts and style sheets lose white space on their way into the page, and nothing else."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from variorum.reports.annotated_html import SCRIPTS, STYLES, _asset

LITERAL = re.compile(r'/\^\[(?:\\.|[^\]\\\n])*\]|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`')
"""Strings, and the expression that has quotation marks in a class of characters."""
FILLED_IN = re.compile(r"\$\{[^}]*")
"""What is worked out in the middle of a string."""
LAST_SEMICOLON = re.compile(r";(?=\s*\})")
COMMENT = re.compile(r"^\s*//[^\n]*$|\s// [^\n]*$|/\*.*?\*/", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", [*STYLES, *SCRIPTS])
def test_what_is_said_in_quotes_stays_as_it_is(name: str) -> None:
    written = files("variorum.resources").joinpath("page", name).read_text("utf-8")
    short = _asset(name)
    code = COMMENT.sub("", written)
    before, after = (
        [FILLED_IN.sub("", said) for said in LITERAL.findall(text)] for text in (code, short)
    )
    assert after == before
    if name.endswith(".css"):
        code = LAST_SEMICOLON.sub("", code)
    assert "".join(short.split()) == "".join(code.split())
    assert len(short) < len(written)


@pytest.mark.parametrize("name", STYLES)
def test_lines_of_text_are_said_word_by_word(name: str) -> None:
    # WebKit drops a rule that gives a line its width or its look together with its place.
    written = COMMENT.sub("", files("variorum.resources").joinpath("page", name).read_text("utf-8"))
    assert not re.findall(r"text-decoration:[^;}]*\w\s+\w[^;}]*", written)
