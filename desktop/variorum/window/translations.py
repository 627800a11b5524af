"""The right form of each counted thing: "1 change", "2 changes".

Imports Qt's translator and XML reader. Qt leaves the plural forms of the language that a program
is written in to a translation too; it is `resources/translations/variorum_en.ts`, which `lupdate`
keeps, read here as it is, on the first occasion.
"""

from __future__ import annotations

from functools import cached_property
from importlib.resources import files
from typing import Final

from PySide6.QtCore import QTranslator, QXmlStreamReader

_FILE: Final = "variorum_en.ts"


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
    forms: dict[tuple[str, str], tuple[str, str]] = {}
    xml = QXmlStreamReader(text)
    context = source = ""
    found: list[str] = []
    while not xml.atEnd():
        if xml.readNext() is QXmlStreamReader.TokenType.StartElement:
            name = xml.name()
            if name == "name":
                context = xml.readElementText()
            elif name == "source":
                source, found = xml.readElementText(), []
            elif name == "numerusform":
                found.append(xml.readElementText())
                if len(found) == 2 and all(found):
                    forms[context, source] = (found[0], found[1])
    if xml.hasError():
        message = f"{_FILE}: {xml.errorString()}, line {xml.lineNumber()}"
        raise ValueError(message)
    return forms
