"""Signs of fonts that have no letters: what their code points show, in Unicode.

Imports the standard library only. Documents name such a sign by its font and a code from F000 on,
or without the F000.
"""

from __future__ import annotations

from typing import Final

UNKNOWN: Final = "\ufffd"

_GREEK: Final = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
_SYMBOL: Final = {
    **{ord(latin): greek for latin, greek in _GREEK.items()},
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0xCE: "∈",
    0xD6: "√",
    0xDE: "⇒",
    0xE5: "∑",
    0xF2: "∫",
}
_WINGDINGS: Final = {
    0x4A: "☺",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}


def symbol(font: str, code: str) -> str:
    """The sign that a font shows for a code.

    Args:
        font: its name.
        code: a hexadecimal number.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN
    place = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    if font.startswith("Symbol"):
        return _SYMBOL.get(place, UNKNOWN)
    if font.startswith("Wingdings"):
        return _WINGDINGS.get(place, UNKNOWN) if font == "Wingdings" else UNKNOWN
    private = 0xE000 <= number <= 0xF8FF or 0xD800 <= number <= 0xDFFF
    return chr(number) if 0 <= number <= 0x10FFFF and not private else UNKNOWN
