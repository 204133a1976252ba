"""Declarations: from the grammar's nodes to ours, a group as its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.dispatch import add_statement, enter_statements, expression, expressions
from gcsim.escape.syntax.grammar import by_number, field
from gcsim.escape.syntax.nodes import (
    ConstantDeclaration,
    FunctionDeclaration,
    ImportDeclaration,
    Statement,
    TypeDeclaration,
    VariableDeclaration,
)
from gcsim.escape.syntax.statements import block
from gcsim.escape.syntax.types import parameters, signature

if TYPE_CHECKING:
    from tree_sitter import Node as Raw

    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.syntax.source import Directive, Source

__all__ = ["Declaration", "declared", "function", "imports", "is_function", "pragmas"]

_NAME = field("name")
_TYPE = field("type")
_VALUE = field("value")
_PATH = field("path")
_PARAMETERS = field("parameters")
_TYPE_PARAMETERS = field("type_parameters")
_RECEIVER = field("receiver")
_RESULT = field("result")
_BODY = field("body")
_IS_FUNCTION = by_number({"function_declaration": True, "method_declaration": True}, otherwise=False)
_IS_NAME = by_number({"identifier": True}, otherwise=False)
_IS_ALIAS = by_number({"type_alias": True}, otherwise=False)
_IS_IMPORTS = by_number({"import_spec_list": True}, otherwise=False)
_IS_VARIABLES = by_number({"var_spec_list": True}, otherwise=False)

Declaration: TypeAlias = FunctionDeclaration | VariableDeclaration | ConstantDeclaration | TypeDeclaration
"""What may stand in a file outside functions, imports aside."""


def is_function(node: Raw) -> bool:
    """Say whether a node declares a function or method."""
    return _IS_FUNCTION[node.kind_id]


def declared(source: Source, node: Raw) -> list[Declaration]:
    """Make the declarations of variables, constants or types that one node holds.

    Raises
    ------
    SourceError
        If it is a statement: the grammar takes those outside functions too.
    """
    statements: list[Statement] = []
    add_statement(source, node, statements)
    made: list[Declaration] = []
    for statement in statements:
        if not isinstance(statement, VariableDeclaration | ConstantDeclaration | TypeDeclaration):
            what = "syntax error: non-declaration statement outside function body"
            raise SourceError(source.at(node.start_byte), what)
        made.append(statement)
    return made


def function(source: Source, node: Raw, directives: list[Directive]) -> FunctionDeclaration:
    """Make the declaration of a function or method, with what the directives above it say."""
    name = _part(node, _NAME)
    receiver = node.child_by_field_id(_RECEIVER)
    body = node.child_by_field_id(_BODY)
    said: dict[str, str] = {}
    for directive in directives:
        if directive.tool == "gcsim":
            said[directive.word] = f"{said.get(directive.word, '')} {directive.rest}".strip()
    received = parameters(source, receiver)[0] if receiver is not None else []
    return FunctionDeclaration(
        source.at(name.start_byte),
        source.name(name),
        received[0] if received else None,
        signature(source, _part(node, _PARAMETERS), node.child_by_field_id(_RESULT)),
        None if body is None else block(source, body),
        pragmas(directives),
        node.child_by_field_id(_TYPE_PARAMETERS) is not None,
        said,
    )


def pragmas(directives: list[Directive]) -> frozenset[str]:
    """Give the words of the compiler's directives among some."""
    return frozenset(directive.word for directive in directives if directive.tool == "go")


def imports(source: Source, node: Raw) -> list[ImportDeclaration]:
    """Make the imports of one clause; names are as written, ``.`` and ``_`` too."""
    made = []
    inner = node.children[1]
    for spec in inner.named_children if _IS_IMPORTS[inner.kind_id] else [inner]:
        name = spec.child_by_field_id(_NAME)
        path = source.name(_part(spec, _PATH))[1:-1]
        made.append(ImportDeclaration(source.at(spec.start_byte), None if name is None else source.name(name), path))
    return made


def _part(node: Raw, field_: int) -> Raw:
    """Give a part of a node that its grammar demands."""
    part = node.child_by_field_id(field_)
    if part is None:
        raise AssertionError(f"{node.type} without one of its parts")
    return part


def _names(source: Source, spec: Raw) -> list[tuple[int, str]]:
    """List the names that one line declares, before its type."""
    found = []
    for part in spec.children[::2]:
        if not _IS_NAME[part.kind_id]:
            break
        found.append((source.at(part.start_byte), source.name(part)))
        following = part.next_sibling
        if following is None or following.is_named or source.name(following) != ",":
            break
    return found


def _type(source: Source, spec: Raw) -> Expression | None:
    written = spec.child_by_field_id(_TYPE)
    return None if written is None else expression(source, written)


def _values(source: Source, spec: Raw) -> list[Expression]:
    written = spec.child_by_field_id(_VALUE)
    return [] if written is None else expressions(source, written.children[::2])


def _variables(source: Source, node: Raw, statements: list[Statement]) -> None:
    inner = node.children[1]
    for spec in inner.named_children if _IS_VARIABLES[inner.kind_id] else [inner]:
        names = _names(source, spec)
        made = VariableDeclaration(names[0][0], names, _type(source, spec), _values(source, spec))
        statements.append(made)


def _constants(source: Source, node: Raw, statements: list[Statement]) -> None:
    """Make the lines of a group; one without values repeats the last that had some, in nodes of its own."""
    repeated = None
    for iota, spec in enumerate(node.named_children):
        names = _names(source, spec)
        if repeated is None or spec.child_by_field_id(_VALUE) is not None:
            repeated = spec
        made = ConstantDeclaration(names[0][0], names, _type(source, repeated), _values(source, repeated), iota)
        statements.append(made)


def _types(source: Source, node: Raw, statements: list[Statement]) -> None:
    for spec in node.named_children:
        name = _part(spec, _NAME)
        made = TypeDeclaration(
            source.at(name.start_byte),
            source.name(name),
            expression(source, _part(spec, _TYPE)),
            _IS_ALIAS[spec.kind_id],
            spec.child_by_field_id(_TYPE_PARAMETERS) is not None,
        )
        statements.append(made)


enter_statements({"var_declaration": _variables, "const_declaration": _constants, "type_declaration": _types})
