"""The two facing panes: what the reader looks at. See `comparison_view` for the way in."""

from variorum.window.view.comparison_view import ComparisonView
from variorum.window.view.heads import Head

__all__ = ["ComparisonView", "Head"]
