"""Plain text from files and streams, and what is said of files that cannot be read."""

from __future__ import annotations

import codecs
import io
import os
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from variorum.engine import Cancelled, Layout
from variorum.readers import ReadError, ReadOptions, Source, printable, read_document, read_stream
from variorum.readers import files as reader_files


@pytest.fixture
def write(tmp_path: Path):
    def write_file(data: bytes, name: str = "poem.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write_file


def test_a_file_becomes_a_document_with_its_facts(write) -> None:
    data = b"Der Mond ist aufgegangen.\r\n\r\nDie goldnen Sternlein prangen.\r\n"
    path = write(data)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    source = read_document(path)
    assert source.document.text == ("Der Mond ist aufgegangen.\n\nDie goldnen Sternlein prangen.\n")
    assert [source.document.paragraph_text(i) for i in range(2)] == [
        "Der Mond ist aufgegangen.",
        "Die goldnen Sternlein prangen.",
    ]
    assert (source.name, source.document.name, source.path) == ("poem.txt", "poem.txt", path)
    assert (source.encoding, source.format, source.size) == ("utf-8", "text", len(data))
    assert source.sha256 == sha256(data).hexdigest()
    assert source.modified == datetime.fromtimestamp(1_700_000_000, UTC)
    assert source.modified.tzinfo is not None


def test_the_path_may_be_a_string(write) -> None:
    assert read_document(str(write(b"Yes."))).document.text == "Yes."


def test_language_and_layout_are_handed_on(write) -> None:
    source = read_document(
        write(b"Uno.\nDos.\n\nTres."), ReadOptions(language="es", layout=Layout.LINE)
    )
    assert source.document.language == "es"
    assert source.document.layout is Layout.LINE
    assert len(source.document.paragraphs) == 3


def test_an_unknown_layout_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="zigzag"):
        ReadOptions(layout="zigzag")  # type: ignore[arg-type]


def test_an_empty_file_is_an_empty_document(write) -> None:
    source = read_document(write(b""))
    assert source.document.text == ""
    assert source.document.paragraphs == ()
    assert source.size == 0


def test_a_byte_order_mark_is_no_text(write) -> None:
    source = read_document(write(codecs.BOM_UTF8 + "Ελλάδα".encode()))
    assert source.document.text == "Ελλάδα"
    assert source.encoding == "utf-8-sig"
    assert source.size == 3 + 12


@pytest.mark.parametrize("text", ["春眠不覺曉", "שלום עולם", "नमस्ते", "👩‍👩‍👧 ok", "a\tb\x0cc\x0bd"])
def test_every_script_comes_through_unchanged(write, text: str) -> None:
    assert read_document(write(text.encode())).document.text == text


def problem_of(path: object) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_document(path)  # type: ignore[arg-type]
    error = caught.value
    assert error.path == os.fspath(path)  # type: ignore[call-overload]
    assert printable(error.path) in str(error)
    assert error.problem in str(error)
    assert str(error).endswith(".")
    assert str(error).isprintable()
    assert error.advice.endswith(".")
    return error


def test_a_missing_file(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "gone.txt").problem == "there is no such file"


@pytest.mark.skipif(os.name != "posix", reason="Windows lets only some users make links")
def test_links_that_lead_nowhere(tmp_path: Path) -> None:
    lost, ring = tmp_path / "lost.txt", tmp_path / "ring.txt"
    lost.symlink_to("gone.txt")
    ring.symlink_to(ring)
    assert problem_of(lost).problem == "it is a link to a file that is not there"
    assert problem_of(ring).problem == "it is a link that leads back to itself"


def test_an_address() -> None:
    error = problem_of("https://example.org/a.html")
    assert error.problem == "it is an address, and nothing is fetched from the network"
    assert "Save the page" in error.advice


def test_a_file_taken_for_a_folder(write) -> None:
    assert problem_of(write(b"x") / "inside.txt").problem == "there is no such file"


def test_a_folder(tmp_path: Path) -> None:
    assert "folder" in problem_of(tmp_path).problem


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes among its files")
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "pipe" in problem_of(pipe).problem


def test_a_device() -> None:
    assert "device" in problem_of(os.devnull).problem


@pytest.mark.skipif(os.name != "posix", reason="no file mode keeps an owner from reading there")
def test_no_permission(write) -> None:
    path = write(b"secret")
    path.chmod(0)
    root = os.geteuid() == 0
    if root:  # nothing is forbidden to the superuser, so be nobody for a moment
        os.seteuid(65534)
    try:
        error = problem_of(path)
    finally:
        if root:
            os.seteuid(0)
    assert error.problem == "you have no permission to read it"


