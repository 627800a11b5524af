"""The head of the page -> HTML: what was compared, and the result in figures.

Imports the engine's public names and the review.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from variorum.engine import Change, Comparison, Formatting, Options, Share, Side, SideSummary
from variorum.reports import phrases
from variorum.reports.facts import SourceFacts
from variorum.reports.noted import called, standing
from variorum.reports.page.escape import escaped, isolated
from variorum.review import Review

_BAR: Final = 1000
"""The length of a bar, in units of its own."""


def head(
    comparison: Comparison,
    changes: Sequence[Change],
    facts: dict[Side, SourceFacts],
    review: Review,
) -> Iterator[str]:
    """The title, the result in a sentence, what the reviewer says, and the figures."""
    left, right = isolated(facts[Side.LEFT].name), isolated(facts[Side.RIGHT].name)
    yield '<header class="top">'
    yield f"<h1>{left} <span>compared with</span> {right}</h1>"
    yield f'<p class="lead">{escaped(phrases.headline(comparison, changes))}</p>'
    yield from _review(changes, review)
    yield '<div class="sides">'
    for side in Side:
        yield _side(side, facts[side], comparison.summary.of(side))
    yield "</div>"
    yield f'<div class="result"><div>{_table(comparison, facts)}'
    yield f'<p class="tally">{"<br>".join(_tally(comparison, changes))}</p></div>'
    formatted = Formatting.of(comparison).is_shown
    yield f"{_LEGEND}{_LEGEND_OF_FORMATTING if formatted else ''}"
    yield f"{_LEGEND_OF_PINS if comparison.pins else ''}</dl></section></div></header>\n"


def _review(changes: Sequence[Change], review: Review) -> Iterator[str]:
    """What the reviewer says of the whole, and how often of the changes."""
    if not review.says_something:
        return
    yield '<section class="review" aria-labelledby="page-review-title">'
    yield '<h2 id="page-review-title">The reviewer’s summary</h2>'
    for paragraph in filter(str.strip, review.summary.split("\n")):
        yield f'<p dir="auto">{escaped(paragraph)}</p>'
    stands = standing(changes, review)
    given = (
        f"{escaped(verdict.sign)} {isolated(called(verdict))} {number:,}"
        for verdict, number in stands.verdicts
    )
    yield f'<p class="tally">{" · ".join((*given, *stands.rest))}</p></section>'


def about(
    comparison: Comparison, facts: dict[Side, SourceFacts], version: str, made: str
) -> Iterator[str]:
    """What the comparison rests on, for the record."""
    yield '<footer class="about"><h2>About this comparison</h2><dl>'
    for side in Side:
        fact = facts[side]
        yield f"<dt>{side.capitalize()}</dt><dd>{isolated(fact.name)}, {phrases.size(fact.size)}, "
        yield f"{escaped(phrases.written_as(fact))}. "
        yield f'SHA-256 <code class="hash">{escaped(fact.sha256)}</code></dd>'
    yield f"<dt>Not counted as differences</dt><dd>{_tolerances(comparison)}</dd>"
    yield f"<dt>Thresholds</dt><dd>{_thresholds(comparison.options)}</dd>"
    if comparison.pins:
        decided = phrases.enumeration(phrases.decisions(comparison))
        yield f"<dt>Decided by hand</dt><dd>{decided}</dd>"
    if comparison.limits:
        limits = "; ".join(map(escaped, comparison.limits))
        yield f"<dt>Cut short, to bound the work</dt><dd>{limits}</dd>"
    yield f"<dt>Made by</dt><dd>Variorum {escaped(version)}{made}</dd></dl></footer>\n"


def _side(side: Side, facts: SourceFacts, figures: SideSummary) -> str:
    told = [
        phrases.count(figures.words.total, "word"),
        phrases.count(figures.sentences.total, "sentence"),
        phrases.count(figures.paragraphs.total, "paragraph"),
        phrases.size(facts.size),
    ]
    if facts.modified is not None:
        machine = phrases.machine_date(facts.modified)
        told.append(f'<time datetime="{machine}">{phrases.date(facts.modified)}</time>')
    return (
        f'<section class="{side}"><h2><span>{side.capitalize()}</span> {isolated(facts.name)}</h2>'
        f"<p>{' · '.join(told)}</p>{_bar(side, figures.words)}</section>"
    )


def _bar(side: Side, share: Share) -> str:
    """What became of the words, as one line in the colours of the legend."""
    parts = phrases.parts_of(share, side)
    shares = phrases.shares(share, side)
    told = ", ".join(f"{kind} {shares[kind]}" for kind, n in parts.items() if n)
    drawn: list[str] = []
    at = 0.0
    for kind, number in parts.items():
        width = _BAR * number / share.total if share.total else 0
        if width:
            drawn.append(f'<rect class="{kind}" x="{at:.2f}" width="{width:.2f}" height="10"/>')
        at += width
    label = escaped(f"Words of the {side} text: {told or 'none'}")
    return (
        f'<svg class="bar" role="img" aria-label="{label}" viewBox="0 0 {_BAR} 10" '
        f'preserveAspectRatio="none">{"".join(drawn)}</svg>'
    )


def _table(comparison: Comparison, facts: dict[Side, SourceFacts]) -> str:
    rows: list[str] = []
    figures = {side: comparison.summary.of(side) for side in Side}
    words = {side: phrases.parts_of(figures[side].words, side) for side in Side}
    shares = {side: phrases.shares(figures[side].words, side) for side in Side}
    paragraphs = {side: phrases.parts_of(figures[side].paragraphs, side) for side in Side}
    for kind in phrases.KINDS:
        if any(kind in words[side] for side in Side):
            cells = "".join(
                _cells(
                    words[side].get(kind), shares[side].get(kind, ""), paragraphs[side].get(kind)
                )
                for side in Side
            )
            rows.append(f'<tr><th scope="row"><i class="swatch {kind}"></i>{kind}</th>{cells}</tr>')
    totals = "".join(
        f"<td>{figures[side].words.total:,}</td><td></td><td>{figures[side].paragraphs.total:,}</td>"
        for side in Side
    )
    heads = "".join(
        f'<th scope="colgroup" colspan="3">{isolated(facts[side].name)}</th>' for side in Side
    )
    columns = (
        '<th scope="col">words</th><th scope="col">share</th><th scope="col">para&shy;graphs</th>'
    )
    return (
        f'<table class="figures"><caption>What became of the words and paragraphs</caption>'
        f"<thead><tr><td></td>{heads}</tr><tr><td></td>{columns}{columns}</tr></thead>"
        f'<tbody>{"".join(rows)}</tbody><tfoot><tr><th scope="row">in all</th>{totals}</tr></tfoot>'
        f"</table>"
    )


def _cells(words: int | None, share: str, paragraphs: int | None) -> str:
    if words is None:
        return "<td class=none>–</td><td></td><td class=none>–</td>"
    return (
        f"<td>{words:,}</td><td>{escaped(share) if words else ''}</td><td>{paragraphs or 0:,}</td>"
    )


def _tally(comparison: Comparison, changes: Sequence[Change]) -> list[str]:
    told = [phrases.tally(changes)]
    if found := phrases.regroupings(comparison):
        told.append(phrases.enumeration(found))
    return told


def _tolerances(comparison: Comparison) -> str:
    counted = comparison.summary.tolerated
    names = sorted(comparison.options.tolerances)
    told = [
        f"{name.replace('-', ' ')} ({counted[name]:,})"
        if name in counted
        else name.replace("-", " ")
        for name in names
    ]
    return ", ".join(told) or "nothing: every character counts"


def _thresholds(options: Options) -> str:
    edited, reworded = options.thresholds.edited, options.thresholds.reworded
    told = f"edited from {edited:.0%} of the words kept, reworded below"
    return f"{told}; apart under {reworded:.0%}" if reworded else told


_LEGEND: Final = """\
<section class="legend" aria-labelledby="page-legend-title">
<h2 id="page-legend-title">How to read the marks</h2>
<dl>
<div><dt class=l><del>words</del></dt><dd>only in the left text: replaced or dropped</dd></div>
<div><dt class=r><ins>words</ins></dt><dd>only in the right text: put in, or added</dd></div>
<div><dt class=l><del class=v>words</del></dt>
<dd>stand at another place of the same sentence</dd></div>
<div><dt class=l><del>neighbo<b>u</b>r</del></dt>
<dd>stronger: what changed inside a word, or in words that went elsewhere</dd></div>
<div><dt><span class=w5>sentence</span></dt>
<dd>said in other words; the stronger the line, the less was kept</dd></div>
<div><dt><del class=s>sentence</del></dt><dd>not in the right text</dd></div>
<div><dt><ins class=s>sentence</ins></dt><dd>not in the left text</dd></div>
<div><dt><span class=m>sentence</span></dt>
<dd>stands elsewhere in the other text; its arrow leads there</dd></div>
<div><dt><span class=chip>split in 2</span></dt><dd>one sentence here, two opposite</dd></div>
<div><dt><span class=border>10% ¶ split</span></dt>
<dd>between the texts: how many of the words here changed, and that one paragraph became
several; so with ¶&nbsp;merged and ¶&nbsp;regrouped</dd></div>
<div><dt class=r><ins class=s data-n=7>sentence</ins></dt>
<dd>the small number is that of the change, as in the list; the number in the margin is that of the
paragraph in its text</dd></div>
"""

_LEGEND_OF_FORMATTING: Final = """\
<div><dt><span class=f>words</span></dt>
<dd>in both texts, but they look otherwise: what they became stands behind their sentence on the
right</dd></div>
"""

_LEGEND_OF_PINS: Final = """\
<div><dt><span class="chip pin">aligned</span></dt>
<dd>a person said that this belongs to what it faces, or (kept apart) that it does not</dd></div>
"""
