"""The windowed program: reads its arguments, makes the application, opens the window.

Imports Qt only once it is clear that a window is wanted. Composition only.
"""

from __future__ import annotations

import argparse
import atexit
import builtins
import gc
import importlib
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NoReturn

from variorum.version import VERSION

TROUBLE: Final = 2
"""The exit status when nothing could be shown."""

_DRAFTS_MS: Final = 1000
"""Notes that were not saved the last time are offered so long after texts that were asked for."""


def run(argv: Sequence[str]) -> int:
    """Open the window and stay until it is closed.

    Returns:
        The exit status.
    """
    paths = _parser().parse_args(argv).files
    if len(paths) > 2:
        _parser().error(f"two texts can be compared, not {len(paths)}")
    if not has_display(sys.platform, os.environ):
        message = (
            "variorum: there is no display to open a window on; "
            "“variorum compare LEFT RIGHT --html FILE” does without one"
        )
        print(message, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return TROUBLE
    haste = Haste()
    haste.status = _show(paths, haste)
    return haste.status


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window could be opened: Qt would end the process rather than say that it cannot.

    Args:
        platform: as in `sys.platform`.
        environment: the variables of the process.
    """
    if platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say it in one line, as the command line does."""
        told = f"{message[:1].upper()}{message[1:]}"
        helps = "variorum --help, variorum compare --help"
        self.exit(TROUBLE, f"variorum: {told}. See: {helps}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="variorum",
        description="See what became of a text: two versions side by side, sentence by sentence.",
        epilog="“variorum compare --help” tells how to compare without a window.",
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="the left and the right text; with one, the window asks for the other. Or a session "
        "(.variorum), or a saved page",
    )
    parser.add_argument("--version", action="version", version=f"variorum {VERSION}")
    return parser


class Haste:
    """Makes the window come up and go at once: Python has habits that take their time.

    To be made before anything of Qt is imported.
    """

    def __init__(self) -> None:
        self.status = 1
        """The exit status of the process, should it end now."""
        # Starting makes hundreds of thousands of objects that stay. Looking through them again and
        # again for what could be given back takes a tenth of the time.
        gc.disable()
        atexit.register(self.leave)

    @staticmethod
    def import_qt() -> None:
        """Import Qt, and import as ever from then on.

        Its bindings put a hook into `import`, for the sake of `from __feature__`, which reads the
        source of each module that is imported: that takes a quarter of the time of all imports.
        """
        usual = builtins.__import__
        importlib.import_module("PySide6.QtWidgets")
        builtins.__import__ = usual

    @staticmethod
    def is_up() -> None:
        """The window is made, and nothing is under way yet: keep what was made for good.

        Garbage is looked for from now on.
        """
        gc.freeze()
        gc.enable()

    def leave(self) -> None:
        """End the process when all else has ended; comes last, as it was registered first.

        What is left is to give back each of millions of objects, and then all memory at once.
        """
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # a program that was started without a console has none
                with suppress(OSError):  # nobody reads it any more
                    stream.flush()
        os._exit(self.status)


def _show(paths: Sequence[Path], haste: Haste) -> int:
    # Ctrl+C in the terminal ends the program, as it does any other.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    haste.import_qt()
    from PySide6.QtCore import QLocale, QTimer  # noqa: PLC0415 - as below
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only now is a window wanted

    from variorum.window.icons import application_icon  # noqa: PLC0415
    from variorum.window.jobs import end_all, take_short_turns  # noqa: PLC0415
    from variorum.window.main_window import MainWindow  # noqa: PLC0415
    from variorum.window.settings import APPLICATION, ORGANISATION, Settings  # noqa: PLC0415
    from variorum.window.translations import EnglishPlurals, locale_for  # noqa: PLC0415
    from variorum.window.view import screen_reader  # noqa: PLC0415

    take_short_turns()
    QLocale.setDefault(locale_for(QLocale.system()))
    QApplication.setStyle("Fusion")
    application = QApplication(["variorum"])
    application.setOrganizationName(ORGANISATION)
    application.setApplicationName(APPLICATION)
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("variorum")
    application.setWindowIcon(application_icon())
    plurals = EnglishPlurals(application)
    application.installTranslator(plurals)
    screen_reader.install()
    window = MainWindow(Settings())
    haste.is_up()
    # Begun before the window is shown, which waits for the system now and then.
    if len(paths) == 1:
        window.open_file(paths[0])
    elif paths:
        window.open_pair(*paths)
    window.show()
    QTimer.singleShot(_DRAFTS_MS if paths else 0, window.offer_drafts)
    haste.status = application.exec()
    if not end_all():  # Python would wait for a disk that does not answer, with nothing to be seen
        haste.leave()
    return haste.status
