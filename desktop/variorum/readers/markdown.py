"""Markdown -> paragraphs: CommonMark with tables, struck-out text, footnotes and front matter.

Imports markdown-it, which writes HTML, and the walker that reads it: HTML within Markdown is read
as on a page, then.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin

from variorum.readers.building import Tally
from variorum.readers.content import Content, LeftOutKind
from variorum.readers.encodings import decode
from variorum.readers.html import PageReader, language_code
from variorum.readers.markdown_rules import use_pandoc
from variorum.readers.options import ReadOptions
from variorum.readers.watch import Watch

NESTING: Final = 60
"""Quotations and lists may lie this deep in each other; the parser calls itself for each."""
_BLOCKS_DONE: Final = 0.3
_INLINES_DONE: Final = 0.8
"""Shares of all work when the blocks are found, and when what stands in them is."""
_ATTRIBUTES: Final = re.compile(r"(?<=\S)[ \t]*\{:?[ \t]*[#.][^{}\n]*\}[ \t]*\Z")
"""The name and the classes of a heading, as pandoc, kramdown and others want them behind it."""
_VALUE: Final = r"(?:[#.][\w:-]+|[\w:-]+=(?:\"[^\"\n]*\"|[^\s{}\"]+))"
_VALUES: Final = re.compile(rf"\{{[ \t]*{_VALUE}(?:[ \t]+{_VALUE})*[ \t]*\}}")
"""The same, and measures, behind pictures, addresses and code: `![A quay](quay.png){width=40%}`."""
_WITH_VALUES: Final = ("image", "link_close", "code_inline")
_FRONT: Final = re.compile(r"---[ \t]*\n(?:.*\n){1,400}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_LANGUAGE: Final = re.compile(r"^lang(?:uage)?:[ \t]*[\"']?([\w-]+)", re.MULTILINE)


def read(data: bytes, options: ReadOptions, watch: Watch) -> Content:
    """The text of a Markdown file.

    Raises:
        Unreadable: it is binary.
        Cancelled: the watch said so.
    """
    decoded = decode(data, options.encoding)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    tally = Tally()
    front = _FRONT.match(text)
    said = _LANGUAGE.search(front[0]) if front else None
    if front:
        tally.add(LeftOutKind.METADATA)
        text = text[front.end() :]
    paragraphs = _page(text, watch).paragraphs(tally)
    if not paragraphs and text.strip():
        # Nested deeper than any text is, or nothing but definitions: it is shown as it stands.
        return Content(text=text, encoding=decoded.encoding, remark=decoded.remark)
    return Content(
        paragraphs=paragraphs,
        encoding=decoded.encoding,
        remark=decoded.remark,
        language=language_code(said[1]) if said else None,
        left_out=tally.left_out(),
    )


def _page(text: str, watch: Watch) -> PageReader:
    """The page that a text stands for, paragraph by paragraph."""
    parser = _parser(text, watch)
    notes: dict[str, object] = {}
    tokens = parser.parse(text, notes)
    page = PageReader()
    start = 0
    for end, token in enumerate(tokens, 1):
        if token.level == 0 and token.nesting <= 0:
            watch.at(_INLINES_DONE + (1 - _INLINES_DONE) * end / len(tokens))
            page.feed(parser.renderer.render(tokens[start:end], parser.options, notes))
            start = end
    return page


def _end_of_values(text: str) -> int:
    """Where the values end that a text begins with; 0 if it begins with none."""
    found = _VALUES.match(text)
    return found.end() if found else 0


def _parser(text: str, watch: Watch) -> MarkdownIt:
    """A parser that tells how far it is.

    Rules by which addresses become links and quotes are set stay off: the text stays as it is.
    """
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING})
    parser.enable(["table", "strikethrough"]).use(footnote_plugin)
    parser.use(attrs_plugin, after=(), spans=True)
    use_pandoc(parser, text)

    def tell(state: StateBlock, line: int, _last: int, silent: bool) -> bool:  # noqa: FBT001
        if not silent and state.level == 0:
            watch.at(_BLOCKS_DONE * line / state.lineMax)
        return False  # the other rules go on

    def inline(state: StateCore) -> None:
        for index, token in enumerate(state.tokens):
            if token.type == "inline":
                share = index / len(state.tokens)
                watch.at(_BLOCKS_DONE + (_INLINES_DONE - _BLOCKS_DONE) * share)
                if index and state.tokens[index - 1].type == "heading_open":
                    token.content = _ATTRIBUTES.sub("", token.content)
                children: list[Token] = []
                parser.inline.parse(token.content, parser, state.env, children)
                for before, here in pairwise(children):
                    if before.type in _WITH_VALUES and here.type == "text":
                        here.content = here.content[_end_of_values(here.content) :]
                token.children = children

    parser.block.ruler.before("table", "tell", tell, {"alt": []})
    parser.core.ruler.at("inline", inline)
    return parser
