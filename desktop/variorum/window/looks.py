"""What the reader wants the window to look like: colours, letters, lines, and what is shown.

Imports Qt and the parts that are told, and a dialog when it is opened. Each choice is remembered at
once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from variorum.window.actions import Actions
from variorum.window.appearance import Appearance
from variorum.window.settings import Face, Measure, Scheme, Settings
from variorum.window.theme import PaletteName
from variorum.window.view import ComparisonView
from variorum.window.view.typography import MEASURE, SANS_SERIFS, SERIFS
from variorum.window.view.typography import Face as FaceOfTexts

_PALETTES: Final = {
    PaletteName.STANDARD: "palette_standard",
    PaletteName.COLOUR_BLIND: "palette_colour_blind",
    PaletteName.STRONG: "palette_strong",
}
_LETTERS: Final = {
    Measure.NARROW: 55,
    Measure.USUAL: MEASURE,
    Measure.WIDE: 100,
    Measure.FULL: None,
}
"""The most letters in a line."""


class Looks(QObject):
    """Does what the menu View says of how the texts look, and remembers it."""

    told = Signal(str)
    """Something is to be said in passing."""

    def __init__(
        self,
        settings: Settings,
        appearance: Appearance,
        actions: Actions,
        view: ComparisonView,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._appearance = appearance
        self._actions = actions
        self._view = view
        self._window = window
        self._slots: dict[str, Callable[[], None]] = {
            **{f"scheme_{scheme}": partial(self._set_scheme, scheme) for scheme in Scheme},
            **{name: partial(self._set_palette, inks) for inks, name in _PALETTES.items()},
            **{f"measure_{measure}": partial(self._set_measure, measure) for measure in Measure},
            "face_serif": partial(self._set_face, Face.SERIF),
            "face_sans": partial(self._set_face, Face.SANS),
            "face_other": self._ask_face,
        }
        for name in self._slots:
            self._actions[name].triggered.connect(self._on_chosen)
        self._check()
        self._set_texts()
        self._restore()
        self._connect()

    def _restore(self) -> None:
        """Show the texts as they were shown the last time."""
        settings, view = self._settings, self._view
        view.set_zoom(settings.zoom)
        self._actions["overview"].setChecked(settings.overview_shown)
        view.show_overview(shown=settings.overview_shown)
        self._actions["by_rows"].setChecked(settings.by_rows)
        view.set_by_rows(by_rows=settings.by_rows)

    def _connect(self) -> None:
        actions, view = self._actions, self._view
        actions["zoom_in"].triggered.connect(view.zoom_in)
        actions["zoom_out"].triggered.connect(view.zoom_out)
        actions["zoom_reset"].triggered.connect(view.zoom_reset)
        view.zoom_changed.connect(self._on_zoom)
        actions["overview"].toggled.connect(self._show_overview)
        actions["by_rows"].toggled.connect(self._set_by_rows)

    @Slot(int)
    def _on_zoom(self, per_cent: int) -> None:
        self._settings.zoom = per_cent
        self.told.emit(self.tr("Text size {size}%").format(size=per_cent))

    @Slot(bool)
    def _show_overview(self, shown: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        self._settings.overview_shown = shown
        self._view.show_overview(shown=shown)

    @Slot(bool)
    def _set_by_rows(self, by_rows: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        self._settings.by_rows = by_rows
        self._view.set_by_rows(by_rows=by_rows)

    @Slot()
    def _on_chosen(self) -> None:
        self._slots[self.sender().objectName()]()

    def _check(self) -> None:
        """Check in the menus what is so."""
        chosen = (
            f"scheme_{self._settings.scheme}",
            _PALETTES[self._settings.palette],
            f"face_{self._settings.face}",
            f"measure_{self._settings.measure}",
        )
        for name in chosen:
            self._actions[name].setChecked(True)

    def _set_scheme(self, scheme: Scheme) -> None:
        self._settings.scheme = scheme
        self._appearance.set_scheme(scheme)

    def _set_palette(self, inks: PaletteName) -> None:
        self._settings.palette = inks
        self._appearance.set_inks(inks)

    def _set_face(self, face: Face) -> None:
        self._settings.face = face
        self._set_texts()

    def _set_measure(self, measure: Measure) -> None:
        self._settings.measure = measure
        self._set_texts()

    def _set_texts(self) -> None:
        families = {
            Face.SERIF: SERIFS,
            Face.SANS: SANS_SERIFS,
            Face.OTHER: (self._settings.family, *SERIFS),
        }[self._settings.face]
        self._view.set_face(FaceOfTexts(families, _LETTERS[self._settings.measure]))

    def _ask_face(self) -> None:
        from variorum.window.typeface_dialog import TypefaceDialog  # noqa: PLC0415 - see the top

        dialog = TypefaceDialog(self._settings.family, self._window)
        dialog.family_chosen.connect(self._on_family)
        # Until something is chosen, what was so before is so still.
        dialog.finished.connect(self._on_asked)
        dialog.open()

    @Slot(str)
    def _on_family(self, family: str) -> None:
        self._settings.family = family
        self._set_face(Face.OTHER)

    @Slot()
    def _on_asked(self) -> None:
        self._check()
