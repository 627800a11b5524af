"""A text with the letters of old keyboards is the same text; two words of Arabic are two."""

from __future__ import annotations

import pytest

from variorum.engine import (
    DEFAULT_TOLERANCES,
    Document,
    Options,
    RowKind,
    Tolerance,
    compare,
    find_changes,
    word_edits,
)

NEW = (
    "کتابی که دیروز خریدم یک داستان قدیمی است. پدربزرگ کاوه می‌گوید خانۀ نویسنده کنار رود بود. "
    "کسی در این شهر آن را نخوانده است."
)
DOTTED = NEW.replace("ک", "ك").replace("ی", "ي").replace("ۀ", "ه\u0654")
DOTLESS = DOTTED.replace("ي ", "ى ").replace("مي\u200c", "مى\u200c")


@pytest.mark.parametrize("old", [DOTTED, DOTLESS])
def test_the_letters_of_an_old_text_are_no_change(old: str) -> None:
    comparison = compare(Document.from_text(old), Document.from_text(NEW))
    assert [row.kind for row in comparison.rows] == [RowKind.EQUAL] * 3
    assert not find_changes(comparison)
    tolerated = {tolerance for edit in word_edits(old, NEW) for tolerance in edit.tolerated}
    assert tolerated == {Tolerance.UNICODE_FORM}


def test_they_are_when_nobody_tolerates_them() -> None:
    options = Options(tolerances=DEFAULT_TOLERANCES - {Tolerance.UNICODE_FORM})
    assert find_changes(compare(Document.from_text(DOTTED), Document.from_text(NEW), options))


def test_two_words_of_arabic_that_differ_in_the_dots_of_a_letter_are_two() -> None:
    left, right = "ذهب علي إلى المدرسة", "ذهب على إلى المدرسة"
    changed = [left[slice(*edit.left)] for edit in word_edits(left, right) if edit.kind != "equal"]
    assert changed == ["علي"]


def test_what_stretches_a_word_is_a_tolerance_of_its_own() -> None:
    left, right = "کتابی", "كتـــابى"
    (edit,) = word_edits(left, right)
    assert set(edit.tolerated) == {Tolerance.UNICODE_FORM, Tolerance.INVISIBLE}
    options = Options(tolerances=DEFAULT_TOLERANCES - {Tolerance.INVISIBLE})
    assert [edit.kind for edit in word_edits(left, right, options)] == ["replace"]
