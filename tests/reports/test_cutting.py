"""Cutting texts to a length: never within a word, nor within what one sees as one sign."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.reports.cutting import head_of, shortened, tail_of

THAI = "รัฐมนตรีพูดถึงแผนรถไฟใหม่ที่จะเชื่อมแปดเมือง"
FAMILY = "👩\u200d👧\u200d👦"


@pytest.mark.parametrize(
    ("text", "length", "head", "tail"),
    [
        ("the harbour master counted", 16, "the harbour", "master counted"),
        ("the harbour master counted", 11, "the harbour", "counted"),
        (THAI, 12, "รัฐมนตรีพูด", "อมแปดเมือง"),
        ("港に船が十一隻ある。" * 3, 4, "港に船が", "隻ある。"),
        (FAMILY * 8, 6, FAMILY, FAMILY),
        ("น้ำ" * 10, 5, "น้ำ", "น้ำ"),
    ],
)
def test_words_and_signs_stay_whole(text, length, head, tail):
    assert head_of(text, length) == head
    assert tail_of(text, length) == tail


@given(st.text(alphabet="ก่ำเ\u0301aด👩\u200d"), st.integers(1, 40))
def test_what_is_left_is_an_end_of_the_text_and_begins_with_a_sign(text, length):
    head, tail = head_of(text, length), tail_of(text, length)
    assert text.startswith(head)
    assert text.endswith(tail)
    assert max(len(head), len(tail)) <= length
    for rest in (text[len(head) :], tail):
        if rest not in ("", text):
            assert unicodedata.category(rest[0])[0] != "M"


def test_a_text_that_is_cut_says_so():
    assert shortened("short", 20) == "short"
    assert shortened("the harbour master counted", 20) == "the harbour master…"
    assert shortened("港" * 30, 20) == "港" * 20 + "…"
