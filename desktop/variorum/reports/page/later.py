"""What a browser takes in later: most of a long text.

Imports the engine's public names. A browser takes in some 200,000 elements a second, and the page
of a heavily edited book has five hundred thousand. So behind the first stretches of a long text a
line of script opens a `noscript`: of what follows the browser makes no elements then, but one text,
up to the end of the `noscript` that the page has itself, behind the last stretch. The script makes
elements of it (`later.js`).

Where no script runs, whatever the reason is, nothing opens it, and all of it is there at once:
hence no `noscript` around the texts themselves, which browsers leave out, too, where they could run
scripts and a policy forbids those of this page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from variorum.engine import Comparison

LEAST: Final = 1_000_000
"""Code points of both texts together: of fewer all is there in half a second."""

AT_ONCE: Final = 2
"""Stretches that are there at once: what one sees first, and a little more."""

OPENER: Final = 'document.write("<noscript>");document.currentScript.remove()'
"""Without itself, which would open another one in a page that a browser saved."""

_COUNTED: Final = " data-counted"
"""What the closing one says of short lines whose ids the script has to count."""


def is_long(comparison: Comparison) -> bool:
    """Whether most of a page may be taken in later."""
    return len(comparison.left.text) + len(comparison.right.text) >= LEAST


def put_off(parts: Iterable[str], counted: Callable[[], bool]) -> Iterator[str]:
    """Stretches, and what opens and closes folds around them, most of it to be taken in later.

    Args:
        parts: as `stretches.gathered` gives them.
        counted: whether short lines can be told only from the first one on; asked at the end.
    """
    stretches = folds = 0
    begun = False
    for part in parts:
        # What is put off closes what it opens.
        if not begun and stretches == AT_ONCE and not folds:
            yield f"<script>{OPENER}</script>"
            begun = True
        yield part
        if part.startswith("<details"):
            folds += 1
        elif part.startswith("</details"):
            folds -= 1
        else:
            stretches = min(stretches + 1, AT_ONCE)
    if begun:
        yield f"<noscript{_COUNTED if counted() else ''}></noscript>\n"


def runs(numbers: Iterable[int]) -> str:
    """Numbers, those that follow each other as `first-last`; as the script reads them."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][-1] == number - 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return " ".join("-".join(map(str, run)) for run in found)
