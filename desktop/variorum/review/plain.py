"""A review as plain values of JSON, and back: the same in a session and in an annotated page.

Imports the engine's public names and the model. Positions are code points, ranges half-open.

    {"verdicts": [{"id": "accepted", "name": "", "sign": "✓"}],
     "changes":  [{"id": "k3f9", "verdict": "accepted", "reviewed": true, "note": "…",
                   "left": [0, 12], "right": [0, 9]}],
     "passages": [{"id": "r1", "side": "left", "span": [3, 9], "note": "…", "verdict": null}],
     "strays":   [{"note": "…", "verdict": null, "left": "…", "right": ""}],
     "summary": "…"}

Keys that this program does not know are kept and written again. What says nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from variorum.engine import Side
from variorum.review.fields import Fields, PlainError
from variorum.review.model import VERDICTS, Judgement, Remark, Review, Stray, Verdict

MOST_VERDICTS: Final = 9
"""As many as there are keys for."""

UNKNOWN_SIGN: Final = "•"
"""Of a verdict that the file uses and does not explain."""


def to_plain(review: Review) -> dict[str, object]:
    """A review as dictionaries, lists, strings, numbers, booleans and None."""
    return {
        **review.unknown,
        "verdicts": [{"id": v.id, "name": v.name, "sign": v.sign} for v in review.verdicts],
        "changes": [_judgement(name, said) for name, said in review.judgements.items()],
        "passages": [_remark(remark) for remark in review.remarks],
        "strays": [_stray(stray) for stray in review.strays],
        "summary": review.summary,
    }


def _judgement(name: str, said: Judgement) -> dict[str, object]:
    plain: dict[str, object] = {**said.unknown, "id": name}
    if said.verdict is not None:
        plain["verdict"] = said.verdict
    if said.reviewed:
        plain["reviewed"] = True
    if said.note:
        plain["note"] = said.note
    for side, span in (("left", said.left), ("right", said.right)):
        if span is not None:
            plain[side] = list(span)
    return plain


def _remark(remark: Remark) -> dict[str, object]:
    return {
        **remark.unknown,
        "id": remark.id,
        "side": str(remark.side),
        "span": list(remark.span),
        "note": remark.note,
        "verdict": remark.verdict,
    }


def _stray(stray: Stray) -> dict[str, object]:
    return {
        **stray.unknown,
        "note": stray.note,
        "verdict": stray.verdict,
        "left": stray.left,
        "right": stray.right,
    }


def from_plain(value: object, left: int, right: int) -> Review:
    """A review from what a JSON reader gave.

    Args:
        value: what stood in the file.
        left: the length of the left text, in code points; no place may lie beyond it.
        right: the same of the right text.

    Raises:
        PlainError: it is no review.
    """
    lengths = {Side.LEFT: left, Side.RIGHT: right}
    plain = Fields(value, "the notes")
    judgements = dict(_read_judgements(plain, lengths))
    remarks = tuple(_read_remarks(plain, lengths))
    strays = tuple(_read_stray(item) for item in plain.items("strays", "a note without a place"))
    used = {said.verdict for said in judgements.values()}
    used.update(remark.verdict for remark in remarks)
    used.update(stray.verdict for stray in strays)
    return Review(
        judgements=judgements,
        remarks=remarks,
        strays=strays,
        summary=plain.take("summary", str, ""),
        verdicts=_read_verdicts(plain, used),
        unknown=plain.unknown(),
    )


def _read_judgements(plain: Fields, lengths: dict[Side, int]) -> Iterator[tuple[str, Judgement]]:
    for item in plain.items("changes", "the note on a change"):
        name = item.name()
        said = Judgement(
            left=item.span("left", lengths[Side.LEFT]),
            right=item.span("right", lengths[Side.RIGHT]),
            verdict=item.text("verdict"),
            reviewed=item.take("reviewed", bool, False),  # noqa: FBT003 - the default of a field
            note=item.take("note", str, ""),
            unknown=item.unknown(),
        )
        if said.says_something:
            yield name, said


def _read_remarks(plain: Fields, lengths: dict[Side, int]) -> Iterator[Remark]:
    taken: set[str] = set()
    for item in plain.items("passages", "the note on a passage"):
        name = item.name()
        if name in taken:
            message = f"two notes on passages have the id {name}"
            raise PlainError(message)
        taken.add(name)
        side = item.take("side", str, "")
        if side not in tuple(Side):
            message = f"a note on a passage stands on the side “{side}”"
            raise PlainError(message)
        span = item.span("span", lengths[Side(side)])
        if span is None:
            message = "a note on a passage has no place"
            raise PlainError(message)
        yield Remark(
            id=name,
            side=Side(side),
            span=span,
            note=item.take("note", str, ""),
            verdict=item.text("verdict"),
            unknown=item.unknown(),
        )


def _read_stray(item: Fields) -> Stray:
    return Stray(
        note=item.take("note", str, ""),
        verdict=item.text("verdict"),
        left=item.take("left", str, ""),
        right=item.take("right", str, ""),
        unknown=item.unknown(),
    )


def _read_verdicts(plain: Fields, used: set[str | None]) -> tuple[Verdict, ...]:
    """The verdicts that the file explains, and those that it only uses."""
    found: dict[str, Verdict] = {}
    for item in plain.items("verdicts", "a verdict"):
        name = item.name()
        sign = item.take("sign", str, "")[:1]
        shown = sign if sign.isprintable() and sign.strip() else UNKNOWN_SIGN
        found[name] = Verdict(name, item.take("name", str, ""), shown)
    if not found:
        found = {verdict.id: verdict for verdict in VERDICTS}
    for verdict in VERDICTS:
        if verdict.id in used:
            found.setdefault(verdict.id, verdict)
    for name in sorted(filter(None, used)):
        found.setdefault(name, Verdict(name, "", UNKNOWN_SIGN))
    if len(found) > MOST_VERDICTS:
        message = f"there are more than {MOST_VERDICTS} verdicts"
        raise PlainError(message)
    return tuple(found.values())
