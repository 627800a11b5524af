"""Notes go where their words went."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from related_texts import pairs
from reviewed import compared

from variorum.engine import (
    ChangeKind,
    Document,
    Options,
    Side,
    Span,
    Thresholds,
    compare,
    find_changes,
    relabel,
)
from variorum.review import Places, Review, Stray, carried

LEFT = """The ferry leaves at noon. It carries goats and letters.

Nobody on the quay knew why the bell rang twice.

The captain, a widow from Farrow, kept bees on the upper deck.

In winter the river froze and the ferry rested.
"""

RIGHT = """The ferry leaves at one o'clock. It carries goats and letters.

The captain, a widow from Farrow, kept bees on the upper deck.

In winter the river froze hard and the ferry rested.

A new bridge is planned for the spring of next year.
"""


def places(before: str, after: str) -> Places:
    document = Document.from_text(before)
    if before == after:
        return Places(document, None)
    return Places(document, compare(document, Document.from_text(after)))


def taken_over(review: Review, left: tuple[str, str], right: tuple[str, str]):
    """Carry a review from one pair of texts to another: each side's text before and after."""
    comparison, changes = compared(left[1], right[1])
    return carried(review, places(*left), places(*right), comparison, changes), comparison, changes


def judged():
    """A review that says something of each of the four changes."""
    _, changes = compared(LEFT, RIGHT)
    review = Review()
    for change in changes:
        review = review.judge(change, "question").note(change, f"note {change.number}")
        review = review.mark_reviewed(change, reviewed=True)
    return review, changes


