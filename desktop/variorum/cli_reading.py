"""The options of the command line that say how the two texts are read.

Imports the engine's public names and readers. An option that takes `X[,X]` is for both texts, or
with a comma for the left one and the right one.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from enum import StrEnum
from typing import Final, TypeVar

from variorum.engine import Layout, Side
from variorum.readers import Kind, ReadError, ReadOptions, TrackedChanges, read_error

Value = TypeVar("Value")

_LONGEST_PASSWORD: Final = 4096
"""In bytes."""


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """Let a command take them; those of `read_options`."""
    group = parser.add_argument_group(
        "how to read the texts (X[,X]: for both, or for LEFT and for RIGHT)"
    )
    group.add_argument(
        "--layout",
        choices=[str(layout) for layout in Layout],
        default=str(Layout.AUTO),
        help="how the paragraphs of plain text are told apart (default: auto, find out)",
    )
    group.add_argument(
        "--language",
        metavar="CODE",
        type=_language,
        help="the language of both texts, such as en, de or zh (default: find out)",
    )
    group.add_argument(
        "--format",
        metavar="FORMAT[,FORMAT]",
        type=_pair(_one_of(Kind)),
        help=f"what the files are: {', '.join(Kind)} (default: find out by their content)",
    )
    group.add_argument(
        "--encoding",
        metavar="NAME[,NAME]",
        type=_pair(_encoding),
        help="the encoding of plain text, HTML and the like, such as utf-8 or windows-1252 "
        "(default: find out)",
    )
    group.add_argument(
        "--tracked-changes",
        metavar="WHAT[,WHAT]",
        type=_pair(_one_of(TrackedChanges)),
        help="what becomes of changes that a word processor recorded: accepted, or rejected, "
        "which is the original text (default: accepted)",
    )
    group.add_argument(
        "--password-file",
        metavar="FILE",
        action="append",
        help="a file whose first line is the password of encrypted texts; given twice, the first "
        "is for LEFT and the second for RIGHT",
    )


def read_options(arguments: argparse.Namespace, side: Side) -> ReadOptions:
    """How one of the texts is to be read.

    Raises:
        ReadError: the file with the password cannot be read.
    """
    changes = _of_side(arguments.tracked_changes, side)
    return ReadOptions(
        format=_of_side(arguments.format, side),
        encoding=_of_side(arguments.encoding, side),
        layout=Layout(arguments.layout),
        language=arguments.language,
        tracked_changes=TrackedChanges.ACCEPTED if changes is None else changes,
        password=_password(arguments.password_file, side),
    )


def names_reading_options(arguments: argparse.Namespace) -> bool:
    """Whether any of them was given."""
    given = (
        arguments.language,
        arguments.format,
        arguments.encoding,
        arguments.tracked_changes,
        arguments.password_file,
    )
    return arguments.layout != Layout.AUTO or any(value is not None for value in given)


def _of_side(pair: tuple[Value, Value] | None, side: Side) -> Value | None:
    if pair is None:
        return None
    return pair[0] if side is Side.LEFT else pair[1]


def _pair(one: Callable[[str], Value]) -> Callable[[str], tuple[Value, Value]]:
    def parse(value: str) -> tuple[Value, Value]:
        left, comma, right = value.partition(",")
        first = one(left.strip())
        return first, one(right.strip()) if comma else first

    return parse


Choice = TypeVar("Choice", bound=StrEnum)


def _one_of(choices: type[Choice]) -> Callable[[str], Choice]:
    def parse(value: str) -> Choice:
        try:
            return choices(value)
        except ValueError as error:
            message = f"{value!r} is none of {', '.join(choices)}"
            raise argparse.ArgumentTypeError(message) from error

    return parse


def _encoding(value: str) -> str:
    try:
        ReadOptions(encoding=value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return value


def _language(value: str) -> str:
    parts = value.split("-")
    if all(p.isascii() and p.isalnum() and len(p) <= 8 for p in parts) and len(parts[0]) in (2, 3):
        return value.lower()
    message = f"{value!r} is no code of a language, such as en or de"
    raise argparse.ArgumentTypeError(message)


def _password(names: list[str] | None, side: Side) -> str | None:
    """The first line of the file for a side.

    A pipe will do, so that no password need ever be stored.
    """
    if not names:
        return None
    name = names[-1] if side is Side.RIGHT else names[0]
    try:
        with open(name, "rb") as file:  # noqa: PTH123 - it may be a pipe of the shell
            line = file.read(_LONGEST_PASSWORD).splitlines()[:1]
        return b"".join(line).decode("utf-8-sig")
    except OSError as error:
        raise read_error(error, name) from error
    except ValueError as error:
        raise ReadError(name, "the password in it is not UTF-8", "Save it as UTF-8.") from error
