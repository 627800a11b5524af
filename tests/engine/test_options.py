"""What a person sets is taken as it is meant, or refused at once."""

from __future__ import annotations

import pytest

from variorum.engine import (
    Document,
    Options,
    Pin,
    PinKind,
    RowKind,
    Thresholds,
    Tolerance,
    compare,
)

LEFT = Document.from_text("The NIGHT train left early. Nobody saw it.")
RIGHT = Document.from_text("The night train left early. Nobody saw it.")
FIRST = LEFT.sentences[0].span, RIGHT.sentences[0].span


@pytest.mark.parametrize("tolerances", [{Tolerance.CASE}, {"case"}, ["case"], frozenset({"case"})])
def test_tolerances_are_any_set_of_them(tolerances) -> None:
    options = Options(tolerances=tolerances)
    assert options == Options(tolerances=frozenset({Tolerance.CASE}))
    row = compare(LEFT, RIGHT, options).rows[0]
    assert row.kind is RowKind.EQUAL
    assert {t for edit in row.edits for t in edit.tolerated} == {Tolerance.CASE}


@pytest.mark.parametrize("tolerances", [{"capitals"}, "case"])
def test_an_unknown_tolerance_is_refused(tolerances) -> None:
    with pytest.raises(ValueError, match="Tolerance"):
        Options(tolerances=tolerances)


def test_the_kind_of_a_pin_may_be_its_name() -> None:
    pin = Pin(*FIRST, "forbid")  # type: ignore[arg-type]
    assert pin == Pin(*FIRST, PinKind.FORBID)
    linked = compare(LEFT, RIGHT, pins=[pin]).links()
    assert ((0,), (0,)) not in set(linked)


def test_an_unknown_kind_of_pin_is_refused() -> None:
    with pytest.raises(ValueError, match="PinKind"):
        Pin(*FIRST, "apart")  # type: ignore[arg-type]


@pytest.mark.parametrize(("edited", "reworded"), [(0.2, 0.3), (1.1, 0), (0.5, -0.1)])
def test_thresholds_that_make_no_sense_are_refused(edited: float, reworded: float) -> None:
    with pytest.raises(ValueError, match="reworded <= edited"):
        Thresholds(edited, reworded)
