"""Constants: their values and the arithmetic that the language defines on them, exact as long as they are untyped."""

from fractions import Fraction
from typing import TypeAlias

Value: TypeAlias = bool | int | Fraction | complex | bytes
"""A constant's value: integers and runes as `int`, floats exactly as `Fraction`, strings as the bytes of their UTF-8."""
