"""``reflect.SliceHeader`` and ``reflect.StringHeader``, whose ``Data`` is a pointer although its type is ``uintptr``.

Learnt from golang/go src/cmd/compile/internal/ir/expr.go:1027 at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.types.model import Basic, Named, Pointer, underlying

if TYPE_CHECKING:
    from gcsim.escape.syntax.nodes import FieldOf

__all__ = ["is_data_of_header"]

_HEADERS: Final = frozenset({"SliceHeader", "StringHeader"})


def is_data_of_header(node: FieldOf) -> bool:
    """Say whether a selector is the ``Data`` of one of the two."""
    if node.field.name != "Data" or type(node.type) is not Basic or node.type.kind != "uintptr":
        return False
    type_ = node.operand.type
    if node.through_pointer and type_ is not None:
        pointer = underlying(type_)
        type_ = pointer.element if type(pointer) is Pointer else None
    return type(type_) is Named and type_.package == "reflect" and type_.name in _HEADERS
