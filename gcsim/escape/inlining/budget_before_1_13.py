"""What a function costs in Go 1.4 to 1.8: the nodes of its body, if it calls nothing that is not inlined itself.

The tree of those compilers differs from that of 1.19 and among the releases: `RULES` has a row for each. Until 1.6 a
field's name is a node beside its selector; until 1.7 a declaration and a block in a block are nodes of their own, and
an element of an array's literal has its index. Learnt from golang/go src/cmd/gc/{inl.c,typecheck.c,go.y} before 1.5,
src/cmd/compile/internal/gc/{inl,typecheck,parser}.go at go1.5 to go1.8 (1.8: noder.go too). Their compilers print no
costs: these are counted from the sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.inlining.conversions import is_interface
from gcsim.escape.inlining.shape import CHILDREN
from gcsim.escape.syntax import nodes
from gcsim.escape.syntax.nodes import Call, Convert, MethodOf, Name
from gcsim.escape.types.model import Array, Map, NilObject, Pointer, Slice, Struct, underlying

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gcsim.escape.syntax.nodes import Expression, Node

__all__ = ["RULES", "HairyError", "LeafVisitor", "Rules"]


@dataclass(frozen=True, slots=True)
class Rules:
    """What one release allows, and how its tree looks.

    Attributes
    ----------
    budget : int
        The most that a function may cost.
    calls_inlined : bool
        Functions may call what is inlined itself.
    noinline : bool
        ``//go:noinline`` is known.
    switches : bool
        Functions with a ``switch`` on values are inlined.
    breaks : bool
        Functions with a ``break`` are inlined.
    constants : bool
        Functions that declare constants are inlined.
    field_names : bool
        The name in a selector is a node.
    declaration_blocks : bool
        A ``var`` statement, a block in a block and that of an ``else`` are nodes.
    element_indices : bool
        An element of an array's or slice's literal has its index beside it.
    """

    budget: int
    calls_inlined: bool
    noinline: bool
    switches: bool
    breaks: bool
    constants: bool
    field_names: bool
    declaration_blocks: bool
    element_indices: bool


RULES: Final[dict[str, Rules]] = {
    "1.4": Rules(
        budget=40,
        calls_inlined=False,
        noinline=False,
        switches=False,
        breaks=True,
        constants=False,
        field_names=True,
        declaration_blocks=True,
        element_indices=True,
    ),
    "1.5": Rules(
        budget=80,
        calls_inlined=True,
        noinline=False,
        switches=False,
        breaks=True,
        constants=False,
        field_names=True,
        declaration_blocks=True,
        element_indices=True,
    ),
    "1.6": Rules(
        budget=80,
        calls_inlined=True,
        noinline=True,
        switches=False,
        breaks=True,
        constants=False,
        field_names=True,
        declaration_blocks=True,
        element_indices=True,
    ),
    "1.7": Rules(
        budget=80,
        calls_inlined=True,
        noinline=True,
        switches=True,
        breaks=False,
        constants=True,
        field_names=False,
        declaration_blocks=True,
        element_indices=True,
    ),
    "1.8": Rules(
        budget=80,
        calls_inlined=True,
        noinline=True,
        switches=True,
        breaks=False,
        constants=True,
        field_names=False,
        declaration_blocks=False,
        element_indices=False,
    ),
}
"""The rules by release.

