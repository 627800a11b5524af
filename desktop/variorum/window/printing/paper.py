"""The paper that is usual where the reader lives.

Imports Qt. Lengths are millimetres.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize

MARGINS: Final = QMarginsF(14, 14, 14, 12)
"""Of the paper, at first."""


def uses_inches() -> bool:
    """Whether paper is measured in inches here."""
    return QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem


def usual_paper() -> QPageLayout:
    """A4, or Letter where that is usual, upright."""
    page = QPageSize(QPageSize.PageSizeId.Letter if uses_inches() else QPageSize.PageSizeId.A4)
    upright, unit = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Millimeter
    return QPageLayout(page, upright, MARGINS, unit)
