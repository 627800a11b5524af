"""A box to tick that says what it does in fewer words where there is no room for all of them.

Imports Qt. Sizes are device-independent pixels.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget


class BriefBox(QCheckBox):
    """Says all of its words, or a few of them."""

    def __init__(self, text: str, brief: str, parent: QWidget | None = None) -> None:
        """Make a box that says all.

        Args:
            text: what it says, with a mnemonic.
            brief: the same in a word or two, with the same mnemonic.
            parent: of Qt's.
        """
        super().__init__(text, parent)
        self._whole, self._brief = text, brief
        self.setAccessibleName(text.replace("&", ""))

    def be_brief(self, *, brief: bool) -> None:
        """Say a few words, or all of them."""
        self.setText(self._brief if brief else self._whole)

    @property
    def saved(self) -> int:
        """How much less room it takes now than with all of its words."""
        return self._width(self._whole) - self._width(self.text())

    def _width(self, words: str) -> int:
        return self.fontMetrics().size(int(Qt.TextFlag.TextShowMnemonic), words).width()
