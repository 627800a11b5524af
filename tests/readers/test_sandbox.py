"""The process that reads for the program: its answers, its ends, and what it may not do."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from known_texts import DOCUMENTS
from office_files import archive, docx
from tiny_pdf import Piece, document, page

from patience import quickest
from variorum.__main__ import READ_BESIDE
from variorum.engine import Cancelled, Emphasis, EmphasisKind, Span, Style, StyleKind, TextParagraph
from variorum.readers import (
    Kind,
    LeftOut,
    LeftOutKind,
    PasswordError,
    ReadOptions,
    TrackedChanges,
    child,
    frames,
    pdf,
    sandbox,
)
from variorum.readers.content import Content
from variorum.readers.errors import PasswordWanted, Unreadable
from variorum.readers.pdf_pages import FEWEST_SHARED
from variorum.readers.watch import Watch

DEED = DOCUMENTS / "office" / "deed.docx"


def read(data: bytes = b"x", watch: Watch | None = None, kind: Kind = Kind.DOCX) -> Content:
    return sandbox.read(kind, data, ReadOptions(), watch or Watch())


@pytest.fixture
def answering(monkeypatch):
    """Puts another program in the place of the reading process."""

    def put(code: str) -> None:
        monkeypatch.setattr(sandbox, "command", lambda: [sys.executable, "-c", code])

    return put


def saying(*messages: object) -> str:
    """A program that says something to whatever it is asked."""
    bodies = [json.dumps(message).encode() for message in messages]
    data = b"".join(len(body).to_bytes(4, "big") + body for body in bodies)
    return f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({data!r})"


def test_what_is_read_beside_is_what_is_read_here() -> None:
    told: list[float] = []
    found = read(DEED.read_bytes(), Watch(told.append))
    assert found.paragraphs[0] == TextParagraph("The Quarry House", Style(StyleKind.HEADING, 1))
    assert LeftOut(LeftOutKind.COMMENTS, 1) in found.left_out
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_program_frozen_into_one_file_is_its_own_reader(monkeypatch) -> None:
    assert sandbox.ARGUMENT == READ_BESIDE
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert sandbox.command() == [sys.executable, READ_BESIDE]
    here = [sys.executable, "-m", "variorum", READ_BESIDE]
    monkeypatch.setattr(sandbox, "command", lambda: here)
    assert read(DEED.read_bytes()).paragraphs[0].text == "The Quarry House"


def test_the_reading_process_knows_nothing_of_qt() -> None:
    code = (
        "import sys; import variorum.readers.child; "
        "[__import__('variorum.readers.' + n) for n in ('docx', 'odt', 'rtf', 'epub')]; "
        "print([m for m in sys.modules if 'PySide' in m or 'playwright' in m])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert found.stdout.strip() == b"[]"


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "import sys; sys.exit(3)",
        "pass",
        "import sys; sys.stdout.buffer.write(b'garbage that is no frame at all')",
        saying(["progress", 0.5]),
        saying(["text", "cut off before the end"]),
    ],
)
def test_a_process_that_breaks_down_is_an_error(answering, code: str) -> None:
    answering(code)
    with pytest.raises(Unreadable, match="broke down"):
        read(b"x" * 1_000_000)


@pytest.mark.parametrize(
    "message",
    [
        "no pair",
        [1, 2],
        ["unheard of", None],
        ["text", 7],
        ["paragraphs", [["text", "body", 0]]],
        ["paragraphs", [["text", "no style", 0, []]]],
        ["paragraphs", [["text", "body", "0", []]]],
        ["paragraphs", [["text", "body", 0, [[2, 9, "bold"]]]]],
        ["paragraphs", [["text", "body", 0, [[3, 2, "bold"]]]]],
        ["paragraphs", [["text", "body", 0, [[0, 2, "loud"]]]]],
        ["end", {}],
        ["end", {"encoding": "", "language": 4, "left_out": []}],
        ["end", {"encoding": "", "language": None, "left_out": [["comments", 0]]}],
        ["end", {"encoding": "", "language": None, "left_out": [["secrets", 1]]}],
    ],
)
def test_answers_are_not_believed(answering, message: object) -> None:
    answering(saying(message))
    with pytest.raises(sandbox.Defect):
        read()


def test_reasons_come_through(answering) -> None:
    answering(saying(["unreadable", ["it is torn", "Mend it."]]))
    with pytest.raises(Unreadable, match="it is torn"):
        read()
    answering(saying(["password", True]))
    with pytest.raises(PasswordWanted) as caught:
        read()
    error = caught.value.named("a.pdf")
    assert isinstance(error, PasswordError)
    assert error.wrong
    answering(saying(["memory", None]))
    with pytest.raises(Unreadable, match="memory"):
        read()
    answering(saying(["defect", "KeyError at x.py:1"]))
    with pytest.raises(sandbox.Defect, match=r"damaged.*KeyError"):
        read()


def test_a_defect_is_told_with_its_place() -> None:
    """Who reports that a document could not be read says with it where to look."""

    def stumble() -> Content:
        return {}["nothing"]

    answers = io.BytesIO()
    child._answer(stumble, answers, lambda _: None)
    answers.seek(0)
    line = stumble.__code__.co_firstlineno + 1
    expected = frames.encode_message("defect", f"KeyError at {Path(__file__).name}:{line}")
    assert frames.read_frame(answers) == expected


def test_a_process_that_cannot_be_started(monkeypatch) -> None:
    monkeypatch.setattr(sandbox, "command", lambda: ["/nowhere/python"])
    with pytest.raises(Unreadable, match="cannot be started"):
        read()


def test_a_process_that_hangs_is_ended(answering, monkeypatch) -> None:
    answering("while True: pass")
    monkeypatch.setattr(sandbox, "time_limit", lambda _: 1)
    with pytest.raises(Unreadable, match="longer"):
        read(b"x" * 10_000_000)


def test_reading_is_stopped_at_once(answering) -> None:
    answering("while True: pass")

    def begin_and_stop() -> None:
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            read(b"x" * 10_000_000, Watch(cancelled=lambda: time.monotonic() > begun + 0.3))

    assert quickest(begin_and_stop, 5) < 5


def test_too_much_text_is_refused(answering, monkeypatch) -> None:
    answering(saying(*[["text", "x" * 1000]] * 50))
    monkeypatch.setattr(sandbox, "LARGEST_TEXT", 10_000)
    with pytest.raises(Unreadable, match="memory"):
        read()


@pytest.mark.skipif(os.name != "posix", reason="other systems know no such limits")
def test_the_process_has_limits() -> None:
    code = (
        "import resource as r; from variorum.readers.child import limit; limit(9); "
        "print([r.getrlimit(x)[0] for x in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_CORE, "
        "r.RLIMIT_FSIZE)])\n"
        "try: bytearray(2 << 30)\n"
        "except MemoryError: print('hungry')\n"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert found.stdout.decode().split("\n")[:2] == [f"[{1 << 30}, 9, 0, 0]", "hungry"]


def book() -> bytes:
    """A document long enough to be read in two shares, with words set off on each page."""
    pages = []
    for number in range(FEWEST_SHARED + 3):
        sign = chr(ord("a") + number % 26) * (2 + number // 26)
        rows = [f"On page {sign} nothing", f"happens that is {sign} of", f"note to {sign} readers."]
        pages.append(
            page([Piece(40, 500 - 12 * i, row) for i, row in enumerate(rows)])
            + b"\n"
            + page([Piece(40, 400, f"It ends in {sign} words.")]).replace(b"/F ", b"/B ")
        )
    return document(pages).replace(
        b"/Font << /F 3 0 R >>",
        b"/Font << /F 3 0 R /B << /Type /Font /Subtype /Type1"
        b" /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >> >>",
    )


@pytest.fixture
def shared(monkeypatch):
    """Has every PDF read by two processes; says with which requests they were started."""
    roles = []
    ask = sandbox.encode_request

    def asked(kind, options, role):
        roles.append(role)
        return ask(kind, options, role)

    monkeypatch.setattr(sandbox, "WORTH_SHARING", (0, 1 << 30))
    monkeypatch.setattr(sandbox, "_processors", lambda: 2)
    monkeypatch.setattr(sandbox, "encode_request", asked)
    return roles


def test_two_processes_read_what_one_reads(shared) -> None:
    data = book()
    told: list[float] = []
    together = read(data, Watch(told.append), Kind.PDF)
    assert set(shared) == {frames.Role.FIRST, frames.Role.SECOND}
    assert together == pdf.read(data, ReadOptions(), Watch())
    assert len(together.paragraphs) > FEWEST_SHARED
    assert any(paragraph.emphasis for paragraph in together.paragraphs)
    assert told == sorted(told)


@pytest.mark.parametrize(
    "code", ["pass", "import os; os.abort()", "import sys; sys.stdout.buffer.write(b'no frame')"]
)
def test_what_the_second_process_fails_to_read_the_first_reads(
    shared, monkeypatch, code: str
) -> None:
    sound = sandbox.command()
    commands = iter([sound, [sys.executable, "-c", code]])
    monkeypatch.setattr(sandbox, "command", lambda: next(commands))
    data = book()
    assert read(data, kind=Kind.PDF) == pdf.read(data, ReadOptions(), Watch())
    assert len(shared) == 2


def test_one_process_reads_alone_where_no_second_one_starts(shared, monkeypatch) -> None:
    commands = iter([sandbox.command(), ["/nowhere/python"]])
    monkeypatch.setattr(sandbox, "command", lambda: next(commands))
    assert read(book(), kind=Kind.PDF).paragraphs
    assert shared == [frames.Role.ALL]


def test_two_processes_are_stopped_at_once(shared, answering) -> None:
    answering("while True: pass")
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        read(
            book() + bytes(1_000_000),
            Watch(cancelled=lambda: time.monotonic() > begun + 0.3),
            Kind.PDF,
        )
    assert len(shared) == 2


def test_both_processes_say_why_nothing_is_read(shared) -> None:
    with pytest.raises(Unreadable, match="damaged"):
        read(b"%PDF-1.7 and no more", kind=Kind.PDF)
    with pytest.raises(PasswordWanted):
        read((DOCUMENTS / "bakery.fr.locked.pdf").read_bytes(), kind=Kind.PDF)
    assert len(shared) == 4


def test_contents_survive_the_way() -> None:
    content = Content(
        paragraphs=(
            TextParagraph("a\ud800b\0c", Style(StyleKind.HEADING, 2)),
            TextParagraph("x" * 100_000, Style(), (Emphasis(Span(1, 3), EmphasisKind.BOLD),)),
            TextParagraph("日本\n\u2028"),
        ),
        encoding="cp1252",
        language="de",
        left_out=(LeftOut(LeftOutKind.PICTURES, 3),),
    )
    gathering = frames.Gathering()
    for body in frames.encode_content(content):
        gathering.take(*frames.decode_message(body))
    assert gathering.content is not None
    assert gathering.content.paragraphs[0].text == "a\ufffdb\ufffdc"
    assert gathering.content.paragraphs[1:] == content.paragraphs[1:]
    assert gathering.content.language == "de"
    assert gathering.content.left_out == content.left_out


def test_requests_survive_the_way() -> None:
    fields = {"encoding": "cp1252", "language": "fr", "password": "ü"}
    options = ReadOptions(tracked_changes=TrackedChanges.REJECTED, **fields)  # type: ignore[arg-type]
    request = frames.encode_request(Kind.PDF, options, frames.Role.SECOND)
    kind, found, role = frames.decode_request(request)
    assert kind is Kind.PDF
    assert role is frames.Role.SECOND
    assert (found.encoding, found.language, found.password) == ("cp1252", "fr", "ü")
    assert found.tracked_changes is TrackedChanges.REJECTED


AUDITED = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from variorum.readers import Kind, ReadOptions
from variorum.readers.formats import adapter
from variorum.readers.watch import Watch
files = [(Path(p).suffix[1:], Path(p).read_bytes()) for p in sys.argv[2:]]
readers = {kind: adapter(Kind(kind)) for kind, _ in files}
def read_all():
    for kind, data in files:
        try:
            readers[kind].read(data, ReadOptions(), Watch())
        except Exception as error:
            print(type(error).__name__, error)
read_all()  # what is imported is imported now
def hook(event, arguments):
    if event == "open" or event.startswith(("socket.", "subprocess.", "os.", "shutil.", "urllib.")):
        sys.stdout.write(f"FORBIDDEN {event} {arguments}\\n")
sys.addaudithook(hook)
read_all()
"""


def test_readers_open_no_file_and_no_connection(tmp_path: Path) -> None:
    entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    files = {
        "external.docx": archive({"word/document.xml": entity + "<a>&x;</a>"}),
        "paths.docx": archive({"../../../../tmp/evil.txt": b"x", "/etc/evil": b"y"})
        + docx("<w:p/>"),
        "linked.docx": docx("<w:p><w:r><w:t>Seen.</w:t></w:r></w:p>"),
        "sound.docx": DEED.read_bytes(),
        "sound.odt": (DEED.parent / "deed.odt").read_bytes(),
        "sound.rtf": b"{\\rtf1 {\\field{\\*\\fldinst INCLUDETEXT http://127.0.0.1}{\\fldrslt a}}}",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    command = [sys.executable, "-c", AUDITED, str(Path(__file__).parent)]
    command += [str(tmp_path / name) for name in files]
    found = subprocess.run(command, capture_output=True, check=True, text=True)
    assert "FORBIDDEN" not in found.stdout
    assert found.stdout.count("document type") == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(files)
