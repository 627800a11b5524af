"""Comparison -> HTML, JSON, text; and the view model that the window shares. No Qt."""
