"""What a reviewer says of a comparison: verdicts, notes, a summary. No Qt, no files.

Imports the engine's public names only. All values are frozen; each step of work makes a new one.
"""

from variorum.review.carrying import Carried, Places, carried
from variorum.review.fields import Fields, PlainError
from variorum.review.history import History, Stand
from variorum.review.model import (
    VERDICTS,
    Judgement,
    Remark,
    Review,
    Stray,
    Unknown,
    Verdict,
)
from variorum.review.pins import (
    carried_pins,
    compatible,
    pins_on,
    sentences_in,
    span_of,
    whole_sentences,
    with_pins,
)
from variorum.review.plain import from_plain, to_plain

__all__ = [
    "VERDICTS",
    "Carried",
    "Fields",
    "History",
    "Judgement",
    "Places",
    "PlainError",
    "Remark",
    "Review",
    "Stand",
    "Stray",
    "Unknown",
    "Verdict",
    "carried",
    "carried_pins",
    "compatible",
    "from_plain",
    "pins_on",
    "sentences_in",
    "span_of",
    "to_plain",
    "whole_sentences",
    "with_pins",
]
