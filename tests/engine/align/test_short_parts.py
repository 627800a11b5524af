"""Short sentences beside the others that a long one became."""

from variorum.engine import Comparison, Document, Pin, PinKind, Span, compare
from variorum.engine.align.short_parts import is_shorter

LEFT = [
    "Because the entrance hall is being rebuilt, the town library lends books and board games for "
    "four more weeks and waives all overdue charges until autumn.",
    "While the builders are at work, visitors reach the reading rooms through the courtyard, where "
    "a ramp has been laid for wheelchairs and prams.",
    "Story hours for nursery groups take place in the parish house beside the market fountain.",
]
RIGHT = [
    "The town library lends books for four more weeks.",
    "That goes for games, too.",
    "You owe nobody anything.",
    "If you are overdue, there is no charge before autumn.",
    "The reading rooms are open.",
    "You go in by the yard.",
    "A ramp is there.",
    "Story hours are in the parish house.",
    "It is at the market.",
]
FOUND = {((0,), (0, 1, 3)), ((1,), (4, 5, 6)), ((2,), (7, 8))}
ALONE = ((1,), (4,))
STRANGE = ["Frogs croaked.", "Max whistled.", "Soup boiled."]
LONG = (
    "Nobody knows why Uncle Albert bought a submarine, painted his kitchen black, adopted six "
    "huskies, quit smoking, married Olga, moved to Kiruna, learnt Finnish, sold his piano, grew "
    "turnips, joined Zumba, wrote odes and finally became mayor of a village with eleven people"
)


def compared(left: list[str], right: list[str], *pins: Pin) -> Comparison:
    return compare(Document.from_sentences([left]), Document.from_sentences([right]), pins=pins)


def test_letters_that_the_others_leave_out_tell_where_short_sentences_belong() -> None:
    assert set(compared(LEFT, RIGHT).links()) == FOUND


def test_they_do_so_with_the_sides_changed() -> None:
    assert {(there, here) for here, there in compared(RIGHT, LEFT).links()} == FOUND


def test_they_do_not_where_sentences_are_as_long_on_the_other_side() -> None:
    assert ALONE in set(compared(LEFT, [*RIGHT, f"{LONG}, {LONG}, {LONG}."]).links())


def test_they_do_not_where_something_is_left_over_opposite() -> None:
    left = [*LEFT[:2], "Two geese were quarrelling over a crust behind the mill.", *LEFT[2:]]
    assert ALONE in set(compared(left, RIGHT).links())


def test_they_do_not_across_sentences_that_say_something_else() -> None:
    assert ALONE in set(compared(LEFT, [*RIGHT[:5], *STRANGE, *RIGHT[5:]]).links())


def test_nobody_joins_what_a_person_forbade_to_link() -> None:
    left, right = Document.from_sentences([LEFT]), Document.from_sentences([RIGHT])
    spans = Span(*left.sentences[1].span), Span(*right.sentences[5].span)
    comparison = compare(left, right, pins=(Pin(*spans, PinKind.FORBID),))
    assert ((1,), (4, 6)) in set(comparison.links())


def test_only_one_of_two_texts_can_be_the_shorter_one() -> None:
    left, right = Document.from_sentences([LEFT]), Document.from_sentences([RIGHT])
    assert is_shorter(right, left)
    assert not is_shorter(left, right)
    assert not is_shorter(left, left)
    assert not is_shorter(Document.from_sentences([]), Document.from_sentences([]))
