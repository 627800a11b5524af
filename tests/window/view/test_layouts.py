import re
from itertools import pairwise

import pytest
from made import ARABIC, CHINESE, EMOJI, LEFT
from PySide6.QtGui import QFontMetrics

from variorum.engine import Emphasis, EmphasisKind, Layout, Side, Span, Style, StyleKind
from variorum.window.view.columns import columns
from variorum.window.view.layouts import LaidText, LayoutCache, lead_of, runs_right_to_left, shown
from variorum.window.view.typography import Typography

HINDI = "नदी के किनारे एक पुराना पेड़ था, जिसके नीचे बच्चे खेलते थे।"
MIXED = "The sign said שלום עולם in letters of brass, 25 of them, and nothing else."
TEXTS = {
    "english": LEFT.split("\n\n")[2],
    "arabic": ARABIC.split("\n\n")[0],
    "chinese": CHINESE,
    "emoji": EMOJI,
    "hindi": HINDI,
    "mixed": MIXED,
}
OFFSET = 1000


def laid(qapp, text: str, width: int = 260, **more) -> LaidText:  # noqa: ARG001 - fonts need it
    look = Typography(100, (text,)).look(Style())
    return LaidText(text, Span(OFFSET, OFFSET + len(text)), look, width, **more)


@pytest.mark.parametrize("name", TEXTS)
def test_lines_share_out_the_whole_text(qapp, name):
    text = laid(qapp, TEXTS[name])
    assert text.line_count > 1
    assert text.height == text.line_count * text.look.line_height
    starts = [text.line_start(line) for line in range(text.line_count)]
    assert starts[0] == OFFSET
    assert starts == sorted(set(starts))
    for line, start in enumerate(starts):
        assert text.line_of(start) == line


@pytest.mark.parametrize("name", TEXTS)
def test_a_character_is_found_where_it_is_drawn(qapp, name):
    text = laid(qapp, TEXTS[name])
    wrong = 0
    for position in range(OFFSET, OFFSET + len(TEXTS[name])):
        for box in text.boxes(Span(position, position + 1)):
            if box.right - box.left < 2:
                continue  # a mark upon the letter before it
            y = (box.line + 0.5) * text.look.line_height
            found = text.character_at(box.left + (box.right - box.left) / 4, y)
            wrong += found is None or position not in cluster(text, found)
    assert wrong <= len(TEXTS[name]) // 50


def cluster(text: LaidText, position: int) -> range:
    """The characters that are one for the eye: letters with their marks, joined emoji."""
    after = text.beside(position, forward=True, words=False) or text.span.end
    before = text.beside(after, forward=False, words=False) or text.span.start
    return range(before, after)


@pytest.mark.parametrize("name", TEXTS)
def test_the_parts_of_a_line_cover_what_the_whole_covers(qapp, name):
    text = laid(qapp, TEXTS[name])
    whole = text.boxes(text.span)
    for line in range(text.line_count):
        own = [b for b in whole if b.line == line]
        parts = [
            box
            for position in range(OFFSET, OFFSET + len(TEXTS[name]))
            for box in text.boxes(Span(position, position + 1))
            if box.line == line
        ]
        assert min(b.left for b in parts) == pytest.approx(min(b.left for b in own), abs=1)
        assert max(b.right for b in parts) == pytest.approx(max(b.right for b in own), abs=1)


def test_text_that_runs_from_right_to_left_stands_at_the_right(qapp):
    text = laid(qapp, TEXTS["arabic"])
    assert text.right_to_left
    last = text.boxes(Span(text.line_start(text.line_count - 1), text.span.end))
    assert max(b.right for b in last) == pytest.approx(260, abs=1)
    assert not laid(qapp, MIXED).right_to_left


def lefts(text: LaidText) -> list[float]:
    """Where each line begins."""
    starts = (text.line_start(line) for line in range(text.line_count))
    return [round(text.boxes(Span(start, start + 1))[0].left, 1) for start in starts]


