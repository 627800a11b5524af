"""Makes pairs of texts of any size with the truth about them: what became of each sentence.

    python made_pairs.py FOLDER [--sizes 1k 10k 75k 800k 1600k] [--seed 1]

Fixed seeds give the same texts everywhere. Words are made up and drawn by Zipf's law, so that
frequent words are as frequent as in prose; sentences and paragraphs have natural lengths.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

SIZES = {"1k": 1_000, "10k": 10_000, "75k": 75_000, "800k": 800_000, "1600k": 1_600_000}
KINDS = ("light", "heavy")

VOCABULARY = 60_000
LETTERS = "etaoinshrdlucmfwypvbgkjqxz"
_LETTER_WEIGHTS = list(accumulate(range(len(LETTERS), 0, -1)))
"""Added up, as they are drawn by: adding them for each of 60,000 words takes longer than these."""
ALPHABETS = {
    "latin": LETTERS,
    "diacritics": "etaoinshrdlucmfwypvbgkéöüł",
    "cyrillic": "етаоинсхрдлуцмфвыпжбгкйщшъ",
    "greek": "εταοινσηρδλυκμφωψπβγθξέόίή",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمني",
}
"""What the words of a text are written in, for each of `LETTERS`: few texts are all ASCII."""
MOVED_SHARE = 0.01
"""Paragraphs of the copy that stand elsewhere than in the original."""


class Degree(NamedTuple):
    """How much a copy is changed; all shares 0 to 1."""

    touched: float
    """Paragraphs that are edited."""
    replaced: float
    """Paragraphs in which a third of the vocabulary is replaced throughout."""


DEGREES = {"light": Degree(0.25, 0.0), "heavy": Degree(0.60, 0.90)}

Words = list[str]


class Piece(NamedTuple):
    """A sentence of the copy, and the sentences of the original that it came from."""

    words: Words
    sources: tuple[int, ...]


class MadePair(NamedTuple):
    """Two texts and what belongs together in them."""

    left: str
    right: str
    left_sentences: list[str]
    right_sentences: list[str]
    links: list[tuple[int, int]]
    """Pairs of sentence indices, ascending."""


class Language:
    """A made-up language: its words, by falling frequency."""

    def __init__(self, chance: random.Random) -> None:
        self.words = [self._word(chance, rank) for rank in range(VOCABULARY)]
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))
        self._chance = chance

    @staticmethod
    def _word(chance: random.Random, rank: int) -> str:
        length = max(1, round(chance.gauss(3 + 2 * (rank > 50) + (rank > 1_000), 1.5)))
        return "".join(chance.choices(LETTERS, cum_weights=_LETTER_WEIGHTS, k=length))

    def some(self, count: int) -> Words:
        """Words as they come in a text."""
        return self._chance.choices(self.words, cum_weights=self._weights, k=count)

    def sentence(self) -> Words:
        """A sentence of 3 words or more, 18 on average."""
        return self.some(max(3, round(self._chance.gauss(18, 8))))


def in_letters(pair: MadePair, alphabet: str) -> MadePair:
    """The same pair, written in others of `ALPHABETS`."""
    small = ALPHABETS[alphabet]
    table = str.maketrans(LETTERS + LETTERS.upper(), small + small.upper())
    return MadePair(
        pair.left.translate(table),
        pair.right.translate(table),
        [sentence.translate(table) for sentence in pair.left_sentences],
        [sentence.translate(table) for sentence in pair.right_sentences],
        pair.links,
    )


def make_pair(words: int, degree: Degree, seed: int) -> MadePair:
    """A text of so many words and its changed copy."""
    chance = random.Random(seed)
    language = Language(chance)
    original: list[list[Words]] = []
    made = 0
    while made < words:
        paragraph = [language.sentence() for _ in range(max(1, round(chance.gauss(5, 2))))]
        made += sum(map(len, paragraph))
        original.append(paragraph)
    other = {word: chance.choice(language.words) for word in language.words[::3]}
    copy: list[list[Piece]] = []
    index = 0
    for paragraph in original:
        pieces = [Piece(list(s), (index + n,)) for n, s in enumerate(paragraph)]
        index += len(paragraph)
        if chance.random() < degree.replaced:
            pieces = [Piece([other.get(w, w) for w in p.words], p.sources) for p in pieces]
        if chance.random() < degree.touched:
            pieces = list(_touched(pieces, language, chance))
        if pieces:
            copy.append(pieces)
    _move_some(copy, chance)
    return _written(original, copy)


def _touched(pieces: Sequence[Piece], language: Language, chance: random.Random) -> Iterator[Piece]:
    """A paragraph as an editor leaves it: nothing, or sentences edited, cut, new, split, merged."""
    if chance.random() < 0.1:
        return
    waiting = [_edited(p, language, chance) if chance.random() < 0.5 else p for p in pieces]
    if chance.random() < 0.2:
        waiting.pop(chance.randrange(len(waiting)))
    if chance.random() < 0.2:
        waiting.insert(chance.randint(0, len(waiting)), Piece(language.sentence(), ()))
    while waiting:
        piece = waiting.pop(0)
        if waiting and chance.random() < 0.03:
            after = waiting.pop(0)
            yield Piece([*piece.words, *after.words], (*piece.sources, *after.sources))
        elif len(piece.words) > 11 and chance.random() < 0.03:
            middle = len(piece.words) // 2
            yield Piece(piece.words[:middle], piece.sources)
            yield Piece(piece.words[middle:], piece.sources)
        else:
            yield piece


def _edited(piece: Piece, language: Language, chance: random.Random) -> Piece:
    words = list(piece.words)
    for _ in range(max(1, len(words) // 6)):
        words[chance.randrange(len(words))] = language.some(1)[0]
    return Piece(words, piece.sources)


def _move_some(copy: list[list[Piece]], chance: random.Random) -> None:
    for _ in range(int(len(copy) * MOVED_SHARE)):
        paragraph = copy.pop(chance.randrange(len(copy)))
        copy.insert(chance.randint(0, len(copy)), paragraph)


def as_sentence(words: Words) -> str:
    """Words as a sentence is written."""
    # A short word before a full stop might be taken for an abbreviation.
    return " ".join(words).capitalize() + ("." if len(words[-1]) > 4 else "!")


def _written(original: list[list[Words]], copy: list[list[Piece]]) -> MadePair:
    left = [[as_sentence(sentence) for sentence in paragraph] for paragraph in original]
    right = [[as_sentence(piece.words) for piece in paragraph] for paragraph in copy]
    pieces = [piece for paragraph in copy for piece in paragraph]
    return MadePair(
        "\n\n".join(" ".join(paragraph) for paragraph in left) + "\n",
        "\n\n".join(" ".join(paragraph) for paragraph in right) + "\n",
        [sentence for paragraph in left for sentence in paragraph],
        [sentence for paragraph in right for sentence in paragraph],
        sorted((i, j) for j, piece in enumerate(pieces) for i in piece.sources),
    )


def main() -> None:
    """Write the pairs that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--letters", choices=ALPHABETS, default="latin", help="to write them in")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for size in chosen.sizes:
        for kind in chosen.kinds:
            made = make_pair(SIZES[size], DEGREES[kind], chosen.seed)
            pair = in_letters(made, chosen.letters)
            of_letters = "" if chosen.letters == "latin" else f"-{chosen.letters}"
            stem = chosen.folder / f"{size}-{kind}{of_letters}"
            stem.with_suffix(".left.txt").write_text(pair.left, encoding="utf-8")
            stem.with_suffix(".right.txt").write_text(pair.right, encoding="utf-8")
            truth = [pair.left_sentences, pair.right_sentences, pair.links]
            stem.with_suffix(".truth.json").write_text(json.dumps(truth), encoding="utf-8")
            print(f"{stem.name}: {len(pair.left.split())} words", flush=True)


if __name__ == "__main__":
    main()
