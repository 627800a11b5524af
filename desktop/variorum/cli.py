"""The command line: `variorum compare LEFT RIGHT`, composition only.

Imports readers, engine and reports; no Qt, and nothing that needs a display. What it prints, its
options and its exit status are a contract that other programs rely on.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

from variorum.cli_reading import add_reading_options, names_reading_options, read_options
from variorum.engine import (
    DEFAULT_TOLERANCES,
    Change,
    Comparison,
    EngineError,
    Options,
    Side,
    Thresholds,
    Tolerance,
    compare,
    find_changes,
)
from variorum.readers import (
    PasswordError,
    ReadError,
    Source,
    is_pipe,
    printable,
    read_document,
    read_pipe,
    read_stream,
)
from variorum.reports.files import (
    WriteError,
    encode_pieces,
    same_place,
    write_atomically,
    write_error,
)

if TYPE_CHECKING:
    from variorum.review import Review

SAME: Final = 0
"""The exit status when the texts do not differ, as `diff` has it."""
DIFFERENT: Final = 1
TROUBLE: Final = 2

_STANDARD: Final = "-"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        argv: the arguments from `compare` on; those of the program when None.

    Returns:
        The exit status: 0 no differences, 1 differences, 2 trouble.
    """
    try:
        arguments = _parser().parse_args(argv)
        return _compare(arguments)
    except SystemExit as exit_:  # argparse ends so, after help and after a wrong use
        return exit_.code if isinstance(exit_.code, int) else TROUBLE
    except PasswordError as error:
        return _complain(f"{error} Give it with --password-file.")
    except (ReadError, WriteError) as error:
        return _complain(f"{error} {error.advice}")
    except _UsageError as error:
        return _complain(str(error))
    except EngineError as error:
        return _complain(f"Cannot compare the texts: {error}.")
    except KeyboardInterrupt:
        return _complain("Stopped.")
    except MemoryError:
        return _complain("There is not enough memory to compare these texts.")
    except Exception as error:  # the contract: one line whatever happens, never a traceback
        return _complain(_unexpected(error))


class _UsageError(Exception):
    """Arguments that do not go together."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say it in one line."""
        raise _UsageError(f"{message[:1].upper()}{message[1:]}. See: variorum compare --help")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="variorum", allow_abbrev=False)
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)
    _add_compare(
        commands.add_parser(
            "compare",
            help="compare two texts without opening the window",
            description=_DESCRIPTION,
            epilog=_EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
    )
    return parser


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "left",
        metavar="LEFT",
        help="the one text, mostly the older; - for standard input; or a session (.variorum) or a "
        "saved page, which have both texts in them",
    )
    parser.add_argument(
        "right", metavar="RIGHT", nargs="?", help="the other text; - for standard input"
    )
    outputs = parser.add_argument_group("what to write (the summary, when nothing is named)")
    outputs.add_argument(
        "--html", metavar="FILE", help="write the annotated page; - for standard output"
    )
    outputs.add_argument(
        "--json", metavar="FILE", help="write the comparison as JSON; - for standard output"
    )
    options = parser.add_argument_group("how to compare")
    options.add_argument(
        "--tolerances",
        metavar="LIST",
        type=_tolerances,
        help="the differences that count as none, with commas between them: "
        f"{', '.join(Tolerance)}; or all, default, none. A list that begins with + adds to the "
        "default, and one that begins with - takes away from it (--tolerances=-formatting); the "
        f"default is {','.join(t for t in Tolerance if t in DEFAULT_TOLERANCES)}",
    )
    options.add_argument(
        "--thresholds",
        metavar="EDITED[,REWORDED]",
        type=_thresholds,
        help="shares from 0 to 1 of the words kept: from the first on, a pair of sentences is "
        "called edited, below it reworded; below the second it is taken apart (default: "
        f"{Thresholds().edited:g},{Thresholds().reworded:g})",
    )
    add_reading_options(parser)


_DESCRIPTION: Final = """\
Compare two versions of a text, sentence by sentence, and say what became of every sentence:
kept, edited, reworded, moved, missing or new."""

_EPILOG: Final = """\
exit status:
  0  the texts do not differ
  1  they differ
  2  something went wrong; standard error says what

examples:
  variorum compare draft.txt final.txt
  variorum compare draft.txt final.txt --html changes.html
  variorum compare draft.txt final.txt --json - --tolerances +case,quotes
  variorum compare notes.variorum --html changes.html
"""


