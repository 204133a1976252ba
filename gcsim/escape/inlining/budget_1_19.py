"""What a function costs in Go 1.19: the nodes of its body, and what calls, closures and panics cost beyond.

The compiler counts the nodes of its own tree, which differs from the text and from ours: a declaration has a node of
its own and names its variable twice, a conversion that produces no code counts nothing, a block is no node, and the
values of a call that gives several pass through temporary variables. Each function here says what one kind of our nodes
comes to. Learnt from golang/go at go1.19: src/cmd/compile/internal/inline/inl.go:246-436 (what counts),
noder/{expr,stmt,transform}.go (the tree), typecheck/typecheck.go:872-948 (temporaries).

Held against ``go build -gcflags='-m -m'`` of go1.19.8 for 46 packages of the standard library (4763 functions), imports
from the same GOROOT: cost or reason is the printed one for 4735. Of the others 20 are instances of the generic
``atomic.Pointer``, 6 use it, and 2 call an intrinsic of ``math/big``, which is not known by its path when it is itself
what is analysed. Of 9041 inlined calls 9032 are found, in the same order in 43 packages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.inlining.conversions import is_free, needs_interface
from gcsim.escape.inlining.intrinsics import is_intrinsic
from gcsim.escape.inlining.shape import CHILDREN, children, gives_all
from gcsim.escape.syntax import nodes
from gcsim.escape.syntax.nodes import Call, Convert, FunctionLiteral, MethodOf, Name
from gcsim.escape.types.model import (
    INVALID,
    FunctionObject,
    Interface,
    NilObject,
    Pointer,
    Slice,
    Tuple,
    underlying,
)
from gcsim.escape.types.relations import identical
from gcsim.escape.types.sizes import size_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    from gcsim.escape.syntax.nodes import Expression, Node
    from gcsim.escape.types.model import Type

    CalleeCost: TypeAlias = Callable[[Call, FunctionObject, bool], int | None]

__all__ = ["BIG_BUDGET", "BIG_NODES", "BUDGET", "TooHairyError", "Visitor", "holds_call"]

BUDGET: Final = 80
"""The most that a function may cost to be inlined (inline/inl.go:46 at go1.19)."""

CALL_COST: Final = 57
"""A call that is not inlined itself, beyond its node (inline/inl.go:49)."""

PANIC_COST: Final = 1
"""A panic, beyond its node (inline/inl.go:50)."""

THROW_COST: Final = BUDGET
"""A call of ``runtime.throw``, beyond its node (inline/inl.go:51)."""

CLOSURE_COST: Final = 15
"""A function literal, beyond its node and its body (inline/inl.go:367)."""

BIG_NODES: Final = 5000
"""A function of so many nodes is big (inline/inl.go:53)."""

BIG_BUDGET: Final = 20
"""The most that a function may cost to be inlined into a big one (inline/inl.go:54)."""

HUGE_VALUE: Final = 1 << 16
"""A comparison converts a value of so many bytes to the interface that it is compared with (noder/transform.go)."""

_CHEAP: Final = frozenset(f"{verb}{name}" for verb in ("", "Put") for name in ("Uint16", "Uint32", "Uint64"))
"""Methods of ``encoding/binary``'s byte orders whose calls cost their node alone (inline/inl.go:300-311)."""

_EQUALITY: Final = frozenset({"==", "!="})

_CALLS: Final = frozenset(
    {
        *("append", "cap", "close", "complex", "copy", "delete", "imag"),
        *("len", "panic", "print", "println", "real", "recover"),
    }
)
"""Builtins that make the compiler put a receiver into a variable (typecheck/const.go:738-763 at go1.19)."""


class TooHairyError(Exception):
    """A function holds something that is never inlined; the text is the compiler's reason."""


