"""What the engine may raise: EngineError and its children, nothing else for any text.

EngineError
├── Cancelled   the caller asked to stop
└── PinError    two of the reader's own decisions contradict each other
"""

from __future__ import annotations


class EngineError(Exception):
    """The parent of everything that the engine raises on purpose."""


class Cancelled(EngineError):  # noqa: N818 - the name is part of the contract
    """The caller's `cancelled()` returned true; there is no result."""


class PinError(EngineError):
    """Pins that cannot all be honoured; the message names the two that contradict each other."""
