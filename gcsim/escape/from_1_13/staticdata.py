"""What of an initial value the linker can lay out as data.

Learnt from golang/go src/cmd/compile/internal/staticinit/sched.go at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.from_1_13.effects import has_effects
from gcsim.escape.syntax.nodes import (
    AddressOf,
    Assign,
    CompositeLiteral,
    Convert,
    FieldOf,
    FunctionLiteral,
    Index,
    KeyValue,
    MethodOf,
    Name,
)
from gcsim.escape.types.model import Array, Basic, Interface, NilObject, Slice, Struct, Variable, underlying

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.syntax.nodes import Expression, Statement, VariableDeclaration

__all__ = ["dynamic_parts"]

_LITERALS: Final = frozenset({Array, Slice, Struct})


def dynamic_parts(declaration: VariableDeclaration) -> list[Statement]:
    """Give the assignments that have to run for a declaration of one variable, or of several by one call."""
    if not declaration.values:
        return []
    if len(declaration.values) != len(declaration.variables):
        return [declaration]
    variable, value = declaration.variables[0], declaration.values[0]
    if variable.name == "_" and not has_effects(value):
        return []
    rest: list[Statement] = []
    if not _is_data(variable, value, rest):
        rest.append(_assignment(variable, value, declaration.position))
    return rest


def _lay_out(variable: Variable, value: Expression, rest: list[Statement]) -> None:
    """Lay a value or a part of one out; what cannot be is assigned when the program starts."""
    if not _is_data(variable, value, rest):
        rest.append(_assignment(variable, value, value.position))


def _assignment(variable: Variable, value: Expression, position: int) -> Assign:
    name = Name(position, variable)
    name.type = variable.type
    return Assign(position, [name], [value], define=False)


def _is_data(variable: Variable, value: Expression, rest: list[Statement]) -> bool:
    """Say whether the linker can lay a value out; parts that it cannot go to ``rest``."""
    while type(value) is Convert and value.value is None and not _makes_anew(value):
        value = value.operand
    if value.value is not None:
        return True
    rule = _RULES.get(type(value))
    return rule is not None and rule(variable, value, rest)


def _makes_anew(node: Convert) -> bool:
    """Say whether a conversion changes more than the type."""
    if node.type is None or node.operand.type is None:
        return True
    target, source = underlying(node.type), underlying(node.operand.type)
    if type(target) is Interface:
        return True
    if type(target) is Basic and type(source) is Basic:
        return target.kind != source.kind
    return type(target) is not type(source) and not (_is_unsafe(target) or _is_unsafe(source))


def _is_unsafe(type_: object) -> bool:
    return type(type_) is Basic and type_.kind == "unsafe.Pointer"


def _name(_: Variable, __: Name, ___: list[Statement]) -> bool:
    return True


def _method(_: Variable, value: MethodOf, __: list[Statement]) -> bool:
    return value.of_type


def _function(_: Variable, value: FunctionLiteral, __: list[Statement]) -> bool:
    return value.function is not None and not value.function.captures


def _address(variable: Variable, value: AddressOf, rest: list[Statement]) -> bool:
    if type(value.operand) is CompositeLiteral:
        _lay_out(variable, value.operand, rest)
        return True
    return _is_static_place(value.operand)


def _is_static_place(node: Expression) -> bool:
    """Say whether an address is known to the linker: of a package variable or a part of one."""
    while True:
        if type(node) is FieldOf and not node.through_pointer:
            node = node.operand
        elif type(node) is Index and not node.through_pointer and type(node.index.value) is int:
            if node.operand.type is None or type(underlying(node.operand.type)) is not Array:
                return False
            node = node.operand
        else:
            return type(node) is Name and type(node.object) is Variable and node.object.function is None


def _literal(variable: Variable, value: CompositeLiteral, rest: list[Statement]) -> bool:
    if value.type is None or type(underlying(value.type)) not in _LITERALS:
        return False
    for element in value.elements:
        _lay_out(variable, element.element if type(element) is KeyValue else element, rest)
    return True


def _conversion(variable: Variable, value: Convert, rest: list[Statement]) -> bool:
    target = underlying(value.type) if value.type is not None else None
    if type(target) is Slice:
        element = underlying(target.element)
        return type(value.operand.value) is bytes and type(element) is Basic and element.kind in ("uint8", "int32")
    if type(target) is not Interface:
        return False
    operand: Expression = value
    while type(operand) is Convert and operand.type is not None and type(underlying(operand.type)) is Interface:
        operand = operand.operand
    if type(operand) is Name and type(operand.object) is NilObject:
        return True
    if operand.type is None or type(underlying(operand.type)) is Interface:
        return False
    _lay_out(variable, operand, rest)
    return True


_RULES: Final[dict[type, Callable[[Variable, Any, list[Statement]], bool]]] = {
    Name: _name,
    MethodOf: _method,
    FunctionLiteral: _function,
    AddressOf: _address,
    CompositeLiteral: _literal,
    Convert: _conversion,
}
