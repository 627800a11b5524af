"""Numbers and kinds of change in plain English, the same in every report.

Imports the engine's public names, facts of files and the standard library.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from variorum.engine import (
    Band,
    BandKind,
    Change,
    ChangeKind,
    Comparison,
    PinKind,
    RowKind,
    Share,
    Side,
    rows_to_look_at,
)
from variorum.reports.facts import SourceFacts

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

KINDS: Final = ("kept", "edited", "reworded", "moved", "missing", "new", "pending")
"""What words become, in the order in which they are told; the last in partial results only."""


def percent(part: float, total: float) -> str:
    """A share; `0%` and `100%` only when they are exact."""
    if total <= 0 or part <= 0:
        return "0%"
    if part >= total:
        return "100%"
    rounded = round(100 * part / total)
    if rounded == 0:
        return "<1%"
    return f"{min(99, rounded)}%"


def percents(parts: Mapping[str, int]) -> dict[str, int]:
    """What share of the whole each part is, so that all together are 100 and no more.

    Each is rounded down, and what is left goes to those that lost most by it (the method of
    largest remainders). A part that is not all of it is 99 at most, and what is hardly anything
    is 0: call it less than one.
    """
    total = sum(parts.values())
    if not total:
        return dict.fromkeys(parts, 0)
    whole = {name: 100 * number // total for name, number in parts.items()}
    lost = sorted(parts, key=lambda name: -(100 * parts[name] % total))
    for name in lost[: 100 - sum(whole.values())]:
        whole[name] = min(whole[name] + 1, 99)
    return whole


def shares(share: Share, side: Side) -> dict[str, str]:
    """The parts of a side in per cent, in the words of `KINDS`; `<1%` for hardly anything."""
    parts = parts_of(share, side)
    whole = percents(parts)
    return {kind: f"{whole[kind]}%" if whole[kind] or not n else "<1%" for kind, n in parts.items()}


def count(number: int, noun: str) -> str:
    """A number with its noun: `1 word`, `1,204 words`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural(noun)}"


def plural(noun: str) -> str:
    """Several of them."""
    return f"{noun}es" if noun.endswith(("s", "sh", "ch")) else f"{noun}s"


def size(in_bytes: int) -> str:
    """The size of a file, to three figures: `6.39 KB`."""
    if in_bytes < 1000:
        return count(in_bytes, "byte")
    value, unit = in_bytes / 1000, "KB"
    if value >= 999.5:
        value, unit = value / 1000, "MB"
    places = 2 if value < 9.995 else 1 if value < 99.95 else 0
    return f"{value:.{places}f} {unit}"


def date(moment: datetime) -> str:
    """A day and a time, the same whatever the language of the system: `5 March 2026, 07:12`."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M}"


def machine_date(moment: datetime) -> str:
    """The same for programs, in UTC so that it does not tell where it was: `2026-03-05T06:12Z`."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def written_as(fact: SourceFacts) -> str:
    """A file's format and encoding, as people write them: `DOCX`, `HTML, UTF-8`, `UTF-8`."""
    said = [] if fact.format == "text" else [fact.format.upper()]
    if fact.encoding == "utf-8-sig":
        said.append("UTF-8 with byte order mark")
    elif fact.encoding:
        said.append(fact.encoding.upper())
    return ", ".join(said)


def parts_of(share: Share, side: Side) -> dict[str, int]:
    """How much became what, in the words of `KINDS`; without what this side cannot have."""
    lone = "missing" if side is Side.LEFT else "new"
    parts = {
        "kept": share.kept,
        "edited": share.edited,
        "reworded": share.reworded,
        "moved": share.moved,
        lone: share.lone,
    }
    if share.pending:
        parts["pending"] = share.pending
    return parts


def headline(comparison: Comparison, changes: Sequence[Change]) -> str:
    """The result in one or two sentences, given all changes."""
    left, right = comparison.summary.left.words, comparison.summary.right.words
    if not comparison.complete:
        return "The comparison was stopped before it was finished; what follows is a part of it."
    if not left.total and not right.total:
        return "Both texts are without a word."
    if not left.total:
        return "The left text is empty: everything on the right is new."
    if not right.total:
        return "The right text is empty: everything on the left is missing."
    if not changes:
        return _the_same(comparison)
    if all(change.kind is ChangeKind.FORMATTED for change in changes):
        return "Every word was kept; what changed is the formatting."
    return _shares(left, right)


