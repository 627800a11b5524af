"""Whether a sentence ends at a place where it might.

Imports the word lists and the places. Positions are code points of the paragraph, which is the
whole text here. Nothing looks
further than some hundred characters, so a judgement costs the same wherever it is made.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from variorum.engine.text.abbreviations import (
    ABBREVIATIONS,
    CUT_SHORT,
    ORDINAL_LANGUAGES,
    SPEECH_AFTER_NAME,
    SPEECH_NEARBY,
    Abbreviations,
)
from variorum.engine.text.function_words import FUNCTION_WORDS, NAME_PARTICLES
from variorum.engine.text.places import CLOSE, OPEN, OPENERS, QUOTES, WIDE, WORD, WORD_REACH

BRACKET_REACH: Final = 300
"""How far the other bracket is looked for on either side; longer asides count as text."""
LONG_WORD: Final = 4
"""Words of so many letters are no part of an abbreviation that is written with spaces."""
LETTERS_REACH: Final = 12
"""How far back an abbreviation may begin that is written with spaces."""
SPEECH_REACH: Final = 40
"""How far after a quotation "he said" is looked for in languages without capitals."""
LABEL_WORDS: Final = 3
"""Up to so many words before a colon are a label of what follows."""
SMALL_START: Final = 200
"""How much of a sentence must be in small letters for the next to begin with one, too."""
WHOLE_WORD: Final = 4
"""From so many letters a word in small letters before a full stop is taken for a whole one."""

_CONSONANTS: Final = frozenset("bcdfghjklmnpqrstvwxzßçбвгджзйклмнпрстфхцчшщъьβγδζθκλμνξπρσςτφχψ")
"""Small letters; no word that ends a sentence is made of these alone. Languages whose words are
(Czech "vlk") have no list here."""
_INTERJECTIONS: Final = frozenset(
    {"hmm", "hmmm", "pst", "psst", "brr", "brrr", "grr", "shh", "tsk"}
)
_STAGE_DIRECTION: Final = re.compile(r"\s*\([^()]{1,60}\)\Z")
"""How a speech begins that says how it is spoken: "TOM (aside). Are you up?"."""
SPEAKER_REACH: Final = 60
"""The name and the direction after it end within so many code points."""
SPEAKER_WORDS: Final = 3
"""Up to so many words in capitals at the start of a paragraph name who speaks in a play."""

_CUT_SHORT: Final = frozenset(CUT_SHORT.split())
_DEVANAGARI_SIGNS: Final = "[\u0900-\u0903\u093a-\u094d]*"
_DOTTED: Final = re.compile(
    rf"(?:(?:[^\W\d_]{_DEVANAGARI_SIGNS}){{1,2}}\.-?)+(?:[^\W\d_]{_DEVANAGARI_SIGNS}){{1,3}}"
)
"""Letters with full stops between them: U.S, Ph.D, z.B, J.-P; in Hindi with their vowels."""
_LABEL: Final = re.compile(
    r"\d{1,3}(?:\.\d{1,3})*|[IVXLCDM]{1,6}|[ivx]{1,4}|[^\W\d_](?:\.\d{1,3})*"
)
"""The number or letter of an item in a list, at the start of a sentence."""
_NUMBERED: Final = re.compile(r"[^\W\d_]{3,20}\s+(?:\d{1,3}|[IVXLCDM]{1,6})")
"""How the title of a numbered part begins: "Chapter 8"."""
_AND_FOLLOWING: Final = frozenset({"f", "ff"})
"""After a page or a paragraph; the statute that it belongs to follows in capitals."""
_ELISION: Final = re.compile(r"^[^\W\d_]{1,5}['’](?=\w\w)")
"""An article that is written together with its word: l'avv."""
_ORDINAL: Final = re.compile(r"\d{1,3}|[IVXLCDM]{1,6}")
_SMALL_NUMERAL: Final = re.compile("[ivxlc]+")
_NUMERAL: Final = re.compile(r"[IVXLCDM]+|[A-Z]")
_DUTCH_START: Final = re.compile(r"['’‘][knst]\s+[A-Z]")
"""'s Morgens: the capital is on the second word."""
_NO_START: Final = frozenset("，、；：,;)）」』】〕〉》")
"""What no sentence begins with: what stands before goes on."""
_PICTURE: Final = re.compile("[\U0001f300-\U0001faff]")
"""An emoji belongs to the sentence before it, at the end of a paragraph, too."""
_BY_ITSELF: Final = re.compile(r"[?!؟:]+(?!\w)")
"""Signs that stand by themselves, as the second one of "« Qui crie “Halte !” ? »", or ":-)"."""
_OF_TITLES: Final = frozenset("》〉")
"""What closes the title of a book: a stop before it is the title's."""
_NO_OPENER: Final = re.compile(f"[^{re.escape(OPENERS)}]")
"""Where a sentence has begun; a slice of all before would be as long as a sentence may be."""
_OPENING: Final = {"”": "“", "’": "‘", "」": "「", "』": "『", "»": "«", '"': '"', "״": "״"}
"""What opened a quotation, by what closes it, in languages without capitals."""
_BEFORE_SPEECH: Final = frozenset(":：,，、،.。!！?？؟।…—–-")
"""What stands before a quotation that is a sentence of its own."""
_AND: Final = {
    "he": re.compile("ו"),
    "ar": re.compile(r"و|ثم\b"),
    "fa": re.compile(r"و\b"),
    "hi": re.compile(r"और\b"),
    "th": re.compile("แล้ว|และ"),
    "ko": re.compile(r"그리고\b|하고\b|하며\b"),
}
"""How a sentence goes on after a quotation in its middle."""
_ANYHOW: Final = re.compile("")
"""Where no space stands before what follows, and every quotation that is a sentence of its own
follows a sign, nothing more is asked."""
_LONE_LETTERS: Final = frozenset({"ar", "fa", "hi"})
"""Languages in which no sentence ends with a word of one letter: it stands for a name."""
_PLURAL_INITIALS: Final = re.compile(r"([^\W\d_])\1")
"""Initials are doubled in Spanish when they stand for several: SS. AA., FF. CC."""
_DATE: Final = re.compile(r"\d{2,4}\.\s?(?:\d{1,2}\.\s?)?\d{1,2}\Z")
"""Year, month and day as Korean writes them, without the last full stop: 2019. 5. 3."""
_METRES: Final = frozenset("mм")
"""After a number a unit, which has no full stop; elsewhere it may be abbreviated."""
_OPTION: Final = re.compile("--?")
"""What a command has before a word: "find . -name", and no sentence before a small letter."""
_STOP_AHEAD: Final = re.compile(r"[.!?…]")
_CLAUSE: Final = re.compile(r"[^.!?。！？؟।…“\"「『«，、]*")
_SPEECH_TO_COME: Final = re.compile(
    rf"[^.!?。！？؟।…“\"「『«:：]{{0,{SPEECH_REACH}}}+[:：]\s*+[{re.escape(OPENERS)}]"
)
"""A clause that says who speaks next, with a colon and what opens."""
_JAPANESE_GOES_ON: Final = re.compile(
    r"(?!でも|では|はい|はじ|はる|はや|もう|もし|もちろん|とても|とにかく|とりあえず|とうとう|とつぜん"
    r"|からだ|にもかか|にわ|がっ|のち)(?:と|って|など|は|が|を|に|の|も|で|から|まで|だ)"
)
"""Particles that tie a quotation to what follows it, and words that only begin like them."""


