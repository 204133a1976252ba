"""Functions: their variables, their bodies, and literals with what they capture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from gcsim.escape.check.dispatch import EXPRESSIONS, checks, statement
from gcsim.escape.check.state import Environment, declare
from gcsim.escape.check.types import resolve_type, signature_of
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import FunctionLiteral
from gcsim.escape.types.model import FunctionObject, Variable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gcsim.escape.syntax.nodes import Block, Expression, FunctionTypeExpression, Parameter
    from gcsim.escape.types.model import Type

__all__ = ["check_body", "literal", "make_receiver", "make_variables", "variables_of"]


def make_variables(env: Environment, function: FunctionObject, node: FunctionTypeExpression) -> None:
    """Make a function's parameters and results, its signature being known."""
    signature = function.signature
    function.parameters = _variables(env, function, "parameter", node.parameters, signature.parameters)
    function.results = _variables(env, function, "result", node.results, signature.results)


def make_receiver(env: Environment, function: FunctionObject, node: Parameter) -> None:
    """Make a method's receiver."""
    (function.receiver,) = _variables(env, function, "receiver", [node], [resolve_type(env, node.type_expression)])


def _variables(
    env: Environment,
    function: FunctionObject,
    kind: Literal["receiver", "parameter", "result"],
    parts: Sequence[Parameter],
    types: Sequence[Type],
) -> list[Variable]:
    package = env.checker.package.path
    return [
        Variable(part.name or "", package, part.position, type_, kind, function)
        for part, type_ in zip(parts, types, strict=True)
    ]


def variables_of(function: FunctionObject) -> Iterator[Variable]:
    """Give receiver, parameters and results."""
    if function.receiver is not None:
        yield function.receiver
    yield from function.parameters
    yield from function.results


def check_body(env: Environment, function: FunctionObject, body: Block) -> None:
    """Check the body of a function, in place.

    Parameters
    ----------
    env : Environment
        Of the function's own text: `Environment.function` is the function.
    function : FunctionObject
        Its variables are made.
    body : Block
        What is checked.

    Raises
    ------
    SourceError
        For what makes no sense.
    """
    for variable in variables_of(function):
        declare(env, variable)
    for part in body.statements:
        statement(env, part)
    for position, label in env.jumps:
        if label not in env.labels:
            raise SourceError(position, f"label {label} is not defined")


@checks(FunctionLiteral, EXPRESSIONS)
def literal(env: Environment, node: FunctionLiteral) -> Expression:
    """Check a function literal, its body at once: what it captures is noted in the order of the text."""
    signature = signature_of(env, node.signature)
    function = FunctionObject("", env.checker.package.path, node.position, signature, None, [], [], node.body)
    function.end = node.body.end
    function.outer = env.function
    function.glob = env.function is None
    make_variables(env, function, node.signature)
    env.literals.append(function)
    node.function = function
    node.type = signature
    inner = Environment(env.checker, env.imports, env.names, {}, function, function.literals)
    try:
        check_body(inner, function, node.body)
    finally:
        _restore(inner)
    return node


def _restore(env: Environment) -> None:
    """Give the names that a literal's parameters and variables hid their meaning back."""
    for name, former in env.block.items():
        if former is None:
            del env.names[name]
        else:
            env.names[name] = former
