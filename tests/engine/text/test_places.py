"""Where sentences might end: two expressions that find the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.engine.text import places

_PIECES = st.sampled_from(
    [
        *places.STOPS,
        *places.OPENERS,
        *"。！？।॥„”’»)]}:;",
        *" \n\tAbcdéßЖאم0123",
        "…”“",
        ". . .",
        "[4]",
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_a_text_without_wide_letters_has_the_same_places_by_either_expression(text: str) -> None:
    text = "".join(character for character in text if character <= "\u303f")
    found = [place.regs for place in places.find_places(text, 0, len(text))]
    wide = places._pattern(wide=True)
    assert found == [place.regs for place in wide.finditer(text)]


def test_chinese_needs_no_space_behind_a_stop_of_its_own_or_another() -> None:
    text = "他走了。她没有.他等她"
    assert [place.start() for place in places.find_places(text, 0, len(text))] == [3, 7]
