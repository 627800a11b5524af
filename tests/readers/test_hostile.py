"""Files made to do harm, and files that something happened to: each is a text or a plain error."""

from __future__ import annotations

import io
import os
import sys
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from known_texts import DOCUMENTS
from office_files import archive, content, docx, flat_odt, texts, word_part

from variorum.readers import Kind, ReadError, read_document, sandbox
from variorum.readers import archive as archives
from variorum.readers import content as reader_content
from variorum.readers import files as reader_files
from variorum.readers.errors import Unreadable
from variorum.readers.kinds import find_kind
from variorum.readers.markup import Names, find

OFFICE = DOCUMENTS / "office"
DEEP = 100_000
LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {n} "{f"&{b};" * 10}">' for b, n in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)


def with_text(xml: str | bytes) -> bytes:
    """A Word document whose text is this."""
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": xml})


def refused(kind: Kind, data: bytes) -> str:
    """What is said of a file that cannot be read, soon and in little memory."""
    begun = time.process_time()
    with pytest.raises(Unreadable) as caught:
        content(kind, data)
    assert time.process_time() - begun < 5
    return caught.value.problem


@pytest.mark.parametrize(
    "xml",
    [
        LAUGHS + "<a>&i;</a>",
        LAUGHS + '<a b="&i;"/>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><a/>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///dev/zero">]><a>&x;</a>',
        "<!--" + "x" * 500_000 + "--><!DOCTYPE a><a/>",
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
    ],
)
def test_entities_and_document_types_are_refused(xml: str | bytes) -> None:
    assert "document type" in refused(Kind.DOCX, with_text(xml))
    data = xml if isinstance(xml, bytes) else xml.encode()
    assert "document type" in refused(Kind.ODT, data)


@pytest.mark.parametrize("length", [1, 7, 100])
def test_a_document_type_is_seen_however_the_pieces_fall(length: int) -> None:
    data = (LAUGHS + "<a>&i;</a>").encode()
    pieces = [data[at : at + length] for at in range(0, len(data), length)]
    with pytest.raises(Unreadable, match="document type"):
        list(find(pieces, Names({}), frozenset({"?:a"})))


def test_a_bomb_is_refused_while_it_is_unpacked() -> None:
    bomb = with_text(b"<a>" + b" " * (200 << 20))
    assert len(bomb) < 400_000
    assert "times when unpacked" in refused(Kind.DOCX, bomb)


def test_many_entries_that_grow_a_little_each_are_refused(monkeypatch) -> None:
    monkeypatch.setattr(archives, "LARGEST", 1 << 20)
    parts = {f"header{number}": "<w:p><w:r><w:t>x</w:t></w:r></w:p>" for number in range(9)}
    data = docx("<w:p/>", footnotes=" " * (1 << 20), **parts)
    assert "beyond all measure" in refused(Kind.DOCX, data)


def test_an_archive_of_very_many_entries_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(archives, "MOST_ENTRIES", 100)
    data = archive({f"word/{number}": b"" for number in range(101)})
    assert "101 parts" in refused(Kind.DOCX, data)


def test_an_entry_that_lies_about_its_size() -> None:
    data = bytearray(with_text(b"<a>" + b"x" * 5000 + b"</a>"))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x05\x06"))
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    assert "damaged" in refused(Kind.DOCX, bytes(data))


def test_two_entries_of_one_name_are_the_first_one() -> None:
    out = io.BytesIO()
    inner = "<w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body>"
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", word_part("document", inner.format("first")))
        with pytest.warns(UserWarning, match="Duplicate"):
            file.writestr("word/document.xml", word_part("document", inner.format("second")))
    assert texts(Kind.DOCX, out.getvalue()) == ["first"]


@pytest.mark.parametrize("tag", ["w:p", "w:tbl", "w:sdt", "w:r", "w:x"])
def test_markup_that_is_nested_without_end(tag: str) -> None:
    nested = f"<{tag}>" * DEEP
    assert "nested" in refused(Kind.DOCX, docx(nested + f"</{tag}>" * DEEP))
    assert "nested" in refused(Kind.DOCX, docx(nested))
    assert "nested" in refused(Kind.ODT, flat_odt("<text:span>" * DEEP))


@pytest.mark.parametrize("begin", ["", "<b><div>"])
def test_end_tags_that_end_nothing_in_deep_pages(begin: str) -> None:
    page = begin + "<i>x</b>" * 2 * DEEP
    assert "nested in a way" in refused(Kind.HTML, page.encode())


def test_end_tags_that_end_nothing_in_plain_pages() -> None:
    found = content(Kind.HTML, b"<ul><li><p>One.</i></b></section></ul>" * 5000)
    assert len(found.paragraphs) == 5000


@pytest.mark.parametrize("group", ["{\\b ", "{\\footnote ", "{\\shp{\\*\\shpinst"])
def test_groups_that_are_nested_without_end(group: str) -> None:
    begun = time.process_time()
    depth = DEEP // 3
    found = texts(Kind.RTF, ("{\\rtf1 " + group * depth + "x" + "}" * depth).encode())
    assert found in (["x"], [])
    assert time.process_time() - begun < 4


