"""Types: from the grammar's nodes to ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.dispatch import enter_expressions, expression
from gcsim.escape.syntax.grammar import GO, by_number, field
from gcsim.escape.syntax.nodes import (
    ArrayTypeExpression,
    Binary,
    ChannelTypeExpression,
    Dereference,
    FieldExpression,
    FunctionTypeExpression,
    Identifier,
    Index,
    InterfaceTypeExpression,
    MapTypeExpression,
    MethodExpression,
    Parameter,
    Selector,
    SliceTypeExpression,
    StructTypeExpression,
    Unary,
)
from gcsim.escape.types.constants import ConstantError, literal

if TYPE_CHECKING:
    from tree_sitter import Node as Raw

    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.syntax.source import Source

__all__ = ["instance", "parameters", "signature"]

_RESULT = field("result")
_IS_LIST = by_number({"parameter_list": True}, otherwise=False)
_IS_VARIADIC = by_number({"variadic_parameter_declaration": True}, otherwise=False)
_IS_FIELD_NAME = by_number({"field_identifier": True}, otherwise=False)
_IS_CHANNEL = by_number({"channel_type": True}, otherwise=False)
_IS_METHOD = by_number({"method_elem": True}, otherwise=False)
_IS_STRING = by_number({"interpreted_string_literal": True, "raw_string_literal": True}, otherwise=False)
_STAR = GO.id_for_node_kind("*", False)  # noqa: FBT003 - the library takes it by position: an anonymous node
_ARROW = GO.id_for_node_kind("<-", False)  # noqa: FBT003 - the same


def parameters(source: Source, node: Raw) -> tuple[list[Parameter], bool]:
    """Make the parameters in parentheses, and say whether the last is variadic."""
    made: list[Parameter] = []
    variadic = False
    for child in node.children[1:-1:2]:
        parts = child.children
        type_ = expression(source, parts[-1])
        if _IS_VARIADIC[child.kind_id]:
            variadic = True
            name = source.name(parts[0]) if len(parts) > 2 else None  # noqa: PLR2004 - a name, the dots, the type
            made.append(Parameter(source.at(child.start_byte), name, type_))
        elif len(parts) == 1:
            made.append(Parameter(source.at(child.start_byte), None, type_))
        else:
            made.extend(Parameter(source.at(part.start_byte), source.name(part), type_) for part in parts[:-1:2])
    return _named_together(made), variadic


def _named_together(made: list[Parameter]) -> list[Parameter]:
    """Take for names what the grammar took for types in a long list ``a, b, c T``: all have names or none has."""
    if any(parameter.name for parameter in made) and not all(parameter.name for parameter in made):
        following = made[-1].type_expression
        for parameter in reversed(made):
            if parameter.name is None and isinstance(parameter.type_expression, Identifier):
                parameter.name = parameter.type_expression.name
                parameter.type_expression = following
            following = parameter.type_expression
    return made


def signature(source: Source, parameter_list: Raw, result: Raw | None) -> FunctionTypeExpression:
    """Make a function's type of its parameters and of its result, a list or one type."""
    taken, variadic = parameters(source, parameter_list)
    given: list[Parameter] = []
    if result is not None:
        if _IS_LIST[result.kind_id]:
            given, _ = parameters(source, result)
        else:
            given = [Parameter(source.at(result.start_byte), None, expression(source, result))]
    return FunctionTypeExpression(source.at(parameter_list.start_byte), taken, given, variadic)


def _function(source: Source, node: Raw) -> Expression:
    return signature(source, node.children[1], node.child_by_field_id(_RESULT))


def _array(source: Source, node: Raw) -> Expression:
    _, length, _, element = node.children
    return ArrayTypeExpression(source.at(node.start_byte), expression(source, length), expression(source, element))


def _array_as_long_as_its_literal(source: Source, node: Raw) -> Expression:
    return ArrayTypeExpression(source.at(node.start_byte), None, expression(source, node.children[3]))


def _slice(source: Source, node: Raw) -> Expression:
    return SliceTypeExpression(source.at(node.start_byte), expression(source, node.children[2]))


def _map(source: Source, node: Raw) -> Expression:
    parts = node.children
    return MapTypeExpression(source.at(node.start_byte), expression(source, parts[2]), expression(source, parts[4]))


