from variorum.engine import Side, Span
from variorum.window.view.selection import Selection


def test_a_click_selects_nothing():
    selection = Selection.at(Side.LEFT, 7)
    assert selection.is_empty
    assert selection.within(Span(0, 99)) is None


def test_it_reaches_both_ways_from_where_it_began():
    selection = Selection.at(Side.LEFT, 7)
    assert selection.extended_to(12).span == Span(7, 12)
    assert selection.extended_to(3).span == Span(3, 7)
    assert selection.extended_to(3).caret == 3
    assert selection.extended_to(3).extended_to(12).span == Span(7, 12)


def test_whole_words_stay_whole():
    word = Selection.of(Side.RIGHT, Span(10, 15))
    assert word.extended(Span(30, 34)).span == Span(10, 34)
    assert word.extended(Span(2, 6)).span == Span(2, 15)


def test_a_piece_of_the_text_knows_its_share():
    selection = Selection.of(Side.LEFT, Span(10, 30))
    assert selection.within(Span(0, 20)) == Span(10, 20)
    assert selection.within(Span(15, 18)) == Span(15, 18)
    assert selection.within(Span(30, 40)) is None
