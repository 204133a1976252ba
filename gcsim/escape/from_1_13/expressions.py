"""How values flow through expressions.

Learnt from golang/go src/cmd/compile/internal/escape/expr.go and assign.go at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.from_1_13.calls import builtin, call_expression, inlined_call, method_value
from gcsim.escape.from_1_13.headers import is_data_of_header
from gcsim.escape.from_1_13.walker import Closure, Walker
from gcsim.escape.syntax.nodes import (
    AddressOf,
    Binary,
    Builtin,
    Call,
    CompositeLiteral,
    Concat,
    Convert,
    Dereference,
    FieldOf,
    FunctionLiteral,
    Index,
    InlinedCall,
    KeyValue,
    MethodOf,
    Name,
    Receive,
    SliceOf,
    TypeAssertion,
    Unary,
)
from gcsim.escape.types.model import (
    Array,
    Basic,
    FunctionObject,
    Interface,
    Map,
    Slice,
    Struct,
    Variable,
    underlying,
)
from gcsim.escape.types.sizes import is_direct, size_of
from gcsim.escape.types.universe import is_invalid

if TYPE_CHECKING:
    from gcsim.escape.from_1_13.graph import Hole, Where
    from gcsim.escape.from_1_13.walker import Batch, Expressions
    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.types.model import Type

__all__ = ["EXPRESSIONS", "asserted", "makes_copy", "uncompared", "unsafe_value", "walk_body"]

HUGE: Final = 1 << 16
"""From this size on a value is converted to be compared with an interface (noder/transform.go:235)."""

_COMPARISONS: Final = frozenset({"==", "!=", "<", "<=", ">", ">="})
_LITERALS: Final = frozenset({Array, Slice, Map, Struct})


def _name(walker: Walker, hole: Hole, node: Name) -> None:
    object_ = node.object
    if type(object_) is Variable and object_.function is not None:
        location = walker.graph.of.get(object_)
        if location is not None:
            walker.graph.flow(hole, location)


def _unary(walker: Walker, _: Hole, node: Unary | Receive) -> None:
    walker.discard(node.operand)


def _binary(walker: Walker, _: Hole, node: Binary) -> None:
    rights = []
    left: Expression = node
    while type(left) is Binary and left.value is None:
        compared = left.operator in _COMPARISONS
        rights.append(uncompared(left.right) if compared else left.right)
        left = uncompared(left.left) if compared else left.left
    walker.discard(left)
    for right in reversed(rights):
        walker.discard(right)


def uncompared(node: Expression) -> Expression:
    """Take off the conversion that a comparison with an interface stands for but does not make, of small values."""
    if type(node) is Convert and node.implicit:
        operand = node.operand
        if operand.type is not None and type(underlying(operand.type)) is not Interface:
            if size_of(operand.type) < HUGE:
                return operand
            explicit = Convert(node.position, operand)
            explicit.type = node.type
            return explicit
    return node


def _address_of(walker: Walker, hole: Hole, node: AddressOf) -> None:
    operand = node.operand
    if type(operand) is CompositeLiteral:
        walker.expression(walker.spill(hole, node), operand)
    else:
        walker.expression(walker.shifted(hole, -1, node, "address-of"), operand)


def _dereference(walker: Walker, hole: Hole, node: Dereference) -> None:
    walker.expression(walker.shifted(hole, 1, node, "indirection"), node.operand)


def _field(walker: Walker, hole: Hole, node: FieldOf) -> None:
    if node.through_pointer:
        walker.expression(walker.shifted(hole, 1, node, "dot of pointer"), node.operand)
    else:
        walker.expression(walker.noted(hole, node, "dot"), node.operand)


def _method(walker: Walker, hole: Hole, node: MethodOf) -> None:
    if not node.of_type:
        method_value(walker, hole, node)


def _assertion(walker: Walker, hole: Hole, node: TypeAssertion) -> None:
    walker.expression(asserted(walker, hole, node.type, node, "dot"), node.operand)


def asserted(walker: Walker, hole: Hole, type_: Type | None, where: Where, why: str) -> Hole:
    """Give the hole for an interface whose dynamic value goes into ``hole``: all but pointers lie behind it."""
    if type_ is not None and (is_direct(type_) or type(underlying(type_)) is Interface or is_invalid(type_)):
        return walker.noted(hole, where, why)
    return walker.shifted(hole, 1, where, why)


def _index(walker: Walker, hole: Hole, node: Index) -> None:
    operand = node.operand
    kind = None if operand.type is None else type(underlying(operand.type))
    if kind is Map:
        walker.discard(operand)
        walker.discard(node.index)
        return
    if node.through_pointer:
        hole = walker.noted(hole, node, "fixed-array-index-of")
        star = Dereference(walker.survey.places.get(node, node.position), operand, implicit=True)
        walker.expression(walker.shifted(hole, 1, star, "indirection"), operand)
    elif kind is Array:
        walker.expression(walker.noted(hole, node, "fixed-array-index-of"), operand)
    else:
        walker.expression(walker.shifted(hole, 1, node, "dot of pointer"), operand)
    walker.discard(node.index)


def _slice_of(walker: Walker, hole: Hole, node: SliceOf) -> None:
    walker.expression(walker.noted(hole, node, "slice"), node.operand)
    walker.discard(node.low)
    walker.discard(node.high)
    walker.discard(node.maximum)


def _concat(walker: Walker, hole: Hole, node: Concat) -> None:
    walker.spill(hole, node)
    for operand in node.operands:
        walker.discard(operand)


def _convert(walker: Walker, hole: Hole, node: Convert) -> None:
    operand = node.operand
    source, target = operand.type, node.type
    if source is None or target is None:
        walker.expression(hole, operand)
        return
    to, from_ = underlying(target), underlying(source)
    if type(to) is Interface:
        if type(from_) is Basic and from_.kind == "untyped nil":
            return
        if type(from_) is not Interface and not is_direct(source):
            hole = walker.spill(hole, node)
        walker.expression(walker.noted(hole, node, "interface-converted"), operand)
    elif makes_copy(from_, to):
        walker.spill(hole, node)
        walker.discard(operand)
    elif type(to) is Basic and to.kind == "unsafe.Pointer" and type(from_) is Basic and from_.kind == "uintptr":
        unsafe_value(walker, hole, operand)
    else:
        walker.expression(hole, operand)


def makes_copy(source: Type, target: Type) -> bool:
    """Say whether a conversion between underlying types makes a string or slice anew."""
    if type(target) is Basic and target.kind == "string":
        return not (type(source) is Basic and source.kind in ("string", "untyped string"))
    return type(target) is Slice and type(source) is Basic


def unsafe_value(walker: Walker, hole: Hole, node: Expression) -> None:
    """Look in arithmetic of ``uintptr`` for the pointers that it began with."""
    if node.value is not None:
        return
    if type(node) is Convert:
        from_ = underlying(node.operand.type) if node.operand.type is not None else None
        if type(from_) is Basic and from_.kind == "unsafe.Pointer":
            walker.expression(hole, node.operand)
        else:
            walker.discard(node.operand)
    elif type(node) is FieldOf and node.through_pointer:
        if is_data_of_header(node):
            walker.expression(walker.shifted(hole, 1, node, "reflect.Header.Data"), node.operand)
        else:
            walker.discard(node.operand)
    elif type(node) is Unary:
        unsafe_value(walker, hole, node.operand)
    elif type(node) is Binary:
        unsafe_value(walker, hole, node.left)
        if node.operator in ("<<", ">>"):
            walker.discard(node.right)
        else:
            unsafe_value(walker, hole, node.right)
    else:
        walker.discard(node)


def _composite(walker: Walker, hole: Hole, node: CompositeLiteral) -> None:
    kind = type(underlying(node.type)) if node.type is not None else None
    if kind is Map:
        walker.spill(hole, node)
        for element in node.elements:
            if type(element) is KeyValue:
                if element.key is not None:
                    walker.to_heap(element.key, node, "map literal key")
                walker.to_heap(element.element, node, "map literal value")
        return
    why = "array literal element"
    if kind is Slice:
        hole = walker.spill(hole, node)
        why = "slice-literal-element"
    elif kind is Struct:
        why = "struct literal element"
    elif kind is not Array:
        hole, why = walker.graph.heap_hole, "literal of an unknown type"
    for element in node.elements:
        value = element.element if type(element) is KeyValue else element
        if value.value is None:
            walker.expression(walker.noted(hole, node, why), value)


def _function_literal(walker: Walker, hole: Hole, node: FunctionLiteral) -> None:
    batch = walker.batch
    function = node.function
    hole = walker.spill(hole, node)
    if function is None:
        return
    uses = batch.surveys.of[function].first_uses
    batch.closures.append(
        Closure(hole, function, [(variable, uses.get(variable, node.position)) for variable in function.captures])
    )
    if function not in batch.members or function.glob:
        return
    for variable in function.captures:
        location = walker.graph.of.get(variable)
        if location is not None and not location.captured:
            location.captured = True
            if location.depth == walker.depth:
                location.reassigned = False
    walk_body(batch, function)


def walk_body(batch: Batch, function: FunctionObject) -> None:
    """Walk the body of a function of the batch."""
    if function.body is not None:
        Walker(batch, function, batch.surveys.of[function]).block(function.body.statements)


EXPRESSIONS: Final[Expressions] = {
    Name: _name,
    Unary: _unary,
    Receive: _unary,
    Binary: _binary,
    AddressOf: _address_of,
    Dereference: _dereference,
    FieldOf: _field,
    MethodOf: _method,
    TypeAssertion: _assertion,
    Index: _index,
    SliceOf: _slice_of,
    Concat: _concat,
    Convert: _convert,
    CompositeLiteral: _composite,
    FunctionLiteral: _function_literal,
    Call: call_expression,
    InlinedCall: inlined_call,
    Builtin: builtin,
}
"""What each kind of expression lets flow."""
