"""The articles of some languages: words that change their form with the next word.

Data only, imports nothing.
"""

from __future__ import annotations

from typing import Final

_ARTICLES: Final = (
    "a an",
    "der die das den dem des",
    "ein eine einen einem einer eines",
    "le la les",
    "un une",
    "el la los las",
    "un una unos unas",
    "um uma uns umas",
    "il lo la gli le",
    "un uno una",
    "de het",
)
"""The forms of one article, which change with the next word. Those that are common words of another
of these languages are left out (Portuguese "o", "as")."""


def _forms() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in _ARTICLES:
        forms = frozenset(group.split())
        for form in forms:
            found[form] = found.get(form, frozenset()) | forms
    return found


ARTICLES: Final = _forms()
"""For each form of an article all forms of the same."""
