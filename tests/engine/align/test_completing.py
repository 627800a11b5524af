"""Short sentences beside the rest of the sentence that they are a part of."""

from variorum.engine import Comparison, Document, Pin, PinKind, Span, compare

LEFT = [
    "The miller came out and looked at the sky, for the miller feared for his hay.",
    "And the neighbour said to the miller: Bring your hay in before noon, the ants are running, "
    "the wind is turning and the rain will not be long!",
    "And the miller told the neighbour: I leave my hay where it is, because this morning I saw "
    "swallows passing very high.",
    "The miller's neighbour shrugged his shoulders and closed his window.",
    "An hour later the storm broke over the valley, and the hay of the miller was lost.",
    "Since that day the miller listens to his neighbour and laughs at swallows.",
]
RIGHT = [
    "The miller, who feared for his hay, came out and looked at the sky.",
    "Then the neighbour called out to the miller:",
    "Bring in your hay before noon, the ants are running, the wind turns, the rain will come!",
    "Yet the miller thanked the neighbour:",
    "My hay stays where it is, for I saw swallows passing very high this morning.",
    "The neighbour shrugged his shoulders and closed the window.",
    "The storm broke over the valley an hour later, and the miller lost his hay.",
    "Since then the miller listens to his neighbour and no longer trusts swallows.",
]
WITHOUT = ((1,), (2,))
PARTED = ((1,), (1, 2))


def compared(left: list[str], right: list[str], *pins: Pin) -> Comparison:
    return compare(Document.from_sentences([left]), Document.from_sentences([right]), pins=pins)


def test_a_word_that_the_neighbour_leaves_out_tells_where_a_short_sentence_belongs() -> None:
    assert PARTED in set(compared(LEFT, RIGHT).links())


def test_it_does_so_with_the_sides_changed() -> None:
    assert (PARTED[1], PARTED[0]) in set(compared(RIGHT, LEFT).links())


def test_it_does_not_where_the_neighbour_says_that_word_itself() -> None:
    right = [*RIGHT[:2], f"Listen, miller, I am your neighbour: {RIGHT[2]}", *RIGHT[3:]]
    assert WITHOUT in set(compared(LEFT, right).links())


def test_it_does_not_where_something_is_left_over_opposite() -> None:
    left = [LEFT[0], "Two geese were quarrelling.", *LEFT[1:]]
    assert ((2,), (2,)) in set(compared(left, RIGHT).links())


def test_it_does_not_where_much_is_left_over_everywhere() -> None:
    added = [
        "Rain fell on Kiruna until Uncle Max phoned about his submarine and our cat hid.",
        "Bread was dear in Batavia, whereupon Olga adopted six huskies and gave up smoking.",
        "Zumba classes begin at eight, unless Professor Quirk forgets his trumpet again.",
        "Eleven opticians emigrated, each carrying turnips, odes and one bicycle pump.",
    ]
    assert WITHOUT in set(compared(LEFT, [*RIGHT, *added]).links())


def test_nobody_adds_what_a_person_forbade_to_link() -> None:
    left, right = Document.from_sentences([LEFT]), Document.from_sentences([RIGHT])
    spans = Span(*left.sentences[1].span), Span(*right.sentences[1].span)
    comparison = compare(left, right, pins=(Pin(*spans, PinKind.FORBID),))
    assert WITHOUT in set(comparison.links())
