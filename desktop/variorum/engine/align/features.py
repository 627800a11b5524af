"""What sentences are compared by: weighted words and letter groups.

A sentence has two sparse vectors: its words, folded and cut to five letters (a stem that needs no
dictionary), and the groups of three and four letters of each word (which see through endings,
compounds and spelling). Rare ones weigh more. The recipe and its weights were found by likelihood
on texts aligned by people; `desktop/README.md` tells what was tried. Imports the classes of
characters and the function words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from math import log, sqrt
from operator import mul
from typing import Final, NamedTuple

from variorum.engine.text.letters import like_letters
from variorum.engine.text.scripts import marks
from variorum.engine.text.stopwords import STOP_WORDS

STEM_LETTERS: Final = 5
"""Words are cut to this many letters: 4 and 6 aligned worse, real stemmers no better."""
LEAST_RARITY: Final = 0.05
"""Weight of a feature that is in every sentence; not 0, so that short sentences have a vector."""
FEWEST_SENTENCES: Final = 24
"""Rarity is counted as if there were at least so many sentences: of a dozen, a name stands in half,
and would say next to nothing. Fables retold: F1 +.013; longer texts stay as they were."""
FEWEST_FOR_FUNCTION_WORDS: Final = 16
"""The same for function words; with more, strangers in very short texts are linked by them."""
MOST_OF_FUNCTION_WORDS: Final = 1.5
"""What a function word weighs at most; where it is rare, that is chance. Among the letter groups it
counts as one, not as its groups, which other words share. Both: +.0008 mean F1 on aligned texts."""

_WORD: Final = re.compile(r"[^\W_]+")
_FIRST_MARKED: Final = "\u0483"
"""Before this code point there is no combining mark, once characters are composed."""


@cache
def _marked_word() -> re.Pattern[str]:
    """Words with their combining marks; compiled when a text needs it, because that takes long."""
    return re.compile(rf"[^\W_](?:[^\W_]|[{marks()}])*")


@cache
def _unspaced() -> re.Pattern[str]:
    """Scripts written without spaces: there a word is one character, and groups take neighbours."""
    return re.compile(
        "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
        "\uf900-\ufaff\U00020000-\U0003ffff]"
    )


class Features(NamedTuple):
    """What a sentence consists of, unweighted: how often each feature occurs."""

    words: Counter[str]
    grams: Counter[str]


class Vector(NamedTuple):
    """A weighted sparse vector."""

    weights: dict[str, float]
    square: float
    """The square of its length."""


class SentenceVectors(NamedTuple):
    """The two vectors of a sentence."""

    words: Vector
    grams: Vector


def find_features(text: str) -> Features:
    """The words and letter groups of a sentence."""
    words: list[str] = []
    grams: list[str] = []
    folded = _folded(text)
    simple = folded.isascii() or max(folded) < _FIRST_MARKED
    for word in (_WORD if simple else _marked_word()).findall(folded):
        if not simple and _unspaced().search(word):
            words += word
            grams += [word[i : i + 2] for i in range(len(word) - 1)]
            grams += word
        else:
            words.append(word[:STEM_LETTERS])
            grams += _grams(word)
    return Features(Counter(words), Counter(grams))


def find_stems(text: str) -> dict[str, None]:
    """The different words of a sentence alone, as features, in their order."""
    folded = _folded(text)
    simple = folded.isascii() or max(folded) < _FIRST_MARKED
    if simple:
        return dict.fromkeys([word[:STEM_LETTERS] for word in _WORD.findall(folded)])
    return dict.fromkeys(find_features(text).words)


def find_kinds(text: str) -> tuple[Collection[str], Collection[str]]:
    """The different words and letter groups of a sentence: its features, each once."""
    folded = _folded(text)
    if not (folded.isascii() or max(folded) < _FIRST_MARKED):
        features = find_features(text)
        return features.words.keys(), features.grams.keys()
    words = set(_WORD.findall(folded))
    grams: set[str] = set()
    return {word[:STEM_LETTERS] for word in words}, grams.union(*map(_grams, words))


def _folded(text: str) -> str:
    return like_letters(unicodedata.normalize("NFKC", text).lower())


@lru_cache(maxsize=1 << 15)
def _grams(word: str) -> tuple[str, ...]:
    """The groups of three and four letters of a word with its borders; a function word is one."""
    if word in STOP_WORDS:
        return (word,)
    framed = f"_{word}_"
    length = len(framed)
    threes = [framed[i : i + 3] for i in range(length - 2)]
    return (*threes, *(framed[i : i + 4] for i in range(length - 3)))


class _Weights(dict[str, float]):
    """What each feature weighs, worked out when it is first asked for."""

    def __init__(self, sentences: Counter[str], count: int) -> None:
        super().__init__()
        self._sentences = sentences
        self._of_all = max(count, FEWEST_SENTENCES) + 1
        self._of_all_for_function_words = max(count, FEWEST_FOR_FUNCTION_WORDS) + 1

    def sentences(self, feature: str) -> int:
        """How many sentences have a feature."""
        return self._sentences.get(feature, 0)

    def __missing__(self, feature: str) -> float:
        having = self._sentences.get(feature, 0) + 0.5
        if feature in STOP_WORDS:
            rarity = min(MOST_OF_FUNCTION_WORDS, log(self._of_all_for_function_words / having))
        else:
            rarity = log(self._of_all / having)
        weight = self[feature] = max(LEAST_RARITY, rarity)
        return weight


class Rarity:
    """How much each feature weighs: the logarithm of how few sentences have it."""

    def __init__(self, samples: Iterable[tuple[Collection[str], Collection[str]]]) -> None:
        """Count the features of some sentences.

        Args:
            samples: the different words and the different letter groups of each.
        """
        words: Counter[str] = Counter()
        grams: Counter[str] = Counter()
        count = 0
        for of_words, of_grams in samples:
            words.update(of_words)
            grams.update(of_grams)
            count += 1
        self._count = count
        self._words = _Weights(words, count)
        self._grams = _Weights(grams, count)

    def word(self, stem: str) -> float:
        """The weight of a word's stem."""
        return self._words[stem]

    def group(self, letters: str) -> float:
        """The weight of a letter group."""
        return self._grams[letters]

    def sentences(self, stem: str) -> int:
        """In how many of the sentences that were counted a word's stem stands."""
        return self._words.sentences(stem)

    def here(self, having: int) -> float:
        """What a word weighs that so many sentences have, were there no more than were counted."""
        return log((self._count + 1) / (having + 0.5))

    def vectors(self, features: Features) -> SentenceVectors:
        """The weighted vectors of a sentence."""
        return SentenceVectors(
            _vector(features.words, self._words), _vector(features.grams, self._grams)
        )


