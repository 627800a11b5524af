"""The head of the page -> HTML: what was compared, and the result in figures.

Imports the engine's public names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from variorum.engine import Change, Comparison, Options, Share, Side, SideSummary
from variorum.reports import phrases
from variorum.reports.facts import SourceFacts
from variorum.reports.page.escape import escaped, isolated

_BAR: Final = 1000
"""The length of a bar, in units of its own."""


def head(
    comparison: Comparison, changes: Sequence[Change], facts: dict[Side, SourceFacts]
) -> Iterator[str]:
    """The title, the result in a sentence, and the figures."""
    left, right = isolated(facts[Side.LEFT].name), isolated(facts[Side.RIGHT].name)
    yield '<header class="top">'
    yield f"<h1>{left} <span>compared with</span> {right}</h1>"
    yield f'<p class="lead">{escaped(phrases.headline(comparison, changes))}</p>'
    yield '<div class="sides">'
    for side in Side:
        yield _side(side, facts[side], _figures(comparison, side))
    yield "</div>"
    yield f'<div class="result"><div>{_table(comparison, facts)}'
    yield f'<p class="tally">{"<br>".join(_tally(comparison, changes))}</p></div>'
    yield f"{_LEGEND}</div></header>\n"


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
    if comparison.limits:
        limits = "; ".join(map(escaped, comparison.limits))
        yield f"<dt>Cut short, to bound the work</dt><dd>{limits}</dd>"
    yield f"<dt>Made by</dt><dd>Variorum {escaped(version)}{made}</dd></dl></footer>\n"


def _figures(comparison: Comparison, side: Side) -> SideSummary:
    return comparison.summary.left if side is Side.LEFT else comparison.summary.right


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
    shares = {side: _figures(comparison, side).words for side in Side}
    parts = {side: phrases.parts_of(shares[side], side) for side in Side}
    told = {side: phrases.shares(shares[side], side) for side in Side}
    rows: list[str] = []
    for kind in phrases.KINDS:
        if any(kind in parts[side] for side in Side):
            cells = "".join(
                _cells(parts[side].get(kind), told[side].get(kind, "")) for side in Side
            )
            rows.append(f'<tr><th scope="row"><i class="swatch {kind}"></i>{kind}</th>{cells}</tr>')
    heads = "".join(
        f'<th scope="colgroup" colspan="2">{isolated(facts[side].name)}</th>' for side in Side
    )
    return (
        f'<table class="figures"><caption>What became of the words</caption>'
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _cells(number: int | None, share: str) -> str:
    if number is None:
        return '<td class="none">–</td><td></td>'
    return f"<td>{number:,}</td><td>{escaped(share) if number else ''}</td>"


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
<div><dt><del>words</del></dt><dd>on the left: replaced or dropped</dd></div>
<div><dt><ins>words</ins></dt><dd>on the right: put in their place, or added</dd></div>
<div><dt><del>neighbo<span class="l">u</span>r</del></dt>
<dd>stronger: what changed inside a word, or in words that went elsewhere</dd></div>
<div><dt><span class="s reworded k5">sentence</span></dt>
<dd>said in other words; the stronger the line, the less was kept</dd></div>
<div><dt><del class="s missing">sentence</del></dt><dd>not in the right text</dd></div>
<div><dt><ins class="s new">sentence</ins></dt><dd>not in the left text</dd></div>
<div><dt><span class="s moved">sentence</span></dt>
<dd>stands elsewhere in the other text; its arrow leads there</dd></div>
<div><dt><span class="chip">split in 2</span></dt><dd>one sentence here, two opposite</dd></div>
<div><dt><span class="border">¶ split</span></dt>
<dd>one paragraph became several; so with ¶&nbsp;merged and ¶&nbsp;regrouped</dd></div>
</dl>
</section>
"""
