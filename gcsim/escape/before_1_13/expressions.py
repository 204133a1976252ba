"""What each kind of expression is in the flow graph: ``esc`` of src/cmd/compile/internal/gc/esc.go at go1.8."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.before_1_13.calls import call
from gcsim.escape.before_1_13.conversions import conversion
from gcsim.escape.before_1_13.package import IMPLICIT_LIMIT
from gcsim.escape.before_1_13.spots import (
    ADDRESS,
    ALLOCATION,
    APPEND,
    ARITHMETIC,
    ARRAY_LITERAL,
    ASSERT,
    ASSERT_OK,
    CLOSURE,
    CONVERT,
    DOT,
    DOT_POINTER,
    FUNCTION,
    INDEX_ARRAY,
    INDEX_MAP,
    INDEX_SLICE,
    INDIRECT,
    LOCAL,
    MAP_LITERAL,
    METHOD_VALUE,
    PARAMETER,
    POINTER_LITERAL,
    RESULT,
    SLICE,
    SLICE_LITERAL,
    STRUCT_LITERAL,
    Spot,
)
from gcsim.escape.syntax import nodes
from gcsim.escape.types.model import Array, FunctionObject, Interface, Map, Slice, Struct, Variable, underlying
from gcsim.escape.types.sizes import size_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.before_1_13.builder import Builder
    from gcsim.escape.syntax.nodes import Expression

__all__ = ["EXPRESSIONS", "is_small_make"]

_ARITHMETIC: Final = frozenset({"+", "-", "|", "^", "*", "/", "%", "<<", ">>", "&", "&^"})
_FLOWING: Final = frozenset({CONVERT, ARITHMETIC})
"""Kinds of operands that may bring a pointer into arithmetic."""


def _name(builder: Builder, node: nodes.Name) -> Spot | None:
    meant = node.object
    if isinstance(meant, Variable):
        return None if meant.name == "_" and meant.kind != "result" else builder.named(meant, node.position)
    if isinstance(meant, FunctionObject):
        spot = Spot(FUNCTION, node.position, node.type, None, node, builder.function)
        spot.results = []
        return spot
    return builder.constant


def _function_literal(builder: Builder, node: nodes.FunctionLiteral) -> Spot:
    spot = builder.made(CLOSURE, node)
    literal = node.function
    if literal is not None:
        uses = builder.state.surveys[literal].uses
        for variable in literal.captures:
            source = builder.variable(variable)
            if not builder.state.captured_by_value(variable):
                source = Spot(ADDRESS, uses.get(variable, node.position), None, source, None, builder.function)
                source.depth = builder.depth
            builder.assign(spot, source, "captured by a closure", spot, node.position)
    builder.track(spot)
    return spot


def _address(builder: Builder, node: nodes.AddressOf) -> Spot:
    literal = node.operand
    if type(literal) is nodes.CompositeLiteral:
        spot = builder.made(POINTER_LITERAL, node)
        spot.position = builder.state.lines.pointer_literal(node, literal)
        if builder.rules.large_literals and literal.type is not None and size_of(literal.type) >= IMPLICIT_LIMIT:
            builder.too_large(spot)
        spot.left = _literal(builder, literal, literal.position if node.implicit else literal.end or literal.position)
        builder.track(spot)
        builder.assign(spot, spot.left, "pointer literal [assign]", spot, node.position)
        return spot
    operand = builder.operand(literal)
    spot = Spot(ADDRESS, node.position, node.type, operand, node, builder.function)
    builder.track(spot)
    if operand.kind == LOCAL and not operand.moved and operand.depth:
        spot.depth = operand.depth
    elif operand.kind in (PARAMETER, RESULT) and not operand.moved:
        spot.depth = 1
    return spot


def _composite(builder: Builder, node: nodes.CompositeLiteral) -> Spot:
    return _literal(builder, node, node.position)


def _literal(builder: Builder, node: nodes.CompositeLiteral, start: int) -> Spot:
    type_ = None if node.type is None else underlying(node.type)
    if type(type_) is Map:
        return _map_literal(builder, node)
    elements = [
        builder.converted(_element_value(element), position) or builder.nothing
        for element, position in builder.state.lines.elements(node, start)
    ]
    if type(type_) is Struct:
        return _struct_literal(builder, node, elements)
    if type(type_) is Array:
        spot = Spot(ARRAY_LITERAL, node.position, node.type, None, node, builder.function)
        for element_spot in elements:
            builder.assign(spot, element_spot, "array literal element", spot, node.position)
        return spot
    spot = builder.made(SLICE_LITERAL, node)
    spot.elements = elements
    builder.track(spot)
    for element_spot in elements:
        if builder.rules.literal_elements:
            builder.assign(spot, element_spot, "slice literal element", spot, node.position)
        else:
            builder.leak(element_spot, "slice literal element", spot)
    return spot


def _element_value(element: Expression) -> Expression:
    return element.element if type(element) is nodes.KeyValue else element


def _struct_literal(builder: Builder, node: nodes.CompositeLiteral, elements: list[Spot]) -> Spot:
    spot = Spot(STRUCT_LITERAL, node.position, node.type, None, node, builder.function)
    for source in elements:
        builder.assign(spot, source, "struct literal element", spot, node.position)
    return spot


def _map_literal(builder: Builder, node: nodes.CompositeLiteral) -> Spot:
    spot = builder.made(MAP_LITERAL, node)
    pairs = []
    for element in node.elements:
        if type(element) is nodes.KeyValue and element.key is not None:
            key = builder.converted(element.key, element.position, element.element)
            pairs.append((key, builder.converted(element.element, element.position, element.element)))
    builder.track(spot)
    for key, value in pairs:
        builder.leak(key, "map literal key", spot)
        builder.leak(value, "map literal value", spot)
    return spot


def _field(builder: Builder, node: nodes.FieldOf) -> Spot:
    operand = builder.operand(node.operand)
    kind = DOT_POINTER if node.through_pointer else DOT
    return Spot(kind, node.position, node.type, operand, node, builder.function)


def _dereference(builder: Builder, node: nodes.Dereference) -> Spot:
    return Spot(INDIRECT, node.position, node.type, builder.operand(node.operand), node, builder.function)


def _index(builder: Builder, node: nodes.Index) -> Spot:
    operand = builder.operand(node.operand)
    type_ = None if node.operand.type is None else underlying(node.operand.type)
    if type(type_) is Map:
        spot = Spot(INDEX_MAP, node.position, node.type, operand, node, builder.function)
        spot.right = builder.converted(node.index, node.position)
        return spot
    builder.skipped(node.index)
    if node.through_pointer:
        operand = builder.dereferenced(operand)
        operand.depth = 0
        return Spot(INDEX_ARRAY, node.position, node.type, operand, node, builder.function)
    kind = INDEX_ARRAY if type(type_) is Array else INDEX_SLICE
    return Spot(kind, node.position, node.type, operand, node, builder.function)


def _slice(builder: Builder, node: nodes.SliceOf) -> Spot:
    operand = builder.operand(node.operand)
    for bound in (node.low, node.high, node.maximum):
        builder.skipped(bound)
    return Spot(SLICE, node.position, node.type, operand, node, builder.function)


def _method_value(builder: Builder, node: nodes.MethodOf) -> Spot:
    if node.of_type:
        return Spot(FUNCTION, node.position, node.type, None, node, builder.function)
    spot = builder.made(METHOD_VALUE, node, builder.operand(node.operand))
    builder.track(spot)
    builder.leak(spot.left, "call part", spot)
    return spot


def _assertion(builder: Builder, node: nodes.TypeAssertion) -> Spot:
    operand = builder.operand(node.operand)
    kind = ASSERT_OK if node.comma_ok else ASSERT
    return Spot(kind, node.position, node.type, operand, node, builder.function)


def _receive(builder: Builder, node: nodes.Receive) -> Spot:
    builder.skipped(node.operand)
    return builder.nothing


def _unary(builder: Builder, node: nodes.Unary) -> Spot:
    operand = builder.operand(node.operand)
    if operand.kind in _FLOWING:
        return Spot(ARITHMETIC, node.position, node.type, operand, node, builder.function)
    return builder.nothing


def _binary(builder: Builder, node: nodes.Binary) -> Spot:
    chain = [node]
    left = node.left
    while type(left) is nodes.Binary and left.value is None:
        chain.append(left)
        left = left.left
    found = builder.operand(_compared(chain[-1], left))
    for binary in reversed(chain):
        right = builder.operand(_compared(binary, binary.right))
        flowing = found.kind in _FLOWING or right.kind in _FLOWING
        if flowing and binary.operator in _ARITHMETIC:
            spot = Spot(ARITHMETIC, binary.position, binary.type, found, binary, builder.function)
            spot.right = right
            found = spot
        else:
            found = builder.nothing
    return found


def _compared(node: nodes.Binary, operand: Expression) -> Expression:
    """Leave out the conversion of a comparison's operand to the other's interface type, where none is made.

    One is made, and named as if it were written, of a value of 64 KiB and more, and of another interface
    (``typecheck1``, cmd/compile/internal/gc/typecheck.go at go1.8).
    """
    if node.operator in _ARITHMETIC or type(operand) is not nodes.Convert or not operand.implicit:
        return operand
    inner = operand.operand
    if inner.type is None or (
        size_of(inner.type) < IMPLICIT_LIMIT and not isinstance(underlying(inner.type), Interface)
    ):
        return inner
    made = nodes.Convert(node.position, inner)
    made.type = operand.type
    return made


def _concat(builder: Builder, node: nodes.Concat) -> Spot:
    for operand in node.operands:
        builder.skipped(operand)
    return _string(builder, node)


def _string(builder: Builder, node: Expression) -> Spot:
    spot = builder.made(ALLOCATION, node)
    if not builder.rules.strings:
        return builder.nothing
    builder.track(spot)
    return spot


def _builtin(builder: Builder, node: nodes.Builtin) -> Spot:
    handle = _BUILTINS.get(node.name)
    if handle is not None:
        return handle(builder, node)
    for argument in node.arguments:
        builder.skipped(argument)
    return builder.nothing


def _append(builder: Builder, node: nodes.Builtin) -> Spot:
    spot = builder.made(APPEND, node)
    elements = [builder.converted(argument, spot.position) or builder.nothing for argument in node.arguments]
    spot.elements = elements
    if not elements:
        return builder.nothing
    if not node.spread:
        for element in elements[1:]:
            builder.leak(element, "appended to slice", spot)
    elif builder.rules.contents and len(elements) > 1:
        builder.leak_content(elements[1], "appended slice...", spot, node.position)
    if builder.rules.contents:
        builder.leak_content(elements[0], "appendee slice", spot, node.position)
    return spot


def _copy(builder: Builder, node: nodes.Builtin) -> Spot:
    operands = [builder.operand(argument) for argument in node.arguments]
    if builder.rules.contents and len(operands) > 1:
        spot = Spot(0, node.position, node.type, None, node, builder.function)
        builder.leak_content(operands[1], "copied slice", spot, node.position)
    return builder.nothing


def _panic(builder: Builder, node: nodes.Builtin) -> Spot:
    for argument in node.arguments:
        plain = argument
        if type(argument) is nodes.Convert and argument.implicit:
            plain = argument.operand
        spot = Spot(0, node.position, None, None, node, builder.function)
        builder.leak(builder.operand(plain), "panic", spot)
    return builder.nothing


def _make(builder: Builder, node: nodes.Builtin) -> Spot:
    spot = builder.made(ALLOCATION, node)
    if type(None if node.made is None else underlying(node.made)) is Slice and not is_small_make(node):
        if builder.rules.large_at_once:
            builder.too_large(spot)
        constant = all(argument.value is not None for argument in node.arguments)
        spot.why = "too large for the stack" if constant else "its size is not a constant"
    for argument in node.arguments:
        builder.skipped(argument)
    builder.track(spot)
    return spot


def is_small_make(node: nodes.Builtin) -> bool:
    """Say whether a ``make`` of a slice may be on the stack (``isSmallMakeSlice``, walk.go at go1.8)."""
    sizes = [argument.value for argument in node.arguments]
    if not all(isinstance(size, int) or getattr(size, "denominator", 0) == 1 for size in sizes):
        return False
    made = None if node.made is None else underlying(node.made)
    width = size_of(made.element) if type(made) is Slice else 1
    capacity = sizes[-1] if sizes else None
    return capacity is not None and (width == 0 or int(capacity) < IMPLICIT_LIMIT // width)  # type: ignore[arg-type]


def _new(builder: Builder, node: nodes.Builtin) -> Spot:
    spot = builder.made(ALLOCATION, node)
    if node.made is not None and size_of(node.made) >= IMPLICIT_LIMIT:
        if builder.rules.large_at_once:
            builder.too_large(spot)
        spot.why = "too large for the stack"
    builder.track(spot)
    return spot


def _convert(builder: Builder, node: nodes.Convert) -> Spot | None:
    return conversion(builder, node)


def _inlined(builder: Builder, node: nodes.InlinedCall) -> Spot | None:
    """Walk an inlined body; as a value it is its result, in a conversion that holds the statements (``addinit``)."""
    builder.each(node.prologue)
    around = builder.written_in
    if not builder.rules.inlined_here:
        builder.written_in = node.callee
    builder.each(node.body)
    builder.written_in = around
    if not node.results:
        return builder.nothing
    result = builder.operand(node.results[0])
    spot = Spot(CONVERT, node.position, node.results[0].type, result, node, builder.function)
    builder.assign(spot, result, "converted", spot, node.position)
    spot.results = [result, *(builder.operand(other) for other in node.results[1:])]
    return spot


_BUILTINS: Final[dict[str, Callable[[Builder, nodes.Builtin], Spot]]] = {
    "append": _append,
    "copy": _copy,
    "panic": _panic,
    "make": _make,
    "new": _new,
}

EXPRESSIONS: Final[dict[type, Callable[[Builder, Any], Spot | None]]] = {
    nodes.Name: _name,
    nodes.FunctionLiteral: _function_literal,
    nodes.AddressOf: _address,
    nodes.CompositeLiteral: _composite,
    nodes.FieldOf: _field,
    nodes.Dereference: _dereference,
    nodes.Index: _index,
    nodes.SliceOf: _slice,
    nodes.MethodOf: _method_value,
    nodes.TypeAssertion: _assertion,
    nodes.Receive: _receive,
    nodes.Unary: _unary,
    nodes.Binary: _binary,
    nodes.Concat: _concat,
    nodes.Builtin: _builtin,
    nodes.Call: call,
    nodes.Convert: _convert,
    nodes.InlinedCall: _inlined,
}
"""What to do with each kind of expression; the others carry no flow."""
