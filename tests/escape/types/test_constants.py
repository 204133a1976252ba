from collections.abc import Callable
from fractions import Fraction

import pytest

from gcsim.escape.types.constants import (
    ConstantError,
    LiteralKind,
    Value,
    binary,
    compare,
    convert,
    imaginary_part,
    literal,
    make_complex,
    real_part,
    represent,
    shift,
    unary,
    untyped_result,
)
from gcsim.escape.types.model import INVALID, Interface, Named, Slice
from gcsim.escape.types.universe import BASIC, UNTYPED

YES: Value = True
NO: Value = False
INT, RUNE, FLOAT, COMPLEX, STRING, BOOL = (
    UNTYPED[f"untyped {kind}"] for kind in ("int", "rune", "float", "complex", "string", "bool")
)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("int", "0", 0),
        ("int", "1_000", 1000),
        ("int", "0x_Ff", 255),
        ("int", "0b101", 5),
        ("int", "0o17", 15),
        ("int", "017", 15),
        ("float", "1.5", Fraction(3, 2)),
        ("float", ".25e2", 25),
        ("float", "1e3", 1000),
        ("float", "6.02_2e-1", Fraction(6022, 10_000)),
        ("float", "0x1p-2", Fraction(1, 4)),
        ("float", "0x1.8p1", 3),
        ("imaginary", "2i", 2j),
        ("imaginary", "010i", 10j),
        ("imaginary", "1.5i", 1.5j),
        ("imaginary", "0x10i", 16j),
        ("imaginary", "1e2i", 100j),
        ("rune", "'x'", 120),
        ("rune", "'\\n'", 10),
        ("rune", "'\\''", 39),
        ("rune", "'\\xff'", 255),
        ("rune", "'\\101'", 65),
        ("rune", "'\\u00e4'", 0xE4),
        ("rune", "'\\U0001F600'", 0x1F600),
        ("rune", "'世'", 0x4E16),
        ("string", '"plain"', b"plain"),
        ("string", '"a\\tb\\"\\\\"', b'a\tb"\\'),
        ("string", '"\\xff\\377\\u00e4世"', b"\xff\xff" + "ä世".encode()),
        ("string", "`a\\n\r\nb`", b"a\\n\nb"),
    ],
)
def test_a_literal_has_the_value_that_the_language_gives_it(kind: LiteralKind, text: str, value: Value) -> None:
    found = literal(kind, text)
    assert found == value
    assert isinstance(found, Fraction) == (kind == "float")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("int", "0x" + "f" * 129),
        ("int", "1" * 1000),
        ("int", "08"),
        ("int", "0b2"),
        ("float", "1e1000000000"),
        ("float", "1e"),
        ("imaginary", "1e999i"),
        ("rune", "''"),
        ("rune", "'\\q'"),
        ("rune", "'\\ud800'"),
        ("rune", "'\\U00110000'"),
        ("rune", "'\\xf'"),
        ("string", '"\\q"'),
    ],
)
def test_text_that_is_no_literal_of_its_kind_is_refused_with_one_message(kind: LiteralKind, text: str) -> None:
    with pytest.raises(ConstantError):
        literal(kind, text)


@pytest.mark.parametrize(
    ("left", "operator", "right", "type_", "value"),
    [
        (7, "/", 2, INT, 3),
        (-7, "/", 2, INT, -3),
        (7, "%", -2, INT, 1),
        (-7, "%", 2, INT, -1),
        (7, "/", 2, FLOAT, Fraction(7, 2)),
        (7, "/", 2, BASIC["float64"], Fraction(7, 2)),
        (6, "&^", 2, INT, 4),
        (6, "^", 3, BASIC["uint8"], 5),
        (6, "&", 3, RUNE, 2),
        (6, "|", 1, INT, 7),
        (1 << 500, "-", 1, INT, (1 << 500) - 1),
        (Fraction(1, 3), "*", 3, FLOAT, 1),
        (1, "+", 2j, COMPLEX, 1 + 2j),
        (b"a", "+", b"b", STRING, b"ab"),
        (True, "&&", False, BOOL, False),
        (True, "||", False, BOOL, True),
    ],
)
def test_arithmetic_is_exact_and_divides_as_the_type_says(
    left: Value, operator: str, right: Value, type_: Named, value: Value
) -> None:
    assert binary(operator, left, right, type_) == value


