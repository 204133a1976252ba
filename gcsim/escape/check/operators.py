"""Unary and binary operations: the types of their operands, constant folding, sums of strings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.check.conversions import COMPARISONS, SHIFTS, assigned, defaulted, is_nil, settled
from gcsim.escape.check.describe import described
from gcsim.escape.check.dispatch import EXPRESSIONS, checks, single, type_of
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import BasicLiteral, Binary, Concat, Unary
from gcsim.escape.types import constants
from gcsim.escape.types.constants import INTEGER_RANGES, ConstantError, kind_of, represent
from gcsim.escape.types.model import INVALID, Type
from gcsim.escape.types.relations import assignable, comparable_, identical, is_untyped
from gcsim.escape.types.universe import BASIC, UNTYPED, is_invalid

if TYPE_CHECKING:
    from gcsim.escape.check.state import Environment
    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.types.constants import Value

__all__ = ["binary", "combined", "compared", "count_of", "literal", "unary"]

_INTEGERS: Final = frozenset({*INTEGER_RANGES, "untyped int", "untyped rune", "invalid"})
_NUMBERS: Final = _INTEGERS | {
    *("float32", "float64", "complex64", "complex128", "untyped float", "untyped complex"),
}
_ORDERED: Final = (_NUMBERS | {"string", "untyped string"}) - {"complex64", "complex128", "untyped complex"}
_BOOLEANS: Final = frozenset({"bool", "untyped bool", "invalid"})
_STRINGS: Final = frozenset({"string", "untyped string"})
_OPERANDS: Final = {
    "+": _NUMBERS | _STRINGS,
    **dict.fromkeys(("-", "*", "/"), _NUMBERS),
    **dict.fromkeys(("%", "&", "|", "^", "&^"), _INTEGERS),
    **dict.fromkeys(("&&", "||"), _BOOLEANS),
}
"""The kinds of types that each operator takes."""

_UNARY_OPERANDS: Final = {"+": _NUMBERS, "-": _NUMBERS, "^": _INTEGERS, "!": _BOOLEANS}

_LITERALS: Final = {
    "int": UNTYPED["untyped int"],
    "float": UNTYPED["untyped float"],
    "imaginary": UNTYPED["untyped complex"],
    "rune": UNTYPED["untyped rune"],
    "string": UNTYPED["untyped string"],
}


@checks(BasicLiteral, EXPRESSIONS)
def literal(_env: Environment, node: BasicLiteral) -> Expression:
    """Check a literal."""
    try:
        node.value = constants.literal(node.kind, node.text)
    except ConstantError as error:
        raise SourceError(node.position, str(error)) from None
    node.type = _LITERALS[node.kind]
    return node


@checks(Unary, EXPRESSIONS)
def unary(env: Environment, node: Unary) -> Expression:
    """Check ``+x -x !x ^x``."""
    node.operand = operand = single(env, node.operand)
    if kind_of(type_of(operand)) not in _UNARY_OPERANDS.get(node.operator, ()):
        raise SourceError(node.position, f"operator {node.operator} is not defined on {described(type_of(operand))}")
    node.type = operand.type
    if operand.value is not None:
        try:
            node.value = _held(node, constants.unary(node.operator, operand.value, type_of(operand)), type_of(operand))
        except ConstantError as error:
            raise SourceError(node.position, str(error)) from None
    return node


@checks(Binary, EXPRESSIONS)
def binary(env: Environment, node: Binary) -> Expression:
    """Check ``x op y``; a long sum leans to the left, and is gone down in a loop."""
    left = node.left
    if left.__class__ is not Binary:
        return combined(env, node, single(env, left), single(env, node.right))
    spine = [node]
    while type(left) is Binary:
        spine.append(left)
        left = left.left
    result = single(env, left)
    for part in reversed(spine):
        result = combined(env, part, result, single(env, part.right))
    return result


def combined(env: Environment, node: Binary, left: Expression, right: Expression) -> Expression:
    """Check a binary operation whose operands are checked already.

    Raises
    ------
    SourceError
        If they do not go together, or not with the operator.
    """
    operator = node.operator
    if operator in SHIFTS:
        return _shift(env, node, left, right)
    if operator in COMPARISONS:
        return _comparison(node, left, right)
    if left.type is not right.type:
        left, right = _matched(node, left, right)
    node.left, node.right = left, right
    type_ = _common(left, right)
    if env.iota is not None and INVALID in (left.type, right.type):  # a constant that is made of one that is wrong
        type_ = INVALID
    kind = kind_of(type_)
    if kind not in _OPERANDS.get(operator, ()):
        raise SourceError(node.position, f"operator {operator} is not defined on {described(type_)}")
    if left.value is not None and right.value is not None:
        _fold(node, left.value, right.value, type_)
    elif kind in _STRINGS:
        return _sum(node, left, right, type_)
    node.type = type_
    return node


def _common(left: Expression, right: Expression) -> Type:
    """Give the type of the result of two operands that go together."""
    if left.type is right.type:
        return type_of(left)
    if is_untyped(type_of(left)) and is_untyped(type_of(right)):
        kind = constants.untyped_result(type_of(left), type_of(right))
        return UNTYPED[kind] if kind is not None else INVALID
    return type_of(right) if type_of(left) is INVALID else type_of(left)


def _matched(node: Expression, left: Expression, right: Expression) -> tuple[Expression, Expression]:
    """Give two operands of different types as operands of one."""
    left_untyped, right_untyped = is_untyped(type_of(left)), is_untyped(type_of(right))
    if left_untyped and right_untyped:
        if constants.untyped_result(type_of(left), type_of(right)) is None:
            raise _mismatch(node, left, right)
        return left, right
    if left_untyped:
        return _beside(left, type_of(right)), right
    if right_untyped:
        return left, _beside(right, type_of(left))
    if (
        not identical(type_of(left), type_of(right))
        and not is_invalid(type_of(left))
        and not is_invalid(type_of(right))
    ):
        raise _mismatch(node, left, right)
    return left, right


def _beside(node: Expression, type_: Type) -> Expression:
    """Settle an untyped operand beside one of a type; what nothing is known of asks nothing."""
    if type_ is INVALID:
        return node if is_nil(node) else defaulted(node)
    return assigned(node, type_)


def _mismatch(node: Expression, left: Expression, right: Expression) -> SourceError:
    return SourceError(node.position, f"mismatched types {described(type_of(left))} and {described(type_of(right))}")


def _fold(node: Binary, left: Value, right: Value, type_: Type) -> None:
    try:
        node.value = _held(node, constants.binary(node.operator, left, right, type_), type_)
    except ConstantError as error:
        raise SourceError(node.position, str(error)) from None


def _held(node: Expression, value: Value, type_: Type) -> Value:
    """Give a constant's value as its type holds it; an untyped one is exact."""
    if is_untyped(type_):
        return value
    held = represent(value, type_)
    if held is None:
        raise SourceError(node.position, f"constant overflows {described(type_)}")
    return held


