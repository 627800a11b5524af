"""The menu Compare: how the texts are compared, and what is aligned by hand, in words and keys.

Imports Qt and the names of tolerances. A part of the table of actions in a file of its own.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from variorum.engine import DEFAULT_TOLERANCES, Tolerance
from variorum.window.action_specs import SEPARATOR, MenuSpec, Spec


def action_of(tolerance: Tolerance) -> str:
    """What the code calls the action of a tolerance."""
    return f"tolerate_{tolerance.value}"


class CompareTable(QObject):
    """The actions of the menu and the menu itself."""

    def specs(self) -> tuple[Spec, ...]:
        """All actions."""
        return (
            *(
                Spec(action_of(tolerance), text, tip, checkable=True)
                for tolerance, (text, tip) in self._tolerances().items()
            ),
            Spec(
                "tolerate_usual",
                self.tr("Back to the &Usual Ones"),
                self.tr("Treat as equal what Variorum treats as equal unless told otherwise"),
            ),
            Spec(
                "thresholds",
                self.tr("T&hresholds…"),
                self.tr(
                    "Say from which likeness on a sentence is edited, reworded, or another one"
                ),
                ("Ctrl+T",),
            ),
            *self._pins(),
        )

    def menu(self) -> MenuSpec:
        """The menu with its entries."""
        usual = [t for t in Tolerance if t in DEFAULT_TOLERANCES]
        others = [t for t in Tolerance if t not in DEFAULT_TOLERANCES]
        equal = MenuSpec(
            self.tr("&Treat as Equal"),
            (
                *map(action_of, usual),
                SEPARATOR,
                *map(action_of, others),
                *(SEPARATOR, "tolerate_usual"),
            ),
            "tolerances",
        )
        return MenuSpec(
            self.tr("Co&mpare"),
            (
                *(equal, "thresholds", SEPARATOR, "align", "keep_apart", SEPARATOR),
                *("next_pin", "unpin", "unpin_all"),
            ),
            "compare",
        )

    def name(self, tolerance: Tolerance) -> str:
        """What a tolerance is called, without its mnemonic."""
        return self._tolerances()[tolerance][0].replace("&", "")

    def _pins(self) -> tuple[Spec, ...]:
        return (
            Spec(
                "align",
                self.tr("&Align by Hand…"),
                self.tr("Say what belongs to the sentence you are in, or to what is selected"),
                ("Ctrl+L",),
            ),
            Spec(
                "keep_apart",
                self.tr("&Keep Apart"),
                self.tr("The sentences you are in, and what faces them, do not belong together"),
                ("Ctrl+K",),
            ),
            Spec(
                "next_pin",
                self.tr("&Next Pin"),
                self.tr("Go to the next passage that was aligned or kept apart by hand"),
                ("Ctrl+Shift+P",),
            ),
            Spec(
                "unpin",
                self.tr("&Remove Pin"),
                self.tr("Take back what you decided about the sentence you are in"),
                ("Ctrl+U",),
            ),
            Spec(
                "unpin_all",
                self.tr("Remove A&ll Pins"),
                self.tr("Take back all that was aligned or kept apart by hand"),
            ),
        )

    def _tolerances(self) -> dict[Tolerance, tuple[str, str]]:
        """What each tolerance is called, and what it does."""
        return {
            Tolerance.LINE_BREAKS: (
                self.tr("&Line Breaks"),
                self.tr("A line break where the other text has a space is no change"),
            ),
            Tolerance.SPACES: (
                self.tr("&Spaces"),
                self.tr("More or fewer spaces and tabs are no change"),
            ),
            Tolerance.HYPHENATION: (
                self.tr("&Hyphens at Line Ends"),
                self.tr("A word that is broken at the end of a line is the whole word"),
            ),
            Tolerance.UNICODE_FORM: (
                self.tr("Same Letters in &Other Code Points"),
                self.tr(
                    "Composed letters, ligatures and full-width forms are the plain letters, "
                    "and those of old keyboards in Persian, Urdu or Romanian are today's"
                ),
            ),
            Tolerance.INVISIBLE: (
                self.tr("&Invisible Characters"),
                self.tr("Soft hyphens, zero-width, no-break and thin spaces are no change"),
            ),
            Tolerance.FORMATTING: (
                self.tr("&Formatting"),
                self.tr("Other emphasis, and another style of a paragraph, are no change"),
            ),
            Tolerance.CASE: (
                self.tr("&Capital Letters"),
                self.tr("Capital letters are the same as small ones"),
            ),
            Tolerance.PUNCTUATION: (
                self.tr("&Punctuation"),
                self.tr("Other, more or fewer punctuation marks are no change"),
            ),
            Tolerance.QUOTES: (
                self.tr("Style of &Quotation Marks"),
                self.tr("Straight, curly and angled quotation marks and apostrophes are the same"),
            ),
            Tolerance.DASHES: (
                self.tr("&Kind of Dash"),
                self.tr("Hyphens, short and long dashes are the same"),
            ),
            Tolerance.DIGIT_GROUPING: (
                self.tr("&Grouping of Digits"),
                self.tr("1,000 and 1 000 and 1000 are the same"),
            ),
            Tolerance.DIACRITICS: (
                self.tr("&Accents"),
                self.tr("Letters with accents are the same as those without"),
            ),
        }
