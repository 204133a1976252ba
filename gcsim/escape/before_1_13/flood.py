"""The walks over the flow graph that say what escapes: from every root up to whatever flows into it.

Learnt from ``escflood`` and ``escwalkBody``, golang/go src/cmd/compile/internal/gc/esc.go at go1.8, and the states of
1.5 to 1.7. The recursion there is a loop over a stack here, so that a chain of ten thousand assignments is walked as
well; the order is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from gcsim.escape.before_1_13.levels import exposed, lowered, raised, reaching_result
from gcsim.escape.before_1_13.spots import (
    ADDRESS,
    ALLOCATION,
    APPEND,
    ASSERT,
    CALL,
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
    INTERFACE,
    LITERAL,
    MAP_LITERAL,
    METHOD_VALUE,
    NAMES,
    NONE,
    PARAMETER,
    POINTER_LITERAL,
    RESULT,
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
    from collections.abc import Callable

    from gcsim.escape.before_1_13.flows import Flows

__all__ = ["Flood"]

_NO_DEPTH: Final = -1
"""No heap value has been passed yet (``NOTALOOPDEPTH``)."""

_ALLOCATIONS: Final = frozenset({ALLOCATION, MAP_LITERAL, CLOSURE, METHOD_VALUE, INTERFACE, ELLIPSIS, SLICE_LITERAL})
_ADDRESSES: Final[dict[int, str]] = {ADDRESS: "address-of", POINTER_LITERAL: "pointer literal"}
_SAME_LEVEL: Final[dict[int, str]] = {
    DOT: "dot",
    ASSERT: "dot",
    SLICE: "slice",
    INDEX_ARRAY: "fixed-array-index-of",
}
"""Parts of a value, and what an explanation calls the step from the part to the whole."""
_DEREFERENCES: Final[dict[int, str]] = {
    INDEX_SLICE: "dot of pointer",
    DOT_POINTER: "dot of pointer",
    INDEX_MAP: "map index",
    INDIRECT: "indirection",
}
"""Loads, and what an explanation calls the step from what is loaded to the pointer."""


_LARGE_GROUP: Final = 300
"""Roots of a group of functions from which on the walks from one root share what they have seen.

