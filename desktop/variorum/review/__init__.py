"""What a reviewer says of a comparison: verdicts, notes, a summary. No Qt, no files.

Imports the engine's public names only. All values are frozen; each step of work makes a new one.
"""

from variorum.review.carrying import Carried, Places, carried
from variorum.review.fields import Fields, PlainError
from variorum.review.history import History
from variorum.review.model import (
    VERDICTS,
    Judgement,
    Remark,
    Review,
    Stray,
    Unknown,
    Verdict,
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
    "Stray",
    "Unknown",
    "Verdict",
    "carried",
    "from_plain",
    "to_plain",
]
