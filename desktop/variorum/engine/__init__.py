"""The engine: what became of each sentence of a text. No Qt, no files, no clock.

Everything that other rooms and programs may use is named here; the modules below are free to
change. Positions count code points of `Document.text`, ranges are half-open.
"""

from variorum.engine.changes import Change, ChangeKind, find_changes
from variorum.engine.compare import compare
from variorum.engine.document import Cell, Document, TextParagraph
from variorum.engine.elements import (
    CELL_BREAK,
    Emphasis,
    EmphasisKind,
    Paragraph,
    Sentence,
    Side,
    Span,
    Style,
    StyleKind,
)
from variorum.engine.errors import Cancelled, EngineError, PinError
from variorum.engine.formatting import BothLooks, FormatChange, Formatting
from variorum.engine.model import (
    Band,
    BandKind,
    Comparison,
    Edit,
    EditKind,
    Move,
    MovePair,
    Row,
    RowKind,
    Share,
    SideSummary,
    Summary,
)
from variorum.engine.options import (
    DEFAULT_TOLERANCES,
    Options,
    Pin,
    PinKind,
    Thresholds,
    Tolerance,
)
from variorum.engine.relabel import relabel
from variorum.engine.row_list import (
    Run,
    kinds_of_rows,
    rows_in_short,
    rows_of_sentences,
    rows_to_look_at,
    runs_of,
)
from variorum.engine.row_names import unusual_names, usual_names
from variorum.engine.rows import usual_name
from variorum.engine.text.ends import common_end, common_start
from variorum.engine.text.judgement import LANGUAGES
from variorum.engine.text.language import is_in_other_letters, told_language
from variorum.engine.text.layout import Layout
from variorum.engine.text.tokens import count_words
from variorum.engine.watch import Stage
from variorum.engine.words.edits import word_edits
from variorum.engine.words.inner import changed_letters

__all__ = [
    "CELL_BREAK",
    "DEFAULT_TOLERANCES",
    "LANGUAGES",
    "Band",
    "BandKind",
    "BothLooks",
    "Cancelled",
    "Cell",
    "Change",
    "ChangeKind",
    "Comparison",
    "Document",
    "Edit",
    "EditKind",
    "Emphasis",
    "EmphasisKind",
    "EngineError",
    "FormatChange",
    "Formatting",
    "Layout",
    "Move",
    "MovePair",
    "Options",
    "Paragraph",
    "Pin",
    "PinError",
    "PinKind",
    "Row",
    "RowKind",
    "Run",
    "Sentence",
    "Share",
    "Side",
    "SideSummary",
    "Span",
    "Stage",
    "Style",
    "StyleKind",
    "Summary",
    "TextParagraph",
    "Thresholds",
    "Tolerance",
    "changed_letters",
    "common_end",
    "common_start",
    "compare",
    "count_words",
    "find_changes",
    "is_in_other_letters",
    "kinds_of_rows",
    "relabel",
    "rows_in_short",
    "rows_of_sentences",
    "rows_to_look_at",
    "runs_of",
    "told_language",
    "unusual_names",
    "usual_name",
    "usual_names",
    "word_edits",
]
