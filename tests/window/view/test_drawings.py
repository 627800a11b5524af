from dataclasses import replace

import pytest
from made import LEFT, RIGHT, compared, marks

from variorum.engine import (
    Comparison,
    Document,
    Edit,
    EditKind,
    Options,
    Pin,
    RowKind,
    Side,
    Span,
    Style,
    Tolerance,
    compare,
)
from variorum.reports.marks import Marks
from variorum.window.theme import make_theme
from variorum.window.translations import EnglishPlurals
from variorum.window.view.drawings import WASH_PADDING, Cue, Drawing, InkName, sentence_rects
from variorum.window.view.labels import gap_label
from variorum.window.view.layouts import LaidText
from variorum.window.view.scene import Scene
from variorum.window.view.typography import Typography

pytestmark = pytest.mark.usefixtures("qapp")


def scene_of(comparison: Comparison, width: int = 500) -> Scene:
    widths = dict.fromkeys(Side, width)
    scene = Scene(Marks(comparison), make_theme(dark=False), Typography(100), widths)
    scene.settle(2000)
    return scene


def drawing(scene: Scene, side: Side, paragraph: int = 0) -> Drawing:
    shown = next(s for s in scene.shown(side) if s.set_piece.piece.paragraph == paragraph)
    return scene.drawing(side, shown)


def edited(left: str, right: str, *edits: Edit) -> Comparison:
    """Two sentences with edits written by hand."""
    comparison = compared(left, right)
    (row,) = comparison.rows
    return replace(comparison, rows=(replace(row, kind=RowKind.EDITED, edits=edits),))


def test_words_are_boxed_in_the_colour_of_their_side_with_a_stroke_of_its_own():
    comparison = compared("The cat sat on the mat all day.", "The cat lay on the mat all day.")
    scene = scene_of(comparison)
    for side, ink, cue in (
        (Side.LEFT, InkName.LEFT, Cue.DOTTED),
        (Side.RIGHT, InkName.RIGHT, Cue.SOLID),
    ):
        (edit,) = drawing(scene, side).edits
        assert (edit.ink, edit.cue, edit.span) == (ink, cue, Span(8, 11))


def test_neighbours_across_a_space_are_one_box():
    comparison = edited(
        "red big hat on him",
        "new old hat on him",
        Edit(EditKind.REPLACE, Span(0, 3), Span(0, 3)),
        Edit(EditKind.EQUAL, Span(3, 4), Span(3, 4)),
        Edit(EditKind.REPLACE, Span(4, 7), Span(4, 7)),
        Edit(EditKind.EQUAL, Span(7, 18), Span(7, 18)),
    )
    (edit,) = drawing(scene_of(comparison), Side.LEFT).edits
    assert edit.span == Span(0, 7)
    assert len(edit.rects) == 1


def test_what_changed_in_two_cells_of_a_row_is_two_boxes():
    scene = scene_of(compared("Gutters\t16\t1,120", "Gutters\t18\t1,260"))
    first, second = drawing(scene, Side.LEFT).edits
    assert (first.span, second.span) == (Span(8, 10), Span(11, 16))


def test_words_that_moved_inside_a_sentence_have_the_colour_of_moves():
    comparison = edited(
        "home he went",
        "he went home",
        Edit(EditKind.DELETE, Span(0, 5), Span(0, 0), move=1),
        Edit(EditKind.EQUAL, Span(5, 12), Span(0, 7)),
        Edit(EditKind.INSERT, Span(12, 12), Span(7, 12), move=1),
    )
    scene = scene_of(comparison)
    for side in Side:
        (edit,) = drawing(scene, side).edits
        assert (edit.ink, edit.cue) == (InkName.MOVED, Cue.DOUBLE)


def test_white_space_alone_gets_a_tick():
    documents = (Document.from_text(t) for t in ("One  two three four.", "One two three four."))
    options = Options(tolerances=frozenset({Tolerance.CASE}))
    scene = scene_of(compare(*documents, options))
    for side in Side:
        (edit,) = drawing(scene, side).edits
        assert edit.cue is Cue.TICK


