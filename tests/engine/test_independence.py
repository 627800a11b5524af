"""What the result must not depend on: threads, processes, listeners, the side, the way it was cut.

Long texts are cut at anchors before they are aligned. Here the limits from which that is done are
lowered, so that small texts take the same way; they are tried by the hundred.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from invariants import check_all
from related_texts import WORDS, Paragraphs, pairs
from test_cases import FILES, read_case

from patience import PATIENCE
from variorum.engine import Comparison, Document, Pin, PinError, PinKind, Side, Span, compare
from variorum.engine.align import aligner, certain, cuts, moves, worth

some = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    derandomize=True,
)

Pair = tuple[Paragraphs, Paragraphs]


def documents(pair: Pair) -> tuple[Document, Document]:
    return Document.from_sentences(pair[0]), Document.from_sentences(pair[1])


@pytest.fixture
def cut_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take small texts for long ones."""
    monkeypatch.setattr(certain, "WHOLE_CELLS", 6)
    monkeypatch.setattr(certain, "SMALL_CELLS", 6)
    monkeypatch.setattr(cuts, "SMALL_CELLS", 6)
    monkeypatch.setattr(aligner, "LONG_TEXT", 2)
    monkeypatch.setattr(aligner, "FIRST_SENTENCES", 1)


@pytest.mark.usefixtures("cut_early")
@given(pair=pairs())
@some
def test_what_is_cut_holds_the_contract(pair: Pair) -> None:
    check_all(compare(*documents(pair)))


@pytest.mark.usefixtures("cut_early")
@given(pair=pairs(), data=st.data())
@some
def test_partial_results_and_the_focus_change_nothing(pair: Pair, data: st.DataObject) -> None:
    left, right = documents(pair)
    seen: list[Comparison] = []
    side = data.draw(st.sampled_from(Side))
    at = data.draw(st.integers(0, len((left if side is Side.LEFT else right).text)))
    watched = compare(left, right, partial=seen.append, focus=lambda: (side, Span(at, at)))
    assert watched == compare(left, right)
    for partial in seen:
        assert not partial.complete
        check_all(partial)


def mirrored(c: Comparison) -> Counter[tuple[tuple[int, ...], tuple[int, ...]]]:
    return Counter((b, a) for a, b in c.links())


@pytest.mark.usefixtures("cut_early")
@given(pair=pairs())
@some
def test_swapping_the_sides_mirrors_what_is_cut(pair: Pair) -> None:
    left, right = documents(pair)
    assert Counter(compare(left, right).links()) == mirrored(compare(right, left))


def edited(seed: int) -> Pair:
    """Two hundred sentences, and the same with words replaced, sentences gone and others new."""
    draw = random.Random(seed)  # noqa: S311

    def sentence() -> str:
        return " ".join(draw.choices(WORDS, k=draw.randint(5, 12))).capitalize() + "."

    left = [sentence() for _ in range(220)]
    right = []
    for same in left:
        chance = draw.random()
        if chance < 0.1:
            continue
        words = same[:-1].split()
        for _ in range(draw.randint(1, 6) if chance < 0.3 else 0):
            words[draw.randrange(len(words))] = draw.choice(WORDS)
        right.append(" ".join(words).capitalize() + ".")
        if chance > 0.85:
            right.append(sentence())
    return tuple([text[i : i + 4] for i in range(0, len(text), 4)] for text in (left, right))


@pytest.mark.parametrize("seed", range(12))
def test_swapping_the_sides_mirrors_what_is_weighed_by_its_surroundings(seed: int) -> None:
    left, right = documents(edited(seed))
    assert Counter(compare(left, right).links()) == mirrored(compare(right, left))


@pytest.mark.parametrize("seed", range(4))
def test_swapping_the_sides_mirrors_moves_that_are_looked_for_by_rare_words(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moves, "ALL_PAIRS", 100)
    monkeypatch.setattr(worth, "CANDIDATES", 1)
    before, after = edited(seed)
    random.Random(seed).shuffle(after)  # noqa: S311
    left, right = documents((before, after))
    there, back = compare(left, right), compare(right, left)
    assert Counter(there.links()) == mirrored(back)
    assert there.moves


@given(pair=pairs(), data=st.data())
@settings(some, max_examples=80)
def test_many_pins_are_honoured_or_refused(pair: Pair, data: st.DataObject) -> None:
    left, right = documents(pair)
    assume(left.sentences and right.sentences)
    wanted = data.draw(
        st.lists(
            st.tuples(
                st.integers(0, len(left.sentences) - 1),
                st.integers(0, len(right.sentences) - 1),
                st.sampled_from(PinKind),
            ),
            min_size=2,
            max_size=4,
        )
    )
    pins = [Pin(left.sentences[i].span, right.sentences[j].span, kind) for i, j, kind in wanted]
    aligned = {(i, j) for i, j, kind in wanted if kind is PinKind.ALIGN}
    forbidden = {(i, j) for i, j, kind in wanted if kind is PinKind.FORBID}
    lefts, rights = Counter(i for i, _ in aligned), Counter(j for _, j in aligned)
    shared = max([*lefts.values(), *rights.values(), 0]) > 1
    if aligned & forbidden:
        with pytest.raises(PinError):
            compare(left, right, pins=pins)
        return
    assume(not shared)  # one sentence aligned with two: joined or refused, by where they stand
    comparison = compare(left, right, pins=pins)
    check_all(comparison)
    linked = {(i, j) for a, b in comparison.links() for i in a for j in b}
    assert aligned <= linked
    assert not forbidden & linked


def test_threads_do_not_change_the_result() -> None:
    """All at once in four threads, and one after the other."""
    chosen = [documents((case.left, case.right)) for case in map(read_case, FILES[::4])]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda pair: compare(*pair), chosen))
    assert together == [compare(*pair) for pair in chosen]


DIGEST: Final = """
import hashlib, sys
sys.path[:0] = sys.argv[1:]
from test_cases import FILES, read_case
from variorum.engine import Document, compare
whole = hashlib.sha256()
for path in FILES:
    case = read_case(path)
    result = compare(Document.from_sentences(case.left), Document.from_sentences(case.right))
    parts = (result.rows, result.moves, result.bands, result.summary, result.limits)
    whole.update(repr(parts).encode())
sys.stdout.write(whole.hexdigest())
"""


def test_processes_and_hash_seeds_do_not_change_the_cases() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST, str(Path(__file__).parent)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
        ).stdout
        for seed in ("0", "77")
    }
    assert len(digests) == 1
    assert len(digests.pop()) == 64
