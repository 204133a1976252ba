"""``x.name``: what a package has, fields, methods as values and as expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.check.describe import described
from gcsim.escape.check.dispatch import EXPRESSIONS, checks, single, type_of
from gcsim.escape.check.names import imported, member, named
from gcsim.escape.check.types import is_type, written_type
from gcsim.escape.check.variables import is_addressable, take_address
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import AddressOf, Dereference, FieldOf, MethodOf, Selector
from gcsim.escape.types.lookup import Selection, has_unknown_members, lookup
from gcsim.escape.types.model import INVALID, Field, Pointer, Signature, Type, underlying

if TYPE_CHECKING:
    from gcsim.escape.check.state import Environment
    from gcsim.escape.syntax.nodes import Expression

__all__ = ["address_of", "callee", "select", "selection", "selector"]


@checks(Selector, EXPRESSIONS)
def selector(env: Environment, node: Selector) -> Expression:
    """Check ``x.name`` as a value."""
    return _selected(env, node, called=False)


def callee(env: Environment, node: Selector) -> Expression:
    """Check ``x.name`` as what is called: a member that nobody knows is taken for a method."""
    return _selected(env, node, called=True)


def _selected(env: Environment, node: Selector, *, called: bool) -> Expression:
    package = imported(env, node)
    if package is not None:
        return named(env, node.position, member(package, node))
    if is_type(env, node.operand):
        return _method_expression(env, node)
    operand = single(env, node.operand)
    found = select(env, type_of(operand), node.name)
    if found is None or found.method in env.checker.unsigned:
        return _unknown_member(env, node, operand, called=called)
    return selection(env, node.position, operand, found)


def select(env: Environment, type_: Type, name: str) -> Selection | None:
    """Find a field or method of a type; None where there is none."""
    key = (type_, name)
    selections = env.checker.selections
    if key in selections:
        return selections[key]
    found = selections[key] = lookup(type_, name, env.checker.package.path)
    return found


def selection(env: Environment, position: int, operand: Expression, found: Selection) -> Expression:
    """Make the steps that lead from an operand to a field or method of it.

    Raises
    ------
    SourceError
        If a method wants an address that the operand has not.
    """
    for step in found.path:
        operand = _field(position, operand, step.field, through_pointer=step.through_pointer, implicit=True)
    if found.field is not None:
        return _field(position, operand, found.field, through_pointer=found.through_pointer)
    holder_is_pointer = type(operand.type) is Pointer
    if found.pointer_receiver and not holder_is_pointer:
        operand = address_of(env, operand)
    elif found.method is not None and holder_is_pointer and not found.pointer_receiver:
        operand = _dereferenced(operand)
    name = found.method.name if found.method is not None else _interface_name(found)
    made = MethodOf(position, operand, name, found.method)
    made.type = found.signature
    return made


def _interface_name(found: Selection) -> str:
    assert found.interface_method is not None  # noqa: S101 - neither field nor declared method
    return found.interface_method.name


def _field(
    position: int, operand: Expression, field: Field, *, through_pointer: bool, implicit: bool = False
) -> FieldOf:
    made = FieldOf(position, operand, field, through_pointer, implicit)
    made.type = field.type
    return made


def address_of(env: Environment, operand: Expression) -> AddressOf:
    """Put in an ``&`` that the text leaves out.

    Raises
    ------
    SourceError
        If the operand has no address.
    """
    take_address(operand)
    made = AddressOf(operand.position, operand, implicit=True)
    made.type = env.checker.pointer_to(type_of(operand))
    return made


def _dereferenced(operand: Expression) -> Dereference:
    made = Dereference(operand.position, operand, implicit=True)
    assert type(operand.type) is Pointer  # noqa: S101 - the caller has looked
    made.type = operand.type.element
    return made


def _unknown_member(env: Environment, node: Selector, operand: Expression, *, called: bool) -> Expression:
    """Make a member of a type of which not all is known: it has no type, and a method may want the operand's address.

    Raises
    ------
    SourceError
        If all is known of the type.
    """
    if not has_unknown_members(type_of(operand)) and select(env, type_of(operand), node.name) is None:
        raise SourceError(node.position, f"type {described(type_of(operand))} has no field or method {node.name}")
    is_pointer = type(underlying(type_of(operand))) is Pointer
    made: Expression
    if called:
        if not is_pointer and is_addressable(operand):
            take_address(operand)
            held, operand = operand, AddressOf(operand.position, operand, implicit=True)
            operand.type = Pointer(type_of(held))
        made = MethodOf(node.position, operand, node.name, None)
    else:
        made = FieldOf(node.position, operand, Field(node.name, INVALID, embedded=False, package=""), is_pointer)
    made.type = INVALID
    return made


def _method_expression(env: Environment, node: Selector) -> Expression:
    operand = written_type(env, node.operand)
    type_ = operand.type
    assert type_ is not None  # noqa: S101 - resolved
    found = select(env, type_, node.name)
    signature = found.signature if found is not None else None
    if found is None or signature is None or not found.in_method_set:
        if has_unknown_members(type_):
            made = MethodOf(node.position, operand, node.name, None, of_type=True)
            made.type = INVALID
            return made
        raise SourceError(node.position, f"type {described(type_)} has no method {node.name}")
    made = MethodOf(node.position, operand, node.name, found.method, of_type=True)
    made.type = Signature([type_, *signature.parameters], signature.results, signature.variadic)
    return made
