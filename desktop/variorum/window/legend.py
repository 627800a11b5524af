"""What the Marks Mean: each colour and sign of the panes with a word of explanation.

Imports Qt and the theme, so that the page shows the very colours of the panes.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from variorum.window.dialogs import TextDialog
from variorum.window.theme import Theme


class MarksDialog(TextDialog):
    """Explains the marks."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(QSize(680, 640), parent)
        rows = "".join(
            f'<tr><td width="240" valign="middle">{sample}</td>'
            f'<td valign="middle">{escape(meaning)}</td></tr>'
            for sample, meaning in (
                *self._words(theme),
                *self._passages(theme),
                *self._signs(theme),
            )
        )
        table = f'<table cellpadding="9" width="100%">{rows}</table>'
        self.set_page(self.tr("What the Marks Mean"), table)

    def _words(self, theme: Theme) -> tuple[tuple[str, str], ...]:
        gone = _on(theme.left.mark, self.tr("a narrow road"))
        came = _on(theme.right.mark, self.tr("a wide street"))
        left = self.tr("Words that only the left text has, inside a sentence that both have.")
        right = self.tr("Words that only the right text has, inside such a sentence.")
        return ((gone, left), (came, right))

    def _passages(self, theme: Theme) -> tuple[tuple[str, str], ...]:
        missing = _on(theme.left.wash, self.tr("This was left out."))
        new = _on(theme.right.wash, self.tr("This was added."))
        moved = _on(theme.moved.wash, self.tr("This stands elsewhere."))
        return (
            (
                missing,
                self.tr("Missing: the right text has nothing like it. A gap stands opposite."),
            ),
            (new, self.tr("New: the left text has nothing like it. A gap stands opposite.")),
            (
                moved,
                self.tr(
                    "Moved: the number is the same at both ends, and the arrow points to the "
                    "other one. Go > Other End of Move takes you there."
                ),
            ),
        )

    def _signs(self, theme: Theme) -> tuple[tuple[str, str], ...]:
        pen = theme.edited.pen
        current = theme.current
        return (
            (
                _ink(pen, "┃ ") + escape(self.tr("Said another way.")),
                self.tr(
                    "Reworded: the same matter in other words. The stronger the line at the "
                    "edge, the less of the wording was kept."
                ),
            ),
            (
                _ink(pen, "⎡ ⎣ ") + escape(self.tr("One. And two.")),
                self.tr("A bracket: one sentence became several, or several became one."),
            ),
            (
                _ink(current, "▌") + escape(self.tr("You are here.")),
                self.tr("The current change, here and in the list of changes."),
            ),
            (
                escape(self.tr("Plain text")),
                self.tr("Kept: both texts say it in the same words."),
            ),
        )


def _on(colour: str, text: str) -> str:
    return f'<span style="background-color:{colour}">&nbsp;{escape(text)}&nbsp;</span>'


def _ink(colour: str, text: str) -> str:
    return f'<span style="color:{colour}">{escape(text)}</span>'
