"""Assignments and declarations of variables: how values are dealt out to what they are assigned to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.check.conversions import assigned, defaulted, is_nil
from gcsim.escape.check.describe import described
from gcsim.escape.check.dispatch import STATEMENTS, checks, expression, single, type_of
from gcsim.escape.check.operators import combined, count_of
from gcsim.escape.check.state import BLANK, declare, local
from gcsim.escape.check.types import resolve_type
from gcsim.escape.check.variables import assign_to
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import (
    Assign,
    AssignOperation,
    Binary,
    Identifier,
    Index,
    Name,
    Receive,
    TypeAssertion,
    VariableDeclaration,
)
from gcsim.escape.types.model import INVALID, Map, Tuple, Type, Variable, underlying
from gcsim.escape.types.relations import assignable
from gcsim.escape.types.universe import BASIC

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gcsim.escape.check.state import Environment
    from gcsim.escape.syntax.nodes import Expression

__all__ = ["assign", "assign_operation", "target_of", "values_for", "variable_declaration", "variable_values"]


def values_for(env: Environment, values: list[Expression], count: int, position: int) -> list[Type]:
    """Check the values that as many targets are given, in place.

    Parameters
    ----------
    env : Environment
        Where they stand.
    values : list of Expression
        As many as targets, or one that gives several.
    count : int
        How many targets there are.
    position : int
        Where to say that the numbers differ.

    Returns
    -------
    list of Type
        What one expression gives to each of several targets; empty where each has a value of its own.

    Raises
    ------
    SourceError
        For what makes no sense, or a number of values that does not fit.
    """
    if len(values) == count:
        values[:] = [single(env, value) for value in values] if count > 1 else [single(env, values[0])]
        return []
    if len(values) != 1:
        raise SourceError(position, f"{len(values)} values for {count} variables")
    values[0] = value = expression(env, values[0])
    if type(value.type) is Tuple:
        if len(value.type.members) != count:
            raise SourceError(position, f"{len(value.type.members)} values for {count} variables")
        return value.type.members
    if value.type is INVALID and type(value) not in _COMMA_OK:
        return [INVALID] * count
    if count == 2 and _is_comma_ok(value):  # noqa: PLR2004 - a value, and whether there is one
        return [type_of(value), BASIC["bool"]]
    raise SourceError(position, f"1 value for {count} variables")


_COMMA_OK = frozenset({Index, Receive, TypeAssertion})


def _is_comma_ok(value: Expression) -> bool:
    """Say whether an expression may give two values; note it if so."""
    if type(value) is Receive or type(value) is TypeAssertion:
        value.comma_ok = True
        return True
    return type(value) is Index and value.operand.type is not None and _is_map(value.operand.type)


def _is_map(type_: Type) -> bool:
    return type(underlying(type_)) is Map or underlying(type_) is INVALID


@checks(VariableDeclaration, STATEMENTS)
def variable_declaration(env: Environment, node: VariableDeclaration) -> None:
    """Check a declaration of variables in a function."""
    type_ = None if node.type_expression is None else resolve_type(env, node.type_expression)
    types = variable_values(env, node, type_)
    for (position, name), given in zip(node.names, types, strict=True):
        variable = local(env, name, position, given)
        node.variables.append(variable)
        declare(env, variable)


def variable_values(env: Environment, node: VariableDeclaration, type_: Type | None) -> list[Type]:
    """Check the initial values of a declaration, in place; give the variables' types.

    Raises
    ------
    SourceError
        For what makes no sense.
    """
    count = len(node.names)
    if not node.values:
        return [type_ or INVALID] * count
    given = values_for(env, node.values, count, node.position)
    if given:
        if type_ is None:
            return given
        _check_given(given, [type_] * count, node.position)
    elif type_ is None:
        node.values = [defaulted(value) for value in node.values]
        return [type_of(value) for value in node.values]
    else:
        node.values = [assigned(value, type_) for value in node.values]
    return [type_] * count


def _check_given(given: Sequence[Type], targets: Sequence[Type], position: int) -> None:
    """Check that what one expression gives can be assigned."""
    for source, target in zip(given, targets, strict=True):
        if not assignable(source, target):
            raise SourceError(position, f"cannot use a value of type {described(source)} as {described(target)}")


@checks(Assign, STATEMENTS)
def assign(env: Environment, node: Assign) -> None:
    """Check an assignment, or a declaration by ``:=``."""
    if node.define:
        _define(env, node)
        return
    targets = node.targets
    for number, target in enumerate(targets):
        targets[number] = target_of(env, target)
    given = values_for(env, node.values, len(targets), node.position)
    if given:
        for number, type_ in enumerate(given):
            _give(targets, number, type_, node.position)
        return
    values = node.values
    for number, value in enumerate(values):
        type_ = type_of(targets[number])
        if _is_blank(targets[number]):
            values[number] = held = defaulted(value)
            _set_blank(targets[number], type_of(held))
        elif value.type is not type_:
            values[number] = assigned(value, type_)


def _give(targets: list[Expression], number: int, type_: Type, position: int) -> None:
    """Check that a target takes its part of what one expression gives."""
    target = targets[number]
    if _is_blank(target):
        _set_blank(target, type_)
    else:
        _check_given([type_], [type_of(target)], position)


def target_of(env: Environment, node: Expression) -> Expression:
    """Check what is assigned to: a variable, an element, a field, what a pointer points to, or the blank identifier.

    Raises
    ------
    SourceError
        If it cannot be assigned to.
    """
    if type(node) is Identifier and node.name == BLANK:
        blank = Name(node.position, local(env, BLANK, node.position, INVALID))
        blank.type = INVALID
        return blank
    checked = single(env, node)
    assign_to(checked)
    return checked


def _is_blank(node: Expression) -> bool:
    return type(node) is Name and node.object.name == BLANK


def _set_blank(node: Expression, type_: Type) -> None:
    assert type(node) is Name  # noqa: S101 - the caller has looked
    assert type(node.object) is Variable  # noqa: S101 - the blank identifier is nothing else
    node.type = node.object.type = type_


def _define(env: Environment, node: Assign) -> None:
    given = values_for(env, node.values, len(node.targets), node.position)
    made: list[Variable] = []
    seen: set[str] = set()
    for number, target in enumerate(node.targets):
        if type(target) is not Identifier:
            raise SourceError(target.position, "only names stand on the left of :=")
        if target.name in seen:
            raise SourceError(target.position, f"{target.name} stands twice on the left of :=")
        if target.name != BLANK:
            seen.add(target.name)
        former = env.names.get(target.name) if target.name in env.block else None
        if type(former) is Variable:
            _give_former(node, number, former, given)
            continue
        if not given:
            node.values[number] = defaulted(node.values[number])
        type_ = given[number] if given else type_of(node.values[number])
        variable = local(env, target.name, target.position, type_)
        node.targets[number] = name = Name(target.position, variable)
        name.type = type_
        if target.name != BLANK:
            made.append(variable)
    if not made:
        raise SourceError(node.position, "no new variables on the left of :=")
    node.declared = made
    for variable in made:
        declare(env, variable)


def _give_former(node: Assign, number: int, variable: Variable, given: Sequence[Type]) -> None:
    """Let ``:=`` assign to a variable that the block has already."""
    position = node.targets[number].position
    node.targets[number] = name = Name(position, variable)
    name.type = variable.type
    variable.reassigned = True
    if given:
        _check_given([given[number]], [variable.type], node.position)
    else:
        node.values[number] = assigned(node.values[number], variable.type)


@checks(AssignOperation, STATEMENTS)
def assign_operation(env: Environment, node: AssignOperation) -> None:
    """Check ``x op= y``, and ``x++``."""
    target = single(env, node.target)
    assign_to(target)
    node.target = target
    operand = single(env, node.operand)
    if node.operator in ("<<", ">>"):
        node.operand = count_of(env, operand)
        return
    operation = Binary(node.position, node.operator, target, operand)
    combined(env, operation, target, operand)
    node.operand = operation.right if not is_nil(operand) else operand
    if node.operand.type is not target.type:
        node.operand = assigned(operand, type_of(target))
