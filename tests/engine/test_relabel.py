"""Other thresholds on comparisons that are assembled by hand."""

from __future__ import annotations

from dataclasses import replace

from hand_made import BAKER, BREAD, CAT, RAIN, link, made
from invariants import check_all

from variorum.engine import Comparison, RowKind, Thresholds, relabel
from variorum.engine.alignment import Alignment

NINE = BAKER.replace("five", "nine")
OTHER = "Nobody had seen the baker, who was ill, since Tuesday."


def kinds(comparison: Comparison) -> list[str]:
    return [row.kind.value for row in comparison.rows]


def bands(comparison: Comparison) -> list[str]:
    return [band.kind.value for band in comparison.bands]


def sample() -> Comparison:
    return made(
        [[BAKER, BREAD], [CAT], [RAIN]],
        [[NINE, BREAD], [OTHER], [RAIN]],
        Alignment(link((0, 0), (1, 1), (2, 2), (3, 3))),
    )


def test_the_same_thresholds_change_nothing() -> None:
    comparison = sample()
    assert relabel(comparison, comparison.options.thresholds) == comparison


def test_a_higher_threshold_calls_more_rows_reworded() -> None:
    comparison = sample()
    strict = relabel(comparison, Thresholds(edited=0.99))
    assert kinds(strict) == ["reworded", "equal", "reworded", "equal"]
    assert strict.options.thresholds == Thresholds(edited=0.99)
    assert strict.bands == comparison.bands
    assert strict.summary.similarity == comparison.summary.similarity
    assert relabel(strict, comparison.options.thresholds) == comparison
    check_all(strict)


def test_a_pair_below_the_lowest_threshold_is_taken_apart_with_its_band() -> None:
    comparison = sample()
    apart = relabel(comparison, Thresholds(0.5, 0.5))
    assert kinds(apart) == ["edited", "equal", "missing", "new", "equal"]
    assert bands(apart) == ["same", "missing", "new", "same"]
    assert apart.summary.left.sentences.lone == 1
    check_all(apart)


def test_what_was_beside_a_taken_pair_is_laid_out_with_it() -> None:
    """The missing paragraphs come first, as they would have without the link."""
    comparison = made(
        [[BREAD], [CAT], [RAIN]],
        [[NINE], [OTHER], [RAIN]],
        Alignment(link((1, 1), (2, 2))),
    )
    assert bands(comparison) == ["missing", "new", "same", "same"]
    apart = relabel(comparison, Thresholds(0.5, 0.5))
    expected = made([[BREAD], [CAT], [RAIN]], [[NINE], [OTHER], [RAIN]], Alignment(link((2, 2))))
    assert bands(apart) == bands(expected) == ["missing", "missing", "new", "new", "same"]
    assert [(r.left, r.right) for r in apart.rows] == [(r.left, r.right) for r in expected.rows]


def test_a_band_held_together_by_a_taken_pair_comes_apart() -> None:
    comparison = made([[BAKER, CAT]], [[NINE], [OTHER]], Alignment(link((0, 0), (1, 1))))
    assert bands(comparison) == ["split"]
    apart = relabel(comparison, Thresholds(0.5, 0.5))
    assert bands(apart) == ["same", "new"]
    assert kinds(apart) == ["edited", "missing", "new"]
    check_all(apart)


def test_rows_that_stay_keep_their_ids() -> None:
    comparison = sample()
    apart = relabel(comparison, Thresholds(0.5, 0.5))
    before = {row.id for row in comparison.rows}
    for row in apart.rows:
        assert (row.id in before) == row.two_sided


def test_equal_rows_are_never_taken_apart() -> None:
    comparison = relabel(sample(), Thresholds(1.0, 1.0))
    assert [row.kind for row in comparison.rows if row.two_sided] == [RowKind.EQUAL] * 2
    check_all(comparison)


def test_a_move_below_the_lowest_threshold_is_no_move() -> None:
    comparison = made(
        [[BAKER], [BREAD], [RAIN, CAT]],
        [[RAIN, OTHER], [BAKER], [BREAD]],
        Alignment(link((0, 2), (1, 3)), moves=(link((2, 0), (3, 1)),)),
    )
    less = relabel(comparison, Thresholds(0.5, 0.5))
    assert [[p.left for p in move.pairs] for move in less.moves] == [[(2,)]]
    assert less.moves[0].similarity == 1
    assert less.summary.left.sentences.moved == 1
    assert less.summary.left.sentences.lone == 1
    check_all(less)


def test_moves_are_numbered_anew_when_one_is_gone() -> None:
    comparison = made(
        [[CAT], [BREAD], [RAIN]],
        [[RAIN], [BREAD], [OTHER]],
        Alignment(link((1, 1)), moves=(link((0, 2)), link((2, 0)))),
    )
    less = relabel(comparison, Thresholds(0.5, 0.5))
    assert [(move.id, move.pairs[0].left) for move in less.moves] == [(1, (2,))]
    assert [band.moves for band in less.bands if band.moves] == [(1,), (1,)]
    check_all(less)


def test_a_comparison_without_tallies_is_counted() -> None:
    comparison = sample()
    bare = replace(comparison, tallies=())
    thresholds = Thresholds(0.95, 0.5)
    assert relabel(bare, thresholds) == relabel(comparison, thresholds)


def test_links_are_never_invented() -> None:
    """Lower thresholds do not bring back what was taken apart."""
    apart = relabel(sample(), Thresholds(0.5, 0.5))
    again = relabel(apart, Thresholds())
    assert list(again.links()) == list(apart.links())
