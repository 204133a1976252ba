"""The walk over a function that turns its statements into flows between locations.

The walk itself is spread over `expressions`, `calls` and `statements`, one function for each kind of node, brought
together in `Tables`; this module has what they share. Learnt from golang/go src/cmd/compile/internal/escape/graph.go
and escape.go at go1.19.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from gcsim.escape.from_1_13.graph import Graph, Hole, Location, Note
from gcsim.escape.from_1_13.limits import BY_VALUE
from gcsim.escape.from_1_13.survey import TEMPORARY
from gcsim.escape.types.model import Variable
from gcsim.escape.types.sizes import has_pointers, size_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gcsim.escape.findings import Diagnostic
    from gcsim.escape.from_1_13.graph import Where
    from gcsim.escape.from_1_13.survey import Survey, Surveys
    from gcsim.escape.from_1_13.wording import Wording
    from gcsim.escape.syntax.nodes import Expression, Node, Statement
    from gcsim.escape.types.model import FunctionObject, Type

__all__ = ["Batch", "Closure", "Expressions", "Statements", "Tables", "Walker", "by_value"]

Expressions: TypeAlias = "dict[type, Callable[[Walker, Hole, Any], None]]"
Statements: TypeAlias = "dict[type, Callable[[Walker, Any], None]]"


class Tables(NamedTuple):
    """What to do with each kind of node."""

    expressions: Expressions
    statements: Statements


class Closure(NamedTuple):
    """A closure that is made: where what it captures goes, and what that is."""

    hole: Hole
    function: FunctionObject
    captures: Sequence[tuple[Variable, int]]
    """The variables with the positions of their first uses inside."""


@dataclass(slots=True)
class Batch:
    """One group of functions that are analysed together.

    ``members`` are the functions and the literals inside them, ``called`` the literals that are called where they
    stand, ``closures`` what remains to flow when all bodies have been walked, ``channels`` what ``make`` gives of them:
    always on the heap, so that the compiler neither follows nor tells of it.
    """

    graph: Graph
    members: set[FunctionObject]
    surveys: Surveys
    wording: Wording
    tables: Tables
    package: str
    called: set[FunctionObject] = field(default_factory=set)
    closures: list[Closure] = field(default_factory=list)
    channels: list[tuple[Expression, FunctionObject]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    pointers: dict[Type, bool] = field(default_factory=dict)


class Walker:
    """The state of the walk over one function.

    ``depth`` counts the loops around, from 1.
    """

    __slots__ = ("batch", "depth", "function", "graph", "results", "survey", "tables")

    def __init__(self, batch: Batch, function: FunctionObject, survey: Survey) -> None:
        self.batch = batch
        self.graph = batch.graph
        self.tables = batch.tables
        self.function = function
        self.survey = survey
        self.depth = 1
        self.results: dict[Node, Variable] = {}

    # ------------------------------------------------------------------------------------------- locations

    def new_location(self, subject: Where | None, *, transient: bool, position: int = 0) -> Location:
        """Make a location in this function, in the loops around."""
        if not position and subject is not None:
            position = subject.position
        location = Location(subject, position, self.function, self.depth, transient=transient)
        self.graph.locations.append(location)
        return location

    def declare(self, variable: Variable) -> None:
        """Note that a variable is declared here, in the loops around."""
        location = self.graph.of.get(variable)
        if location is not None:
            location.depth = self.depth

    def temporary(self, type_: Type, position: int) -> Variable:
        """Make a variable that the compiler makes while it analyses, numbered after all others."""
        declared = self.survey.declared
        variable = Variable(
            f"{TEMPORARY}{len(declared)}", self.function.package, position, type_, "local", self.function
        )
        declared.append(variable)
        self.graph.of[variable] = self.new_location(variable, transient=False, position=position)
        return variable

    # ----------------------------------------------------------------------------------------------- holes

    def noted(self, hole: Hole, where: Where, why: str, position: int = 0) -> Hole:
        """Give a hole a reason, which stands where its node does unless another position is given."""
        return Hole(hole[0], hole[1], Note(where, why, position or where.position, hole[2]), hole[3])

    def shifted(self, hole: Hole, delta: int, where: Where, why: str, position: int = 0) -> Hole:
        """Give the hole for what is dereferenced (1) or whose address is taken (-1) on the way."""
        return Hole(hole[0], hole[1] + delta, Note(where, why, position or where.position, hole[2]), delta < 0)

    def spill(self, hole: Hole, node: Expression) -> Hole:
        """Make a location for what an expression makes; its address flows to the hole."""
        location = self.new_location(node, transient=True)
        self.graph.flow(self.shifted(hole, -1, node, "spill"), location)
        return Hole(location)

    def tee(self, holes: list[Hole]) -> Hole:
        """Join holes to one that flows into each."""
        if not holes:
            return self.graph.blank_hole
        if len(holes) == 1:
            return holes[0]
        location = self.new_location(None, transient=True)
        for hole in holes:
            self.graph.flow(hole, location)
        return Hole(location)

    def later(self, hole: Hole) -> Hole:
        """Give a hole into which what flows lasts longer than its statement."""
        location = self.new_location(None, transient=False)
        self.graph.flow(hole, location)
        return Hole(location)

    # ------------------------------------------------------------------------------------------- the walk

    def has_pointers(self, type_: Type | None) -> bool:
        """Say whether values of a type hold pointers; what is unknown does."""
        if type_ is None:
            return True
        known = self.batch.pointers.get(type_)
        if known is None:
            known = self.batch.pointers[type_] = has_pointers(type_)
        return known

    def expression(self, hole: Hole, node: Expression) -> None:
        """Let the value of an expression flow into a hole; what holds no pointers flows nowhere."""
        if node.value is not None:
            return
        if hole[1] >= 0 and not self.has_pointers(node.type):
            hole = Hole(self.graph.blank, hole[1], hole[2], hole[3])
        walk = self.tables.expressions.get(type(node))
        if walk is not None:
            walk(self, hole, node)

    def discard(self, node: Expression | None) -> None:
        """Walk an expression whose value goes nowhere."""
        if node is not None and node.value is None:
            self.expression(self.graph.blank_hole, node)

    def to_heap(self, node: Expression, where: Where, why: str) -> None:
        """Let the value of an expression flow to the heap."""
        self.expression(self.noted(self.graph.heap_hole, where, why), node)

    def variable(self, hole: Hole, variable: Variable) -> None:
        """Let what a variable holds flow into a hole."""
        location = self.graph.of.get(variable)
        if location is None:
            return
        if hole[1] >= 0 and not self.has_pointers(variable.type):
            hole = Hole(self.graph.blank, hole[1], hole[2], hole[3])
        self.graph.flow(hole, location)

    def statements(self, nodes: Sequence[Statement]) -> None:
        """Walk statements in order."""
        table = self.tables.statements
        for node in nodes:
            walk = table.get(type(node))
            if walk is not None:
                walk(self, node)

    def statement(self, node: Statement | None) -> None:
        """Walk one statement."""
        if node is not None:
            walk = self.tables.statements.get(type(node))
            if walk is not None:
                walk(self, node)

    def block(self, nodes: Sequence[Statement]) -> None:
        """Walk statements; loops made by labels inside end with them."""
        depth = self.depth
        self.statements(nodes)
        self.depth = depth


def by_value(location: Location, variable: Variable) -> bool:
    """Say whether closures hold a copy of a variable: it never changes, is not pointed to, and is small."""
    return not location.address_taken and not location.reassigned and size_of(variable.type) <= BY_VALUE
