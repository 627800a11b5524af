"""Most pairs go short ways, which must find what the long ways find."""

from __future__ import annotations

import pytest
from arbitrary_words import options, pairs, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.engine import DEFAULT_TOLERANCES, Options, Span, Tolerance
from variorum.engine.text import folding
from variorum.engine.text.folding import _STEPS, _is_plain, fold
from variorum.engine.words import joins, matching, tidying, units
from variorum.engine.words.edits import edits_of, pair_edits
from variorum.engine.words.nearness import near_ones, nearness
from variorum.engine.words.units import SIGN_WEIGHT, STOP_WEIGHT, WORD_WEIGHT, find_units

many = settings(max_examples=200, deadline=None)

NUMBERS = st.lists(
    st.sampled_from(
        ["5", "km", "kg.", "$", "20", "%", "a", "°C", "€3", "1,000", "\t", "", "4th", "EUR"]
    ),
    max_size=9,
).map(" ".join)
"""Words that reach across spaces, or may."""


@many
@given(st.one_of(texts, NUMBERS), options)
def test_words_are_the_same_wherever_a_text_is_parted(text: str, chosen: Options) -> None:
    parted = find_units(text, chosen.tolerances)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(units, "_parts", lambda whole, known: [known[whole]])
        assert parted == find_units(text, chosen.tolerances)


def test_a_number_keeps_its_unit_in_the_next_part() -> None:
    found = find_units("walked 5 km and paid 3 $ to him", DEFAULT_TOLERANCES)
    assert [found.word(index) for index in range(len(found))] == [
        *("walked", "5 km", "and", "paid", "3 $", "to", "him"),
    ]


def test_a_long_word_of_letters_is_compared_as_it_is() -> None:
    assert find_units("Word", DEFAULT_TOLERANCES).keys == ["word"]
    assert find_units("W" * 300, DEFAULT_TOLERANCES).keys == ["W" * 300]


@many
@given(
    st.text(st.sampled_from("AbIsé5'’-"), max_size=4),
    st.sampled_from(["", *",.;:!?-'\u2019"]),
    st.frozensets(st.sampled_from(list(Tolerance))),
)
def test_a_plain_word_is_what_the_grammar_says(
    letters: str, sign: str, tolerances: frozenset[Tolerance]
) -> None:
    short = find_units(letters + sign, tolerances)
    units._memory.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(units, "_one_plain_word", lambda *_, **__: None)
        assert short == find_units(letters + sign, tolerances)
    units._memory.cache_clear()


@many
@given(
    st.text(st.sampled_from("aben\u0e01é\ud800"), max_size=7),
    st.lists(st.text(st.sampled_from("aben\u0e01é\ud800"), max_size=7), max_size=6),
    st.sampled_from([0.6, 0.7, 0.85]),
)
def test_near_words_are_found_all_at_once(word: str, others: list[str], least: float) -> None:
    one_by_one = [(at, nearness(word, other)) for at, other in enumerate(others)]
    assert near_ones(word, others, least) == [
        (at, near) for at, near in one_by_one if near >= least
    ]


def test_what_is_just_as_near_as_need_be_is_found() -> None:
    assert near_ones("agreed", ["care", "agree"], 0.6) == [
        (0, 0.6),
        (1, nearness("agreed", "agree")),
    ]
    assert near_ones("with", ["growth"] * 2, 0.6) == [(0, 0.6), (1, 0.6)]


@st.composite
def places(draw: st.DrawFn) -> list[tuple[int, list[int]]]:
    """Left words, ascending, each with the right ones that it meets, descending."""
    lefts = sorted(draw(st.sets(st.integers(0, 9), min_size=1)))
    if draw(st.booleans()):
        rights = sorted(draw(st.sets(st.integers(0, 11), min_size=len(lefts), max_size=10)))
        return [(i, [j]) for i, j in zip(lefts, rights, strict=False)]
    row = st.sets(st.integers(0, 9), min_size=1, max_size=2)
    return [(i, sorted(draw(row), reverse=True)) for i in lefts]


