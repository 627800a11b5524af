"""Which language a text is in.

Imports the lists of function words. The script decides first, then letters that few languages
have, then function words: about every second word of running text is one. At most some 20,000
characters are looked at, spread over the text, so the guess costs the same for a letter and for a
library.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from variorum.engine.text.function_words import FUNCTION_WORDS

SAMPLE: Final = 20_000
"""How many code points are looked at."""
SAMPLES: Final = 10
"""From how many places they are taken."""
KANA_SHARE: Final = 0.05
"""With so much kana among the Chinese characters a text is Japanese."""
LETTER_WEIGHT: Final = 0.5
"""What a telling letter counts beside a function word that one language alone has."""
LEAST_SCORE: Final = 0.02
"""Below this score for each word nothing is said; running text scores .1 and more."""
LEAST_EVIDENCE: Final = 1.5
"""Below this score in all nothing is said either: one word is not enough ("one" is Polish, too)."""
LEAST_LETTERS: Final = 8
"""With fewer letters a script is a sign ("π") rather than a language; syllables count as two."""

_SCRIPTS: Final[tuple[tuple[int, int, str], ...]] = (
    (0x0041, 0x024F, "latin"),
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "arabic"),
    (0x0750, 0x077F, "arabic"),
    (0x0900, 0x097F, "hi"),
    (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"),
    (0x0D00, 0x0D7F, "ml"),
    (0x0D80, 0x0DFF, "si"),
    (0x0E00, 0x0E7F, "th"),
    (0x0E80, 0x0EFF, "lo"),
    (0x1000, 0x109F, "my"),
    (0x10A0, 0x10FF, "ka"),
    (0x1100, 0x11FF, "ko"),
    (0x1200, 0x137F, "am"),
    (0x1780, 0x17FF, "km"),
    (0x1E00, 0x1EFF, "latin"),
    (0x1F00, 0x1FFF, "el"),
    (0x3040, 0x30FF, "kana"),
    (0x3400, 0x4DBF, "han"),
    (0x4E00, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "ko"),
    (0xF900, 0xFAFF, "han"),
    (0xFB1D, 0xFB4F, "he"),
    (0xFB50, 0xFEFC, "arabic"),
    (0xFF66, 0xFF9D, "kana"),
    (0x20000, 0x3FFFF, "han"),
)
"""Ranges of code points and the script, or the language where a script has one of note."""

_WORDS_OF: Final[dict[str, tuple[str, ...]]] = {
    "latin": (
        *("en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "sv", "da"),
        *("no", "fi", "cs", "sk", "hu", "ro", "hr", "ca", "la", "id", "vi"),
    ),
    "cyrillic": ("ru", "uk", "bg", "sr"),
    "arabic": ("ar", "fa", "ur"),
}
"""The languages of a script that has several; the first is for a text that tells nothing."""

_LETTERS: Final[dict[str, str]] = {
    "de": "ßäöü",
    "fr": "çèêàùœëîû",
    "es": "ñ¿¡",
    "pt": "ãõç",
    "it": "òìèà",
    "pl": "łąęśżźćń",
    "tr": "ığşİ",
    "sv": "åäö",
    "da": "åæø",
    "no": "åæø",
    "fi": "äö",
    "cs": "řěůčšž",
    "sk": "ľĺŕôčšž",
    "hu": "őű",
    "ro": "șțăşţ",
    "hr": "đčćšž",
    "vi": "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư",
    "ru": "ыэё",
    "uk": "іїєґ",
    "bg": "ъ",
    "sr": "јљњђћџ",
    "ar": "ةىكيأإ",
    "fa": "پچژگکی",
    "ur": "ٹڈڑںےہکی",
}
"""Letters that speak for a language; one that several have speaks less for each of them."""

_WORD: Final = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the most likely language of a text; `en` when nothing tells."""
    return _guess(text)[0]


def told_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that a text shows itself; None when little tells."""
    language, told = _guess(text)
    return language if told else None


def is_in_other_letters(text: str, language: str) -> bool:
    """Whether a text is written in other letters than a language has."""
    told = told_language(text)
    return told is not None and _script_of(language) not in (None, _script_of(told))


def _script_of(language: str) -> str | None:
    """The script of a language; None for one that is not known here."""
    if language in {"zh", "ja"}:
        return "han"
    if any(language == name for _, _, name in _SCRIPTS):
        return language
    return next((script for script, names in _WORDS_OF.items() if language in names), None)


def _guess(text: str) -> tuple[str, bool]:
    """The most likely language, and whether the text tells it."""
    sample = _sample(text)
    letters = Counter(sample.lower())
    scripts = _count_scripts(letters)
    script = max(scripts, key=lambda name: scripts[name], default="latin")
    if script in {"han", "kana"}:
        cjk = scripts["han"] + scripts["kana"]
        return ("ja" if scripts["kana"] >= KANA_SHARE * cjk else "zh"), cjk >= LEAST_LETTERS
    if script not in _WORDS_OF:
        return script, scripts[script] >= LEAST_LETTERS
    return _guess_by_words(sample, letters, _WORDS_OF[script])


def _sample(text: str) -> str:
    """The text, or where it is long, pieces spread evenly over it."""
    if len(text) <= SAMPLE:
        return text
    size = SAMPLE // SAMPLES
    step = (len(text) - size) // (SAMPLES - 1)
    return "\n".join(text[at : at + size] for at in range(0, SAMPLES * step, step))


def _count_scripts(letters: Mapping[str, int]) -> dict[str, int]:
    """How many letters of each script; a Chinese character or a syllable counts as two letters."""
    counts: dict[str, int] = defaultdict(int)
    for letter, count in letters.items():
        if letter.isalpha():
            script = _script(ord(letter))
            counts[script] += 2 * count if script in {"han", "kana", "ko"} else count
    counts.pop("", None)
    return counts


def _script(point: int) -> str:
    return next((name for low, high, name in _SCRIPTS if low <= point <= high), "")


def _guess_by_words(
    sample: str, letters: Mapping[str, int], languages: tuple[str, ...]
) -> tuple[str, bool]:
    """The language whose function words and letters a sample has most of; whether it has any."""
    words = Counter(_WORD.findall(sample.lower()))
    scores = dict.fromkeys(languages, 0.0)
    for signs, counts, weight in (
        (_signs(languages, FUNCTION_WORDS), words, 1.0),
        (_signs(languages, _LETTERS), letters, LETTER_WEIGHT),
    ):
        for sign, having in signs.items():
            for language in having if sign in counts else ():
                scores[language] += weight * counts[sign] / len(having)
    best = max(languages, key=lambda language: scores[language])
    least = max(LEAST_EVIDENCE, LEAST_SCORE * words.total())
    return (best, True) if scores[best] >= least else (languages[0], False)


def _signs(languages: tuple[str, ...], lists: Mapping[str, str]) -> dict[str, list[str]]:
    """For each word or letter of the lists the languages that have it."""
    signs: dict[str, list[str]] = defaultdict(list)
    for language in languages:
        entries = lists.get(language, "")
        for sign in dict.fromkeys(entries.split() if " " in entries else entries):
            signs[sign].append(language)
    return signs
