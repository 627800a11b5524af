"""What is said when notes and pins went along to other texts, or to another comparison.

Imports Qt and what is open. Whoever reads on learns at once what is not where it was.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from variorum.window.state import Opened


class CarriedAlong(QObject):
    """Words for what did not come through as it was."""

    def told(self, opened: Opened) -> str:
        """What to tell of a comparison that is complete; empty: all is as it was."""
        carried, pins = opened.carried, _lost_pins(opened)
        told = []
        if carried is not None and carried.strays:
            told.append(self.tr("%Ln notes have no place any more", "", carried.strays))
        if pins:
            told.append(self.tr("%Ln pins have no place any more", "", pins))
        if carried is not None and carried.remarks:
            told.append(
                self.tr("%Ln notes are on passages now: no change is there", "", carried.remarks)
            )
        if carried is not None and carried.unseen:
            told.append(self.tr("%Ln reviewed marks were taken off", "", carried.unseen))
        return "; ".join(told)


def _lost_pins(opened: Opened) -> int:
    """How many pins found no place in other texts; what a person took away is not lost."""
    session = opened.plan.session
    if session is None or opened.plan.stays:
        return 0
    return max(0, len(session.pins) - len(opened.marks.comparison.pins))