class Rules(NamedTuple):
    """What a judgement needs to know about a language."""

    language: str
    known: bool
    """Whether there is a list of abbreviations."""
    never: frozenset[str]
    soft: frozenset[str]
    number: frozenset[str]
    suffixes: tuple[str, ...]
    starters: frozenset[str]
    """Words that begin sentences, in small letters."""
    ordinals: bool
    """Whether a figure with a full stop is an ordinal number."""
    after_name: re.Pattern[str] | None
    """A name and a verb of speech."""
    nearby: re.Pattern[str] | None
    """A verb of speech in a language without capitals."""


LANGUAGES: Final = tuple(sorted(ABBREVIATIONS))
"""The ISO 639-1 codes of the languages that have rules of their own."""


@lru_cache(maxsize=64)
def rules_for(language: str) -> Rules:
    """The rules of a language, given by its ISO 639 code; region and script are left out."""
    base = language.lower().replace("_", "-").split("-")[0]
    lists = ABBREVIATIONS.get(base, Abbreviations(""))
    after, near = SPEECH_AFTER_NAME.get(base), SPEECH_NEARBY.get(base)
    return Rules(
        language=base,
        known=base in ABBREVIATIONS,
        never=frozenset(lists.never.split()),
        soft=frozenset(lists.soft.split()),
        number=frozenset(lists.number.split()),
        suffixes=tuple(lists.suffix.split()),
        starters=frozenset(FUNCTION_WORDS.get(base, "").split()),
        ordinals=base in ORDINAL_LANGUAGES,
        after_name=_name_and_verb(after.split()) if after else None,
        nearby=re.compile(near) if near else None,
    )


