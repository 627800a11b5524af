"""Pairs of strings for the property tests: anything at all, and texts that had an editor."""

from __future__ import annotations

from hypothesis import strategies as st

from variorum.engine import Options, Tolerance

WORDS = [
    "the", "The", "of", "a", "in", "said", "dog", "dogs", "river", "rivers", "Greta", "Lindqvist",
    "well-known", "exam-\nple", "example", "well", "known", "1,000", "1000", "1 000", "5 km", "5",
    "km", "$", "%", "é", "e\u0301", "ﬁne", "fine", "so\u00adft", "soft", "Straße", "STRASSE",
    "l’hiver", "don't", "don’t", "'s", "中", "文", "你好", "コンピュータ", "हिन्दी", "שָׁלוֹם", "สวัสดี",
    "한국어", "\ud800", "\x00", "\u202e", "\u0301", "👩\u200d💻", "👩", "\u200b", "\ufeff",
    ",", ".", "!", "?", "…", "...", "“", "”", "«", "»", '"', "''", "‘", "(", ")", "—", "–",
    "--", "-",
]  # fmt: skip
GAPS = [" ", " ", " ", " ", "", "  ", "\n", "\u00a0", "\t", "\n\n", "\u3000", "\r"]

anything = st.text(st.characters(codec=None), max_size=40)
"""Any code points, lone surrogates and unassigned ones too."""

pieces = st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)).map("".join)
texts = st.lists(pieces, max_size=16).map("".join)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and what an editor made of it: words gone, added, changed, moved."""
    before = draw(st.lists(pieces, min_size=1, max_size=16))
    after = list(before)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(after)))
        action = draw(st.sampled_from(("add", "take", "capital", "turn")))
        if action == "add":
            after.insert(at, draw(pieces))
        elif action == "take":
            after[at : at + 2] = []
        elif action == "capital":
            after[at : at + 1] = [word.swapcase() for word in after[at : at + 1]]
        else:
            after = after[at:] + after[:at]
    return "".join(before), "".join(after)


pairs = st.one_of(edited(), st.tuples(texts, texts), st.tuples(anything, anything))

options = st.one_of(
    st.just(Options()),
    st.just(Options(tolerances=frozenset())),
    st.frozensets(st.sampled_from(list(Tolerance))).map(lambda some: Options(tolerances=some)),
)
