"""The guess of a text's language; longer texts are tried in `test_sentences`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.text.language import SAMPLE, guess_language, is_in_other_letters, told_language

SENTENCES = {
    "en": "The cat sat on the wall and looked at the birds.",
    "de": "Die Katze saß auf der Mauer und sah den Vögeln zu.",
    "fr": "Le chat était assis sur le mur et regardait les oiseaux.",
    "es": "El gato estaba sentado en el muro y miraba los pájaros.",
    "pt": "O gato estava sentado no muro e olhava para os pássaros.",
    "it": "Il gatto era seduto sul muro e guardava gli uccelli.",
    "la": "Feles in muro sedebat et aves spectabat, quae non cantabant.",
    "nl": "De kat zat op de muur en keek naar de vogels.",
    "pl": "Kot siedział na murze i patrzył na ptaki, które śpiewały.",
    "tr": "Kedi duvarın üzerinde oturdu ve kuşlara baktı.",
    "sv": "Katten satt på muren och tittade på fåglarna.",
    "cs": "Kočka seděla na zdi a dívala se na ptáky, kteří zpívali.",
    "ru": "Кошка сидела на стене и смотрела на птиц.",
    "uk": "Кішка сиділа на стіні і дивилася на птахів.",
    "el": "Η γάτα καθόταν στον τοίχο και κοίταζε τα πουλιά.",
    "ar": "جلست القطة على الجدار ونظرت إلى الطيور.",
    "fa": "گربه روی دیوار نشست و به پرنده‌ها نگاه کرد.",
    "he": "החתול ישב על הקיר והסתכל בציפורים.",
    "hi": "बिल्ली दीवार पर बैठी और पक्षियों को देखती रही।",
    "th": "แมวนั่งอยู่บนกำแพงและมองดูนก",
    "ko": "고양이가 담 위에 앉아 새를 보았다.",
    "ja": "猫は塀の上に座って鳥を見ていた。",
    "zh": "猫坐在墙上看着鸟。",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_is_enough(language: str) -> None:
    assert guess_language(SENTENCES[language]) == language


@pytest.mark.parametrize("text", ["", " ", "\n", "12.5", "…", "\x00", "\ud800", "xyzzy", "😀"])
def test_english_when_nothing_tells(text: str) -> None:
    assert guess_language(text) == "en"


@pytest.mark.parametrize("text", ["One text.", "Chapter One. Loomings.", "Die, villain!"])
def test_a_single_word_does_not_tell(text: str) -> None:
    assert guess_language(text) == "en"


def test_a_foreign_quotation_does_not_change_the_language() -> None:
    assert guess_language(f"{SENTENCES['en'] * 4} {SENTENCES['zh']} {SENTENCES['de']}") == "en"
    assert guess_language(f"{SENTENCES['ja'] * 4} {SENTENCES['en']}") == "ja"


def test_the_whole_of_a_long_text_counts() -> None:
    preface = SENTENCES["en"] * 100
    assert len(preface) < SAMPLE
    assert guess_language(preface + SENTENCES["fr"] * 20_000) == "fr"


@pytest.mark.parametrize("language", SENTENCES)
def test_a_paragraph_tells_its_language(language: str) -> None:
    assert told_language(SENTENCES[language] * 3) == language


@pytest.mark.parametrize("text", ["", "17, 4711.", "Anna Bell", "π = 3.14", "第3"])
def test_what_tells_little_tells_no_language(text: str) -> None:
    assert told_language(text) is None


@given(st.text())
def test_any_text_has_one_language(text: str) -> None:
    assert guess_language(text) == guess_language(text)
    assert 2 <= len(guess_language(text)) <= 3


@pytest.mark.parametrize("language", ["en", "de", "ja", "zh", "ko", "ru", "ar"])
@pytest.mark.parametrize("said", ["en", "fr", "ja", "ko", "uk", "fa", "eo"])
def test_letters_that_a_language_does_not_have(language: str, said: str) -> None:
    scripts = [{"en", "de", "fr"}, {"ja", "zh"}, {"ko"}, {"ru", "uk"}, {"ar", "fa"}]
    alike = said == "eo" or any({language, said} <= script for script in scripts)
    assert is_in_other_letters(SENTENCES[language] * 3, said) is not alike


def test_a_word_in_other_letters_tells_nothing() -> None:
    assert not is_in_other_letters("π", "en")
