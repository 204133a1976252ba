"""Expressions as the compiler prints them in its messages.

Precedence decides about parentheses, those of the text are gone. Some operations have none in the compiler's table and
get parentheses wherever something binds: function literals, literals behind ``&``, sums of strings, ``make`` of maps
and channels, inlined calls (until 1.12 cmd/compile/internal/gc/fmt.go, ``opprec``, at go1.7; in 1.19
cmd/compile/internal/ir/fmt.go, ``OpPrec``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.releases import minor
from gcsim.escape.syntax.nodes import (
    AddressOf,
    ArrayTypeExpression,
    BasicLiteral,
    Binary,
    Builtin,
    Call,
    ChannelTypeExpression,
    CompositeLiteral,
    Concat,
    Convert,
    Dereference,
    Expression,
    FieldOf,
    FunctionLiteral,
    FunctionTypeExpression,
    Identifier,
    Index,
    InlinedCall,
    InterfaceTypeExpression,
    KeyValue,
    MapTypeExpression,
    MethodOf,
    Name,
    Receive,
    Selector,
    SliceOf,
    SliceTypeExpression,
    StructTypeExpression,
    TypeAssertion,
    Unary,
)
from gcsim.escape.text.packages import path_of, qualified
from gcsim.escape.text.quoting import number, quoted, rune
from gcsim.escape.text.types import type_text
from gcsim.escape.types.model import INVALID, Basic, Named, Pointer, Slice, Type, TypeName, Variable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gcsim.escape.types.model import Package

__all__ = ["expression_text"]

_OPERAND = 8
_UNARY = 7
_NONE = 0

_BINARY = {
    **dict.fromkeys(("*", "/", "%", "<<", ">>", "&", "&^"), 6),
    **dict.fromkeys(("+", "-", "|", "^"), 5),
    **dict.fromkeys(("==", "!=", "<", "<=", ">", ">="), 4),
    "&&": 2,
    "||": 1,
}
"""Precedence of binary operators, both tables named above."""

_SIZE_OF_EVERY_MAKE = 4
"""The last release that prints a size for maps and channels without one (fmt.c, ``OMAKEMAP``, go1.4)."""

_WITHOUT_PRECEDENCE = frozenset(("complex", "real", "imag", "recover"))
"""Builtins that neither table names."""


def expression_text(node: Expression, release: str, package: Package | str) -> str:
    """Print an expression of a checked tree.

    Parameters
    ----------
    node : Expression
        Checked, with or without inlined calls in it.
    release : str
        Whose compiler, see `gcsim.escape.releases`.
    package : Package or str
        The package that is compiled, or its path: names of others are qualified.
    """
    return _Words(release, path_of(package)).text(node)


class _Words:
    """The words for expressions of one release in one package.

    The printers give a text and the precedence of what it is.
    """

    __slots__ = ("_modern", "_package", "_release")

    def __init__(self, release: str, package: str) -> None:
        self._release = release
        self._package = package
        self._modern = minor(release) > 12  # noqa: PLR2004 - 1.12, the last release of the older compiler

    def text(self, node: Expression) -> str:
        """Print an expression that stands by itself."""
        bare = _bare(node)
        return _PRINTERS[type(bare)](self, bare)[0]

    def type(self, type_: Type | None) -> str:
        """Print a type."""
        return type_text(type_ or INVALID, self._release, self._package)

    def bound(self, node: Expression, precedence: int) -> str:
        """Print an operand, in parentheses where what is around binds more closely."""
        bare = _bare(node)
        text, own = _PRINTERS[type(bare)](self, bare)
        return f"({text})" if precedence > own else text

    def list(self, nodes: Sequence[Expression]) -> str:
        """Print expressions with commas between."""
        return ", ".join(map(self.text, nodes))

    def name(self, node: Name) -> tuple[str, int]:
        named = node.object
        if isinstance(named, TypeName):
            return self.type_expression(node)
        if named.name.startswith("~"):
            return named.name, _OPERAND  # the compiler's own names belong to no package
        return qualified(named.name, named.package, self._package), _OPERAND

    def identifier(self, node: Identifier) -> tuple[str, int]:
        return node.name, _OPERAND

    def type_expression(self, node: Expression) -> tuple[str, int]:
        pointer = isinstance(node.type, Pointer)
        return self.type(node.type), (_UNARY if self._modern else _NONE) if pointer else _OPERAND

    def literal(self, node: BasicLiteral) -> tuple[str, int]:
        value = node.value
        if self._modern or value is None:
            return node.text, _OPERAND
        if isinstance(value, bytes):
            return quoted(value), _OPERAND
        return rune(int(node.value)) if node.kind == "rune" else number(value), _OPERAND  # type: ignore[arg-type]

    def function(self, _node: FunctionLiteral) -> tuple[str, int]:
        return "func literal", _NONE

    def composite(self, node: CompositeLiteral) -> tuple[str, int]:
        if node.packed:
            return "... argument", _NONE
        if self._modern:
            return f"{self.type(node.type)}{{{'...' if node.elements else ''}}}", _OPERAND
        return f"{self.type(node.type)} literal", _OPERAND

    def key(self, node: KeyValue) -> tuple[str, int]:
        key = node.field.name if node.field is not None else self.text(node.key) if node.key is not None else ""
        return f"{key}:{self.text(node.element)}", _NONE

    def selector(self, node: Selector) -> tuple[str, int]:
        return f"{self.bound(node.operand, _OPERAND)}.{node.name}", _OPERAND

    def field(self, node: FieldOf) -> tuple[str, int]:
        return f"{self.bound(node.operand, _OPERAND)}.{node.field.name}", _OPERAND

    def method(self, node: MethodOf) -> tuple[str, int]:
        if node.of_type:
            of = self.type(node.operand.type)
            return f"({of}).{node.name}" if isinstance(node.operand.type, Pointer) else f"{of}.{node.name}", _OPERAND
        return f"{self.bound(node.operand, _OPERAND)}.{node.name}", _OPERAND

    def index(self, node: Index) -> tuple[str, int]:
        return f"{self.bound(node.operand, _OPERAND)}[{self.text(node.index)}]", _OPERAND

    def slice(self, node: SliceOf) -> tuple[str, int]:
        low, high, maximum = (
            "" if bound is None else self.text(bound) for bound in (node.low, node.high, node.maximum)
        )
        bounds = f"{low}:{high}" if node.maximum is None else f"{low}:{high}:{maximum}"
        return f"{self.bound(node.operand, _OPERAND)}[{bounds}]", _OPERAND

    def dereference(self, node: Dereference) -> tuple[str, int]:
        space = " " if not self._modern and type(_bare(node.operand)) is Dereference else ""
        return f"*{space}{self.bound(node.operand, _UNARY + 1)}", _UNARY

    def address(self, node: AddressOf) -> tuple[str, int]:
        operand = _bare(node.operand)
        if isinstance(operand, CompositeLiteral):
            return f"&{self.text(operand)}", _NONE
        return f"&{self.bound(operand, _UNARY + 1)}", _UNARY

    def unary(self, node: Unary) -> tuple[str, int]:
        operand = _bare(node.operand)
        again = isinstance(operand, Unary) and operand.operator == node.operator
        raw = self._modern and node.value is not None
        return f"{node.operator}{' ' if again and not raw else ''}{self.bound(operand, _UNARY + 1)}", _UNARY

    def receive(self, node: Receive) -> tuple[str, int]:
        space = " " if type(_bare(node.operand)) is Receive else ""
        return f"<-{space}{self.bound(node.operand, _UNARY + 1)}", _UNARY

    def binary(self, node: Binary) -> tuple[str, int]:
        """Print an operation; a long sum leans to the left, and is gone down in a loop."""
        pending = [node]
        left = _bare(node.left)
        while type(left) is Binary:
            pending.append(left)
            left = _bare(left.left)
        opened = 0
        own = _BINARY[pending[-1].operator]
        parts = [self.bound(left, own)]
        for operation in reversed(pending):
            precedence = _BINARY[operation.operator]
            if precedence > own:
                opened += 1
                parts.append(")")
            parts.append(f" {operation.operator} {self.bound(operation.right, precedence + 1)}")
            own = precedence
        return "(" * opened + "".join(parts), own

    def concat(self, node: Concat) -> tuple[str, int]:
        return " + ".join(map(self.text, node.operands)), _NONE

    def call(self, node: Call) -> tuple[str, int]:
        dots = "..." if node.spread else ""
        return f"{self.bound(node.function, _OPERAND)}({self.list(node.arguments)}{dots})", _OPERAND

    def convert(self, node: Convert) -> tuple[str, int]:
        type_ = node.type
        text = self.type(type_)
        if not isinstance(type_, Named | Basic):
            text = f"({text})"
        return f"{text}({self.text(node.operand)})", _OPERAND

    def builtin(self, node: Builtin) -> tuple[str, int]:
        arguments = self.list(node.arguments) + ("..." if node.spread else "")
        if node.name == "make" and not arguments and minor(self._release) <= _SIZE_OF_EVERY_MAKE:
            arguments = "0"
        if node.made is not None:
            arguments = f"{self.type(node.made)}{', ' if arguments else ''}{arguments}"
        bare = node.name in _WITHOUT_PRECEDENCE or (node.name == "make" and not isinstance(_beneath(node.made), Slice))
        return f"{node.name}({arguments})", _NONE if bare else _OPERAND

    def assertion(self, node: TypeAssertion) -> tuple[str, int]:
        to = node.type_expression.type if node.type_expression is not None else node.type
        return f"{self.bound(node.operand, _OPERAND)}.({self.type(to)})", _OPERAND

    def inlined(self, node: InlinedCall) -> tuple[str, int]:
        """Print the results; until 1.12 one is in a conversion to its own type, which holds the callee's statements."""
        if len(node.results) != 1:
            return f"(.{'; '.join(map(self.text, node.results))})", _NONE
        result = node.results[0]
        text = self.text(result)
        if self._modern:
            return text, _NONE
        type_ = self.type(result.type or (result.object.type if isinstance(result.object, Variable) else None))
        return f"{type_ if isinstance(result.type, Named | Basic) else f'({type_})'}({text})", _OPERAND