def test_a_failing_disk_is_told_in_the_words_of_the_system(write, monkeypatch) -> None:
    path = write(b"text")

    def fail(*_: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(reader_files, "open_at_once", fail)
    assert "Input/output error" in problem_of(path).problem


def test_a_name_with_a_nul() -> None:
    error = problem_of("a\0b")
    assert "\\x00" in str(error)


def test_a_name_that_breaks_the_line_stays_on_one(tmp_path: Path) -> None:
    assert "\\n" in str(problem_of(tmp_path / "two\nlines"))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode there")
def test_a_name_that_is_no_unicode_is_shown_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_bytes(b"Hello.")
    source = read_document(path)
    assert source.name == "caf\\udce9.txt"
    source.document.name.encode()


def test_binary_data_says_where(write) -> None:
    assert problem_of(write(b"abc\0def")).problem == "it is binary, not text: byte 3 is zero"


def test_the_encoding_and_what_is_doubtful_of_it_are_told(write) -> None:
    source = read_document(write("Grüße aus Köln — Ende.".encode() * 9 + b"\xff"))
    assert source.encoding == "utf-8"
    assert source.remark == "It is no valid utf-8 in one place: byte 243 is 0xff."


def test_the_encoding_that_a_person_chooses_is_believed(write) -> None:
    source = read_document(write(b"na\xefve"), ReadOptions(encoding="koi8-r"))
    assert (source.document.text, source.encoding) == ("naОve", "koi8-r")


def test_too_large(write, monkeypatch) -> None:
    monkeypatch.setattr(reader_files, "MAX_SIZE", 4)
    assert read_document(write(b"1234")).size == 4
    assert "larger" in problem_of(write(b"12345")).problem


def test_a_stream() -> None:
    source = read_stream(io.BytesIO(b"One. Two."), options=ReadOptions(language="en"))
    assert source.document.text == "One. Two."
    assert (source.name, source.path, source.modified) == ("standard input", None, None)


def test_a_stream_with_bad_text_is_named() -> None:
    with pytest.raises(ReadError, match="standard input: it is binary, not text: byte 1 is zero"):
        read_stream(io.BytesIO(b"a\0b"))


def test_a_stream_that_fails_is_named() -> None:
    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _: object) -> int:
            raise OSError(5, "Input/output error")

    with pytest.raises(ReadError, match=r"pasted text.*Input/output"):
        read_stream(io.BufferedReader(Broken()), "pasted text")


@pytest.mark.skipif(os.name != "posix", reason="pipes of other systems always wait")
def test_a_pipe_that_does_not_wait_is_waited_for() -> None:
    """A program that never waits hands on its end of a pipe; what it writes comes in many parts."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    program = "for i in range(100_000): print(i)"
    with subprocess.Popen([sys.executable, "-c", program], stdout=writing):
        os.close(writing)
        with os.fdopen(reading, "rb") as stream:
            assert read_stream(stream).document.text.endswith("\n99999\n")


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such files")
def test_a_file_for_which_one_would_have_to_wait(write, monkeypatch) -> None:
    """Some files of the system hold nothing until something happens."""

    class Silent(io.BytesIO):
        def read(self, _most: int | None = -1) -> bytes:
            return None  # type: ignore[return-value]  # as Python does where one would wait

        def fileno(self) -> int:
            return holder.fileno()

    path = write(b"anything")
    with path.open("rb") as holder:
        monkeypatch.setattr(reader_files, "open", lambda *_, **__: Silent(), raising=False)
        assert "unavailable" in problem_of(path).problem


def test_a_text_that_never_was_a_file() -> None:
    source = Source.from_text("One.\n\nTwo. \ud800", "clipboard", language="en")
    assert source.name == source.document.name == "clipboard"
    assert len(source.document.paragraphs) == 2
    assert source.size == 11 + 3
    assert source.path is None
    assert source.modified is None


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("two\nlines.txt", "two\\nlines.txt"),
        ("turned\u202etxt.exe", "turned\\u202etxt.exe"),
        ("3.45\u202fPM, so\u00a0so.txt", "3.45\u202fPM, so\u00a0so.txt"),
        ("می\u200cخواهم.txt", "می\u200cخواهم.txt"),
        ("<b>.txt", "<b>.txt"),
    ],
)
def test_a_name_is_fit_for_the_screen(tmp_path: Path, name: str, shown: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"Text.")
    source = read_document(path)
    assert source.name == shown
    assert source.path == path


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert problem_of(tmp_path / ("n" * 300)).problem == "its name is too long"


def test_larger_files_are_taken_where_pictures_may_be_in_them(write, monkeypatch) -> None:
    monkeypatch.setattr(reader_files, "MAX_SIZE", 4)
    monkeypatch.setattr(reader_files, "MAX_WITH_PICTURES", 40)
    assert read_document(write(b"{\\rtf1 Larger than four.}")).document.text == "Larger than four."
    assert "larger" in problem_of(write(b"{\\rtf1 " + b"x" * 40 + b"}")).problem


def test_progress_never_goes_back_and_ends_near_the_end(write) -> None:
    told: list[float] = []
    read_document(write(b"One. Two.\n\n" * 1000), progress=told.append)
    assert told == sorted(told)
    assert len(told) > 2
    assert told[-1] == 1.0


def test_reading_stops_while_paragraphs_are_looked_for(write) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 20

    with pytest.raises(Cancelled):
        read_document(write(b"One. Two.\n\n" * 10_000), cancelled=cancelled)
    assert asked == 21


def test_sentences_wait_for_the_comparison(write) -> None:
    document = read_document(
        write(b"Yes. No.\n\nPerhaps. Never."), progress=lambda _: None
    ).document
    assert "sentences" not in vars(document)
    assert len(document.sentences) == 4


def test_a_page_that_calls_any_text_english_is_not_believed(tmp_path: Path) -> None:
    """As programs and templates write it, whoever uses them."""
    languages = []
    for name, text in (
        ("ja", "朝の船は九時に港を出た。だれも見なかった。"),
        ("de", "Die Fähre fuhr ab."),
    ):
        path = tmp_path / f"{name}.html"
        path.write_text(f'<html lang="en"><meta charset="utf-8"><p>{text}', encoding="utf-8")
        languages.append(read_document(path).document.language)
    assert languages == ["ja", "en"]
