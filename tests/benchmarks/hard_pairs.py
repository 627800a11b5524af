"""Makes pairs of texts that are hard on an aligner, of any size.

    python hard_pairs.py FOLDER [--words 800000] [--only shuffled ...] [--seed 1]

Each is a shape that takes an aligner without bounds minutes or gigabytes: nothing to hold on to,
everything to hold on to, or no sentences at all. What belongs together is written beside the texts
where it is known, as `made_pairs.py` does.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from made_pairs import Language, Words, as_sentence

LINES: Final = 20_000
"""Of the pair of few clauses, at 800,000 words."""
CLAUSES: Final = 3

Text = list[list[str]]
"""The sentences of each paragraph."""


class HardPair(NamedTuple):
    """Two texts, and what belongs together in them."""

    left: Text
    right: Text
    links: list[tuple[int, int]] | None
    """Pairs of sentence indices, ascending; None where several answers are right."""

    @property
    def texts(self) -> tuple[str, str]:
        """Both as they are written to files."""
        left, right = ("\n\n".join(map(" ".join, text)) for text in (self.left, self.right))
        return left, right

    @property
    def sentences(self) -> tuple[list[str], list[str]]:
        """Those of both texts."""
        left, right = ([s for paragraph in t for s in paragraph] for t in (self.left, self.right))
        return left, right


def nothing_shared(words: int, chance: random.Random) -> HardPair:
    """Two texts of the same words, of which no two sentences are the same."""
    language = Language(chance)
    return HardPair(_text(language, words, chance), _text(language, words, chance), [])


def unrelated(words: int, chance: random.Random) -> HardPair:
    """Two texts in two languages."""
    left, right = (_text(Language(chance), words, chance) for _ in range(2))
    return HardPair(left, right, [])


def word_in_each(words: int, chance: random.Random) -> HardPair:
    """A copy in which a word of every sentence is another one."""
    language = Language(chance)
    left: Text = []
    right: Text = []
    for paragraph in _drawn(language, words, chance):
        left.append(list(map(as_sentence, paragraph)))
        for sentence in paragraph:
            at = chance.randrange(len(sentence))
            others = (w for w in iter(lambda: language.some(1)[0], None) if w != sentence[at])
            sentence[at] = next(others)
        right.append(list(map(as_sentence, paragraph)))
    return HardPair(left, right, _facing(left))


def no_full_stop(words: int, chance: random.Random) -> HardPair:
    """A text of one paragraph without a sign in it, and a copy with every fiftieth word another."""
    language = Language(chance)
    text = language.some(words)
    copy = [language.some(1)[0] if chance.random() < 1 / 50 else word for word in text]
    return HardPair([[" ".join(text)]], [[" ".join(copy)]], None)


def few_clauses(words: int, chance: random.Random) -> HardPair:
    """Texts whose lines are all drawn from three clauses."""
    language = Language(chance)
    clauses = [as_sentence(language.some(40)) for _ in range(CLAUSES)]
    lines = max(CLAUSES, LINES * words // 800_000)
    left, right = ([[chance.choice(clauses)] for _ in range(lines)] for _ in range(2))
    return HardPair(left, right, None)


def shuffled(words: int, chance: random.Random) -> HardPair:
    """The same paragraphs in another order."""
    left = _text(Language(chance), words, chance)
    order = chance.sample(range(len(left)), len(left))
    firsts = [0]
    for paragraph in left:
        firsts.append(firsts[-1] + len(paragraph))
    came_from = [i for number in order for i in range(firsts[number], firsts[number + 1])]
    links = sorted((i, j) for j, i in enumerate(came_from))
    return HardPair(left, [left[number] for number in order], links)


def the_same(words: int, chance: random.Random) -> HardPair:
    """A text twice."""
    left = _text(Language(chance), words, chance)
    return HardPair(left, left, _facing(left))


def empty_side(words: int, chance: random.Random) -> HardPair:
    """A text, and nothing."""
    return HardPair(_text(Language(chance), words, chance), [], [])


SHAPES: Final[dict[str, Callable[[int, random.Random], HardPair]]] = {
    "nothing": nothing_shared,
    "unrelated": unrelated,
    "word": word_in_each,
    "endless": no_full_stop,
    "clauses": few_clauses,
    "shuffled": shuffled,
    "same": the_same,
    "empty": empty_side,
}
"""All of them, by the name of their files."""


def _drawn(language: Language, words: int, chance: random.Random) -> list[list[Words]]:
    """Paragraphs of so many words in all."""
    out: list[list[Words]] = []
    made = 0
    while made < words:
        out.append([language.sentence() for _ in range(max(1, round(chance.gauss(5, 2))))])
        made += sum(map(len, out[-1]))
    return out


def _text(language: Language, words: int, chance: random.Random) -> Text:
    return [list(map(as_sentence, paragraph)) for paragraph in _drawn(language, words, chance)]


def _facing(text: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Each sentence and its counterpart in the same place."""
    return [(i, i) for i in range(sum(map(len, text)))]


def main() -> None:
    """Write the pairs that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=800_000, help="of each text")
    parser.add_argument("--only", nargs="+", choices=SHAPES, default=list(SHAPES))
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for shape in chosen.only:
        pair = SHAPES[shape](chosen.words, random.Random(chosen.seed))
        stem = chosen.folder / f"{chosen.words // 1000}k-{shape}"
        for side, text in zip(("left", "right"), pair.texts, strict=True):
            stem.with_suffix(f".{side}.txt").write_text(text, encoding="utf-8")
        if pair.links is not None:
            truth = [*pair.sentences, pair.links]
            stem.with_suffix(".truth.json").write_text(json.dumps(truth), encoding="utf-8")
        print(stem.name, flush=True)


if __name__ == "__main__":
    main()
