"""A short run of damaged and hostile files over all readers; `fuzz_readers.py` makes long ones."""

from __future__ import annotations

from fuzz_readers import SLOW, fuzz

from variorum.readers.formats import _ADAPTERS

COUNT = 400


def test_damaged_files_are_a_text_or_an_error() -> None:
    found = list(fuzz(range(COUNT), 7, list(_ADAPTERS)))
    assert len(found) == COUNT
    assert {kind for _, kind, _, _ in found} == set(_ADAPTERS)
    failed = [one for one in found if one[2] not in ("text", "empty", "error")]
    assert not failed
    assert {"text", "error"} <= {result for _, _, result, _ in found}
    # A machine that does other things, too, is given three times as long.
    assert max(seconds for *_, seconds in found) < 3 * SLOW
