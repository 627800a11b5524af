"""Where things are: the checkout, and the environment that is made for it.

Imports the standard library only; read by Python 3.6.
"""

import hashlib
import os
import sys
from pathlib import Path
from typing import List

from bootstrap.words import SetupError

CHECKOUT = Path(__file__).resolve().parent.parent.parent
"""The folder that holds pyproject.toml."""

ENVIRONMENT_NAME = ".venv"


class Place:
    """A folder for an environment, and what stands where in it."""

    def __init__(self, home: Path, checkout: Path) -> None:
        """`home` is the environment's folder, `checkout` the program that it is made for."""
        self.home = home.absolute()
        self.checkout = checkout.absolute()

    @property
    def scripts(self) -> Path:
        """The folder of its programs."""
        return self.home / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> str:
        """Its interpreter."""
        return str(self.scripts / ("python.exe" if os.name == "nt" else "python"))

    @property
    def libraries(self) -> Path:
        """Its site-packages folder, for the version of Python that runs this."""
        if os.name == "nt":
            return self.home / "Lib" / "site-packages"
        return self.home / "lib" / ("python%d.%d" % sys.version_info[:2]) / "site-packages"

    @property
    def stamp(self) -> Path:
        """The file that is written last."""
        return self.home / "setup-stamp.json"

    @property
    def lock(self) -> Path:
        """The file that is locked while a set-up works here."""
        return self.home / "setup.lock"

    @property
    def log(self) -> Path:
        """What pip and apt-get said."""
        return self.home / "setup.log"

    @property
    def scratch(self) -> Path:
        """Where pip keeps what it works on; gone afterwards."""
        return self.home / "setup-scratch"

    @property
    def can_be_made(self) -> bool:
        """Whether the environment's folder can be written, or made where it does not exist."""
        for path in (self.home, *self.home.parents):
            if path.exists() or path.is_symlink():
                return path.is_dir() and os.access(str(path), os.W_OK | os.X_OK)
        return False

    @property
    def installs_in_place(self) -> bool:
        """Whether the program can run from the checkout itself.

        Setuptools then writes its notes beside the code, which a folder of somebody else forbids.
        """
        code = self.checkout / "desktop"
        notes = code / "variorum.egg-info"
        written = [code]
        if notes.exists():
            written += [notes, *notes.iterdir()]
        return all(os.access(str(path), os.W_OK) for path in written)

    @property
    def label(self) -> str:
        """What to call it on screen: short where it stands in the current folder."""
        try:
            return str(self.home.relative_to(Path.cwd()))
        except ValueError:
            return str(self.home)


def places(checkout: Path = CHECKOUT) -> List[Place]:
    """Where the environment may be, best first: in the checkout, or in the user's cache folder."""
    inside = checkout / ENVIRONMENT_NAME
    outside = cache_folder() / "variorum" / _key(checkout)
    return [Place(inside, checkout), Place(outside, checkout)]


def nowhere(checkout: Path = CHECKOUT) -> SetupError:
    """What to say when no place can be written."""
    return SetupError(
        "There is no room for what Variorum needs: neither its folder nor your cache folder can be"
        " written:\n  %s\n  %s\n"
        "Copy Variorum to a folder of your own, or let %s name a folder that you can write, and"
        " run the command again." % (checkout, cache_folder(), _cache_variable())
    )


def cache_folder() -> Path:
    """The folder where this user's programs keep what can be made again."""
    if os.name == "nt":
        given = os.environ.get("LOCALAPPDATA", "")
        return Path(given) if given else _home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return _home() / "Library" / "Caches"
    given = os.environ.get("XDG_CACHE_HOME", "")
    # The XDG base directory specification: a relative path is to be ignored.
    return Path(given) if given.startswith("/") else _home() / ".cache"


def _home() -> Path:
    """The user's own folder; the root for a user that has none, so that nothing is made there."""
    try:
        return Path.home()
    except (RuntimeError, KeyError):
        return Path(Path().absolute().anchor)


def _cache_variable() -> str:
    if os.name == "nt":
        return "LOCALAPPDATA"
    return "HOME" if sys.platform == "darwin" else "XDG_CACHE_HOME"


def _key(checkout: Path) -> str:
    """A name for a checkout's environment, telling apart checkouts in different folders."""
    path = checkout.resolve()
    digest = hashlib.sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()
    return "%s-%s" % (path.name or "checkout", digest[:12])
