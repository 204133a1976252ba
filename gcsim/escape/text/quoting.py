"""Strings, runes and numbers as Go's ``strconv.Quote`` and ``fmt`` print them."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gcsim.escape.types.constants import Value

__all__ = ["number", "quoted", "rune"]

_ESCAPES = {7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
_ASCII = 0x80
_SHORT = 0x10000
_SURROGATES = range(0xDC80, 0xDD00)
"""What ``surrogateescape`` makes of bytes that are no UTF-8."""


def quoted(text: bytes) -> str:
    """Quote a string as ``strconv.Quote`` does: what cannot be printed is escaped, bytes that are no UTF-8 too."""
    return '"' + "".join(map(_escaped, text.decode(errors="surrogateescape"))) + '"'


def _escaped(character: str) -> str:
    code = ord(character)
    if code in _ESCAPES:
        return _ESCAPES[code]
    if code in _SURROGATES:
        return f"\\x{code - 0xDC00:02x}"
    if character == " " or (unicodedata.category(character)[0] in "LMNPS"):
        return character
    if code < _ASCII:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < _SHORT else f"\\U{code:08x}"


def rune(code: int) -> str:
    """Print an untyped rune as the compilers until 1.12 do (cmd/compile/internal/gc/fmt.go, ``Vconv``, at go1.7)."""
    if ord(" ") <= code < _ASCII and chr(code) not in "\\'":
        return f"'{chr(code)}'"
    if 0 <= code < _SHORT:
        return f"'\\u{code:04x}'"
    return f"'\\U{code:08x}'"


def number(value: Value) -> str:
    """Print an untyped number as the compilers until 1.12 do: integers in decimal, floats in six digits."""
    if isinstance(value, complex):
        return f"{_float(value.imag)}i" if value.real == 0 else f"({_float(value.real)}{_float(value.imag, '+')}i)"
    if isinstance(value, Fraction):
        return _float(value)
    return str(value)


def _float(value: Fraction | float, sign: str = "") -> str:
    try:
        return format(float(value), f"{sign}.6g")
    except OverflowError:
        return "+Inf" if value > 0 else "-Inf"
