"""Assignments that store nothing into an object that was not there before, and are passed over.

Learnt from golang/go src/cmd/compile/internal/escape/utils.go:12 and ir/expr.go:918 (``SameSafeExpr``) at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.syntax.nodes import (
    AddressOf,
    Binary,
    Builtin,
    Convert,
    Dereference,
    FieldOf,
    Index,
    Name,
    SliceOf,
    Unary,
)
from gcsim.escape.types.model import Basic, Interface, Map, Variable, underlying
from gcsim.escape.types.relations import identical

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.syntax.nodes import Expression

__all__ = ["is_self_assignment", "may_affect_memory", "same_safe"]


def is_self_assignment(target: Expression, value: Expression) -> bool:
    """Say whether ``target = value`` leaves the object with what it held: ``b.buf = b.buf[n:m]``, ``v.x = v.y``."""
    if _reslices_itself(target, value):
        return True
    if value.value is not None:
        return False
    if type(target) is FieldOf and type(value) is FieldOf:
        return target.through_pointer == value.through_pointer and same_safe(target.operand, value.operand)
    if type(target) is Index and type(value) is Index:
        if _is_map(target) or _is_map(value) or may_affect_memory(target.index) or may_affect_memory(value.index):
            return False
        return target.through_pointer == value.through_pointer and same_safe(target.operand, value.operand)
    return False


def _is_map(node: Index) -> bool:
    return node.operand.type is not None and type(underlying(node.operand.type)) is Map


def _pointed(node: Expression) -> Variable | None:
    """Give the variable whose pointer an expression follows by one step, if it is one."""
    if type(node) is Dereference or (type(node) is FieldOf and node.through_pointer):
        base = node.operand
        if type(base) is Name and type(base.object) is Variable:
            return base.object
    return None


def _reslices_itself(target: Expression, value: Expression) -> bool:
    if type(value) is not SliceOf or type(value.operand) is AddressOf:
        return False
    base = value.operand
    variable = _pointed(target)
    if variable is None:
        return False
    return _pointed(base) is variable


def same_safe(left: Expression, right: Expression) -> bool:
    """Say whether two expressions are the same, without effects, and never give distinct copies."""
    left, right = _bare(left), _bare(right)
    if left.value is not None or right.value is not None:
        return left.value is not None and right.value is not None and left.value == right.value
    rule = _SAME.get(type(left))
    if rule is None or type(left) is not type(right) or left.type is None or right.type is None:
        return False
    return identical(left.type, right.type) and rule(left, right)


def _same_field(left: FieldOf, right: FieldOf) -> bool:
    same = left.field is right.field and left.through_pointer == right.through_pointer
    return same and same_safe(left.operand, right.operand)


def _same_conversion(left: Convert, right: Convert) -> bool:
    is_simple = left.type is not None and type(underlying(left.type)) is Basic
    return is_simple and same_safe(left.operand, right.operand)


def _same_binary(left: Binary, right: Binary) -> bool:
    same = left.operator == right.operator and left.operator in _ARITHMETIC
    return same and same_safe(left.left, right.left) and same_safe(left.right, right.right)


def _bare(node: Expression) -> Expression:
    """Take conversions off that change nothing: between types of one underlying type."""
    while (
        type(node) is Convert
        and node.value is None
        and node.type is not None
        and node.operand.type is not None
        and type(underlying(node.type)) is not Interface
        and identical(underlying(node.type), underlying(node.operand.type))
    ):
        node = node.operand
    return node


def may_affect_memory(node: Expression) -> bool:
    """Say whether evaluating an expression may change what the program's memory holds."""
    if node.value is not None:
        return False
    rule = _AFFECTS.get(type(node))
    return rule is None or rule(node)


def _affects_binary(node: Binary) -> bool:
    return node.operator not in _ARITHMETIC or may_affect_memory(node.left) or may_affect_memory(node.right)


def _affects_index(node: Index) -> bool:
    return _is_map(node) or may_affect_memory(node.operand) or may_affect_memory(node.index)


def _affects_builtin(node: Builtin) -> bool:
    return node.name not in ("len", "cap") or may_affect_memory(node.arguments[0])


def _affects_operand(node: Convert | Unary | FieldOf | Dereference) -> bool:
    return may_affect_memory(node.operand)


def _affects_nothing(_: Name) -> bool:
    return False


_ARITHMETIC: Final = frozenset({"+", "-", "|", "^", "*", "<<", ">>", "&", "&^", "/", "%"})
_SAME: Final[dict[type, Callable[[Any, Any], bool]]] = {
    Name: lambda left, right: left.object is right.object,
    FieldOf: _same_field,
    Dereference: lambda left, right: same_safe(left.operand, right.operand),
    Unary: lambda left, right: left.operator == right.operator and same_safe(left.operand, right.operand),
    Convert: _same_conversion,
    Index: lambda left, right: same_safe(left.operand, right.operand) and same_safe(left.index, right.index),
    Binary: _same_binary,
}
_AFFECTS: Final[dict[type, Callable[[Any], bool]]] = {
    Name: _affects_nothing,
    Binary: _affects_binary,
    Index: _affects_index,
    Builtin: _affects_builtin,
    Convert: _affects_operand,
    Unary: _affects_operand,
    FieldOf: _affects_operand,
    Dereference: _affects_operand,
}