def _tolerances(value: str) -> frozenset[Tolerance]:
    named = {
        "all": frozenset(Tolerance),
        "default": DEFAULT_TOLERANCES,
        "none": frozenset[Tolerance](),
    }
    if value in named:
        return named[value]
    sign = value[:1] if value[:1] in ("+", "-") else ""
    chosen = frozenset(_tolerance(name.strip()) for name in value.removeprefix(sign).split(","))
    if sign == "-":
        return DEFAULT_TOLERANCES - chosen
    return DEFAULT_TOLERANCES | chosen if sign else chosen


def _tolerance(name: str) -> Tolerance:
    try:
        return Tolerance(name)
    except ValueError as error:
        message = f"there is no tolerance {name!r}; there are {', '.join(Tolerance)}"
        raise argparse.ArgumentTypeError(message) from error


def _thresholds(value: str) -> Thresholds:
    try:
        numbers = [float(part) for part in value.split(",")]
        edited, reworded = numbers if len(numbers) > 1 else (numbers[0], 0.0)
        return Thresholds(edited, reworded)
    except ValueError as error:
        message = f"{value!r} is not one or two numbers with 1 >= EDITED >= REWORDED >= 0"
        raise argparse.ArgumentTypeError(message) from error


class _Work(NamedTuple):
    """What there is to be written."""

    left: Source
    right: Source
    comparison: Comparison
    review: Review | None
    """What somebody said of it; None: nobody was asked."""


def _compare(arguments: argparse.Namespace) -> int:
    _refuse_nameless(arguments)
    _refuse_twice(arguments)
    work = _of_session(arguments) if arguments.right is None else _of_texts(arguments)
    changes = find_changes(work.comparison)
    _tell_doubts(work)
    _write_all(arguments, work, changes)
    return DIFFERENT if changes else SAME


def _tell_doubts(work: _Work) -> None:
    """Say what is in doubt of how the texts were read, as the window does by a sign."""
    for side, source in (("left", work.left), ("right", work.right)):
        if source.remark:
            _complain(f"{source.name} ({side}): {source.remark}")


def _of_texts(arguments: argparse.Namespace) -> _Work:
    left = _read(arguments.left, arguments, Side.LEFT)
    right = _read(arguments.right, arguments, Side.RIGHT)
    options = _options(arguments, Options())
    return _Work(left, right, compare(left.document, right.document, options), None)


def _of_session(arguments: argparse.Namespace) -> _Work:
    """The texts, options and notes of a session; other options may be asked for.

    Raises:
        _UsageError: there is but one text.
    """
    # Imported when it is wanted: most comparisons are of two texts.
    from variorum.sessions import holds_session, read_session, settled  # noqa: PLC0415

    path = Path(arguments.left)
    # Of a file that is not there nobody knows what it is: reading it says that.
    if arguments.left == _STANDARD or (_exists(path) and not holds_session(path)):
        message = f"{printable(arguments.left)} is one text, and there is no other to compare it "
        raise _UsageError(message + "with. Give LEFT and RIGHT, or a session.")
    if names_reading_options(arguments):
        message = "The texts of a session are read already: do not say how to read them."
        raise _UsageError(message)
    session = read_session(path)
    for source in (session.left, session.right):
        if source.path is not None:
            _refuse_text(arguments, str(source.path))
    left, right = session.left.document, session.right.document
    options = _options(arguments, session.options)
    comparison = compare(left, right, options, session.pins)
    review = settled(session.review, left, right, comparison).review
    return _Work(session.left, session.right, comparison, review)


def _exists(path: Path) -> bool:
    """Whether there is a file, as far as one can tell: its folder may be closed to the user."""
    try:
        return path.exists()
    except OSError:
        return False


def _options(arguments: argparse.Namespace, usual: Options) -> Options:
    """What was asked for; the usual where nothing was."""
    tolerances, thresholds = arguments.tolerances, arguments.thresholds
    return replace(
        usual,
        tolerances=usual.tolerances if tolerances is None else tolerances,
        thresholds=usual.thresholds if thresholds is None else thresholds,
    )


def _refuse_nameless(arguments: argparse.Namespace) -> None:
    """An empty name, as of a variable of the shell that is not set, would stand for this folder.

    Raises:
        _UsageError: there is one.
    """
    for name in ("left", "right", "html", "json"):
        if getattr(arguments, name) == "":
            shown = name.upper() if name in ("left", "right") else f"--{name}"
            raise _UsageError(f"The name of a file is empty: {shown}.")