def test_ten_megabytes_in_one_paragraph() -> None:
    long = "word " * 2_000_000
    for kind, data in (
        (Kind.DOCX, docx(f"<w:p><w:r><w:t>{long}</w:t></w:r></w:p>")),
        (Kind.ODT, flat_odt(f"<text:p>{long}</text:p>")),
        (Kind.RTF, b"{\\rtf1 " + long.encode() + b"}"),
    ):
        (text,) = texts(kind, data)
        assert text.strip() == long.strip()


@pytest.mark.parametrize("name", ["deed.docx", "deed.odt", "deed.rtf"])
def test_files_that_end_too_early(name: str) -> None:
    data = (OFFICE / name).read_bytes()
    for length in range(0, len(data), len(data) // 40):
        with suppress(Unreadable):
            content(Kind(name.split(".")[1]), data[:length])


def test_odd_characters_come_through_or_are_replaced() -> None:
    odd = "a\u2028b\u202ec\ufeffd"
    assert texts(Kind.DOCX, docx(f"<w:p><w:r><w:t>{odd}</w:t></w:r></w:p>")) == [odd]
    assert texts(Kind.ODT, flat_odt(f"<text:p>{odd}</text:p>")) == [odd]
    assert "damaged" in refused(Kind.DOCX, docx("<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>"))
    assert "damaged" in refused(Kind.ODT, flat_odt("<text:p>a\0b</text:p>"))
    assert texts(Kind.RTF, b"{\\rtf1 a\\'00b\0c\\u-10240?d\\u0?e}")


def problem_of(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        read_document(path)
    assert str(caught.value).isprintable()
    return caught.value.problem


def test_what_is_only_named_like_a_document(tmp_path: Path) -> None:
    folder = tmp_path / "a.docx"
    folder.mkdir()
    assert "folder" in problem_of(folder)
    empty = tmp_path / "b.docx"
    empty.touch()
    assert problem_of(empty) == "it is empty"
    noise = tmp_path / "c.docx"
    noise.write_bytes(bytes(range(256)) * 4)
    assert "whatever its name says" in problem_of(noise)
    cut = tmp_path / "d.docx"
    cut.write_bytes((OFFICE / "deed.docx").read_bytes()[:3000])
    assert "damaged" in problem_of(cut)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes among its files")
def test_a_pipe_named_like_a_document(tmp_path: Path) -> None:
    pipe = tmp_path / "a.odt"
    os.mkfifo(pipe)
    assert "pipe" in problem_of(pipe)


def test_a_file_that_becomes_a_pipe_while_it_is_opened(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Text.", encoding="utf-8")
    reading, writing = os.pipe()
    monkeypatch.setattr(reader_files, "open_at_once", lambda *_: reading)
    try:
        assert "pipe" in problem_of(path)
    finally:
        os.close(writing)


def test_a_file_that_grows_or_vanishes_while_it_is_read(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(b"{\\rtf1 One.}")
    open_at_once = reader_files.open_at_once

    def vanish(name: str, flags: int) -> int:
        handle = open_at_once(name, flags)
        with path.open("ab") as more:
            more.write(b"{\\rtf1 Two.}")
        path.unlink()
        return handle

    monkeypatch.setattr(reader_files, "open_at_once", vanish)
    if os.name == "posix":
        source = read_document(path)
        assert source.document.text == "One."
        assert source.size == 24
    monkeypatch.setattr(reader_files, "open_at_once", open_at_once)
    assert problem_of(path) == "there is no such file"


@pytest.mark.skipif(os.name != "posix", reason="only POSIX limits the memory of a process")
def test_hunger_for_memory_is_an_error_and_no_end(tmp_path: Path, monkeypatch) -> None:
    """One paragraph of very many runs is a tree that no limit of the archive stops."""
    # Stricter than the usual limit, which needs a larger file and more time to reach.
    code = "from variorum.readers import child; child.MEMORY = 200 << 20; child.main()"
    monkeypatch.setattr(sandbox, "command", lambda: [sys.executable, "-c", code])
    path = tmp_path / "hungry.docx"
    path.write_bytes(docx("<w:p>" + "<w:r><w:t>x</w:t></w:r>" * 700_000 + "</w:p>"))
    assert "memory" in problem_of(path)


MAIL = b"Subject: The ferry\r\nTo: Ada <ada@example.org>,\r\n Ben\r\nMIME-Version: 1.0\r\n"
MARKED = [
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        "old version of Word",
    ),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "spreadsheet"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "another program"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff\xe0", "picture"),
    (b"RIFF\0\0\0\0WEBP", "picture"),
    (b"\0\0\0\x18ftypheic", "picture"),
    (b"\0\0\0\x18ftypmp42", "recording"),
    (b"ID3\4", "recording"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
    (b"x" * 257 + b"ustar", "archive"),
    (archive({"photo.jpg": b"x"}), "archive"),
    (archive({"Index/Document.iwa": b"x"}), "Pages"),
    (archive({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "spreadsheet"),
    (archive({"[Content_Types].xml": b"", "ppt/slides/1.xml": b""}), "presentation"),
    (archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "spreadsheet"),
    (b"x" * 60 + b"BOOKMOBI", "Kindle"),
    (b"\x7fELF\2", "program"),
    (b"%!PS-Adobe", "printers"),
    (b"AT&TFORM", "DjVu"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le"),
        "e-mail",
    ),
    (MAIL + b"Content-Transfer-Encoding: Quoted-Printable\r\n\r\nF=C3=A4hre", "e-mail"),
    (b"From a@b Tue\n" + MAIL + b"Content-Type: multipart/mixed;\n boundary=x\n\n--x", "e-mail"),
    (b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n\r\n", "web archive"),
    (b"<?xml version='1.0'?>\n<FictionBook xmlns='x'>", "FictionBook"),
    (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><pkg:package>", "XML"),
]


@pytest.mark.parametrize(("data", "word"), MARKED, ids=[word for _, word in MARKED])
def test_what_holds_no_text_is_named_with_what_to_do(data: bytes, word: str) -> None:
    with pytest.raises(Unreadable, match=word) as caught:
        find_kind(data, "whatever.txt")
    assert caught.value.advice.endswith(".")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"Plain.", "a.txt", Kind.TEXT),
        (b"Plain.", "a.docx", Kind.TEXT),
        (b"# Head", "a.md", Kind.MARKDOWN),
        (b"<!DOCTYPE html><p>x", "a.txt", Kind.HTML),
        (b"\xef\xbb\xbf <!-- x -->\n<HTML lang=en>", "a", Kind.HTML),
        ("<?xml version='1.0'?><html>".encode("utf-16"), "a", Kind.HTML),
        (b"<p>Part of a page", "a.htm", Kind.HTML),
        (b"No times, so no subtitles", "a.srt", Kind.TEXT),
        (b"0:01.000 --> 0:02.000\nHello", "a.vtt", Kind.VTT),
        ("00:00:01,000 --> 00:00:02,000\nHello".encode("utf-16-le"), "a.srt", Kind.SRT),
        (b"1\n0:0:1 --> 0:0:2\nHello", "a.txt", Kind.SRT),
        (b"WEBVTT\n\n", "a", Kind.VTT),
        (b"WEBVTTX", "a", Kind.TEXT),
        (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nHi", "a.txt", Kind.SRT),
        (b"{\\rtf1 x}", "a.doc", Kind.RTF),
        (b"junk\n%PDF-1.4", "a", Kind.PDF),
        (b"MZ is how this text begins.", "a", Kind.TEXT),
        (b"ID4 and the like", "a", Kind.TEXT),
        (MAIL + b"Content-Type: text/plain\r\n\r\nThe ferry.", "a.eml", Kind.TEXT),
        (b"Note: one\nTwo.\nContent-Type: multipart/mixed\n", "a", Kind.TEXT),
    ],
)
def test_kinds_are_known_by_content_first(data: bytes, name: str, kind: Kind) -> None:
    assert find_kind(data, name) is kind


@pytest.mark.parametrize("text", ["a\n", "a\r\n", "a\u2028", "\n"])
def test_more_lines_than_can_be_compared(tmp_path: Path, monkeypatch, text: str) -> None:
    monkeypatch.setattr(reader_content, "MOST_LINES", 1000)
    path = tmp_path / "lines.txt"
    path.write_bytes((text * 1000).encode())
    assert len(read_document(path).document.text) >= 1000
    path.write_bytes((text * 1001).encode())
    with pytest.raises(ReadError, match="more than 1,000 lines"):
        read_document(path)


def test_more_paragraphs_than_can_be_compared(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(reader_content, "MOST_LINES", 1000)
    path = tmp_path / "lines.docx"
    path.write_bytes(docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 1001))
    with pytest.raises(ReadError, match="more than 1,000 lines"):
        read_document(path)


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub"])
def test_a_document_of_which_only_the_beginning_is_sound_is_no_mere_archive(suffix: str) -> None:
    damaged = b"PK\x03\x04" + bytes(range(256)) * 9
    with pytest.raises(Unreadable) as caught:
        find_kind(damaged, f"essay.{suffix}")
    assert caught.value.problem.endswith("or it is damaged")
    with pytest.raises(Unreadable) as caught:
        find_kind(damaged, "essays.zip")
    assert caught.value.problem == "it is an archive"


def test_of_a_file_that_is_too_large_only_the_beginning_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(10 * reader_files.MAX_SIZE)
    asked: list[int] = []
    whole = io.BufferedReader.read

    class Watched(io.BufferedReader):
        def read(self, size: int | None = -1, /) -> bytes:
            asked.append(size or 0)
            return whole(self, size)

    def opened(name: str, _mode: str, opener: object) -> io.BufferedReader:
        assert opener is not None
        return Watched(io.FileIO(name))

    monkeypatch.setattr(reader_files, "open", opened, raising=False)
    with pytest.raises(ReadError, match="larger than 64 MB"):
        read_document(path)
    assert asked == [reader_files.HEAD]
