"""Constants: their values and the arithmetic that the language defines on them, exact as long as they are untyped.

A value alone does not say of what kind it is: ``2`` may be an integer, a rune or a float. So whatever depends on the
kind takes the type too, typed or untyped. Integers beyond 512 bits, and shifts beyond 1074 places, are errors as they
are in Go's compiler (go/types/expr.go, ``overflow`` and ``shift``, at go1.19); floats are exact up to 4096 bits and
are then rounded to 512, as go/constant (value.go, ``maxExp`` and ``prec``, at go1.19) does.
"""

from __future__ import annotations

import cmath
import operator
import re
import struct
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from gcsim.escape.types.model import Basic, Type, underlying

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "INTEGER_RANGES",
    "ConstantError",
    "LiteralKind",
    "Value",
    "binary",
    "compare",
    "convert",
    "imaginary_part",
    "kind_of",
    "literal",
    "make_complex",
    "real_part",
    "represent",
    "shift",
    "unary",
    "untyped_result",
]

Value: TypeAlias = bool | int | Fraction | complex | bytes
"""A constant's value: integers and runes as `int`, floats exactly as `Fraction`, strings as bytes of UTF-8."""

LiteralKind: TypeAlias = Literal["int", "float", "imaginary", "rune", "string"]
"""The kinds of `gcsim.escape.syntax.nodes.BasicLiteral`."""

INTEGER_BITS: Final = 512
"""Bits that an untyped integer may have (go/types/expr.go, ``overflow``, at go1.19)."""

SHIFT_LIMIT: Final = 1023 - 1 + 52
"""The greatest shift of an untyped constant (go/types/expr.go, ``shiftBound``, at go1.19)."""

EXACT_BITS: Final = 4096
"""Bits of numerator or denominator up to which a float is exact (go/constant/value.go, ``maxExp``, at go1.19)."""

ROUNDED_BITS: Final = 512
"""Bits that a float keeps beyond that (go/constant/value.go, ``prec``, at go1.19)."""

EXPONENT_LIMIT: Final = 20_000
"""Decimal or binary exponents of literals beyond this are an error: no type could hold the value."""

INTEGER_RANGES: Final[Mapping[str, tuple[int, int]]] = {
    **{f"int{bits}": (-(1 << bits - 1), (1 << bits - 1) - 1) for bits in (8, 16, 32, 64)},
    **{f"uint{bits}": (0, (1 << bits) - 1) for bits in (8, 16, 32, 64)},
    "int": (-(1 << 63), (1 << 63) - 1),
    "uint": (0, (1 << 64) - 1),
    "uintptr": (0, (1 << 64) - 1),
}
"""The least and the greatest value of each integer kind, on amd64."""

UNTYPED_NUMBERS: Final = ("untyped int", "untyped rune", "untyped float", "untyped complex")
"""The kinds of untyped numbers; of two operands the result has the later one."""

_INTEGER_KINDS: Final = frozenset({*INTEGER_RANGES, "untyped int", "untyped rune"})
_FLOAT_KINDS: Final = frozenset({"float32", "float64", "untyped float"})
_COMPLEX_KINDS: Final = frozenset({"complex64", "complex128", "untyped complex"})
_BOOLEAN_KINDS: Final = frozenset({"bool", "untyped bool"})
_STRING_KINDS: Final = frozenset({"string", "untyped string"})
_FLOAT32_BITS = 24
_FLOAT32_LEAST_EXPONENT = -149
_FLOAT32_GREATEST = (2**_FLOAT32_BITS - 1) * 2**104
_LAST_RUNE = 0x10FFFF
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}".encode()
_SURROGATES = range(0xD800, 0xE000)


class ConstantError(ValueError):
    """What is asked of a constant cannot be done; the text says why, without a position."""


# ---------------------------------------------------------------------------------------------------- literals


def literal(kind: LiteralKind, text: str) -> Value:
    """Give the value of a literal as written.

    Raises
    ------
    ConstantError
        For text that is no such literal, or a number that is out of all bounds.
    """
    try:
        return _LITERALS[kind](text)
    except (ValueError, ZeroDivisionError, OverflowError) as error:
        if isinstance(error, ConstantError):
            raise
        raise ConstantError(f"invalid literal {text[:40]}") from None


def _integer(text: str) -> int:
    digits = text.replace("_", "")
    if len(digits) > INTEGER_BITS + 2:  # even in base 2 it has more bits than are allowed
        raise ConstantError("integer constant overflow")
    if len(digits) > 1 and digits[0] == "0" and digits[1].isdigit():
        return int(digits, 8)
    return _bounded(int(digits, 0))