def _channel(source: Source, node: Raw) -> Expression:
    parts = node.children
    if _IS_CHANNEL[parts[1].kind_id] and parts[1].children[0].kind_id == _ARROW:
        # `chan <-chan T`: the arrow belongs to the leftmost `chan` that can have it.
        _, second, of = parts[1].children
        inner = ChannelTypeExpression(source.at(second.start_byte), "both", expression(source, of))
        return ChannelTypeExpression(source.at(node.start_byte), "send", inner)
    element = expression(source, parts[-1])
    if parts[0].kind_id == _ARROW:
        return ChannelTypeExpression(source.at(node.start_byte), "receive", element)
    return ChannelTypeExpression(source.at(node.start_byte), "send" if parts[1].kind_id == _ARROW else "both", element)


def _pointer(source: Source, node: Raw) -> Expression:
    return Dereference(source.at(node.start_byte), expression(source, node.children[1]))


def _qualified(source: Source, node: Raw) -> Expression:
    package, dot, name = node.children
    operand = Identifier(source.at(package.start_byte), source.name(package))
    return Selector(source.at(dot.start_byte), operand, source.name(name))


def _struct(source: Source, node: Raw) -> Expression:
    fields: list[FieldExpression] = []
    for child in node.children[1].named_children:
        parts = child.children
        tag = _tag(source, parts.pop()) if _IS_STRING[parts[-1].kind_id] else ""
        type_ = expression(source, parts[-1])
        if _IS_FIELD_NAME[parts[0].kind_id]:
            fields.extend(
                FieldExpression(source.at(part.start_byte), source.name(part), type_, tag) for part in parts[:-1:2]
            )
            continue
        if parts[0].kind_id == _STAR:
            type_ = Dereference(source.at(child.start_byte), type_)
        fields.append(FieldExpression(source.at(child.start_byte), None, type_, tag))
    return StructTypeExpression(source.at(node.start_byte), fields)


def _tag(source: Source, node: Raw) -> str:
    """Give the value of a field's tag; bytes in it that are no UTF-8 stand as Python's ``surrogateescape`` has them."""
    try:
        value = literal("string", source.name(node))
    except ConstantError as error:
        raise SourceError(source.at(node.start_byte), f"syntax error: {error}") from None
    return value.decode(errors="surrogateescape") if isinstance(value, bytes) else ""


def _interface(source: Source, node: Raw) -> Expression:
    methods: list[MethodExpression] = []
    embedded: list[Expression] = []
    for child in node.named_children:
        if _IS_METHOD[child.kind_id]:
            name, parameter_list, *_ = child.children
            of_method = signature(source, parameter_list, child.child_by_field_id(_RESULT))
            methods.append(MethodExpression(source.at(name.start_byte), source.name(name), of_method))
        else:
            embedded.append(expression(source, child))
    return InterfaceTypeExpression(source.at(node.start_byte), methods, embedded)


def _union(source: Source, node: Raw) -> Expression:
    """Make the terms of a constraint, ``A | B``; of one term it is that."""
    first, *others = node.children
    made = expression(source, first)
    for bar, term in zip(others[::2], others[1::2], strict=True):
        made = Binary(source.at(bar.start_byte), "|", made, expression(source, term))
    return made


def _tilde(source: Source, node: Raw) -> Expression:
    return Unary(source.at(node.start_byte), "~", expression(source, node.children[1]))


def instance(source: Source, of: Raw, bracket: int, arguments: list[Raw]) -> Expression:
    """Make ``of[A, B]``: an index for each argument, which one alone may well be."""
    made = expression(source, of)
    for argument in arguments:
        made = Index(source.at(bracket), made, expression(source, argument))
    return made


def _generic(source: Source, node: Raw) -> Expression:
    of, arguments = node.children
    return instance(source, of, arguments.start_byte, arguments.children[1:-1:2])


enter_expressions(
    {
        "function_type": _function,
        "array_type": _array,
        "implicit_length_array_type": _array_as_long_as_its_literal,
        "slice_type": _slice,
        "map_type": _map,
        "channel_type": _channel,
        "pointer_type": _pointer,
        "qualified_type": _qualified,
        "struct_type": _struct,
        "interface_type": _interface,
        "type_elem": _union,
        "type_constraint": _union,
        "negated_type": _tilde,
        "generic_type": _generic,
    }
)
