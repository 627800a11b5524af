"""Words of many scripts, and how many a text has."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine import count_words
from variorum.engine.text.scripts import CLUSTERED, INVISIBLE, KATAKANA, SINGLE, marks
from variorum.engine.text.tokens import (
    _SPECIAL,
    TokenKind,
    _Grammar,
    _Script,
    _unspaced,
    find_tokens,
)

anything = st.text(st.characters(codec=None))


def words(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in find_tokens(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello, world!", "Hello|,|world|!"),
        ("It's Greta's, don't we'll", "It|'s|Greta|'s|,|don't|we|'ll"),
        ("the captain 's map", "the|captain|'s|map"),
        ("o’clock and rock’n’roll", "o’clock|and|rock’n’roll"),
        ("a well-known rule-of-thumb", "a|well-known|rule-of-thumb"),
        ('צה"ל, מנכ"לית ב"הארץ" ו"לא" בארה״ב', 'צה"ל|,|מנכ"לית|ב|"|הארץ|"|ו|"|לא|"|בארה״ב'),
        ("one--two … three...", "one|--|two|…|three|..."),
        ("in the U.S. or e.g. here", "in|the|U.S.|or|e.g.|here"),
        ("mail ann.b@example.org now.", "mail|ann.b@example.org|now|."),
        ("see https://example.org/a?b=1, then", "see|https://example.org/a?b=1|,|then"),
        (
            "https://example.org/aを見て、https://b.org。",
            "https://example.org/a|を|見|て|、|https://b.org|。",
        ),
        ("連絡はann.b@example.orgへ", "連|絡|は|ann.b@example.org|へ"),
        ("see https://example.org—and go", "see|https://example.org|—|and|go"),
        ("$5, € 30, 30 %, 5 km/h.", "$5|,|€ 30|,|30 %|,|5 km/h|."),
        ("-5 °C or −$7 (-0.5), 3 -4, a-5", "-5 °C|or|−$7|(|-0.5|)|,|3|-|4|,|a-5"),
        ("US$5, R$ 10 (HK$2).", "US$5|,|R$ 10|(|HK$2|)|."),
        ("USD$ A $5 EUROS$5", "USD|$|A|$5|EUROS|$5"),
        ("5 $6 and 1,000.50 at 02:14", "5|$6|and|1,000.50|at|02:14"),
        ("5km, 10th, 90 kmx", "5km|,|10th|,|90|kmx"),
        ("1912–1915 and 1912-1915", "1912|–|1915|and|1912-1915"),
        ("L’homme qu’il d'Eu", "L’|homme|qu’|il|d'|Eu"),
        ("dell’isola, un'ora", "dell’|isola|,|un'|ora"),
        ("¿Qué? «Sí»", "¿|Qué|?|«|Sí|»"),
        ("Straße, naïve, cafe\u0301", "Straße|,|naïve|,|cafe\u0301"),
        ("so\u00adft and mi\u200bd", "so\u00adft|and|mi\u200bd"),
        ("он сказал: т.е. да", "он|сказал|:|т.е.|да"),
        ("Το πλοίο, αύριο;", "Το|πλοίο|,|αύριο|;"),
        ("مَرْحَبًا بك", "مَرْحَبًا|بك"),
        ("او می\u200cرود", "او|می\u200cرود"),
        ("שָׁלוֹם רב", "שָׁלוֹם|רב"),
        ("नमस्ते हिन्दी।", "नमस्ते|हिन्दी|।"),
        ("你好，World。", "你|好|，|World|。"),
        ("コーヒーを飲む", "コーヒー|を|飲|む"),
        ("나는 사과를 먹었다.", "나는|사과를|먹었다|."),
        ("ไปเที่ยว น้ำ", "ไป|เที่|ย|ว|น้ำ"),
        ("ភ្នំ", "ភ្នំ"),
        ("ok 👩\u200d🔬👍🏽🇳🇴1\ufe0f\u20e3!", "ok|👩\u200d🔬|👍🏽|🇳🇴|1\ufe0f\u20e3|!"),
        ("a \u0301b", "a| \u0301|b"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert "|".join(words(text)) == expected


def test_kinds() -> None:
    text = "Ten 10 % 書!"
    kinds = [kind for _, _, kind in find_tokens(text, 0, len(text))]
    assert kinds == [TokenKind.WORD, TokenKind.NUMBER, TokenKind.CHARACTER, TokenKind.SIGN]


@given(anything)
def test_only_white_space_and_signs_without_width_lie_between_tokens(text: str) -> None:
    at = 0
    for start, end, _ in find_tokens(text, 0, len(text)):
        assert at <= start < end
        assert all(c.isspace() or unicodedata.category(c) == "Cf" for c in text[at:start])
        at = end
    assert all(c.isspace() or unicodedata.category(c) == "Cf" for c in text[at:])


@given(anything)
def test_no_token_begins_with_a_mark_that_has_a_base(text: str) -> None:
    for start, _, _ in find_tokens(text, 0, len(text)):
        if start and unicodedata.category(text[start])[0] == "M":
            assert unicodedata.category(text[start - 1]) == "Cf"


@given(st.text("aé1ß.,'’-@ $%жλ\n\"“”…!"))
def test_the_simple_grammar_says_what_the_whole_one_says(text: str) -> None:
    assert_the_same(_Script.SIMPLE, text)


@given(st.text("aé1.,'-@ $%ж\n\"“…हिन्दीé\u0301عَشرשָׁ५\u00ad\u200b\u200d\u20e3한국"))
def test_the_grammar_of_scripts_with_spaces_says_what_the_whole_one_says(text: str) -> None:
    assert_the_same(_Script.SPACED, text)


def assert_the_same(script: _Script, text: str) -> None:
    less, whole = _Grammar(script), _Grammar(_Script.ANY)
    for one, other in ((less.token(), whole.token()), (less.counted(), whole.counted())):
        assert [m.span() for m in one.finditer(text)] == [m.span() for m in other.finditer(text)]


def test_texts_without_spaces_are_not_taken_for_others() -> None:
    classes = re.compile(f"[{KATAKANA}{SINGLE}{CLUSTERED}]")
    for point in range(sys.maxunicode + 1):
        if classes.match(chr(point)):
            assert _unspaced().match(chr(point)), hex(point)


def test_texts_with_other_characters_are_not_taken_for_simple_ones() -> None:
    classes = re.compile(f"[{marks()}{INVISIBLE}{KATAKANA}{SINGLE}{CLUSTERED}\ufdd0]")
    for point in range(sys.maxunicode + 1):
        if classes.match(chr(point)):
            assert _SPECIAL.match(chr(point)), hex(point)


def test_all_combining_marks_are_known() -> None:
    known = re.compile(f"[{marks()}]")
    for point in range(sys.maxunicode + 1):
        character = chr(point)
        is_mark = unicodedata.category(character)[0] == "M"
        assert bool(known.match(character)) == is_mark, hex(point)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        (" … — !", 0),
        ("One, two; three.", 3),
        ("It isn't well-known: 3.5 % of 1,000.", 6),
        ("书在桌上。", 4),
        ("コーヒー", 4),
        ("나는 사과를 먹었다.", 3),
        ("नमस्ते हिन्दी", 2),
        ("می\u200cرود", 1),
        ("so\u00adft cafe\u0301", 2),
    ],
)
def test_words_are_counted_as_people_count_them(text: str, expected: int) -> None:
    assert count_words(text, 0, len(text)) == expected


def test_a_stretch_is_counted_alone() -> None:
    assert count_words("one two three", 4, 7) == 1
    assert count_words("one two three", 4, 4) == 0
