from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from made import compared, story
from related_texts import pairs

from variorum.engine import Comparison, Document, RowKind, Side, compare
from variorum.reports.marks import Marks
from variorum.window.view.row_stretches import RowStretches, stretches_of
from variorum.window.view.stretches import LONGEST, Gaps, Stretches, lone_side

WORDS = "the long train of thought went on without ever coming to a stop and "


def endless() -> Comparison:
    text = WORDS * 1200
    return compared(text, text.replace("ever", "once"))


def huge() -> str:
    return " ".join(f"Sentence number {n} of this huge paragraph is short." for n in range(2500))


TEXTS: dict[str, Callable[[], Comparison]] = {
    "plain": lambda: compared(*story(60)),
    "one endless sentence": endless,
    "one huge paragraph": lambda: compared(huge(), huge().replace("short", "brief")),
    "huge and missing": lambda: compared(f"Here.\n\n{huge()}\n\nThere.", "Here.\n\nThere."),
    "no space at all": lambda: compared("x" * 90_000, "y" * 30_000),
    "one side empty": lambda: compared("", "Something new.\n\nAnd more."),
    "many short paragraphs": lambda: compare(
        Document.from_sentences([["One short one."]] * 30), Document.from_sentences([])
    ),
}


@pytest.fixture(scope="module", params=TEXTS)
def comparison(request) -> Comparison:
    return TEXTS[request.param]()


@pytest.fixture(params=[False, True], ids=["bands", "rows"])
def stretches(request, comparison) -> Stretches:
    return stretches_of(Marks(comparison), by_rows=request.param)


def test_the_pieces_of_all_stretches_make_up_every_paragraph(stretches):
    for side in Side:
        pieces = [p for s in range(len(stretches)) for p in stretches.pieces(side, s)]
        document = stretches.comparison.document(side)
        for index, paragraph in enumerate(document.paragraphs):
            own = [p for p in pieces if p.paragraph == index]
            assert own[0].span.start == paragraph.span.start
            assert own[-1].span.end == paragraph.span.end
            for before, after in pairwise(own):
                assert before.span.end == after.span.start
            assert [p.first for p in own] == [True] + [False] * (len(own) - 1)
            assert [p.last for p in own] == [False] * (len(own) - 1) + [True]


def test_no_stretch_takes_long_to_lay_out(stretches):
    for side in Side:
        for stretch in range(len(stretches)):
            pieces = stretches.pieces(side, stretch)
            assert all(p.span.length <= LONGEST for p in pieces)
            assert sum(p.span.length for p in pieces) <= 3 * LONGEST


def test_bands_and_stretches_find_each_other(stretches):
    for stretch in range(len(stretches)):
        band = stretches.band(stretch)
        assert stretches.first_of(band) <= stretch < stretches.first_of(band + 1)


def test_a_position_is_found_in_its_stretch(stretches):
    for side in Side:
        for stretch in range(len(stretches)):
            for piece in stretches.pieces(side, stretch):
                band = stretches.band(stretch)
                for position in (piece.span.start, piece.span.end - 1):
                    assert stretches.of_position(side, band, position) == stretch


def test_a_gap_is_a_whole_run_of_one_sided_bands(stretches):
    comparison = stretches.comparison
    gaps = Gaps(comparison)
    for number, band in enumerate(comparison.bands):
        gap = gaps.of(number)
        assert (gap is None) == (lone_side(band) is None)
        if gap is not None:
            run = comparison.bands[gap.bands.start : gap.bands.end]
            assert {lone_side(b) for b in run} == {gap.side}
            assert all(b.paragraphs(gap.side.other).length == 0 for b in run)
            assert gap.bands.start <= number < gap.bands.end


@given(pair=pairs())
def test_rows_make_up_the_text_however_they_are_entangled(pair):
    comparison = compare(*map(Document.from_sentences, pair))
    stretches = RowStretches(Marks(comparison))
    for side in Side:
        pieces = [p for s in range(len(stretches)) for p in stretches.pieces(side, s)]
        text = comparison.document(side).text
        whole = "".join(text[slice(*p.span)] for p in comparison.document(side).paragraphs)
        assert "".join(text[slice(*p.span)] for p in pieces) == whole
        for index, paragraph in enumerate(comparison.document(side).paragraphs):
            band = stretches.marks.band_of_paragraph(side, index)
            for position in paragraph.span:
                assert stretches.pieces(side, stretches.of_position(side, band, position))


@given(pair=pairs())
def test_a_plain_row_stands_alone_in_its_stretch(pair):
    """Where rows are one sentence to one and in order, each is level by itself."""
    comparison = compare(*map(Document.from_sentences, pair))
    stretches = RowStretches(Marks(comparison))
    if any(len(row.left) > 1 or len(row.right) > 1 for row in comparison.rows):
        return
    for number, row in enumerate(comparison.rows):
        for side, own in ((Side.LEFT, row.left), (Side.RIGHT, row.right)):
            spans = [comparison.document(side).sentences[index].span for index in own]
            pieces = stretches.pieces(side, number)
            text = comparison.document(side).text
            assert [text[slice(*p.span)].rstrip() for p in pieces] == [
                text[slice(*span)] for span in spans
            ]


def test_what_is_not_compared_yet_faces_each_other_in_lines_of_sentences_too():
    """Otherwise all of it would move when it is compared."""
    count = 900  # of short texts there are no partial results
    left = [f"The {n}th ship came late. It carried {n} goats." for n in range(count)]
    right = [text.replace("late", "at noon") if n % 3 else text for n, text in enumerate(left)]
    found: list[Comparison] = []
    texts = ["\n\n".join(each) for each in (left, right)]
    compare(*map(Document.from_text, texts), partial=found.append)
    comparison = found[0]
    assert not comparison.complete
    stretches = RowStretches(Marks(comparison))
    waiting = 0
    for number, band in enumerate(comparison.bands):
        rows = comparison.rows[band.rows.start : band.rows.end]
        if rows[0].kind is RowKind.PENDING and band.left.length and band.right.length:
            first = stretches.first_of(number)
            shown = [[p.paragraph for p in stretches.pieces(side, first)] for side in Side]
            assert shown == [[*range(*band.left)], [*range(*band.right)]]
            waiting += 1
    assert waiting