The compiler walks anew for each value that flows into a root: in a large group of functions that call one another (of
go/types, 25,000,000 visits) that is minutes here. Shared, a walk may find at most more to be on the heap, and says what
it finds once.
"""


class _Visit(NamedTuple):
    """One spot to visit; ``before`` is the fate of a slice literal whose elements have been visited, else -1."""

    spot: Spot
    level: int
    suffix: int
    extra: int
    path: Path
    before: int = -1
    leaks: bool = False
    depth: int = 0


class Flood:
    """The walks over one group's graph."""

    __slots__ = ("flows", "generation", "kinds", "merges", "root", "rules", "stack", "state")

    def __init__(self, flows: Flows) -> None:
        self.flows = flows
        self.state = flows.state
        self.rules = flows.rules
        self.generation = 0
        self.merges = len(flows.targets) > _LARGE_GROUP
        self.root = flows.sink
        self.stack: list[_Visit] = []
        self.kinds: dict[int, Callable[[_Visit], None]] = {
            **dict.fromkeys(NAMES, self._name),
            **dict.fromkeys(_ADDRESSES, self._address),
            **dict.fromkeys(_ALLOCATIONS, self._allocation),
        }

    def run(self) -> None:
        """Walk from every root, and, where the release does, again from those whose fate changed."""
        targets = self.flows.targets
        fates = [target.escape for target in targets]
        for target in targets:
            self.walk(target)
        settled = not self.rules.settle
        while not settled:
            settled = True
            for number, target in enumerate(targets):
                if target.escape != fates[number]:
                    settled = False
                    fates[number] = target.escape
                    self.walk(target)

    def walk(self, root: Spot) -> None:
        """Walk up from one root."""
        if root.kind not in ROOTS:
            return
        self.root = root
        self.generation += 1
        for edge in root.flows:
            if not self.merges:
                self.generation += 1
            self.stack.append(_Visit(edge.source, 0, 0, _NO_DEPTH, Path(edge, None)))
            while self.stack:
                self._visit(self.stack.pop())

    # ------------------------------------------------------------------------------------------- one visit

    def _visit(self, visit: _Visit) -> None:
        spot, level, suffix, extra, path, before, leaks, depth = visit
        if before >= 0:
            if leaks:
                self._escapes(spot, before, path)
                extra = depth
            self._sources(spot, level, suffix, extra, path)
            return
        if spot.kind == LITERAL or not self._enter(spot, level, suffix, extra):
            return
        level, suffix = spot.level, spot.suffix
        if spot.kind == PARAMETER and not spot.moved:
            if self._to_result(spot, level, suffix, path):
                self._sources(spot, level, suffix, extra, path)
                return
            self._content_of_heap(spot, level, path)
        root = self.root
        depth = max(spot.depth, extra)
        leaks = level <= 0 and (
            (suffix <= 0 and root.depth < depth) or (self.rules.settle and root.escape & FATE == HEAP)
        )
        handle = self.kinds.get(spot.kind, self._part)
        handle(_Visit(spot, level, suffix, extra, path, before, leaks, depth))

    def _enter(self, spot: Spot, level: int, suffix: int, extra: int) -> bool:
        """Note the least level at which this walk came by; False where it brings nothing new."""
        if spot.mark == self.generation:
            level = min(level, spot.level)
            suffix = min(suffix, spot.suffix)
            if level == spot.level and suffix == spot.suffix:
                if spot.extra >= extra or spot.depth >= extra:
                    return False
                spot.extra = extra
        else:
            spot.extra = _NO_DEPTH
            spot.mark = self.generation
        spot.level = level
        spot.suffix = suffix
        return True

    def _name(self, visit: _Visit) -> None:
        spot, level, suffix, extra, path, _, leaks, _ = visit
        if spot.kind == PARAMETER and not spot.moved and (leaks or self.root.depth < 0) and spot.escape & FATE < SCOPE:
            self._parameter(spot, suffix, path)
        self._sources(spot, level, suffix, extra, path)
        if spot.kind == CAPTURED:
            if leaks:
                self.state.say(spot.position, f"leaking closure reference {self.state.wording.spot(spot)}")
            self._push(spot.origin, level, suffix, "closure-var", path)

    def _address(self, visit: _Visit) -> None:
        spot, level, suffix, extra, path, _, leaks, depth = visit
        passed = _NO_DEPTH
        if leaks:
            if self.rules.address_first:
                self._escapes(spot, spot.escape, path)
                self.flows.move(spot.left)
            else:
                self.flows.move(spot.left)
                self._escapes(spot, spot.escape, path)
            if spot.left is not None and spot.left.path is None:
                spot.left.path = Path(Edge(spot, "", self.root, 0), path)
            if self.rules.outer_depth:
                passed = extra = depth
        self._sources(spot, level, suffix, extra, path)
        down, below = lowered(level, suffix)
        self._push(spot.left, down, below, _ADDRESSES[spot.kind], path, passed)

    def _allocation(self, visit: _Visit) -> None:
        spot, level, suffix, extra, path, _, leaks, depth = visit
        if not self.rules.outer_depth:
            depth = _NO_DEPTH
        if spot.kind == SLICE_LITERAL:
            self.stack.append(visit._replace(before=spot.escape, depth=depth))
            down, below = lowered(level, suffix)
            for element in reversed(spot.elements):
                self._push(element, down, below, "slice-literal-element", path)
            return
        if leaks:
            self._escapes(spot, spot.escape, path)
            extra = depth
        if spot.kind == ELLIPSIS and self.rules.variadic_tracked:
            level, suffix = lowered(level, suffix)
        self._sources(spot, level, suffix, extra, path)

    def _part(self, visit: _Visit) -> None:
        spot, level, suffix, extra, path, _, _, _ = visit
        kind = spot.kind
        if kind == CALL:
            self._sources(spot.results[0] if spot.results else spot, level, suffix, extra, path)
            return
        self._sources(spot, level, suffix, extra, path)
        if kind in _SAME_LEVEL:
            self._push(spot.left, level, suffix, _SAME_LEVEL[kind], path)
        elif kind in _DEREFERENCES:
            self._push(spot.left, *raised(level, suffix), _DEREFERENCES[kind], path)
        elif kind == APPEND:
            self._push(spot.elements[0], level, suffix, "append-first-arg", path)

    def _push(  # noqa: PLR0913, PLR0917  # what a visit needs
        self, spot: Spot | None, level: int, suffix: int, why: str, path: Path, extra: int = _NO_DEPTH
    ) -> None:
        if spot is not None:
            self.stack.append(_Visit(spot, level, suffix, extra, Path(Edge(spot, why, self.root, 0), path)))

    def _sources(self, spot: Spot, level: int, suffix: int, extra: int, path: Path) -> None:
        suffix = max(suffix, 0)
        stack = self.stack
        generation = self.generation
        for edge in reversed(spot.flows):
            source = edge.source
            if (
                source.mark == generation
                and source.level <= level
                and source.suffix <= suffix
                and (source.extra >= extra or source.depth >= extra)
            ):
                continue  # a visit would bring nothing new, now or later
            stack.append(_Visit(source, level, suffix, extra, Path(edge, path)))

    # ------------------------------------------------------------------------------------------ what is found

    def _escapes(self, spot: Spot, before: int, path: Path) -> None:
        spot.escape = HEAP
        if before != HEAP or not self.rules.once:
            named = spot.left if spot.left is not None and spot.left.kind == CLOSURE else spot
            self.state.say(spot.position, f"{self.state.wording.spot(named)} escapes to heap")
        if spot.path is None:
            spot.path = path

    def _to_result(self, spot: Spot, level: int, suffix: int, path: Path) -> bool:
        root = self.root
        if (
            root.kind != RESULT
            or root.moved
            or root.function is not spot.function
            or spot.escape & FATE >= SCOPE
            or root.escape == HEAP
        ):
            return False
        words = self.state.wording
        self.state.say(spot.position, f"leaking param: {words.spot(spot)} to result {words.spot(root)} level={level}")
        if spot.escape & FATE != RETURNED:
            spot.escape = RETURNED | spot.escape & CONTENT
        spot.escape = reaching_result(spot.escape, root.index, level, suffix)
        if spot.path is None:
            spot.path = path
        return True

    def _content_of_heap(self, spot: Spot, level: int, path: Path) -> None:
        if self.root.escape == HEAP and spot.escape & FATE < SCOPE and level > 0:
            spot.escape = exposed(CONTENT | spot.escape, NONE)
            self.state.say(spot.position, f"mark escaped content: {self.state.wording.spot(spot)}")
            if spot.path is None:
                spot.path = path

    def _parameter(self, spot: Spot, suffix: int, path: Path) -> None:
        before = spot.escape
        name = self.state.wording.spot(spot)
        if suffix > 0:
            spot.escape = exposed(CONTENT | before, NONE)
            if before != spot.escape or not self.rules.once:
                self.state.say(spot.position, f"leaking param content: {name}")
        else:
            spot.escape = SCOPE
            self.state.say(spot.position, f"leaking param: {name}")
        if spot.path is None:
            spot.path = path
