"""The summary that a terminal shows."""

from __future__ import annotations

from variorum.engine import Document, compare, find_changes
from variorum.reports.summary_text import summary_text


def summary_of(left: str, right: str, *names: str) -> str:
    comparison = compare(Document.from_text(left), Document.from_text(right))
    return summary_text(comparison, find_changes(comparison), *names)


def test_all_figures_stand_in_columns() -> None:
    shared = "The miller counted his sacks twice and then a third time."
    text = summary_of(
        f"{shared}\n\nHe found them wanting.", f"{shared}\n\nA crow laughed.", "a", "b"
    )
    rows = text.splitlines()
    assert "left   a" in rows
    assert "right  b" in rows
    words = next(row for row in rows if row.startswith("words"))
    sentences = next(row for row in rows if row.startswith("sentences"))
    assert words.split() == ["words", "15", "14"]
    assert sentences.split() == ["sentences", "2", "2"]
    assert len(words) == len(sentences)
    for kind in ("kept", "edited", "reworded", "moved", "missing", "new"):
        assert any(row.strip().startswith(kind) for row in rows)
    assert all(len(row) <= 72 and row == row.rstrip() for row in rows)
    assert text.endswith("\n")


def test_a_name_can_not_break_the_picture() -> None:
    text = summary_of("x", "x", "two\nlines\x1b[31m", "漢字" * 40)
    shown = [row for row in text.splitlines() if row.startswith(("left ", "right "))]
    assert shown[0] == "left   two\\nlines\\x1b[31m"
    assert shown[1].count("…") == 1
    assert len(shown[1]) < 30


def test_no_changes() -> None:
    assert summary_of("x", "x", "a", "b").splitlines()[-1] == "No changes"
