"""Numbers and kinds of change in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.engine import (
    BandKind,
    Comparison,
    Document,
    Pin,
    Share,
    Side,
    Span,
    compare,
    find_changes,
)
from variorum.readers import Kind, Source
from variorum.reports import phrases


def compared(left: str, right: str) -> Comparison:
    return compare(Document.from_text(left), Document.from_text(right))


@pytest.mark.parametrize(
    ("part", "total", "told"),
    [
        (0, 0, "0%"),
        (0, 9, "0%"),
        (9, 9, "100%"),
        (1, 1000, "<1%"),
        (999, 1000, "99%"),
        (1, 3, "33%"),
        (2, 3, "67%"),
        (0.255, 1, "26%"),
    ],
)
def test_shares_never_claim_all_or_nothing_falsely(part: float, total: float, told: str) -> None:
    assert phrases.percent(part, total) == told


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((), ()),
        ((0, 0), (0, 0)),
        ((7, 0), (100, 0)),
        ((1, 1, 1), (34, 33, 33)),
        ((645, 155, 200), (65, 15, 20)),
        ((645, 156, 199), (64, 16, 20)),
        ((997, 3), (99, 0)),
        ((994, 6), (99, 1)),
    ],
)
def test_the_shares_of_a_whole_are_no_more_than_all(
    parts: tuple[int, ...], told: tuple[int, ...]
) -> None:
    found = phrases.percents({str(place): n for place, n in enumerate(parts)})
    assert tuple(found.values()) == told


def test_what_is_hardly_anything_is_said_so() -> None:
    share = Share(total=1000, kept=997, edited=3, reworded=0, moved=0, lone=0)
    told = phrases.shares(share, Side.LEFT)
    assert (told["kept"], told["edited"], told["moved"]) == ("99%", "<1%", "0%")


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6))
def test_shares_never_stray_from_the_truth(numbers: list[int]) -> None:
    parts = {str(place): n for place, n in enumerate(numbers)}
    whole, total = phrases.percents(parts), sum(numbers)
    assert sum(whole.values()) <= 100
    for name, number in parts.items():
        exact = 100 * number / total if total else 0
        assert abs(whole[name] - exact) < 1.001
        assert (whole[name] == 100) <= (number == total)


@pytest.mark.parametrize(
    ("number", "noun", "told"),
    [(0, "word", "0 words"), (1, "word", "1 word"), (1204, "word", "1,204 words")],
)
def test_counts(number: int, noun: str, told: str) -> None:
    assert phrases.count(number, noun) == told


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1.00 KB"),
        (6393, "6.39 KB"),
        (56_700, "56.7 KB"),
        (99_960, "100 KB"),
        (999_400, "999 KB"),
        (999_600, "1.00 MB"),
        (4_321_000, "4.32 MB"),
    ],
)
def test_sizes(size: int, told: str) -> None:
    assert phrases.size(size) == told


def test_dates_do_not_tell_the_time_zone_to_programs() -> None:
    moment = datetime(2026, 3, 5, 7, 12, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    assert phrases.date(moment) == "5 March 2026, 07:12"
    assert phrases.machine_date(moment) == "2026-03-05T01:27Z"
    assert phrases.date(datetime(2026, 12, 31, 0, 0, tzinfo=UTC)) == "31 December 2026, 00:00"


@pytest.mark.parametrize(
    ("kind", "encoding", "told"),
    [
        ("text", "utf-8", "UTF-8"),
        ("text", "utf-8-sig", "UTF-8 with byte order mark"),
        ("docx", "", "DOCX"),
        ("html", "windows-1252", "HTML, WINDOWS-1252"),
    ],
)
def test_formats_and_encodings(kind: str, encoding: str, told: str) -> None:
    source = replace(Source.from_text("Text.", "a"), format=Kind(kind), encoding=encoding)
    assert phrases.written_as(source) == told


def test_the_kinds_of_a_side() -> None:
    share = Share(total=21, kept=1, edited=2, reworded=3, moved=4, lone=5)
    assert phrases.parts_of(share, Side.LEFT) == {
        "kept": 1,
        "edited": 2,
        "reworded": 3,
        "moved": 4,
        "missing": 5,
    }
    assert list(phrases.parts_of(share, Side.RIGHT))[-1] == "new"
    waiting = share._replace(pending=6)
    assert phrases.parts_of(waiting, Side.LEFT)["pending"] == 6


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("", "", "Both texts are without a word."),
        ("", "Some words.", "The left text is empty: everything on the right is new."),
        ("Some words.", "", "The right text is empty: everything on the left is missing."),
        ("Some words.", "Some words.", "The two texts are the same, letter for letter."),
    ],
)
def test_the_headline_of_plain_cases(left: str, right: str, told: str) -> None:
    comparison = compared(left, right)
    assert phrases.headline(comparison, find_changes(comparison)) == told


def test_the_headline_of_a_change_gives_shares_of_both_texts() -> None:
    comparison = compared(
        "The kettle sang on the hob. The clock had stopped at noon years ago.",
        "The kettle sang on the hob. Outside, two magpies fought over a silver spoon.",
    )
    told = phrases.headline(comparison, find_changes(comparison))
    assert "of the left text’s words were kept" in told
    assert told.endswith(".")


def test_a_change_between_the_words_is_called_that() -> None:
    comparison = compared("Stop here, said the sign.", "Stop here; said the sign.")
    told = phrases.headline(comparison, find_changes(comparison))
    assert told == "Every word was kept; what changed stands between the words."


def test_a_tally_names_each_kind_once() -> None:
    comparison = compared("One fine day we left early.", "One fine day we left rather late.")
    assert phrases.tally(find_changes(comparison)) == "1 change: 1 edited"
    assert phrases.tally(()) == "no changes"


def test_split_paragraphs_are_told() -> None:
    first = "The road climbs past the mill and the three old chestnut trees."
    second = "At the top stands a chapel that nobody has opened since the war."
    comparison = compared(f"{first} {second}", f"{first}\n\n{second}")
    assert [band.kind for band in comparison.bands] == [BandKind.SPLIT]
    assert phrases.regroupings(comparison) == ["1 paragraph split"]
    assert phrases.border_change(comparison.bands[0]) == "one paragraph became 2"
    back = compared(f"{first}\n\n{second}", f"{first} {second}")
    assert phrases.regroupings(back) == ["1 merger of paragraphs"]
    assert phrases.border_change(back.bands[0]) == "2 paragraphs became one"


def test_sentences_split_are_told_as_often_as_they_are_marked() -> None:
    rest = ["The mill stands by the weir.", "A heron waits there every evening."]
    left = Document.from_sentences([["Rain fell and wind blew."], rest])
    right = Document.from_sentences([rest, ["Rain fell.", "Wind blew."]])
    moved = compare(left, right, pins=(Pin(Span(0, 24), Span(65, 86)),))
    assert len(moved.moves) == 1
    assert phrases.regroupings(moved) == ["1 sentence split"]
    joined = Document.from_sentences([[f"The mill\n\n{rest[0]}", rest[1]]])
    apart = Document.from_sentences([["The mill"], rest])
    same = compare(apart, joined)
    assert same.summary.merges == 1
    assert phrases.regroupings(same) == ["1 merger of paragraphs"]


def test_enumerations() -> None:
    assert phrases.enumeration(["a"]) == "a"
    assert phrases.enumeration(["a", "b", "c"]) == "a, b and c"
