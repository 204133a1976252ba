"""How the compiler words what it speaks of: nodes, functions, locations, and the ways by which values escape.

Learnt from golang/go src/cmd/compile/internal/ir/fmt.go and escape/solve.go:147 at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.from_1_13.rewriting import as_compiled
from gcsim.escape.from_1_13.synthetic import Deferred, Kept
from gcsim.escape.syntax.nodes import (
    Assign,
    AssignOperation,
    Case,
    Range,
    Return,
    Send,
    VariableDeclaration,
)
from gcsim.escape.text.expressions import expression_text
from gcsim.escape.text.names import function_text, label, result_name
from gcsim.escape.text.packages import qualified
from gcsim.escape.text.types import type_text
from gcsim.escape.types.model import Variable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gcsim.escape.from_1_13.graph import Graph, Location, Where
    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.types.model import FunctionObject, Type

__all__ = ["Wording"]


class Wording:
    """The words of one release in one package."""

    __slots__ = ("_package", "_release")

    def __init__(self, release: str, package: str) -> None:
        self._release = release
        self._package = package

    def function(self, function: FunctionObject) -> str:
        """Name a function."""
        return function_text(function, self._release)

    def result(self, function: FunctionObject, index: int) -> str:
        """Name a result."""
        return result_name(function, index, self._release)

    def type(self, type_: Type) -> str:
        """Write a type."""
        return type_text(type_, self._release, self._package)

    def label(self, subject: Where) -> str:
        """Name a variable or what an expression makes."""
        if isinstance(subject, Variable):
            return self._variable(subject)
        if type(subject) is Deferred:
            return "func literal"
        return label(as_compiled(subject), self._release, self._package)

    def _variable(self, variable: Variable) -> str:
        if variable.kind == "result" and variable.function is not None and variable.name in ("", "_"):
            name = self.result(variable.function, variable.function.results.index(variable))
            return "_" if name.startswith("~b") else name
        if variable.name[:1] in "~.":
            return variable.name  # made by the compiler of this package
        return qualified(variable.name, variable.package, self._package)

    def text(self, node: Where) -> str:
        """Write a node as the compiler does."""
        if isinstance(node, Variable):
            return self._variable(node)
        if type(node) is Deferred:
            return "func literal"
        statement = _STATEMENTS.get(type(node))
        if statement is not None:
            return statement(self, node)
        return expression_text(as_compiled(node), self._release, self._package)

    def list(self, nodes: Iterable[Expression]) -> str:
        """Write nodes with commas between."""
        return ", ".join(map(self.text, nodes))

    def location(self, location: Location, graph: Graph) -> str:
        """Name a location in an explanation."""
        if location is graph.heap:
            return "{heap}"
        if location.subject is None:
            return "{temp}"
        words = self.label(location.subject)
        return words if type(location.subject) is Variable else f"{{storage for {words}}}"


def _assignment(wording: Wording, node: Assign) -> str:
    sign = ":=" if node.define and (node.declared or type(node) is Kept) else "="
    return f"{wording.list(node.targets)} {sign} {wording.list(node.values)}"


def _declaration(wording: Wording, node: VariableDeclaration) -> str:
    names = ", ".join(map(wording.text, node.variables))
    return f"{names} = {wording.list(node.values)}" if node.values else f"{names} = <nil>"


def _operation(wording: Wording, node: AssignOperation) -> str:
    target = wording.text(node.target)
    if node.increment:
        return f"{target}{node.operator}{node.operator}"
    return f"{target} {node.operator}= {wording.text(node.operand)}"


def _case(wording: Wording, node: Case) -> str:
    head = "default" if node.expressions is None else f"case {wording.list(node.expressions)}"
    return f"{head}: {'; '.join(map(wording.text, node.body))}"


_STATEMENTS: Final[dict[type, Callable[[Wording, Any], str]]] = {
    Assign: _assignment,
    Kept: _assignment,
    VariableDeclaration: _declaration,
    AssignOperation: _operation,
    Send: lambda wording, node: f"{wording.text(node.channel)} <- {wording.text(node.value)}",
    Return: lambda wording, node: f"return {wording.list(node.results)}".rstrip() + ("" if node.results else " "),
    Range: lambda _, __: "for loop",
    Case: _case,
}
