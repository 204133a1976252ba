"""Conversions: which keep the value, which make a new one.

Learnt from ``assignop`` and ``convertop``, golang/go src/cmd/compile/internal/gc/subr.go at go1.8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.before_1_13.spots import ALLOCATION, CONVERT, INTERFACE, LITERAL, Spot
from gcsim.escape.types.model import Basic, Interface, Named, NilObject, Slice, underlying
from gcsim.escape.types.relations import identical

if TYPE_CHECKING:
    from gcsim.escape.before_1_13.builder import Builder
    from gcsim.escape.syntax.nodes import Convert
    from gcsim.escape.types.model import Type

__all__ = ["conversion", "makes_interface", "makes_string"]

_BYTES = frozenset({"uint8", "int32"})


def conversion(builder: Builder, node: Convert) -> Spot | None:
    """Walk a conversion."""
    source, target = node.operand.type, node.type
    operand = builder.operand(node.operand)
    if source is None or target is None or _is_nil(node):
        return operand if operand.kind == LITERAL else _kept(builder, node, operand)
    if makes_interface(source, target):
        return _interface(builder, node, operand)
    if makes_string(source, target):
        spot = builder.made(ALLOCATION, node)
        if builder.rules.strings:
            builder.track(spot)
        return spot if builder.rules.strings else builder.nothing
    return operand if node.implicit and identical(source, target) else _kept(builder, node, operand)


def _interface(builder: Builder, node: Convert, operand: Spot) -> Spot:
    spot = builder.made(INTERFACE, node, operand)
    if builder.rules.interfaces:
        builder.track(spot)
        builder.assign(spot, operand, "interface-converted", spot, node.position)
    else:
        spot.kind = CONVERT
        builder.assign(spot, operand, "converted", spot, node.position)
    return spot


def _kept(builder: Builder, node: Convert, operand: Spot) -> Spot:
    spot = Spot(CONVERT, node.position, node.type, operand, node, builder.function)
    builder.assign(spot, operand, "converted", spot, node.position)
    return spot


def _is_nil(node: Convert) -> bool:
    return isinstance(getattr(node.operand, "object", None), NilObject)


def makes_interface(source: Type, target: Type) -> bool:
    """Say whether a conversion makes an interface value, rather than keeping one as it is.

    One interface becomes another without a change if their method sets are the same and one has no name, or if there
    are no methods.
    """
    wanted = underlying(target)
    if type(wanted) is not Interface:
        return False
    given = underlying(source)
    if type(given) is not Interface:
        return True
    if not identical(given, wanted):
        return True
    return not (type(source) is not Named or type(target) is not Named or not wanted.methods)


def makes_string(source: Type, target: Type) -> bool:
    """Say whether a conversion copies text: between strings and slices of bytes or runes, or from a number."""
    given, wanted = underlying(source), underlying(target)
    if isinstance(wanted, Basic) and wanted.kind == "string":
        if type(given) is Slice:
            return True
        return isinstance(given, Basic) and given.kind not in ("string", "untyped string", "invalid")
    if type(wanted) is not Slice or not isinstance(given, Basic):
        return False
    element = underlying(wanted.element)
    return isinstance(element, Basic) and element.kind in _BYTES and given.kind in ("string", "untyped string")
