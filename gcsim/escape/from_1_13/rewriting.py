"""Expressions as they stand in the compiler's tree when it prints them, which differs from the text in places.

Calls of methods are calls of functions that take the receiver first, arguments of a variadic parameter are one slice,
a constant string that becomes a slice of runes is a literal, and what an outer literal leaves out is there. Learnt
from golang/go src/cmd/compile/internal/typecheck/func.go:40 and :61 and noder/transform.go:66 at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.inlining.shape import CHILDREN, SLOTS
from gcsim.escape.syntax.nodes import (
    AddressOf,
    Binary,
    Builtin,
    Call,
    CompositeLiteral,
    Convert,
    InlinedCall,
    MethodOf,
    Name,
)
from gcsim.escape.types.model import Basic, NilObject, Signature, Slice, underlying

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.syntax.nodes import Expression, Node

__all__ = ["as_compiled"]


def as_compiled(node: Node) -> Any:  # noqa: ANN401 - of the kind that was given, or what stands for it
    """Give a node in the compiler's form: itself where nothing in it differs, else a copy."""
    rule = _RULES.get(type(node))
    return _inside(node) if rule is None else rule(node)


def _inside(node: Node) -> Node:
    """Give a node whose parts are in the compiler's form."""
    changed: dict[str, object] = {}
    for name in CHILDREN.get(type(node), ()):
        value = getattr(node, name)
        if type(value) is list:
            new = [as_compiled(item) for item in value]
            if any(item is not old for item, old in zip(new, value, strict=True)):
                changed[name] = new
        elif value is not None:
            part = as_compiled(value)
            if part is not value:
                changed[name] = part
    return _copy(node, changed) if changed else node


def _copy(node: Node, changed: dict[str, object]) -> Node:
    copy = type(node).__new__(type(node))
    for name in SLOTS[type(node)]:
        setattr(copy, name, changed.get(name, getattr(node, name)))
    return copy


def _call(node: Call) -> Call:
    arguments: list[Expression] = [as_compiled(argument) for argument in node.arguments]
    function = as_compiled(node.function)
    spread = node.spread
    signature = _signature(node)
    if signature is not None and signature.variadic and not spread:
        fixed = len(signature.parameters) - 1
        arguments[fixed:] = [_packed(node, signature, arguments[fixed:])]
        spread = True
    if type(node.function) is MethodOf and not node.function.of_type and node.function.method is not None:
        receiver = function.operand
        function = MethodOf(function.position, receiver, function.name, function.method, of_type=True)
        function.type = node.function.type
        arguments.insert(0, receiver)
    call = Call(node.position, function, arguments, spread)
    call.type = node.type
    return call


def _signature(node: Call) -> Signature | None:
    if type(node.function) is MethodOf and node.function.method is not None and not node.function.of_type:
        return node.function.method.signature
    signature = underlying(node.function.type) if node.function.type is not None else None
    return signature if type(signature) is Signature else None


def _packed(node: Call, signature: Signature, extra: list[Expression]) -> Expression:
    """Give the slice of a variadic parameter's arguments, ``nil`` for none."""
    packed: Expression = CompositeLiteral(node.position, None, extra, packed=True)
    if not extra:
        packed = Name(node.position, NilObject("nil", "", 0))
    packed.type = signature.parameters[-1]
    return packed


def _address(node: AddressOf) -> Node:
    operand = as_compiled(node.operand)
    if type(operand) is CompositeLiteral and node.implicit:
        return _copy(node, {"operand": operand, "implicit": False})
    return node if operand is node.operand else _copy(node, {"operand": operand})


def _convert(node: Convert) -> Node:
    target = underlying(node.type) if node.type is not None else None
    if node.value is None and type(target) is Slice and type(node.operand.value) is bytes:
        element = underlying(target.element)
        if type(element) is Basic and element.kind == "int32":
            literal = CompositeLiteral(node.position, None, [node.operand] if node.operand.value else [])
            literal.type = node.type
            return literal
    return _inside(node)


def _builtin(node: Builtin) -> Node:
    if node.name in ("Add", "Slice"):
        return _copy(_inside(node), {"name": f"unsafe.{node.name}"})
    return _inside(node)


def _binary(node: Binary) -> Binary:
    """Give a chain of operations, which leans to the left, without going down into it."""
    chain = [node]
    while type(chain[-1].left) is Binary:
        chain.append(chain[-1].left)
    left: Expression = as_compiled(chain[-1].left)
    for link in reversed(chain):
        right = as_compiled(link.right)
        same = left is link.left and right is link.right
        left = link if same else _copy(link, {"left": left, "right": right})  # type: ignore[assignment]
    return left  # type: ignore[return-value]


def _inlined(node: InlinedCall) -> Node:
    return node


_RULES: Final[dict[type, Callable[[Any], Node]]] = {
    Call: _call,
    AddressOf: _address,
    Convert: _convert,
    Builtin: _builtin,
    Binary: _binary,
    InlinedCall: _inlined,
}
