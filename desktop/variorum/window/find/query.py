"""What is searched for: words or a regular expression, made into something that finds it.

Imports the standard library and `regex`, which, other than Python's own `re`, gives an expression
up after some time and lets the window go on meanwhile. Positions count code points.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import prod
from typing import TYPE_CHECKING, Final

from variorum.engine import Side
from variorum.window.find.folding import fold, is_unpointed

if TYPE_CHECKING:
    import regex

LONGEST: Final = 500
"""Characters that may be searched for: more is pasted by mistake, and slow to understand."""

PATIENCE: Final = 0.5
"""Seconds that an expression may take for one paragraph. Sound ones take thousandths; others
would never end. The search can be stopped within that time."""

AT_ONCE: Final = 20_000
"""Characters that are searched for plain words without letting the window in: about 1 ms."""

MOST_REPEATS: Final = 20_000
"""The product of all counts `{n}` of an expression: they are written out in memory, ten million
of them fill it."""


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody looks for."""

    words: str
    sides: tuple[Side, ...] = (Side.LEFT, Side.RIGHT)
    match_case: bool = False
    whole_words: bool = False
    expression: bool = False
    """Whether `words` is a regular expression."""


class BadExpressionError(Exception):
    """The expression is none.

    Args:
        problem: what is wrong, in the words of the library.
        place: at which character from 0; None when it is about the whole.
    """

    def __init__(self, problem: str, place: int | None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.place = place


class TooSlowError(Exception):
    """The expression takes too long for a paragraph."""


class Searcher:
    """Finds what a query asks for in one paragraph after the other."""

    def __init__(self, query: Query) -> None:
        """Understand a query.

        Raises:
            BadExpressionError: it is a regular expression, and makes no sense.
        """
        self._loosely = not query.expression
        # Who types vowel points means them.
        self._unpointed = self._loosely and is_unpointed(query.words)
        self._pattern = _compiled(query)

    def places(self, paragraph: str) -> list[tuple[int, int]]:
        """Where it stands in a paragraph, from first to last: beginnings and ends, none empty.

        Raises:
            TooSlowError: the expression takes too long.
        """
        folded = fold(paragraph, loosely=self._loosely, unpointed=self._unpointed)
        # Plain words take no time in a paragraph, but giving way to the window at each hit does.
        concurrent = not self._loosely or len(paragraph) > AT_ONCE
        try:
            matches = self._pattern.finditer(
                folded.text, concurrent=concurrent, timeout=PATIENCE if concurrent else None
            )
            found = [match.span() for match in matches]
        except (TimeoutError, MemoryError) as error:
            raise TooSlowError from error
        found = [(start, end) for start, end in found if start < end]
        return found if folded.starts is None else [folded.span(*place) for place in found]

    def finds(self, text: str) -> bool:
        """Whether it stands in a text.

        Raises:
            TooSlowError: the expression takes too long.
        """
        return bool(self.places(text))


def escaped(words: str) -> str:
    """An expression that finds these words and nothing else."""
    import regex  # noqa: PLC0415 - takes longer than the window may; nobody searches at its start

    literal: str = regex.escape(words, special_only=True, literal_spaces=True)
    return literal.replace("\n", r"\n")


def _compiled(query: Query) -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 - takes longer than the window may; nobody searches at its start

    words = fold(query.words, loosely=not query.expression).text
    if query.expression:
        _refuse_giants(words)
    else:
        words = regex.escape(words, special_only=True)
    flags = regex.VERSION0 | regex.FULLCASE | regex.MULTILINE
    if not query.match_case:
        flags |= regex.IGNORECASE
    try:
        pattern = regex.compile(words, flags)
        if query.whole_words:
            # The borders of words as Unicode has them: "don't" is one word, Chinese has them.
            pattern = regex.compile(rf"\b(?:{words})\b", flags | regex.WORD)
    except regex.error as error:
        raise BadExpressionError(error.msg, error.pos) from error
    except (RecursionError, OverflowError, MemoryError, ValueError) as error:
        raise BadExpressionError("too complicated", None) from error
    return pattern


@cache
def _lexemes() -> regex.Pattern[str]:
    """What is looked at in an expression before it is understood."""
    import regex  # noqa: PLC0415 - as above

    return regex.compile(
        r"\\."  # an escaped character
        r"|\[\^?\]?(?:\\.|[^\]\\])*\]"  # a set of characters
        r"|\{\s*(?:\d*\s*,\s*)?(?P<count>\d+)\s*\}"
        r"|\{\s*(?P<least>\d+)\s*,\s*\}"
        r"|(?P<recursion>\(\?(?:R|&|P>|[+-]?\d))",
        regex.DOTALL,
    )


def _refuse_giants(words: str) -> None:
    """Refuse what would take all memory before it could be stopped.

    Raises:
        BadExpressionError: it repeats too much, or contains itself.
    """
    counts: list[int] = []
    for found in _lexemes().finditer(words):
        if found.group("recursion"):
            raise BadExpressionError("an expression within itself", found.start())
        count = found.group("count") or found.group("least")
        if count is not None:
            counts.append(max(1, int(count[:9])))
            if prod(counts) > MOST_REPEATS:
                raise BadExpressionError("too many repetitions", found.start())
