from __future__ import annotations

from variorum.engine import Document, compare
from variorum.engine.elements import Span
from variorum.engine.model import RowKind
from variorum.engine.text.giants import LONGEST_SENTENCE, SHORTEST_PART, cut_giants


def words(count: int, seed: int = 1) -> str:
    return " ".join(f"w{(n * n * 7919 + seed * n * 104_729) % 1_999}" for n in range(count))


def test_sentences_that_people_write_stay_whole() -> None:
    text = words(1_500)
    assert len(text) < LONGEST_SENTENCE
    assert cut_giants(text, [Span(0, len(text))]) == [Span(0, len(text))]


def test_a_giant_is_cut_at_white_space_and_nothing_is_lost() -> None:
    text = words(20_000)
    parts = cut_giants(text, [Span(0, len(text))])
    assert len(parts) > 50
    assert " ".join(text[start:end] for start, end in parts) == text
    assert all(part.length >= SHORTEST_PART for part in parts[:-1])


def test_the_same_passage_is_cut_in_the_same_places_wherever_it_stands() -> None:
    passage = words(20_000)
    before = words(3_000, seed=2)
    text = f"{before} {passage}"
    alone = {passage[s:e] for s, e in cut_giants(passage, [Span(0, len(passage))])}
    later = {text[s:e] for s, e in cut_giants(text, [Span(0, len(text))])}
    assert len(alone & later) >= 0.9 * len(alone)


def test_a_word_without_end_is_no_place_to_cut() -> None:
    text = "a" * 3 * LONGEST_SENTENCE
    assert cut_giants(text, [Span(0, len(text))]) == [Span(0, len(text))]


def test_one_changed_word_of_a_text_without_full_stops_is_one_changed_part() -> None:
    left = words(20_000)
    right = left.replace(left.split()[10_000], "otherwise", 1)
    comparison = compare(Document.from_text(left), Document.from_text(right))
    changed = [row for row in comparison.rows if row.kind is not RowKind.EQUAL]
    assert 1 <= len(changed) <= 3