class Visitor:
    """The count over one function.

    Parameters
    ----------
    function : FunctionObject
        Whose body is counted.
    callee_cost : callable
        Gives what an inlinable function that is called costs, None for one that is not inlinable. It is given the
        call, the function that the call stands in, and whether the compiler, which stops at `BUDGET`, would have asked.
    lenient : bool
        Count also what is never inlined.

    Attributes
    ----------
    cost : int
        What was counted so far.
    """

    __slots__ = ("callee_cost", "cost", "function", "lenient")

    def __init__(self, function: FunctionObject, callee_cost: CalleeCost, *, lenient: bool = False) -> None:
        self.cost = 0
        self.function = function
        self.callee_cost = callee_cost
        self.lenient = lenient

    def each(self, nodes_: Iterable[Node]) -> None:
        """Count nodes and what is in them."""
        for node in nodes_:
            _COUNTS[type(node)](self, node)

    def one(self, node: Node) -> None:
        """Count a node and what is in it."""
        _COUNTS[type(node)](self, node)

    def maybe(self, node: Node | None) -> None:
        """Count a node, if there is one."""
        if node is not None:
            _COUNTS[type(node)](self, node)

    def refuse(self, reason: str) -> None:
        """Say that the function is never inlined.

        Raises
        ------
        TooHairyError
            Always, but for a lenient count.
        """
        if not self.lenient:
            raise TooHairyError(reason)


def _leaf(visitor: Visitor, _node: Node) -> None:
    visitor.cost += 1


def _nothing(_visitor: Visitor, _node: Node) -> None:
    """Count nothing: it produces no code."""


def _with_children(visitor: Visitor, node: Node) -> None:
    """Count one for the node and what its children come to."""
    visitor.cost += 1
    for name in CHILDREN[type(node)]:
        value = getattr(node, name)
        if type(value) is list:
            for child in value:
                _COUNTS[type(child)](visitor, child)
        elif value is not None:
            _COUNTS[type(value)](visitor, value)


def _constant_or_children(visitor: Visitor, node: Expression) -> None:
    """Count a constant as one node, whatever it was made of."""
    if node.value is not None:
        visitor.cost += 1
    else:
        _with_children(visitor, node)


# ---------------------------------------------------------------------------------------------- expressions


def _binary(visitor: Visitor, node: nodes.Binary) -> None:
    """Count both sides; a comparison of a concrete value with an interface converts neither, unless it is huge."""
    spine = [node]
    while spine[-1].value is None and type(spine[-1].left) is nodes.Binary:
        spine.append(spine[-1].left)
    visitor.cost += len(spine)
    last = spine[-1]
    if last.value is None:
        visitor.one(_compared(last.left, last.right) if last.operator in _EQUALITY else last.left)
    for inner in reversed(spine):
        if inner.value is None:
            visitor.one(_compared(inner.right, inner.left) if inner.operator in _EQUALITY else inner.right)


def _compared(side: Expression, other: Expression) -> Expression:
    """Give what the compiler has as one side of a comparison: the operand of a conversion that it leaves out."""
    if type(side) is not Convert or not side.implicit or side.operand.type is None or other.type is None:
        return side
    source = underlying(side.operand.type)
    if type(source) is Interface or size_of(side.operand.type) >= HUGE_VALUE:
        return side
    return side.operand


def _dereference(visitor: Visitor, node: nodes.Dereference) -> None:
    """Count ``*(*T)(unsafe.Pointer(&x))`` as one node less."""
    visitor.cost += 1
    pointer = node.operand
    while type(pointer) is Convert and pointer.value is None and _is_free(pointer):
        pointer = pointer.operand
    if type(pointer) is nodes.AddressOf and type(pointer.operand) is not nodes.CompositeLiteral:
        visitor.cost -= 1
    visitor.one(node.operand)


def _convert(visitor: Visitor, node: Convert) -> None:
    """Count nothing for a conversion that produces no code."""
    if node.value is not None or _is_nil(node.operand):
        visitor.cost += 1
        return
    if not _is_free(node):
        visitor.cost += 1
    visitor.one(node.operand)


def _is_nil(node: Expression) -> bool:
    return type(node) is Name and type(node.object) is NilObject


def _is_free(node: Convert) -> bool:
    return node.operand.type is not None and node.type is not None and is_free(node.operand.type, node.type)


def _index(visitor: Visitor, node: nodes.Index) -> None:
    visitor.cost += 1
    if node.value is None:
        visitor.cost += node.through_pointer
        visitor.one(node.operand)
        visitor.one(node.index)


def _literal(visitor: Visitor, node: nodes.CompositeLiteral) -> None:
    """Count a slice's literal twice, and a node for each key or field."""
    base = underlying(node.type) if node.type is not None else None
    visitor.cost += 2 if type(base) is Slice else 1
    for element in node.elements:
        if type(element) is nodes.KeyValue:
            visitor.cost += 1
            if element.field is None:
                visitor.maybe(element.key)
            visitor.one(element.element)
        else:
            visitor.one(element)


