"""What two texts share at their beginning and end. Imports nothing; lengths are code points."""

from __future__ import annotations


def common_start(left: str, right: str) -> int:
    """How many code points two strings share at their beginning; by halving, at C speed."""
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(left: str, right: str, most: int) -> int:
    """How many code points two strings share at their end, at most so many."""
    low, high = 0, min(len(left), len(right), most)
    while low < high:
        middle = (low + high + 1) // 2
        if (
            left[len(left) - middle : len(left) - low]
            == right[len(right) - middle : len(right) - low]
        ):
            low = middle
        else:
            high = middle - 1
    return low
