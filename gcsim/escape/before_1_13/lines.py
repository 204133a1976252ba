"""The lines that the compilers until 1.8 give to what takes several lines of text.

They numbered a node when it was complete: a call has the line of its closing parenthesis, a sum that of its last
operand, an assignment with ``=`` that of its end, a variable declared with ``:=`` that of the last thing read before it
was declared. 1.8 keeps these lines on purpose (``gcCompat``, cmd/compile/internal/syntax/parser.go, and
``noder.lineno``, cmd/compile/internal/gc/noder.go, at go1.8). On one line nothing differs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.syntax import nodes
from gcsim.escape.syntax.positions import column_of, file_of, line_of, pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.types.model import Package

__all__ = ["Lines", "read_last"]

_TOKENS: Final = re.compile(
    rb"""[({\[\n)}\]]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|//[^\n]*|/\*.*?\*/""", re.DOTALL
)
"""Brackets, ends of lines, and what may hold either without meaning it."""

_OPENING: Final = frozenset(b"({[")
_CLOSING: Final = frozenset(b")}]")
_MARKS: Final = frozenset(b"'\"`/")
_NEWLINE: Final = ord("\n")


class Lines:
    """Finds where things end in the text of a package's files."""

    __slots__ = ("_offsets", "_texts")

    def __init__(self, package: Package) -> None:
        self._texts = {file_of(file.position): file.text for file in package.files}
        self._offsets: dict[int, list[int]] = {}

    def closing(self, position: int) -> int:
        """Give where the bracket is closed that is opened at a position; a position without a bracket as it is."""
        text = self._texts.get(file_of(position))
        if text is None:
            return position
        offset = self._starts(file_of(position), text)[line_of(position) - 1] + column_of(position) - 1
        if text[offset : offset + 1] not in (b"(", b"[", b"{"):
            return position
        depth, line = 0, line_of(position)
        for token in _TOKENS.finditer(text, offset):
            mark = text[token.start()]
            if mark in _OPENING:
                depth += 1
            elif mark in _CLOSING:
                depth -= 1
                if depth == 0:
                    return _at_line(position, line)
            elif mark == _NEWLINE:
                line += 1
            elif mark in _MARKS:
                line += token.group().count(b"\n")
        return position

    def end(self, node: Expression | None, otherwise: int) -> int:
        """Give a position on the line where an expression ends; ``otherwise`` where there is none."""
        while node is not None:
            if type(node) in _BRACKETED and not getattr(node, "implicit", False):
                return self.closing(node.position)
            inner = _LAST.get(type(node))
            if inner is None:
                return _own_end(node)
            node = inner(node)
        return otherwise

    def number(self, node: Expression) -> int:
        """Give a position on the line that the compiler gives an expression."""
        kind = type(node)
        if kind in _NUMBERED_AT_END and not getattr(node, "implicit", False):
            return self.end(node, node.position)
        if kind is nodes.FunctionLiteral:
            return node.body.position  # type: ignore[attr-defined, no-any-return]
        if kind is nodes.AddressOf and type(node.operand) is nodes.CompositeLiteral:  # type: ignore[attr-defined]
            return node.operand.position  # type: ignore[attr-defined]
        return node.position

    def elements(self, node: nodes.CompositeLiteral, start: int) -> Iterator[tuple[Expression, int]]:
        """Give the elements of a literal, each with a position on the line where the check of it stands.

        That is where ``key: value`` ends, and the line of an element without a key; a constant as written has none,
        and leaves the check where it stood, first at ``start`` (``typecheckcomplit``,
        cmd/compile/internal/gc/typecheck.go, and ``noder.wrapname``, noder.go, at go1.8).
        """
        for element in node.elements:
            if type(element) is nodes.KeyValue:
                start = self.end(element.element, element.position)
            else:
                inner = _without_conversion(element)
                if type(inner) is not nodes.BasicLiteral:
                    start = self.number(inner)
            yield element, start

    def pointer_literal(self, node: nodes.AddressOf, literal: nodes.CompositeLiteral) -> int:
        """Give a position on the line of ``&T{…}``, which is made when all elements have been checked."""
        last = literal.position if node.implicit else literal.end or literal.position
        for _, position in self.elements(literal, last):
            last = position
        return last

    def _starts(self, file: int, text: bytes) -> list[int]:
        starts = self._offsets.get(file)
        if starts is None:
            starts = self._offsets[file] = [0, *(found.end() for found in re.finditer(rb"\n", text))]
        return starts


def _at_line(position: int, line: int) -> int:
    """Give a position that is on another line of the same file, or the same where it is there already."""
    return position if line_of(position) == line else pack(file_of(position), line, 1)


def _without_conversion(node: Expression) -> Expression:
    return node.operand if type(node) is nodes.Convert and node.implicit else node


def _own_end(node: Any) -> int:  # noqa: ANN401  # any expression
    if type(node) is nodes.CompositeLiteral:
        return node.end or node.position
    if type(node) is nodes.FunctionLiteral:
        return node.body.end
    if type(node) is nodes.BasicLiteral and node.kind == "string":
        return _at_line(node.position, line_of(node.position) + node.text.count("\n"))
    return node.position  # type: ignore[no-any-return]


_BRACKETED: Final = frozenset({nodes.Call, nodes.Builtin, nodes.Convert, nodes.Index, nodes.SliceOf})
"""What ends with the bracket that is opened at its position."""

_NUMBERED_AT_END: Final = frozenset(
    {nodes.Call, nodes.Builtin, nodes.Convert, nodes.Index, nodes.Binary, nodes.Concat, nodes.Unary, nodes.InlinedCall}
)
"""What has the line where it ends."""

_LAST: Final[dict[type, Callable[[Any], Expression]]] = {
    nodes.AddressOf: lambda node: node.operand,
    nodes.Binary: lambda node: node.right,
    nodes.Concat: lambda node: node.operands[-1],
    nodes.Convert: lambda node: node.operand,
    nodes.Dereference: lambda node: node.operand,
    nodes.InlinedCall: lambda node: node.call,
    nodes.KeyValue: lambda node: node.element,
    nodes.Receive: lambda node: node.operand,
    nodes.Unary: lambda node: node.operand,
}
"""The operand with which an expression ends."""

_READ_LAST: Final[dict[type, Callable[[Any], Expression | None]]] = {
    **_LAST,
    nodes.Builtin: lambda node: node.arguments[-1] if node.arguments else None,
    nodes.Call: lambda node: node.arguments[-1] if node.arguments else node.function,
    nodes.FieldOf: lambda node: node.operand,
    nodes.Index: lambda node: node.index,
    nodes.MethodOf: lambda node: node.operand,
    nodes.SliceOf: lambda node: node.maximum or node.high or node.low or node.operand,
    nodes.TypeAssertion: lambda node: node.type_expression,
}


def read_last(node: Expression | None, otherwise: int) -> int:
    """Give the position of the last thing that is read of an expression: that of the variables it declares.

    A literal is left at its closing brace, a call at its last argument (``noder.expr``).
    """
    found = otherwise
    while node is not None:
        inner = _READ_LAST.get(type(node))
        if inner is None:
            return node.position if type(node) is nodes.BasicLiteral else _own_end(node)
        found = node.position
        node = inner(node)
    return found
