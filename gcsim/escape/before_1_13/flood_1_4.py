"""The walks over the flow graph as 1.4 made them: one number says how often a value was dereferenced.

Learnt from ``escflood`` and ``escwalk``, golang/go src/cmd/gc/esc.c at go1.4. A parameter whose content leaks to the
heap leaks whole; one whose content is returned is marked so, and what its argument points to then escapes at the call,
by way of a pseudo variable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from gcsim.escape.before_1_13.levels import MIN_LEVEL
from gcsim.escape.before_1_13.spots import (
    ADDRESS,
    ALLOCATION,
    CAPTURED,
    CLOSURE,
    CONTENT,
    DOT,
    DOT_POINTER,
    ELLIPSIS,
    FATE,
    HEAP,
    INDEX_ARRAY,
    INDEX_MAP,
    INDEX_SLICE,
    INDIRECT,
    MAP_LITERAL,
    METHOD_VALUE,
    NAMES,
    PARAMETER,
    POINTER_LITERAL,
    RESULT,
    RESULT_SHIFT,
    RETURNED,
    ROOTS,
    SCOPE,
    SLICE,
    SLICE_LITERAL,
    Edge,
    Path,
    Spot,
)

if TYPE_CHECKING:
    from gcsim.escape.before_1_13.flows import Flows

__all__ = ["PlainFlood"]

_ALLOCATIONS: Final = frozenset({ALLOCATION, MAP_LITERAL, CLOSURE, METHOD_VALUE, ELLIPSIS, SLICE_LITERAL})
_SAME_LEVEL: Final = frozenset({DOT, SLICE, INDEX_ARRAY})
_DEREFERENCES: Final = frozenset({INDEX_SLICE, DOT_POINTER, INDEX_MAP, INDIRECT})

_MOST_RESULTS: Final = 20
"""Results beyond this many are not kept apart: a parameter that reaches them leaks (``escwalk``)."""

_RESULT_BITS: Final = 3
"""Bits by which `gcsim.escape.before_1_13.levels.summary` keeps results apart; the level is always 0 here."""


class _Visit(NamedTuple):
    spot: Spot
    level: int
    path: Path


class PlainFlood:
    """The walks over one group's graph."""

    __slots__ = ("flows", "generation", "root", "stack", "state")

    def __init__(self, flows: Flows) -> None:
        self.flows = flows
        self.state = flows.state
        self.generation = 0
        self.root = flows.sink
        self.stack: list[_Visit] = []

    def run(self) -> None:
        """Walk up from every root, once."""
        for root in self.flows.targets:
            if root.kind not in ROOTS:
                continue
            self.root = root
            for edge in root.flows:
                self.generation += 1
                self.stack.append(_Visit(edge.source, 0, Path(edge, None)))
                while self.stack:
                    self._visit(self.stack.pop())

    def _visit(self, visit: _Visit) -> None:
        spot, level, path = visit
        if spot.mark == self.generation and spot.level <= level:
            return
        spot.mark = self.generation
        spot.level = level
        kind = spot.kind
        if kind == PARAMETER and not spot.moved and self._to_result(spot, level, path):
            self._sources(visit)
            return
        leaks = level <= 0 and (self.root.depth < spot.depth or (level < 0 and self._is_returned_content(spot)))
        self._sources(visit)
        if kind in NAMES:
            self._name(visit, leaks=leaks)
        elif kind in (ADDRESS, POINTER_LITERAL):
            self._address(visit, leaks=leaks)
        elif kind in _ALLOCATIONS:
            if leaks:
                self._escapes(spot, path)
        elif kind in _SAME_LEVEL:
            self._push(spot.left, level, "dot", path)
        elif kind in _DEREFERENCES:
            self._push(spot.left, level + 1 if level > MIN_LEVEL else level, "indirection", path)

    def _address(self, visit: _Visit, *, leaks: bool) -> None:
        spot, level, path = visit
        if leaks:
            self.flows.move(spot.left)
            self._escapes(spot, path)
            if spot.left is not None and spot.left.path is None:
                spot.left.path = Path(Edge(spot, "", self.root, 0), path)
        why = "address-of" if spot.kind == ADDRESS else "pointer literal"
        self._push(spot.left, level - 1 if level > MIN_LEVEL else level, why, path)

    def _is_returned_content(self, spot: Spot) -> bool:
        return self.root is self.flows.returned_content and self.state.has_pointers(spot.type)

    def _push(self, spot: Spot | None, level: int, why: str, path: Path) -> None:
        if spot is not None:
            self.stack.append(_Visit(spot, level, Path(Edge(spot, why, self.root, 0), path)))

    def _sources(self, visit: _Visit) -> None:
        for edge in reversed(visit.spot.flows):
            self.stack.append(_Visit(edge.source, visit.level, Path(edge, visit.path)))

    def _escapes(self, spot: Spot, path: Path) -> None:
        spot.escape = HEAP
        self.state.say(spot.position, f"{self.state.wording.spot(spot)} escapes to heap")
        if spot.path is None:
            spot.path = path

    def _name(self, visit: _Visit, *, leaks: bool) -> None:
        spot, level, path = visit
        words = self.state.wording
        if spot.kind == PARAMETER and not spot.moved and (leaks or self.root.depth < 0) and spot.escape != HEAP:
            spot.escape = SCOPE
            self.state.say(spot.position, f"leaking param: {words.spot(spot)}")
            if spot.path is None:
                spot.path = path
        if spot.kind == CAPTURED:
            if leaks:
                self.state.say(spot.position, f"leaking closure reference {words.spot(spot)}")
            self._push(spot.origin, level, "closure-var", path)

    def _to_result(self, spot: Spot, level: int, path: Path) -> bool:
        root = self.root
        if (
            level < 0
            or root.kind != RESULT
            or root.moved
            or root.index >= _MOST_RESULTS
            or root.function is not spot.function
            or spot.escape in (SCOPE, HEAP)
        ):
            return False
        words = self.state.wording
        name, result = words.spot(spot), words.spot(root)
        if spot.escape & FATE != RETURNED:
            spot.escape = RETURNED
        if level == 0:
            self.state.say(spot.position, f"leaking param: {name} to result {result}")
            spot.escape |= 1 << RESULT_SHIFT + _RESULT_BITS * root.index
        else:
            function = "" if spot.function is None else words.function(spot.function)
            self.state.say(spot.position, f"{function} leaking param {name} content to result {result}")
            spot.escape |= CONTENT
        if spot.path is None:
            spot.path = path
        return True
