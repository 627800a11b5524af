"""Lines that break elsewhere: the short way finds what the long way finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine import Edit, EditKind, Options, Tolerance, word_edits
from variorum.engine.options import DEFAULT_TOLERANCES
from variorum.engine.words import edits as word_edits_module
from variorum.engine.words import spaces
from variorum.engine.words.placing import placed

WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "miller's",
            "Tom",
            "of",
            "well-",
            "3",
            "km",
            "“Yes,”",
            "(so)",
            "été",
            "end.",
            "-",
            "a",
        ]
    ),
    min_size=1,
    max_size=8,
)
GAPS = st.sampled_from([" ", " ", "\n", "  ", " \n", "\t", "\u00a0", "\n\n"])


def spaced_edits(
    left: str, right: str, tolerances: frozenset[Tolerance]
) -> tuple[Edit, ...] | None:
    """What the short way finds, as edits."""
    found = spaces.spaced_edits(left, right, tolerances)
    return None if found is None else placed(found, 0, 0)


@st.composite
def spaced_alike(draw: st.DrawFn) -> tuple[str, str]:
    words = draw(WORDS)

    def text() -> str:
        return "".join(word + draw(GAPS) for word in words[:-1]) + words[-1]

    return text(), text()


def the_long_way(left: str, right: str, options: Options) -> tuple[Edit, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_edits_module, "spaced_edits", lambda *_: None)
        return word_edits(left, right, options)


@given(spaced_alike(), st.sampled_from([DEFAULT_TOLERANCES, frozenset(), frozenset(Tolerance)]))
def test_both_ways_agree(texts: tuple[str, str], tolerances: frozenset[Tolerance]) -> None:
    left, right = texts
    found = spaced_edits(left, right, tolerances)
    if found is None or left == right:
        return
    options = Options(tolerances=tolerances)
    long = the_long_way(left, right, options)
    assert word_edits(left, right, options) == found
    if Tolerance.PUNCTUATION not in tolerances:  # which makes one word of a word and its marks
        assert found == long
    assert [edit.tolerated for edit in found if edit.tolerated] == [
        edit.tolerated for edit in long if edit.tolerated
    ]


def test_a_text_wrapped_elsewhere_needs_no_matching() -> None:
    left, right = (
        "He went down\nto the mill, and came back.",
        "He went down to the mill,\nand came back.",
    )
    found = spaced_edits(left, right, DEFAULT_TOLERANCES)
    assert found is not None
    assert all(edit.kind is EditKind.EQUAL for edit in found)
    assert [left[slice(*e.left)] for e in found if e.tolerated] == ["\n", " "]
    assert {e.tolerated for e in found} == {(), (Tolerance.LINE_BREAKS,)}
    assert spaced_edits(left, right, frozenset()) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("a well-\nknown man", "a well- known man"),
        ("some 5\nkm away", "some 5 km away"),
        ("one two", "one three"),
        ("one\u00a0two", "one two"),
        (" one\ntwo", " one two"),
    ],
)
def test_what_may_be_more_than_a_space_is_left_to_the_long_way(left: str, right: str) -> None:
    assert spaced_edits(left, right, DEFAULT_TOLERANCES) is None
