"""What a person decided by hand -> HTML: signs in the texts, where the passages begin.

Imports the engine's public names. Positions are code points of the side's text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from variorum.engine import Comparison, Pin, PinKind, Side, Span
from variorum.reports import phrases
from variorum.reports.cutting import shortened
from variorum.reports.page.escape import escaped

_LONGEST: Final = 60
"""The most code points of the other passage that a sign names."""


class _Sign(NamedTuple):
    place: int
    html: str
    """What the sign is, without its attributes' end."""


class PinSigns:
    """Looks up the signs of one side.

    Args:
        comparison: says what was decided.
        side: of the signs.
        attributes: of their elements, with a space before them.
    """

    def __init__(self, comparison: Comparison, side: Side, attributes: str) -> None:
        signs = (self._sign(comparison, side, pin, attributes) for pin in comparison.pins)
        self._signs = sorted(signs)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._signs)

    def within(self, span: Span) -> str:
        """Those of the passages that begin in a stretch of the text."""
        return "".join(sign.html for sign in self._between(span))

    def any_within(self, span: Span) -> bool:
        """Whether a passage begins in a stretch of the text."""
        return bool(self._between(span))

    def _between(self, span: Span) -> Sequence[_Sign]:
        first = bisect_left(self._signs, span.start, key=_place)
        return self._signs[first : bisect_left(self._signs, span.end, key=_place)]

    @staticmethod
    def _sign(comparison: Comparison, side: Side, pin: Pin, attributes: str) -> _Sign:
        own, other = (pin.left, pin.right) if side is Side.LEFT else (pin.right, pin.left)
        told = phrases.decided(pin.kind)
        words = _cut(comparison.document(side.other).text, other)
        joined = "with" if pin.kind is PinKind.ALIGN else "from"
        name = "pin" if pin.kind is PinKind.ALIGN else "pin apart"
        title = f' title="{escaped(f"{told}: {joined} “{words}”")}"'
        return _Sign(own.start, f'<span class="chip {name}"{attributes}{title}>{told} </span>')


def _cut(text: str, span: Span) -> str:
    words = " ".join(text[span.start : min(span.end, span.start + 3 * _LONGEST)].split())
    return shortened(words, _LONGEST)


def _place(sign: _Sign) -> int:
    return sign.place
