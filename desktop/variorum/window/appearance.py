"""Light or dark: the colours of the whole window.

Imports Qt, the theme and the settings' names. Menus, lists and buttons take their colours from
the same theme as the panes, so that the window is one piece on every desktop.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from variorum.window.dock import EDGE_STYLE
from variorum.window.settings import Scheme
from variorum.window.theme import PaletteName, Theme, make_theme, on_plain_ground

_FORCED = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}

_HIGH: Any = Qt.ContrastPreference.HighContrast if hasattr(Qt, "ContrastPreference") else None

_OUTLINED: Any = ("QCheckBox", "QRadioButton", "QLineEdit")
"""Classes of Qt; it takes them as strings, whatever its stubs say."""


class Appearance(QObject):
    """Keeps the application's colours as the reader wants them, and follows the desktop."""

    changed = Signal(object)
    """The new `Theme`."""

    def __init__(
        self,
        scheme: Scheme,
        inks: PaletteName = PaletteName.STANDARD,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._inks = inks
        # Where the desktop names no scheme, its own colours tell.
        self._desktop_is_dark = _is_dark(QGuiApplication.palette())
        self._desktop_is_plain = _is_plain(QGuiApplication.palette())
        # Kept, as PySide takes what it hands out to be gone as soon as it is let go itself.
        self._style = QGuiApplication.styleHints()
        self._hints: Any = None
        """What the desktop says of its reader's eyes; None before Qt 6.10, which does not ask."""
        if hasattr(self._style, "accessibility"):
            self._hints = self._style.accessibility()
            self._hints.contrastPreferenceChanged.connect(self._follow_desktop)
        self._theme = make_theme(dark=False)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)
        self.set_scheme(scheme)

    @property
    def scheme(self) -> Scheme:
        """What the reader chose."""
        return self._scheme

    @property
    def theme(self) -> Theme:
        """The colours of now."""
        return self._theme

    def set_scheme(self, scheme: Scheme) -> None:
        """Be light, dark, or as the desktop is."""
        self._scheme = scheme
        # Also tells the platform, which draws the title bar and its own dialogs.
        QGuiApplication.styleHints().setColorScheme(_FORCED[scheme])
        self._apply()

    def set_inks(self, inks: PaletteName) -> None:
        """Draw the marks in these colours from now on."""
        self._inks = inks
        self._apply()

    @Slot()
    def _follow_desktop(self) -> None:
        self._apply()

    def _apply(self) -> None:
        theme = self._make_theme()
        palette = window_palette(theme)
        QApplication.setPalette(palette)
        for kind in _OUTLINED:
            QApplication.setPalette(_outlined(palette, theme), kind)
        if theme != self._theme:
            self._theme = theme
            self.changed.emit(theme)

    def _make_theme(self) -> Theme:
        """The colours of now; with a desktop of high contrast the strong inks on plain ground."""
        dark = self._wants_dark()
        if not self._wants_contrast():
            return make_theme(dark=dark, palette=self._inks)
        plain = self._inks is PaletteName.STANDARD
        theme = make_theme(dark=dark, palette=PaletteName.STRONG if plain else self._inks)
        return on_plain_ground(theme)

    def _wants_contrast(self) -> bool:
        if self._hints is not None and self._hints.contrastPreference() is _HIGH:
            return True
        return self._desktop_is_plain

    def _wants_dark(self) -> bool:
        if self._scheme is not Scheme.SYSTEM:
            return self._scheme is Scheme.DARK
        named = QGuiApplication.styleHints().colorScheme()
        if named is Qt.ColorScheme.Unknown:
            return self._desktop_is_dark
        return named is Qt.ColorScheme.Dark


def _is_plain(palette: QPalette) -> bool:
    """Whether a desktop's own colours are black and white, as those for weak eyes are."""
    roles = (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText)
    return sorted(palette.color(role).name() for role in roles) == ["#000000", "#ffffff"]


def _is_dark(palette: QPalette) -> bool:
    window = palette.color(QPalette.ColorRole.Window).lightness()
    return window < palette.color(QPalette.ColorRole.WindowText).lightness()


def window_palette(theme: Theme) -> QPalette:
    """The colours of menus, buttons and lists that go with a theme."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.desk,
        role.WindowText: theme.text,
        role.Base: theme.paper,
        role.AlternateBase: theme.desk,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: _blend(theme.desk, theme.text, 0.04),
        role.ButtonText: theme.text,
        role.BrightText: theme.left.pen,
        role.ToolTipBase: theme.paper,
        role.ToolTipText: theme.text,
        role.Highlight: theme.current,
        role.HighlightedText: theme.paper,
        role.Accent: theme.current,
        role.Link: theme.current,
        role.LinkVisited: theme.moved.pen,
        role.Light: _blend(theme.desk, theme.paper, 0.6),
        role.Midlight: _blend(theme.desk, theme.text, 0.06),
        role.Mid: _blend(theme.desk, theme.text, 0.25),
        role.Dark: _blend(theme.desk, theme.text, 0.4),
        role.Shadow: _blend(theme.desk, "#000000", 0.7),
    }
    palette = QPalette()
    for where, colour in colours.items():
        palette.setColor(where, QColor(colour))
    faint = QColor(_blend(theme.muted, theme.desk, 0.35))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, faint)
    return palette


def _outlined(palette: QPalette, theme: Theme) -> QPalette:
    """The colours of fields and of boxes to tick.

    The style draws their outline in a darker shade of the ground, which on a dark one is none. So
    they are told to stand on a ground whose darker shade can be seen.
    """
    found = QPalette(palette)
    ground = _blend(theme.paper, theme.text, 0.62 if theme.dark else 0.33)
    found.setColor(QPalette.ColorRole.Window, QColor(ground))
    return found


def style_sheet(theme: Theme) -> str:
    """What a palette cannot say: thin scroll bars, and no borders where space will do.

    It is for a window, not for the application: when that changes its sheet, Qt looks for every
    widget that ever asked for a rule, also for some that are deleted.
    """
    handle = _blend(theme.desk, theme.text, 0.28)
    lively = _blend(theme.desk, theme.text, 0.5)
    return f"""
        QToolBar {{ background: {theme.desk}; border: none; padding: 4px 6px; spacing: 4px; }}
        QToolBar {{ border-bottom: 1px solid {theme.rule}; }}
        QStatusBar {{ background: {theme.desk}; border-top: 1px solid {theme.rule}; }}
        QStatusBar::item {{ border: none; }}
        QStatusBar > QLabel {{ border: 1px solid transparent; border-radius: 3px; }}
        QStatusBar > QLabel:focus {{ border-color: {theme.current}; }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        {EDGE_STYLE}
        QMainWindow::separator {{ background: {theme.rule}; width: 1px; height: 1px; }}
        QMainWindow::separator:hover {{ background: {theme.current}; }}
        QScrollBar:vertical {{ background: {theme.desk}; width: 14px; margin: 0; border: none; }}
        QScrollBar:horizontal {{ background: {theme.desk}; height: 14px; margin: 0; border: none; }}
        QScrollBar::handle {{ background: {handle}; border-radius: 4px; margin: 3px; }}
        QScrollBar::handle:vertical {{ min-height: 34px; }}
        QScrollBar::handle:horizontal {{ min-width: 34px; }}
        QScrollBar::handle:hover {{ background: {lively}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
    """


def _blend(ground: str, ink: str, share: float) -> str:
    """A colour between two: 0 is the ground, 1 the ink."""
    a, b = QColor(ground), QColor(ink)
    mixed = (
        round(low + (high - low) * share)
        for low, high in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    )
    return QColor(*mixed).name()
