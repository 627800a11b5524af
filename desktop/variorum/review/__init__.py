"""What a reviewer says of a comparison: verdicts, notes, a summary. No Qt, no files.

Imports the engine's public names only. All values are frozen; each step of work makes a new one.
"""

from variorum.review.carrying import Carried, Places, carried
from variorum.review.history import History
from variorum.review.model import (
    VERDICTS,
    Judgement,
    Remark,
    Review,
    Stray,
    Verdict,
)
from variorum.review.plain import ReviewError, from_plain, to_plain

__all__ = [
    "VERDICTS",
    "Carried",
    "History",
    "Judgement",
    "Places",
    "Remark",
    "Review",
    "ReviewError",
    "Stray",
    "Verdict",
    "carried",
    "from_plain",
    "to_plain",
]
