from hypothesis import given
from hypothesis import strategies as st

from variorum.window.offsets import Offsets

TEXTS = st.text(st.sampled_from("aé中ا\U0001f600\U00020000\u0301 "), max_size=40)


def units_before(text: str, position: int) -> int:
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS)
def test_a_position_is_where_utf_16_has_it(text):
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        assert offsets.to_qt(position) == units_before(text, position)


@given(TEXTS)
def test_there_and_back_again(text):
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        assert offsets.from_qt(offsets.to_qt(position)) == position


def test_the_second_half_of_a_character_is_the_character():
    offsets = Offsets("a\U0001f600b")
    assert [offsets.from_qt(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


def test_a_lone_half_counts_one():
    offsets = Offsets("a\ud83db")
    assert [offsets.to_qt(position) for position in range(4)] == [0, 1, 2, 3]
