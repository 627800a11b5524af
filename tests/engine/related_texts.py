"""Pairs of documents for the property tests: a text, and what an editor might have made of it.

A document is a list of paragraphs, a paragraph a list of sentences, as `Document.from_sentences`
takes them. The few words repeat often, so that ties and near ties are common.
"""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

Paragraphs = list[list[str]]

WORDS = [
    "river",
    "boat",
    "winter",
    "letter",
    "garden",
    "seven",
    "market",
    "bridge",
    "doctor",
    "orange",
    "slowly",
    "never",
    "under",
    "painted",
    "walked",
    "opened",
    "silent",
    "green",
    "cold",
    "narrow",
    "Hafen",
    "Brücke",
    "Straße",
    "été",
    "garçon",
    "niño",
    "łódź",
    "İzmir",
    "река",
    "мост",
    "зима",
    "κήπος",
    "γράμμα",
    "שלום",
    "ספר",
    "مدينة",
    "كتاب",
    "नदी",
    "पुल",
    "川",
    "橋",
    "冬の",
    "편지",
    "สะพาน",
    "the",
    "the",
    "a",
    "of",
    "and",
    "in",
    "it",
    "12",
    "3,400",
    "£5",
    "naïve",
    "don’t",
    "well-known",
    "e.g.",
    "🚲",
]

words = st.sampled_from(WORDS)
ends = st.sampled_from([".", ".", ".", "!", "?", ":", "…", ".”", "。", ""])


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence of a few words."""
    parts = draw(st.lists(words, min_size=1, max_size=9))
    return " ".join(parts).capitalize() + draw(ends)


paragraphs = st.lists(sentences(), min_size=1, max_size=4)
texts = st.lists(paragraphs, min_size=0, max_size=6)


def _pick(draw: st.DrawFn, text: Paragraphs) -> tuple[int, int]:
    paragraph = draw(st.integers(0, len(text) - 1))
    return paragraph, draw(st.integers(0, len(text[paragraph]) - 1))


def edit_words(draw: st.DrawFn, text: Paragraphs) -> None:
    p, s = _pick(draw, text)
    parts = text[p][s].split(" ")
    at = draw(st.integers(0, len(parts) - 1))
    new = draw(st.lists(words, max_size=2))
    parts[at : at + draw(st.integers(0, 2))] = new
    text[p][s] = " ".join(parts).strip() or "Nothing."


def drop_sentence(draw: st.DrawFn, text: Paragraphs) -> None:
    p, s = _pick(draw, text)
    del text[p][s]


def add_sentence(draw: st.DrawFn, text: Paragraphs) -> None:
    p, s = _pick(draw, text)
    text[p].insert(s, draw(sentences()))


def repeat_sentence(draw: st.DrawFn, text: Paragraphs) -> None:
    p, s = _pick(draw, text)
    text[p].insert(s, text[p][s])


def split_sentence(draw: st.DrawFn, text: Paragraphs) -> None:
    p, s = _pick(draw, text)
    parts = text[p][s].split(" ")
    at = draw(st.integers(0, len(parts)))
    pieces = [" ".join(parts[:at]) + ".", " ".join(parts[at:])]
    text[p][s : s + 1] = [piece for piece in pieces if piece.strip(" .")] or [text[p][s]]


def merge_sentences(draw: st.DrawFn, text: Paragraphs) -> None:
    p, s = _pick(draw, text)
    if s + 1 < len(text[p]):
        text[p][s : s + 2] = [text[p][s].rstrip(".!?") + ", and " + text[p][s + 1]]


def move_sentence(draw: st.DrawFn, text: Paragraphs) -> None:
    p, s = _pick(draw, text)
    taken = text[p].pop(s)
    text[draw(st.integers(0, len(text) - 1))].append(taken)


def move_paragraph(draw: st.DrawFn, text: Paragraphs) -> None:
    taken = text.pop(draw(st.integers(0, len(text) - 1)))
    text.insert(draw(st.integers(0, len(text))), taken)


def drop_paragraph(draw: st.DrawFn, text: Paragraphs) -> None:
    del text[draw(st.integers(0, len(text) - 1))]


def add_paragraph(draw: st.DrawFn, text: Paragraphs) -> None:
    text.insert(draw(st.integers(0, len(text))), draw(paragraphs))


def split_paragraph(draw: st.DrawFn, text: Paragraphs) -> None:
    p, s = _pick(draw, text)
    if s:
        text[p : p + 1] = [text[p][:s], text[p][s:]]


def join_paragraphs(draw: st.DrawFn, text: Paragraphs) -> None:
    p, _ = _pick(draw, text)
    if p + 1 < len(text):
        text[p : p + 2] = [text[p] + text[p + 1]]


EDITS: tuple[Callable[[st.DrawFn, Paragraphs], None], ...] = (
    edit_words,
    edit_words,
    edit_words,
    drop_sentence,
    add_sentence,
    repeat_sentence,
    split_sentence,
    merge_sentences,
    move_sentence,
    move_paragraph,
    drop_paragraph,
    add_paragraph,
    split_paragraph,
    join_paragraphs,
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Paragraphs, Paragraphs]:
    """A text and an edited copy of it; now and then a text that has nothing to do with it."""
    left = draw(texts)
    if draw(st.integers(0, 9)) == 0:
        return left, draw(texts)
    right = [list(paragraph) for paragraph in left]
    for edit in draw(st.lists(st.sampled_from(EDITS), max_size=7)):
        right = [paragraph for paragraph in right if paragraph]
        if right:
            edit(draw, right)
    return left, [paragraph for paragraph in right if paragraph]


_SIGNS = "\0\x07\x1c\x85\u00a0\u00ad\u200b\u200d\u200f\u202e\u2028\ufeff\ufffe\ud800\udfff\ue000"
_SPACES = ("\r\n", "\n\n", "\n", "\r", "\t", "\x0b", "\x0c", "  ", "-\n")
_PIECES = [
    "é",
    "ﬁ",
    "ＡＢ",
    "👩\u200d👩\u200d👧",
    "🇨🇭",
    "👍🏽",
    "今日は雨だ。",
    "ไปไหนมา",
    "“Yes.”",
    "...",
    "?!",
    "1.5",
    "***",
    "&lt;b>",
    "</script>",
]
_ODD = st.sampled_from([*_SIGNS, *_SPACES, *_PIECES, "مرحبا بكم.", "שלום עולם.", "Mr. X"])
"""What a text that was not written for this program may hold."""

odd_texts = st.one_of(
    st.lists(st.one_of(_ODD, words, sentences()), max_size=14).map("".join),
    st.lists(st.one_of(_ODD, words, sentences()), max_size=14).map(" ".join),
    st.text(st.characters(), max_size=60),
)
"""Any text whatever; lone surrogates and NULs included."""
