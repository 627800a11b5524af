"""Documents that LibreOffice and pandoc made of known texts: what went in comes out."""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path

import pytest
from known_texts import DOCUMENTS, TEXTS, differences, found_share, known

from variorum.cli import main
from variorum.engine import Document, TextParagraph, compare, find_changes
from variorum.readers import Kind, LeftOut, ReadOptions, TrackedChanges, read_document
from variorum.readers.formats import adapter
from variorum.readers.kinds import find_kind
from variorum.readers.watch import Watch

OFFICE = DOCUMENTS / "office"
MADE = sorted(path for path in OFFICE.iterdir() if not path.name.startswith("deed"))
DEEDS = [DOCUMENTS / "deed.fodt", *sorted(OFFICE.glob("deed.*"))]


def paragraphs_of(document: Document) -> list[TextParagraph]:
    return [
        TextParagraph(document.paragraph_text(index), paragraph.style, paragraph.emphasis)
        for index, paragraph in enumerate(document.paragraphs)
    ]


def read(path: Path, options: ReadOptions = ReadOptions()) -> tuple[Document, tuple[LeftOut, ...]]:
    """Read a document in this process, which is quicker than in one of its own."""
    data = path.read_bytes()
    content = adapter(find_kind(data, path.name)).read(data, options, Watch())
    return content.document(path.name, options), content.left_out


def text_of(path: Path) -> str:
    return ".".join(path.name.split(".")[:2])


def is_poor(path: Path) -> bool:
    """Whether a document knows no headings, quotations and the like: pandoc's RTF."""
    return path.name.endswith("pandoc.rtf")


def test_there_are_documents_of_every_kind() -> None:
    kinds = {tuple(path.name.split(".")[2:]) for path in MADE}
    expected = {(by, form) for by in ("pandoc", "libreoffice") for form in ("docx", "odt", "rtf")}
    assert kinds == expected
    assert max(path.stat().st_size for path in OFFICE.iterdir()) < 50_000


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_what_went_in_comes_out(path: Path) -> None:
    document, _ = read(path)
    expected = known(text_of(path))
    found = paragraphs_of(document)
    texts = [paragraph.text for paragraph in expected]
    assert found_share(texts, found) >= 0.99, differences(texts, found)
    assert document.language == path.name.split(".")[1]
    if not is_poor(path):
        styles = [(k.kind, k.level) for k in expected]
        assert [(p.style.kind.value, p.style.level) for p in found] == styles
        text = (TEXTS / f"{text_of(path)}.md").read_text(encoding="utf-8")
        stars, bold = text.count("*") // 2, text.count("**") // 2
        assert sum(e.kind != "code" for p in found for e in p.emphasis) == stars - bold


@pytest.mark.parametrize("text", ["lighthouse.en", "teahouse.zh", "market.ar"])
def test_one_text_in_two_formats_is_the_same(text: str) -> None:
    first, *others = (read(path)[0] for path in MADE if text_of(path) == text)
    assert len(others) == 5
    for other in others:
        assert not find_changes(compare(first, other))


def test_the_command_line_calls_one_text_in_two_formats_the_same(capsysbinary) -> None:
    names = ("mill.de.pandoc.docx", "mill.de.libreoffice.rtf")
    assert main(["compare", *(str(OFFICE / name) for name in names)]) == 0
    assert capsysbinary.readouterr().err == b""


def written(document: Document) -> str:
    """A document as `deed.accepted.txt` has it."""
    out = []
    for index, paragraph in enumerate(document.paragraphs):
        text = document.paragraph_text(index)
        for sign in "\n\t\u00ad":
            text = text.replace(sign, ascii(sign)[1:-1].replace("\\xad", "\\u00ad"))
        out.append(f"{paragraph.style.kind} {paragraph.style.level} | {text}")
        for span, kind in paragraph.emphasis:
            out.append(f"    {kind}: {document.text[span.start : span.end]}")
    return "\n".join(out) + "\n"


@pytest.mark.parametrize("changes", TrackedChanges)
@pytest.mark.parametrize("path", DEEDS, ids=lambda path: path.suffix)
def test_a_deed_with_every_kind_of_thing_in_it(path: Path, changes: TrackedChanges) -> None:
    document, left_out = read(path, ReadOptions(tracked_changes=changes))
    expected = (DOCUMENTS / f"deed.{changes}.txt").read_text(encoding="utf-8")
    found = written(document)
    if path.suffix == ".rtf" and changes is TrackedChanges.ACCEPTED:
        # LibreOffice writes what stands before a deleted end of a paragraph as deleted, too.
        expected = expected.replace(" of it, and the ditch", "\nbody 0 | and the ditch")
        under, struck = "    underline: each for half\n", "    strike: nobody\n"
        found = found.replace(under, "").replace(struck, "")
        expected = expected.replace(under, "").replace(struck, "")
    assert found == expected
    counted = {str(item.kind): item.number for item in left_out}
    away = "deletions" if changes is TrackedChanges.ACCEPTED else "insertions"
    assert counted.pop(away) in (2, 3)
    assert counted == {"pictures": 1, "comments": 1, "headers": 2, "hidden": 1}


def test_rejected_changes_against_accepted_ones_are_the_changes() -> None:
    path = OFFICE / "deed.docx"
    before, _ = read(path, ReadOptions(tracked_changes=TrackedChanges.REJECTED))
    after, _ = read(path)
    changed = [
        before.text[edit.left.start : edit.left.end] + after.text[edit.right.start : edit.right.end]
        for row in compare(before, after).rows
        for edit in row.edits
        if edit.kind != "equal"
    ]
    assert changed == [
        "fortysixty",
        "He may also keep geese.",
        "Whoever finds a fossil shall show it to the schoolmaster.",
    ]


def test_documents_made_anew_read_as_those_that_are_here(tmp_path: Path) -> None:
    recipe = runpy.run_path(str(DOCUMENTS / "make_office.py"))
    made: set[str] = set()
    if shutil.which("pandoc"):
        for form in recipe["FORMATS"]:
            made.add(f"bakery.fr.pandoc.{form}")
            recipe["pandoc"]("bakery.fr", tmp_path / f"bakery.fr.pandoc.{form}")
    if shutil.which("soffice"):
        made.add("deed.docx")
        recipe["libreoffice"]([DOCUMENTS / "deed.fodt"], "docx", tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == made
    for name in made:
        found = paragraphs_of(read(tmp_path / name)[0])
        if name == "deed.docx":
            assert found == paragraphs_of(read(OFFICE / name)[0])
        else:
            texts = [paragraph.text for paragraph in known("bakery.fr")]
            assert found_share(texts, found) >= 0.99, differences(texts, found)


def test_formats_are_told_by_content_and_not_by_name(tmp_path: Path) -> None:
    for kind in (Kind.DOCX, Kind.ODT, Kind.RTF):
        path = tmp_path / "named.txt"
        path.write_bytes((OFFICE / f"deed.{kind}").read_bytes())
        source = read_document(path)
        assert source.format is kind
        assert source.encoding == ""
        assert {str(item.kind) for item in source.left_out} >= {"comments", "pictures"}
