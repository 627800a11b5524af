"""What a person may set about a comparison: tolerances, thresholds, pins.

Imports only the elements of texts. All values are frozen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from variorum.engine.elements import Span


class Tolerance(StrEnum):
    """A kind of difference that may be treated as none. The text itself is never altered."""

    LINE_BREAKS = "line-breaks"
    """A line break where the other text has a space."""
    SPACES = "spaces"
    """Runs of spaces and tabs of different length."""
    HYPHENATION = "hyphenation"
    """A word broken with a hyphen at the end of a line."""
    UNICODE_FORM = "unicode-form"
    """The same characters in other code points: NFC and NFD, ligatures, full-width forms, letters
    of Persian, Urdu and Romanian that old keyboards or fonts had not."""
    INVISIBLE = "invisible"
    """Soft hyphens, zero-width characters, no-break and thin spaces, strokes in Arabic words."""
    FORMATTING = "formatting"
    """Emphasis, and the style of paragraphs."""
    CASE = "case"
    """Capital and small letters."""
    PUNCTUATION = "punctuation"
    """Punctuation marks, present or absent, of any kind."""
    QUOTES = "quotes"
    """The style of quotation marks and apostrophes."""
    DASHES = "dashes"
    """The kind of dash or hyphen."""
    DIGIT_GROUPING = "digit-grouping"
    """Separators between thousands: 1,000, 1 000 and 1000."""
    DIACRITICS = "diacritics"
    """Accents and other marks on letters."""


DEFAULT_TOLERANCES: Final = frozenset(
    {
        Tolerance.LINE_BREAKS,
        Tolerance.SPACES,
        Tolerance.HYPHENATION,
        Tolerance.UNICODE_FORM,
        Tolerance.INVISIBLE,
        Tolerance.FORMATTING,
    }
)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which similarity on a matched pair is called what; each 0 to 1."""

    edited: float = 0.6
    """At least this share of the words kept: `edited`; less: `reworded`.

    Pairs that people call edited keep .63 and more of their words, those that they call said in
    other words .52 and less (36 pairs of the sample and 26 of a real article, read one by one).
    """
    reworded: float = 0.0
    """Less than this: the pair is taken apart into missing and new. 0 keeps every pair."""

    def __post_init__(self) -> None:
        """Refuse what makes no sense.

        Raises:
            ValueError: a threshold lies outside 0 to 1, or `reworded` above `edited`.
        """
        if not 0 <= self.reworded <= self.edited <= 1:
            message = f"thresholds must hold 0 <= reworded <= edited <= 1, not {self}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Options:
    """How two texts are compared."""

    tolerances: frozenset[Tolerance] = DEFAULT_TOLERANCES
    """Which differences are none.

    Default: line breaks, spaces, hyphenation, Unicode form, invisible, formatting.
    """
    thresholds: Thresholds = Thresholds()
    """When a pair is called edited, when reworded. Default: edited from 0.6, every pair kept."""

    def __post_init__(self) -> None:
        """Take any set of tolerances, also by their names: what is kept is frozen.

        Raises:
            ValueError: there is no such tolerance.
        """
        object.__setattr__(self, "tolerances", frozenset(map(Tolerance, self.tolerances)))


class PinKind(StrEnum):
    """What a person decided about two passages."""

    ALIGN = "align"
    """The sentences of the two passages form one group."""
    FORBID = "forbid"
    """No sentence of the one is linked with a sentence of the other."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A person's decision about a passage of each text; it covers each sentence that it touches."""

    left: Span
    right: Span
    kind: PinKind = PinKind.ALIGN

    def __post_init__(self) -> None:
        """Take the kind by its name, too: one that is unknown must not pass for nothing.

        Raises:
            ValueError: there is no such kind.
        """
        object.__setattr__(self, "kind", PinKind(self.kind))
