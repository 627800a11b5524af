from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine import Options, Tolerance
from variorum.engine.elements import Span
from variorum.engine.model import EditKind
from variorum.engine.text.tokens import count_words
from variorum.engine.words.edits import pair_edits
from variorum.engine.words.measure import LONGEST_MEASURED, measure

PLAIN = Options().tolerances

PAIRS = (
    ("The ferry leaves at nine o’clock.", "The ferry left at ten o’clock."),
    ("Er kam spät, aber er kam.", "Er kam zu spät, aber immerhin kam er doch."),
    ("Los perros duermen.", "Los gatos duermen al sol."),
    ("Поезд опоздал на час.", "Поезд опоздал на два часа."),
    ("Nothing is alike here.", "Quite another sentence stands there."),
    ("4. Payment", "5. Payment"),
    ("Radny pytał o szkoły.", "Radna pytała o szkołę."),
    ("غادرت الباخرة في التاسعة.", "غادرت الباخرة في العاشرة مساء."),
    ("הספינה יצאה בתשע.", "הספינה הקטנה יצאה בעשר."),
    ("渡轮早上九点开出,到岛上去。", "渡轮晚上八点开出，到镇上去。"),
    ("नाव सुबह नौ बजे निकली।", "नाव शाम को नौ बजे निकली।"),
)

words = st.lists(
    st.sampled_from(
        [
            "the",
            "old",
            "ferry",
            "well-known",
            "left",
            "late,",
            "1,200",
            "km/h",
            "don’t",
            "harbour.",
            "Und",
        ]
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_the_share_is_close_to_that_of_the_word_edits(left: str, right: str) -> None:
    found = measure(left, right, PLAIN)
    assert found is not None
    whole = pair_edits(left, Span(0, len(left)), right, Span(0, len(right)), Options())
    assert found.share == pytest.approx(whole.similarity, abs=0.12)


@pytest.mark.parametrize(
    ("left", "right"),
    [("4. Payment", "5. Payment"), ("§ 7 Auflösung", "§ 8 Auflösung"), ("Fee: £250", "Fee: £500")],
)
def test_a_number_that_faces_another_is_no_rewording(left: str, right: str) -> None:
    found = measure(left, right, PLAIN)
    assert found is not None
    whole = pair_edits(left, Span(0, len(left)), right, Span(0, len(right)), Options())
    assert min(found.share, whole.similarity) >= Options().thresholds.edited


@given(words, words)
def test_words_are_counted_as_everywhere_and_nothing_equal_is_called_different(
    left: str, right: str
) -> None:
    found = measure(left, right, PLAIN)
    if found is None:
        return
    assert (found.left, found.right) == tuple(count_words(t, 0, len(t)) for t in (left, right))
    assert 0 <= found.kept <= min(found.left, found.right)
    assert 0 <= found.share <= 1
    whole = pair_edits(left, Span(0, len(left)), right, Span(0, len(right)), Options())
    assert any(edit.kind is not EditKind.EQUAL for edit in whole.edits)
    mirrored = measure(right, left, PLAIN)
    assert mirrored is not None
    assert mirrored == found._replace(left=found.right, right=found.left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The ferry left.", "The ferry left!"),  # signs
        ("the low energy house", "the low-energy house"),  # joined
        ("The mayor said it was late.", "It was late, the mayor said."),  # moved inside
        ("船が出た。", "船が着いた。"),  # no spaces
        ("cafe\u0301 noir", "café rouge"),  # two forms
        ("\u095cी नाव", "\u0921\u093cी नदी"),  # the same in Hindi
        ("می\u200cرود امروز", "می\u200cرود فردا"),  # an invisible sign
        ("a well-\nknown inn", "a well-known hotel"),  # broken
        ("x " * LONGEST_MEASURED, "y"),
    ],
)
def test_what_only_edits_can_tell_is_left_to_them(left: str, right: str) -> None:
    assert measure(left, right, PLAIN) is None


def test_a_sentence_set_in_capitals_is_no_rewording() -> None:
    left, right = "NOTICE TO ALL TENANTS.", "Notice to all tenants."
    whole = pair_edits(left, Span(0, len(left)), right, Span(0, len(right)), Options())
    assert whole.similarity >= Options().thresholds.edited


def test_other_tolerances_are_left_to_the_edits() -> None:
    assert measure("ein Haus", "ein Heim", PLAIN | {Tolerance.DIACRITICS}) is None