def _sum(node: Binary, left: Expression, right: Expression, type_: Type) -> Concat:
    """Flatten a sum of strings."""
    if type(left) is Concat:
        made = left
        made.position = node.position
    else:
        made = Concat(node.position, [left])
    if type(right) is Concat:
        made.operands.extend(right.operands)
    else:
        made.operands.append(right)
    made.type = type_
    return made


# -------------------------------------------------------------------------------------------------- comparisons


def _comparison(node: Binary, left: Expression, right: Expression) -> Expression:
    if left.type is not right.type or is_nil(left):
        left, right = compared(node, left, right)
    node.left, node.right = left, right
    node.type = UNTYPED["untyped bool"]
    if left.value is not None and right.value is not None:
        try:
            node.value = constants.compare(node.operator, left.value, right.value)
        except ConstantError as error:
            raise SourceError(node.position, str(error)) from None
        return node
    _check_comparable(node, left, right)
    node.left, node.right = _unless_nil(left), _unless_nil(right)
    return node


def _unless_nil(node: Expression) -> Expression:
    return node if is_nil(node) else defaulted(node)


def _check_comparable(node: Binary, left: Expression, right: Expression) -> None:
    type_ = _common(left, right)
    if node.operator not in ("==", "!="):
        if kind_of(type_) not in _ORDERED:
            raise SourceError(node.position, f"operator {node.operator} is not defined on {described(type_)}")
    elif not (comparable_(type_) or is_nil(left) or is_nil(right)):
        raise SourceError(node.position, f"values of type {described(type_)} cannot be compared")


def compared(node: Expression, left: Expression, right: Expression) -> tuple[Expression, Expression]:
    """Give the operands of a comparison as values of one type.

    A concrete one beside an interface is converted to it.

    Raises
    ------
    SourceError
        If neither can be assigned to the other's type.
    """
    if is_nil(left) and is_nil(right):
        raise SourceError(node.position, "nil is compared with nil")
    if is_untyped(type_of(left)) or is_untyped(type_of(right)) or identical(type_of(left), type_of(right)):
        return _matched(node, left, right)
    if assignable(type_of(left), type_of(right)):
        return assigned(left, type_of(right)), right
    if assignable(type_of(right), type_of(left)):
        return left, assigned(right, type_of(left))
    raise _mismatch(node, left, right)


# ------------------------------------------------------------------------------------------------------- shifts


def _shift(env: Environment, node: Binary, left: Expression, right: Expression) -> Expression:
    node.left, node.right = left, count_of(env, right)
    type_: Type = type_of(left)
    if left.value is not None and is_untyped(type_):
        if represent(left.value, UNTYPED["untyped int"]) is None:
            raise SourceError(node.position, "shift of a constant that is not an integer")
        if kind_of(type_) not in _INTEGERS:
            type_ = UNTYPED["untyped int"]
    elif kind_of(type_) not in _INTEGERS:
        raise SourceError(node.position, f"shift of a value of type {described(type_)}")
    node.type = type_
    if left.value is not None and node.right.value is not None:
        try:
            node.value = _held(node, constants.shift(node.operator, left.value, node.right.value), type_)
        except ConstantError as error:
            raise SourceError(node.position, str(error)) from None
    return node


def count_of(_env: Environment, node: Expression) -> Expression:
    """Give the right operand of a shift, checked already, its type settled.

    Raises
    ------
    SourceError
        If it is no integer.
    """
    if is_untyped(type_of(node)):
        return node if is_nil(node) else settled(node, BASIC["uint"])
    if kind_of(type_of(node)) not in _INTEGERS:
        raise SourceError(node.position, f"a shift count of type {described(type_of(node))}")
    return node
