"""What verdicts are called and coloured.

Imports Qt, the review and the theme.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from variorum.review import Review, Verdict
from variorum.window.theme import Theme


class VerdictNames(QObject):
    """Puts verdicts into words; an object, so that they can be translated."""

    def name(self, verdict: Verdict) -> str:
        """What a verdict is called."""
        return verdict.called or self.usual(verdict)

    def usual(self, verdict: Verdict) -> str:
        """What a verdict is called as long as nobody gives it another name."""
        names = {
            "accepted": self.tr("Accepted"),
            "objection": self.tr("Objection"),
            "question": self.tr("Question"),
            "later": self.tr("Later"),
        }
        return names.get(verdict.id, verdict.id)

    def of(self, review: Review, name: str | None) -> str:
        """What the verdict of an id is called; empty for none."""
        verdict = review.verdict(name)
        return "" if verdict is None else self.name(verdict)


def verdict_ink(theme: Theme, verdict: Verdict | None) -> str:
    """The colour of a verdict's sign and name, as `#rrggbb`."""
    inks = {
        "accepted": theme.right.pen,
        "objection": theme.left.pen,
        "question": theme.edited.pen,
        "later": theme.current,
    }
    return theme.muted if verdict is None else inks.get(verdict.id, theme.moved.pen)