def _the_same(comparison: Comparison) -> str:
    hidden = sum(comparison.summary.tolerated.values())
    if comparison.left.text == comparison.right.text:
        told = "The two texts are the same, letter for letter"
        # Nothing but the formatting can be otherwise.
        unsaid = f", apart from {count(hidden, 'change')} of formatting set to count as none"
        return f"{told}{unsaid if hidden else ''}."
    if hidden:
        tolerated = count(hidden, "difference")
        return f"The two texts are the same, apart from {tolerated} set to count as none."
    return "The two texts are the same, word for word."


def _shares(left: Share, right: Share) -> str:
    if left.kept == left.total and right.kept == right.total:
        return "Every word was kept; what changed stands between the words."
    parts_left, parts_right = shares(left, Side.LEFT), shares(right, Side.RIGHT)
    parts = [f"{parts_left['kept']} of the left text’s words were kept"]
    for number, word in ((left.edited, "edited"), (left.reworded, "reworded")):
        if number:
            parts.append(f"{parts_left[word]} {word}")
    if left.moved:
        parts.append(f"{parts_left['moved']} moved")
    if left.lone:
        parts.append(f"{parts_left['missing']} are missing from the right text")
    told = enumeration(parts) + "."
    if right.lone:
        told += f" {parts_right['new']} of the right text is new."
    return told


def enumeration(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def tally(changes: Sequence[Change]) -> str:
    """How many changes there are and of what kinds: `41 changes: 30 edited, 4 missing, …`."""
    if not changes:
        return "no changes"
    found = Counter(change.kind for change in changes)
    kinds = ", ".join(f"{found[kind]:,} {kind}" for kind in ChangeKind if found[kind])
    return f"{count(len(changes), 'change')}: {kinds}"


def regroupings(comparison: Comparison) -> list[str]:
    """What is to be said of borders: `3 sentences split`, `1 merger of paragraphs`.

    Of sentences as many as bear a sign: those that moved, too, and not those of the same words.
    """
    groups = list(_marked_groups(comparison))
    kinds = [band.kind for band in comparison.bands]
    numbers = (
        (sum(left == 1 < right for left, right in groups), "sentence split", "sentences split"),
        (
            sum(left > 1 == right for left, right in groups),
            "merger of sentences",
            "mergers of sentences",
        ),
        (kinds.count(BandKind.SPLIT), "paragraph split", "paragraphs split"),
        (kinds.count(BandKind.MERGED), "merger of paragraphs", "mergers of paragraphs"),
        (kinds.count(BandKind.REGROUPED), "regrouping of paragraphs", "regroupings of paragraphs"),
    )
    return [f"{n:,} {one if n == 1 else several}" for n, one, several in numbers if n]


def _marked_groups(comparison: Comparison) -> Iterator[tuple[int, int]]:
    """How many sentences face each other in the pairs in which something changed or moved."""
    for _, row in rows_to_look_at(comparison.rows):
        if row.two_sided and row.kind is not RowKind.EQUAL:
            yield len(row.left), len(row.right)
    for move in comparison.moves:
        for pair in move.pairs:
            yield len(pair.left), len(pair.right)


def decided(kind: PinKind) -> str:
    """What a person decided about two passages."""
    return "aligned by hand" if kind is PinKind.ALIGN else "kept apart by hand"


def decisions(comparison: Comparison) -> list[str]:
    """How often what was decided: `2 pairs aligned by hand`."""
    given = Counter(pin.kind for pin in comparison.pins)
    return [f"{count(given[kind], 'pair')} {decided(kind)}" for kind in PinKind if given[kind]]


def border_change(band: Band) -> str:
    """What became of the borders of a band's paragraphs; empty when nothing."""
    left, right = band.left.length, band.right.length
    match band.kind:
        case BandKind.SPLIT:
            return f"one paragraph became {right:,}"
        case BandKind.MERGED:
            return f"{left:,} paragraphs became one"
        case BandKind.REGROUPED:
            return f"{left:,} paragraphs became {right:,}, their borders in other places"
        case _:
            return ""
