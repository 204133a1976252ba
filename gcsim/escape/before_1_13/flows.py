"""Assignments become edges of the flow graph.

`Flows.assign` takes both sides apart: what is stored through a pointer is lost to the heap, a field's value is its
struct's, a conversion's its operand's (``escassign`` and ``escflows``, golang/go src/cmd/compile/internal/gc/esc.go at
go1.8; src/cmd/gc/esc.c at go1.4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.before_1_13.spots import (
    ADDRESS,
    ALLOCATION,
    APPEND,
    ARITHMETIC,
    ARRAY_LITERAL,
    ASSERT,
    ASSERT_OK,
    CALL,
    CAPTURED,
    CLOSURE,
    CONVERT,
    DOT,
    DOT_POINTER,
    ELLIPSIS,
    FUNCTION,
    GLOBAL,
    HEAP,
    INDEX_ARRAY,
    INDEX_MAP,
    INDEX_SLICE,
    INDIRECT,
    INTERFACE,
    LITERAL,
    LOCAL,
    MAP_LITERAL,
    METHOD,
    METHOD_VALUE,
    NONE,
    OUT,
    PARAMETER,
    POINTER_LITERAL,
    RESULT,
    SINK,
    SINK_DEPTH,
    SLICE,
    SLICE_LITERAL,
    STRUCT_LITERAL,
    Edge,
    Spot,
)
from gcsim.escape.types.model import Pointer, Slice, underlying

if TYPE_CHECKING:
    from gcsim.escape.before_1_13.package import PackageState
    from gcsim.escape.before_1_13.rules import Rules
    from gcsim.escape.types.model import FunctionObject, Type, Variable

__all__ = ["Flows"]

_KEPT: Final = frozenset(
    {
        ADDRESS,
        INDIRECT,
        DOT_POINTER,
        SINK,
        GLOBAL,
        LOCAL,
        PARAMETER,
        RESULT,
        CAPTURED,
        OUT,
        FUNCTION,
        ELLIPSIS,
        POINTER_LITERAL,
        ARRAY_LITERAL,
        SLICE_LITERAL,
        MAP_LITERAL,
        STRUCT_LITERAL,
        ALLOCATION,
        METHOD_VALUE,
        INTERFACE,
    }
)
"""Sources that become an edge as they are."""

_PASSED: Final = frozenset({CONVERT, METHOD, SLICE, INDEX_ARRAY})
"""Sources that are their operand's value."""

_PASSED_WITH_POINTERS: Final = frozenset({DOT, ASSERT, ASSERT_OK})
"""Sources that are so where they hold pointers."""

_LOST: Final[dict[int, str]] = {
    GLOBAL: "assigned to top level variable",
    SINK: "assigned to top level variable",
    INDEX_SLICE: "slice-element-equals",
    INDIRECT: "star-equals",
    DOT_POINTER: "star-dot-equals",
    INDEX_MAP: "value of map put",
}
"""Targets that are as good as the heap, and what an explanation calls such an assignment."""

_PARTS: Final[dict[int, str]] = {DOT: "dot-equals", INDEX_ARRAY: "array-element-equals"}
"""Targets that are parts of a variable, and what an explanation calls an assignment to them."""

_KINDS: Final[dict[str, int]] = {
    "global": GLOBAL,
    "local": LOCAL,
    "receiver": PARAMETER,
    "parameter": PARAMETER,
    "result": RESULT,
}

_PSEUDO_DEPTH: Final = 10_000_000
"""The loop depth of the pseudo variable for returned content: deeper than any (esc.c ``analyze``, go1.4)."""


