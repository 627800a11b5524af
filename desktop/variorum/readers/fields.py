"""What fields show that have no result: programs draw it from their instructions.

Imports the standard library only.
"""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 1000
"""In characters: longer instructions say something else."""

_READING: Final = re.compile(
    r"\s*EQ\b[^()]*\\o\s*(?:\\a[a-z]\s*)?\(\s*\\s\s*\\up\s*\d+\s*\([^()]*\)\s*[,;]([^()]*)\)\s*",
    re.IGNORECASE,
)


def shown_by(instruction: str) -> str:
    r"""The text of a field without a result; only that below a reading is known.

    Args:
        instruction: such as `EQ \o\ad(\s\up 9(kan),word)`, by which Word sets a reading above
            a word in formats that know no readings.
    """
    found = _READING.fullmatch(instruction) if len(instruction) <= LONGEST else None
    return found[1] if found else ""