Budgets: src/cmd/gc/inl.c:140 at go1.4, ``maxBudget`` in inl.go from go1.5; what forbids inlining: ``ishairy`` there.
"""


class HairyError(Exception):
    """A function holds something that is never inlined; the text is the reason in the words of 1.8."""


class LeafVisitor:
    """The count over one function.

    Parameters
    ----------
    rules : Rules
        The release's.
    callee_cost : callable
        Gives what an inlinable function that is called costs, None for one that is not inlinable.

    Attributes
    ----------
    cost : int
        What was counted so far.
    """

    __slots__ = ("callee_cost", "cost", "rules")

    def __init__(self, rules: Rules, callee_cost: Callable[[Call], int | None]) -> None:
        self.cost = 0
        self.rules = rules
        self.callee_cost = callee_cost

    def each(self, items: Iterable[Node]) -> None:
        """Count nodes and what is in them."""
        for item in items:
            _COUNTS[type(item)](self, item)

    def one(self, item: Node) -> None:
        """Count a node and what is in it."""
        _COUNTS[type(item)](self, item)

    def maybe(self, item: Node | None) -> None:
        """Count a node, if there is one."""
        if item is not None:
            _COUNTS[type(item)](self, item)


def _refuse(reason: str) -> Callable[[LeafVisitor, Any], None]:
    def refuse(_visitor: LeafVisitor, _node: Node) -> None:
        raise HairyError(reason)

    return refuse


def _leaf(visitor: LeafVisitor, _node: Node) -> None:
    visitor.cost += 1


def _plain(visitor: LeafVisitor, node: Node) -> None:
    """Count one for the node and what its children come to."""
    visitor.cost += 1
    for name in CHILDREN[type(node)]:
        value = getattr(node, name)
        if type(value) is list:
            visitor.each(value)
        else:
            visitor.maybe(value)


def _constant_or_plain(visitor: LeafVisitor, node: Expression) -> None:
    if node.value is not None:
        visitor.cost += 1
    else:
        _plain(visitor, node)


# ---------------------------------------------------------------------------------------------- expressions


def _binary(visitor: LeafVisitor, node: nodes.Binary) -> None:
    spine = [node]
    while spine[-1].value is None and type(spine[-1].left) is nodes.Binary:
        spine.append(spine[-1].left)
    visitor.cost += len(spine)
    if spine[-1].value is None:
        visitor.one(_compared(spine[-1].left))
    for inner in reversed(spine):
        if inner.value is None:
            visitor.one(_compared(inner.right))


def _compared(side: Expression) -> Expression:
    """Give the operand of a conversion to an interface that a comparison does without."""
    if type(side) is Convert and side.implicit and not is_interface(side.operand.type):
        return side.operand
    return side


def _concat(visitor: LeafVisitor, node: nodes.Concat) -> None:
    """Count constants that stand side by side as one."""
    visitor.cost += 1
    constant = False
    for operand in node.operands:
        if operand.value is None:
            visitor.one(operand)
        elif not constant:
            visitor.cost += 1
        constant = operand.value is not None


def _field(visitor: LeafVisitor, node: nodes.FieldOf) -> None:
    visitor.cost += 1 + visitor.rules.field_names
    visitor.one(node.operand)


def _method_value(visitor: LeafVisitor, node: MethodOf) -> None:
    """Count ``T.m`` as a name with its type and its method; a method value makes a closure."""
    if not node.of_type:
        raise HairyError("unhandled op CALLPART")
    visitor.cost += 3


def _index(visitor: LeafVisitor, node: nodes.Index) -> None:
    visitor.cost += 1
    if node.value is None:
        visitor.cost += node.through_pointer
        visitor.one(node.operand)
        visitor.one(node.index)


def _slice(visitor: LeafVisitor, node: nodes.SliceOf) -> None:
    """Count the pairs that hold the bounds."""
    visitor.cost += 2 + (node.maximum is not None)
    visitor.one(node.operand)
    visitor.maybe(node.low)
    visitor.maybe(node.high)
    visitor.maybe(node.maximum)


def _literal(visitor: LeafVisitor, node: nodes.CompositeLiteral) -> None:
    """Count the type, or a slice's length, and what stands beside each element."""
    visitor.cost += 2
    base = type(underlying(node.type)) if node.type is not None else None
    for element in node.elements:
        if type(element) is not nodes.KeyValue:
            visitor.cost += 2 * (base is not Struct and visitor.rules.element_indices)
            visitor.one(element)
        elif base is Map or base is Array or base is Slice:
            visitor.cost += 1
            visitor.maybe(element.key)
            visitor.one(element.element)
        else:
            visitor.cost += 2
            visitor.one(element.element)


def _convert(visitor: LeafVisitor, node: Convert) -> None:
    """Count a conversion; that of a constant string to a slice is a literal of its bytes or runes."""
    operand = node.operand
    if node.value is not None or (type(operand) is Name and type(operand.object) is NilObject):
        visitor.cost += 1
    elif type(operand.value) is bytes and node.type is not None and type(underlying(node.type)) is Slice:
        visitor.cost += 2 + 3 * len(operand.value)
    else:
        visitor.cost += 1
        visitor.one(operand)


def _call(visitor: LeafVisitor, node: Call) -> None:
    function = node.function
    if type(function) is MethodOf and function.method is None:
        raise HairyError("non-leaf op CALLINTER")
    method = type(function) is MethodOf and not function.of_type
    cost = visitor.callee_cost(node) if visitor.rules.calls_inlined else None
    if cost is None:
        raise HairyError("non-leaf method" if method else "non-leaf function")
    visitor.cost += 1 + cost
    if method and type(function) is MethodOf:
        visitor.cost += 1 + visitor.rules.field_names
        visitor.one(function.operand)
    else:
        visitor.one(function)
    visitor.each(node.arguments)


def _builtin(visitor: LeafVisitor, node: nodes.Builtin) -> None:
    visitor.cost += 1
    if node.value is not None:
        return
    name = node.name
    if name in {"panic", "recover"}:
        raise HairyError(f"non-leaf op {name.upper()}")
    if name == "new" or (name == "make" and not node.arguments):
        visitor.cost += 1
    elif name in {"len", "cap"}:
        operand = node.arguments[0].type
        visitor.cost += operand is not None and type(underlying(operand)) is Pointer
    visitor.each(node.arguments)


# ----------------------------------------------------------------------------------------------- statements