class Flows:
    """The flow graph of one group of functions, and where the walk that builds it stands.

    Attributes
    ----------
    state : PackageState
        What all groups of the package share.
    function : FunctionObject
        The function whose body is walked.
    depth : int
        The loop depth there.
    sink : Spot
        The heap.
    returned_content : Spot
        Until 1.4, what the results of calls hold that was reached through an argument.
    targets : list of Spot
        Whatever something flows into, in the order of the first flow.
    tracked : list of Spot
        Whatever may be said not to escape, in the order met.
    written_in : FunctionObject or None
        The function whose inlined body is walked, where messages name that one.
    writers : dict of Spot to FunctionObject
        Whom they name instead of the function that a tracked value is in. A parameter of a group belongs to the
        function that the walk was in when it was met first, which is a caller where that comes before the callee
        (``nodeEscState``).
    entered : set of Spot
        Parameters of functions that have been walked.
    unfinished : set of FunctionObject
        The functions of the group: calls of them are part of the graph.
    """

    def __init__(self, state: PackageState, unfinished: list[FunctionObject]) -> None:
        self.state = state
        self.rules: Rules = state.rules
        self.unfinished = set(unfinished)
        self.function: FunctionObject = unfinished[0]
        self.captures: frozenset[Variable] | set[Variable] = frozenset()
        self.depth = 1
        self.targets: list[Spot] = []
        self.tracked: list[Spot] = []
        self.written_in: FunctionObject | None = None
        self.writers: dict[Spot, FunctionObject] = {}
        self.entered: set[Spot] = set()
        self.variables: dict[Variable, Spot] = {}
        self.references: dict[tuple[FunctionObject, Variable], Spot] = {}
        self.sink = Spot(SINK)
        self.sink.depth = SINK_DEPTH
        self.returned_content = Spot(OUT)
        self.returned_content.depth = _PSEUDO_DEPTH

    # -------------------------------------------------------------------------------------------- spots

    def variable(self, variable: Variable) -> Spot:
        """Give the spot of a variable itself, wherever it is used."""
        spot = self.variables.get(variable)
        if spot is None:
            position = self.state.changes.declared_at.get(variable, variable.position)
            spot = Spot(_KINDS[variable.kind], position, variable.type, None, None, variable.function)
            spot.variable = variable
            self.variables[variable] = spot
            if variable.kind != "global":
                self.state.spots.append(spot)
        return spot

    def named(self, variable: Variable, position: int) -> Spot:
        """Give the spot of a variable as the function that is walked sees it."""
        if variable not in self.captures:
            return self.variable(variable)
        key = (self.function, variable)
        spot = self.references.get(key)
        if spot is None:
            origin = self.variable(variable)
            position = self.state.surveys[self.function].uses.get(variable, position)
            spot = Spot(CAPTURED, position, variable.type, None, None, self.function)
            spot.variable = variable
            spot.origin = origin
            self.references[key] = spot
        return spot

    def track(self, spot: Spot) -> None:
        """Begin to follow a value: it stays until the contrary is found (``track``)."""
        spot.escape = NONE
        spot.depth = self.depth
        spot.function = self.function
        self.tracked.append(spot)
        if self.written_in is not None:
            self.writers[spot] = self.written_in

    def dereferenced(self, spot: Spot) -> Spot:
        """Give what a value points to, as a value (``addDereference``)."""
        type_ = spot.type
        if type_ is not None:
            pointer = underlying(type_)
            if type(pointer) is Pointer:
                type_ = pointer.element
        result = Spot(INDIRECT, spot.position, type_, spot)
        result.depth = spot.depth
        return result

    # -------------------------------------------------------------------------------------------- edges

    def flow(self, target: Spot, source: Spot, why: str, shown: Spot, where: int) -> None:
        """Draw an edge, unless the source holds no pointers."""
        if target is source or (source.type is not None and not self.state.has_pointers(source.type)):
            return
        if not target.flows:
            self.targets.append(target)
            if target.kind == PARAMETER and target.function is not self.function and target not in self.entered:
                self.writers[target] = self.function
        target.flows.append(Edge(source, why, shown, where if self.rules.declared_where else 0))

    def leak(self, source: Spot | None, why: str, shown: Spot, where: int = 0) -> None:
        """Assign to the heap."""
        self.assign(self.sink, source, why, shown, where)

    def leak_content(self, source: Spot | None, why: str, shown: Spot, where: int = 0) -> None:
        """Assign what a value points to to the heap."""
        if source is not None and source.kind != LITERAL:
            self.assign(self.sink, self.dereferenced(source), why, shown, where)

    def assign(  # what an explanation needs goes with the flow
        self, target: Spot | None, source: Spot | None, why: str = "", shown: Spot | None = None, where: int = 0
    ) -> None:
        """Let a value flow to where it is assigned.

        Parameters
        ----------
        target : Spot or None
            The left side; None is the blank identifier.
        source : Spot or None
            The right side; None where there is none.
        why : str
            What an explanation calls the flow; empty where the target tells.
        shown : Spot, optional
            What it calls the target; the target itself else.
        where : int
            The position of the flow; 0 is that of what is shown.
        """
        if target is None or source is None:
            return
        kind = target.kind
        while kind in _PARTS:
            why = why or _PARTS[kind]
            shown = shown or target
            target = target.left
            if target is None:
                return
            kind = target.kind
        original = target
        reason = _LOST.get(kind)
        if reason is None:
            reason = "assigned"
        else:
            target = self.sink
            if kind == INDEX_MAP:
                self.assign(target, original.right, "key of map put", original)
        self._receive(target, source, (why, shown, where), original, reason)

    def _receive(
        self, target: Spot, source: Spot, step: tuple[str, Spot | None, int], original: Spot, reason: str
    ) -> None:
        kind = source.kind
        while kind not in _KEPT:
            if kind in _PASSED or (kind in _PASSED_WITH_POINTERS and self._carries(source)):
                source = source.left  # type: ignore[assignment]
            elif kind == APPEND:
                source = source.elements[0]
            elif kind == INDEX_SLICE and self.rules.contents:
                break
            else:
                self._receive_rarely(target, source, step, original, reason)
                return
            if source is None:
                return
            kind = source.kind
        why, shown, where = step
        self.flow(target, source, why or reason, shown or original, where)

    def _carries(self, source: Spot) -> bool:
        if source.kind != DOT and not self.rules.assertion_scalars:
            return True
        return self.state.has_pointers(source.type)

    def _receive_rarely(
        self, target: Spot, source: Spot, step: tuple[str, Spot | None, int], original: Spot, reason: str
    ) -> None:
        if source.kind == CALL:
            for result in source.results:
                self.flow(target, result, reason, original, 0)
        elif source.kind == CLOSURE:
            if not self.rules.closure_address:
                self.flow(target, source, reason, original, 0)
                return
            address = Spot(ADDRESS, source.position, None, source, None, self.function)
            address.depth = source.depth
            self.flow(target, address, reason, original, 0)
        elif source.kind == ARITHMETIC:
            for operand in (source.left, source.right):
                if operand is not None:
                    self._receive(target, operand, step, original, reason)

    # ------------------------------------------------------------------------------------- moving variables

    def move(self, spot: Spot | None) -> None:
        """Move what an address is taken of to the heap, where it is a variable or part of one (``addrescapes``)."""
        while spot is not None:
            kind = spot.kind
            if kind == CAPTURED:
                spot = spot.origin
            elif kind in (DOT, INDEX_ARRAY, INDEX_SLICE, CONVERT):
                spot = spot.left
                if spot is not None and spot.type is not None and type(underlying(spot.type)) is Slice:
                    return
            else:
                if kind in (LOCAL, PARAMETER, RESULT) and not spot.moved:
                    spot.moved = True
                    spot.escape = HEAP
                    self.state.say(spot.position, f"moved to heap: {self.state.wording.spot(spot)}")
                return

    def type_has_pointers(self, type_: Type | None) -> bool:
        """Say whether values of a type hold pointers."""
        return self.state.has_pointers(type_)
