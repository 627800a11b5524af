"""What a reviewer says, one thing after the other."""

from __future__ import annotations

from reviewed import change

from variorum.engine import Side, Span
from variorum.review import VERDICTS, Review, Stray

ONE, TWO = change(1, "one"), change(2, "two")


def test_a_new_review_says_nothing():
    review = Review()
    assert not review.says_something
    assert not review.judgement("one").says_something
    assert not review.rename({"accepted": "Fine"}).says_something


def test_a_change_is_judged_reviewed_and_annotated_and_the_old_review_stays():
    first = Review()
    review = first.judge(ONE, "question").mark_reviewed(ONE, reviewed=True).note(ONE, "Why?")
    said = review.judgement("one")
    assert (said.verdict, said.reviewed, said.note) == ("question", True, "Why?")
    assert (said.left, said.right) == (ONE.left, ONE.right)
    assert first == Review()
    assert not review.judgement("two").says_something


def test_what_says_nothing_any_more_is_forgotten():
    review = Review().judge(ONE, "question").note(ONE, "Why?")
    assert review.judge(ONE, None).note(ONE, "") == Review()


def test_many_changes_are_reviewed_in_one_step():
    review = Review().note(ONE, "Why?").mark_reviewed(ONE, TWO, reviewed=True)
    assert review.judgement("one").reviewed
    assert review.judgement("one").note == "Why?"
    assert review.mark_reviewed(TWO, reviewed=False).judgements.keys() == {"one"}


def test_passages_are_annotated():
    review, first = Review().remark_on(Side.LEFT, Span(3, 9), "Here")
    review, second = review.remark_on(Side.RIGHT, Span(0, 2))
    assert first.id != second.id
    review = review.rewrite_remark(second.id, "There")
    assert [(r.side, r.span, r.note) for r in review.remarks] == [
        (Side.LEFT, (3, 9), "Here"),
        (Side.RIGHT, (0, 2), "There"),
    ]
    review = review.remove_remark(first.id)
    assert review.remark(first.id) is None
    review, third = review.remark_on(Side.LEFT, Span(1, 2))
    assert third.id != second.id


def test_verdicts_get_other_names():
    review = Review().rename({"accepted": "Fine", "later": "Ask Ms Ortiz"})
    assert [v.name for v in review.verdicts] == ["Fine", "", "", "Ask Ms Ortiz"]
    assert [v.id for v in review.verdicts] == [v.id for v in VERDICTS]
    assert review.rename({"accepted": ""}).verdict("accepted") == VERDICTS[0]
    assert review.verdict("no such") is None
    assert review.verdict(None) is None


def test_a_note_without_a_place_finds_one():
    lost = Review(strays=(Stray("First", "question", "a", ""), Stray("Second", None, "", "b")))
    review = lost.note(ONE, "Mine").attach(0, ONE)
    assert review.judgement("one").note == "Mine\n\nFirst"
    assert review.judgement("one").verdict == "question"
    assert [stray.note for stray in review.strays] == ["Second"]
    review = review.attach_to_passage(0, Side.RIGHT, Span(4, 6))
    assert review.strays == ()
    (remark,) = review.remarks
    assert (remark.side, remark.span, remark.note) == (Side.RIGHT, (4, 6), "Second")
    assert lost.remove_stray(0).strays == lost.strays[1:]


def test_a_verdict_that_a_change_has_is_not_overruled():
    lost = Review(strays=(Stray("", "question", "a", ""),)).judge(ONE, "accepted")
    assert lost.attach(0, ONE).judgement("one").verdict == "accepted"


def test_what_a_newer_program_wrote_of_a_lost_note_goes_with_it() -> None:
    lost = Review(strays=(Stray("Lost", None, "a", "", {"colour": "red"}),))
    assert lost.attach(0, ONE).judgement("one").unknown == {"colour": "red"}
    (remark,) = lost.attach_to_passage(0, Side.LEFT, Span(4, 6)).remarks
    assert remark.unknown == {"colour": "red"}


def test_the_sides_are_swapped_and_swapped_back():
    review = Review(strays=(Stray("Lost", None, "a", "b"),)).note(ONE, "Why?")
    review, _ = review.remark_on(Side.LEFT, Span(3, 9), "Here")
    other = review.mirrored()
    assert other.judgement("one").left == ONE.right
    assert other.remarks[0].side is Side.RIGHT
    assert other.strays[0].left == "b"
    assert other.mirrored() == review
