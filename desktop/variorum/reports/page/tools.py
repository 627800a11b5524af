"""The tools of the page -> HTML. They wait, hidden, for the script: without it they do nothing.

Imports the standard library only. Each key stands beside what it does; all of them are in one list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

_VIEWS: Final = (
    ("side", "Side by side", "1"),
    ("inline", "Inline", "2"),
    ("left", "Left", "3"),
    ("right", "Right", "4"),
)

_KEYS: Final = (
    ("n, F8, Alt+Down", "next change"),
    ("p, Shift+F8, Alt+Up", "previous change"),
    ("o", "other end of a move"),
    ("1 2 3 4", "side by side, inline, left text, right text"),
    ("v", "viewed, and on to the next that is not"),
    ("u", "next change that is not viewed"),
    ("t", "only this change, all of the texts"),
    ("c, Shift+C", "next note, previous note"),
    ("f", "fold or unfold what is unchanged"),
    ("m", "show or hide the marks"),
    ("/, F3, Shift+F3", "search, next hit, previous hit"),
    ("l", "to the list of changes and back"),
    ("Esc", "from the list or an empty search to the texts"),
    ("← →, Enter", "on the divider of the columns: other widths, equal ones"),
)

DIVIDER: Final = (
    '<div class="divider" id="page-divider" role="separator" tabindex="0" aria-valuenow="50" '
    'aria-valuemin="20" aria-valuemax="80" aria-orientation="vertical" '
    'aria-label="Width of the left column, in per cent" '
    'title="Drag for other widths, double click for equal ones (← →, Enter)"></div>'
)
"""What parts the columns of the two texts; only the script shows it."""


_SENTENCES: Final = ("s", "one sentence a line, whole paragraphs")


def tools(*, moves: bool, folds: bool, sentences: bool) -> Iterator[str]:
    """The bar above the texts.

    Args:
        moves: whether anything moved.
        folds: whether anything can be folded.
        sentences: whether a paragraph has several.
    """
    yield '<div class="tools" role="region" aria-label="Tools" hidden>'
    yield '<div class="walk" role="group" aria-label="Changes">'
    yield _button("previous", "↑", "Previous change (p)")
    yield '<output id="page-position"></output>'
    yield _button("next", "↓", "Next change (n)")
    if moves:
        yield _button("other", "⇄", "Other end of the move (o)")
    yield _button(
        "alone", "Only this", "Only this change, and a little around it (t)", pressed="false"
    )
    yield _button(
        "viewed",
        "Viewed",
        "Viewed, and on to the next that is not; kept in this browser only (v)",
        pressed="false",
    )
    yield "</div>"
    yield '<fieldset class="views"><legend class="far">View</legend>'
    for value, told, key in _VIEWS:
        checked = " checked" if value == "side" else ""
        yield f'<label title="{told} ({key})"><input type="radio" name="view" '
        yield f'value="{value}"{checked}><span>{told}</span></label>'
    yield "</fieldset>"
    if sentences:
        yield '<label class="switch" title="One sentence a line, level with its counterpart (s)">'
        yield '<input type="checkbox" id="page-sentences" aria-label="One sentence a line"> '
        yield "Sentences</label>"
    if folds:
        yield '<label class="switch" title="Fold what is unchanged (f)">'
        yield '<input type="checkbox" id="page-fold" aria-label="Fold what is unchanged"> '
        yield "Fold</label>"
    yield '<form class="search" role="search"><input type="search" id="page-search" '
    yield 'placeholder="Search" aria-label="Search in both texts (/)" autocomplete="off">'
    yield '<output id="page-hits"></output></form>'
    yield '<details class="more"><summary title="Colours, spacing, size, keys">More</summary>'
    yield '<div class="panel">'
    yield from _settings([_SENTENCES, *_KEYS] if sentences else _KEYS)
    yield "</div></details></div>\n"


def _settings(keys: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield "<fieldset><legend>Colours</legend>"
    for value, told in (("", "As the system"), ("light", "Light"), ("dark", "Dark")):
        checked = "" if value else " checked"
        yield f'<label><input type="radio" name="scheme" value="{value}"{checked}> {told}</label>'
    yield '<label><input type="checkbox" id="page-colour-blind"> '
    yield "Orange and blue, for eyes that mix up red and green</label></fieldset>"
    yield from _choice("Spacing", "spacing", "compact", "roomy")
    yield from _choice("Size of the texts", "size", "small", "large", "huge")
    yield '<fieldset><legend>Marks</legend><label><input type="checkbox" id="page-marks" checked> '
    yield "Show them, but for the clean views of one text</label></fieldset>"
    yield '<fieldset><legend>Keys</legend><label><input type="checkbox" id="page-keys" checked> '
    yield "Use the keys below</label><dl>"
    for key, told in keys:
        yield f"<div><dt>{key}</dt><dd>{told}</dd></div>"
    yield "</dl></fieldset>"


def _choice(legend: str, name: str, less: str, *more: str) -> Iterator[str]:
    """Radio buttons for what is normal, less and more of it."""
    yield f"<fieldset><legend>{legend}</legend>"
    for value in (less, "", *more):
        told, checked = (value.capitalize(), "") if value else ("Normal", " checked")
        yield f'<label><input type="radio" name="{name}" value="{value}"{checked}> {told}</label>'
    yield "</fieldset>"


def _button(name: str, shown: str, told: str, pressed: str = "") -> str:
    names = f'id="page-{name}" title="{told}" aria-label="{told}"'
    if pressed:
        names += f' aria-pressed="{pressed}"'
    return f'<button type="button" {names}>{shown}</button>'