def _method_value(visitor: Visitor, node: MethodOf) -> None:
    """Count ``T.m`` as its type, and ``x.m``, no call, as two."""
    if node.of_type:
        visitor.cost += 1
    else:
        visitor.cost += 2
        visitor.one(node.operand)


def _function_literal(visitor: Visitor, node: FunctionLiteral) -> None:
    visitor.cost += 1 + CLOSURE_COST
    literal = node.function
    if literal is not None and literal.body is not None and not visitor.lenient:
        outer, visitor.function = visitor.function, literal
        visitor.each(literal.body.statements)
        visitor.function = outer


def _call(visitor: Visitor, node: Call) -> None:
    """Count what the callee costs, or `CALL_COST`, and the temporaries of arguments and receivers that are calls."""
    function = node.function
    _refuse_frame_readers(visitor, function)
    visitor.cost += 1 + _called(visitor, node)
    if type(function) is MethodOf and not function.of_type:
        _receiver(visitor, function.operand)
        visitor.cost += 1
    else:
        _receiver(visitor, function)
    if gives_all(node.arguments):
        _temporaries(visitor, node.arguments[0], _parameters(node))
    else:
        visitor.each(node.arguments)


def _called(visitor: Visitor, node: Call) -> int:
    """Give what a call costs beyond its node and operands."""
    function = node.function
    if type(function) is MethodOf and function.method is None:
        return CALL_COST
    if type(function) is MethodOf:
        if _is_cheap(function.method):
            return 0
    elif type(function) is Name and type(function.object) is FunctionObject:
        called = function.object
        if called.package == "runtime" and called.name == "throw":
            return THROW_COST
        if is_intrinsic(called.package, called.name):
            return 0
    cost = visitor.callee_cost(node, visitor.function, visitor.cost <= BUDGET)
    return CALL_COST if cost is None else cost


def _is_cheap(method: FunctionObject | None) -> bool:
    return method is not None and method.package == "encoding/binary" and method.name in _CHEAP


def _refuse_frame_readers(visitor: Visitor, function: Expression) -> None:
    """Refuse a call of what reads its caller's frame."""
    if type(function) is Name and type(function.object) is FunctionObject and function.object.package == "runtime":
        name = function.object.name
        if name in {"getcallerpc", "getcallersp"}:
            visitor.refuse(f"call to {name}")


def _receiver(visitor: Visitor, node: Expression) -> None:
    """Count a function or receiver; one that holds a call is assigned to a variable first."""
    if type(node) is not Name and holds_call(node):
        visitor.cost += 3
    visitor.one(node)


def holds_call(node: Node) -> bool:
    """Say whether evaluating an expression calls anything but ``new``, bodies of function literals aside."""
    kind = type(node)
    if kind is Call or kind is nodes.Receive:
        return True
    if kind is nodes.Builtin and node.name in _CALLS and getattr(node, "value", None) is None:  # type: ignore[attr-defined]
        return True
    if getattr(node, "value", None) is not None:
        return False
    return any(holds_call(child) for child in children(node))


def _parameters(node: Call) -> list[Type]:
    """Give the types of a call's parameters, one for each value that is passed."""
    signature = underlying(node.function.type) if node.function.type is not None else None
    count = len(_members(node.arguments[0]))
    parameters = list(getattr(signature, "parameters", []))
    if getattr(signature, "variadic", False) and parameters and type(parameters[-1]) is Slice:
        parameters[-1:] = [parameters[-1].element] * (count - len(parameters) + 1)
    return parameters


def _temporaries(visitor: Visitor, call: Expression, targets: Sequence[Type]) -> None:
    """Count the assignment of a call's values to temporaries, and the temporaries where they are used."""
    members = _members(call)
    visitor.cost += 1 + 4 * len(members)
    visitor.one(call)
    visitor.cost += sum(needs_interface(source, target) for source, target in zip(members, targets, strict=False))