def _float(text: str) -> Fraction:
    digits = text.replace("_", "").lower()
    hexadecimal = digits.startswith("0x")
    mantissa, mark, exponent = digits.removeprefix("0x").partition("p" if hexadecimal else "e")
    power = int(exponent) if mark else 0
    if abs(power) > EXPONENT_LIMIT or len(mantissa) > EXPONENT_LIMIT:
        raise ConstantError("excessively large or small constant")
    whole, _, fraction = mantissa.partition(".")
    base = 16 if hexadecimal else 10
    value = Fraction(int(whole + fraction or "0", base), base ** len(fraction))
    return _rounded(value * Fraction(2 if hexadecimal else 10) ** power)


def _imaginary(text: str) -> complex:
    digits = text[:-1]
    plain = digits.replace("_", "")
    if plain.isdigit():  # a leading 0 of an imaginary literal does not make it octal
        return complex(0, float(int(plain)))
    is_float = "." in plain or ("e" in plain.lower() and not plain.lower().startswith("0x")) or "p" in plain.lower()
    return complex(0, float(_float(digits) if is_float else _integer(digits)))


_ESCAPES: Final = re.compile(
    r"\\(?:([abfnrtv\\'\"])|x([0-9a-fA-F]{2})|([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))|(\\)", re.DOTALL
)
_SIMPLE: Final = dict(zip("abfnrtv\\'\"", b"\a\b\f\n\r\t\v\\'\"", strict=True))


def _unescaped(match: re.Match[str]) -> tuple[int, bool]:
    """Give what an escape stands for, and whether that is a rune (else a byte)."""
    simple, hexadecimal, octal, short, long, stray = match.groups()
    if stray:
        raise ConstantError("unknown escape")
    if simple:
        return _SIMPLE[simple], False
    if hexadecimal:
        return int(hexadecimal, 16), False
    if octal:
        return int(octal, 8), False
    rune = int(short or long, 16)
    if rune > _LAST_RUNE or rune in _SURROGATES:
        raise ConstantError("escape is invalid Unicode code point")
    return rune, True


def _rune(text: str) -> int:
    body = text[1:-1]
    if len(body) == 1:
        return ord(body)
    match = _ESCAPES.fullmatch(body)
    if match is None:
        raise ConstantError(f"invalid literal {text[:40]}")
    return _unescaped(match)[0]


def _string(text: str) -> bytes:
    body = text[1:-1]
    if text[0] == "`":
        return body.replace("\r", "").encode()
    if "\\" not in body:
        return body.encode()
    parts: list[bytes] = []
    last = 0
    for match in _ESCAPES.finditer(body):
        parts.append(body[last : match.start()].encode())
        code, is_rune = _unescaped(match)
        parts.append(chr(code).encode() if is_rune else (code & 255).to_bytes(1))
        last = match.end()
    parts.append(body[last:].encode())
    return b"".join(parts)


_LITERALS: Final[Mapping[str, Callable[[str], Value]]] = {
    "int": _integer,
    "float": _float,
    "imaginary": _imaginary,
    "rune": _rune,
    "string": _string,
}


# -------------------------------------------------------------------------------------------------- arithmetic


def kind_of(type_: Type) -> str:
    """Give the kind of the basic type under a type, ``""`` for any other."""
    basic = underlying(type_)
    return basic.kind if type(basic) is Basic else ""


def unary(operator_: str, operand: Value, type_: Type) -> Value:
    """Compute ``+x -x !x ^x`` of a constant of a type; the result still has to be represented in the type.

    Raises
    ------
    ConstantError
        If the operator is none of the operand's kind.
    """
    if operator_ == "!":
        if isinstance(operand, bool):
            return not operand
    elif isinstance(operand, bool | bytes):
        pass
    elif operator_ == "+":
        return operand
    elif operator_ == "-":
        return -operand
    elif operator_ == "^" and isinstance(operand, int):
        least, greatest = INTEGER_RANGES.get(kind_of(type_), (-1, 0))
        return operand ^ greatest if least == 0 else ~operand
    raise ConstantError(f"operator {operator_} not defined on this constant")


