"""How a long run asks whether to go on, where it gives back what it took."""

from __future__ import annotations

import pytest

from variorum.engine.watch import STRIDE, let_go


def test_a_list_is_emptied_some_at_a_time() -> None:
    things = [{number} for number in range(3 * STRIDE + 1)]
    left: list[int] = []
    let_go(things, lambda: left.append(len(things)))
    assert things == []
    assert left == [3 * STRIDE + 1, 2 * STRIDE + 1, STRIDE + 1, 1]


def test_emptying_a_list_can_be_ended() -> None:
    things = [{number} for number in range(3 * STRIDE)]

    def check() -> None:
        if len(things) < 3 * STRIDE:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        let_go(things, check)
    assert len(things) == 2 * STRIDE
