"""Where each value lives, why, and by which way it got there.

What the compiler's messages call an escape is not always an allocation: a constant that becomes an interface is read
from the data segment, a value without size has one address for all, a function literal that captures nothing is made
once by the linker. Learnt from golang/go src/cmd/compile/internal/walk/convert.go:96 (``dataWord``) and
ir/expr.go (``IsTrivialClosure``) at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.findings import Placement, Step
from gcsim.escape.from_1_13.survey import TEMPORARY
from gcsim.escape.from_1_13.synthetic import Deferred
from gcsim.escape.syntax.nodes import Convert, FunctionLiteral
from gcsim.escape.types.model import Variable
from gcsim.escape.types.sizes import size_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from gcsim.escape.from_1_13.graph import Escape, Location
    from gcsim.escape.from_1_13.walker import Batch
    from gcsim.escape.types.model import Package

__all__ = ["first_ways", "place_globals", "place_locations"]

_REASONS: Final = {
    "return": "returned",
    "assign": "assigned to what outlives it",
    "assign-pair": "assigned to what outlives it",
    "assign-pair-dot-type": "assigned to what outlives it",
    "assign-pair-mapr": "assigned to what outlives it",
    "assign-pair-receive": "assigned to what outlives it",
    "call parameter": "passed to a call that keeps it, or may",
    "captured by a closure": "captured by a closure that outlives it",
    "send": "sent on a channel",
    "map literal key": "put into a map",
    "map literal value": "put into a map",
    "key of map put": "put into a map",
    "spill": "made to be called by another goroutine, or in a loop",
    "slice-literal-element": "held by a slice that outlives it",
    "range-deref": "held by a variable that outlives it",
}
"""What the last note of a way to the heap says, in words; others say it themselves."""

_CHANNEL: Final = "channels are always on the heap"
"""``makechan`` allocates with ``mallocgc``, whoever holds the channel (golang/go src/runtime/chan.go:96 at go1.19)."""


def place_locations(batch: Batch) -> list[Placement]:
    """List the places of a group's variables and of what its expressions make."""
    ways = first_ways(batch.graph.escapes)
    placements = []
    for location in batch.graph.locations:
        subject = location.subject
        if subject is None or type(subject) is Deferred:
            continue
        if type(subject) is Variable and (subject.name in ("", "_") or subject.name.startswith(TEMPORARY)):
            continue
        placements.append(_placement(batch, location, ways.get(location)))
    return placements + [
        Placement(node, node.position, batch.wording.label(node), function, "heap", _CHANNEL)
        for node, function in batch.channels
    ]


def first_ways(escapes: Iterable[Escape]) -> dict[Location, Escape]:
    """Give the first way found by which each location escapes."""
    ways: dict[Location, Escape] = {}
    for escape in escapes:
        if escape.leak is None:
            ways.setdefault(escape.location, escape)
    return ways


def _placement(batch: Batch, location: Location, way: Escape | None) -> Placement:
    subject: Any = location.subject
    place: Literal["stack", "heap", "data segment"] = "heap" if location.escapes else "stack"
    reason = _reason(way) if location.escapes else _stays(location)
    static = _static(subject)
    if static:
        place, reason = "data segment", static
    path = _path(batch, way) if place == "heap" and way is not None else []
    label = batch.wording.label(subject)
    return Placement(subject, location.position, label, location.function, place, reason, path)


def _static(subject: object) -> str:
    """Say why what looks like an allocation is none."""
    if type(subject) is Convert:
        if subject.operand.value is not None:
            return "a constant: read from the data segment"
        if subject.operand.type is not None and size_of(subject.operand.type) == 0:
            return "no size: one address serves for all"
    if type(subject) is FunctionLiteral and subject.function is not None and not subject.function.captures:
        return "captures nothing: made once by the linker"
    return ""


def _reason(way: Escape | None) -> str:
    if way is None or not way.flows:
        return "unknown"
    notes = way.flows[-1].notes
    if notes is None:
        return "reaches the heap"
    while notes.outer is not None:
        notes = notes.outer
    return _REASONS.get(notes.why, notes.why)


def _stays(location: Location) -> str:
    if not location.parameter or location.leaks is None:
        return "does not escape"
    heap = location.leaks[0]
    if heap == 0:
        return "the parameter stays; what it holds escapes"
    return "the parameter stays; what it points to escapes" if heap > 0 else "the parameter stays; a result holds of it"


def _path(batch: Batch, way: Escape) -> list[Step]:
    steps = []
    for flow in way.flows:
        target = batch.wording.location(flow.target, batch.graph)
        target = "heap" if target == "{heap}" else target
        notes = flow.notes
        if notes is None:
            steps.append(Step(target, "flow", way.location.position))
        while notes is not None:
            steps.append(Step(target, notes.why, notes.position))
            notes = notes.outer
    return steps


def place_globals(package: Package) -> list[Placement]:
    """List the variables of a package: the data segment has them."""
    return [
        Placement(variable, variable.position, variable.name, None, "data segment", "a variable of the package")
        for declaration in package.globals
        for variable in declaration.variables
        if variable.name != "_"
    ]
