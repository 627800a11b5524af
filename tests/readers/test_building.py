"""Paragraphs put together from runs: no character is lost, and none is emphasised by mistake."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.engine import Emphasis, EmphasisKind, Span, Style, StyleKind, TextParagraph
from variorum.readers.building import PLAIN, Flow, Kinds, Runs, named_style

pieces = st.lists(st.tuples(st.text(max_size=5), st.frozensets(st.sampled_from(EmphasisKind))))


def runs_of(parts: list[tuple[str, Kinds]]) -> Runs:
    runs = Runs()
    for text, kinds in parts:
        runs.add(text, kinds)
    return runs


def kinds_at(paragraph: TextParagraph) -> list[Kinds]:
    """The emphasis of each character."""
    return [
        frozenset(e.kind for e in paragraph.emphasis if e.span.start <= at < e.span.end)
        for at in range(len(paragraph.text))
    ]


def expected_kinds(parts: list[tuple[str, Kinds]]) -> list[Kinds]:
    return [kinds for text, kinds in parts for _ in text]


@settings(max_examples=50)
@given(pieces)
def test_runs_keep_every_character_and_its_emphasis(parts: list[tuple[str, Kinds]]) -> None:
    paragraph = runs_of(parts).paragraph()
    assert paragraph.text == "".join(text for text, _ in parts)
    assert kinds_at(paragraph) == expected_kinds(parts)
    assert list(paragraph.emphasis) == sorted(paragraph.emphasis)
    for one in paragraph.emphasis:
        assert 0 <= one.span.start < one.span.end <= len(paragraph.text)
        touching = [e for e in paragraph.emphasis if e.kind is one.kind and e is not one]
        assert all(e.span.end < one.span.start or e.span.start > one.span.end for e in touching)


@settings(max_examples=50)
@given(pieces, pieces, st.integers(0, 9))
def test_runs_are_joined_and_cut_with_their_emphasis(
    first: list[tuple[str, Kinds]], second: list[tuple[str, Kinds]], start: int
) -> None:
    runs = runs_of(first)
    runs.extend(runs_of(second))
    whole = runs.paragraph()
    assert whole.text == "".join(text for text, _ in first + second)
    assert kinds_at(whole) == expected_kinds(first + second)
    rest = runs.since(start).paragraph()
    assert rest.text == whole.text[start:]
    assert kinds_at(rest) == kinds_at(whole)[start:]


@settings(max_examples=50)
@given(st.lists(st.text("a \n\t", max_size=4)))
def test_collapsed_white_space_is_one_space_and_none_in_front(parts: list[str]) -> None:
    runs = Runs()
    for part in parts:
        runs.add_collapsed(part)
    assert runs.text.rstrip(" ") == " ".join("".join(parts).split())


def ended(flow: Flow, text: str, kind: StyleKind = StyleKind.BODY, **how: bool) -> None:
    runs = Runs()
    runs.add(text)
    flow.end(runs, Style(kind), **how)  # type: ignore[arg-type]


def test_what_is_anchored_waits_until_the_paragraph_has_ended() -> None:
    flow = Flow()
    note = TextParagraph("note", Style(StyleKind.FOOTNOTE))
    runs = Runs()
    runs.add("one ")
    flow.end(runs, Style(), joined=True, anchored=[note])
    assert flow.goes_on
    ended(flow, "two")
    ended(flow, "three", joined=True)
    assert [paragraph.text for paragraph in flow.paragraphs()] == ["one two", "note", "three"]


def test_lines_of_verse_are_one_paragraph_up_to_an_empty_one() -> None:
    flow = Flow()
    for line in ("one", "two", "", "three"):
        ended(flow, line, StyleKind.VERSE)
    ended(flow, "four")
    ended(flow, "five", StyleKind.VERSE)
    ended(flow, "six\nseven", StyleKind.VERSE)
    texts = [paragraph.text for paragraph in flow.paragraphs()]
    assert texts == ["one\ntwo", "three", "four", "five", "six\nseven"]


def test_emphasis_all_over_is_none() -> None:
    bold, both = frozenset({EmphasisKind.BOLD}), frozenset({EmphasisKind.BOLD, EmphasisKind.ITALIC})
    runs = runs_of([("a", bold), ("b", both)])
    found = runs.without_general_emphasis().paragraph()
    assert found.emphasis == (Emphasis(Span(1, 2), EmphasisKind.ITALIC),)
    assert runs_of([("a", PLAIN)]).without_general_emphasis().paragraph().emphasis == ()


def test_styles_by_name() -> None:
    assert named_style(["My own", "Heading 4", "Title"]) == Style(StyleKind.HEADING, 4)
    assert named_style(["Subtitle"]) == Style(StyleKind.HEADING, 2)
    assert named_style(["Block_Text"]) == Style(StyleKind.QUOTATION)
    assert named_style(["heading x", ""]) is None