def binary(operator_: str, left: Value, right: Value, type_: Type) -> Value:
    """Compute ``left op right`` of two constants of one type, which says whether ``/`` is a division of integers.

    Arithmetic (``+ - * / %``), bits (``& | ^ &^``), ``&& ||`` and the sum of strings; see `compare` and `shift` for
    the others. The result still has to be represented in the type: ``represent(binary(…), type)``.

    Raises
    ------
    ConstantError
        For a division by zero, an overflow, or an operator that is none of the operands' kind.
    """
    if isinstance(left, bytes) or isinstance(right, bytes):
        if isinstance(left, bytes) and isinstance(right, bytes) and operator_ == "+":
            return left + right
    elif isinstance(left, bool) or isinstance(right, bool):
        if isinstance(left, bool) and isinstance(right, bool) and operator_ in _LOGICAL:
            return _LOGICAL[operator_](left, right)
    elif kind_of(type_) in _INTEGER_KINDS:
        whole_left, whole_right = _whole(left), _whole(right)
        if whole_left is not None and whole_right is not None and operator_ in _INTEGER_OPERATIONS:
            return _bounded(_INTEGER_OPERATIONS[operator_](whole_left, whole_right))
    elif operator_ in _NUMBER_OPERATIONS:
        return _number(operator_, left, right)
    raise ConstantError(f"operator {operator_} not defined on these constants")


def _number(operator_: str, left: complex | Fraction, right: complex | Fraction) -> Value:
    if operator_ == "/" and not right:
        raise ConstantError("division by zero")
    if isinstance(left, complex) or isinstance(right, complex):
        try:
            value = complex(_NUMBER_OPERATIONS[operator_](complex(left), complex(right)))
        except OverflowError:
            value = complex("inf")
        if not cmath.isfinite(value):
            raise ConstantError("constant overflow")
        return value
    return _rounded(_NUMBER_OPERATIONS[operator_](Fraction(left), Fraction(right)))


def _quotient(left: int, right: int) -> int:
    if not right:
        raise ConstantError("division by zero")
    quotient = abs(left) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient


