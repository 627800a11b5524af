"""Where the moving end of a selection goes when keys are pressed.

Imports the scene, no widgets. Positions are code points of a side's text.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.engine import Side
from variorum.window.view.scene import Scene
from variorum.window.view.setting import SetPiece


def by_character(scene: Scene, side: Side, position: int, *, forward: bool, words: bool) -> int:
    """The next place between two characters, or the next word's, as an arrow key points.

    Forward is to the right, so in a paragraph that runs from right to left it is backward in it.
    """
    piece = _piece(scene, side, position)
    if piece is None:
        return position
    if piece.laid.right_to_left:
        forward = not forward
    found = piece.laid.beside(position, forward=forward, words=words)
    if found is not None:
        return found
    return _across(scene, side, piece, forward=forward)


def by_line(scene: Scene, side: Side, position: int, *, forward: bool) -> int:
    """The place above or below, as near as the letters allow."""
    piece = _piece(scene, side, position)
    if piece is None:
        return position
    laid = piece.laid
    line, x = laid.line_of(position), laid.x_of(position)
    target = line + (1 if forward else -1)
    if not 0 <= target < laid.line_count:
        other = _piece(scene, side, _across(scene, side, piece, forward=forward))
        if other is None or other.piece == piece.piece:
            return piece.piece.span.end if forward else piece.piece.span.start
        laid = other.laid
        target = 0 if forward else laid.line_count - 1
    return laid.position_at(x, (target + 0.5) * laid.look.line_height)


def by_page(scene: Scene, side: Side, position: int, *, forward: bool) -> int:
    """The place a view above or below; one line less, so that one sees where one was."""
    for _ in range(max(1, scene.view // scene.typography.line_height - 1)):
        position = by_line(scene, side, position, forward=forward)
    return position


def to_line_end(scene: Scene, side: Side, position: int, *, forward: bool) -> int:
    """The beginning or the end of the line."""
    piece = _piece(scene, side, position)
    if piece is None:
        return position
    line = piece.laid.line_of(position)
    return piece.laid.line_end(line) if forward else piece.laid.line_start(line)


def to_text_end(scene: Scene, side: Side, position: int, *, forward: bool) -> int:
    """The beginning or the end of the text."""
    paragraphs = scene.comparison.document(side).paragraphs
    if not paragraphs:
        return position
    return paragraphs[-1].span.end if forward else paragraphs[0].span.start


Step = Callable[[Scene, Side, int], int]


def _piece(scene: Scene, side: Side, position: int) -> SetPiece | None:
    band = scene.band_of(side, position)
    return None if band is None else scene.setting.piece_of(side, band, position)[1]


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