def _name_and_verb(verbs: list[str]) -> re.Pattern[str]:
    """A name of up to three words, then one of the verbs."""
    return re.compile(rf"(?:[^\W\d_]{{1,30}}\.?\s{{1,3}}){{1,3}}(?:{'|'.join(verbs)})\b")


def ends_sentence(text: str, begin: int, place: re.Match[str], rules: Rules) -> bool:
    """Whether a sentence that begins at `begin` ends at a place."""
    word, stop = place[WORD], text[place.start() : place.start(CLOSE)]
    first = word[:1] or _after(text, place)
    if text.count("\n", place.end(CLOSE), place.start(OPEN)) > 1:
        return True
    if (
        first in _NO_START
        or _PICTURE.match(first)
        or _in_brackets(text, begin, place)
        or _stop_alone(text, place)
        or _inside(text, begin, place, rules)
    ):
        return False
    if first.islower() and (
        _OPTION.fullmatch(place[OPEN]) or not _begins_small(text, begin, place, rules)
    ):
        return False
    if QUOTES.intersection(place[CLOSE]) and _speech_follows(text, place, rules):
        return False
    if stop == ":":
        return _colon_ends(text, begin, place, rules)
    if place.start(WIDE) >= 0 or stop[-1] not in ".…":
        return not _alone(text, begin, place.start(), quietly=True)
    if stop == ".":
        return _full_stop_ends(text, begin, place, rules)
    return _dots_end(text, begin, place)


def _stop_alone(text: str, place: re.Match[str]) -> bool:
    """Whether a lone full stop follows, as in "all day. .": somebody typed it twice."""
    at = place.end()
    return not place[WORD] and text[at : at + 1] == "." and not text[at + 1 : at + 2].strip()


def _inside(text: str, begin: int, place: re.Match[str], rules: Rules) -> bool:
    """Whether a stop belongs to a title or a quotation in the middle of a sentence.

    In languages without capitals a sentence goes on after a question or a call that no colon or
    comma introduced, if what follows says so: 他喊了“站住！”就跑了。
    """
    closes = place[CLOSE]
    if not place[WORD] and not place[OPEN].strip():
        return _BY_ITSELF.match(text, place.end()) is not None
    if not closes or closes[0] in _OF_TITLES:
        return bool(closes)
    goes_on = _ANYHOW if place.start(WIDE) >= 0 else _AND.get(rules.language)
    opening = _OPENING.get(closes[0])
    at = place.start()
    if goes_on is None or opening is None or place[OPEN] or text[at] in ".。।":
        return False
    opened = text.rfind(opening, begin, at)
    before = text[max(begin, opened - BRACKET_REACH) : max(begin, opened)].rstrip()
    return (
        bool(before.strip(OPENERS))
        and before[-1] not in _BEFORE_SPEECH
        and goes_on.match(place[WORD]) is not None
    )


