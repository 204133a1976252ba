"""Indices that cannot be out of an array's bounds by their type or form, of which ``-m`` tells too.

Learnt from golang/go src/cmd/compile/internal/walk/expr.go:711 and :880 at go1.19. The message comes when functions
are compiled, after all analysis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.findings import Diagnostic
from gcsim.escape.from_1_13.limits import SMALL
from gcsim.escape.from_1_13.survey import inside_out
from gcsim.escape.syntax.nodes import Binary
from gcsim.escape.types.model import Array, Basic, Pointer, underlying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gcsim.escape.from_1_13.survey import Surveys
    from gcsim.escape.syntax.nodes import Expression, Index
    from gcsim.escape.types.model import FunctionObject

__all__ = ["in_compilation_order", "is_bounded", "tell_bounds"]

ELIDED: Final = "index bounds check elided"


def tell_bounds(function: FunctionObject, surveys: Surveys) -> list[Diagnostic]:
    """Tell of indices within bounds in a function and the literals inside it."""
    return [
        Diagnostic(node.position, ELIDED)
        for inner in in_compilation_order(function, surveys)
        for node in surveys.of[inner].indices
        if node.index.value is None and is_bounded(node.index, _length(node))
    ]


def in_compilation_order(function: FunctionObject, surveys: Surveys) -> Iterator[FunctionObject]:
    """Walk a function and the literals inside it as they are compiled.

    A literal that captures nothing is a function of its own, known before the one around it; the others come with
    the function around them, behind it, the last first (gc/compile.go:30).
    """
    for literal in inside_out(function, surveys):
        if not literal.captures:
            yield from _with_closures(literal, surveys)
    yield from _with_closures(function, surveys)


def _with_closures(function: FunctionObject, surveys: Surveys) -> Iterator[FunctionObject]:
    yield function
    for literal in reversed(surveys.of[function].literals):
        if literal.outer is not None and literal.captures:
            yield from _with_closures(literal, surveys)


def _length(node: Index) -> int:
    """Give the number of elements of what is indexed where that is constant, else 0."""
    operand = node.operand
    if type(operand.value) is bytes:
        return len(operand.value)
    if operand.type is None:
        return 0
    type_ = underlying(operand.type)
    if type(type_) is Pointer:
        type_ = underlying(type_.element)
    return type_.length if type(type_) is Array else 0


def is_bounded(node: Expression, limit: int) -> bool:
    """Say whether an integer is at least 0 and below a limit whatever its operands are."""
    basic = underlying(node.type) if node.type is not None else None
    if type(basic) is not Basic or not basic.kind.lstrip("u").startswith("int"):
        return False
    unsigned = basic.kind.startswith("u")
    bits = 8 * basic.size
    if type(node) is Binary:
        known, bits = _narrowed(node, limit, bits, unsigned=unsigned)
        if known:
            return True
    return unsigned and bits <= _WIDEST and 1 << bits <= limit


def _narrowed(node: Binary, limit: int, bits: int, *, unsigned: bool) -> tuple[bool, int]:
    """Say whether an operation alone keeps a value below the limit, and how many bits it leaves."""
    right = _small(node.right)
    if node.operator in ("&", "&^"):
        return _is_masked(node, limit, bits if unsigned else 0), bits
    if not unsigned or right is None:
        return False, bits
    if node.operator == "%":
        return 0 <= right <= limit, bits
    if node.operator == "/":
        return False, bits - max(right.bit_length() - 1, 0)
    if node.operator == ">>":
        return right > bits, max(bits - right, 0)
    return False, bits


def _is_masked(node: Binary, limit: int, bits: int) -> bool:
    """Say whether a constant mask is below the limit; ``bits`` of an unsigned value, 0 of a signed one."""
    mask, right = _small(node.left), _small(node.right)
    if mask is None and right is not None:
        mask = right
        if node.operator == "&^":
            mask = ~right & (1 << bits) - 1 if bits else ~right
    return mask is not None and 0 <= mask < limit


def _small(node: Expression) -> int | None:
    value = node.value
    return value if type(value) is int and -SMALL <= value < SMALL else None


_WIDEST: Final = 62
