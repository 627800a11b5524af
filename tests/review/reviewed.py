"""Reviews for the tests: made by hand, and drawn."""

from __future__ import annotations

from hypothesis import strategies as st

from variorum.engine import Change, ChangeKind, Comparison, Side, Span, compare, find_changes
from variorum.engine.document import Document
from variorum.review import VERDICTS, Judgement, Remark, Review, Stray

LENGTH = 60
"""Of both texts that drawn reviews are about."""


def change(number: int = 1, name: str = "one") -> Change:
    """A change of its own, for tests that need no text."""
    left, right = Span(10 * number, 10 * number + 5), Span(10 * number, 10 * number + 7)
    return Change(number, name, ChangeKind.EDITED, (number,), (number,), left, right, 2, 0.5)


def compared(left: str, right: str) -> tuple[Comparison, tuple[Change, ...]]:
    """Two plain texts and their changes."""
    comparison = compare(Document.from_text(left), Document.from_text(right))
    return comparison, find_changes(comparison)


VERDICT_IDS = st.sampled_from([verdict.id for verdict in VERDICTS])
WORDS = st.text(max_size=20)
_PLACES = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(
    lambda ends: Span(min(ends), max(ends))
)
# Names that no field has: what a newer program may have written.
UNKNOWN = st.dictionaries(
    st.sampled_from(["colour", "by", "when"]),
    st.one_of(st.integers(-9, 9), WORDS, st.lists(st.booleans(), max_size=2)),
    max_size=2,
)

JUDGEMENTS = st.builds(
    Judgement,
    left=st.none() | _PLACES,
    right=st.none() | _PLACES,
    verdict=st.none() | VERDICT_IDS,
    reviewed=st.booleans(),
    note=WORDS,
    unknown=UNKNOWN,
)
REMARKS = st.builds(
    Remark,
    id=st.just(""),
    side=st.sampled_from(Side),
    span=_PLACES,
    note=WORDS,
    verdict=st.none() | VERDICT_IDS,
    unknown=UNKNOWN,
)
STRAYS = st.builds(
    Stray,
    note=WORDS,
    verdict=st.none() | VERDICT_IDS,
    left=WORDS,
    right=WORDS,
    unknown=UNKNOWN,
)


def _review(
    judgements: dict[str, Judgement],
    remarks: list[Remark],
    strays: list[Stray],
    summary: str,
    names: dict[str, str],
    unknown: dict[str, object],
) -> Review:
    numbered = (
        Remark(f"r{n}", r.side, r.span, r.note, r.verdict, r.unknown)
        for n, r in enumerate(remarks, 1)
    )
    kept = {name: said for name, said in judgements.items() if said.says_something}
    review = Review(kept, tuple(numbered), tuple(strays), summary, unknown=unknown)
    return review.rename(names)


REVIEWS = st.builds(
    _review,
    judgements=st.dictionaries(st.text("abcdef0123456789", min_size=1, max_size=4), JUDGEMENTS),
    remarks=st.lists(REMARKS, max_size=3),
    strays=st.lists(STRAYS, max_size=2),
    summary=WORDS,
    names=st.dictionaries(VERDICT_IDS, WORDS, max_size=2),
    unknown=UNKNOWN,
)
