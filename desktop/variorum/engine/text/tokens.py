"""Words and what stands between them."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"\w+(?:[-'’.]\w+)*")


def count_words(text: str, start: int, end: int) -> int:
    """How many words a stretch of text has; each Chinese, Japanese or Thai cluster counts one."""
    return sum(1 for _ in _WORD.finditer(text, start, end))