def _after(text: str, place: re.Match[str]) -> str:
    """The character behind a place, empty at the end."""
    return text[place.end() : place.end() + 1]


def _colon_ends(text: str, begin: int, place: re.Match[str], rules: Rules) -> bool:
    """Whether a colon ends a sentence: before somebody's turn in a dialogue, before a sentence.

    A turn begins with a dash and a capital. A sentence after a colon is told by a capital on a
    function word, where the words before the colon are more than a label and a stop follows,
    which titles ("Part 2: The Return") do not have. Quotations stay with who introduces them.
    """
    word, opens = place[WORD], place[OPEN].strip()
    if not word[:1].isupper():
        return False
    if opens:
        return opens[0] in "-–—―"
    return (
        word != "I"
        and word.lower() in rules.starters
        and len(text[max(begin, place.start() - BRACKET_REACH) : place.start()].split())
        > LABEL_WORDS
        and _STOP_AHEAD.search(text, place.end(), place.end() + BRACKET_REACH) is not None
    )


def _begins_small(text: str, begin: int, place: re.Match[str], rules: Rules) -> bool:
    """Whether a sentence may begin with a small letter here.

    So it does where the one before has no capital either, in Dutch after an apostrophe, and where
    a writer forgot the capital: after a whole word and a full stop, a word that begins sentences.
    """
    if rules.language == "nl" and _DUTCH_START.match(text, place.start(OPEN)):
        return True
    if text[begin : min(begin + SMALL_START, place.start())].islower():
        return True
    return _capital_forgotten(text, begin, place, rules)


def _capital_forgotten(text: str, begin: int, place: re.Match[str], rules: Rules) -> bool:
    """Whether "They went home. the rest is known" was meant as two sentences."""
    at = place.start()
    if text[at : place.start(OPEN)].rstrip() != "." or place[OPEN].strip():
        return False
    words = text[max(begin, at - WORD_REACH) : at].split()
    before = words[-1] if words else ""
    return (
        len(before) >= WHOLE_WORD
        and before.isalpha()
        and before.islower()
        and not _is_unit(text, at - len(before))
        and not any(before in words for words in (rules.never, rules.soft, rules.number))
        and before not in _CUT_SHORT
        and not before.endswith(rules.suffixes)
        and place[WORD] in rules.starters
    )


def _in_brackets(text: str, begin: int, place: re.Match[str]) -> bool:
    """Whether a place lies in a bracket that opened in the middle of the sentence."""
    opener, closer = "（）" if place.start(WIDE) >= 0 else "()"
    at = place.start()
    opened = text.rfind(opener, max(begin, at - BRACKET_REACH), at)
    if opened < 0 or _NO_OPENER.search(text, begin, opened) is None:
        return False
    past = place.end(CLOSE)
    return text.find(closer, opened, past) < 0 <= text.find(closer, past, past + BRACKET_REACH)


def _alone(text: str, begin: int, at: int, *, quietly: bool) -> bool:
    """Whether a stop has nothing before it that it could end: `(?)`, `[…]`, ` … `.

    `quietly` lets white space pass: French puts a space before "?" and "!".
    """
    before = text[at - 1 : at] if at > begin else ""
    if before in QUOTES and text[at - 2 : at - 1].isalnum():
        return False  # it closes: “Did he say ‘why’?”
    return not before or before in OPENERS or (not quietly and before.isspace())