_LOGICAL: Final[Mapping[str, Callable[[bool, bool], bool]]] = {"&&": operator.and_, "||": operator.or_}
_NUMBER_OPERATIONS: Final[Mapping[str, Callable[..., Any]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
_INTEGER_OPERATIONS: Final[Mapping[str, Callable[[int, int], int]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _quotient,
    "%": lambda left, right: left - right * _quotient(left, right),
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "&^": lambda left, right: left & ~right,
}
_COMPARISONS: Final[Mapping[str, Callable[..., bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def shift(operator_: str, left: Value, count: Value) -> int:
    """Compute ``left << count`` or ``left >> count``; ``left`` may be a float or complex that is whole.

    Raises
    ------
    ConstantError
        If an operand is not whole, the count is negative, or a left shift goes beyond the bounds.
    """
    whole, places = _whole(left), _whole(count)
    if whole is None or places is None:
        raise ConstantError("shift of a constant that is not an integer")
    if places < 0:
        raise ConstantError("negative shift count")
    if operator_ == ">>":
        return whole >> min(places, INTEGER_BITS + 1)
    if places > SHIFT_LIMIT:
        raise ConstantError("invalid shift count: too large")
    return _bounded(whole << places)


def compare(operator_: str, left: Value, right: Value) -> bool:
    """Compare two constants by ``== != < <= > >=``.

    Raises
    ------
    ConstantError
        If constants of these kinds cannot be compared so.
    """
    ordered = operator_ not in ("==", "!=")
    groups = {bool if type(value) is bool else bytes if type(value) is bytes else int for value in (left, right)}
    if len(groups) > 1 or (ordered and (bool in groups or complex in {type(left), type(right)})):
        raise ConstantError(f"operator {operator_} not defined on these constants")
    return _COMPARISONS[operator_](left, right)


def untyped_result(left: Type, right: Type) -> str | None:
    """Give the kind of the result of an operation on two untyped constants, None where they do not mix."""
    kinds = kind_of(left), kind_of(right)
    if kinds[0] == kinds[1]:
        return kinds[0]
    if all(kind in UNTYPED_NUMBERS for kind in kinds):
        return max(kinds, key=UNTYPED_NUMBERS.index)
    return None


# ---------------------------------------------------------------------------------------------- representation


def represent(value: Value, type_: Type) -> Value | None:
    """Give a constant's value as a value of a basic type, or None where the type cannot hold it.

    A float that is whole becomes an `int` in an integer type, an integer a `Fraction` in a float type; what a typed
    float cannot hold exactly is rounded. The type ``invalid`` holds everything. Types that are not basic, and
    ``nil``'s, hold no constant.
    """
    kind = kind_of(type_)
    if kind == "invalid":
        return value
    if isinstance(value, bool | bytes):
        return value if kind in (_BOOLEAN_KINDS if isinstance(value, bool) else _STRING_KINDS) else None
    return _number_in(value, kind)


def _number_in(value: complex | Fraction, kind: str) -> Value | None:
    """Give a number in a kind of number, None where it does not fit."""
    if kind in _INTEGER_KINDS:
        whole = _whole(value)
        bounds = INTEGER_RANGES.get(kind)
        return whole if whole is not None and (bounds is None or bounds[0] <= whole <= bounds[1]) else None
    if kind in _FLOAT_KINDS:
        if isinstance(value, complex):
            return None if value.imag else _real(value.real, kind)
        return _real(value, kind)
    if kind in _COMPLEX_KINDS:
        return _complex(value, kind)
    return None


def convert(value: Value, type_: Type) -> Value | None:
    """Give the value of the constant conversion ``T(value)`` to a basic type, or None where it is none.

    As `represent`, and an integer becomes the string of its rune. A conversion of a constant to another type (of a
    string to ``[]byte``, of anything to an interface) is allowed or not, but no constant.
    """
    if kind_of(type_) == "string" and isinstance(value, int) and not isinstance(value, bool):
        valid = 0 <= value <= _LAST_RUNE and value not in _SURROGATES
        return chr(value).encode() if valid else _REPLACEMENT
    return represent(value, type_)


def real_part(value: Value) -> Fraction:
    """Give the real part of a number, as ``real`` does; 0 of what is no number."""
    return Fraction(value.real) if isinstance(value, int | Fraction | complex) else Fraction(0)


def imaginary_part(value: Value) -> Fraction:
    """Give the imaginary part of a number, as ``imag`` does; 0 of what is no number."""
    return Fraction(value.imag) if isinstance(value, complex) else Fraction(0)


def make_complex(real: Value, imaginary: Value) -> complex:
    """Put a complex number together, as ``complex`` does.

    Raises
    ------
    ConstantError
        If a part is no real number, or too large.
    """
    if isinstance(real, int | Fraction) and isinstance(imaginary, int | Fraction):
        try:
            return complex(float(real), float(imaginary))
        except OverflowError:
            raise ConstantError("constant overflow") from None
    raise ConstantError("a part of a complex constant is no real number")


def _whole(value: Value) -> int | None:
    """Give a number as an integer where it is whole; None else, and of what is no number."""
    if isinstance(value, bool | bytes):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, complex):
        return int(value.real) if not value.imag and value.real.is_integer() else None
    return value.numerator if value.denominator == 1 else None


def _real(value: float | Fraction, kind: str) -> Fraction | None:
    try:
        if kind == "untyped float":
            return Fraction(value)
        if kind == "float64":
            return Fraction(float(value))
    except OverflowError:
        return None
    return _single(Fraction(value))


def _single(value: Fraction) -> Fraction | None:
    """Round to float32, to even; None beyond its range."""
    if not value:
        return value
    exponent = abs(value.numerator).bit_length() - value.denominator.bit_length() - _FLOAT32_BITS
    unit = Fraction(2) ** max(exponent, _FLOAT32_LEAST_EXPONENT)
    if abs(value) >= unit * 2**_FLOAT32_BITS:
        unit *= 2
    rounded = Fraction(round(value / unit)) * unit
    return rounded if abs(rounded) <= _FLOAT32_GREATEST else None


def _complex(value: complex | Fraction, kind: str) -> complex | None:
    try:
        number = complex(value)
        if kind == "complex64":
            return complex(*(struct.unpack("<f", struct.pack("<f", part))[0] for part in (number.real, number.imag)))
    except OverflowError:
        return None
    return number


def _bounded(value: int) -> int:
    if value.bit_length() > INTEGER_BITS:
        raise ConstantError("integer constant overflow")
    return value


def _rounded(value: Fraction) -> Fraction:
    size = max(value.numerator.bit_length(), value.denominator.bit_length())
    if size <= EXACT_BITS:
        return value
    exponent = abs(value.numerator).bit_length() - value.denominator.bit_length() - ROUNDED_BITS
    if abs(exponent) > EXPONENT_LIMIT * 4:
        raise ConstantError("excessively large or small constant")
    unit = Fraction(2) ** exponent
    return Fraction(round(value / unit)) * unit
