"""The keys that texts are compared by: what a tolerance hides is gone from them."""

from __future__ import annotations

import unicodedata
from collections.abc import Set as AbstractSet

from variorum.engine.options import Tolerance


def sentence_key(text: str, tolerances: AbstractSet[Tolerance]) -> str:
    """A key that two sentences share only when nothing but tolerated differences is between them."""
    del tolerances
    return " ".join(unicodedata.normalize("NFC", text).split())