def _vector(counts: Counter[str], table: _Weights) -> Vector:
    weights = {feature: table[feature] for feature in counts}
    for feature, count in counts.items():
        if count > 1:
            weights[feature] *= 1 + log(count)
    values = weights.values()
    return Vector(weights, sum(map(mul, values, values)))


def dot(a: Vector, b: Vector) -> float:
    """The inner product of two vectors."""
    small, large = a.weights, b.weights
    if len(small) > len(large):
        small, large = large, small
    return sum(weight * large[f] for f, weight in small.items() if f in large)


def cosine(product: float, square_a: float, square_b: float) -> float:
    """The cosine of two vectors, given their inner product and squared lengths."""
    bottom = square_a * square_b
    return product / sqrt(bottom) if bottom > 0 else 0.0


Postings = dict[str, list[tuple[int, float]]]


def invert(vectors: Iterable[Vector], wanted: AbstractSet[str]) -> Postings:
    """For each feature the vectors that have it, with its weight.

    Args:
        vectors: numbered by their place.
        wanted: features to take; all others are left out.
    """
    out: Postings = {}
    for number, vector in enumerate(vectors):
        weights = vector.weights
        for feature in weights.keys() & wanted:
            entry = (number, weights[feature])
            if feature in out:
                out[feature].append(entry)
            else:
                out[feature] = [entry]
    return out


def products(vector: Vector, postings: Postings) -> dict[int, float]:
    """The inner products of a vector with all that share a feature with it."""
    out: dict[int, float] = {}
    get = out.get
    for feature, weight in vector.weights.items():
        for number, other in postings.get(feature, ()):
            out[number] = get(number, 0.0) + weight * other
    return out
