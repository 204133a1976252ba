"""The graph on which values flow: locations, and edges that count dereferences.

A location stands for a variable or for an expression that makes a value. An edge from ``source`` says that what
``source`` holds may come to be held here, by ``derefs`` steps through pointers: 0 is a copy, 1 what it points to, -1
its address. Structs and arrays are one location with all that they hold.

An expression is walked with a *hole*, the place that its value goes to: the tuple of the receiving location, the number
of dereferences on the way there, the notes that explain the way, and whether the last step took an address. Learnt
from golang/go src/cmd/compile/internal/escape/graph.go at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from gcsim.escape.syntax.nodes import Node
    from gcsim.escape.types.model import FunctionObject, Variable

__all__ = ["Edge", "Escape", "Flow", "Graph", "Hole", "Location", "Note", "Where"]

Where: TypeAlias = "Node | Variable"
"""What a note speaks of."""


class Note(NamedTuple):
    """One reason on the way into a hole, innermost first."""

    where: Where
    why: str
    position: int
    outer: Note | None


class Location:
    """Where a value of the program lives while it is analysed.

    Attributes
    ----------
    subject : Variable, Expression or None
        What the location stands for; None for a step between.
    position : int
        Where messages about it stand.
    function : FunctionObject
        The function that it is in.
    depth : int
        How many loops it is declared inside of, 1 for none.
    result : int
        Its number among the results of its function, from 1; 0 for what is no result.
    parameter : bool
        Whether it is a parameter or a receiver.
    transient : bool
        Whether what the expression makes is of no use after its statement.
    leaks : list of int
        Of a parameter: the least dereferences to the heap and to each result, -1 for never.
    """

    __slots__ = (
        "address_taken",
        "captured",
        "depth",
        "derefs",
        "edges",
        "escapes",
        "function",
        "leaks",
        "next",
        "next_edge",
        "parameter",
        "position",
        "queued",
        "reassigned",
        "result",
        "subject",
        "transient",
        "walk",
    )

    def __init__(  # noqa: PLR0913 - one argument for each fact
        self,
        subject: Where | None,
        position: int,
        function: FunctionObject,
        depth: int,
        *,
        transient: bool = False,
        parameter: bool = False,
        result: int = 0,
    ) -> None:
        self.subject = subject
        self.position = position
        self.function = function
        self.depth = depth
        self.transient = transient
        self.parameter = parameter
        self.result = result
        self.edges: list[Edge] = []
        self.escapes = False
        self.queued = False
        self.captured = False
        self.reassigned = False
        self.address_taken = False
        self.leaks: list[int] | None = None
        self.walk = 0
        self.derefs = 0
        self.next: Location | None = None
        self.next_edge = 0


class Edge(NamedTuple):
    """A flow into a location."""

    source: Location
    derefs: int
    notes: Note | None


class Hole(NamedTuple):
    """Where a value goes."""

    target: Location
    derefs: int = 0
    notes: Note | None = None
    address: bool = False


class Flow(NamedTuple):
    """One step of an explanation: ``target`` takes ``source``, dereferenced so often."""

    target: Location
    source: Location
    derefs: int
    notes: Note | None


class Escape(NamedTuple):
    """That a location, or what a parameter holds, goes where it outlives its function.

    ``leak`` is None for a location that escapes, else the number of dereferences by which a parameter leaks to
    ``root``.
    """

    location: Location
    root: Location
    leak: int | None
    flows: tuple[Flow, ...]


class Graph:
    """The locations of one group of functions that are analysed together.

    Attributes
    ----------
    heap, blank : Location
        Where everything outlives everything, and where nothing is kept.
    locations : list of Location
        All others in the order in which they were made.
    of : dict
        The location of each variable.
    escapes : list of Escape
        What was found, in the order of the finding.
    """

    def __init__(self, owner: FunctionObject) -> None:
        self.heap = Location(None, 0, owner, 0)
        self.heap.escapes = True
        self.blank = Location(None, 0, owner, 0)
        self.locations: list[Location] = []
        self.of: dict[Variable, Location] = {}
        self.escapes: list[Escape] = []
        self.heap_hole = Hole(self.heap)
        self.blank_hole = Hole(self.blank)

    def release(self) -> None:
        """Take the graph apart, so that nothing of it waits for a search for cycles."""
        self.escapes.clear()
        self.heap.edges.clear()
        for location in self.locations:
            location.edges.clear()
            location.next = None

    def flow(self, hole: Hole, source: Location) -> None:
        """Let what ``source`` holds go into a hole."""
        target, derefs, notes, address = hole
        if address:
            source.address_taken = True
        if target is self.blank or (target is source and derefs >= 0):
            return
        if derefs < 0 and target.escapes:
            self.escapes.append(Escape(source, target, None, (Flow(target, source, derefs, notes),)))
            source.escapes = True
            return
        target.edges.append(Edge(source, derefs, notes))