REFUSED: list[tuple[Callable[..., Value], tuple[object, ...], str]] = [
    (binary, ("/", 1, 0, INT), "division by zero"),
    (binary, ("%", 1, 0, INT), "division by zero"),
    (binary, ("/", 1, Fraction(0), FLOAT), "division by zero"),
    (binary, ("/", 1j, 0, COMPLEX), "division by zero"),
    (binary, ("*", 1 << 300, 1 << 300, INT), "overflow"),
    (binary, ("*", 1e300 + 0j, 1e300 * 1e300 + 0j, COMPLEX), "overflow"),
    (binary, ("*", Fraction(1 << 4000), 1j, COMPLEX), "overflow"),
    (binary, ("%", Fraction(1, 2), 1, FLOAT), "not defined"),
    (binary, ("-", b"a", b"b", STRING), "not defined"),
    (binary, ("+", True, True, BOOL), "not defined"),
    (binary, ("&", Fraction(1, 2), 1, INT), "not defined"),
    (unary, ("!", 1, INT), "not defined"),
    (unary, ("-", b"", STRING), "not defined"),
    (unary, ("-", True, BOOL), "not defined"),
    (unary, ("^", Fraction(1, 2), FLOAT), "not defined"),
    (compare, ("<", True, False), "not defined"),
    (compare, ("<", 1j, 2j), "not defined"),
    (compare, ("==", b"1", 1), "not defined"),
    (shift, ("<<", Fraction(1, 2), 1), "not an integer"),
    (shift, ("<<", 1, b"1"), "not an integer"),
    (shift, ("<<", 1, -1), "negative"),
    (shift, ("<<", 1, 2000), "too large"),
    (shift, ("<<", 1, 600), "overflow"),
    (make_complex, (b"", 1), "no real number"),
    (make_complex, (Fraction(1 << 4000), 1), "overflow"),
]


@pytest.mark.parametrize(
    ("compute", "operands", "what"),
    REFUSED,
    ids=[f"{compute.__name__}-{index}" for index, (compute, _, _) in enumerate(REFUSED)],
)
def test_what_has_no_value_says_why(compute: Callable[..., Value], operands: tuple[object, ...], what: str) -> None:
    with pytest.raises(ConstantError, match=what):
        compute(*operands)


@pytest.mark.parametrize(
    ("operator", "operand", "type_", "value"),
    [
        ("-", 3, INT, -3),
        ("+", Fraction(1, 2), FLOAT, Fraction(1, 2)),
        ("-", 1j, COMPLEX, -1j),
        ("^", 3, INT, -4),
        ("^", 3, BASIC["int8"], -4),
        ("^", 3, BASIC["byte"], 252),
        ("!", True, BOOL, False),
    ],
)
def test_one_operand_is_computed_in_its_type(operator: str, operand: Value, type_: Named, value: Value) -> None:
    assert unary(operator, operand, type_) == value


def test_shifts_take_whole_numbers_of_any_kind() -> None:
    assert (shift("<<", Fraction(3), 2), shift(">>", -5, 1), shift(">>", 1, 10**9), shift("<<", 2 + 0j, 3)) == (
        12,
        -3,
        0,
        16,
    )


def test_constants_are_compared_by_value_whatever_their_kind() -> None:
    assert compare("==", 2, Fraction(2))
    assert compare("!=", 2 + 1j, 2)
    assert compare("<", b"a", b"b")
    assert compare(">=", Fraction(1, 2), 0)
    assert not compare("==", YES, NO)
    assert not compare("<=", 2, 1)
    assert not compare(">", 1, 1)


