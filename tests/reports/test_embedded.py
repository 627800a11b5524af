"""The comparison inside a page comes out as it went in, and nothing else does."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine import Document, Side, Span, compare, find_changes
from variorum.reports.comparison_json import encode
from variorum.reports.embedded import ELEMENT, EmbeddedError, embedded, embedded_comparison
from variorum.review import Review, from_plain

LEFT = "The ferry left at nine. Nobody waved.\n\nThe quay was empty."
RIGHT = "The ferry left at ten. Nobody waved.\n\nGulls sat on the quay."


def page(content: str) -> bytes:
    opening = f'<script type="application/gzip" id="{ELEMENT}">'
    return f"<!DOCTYPE html><title>x</title>{opening}{content}</script>".encode()


def packed(value: object) -> str:
    return b64encode(gzip.compress(json.dumps(value).encode())).decode()


@given(st.text(max_size=200), st.text(max_size=200))
def test_what_went_in_comes_out(left: str, right: str) -> None:
    comparison = compare(Document.from_text(left), Document.from_text(right))
    html = "".join(embedded(comparison, None, {"more": [1, "two"]}))
    found = embedded_comparison(html.encode())
    assert found.pop("more") == [1, "two"]
    assert found == json.loads("".join(encode(comparison)))


def test_the_review_is_in_it() -> None:
    comparison = compare(Document.from_text(LEFT), Document.from_text(RIGHT))
    change = find_changes(comparison)[0]
    review = Review().judge(change, "accepted").note(change, "</script> <b>Why?</b>")
    review = review.remark_on(Side.LEFT, Span(0, 9), "A ship.")[0].summarise("Good.")
    html = "".join(embedded(comparison, review, {}))
    assert html.count("</script>") == 1
    found = embedded_comparison(html.encode())["review"]
    assert from_plain(found, len(LEFT), len(RIGHT)) == review


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "cut off"),
        ("AAAA", "damaged"),
        ("A", "damaged"),
        (b64encode(b"plain").decode(), "damaged"),
        (b64encode(gzip.compress(b"{}")[:-9]).decode(), "cut off"),
        (b64encode(gzip.compress(b"{")).decode(), "damaged"),
        (b64encode(gzip.compress(b"[" * 200_000)).decode(), "damaged"),
        (packed([]), "no comparison"),
        (packed({"format": "other"}), "no comparison"),
        (packed({"format": "variorum-comparison", "version": 99}), "newer"),
    ],
    # What is compressed holds the time, and the name of a test may not change.
    ids=[
        "nothing",
        "no gzip",
        "no base64",
        "plain words",
        "half of it",
        "half of an object",
        "depth",
        "a list",
        "another format",
        "a version to come",
    ],
)
def test_damage_is_told(content: str, told: str) -> None:
    with pytest.raises(EmbeddedError, match=told):
        embedded_comparison(page(content))


def test_other_files_hold_none() -> None:
    for other in (b"", b"<html>", b"\0\xff" * 100, b"Just a text."):
        with pytest.raises(EmbeddedError, match="holds no comparison"):
            embedded_comparison(other)


def test_two_comparisons_are_one_too_many() -> None:
    with pytest.raises(EmbeddedError, match="more than one"):
        embedded_comparison(page("AAAA") + page("AAAA"))


def test_a_bomb_does_not_go_off() -> None:
    bomb = b64encode(gzip.compress(b"[" + b"[]," * (1 << 20) + b"[]]")).decode()
    with pytest.raises(EmbeddedError, match="far longer than the page"):
        embedded_comparison(page(bomb))
