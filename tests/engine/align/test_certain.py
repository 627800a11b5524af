"""What is certain before anything is weighed: each sentence counts once."""

from __future__ import annotations

from itertools import pairwise

import pytest

from variorum.engine import Document, Options, Span
from variorum.engine.align import certain
from variorum.engine.align.aligner import Aligner
from variorum.engine.align.pins import REACH, Pinned
from variorum.engine.alignment import Gap
from variorum.engine.watch import Watch

SIZE = 90
"""Sentences a side: more pairs than are aligned as a whole."""


def _sentence(number: int, ending: str) -> str:
    names = "".join(chr(ord("a") + int(digit)) for digit in f"{number * 7919**3:015d}")
    return f"Bearer {names} carried {names[::-1]} bags of barley to mill {names[2:]}{ending}."


def _seen(monkeypatch: pytest.MonkeyPatch) -> list[certain.Certain]:
    """What finders find from now on."""
    seen: list[certain.Certain] = []
    find = certain.Finder.find

    def finding(finder: certain.Finder, shown: certain.Shown | None = None) -> certain.Certain:
        seen.append(find(finder, shown))
        return seen[-1]

    monkeypatch.setattr(certain.Finder, "find", finding)
    return seen


@pytest.mark.parametrize("near_first", [0, certain.NEAR_FIRST_CELLS])
def test_a_hardly_touched_sentence_counts_once(
    near_first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certain, "NEAR_FIRST_CELLS", near_first)
    seen = _seen(monkeypatch)
    left = Document.from_sentences([[_sentence(n, "") for n in range(SIZE)]])
    right = Document.from_sentences([[_sentence(n, " today") for n in range(SIZE)]])
    found = Aligner(left, right, Options(), Pinned((), (), frozenset()), Watch()).run()
    assert [(link.left, link.right) for link in found.links] == [((n,), (n,)) for n in range(SIZE)]
    for side in seen[0].close:
        assert len(side) > SIZE // 2
        assert all(one < other for one, other in pairwise(side))


def test_only_what_is_close_to_a_pair_kept_apart_is_weighed_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = _seen(monkeypatch)
    monkeypatch.setattr(certain, "WHOLE_CELLS", 100)
    size, untouched, at = 50, 10, 30
    left = Document.from_sentences([[_sentence(n, "") for n in range(size)]])
    right = Document.from_sentences(
        [[_sentence(n, "" if n == untouched else " today") for n in range(size)]]
    )
    apart = frozenset({Gap(Span(at, at + 1), Span(at, at + 1))})
    found = Aligner(left, right, Options(), Pinned((), (), apart), Watch()).run()
    assert [(link.left, link.right) for link in found.links] == [
        ((n,), (n,)) for n in range(size) if n != at
    ]
    (gap,) = seen[0].open
    # The next pair on either side may be opened, too: what is left over may be a part of it.
    for span in gap:
        assert at - REACH - 1 <= span.start <= at - REACH
        assert at + REACH < span.end <= at + REACH + 2