def test_verse_that_is_too_wide_goes_on_further_in(qapp):
    long, short = "The rain is walking up and down the stair tonight,", "and nobody has come."
    verse = shown(f"{long}\n{short}", Layout.BLANK_LINE)
    text = laid(qapp, verse)
    first, *more, last = lefts(text)
    assert first == last == 0
    assert more == [text.look.line_height] * len(more) != []
    assert max(box.right for box in text.boxes(Span(OFFSET, OFFSET + len(long)))) <= text.width


def test_verse_that_begins_further_in_stands_as_its_other_lines_do(qapp):
    source = "A stanza\n\n    Under the eaves\n  a row of notes\n    of little worth"
    start = source.index("Under")
    lead = lead_of(source, start)
    assert lead == "    "
    assert lead_of(source, 0) == lead_of(source, source.index("eaves")) == ""
    text = laid(qapp, shown(source[start:], Layout.BLANK_LINE), lead=lead)
    first, second, third = (
        text.x_of(OFFSET + source.index(word) - start) for word in ("Under", "a row", "of little")
    )
    assert first == pytest.approx(third, abs=1)
    assert first == pytest.approx(2 * second, abs=1)
    prose = laid(qapp, "A paragraph of prose that was set in.", lead=lead)
    assert prose.x_of(OFFSET) == 0


def test_prose_with_a_line_end_in_it_is_no_verse(qapp):
    text = laid(qapp, shown(f"{LEFT.split(chr(10))[0] * 3}\nA line.", Layout.BLANK_LINE))
    assert text.line_count > 3
    assert set(lefts(text)) == {0.0}


def test_arabic_verse_goes_on_further_in_from_the_right(qapp):
    line = " ".join(ARABIC.split()[:9])
    text = laid(qapp, shown(f"{line}\n{line}", Layout.BLANK_LINE), 200)
    rights = [
        max(box.right for box in text.boxes(Span(text.line_start(n), text.line_end(n))))
        for n in range(text.line_count)
    ]
    begins = text.line_of(OFFSET + len(line) + 1)
    assert rights[0] == rights[begins] > text.width - 3
    assert begins > 1
    assert all(right <= text.width - text.look.line_height + 1 for right in rights[1:begins])


def test_words_that_run_the_other_way_are_one_box(qapp):
    at = OFFSET + MIXED.index("שלום")
    boxes = laid(qapp, MIXED, 2000).boxes(Span(at, at + len("שלום עולם")))
    assert len(boxes) == 1
    half = laid(qapp, MIXED, 2000).boxes(Span(OFFSET, at + 4))
    assert len(half) == 2, "the first word stands at the right of the second"


def test_base_lines_stay_apart_by_the_line_height_whatever_the_script(qapp):
    text = laid(
        qapp, "Plain, then 中文 and then हिन्दी and शब्द, and again plain words to wrap.", 150
    )
    tops = [line.y() + line.ascent() for line in text._lines]
    steps = {round(b - a, 3) for a, b in pairwise(tops)}
    assert steps == {text.look.line_height}


@pytest.mark.parametrize(
    "words", ["استغرقت تسعة عشر يوماً. وأضاف", "כִּי הַסֵּפֶר, כָּךְ אָמַר"], ids=["arabic", "hebrew"]
)
def test_marks_on_a_letter_cover_nothing_beside_it(qapp, words):
    text = laid(qapp, words, width=2000)
    for letter in re.finditer(r"\w[\u0591-\u05c7\u064b-\u0652]+", words):
        alone = text.boxes(Span(OFFSET + letter.start(), OFFSET + letter.start() + 1))
        assert text.boxes(Span(OFFSET + letter.start(), OFFSET + letter.end())) == alone


def test_a_space_at_which_a_line_breaks_has_no_box(qapp):
    text = laid(qapp, TEXTS["english"])
    for line in range(text.line_count - 1):
        end = text.line_end(line)
        assert text.text[end - OFFSET] == " "
        assert text.boxes(Span(end, end + 1)) == []


