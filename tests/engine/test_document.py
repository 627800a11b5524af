"""Documents: their offsets, whatever they are made from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from related_texts import odd_texts, texts

from variorum.engine import (
    Document,
    Emphasis,
    EmphasisKind,
    Layout,
    Span,
    Style,
    StyleKind,
    TextParagraph,
    compare,
)
from variorum.engine.document import normalise_line_ends
from variorum.engine.parting import Parted

few = settings(max_examples=80, deadline=None, derandomize=True)


def check(document: Document) -> None:
    """Paragraphs and sentences ascend, nothing but white space lies outside, none is empty."""
    at = 0
    for paragraph in document.paragraphs:
        assert document.text[at : paragraph.span.start].strip() == ""
        piece = document.text[slice(*paragraph.span)]
        assert piece
        assert piece == piece.strip()
        at = paragraph.span.end
    assert document.text[at:].strip() == ""
    ranges = document.sentence_ranges()
    assert len(ranges) == len(document.paragraphs)
    for index, (paragraph, own) in enumerate(zip(document.paragraphs, ranges, strict=True)):
        assert own.length > 0
        at = paragraph.span.start
        for sentence in document.sentences[slice(*own)]:
            assert sentence.paragraph == index
            assert document.text[at : sentence.span.start].strip() == ""
            assert document.text[slice(*sentence.span)].strip()
            at = sentence.span.end
        assert document.text[at : paragraph.span.end].strip() == ""
    assert sum(own.length for own in ranges) == len(document.sentences)


@given(text=odd_texts, layout=st.sampled_from(Layout), language=st.sampled_from([None, "de", "zh"]))
@settings(few, max_examples=200)
def test_any_text_becomes_a_document(text: str, layout: Layout, language: str | None) -> None:
    document = Document.from_text(text, layout=layout, language=language)
    check(document)
    assert document.text == normalise_line_ends(text)
    assert document.language == language or language is None
    assert document.layout is not Layout.AUTO


@given(parts=st.lists(st.lists(odd_texts, max_size=3), max_size=4))
@few
def test_given_sentences_stay_what_they_are(parts: list[list[str]]) -> None:
    document = Document.from_sentences(parts)
    kept = [normalise_line_ends(s).strip() for part in parts for s in part]
    assert [document.sentence_text(i) for i in range(len(document.sentences))] == [
        s for s in kept if s
    ]
    check(document)


@given(parts=texts)
@few
def test_sentences_joined_by_a_space_paragraphs_by_an_empty_line(parts: list[list[str]]) -> None:
    document = Document.from_sentences(parts)
    assert document.text == "\n\n".join(" ".join(part) for part in parts)
    assert [p.span.length for p in document.paragraphs] == [len(" ".join(p)) for p in parts]


kinds = st.sampled_from(EmphasisKind)
spans = st.tuples(st.integers(0, 70), st.integers(0, 70)).map(lambda t: Span(min(t), max(t)))


@given(
    parts=st.lists(
        st.tuples(odd_texts, st.lists(st.builds(Emphasis, spans, kinds), max_size=3)), max_size=4
    )
)
@few
def test_emphasis_keeps_its_words(parts: list[tuple[str, list[Emphasis]]]) -> None:
    document = Document.from_paragraphs(TextParagraph(t, emphasis=tuple(e)) for t, e in parts)
    check(document)
    kept = [(t, e) for t, e in parts if normalise_line_ends(t).strip()]
    for (text, emphasis), paragraph in zip(kept, document.paragraphs, strict=True):
        start, end = paragraph.span
        assert list(paragraph.emphasis) == sorted(paragraph.emphasis)
        assert all(start <= e.span.start < e.span.end <= end for e in paragraph.emphasis)
        expected = [(e.kind, normalise_line_ends(text[slice(*e.span)]).strip()) for e in emphasis]
        found = [(e.kind, document.text[slice(*e.span)].strip()) for e in paragraph.emphasis]
        # A span that cuts a line end of two characters in half may gain or lose white space only.
        assert sorted(pair for pair in found if pair[1]) == sorted(
            pair for pair in expected if pair[1]
        )


def test_line_ends_of_all_kinds_become_one() -> None:
    text = "One.\r\nTwo.\rThree.\u2028Four.\u2029Five.\x0cStill five."
    document = Document.from_text(text, layout="line")
    assert document.text == "One.\nTwo.\nThree.\nFour.\nFive.\x0cStill five."
    assert len(document.paragraphs) == 5


def test_nothing_else_is_changed_in_the_text() -> None:
    text = "\ufeff  ﬁrst\u00a0line\t—  end \n\n\n e\u0301 \u200b\n"
    assert Document.from_text(text).text == text


def test_an_empty_text_is_a_document_without_paragraphs() -> None:
    for document in (
        Document.from_text(""),
        Document.from_text(" \n\t\n "),
        Document.from_sentences([]),
        Document.from_sentences([[], [" "]]),
        Document.from_paragraphs([TextParagraph(" \n")]),
    ):
        assert document.paragraphs == ()
        assert document.sentences == ()


def test_an_unknown_layout_is_refused() -> None:
    with pytest.raises(ValueError, match="zigzag"):
        Document.from_text("One.", layout="zigzag")


def test_styles_and_emphasis_are_placed_in_the_whole_text() -> None:
    heading = TextParagraph("  The ferry ", Style(StyleKind.HEADING, 1))
    body = TextParagraph(
        "It was late.",
        emphasis=(
            Emphasis(Span(7, 99), EmphasisKind.BOLD),
            Emphasis(Span(0, 2), EmphasisKind.ITALIC),
        ),
    )
    document = Document.from_paragraphs([heading, TextParagraph(" "), body], name="ferry.docx")
    assert document.text == "The ferry\n\nIt was late."
    assert document.paragraphs[0].style == Style(StyleKind.HEADING, 1)
    first, second = document.paragraphs[1].emphasis
    assert (document.text[slice(*first.span)], first.kind) == ("It", EmphasisKind.ITALIC)
    assert (document.text[slice(*second.span)], second.kind) == ("late.", EmphasisKind.BOLD)


def test_emphasis_behind_a_line_end_of_two_characters_keeps_its_word() -> None:
    text = "One\r\ntwo\r\nthree"
    bold = Emphasis(Span(text.index("three"), len(text)), EmphasisKind.BOLD)
    document = Document.from_paragraphs([TextParagraph(text, emphasis=(bold,))])
    (placed,) = document.paragraphs[0].emphasis
    assert document.text[slice(*placed.span)] == "three"


def test_sentence_ranges_follow_the_paragraphs() -> None:
    document = Document.from_sentences([["One.", "Two."], ["Three."]])
    assert document.sentence_ranges() == (Span(0, 2), Span(2, 3))
    assert document.sentence_starts() == [0, 2, 3]
    assert document.paragraph_text(1) == "Three."
    assert document.sentence_text(1) == "Two."


POOL = ("One. Two? Three!", "Yes.", "“Come,” she said. “Now.”", "No. 5 (five) is late. So am I.")

paragraphs = st.lists(
    st.tuples(st.sampled_from(POOL), st.sampled_from(("\n\n", "\n\n\n", "\n \n"))), max_size=12
)


@few
@given(paragraphs, paragraphs)
def test_sentences_taken_over_from_another_text_are_those_that_one_would_find(
    one: list[tuple[str, str]], other: list[tuple[str, str]]
) -> None:
    """Wherever the paragraphs stand there, and however much space is between them."""
    texts = ["".join(text + space for text, space in part) for part in (one, other)]
    known, taken, alone = (
        Document.from_text(text, language="en", layout="blank-line")
        for text in (texts[0], texts[1], texts[1])
    )
    known.split_as(taken, None)
    taken.split_as(known, None)
    assert taken.sentences == alone.sentences
    assert taken.sentence_starts() == alone.sentence_starts()
    check(taken)
    assert taken.parted == Parted.of(alone.sentences, len(alone.paragraphs))


def test_paragraphs_are_not_kept_twice_once_texts_are_compared() -> None:
    left, right = (Document.from_text(text) for text in ("One.\n\nTwo.", "One.\n\nThree."))
    assert left.paragraph_texts == ("One.", "Two.")
    assert compare(left, right).left.paragraph_text(1) == "Two."
    assert "paragraph_texts" not in {**vars(left), **vars(right)}
    assert right.paragraph_texts == ("One.", "Three.")


def test_how_far_one_is_with_sentences_that_were_put_off() -> None:
    lines = [f"Line {number} says one thing. It says another." for number in range(2_000)]
    left = Document.from_text("\n".join(lines))
    right = Document.from_text("\n".join([*lines[::2], "One more."]))
    told: list[float] = []
    left.split_as(right, told.append)
    half = len(told)
    right.split_as(left, told.append)
    for part in (told[:half], told[half:]):
        assert len(part) > 5
        assert part == sorted(part)
        assert 0 <= part[0] < part[-1] < 1
    assert len(left.sentences) == 4_000
    assert len(right.sentences) == 2_001


def test_finding_paragraphs_can_be_ended() -> None:
    told: list[float] = []

    def progress(done: float) -> None:
        told.append(done)
        if len(told) > 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Document.from_text("A line. And more.\n" * 5_000, progress=progress)
    assert told == sorted(told)