def test_an_edit_over_a_line_break_has_a_box_on_each_line_and_none_for_the_space():
    text = "We went by the long winding road over the hills and home."
    start, end = text.index("by"), text.index(" and home")
    comparison = edited(
        text,
        "We went and home.",
        Edit(EditKind.EQUAL, Span(0, start), Span(0, 8)),
        Edit(EditKind.DELETE, Span(start, end), Span(8, 8)),
        Edit(EditKind.EQUAL, Span(end, len(text)), Span(8, 17)),
    )
    (edit,) = drawing(scene_of(comparison, 200), Side.LEFT).edits
    assert len(edit.rects) == len({round(box.top()) for box in edit.rects}) > 1
    for box in edit.rects:
        assert box.left() >= -2
        assert box.right() <= 202


def test_a_lone_sentence_is_washed_to_the_edge_where_it_goes_on():
    lone = "Nobody had expected the great clock of the town hall to strike thirteen that night."
    scene = scene_of(compared(f"It was late. {lone} We slept.", "It was late. We slept."), 300)
    (wash,) = drawing(scene, Side.LEFT).washes
    assert wash.ink is InkName.LEFT
    first, *rest = wash.rects
    assert first.right() >= 300
    assert rest
    assert rest[0].left() <= 0
    assert rest[-1].right() < 300


def laid(text: str, width: int) -> LaidText:
    look = Typography(100, (text,)).look(Style())
    return LaidText(text, Span(0, len(text)), look, width)


@pytest.mark.parametrize(
    "text", ["船到了港口。没有人在等它。", "The ship came. Nobody was waiting."]
)
def test_what_is_around_a_sentence_does_not_reach_into_the_next(text):
    piece = laid(text, 2000)
    middle = max(text.index("没") if "没" in text else 0, text.find("Nobody"))
    end = len(text[:middle].rstrip())
    (one,) = sentence_rects(piece, Span(0, end), piece.width)
    (other,) = piece.boxes(Span(middle, len(text)))
    assert piece.x_of(end) <= one.right() <= other.left


@pytest.mark.parametrize("width", [240, 300, 900])
@pytest.mark.parametrize("first", ["They said ", "הם אמרו "])
def test_a_sentence_does_not_cover_another_where_text_runs_both_ways(first, width):
    """The end of the first sentence stands to the right of where the second one begins."""
    end = "שלום עולם." if first.isascii() else "good morning."
    begin = "ואז באו כולם" if first.isascii() else "Then all of them"
    text = f"{first}{end} {begin} and went on and on to the end of the long way."
    piece, middle = laid(text, width), len(first) + len(end)
    rects = sentence_rects(piece, Span(middle + 1, len(text)), width)
    for line, left, right in piece.boxes(Span(0, middle)):
        for rect in rects:
            same = round(rect.top()) == line * piece.look.line_height
            shared = min(right, rect.right()) - max(left, rect.left())
            assert not same or shared <= WASH_PADDING + 0.01


def test_sentences_on_a_ground_of_their_colour_need_no_wash():
    scene = scene_of(compared("One stays here.\n\nTwo goes away.", "One stays here."))
    assert drawing(scene, Side.LEFT, 1).washes == ()


def test_splits_and_merges_have_a_bracket_on_both_sides():
    left = Document.from_sentences([["The rain fell and the wind blew."]])
    right = Document.from_sentences([["The rain fell.", "The wind blew."]])
    comparison = compare(left, right, pins=(Pin(Span(0, 9), Span(0, 20)),))
    assert comparison.rows[0].is_split
    scene = scene_of(comparison)
    for side in Side:
        (bracket,) = drawing(scene, side).brackets
        assert bracket.top < bracket.bottom


def test_a_reworded_sentence_has_a_bar_that_shows_how_far_it_went():
    comparison = compared("The night was cold and long.", "The night was cold and very long.")
    (row,) = comparison.rows
    tops: list[float] = []
    for similarity in (0.4, 0.1):
        reworded = replace(row, kind=RowKind.REWORDED, similarity=similarity)
        scene = scene_of(replace(comparison, rows=(reworded,)))
        (bar,) = drawing(scene, Side.LEFT).bars
        tops.append(bar.strength)
    assert tops == pytest.approx([0.6, 0.9])


