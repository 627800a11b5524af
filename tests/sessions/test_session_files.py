"""A session on the disk, and back."""

from __future__ import annotations

import json
import os
import zlib
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_sessions import LEFT, RIGHT, loose_session, session_in, session_of
from related_texts import odd_texts
from reviewed import LENGTH, REVIEWS

from variorum.engine import (
    Document,
    Emphasis,
    EmphasisKind,
    Side,
    Span,
    Style,
    StyleKind,
    TextParagraph,
    compare,
)
from variorum.readers import (
    Freshness,
    Kind,
    LeftOut,
    LeftOutKind,
    ReadError,
    ReadOptions,
    Source,
    TrackedChanges,
    freshness,
)
from variorum.reports.annotated_html import render
from variorum.reports.files import WriteError
from variorum.review import PlainError, Review
from variorum.sessions import (
    SavedElsewhereError,
    holds_session,
    packing,
    read_session,
    stamp_of,
    write_session,
)
from variorum.sessions.decoding import decode
from variorum.sessions.encoding import encode
from variorum.sessions.files import changed_sides
from variorum.sessions.packing import pack, unpack
from variorum.sessions.pages import page_keys


def saved(session, path: Path) -> dict[str, object]:
    write_session(session, path)
    return json.loads(path.read_bytes())


def test_what_is_saved_is_opened_again(tmp_path):
    session = session_in(tmp_path)
    write_session(session, tmp_path / "work.variorum")
    assert read_session(tmp_path / "work.variorum") == session


def test_only_what_was_seen_is_replaced(tmp_path):
    path = tmp_path / "work.variorum"
    session = session_in(tmp_path)
    first = write_session(session, path)
    assert first == stamp_of(path)
    second = write_session(session_in(tmp_path, Review(summary="More.")), path, first)
    assert second == stamp_of(path) != first
    with pytest.raises(SavedElsewhereError, match=r"saved elsewhere meanwhile"):
        write_session(session, path, first)
    assert stamp_of(path) == second
    path.unlink()
    assert stamp_of(path) is None
    assert write_session(session, path, second) == first


def test_the_file_says_what_it_is_and_names_its_texts_from_its_folder(tmp_path):
    (tmp_path / "texts").mkdir()
    session = session_in(tmp_path / "texts")
    plain = saved(session, tmp_path / "work.variorum")
    assert (plain["format"], plain["version"]) == ("variorum-session", 1)
    assert plain["left"]["path"] == "texts/draft.txt"
    assert plain["left"]["sha256"] == session.left.sha256
    assert str(tmp_path) not in (tmp_path / "work.variorum").read_text("utf-8")


def test_the_folder_with_texts_and_session_can_be_moved(tmp_path):
    (tmp_path / "here").mkdir()
    write_session(session_in(tmp_path / "here"), tmp_path / "here" / "work.variorum")
    (tmp_path / "here").rename(tmp_path / "there")
    session = read_session(tmp_path / "there" / "work.variorum")
    assert session.left.path == tmp_path / "there" / "draft.txt"
    assert freshness(session.left) is Freshness.SAME


def test_files_that_changed_or_went_are_told(tmp_path):
    session = session_in(tmp_path)
    (tmp_path / "draft.txt").write_text("Something else.", encoding="utf-8")
    assert changed_sides(session) == (Side.LEFT,)
    (tmp_path / "draft.txt").unlink()
    assert freshness(session.left) is Freshness.GONE
    assert changed_sides(session) == ()
    assert freshness(loose_session().left) is Freshness.SAME


def test_a_document_with_many_pictures_is_the_same_until_it_changes(tmp_path, monkeypatch):
    """It may be larger than any plain text."""
    monkeypatch.setattr("variorum.sessions.files.MAX_SIZE", 10)
    source = session_in(tmp_path).left
    assert freshness(source) is Freshness.SAME
    assert source.path is not None
    source.path.write_bytes(source.path.read_bytes().swapcase())
    assert freshness(source) is Freshness.CHANGED


@pytest.mark.skipif(os.name != "posix", reason="no file mode keeps an owner from reading there")
def test_a_session_that_one_may_not_read_is_told_as_any_file_is(tmp_path):
    path = tmp_path / "work.variorum"
    write_session(session_in(tmp_path), path)
    path.chmod(0)
    root = os.geteuid() == 0
    if root:  # nothing is forbidden to the superuser, so be nobody for a moment
        os.seteuid(65534)
    try:
        with pytest.raises(ReadError) as caught:
            read_session(path)
    finally:
        if root:
            os.seteuid(0)
    assert caught.value.problem == "you have no permission to read it"


