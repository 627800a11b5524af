"""Where the moving end of a selection goes when keys are pressed.

Imports the scene, no widgets. Positions are code points of a side's text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from variorum.engine import Side
from variorum.window.view.scene import Scene
from variorum.window.view.setting import SetPiece


class Place(NamedTuple):
    """Where the moving end is."""

    position: int
    column: float | None = None
    """How far from the left edge of the text the moves up and down keep, in pixels, however short
    a line on the way is; None: as far as the position is."""


def by_character(scene: Scene, side: Side, place: Place, *, forward: bool, words: bool) -> Place:
    """The next place between two characters, or the next word's, as an arrow key points.

    Forward is to the right, so in a paragraph that runs from right to left it is backward in it.
    """
    piece = _piece(scene, side, place.position)
    if piece is None:
        return place
    if piece.laid.right_to_left:
        forward = not forward
    found = piece.laid.beside(place.position, forward=forward, words=words)
    return Place(_across(scene, side, piece, forward=forward) if found is None else found)


def by_line(scene: Scene, side: Side, place: Place, *, forward: bool) -> Place:
    """The place above or below, as near as the letters allow."""
    piece = _piece(scene, side, place.position)
    if piece is None:
        return place
    laid = piece.laid
    x = laid.x_of(place.position) if place.column is None else place.column
    target = laid.line_of(place.position) + (1 if forward else -1)
    if not 0 <= target < laid.line_count:
        other = _piece(scene, side, _across(scene, side, piece, forward=forward))
        if other is None or other.piece == piece.piece:
            return Place(piece.piece.span.end if forward else piece.piece.span.start, x)
        piece, laid = other, other.laid
        target = 0 if forward else laid.line_count - 1
    return Place(_in_piece(piece, laid.place_in(target, x)), x)


def by_page(scene: Scene, side: Side, place: Place, *, forward: bool) -> Place:
    """The place a view above or below; one line less, so that one sees where one was."""
    for _ in range(max(1, scene.view // scene.typography.line_height - 1)):
        place = by_line(scene, side, place, forward=forward)
    return place


def to_line_start(scene: Scene, side: Side, place: Place) -> Place:
    """The beginning of the line."""
    piece = _piece(scene, side, place.position)
    if piece is None:
        return place
    laid = piece.laid.set_with(place.position)
    return Place(laid.line_start(laid.line_of(place.position)))


def to_line_end(scene: Scene, side: Side, place: Place, *, reach: bool) -> Place:
    """The end of the line.

    Args:
        scene: what is shown.
        side: of the text.
        place: where the moving end is.
        reach: take in the last letter of a line that was broken between letters, although the place
            behind it is that where the next line begins, too.
    """
    piece = _piece(scene, side, place.position)
    if piece is None:
        return place
    laid = piece.laid.set_with(place.position)
    line = laid.line_of(place.position)
    return Place(laid.line_end(line) if reach else _in_piece(piece, laid.last_in_line(line)))


def to_text_end(scene: Scene, side: Side, place: Place, *, forward: bool) -> Place:
    """The beginning or the end of the text."""
    paragraphs = scene.comparison.document(side).paragraphs
    if not paragraphs:
        return place
    return Place(paragraphs[-1].span.end if forward else paragraphs[0].span.start)


Step = Callable[[Scene, Side, Place], Place]


def _piece(scene: Scene, side: Side, position: int) -> SetPiece | None:
    band = scene.band_of(side, position)
    return None if band is None else scene.setting.piece_of(side, band, position)[1]


def _in_piece(piece: SetPiece, position: int) -> int:
    """A position, if it is not the first of the next piece: else the one before."""
    # What is set in several pieces goes on in the next one where this one ends.
    return min(position, piece.piece.span.end - 1) if not piece.piece.last else position


def _across(scene: Scene, side: Side, piece: SetPiece, *, forward: bool) -> int:
    """The near end of the next piece in a direction; the end of the text where there is none."""
    span = piece.piece.span
    if not (piece.piece.last if forward else piece.piece.first):
        return span.end if forward else span.start - 1
    paragraphs = scene.comparison.document(side).paragraphs
    index = piece.piece.paragraph + (1 if forward else -1)
    if not 0 <= index < len(paragraphs):
        return span.end if forward else span.start
    return paragraphs[index].span.start if forward else paragraphs[index].span.end
