"""What escapes: a walk from each location back along the flows into it.

A walk finds for each location the least number of dereferences by which it reaches the root; the address of a location
flows to the root when that number is -1. Where the root outlives such a location, it must be on the heap; where the
root is the heap or a result, a parameter met on the way leaks. Each location that turns out to be on the heap is walked
from once more, as everything that reaches it now reaches the heap. Learnt from golang/go
src/cmd/compile/internal/escape/solve.go at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.from_1_13.graph import Escape, Flow
from gcsim.escape.from_1_13.leaks import leak_to

if TYPE_CHECKING:
    from collections.abc import Collection

    from gcsim.escape.from_1_13.graph import Graph, Location
    from gcsim.escape.types.model import FunctionObject

__all__ = ["solve"]


def solve(graph: Graph, called: Collection[FunctionObject]) -> None:
    """Walk from every location until nothing changes.

    Parameters
    ----------
    graph : Graph
        The locations and flows; gets ``escapes``, and its locations what was found.
    called : collection of FunctionObject
        The function literals that are called where they stand: what they return may stay with their surroundings.
    """
    todo = [*graph.locations, graph.heap]
    for location in todo:
        location.queued = True
    count = 0
    while todo:
        root = todo.pop()
        root.queued = False
        if not root.edges and not root.parameter:
            continue
        count += 1
        _walk(graph, root, count, todo, called)


def _walk(  # noqa: C901 - one loop of one algorithm, and the hottest of the analysis
    graph: Graph, root: Location, count: int, queue: list[Location], called: Collection[FunctionObject]
) -> None:
    root.walk = count
    root.derefs = 0
    root.next = None
    todo = [root]
    lasting = not root.transient
    while todo:
        location = todo.pop()
        derefs = location.derefs
        address = derefs < 0
        if address:
            derefs = 0
            if lasting and location.transient:
                location.transient = False
                if not location.queued:
                    location.queued = True
                    queue.append(location)
        if (address or location.parameter) and _outlives(root, location, called):
            if location.parameter:
                if not location.escapes:
                    graph.escapes.append(Escape(location, root, derefs, _path(root, location)))
                leak_to(location, root, derefs)
            if address and not location.escapes:
                graph.escapes.append(Escape(location, root, None, _path(root, location)))
                location.escapes = True
                if not location.queued:
                    location.queued = True
                    queue.append(location)
                continue
        for index, (source, weight, _) in enumerate(location.edges):
            if source.escapes:
                continue
            distance = derefs + weight
            if source.walk != count or source.derefs > distance:
                source.walk = count
                source.derefs = distance
                source.next = location
                source.next_edge = index
                todo.append(source)


def _path(root: Location, source: Location) -> tuple[Flow, ...]:
    """Follow the walk's steps from a location to its root; a cycle ends the path early."""
    flows = []
    seen = set()
    while source not in seen:
        seen.add(source)
        target = source.next
        if target is None:
            break
        edge = target.edges[source.next_edge]
        flows.append(Flow(target, source, edge.derefs, edge.notes))
        if target is root:
            break
        source = target
    return tuple(flows)


def _outlives(holder: Location, other: Location, called: Collection[FunctionObject]) -> bool:
    """Say whether what ``holder`` holds may be used when ``other`` is gone, were it on the stack."""
    if holder.escapes:
        return True
    if holder.result:
        return holder.function not in called or not _encloses(other.function, holder.function)
    if holder.function is other.function:
        return holder.depth < other.depth
    return _encloses(holder.function, other.function)


def _encloses(outer: FunctionObject, inner: FunctionObject) -> bool:
    """Say whether a function literal stands inside another function, at any depth."""
    function = inner.outer
    while function is not None:
        if function is outer:
            return True
        function = function.outer
    return False
