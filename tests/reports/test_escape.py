"""Nothing of a text is ever interpreted by a page."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.reports.page.escape import REPLACEMENT, escaped, escaped_words, isolated, stays

ANY_TEXT = st.text(st.characters(exclude_categories=()))


class Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.values: list[str | None] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values += [value for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(page: str) -> Collector:
    collector = Collector()
    collector.feed(page)
    collector.close()
    return collector


@given(ANY_TEXT)
def test_between_tags_text_stays_text(text: str) -> None:
    found = parsed(f"<p>{escaped(text)}</p>")
    assert found.tags == ["p"]
    assert found.text == unescape(escaped(text))


@given(ANY_TEXT)
def test_in_an_attribute_text_stays_in_the_attribute(text: str) -> None:
    found = parsed(f'<p title="{escaped(text)}" lang="en">x</p>')
    assert found.tags == ["p"]
    assert found.text == "x"
    assert len(found.values) == 2


@given(ANY_TEXT)
def test_the_length_is_kept_and_every_page_may_hold_it(text: str) -> None:
    shown = unescape(escaped(text))
    assert len(shown) == len(text)
    assert not any(is_forbidden(ord(c)) for c in shown)


def is_forbidden(code: int) -> bool:
    """As the HTML standard has it: surrogates, noncharacters, controls but white space."""
    noncharacter = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    control = (code < 0x20 or 0x7F <= code < 0xA0) and code not in (0x09, 0x0A, 0x0C)
    return noncharacter or control or 0xD800 <= code <= 0xDFFF


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("\"double\" 'single'", "&quot;double&quot; &#x27;single&#x27;"),
        ("nul \0 bell \a", "nul \u2400 bell \u2407"),
        ("delete \x7f", "delete \u2421"),
        ("\ud800 \ufffe \x85", f"{REPLACEMENT} {REPLACEMENT} {REPLACEMENT}"),
        ("tab\tand\nline\fform", "tab\tand\nline\fform"),
        ("&amp;", "&amp;amp;"),
    ],
)
def test_examples(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_names_keep_their_direction_to_themselves() -> None:
    assert isolated("\u202e<txt") == "<bdi>\u202e&lt;txt</bdi>"


@given(ANY_TEXT | st.text(st.sampled_from("Ab é’\n.&<>")))
def test_what_stays_is_not_escaped_in_any_part(text: str) -> None:
    if stays(text):
        assert escaped_words(text) == text
        assert "".join(map(escaped_words, text)) == text
    else:
        assert escaped_words(text) != text or not text.replace("\n", " ").isprintable()