def _dots_end(text: str, begin: int, place: re.Match[str]) -> bool:
    """Whether an ellipsis ends a sentence; a capital or a letter without case follows it.

    One that stands by itself ("on the contrary … When you see") marks an omission; one that is
    followed by the word before it ("I… I do") a stammer. Four dots are an ellipsis and a stop.
    """
    at, stop = place.start(), text[place.start() : place.start(CLOSE)]
    if place[CLOSE]:
        return not _alone(text, begin, at, quietly=True)
    if stop.count(".") + 3 * stop.count("…") >= 4 and len(stop) < 12:
        return at > begin
    if _alone(text, begin, at, quietly=False):
        return False
    words = text[max(begin, at - WORD_REACH) : at].split()
    return words[-1].strip(OPENERS).lower() != place[WORD].lower()


def _full_stop_ends(text: str, begin: int, place: re.Match[str], rules: Rules) -> bool:
    """Whether a single full stop ends a sentence; it depends on the word before it."""
    at = place.start()
    before = text[max(begin, at - WORD_REACH) : at]
    if not before or before[-1].isspace():
        return bool(before)
    raw = before.split()[-1]
    token = _ELISION.sub("", raw.lstrip(OPENERS))
    if not token:
        return False
    if at - begin == len(raw) and (_LABEL.fullmatch(token) or not re.search(r"\w", token)):
        return False
    if (not begin and at <= SPEAKER_REACH and _introduces(text, at, place)) or (
        rules.language == "ko" and token.isdigit() and _in_date(text, at, place)
    ):
        return False
    if len(token) == 1 and token.isalpha():
        return _letter_ends(text, begin, at, token, place, rules)
    if len(token) < LONG_WORD:
        letters = _letters_before(text, begin, at - len(raw))
        if letters + token in rules.never:  # the "ex." of "p. ex."
            return False
    if rules.ordinals and _ORDINAL.fullmatch(token):
        return not place[WORD][:1].isdigit() and _starts(text, place, rules)
    if rules.known and is_clipped(token):
        ends = _is_unit(text, at - len(token)) or _starts(text, place, rules)
        return ends and _word_ends(text, token, place, rules)
    return _word_ends(text, token, place, rules)


def _in_date(text: str, at: int, place: re.Match[str]) -> bool:
    """Whether a figure is the year, the month or the day of a date in three figures."""
    return place[WORD][:1].isdigit() or _DATE.search(text, max(0, at - WORD_REACH), at) is not None


def is_clipped(word: str) -> bool:
    """Whether a name or title is cut short: "Cllr", "Bldg" have no vowel.

    Not a word in small letters: those that are cut short are in the lists, and "as pdf." ends.
    """
    if not 2 < len(word) < 6 or word.isupper() or not word[:1].isupper():
        return False
    small = word.lower()
    return _CONSONANTS.issuperset(small) and small not in _INTERJECTIONS


def _is_unit(text: str, start: int) -> bool:
    """Whether a word follows a number, as the "km" of "5 km"; a sentence may well end there."""
    return text[max(0, start - 4) : start].rstrip()[-1:].isdigit()


def _names_speaker(head: str, word: str) -> bool:
    """Whether a paragraph begins with who speaks, in capitals, as in "TOM. Are you there?".

    A line that is in capitals all over ("ACT ONE. SCENE TWO.") has sentences like any other.
    """
    name = _STAGE_DIRECTION.sub("", head)
    return (
        name.isupper()
        and len(name) > 1
        and len(name.split()) <= SPEAKER_WORDS
        and not (word.isupper() and len(word) > 1)
        and not any(map(str.isdigit, name))
    )


def _introduces(text: str, at: int, place: re.Match[str]) -> bool:
    """Whether a paragraph begins with who speaks, or with the number of a chapter."""
    return _names_speaker(text[:at], place[WORD]) or _numbers_title(text, at, place)


def _numbers_title(text: str, at: int, place: re.Match[str]) -> bool:
    """Whether a full stop parts the number of a chapter from its title, which has no stop."""
    return (
        not text[:1].islower()
        and _NUMBERED.fullmatch(text, 0, at) is not None
        and _STOP_AHEAD.search(text, place.end()) is None
    )


