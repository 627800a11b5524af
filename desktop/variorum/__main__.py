"""Where Variorum begins: `variorum compare …` is the command line, all else opens the window.

Imports nothing of Qt before it is needed, so that the command line works without it.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import Final

READ_BESIDE: Final = "--read-beside"
"""What a program frozen into one file is started with to read a document for itself; the same as
`variorum.readers.sandbox.ARGUMENT`, which is not imported only to compare it."""

_TROUBLE: Final = 2
"""The exit status of a comparison that was stopped; the same as `variorum.cli.TROUBLE`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: the arguments without the program's name; None: those of the process.

    Returns:
        The exit status.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == [READ_BESIDE]:
        from variorum.readers.child import main as serve  # noqa: PLC0415 - as below

        serve()
    if arguments[:1] == ["compare"]:
        # The process ends with the comparison: looking for what could be given back before that
        # takes a fifth of the time.
        gc.disable()
        try:
            from variorum.cli import main as compare  # noqa: PLC0415 - see the module's docstring

            return compare(arguments)
        except KeyboardInterrupt:  # stopped while that was imported: most of a short comparison
            print("variorum: Stopped.", file=sys.stderr)  # noqa: T201 - as the command line does
            return _TROUBLE
        finally:
            gc.freeze()  # nor does it at the end
            gc.enable()
    from variorum.app import run  # noqa: PLC0415 - see the module's docstring

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
