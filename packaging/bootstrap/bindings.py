"""Unpacks the Python code that Qt's bindings carry inside of a library.

They compile it at each start of the program: a twentieth of the time until a window is there. Once
it is unpacked beside the library, it is imported, and remembered compiled, as any other code.
Imports the standard library only; read by Python 3.6.
"""

import shutil
from pathlib import Path

from bootstrap.places import Place
from bootstrap.programs import Record, clean_environment, run_logged
from bootstrap.words import ignore

SETTING = {"SBK_EMBED": "0"}
"""What the bindings are told, so that they unpack their code while they are imported."""


def unpack(place: Place, record: Record) -> None:
    """Unpack the code of the bindings in an environment; without it they work as well.

    Raises:
        OSError: the log cannot be written.
    """
    settings = clean_environment(**SETTING)
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    outcome = run_logged(
        [place.python, "-c", "import shiboken6"], record, ignore, None, None, settings
    )
    if outcome.status != 0:  # it may have stopped halfway
        remove(place)


def remove(place: Place) -> None:
    """Remove what was unpacked: other bindings would take it for theirs."""
    shutil.rmtree(str(_folder(place)), ignore_errors=True)


def _folder(place: Place) -> Path:
    return place.libraries / "shiboken6" / "files.dir"
