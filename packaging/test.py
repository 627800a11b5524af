#!/usr/bin/env python3
"""Sets everything up for the tests and runs all checks: `python3 packaging/test.py`.

Arguments go to `check.py` beside it. Imports the standard library only; read by Python 3.6.
"""

import shutil
import sys
from typing import Sequence

from bootstrap import debian, display, session
from bootstrap.debian import Installer, Needs
from bootstrap.places import CHECKOUT, Place
from bootstrap.programs import Record, become, run_in_terminal
from bootstrap.words import say

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The names under which the browser for the tests of the page may be found."""

PROGRAMS = {
    "xvfb": ("Xvfb",),
    "xauth": ("xauth",),
    "chromium": BROWSERS,
    "dbus-daemon": ("dbus-daemon",),
    "desktop-file-utils": ("desktop-file-validate",),
    "appstream": ("appstreamcli",),
    "shared-mime-info": ("update-mime-database",),
    "libglib2.0-bin": ("gio",),
}
"""What the tests run, by package."""

LIBRARIES = (*debian.QT_LIBRARIES, *debian.X11_LIBRARIES, "libatomic.so.1", "libgssapi_krb5.so.2")
"""What Qt and its tools load, and the driver of the browser."""

SCREEN_READING = ("at-spi2-core", "python3-pyatspi")
"""The registry that programs and screen readers meet at, and a client for the system's Python."""

FONTS = ("fonts-noto-core", "fonts-noto-cjk")
"""Letters of many scripts, for the tests of what is drawn."""


def main(arguments: Sequence[str]) -> int:
    """Get everything ready, then check; the exit status."""
    installer = Installer()
    place = session.get_ready("dev", installer, _wanted)
    _complete_system(place, installer)
    check = CHECKOUT / "packaging" / "check.py"
    return become([place.python, str(check), *arguments])


def _wanted() -> Needs:
    """The packages that the tests want from the system and that are not there."""
    return (
        debian.missing_libraries(LIBRARIES)
        + debian.missing_programs(PROGRAMS)
        + debian.missing_packages(FONTS + SCREEN_READING)
    )


def _complete_system(place: Place, installer: Installer) -> None:
    """Get what the tests need from outside; what cannot be had is said, and then its tests fail."""
    if debian.has_apt():
        needs = _wanted()
        driver = place.libraries / "playwright" / "driver" / "node"
        missing = display.missing_libraries(place) + display.missing_for([driver])
        needs += [debian.packages_of_library(name) for name in missing]
        installer.install(needs, "the tests", Record(session.log_of(place)))
    if not any(map(shutil.which, BROWSERS)):
        say("There is no Chromium here; fetching one for the tests of the page.")
        run_in_terminal([place.python, "-m", "playwright", "install", "chromium"])


if __name__ == "__main__":
    sys.exit(session.run(__file__, sys.argv[1:], main))
