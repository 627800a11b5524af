"""What the Marks Mean: each colour and sign of the panes with a word of explanation.

Imports Qt and the theme, so that the page shows the very colours of the panes.
"""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QWidget

from variorum.engine import PinKind
from variorum.window.dialogs import TextDialog
from variorum.window.theme import Theme
from variorum.window.view.pin_painter import draw_pin

PIN: Final = 18
"""The size of the picture of a pin."""
DENSITY: Final = 3
"""So many pixels of the picture for each on the screen, sharp on any."""


class MarksDialog(TextDialog):
    """Explains the marks."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("What the Marks Mean"), QSize(680, 850), parent)
        self.set_theme(theme)

    def page(self, theme: Theme) -> str:
        """Each mark with its meaning."""
        rows = "".join(
            f'<tr><td width="240" valign="middle">{sample}</td>'
            f'<td valign="middle">{escape(meaning)}</td></tr>'
            for sample, meaning in (
                *self._words(theme),
                *self._passages(theme),
                *self._signs(theme),
            )
        )
        return f'<table cellpadding="9" width="100%">{rows}</table>'

    def _words(self, theme: Theme) -> tuple[tuple[str, str], ...]:
        gone = _on(theme.left.mark, self.tr("a narrow road"))
        came = _on(theme.right.mark, self.tr("a wide street"), "underline")
        elsewhere = _on(theme.moved.mark, self.tr("said the baker"), "underline")
        return (
            (
                gone,
                self.tr(
                    "Words that only the left text has, in a sentence that both have. "
                    "A broken line runs under them."
                ),
            ),
            (
                came,
                self.tr(
                    "Words that only the right text has, in such a sentence. "
                    "A whole line runs under them."
                ),
            ),
            (
                elsewhere,
                self.tr("Words that stand at another place of the same sentence."),
            ),
            (
                _on(theme.formatted.wash, self.tr("of the North"), "underline"),
                self.tr(
                    "Words of both texts that look otherwise, or paragraphs of another style; a "
                    "broken line runs under them. Only where Compare > Treat as Equal > Formatting "
                    "is off. The mouse at rest says what they became."
                ),
            ),
            (
                f"{_on(theme.left.mark, 'neighbo', edge='')}{_on(theme.left.strong, 'u', edge='')}"
                f"{_on(theme.left.mark, 'r', edge='')}",
                self.tr(
                    "Stronger: the letters that changed inside a word, or the words that changed "
                    "where others only went elsewhere."
                ),
            ),
        )

    def _passages(self, theme: Theme) -> tuple[tuple[str, str], ...]:
        missing = _on(theme.left.wash, self.tr("This was left out."))
        new = _on(theme.right.wash, self.tr("This was added."))
        number = f'<b style="color:{theme.moved.pen}">2↓</b> '
        moved = number + _on(theme.moved.wash, self.tr("This stands elsewhere."))
        return (
            (missing, self.tr("Missing: the right text has nothing like it.")),
            (new, self.tr("New: the left text has nothing like it.")),
            (
                _ink(theme.muted, "╱╱╱╱╱╱╱╱╱"),
                self.tr("A gap, opposite to what is missing or new; it says how many words."),
            ),
            (
                moved,
                self.tr(
                    "Moved: both ends bear the same number, and the arrow says whether the other "
                    "end is above or below. Go > Other End of Move takes you there."
                ),
            ),
        )

    def _signs(self, theme: Theme) -> tuple[tuple[str, str], ...]:
        pen = theme.edited.pen
        return (
            (
                escape(self.tr("Said another way.")) + _ink(pen, " ┃"),
                self.tr(
                    "Reworded: the same matter in other words. The stronger the line at the "
                    "edge, the less of the wording was kept."
                ),
            ),
            (
                escape(self.tr("One. And two.")) + _ink(pen, " ]"),
                self.tr("A bracket: one sentence became several, or several became one."),
            ),
            (
                _ink(theme.muted, "1 ¶ 2"),
                self.tr(
                    "Between the texts: one paragraph became two. So with other numbers. "
                    "Nothing is said where the paragraphs stayed."
                ),
            ),
            (
                f'<span style="color:{theme.current}">▌</span>' + escape(self.tr("You are here.")),
                self.tr("The current change; it is framed in the texts."),
            ),
            (
                f'<span style="color:{theme.hit}">⟦</span>{escape(self.tr("what you look for"))}'
                f'<span style="color:{theme.hit}">⟧</span>',
                self.tr("Outlined: what Find has found; the current one is stronger."),
            ),
            (
                _ink(theme.right.pen, "✓ ")
                + _ink(theme.left.pen, "✗ ")
                + _ink(theme.edited.pen, "? ")
                + _ink(theme.current, "… ✎"),
                self.tr(
                    "Your verdict on a change, or a note; a broken line runs under a passage "
                    "that has a note. A pale ✓: reviewed."
                ),
            ),
            (
                f"{_pin(theme, PinKind.ALIGN)} &nbsp; {_pin(theme, PinKind.FORBID)}",
                self.tr(
                    "A pin: you aligned this passage by hand. Crossed out: you keep it apart from "
                    "another one."
                ),
            ),
            (
                _ink(theme.pending, self.tr("Not compared yet")),
                self.tr("Greyed: the comparison has not come so far."),
            ),
        )


def _on(colour: str, text: str, decoration: str = "none", edge: str = "&nbsp;") -> str:
    style = f"background-color:{colour}; text-decoration:{decoration}"
    return f'<span style="{style}">{edge}{escape(text)}{edge}</span>'


def _pin(theme: Theme, kind: PinKind) -> str:
    """The very sign that the panes draw."""
    image = QImage(QSize(PIN, PIN) * DENSITY, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(DENSITY, DENSITY)
    centre = QPointF(PIN / 2, PIN / 2)
    draw_pin(painter, centre, PIN - 2, kind, QColor(theme.current), QColor(theme.paper))
    painter.end()
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(data, QByteArray(b"png")).write(image)
    packed = data.data().toBase64().toStdString()
    return f'<img src="data:image/png;base64,{packed}" width="{PIN}" height="{PIN}">'


def _ink(colour: str, text: str) -> str:
    return f'<span style="color:{colour}">{escape(text)}</span>'
