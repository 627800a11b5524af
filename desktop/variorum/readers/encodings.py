"""Bytes of a text -> its characters, and in what encoding they were written.

A byte order mark decides; then what the file says of itself, strict UTF-8, the pattern of zeros of
UTF-16 and UTF-32 without a mark, and last chardet's guess among the encodings that people used
before. Whoever knows better says so, and is believed. Imports chardet only when it must guess.
Positions count bytes from 0, as an editor of bytes shows them.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final, NamedTuple

from variorum.readers.errors import Unreadable

SAMPLE: Final = 200_000
"""In bytes: chardet guesses from so many; more change nothing but the time."""
NEAR_UTF8: Final = 20
"""With so many good signs of several bytes for each bad byte, it is damaged UTF-8, not a legacy
encoding: in those, bytes follow each other as in UTF-8 by chance only (below 1 for each bad)."""
CLOSE: Final = 0.97
"""Guesses with this share of the best one's confidence are as good as it (measured: encodings in
which a text reads otherwise, but no better, have .93 to 1)."""
CONTROLS: Final = 0.02
"""From this share of control characters on, bytes are no text (texts: 0; programs: .1 and more)."""
PLAUSIBLE: Final = 0.9
"""This share of the characters of UTF-16 without a mark are ones that texts consist of; read in
the wrong order, Latin and Cyrillic text has under .1, ideographs .5 to .8."""

UNBROKEN: Final = 60
"""In characters: no text goes on for so long, on the average, without a space or a stop."""
ZEROS: Final = 0.01
"""From this share of zeros on, what is read as UTF-16 is no text, even if all else might be one: in
a few bytes any signs of ASCII are ideographs."""
ASCII: Final = 0.75
"""Bytes of ideographs are ASCII signs by chance, .4 to .5 of them; from this share on, it is ASCII
with a few zeros in it."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; the longer ones first, since one begins with another."""

LEGACY: Final = (
    *(f"windows-{number}" for number in range(1250, 1259)),
    *(f"iso-8859-{part}" for part in (1, 2, 4, 5, 6, 7, 8, 9, 13, 15)),
    *("koi8-r", "koi8-u", "cp437", "cp850", "cp852", "cp855", "cp866", "cp874"),
    *("mac-roman", "mac-latin2", "mac-cyrillic", "mac-greek", "mac-turkish"),
    *("cp932", "euc-jp", "gb18030", "big5hkscs", "cp949"),
)
"""What is guessed among: what texts in files were written in on computers that people had."""

