"""Links in place give way to a copy elsewhere, and to nothing less."""

from __future__ import annotations

from variorum.engine.align.giving_way import give_way
from variorum.engine.alignment import Link

TOLD = "she told the chamber that she had once missed an examination because of fog."
NURSE = "ruth falk, 43, a nurse of the west bank, said that she had seen two babies on board."
MIDWIFE = "ruth falk, 34, a midwife of the west bank, said that she had seen two babies aboard."
OPENED = "the bridge was opened in the dry summer of the year before the war."


def kept(links: list[Link], left: list[str], right: list[str], fixed: tuple[Link, ...] = ()):
    return give_way(links, (left, right), lambda link: link not in fixed, lambda: None)


def test_a_weak_link_gives_way_to_what_stands_elsewhere_nearly_the_same() -> None:
    weak, sure = Link((0,), (0,)), Link((1,), (1,))
    left, right = [TOLD, OPENED, MIDWIFE], [NURSE, OPENED]
    assert kept([weak, sure], left, right) == [sure]
    mirrored = [Link((0,), (0,)), Link((1,), (1,))]
    assert kept(mirrored, right, left) == [sure]


def test_what_a_person_aligned_stays() -> None:
    weak = Link((0,), (0,))
    assert kept([weak], [TOLD, MIDWIFE], [NURSE], (weak,)) == [weak]


def test_a_link_stays_where_the_copy_is_linked_itself() -> None:
    links = [Link((0,), (0,)), Link((1,), (1,))]
    assert kept(links, [TOLD, MIDWIFE], [NURSE, MIDWIFE]) == links


def test_a_link_stays_where_nothing_else_is_like_it() -> None:
    weak = [Link((0,), (0,))]
    assert kept(weak, [TOLD, OPENED], [NURSE]) == weak


def test_a_part_of_a_longer_sentence_stays_with_it() -> None:
    part = "and lifting up her eyes, she saw no one save the porter."
    rest = "and as they came down from the hill the porter charged them to tell no one of it."
    both = f"when she had lifted up her eyes, she saw no one save the porter; {rest}"
    link = [Link((0,), (0,))]
    assert kept(link, [both], [part, rest]) == link
