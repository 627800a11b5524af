"""What the window remembers from one run to the next.

Imports Qt's settings and nothing of Variorum but the names of choices. One typed property for
each thing; a value that makes no sense (an older version, an edited file) counts as never set.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from variorum.engine import DEFAULT_TOLERANCES, Options, Thresholds, Tolerance
from variorum.window.theme import PaletteName

ORGANISATION: Final = "Variorum"
APPLICATION: Final = "Variorum"
USUAL_ZOOM: Final = 100
HALF: Final = 0.5
MOST_RECENT: Final = 8
"""So many sessions are offered."""
_REMEMBERED: Final = 3 * MOST_RECENT
"""So many are remembered: some may be gone, or on a disk that is out of reach today."""


class Scheme(StrEnum):
    """Whether the window is light or dark."""

    SYSTEM = "system"
    """As the desktop is, now and when it changes."""
    LIGHT = "light"
    DARK = "dark"


class Face(StrEnum):
    """The typeface of the texts."""

    SERIF = "serif"
    SANS = "sans"
    OTHER = "other"
    """One that the reader chose by its name."""


class Measure(StrEnum):
    """How long a line of the texts may become."""

    NARROW = "narrow"
    USUAL = "usual"
    WIDE = "wide"
    FULL = "full"
    """As wide as the pane."""


E = TypeVar("E", bound=StrEnum)


def is_there(ask: Callable[[], bool]) -> bool:
    """The answer of a disk, such as that of `path.is_file`; no where it gives none.

    So it is with a folder that one may not look into any more, or a disk of the network that is
    out of reach.
    """
    try:
        return ask()
    except OSError:
        return False


class Settings:
    """The remembered things, kept where the platform keeps such things."""

    def __init__(self, store: QSettings | None = None) -> None:
        """Take the user's own store, or another one (tests, a portable installation)."""
        self._own = store is None
        self._store = store if store is not None else QSettings(ORGANISATION, APPLICATION)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, as Qt saves them; empty when never saved."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def layout(self) -> QByteArray:
        """Places and sizes of tool bar and dock, as Qt saves them; empty when never saved."""
        return self._bytes("window/layout")

    @layout.setter
    def layout(self, value: QByteArray) -> None:
        self._store.setValue("window/layout", value)

    @property
    def share(self) -> float:
        """How much of the width the left pane has, 0 to 1."""
        value = self._store.value("view/share")
        try:
            return float(value) if isinstance(value, str | float) else HALF
        except ValueError:
            return HALF

    @share.setter
    def share(self, value: float) -> None:
        self._store.setValue("view/share", value)

    @property
    def zoom(self) -> int:
        """The size of the text in per cent."""
        value = self._store.value("view/zoom")
        try:
            return int(value) if isinstance(value, int | str) else USUAL_ZOOM
        except ValueError:
            return USUAL_ZOOM

    @zoom.setter
    def zoom(self, value: int) -> None:
        self._store.setValue("view/zoom", value)

    @property
    def list_shown(self) -> bool:
        """Whether the list of changes is wanted; it is, until somebody closes it."""
        return self._text("view/change_list") != "hidden"

    @list_shown.setter
    def list_shown(self, value: bool) -> None:
        self._store.setValue("view/change_list", "shown" if value else "hidden")

    @property
    def overview_shown(self) -> bool:
        """Whether the strip with the whole of both texts is wanted."""
        return self._text("view/overview") != "hidden"

    @overview_shown.setter
    def overview_shown(self, value: bool) -> None:
        self._store.setValue("view/overview", "shown" if value else "hidden")

    @property
    def by_rows(self) -> bool:
        """Whether each sentence is to begin a line."""
        return self._text("view/sentences") == "lines"

    @by_rows.setter
    def by_rows(self, value: bool) -> None:
        self._store.setValue("view/sentences", "lines" if value else "flowing")

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the desktop is."""
        return self._choice("view/scheme", Scheme.SYSTEM)

    @scheme.setter
    def scheme(self, value: Scheme) -> None:
        self._store.setValue("view/scheme", value.value)

    @property
    def palette(self) -> PaletteName:
        """The colours of the marks."""
        return self._choice("view/palette", PaletteName.STANDARD)

    @palette.setter
    def palette(self, value: PaletteName) -> None:
        self._store.setValue("view/palette", value.value)

    @property
    def face(self) -> Face:
        """The typeface of the texts; one that was chosen by a name that is gone counts as none."""
        face = self._choice("view/face", Face.SERIF)
        return Face.SERIF if face is Face.OTHER and not self.family else face

    @face.setter
    def face(self, value: Face) -> None:
        self._store.setValue("view/face", value.value)

    @property
    def family(self) -> str:
        """The name of the typeface that the reader chose; empty when none was."""
        return self._text("view/family")

    @family.setter
    def family(self, value: str) -> None:
        self._store.setValue("view/family", value)

    @property
    def measure(self) -> Measure:
        """How long lines may become."""
        return self._choice("view/measure", Measure.USUAL)

    @measure.setter
    def measure(self, value: Measure) -> None:
        self._store.setValue("view/measure", value.value)

    @property
    def folder(self) -> Path | None:
        """The folder that a file was last opened from; None when unknown or gone."""
        text = self._text("files/folder")
        folder = Path(text) if text else None
        return folder if folder is not None and is_there(folder.is_dir) else None

    @folder.setter
    def folder(self, value: Path) -> None:
        self._store.setValue("files/folder", str(value))

    @property
    def notes_shown(self) -> bool:
        """Whether the notes are wanted beside the texts; not until somebody opens them."""
        return self._text("view/notes") == "shown"

    @notes_shown.setter
    def notes_shown(self, value: bool) -> None:
        self._store.setValue("view/notes", "shown" if value else "hidden")

    @property
    def recent_sessions(self) -> tuple[Path, ...]:
        """The sessions that were opened or saved last, the latest first; some may be gone.

        Those of other windows, too, which may have come to the store since this one began.
        """
        self._store.sync()
        value = self._store.value("files/sessions")
        # A list of one comes back from some stores as the one.
        found = value if isinstance(value, list) else [value]
        return tuple(Path(text) for text in found if isinstance(text, str) and text)

    def remember_session(self, path: Path) -> None:
        """Put a session before all others."""
        others = (other for other in self.recent_sessions if other != path)
        self._store.setValue("files/sessions", [str(p) for p in (path, *others)][:_REMEMBERED])

    @property
    def verdict_names(self) -> dict[str, str]:
        """What verdicts are called by their ids, where the user gave them other names."""
        stored = self._text("notes/verdicts")
        if not stored:
            return {}
        import json  # noqa: PLC0415 - most people need it for nothing else

        try:
            found = json.loads(stored)
        except ValueError:
            return {}
        pairs = found.items() if isinstance(found, dict) else ()
        return {name: shown for name, shown in pairs if isinstance(shown, str)}

    @verdict_names.setter
    def verdict_names(self, value: dict[str, str]) -> None:
        import json  # noqa: PLC0415 - as above

        self._store.setValue("notes/verdicts", json.dumps(value))

    @property
    def tolerances(self) -> frozenset[Tolerance]:
        """The differences that count as none, as they were chosen last."""
        value = self._store.value("compare/tolerances")
        if not isinstance(value, str):
            return DEFAULT_TOLERANCES
        known = {tolerance.value: tolerance for tolerance in Tolerance}
        chosen = frozenset(known[name] for name in value.split() if name in known)
        # By itself: whoever chose before there was this one has not chosen it.
        formatting = frozenset({Tolerance.FORMATTING})
        shown = self._store.value("compare/formatting", defaultValue=False, type=bool)
        return chosen - formatting if shown else chosen | formatting

    @tolerances.setter
    def tolerances(self, value: frozenset[Tolerance]) -> None:
        self._store.setValue("compare/tolerances", " ".join(sorted(value)))
        self._store.setValue("compare/formatting", Tolerance.FORMATTING not in value)

    @property
    def thresholds(self) -> Thresholds:
        """From which similarity on pairs are called what, as it was chosen last."""
        value = self._text("compare/thresholds").split()
        try:
            edited, reworded = map(float, value)
            return Thresholds(edited, reworded)
        except ValueError:
            return Thresholds()

    @thresholds.setter
    def thresholds(self, value: Thresholds) -> None:
        self._store.setValue("compare/thresholds", f"{value.edited:g} {value.reworded:g}")

    @property
    def options(self) -> Options:
        """How texts are compared of which nothing else is known."""
        return Options(tolerances=self.tolerances, thresholds=self.thresholds)

    @property
    def drafts(self) -> Path:
        """The folder in which what is not saved is kept: the user's own, or beside the store."""
        if self._own:
            kind = QStandardPaths.StandardLocation.AppLocalDataLocation
            return Path(QStandardPaths.writableLocation(kind)) / "drafts"
        return Path(self._store.fileName()).parent / "drafts"

    def save(self) -> None:
        """Write what is not written yet."""
        self._store.sync()

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def _choice(self, key: str, usual: E) -> E:
        try:
            return type(usual)(self._text(key))
        except ValueError:
            return usual

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else ""
