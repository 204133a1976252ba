"""Statements other than assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.check.conversions import assigned, is_nil, settled
from gcsim.escape.check.describe import described
from gcsim.escape.check.dispatch import STATEMENTS, checks, expression, single, statement, type_of
from gcsim.escape.check.state import Environment, close_block, open_block
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import (
    Block,
    Branch,
    Builtin,
    Call,
    Defer,
    ExpressionStatement,
    For,
    Go,
    If,
    Labeled,
    Receive,
    Return,
    Send,
)
from gcsim.escape.types.constants import kind_of
from gcsim.escape.types.model import INVALID, Channel, Tuple, underlying
from gcsim.escape.types.relations import assignable, is_untyped
from gcsim.escape.types.universe import BASIC

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gcsim.escape.syntax.nodes import Expression, Statement
    from gcsim.escape.types.model import FunctionObject

__all__ = [
    "block",
    "branch",
    "condition",
    "defer",
    "effect",
    "for_",
    "go",
    "if_",
    "labeled",
    "return_",
    "send",
    "statements",
]


def statements(env: Environment, parts: Sequence[Statement]) -> None:
    """Check the statements of a block of its own, in place."""
    outer = open_block(env)
    for part in parts:
        statement(env, part)
    close_block(env, outer)


@checks(Block, STATEMENTS)
def block(env: Environment, node: Block) -> None:
    """Check ``{ … }``."""
    statements(env, node.statements)


@checks(ExpressionStatement, STATEMENTS)
def effect(env: Environment, node: ExpressionStatement) -> None:
    """Check an expression that stands for its effect."""
    node.expression = expression(env, node.expression)
    if type(node.expression) not in (Call, Builtin, Receive):
        raise SourceError(node.position, "a value is not used")


@checks(Send, STATEMENTS)
def send(env: Environment, node: Send) -> None:
    """Check ``channel <- value``."""
    node.channel = channel = single(env, node.channel)
    value = single(env, node.value)
    type_ = underlying(type_of(channel))
    if type(type_) is Channel and type_.direction != "receive":
        node.value = assigned(value, type_.element)
    elif type_ is INVALID:
        node.value = assigned(value, INVALID)
    else:
        raise SourceError(node.position, f"cannot send to a value of type {described(type_)}")


@checks(Return, STATEMENTS)
def return_(env: Environment, node: Return) -> None:
    """Check ``return …``."""
    assert env.function is not None  # noqa: S101 - statements stand in functions
    results = node.results
    wanted = env.function.signature.results
    if not results:
        if wanted and not env.function.results[0].name:
            raise SourceError(node.position, f"no values returned where {len(wanted)} are wanted")
        return
    if len(results) == 1:
        results[0] = value = expression(env, results[0])
        if value.type is INVALID and len(wanted) > 1:
            value.type = Tuple([INVALID] * len(wanted))  # of an unknown function it gives as many as are wanted
        if type(value.type) is Tuple:
            _check_returned(node, value.type, env.function)
            return
        checked = [value]
    else:
        checked = [single(env, value) for value in results]
    if len(checked) != len(wanted):
        raise SourceError(node.position, f"{len(checked)} values returned where {len(wanted)} are wanted")
    node.results = [
        value if value.type is type_ else assigned(value, type_) for value, type_ in zip(checked, wanted, strict=True)
    ]


def _check_returned(node: Return, given: Tuple, function: FunctionObject) -> None:
    """Check ``return f()`` of several results."""
    wanted = function.signature.results
    if len(given.members) != len(wanted) or not given.members:
        raise SourceError(node.position, f"{len(given.members)} values returned where {len(wanted)} are wanted")
    for source, target in zip(given.members, wanted, strict=True):
        if not assignable(source, target):
            raise SourceError(
                node.position, f"cannot return a value of type {described(source)} as {described(target)}"
            )


def condition(env: Environment, node: Expression) -> Expression:
    """Check a condition.

    Raises
    ------
    SourceError
        If it is no boolean.
    """
    checked = single(env, node)
    if checked.type is not None and is_untyped(checked.type) and not is_nil(checked):
        checked = settled(checked, BASIC["bool"])
    if kind_of(type_of(checked)) not in ("bool", "invalid"):
        raise SourceError(node.position, f"a value of type {described(type_of(checked))} is no condition")
    return checked


@checks(If, STATEMENTS)
def if_(env: Environment, node: If) -> None:
    """Check ``if``; a long ``else if`` is gone along in a loop."""
    outers = []
    part: Statement | None = node
    while type(part) is If:
        outers.append(open_block(env))
        if part.init is not None:
            statement(env, part.init)
        part.condition = condition(env, part.condition)
        statements(env, part.then.statements)
        part = part.otherwise
    if part is not None:
        statement(env, part)
    for outer in reversed(outers):
        close_block(env, outer)


@checks(For, STATEMENTS)
def for_(env: Environment, node: For) -> None:
    """Check ``for init; condition; post``."""
    outer = open_block(env)
    if node.init is not None:
        statement(env, node.init)
    if node.condition is not None:
        node.condition = condition(env, node.condition)
    if node.post is not None:
        statement(env, node.post)
    statements(env, node.body.statements)
    close_block(env, outer)


@checks(Go, STATEMENTS)
def go(env: Environment, node: Go) -> None:
    """Check ``go f(…)``."""
    node.call = _started(env, node.call)


@checks(Defer, STATEMENTS)
def defer(env: Environment, node: Defer) -> None:
    """Check ``defer f(…)``."""
    node.call = _started(env, node.call)


def _started(env: Environment, node: Expression) -> Expression:
    checked = expression(env, node)
    if type(checked) is not Call and type(checked) is not Builtin:
        raise SourceError(node.position, "only a call can be started or put off")
    return checked


@checks(Labeled, STATEMENTS)
def labeled(env: Environment, node: Labeled) -> None:
    """Check a statement with a label."""
    if node.name in env.labels and node.name != "_":
        raise SourceError(node.position, f"label {node.name} already defined")
    env.labels.add(node.name)
    if node.statement is not None:
        statement(env, node.statement)


@checks(Branch, STATEMENTS)
def branch(env: Environment, node: Branch) -> None:
    """Note where ``goto``, ``break`` or ``continue`` goes; labels may come later in the text."""
    if node.label is not None:
        env.jumps.append((node.position, node.label))
