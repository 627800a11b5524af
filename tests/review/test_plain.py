"""A review as JSON, and back."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewed import LENGTH, REVIEWS

from variorum.review import VERDICTS, PlainError, Review, from_plain, to_plain


@given(REVIEWS)
def test_what_is_written_is_read_again(review):
    plain = json.loads(json.dumps(to_plain(review)))
    assert from_plain(plain, LENGTH, LENGTH) == review


_ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 99)
    | st.floats(allow_nan=False)
    | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "verdicts",
                    "changes",
                    "passages",
                    "strays",
                    "summary",
                    "note",
                    "left",
                    "span",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(_ANY)
def test_anything_is_a_review_or_is_refused(value):
    with suppress(PlainError):
        review = from_plain(value, LENGTH, LENGTH)
        assert from_plain(to_plain(review), LENGTH, LENGTH) == review


def test_the_least_there_can_be():
    assert from_plain({}, 0, 0) == Review()
    assert from_plain({"verdicts": []}, 0, 0).verdicts == VERDICTS


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {"changes": {}},
        {"changes": [{"verdict": "accepted"}]},
        {"changes": [{"id": "a", "reviewed": "yes"}]},
        {"changes": [{"id": "a", "note": 3}]},
        {"changes": [{"id": "a", "note": "x", "left": [3]}]},
        {"changes": [{"id": "a", "note": "x", "left": [3, 2]}]},
        {"changes": [{"id": "a", "note": "x", "left": [True, 2]}]},
        {"changes": [{"id": "a", "note": "x", "right": [0, LENGTH + 1]}]},
        {"passages": [{"id": "r1", "side": "middle", "span": [0, 1]}]},
        {"passages": [{"id": "r1", "side": "left"}]},
        {"passages": [{"id": "r1", "side": "left", "span": [0, 1]}] * 2},
        {"summary": 3},
        {"verdicts": [{"id": str(n)} for n in range(10)]},
    ],
)
def test_what_makes_no_sense_is_refused(value):
    with pytest.raises(PlainError):
        from_plain(value, LENGTH, LENGTH)


def test_a_verdict_that_is_used_but_not_explained_is_there():
    review = from_plain({"changes": [{"id": "a", "verdict": "urgent"}]}, 0, 0)
    assert review.verdict("urgent") is not None
    assert [v.id for v in review.verdicts] == [*(v.id for v in VERDICTS), "urgent"]


def test_a_usual_verdict_that_the_file_left_out_is_the_usual_one():
    changes = [{"id": "k1", "verdict": "later"}, {"id": "k2", "verdict": "question"}]
    plain = {"verdicts": [{"id": "accepted", "sign": "✓"}], "changes": changes}
    verdicts = from_plain(plain, 0, 0).verdicts
    assert [(v.id, v.sign) for v in verdicts] == [
        ("accepted", "✓"),
        ("question", "?"),
        ("later", "…"),
    ]


def test_signs_are_one_visible_character():
    verdicts = [{"id": "a", "sign": "ab"}, {"id": "b", "sign": "\n"}, {"id": "c"}]
    review = from_plain({"verdicts": verdicts}, 0, 0)
    assert [v.sign for v in review.verdicts] == ["a", "•", "•"]
