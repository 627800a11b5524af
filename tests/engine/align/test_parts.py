"""Parts of a sentence that left it: what they must add, and how their links look."""

from invariants import check_all

from variorum.engine import Comparison, Document, Pin, PinKind, Span, compare

LEFT = [
    "The council will tear down the old bridge over the mill brook, although the society of "
    "monuments had sued against it before the court.",
    "The county pays half of the costs.",
    "Work begins in autumn.",
]
RIGHT = [
    "The council will tear down the old bridge over the mill brook.",
    "The county pays half of the costs.",
    "The society of monuments had sued against it before the court.",
    "Work begins in autumn.",
]


def compared(left: list[str], right: list[str], *pins: Pin) -> Comparison:
    return compare(Document.from_sentences([left]), Document.from_sentences([right]), pins=pins)


def moved(comparison: Comparison) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(pair.left, pair.right) for move in comparison.moves for pair in move.pairs]


def test_a_part_beyond_another_sentence_moved_away_from_one_that_stays() -> None:
    comparison = compared(LEFT, RIGHT)
    assert moved(comparison) == [((0,), (2,))]
    (move,) = comparison.moves
    assert (move.left_rows, [comparison.rows[n].right for n in move.right_rows]) == ((), [(2,)])
    assert ((0,), (0,)) in set(comparison.links())
    assert ((0,), (2,)) in set(comparison.links())


def test_it_does_so_with_the_sides_changed() -> None:
    assert moved(compared(RIGHT, LEFT)) == [((2,), (0,))]


def test_a_part_that_its_whole_still_says_is_a_new_sentence() -> None:
    assert moved(compared(LEFT, [LEFT[0], *RIGHT[1:]])) == []


def test_nobody_moves_a_part_that_a_person_forbade_to_link() -> None:
    left, right = Document.from_sentences([LEFT]), Document.from_sentences([RIGHT])
    spans = Span(*left.sentences[0].span), Span(*right.sentences[2].span)
    assert moved(compare(left, right, pins=(Pin(*spans, PinKind.FORBID),))) == []


def test_two_wholes_that_lack_the_same_words_tell_nothing() -> None:
    clause = ", although the society of monuments had sued against it before the court."
    left = [LEFT[0], LEFT[1], "The dean will sell the tall house on the market square" + clause]
    right = [
        RIGHT[0],
        RIGHT[1],
        RIGHT[2],
        "The dean will sell the tall house on the market square.",
        RIGHT[3],
    ]
    links = {pair for pair in moved(compared([*left, LEFT[2]], right)) if 2 in pair[1]}
    assert links == set()


def test_two_parts_of_a_sentence_that_stayed_may_stand_in_two_other_places() -> None:
    before = [
        "The harbour council met on Friday in the old customs house behind the fish market.",
        "Its members bought a steam crane for the northern quay, they dismissed the drunken pilot "
        "of the ferry, and they raised the wages of all lamplighters.",
        "Nobody spoke against the budget for the lighthouse on the southern cliff.",
        "The mayor thanked the widow of the late harbour master for her patience.",
        "Rain fell all afternoon, and the benches in the hall stayed half empty.",
        "A boy sold chestnuts at the door until the watchman sent him away.",
    ]
    after = [
        before[0],
        "Its members bought a steam crane for the northern quay.",
        before[2],
        "They dismissed the drunken pilot of the ferry.",
        *before[3:5],
        "They raised the wages of all lamplighters.",
        before[5],
    ]
    found = compared(before, after)
    check_all(found)
    assert moved(found) == [((1,), (3,)), ((1,), (6,))]
    assert ((1,), (1,)) in list(found.links())
