"""The escape analysis of the compilers of 1.4 to 1.8: flow edges on the syntax tree, walked from what escapes."""

from gcsim.escape.before_1_13.analysis import escapes

__all__ = ["escapes"]