def _builtin(visitor: Visitor, node: nodes.Builtin) -> None:
    """Count a builtin as one node, with the type of ``new`` and the size that ``make`` leaves out as another."""
    if node.value is not None:
        visitor.cost += 1
        return
    visitor.cost += 1
    name = node.name
    if name == "recover":
        visitor.refuse("call to recover")
    if name == "panic":
        visitor.cost += PANIC_COST
        argument = node.arguments[0]
        if type(argument) is Convert and argument.implicit and not _is_free(argument) and not _is_nil(argument.operand):
            visitor.cost -= 1
    elif name == "new" or (name == "make" and not node.arguments):
        visitor.cost += 1
    elif name in {"len", "cap"}:
        visitor.cost += _is_array_pointer(node.arguments[0])
    if len(node.arguments) == 1 and gives_all(node.arguments):
        _temporaries(visitor, node.arguments[0], [])
    else:
        visitor.each(node.arguments)


def _is_array_pointer(node: Expression) -> bool:
    return node.type is not None and type(underlying(node.type)) is Pointer


# ----------------------------------------------------------------------------------------------- statements


def _block(visitor: Visitor, node: nodes.Block) -> None:
    """Count what a block holds: the compiler puts it into the list around it."""
    visitor.each(node.statements)


def _expression_statement(visitor: Visitor, node: nodes.ExpressionStatement) -> None:
    visitor.one(node.expression)


def _assign(visitor: Visitor, node: nodes.Assign) -> None:
    """Count a declaration and its variable for each that ``:=`` makes."""
    visitor.cost += 1 + 2 * len(node.declared)
    visitor.each(node.targets)
    targets = [INVALID if target.type is None or _is_blank(target) else target.type for target in node.targets]
    if gives_all(node.values) and _mismatched(node.values[0], targets):
        _temporaries(visitor, node.values[0], targets)
    else:
        visitor.each(node.values)


def _mismatched(call: Expression, targets: Sequence[Type]) -> bool:
    """Say whether a call's values have other types than what they are assigned to."""
    return any(
        target is not INVALID and not identical(member, target)
        for target, member in zip(targets, _members(call), strict=False)
    )


def _is_blank(node: Expression) -> bool:
    return type(node) is Name and node.object.name == "_"


def _operation(visitor: Visitor, node: nodes.AssignOperation) -> None:
    visitor.cost += 1
    visitor.one(node.target)
    visitor.one(node.operand)


def _variables(visitor: Visitor, node: nodes.VariableDeclaration) -> None:
    """Count a declaration for each variable, and an assignment for each, or one of a call that gives all."""
    count = len(node.names)
    visitor.cost += 2 * count
    if not node.values or len(node.values) == count:
        visitor.cost += 2 * count
        visitor.each(node.values)
        return
    visitor.cost += 1 + count
    targets = [variable.type for variable in node.variables]
    if gives_all(node.values) and _mismatched(node.values[0], targets):
        _temporaries(visitor, node.values[0], targets)
    else:
        visitor.each(node.values)


def _members(call: Expression) -> list[Type]:
    return call.type.members if type(call.type) is Tuple else []


def _type_declaration(visitor: Visitor, _node: Node) -> None:
    visitor.refuse("unhandled op DCLTYPE")


def _return(visitor: Visitor, node: nodes.Return) -> None:
    visitor.cost += 1
    if gives_all(node.results):
        _temporaries(visitor, node.results[0], [result.type for result in visitor.function.results])
    else:
        visitor.each(node.results)


def _if(visitor: Visitor, node: nodes.If) -> None:
    """Count an ``if`` whose condition is constant as the branch that is taken."""
    value = node.condition.value
    if value is not None:
        visitor.maybe(node.init)
        if value:
            visitor.each(node.then.statements)
        else:
            visitor.maybe(node.otherwise)
        return
    visitor.cost += 1
    visitor.maybe(node.init)
    visitor.one(node.condition)
    visitor.each(node.then.statements)
    visitor.maybe(node.otherwise)


def _for(visitor: Visitor, node: nodes.For) -> None:
    visitor.cost += 1
    visitor.maybe(node.init)
    visitor.maybe(node.condition)
    visitor.maybe(node.post)
    visitor.each(node.body.statements)


def _range(visitor: Visitor, node: nodes.Range) -> None:
    visitor.cost += 1 + 2 * len(node.declared)
    visitor.one(node.operand)
    visitor.maybe(node.key)
    visitor.maybe(node.element)
    visitor.each(node.body.statements)


