"""What the window and the page draw: the marks of paragraphs."""

from __future__ import annotations

import pytest

from variorum.engine import (
    Comparison,
    Document,
    EditKind,
    Options,
    RowKind,
    Side,
    Span,
    compare,
)
from variorum.engine.alignment import Alignment, Link
from variorum.engine.assemble import assemble
from variorum.engine.watch import Watch
from variorum.reports.marks import Marks, without_outer_space

BAKER = "The baker opened his shop at five."
NINE = "The baker opened his shop at nine."
BREAD = "His bread was still warm at noon."
RAIN = "In the evening it began to rain."
CAT = "A grey cat slept on the counter."


def marks(
    left: list[list[str]],
    right: list[list[str]],
    links: list[tuple[tuple[int, ...], tuple[int, ...]]],
    moves: list[list[tuple[tuple[int, ...], tuple[int, ...]]]] | None = None,
) -> Marks:
    alignment = Alignment(
        tuple(Link(*pair) for pair in links),
        tuple(tuple(Link(*pair) for pair in chain) for chain in moves or []),
    )
    a, b = Document.from_sentences(left), Document.from_sentences(right)
    return Marks(assemble(a, b, alignment, Options(), Watch()))


def words(comparison: Comparison, side: Side, spans: list[Span]) -> list[str]:
    return [comparison.document(side).text[slice(*span)] for span in spans]


def test_unchanged_text_has_no_marks() -> None:
    found = marks([[BAKER, BREAD]], [[BAKER], [BREAD]], [((0,), (0,)), ((1,), (1,))])
    paragraph = found.paragraph(Side.LEFT, 0)
    assert paragraph.edits == ()
    assert [(s.kind, s.change, s.move) for s in paragraph.sentences] == [
        (RowKind.EQUAL, None, None)
    ] * 2


def test_an_edit_is_marked_on_both_sides() -> None:
    found = marks([[BREAD], [BAKER]], [[BREAD], [NINE]], [((0,), (0,)), ((1,), (1,))])
    for side, word in ((Side.LEFT, "five"), (Side.RIGHT, "nine")):
        paragraph = found.paragraph(side, 1)
        assert words(found.comparison, side, [e.span for e in paragraph.edits]) == [word]
        (edit,) = paragraph.edits
        assert (edit.kind, edit.change, edit.edit) == (EditKind.REPLACE, 1, 0)
        (sentence,) = paragraph.sentences
        assert (sentence.kind, sentence.change, sentence.parts) == (RowKind.EDITED, 1, (1, 1))


def test_added_words_are_marked_on_their_side_only() -> None:
    longer = BAKER.replace("his shop", "his little shop")
    found = marks([[BAKER]], [[longer]], [((0,), (0,))])
    assert found.paragraph(Side.LEFT, 0).edits == ()
    (edit,) = found.paragraph(Side.RIGHT, 0).edits
    assert edit.kind is EditKind.INSERT
    assert words(found.comparison, Side.RIGHT, [edit.span]) == ["little"]


def test_missing_sentences_have_a_change_and_no_word_edits() -> None:
    found = marks([[BAKER, BREAD]], [[BAKER]], [((0,), (0,))])
    kept, missing = found.paragraph(Side.LEFT, 0).sentences
    assert kept.change is None
    assert (missing.kind, missing.change, missing.similarity) == (RowKind.MISSING, 1, None)
    assert found.paragraph(Side.LEFT, 0).edits == ()


def test_a_split_says_how_many_became_of_it() -> None:
    whole = "The baker opened at five and his bread was warm at noon."
    found = marks(
        [[whole]],
        [["The baker opened at five."], ["His bread was warm at noon."]],
        [((0,), (0, 1))],
    )
    assert found.paragraph(Side.LEFT, 0).sentences[0].parts == (1, 2)
    for index in (0, 1):
        paragraph = found.paragraph(Side.RIGHT, index)
        assert paragraph.sentences[0].parts == (1, 2)
        assert paragraph.band == 0
        for edit in paragraph.edits:
            assert paragraph.paragraph.span.start <= edit.span.start
            assert edit.span.end <= paragraph.paragraph.span.end


def test_a_moved_sentence_carries_its_number_and_the_edits_of_its_pair() -> None:
    found = marks(
        [[BAKER], [BREAD], [RAIN]],
        [[BREAD], [RAIN], [NINE]],
        [((1,), (0,)), ((2,), (1,))],
        [[((0,), (2,))]],
    )
    moved = found.paragraph(Side.LEFT, 0)
    (sentence,) = moved.sentences
    assert (sentence.kind, sentence.move, sentence.parts) == (RowKind.MISSING, 1, (1, 1))
    assert sentence.similarity is not None
    assert words(found.comparison, Side.LEFT, [e.span for e in moved.edits]) == ["five"]
    arrived = found.paragraph(Side.RIGHT, 2)
    assert arrived.sentences[0].change == sentence.change
    assert words(found.comparison, Side.RIGHT, [e.span for e in arrived.edits]) == ["nine"]


