"""The walk that replaces calls in place, in the order in which the compiler does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gcsim.escape.inlining.shape import CHILDREN, gives_all
from gcsim.escape.syntax.nodes import Binary, Call, Defer, Go, MethodOf

if TYPE_CHECKING:
    from collections.abc import Callable, MutableSequence

    from gcsim.escape.syntax.nodes import Expression, Node

__all__ = ["Expander"]


class Expander:
    """Replaces calls in a function's body.

    Parameters
    ----------
    replace : callable
        Gives what takes a call's place, or the call itself; what is in the call has been walked by then.
    enters_statements : bool
        Whether the arguments of ``go`` and ``defer`` are walked (1.19; not until 1.8).
    """

    __slots__ = ("enters_statements", "replace")

    def __init__(self, replace: Callable[[Call], Expression], *, enters_statements: bool) -> None:
        self.replace = replace
        self.enters_statements = enters_statements

    def each(self, items: MutableSequence[Any]) -> None:
        """Walk a list, and replace its calls in it."""
        for index, item in enumerate(items):
            if type(item) in CHILDREN:
                new = self.node(item)
                if new is not item:
                    items[index] = new

    def node(self, node: Node) -> Node:
        """Walk a node; give what takes its place."""
        if type(node) is Binary:
            self._binary(node)
        elif type(node) is Call:
            self._operands(node)
            return self.replace(node)
        elif type(node) is Go or type(node) is Defer:
            if self.enters_statements and type(node.call) is Call:
                self._operands(node.call)
            elif self.enters_statements:
                self._children(node.call)
        else:
            self._children(node)
        return node

    def _children(self, node: Node) -> None:
        for name in CHILDREN.get(type(node), ()):
            value = getattr(node, name)
            if type(value) is list:
                self.each(value)
            elif type(value) in CHILDREN:
                new = self.node(value)
                if new is not value:
                    setattr(node, name, new)

    def _operands(self, call: Call) -> None:
        """Walk what a call evaluates: arguments that one call gives all of come first."""
        if gives_all(call.arguments):
            self.each(call.arguments)
        function = call.function
        if type(function) is MethodOf:
            self._children(function)
        elif type(function) in CHILDREN:
            call.function = self.node(function)  # type: ignore[assignment]
        if not gives_all(call.arguments):
            self.each(call.arguments)

    def _binary(self, node: Binary) -> None:
        """Walk a chain of operators from its left end, without going down into it."""
        spine = [node]
        while type(spine[-1].left) is Binary:
            spine.append(spine[-1].left)
        last = spine[-1]
        if type(last.left) in CHILDREN:
            last.left = self.node(last.left)  # type: ignore[assignment]
        for inner in reversed(spine):
            if type(inner.right) in CHILDREN:
                inner.right = self.node(inner.right)  # type: ignore[assignment]