@many
@given(places(), st.data())
def test_an_only_chain_is_the_heaviest(
    meeting: list[tuple[int, list[int]]], data: st.DataObject
) -> None:
    chain = matching._only_chain(meeting)
    if chain is None:
        return
    least = matching.NEAR_WEIGHT * matching.NEAR
    worth = st.sampled_from([WORD_WEIGHT, STOP_WEIGHT, SIGN_WEIGHT])
    weights = [data.draw(worth) for _ in range(10)]
    near = dict.fromkeys(data.draw(st.sets(st.sampled_from(chain))), least)
    assert chain == matching.heaviest_chain(meeting, weights, near, (0, 10, 0, 12))


@many
@given(pairs, options)
def test_edits_are_the_same_when_nothing_else_is_asked_for(
    pair: tuple[str, str], chosen: Options
) -> None:
    left, right = pair
    asked = left, Span(0, len(left)), right, Span(0, len(right)), chosen
    assert edits_of(*asked) == pair_edits(*asked).edits


@many
@given(pairs, options)
def test_words_are_joined_where_their_letters_stand(pair: tuple[str, str], chosen: Options) -> None:
    """The short way looks for their letters first."""

    class Everything:
        """Says of all letters that they stand there."""

        def sub(self, _: str, __: str) -> Everything:
            return self

        def __contains__(self, _: str) -> bool:
            return True

    def joined() -> list[units.Units]:
        sides = [find_units(text, chosen.tolerances) for text in pair]
        joins.join_words(*sides, chosen.tolerances)
        return sides

    short = joined()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(joins, "_NO_LETTER", Everything())
        assert short == joined()


def test_nothing_light_enough_to_be_swallowed_weighs_more_than_one_word() -> None:
    assert 2 * min(SIGN_WEIGHT, STOP_WEIGHT, WORD_WEIGHT) > tidying.ISLAND_WEIGHT


@many
@given(
    st.one_of(texts, st.text(st.characters(max_codepoint=0x2030))),
    st.frozensets(st.sampled_from(sorted(DEFAULT_TOLERANCES))),
)
def test_nothing_is_taken_from_a_plain_text(text: str, tolerances: frozenset[Tolerance]) -> None:
    if _is_plain(text):
        assert fold(text, tolerances) == text
        for tolerance, step in _STEPS:
            if tolerance in DEFAULT_TOLERANCES:
                assert step(text) == text


@many
@given(
    st.text(st.sampled_from("ab-–—/\u00ad.é文「 \n\n\nж"), max_size=9),
    st.frozensets(st.sampled_from(sorted(Tolerance))),
)
def test_line_breaks_are_folded_as_they_always_are(
    text: str, tolerances: frozenset[Tolerance]
) -> None:
    short = fold(text, tolerances)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folding, "_is_plain", lambda _: False)
        assert short == fold(text, tolerances)


def test_plain_letters_are_folded_as_all_others_are() -> None:
    letters = [c for c in map(chr, range(0x20, 0xD800)) if _is_plain(c) and c.isalpha()]
    assert len(letters) > 20_000
    chosen = DEFAULT_TOLERANCES | {Tolerance.CASE, Tolerance.QUOTES, Tolerance.DASHES}
    words = [f"é{c}ß" for c in letters]
    short = [fold(word, chosen) for word in words]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folding, "_is_plain", lambda _: False)
        assert short == [fold(word, chosen) for word in words]


def test_every_plain_character_is_one() -> None:
    plain = [character for character in map(chr, range(0xD800)) if _is_plain(character)]
    assert len(plain) > 20_000
    for character in plain:
        for tolerance, step in _STEPS:
            if tolerance in DEFAULT_TOLERANCES:
                assert step(f"a{character}b") == f"a{character}b"
