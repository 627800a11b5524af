"""The dialogs of the Help menu: About, Keyboard Shortcuts.

Imports Qt and the theme. All are opened, never waited for, and delete themselves when closed.
"""

from __future__ import annotations

import platform
from collections.abc import Iterable
from html import escape
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl, Slot, qVersion
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from variorum.version import VERSION
from variorum.window.fitting import fitted
from variorum.window.icons import application_icon
from variorum.window.theme import Theme

_LICENCES: Final = {
    "PySide6-Essentials": "LGPL 3",
    "chardet": "0BSD",
    "diff-match-patch": "Apache 2.0",
    "lxml": "BSD 3-Clause",
    "markdown-it-py": "MIT",
    "mdit-py-plugins": "MIT",
    "pypdfium2": "BSD 3-Clause, Apache 2.0",
    "rapidfuzz": "MIT",
    "regex": "Apache 2.0, CNRI-Python",
    "sentencex": "MIT",
}
"""The libraries of `pyproject.toml`, and their licences."""


_SIGN: Final = 72
"""The size of Variorum's sign in About, in device-independent pixels."""

_SIGN_NAME: Final = "sign"


class TextDialog(QDialog):
    """A page of words with a Close button; what it says is made by `page`."""

    def __init__(self, title: str, size: QSize, parent: QWidget) -> None:
        """Make an empty page of a size in device-independent pixels."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = QTextBrowser(self)
        self._text.setOpenExternalLinks(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.addWidget(self._text)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(buttons)
        self._column.addLayout(foot)
        self.resize(fitted(size, self))

        self.setWindowTitle(title)
        self._text.setAccessibleName(title)
        self._text.document().setDocumentMargin(20)

    def page(self, theme: Theme) -> str:
        """What there is to read, as HTML, in the colours of a theme."""
        raise NotImplementedError

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours from now on; the reader stays at the same place."""
        place = self._text.verticalScrollBar().value()
        self._text.setHtml(self.page(theme))
        self._text.verticalScrollBar().setValue(place)


class ShortcutsDialog(TextDialog):
    """All keys, menu by menu."""

    def __init__(
        self,
        groups: Iterable[tuple[str, list[tuple[str, str]]]],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """List the keys.

        Args:
            groups: for each menu its title, and for each entry its words and its keys.
            theme: the colours of the window.
            parent: the window.
        """
        super().__init__(self.tr("Keyboard Shortcuts"), QSize(520, 640), parent)
        self._groups = [(name, rows) for name, rows in groups if rows]
        self.set_theme(theme)

    def page(self, theme: Theme) -> str:
        """The keys."""
        return "".join(self._group(name, rows, theme) for name, rows in self._groups)

    @staticmethod
    def _group(name: str, rows: list[tuple[str, str]], theme: Theme) -> str:
        cells = "".join(
            f'<tr><td width="240">{escape(text)}</td>'
            f'<td style="color:{theme.muted}">{escape(keys)}</td></tr>'
            for text, keys in rows
        )
        return f'<h4>{escape(name)}</h4><table cellpadding="3">{cells}</table>'


class AboutDialog(TextDialog):
    """What Variorum is, its version, and what it is made of."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("About Variorum"), QSize(520, 660), parent)
        sign = application_icon().pixmap(QSize(_SIGN, _SIGN), self.devicePixelRatioF())
        kind = QTextDocument.ResourceType.ImageResource
        self._text.document().addResource(kind, QUrl(_SIGN_NAME), sign)
        self.set_theme(theme)

    def page(self, theme: Theme) -> str:
        """What there is to know."""
        what = self.tr(
            "See what became of a text: two versions side by side, sentence by sentence."
        )
        licence = self.tr("Free software under the MIT licence.")
        made_of = self.tr("Made of")
        rows = "".join(
            f"<tr><td>{escape(name)}</td><td>{escape(number)}</td>"
            f'<td style="color:{theme.muted}">{escape(terms)}</td></tr>'
            for name, number, terms in components()
        )
        return (
            f'<img src="{_SIGN_NAME}" width="{_SIGN}" height="{_SIGN}">'
            f"<h2>Variorum {escape(VERSION)}</h2><p>{escape(what)}<br>{escape(licence)}</p>"
            f'<h4>{escape(made_of)}</h4><table cellpadding="4">{rows}</table>'
        )


def components() -> Iterable[tuple[str, str, str]]:
    """What Variorum is made of: name, version as it is running, licence."""
    yield "Python", platform.python_version(), "PSF-2.0"
    yield "Qt", qVersion(), "LGPL 3"
    for name, licence in _LICENCES.items():
        number = _installed(name)
        if number:
            yield name, number, licence


def _installed(package: str) -> str:
    """The version of a library; empty where it is not there."""
    # Looked up only here: it takes longer to import than the rest of this module.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version(package)
    except PackageNotFoundError:  # frozen into one file, without its papers
        return ""