def _block(visitor: LeafVisitor, node: nodes.Block) -> None:
    visitor.cost += visitor.rules.declaration_blocks
    visitor.each(node.statements)


def _expression_statement(visitor: LeafVisitor, node: nodes.ExpressionStatement) -> None:
    visitor.one(node.expression)


def _assign(visitor: LeafVisitor, node: nodes.Assign) -> None:
    """Count a declaration and its variable for each that ``:=`` makes."""
    visitor.cost += 1 + 2 * len(node.declared)
    visitor.each(node.targets)
    visitor.each(node.values)


def _operation(visitor: LeafVisitor, node: nodes.AssignOperation) -> None:
    visitor.cost += 1
    visitor.one(node.target)
    visitor.one(node.operand)


def _variables(visitor: LeafVisitor, node: nodes.VariableDeclaration) -> None:
    """Count a declaration for each variable, and an assignment for each, or one of a call that gives all."""
    count = len(node.names)
    each = not node.values or len(node.values) == count
    visitor.cost += visitor.rules.declaration_blocks + 2 * count + (2 * count if each else 1 + count)
    visitor.each(node.values)


def _constants(visitor: LeafVisitor, node: nodes.ConstantDeclaration) -> None:
    if not visitor.rules.constants:
        raise HairyError("unhandled op DCLCONST")
    visitor.cost += visitor.rules.declaration_blocks + 2 * len(node.names)


def _if(visitor: LeafVisitor, node: nodes.If) -> None:
    visitor.cost += 1
    visitor.maybe(node.init)
    visitor.one(node.condition)
    visitor.each(node.then.statements)
    visitor.maybe(node.otherwise)


def _switch(visitor: LeafVisitor, node: nodes.Switch) -> None:
    if not visitor.rules.switches:
        raise HairyError("unhandled op SWITCH")
    visitor.cost += 1
    visitor.maybe(node.init)
    visitor.maybe(node.tag)
    for case in node.cases:
        visitor.cost += 1
        for expression in case.expressions or ():
            visitor.one(_compared(expression))
        visitor.each(case.body)


def _type_switch(visitor: LeafVisitor, _node: nodes.TypeSwitch) -> None:
    raise HairyError("unhandled op TYPESW" if visitor.rules.switches else "unhandled op SWITCH")


def _labeled(visitor: LeafVisitor, node: nodes.Labeled) -> None:
    visitor.cost += 2
    visitor.maybe(node.statement)


def _branch(visitor: LeafVisitor, node: nodes.Branch) -> None:
    if node.kind == "break" and not visitor.rules.breaks:
        raise HairyError("unhandled op BREAK")
    visitor.cost += 1 + (node.label is not None)


_TYPES: Final = (
    *(nodes.ArrayTypeExpression, nodes.SliceTypeExpression, nodes.MapTypeExpression, nodes.ChannelTypeExpression),
    *(nodes.StructTypeExpression, nodes.InterfaceTypeExpression, nodes.FunctionTypeExpression),
)

_COUNTS: Final[dict[type[Node], Callable[[LeafVisitor, Any], None]]] = {
    nodes.Name: _leaf,
    nodes.BasicLiteral: _leaf,
    nodes.Identifier: _leaf,
    nodes.FunctionLiteral: _refuse("unhandled op CLOSURE"),
    nodes.CompositeLiteral: _literal,
    nodes.FieldOf: _field,
    nodes.MethodOf: _method_value,
    nodes.Index: _index,
    nodes.SliceOf: _slice,
    nodes.Dereference: _plain,
    nodes.AddressOf: _plain,
    nodes.Unary: _constant_or_plain,
    nodes.Receive: _plain,
    nodes.Binary: _binary,
    nodes.Concat: _concat,
    nodes.Call: _call,
    nodes.Convert: _convert,
    nodes.Builtin: _builtin,
    nodes.TypeAssertion: _plain,
    nodes.Block: _block,
    nodes.ExpressionStatement: _expression_statement,
    nodes.Assign: _assign,
    nodes.AssignOperation: _operation,
    nodes.VariableDeclaration: _variables,
    nodes.ConstantDeclaration: _constants,
    nodes.TypeDeclaration: _refuse("unhandled op DCLTYPE"),
    nodes.Send: _plain,
    nodes.Return: _plain,
    nodes.If: _if,
    nodes.For: _refuse("unhandled op FOR"),
    nodes.Range: _refuse("unhandled op RANGE"),
    nodes.Switch: _switch,
    nodes.TypeSwitch: _type_switch,
    nodes.Select: _refuse("unhandled op SELECT"),
    nodes.Go: _refuse("unhandled op PROC"),
    nodes.Defer: _refuse("unhandled op DEFER"),
    nodes.Labeled: _labeled,
    nodes.Branch: _branch,
    **dict.fromkeys(_TYPES, _leaf),
}
"""What each kind of node comes to."""
