"""One process of `window_speed.py`: it begins and ends as the program itself does.

    python window_process.py WHAT LEFT RIGHT MORE

It imports nothing that the program would not import, too, before something is measured.
"""

from __future__ import annotations

import sys

from variorum.app import Haste


def main(what: str, left: str, right: str, more: str) -> None:
    """Measure one thing and print the figures as JSON, an object a line."""
    haste = Haste()
    haste.status = 0
    haste.import_qt()
    import window_runs  # noqa: PLC0415 - it imports Qt

    for figures in getattr(window_runs, what)(left, right, float(more)):
        import json  # noqa: PLC0415 - the program starts without it

        print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
