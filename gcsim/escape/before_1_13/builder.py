"""The walk over a function's tree: every expression becomes a spot, every assignment a flow.

The order is that of the compiler, ``esc`` of golang/go src/cmd/compile/internal/gc/esc.go at go1.8: operands before
what is made of them, a loop's condition and post statement before its body, a clause's body before its expressions. On
it depends the order of the messages. The work for each kind of node is in `expressions`, `calls` and `statements`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from gcsim.escape.before_1_13.flows import Flows
from gcsim.escape.before_1_13.spots import HEAP, LITERAL, LOCAL, NONE, NOTHING, PARAMETER, RESULT, Spot
from gcsim.escape.syntax import nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from gcsim.escape.before_1_13.package import PackageState
    from gcsim.escape.syntax.nodes import Expression, Statement
    from gcsim.escape.types.model import FunctionObject, Type, Variable

    Expressions: TypeAlias = Mapping[type, Callable[["Builder", Any], "Spot | None"]]
    Statements: TypeAlias = Mapping[type, Callable[["Builder", Any], None]]

__all__ = ["Builder", "declared_parameters"]


class Builder(Flows):
    """Builds the flow graph of one group of functions.

    Attributes
    ----------
    expressions, statements : mapping
        What to do with each kind of node.
    nothing, constant : Spot
        Stand for all values that carry no flow, and for all constants.
    """

    def __init__(
        self, state: PackageState, unfinished: list[FunctionObject], expressions: Expressions, statements: Statements
    ) -> None:
        super().__init__(state, unfinished)
        self.expressions = expressions
        self.statements = statements
        self.nothing = Spot(NOTHING)
        self.constant = Spot(LITERAL)

    # ---------------------------------------------------------------------------------------- one function

    def walk(self, function: FunctionObject, *, recursive: bool) -> None:
        """Enter a function's parameters and results, and walk its body (``escfunc``)."""
        self.function = function
        self.captures = set(function.captures)
        self.depth = 1
        survey = self.state.surveys[function]
        for variable in declared_parameters(function):
            spot = self.variable(variable)
            spot.depth = 1
            self.entered.add(spot)
            if variable.kind == "receiver" and function.body is not None:
                spot.position = function.body.position  # made when the whole signature has been read
            if self.state.has_pointers(variable.type):
                known = function.body is not None or "noescape" in function.pragmas
                spot.escape = NONE if known else HEAP
                self.tracked.append(spot)
        for index, variable in enumerate(function.results):
            spot = self.variable(variable)
            spot.index = index
            if recursive:
                self.flow(self.sink, spot, "returned from recursive function", spot, 0)
        for variable in survey.declared:
            self.variable(variable)
        if function.body is not None:
            self.each(function.body.statements)

    # ------------------------------------------------------------------------------------------ any node

    def value(self, node: Expression) -> Spot | None:
        """Walk an expression and give its spot; None is the blank identifier."""
        if node.value is not None:
            return self.constant
        if self.rules.large_at_once and self.state.is_huge(node.type):
            return self._huge(node)
        handle = self.expressions.get(type(node))
        return self.nothing if handle is None else handle(self, node)

    def operand(self, node: Expression) -> Spot:
        """Walk an expression that is no blank identifier."""
        return self.value(node) or self.nothing

    def skipped(self, node: Expression | None) -> None:
        """Walk an expression whose value goes nowhere."""
        if node is not None:
            self.value(node)

    def each(self, body: Sequence[Statement]) -> None:
        """Walk statements."""
        statements = self.statements
        for statement in body:
            handle = statements.get(type(statement))
            if handle is not None:
                handle(self, statement)

    def statement(self, statement: Statement | None) -> None:
        """Walk a statement."""
        if statement is not None:
            self.each((statement,))

    def converted(self, node: Expression, position: int, last: Expression | None = None) -> Spot | None:
        """Walk what the checker may have put an implicit conversion round.

        That is made at ``position``, or on the line where ``last`` ends.
        """
        if type(node) is nodes.Convert and node.implicit:
            spot = self.value(node)
            position = self.state.lines.end(last, position)
            if spot is not None and spot.node is node:
                spot.position = position
            return spot
        return self.value(node)

    def in_line(self, children: Sequence[Expression], ended: Callable[[], int]) -> list[Spot]:
        """Walk operands whose implicit conversions stand where the compiler last looked (``typecheckaste``).

        That is the operand itself, but a name or a constant leaves it at the one before, the first at the position
        that ``ended`` gives.
        """
        if not any(type(child) is nodes.Convert and child.implicit for child in children):
            return [self.value(child) or self.nothing for child in children]
        position = ended()
        found = []
        for child in children:
            inner = child.operand if type(child) is nodes.Convert and child.implicit else child
            if inner.value is None and type(inner) is not nodes.Name:
                position = self.state.lines.number(inner)
            found.append(self.converted(child, position) or self.nothing)
        return found

    # ----------------------------------------------------------------------------------------- allocations

    def made(self, kind: int, node: Expression, left: Spot | None = None) -> Spot:
        """Make the spot of a value that the program allocates."""
        spot = Spot(kind, self.state.lines.number(node), node.type, left, node, self.function)
        self.state.spots.append(spot)
        return spot

    def declare(self, variable: Variable) -> None:
        """Note at which loop depth a variable is declared; one that no stack holds moves at once."""
        spot = self.variable(variable)
        if self.rules.large_at_once and self.state.is_huge(variable.type):
            self._move_huge(spot)
        spot.depth = self.depth

    def too_large(self, spot: Spot) -> None:
        """Note that a value escapes for its size."""
        spot.why = "too large for the stack"
        spot.escape = HEAP
        self.leak(spot, "too large for stack", spot)

    def _move_huge(self, spot: Spot) -> None:
        if spot.escape != HEAP and spot.kind in (LOCAL, PARAMETER, RESULT):
            spot.why = "too large for the stack"
            spot.escape = HEAP
            self.move(spot)
            self.leak(spot, "too large for stack", spot)

    def _huge(self, node: Expression) -> Spot | None:
        """Walk a value larger than any stack: it goes to the heap before its operands are looked at."""
        handle = self.expressions.get(type(node))
        spot = self.nothing if handle is None else handle(self, node)
        if spot is not None:
            if spot.variable is not None:
                self._move_huge(spot)
            elif spot is not self.nothing:
                self.leak(spot, "too large for stack", spot)
        return spot

    def dummy_results(self, types: Sequence[Type], position: int, kind: int) -> list[Spot]:
        """Make what stands for the results of a call where it is called (``initEscRetval``)."""
        found = []
        for index, type_ in enumerate(types):
            spot = Spot(kind, position, type_, None, None, self.function)
            spot.index = index
            spot.depth = self.depth
            found.append(spot)
        return found


def declared_parameters(function: FunctionObject) -> list[Variable]:
    """List receiver and parameters that have names; the others are nowhere in the compiler's list of variables."""
    parameters = function.parameters if function.receiver is None else [function.receiver, *function.parameters]
    return [parameter for parameter in parameters if parameter.name not in ("", "_")]