def _refuse_twice(arguments: argparse.Namespace) -> None:
    """Standard input and output hold one text each, and no file is written over.

    Raises:
        _UsageError: they would have to hold two, or a text would be lost.
    """
    if arguments.left == _STANDARD and arguments.right == _STANDARD:
        raise _UsageError("Standard input holds one text only: give one of the two as a file.")
    outputs = [name for name in (arguments.html, arguments.json) if name is not None]
    if len(outputs) == 2 and _same_place(*outputs):
        raise _UsageError(f"Cannot write both the page and the JSON to {outputs[0]}.")
    for text in filter(None, (arguments.left, arguments.right)):
        what = "the session itself" if arguments.right is None else _ONE_OF_TWO
        _refuse_text(arguments, text, what)


_ONE_OF_TWO: Final = "one of the two texts"


def _refuse_text(arguments: argparse.Namespace, text: str, what: str = _ONE_OF_TWO) -> None:
    """Nothing that was given is written over.

    Raises:
        _UsageError: a text would be lost.
    """
    for output in filter(None, (arguments.html, arguments.json)):
        if _STANDARD not in (output, text) and _same_place(output, text):
            raise _UsageError(f"Cannot write {output}: it is {what}. Choose another name.")


def _same_place(first: str, second: str) -> bool:
    if _STANDARD in (first, second):
        return first == second
    return same_place(first, second)


def _read(name: str, arguments: argparse.Namespace, side: Side) -> Source:
    options = read_options(arguments, side)
    if name != _STANDARD:
        return read_pipe(name, options) if is_pipe(name) else read_document(name, options)
    if sys.stdin is None:
        raise ReadError("standard input", "there is none", "Give a file.")
    return read_stream(sys.stdin.buffer, options=options)


def _write_all(arguments: argparse.Namespace, work: _Work, changes: Sequence[Change]) -> None:
    # The reports are imported when they are wanted: a command line should start at once.
    left, right, comparison, review = work
    if arguments.html is not None:
        from variorum.reports.annotated_html import render  # noqa: PLC0415
        from variorum.sessions import page_keys  # noqa: PLC0415

        now = datetime.now(UTC).astimezone()
        keys = page_keys(comparison, left, right)
        page = render(comparison, left, right, made=now, review=review, more=keys)
        _write(arguments.html, encode_pieces(page))
    if arguments.json is not None:
        from variorum.reports.comparison_json import encode  # noqa: PLC0415

        _write(arguments.json, encode_pieces(encode(comparison, _said(comparison, review))))
    if arguments.html is None and arguments.json is None:
        from variorum.reports.summary_text import summary_text  # noqa: PLC0415

        text = summary_text(comparison, changes, left.name, right.name)
        encoding = sys.stdout.encoding if sys.stdout is not None else "utf-8"
        _write(_STANDARD, [_fit_for(encoding, text).encode(encoding, "replace")])


def _said(comparison: Comparison, review: Review | None) -> dict[str, object]:
    """The keys of the JSON of a session: what somebody said of it, and decided by hand."""
    if review is None:
        return {}
    from variorum.review import to_plain  # noqa: PLC0415 - as above
    from variorum.sessions import pins_to_plain  # noqa: PLC0415

    return {"review": to_plain(review), "pins": pins_to_plain(comparison.pins)}


def _write(name: str, parts: Iterable[bytes]) -> None:
    if name == _STANDARD:
        _to_standard_output(parts)
    else:
        write_atomically(name, parts)


def _to_standard_output(parts: Iterable[bytes]) -> None:
    if sys.stdout is None:
        raise WriteError("standard output", "there is none", "Give a file.")
    try:
        sys.stdout.buffer.writelines(parts)
        sys.stdout.flush()
    except BrokenPipeError as error:
        _silence()
        problem = "nobody reads it any more"
        raise WriteError("standard output", problem, "The reader has ended.") from error
    except OSError as error:
        _silence()
        raise write_error(error, "standard output") from error


def _silence() -> None:
    """Let what is still held go nowhere, or Python would complain about it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


_SIMPLER: Final = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "…": "..."})
"""What the signs of our own sentences become where there is nothing but ASCII."""


def _fit_for(encoding: str, text: str) -> str:
    """A text for a console, with simpler signs if that one lacks any of it."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_SIMPLER)
    return text


def _complain(message: str) -> int:
    """One line on standard error."""
    if sys.stderr is not None:
        told = _fit_for(sys.stderr.encoding, f"variorum: {printable(message.strip())}")
        with suppress(OSError):  # then nobody can be told
            print(told, file=sys.stderr, flush=True)
    return TROUBLE


def _unexpected(error: Exception) -> str:
    place = ""
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{Path(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    told = " ".join(str(error).split())
    return f"This should not have happened: {type(error).__name__} at {place}: {told}"
