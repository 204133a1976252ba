"""What the initial values of a package's variables allocate.

What is constant, or an address, is laid out by the linker; the rest is made by the function ``init``, which is written
after the escape analysis: nothing is known of what it makes, and that is on the heap (``staticassign`` and ``fninit``,
golang/go src/cmd/compile/internal/gc/{sinit,init}.go at go1.8).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.before_1_13.conversions import makes_interface, makes_string
from gcsim.escape.findings import Placement
from gcsim.escape.inlining.shape import CHILDREN, children
from gcsim.escape.syntax import nodes
from gcsim.escape.types.model import Interface, Map, Signature, Slice, initial_expressions, underlying
from gcsim.escape.types.sizes import is_direct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gcsim.escape.before_1_13.package import PackageState
    from gcsim.escape.syntax.nodes import Node

__all__ = ["initial_placements"]

_LAID_OUT: Final = "the linker lays it out"
_STARTED: Final = "made when the program starts"
_MAKING: Final = frozenset({"make", "new", "append"})


def initial_placements(state: PackageState) -> Iterator[Placement]:
    """Place what the initial values of a package's variables allocate.

    Parameters
    ----------
    state : PackageState
        Of the package; the bodies of function literals are placed as functions.

    Yields
    ------
    Placement
        In no particular order.
    """
    pending: list[tuple[Node, bool]] = [(value, True) for value in initial_expressions(state.package)]
    while pending:
        node, fixed = pending.pop()
        if getattr(node, "value", None) is not None:
            continue
        made = _made(state, node)
        if made is not None:
            static = fixed and made
            place: Any = "data segment" if static else "heap"
            reason = _LAID_OUT if static else _STARTED
            label = state.wording.node(node, packed=type(node) is nodes.Call)
            yield Placement(node, node.position, label, None, place, reason)  # type: ignore[arg-type]
        keeps = fixed and _keeps(node)
        pending += [(child, keeps) for child in _parts(node)]


def _parts(node: Node) -> list[Node]:
    """List what a value is made of; what ``&T{…}`` points to and a called method are no values of their own."""
    if type(node) is nodes.AddressOf and type(node.operand) is nodes.CompositeLiteral:
        return list(node.operand.elements)
    if type(node) is nodes.Call and type(node.function) is nodes.MethodOf:
        return [node.function.operand, *node.arguments]
    return list(children(node)) if type(node) in CHILDREN else []


def _keeps(node: Node) -> bool:
    """Say whether the parts of a value are laid out where the value is."""
    if type(node) is nodes.CompositeLiteral:
        return node.type is not None and type(underlying(node.type)) is not Map
    if type(node) is nodes.AddressOf:
        return _keeps(node.operand)
    return type(node) in (nodes.KeyValue, nodes.Convert)


def _made(state: PackageState, node: Node) -> bool | None:
    """Say of what is allocated whether the linker can lay it out; None where nothing is."""
    judge = _JUDGES.get(type(node))
    return None if judge is None else judge(state, node)


def _pointer(_state: PackageState, node: nodes.AddressOf) -> bool | None:
    return True if type(node.operand) is nodes.CompositeLiteral else None


def _function(_state: PackageState, node: nodes.FunctionLiteral) -> bool:
    return node.function is None or not node.function.captures


def _sum(_state: PackageState, _node: nodes.Concat) -> bool:
    return False


def _method(_state: PackageState, node: nodes.MethodOf) -> bool | None:
    return None if node.of_type else False


def _builtin(_state: PackageState, node: nodes.Builtin) -> bool | None:
    return False if node.name in _MAKING else None


def _literal(_state: PackageState, node: nodes.CompositeLiteral) -> bool | None:
    type_ = None if node.type is None else underlying(node.type)
    if type(type_) is Map:
        return False
    return True if type(type_) is Slice else None


def _converted(state: PackageState, node: nodes.Convert) -> bool | None:
    source, target = node.operand.type, node.type
    if source is None or target is None:
        return None
    if makes_interface(source, target):
        holds_it = is_direct(source) or isinstance(underlying(source), Interface)
        return None if holds_it else state.rules.initial_interfaces
    if makes_string(source, target):
        return node.operand.value is not None
    return None


def _packed(_state: PackageState, node: nodes.Call) -> bool | None:
    type_ = None if node.function.type is None else underlying(node.function.type)
    if not isinstance(type_, Signature) or not type_.variadic or node.spread:
        return None
    return False if len(node.arguments) >= len(type_.parameters) else None


_JUDGES: Final[dict[type, Callable[[PackageState, Any], bool | None]]] = {
    nodes.AddressOf: _pointer,
    nodes.Builtin: _builtin,
    nodes.Call: _packed,
    nodes.CompositeLiteral: _literal,
    nodes.Concat: _sum,
    nodes.Convert: _converted,
    nodes.FunctionLiteral: _function,
    nodes.MethodOf: _method,
}
"""What allocates, and what says whether the linker can lay it out."""
