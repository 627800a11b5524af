"""Other thresholds on a finished comparison.

Imports the model, the taking apart of pairs, and the figures. Indices count rows.

A row of which the edited threshold is now above or below the likeness gets the other name; a pair
under the lowest threshold is taken apart. Links are only ever taken away: to see them again, begin
from the comparison that had them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from variorum.engine.apart import take_apart
from variorum.engine.bands import bands_with_rows
from variorum.engine.counts import tallies_of
from variorum.engine.model import Comparison, RowKind
from variorum.engine.moving import moved_rows
from variorum.engine.options import Thresholds
from variorum.engine.row_list import Pairs, known_rows, pairs_of_rows, with_kinds
from variorum.engine.summary import Ledger, Renaming


def relabel(comparison: Comparison, thresholds: Thresholds) -> Comparison:
    """Rename edited and reworded rows, and take pairs under the lowest threshold apart.

    The result is what `compare` gives with these thresholds, provided that the comparison was
    made with a lowest threshold no higher than the new one.
    """
    options = replace(comparison.options, thresholds=thresholds)
    comparison = replace(comparison, options=options, tallies=tallies_of(comparison))
    return take_apart(_rename(comparison, thresholds), thresholds)


def _rename(comparison: Comparison, thresholds: Thresholds) -> Comparison:
    """Give the rows that have another name now this name."""
    kept, kinds = known_rows(comparison.rows)
    others = _misnamed(pairs_of_rows(comparison.rows), kinds, thresholds.edited)
    if not others:
        return comparison
    edited, reworded = RowKind.EDITED, RowKind.REWORDED
    anew = {n: reworded if kinds[n] is edited else edited for n in others}
    renaming = Renaming(kept, kinds, anew)
    ledger = Ledger.of(comparison, paragraphs=False)
    ledger.rename(renaming, comparison.tallies)

    @cache
    def paragraphs() -> Ledger:
        """Worked out when they are read: whoever moves a threshold looks at words."""
        ledger = Ledger.of(comparison)
        bands = bands_with_rows(comparison.bands, others)
        ledger.rename_paragraphs(renaming, bands, moved_rows(comparison.moves))
        return ledger

    rows = with_kinds(comparison.rows, anew)
    summary = ledger.summary(rows, comparison.moves, paragraphs)
    return replace(comparison, rows=rows, summary=summary)


def _misnamed(pairs: Pairs, kinds: Sequence[RowKind], least: float) -> list[int]:
    """The rows that are edited but less alike than that, or reworded and at least as alike."""
    edited = RowKind.EDITED
    return [
        number
        for number, similarity in zip(*pairs, strict=True)
        if (kinds[number] is edited) is (similarity < least)
    ]