@settings(max_examples=60)
@given(left=odd_texts, right=odd_texts)
def test_any_text_comes_back_as_it_was(left, right):
    session = session_of(Source.from_text(left, "a"), Source.from_text(right, "b"))
    lengths = [len(session.source(side).document.text) for side in Side]
    if min(lengths) < 25:
        session = session.__class__(session.left, session.right)
    data = "".join(encode(session, Path("/somewhere"))).encode()
    assert decode(data, Path("/somewhere")) == session


@settings(max_examples=60)
@given(REVIEWS)
def test_any_review_comes_back_as_it_was(review):
    assert min(len(LEFT), len(RIGHT)) >= LENGTH
    session = loose_session()
    session = session_of(session.left, session.right, review)
    assert decode("".join(encode(session, Path("/a"))).encode(), Path("/a")) == session


def test_styles_and_facts_come_back(tmp_path):
    document = Document.from_paragraphs(
        [
            TextParagraph("A head", Style(StyleKind.HEADING, 2)),
            TextParagraph(
                "Some italic words. And more.",
                emphasis=(Emphasis(Span(5, 11), EmphasisKind.ITALIC),),
            ),
        ],
        "book.docx",
        "de",
    )
    moment = datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)
    left = replace(
        Source(document, "book.docx", tmp_path / "book.docx", "", 9, "ff", moment, Kind.DOCX),
        left_out=(LeftOut(LeftOutKind.COMMENTS, 3), LeftOut(LeftOutKind.PICTURES, 1)),
        remark="Its end is cut off.",
        options=ReadOptions(language="de", tracked_changes=TrackedChanges.REJECTED),
    )
    session = session_of(left, loose_session().right)
    write_session(session, tmp_path / "work.variorum")
    assert read_session(tmp_path / "work.variorum") == session


def test_what_a_newer_program_wrote_beside_is_kept(tmp_path):
    path = tmp_path / "work.variorum"
    plain = saved(loose_session(), path)
    plain["colour"] = {"of": ["the", "cover", 3]}
    plain["left"]["translator"] = "A. Nobody"
    plain["review"]["mood"] = "good"
    path.write_text(json.dumps(plain), encoding="utf-8")
    again = saved(read_session(path), path)
    assert again["colour"] == {"of": ["the", "cover", 3]}
    assert again["left"]["translator"] == "A. Nobody"
    assert again["review"]["mood"] == "good"


def test_a_newer_version_is_refused_with_a_clear_word(tmp_path):
    path = tmp_path / "work.variorum"
    plain = saved(loose_session(), path)
    plain["version"] = 2
    path.write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(ReadError, match="newer Variorum") as caught:
        read_session(path)
    assert caught.value.advice == "Get the newest version of Variorum."


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_session_that_was_cut_off_is_told(tmp_path, share):
    path = tmp_path / "work.variorum"
    write_session(loose_session(), path)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ReadError, match="no sound session"):
        read_session(path)


_DATA = "".join(encode(loose_session(), Path("/a"))).encode()


@settings(max_examples=150)
@given(st.integers(0, len(_DATA) - 1), st.binary(min_size=1, max_size=4))
def test_a_damaged_session_is_told_or_is_sound_all_the_same(at, other):
    data = _DATA[:at] + other + _DATA[at + len(other) :]
    try:
        session = decode(data, Path("/a"))
    except PlainError:
        return
    # What is left has the texts that were saved: the damage was in a name or a note.
    assert (session.left.document.text, session.right.document.text) == (LEFT, RIGHT)


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("format",), "variorum-comparison"),
        (("version",), None),
        (("left",), None),
        (("left", "text"), "no base64"),
        (("left", "text"), pack(b"another text")),
        (("left", "text"), pack(b"\xff\xfe")),
        (("left", "parts"), pack(b"[]")),
        (("left", "parts"), pack(b'{"paragraphs":[[0,5,"body"]],"sentences":[]}')),
        (("left", "parts"), pack(b'{"paragraphs":[[0,999,"body"]],"sentences":[[0,999,0]]}')),
        (("left", "parts"), pack(b'{"paragraphs":[[0,5,"poem"]],"sentences":[[0,5,0]]}')),
        (("left", "parts"), pack(b'{"paragraphs":[[0,5]],"sentences":[[0,5,0]]}')),
        (("left", "parts"), pack(b'{"paragraphs":[[0,5,"body"]],"sentences":[[0,5,1]]}')),
        (("left", "parts"), pack(b"[" * 100_000)),
        (("left", "modified"), "yesterday"),
        (("left", "format"), "papyrus"),
        (("left", "size"), "9"),
        (("left", "left_out"), [3]),
        (("left", "left_out"), [["comments", "many"]]),
        (("left", "reading"), {"encoding": "no-such"}),
        (("options",), {"tolerances": ["all"]}),
        (("options",), {"thresholds": [2, 0]}),
        (("options",), {"thresholds": [1]}),
        (("pins",), [[0, 1, 0]]),
        (("pins",), [[0, 1, 0, 9999, "align"]]),
        (("pins",), [[0, 1, 0, 1, "glue"]]),
        (("position",), {"at": "top"}),
        (("review",), []),
    ],
)
def test_what_makes_no_sense_is_told(tmp_path, where, value):
    path = tmp_path / "work.variorum"
    plain = saved(loose_session(), path)
    holder = plain
    for key in where[:-1]:
        holder = holder[key]
    holder[where[-1]] = value
    path.write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        read_session(path)
    assert str(path) in str(caught.value)
    assert caught.value.advice


