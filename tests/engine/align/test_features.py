"""What sentences are compared by."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.align.features import find_features, find_kinds, find_stems

WORDS = st.sampled_from(
    ["harbour", "Harbours", "the", "Straße", "ﬁne", "3rd", "воды", "水面", "কথা", "…"]
)


@given(st.lists(WORDS | st.text(max_size=8)).map(" ".join))
def test_the_kinds_of_features_are_those_that_are_counted(text: str) -> None:
    features = find_features(text)
    words, grams = find_kinds(text)
    assert set(words) == set(features.words)
    assert set(grams) == set(features.grams)
    assert list(find_stems(text)) == list(features.words)


def test_a_function_word_is_one_letter_group_and_not_its_groups() -> None:
    words, grams = find_kinds("the harbour")
    assert set(words) == {"the", "harbo"}
    assert "the" in grams
    assert "_th" not in grams
    assert {"_ha", "_har", "our_", "ur_"} <= set(grams)
