"""Lines of several fonts in PDF: Japanese is set smaller than the Latin words in it, and code than
the text around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from tiny_pdf import document

from variorum.engine import StyleKind
from variorum.readers import ReadOptions
from variorum.readers import pdf as pdf_reader
from variorum.readers.watch import Watch

FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UTF16-H"
    " /DescendantFonts [201 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /DW 1000"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>",
)
CODE = ("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",)
LATIN, JAPANESE = 10.0, 9.5


def line(y: float, *parts: str) -> bytes:
    """A line of parts, each of one script; Latin letters are half as wide as they are large."""
    x, drawn = 40.0, []
    for part in parts:
        is_latin = part.isascii()
        size = LATIN if is_latin else JAPANESE
        shown = f"({part})" if is_latin else f"<{part.encode('utf-16-be').hex()}>"
        font = "F" if is_latin else "F0"
        drawn.append(f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm {shown} Tj ET")
        x += len(part) * size * (0.5 if is_latin else 1)
    return "\n".join(drawn).encode()


def read(lines: Iterable[Sequence[str]]) -> list[tuple[StyleKind, str]]:
    page = b"\n".join(line(550 - 15 * index, *parts) for index, parts in enumerate(lines))
    content = pdf_reader.read(document([page], fonts=FONT), ReadOptions(), Watch())
    return [(each.style.kind, each.text.replace(" ", "")) for each in content.paragraphs]


def test_a_line_that_begins_with_a_latin_word_goes_on_with_its_paragraph() -> None:
    rows = [
        ("朝の船は九時に港を出たが、だれも見上げなかった。船の名は", "Maria"),
        ("Celeste", "といい、みなが十時前に戻ると思っていたからである。そ"),
        ("の日は戻らず、子どもたちは石を投げた。",),
    ]
    assert read(rows) == [(StyleKind.BODY, "".join("".join(row) for row in rows))]


def test_so_does_one_that_is_all_latin() -> None:
    rows = [
        ("朝の船は九時に港を出たが、だれも見上げなかった。その船は",),
        ("the ferry that was called by all who knew it Old Queen Mary Ann",),
        ("といい、みなが十時前に戻ると思っていたからである。その日は",),
        ("戻らず、子どもたちは石を投げた。",),
    ]
    ((kind, text),) = read(rows)
    assert (kind, text) == (StyleKind.BODY, "".join("".join(row) for row in rows).replace(" ", ""))


@pytest.mark.parametrize("size", [9.0, 8.1])
@pytest.mark.parametrize("tail", [" of the summer", ""])
def test_so_does_one_that_begins_with_smaller_code(size: float, tail: str) -> None:
    rows = [
        "The ferry left at nine, as it had done for years, and",
        "nobody on the quay looked up, because they all knew it",
        "would be back before ten: its path was not the one of",
    ]
    drawn = [
        f"BT /F 10 Tf 1 0 0 1 40 {550 - 12 * i} Tm ({row}) Tj ET" for i, row in enumerate(rows)
    ]
    drawn.append(f"BT /F0 {size} Tf 1 0 0 1 40 514 Tm (/quay/two) Tj ET")
    if tail:
        drawn.append(f"BT /F 10 Tf 1 0 0 1 {40 + 10 * 0.6 * size} 514 Tm ({tail}) Tj ET")
    content = pdf_reader.read(
        document(["\n".join(drawn).encode()], fonts=CODE), ReadOptions(), Watch()
    )
    assert [each.text for each in content.paragraphs] == [" ".join(rows) + " /quay/two" + tail]


def drawn(*pieces: tuple[float, str, str]) -> str:
    """The paragraphs of a page with a few pieces in one line."""
    page = "\n".join(
        f"BT /{font} 10 Tf 1 0 0 1 {x} 550 Tm ({text}) Tj ET" for x, font, text in pieces
    )
    content = pdf_reader.read(document([page.encode("cp1252")], fonts=BOLD), ReadOptions(), Watch())
    return "\n".join(each.text for each in content.paragraphs)


BOLD = ("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",)


@pytest.mark.parametrize(
    ("words", "gap", "shown"),
    [
        (("The guests\u2019", "Arms"), 1.3, "The guests\u2019 Arms"),  # the A was moved to the left
        (("The guests\u2019", "Arms"), 0.2, "The guests\u2019Arms"),
        (("He said don\u2019", "t"), 0.3, "He said don\u2019t"),
    ],
)
def test_a_narrow_space_between_words_is_one(
    words: tuple[str, str], gap: float, shown: str
) -> None:
    widths = {"T": 6.11, "h": 5, "e": 4.44, " ": 2.5, "g": 5, "u": 5, "s": 3.89, "t": 2.78}
    widths |= {"\u2019": 3.33, "H": 7.22, "a": 4.44, "i": 2.78, "d": 5, "o": 5, "n": 5}
    right = 40 + sum(widths[letter] for letter in words[0])
    assert drawn((40, "F", words[0]), (right + gap, "F0", words[1])) == shown


def test_the_sign_that_leads_back_from_a_note_is_no_text() -> None:
    cmap = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap"
    cmap += " 1 begincodespacerange <00> <FF> endcodespacerange"
    cmap += " 2 beginbfchar <3C> <21A9> <3E> <FE0E> endbfchar endcmap end end"
    fonts = (
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 201 0 R >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    )
    page = b"BT /F 10 Tf 1 0 0 1 40 550 Tm (See below.) Tj /F0 10 Tf (<>) Tj ET"
    content = pdf_reader.read(document([page], fonts=fonts), ReadOptions(), Watch())
    assert [each.text for each in content.paragraphs] == ["See below."]


WIDTHS = {"B": 6.67, "O": 7.22, "A": 7.22, "R": 6.67, "D": 7.22, "F": 5.56, "N": 7.22, "T": 6.11}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("B", "oard", " ", "of", " ", "B", "ond"), "Board of Bond"),
        (("BOARD", " ", "B", "oard"), "BOARD Board"),
        (("nato",), "NATO"),  # an abbreviation, set smaller than the text
    ],
)
def test_small_capitals_are_the_letters_that_were_typed(words: Sequence[str], shown: str) -> None:
    x, parts = 58.0, ["BT /F 10 Tf 1 0 0 1 40 550 Tm (The) Tj ET"]
    for word in words:
        size = 8 if word.islower() else 10
        if word != " ":
            parts.append(f"BT /F {size} Tf 1 0 0 1 {x:.2f} 550 Tm ({word.upper()}) Tj ET")
        x += sum(WIDTHS.get(letter, 3.0) * size / 10 for letter in word.upper())
    parts.append(f"BT /F 10 Tf 1 0 0 1 {x + 3:.2f} 550 Tm (sat.) Tj ET")
    data = document(["\n".join(parts).encode()])
    content = pdf_reader.read(data, ReadOptions(), Watch())
    assert [each.text for each in content.paragraphs] == [f"The {shown} sat."]


@pytest.mark.parametrize(
    ("signs", "shown"),
    [
        ((("E", 0), ("`", 1.4)), "\u00c8"),
        ((("`", 0.55), ("e", 0)), "\u00e8"),
        ((("\u00a8", 0.8), ("u", 0)), "\u00fc"),
        ((("c", 0), ("\u00b8", 0.5)), "\u00e7"),
        ((("`", 0), ("e", 4)), "`e"),  # beside each other
        ((("`", 0.8), ("x", 0)), "x`"),  # no such letter
    ],
)
def test_accents_above_letters_make_one_with_them(
    signs: Sequence[tuple[str, float]], shown: str
) -> None:
    pieces = [(57 + x, "F", sign) for sign, x in signs]
    assert drawn((40, "F", "Qui"), *pieces, (76, "F", "vero")).split()[1] == shown


def test_an_accent_above_a_capital_stands_higher() -> None:
    line = "BT /F 10 Tf 1 0 0 1 40 550 Tm (Qui vero) Tj ET"
    rest = "BT /F 10 Tf 1 0 0 1 40 530 Tm (Ecco) Tj 1 0 0 1 41.4 532.5 Tm (`) Tj ET"
    data = document([f"{line} {rest}".encode()])
    content = pdf_reader.read(data, ReadOptions(), Watch())
    assert " ".join(each.text for each in content.paragraphs) == "Qui vero \u00c8cco"
