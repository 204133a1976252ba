"""Expressions: from the grammar's nodes to ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from gcsim.escape.syntax.dispatch import enter_expressions, expression, expressions
from gcsim.escape.syntax.grammar import GO, by_number, field
from gcsim.escape.syntax.nodes import (
    AddressOf,
    BasicLiteral,
    Binary,
    Call,
    ChannelTypeExpression,
    CompositeLiteral,
    Dereference,
    FunctionLiteral,
    Identifier,
    Index,
    KeyValue,
    Receive,
    Selector,
    SliceOf,
    TypeAssertion,
    Unary,
)
from gcsim.escape.syntax.statements import block
from gcsim.escape.syntax.types import instance, signature

if TYPE_CHECKING:
    from tree_sitter import Node as Raw

    from gcsim.escape.syntax.dispatch import MakesExpression
    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.syntax.source import Source

_RESULT = field("result")
_IS_SPREAD = by_number({"variadic_argument": True}, otherwise=False)
_IS_BINARY = by_number({"binary_expression": True}, otherwise=False)
_IS_KEYED = by_number({"keyed_element": True}, otherwise=False)
_IS_IN_PARENTHESES = by_number({"parenthesized_expression": True}, otherwise=False)
_IS_POINTER = by_number({"pointer_type": True}, otherwise=False)
_IS_CHANNEL = by_number({"channel_type": True}, otherwise=False)
_ARROW = GO.id_for_node_kind("<-", False)  # noqa: FBT003 - the library takes it by position: an anonymous node
_COLON = GO.id_for_node_kind(":", False)  # noqa: FBT003 - the same


def _identifier(source: Source, node: Raw) -> Expression:
    start = node.start_byte
    return Identifier(source.at(start), source.text[start : node.end_byte].decode())


def _literal(kind: Literal["int", "float", "imaginary", "rune", "string"]) -> MakesExpression:
    def literal(source: Source, node: Raw) -> Expression:
        start = node.start_byte
        return BasicLiteral(source.at(start), kind, source.text[start : node.end_byte].decode())

    return literal


def _inside_parentheses(source: Source, node: Raw) -> Expression:
    return expression(source, node.children[1])


def _bound(made: Selector | Index | SliceOf | Call | TypeAssertion, operand: Expression, node: Raw) -> Expression:
    """Bind what follows an operand more closely than a ``*`` or ``<-`` before it.

    The grammar takes ``*(*[]T)(x)[i]`` for an index of a conversion to the type ``*(*[]T)``, `_conversion` makes a
    dereference of that, and here the index gets below it. Only such an operand is one without parentheses.
    """
    if not isinstance(operand, Dereference | Receive) or _IS_IN_PARENTHESES[node.kind_id]:
        return made
    innermost = operand
    while isinstance(innermost.operand, Dereference | Receive):
        innermost = innermost.operand
    if isinstance(made, Call):
        made.function = innermost.operand
    else:
        made.operand = innermost.operand
    innermost.operand = made
    return operand


def _selector(source: Source, node: Raw) -> Expression:
    operand, dot, name = node.children
    of = expression(source, operand)
    return _bound(Selector(source.at(dot.start_byte), of, source.name(name)), of, operand)


def _index(source: Source, node: Raw) -> Expression:
    operand, bracket, index, *_ = node.children
    of = expression(source, operand)
    return _bound(Index(source.at(bracket.start_byte), of, expression(source, index)), of, operand)


def _slice_of(source: Source, node: Raw) -> Expression:
    operand, bracket, *parts, _ = node.children
    bounds: list[Expression | None] = [None, None, None]
    number = 0
    for part in parts:
        if part.kind_id == _COLON:
            number += 1
        else:
            bounds[number] = expression(source, part)
    of = expression(source, operand)
    return _bound(SliceOf(source.at(bracket.start_byte), of, *bounds), of, operand)


def _call(source: Source, node: Raw) -> Expression:
    parts = node.children
    function, passed = parts[0], parts[-1]
    if len(parts) == 2:  # noqa: PLR2004 - function and arguments; type arguments stand between them
        called = expression(source, function)
    else:
        called = instance(source, function, parts[1].start_byte, parts[1].children[1:-1:2])
    arguments = passed.children[1:-1:2]
    spread = bool(arguments) and _IS_SPREAD[arguments[-1].kind_id]
    if spread:
        arguments[-1] = arguments[-1].children[0]
    made = Call(source.at(passed.start_byte), called, expressions(source, arguments), spread)
    return _bound(made, called, function)


def _conversion(source: Source, node: Raw) -> Expression:
    """Make ``T(x)``, or ``f[i](x)``, which the grammar takes for one."""
    to, parenthesis, operand, *_ = node.children
    stars: list[Raw] = []
    while _IS_POINTER[to.kind_id]:  # `*T(x)` is `*(T(x))`
        star, to = to.children
        stars.append(star)
    arrow, *rest = to.children if _IS_CHANNEL[to.kind_id] else [to]
    receives = arrow.kind_id == _ARROW  # `<-chan T(x)` is `<-(chan T(x))`
    of: Expression
    if receives:
        of = ChannelTypeExpression(source.at(rest[0].start_byte), "both", expression(source, rest[1]))
    else:
        of = expression(source, to)
    made: Expression = Call(source.at(parenthesis.start_byte), of, [expression(source, operand)])
    if receives:
        made = Receive(source.at(arrow.start_byte), made)
    for star in reversed(stars):
        made = Dereference(source.at(star.start_byte), made)
    return made


def _assertion(source: Source, node: Raw) -> Expression:
    operand, dot, _, to, _ = node.children
    of = expression(source, operand)
    return _bound(TypeAssertion(source.at(dot.start_byte), of, expression(source, to)), of, operand)


def _instantiation(source: Source, node: Raw) -> Expression:
    of, bracket, *arguments, _ = node.children
    return instance(source, of, bracket.start_byte, arguments[::2])


def _composite(source: Source, node: Raw) -> Expression:
    type_, value = node.children
    return _literal_value(source, value, expression(source, type_))


def _literal_value(source: Source, node: Raw, type_: Expression | None) -> CompositeLiteral:
    elements: list[Expression] = []
    parts = node.children
    for child in parts[1:-1:2]:
        if _IS_KEYED[child.kind_id]:
            key, colon, element = child.children
            elements.append(KeyValue(source.at(colon.start_byte), _element(source, key), _element(source, element)))
        else:
            elements.append(_element(source, child))
    return CompositeLiteral(source.at(node.start_byte), type_, elements, source.at(parts[-1].start_byte))


def _elided(source: Source, node: Raw) -> Expression:
    return _literal_value(source, node, None)


def _element(source: Source, node: Raw) -> Expression:
    return expression(source, node.children[0])


def _function_literal(source: Source, node: Raw) -> Expression:
    parts = node.children
    of_literal = signature(source, parts[1], node.child_by_field_id(_RESULT))
    return FunctionLiteral(source.at(node.start_byte), of_literal, block(source, parts[-1]))


def _unary(source: Source, node: Raw) -> Expression:
    mark, operand = node.children
    position = source.at(mark.start_byte)
    operator = source.name(mark)
    made = expression(source, operand)
    if operator == "&":
        return AddressOf(position, made)
    if operator == "*":
        return Dereference(position, made)
    if operator == "<-":
        return Receive(position, made)
    return Unary(position, operator, made)


def _binary(source: Source, node: Raw) -> Expression:
    """Make an operation; a long sum leans to the left, and is gone down in a loop."""
    pending: list[tuple[Raw, Raw]] = []
    left = node
    while _IS_BINARY[left.kind_id]:
        left, operator, right = left.children
        pending.append((operator, right))
    made = expression(source, left)
    for operator, right in reversed(pending):
        made = Binary(source.at(operator.start_byte), source.name(operator), made, expression(source, right))
    return made


enter_expressions(
    {
        "identifier": _identifier,
        "type_identifier": _identifier,
        "field_identifier": _identifier,
        "package_identifier": _identifier,
        "nil": _identifier,
        "true": _identifier,
        "false": _identifier,
        "iota": _identifier,
        "int_literal": _literal("int"),
        "float_literal": _literal("float"),
        "imaginary_literal": _literal("imaginary"),
        "rune_literal": _literal("rune"),
        "interpreted_string_literal": _literal("string"),
        "raw_string_literal": _literal("string"),
        "parenthesized_expression": _inside_parentheses,
        "parenthesized_type": _inside_parentheses,
        "selector_expression": _selector,
        "index_expression": _index,
        "slice_expression": _slice_of,
        "call_expression": _call,
        "type_conversion_expression": _conversion,
        "type_assertion_expression": _assertion,
        "type_instantiation_expression": _instantiation,
        "composite_literal": _composite,
        "literal_value": _elided,
        "func_literal": _function_literal,
        "unary_expression": _unary,
        "binary_expression": _binary,
    }
)
