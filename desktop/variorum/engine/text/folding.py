"""The keys that texts are compared by: what a tolerance hides is gone from them.

Imports the options and the classes of characters. A key has no positions; the text itself is
never altered. Keys are made by named steps, one for each tolerance, in the one order in which
they understand each other: a soft hyphen at the end of a line is seen before invisible signs
go, full-width quotation marks are seen as such before their style goes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import product
from typing import Final

from variorum.engine.options import DEFAULT_TOLERANCES, Tolerance
from variorum.engine.text.letters import PERSIAN_Y, one_y, same_letters
from variorum.engine.text.scripts import DASHES, INVISIBLE, QUOTES, WIDE, marks

BREAKS_CONSIDERED: Final = 3
"""Of how many broken words in one token both readings are tried; the others lose their hyphen."""

LONGEST_REMEMBERED: Final = 256
"""Up to how many code points together two stretches are remembered with what they needed."""


@cache
def _break() -> re.Pattern[str]:
    """A hyphen at the end of a line, inside a word.

    Compiled when a text needs it, as are some others here, because that takes long.
    """
    return re.compile(rf"(?<=[\w{marks()}])(?:[-‐\u00ad][{INVISIBLE}]*)[ \t]*\n[ \t]*(?=\w)")


def _table(characters: str, to: str | None) -> dict[int, str | None]:
    return dict.fromkeys(map(ord, characters), to)


_THIN_SPACES: Final = "\u00a0\u1680\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B)))
_UNSEEN: Final = "\u00ad\u034f\u061c\u0640\u180e\u200b\u200c\u200e\u200f\ufeff" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)))
)
_INVISIBLE: Final = _table(_UNSEEN, None) | _table(_THIN_SPACES, " ")
_INVISIBLE_THERE: Final = re.compile(f"[{_UNSEEN}\u200d{_THIN_SPACES}]")


@cache
def _joiner() -> re.Pattern[str]:
    """A joiner that joins letters; the one inside an emoji makes it another one."""
    return re.compile(rf"\u200d(?![^\w\s{marks()}])")


_SHAPES: Final = (
    (0x00B5, 0x00B5),  # the micro sign
    (0x0132, 0x0133),  # two letters in one: ij, lj, nj
    (0x01C4, 0x01CC),
    (0x3000, 0x3000),  # the ideographic space
    (0x2F00, 0x2FD5),  # radicals of Chinese characters, which PDF files have for the characters
    (0xFB00, 0xFB4F),  # Latin, Armenian and Hebrew ligatures
    (0xFB50, 0xFDCF),  # the shapes of Arabic letters
    (0xFE70, 0xFEFC),
    (0xFF01, 0xFFEF),  # full and half width
)


@cache
def _compatible() -> dict[int, str]:
    """What stands for each such character; made when a text has one, because that takes long."""
    return {
        point: plain
        for first, last in _SHAPES
        for point in range(first, last + 1)
        if " " not in (plain := unicodedata.normalize("NFKC", chr(point))) or point == 0x3000
    }


_COMPATIBLE_THERE: Final = re.compile(f"[{''.join(f'{chr(a)}-{chr(b)}' for a, b in _SHAPES)}]")

_QUOTES: Final = _table(re.sub(r"\\", "", QUOTES), "'")
_FRENCH_SPACE: Final = re.compile(
    r"(?:(?<=^[«‹])|(?<=[\s(\[—][«‹]))[^\S\n]+|[^\S\n](?<![^\S\n]{2})[^\S\n]*(?=[»›](?!\w))"
)
"""The space that French puts inside its quotation marks.

