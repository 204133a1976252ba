"""Calls: of functions, methods and function values, and the conversions that are written like calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.check.builtins import builtin
from gcsim.escape.check.conversions import assigned, defaulted, is_nil, settled
from gcsim.escape.check.describe import described
from gcsim.escape.check.dispatch import EXPRESSIONS, checks, expression, single, type_of
from gcsim.escape.check.names import imported, meaning, member, named
from gcsim.escape.check.selectors import callee
from gcsim.escape.check.state import NO_RESULT
from gcsim.escape.check.types import is_type, resolve_type
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import Call, Convert, Identifier, Selector
from gcsim.escape.types import constants
from gcsim.escape.types.model import (
    INVALID,
    Basic,
    BuiltinObject,
    Signature,
    Slice,
    Tuple,
    Type,
    TypeName,
    underlying,
)
from gcsim.escape.types.relations import assignable, convertible, is_untyped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gcsim.escape.check.state import Environment
    from gcsim.escape.syntax.nodes import Expression

__all__ = ["call", "conversion"]


@checks(Call, EXPRESSIONS)
def call(env: Environment, node: Call) -> Expression:
    """Check what is written as a call: a call, a conversion, or a builtin."""
    function = node.function
    kind = function.__class__
    if kind is Identifier:
        found = meaning(env, function)  # type: ignore[arg-type] # seen by its class
        if found.__class__ is BuiltinObject:
            return builtin(env, node, found.name)
        if found.__class__ is TypeName:
            return conversion(env, node, resolve_type(env, function))
        node.function = named(env, function.position, found)
    elif kind is Selector:
        made = _of_selector(env, node, function)  # type: ignore[arg-type] # seen by its class
        if made is not None:
            return made
    elif is_type(env, function):
        return conversion(env, node, resolve_type(env, function))
    else:
        node.function = single(env, function)
    return _call(env, node)


def _of_selector(env: Environment, node: Call, function: Selector) -> Expression | None:
    """Check a call of ``x.name``: a conversion or builtin is checked as a whole, of others only what is called."""
    package = imported(env, function)
    if package is None:
        node.function = callee(env, function)
        return None
    found = member(package, function)
    if type(found) is TypeName:
        return conversion(env, node, found.type)
    if type(found) is BuiltinObject:
        return builtin(env, node, found.name)
    node.function = named(env, function.position, found)
    return None


def _call(env: Environment, node: Call) -> Expression:
    signature = underlying(type_of(node.function))
    if signature.__class__ is not Signature:
        if signature is not INVALID:
            raise SourceError(node.position, f"cannot call a value of type {described(type_of(node.function))}")
        node.arguments = [_unasked(expression(env, argument)) for argument in node.arguments]
        node.type = INVALID
        return node
    assert type(signature) is Signature  # noqa: S101 - seen by its class
    _arguments(env, node, signature)
    results = signature.results
    node.type = results[0] if len(results) == 1 else Tuple(results) if results else NO_RESULT
    return node


def _unasked(node: Expression) -> Expression:
    """Give an argument of a function of which nothing is known."""
    return node if is_nil(node) or type(node.type) is Tuple else defaulted(node)


def _arguments(env: Environment, node: Call, signature: Signature) -> None:
    arguments = node.arguments
    wanted = signature.parameters
    if len(arguments) == 1 and arguments[0].__class__ is Call:
        first = expression(env, arguments[0])
        if type(first.type) is Tuple:
            _check_passed_on(node, first.type, signature)
            node.arguments = [first]
            return
        checked = [first]
    else:
        checked = [expression(env, argument) for argument in arguments]
    if signature.variadic and not node.spread:
        wanted = _spelled_out(wanted, len(checked))
    elif node.spread and not signature.variadic:
        raise SourceError(node.position, "... stands in a call of a function that is not variadic")
    if len(wanted) != len(checked):
        raise SourceError(node.position, f"{len(checked)} arguments where {_count(signature)} are wanted")
    node.arguments = [
        argument if argument.type is type_ else assigned(argument, type_)
        for argument, type_ in zip(checked, wanted, strict=True)
    ]


def _count(signature: Signature) -> str:
    return f"at least {len(signature.parameters) - 1}" if signature.variadic else str(len(signature.parameters))


def _spelled_out(parameters: Sequence[Type], count: int) -> list[Type]:
    """Give the types that as many arguments of a variadic function have, one by one."""
    *fixed, last = parameters
    element = last.element if type(last) is Slice else INVALID
    return [*fixed, *[element] * (count - len(fixed))]


def _check_passed_on(node: Call, given: Tuple, signature: Signature) -> None:
    """Check the results of one call as the arguments of another."""
    wanted: Sequence[Type] = signature.parameters
    if signature.variadic:
        wanted = _spelled_out(wanted, len(given.members))
    if len(wanted) != len(given.members):
        raise SourceError(node.position, f"{len(given.members)} values where {_count(signature)} are wanted")
    for source, target in zip(given.members, wanted, strict=True):
        if not assignable(source, target):
            raise SourceError(node.position, f"cannot use a value of type {described(source)} as {described(target)}")


# -------------------------------------------------------------------------------------------------- conversions


def conversion(env: Environment, node: Call, target: Type) -> Expression:
    """Check ``T(x)``.

    Raises
    ------
    SourceError
        If there is not one operand, or it cannot be converted.
    """
    if len(node.arguments) != 1 or node.spread:
        raise SourceError(node.position, f"a conversion to {described(target)} takes one value")
    operand = single(env, node.arguments[0])
    if not convertible(type_of(operand), target, operand.value):
        raise SourceError(
            node.position, f"cannot convert a value of type {described(type_of(operand))} to {described(target)}"
        )
    value = None
    if operand.value is not None and type(underlying(target)) is Basic and target is not INVALID:
        value = constants.convert(operand.value, target)
    made = Convert(node.position, _source(operand, target))
    made.type = target
    made.value = value
    return made


def _source(operand: Expression, target: Type) -> Expression:
    """Settle the type of the operand of a conversion if it is untyped."""
    if is_nil(operand):
        operand.type = target
        return operand
    if not is_untyped(type_of(operand)):
        return operand
    if type(underlying(target)) is Basic and assignable(type_of(operand), target, operand.value):
        return settled(operand, target)
    return defaulted(operand)
