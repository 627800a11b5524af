"""The engine's contract as properties of texts that an editor might have made."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from importlib.resources import files
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from invariants import check_all
from related_texts import WORDS, Paragraphs, odd_texts, pairs, texts

from patience import PATIENCE
from variorum.engine import (
    Cancelled,
    Comparison,
    Document,
    EditKind,
    Layout,
    Options,
    Pin,
    PinError,
    PinKind,
    RowKind,
    Side,
    Span,
    Thresholds,
    Tolerance,
    compare,
    relabel,
)

quick = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
"""Bounded, and the same texts in every run: a failure can be looked at again."""

tolerances = st.frozensets(st.sampled_from(Tolerance), max_size=len(Tolerance))
shares = st.sampled_from([0.0, 0.1, 0.25, 0.4, 0.5, 0.65, 0.8, 0.95, 1.0])
thresholds = st.tuples(shares, shares).map(lambda t: Thresholds(max(t), min(t)))

Pair = tuple[Paragraphs, Paragraphs]


def documents(pair: Pair) -> tuple[Document, Document]:
    return Document.from_sentences(pair[0]), Document.from_sentences(pair[1])


@given(pair=pairs(), options=st.builds(Options, tolerances, thresholds))
@settings(quick, max_examples=200)
def test_every_comparison(pair: Pair, options: Options) -> None:
    check_all(compare(*documents(pair), options))


@given(left=odd_texts, right=odd_texts, layout=st.sampled_from(Layout))
@settings(quick, max_examples=150)
def test_any_text_whatever_gives_a_result(left: str, right: str, layout: Layout) -> None:
    a = Document.from_text(left, layout=layout)
    b = Document.from_text(right, layout=layout)
    check_all(compare(a, b))


@given(text=odd_texts, layout=st.sampled_from(Layout))
@settings(quick, max_examples=100)
def test_any_text_equals_itself(text: str, layout: Layout) -> None:
    document = Document.from_text(text, layout=layout)
    again = Document.from_text(text, layout=layout)
    comparison = compare(document, again)
    assert {row.kind for row in comparison.rows} <= {RowKind.EQUAL}
    assert comparison.moves == ()


@given(text=texts)
@quick
def test_identical_texts_give_only_equal_rows(text: Paragraphs) -> None:
    comparison = compare(*documents((text, text)))
    count = len(comparison.left.sentences)
    assert [(r.kind, r.left, r.right) for r in comparison.rows] == [
        (RowKind.EQUAL, (i,), (i,)) for i in range(count)
    ]
    assert comparison.moves == ()
    assert comparison.complete
    assert comparison.limits == ()
    assert all(
        e.kind is EditKind.EQUAL and not e.tolerated for r in comparison.rows for e in r.edits
    )


@given(text=texts)
@quick
def test_nothing_against_something_is_all_missing_or_all_new(text: Paragraphs) -> None:
    there, nothing = documents((text, []))
    assert {row.kind for row in compare(there, nothing).rows} <= {RowKind.MISSING}
    assert {row.kind for row in compare(nothing, there).rows} <= {RowKind.NEW}


MIRRORED: Final = {RowKind.MISSING: RowKind.NEW, RowKind.NEW: RowKind.MISSING}


@given(pair=pairs())
@settings(quick, max_examples=120)
def test_swapping_the_sides_mirrors_links_and_moves(pair: Pair) -> None:
    left, right = documents(pair)
    there, back = compare(left, right), compare(right, left)
    assert Counter(there.links()) == Counter((b, a) for a, b in back.links())
    rows = Counter((MIRRORED.get(r.kind, r.kind), r.right, r.left) for r in there.rows)
    assert rows == Counter((r.kind, r.left, r.right) for r in back.rows)

    def moved(c: Comparison, *, mirrored: bool) -> Counter[frozenset[object]]:
        return Counter(
            frozenset((p.right, p.left) if mirrored else (p.left, p.right) for p in move.pairs)
            for move in c.moves
        )

    assert moved(there, mirrored=True) == moved(back, mirrored=False)


@st.composite
def shuffled(draw: st.DrawFn) -> Pair:
    """Paragraphs that say nothing alike, and the same in another order."""
    words = random.Random(draw(st.integers(0, 10**6)))  # noqa: S311

    def sentence() -> str:
        syllables = ("".join(words.choices("bdfgklmnprst", k=4)) for _ in range(6))
        return " ".join("a".join(part) for part in syllables).capitalize() + "."

    paragraphs = [
        [sentence() for _ in range(size)]
        for size in draw(st.lists(st.integers(1, 3), min_size=3, max_size=9))
    ]
    return paragraphs, draw(st.permutations(paragraphs))


@given(pair=shuffled())
@settings(quick, max_examples=150)
def test_swapping_the_sides_mirrors_moves_of_the_same_worth(pair: Pair) -> None:
    left, right = documents(pair)

    def moved(c: Comparison, *, mirrored: bool) -> set[frozenset[object]]:
        return {
            frozenset((p.right, p.left) if mirrored else (p.left, p.right) for p in move.pairs)
            for move in c.moves
        }

    there, back = compare(left, right), compare(right, left)
    assert moved(there, mirrored=True) == moved(back, mirrored=False)


@given(pair=pairs(), options=st.builds(Options, tolerances))
@quick
def test_the_same_input_gives_the_same_result(pair: Pair, options: Options) -> None:
    assert compare(*documents(pair), options) == compare(*documents(pair), options)


@given(pair=pairs())
@quick
def test_who_listens_does_not_change_the_result(pair: Pair) -> None:
    left, right = documents(pair)
    seen: list[Comparison] = []
    end = Span(len(left.text), len(left.text))
    watched = compare(
        left,
        right,
        progress=lambda _fraction, _stage: None,
        cancelled=lambda: False,
        partial=seen.append,
        focus=lambda: (Side.LEFT, end),
    )
    assert watched == compare(left, right)
    for partial in seen:
        assert not partial.complete
        check_all(partial)


def long_pair() -> tuple[Document, Document]:
    """Some two thousand sentences in all: enough for partial results; every fourth is edited."""
    left = [
        [
            f"Letter {n} from {WORDS[n % 20]} to {WORDS[(n * 7) % 23]}, no {n * 31 + s}, was lost."
            for s in range(1 + n % 4)
        ]
        for n in range(420)
    ]
    right = [
        [
            sentence.replace("was lost", f"went to {WORDS[n % 11]} at night")
            if n % 4 == 0
            else sentence
            for sentence in paragraph
        ]
        for n, paragraph in enumerate(left)
        if n % 17
    ]
    right.insert(3, right.pop(300))
    return documents((left, right))


def test_partial_results_of_a_long_text_hold_and_leave_the_final_one_alone() -> None:
    left, right = long_pair()
    seen: list[Comparison] = []
    at = right.sentences[-1].span
    watched = compare(left, right, partial=seen.append, focus=lambda: (Side.RIGHT, at))
    assert seen, "a text of this length is worth a partial result"
    for partial in seen:
        assert not partial.complete
        assert any(row.kind is RowKind.PENDING for row in partial.rows)
        check_all(partial)
    assert watched.complete
    check_all(watched)
    assert watched == compare(left, right)


def test_partial_results_can_be_relabelled() -> None:
    seen: list[Comparison] = []
    compare(*long_pair(), partial=seen.append)
    assert seen
    for partial in seen:
        check_all(relabel(partial, Thresholds(0.95, 0.9)))


@given(pair=pairs())
@quick
def test_progress_never_goes_back_and_ends_at_one(pair: Pair) -> None:
    said: list[tuple[float, str]] = []
    compare(*documents(pair), progress=lambda fraction, stage: said.append((fraction, stage)))
    fractions = [fraction for fraction, _ in said]
    assert fractions == sorted(fractions)
    assert fractions[0] >= 0
    assert fractions[-1] == 1
    assert all(stage for _, stage in said)


@given(pair=pairs(), data=st.data())
@quick
def test_cancelled_is_raised_whenever_asked(pair: Pair, data: st.DataObject) -> None:
    left, right = documents(pair)
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    compare(left, right, cancelled=count)
    assert asked
    last = data.draw(st.integers(1, asked))
    answers = 0

    def stop() -> bool:
        nonlocal answers
        answers += 1
        return answers >= last

    with pytest.raises(Cancelled):
        compare(left, right, cancelled=stop)
    assert answers == last


@given(pair=pairs())
@quick
def test_ids_survive_a_change_further_down(pair: Pair) -> None:
    """Whatever is added at the end, the rows above the first row that differs keep their ids."""
    left, right = documents(pair)
    longer = Document.from_sentences([*pair[1], ["Quite another matter altogether."]])
    for row, other in zip(compare(left, right).rows, compare(left, longer).rows, strict=False):
        if (row.left, row.right) != (other.left, other.right):
            break
        assert row.id == other.id


@given(pair=pairs(), new=thresholds)
@settings(quick, max_examples=100)
def test_relabelling_gives_what_comparing_gives(pair: Pair, new: Thresholds) -> None:
    plain = compare(*documents(pair))
    text_before = repr(plain)
    other = relabel(plain, new)
    assert repr(plain) == text_before
    assert other == compare(*documents(pair), Options(thresholds=new))
    assert set(other.links()) <= set(plain.links())
    assert all((s or 1) >= new.reworded for s in (row.similarity for row in other.rows))
    check_all(other)


@given(pair=pairs())
@quick
def test_a_comparison_can_be_sent_to_another_process(pair: Pair) -> None:
    comparison = compare(*documents(pair))
    sent = ForkingPickler.loads(ForkingPickler.dumps(comparison))
    assert sent == comparison
    assert list(sent.links()) == list(comparison.links())
    assert relabel(sent, Thresholds(0.9, 0.4)) == relabel(comparison, Thresholds(0.9, 0.4))
    check_all(sent)


@given(pair=pairs(), first=thresholds, second=thresholds)
@settings(quick, max_examples=100)
def test_relabelling_twice_is_relabelling_once(
    pair: Pair, first: Thresholds, second: Thresholds
) -> None:
    assume(first.reworded <= second.reworded)
    plain = compare(*documents(pair))
    assert relabel(relabel(plain, first), second) == relabel(plain, second)
    assert relabel(plain, plain.options.thresholds) == plain


@given(pair=pairs(), data=st.data())
@settings(quick, max_examples=80)
def test_pins_are_honoured(pair: Pair, data: st.DataObject) -> None:
    left, right = documents(pair)
    assume(left.sentences and right.sentences)
    i = data.draw(st.integers(0, len(left.sentences) - 1))
    j = data.draw(st.integers(0, len(right.sentences) - 1))
    kind = data.draw(st.sampled_from(PinKind))
    pin = Pin(left.sentences[i].span, right.sentences[j].span, kind)
    comparison = compare(left, right, pins=[pin])
    check_all(comparison)
    if kind is PinKind.ALIGN:
        assert ((i,), (j,)) in set(comparison.links())
        strict = relabel(comparison, Thresholds(1.0, 1.0))
        assert ((i,), (j,)) in set(strict.links())
    else:
        assert not any(i in a and j in b for a, b in comparison.links())


def test_pins_that_contradict_each_other_are_refused() -> None:
    left, right = documents(([["One sentence.", "Two sentences."]], [["One sentence."]]))
    a, b = left.sentences[0].span, right.sentences[0].span
    with pytest.raises(PinError):
        compare(left, right, pins=[Pin(a, b), Pin(a, b, PinKind.FORBID)])


DIGEST: Final = """
import hashlib, sys
from importlib.resources import files
from multiprocessing.reduction import ForkingPickler
from variorum.engine import Document, Options, Thresholds, compare
samples = files("variorum.resources") / "samples"
left, right = (
    Document.from_text((samples / name).read_text("utf-8"))
    for name in ("original.txt", "reworded.txt")
)
result = compare(left, right, Options(thresholds=Thresholds(0.6, 0.2)))
plain = repr((result.rows, result.moves, result.bands, result.summary, result.limits))
sys.stdout.write(hashlib.sha256(plain.encode()).hexdigest())
"""


def test_the_result_does_not_depend_on_the_hash_seed() -> None:
    """Sets and dictionaries of strings are walked in another order in each of these processes."""
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=Path.cwd(),
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(digests) == 1
    assert len(digests.pop()) == 64


def test_every_sentence_of_the_sample_is_accounted_for() -> None:
    samples = files("variorum.resources") / "samples"
    left, right = (
        Document.from_text((samples / name).read_text("utf-8"))
        for name in ("original.txt", "reworded.txt")
    )
    comparison = compare(left, right)
    check_all(comparison)
    for side in Side:
        assert sum(len(row.sentences(side)) for row in comparison.rows) > 40
