"""Whether a sentence ends at a place where it might.

Imports the word lists and the places. Positions are code points of the whole text. Nothing looks
further than some hundred characters, so a judgement costs the same wherever it is made.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from variorum.engine.text.abbreviations import (
    ABBREVIATIONS,
    ORDINAL_LANGUAGES,
    SPEECH_AFTER_NAME,
    SPEECH_NEARBY,
)
from variorum.engine.text.function_words import FUNCTION_WORDS, NAME_PARTICLES
from variorum.engine.text.places import CLOSE, OPEN, OPENERS, QUOTES, STOP, WIDE, WORD, WORD_REACH

BRACKET_REACH: Final = 300
"""How far the other bracket is looked for on either side; longer asides count as text."""
SPEECH_REACH: Final = 40
"""How far after a quotation "he said" is looked for in languages without capitals."""
LABEL_WORDS: Final = 3
"""Up to so many words before a colon are a label of what follows."""
SMALL_START: Final = 200
"""How much of a sentence must be in small letters for the next to begin with one, too."""

_DOTTED: Final = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,3}")
"""Letters with full stops between them: U.S, Ph.D, z.B."""
_SPACED: Final = re.compile(r"(?:(?<![\w.])[^\W\d_]\.\s{1,3})+$")
"""The letters before the last one where an abbreviation is written with spaces: z. B."""
_LABEL: Final = re.compile(r"\d{1,3}(?:\.\d{1,3})*|[IVXLCDM]{1,6}|[ivx]{1,4}|[^\W\d_]")
"""The number or letter of an item in a list, at the start of a sentence."""
_ORDINAL: Final = re.compile(r"\d{1,3}|[IVXLCDM]{1,6}")
_NUMBERED: Final = re.compile(r"\d|[IVXLCDM]+\b|[A-Z]\b")
"""What a "No." stands before."""
_NO_START: Final = frozenset("，、；：,;)）」』】〕〉》")
"""What no sentence begins with: what stands before goes on."""
_STOP_AHEAD: Final = re.compile(r"[.!?…]")
_CLAUSE: Final = re.compile(r"[^.!?。！？؟।…“\"「『«]*")
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
    starters: frozenset[str]
    """Words that begin sentences, in small letters."""
    ordinals: bool
    """Whether a figure with a full stop is an ordinal number."""
    after_name: re.Pattern[str] | None
    """A name and a verb of speech."""
    nearby: re.Pattern[str] | None
    """A verb of speech in a language without capitals."""


@lru_cache(maxsize=64)
def rules_for(language: str) -> Rules:
    """The rules of a language, given by its ISO 639 code; region and script are left out."""
    base = language.lower().replace("_", "-").split("-")[0]
    lists = ABBREVIATIONS.get(base, ("", "", ""))
    never, soft, number = (frozenset(part.split()) for part in lists)
    after, near = SPEECH_AFTER_NAME.get(base), SPEECH_NEARBY.get(base)
    return Rules(
        language=base,
        known=base in ABBREVIATIONS,
        never=never,
        soft=soft,
        number=number,
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
    word, stop = place[WORD], place[STOP]
    first = word[:1] or text[place.end() : place.end() + 1]
    if text.count("\n", place.end(CLOSE), place.start(OPEN)) > 1:
        return True
    if first in _NO_START or _in_brackets(text, begin, place):
        return False
    if first.islower() and not _in_small_letters(text, begin):
        return False
    if QUOTES.intersection(place[CLOSE]) and _speech_follows(text, place, rules):
        return False
    if stop == ":":
        return _colon_ends(text, begin, place, rules)
    if place[WIDE] or stop[-1] not in ".…":
        return not _alone(text, begin, place.start(STOP), quietly=True)
    if stop == ".":
        return _full_stop_ends(text, begin, place, rules)
    return _dots_end(text, begin, place)


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
        and len(text[max(begin, place.start(STOP) - BRACKET_REACH) : place.start(STOP)].split())
        > LABEL_WORDS
        and _STOP_AHEAD.search(text, place.end(), place.end() + BRACKET_REACH) is not None
    )


def _in_small_letters(text: str, begin: int) -> bool:
    """Whether a sentence has no capital, so that the next one needs none either."""
    return text[begin : begin + SMALL_START].islower()


def _in_brackets(text: str, begin: int, place: re.Match[str]) -> bool:
    """Whether a place lies in a bracket that opened in the middle of the sentence."""
    opener, closer = "（）" if place[WIDE] else "()"
    at = place.start(STOP)
    opened = text.rfind(opener, max(begin, at - BRACKET_REACH), at)
    if opened < 0 or not text[begin:opened].strip(OPENERS):
        return False
    past = place.end(CLOSE)
    return (
        text.find(closer, opened, past) < 0 <= text.find(closer, past, past + BRACKET_REACH)
        and text.find("\n\n", past, past + BRACKET_REACH) < 0
    )


def _alone(text: str, begin: int, at: int, *, quietly: bool) -> bool:
    """Whether a stop has nothing before it that it could end: `(?)`, `[…]`, ` … `.

    `quietly` lets white space pass: French puts a space before "?" and "!".
    """
    before = text[at - 1 : at] if at > begin else ""
    return not before or before in OPENERS or (not quietly and before.isspace())


def _dots_end(text: str, begin: int, place: re.Match[str]) -> bool:
    """Whether an ellipsis ends a sentence; a capital or a letter without case follows it.

    One that stands by itself ("on the contrary … When you see") marks an omission; one that is
    followed by the word before it ("I… I do") a stammer. Four dots are an ellipsis and a stop.
    """
    at, stop = place.start(STOP), place[STOP]
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
    at = place.start(STOP)
    before = text[max(begin, at - WORD_REACH) : at]
    if not before or before[-1].isspace():
        return bool(before)
    raw = before.split()[-1]
    token = raw.lstrip(OPENERS)
    if not token:
        return False
    if at - begin == len(raw) and _LABEL.fullmatch(token):
        return False
    if len(token) == 1 and token.isalpha():
        return _letter_ends(text, begin, at, token, place, rules)
    if rules.ordinals and _ORDINAL.fullmatch(token):
        return not place[WORD][:1].isdigit() and _starts(text, place, rules)
    return _word_ends(text, token, place, rules)


def _letter_ends(
    text: str, begin: int, at: int, letter: str, place: re.Match[str], rules: Rules
) -> bool:
    """Whether a sentence ends after one letter: an initial, "z. B.", "vitamin C."."""
    letters = _SPACED.search(text, max(begin, at - WORD_REACH), at - 1)
    if letters:
        return _word_ends(text, "".join(letters[0].split()) + letter, place, rules)
    if letter.islower() or not letter.isupper():
        return _word_ends(text, letter, place, rules)
    return place[WORD].lower() not in NAME_PARTICLES and _starts(text, place, rules)


def _word_ends(text: str, token: str, place: re.Match[str], rules: Rules) -> bool:
    """Whether a sentence ends after a word, by the lists."""
    small = token.lower()
    if token in rules.never or small in rules.never:
        return False
    if token.isupper() and len(token) > 1 and "." not in token:
        small = token  # NO and PP are a word and a party, no number and no page
    if (token in rules.number or small in rules.number) and _NUMBERED.match(
        text, place.start(WORD)
    ):
        return False
    if token in rules.soft or small in rules.soft or _DOTTED.fullmatch(token):
        return _starts(text, place, rules)
    return True


def _starts(text: str, place: re.Match[str], rules: Rules) -> bool:
    """Whether the next word is one that begins sentences: a function word, not an initial."""
    after = text[place.end() : place.end() + 1]
    return place[WORD].lower() in rules.starters and (after != "." or len(place[WORD]) > 1)


def _speech_follows(text: str, place: re.Match[str], rules: Rules) -> bool:
    """Whether what follows a closed quotation is "Mary asked" and so belongs to it."""
    start = place.start(OPEN)
    if rules.after_name:
        return (
            place[STOP][-1] not in ".;"
            and place[WORD].lower() not in rules.starters
            and rules.after_name.match(text, start) is not None
        )
    if not rules.nearby or place[OPEN]:
        return False
    clause = _CLAUSE.match(text, start, start + SPEECH_REACH)
    said = "".join(clause[0].split()) if clause and place[WIDE] else clause and clause[0]
    if not said:
        return False
    if rules.language == "ja" and _JAPANESE_GOES_ON.match(said):
        return True
    return rules.nearby.search(said) is not None
