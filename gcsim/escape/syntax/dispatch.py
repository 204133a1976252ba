"""Which function makes which node: one table for expressions and types, one for statements.

The modules that know how (`expressions`, `types`, `statements`, `declarations`) enter themselves here; they need
each other in a ring, as the language's rules do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from tree_sitter import Node as Raw

from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.grammar import by_number
from gcsim.escape.syntax.nodes import Expression, Statement
from gcsim.escape.syntax.source import NESTING, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "MakesExpression",
    "MakesStatement",
    "add_statement",
    "enter_expressions",
    "enter_statements",
    "expression",
    "expressions",
    "no_expression",
    "no_statement",
    "statement",
]

MakesExpression: TypeAlias = Callable[[Source, Raw], Expression]
"""Makes the expression (or type) of a node."""

MakesStatement: TypeAlias = Callable[[Source, Raw, list[Statement]], None]
"""Adds the statements of a node to a list: none of an empty one, several of a group of declarations."""


def no_expression(source: Source, node: Raw) -> Expression:
    """Refuse a node that stands where an expression should."""
    raise SourceError(source.at(node.start_byte), f"unexpected {node.type}, expecting an expression or a type")


def no_statement(source: Source, node: Raw, _statements: list[Statement]) -> None:
    """Refuse a node that stands where a statement should."""
    raise SourceError(source.at(node.start_byte), f"unexpected {node.type}, expecting a statement")


_EXPRESSIONS: list[MakesExpression] = by_number({}, no_expression)
_STATEMENTS: list[MakesStatement] = by_number({}, no_statement)


def enter_expressions(makers: dict[str, MakesExpression]) -> None:
    """Enter who makes the expressions of nodes, by the nodes' names."""
    for number, maker in enumerate(by_number(makers, no_expression)):
        if maker is not no_expression:
            _EXPRESSIONS[number] = maker


def enter_statements(makers: dict[str, MakesStatement]) -> None:
    """Enter who makes the statements of nodes, by the nodes' names."""
    for number, maker in enumerate(by_number(makers, no_statement)):
        if maker is not no_statement:
            _STATEMENTS[number] = maker


def expression(source: Source, node: Raw) -> Expression:
    """Make an expression or a type.

    Raises
    ------
    SourceError
        If it is none, or nests deeper than `NESTING`.
    """
    source.depth += 1
    if source.depth > NESTING:
        raise source.too_deep(node.start_byte)
    made = _EXPRESSIONS[node.kind_id](source, node)
    source.depth -= 1
    return made


def expressions(source: Source, nodes: Sequence[Raw]) -> list[Expression]:
    """Make each of several expressions."""
    return [expression(source, node) for node in nodes]


def add_statement(source: Source, node: Raw, statements: list[Statement]) -> None:
    """Add what a node says to a list of statements.

    Raises
    ------
    SourceError
        If it is no statement, or nests deeper than `NESTING`.
    """
    source.depth += 1
    if source.depth > NESTING:
        raise source.too_deep(node.start_byte)
    _STATEMENTS[node.kind_id](source, node, statements)
    source.depth -= 1


def statement(source: Source, node: Raw | None) -> Statement | None:
    """Make the statement of a header, which may be left out."""
    statements: list[Statement] = []
    if node is not None:
        add_statement(source, node, statements)
    return statements[0] if statements else None
