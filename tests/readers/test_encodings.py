"""In what encoding a text is written: texts in many, and how often each is found."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.readers.encodings import decode
from variorum.readers.errors import Unreadable

CASES = Path(__file__).parent.parent / "cases" / "encodings"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in CASES.glob("*.txt")}

WRITTEN_IN = {
    "windows-1252": "de en es fr is it pt sv",
    "iso-8859-1": "de es is it pt sv",
    "iso-8859-15": "de es it pt sv",
    "mac-roman": "de en es fr it pt sv",
    "cp850": "de es fr",
    "iso-8859-2": "cs hu pl",
    "windows-1250": "cs hu pl",
    "windows-1251": "ru uk",
    "koi8-r": "ru",
    "koi8-u": "uk",
    "iso-8859-5": "ru",
    "cp855": "ru",
    "cp866": "ru",
    "windows-1253": "el",
    "iso-8859-7": "el",
    "windows-1254": "tr",
    "iso-8859-9": "tr",
    "windows-1255": "he",
    "iso-8859-8": "he",
    "windows-1256": "ar",
    "iso-8859-6": "ar",
    "shift_jis": "ja",
    "euc_jp": "ja",
    "iso2022_jp": "ja",
    "iso2022_kr": "ko",
    "gb2312": "zh-Hans",
    "gb18030": "zh-Hans",
    "big5": "zh-Hant",
    "euc_kr": "ko",
    **dict.fromkeys(("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"), " ".join(TEXTS)),
}
PLAIN_SIGNS = str.maketrans({"’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "€": "E"})


def written(encoding: str, pieces: bool) -> Iterator[tuple[str, bytes]]:
    """Texts, or their lines, with their bytes; typographic signs only where there are any."""
    for language in WRITTEN_IN[encoding].split():
        text = TEXTS[language]
        for part in text.splitlines() if pieces else [text]:
            try:
                yield part, part.encode(encoding)
            except UnicodeEncodeError:
                plain = part.translate(PLAIN_SIGNS)
                yield plain, plain.encode(encoding)


@pytest.mark.parametrize("encoding", WRITTEN_IN)
def test_texts_of_three_lines_are_all_read_right(encoding: str) -> None:
    for text, data in written(encoding, pieces=False):
        assert decode(data).text == text


def test_single_lines_are_read_right_or_said_to_be_a_guess() -> None:
    right = wrong = unsaid = 0
    for encoding in WRITTEN_IN:
        for text, data in written(encoding, pieces=True):
            found = decode(data)
            right += found.text == text
            wrong += found.text != text
            unsaid += found.text != text and not found.remark
    assert right >= 0.99 * (right + wrong)
    assert unsaid == 0


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    ],
)
def test_a_mark_decides_and_is_no_text(mark: bytes, codec: str, name: str) -> None:
    found = decode(mark + "Ελλάδα, 日本".encode(codec))
    assert found == ("Ελλάδα, 日本", name, "")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        # Read as windows-1250, this has a closing quotation mark inside a word.
        ("iso-8859-2", "Žluťoučký kůň příliš dlouho čekal u vody. Ťuhýk ho hlídal."),
        # Read as iso-8859-6, this has Arabic letters and controls beside Latin ones.
        ("mac-roman", "Le bac part à midi. L’œuvre d’un élève : « c’est ça », dit-il."),
    ],
)
def test_what_no_text_has_tells_wrong_encodings(encoding: str, text: str) -> None:
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding) == (text, encoding)


@pytest.mark.parametrize("encoding", [None, "cp437"])
def test_the_sign_that_ends_a_text_of_dos_is_none_of_it(encoding: str | None) -> None:
    assert decode(b"The ferry leaves.\r\n\x1a\x1a", encoding).text == "The ferry leaves.\r\n"
    assert decode(b"One\x1atwo", encoding).text == "One\x1atwo"


def test_zeros_at_the_end_are_told() -> None:
    found = decode("Die Fähre fährt.\n".encode() + bytes(1200))
    assert found == ("Die Fähre fährt.\n", "utf-8", "It ends in 1,200 zeros, which are no text.")


def test_half_a_character_at_the_end_is_told() -> None:
    found = decode(codecs.BOM_UTF16_LE + "Text".encode("utf-16-le")[:-1])
    assert found.text == "Tex\ufffd"
    assert found.remark.startswith("It is no valid utf-16 in one place: ")


@pytest.mark.parametrize(
    ("data", "encoding", "remark"),
    [
        (b"The caf\xe9 was closed, and so was the ch\xe2teau.", "windows-1252", ""),
        (
            codecs.BOM_UTF8 + b"ab\xff",
            "utf-8-sig",
            "It is no valid utf-8-sig in one place: byte 5 is 0xff.",
        ),
        (b"cut \xe2\x82", "utf-8", "It is no valid utf-8 in one place: byte 4 is 0xe2."),
        (
            ("Grüße " * 30).encode() + b"\xff\xfe",
            "utf-8",
            "It is no valid utf-8 in 2 places: byte 240 is 0xff.",
        ),
    ],
)
def test_what_is_damaged_is_told_with_its_place(data: bytes, encoding: str, remark: str) -> None:
    found = decode(data)
    assert (found.encoding, found.remark) == (encoding, remark)


def test_what_the_file_says_is_believed_if_it_fits() -> None:
    data = "Жук".encode("windows-1251")
    assert decode(data, declared="WINDOWS-1251") == ("Жук", "windows-1251", "")
    assert decode("Größe".encode(), declared="iso-8859-1").encoding == "utf-8"
    assert decode("häßlich".encode("latin-1"), declared="utf-8").text == "häßlich"
    assert decode(b"\xe9t\xe9", declared="no-such-thing").text == "été"
    assert decode(b"\xe9t\xe9", declared="base64").text == "été"


def test_what_a_person_says_is_believed_whatever_comes_of_it() -> None:
    assert decode("день".encode(), "koi8-r").text == "день".encode().decode("koi8-r")
    found = decode(b"\xff\xfe\xfd", "ascii")
    assert found.text == "\ufffd" * 3
    assert found.remark == "It is no valid ascii in 3 places: byte 0 is 0xff."


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"abc\0def", "byte 3 is zero"),
        (b"\x89PNG\r\n\0\0\0\rIHDR", "byte 6 is zero"),
        (b"\x7fELF\2\1\1\0\0\0", "byte 7 is zero"),
        (bytes(range(1, 32)) * 9 + b"\xff", "byte 0 is 0x01"),
    ],
)
def test_what_is_no_text_is_refused_with_a_place(data: bytes, where: str) -> None:
    with pytest.raises(Unreadable, match=where):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        found = decode(data)
    except Unreadable:
        return
    assert codecs.lookup(found.encoding)
    if not found.remark and not found.encoding.startswith(("iso2022", "utf-16", "utf-32")):
        assert found.text.encode(found.encoding) == data


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_unicode_with_a_mark_comes_through(text: str) -> None:
    for codec in ("utf-8-sig", "utf-16", "utf-32"):
        assert decode(text.encode(codec)).text == text
