"""Escape analysis of Go 1.13 and later, as 1.19 does it: locations, and flows that count dereferences."""

from gcsim.escape.from_1_13.analysis import escapes

__all__ = ["escapes"]