@pytest.mark.parametrize(
    ("value", "name", "represented"),
    [
        (255, "uint8", 255),
        (256, "uint8", None),
        (-1, "uint", None),
        (-128, "int8", -128),
        ((1 << 63) - 1, "int", (1 << 63) - 1),
        (1 << 63, "int", None),
        (Fraction(4, 2), "int", 2),
        (Fraction(1, 2), "int", None),
        (3 + 0j, "int", 3),
        (3.5 + 0j, "int", None),
        (3 + 1j, "int", None),
        (1, "float64", Fraction(1)),
        (Fraction(1, 10), "float64", Fraction(0.1)),
        (Fraction(1, 10), "float32", Fraction(13421773, 134217728)),
        (2**24 + 1, "float32", 2**24),
        (Fraction(2) ** -149, "float32", Fraction(2) ** -149),
        (Fraction(2) ** -151, "float32", 0),
        (0, "float32", 0),
        (Fraction(2) ** 128, "float32", None),
        (Fraction(2) ** 1024, "float64", None),
        (1.5 + 0j, "float64", Fraction(3, 2)),
        (1j, "float64", None),
        (2, "complex128", 2 + 0j),
        (0.1 + 0j, "complex64", 0.10000000149011612 + 0j),
        (1e300 + 0j, "complex64", None),
        (Fraction(1 << 4000), "complex128", None),
        (b"x", "string", b"x"),
        (b"x", "int", None),
        (1, "string", None),
        (True, "bool", True),
        (True, "int", None),
        (1, "bool", None),
    ],
)
def test_a_constant_is_represented_in_a_type_exactly_or_rounded_or_not_at_all(
    value: Value, name: str, represented: Value | None
) -> None:
    found = represent(value, BASIC[name])
    assert found == represented
    assert type(found) is type(represented) or represented in (0, 2**24)


def test_constants_fit_named_types_and_the_invalid_one_but_no_composed_ones() -> None:
    celsius = Named("Celsius", "p", underlying=BASIC["int8"])
    assert represent(100, celsius) == 100
    assert represent(1000, celsius) is None
    assert represent(b"any", INVALID) == b"any"
    assert represent(1, Slice(INT)) is None
    assert represent(1, Interface([])) is None
    assert represent(Fraction(1, 3), FLOAT) == Fraction(1, 3)
    assert represent(1 << 400, INT) == 1 << 400


def test_an_integer_converts_to_the_string_of_its_rune() -> None:
    assert convert(0x4E16, BASIC["string"]) == "世".encode()
    assert convert(-1, BASIC["string"]) == convert(0xD800, BASIC["string"]) == "\ufffd".encode()
    assert convert(Fraction(65), BASIC["string"]) is None
    assert convert(YES, BASIC["string"]) is None
    assert convert(Fraction(2), BASIC["int"]) == 2


def test_long_floats_are_rounded_to_512_bits_instead_of_growing_for_ever() -> None:
    third = Fraction(1, 3)
    value: Value = third
    for _ in range(5000):
        value = binary("*", value, third, FLOAT)
    assert isinstance(value, Fraction)
    assert value.numerator.bit_length() <= 513
    assert abs(value / Fraction(1, 3**5001) - 1) < Fraction(1, 2**490)


def test_a_float_beyond_all_bounds_is_an_error() -> None:
    value: Value = Fraction(10**4000)
    for _ in range(2):
        value = binary("*", value, value, FLOAT)
    with pytest.raises(ConstantError, match="excessively"):
        binary("*", value, value, FLOAT)


def test_untyped_operands_give_the_later_of_their_kinds() -> None:
    assert untyped_result(INT, RUNE) == "untyped rune"
    assert untyped_result(FLOAT, INT) == "untyped float"
    assert untyped_result(COMPLEX, FLOAT) == "untyped complex"
    assert untyped_result(STRING, STRING) == "untyped string"
    assert untyped_result(STRING, INT) is None


def test_a_complex_number_comes_apart_and_together_again() -> None:
    value = make_complex(1, Fraction(1, 2))
    assert [real_part(value), imaginary_part(value)] == [Fraction(1), Fraction(1, 2)]
    assert [real_part(2), imaginary_part(2), real_part(b"")] == [Fraction(2), Fraction(0), Fraction(0)]