def _case(visitor: Visitor, node: nodes.Case) -> None:
    visitor.cost += 1 + (node.variable is not None)
    for expression in node.expressions or ():
        visitor.one(_switched(expression))
    visitor.each(node.body)


def _switched(expression: Expression) -> Expression:
    """Give a case's expression without the conversion to the tag's type, which comes later in the compiler."""
    if type(expression) is Convert and expression.implicit:
        return expression.operand
    return expression


def _switch(visitor: Visitor, node: nodes.Switch) -> None:
    visitor.cost += 1
    visitor.maybe(node.init)
    visitor.maybe(node.tag)
    for case in node.cases:
        _case(visitor, case)


def _type_switch(visitor: Visitor, node: nodes.TypeSwitch) -> None:
    """Count the guard, and its name if there is one."""
    visitor.cost += 2 + (node.name is not None)
    visitor.maybe(node.init)
    visitor.one(node.operand)
    for case in node.cases:
        visitor.cost += 1 + (node.name is not None)
        visitor.cost += len(case.expressions or ())
        visitor.each(case.body)


def _select(visitor: Visitor, node: nodes.Select) -> None:
    """Count a receive as an assignment to two."""
    visitor.cost += 1
    for case in node.cases:
        visitor.cost += 1
        communication = case.communication
        if type(communication) is nodes.ExpressionStatement:
            visitor.cost += 3
            visitor.one(communication.expression)
        elif type(communication) is nodes.Assign:
            visitor.cost += 3 + 2 * len(communication.declared) - len(communication.targets)
            visitor.each(communication.targets)
            visitor.one(_switched(communication.values[0]))
        elif communication is not None:
            visitor.one(communication)
        visitor.each(case.body)


def _go(visitor: Visitor, node: nodes.Go) -> None:
    visitor.refuse("unhandled op GO")
    visitor.one(node.call)


def _defer(visitor: Visitor, node: nodes.Defer) -> None:
    visitor.refuse("unhandled op DEFER")
    visitor.one(node.call)


def _labeled(visitor: Visitor, node: nodes.Labeled) -> None:
    visitor.cost += 1
    visitor.maybe(node.statement)


def _branch(visitor: Visitor, node: nodes.Branch) -> None:
    visitor.cost += node.kind != "fallthrough"


def _dot(visitor: Visitor, node: nodes.FieldOf) -> None:
    visitor.cost += 1
    visitor.one(node.operand)


_TYPES: Final = (
    *(nodes.ArrayTypeExpression, nodes.SliceTypeExpression, nodes.MapTypeExpression, nodes.ChannelTypeExpression),
    *(nodes.StructTypeExpression, nodes.InterfaceTypeExpression, nodes.FunctionTypeExpression),
)

_COUNTS: Final[dict[type[Node], Callable[..., None]]] = {
    nodes.Name: _leaf,
    nodes.BasicLiteral: _leaf,
    nodes.Identifier: _leaf,
    nodes.FunctionLiteral: _function_literal,
    nodes.CompositeLiteral: _literal,
    nodes.FieldOf: _dot,
    nodes.MethodOf: _method_value,
    nodes.Index: _index,
    nodes.SliceOf: _with_children,
    nodes.Dereference: _dereference,
    nodes.AddressOf: _with_children,
    nodes.Unary: _constant_or_children,
    nodes.Receive: _with_children,
    nodes.Binary: _binary,
    nodes.Concat: _constant_or_children,
    nodes.Call: _call,
    nodes.Convert: _convert,
    nodes.Builtin: _builtin,
    nodes.TypeAssertion: _with_children,
    nodes.Block: _block,
    nodes.ExpressionStatement: _expression_statement,
    nodes.Assign: _assign,
    nodes.AssignOperation: _operation,
    nodes.VariableDeclaration: _variables,
    nodes.ConstantDeclaration: _nothing,
    nodes.TypeDeclaration: _type_declaration,
    nodes.Send: _with_children,
    nodes.Return: _return,
    nodes.If: _if,
    nodes.For: _for,
    nodes.Range: _range,
    nodes.Switch: _switch,
    nodes.TypeSwitch: _type_switch,
    nodes.Select: _select,
    nodes.Go: _go,
    nodes.Defer: _defer,
    nodes.Labeled: _labeled,
    nodes.Branch: _branch,
    **dict.fromkeys(_TYPES, _leaf),
}
"""What each kind of node comes to."""