def _letter_ends(
    text: str, begin: int, at: int, letter: str, place: re.Match[str], rules: Rules
) -> bool:
    """Whether a sentence ends after one letter: an initial, "z. B.", "vitamin C."."""
    token = _letters_before(text, begin, at - 1) + letter
    if len(token) > 1:
        return _word_ends(text, token, place, rules)
    measured = _is_unit(text, at - 1)
    if not measured and rules.language in _LONE_LETTERS:
        return False
    if measured and letter in _METRES and place[WORD][:1].isupper():
        return True
    if not letter.isupper():
        if len(place[WORD]) == 1 and _after(text, place) == ".":
            return False  # the "z." of "z. B."
        small = place[WORD][:1].islower()
        if letter in _CONSONANTS and (small or not measured):
            return _starts(text, place, rules)
        return _word_ends(text, letter, place, rules)
    return place[WORD].lower() not in NAME_PARTICLES and _starts(text, place, rules)


def _letters_before(text: str, begin: int, at: int) -> str:
    """The letters of an abbreviation written with spaces, before its last: "i.d." of "i. d. R"."""
    parts = text[max(begin, at - LETTERS_REACH) : at].split()
    letters = ""
    while parts and len(parts[-1]) == 2 and parts[-1][1] == "." and parts[-1][0].isalpha():
        letters = parts.pop() + letters
    return letters


def _word_ends(text: str, token: str, place: re.Match[str], rules: Rules) -> bool:
    """Whether a sentence ends after a word, by the lists."""
    small = token.lower()
    if token in rules.never or small in rules.never:
        return False
    if ".-" in token and not rules.never.isdisjoint(
        part for whole in token.split(".-") for part in (whole, whole.lower())
    ):
        return False  # "Dipl.-Ing.", "Dr.-Ing."
    if _SMALL_NUMERAL.fullmatch(token) and place[WORD][:1].isdigit():
        return False  # "Gen. iv. 7"
    if rules.language == "es" and _PLURAL_INITIALS.fullmatch(token):
        return _starts(text, place, rules)
    if token.isupper() and len(token) > 1 and "." not in token:
        small = token  # NO and PP are a word and a party, no number and no page
    if (
        token in rules.number or small in rules.number or small.endswith(rules.suffixes)
    ) and _number_follows(text, place, rules):
        return False
    if small in _AND_FOLLOWING and place[WORD].isupper():
        return False  # "§§ 51 ff. AO"
    if token in rules.soft or small in rules.soft or _DOTTED.fullmatch(token):
        return _starts(text, place, rules)
    return True


def _number_follows(text: str, place: re.Match[str], rules: Rules) -> bool:
    """Whether the next word is a number: in figures, Roman, or a single capital letter."""
    if place[WORD].lstrip("+")[:1].isdigit():
        return True
    return bool(_NUMERAL.fullmatch(place[WORD])) and not _starts(text, place, rules)


def _starts(text: str, place: re.Match[str], rules: Rules) -> bool:
    """Whether the next word is one that begins sentences: a function word, not an initial."""
    word = place[WORD]
    return (
        word[:1].isupper()
        and word.lower() in rules.starters
        and (len(word) > 1 or _after(text, place) != ".")
    )


def _speech_follows(text: str, place: re.Match[str], rules: Rules) -> bool:
    """Whether what follows a closed quotation is "Mary asked" and so belongs to it."""
    start = place.start(OPEN)
    if _SPEECH_TO_COME.match(text, start):
        return False
    if rules.after_name:
        return (
            text[place.start(CLOSE) - 1] not in ".;"
            and place[WORD].lower() not in rules.starters
            and rules.after_name.match(text, start) is not None
        )
    if not rules.nearby or place[OPEN]:
        return False
    clause = _CLAUSE.match(text, start, start + SPEECH_REACH)
    said = "".join(clause[0].split()) if clause and place.start(WIDE) >= 0 else clause and clause[0]
    if not said:
        return False
    if rules.language == "ja" and _JAPANESE_GOES_ON.match(said):
        return True
    return rules.nearby.search(said) is not None
