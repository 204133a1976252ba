"""How the compiler of a release names what the flow graph holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.before_1_13.spots import (
    ELLIPSIS,
    INDIRECT,
    OUT,
    SINK,
    STATEMENT,
    Spot,
)
from gcsim.escape.syntax import nodes
from gcsim.escape.text.expressions import expression_text
from gcsim.escape.text.names import function_text, result_name
from gcsim.escape.text.quoting import quoted

if TYPE_CHECKING:
    from gcsim.escape.syntax.nodes import Node
    from gcsim.escape.types.model import FunctionObject, Package, Variable

__all__ = ["Wording"]

_SINK = ".sink"
_ELLIPSIS = "... argument"
_ELIDED = "composite literal"
"""A literal whose type the literal around it gives (``pushtype``, cmd/compile/internal/gc/typecheck.go at go1.8)."""


class Wording:
    """The words of one release about one package."""

    def __init__(self, release: str, package: Package) -> None:
        self.release = release
        self.package = package.path
        self._functions: dict[FunctionObject, str] = {}

    def function(self, function: FunctionObject) -> str:
        """Name a function as messages begin with it: ``(*T).M``."""
        known = self._functions.get(function)
        if known is None:
            known = self._functions[function] = function_text(function, self.release)
        return known

    def variable(self, variable: Variable) -> str:
        """Name a variable; a result without a name has one that the compiler gives."""
        if variable.kind == "result" and variable.name in ("", "_") and variable.function is not None:
            return result_name(variable.function, variable.function.results.index(variable), self.release)
        return variable.name

    def spot(self, spot: Spot | None) -> str:
        """Name what a spot stands for, shortly: ``&T literal``, ``... argument``, ``x``."""
        if spot is None:
            return _SINK
        if spot.variable is not None:
            return self.variable(spot.variable)
        if spot.kind == ELLIPSIS:
            return _ELLIPSIS
        if spot.node is None or spot.kind == STATEMENT:
            return self._made(spot)
        return self.node(spot.node)

    def node(self, node: Node, *, packed: bool = False) -> str:
        """Name an expression; ``packed`` names the slice of a call's variadic arguments."""
        if packed:
            return _ELLIPSIS
        if isinstance(node, nodes.Concat):
            return self._sum(node)
        if _is_without_type(node):
            return _ELIDED
        value = _constant_sum(node)
        if value is not None:
            return quoted(value)
        return expression_text(node, self.release, self.package)  # type: ignore[arg-type]

    def _sum(self, node: nodes.Concat) -> str:
        """Name a sum of strings, neighbouring constants as one (``evconst``, const.go at go1.8)."""
        parts: list[str] = []
        constant: list[bytes] = []
        for operand in [*node.operands, None]:
            value = None if operand is None else operand.value
            if len(constant) > 1 and value is None:
                parts[-1] = quoted(b"".join(constant))
            constant = [*constant, value] if isinstance(value, bytes) else []
            if operand is not None and len(constant) < 2:  # noqa: PLR2004 - what follows a constant is one with it
                parts.append(self.node(operand))
        return " + ".join(parts)

    def _made(self, spot: Spot) -> str:
        """Name what no expression of the text stands for."""
        if spot.kind == SINK:
            return _SINK
        if spot.kind == OUT:
            return f".out{spot.index}"
        if spot.kind == STATEMENT and spot.node is not None:
            return self._statement(spot.node)
        if spot.left is None:
            return ""
        operator = "*" if spot.kind == INDIRECT else "&"
        text = self.spot(spot.left)
        simple = spot.left.variable is not None or spot.left.kind == INDIRECT
        return f"{operator}{text}" if simple else f"{operator}({text})"

    def _statement(self, node: Node) -> str:
        release, package = self.release, self.package
        if isinstance(node, nodes.Send):
            channel = expression_text(node.channel, release, package)
            return f"{channel} <- {expression_text(node.value, release, package)}"
        if isinstance(node, nodes.Go):
            return f"go {expression_text(node.call, release, package)}"
        if isinstance(node, nodes.Defer):
            return f"defer {expression_text(node.call, release, package)}"
        return ""


def _constant_sum(node: Node) -> bytes | None:
    """Give the value of a sum of constant strings, which is named by it; other constants are named as written."""
    if isinstance(node, nodes.Convert) and node.implicit:
        node = node.operand
    return node.value if isinstance(node, nodes.Binary) and isinstance(node.value, bytes) else None


def _is_without_type(node: Node) -> bool:
    if isinstance(node, nodes.AddressOf) and node.implicit:
        node = node.operand
    return isinstance(node, nodes.CompositeLiteral) and node.type_expression is None and not node.packed
