"""Finds the sentences of a whole text.

Imports the elements and the rules of `engine.text`. Positions are code points of the text. One of
800,000 words has 45,000 sentences: places are gathered in lists, and what stands in another text,
too, is taken over from there in runs, so that little is done for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, groupby, repeat
from operator import sub
from typing import Final, NamedTuple

from variorum.engine.elements import Paragraph, Sentence, Span, sentences_at
from variorum.engine.text.judgement import rules_for
from variorum.engine.text.sentences import find_sentences
from variorum.engine.text.telling import Progress, Teller

_TOGETHER: Final = 1024
"""At most so many paragraphs are taken over at once: a few ms."""


class Paragraphs(NamedTuple):
    """The paragraphs of a text and what stands in them, in the same order."""

    places: Sequence[Paragraph]
    texts: Sequence[str]


class Parted(NamedTuple):
    """Where the sentences of a text are."""

    starts: list[int]
    ends: list[int]
    firsts: list[int]
    """For each paragraph the index of its first sentence, and at last the number of all."""

    @classmethod
    def of(cls, sentences: Sequence[Sentence], paragraphs: int) -> Parted:
        """Where sentences are that are known.

        Args:
            sentences: ascending; every paragraph has one.
            paragraphs: how many there are.
        """
        firsts = [0] * paragraphs
        last = -1
        for index, (_, paragraph) in enumerate(sentences):
            if paragraph != last:
                last = paragraph
                firsts[last] = index
        firsts.append(len(sentences))
        return cls(
            [span.start for span, _ in sentences], [span.end for span, _ in sentences], firsts
        )

    def starts_in(self, paragraph: int, end: int) -> list[int]:
        """Where the sentences of some paragraphs start: of one, and those before another one."""
        return self.starts[self.firsts[paragraph] : self.firsts[end]]

    def paragraphs(self) -> list[int]:
        """For each sentence the index of its paragraph."""
        sizes = map(sub, self.firsts[1:], self.firsts)
        return list(chain.from_iterable(map(repeat, count(), sizes)))

    def sentences(self, paragraphs: Iterable[int]) -> tuple[Sentence, ...]:
        """The sentences.

        Args:
            paragraphs: for each of them the index of its paragraph.
        """
        return tuple(sentences_at(zip(self.starts, self.ends, strict=True), paragraphs))


def part(paragraphs: Paragraphs, language: str, progress: Progress | None) -> Parted:
    """Find the sentences of all paragraphs; a paragraph in which none is found is one.

    Args:
        paragraphs: of the text.
        language: ISO 639-1 code.
        progress: is told how much is done, 0 to 1; what it raises ends the work.
    """
    parting = _Parting(paragraphs, language, progress)
    parting.find(range(len(paragraphs.places)))
    return parting.done()


def part_as(
    known: Parted,
    there: Paragraphs,
    paragraphs: Paragraphs,
    language: str,
    progress: Progress | None,
) -> Parted:
    """The same, but in paragraphs that stand in another text, too, as they were found there.

    Args:
        known: the sentences of the other text.
        there: its paragraphs.
        paragraphs: of the text.
        language: of both, an ISO 639-1 code.
        progress: is told how much is done, 0 to 1; what it raises ends the work.
    """
    parting = _Parting(paragraphs, language, progress)
    for run in _runs(there, paragraphs):
        if run.same is None:
            parting.find(range(*run.here))
        else:
            parting.take_over(run.here, known, run.same, run.shift)
    return parting.done()


class _Run(NamedTuple):
    """Paragraphs that follow each other in a text."""

    here: Span
    """They."""
    same: int | None
    """The first of them in the other text; None if they do not stand there."""
    shift: int
    """How many code points later they begin here than there."""


def _runs(there: Paragraphs, here: Paragraphs) -> Iterator[_Run]:
    """All paragraphs of a text, by what follows each other in another one, too."""
    where = {text: number for number, text in enumerate(there.texts)}

    def place(index: int) -> tuple[int | None, int, int]:
        same = where.get(here.texts[index])
        if same is None:
            return None, 0, 0
        shift = here.places[index].span.start - there.places[same].span.start
        return same - index, shift, index // _TOGETHER

    for (ahead, shift, _), run in groupby(range(len(here.texts)), place):
        first, *rest = run
        span = Span(first, first + 1 + len(rest))
        yield _Run(span, None if ahead is None else first + ahead, shift)


class _Parting:
    """Gathers the sentences of a text, paragraph after paragraph."""

    def __init__(self, paragraphs: Paragraphs, language: str, progress: Progress | None) -> None:
        self._places, self._texts = paragraphs
        self._rules = rules_for(language)
        end = self._places[-1].span.end if self._places else 0
        self._teller = Teller(end, progress)
        self._found = Parted([], [], [])

    def find(self, paragraphs: Iterable[int]) -> None:
        """Find the sentences of some paragraphs."""
        starts, ends, firsts = self._found
        for index in paragraphs:
            start, end = self._places[index].span
            self._teller.at(start)
            firsts.append(len(starts))
            found = find_sentences(self._texts[index], start, self._rules)
            starts += found[0] or (start,)
            ends += found[1] or (end,)

    def take_over(self, paragraphs: Span, known: Parted, same: int, shift: int) -> None:
        """Take over those of some paragraphs, as they were found in another text.

        Args:
            paragraphs: of this text.
            known: the sentences of the other.
            same: the first of the paragraphs in the other text.
            shift: how many code points later they begin here than there.
        """
        starts, ends, firsts = self._found
        self._teller.at(self._places[paragraphs.start].span.start)
        end = same + paragraphs.length
        first, last = known.firsts[same], known.firsts[end]
        more = len(starts) - first
        firsts += [at + more for at in known.firsts[same:end]]
        starts += [at + shift for at in known.starts[first:last]]
        ends += [at + shift for at in known.ends[first:last]]

    def done(self) -> Parted:
        """All of them."""
        self._found.firsts.append(len(self._found.starts))
        return self._found
