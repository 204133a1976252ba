"""What must be on the heap whoever holds it: values too large for a stack, and slices of a size not known.

Learnt from golang/go src/cmd/compile/internal/escape/utils.go:185 and ir/cfg.go at go1.19. Its third reason,
alignment beyond a pointer's, does not happen on amd64.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.syntax.nodes import AddressOf, Builtin, FunctionLiteral, MethodOf
from gcsim.escape.types.model import Slice, underlying
from gcsim.escape.types.sizes import WORD, size_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.from_1_13.graph import Location
    from gcsim.escape.types.model import FunctionObject, Variable

__all__ = ["BY_VALUE", "SMALL", "heap_reason"]

EXPLICIT: Final = 10 << 20
"""The most bytes of a declared variable on the stack (ir/cfg.go:13)."""

IMPLICIT: Final = 64 << 10
"""The most bytes on the stack of what ``new``, ``&T{}``, ``make`` or a closure makes (ir/cfg.go:20)."""

BY_VALUE: Final = 128
"""The most bytes of a variable that a closure holds a copy of (escape/escape.go:240)."""

SMALL: Final = 1 << 31
"""Constants below this, and not below its negative, serve as sizes (ir/const.go:22)."""

TOO_LARGE: Final = "too large for stack"
NOT_CONSTANT: Final = "non-constant size"


def heap_reason(location: Location, by_value: Callable[[FunctionObject, Variable], bool]) -> str:
    """Give the reason for which a location must be on the heap, empty where there is none.

    Parameters
    ----------
    location : Location
        Of a variable or an expression.
    by_value : callable
        Says of a function literal and a variable that it captures whether it holds a copy.
    """
    subject: Any = location.subject
    if subject is None or subject.type is None or location.parameter or location.result:
        return ""
    special = _EXPRESSIONS.get(type(subject))
    if special is not None:
        return special(subject, by_value)
    return TOO_LARGE if size_of(subject.type) > EXPLICIT else ""


def _literal_address(node: AddressOf, _: object) -> str:
    return TOO_LARGE if node.operand.type is not None and size_of(node.operand.type) > IMPLICIT else ""


def _closure(node: FunctionLiteral, by_value: Callable[[FunctionObject, Variable], bool]) -> str:
    function = node.function
    if function is None:
        return ""
    size = WORD
    for variable in function.captures:
        size += size_of(variable.type) + WORD - 1 & -WORD if by_value(function, variable) else WORD
    return TOO_LARGE if size > IMPLICIT else ""


def _method_value(node: MethodOf, _: object) -> str:
    return TOO_LARGE if node.operand.type is not None and WORD + size_of(node.operand.type) > IMPLICIT else ""


def _made(node: Builtin, _: object) -> str:
    if node.made is None:
        return ""
    if node.name == "new":
        return TOO_LARGE if size_of(node.made) > IMPLICIT else ""
    made = underlying(node.made)
    if type(made) is not Slice:
        return ""
    count = node.arguments[-1].value
    if type(count) is not int or not -SMALL <= count < SMALL:
        return NOT_CONSTANT
    size = size_of(made.element)
    return TOO_LARGE if size and count > IMPLICIT // size else ""


_EXPRESSIONS: Final[dict[type, Callable[[Any, Any], str]]] = {
    AddressOf: _literal_address,
    FunctionLiteral: _closure,
    MethodOf: _method_value,
    Builtin: _made,
}
