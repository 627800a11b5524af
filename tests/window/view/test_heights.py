from hypothesis import given
from hypothesis import strategies as st

from variorum.window.view.heights import RUN, Anchor, Heights, Scroll

REAL = st.lists(st.integers(1, 400), min_size=1, max_size=80)
STEPS = st.lists(st.integers(-900, 900), max_size=25)
VIEW = st.integers(1, 700)


def scroll_over(real: list[int], guess: int = 90) -> Scroll:
    """A scroll that knows nothing yet: every height is a guess."""
    return Scroll(Heights([guess] * len(real)), lambda stretch: real[stretch])


def place(scroll: Scroll, real: list[int]) -> int:
    """Where the upper edge of the view really is."""
    return sum(real[: scroll.anchor.stretch]) + scroll.anchor.pixels


@given(REAL, VIEW, STEPS)
def test_what_is_visible_fills_the_view_without_holes(real, view, steps):
    scroll = scroll_over(real)
    for step in [0, *steps]:
        scroll.move(step)
        placed = scroll.settle(view)
        assert placed[0].top <= 0
        bottom = placed[0].top
        for item in placed:
            assert item.top == bottom
            assert item.height == real[item.stretch]
            bottom += item.height
        assert bottom >= min(view, sum(real))


@given(REAL, VIEW, STEPS)
def test_scrolling_moves_by_exactly_what_was_asked_until_an_end(real, view, steps):
    scroll = scroll_over(real)
    scroll.settle(view)
    furthest = max(0, sum(real) - view)
    for step in steps:
        expected = max(0, min(furthest, place(scroll, real) + step))
        scroll.move(step)
        scroll.settle(view)
        assert place(scroll, real) == expected


@given(REAL, VIEW)
def test_the_end_is_exact_though_nothing_above_was_measured(real, view):
    scroll = scroll_over(real)
    scroll.settle(view)
    scroll.to_end()
    placed = scroll.settle(view)
    assert placed[-1].stretch == len(real) - 1
    assert placed[-1].top + placed[-1].height == view or sum(real) <= view
    assert scroll.position() == scroll.furthest(view) or sum(real) <= view


@given(REAL, VIEW, st.integers(0, 79), st.integers(1, 900))
def test_measuring_what_is_above_moves_nothing(real, view, which, guess):
    scroll = scroll_over(real, guess)
    scroll.anchor = Anchor(len(real) // 2, 0)
    before = scroll.settle(view)
    scroll.exact(which % len(real))
    assert scroll.settle(view) == before


def test_sums_stay_right_over_many_runs():
    heights = Heights([10] * (3 * RUN + 5))
    heights.measured(0, 25)
    heights.measured(RUN, 4)
    assert heights.total == 10 * (3 * RUN + 5) + 9
    assert heights.top(1) == 25
    assert heights.top(RUN + 1) == 25 + 10 * (RUN - 1) + 4
    assert heights.at(heights.top(2 * RUN + 7) + 3) == Anchor(2 * RUN + 7, 3)


def test_nothing_at_all_has_no_height():
    scroll = Scroll(Heights(), lambda _stretch: 1)
    assert scroll.settle(100) == []
    assert (scroll.position(), scroll.furthest(100)) == (0, 0)