@pytest.mark.parametrize("data", [b"[" * 200_000, b'{"a":1e999}', b'{"a":NaN}', b"\xff", b"3"])
def test_json_that_is_meant_to_harm_is_told(tmp_path, data):
    path = tmp_path / "work.variorum"
    path.write_bytes(data)
    with pytest.raises(ReadError, match="no sound session"):
        read_session(path)


def test_a_short_text_that_stands_for_gigabytes_is_refused():
    press = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(press.compress(bytes(1 << 20)) for _ in range(64)) + press.flush()
    assert len(bomb) < 100_000
    with pytest.raises(PlainError, match="larger than 8 MB"):
        unpack(b64encode(bomb).decode(), 8 << 20, "a text")


@given(st.binary(max_size=300), st.sampled_from([packing.QUICK, packing.THOROUGH]))
def test_what_is_packed_is_unpacked(data, level):
    assert unpack(pack(data, level), 300, "it") == data


@pytest.mark.parametrize("change", [lambda p: p[:-8], lambda p: p + p, lambda p: "!" + p])
def test_damaged_packs_are_told(change):
    with pytest.raises(PlainError, match="damaged"):
        unpack(change(pack(b"some text that is packed")), 99, "it")


def test_a_folder_and_a_missing_file_are_told(tmp_path):
    with pytest.raises(ReadError, match="no file"):
        read_session(tmp_path)
    with pytest.raises(ReadError, match="no such file"):
        read_session(tmp_path / "none.variorum")


def test_the_compared_texts_are_never_written_to(tmp_path):
    session = session_in(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    for target in (tmp_path / "draft.txt", tmp_path / "." / "final.txt"):
        with pytest.raises(WriteError, match="one of the two texts"):
            write_session(session, target)
    (tmp_path / "link.variorum").symlink_to(tmp_path / "draft.txt")
    with pytest.raises(WriteError, match="one of the two texts"):
        write_session(session, tmp_path / "link.variorum")
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


def page_of(session) -> bytes:
    comparison = compare(
        session.left.document, session.right.document, session.options, session.pins
    )
    keys = page_keys(comparison, session.left, session.right, session.position)
    pieces = render(comparison, session.left, session.right, review=session.review, more=keys)
    return "".join(pieces).encode()


def test_a_saved_page_is_a_session(tmp_path):
    session = session_in(tmp_path, Review(summary="Good </script> and bad."))
    path = tmp_path / "final.annotated.html"
    path.write_bytes(page_of(session))
    assert holds_session(path)
    found = read_session(path)
    assert found.review == session.review
    assert (found.options, found.pins, found.position) == (
        session.options,
        session.pins,
        session.position,
    )
    for side in Side:
        mine, its = found.source(side), session.source(side)
        assert mine.document == its.document
        assert (mine.sha256, mine.encoding, mine.modified) == (
            its.sha256,
            its.encoding,
            its.modified,
        )
        assert mine.path is None
    assert str(tmp_path).encode() not in path.read_bytes()


def test_other_pages_are_no_sessions(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<title>A page</title><p>Some words.", encoding="utf-8")
    assert not holds_session(page)
    with pytest.raises(ReadError, match="holds no comparison"):
        read_session(page)
    assert not holds_session(tmp_path / "none.html")
    assert not holds_session(tmp_path)
    assert not holds_session(tmp_path / "draft.txt")
    assert holds_session(tmp_path / "Work.Variorum")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes among its files")
def test_a_pipe_that_is_named_like_a_page_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "page.html"
    os.mkfifo(pipe)
    assert not holds_session(pipe)