def labels(left: str, right: str) -> list[str]:
    scene = scene_of(compared(left, right))
    gaps = (scene.gaps.of(band) for band in range(len(scene.comparison.bands)))
    found = dict.fromkeys(gap for gap in gaps if gap is not None)
    return [gap_label(scene, gap) for gap in found]


@pytest.fixture
def plurals(qapp):
    translator = EnglishPlurals()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("plurals")
def test_a_gap_says_what_is_not_here():
    text = "Here we are.\n\nThere they go now.\n\nNobody knows where to.\n\nIt is late."
    assert labels(text, "Here we are.\n\nIt is late.") == ["8 words not in the right text"]
    assert labels("Here we are.", "Here we are.\n\nGoodbye.") == ["1 word not in the left text"]


def test_a_gap_of_a_move_says_where_the_text_went():
    said = labels(LEFT, RIGHT)
    assert any("words moved to paragraph" in label for label in said)
    assert any("words moved from paragraph" in label for label in said)


APART = (
    "The ferry left the harbour at noon today.",
    "Nobody had swept the schoolhouse since the flood. The old baker sold seven dozen plum cakes.",
    "A letter from the bishop lay on the kitchen table.",
    "The miller counted his sacks of barley twice.",
    "Two painters hung their ladders from the town hall.",
)


@pytest.mark.usefixtures("plurals")
def test_a_gap_of_two_moves_lacks_nothing():
    first, apart, *others = APART
    one, other = apart.split(". ")
    right = "\n\n".join([first, others[0], f"{other} {one}.", *others[1:]])
    texts = compared("\n\n".join(APART), right)
    assert (texts.summary.left.words.lone, texts.summary.right.words.lone) == (0, 0)
    assert labels("\n\n".join(APART), right) == [
        "16 words moved elsewhere",
        "16 words moved from elsewhere",
    ]
    scene = scene_of(texts)
    bands = range(len(scene.comparison.bands))
    assert {gap.all_moved for gap in map(scene.gaps.of, bands) if gap is not None} == {True}


@pytest.mark.usefixtures("plurals")
def test_what_moved_out_of_a_missing_paragraph_is_not_missing():
    first, apart, *others = APART
    _, other = apart.split(". ")
    right = "\n\n".join([first, *others, other])
    assert labels("\n\n".join(APART), right)[0] == "8 words not in the right text"


def test_what_is_drawn_is_worked_out_once():
    scene = scene_of(marks(LEFT, RIGHT).comparison)
    shown = next(scene.shown(Side.LEFT))
    assert scene.drawing(Side.LEFT, shown) is scene.drawing(Side.LEFT, shown)


def test_the_letters_that_changed_inside_a_word_have_places_of_their_own():
    comparison = compared("The harbour was full of ships.", "The harbor was full of ships.")
    scene = scene_of(comparison)
    (edit,) = drawing(scene, Side.LEFT).edits
    (whole,), (letter,) = edit.rects, edit.letters
    assert whole.left() < letter.left() < letter.right() < whole.right()
    assert letter.width() < whole.width() / 4
    (other,) = drawing(scene, Side.RIGHT).edits
    assert other.letters == ()


def test_joined_words_have_no_letters_of_their_own():
    left, right = "He saw the harbour walls at dawn.", "He saw the harbor wall at dawn."
    (edit,) = drawing(scene_of(compared(left, right)), Side.LEFT).edits
    assert edit.letters == ()


def test_the_arrow_of_a_part_that_moved_points_to_the_sentence_that_it_left():
    left = (
        "The council will tear down the old bridge over the mill brook, although the society of "
        "monuments had sued against it before the court. The county pays half of the costs. "
        "Work begins in autumn."
    )
    right = (
        "The council will tear down the old bridge over the mill brook. The county pays half of "
        "the costs. The society of monuments had sued against it before the court. "
        "Work begins in autumn."
    )
    scene = scene_of(compared(left, right))
    (move,) = scene.comparison.moves
    assert (move.left_rows, len(move.right_rows)) == ((), 1)
    assert scene.goes_up(Side.RIGHT, move.id)
    assert not scene.goes_up(Side.LEFT, move.id)
