"""The right form of each counted thing: "1 change", "2 changes"; and how numbers are written.

Imports Qt's translator and an XML reader: the library's takes 2 ms for what Qt's takes 30. Qt
leaves the plural forms of the language that a program is written in to a translation too; it is
`resources/translations/variorum_en.ts`, which `lupdate` keeps, read here as it is, on the first
occasion.
"""

from __future__ import annotations

import re
from functools import cached_property
from importlib.resources import files
from typing import Final
from xml.etree import ElementTree as ET

from PySide6.QtCore import QLocale, QTranslator

_FILE: Final = "variorum_en.ts"

_UNCOUNTED: Final = re.compile(r"<message>.*?</message>", re.DOTALL)
"""All messages but those that have a number; leaving them out makes reading six times as quick."""


def locale_for(system: QLocale) -> QLocale:
    """How numbers and dates are to be written.

    Args:
        system: how the system says. One that was never told, as a bare Linux, writes them for
            programs, 39217 and 23 11 2026; then they are written as the command line and the page
            write numbers, and the day before the month.
    """
    if system.language() is not QLocale.Language.C:
        return system
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


class EnglishPlurals(QTranslator):
    """Answers for texts with a number; all others stay as they are in the code."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Whether there is nothing here; Qt would not ask an empty translator."""
        return False

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002 - Qt hands it over
        n: int = -1,
    ) -> str | None:
        """The form for `n` things; None where no number is meant."""
        if n < 0:
            return None
        forms = self._forms.get((context, source))
        return None if forms is None else forms[0 if n == 1 else 1]

    @cached_property
    def _forms(self) -> dict[tuple[str, str], tuple[str, str]]:
        text = (files("variorum.resources") / "translations" / _FILE).read_text("utf-8")
        return read_plurals(text)


def read_plurals(text: str) -> dict[tuple[str, str], tuple[str, str]]:
    """The two forms of each counted text in a `.ts` file, by context and source.

    Raises:
        ValueError: the text is no such file.
    """
    try:
        root = ET.fromstring(_UNCOUNTED.sub("", text))  # noqa: S314 - a file of our own
    except ET.ParseError as error:
        problem = f"{_FILE}: {error}"
        raise ValueError(problem) from error
    forms: dict[tuple[str, str], tuple[str, str]] = {}
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            found = [form.text for form in message.iter("numerusform")]
            if len(found) == 2 and found[0] and found[1]:
                forms[name, message.findtext("source", "")] = (found[0], found[1])
    return forms