@pytest.mark.parametrize(
    ("name", "part", "word"),
    [
        ("english", "lantern", "lantern"),
        ("emoji", "👩", "👩‍🚀"),
        ("emoji", "island", "island"),
        ("arabic", "السفينة", "السفينة"),
    ],
)
def test_a_word_is_found_from_within(qapp, name, part, word):
    text = laid(qapp, TEXTS[name])
    at = OFFSET + TEXTS[name].index(part)
    start, end = text.word_at(at)
    assert TEXTS[name][start - OFFSET : end - OFFSET] == word


def test_the_caret_never_stands_within_a_character(qapp):
    text = laid(qapp, EMOJI)
    position, seen = OFFSET, []
    while (after := text.beside(position, forward=True, words=False)) is not None:
        seen.append(EMOJI[position - OFFSET : after - OFFSET])
        position = after
    assert "".join(seen) == EMOJI
    assert "👩‍🚀" in seen


def test_emphasis_is_set_where_it_belongs(qapp):
    text = laid(qapp, EMOJI, emphasis=(Emphasis(Span(OFFSET, OFFSET + 11), EmphasisKind.BOLD),))
    (found,) = text.layout.formats()
    assert (found.start, found.length) == (0, 12), "the ship counts two in Qt"
    assert found.format.fontWeight() > 500


def test_what_cannot_be_seen_is_made_visible_character_for_character():
    text = "a\x00b\tc\nd\x7fe\ud800f\x0bg"
    assert shown(text, Layout.BLANK_LINE) == "a␀b\tc\u2028d␡e\ufffdf g"
    assert shown(text, Layout.WRAPPED)[5] == " "
    assert len(shown(text, Layout.LINE)) == len(text)


def test_the_first_letter_decides_on_the_direction():
    assert runs_right_to_left("123 (שלום) world")
    assert not runs_right_to_left("123 world שלום")
    assert not runs_right_to_left("12 – 13")


def test_the_cache_forgets_what_was_used_longest_ago():
    made: list[tuple[int, ...]] = []

    def make(key: tuple[int, ...]):
        made.append(key)
        return key

    cache = LayoutCache(make, kept=2)
    for number in (1, 2, 1, 3, 1, 2):
        cache.get(number)
    assert made == [(1,), (2,), (3,), (2,)]
    assert len(cache) == 2


@pytest.mark.usefixtures("qapp")
def test_the_measure_is_capped_and_the_texts_stay_near_each_other():
    typography = Typography(100)
    wide = [columns(side, 1400, typography) for side in Side]
    assert wide[0].text_width == wide[1].text_width <= 74 * 10
    assert wide[0].width - wide[0].right == wide[1].left
    assert wide[0].left > wide[0].width - wide[0].right
    narrow = columns(Side.LEFT, 300, typography)
    assert (narrow.left, narrow.right) == (typography.margin, 300 - typography.margin)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("zoom", [100, 300])
@pytest.mark.parametrize("side", list(Side))
def test_the_text_of_a_very_narrow_pane_is_in_the_pane(side, zoom):
    typography = Typography(zoom)
    for width in range(40, 300):
        found = columns(side, width, typography)
        assert 0 <= found.left < found.right <= width
        assert found.text_width == typography.column(width)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("zoom", [50, 100, 150, 200, 300])
@pytest.mark.parametrize("text", ["7", "20%", "100%", "12058"])
def test_long_numbers_fit_into_the_margin(text, zoom):
    typography = Typography(zoom)
    room = typography.margin - 6
    font, width = typography.small_within(text, room)
    assert width == QFontMetrics(font).horizontalAdvance(text) <= room
    if typography.small_width(text) <= room:
        assert font == typography.small


@pytest.mark.usefixtures("qapp")
def test_headings_are_larger_by_level():
    typography = Typography(100)
    sizes = [
        typography.look(Style(StyleKind.HEADING, level)).font.pointSizeF() for level in (1, 2, 3, 4)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[1] > sizes[2] > typography.look(Style()).font.pointSizeF()