def test_marks_ascend_without_overlap() -> None:
    left = [["Seven old boats lay in the cold harbour that winter.", BREAD, BAKER]]
    right = [["Two boats lay in a harbour, cold and old, that long winter.", BREAD, NINE]]
    found = marks(left, right, [((0,), (0,)), ((1,), (1,)), ((2,), (2,))])
    for side in Side:
        edits = found.paragraph(side, 0).edits
        assert edits
        ends = [0, *(edit.span.end for edit in edits)]
        assert all(e.span.start >= end for e, end in zip(edits, ends, strict=False))
        assert all(e.span.length for e in edits)


def test_bands_and_rows_are_found_from_paragraphs_and_sentences() -> None:
    found = marks(
        [[CAT], [BAKER], [BREAD]], [[BAKER], [RAIN], [BREAD]], [((1,), (0,)), ((2,), (2,))]
    )
    kinds = [band.kind.value for band in found.comparison.bands]
    assert kinds == ["missing", "same", "new", "same"]
    assert [found.band_of_paragraph(Side.LEFT, p) for p in range(3)] == [0, 1, 3]
    assert [found.band_of_paragraph(Side.RIGHT, p) for p in range(3)] == [1, 2, 3]
    assert [found.band_of_row(r) for r in range(4)] == [0, 1, 2, 3]
    assert [found.row_of_sentence(Side.RIGHT, s) for s in range(3)] == [1, 2, 3]
    assert found.paragraph(Side.RIGHT, 1).band == 2


def test_the_sentence_at_a_position_is_the_one_that_holds_it_or_stands_before() -> None:
    found = marks([[BAKER, BREAD]], [[BAKER]], [((0,), (0,))])
    assert found.sentence_at(Side.LEFT, 0) == 0
    assert found.sentence_at(Side.LEFT, len(BAKER)) == 0
    assert found.sentence_at(Side.LEFT, len(BAKER) + 1) == 1
    assert found.sentence_at(Side.LEFT, 10_000) == 1
    empty = marks([], [[BAKER]], [])
    assert empty.sentence_at(Side.LEFT, 0) is None


def test_every_changed_row_has_a_change_and_no_other() -> None:
    found = marks(
        [[CAT], [BAKER], [BREAD]], [[NINE], [RAIN], [BREAD]], [((1,), (0,)), ((2,), (2,))]
    )
    changed = {n for n, row in enumerate(found.comparison.rows) if row.kind is not RowKind.EQUAL}
    assert set(found.change_of_row) == changed
    assert len(found.changes) == 3


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("one two", Span(3, 7), Span(4, 7)),
        (" one ", Span(0, 5), Span(1, 4)),
        ("one", Span(0, 3), Span(0, 3)),
        ("a  b", Span(1, 3), Span(1, 3)),
        ("ab", Span(1, 1), Span(1, 1)),
    ],
)
def test_outer_space_is_left_out_unless_there_is_nothing_else(
    text: str, span: Span, expected: Span
) -> None:
    assert without_outer_space(text, span) == expected


def test_what_changed_inside_moved_words_is_told() -> None:
    """A name that was altered on the way must not pass for one that only moved."""
    left = "“This was never about a boat,” said Margaret Dunnock, the council’s leader, after all."
    right = "“This was never about a boat,” council leader Margaret Dunnick said after all."
    marks = Marks(compare(Document.from_text(left), Document.from_text(right)))
    told = {
        side: {
            text[slice(*mark.letters)]
            for mark in marks.paragraph(side, 0).edits
            if mark.move is not None and mark.letters is not None
        }
        for side, text in ((Side.LEFT, left), (Side.RIGHT, right))
    }
    assert told == {Side.LEFT: {"Dunnock"}, Side.RIGHT: {"Dunnick"}}


def test_the_edits_of_some_sentences_are_those_of_the_paragraph() -> None:
    other = "His bread was already cold at noon."
    pairs = [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]
    found = marks([[BAKER, RAIN, BREAD]], [[NINE, RAIN, other]], pairs)
    for side in Side:
        whole, outline = found.paragraph(side, 0), found.outline(side, 0)
        assert outline.sentences == whole.sentences
        assert outline.edits == ()
        assert len(whole.edits) > 1
        assert found.edits(side, outline, outline.paragraph.span) == whole.edits
        first, _, last = (sentence.span for sentence in outline.sentences)
        assert found.edits(side, outline, first) == whole.edits[:1]
        assert found.edits(side, outline, last) == whole.edits[1:]


def test_words_are_marked_one_sentence_at_a_time() -> None:
    pairs = [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]
    cold = "His bread was already cold at noon."
    found = marks([[BAKER, RAIN, BREAD]], [[NINE, RAIN, cold]], pairs)
    outline = found.outline(Side.LEFT, 0)
    assert len(list(found.mark_words(Side.LEFT, outline, outline.paragraph.span))) == 2
