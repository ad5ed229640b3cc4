"""Checks of what came in."""