_WIDER: Final = {
    **dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin-1"), "windows-1252"),
    **dict.fromkeys(("iso-8859-9", "iso8859-9"), "windows-1254"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb-2312"), "gb18030"),
    **dict.fromkeys(("shift-jis", "sjis", "x-sjis", "windows-31j", "ms-kanji"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks-c-5601-1987", "ksc5601", "johab"), "cp949"),
    **dict.fromkeys(("big5", "big5-tw"), "big5hkscs"),
    **dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be", "unicode"), "utf-8"),
}
"""What is meant by names that files give and chardet finds; a file that names its encoding in
single bytes is not in UTF-16."""

_SAVE_AS: Final = "Open it in the program that made it and save it as plain text, in UTF-8."
_WIDE: Final = (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2))
_STOPS: Final = frozenset(" \n\r\t.,\u3000、。，！？：；「」")
_ASCII_SIGNS: Final = bytes(range(32, 127)) + b"\t\n\r"
_FOREIGN: Final = re.compile(r"(.?)([^\x00-\x7f])(?=(.?))", re.DOTALL)
_USUAL: Final = frozenset("«»‘’“”„‚‹›–—…€£§°©®·¿¡\u00a0№")
_BORDERS: Final = frozenset("«»“”„‚‹›§©®¿¡")
"""What stands at the border of a word, and never between two letters."""
_CONTROL: Final = re.compile("[\\x80-\\x84\\x86-\\x9f]")
"""What ISO 8859 has where other encodings have letters and quotes; no text has any of it."""
_END: Final = b"\x1a"
"""The sign by which programs for DOS end a text, or fill its last sector; it is none of it."""
_TEXT_CONTROLS: Final = b"\t\n\x0b\x0c\r\x1a\x1b"
_ANY_CONTROL: Final = bytes(c for c in range(32) if c not in _TEXT_CONTROLS)
_ESCAPE: Final = b"\x1b"
"""What all shifts begin with: one byte is looked for ten times as fast as three."""
_SHIFTS: Final = (
    ((b"\x1b$B", b"\x1b$@"), "iso2022_jp_2", "iso2022_jp"),
    ((b"\x1b$)C",), "iso2022_kr", "iso2022_kr"),
)
"""What shifts to ideographs or Hangul in texts of seven bits, mail mostly: the codec that reads
them, and what they are called."""


class Decoded(NamedTuple):
    """The characters of a text and how they were written."""

    text: str
    encoding: str
    """As Python names it; `utf-8-sig`, `utf-16` and `utf-32` have a byte order mark."""
    remark: str = ""
    """What a person should know of it, a sentence; empty when nothing is in doubt."""


def decode(data: bytes, wanted: str | None = None, declared: str | None = None) -> Decoded:
    """The characters of a text.

    Args:
        data: the whole file.
        wanted: the encoding that a person chose, as Python names it; it is not doubted.
        declared: the encoding that the file names for itself; believed if it fits.

    Raises:
        Unreadable: it is no text.
    """
    if data.endswith(_END) and b"\0" not in data:
        data = data.rstrip(_END)
    if wanted is not None:
        return _in(data, wanted)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _in(data, encoding)
    if b"\0" in data:
        return _with_zeros(data)
    for shifts, codec, encoding in _SHIFTS if _ESCAPE in data else ():
        text = _strictly(data, codec) if any(shift in data for shift in shifts) else None
        if text is not None:
            return Decoded(text, encoding)
    found = _in(data, "utf-8")
    if not found.remark or _is_damaged_utf8(data, found.text):
        return found
    return _not_utf8(data, declared)


def _in(data: bytes, encoding: str) -> Decoded:
    """The text in a given encoding; what does not fit becomes U+FFFD and is told."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        count = text.count("\ufffd")
        at = _place(data, encoding, error)
        where = f"byte {at:,} is 0x{data[at]:02x}" if at < len(data) else "its end is cut off"
        many = "one place" if count == 1 else f"{count:,} places"
        return Decoded(text, encoding, f"It is no valid {encoding} in {many}: {where}.")
    except UnicodeError:  # UTF-16 and the like without a mark say so in their own way
        return Decoded(data.decode(encoding, "replace"), encoding)


def _place(data: bytes, encoding: str, error: UnicodeDecodeError) -> int:
    # The codec of UTF-8 counts from behind the byte order mark.
    has_mark = encoding == "utf-8-sig" and data.startswith(codecs.BOM_UTF8)
    return error.start + (len(codecs.BOM_UTF8) if has_mark else 0)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _with_zeros(data: bytes) -> Decoded:
    """UTF-16 or UTF-32 without a mark, or a text that ends in zeros, as one does after a power cut.

    Raises:
        Unreadable: zeros stand elsewhere than in these.
    """
    found = _wide(data)
    if found is not None:
        return found
    text = data.rstrip(b"\0")
    if text and text == text.translate(None, _ANY_CONTROL):
        found = decode(text)
        cut = f"It ends in {len(data) - len(text):,} zeros, which are no text."
        return found._replace(remark=f"{found.remark} {cut}".lstrip())
    at = data.find(b"\0")
    raise Unreadable(f"it is binary, not text: byte {at:,} is zero", _SAVE_AS)


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark, if it is that."""
    start = data[:SAMPLE]
    zeros = start.count(b"\0")
    ascii_ = len(start) - len(start.translate(None, _ASCII_SIGNS))
    if zeros < 0.25 * len(start) and ascii_ > ASCII * len(start):
        return None
    scored: list[tuple[float, str]] = []
    for encoding, width in _WIDE:
        if len(data) % width:
            continue
        start = data[: SAMPLE - SAMPLE % width]
        text = _strictly(start, encoding)
        if text is None and len(start) < len(data):
            text = _strictly(start[:-2], encoding)  # half a pair at the end of the sample
        if text:
            scored.append((_plausibility(text), encoding))
    if not scored:
        return None
    score, encoding = max(scored)
    return _in(data, encoding) if score >= PLAUSIBLE else None


def _plausibility(text: str) -> float:
    """How much a text looks like one, from 0 to a little over 1.

    Its share of characters that texts consist of; spaces and stops break the tie between two
    orders of bytes that both give ideographs. What has next to none of these is no text.
    """
    sample = text[:4000]
    good = sum(_is_common(character) for character in sample)
    stops = sum(character in _STOPS for character in sample)
    zeros = sample.rstrip("\0").count("\0")
    if (stops + 1) * UNBROKEN <= len(sample) or zeros > ZEROS * len(sample):
        return 0.0
    return good / len(sample) + min(0.05, stops / len(sample))


def _is_common(character: str) -> bool:
    if character in "\n\r\t":
        return True
    code = ord(character)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return False
    if 0xE000 <= code < 0xF900 or code >= 0x30000:
        return False
    return unicodedata.category(character) not in ("Cn", "Co", "Cs", "Cc")


def _not_utf8(data: bytes, declared: str | None) -> Decoded:
    """What a text says of itself, or else a guess.

    Raises:
        Unreadable: it is no text.
    """
    if declared is not None:
        name = _name(declared)
        text = _strictly(data, name)
        if isinstance(text, str):
            return Decoded(text, name)
    controls = len(data) - len(data.translate(None, _ANY_CONTROL))
    if controls > CONTROLS * len(data):
        found = _wide(data)
        if found is not None:
            return found
        at = next(i for i, byte in enumerate(data) if byte in _ANY_CONTROL)
        problem = f"it is binary, not text: byte {at:,} is 0x{data[at]:02x}"
        raise Unreadable(problem, _SAVE_AS)
    return _guess(data)


def _is_damaged_utf8(data: bytes, text: str) -> bool:
    """Whether the errors in what was read as UTF-8 are few enough to be damage.

    Args:
        data: the bytes.
        text: the same with U+FFFD for what is no UTF-8.
    """
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    several = len(text) - len(text.encode("ascii", "ignore")) - bad
    return several >= NEAR_UTF8 * bad or (bad == 1 and _is_cut(data))


def _is_cut(data: bytes) -> bool:
    """Whether the end of the data cuts a sign of several bytes, as if it had gone on."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False


def _guess(data: bytes) -> Decoded:
    import chardet  # noqa: PLC0415 - needed for few files, and not small

    guesses = chardet.detect_all(
        data[:SAMPLE],
        ignore_threshold=True,
        max_bytes=SAMPLE,
        prefer_superset=False,  # windows-1250 passes for one of ISO 8859-2, and is none
        compat_names=False,
        include_encodings=LEGACY,
    )
    fitting = list(_fitting(data, guesses))
    if not fitting:
        return _in(data, "windows-1252")
    best = max(found.confidence for found in fitting)
    close = [found for found in fitting if found.confidence >= CLOSE * best]
    chosen = min(close, key=lambda found: (found.oddity, found.encoding != "windows-1252"))
    rivals = (found for found in close if found.text != chosen.text)
    equals = [found.encoding for found in rivals if found.oddity <= chosen.oddity]
    remark = f"Its encoding is a guess: {chosen.encoding}, or else {equals[0]}." if equals else ""
    return Decoded(chosen.text, chosen.encoding, remark)


class _Fitting(NamedTuple):
    """A text as it reads in an encoding that may be the right one."""

    encoding: str
    text: str
    confidence: float
    """What chardet makes of it, 0 to 1."""
    oddity: int
    """How many places look as they do in wrong encodings only."""


def _fitting(data: bytes, guesses: Iterable[Mapping[str, Any]]) -> Iterator[_Fitting]:
    """The guesses in which all bytes can be read, the best ones."""
    best = 0.0
    for guess in guesses:
        encoding = _name(guess["encoding"] or "")
        text = _strictly(data, encoding)
        if text is not None and not _CONTROL.search(text):
            best = best or guess["confidence"]
            if guess["confidence"] < CLOSE * best:
                return
            yield _Fitting(encoding, text, guess["confidence"], _oddity(text))


def _oddity(text: str) -> int:
    """How many signs of a wrong encoding there are: capitals or quotes within words, symbols."""
    signs = 0
    for found in islice(_FOREIGN.finditer(text), 1000):
        before, sign, after = found.groups()
        signs += before.islower() and sign.isupper()
        signs += sign.islower() and after.isupper()
        signs += sign in _BORDERS and before.isalpha() and after.isalpha()
        if not sign.isalpha() and sign not in _USUAL:
            signs += unicodedata.category(sign) in ("So", "Sm", "Sk", "Sc", "No", "Cc", "Cn", "Co")
    return signs


def _name(said: str) -> str:
    """The name by which people know what chardet or a file names, as a codec of Python's."""
    name = said.lower().replace("_", "-")
    name = _WIDER.get(name, name)
    found = re.fullmatch(r"(?:cp|windows-?)(125\d)", name)
    if found:
        return f"windows-{found[1]}"
    return re.sub(r"^iso8859-", "iso-8859-", name)
