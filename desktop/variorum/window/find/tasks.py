"""Searching both texts, or the changes between them, in the thread of a worker.

Imports the engine's model and, of the window, what needs no Qt but the names of `jobs`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from variorum.engine import Change, Comparison, Layout, Side
from variorum.reports.marks import Marks
from variorum.window.find.query import Query, Searcher, TooSlowError
from variorum.window.jobs import Watcher
from variorum.window.view import Hits

MOST: Final = 500_000
"""So many hits are enough for anybody; they take 12 MB."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to."""

    query: Query
    hits: Hits
    too_many: bool
    """Whether the search ended early because it had found `MOST`."""


class TooSlowHereError(Exception):
    """An expression takes too long.

    Args:
        side: the text.
        paragraph: its index, from 0.
    """

    def __init__(self, side: Side, paragraph: int) -> None:
        super().__init__(side, paragraph)
        self.side = side
        self.paragraph = paragraph


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FindTask:
    """Find something in the texts of a comparison."""

    comparison: Comparison
    query: Query

    def __call__(self, watcher: Watcher) -> Found:
        """Do it: band by band, in each the left paragraphs first.

        Raises:
            BadExpressionError: the query is no regular expression.
            TooSlowHereError: it takes too long.
            Stopped: nobody wants the result any more.
        """
        searcher = Searcher(self.query)
        hits = Hits()
        for band in self.comparison.bands:
            for side in self.query.sides:
                for paragraph in range(*band.paragraphs(side)):
                    watcher.check()
                    self._search(searcher, side, paragraph, hits)
                    if len(hits) >= MOST:
                        return Found(self.query, hits, too_many=True)
        return Found(self.query, hits, too_many=False)

    def _search(self, searcher: Searcher, side: Side, paragraph: int, hits: Hits) -> None:
        document = self.comparison.document(side)
        begin, end = document.paragraphs[paragraph].span
        try:
            text = searched(document.text[begin:end], document.layout)
            hits.extend(side, begin, searcher.places(text))
        except TooSlowError as error:
            raise TooSlowHereError(side, paragraph) from error


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FilterTask:
    """Find the changes that some words stand in."""

    marks: Marks
    words: str
    """All of them must stand in a change, on one side or the other."""

    def __call__(self, watcher: Watcher) -> frozenset[int]:
        """Do it.

        Returns:
            The numbers of the changes.

        Raises:
            Stopped: nobody wants the result any more.
        """
        searchers = [Searcher(Query(word)) for word in self.words.split()]
        out: list[int] = []
        for change in self.marks.changes:
            watcher.check()
            texts = [self._text(change, side) for side in Side]
            if all(any(map(searcher.finds, texts)) for searcher in searchers):
                out.append(change.number)
        return frozenset(out)

    def _text(self, change: Change, side: Side) -> str:
        span = change.span(side)
        if span is None:
            return ""
        return self.marks.comparison.document(side).text[span.start : span.end]


def searched(text: str, layout: Layout) -> str:
    """A text as it is searched, character for character.

    Where it was broken at a width one sees spaces, no line ends: an expression finds what one sees.
    """
    return text.replace("\n", " ") if layout is Layout.WRAPPED else text
