"""Which function checks which node: the modules of this package enter theirs by the class of the node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import Node
from gcsim.escape.types.model import INVALID, Tuple, Type

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.check.state import Environment
    from gcsim.escape.syntax.nodes import Expression, Statement

    ExpressionCheck: TypeAlias = Callable[[Environment, Any], Expression]
    StatementCheck: TypeAlias = Callable[[Environment, Any], None]

__all__ = ["EXPRESSIONS", "STATEMENTS", "checks", "expression", "single", "statement", "type_of"]

EXPRESSIONS: Final[dict[type[Node], ExpressionCheck]] = {}
"""What checks an expression that stands for a value; it gives the node that replaces it, ``type`` set."""

STATEMENTS: Final[dict[type[Node], StatementCheck]] = {}
"""What checks a statement, in place."""

_N = TypeVar("_N", bound=Node)
_R = TypeVar("_R")


def checks(
    kind: type[_N], table: dict[type[Node], Callable[[Environment, Any], _R]]
) -> Callable[[Callable[[Environment, _N], _R]], Callable[[Environment, _N], _R]]:
    """Enter the function decorated as the check of a class of nodes."""

    def enter(check: Callable[[Environment, _N], _R]) -> Callable[[Environment, _N], _R]:
        table[kind] = check
        return check

    return enter


def expression(env: Environment, node: Expression) -> Expression:
    """Check an expression that stands for a value, or for what a call of no or several results gives.

    Returns
    -------
    Expression
        What replaces it; ``type`` is set, and ``value`` of a constant.

    Raises
    ------
    SourceError
        For what makes no sense.
    """
    check = EXPRESSIONS.get(node.__class__)
    if check is None:
        raise SourceError(node.position, "a type stands where a value is wanted")
    return check(env, node)


def single(env: Environment, node: Expression) -> Expression:
    """Check an expression that stands for one value.

    Raises
    ------
    SourceError
        As `expression`, and for a call that gives no or several results.
    """
    checked = expression(env, node)
    if checked.type.__class__ is Tuple:
        raise SourceError(node.position, "this call does not give exactly one value")
    return checked


def statement(env: Environment, node: Statement) -> None:
    """Check a statement, in place.

    Raises
    ------
    SourceError
        For what makes no sense.
    """
    check = STATEMENTS.get(node.__class__)
    if check is None:
        raise SourceError(node.position, "this cannot stand as a statement")
    check(env, node)


def type_of(node: Expression) -> Type:
    """Give the type of an expression that is checked."""
    return INVALID if node.type is None else node.type
