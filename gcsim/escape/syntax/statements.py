"""Statements: from the grammar's nodes to ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.dispatch import add_statement, enter_statements, expression, expressions, statement
from gcsim.escape.syntax.grammar import GO, by_number, field
from gcsim.escape.syntax.nodes import (
    Assign,
    AssignOperation,
    BasicLiteral,
    Block,
    Branch,
    Case,
    CommunicationCase,
    Defer,
    ExpressionStatement,
    For,
    Go,
    If,
    Labeled,
    Range,
    Return,
    Select,
    Send,
    Statement,
    Switch,
    TypeSwitch,
)
from gcsim.escape.syntax.source import CHAIN

if TYPE_CHECKING:
    from tree_sitter import Node as Raw

    from gcsim.escape.syntax.dispatch import MakesStatement
    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.syntax.source import Source

__all__ = ["block"]

_INITIALIZER = field("initializer")
_CONDITION = field("condition")
_CONSEQUENCE = field("consequence")
_ALTERNATIVE = field("alternative")
_UPDATE = field("update")
_VALUE = field("value")
_ALIAS = field("alias")
_IS_STATEMENTS = by_number({"statement_list": True}, otherwise=False)
_IS_CLAUSE = by_number({"for_clause": True}, otherwise=False)
_IS_RANGE = by_number({"range_clause": True}, otherwise=False)
_IS_DEFAULT = by_number({"default_case": True}, otherwise=False)
_IS_CASE = by_number(
    {"expression_case": True, "type_case": True, "communication_case": True, "default_case": True}, otherwise=False
)
_IS_IF = by_number({"if_statement": True}, otherwise=False)
_DEFINES = GO.id_for_node_kind(":=", False)  # noqa: FBT003 - the library takes it by position: an anonymous node


def block(source: Source, node: Raw) -> Block:
    """Make a block."""
    parts = node.children
    statements = _body(source, parts[1]) if len(parts) > 2 else []  # noqa: PLR2004 - more than the braces
    return Block(source.at(node.start_byte), statements, source.at(parts[-1].start_byte))


def _body(source: Source, node: Raw) -> list[Statement]:
    """Make the statements of a block or clause; ``node`` is their list, or what stands there when there is none."""
    statements: list[Statement] = []
    if _IS_STATEMENTS[node.kind_id]:
        for child in node.named_children:
            add_statement(source, child, statements)
    return statements


def _listed(source: Source, node: Raw) -> list[Expression]:
    """Make the expressions of a list with commas."""
    return expressions(source, node.children[::2])


def _expression(source: Source, node: Raw, statements: list[Statement]) -> None:
    made = expression(source, node.children[0])
    statements.append(ExpressionStatement(made.position, made))


def _send(source: Source, node: Raw, statements: list[Statement]) -> None:
    channel, arrow, value = node.children
    statements.append(Send(source.at(arrow.start_byte), expression(source, channel), expression(source, value)))


def _step(operator: str) -> MakesStatement:
    def step(source: Source, node: Raw, statements: list[Statement]) -> None:
        target, mark = node.children
        position = source.at(mark.start_byte)
        one = BasicLiteral(position, "int", "1")
        statements.append(AssignOperation(position, operator, expression(source, target), one, increment=True))

    return step


def _assignment(source: Source, node: Raw, statements: list[Statement]) -> None:
    left, mark, right = node.children
    position = source.at(mark.start_byte)
    operator = source.name(mark)
    targets = _listed(source, left)
    values = _listed(source, right)
    if operator == "=":
        statements.append(Assign(position, targets, values, define=False))
    else:
        statements.append(AssignOperation(position, operator[:-1], targets[0], values[0]))


def _definition(source: Source, node: Raw, statements: list[Statement]) -> None:
    left, mark, right = node.children
    made = Assign(source.at(mark.start_byte), _listed(source, left), _listed(source, right), define=True)
    statements.append(made)


def _receive(source: Source, node: Raw, statements: list[Statement]) -> None:
    """Make the receiving clause of a select."""
    parts = node.children
    received = expression(source, parts[-1])
    if len(parts) == 1:
        statements.append(ExpressionStatement(received.position, received))
        return
    left, mark, _ = parts
    define = mark.kind_id == _DEFINES
    statements.append(Assign(source.at(mark.start_byte), _listed(source, left), [received], define=define))


def _block(source: Source, node: Raw, statements: list[Statement]) -> None:
    statements.append(block(source, node))


def _empty(_source: Source, _node: Raw, _statements: list[Statement]) -> None:
    """Leave out a semicolon that ends nothing."""


def _labeled(source: Source, node: Raw, statements: list[Statement]) -> None:
    label, colon, *rest = node.children
    inner: list[Statement] = []
    if rest:
        add_statement(source, rest[0], inner)
    first = inner[0] if inner else None
    statements.append(Labeled(source.at(colon.start_byte), source.name(label), first))
    statements += inner[1:]


def _branch(kind: Literal["break", "continue", "goto", "fallthrough"]) -> MakesStatement:
    def branch(source: Source, node: Raw, statements: list[Statement]) -> None:
        labels = node.named_children
        statements.append(Branch(source.at(node.start_byte), kind, source.name(labels[0]) if labels else None))

    return branch


def _return(source: Source, node: Raw, statements: list[Statement]) -> None:
    parts = node.children
    results = _listed(source, parts[1]) if len(parts) > 1 else []
    statements.append(Return(source.at(node.start_byte), results))


def _go(source: Source, node: Raw, statements: list[Statement]) -> None:
    statements.append(Go(source.at(node.start_byte), expression(source, node.children[1])))


def _defer(source: Source, node: Raw, statements: list[Statement]) -> None:
    statements.append(Defer(source.at(node.start_byte), expression(source, node.children[1])))


def _part(node: Raw, field_: int) -> Raw:
    """Give a part of a node that its grammar demands."""
    part = node.child_by_field_id(field_)
    if part is None:
        raise AssertionError(f"{node.type} without one of its parts")
    return part


def _if(source: Source, node: Raw, statements: list[Statement]) -> None:
    """Make an ``if`` and those that are its ``else``, one after another: they are no deeper than the first."""
    last = made = _lone_if(source, node)
    for _ in range(CHAIN):
        alternative = node.child_by_field_id(_ALTERNATIVE)
        if alternative is None or not _IS_IF[alternative.kind_id]:
            last.otherwise = statement(source, alternative)
            statements.append(made)
            return
        node = alternative
        following = _lone_if(source, node)
        last.otherwise = following
        last = following
    raise SourceError(
        source.at(node.start_byte), f"follows {CHAIN - 1} other else if: use a switch, or several functions"
    )


def _lone_if(source: Source, node: Raw) -> If:
    init = statement(source, node.child_by_field_id(_INITIALIZER))
    condition = expression(source, _part(node, _CONDITION))
    return If(source.at(node.start_byte), init, condition, block(source, _part(node, _CONSEQUENCE)), None)


def _for(source: Source, node: Raw, statements: list[Statement]) -> None:
    position = source.at(node.start_byte)
    _, *header, body = node.children
    clause = header[0] if header else None
    if clause is None:
        statements.append(For(position, None, None, None, block(source, body)))
    elif _IS_CLAUSE[clause.kind_id]:
        init = statement(source, clause.child_by_field_id(_INITIALIZER))
        test = clause.child_by_field_id(_CONDITION)
        condition = None if test is None else expression(source, test)
        post = statement(source, clause.child_by_field_id(_UPDATE))
        statements.append(For(position, init, condition, post, block(source, body)))
    elif _IS_RANGE[clause.kind_id]:
        statements.append(_range(source, position, clause, body))
    else:
        statements.append(For(position, None, expression(source, clause), None, block(source, body)))


def _range(source: Source, position: int, clause: Raw, body: Raw) -> Range:
    parts = clause.children
    targets: list[Expression | None] = [None, None]
    define = False
    if len(parts) > 2:  # noqa: PLR2004 - more than `range` and what it ranges over
        written = _listed(source, parts[0])
        targets[: len(written)] = written
        define = parts[1].kind_id == _DEFINES
    operand = expression(source, parts[-1])
    return Range(position, targets[0], targets[1], operand, define, block(source, body))


def _case(source: Source, node: Raw) -> Case:
    """Make a clause of a switch, on values (a list) or on types (each a part of its own)."""
    parts = node.children
    if _IS_DEFAULT[node.kind_id]:
        return Case(source.at(node.start_byte), None, _body(source, parts[-1]))
    body = _body(source, parts[-1])
    labels = [part for part in parts[1:] if part.is_named and not _IS_STATEMENTS[part.kind_id]]
    if len(labels) == 1 and labels[0].type == "expression_list":
        return Case(source.at(node.start_byte), _listed(source, labels[0]), body)
    return Case(source.at(node.start_byte), expressions(source, labels), body)


def _switch(source: Source, node: Raw, statements: list[Statement]) -> None:
    init = statement(source, node.child_by_field_id(_INITIALIZER))
    value = node.child_by_field_id(_VALUE)
    tag = None if value is None else expression(source, value)
    cases = [_case(source, child) for child in node.named_children if _IS_CASE[child.kind_id]]
    statements.append(Switch(source.at(node.start_byte), init, tag, cases))


def _type_switch(source: Source, node: Raw, statements: list[Statement]) -> None:
    init = statement(source, node.child_by_field_id(_INITIALIZER))
    alias = node.child_by_field_id(_ALIAS)
    name = None if alias is None else (source.at(alias.start_byte), source.name(alias))
    operand = expression(source, _part(node, _VALUE))
    cases = [_case(source, child) for child in node.named_children if _IS_CASE[child.kind_id]]
    statements.append(TypeSwitch(source.at(node.start_byte), init, name, operand, cases))


def _select(source: Source, node: Raw, statements: list[Statement]) -> None:
    cases = []
    for child in node.named_children:
        parts = child.children
        communication = None if _IS_DEFAULT[child.kind_id] else statement(source, parts[1])
        cases.append(CommunicationCase(source.at(child.start_byte), communication, _body(source, parts[-1])))
    statements.append(Select(source.at(node.start_byte), cases))


enter_statements(
    {
        "expression_statement": _expression,
        "send_statement": _send,
        "receive_statement": _receive,
        "inc_statement": _step("+"),
        "dec_statement": _step("-"),
        "assignment_statement": _assignment,
        "short_var_declaration": _definition,
        "block": _block,
        "empty_statement": _empty,
        "labeled_statement": _labeled,
        "fallthrough_statement": _branch("fallthrough"),
        "break_statement": _branch("break"),
        "continue_statement": _branch("continue"),
        "goto_statement": _branch("goto"),
        "return_statement": _return,
        "go_statement": _go,
        "defer_statement": _defer,
        "if_statement": _if,
        "for_statement": _for,
        "expression_switch_statement": _switch,
        "type_switch_statement": _type_switch,
        "select_statement": _select,
    }
)
