"""Statements with clauses, and loops over values: ``switch``, ``select``, ``range``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.check.assignments import target_of
from gcsim.escape.check.clause_ends import colon_of
from gcsim.escape.check.conversions import defaulted, is_nil
from gcsim.escape.check.describe import described
from gcsim.escape.check.dispatch import STATEMENTS, checks, expression, single, statement, type_of
from gcsim.escape.check.names import meaning
from gcsim.escape.check.operations import interface_operand
from gcsim.escape.check.operators import compared
from gcsim.escape.check.state import BLANK, close_block, declare, local, open_block
from gcsim.escape.check.statements import condition, statements
from gcsim.escape.check.types import written_type
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import (
    Assign,
    ExpressionStatement,
    Identifier,
    Name,
    Range,
    Receive,
    Select,
    Send,
    Switch,
    TypeAssertion,
    TypeSwitch,
)
from gcsim.escape.types.constants import kind_of
from gcsim.escape.types.model import (
    INVALID,
    Array,
    Channel,
    Interface,
    Map,
    NilObject,
    Pointer,
    Slice,
    Type,
    Variable,
    underlying,
)
from gcsim.escape.types.relations import assignable
from gcsim.escape.types.universe import BASIC, UNTYPED

if TYPE_CHECKING:
    from gcsim.escape.check.state import Environment
    from gcsim.escape.syntax.nodes import Case, Expression

__all__ = ["range_", "select", "switch", "type_switch"]


@checks(Switch, STATEMENTS)
def switch(env: Environment, node: Switch) -> None:
    """Check ``switch init; tag``."""
    outer = open_block(env)
    if node.init is not None:
        statement(env, node.init)
    if node.tag is not None:
        node.tag = defaulted(single(env, node.tag))
    for case in node.cases:
        if case.expressions is not None:
            case.expressions = [_case(env, node.tag, value) for value in case.expressions]
        statements(env, case.body)
    close_block(env, outer)


def _case(env: Environment, tag: Expression | None, node: Expression) -> Expression:
    """Check a value that a tag is compared with: a concrete one is converted to the tag's interface."""
    if tag is None:
        return condition(env, node)
    checked = single(env, node)
    if checked.type is tag.type:
        return checked
    if type(underlying(type_of(tag))) is not Interface and type(underlying(type_of(checked))) is Interface:
        if not assignable(type_of(tag), type_of(checked)):
            raise SourceError(node.position, "a case can never equal the tag")
        return checked
    return compared(node, tag, checked)[1]


@checks(TypeSwitch, STATEMENTS)
def type_switch(env: Environment, node: TypeSwitch) -> None:
    """Check ``switch init; name := operand.(type)``; each clause has a variable of its own."""
    outer = open_block(env)
    if node.init is not None:
        statement(env, node.init)
    operand = node.operand
    if type(operand) is TypeAssertion and operand.type_expression is None:
        operand = operand.operand
    node.operand = interface_operand(env, operand)
    for case in node.cases:
        _type_case(env, node, case)
    close_block(env, outer)


def _type_case(env: Environment, node: TypeSwitch, case: Case) -> None:
    if case.expressions is not None:
        case.expressions = [_type_or_nil(env, part) for part in case.expressions]
    inner = open_block(env)
    if node.name is not None:
        _, name = node.name
        type_ = type_of(node.operand)
        if case.expressions is not None and len(case.expressions) == 1 and not is_nil(case.expressions[0]):
            type_ = type_of(case.expressions[0])
        case.variable = local(env, name, colon_of(env.checker, case), type_)
        declare(env, case.variable)
    for part in case.body:
        statement(env, part)
    close_block(env, inner)


def _type_or_nil(env: Environment, node: Expression) -> Expression:
    if type(node) is Identifier:
        found = meaning(env, node)
        if type(found) is NilObject:
            made = Name(node.position, found)
            made.type = UNTYPED["untyped nil"]
            return made
    return written_type(env, node)


@checks(Select, STATEMENTS)
def select(env: Environment, node: Select) -> None:
    """Check ``select``."""
    for case in node.cases:
        outer = open_block(env)
        communication = case.communication
        if communication is not None:
            statement(env, communication)
            received: object = communication
            if type(communication) is ExpressionStatement:
                received = communication.expression
            elif type(communication) is Assign and len(communication.values) == 1:
                received = communication.values[0]
            if type(received) is not Send and not _receives(received):
                raise SourceError(case.position, "a case of a select neither sends nor receives")
        for part in case.body:
            statement(env, part)
        close_block(env, outer)


def _receives(node: object) -> bool:
    """Say whether a value is received, perhaps within an implicit conversion."""
    operand = getattr(node, "operand", None)
    return type(node) is Receive or (getattr(node, "implicit", False) and type(operand) is Receive)


@checks(Range, STATEMENTS)
def range_(env: Environment, node: Range) -> None:
    """Check ``for key, element := range operand``."""
    outer = open_block(env)
    targets = [target for target in (node.key, node.element) if target is not None]
    if not node.define:
        targets = [target_of(env, target) for target in targets]
    node.operand = operand = defaulted(expression(env, node.operand))
    types = _ranged(node, type_of(operand))
    if len(targets) > len(types):
        raise SourceError(node.position, f"{len(targets)} variables for a range over {described(type_of(operand))}")
    if node.define:
        targets = [_declared(env, node, target, type_) for target, type_ in zip(targets, types, strict=False)]
    else:
        _check_targets(node, targets, types)
    if node.key is not None:
        node.key = targets.pop(0)
    if node.element is not None:
        node.element = targets.pop(0)
    statements(env, node.body.statements)
    close_block(env, outer)


def _check_targets(node: Range, targets: list[Expression], types: list[Type]) -> None:
    for target, type_ in zip(targets, types, strict=False):
        if type(target) is Name and target.object.name == BLANK and type(target.object) is Variable:
            target.type = target.object.type = type_
        elif not assignable(type_, type_of(target)):
            raise SourceError(node.position, f"cannot use a value of type {described(type_)} in this range")


def _declared(env: Environment, node: Range, target: Expression, type_: Type) -> Expression:
    if type(target) is not Identifier:
        raise SourceError(target.position, "only names stand on the left of :=")
    variable = local(env, target.name, target.position, type_)
    if target.name != BLANK:
        node.declared.append(variable)
        declare(env, variable)
    made = Name(target.position, variable)
    made.type = type_
    return made


def _ranged(node: Range, type_: Type) -> list[Type]:
    """Give the types of what a range over a value gives in each turn."""
    under = underlying(type_)
    if type(under) is Pointer and type(underlying(under.element)) in (Array, type(INVALID)):
        under = underlying(under.element)
    if type(under) is Slice or type(under) is Array:
        return [BASIC["int"], under.element]
    if type(under) is Map:
        return [under.key, under.element]
    if type(under) is Channel and under.direction != "send":
        return [under.element]
    if kind_of(under) == "string":
        return [BASIC["int"], BASIC["rune"]]
    if under is INVALID:
        return [INVALID, INVALID]
    raise SourceError(node.position, f"cannot range over a value of type {described(type_)}")
