"""Where each variable and each allocation of a package lives, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from gcsim.escape.before_1_13.initial import initial_placements
from gcsim.escape.before_1_13.spots import (
    ADDRESS,
    ALLOCATION,
    APPEND,
    CLOSURE,
    CONTENT,
    CONVERT,
    FATE,
    HEAP,
    INTERFACE,
    MAP_LITERAL,
    NONE,
    PARAMETER,
    SCOPE,
    Path,
    Spot,
)
from gcsim.escape.findings import Placement, Step
from gcsim.escape.syntax import nodes
from gcsim.escape.types.model import Channel, Interface, Map, underlying
from gcsim.escape.types.sizes import is_direct, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gcsim.escape.before_1_13.package import PackageState
    from gcsim.escape.types.model import Type

__all__ = ["placements", "steps"]

Place = Literal["stack", "heap", "data segment"]

_STAYS: Final = "does not leave the function"
_TEXT: Final[tuple[Place, str]] = ("stack", "in a buffer of 32 bytes, if it fits (runtime/string.go tmpBuf, go1.5)")

_BOXED_LIMIT: Final = 1024
"""Bytes up to which a value that an interface holds may be on the stack (OCONVIFACE in walk.go, go1.5 to go1.8)."""


def placements(state: PackageState) -> list[Placement]:
    """Place everything that the analysis of a package met.

    Parameters
    ----------
    state : PackageState
        After all groups have been analysed.

    Returns
    -------
    list of Placement
        In the order of the text.
    """
    found = [placement for spot in state.spots if (placement := _placement(state, spot)) is not None]
    found += _globals(state)
    found += initial_placements(state)
    found.sort(key=lambda placement: placement.position)
    return found


def _globals(state: PackageState) -> Iterator[Placement]:
    for declaration in state.package.globals:
        for variable in declaration.variables:
            if variable.name != "_":
                yield Placement(
                    variable, variable.position, variable.name, None, "data segment", "a variable of the package"
                )


def _placement(state: PackageState, spot: Spot) -> Placement | None:
    if spot.variable is not None:
        return _variable(state, spot)
    if spot.node is None or _holds_pointer(spot):
        return None
    place, reason = _allocation(state, spot)
    path = steps(state, spot.path) if place == "heap" else []
    text = state.wording.spot(spot)
    return Placement(spot.node, spot.node.position, text, spot.function, place, reason, path)  # type: ignore[arg-type]


def _variable(state: PackageState, spot: Spot) -> Placement | None:
    variable = spot.variable
    if variable is None or variable.name == "_" or not (variable.name or spot.moved):
        return None
    name = state.wording.variable(variable)
    if not spot.moved:
        reason = _STAYS if spot.kind != PARAMETER else _parameter_reason(spot)
        return Placement(variable, variable.position, name, variable.function, "stack", reason)
    path = steps(state, spot.path)
    reason = spot.why or _escaping_reason(path, "its address")
    return Placement(variable, variable.position, name, variable.function, "heap", reason, path)


def _parameter_reason(spot: Spot) -> str:
    fate = spot.escape & FATE
    if fate in (SCOPE, HEAP):
        return "a parameter; what it holds escapes"
    if spot.escape & CONTENT:
        return "a parameter; what it points to escapes"
    return "a parameter" if fate <= NONE else "a parameter; what it holds is returned"


def _escaping_reason(path: list[Step], what: str) -> str:
    if not path:
        return f"{what} escapes"
    return f"{what} escapes: {path[-1].why}"


def _allocation(state: PackageState, spot: Spot) -> tuple[Place, str]:
    if spot.escape & FATE == HEAP:
        return "heap", spot.why or _escaping_reason(steps(state, spot.path), "it")
    if spot.why:
        return "heap", spot.why
    unsaid = _unsaid(state, spot)
    return unsaid if unsaid is not None else ("stack", _STAYS)


def _unsaid(state: PackageState, spot: Spot) -> tuple[Place, str] | None:
    """Place what the messages do not tell the truth about, or do not speak of."""
    if spot.kind == APPEND:
        return "heap", "append grows its slice on the heap, if it must"
    if spot.kind == CLOSURE and not _captures(spot):
        return "data segment", "it captures nothing"
    return _interface(state, spot) if spot.kind in (INTERFACE, CONVERT) else _made(state, spot)


def _made(state: PackageState, spot: Spot) -> tuple[Place, str] | None:
    made = _made_type(spot)
    if isinstance(made, Channel):
        return "heap", "channels are always on the heap"
    old = not state.rules.strings
    if isinstance(made, Map) or spot.kind == MAP_LITERAL:
        return ("heap", "maps are always on the heap until 1.4") if old else None
    if spot.kind == ALLOCATION and not isinstance(spot.node, nodes.Builtin):
        return ("heap", "strings are always made on the heap until 1.4") if old else _TEXT
    return None


def _captures(spot: Spot) -> bool:
    return isinstance(spot.node, nodes.FunctionLiteral) and bool(spot.node.function and spot.node.function.captures)


def _holds_pointer(spot: Spot) -> bool:
    """Say whether an interface is made of a pointer or of another interface: nothing is allocated."""
    if spot.kind not in (INTERFACE, CONVERT) or not isinstance(spot.node, nodes.Convert):
        return False
    source = spot.node.operand.type
    return source is not None and (is_direct(source) or isinstance(underlying(source), Interface))


def _made_type(spot: Spot) -> Type | None:
    made = spot.node.made if isinstance(spot.node, nodes.Builtin) and spot.node.name == "make" else None
    return None if made is None else underlying(made)


def _interface(state: PackageState, spot: Spot) -> tuple[Place, str] | None:
    if not isinstance(spot.node, nodes.Convert):
        return None
    source = spot.node.operand.type
    if not state.rules.interfaces:
        return "heap", "an interface's value is always on the heap until 1.4"
    if source is not None and size_of(source) > _BOXED_LIMIT:
        return "heap", "an interface's value of more than 1024 bytes is always on the heap"
    return None


def steps(state: PackageState, path: Path | None) -> list[Step]:
    """Tell a path from the value outwards (``describe``, golang/go src/cmd/compile/internal/gc/esc.go at go1.8)."""
    found: list[Step] = []
    seen: set[int] = set()
    while path is not None and id(path.edge) not in seen:
        seen.add(id(path.edge))
        edge, before = path
        shown = edge.shown if before is None else before.edge.source
        if edge.why:
            found.append(Step(state.wording.spot(shown), edge.why, edge.where or shown.position))
        elif edge.source.kind == ADDRESS:
            found.append(Step(state.wording.spot(edge.source), "address-of", edge.source.position))
        path = before
    return found
