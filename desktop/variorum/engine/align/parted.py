"""One sentence that faces two or three, which say together what it says: a plain split or merge.

Imports the ratio of characters. The rule is that of the recipe on long texts: the joined sentences
are as much like the one as a sentence that was hardly touched, and less like it without any of
them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from variorum.engine.align.ratios import character_ratio

MOST_PARTS: Final = 3
"""Of more parts the recipe knows better: one of them may be new."""
PARTED_RATIO: Final = 0.85
"""The least character ratio of the one and all parts joined."""
PART_GAIN: Final = 0.04
"""What each part must add to that ratio; one that adds less may say something of its own."""


def is_parted(one: str, parts: Sequence[str]) -> bool:
    """Whether a sentence was only parted, or several were only joined.

    Args:
        one: a sentence, lower-cased.
        parts: two sentences or more of the other text, lower-cased, in order.
    """
    if len(parts) > MOST_PARTS:
        return False
    ratio = character_ratio(one, " ".join(parts), PARTED_RATIO)
    if not ratio:
        return False
    without = (" ".join([*parts[:i], *parts[i + 1 :]]) for i in range(len(parts)))
    return all(character_ratio(one, rest) <= ratio - PART_GAIN for rest in without)