def where(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def test_in_the_same_comparison_everything_stays():
    review, changes = judged()
    assert len(changes) == 4
    found, _, _ = taken_over(review, (LEFT, LEFT), (RIGHT, RIGHT))
    assert found.review == review
    assert (found.remarks, found.strays, found.unseen) == (0, 0, 0)


def test_text_before_a_change_moves_its_note_along():
    review, _ = judged()
    later = "A note from the editor stands here now.\n\n" + RIGHT
    found, comparison, changes = taken_over(review, (LEFT, LEFT), (RIGHT, later))
    assert len(changes) == 5
    notes = [found.review.judgement(change.id).note for change in changes]
    assert sorted(filter(None, notes)) == ["note 1", "note 2", "note 3", "note 4"]
    bridge = next(c for c in changes if c.right and "bridge" in later[slice(*c.right)])
    assert found.review.judgement(bridge.id).note == "note 4"
    assert found.review.judgement(bridge.id).right == bridge.right
    assert comparison.complete


def test_a_change_that_reads_otherwise_now_must_be_looked_at_again():
    review, _ = judged()
    later = RIGHT.replace("at one o'clock", "at two o'clock")
    found, _, changes = taken_over(review, (LEFT, LEFT), (RIGHT, later))
    first = found.review.judgement(changes[0].id)
    assert (first.verdict, first.note, first.reviewed) == ("question", "note 1", False)
    assert found.unseen == 1
    assert all(found.review.judgement(change.id).reviewed for change in changes[1:])


def test_what_was_changed_back_leaves_a_remark_on_its_words():
    review, _ = judged()
    later = RIGHT.replace("at one o'clock", "at noon")
    found, _, changes = taken_over(review, (LEFT, LEFT), (RIGHT, later))
    assert len(changes) == 3
    (remark,) = found.review.remarks
    assert remark.note == "note 1"
    assert remark.verdict == "question"
    assert later[slice(*remark.span)].startswith("The ferry leaves at noon")
    assert found.remarks == 1


def test_a_note_on_words_that_are_gone_is_listed_with_them():
    review, _ = judged()
    later = RIGHT.replace("A new bridge is planned for the spring of next year.\n", "")
    found, _, _ = taken_over(review, (LEFT, LEFT), (RIGHT, later))
    assert found.review.strays == (
        Stray("note 4", "question", "", "A new bridge is planned for the spring of next year."),
    )
    assert found.strays == 1


def test_a_reviewed_mark_alone_goes_with_its_change():
    _, changes = compared(LEFT, RIGHT)
    review = Review().mark_reviewed(*changes, reviewed=True)
    later = RIGHT.replace("at one o'clock", "at noon")
    found, _, _ = taken_over(review, (LEFT, LEFT), (RIGHT, later))
    assert len(found.review.judgements) == 3
    assert (found.review.remarks, found.review.strays) == ((), ())
    assert found.unseen == 1


def test_a_reviewed_mark_is_taken_off_where_one_text_lost_words():
    """All that is left was seen, but not that the rest is missing."""
    left = "The ferry leaves at noon.\n\nNobody knew why the bell rang twice."
    right = left.replace("noon", "one")
    _, changes = compared(left, right)
    review = Review().mark_reviewed(*changes, reviewed=True)
    found, _, now = taken_over(review, (left, left), (right, "The ferry leaves"))
    assert [change.kind for change in now] == [ChangeKind.EDITED, ChangeKind.MISSING]
    assert (len(found.review.judgements), found.unseen) == (0, 1)


def test_a_change_without_its_reviewed_mark_says_nothing():
    _, changes = compared(LEFT, RIGHT)
    review = Review().mark_reviewed(changes[0], reviewed=True)
    later = RIGHT.replace("at one o'clock", "at two o'clock")
    found, _, _ = taken_over(review, (LEFT, LEFT), (RIGHT, later))
    assert found.unseen == 1
    assert not found.review.says_something


def test_a_remark_follows_its_words_into_another_place():
    span = where(RIGHT, "kept bees on the upper deck")
    review, _ = Review().remark_on(Side.RIGHT, span, "Bees?")
    parts = RIGHT.strip().split("\n\n")
    later = "\n\n".join((parts[2], parts[3], parts[0], parts[1].replace("a widow", "the widow")))
    found, _, _ = taken_over(review, (LEFT, LEFT), (RIGHT, later))
    (remark,) = found.review.remarks
    assert later[slice(*remark.span)] == "kept bees on the upper deck"
    assert remark.id == review.remarks[0].id


def test_a_remark_on_words_that_are_gone_is_listed_too():
    span = where(LEFT, "Nobody on the quay")
    review, _ = Review().remark_on(Side.LEFT, span, "Who?")
    later = LEFT.replace("Nobody on the quay knew why the bell rang twice.\n\n", "")
    found, _, _ = taken_over(review, (LEFT, later), (RIGHT, RIGHT))
    assert found.review.strays == (Stray("Who?", None, "Nobody on the quay", ""),)


def test_two_notes_that_come_to_one_change_are_both_kept():
    left = "One fine day the sun rose early. The old king slept in his bed."
    right = "One fine day the sun rose late. The old king slept in his chair."
    comparison, changes = compared(left, right)
    assert len(changes) == 2
    review = Review().note(changes[0], "first").note(changes[1], "second")
    review = review.judge(changes[0], "accepted").judge(changes[1], "objection")
    # In the later version both sentences are one, and so both changes are one.
    later = "One fine day the sun rose late, and the old king slept in his chair."
    found, _, now = taken_over(review, (left, left), (right, later))
    assert len(now) == 1
    notes = {found.review.judgement(now[0].id).note, *(r.note for r in found.review.remarks)}
    assert notes == {"first", "second"}
    assert comparison.complete


def test_other_thresholds_keep_all_notes():
    review, _ = judged()
    document = Document.from_text(LEFT)
    comparison = compare(document, Document.from_text(RIGHT), Options())
    strict = relabel(comparison, Thresholds(1.0, 1.0))
    changes = find_changes(strict)
    same = Places(document, None), Places(comparison.right, None)
    found = carried(review, *same, strict, changes)
    kept = [said.note for said in found.review.judgements.values()]
    kept += [remark.note for remark in found.review.remarks]
    assert sorted(kept) == ["note 1", "note 2", "note 3", "note 4"]
    assert found.review.strays == ()


def test_swapped_sides_keep_all_notes():
    review, _ = judged()
    comparison, changes = compared(RIGHT, LEFT)
    same = Places(comparison.left, None), Places(comparison.right, None)
    found = carried(review.mirrored(), *same, comparison, changes)
    assert sorted(said.note for said in found.review.judgements.values()) == [
        "note 1",
        "note 2",
        "note 3",
        "note 4",
    ]
    assert found.unseen == 0


def said(review: Review) -> Counter[tuple[str, str | None]]:
    """Each note with its verdict, wherever it stands."""
    kept = (*review.judgements.values(), *review.remarks, *review.strays)
    return Counter((one.note, one.verdict) for one in kept if one.note or one.verdict)


@settings(max_examples=60)
@given(pairs(), pairs(), st.data())
def test_nothing_that_was_said_is_ever_dropped(first, second, data):
    before, after = (
        compare(*(Document.from_sentences(text) for text in pair)) for pair in (first, second)
    )
    review = Review()
    for change in find_changes(before):
        review = review.judge(change, data.draw(st.sampled_from([None, "accepted", "later"])))
        review = review.note(change, data.draw(st.sampled_from(["", f"n{change.number}"])))
    for side in Side:
        if text := before.document(side).text:
            at = data.draw(st.integers(0, len(text) - 1))
            review, _ = review.remark_on(side, Span(at, min(len(text), at + 9)), "here")
    versions = {side: compare(before.document(side), after.document(side)) for side in Side}
    found = carried(
        review,
        Places(before.left, versions[Side.LEFT]),
        Places(before.right, versions[Side.RIGHT]),
        after,
        find_changes(after),
    )
    assert said(found.review) == said(review)
    ids = {change.id: change for change in find_changes(after)}
    for name, judgement in found.review.judgements.items():
        assert (judgement.left, judgement.right) == (ids[name].left, ids[name].right)
    for remark in found.review.remarks:
        assert 0 <= remark.span.start <= remark.span.end <= len(after.document(remark.side).text)
    assert len({remark.id for remark in found.review.remarks}) == len(found.review.remarks)
