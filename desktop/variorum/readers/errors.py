"""What readers may raise, and names fit for the screen.

Imports the standard library only.

ReadError            a file that cannot be read: what to say of it, and what to do
└── PasswordError    it is encrypted, and the password is missing or wrong

Adapters know no file names: they raise `Unreadable`, which becomes a `ReadError` where the name is
known. Whoever stops the reading gets the engine's `Cancelled`.
"""

from __future__ import annotations

import unicodedata


class ReadError(Exception):
    """A file that cannot be read; its message is one sentence that names the file."""

    def __init__(self, path: str, problem: str, advice: str) -> None:
        """Say what is wrong.

        Args:
            path: the file as the user named it.
            problem: what is wrong, to follow "Cannot read FILE: ", without a full stop.
            advice: what to do about it, a sentence of its own.
        """
        self.path = path
        self.problem = problem
        self.advice = advice
        super().__init__(f"Cannot read {printable(path)}: {problem}.")


class PasswordError(ReadError):
    """An encrypted file whose password is missing or wrong."""

    def __init__(self, path: str, problem: str, advice: str, *, wrong: bool) -> None:
        """Say what is wrong.

        Args:
            path: as in `ReadError`; so are `problem` and `advice`.
            problem: what is wrong.
            advice: what to do about it.
            wrong: there was a password, and it does not fit.
        """
        self.wrong = wrong
        super().__init__(path, problem, advice)


class Unreadable(Exception):  # noqa: N818 - said of a file; the error for people is ReadError
    """What an adapter raises of bytes that it cannot read."""

    def __init__(self, problem: str, advice: str) -> None:
        """Say what is wrong.

        Args:
            problem: to follow "Cannot read FILE: ", without a full stop.
            advice: what to do about it, a sentence of its own.
        """
        self.problem = problem
        self.advice = advice
        super().__init__(problem)

    def named(self, path: str) -> ReadError:
        """The error for people.

        Args:
            path: the file as the user named it.
        """
        return ReadError(path, self.problem, self.advice)


class PasswordWanted(Unreadable):
    """What an adapter raises of encrypted bytes."""

    def __init__(self, *, wrong: bool) -> None:
        """Say whether the password is missing or wrong."""
        self.wrong = wrong
        problem = "its password is another one" if wrong else "it is protected by a password"
        super().__init__(problem, "Give its password.")

    def named(self, path: str) -> ReadError:
        """The error for people.

        Args:
            path: the file as the user named it.
        """
        return PasswordError(path, self.problem, self.advice, wrong=self.wrong)


def printable(name: str) -> str:
    """A name on one line: signs that break it, turn it round or cannot be encoded are escaped."""
    if name.isprintable():
        return name
    return "".join(c if _is_harmless(c) else ascii(c)[1:-1] for c in name)


def _is_harmless(character: str) -> bool:
    # Spaces of all widths, and the joiners without which some scripts and emoji come apart.
    if character.isprintable() or character in "\u200c\u200d":
        return True
    return unicodedata.category(character) == "Zs"