Here and below the white space before something is looked through from its first sign only: else a
long run of it would take time with the square of its length.
"""

_DASH: Final = rf"(?:--+|[{DASHES}])[ \t]*"


@cache
def _dashes() -> re.Pattern[str]:
    """Dashes of all kinds, with the space around them."""
    return re.compile(rf"[ \t](?<![ \t]{{2}})[ \t]*{_DASH}|{_DASH}")


@cache
def _groups() -> re.Pattern[str]:
    """Thousands apart, and above them hundreds, as in India.

    With a dot only from a million upwards: 3.141 is another number than 3141.
    """
    return re.compile(
        r"(?<![\d.,'’])\d{1,3}(?:(?P<sign>[,'’ \u00a0\u2009\u202f])\d{3}(?:(?P=sign)\d{3})*"
        r"|(?:\.\d{3}){2,}|(?<!\d{3})(?:,\d{2})+,\d{3})(?!\d|[,'’]\d{3}(?!\d))"
    )


_STROKED: Final = str.maketrans("øØłŁđĐħĦŧŦ", "oOlLdDhHtT") | str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"}
)
_APOSTROPHE: Final = re.compile(r"(?<=\w)['’ʼ`´‘](?=\w)")
_PUNCTUATION_CATEGORIES: Final = frozenset({"Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"})
_SAID: Final = frozenset("%‰‱٪&@#§¶′″‴")
"""Signs that Unicode calls punctuation, and that people read aloud."""


def _unbroken(text: str) -> str:
    return _break().sub("", text) if "\n" in text else text


def _no_invisible(text: str) -> str:
    if not _INVISIBLE_THERE.search(text):
        return text
    return _joiner().sub("", text.translate(_INVISIBLE))


def _one_form(text: str) -> str:
    if _COMPATIBLE_THERE.search(text):
        text = text.translate(_compatible())
    return unicodedata.normalize("NFC", text)


_BREAK_WITHOUT_SPACE: Final = re.compile(
    r"(?:(?<=\S[—–―/])|(?<=--)|(?<=[(\[{]))[ \t]*\n[ \t]*"
    r"|[ \t](?<![ \t]{2})[ \t]*\n[ \t]*(?=[)\]}])|\n[ \t]*(?=[)\]}])"
)
"""A line that breaks where no space would stand: after a dash or slash, inside of brackets."""


@cache
def _break_in_wide() -> re.Pattern[str]:
    """A line that breaks between letters with no space between them."""
    return re.compile(rf"(?<=[{WIDE}])[ \t]*\n[ \t]*(?=[{WIDE}])")


def _no_line_breaks(text: str) -> str:
    if "\n" not in text:
        return text
    text = _break_in_wide().sub("", _BREAK_WITHOUT_SPACE.sub("", text))
    return _LINE_BREAK.sub(" ", text)


_LINE_BREAK: Final = re.compile(r"[ \t](?<![ \t]{2})[ \t]*\n\s*|\n\s*")


_SPACES: Final = re.compile(r"[ \t\v\f]{2,}|[\t\v\f]")
_SPACED_BREAK: Final = re.compile(r"[ \t\v\f](?<![ \t\v\f]{2})[ \t\v\f]*\n[ \t\v\f]*|\n[ \t\v\f]*")


def _single_spaces(text: str) -> str:
    return _SPACES.sub(" ", _SPACED_BREAK.sub("\n", text) if "\n" in text else text)


def _one_quote(text: str) -> str:
    text = _FRENCH_SPACE.sub("", text.replace("``", '"').replace("''", '"'))
    return text.translate(_QUOTES)


def _one_dash(text: str) -> str:
    return _dashes().sub("-", text)


def _ungrouped(text: str) -> str:
    return _groups().sub(lambda m: re.sub(r"\D", "", m.group()), text)


def _small(text: str) -> str:
    """Without capital letters; that of `i` has a dot in Turkish, which would be left alone."""
    return text.replace("İ", "i").casefold()


def _no_diacritics(text: str) -> str:
    """Without marks above and below letters; vowel signs of Indic scripts are letters, and stay."""
    plain = "".join(
        c
        for c in unicodedata.normalize("NFD", text.translate(_STROKED))
        if not (unicodedata.combining(c) >= 200 or 10 <= unicodedata.combining(c) <= 35)
    )
    return unicodedata.normalize("NFC", plain)


_GONE: Final = "\ufdd0"
"""Stands for punctuation for a moment: a code point that no text has."""
_GONE_AT_SPACE: Final = re.compile(rf"(?<=\s){_GONE}+|^{_GONE}+|(?<!{_GONE}){_GONE}+(?=\s|$)")
_GONE_ALONE: Final = re.compile(f"{_GONE}+")


_MINUS: Final = re.compile(r"(?<![^\s(\[])(?<!\d\s)[-–](?=\d)")
"""A dash that makes a number another one; between two numbers it is one."""


def _without_marks(text: str) -> str:
    """`_GONE` for each mark of punctuation."""
    return "".join(
        _GONE
        if c in "`´" or (unicodedata.category(c) in _PUNCTUATION_CATEGORIES and c not in _SAID)
        else c
        for c in _MINUS.sub("\u2212", text)
    )


def _no_punctuation(text: str) -> str:
    """Apostrophes go, all other punctuation parts words as a space does."""
    marked = _without_marks(_APOSTROPHE.sub("", text))
    return _GONE_ALONE.sub(" ", _GONE_AT_SPACE.sub("", marked))


_BETWEEN_DIGITS: Final = re.compile(rf"(?<=\d)\s?{_GONE}+\s?(?=\d)")
_GONE_WITH_SPACES: Final = re.compile(rf"\s?{_GONE}[{_GONE}\s]*")


def _closed_up(text: str) -> str:
    """Nothing stands for punctuation, but between digits: 3.5 is not 35."""
    return _GONE_WITH_SPACES.sub("", _BETWEEN_DIGITS.sub(" ", _without_marks(text)))


_STEPS: Final[tuple[tuple[Tolerance, Callable[[str], str]], ...]] = (
    (Tolerance.HYPHENATION, _unbroken),
    (Tolerance.DIGIT_GROUPING, _ungrouped),
    (Tolerance.INVISIBLE, _no_invisible),
    (Tolerance.UNICODE_FORM, _one_form),
    (Tolerance.LINE_BREAKS, _no_line_breaks),
    (Tolerance.QUOTES, _one_quote),
    (Tolerance.DASHES, _one_dash),
    (Tolerance.DIACRITICS, _no_diacritics),
    (Tolerance.CASE, _small),
    (Tolerance.PUNCTUATION, _no_punctuation),
    (Tolerance.SPACES, _single_spaces),
)


_PLAIN_SIGNS: Final = (
    " -~¡-¬®-´¶-ıĴ-ſ–-”…\u0386\u0388-\u0481\u048a-\u052f\u05d0-\u05ea"
    "\u0621-\u063f\u0641-\u064a\u0660-\u0669\u0671-\u06d3\u06f0-\u06f9"
)
_NOT_PLAIN: Final = re.compile(f"[^{_PLAIN_SIGNS}]")


@cache
def _not_plain_east_asian() -> re.Pattern[str]:
    """The same with the signs of East Asia: 3 ms that most texts can do without."""
    return re.compile(
        f"[^{_PLAIN_SIGNS}\u3001\u3002\u3005-\u3020\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe"
        "\u4e00-\u9fff\uac00-\ud7a3]"
    )


def _is_plain(text: str) -> bool:
    """Whether a text has one space between its words, and letters and signs without marks."""
    if "  " in text:
        return False
    if (text.isascii() and text.isprintable()) or not _NOT_PLAIN.search(text):
        return True
    return not text.isascii() and not _not_plain_east_asian().search(text)


def _unwrapped(text: str) -> str:
    """A plain text with spaces for its line breaks, if they stand for nothing else."""
    flat = text.replace("\n", " ")
    return flat if _is_plain(flat) and not _odd_break().search(text) else text


@cache
def _odd_break() -> re.Pattern[str]:
    """A line break that may stand for no space.

    It follows a hyphen, a dash, a character of Chinese, or stands next to a bracket, inside of it.
    """
    return re.compile(rf"\n(?:(?<=[-\u2010/—–―(\[{{{WIDE}]\n)|(?=[)\]}}]))")


_ON_LETTERS: Final = DEFAULT_TOLERANCES | {Tolerance.CASE, Tolerance.QUOTES, Tolerance.DASHES}
"""Of these, only the one for case changes plain letters."""


def fold(text: str, tolerances: AbstractSet[Tolerance]) -> str:
    """What is left of a stretch of text when the tolerated differences are taken away.

    White space at its ends is kept, reduced as white space elsewhere is. Where a broken word may
    have a hyphen of its own (`well-` at the end of a line), the hyphen is taken away; see `agree`.
    """
    if "\n" in text and Tolerance.LINE_BREAKS in tolerances:
        text = _unwrapped(text)
    if Tolerance.UNICODE_FORM in tolerances:
        text = same_letters(text)
    plain = _is_plain(text)
    if plain and tolerances <= DEFAULT_TOLERANCES:
        return text  # nothing that any of these could take away
    if plain and text.isalpha() and tolerances <= _ON_LETTERS:
        text = _small(text) if Tolerance.CASE in tolerances else text
    else:
        for tolerance, step in _STEPS:
            if tolerance in tolerances:
                text = step(text)
    if Tolerance.UNICODE_FORM in tolerances and not text.isascii():
        text = unicodedata.normalize("NFC", text)  # what stood apart may stand together now
    return text


def agree(left: str, right: str, tolerances: AbstractSet[Tolerance]) -> bool:
    """Whether nothing but tolerated differences lies between two words.

    More exact than two keys can be: a hyphen at the end of a line may belong to the word or not,
    and a word with punctuation inside may face one word or two.
    """
    if Tolerance.UNICODE_FORM in tolerances and PERSIAN_Y in left + right:
        left, right = one_y(left), one_y(right)
    if left == right or fold(left, tolerances) == fold(right, tolerances):
        return True
    if "\n" not in left + right and Tolerance.PUNCTUATION not in tolerances:
        return False
    return not _readings(left, tolerances).isdisjoint(_readings(right, tolerances))


def _readings(text: str, tolerances: AbstractSet[Tolerance]) -> set[str]:
    """Every way to read a word: with and without the hyphens that it was broken at."""
    readings = {text}
    if Tolerance.HYPHENATION in tolerances:
        parts = _break().split(text, BREAKS_CONSIDERED)
        readings = {
            "".join(a + b for a, b in zip(parts, (*hyphens, ""), strict=True))
            for hyphens in product(("", "-"), repeat=len(parts) - 1)
        }
    keys = {fold(reading, tolerances) for reading in readings}
    if Tolerance.PUNCTUATION in tolerances:
        keys |= {_closed_up(fold(r, tolerances - {Tolerance.PUNCTUATION})) for r in readings}
    return keys


_WIDEST_FIRST: Final = (
    Tolerance.PUNCTUATION,
    Tolerance.DIACRITICS,
    Tolerance.DIGIT_GROUPING,
    Tolerance.CASE,
    Tolerance.DASHES,
    Tolerance.QUOTES,
    Tolerance.HYPHENATION,
    Tolerance.SPACES,
    Tolerance.LINE_BREAKS,
    Tolerance.INVISIBLE,
    Tolerance.UNICODE_FORM,
)
"""In which order one tries to do without a tolerance: the one that says most is kept."""


def needed(left: str, right: str, tolerances: frozenset[Tolerance]) -> tuple[Tolerance, ...]:
    """The fewest tolerances under which two stretches agree, sorted; they must agree under all."""
    if len(left) + len(right) > LONGEST_REMEMBERED:
        return _needed(left, right, tolerances)
    return _remembered(left, right, tolerances)


def _needed(left: str, right: str, tolerances: frozenset[Tolerance]) -> tuple[Tolerance, ...]:
    kept = tolerances - {Tolerance.FORMATTING}  # which no text has
    for tolerance in _WIDEST_FIRST:
        if tolerance in kept and agree(left, right, kept - {tolerance}):
            kept -= {tolerance}
    return tuple(sorted(kept))


_remembered = lru_cache(maxsize=1 << 12)(_needed)


def sentence_key(text: str, tolerances: AbstractSet[Tolerance]) -> str:
    """A key that two sentences share only when nothing but tolerated differences is between them.

    The other way round it is not always so: `well-` at the end of a line may stand for `well-`
    or for `well`, which only `agree` can tell.
    """
    key = fold(text, tolerances)
    return key.strip() if Tolerance.SPACES in tolerances else key
