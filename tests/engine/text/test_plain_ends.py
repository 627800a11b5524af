"""The short way to where sentences end says what the full judgement says, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.text import sentences
from variorum.engine.text.judgement import rules_for
from variorum.engine.text.plain_ends import plain_ends

WORDS = {
    "en": "the ferry left Mr Cllr etc No I A km it Harbour it’s Zoë 5",
    "de": "die Fähre legte Übung Dr bzw Nr z B so Straße 5",
    "pl": "łódź odpłynęła Śnieg ul prof Żona p W 5",
    "ru": "поезд пришёл Ёлка ул г т е Мы он 5",
    "el": "το πλοίο έφυγε Ήταν κ π χ Αθήνα ἄνθρωπος 5",
    "ar": "غادرت الباخرة صباحا د ص ت م هـ إلخ ميناء 5",
    "he": "הספינה יצאה בבוקר ד ר עמ וכו פרופ נמל 5",
    "fa": "کشتی صبح رفت ص ق م دکتر می‌رود 5",
    "fr": "l’été où Éric M etc p ex Ça À 5",
}
STOPS = [";", ":", "…", ".”", ".»", "?!", "·", ""]


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[str, str]:
    """A language, and a paragraph of its words: sentences that are plain, and one that may not."""
    language = draw(st.sampled_from(sorted(WORDS)))
    words = WORDS[language].split()
    plain = st.lists(st.sampled_from(words[:3]), min_size=1, max_size=3)
    odd = st.lists(st.sampled_from(words), min_size=1, max_size=3)
    stop, space = st.sampled_from(".!?"), st.sampled_from("   \n")
    sentence = st.tuples(plain.map(" ".join).map(str.capitalize), stop, space)
    other = st.tuples(
        odd.map(" ".join), st.one_of(stop, st.sampled_from(STOPS)), st.sampled_from([" ", "", "("])
    )
    before, after = st.lists(sentence, max_size=3), st.lists(sentence, max_size=2)
    pieces = [*draw(before), *draw(st.lists(other, max_size=1)), *draw(after)]
    return language, "".join(map("".join, pieces)).strip()


@given(paragraphs())
def test_the_short_way_finds_what_the_long_way_finds(drawn: tuple[str, str]) -> None:
    language, text = drawn
    rules = rules_for(language)
    ends = plain_ends(text, rules)
    if ends is None or not text:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentences, "is_plain_end", lambda *_: False)
        found = sentences._split(text, rules)
    assert [span.end - 1 for span in found[:-1]] == ends


@pytest.mark.parametrize(
    ("language", "text", "ends"),
    [
        ("en", "The ferry left. It was late! Was it?", [14, 27]),
        ("en", "A bell rang. A man got up. I was late! I ran.", [11, 25, 37]),
        ("de", "Die Fähre fuhr ab. Österreich blieb. Ärger gab es nicht.", [17, 35]),
        ("ru", "Поезд пришёл. Ёлка стояла! Он ждал.", [12, 25]),
        ("ar", "غادرت الباخرة. تأخر القطار! وصل.", [13, 26]),
        ("he", "הספינה יצאה. הרכבת איחרה.", [11]),
        ("el", "Το πλοίο έφυγε. Ήταν αργά. Τέλος.", [14, 25]),
    ],
)
def test_plain_prose_needs_no_judgement(language: str, text: str, ends: list[int]) -> None:
    assert plain_ends(text, rules_for(language)) == ends


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("el", "Έφυγε το πλοίο; Ναι, έφυγε."),  # the semicolon asks
        ("ru", "Он жил на ул. Горького тогда."),
        ("en", "She left … He stayed. They met."),
    ],
)
def test_what_leaves_a_doubt_is_judged(language: str, text: str) -> None:
    assert plain_ends(text, rules_for(language)) is None