def _bare(node: Expression) -> Expression:
    """Leave out what the text leaves out: implicit ``&``, ``*`` and conversions."""
    while isinstance(node, AddressOf | Dereference | Convert) and node.implicit:
        node = node.operand
    return node


def _beneath(type_: Type | None) -> Type | None:
    return type_.underlying if isinstance(type_, Named) else type_


_PRINTERS: dict[type[Expression], Callable[..., tuple[str, int]]] = {
    Name: _Words.name,
    Identifier: _Words.identifier,
    BasicLiteral: _Words.literal,
    FunctionLiteral: _Words.function,
    CompositeLiteral: _Words.composite,
    KeyValue: _Words.key,
    Selector: _Words.selector,
    FieldOf: _Words.field,
    MethodOf: _Words.method,
    Index: _Words.index,
    SliceOf: _Words.slice,
    Dereference: _Words.dereference,
    AddressOf: _Words.address,
    Unary: _Words.unary,
    Receive: _Words.receive,
    Binary: _Words.binary,
    Concat: _Words.concat,
    Call: _Words.call,
    Convert: _Words.convert,
    Builtin: _Words.builtin,
    TypeAssertion: _Words.assertion,
    InlinedCall: _Words.inlined,
    ArrayTypeExpression: _Words.type_expression,
    SliceTypeExpression: _Words.type_expression,
    MapTypeExpression: _Words.type_expression,
    ChannelTypeExpression: _Words.type_expression,
    StructTypeExpression: _Words.type_expression,
    InterfaceTypeExpression: _Words.type_expression,
    FunctionTypeExpression: _Words.type_expression,
}
