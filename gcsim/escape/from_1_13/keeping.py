"""Variables that the compiler makes to hold values for a while: results of calls, and what is called later.

Learnt from golang/go src/cmd/compile/internal/typecheck/typecheck.go:872 and escape/call.go:255 at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.from_1_13.graph import Hole
from gcsim.escape.from_1_13.synthetic import Kept
from gcsim.escape.syntax.nodes import Convert, MethodOf, Name
from gcsim.escape.types.model import INVALID, Basic, Interface, Variable, underlying

if TYPE_CHECKING:
    from gcsim.escape.from_1_13.walker import Walker
    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.types.model import FunctionObject, Type

__all__ = ["Keeper", "converted", "keep", "named", "variable_hole"]

_KEEP_ALIVE: Final = frozenset({"uintptrescapes", "uintptrkeepalive"})


def named(variable: Variable, position: int = 0) -> Name:
    """Give a name of a variable."""
    name = Name(position or variable.position, variable)
    name.type = variable.type
    return name


def converted(variable: Variable, type_: Type | None, position: int) -> Expression:
    """Give a temporary as an expression of a type, by an implicit conversion where that is an interface."""
    name = named(variable, position)
    if type_ is None or type(underlying(type_)) is not Interface or type(underlying(variable.type)) is Interface:
        return name
    conversion = Convert(position, name, implicit=True)
    conversion.type = type_
    return conversion


def variable_hole(walker: Walker, variable: Variable | None) -> Hole:
    """Give the hole for storing into a variable; what is stored in one of the package goes to the heap."""
    if variable is None or (variable.name == "_" and variable.kind != "result"):
        return walker.graph.blank_hole
    if variable.function is None:
        return walker.graph.heap_hole
    location = walker.graph.of.get(variable)
    return walker.graph.heap_hole if location is None else Hole(location)


def keep(walker: Walker, variable: Variable, value: Expression, position: int, *, define: bool = False) -> None:
    """Assign a value to a temporary."""
    where = Kept(position, [named(variable, position)], [value], define=define)
    walker.expression(walker.noted(variable_hole(walker, variable), where, "assign"), value)


class Keeper:
    """Keeps the arguments of one call in variables: for a call that is made later, or while the call lasts.

    Parameters
    ----------
    walker : Walker
        The walk.
    callee : FunctionObject or None
        What is called, where it is known.
    later : bool
        Whether the call is made later: then a new function captures the variables.

    Attributes
    ----------
    captures : list of (Variable, int)
        The variables that the new function captures, each with the position of its use.
    """

    __slots__ = ("_alive", "_later", "_pragmas", "_walker", "captures")

    def __init__(self, walker: Walker, callee: FunctionObject | None, *, later: bool) -> None:
        self._walker = walker
        self._later = later
        self._pragmas = frozenset[str]() if callee is None else callee.pragmas
        self._alive = callee is not None and (not self._pragmas.isdisjoint(_KEEP_ALIVE) or callee.body is None)
        self.captures: list[tuple[Variable, int]] = []

    @property
    def keeps(self) -> bool:
        """Whether any argument may need a variable."""
        return self._later or self._alive

    def kept(self, node: Expression, position: int) -> Expression:
        """Give an argument as the call is to see it: itself, or the name of the variable that holds it.

        Parameters
        ----------
        node : Expression
            The argument.
        position : int
            Of the call or the slice of arguments: where a name is kept, which has no position of its own.
        """
        if node.value is not None or node.type is None or _stays_itself(node):
            return node
        if self._alive and type(node) is Convert and _is(node.type, "uintptr") and _is(node.operand.type, _POINTER):
            return self._pointer(node)
        return self._variable(node, position) if self._later else node

    def _pointer(self, node: Convert) -> Expression:
        """Keep the pointer behind a ``uintptr`` alive, and on the heap where the callee asks for that."""
        walker = self._walker
        own = node.position if type(node.operand) is Name else node.operand.position
        variable = walker.temporary(node.operand.type or INVALID, own)
        keep(walker, variable, node.operand, own)
        if "uintptrescapes" in self._pragmas:
            hole = walker.noted(walker.graph.heap_hole, node, "//go:uintptrescapes")
            walker.graph.flow(hole, walker.graph.of[variable])
        if self._later:
            self._capture(variable, node.position)
        return named(variable, node.position)

    def _variable(self, node: Expression, position: int) -> Expression:
        walker = self._walker
        own = position if type(node) is Name else node.position
        variable = walker.temporary(node.type or INVALID, own)
        keep(walker, variable, node, own)
        self._capture(variable, position)
        return named(variable, own)

    def _capture(self, variable: Variable, position: int) -> None:
        self._walker.graph.of[variable].captured = True
        self.captures.append((variable, position))


def _stays_itself(node: Expression) -> bool:
    """Say whether a node means the same later on: functions and ``nil``."""
    if type(node) is Name:
        return type(node.object) is not Variable
    return type(node) is MethodOf and node.of_type


def _is(type_: Type | None, kind: str) -> bool:
    basic = underlying(type_) if type_ is not None else None
    return type(basic) is Basic and basic.kind == kind


_POINTER: Final = "unsafe.Pointer"
