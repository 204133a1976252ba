"""The tree of a Go program: what the parser makes, the checker completes, and inlining and the analyses walk.

One family of small classes serves both before and after the check, as in Go's own compiler until 1.18. The checker
replaces nodes while it goes: `Identifier` becomes `Name`, `Selector` becomes `FieldOf`, `MethodOf` or `Name`, a `Call`
of a type becomes `Convert`, a `Call` of a builtin becomes `Builtin`, a `Binary` sum of strings becomes `Concat`, and
a conversion to an interface that the text leaves out is put in as a `Convert` with `implicit`. Each docstring says
what stands when; what is marked *parsed* is gone after the check, what is marked *checked* is not there before.

Every node has ``position`` (see `gcsim.escape.syntax.positions`), where Go's own syntax package (1.8 and later) puts
it: the operator of a binary expression, the ``(`` of a call or a conversion, the ``[`` of an index or slice expression,
the ``.`` of a selector, the ``{`` of a composite literal, ``func`` of a function literal, the first token of a unary
expression and of a statement that begins with a keyword, the operator (``=``, ``:=``, ``+=``, ``++``, ``<-``) of any
other statement. Expressions have ``type`` (None before the check) and ``value``, the constant's value (None: no
constant).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from gcsim.escape.types.constants import Value
    from gcsim.escape.types.model import Field, FunctionObject, Object, Type, Variable

__all__ = [
    "AddressOf",
    "ArrayTypeExpression",
    "Assign",
    "AssignOperation",
    "BasicLiteral",
    "Binary",
    "Block",
    "Branch",
    "Builtin",
    "Call",
    "Case",
    "ChannelTypeExpression",
    "CommunicationCase",
    "CompositeLiteral",
    "Concat",
    "ConstantDeclaration",
    "Convert",
    "Defer",
    "Dereference",
    "Expression",
    "ExpressionStatement",
    "FieldExpression",
    "FieldOf",
    "For",
    "FunctionDeclaration",
    "FunctionLiteral",
    "FunctionTypeExpression",
    "Go",
    "Identifier",
    "If",
    "ImportDeclaration",
    "Index",
    "InlinedCall",
    "InterfaceTypeExpression",
    "KeyValue",
    "Labeled",
    "MapTypeExpression",
    "MethodExpression",
    "MethodOf",
    "Name",
    "Node",
    "Parameter",
    "Range",
    "Receive",
    "Return",
    "Select",
    "Selector",
    "Send",
    "SliceOf",
    "SliceTypeExpression",
    "SourceFile",
    "Statement",
    "StructTypeExpression",
    "Switch",
    "TypeAssertion",
    "TypeDeclaration",
    "TypeSwitch",
    "Unary",
    "VariableDeclaration",
]


@dataclass(slots=True, eq=False)
class Node:
    """Anything in the tree."""

    position: int


@dataclass(slots=True, eq=False)
class Expression(Node):
    """Anything that may stand where a value or a type does."""

    type: Type | None = field(default=None, init=False)
    value: Value | None = field(default=None, init=False)


# ---------------------------------------------------------------------------------------------- expressions


@dataclass(slots=True, eq=False)
class Identifier(Expression):
    """A name as written; *parsed*."""

    name: str


@dataclass(slots=True, eq=False)
class Name(Expression):
    """A name and what it means, of this package or qualified by another's; *checked*.

    ``object`` is a `Variable`, `FunctionObject`, `ConstantObject`, `TypeName`, `NilObject` or `BuiltinObject`; the
    blank identifier on a left side has a `Variable` named ``_``.
    """

    object: Object


@dataclass(slots=True, eq=False)
class BasicLiteral(Expression):
    """A number, rune, or string as written."""

    kind: Literal["int", "float", "imaginary", "rune", "string"]
    text: str


@dataclass(slots=True, eq=False)
class FunctionLiteral(Expression):
    """``func(…) … { … }``: ``function`` holds signature, body and, once checked, the variables that it captures."""

    signature: FunctionTypeExpression
    body: Block
    function: FunctionObject | None = field(default=None, init=False)


@dataclass(slots=True, eq=False)
class CompositeLiteral(Expression):
    """``T{…}``; ``type_expression`` is None where an outer literal gives the type.

    Checked: elements of a struct are all `KeyValue` with ``field`` set; of an array or slice, `KeyValue` where a
    key was written and bare expressions else; of a map all `KeyValue`. ``&T{…}`` is an `AddressOf` round one of these;
    where an outer literal leaves the ``&T`` out, the checker puts the `AddressOf` in with ``implicit``.
    """

    type_expression: Expression | None
    elements: list[Expression]
    end: int = 0
    """Position of the closing brace."""
    packed: bool = False
    """Made by inlining from the arguments of a variadic parameter: messages call it ``... argument``."""


@dataclass(slots=True, eq=False)
class KeyValue(Expression):
    """``key: value`` in a composite literal; ``key`` of a struct's field is an `Identifier`, ``field`` its field."""

    key: Expression | None
    element: Expression
    field: Field | None = None


@dataclass(slots=True, eq=False)
class Selector(Expression):
    """``x.name`` as written; *parsed*."""

    operand: Expression
    name: str


@dataclass(slots=True, eq=False)
class FieldOf(Expression):
    """A field of a struct, one step; *checked*. Fields of embedded structs are nested steps with ``implicit``.

    ``through_pointer`` says that ``operand`` is a pointer to the struct.
    """

    operand: Expression
    field: Field
    through_pointer: bool
    implicit: bool = False


@dataclass(slots=True, eq=False)
class MethodOf(Expression):
    """A method as ``x.m``, called (``Call.function``) or as a value; *checked*.

    ``operand`` has the receiver's type exactly: the checker puts in `AddressOf`, `Dereference` and embedded `FieldOf`
    steps with ``implicit``. ``method`` is the declared function, or None for a method of an interface. In a method
    expression ``T.m`` ``operand`` is the type's expression and ``of_type`` is set; its type has the receiver first.
    """

    operand: Expression
    name: str
    method: FunctionObject | None
    of_type: bool = False


@dataclass(slots=True, eq=False)
class Index(Expression):
    """``x[i]`` of an array, pointer to array (``through_pointer``), slice, string or map.

    As written it may also be a generic instantiation. Checked, ``through_pointer`` stands for the implicit ``*``.
    """

    operand: Expression
    index: Expression
    through_pointer: bool = False


@dataclass(slots=True, eq=False)
class SliceOf(Expression):
    """``x[low:high:maximum]``; checked, an array operand stands as `AddressOf` of it with ``implicit``."""

    operand: Expression
    low: Expression | None
    high: Expression | None
    maximum: Expression | None


@dataclass(slots=True, eq=False)
class Dereference(Expression):
    """``*x``, a value or a pointer type."""

    operand: Expression
    implicit: bool = False


@dataclass(slots=True, eq=False)
class AddressOf(Expression):
    """``&x``; of a composite literal it is Go's ``&T{…}``. ``implicit`` where the text leaves it out."""

    operand: Expression
    implicit: bool = False


@dataclass(slots=True, eq=False)
class Unary(Expression):
    """``+x -x !x ^x``."""

    operator: str
    operand: Expression


@dataclass(slots=True, eq=False)
class Receive(Expression):
    """``<-x``; with two results in an assignment, ``comma_ok``."""

    operand: Expression
    comma_ok: bool = False


@dataclass(slots=True, eq=False)
class Binary(Expression):
    """``x op y``; checked, sums of strings that are no constants are `Concat` instead."""

    operator: str
    left: Expression
    right: Expression


@dataclass(slots=True, eq=False)
class Concat(Expression):
    """A sum of strings, flattened: ``a + b + c``; *checked*. Position of the last ``+``."""

    operands: list[Expression]


@dataclass(slots=True, eq=False)
class Call(Expression):
    """``f(…)``. Checked: of a function, method or function value; never a conversion or builtin.

    ``spread`` is ``f(xs...)``. Arguments carry implicit conversions; those of a variadic parameter stand one by one
    (``arguments`` beyond the fixed ones). A single argument of tuple type is ``f(g())``. The type is the result's,
    a `Tuple` of none, two or more.
    """

    function: Expression
    arguments: list[Expression]
    spread: bool = False


@dataclass(slots=True, eq=False)
class Convert(Expression):
    """A conversion ``T(x)`` to ``type``, ``implicit`` where the text leaves it out; *checked*."""

    operand: Expression
    implicit: bool = False


@dataclass(slots=True, eq=False)
class Builtin(Expression):
    """A call of a builtin function (``len``, ``make``, ``append`` …, ``unsafe.Sizeof`` …); *checked*.

    ``make`` and ``new`` have the type as ``made`` and no expression for it in ``arguments``.
    """

    name: str
    arguments: list[Expression]
    spread: bool = False
    made: Type | None = None


@dataclass(slots=True, eq=False)
class TypeAssertion(Expression):
    """``x.(T)``; ``type_expression`` is None in a type switch. With two results in an assignment, ``comma_ok``."""

    operand: Expression
    type_expression: Expression | None
    comma_ok: bool = False


@dataclass(slots=True, eq=False)
class InlinedCall(Expression):
    """A call that inlining has replaced by the callee's body; made by `gcsim.escape.inlining`.

    ``prologue`` declares the copies of receiver, parameters and results and assigns the arguments; ``body`` is the
    callee's, its returns assigning to ``results``.
    """

    call: Call
    callee: FunctionObject
    prologue: list[Statement]
    body: list[Statement]
    results: list[Name]


# ------------------------------------------------------------------------------------------ type expressions


@dataclass(slots=True, eq=False)
class ArrayTypeExpression(Expression):
    """``[n]T``; ``length`` None is ``[...]T``."""

    length: Expression | None
    element: Expression


@dataclass(slots=True, eq=False)
class SliceTypeExpression(Expression):
    """``[]T``."""

    element: Expression


@dataclass(slots=True, eq=False)
class MapTypeExpression(Expression):
    """``map[K]V``."""

    key: Expression
    element: Expression


@dataclass(slots=True, eq=False)
class ChannelTypeExpression(Expression):
    """``chan T``, ``<-chan T``, ``chan<- T``."""

    direction: Literal["both", "receive", "send"]
    element: Expression


@dataclass(slots=True, eq=False)
class FieldExpression(Node):
    """A field of a struct; ``name`` None is an embedded one. Position of the name. ``tag`` is its value."""

    name: str | None
    type_expression: Expression
    tag: str


@dataclass(slots=True, eq=False)
class StructTypeExpression(Expression):
    """``struct { … }``; one `FieldExpression` for each name."""

    fields: list[FieldExpression]


@dataclass(slots=True, eq=False)
class MethodExpression(Node):
    """A method of an interface type; position of its name."""

    name: str
    signature: FunctionTypeExpression


@dataclass(slots=True, eq=False)
class InterfaceTypeExpression(Expression):
    """``interface { … }``: methods and embedded types, both in the order of the text."""

    methods: list[MethodExpression]
    embedded: list[Expression]


@dataclass(slots=True, eq=False)
class Parameter(Node):
    """One parameter or result; ``name`` None where none is written. Position of the name, else of the type."""

    name: str | None
    type_expression: Expression


@dataclass(slots=True, eq=False)
class FunctionTypeExpression(Expression):
    """``func(…) …``; ``variadic`` says that the last parameter's type was ``...T`` (its expression is ``T``)."""

    parameters: list[Parameter]
    results: list[Parameter]
    variadic: bool


# ------------------------------------------------------------------------------------------------ statements


@dataclass(slots=True, eq=False)
class Statement(Node):
    """Anything that may stand in a block."""


@dataclass(slots=True, eq=False)
class Block(Statement):
    """``{ … }``; ``end`` is the position of the closing brace."""

    statements: list[Statement]
    end: int


@dataclass(slots=True, eq=False)
class ExpressionStatement(Statement):
    """An expression for its effect: a call or a receive."""

    expression: Expression


@dataclass(slots=True, eq=False)
class Assign(Statement):
    """``a, b = x, y``, ``a, b = f()`` or with ``:=``; checked, ``declared`` lists the variables that it makes.

    As many values as targets, or one that gives several: a call of tuple type, or `Index` of a map, `TypeAssertion`
    or `Receive` with two results. Checked, values carry implicit conversions (not those of one that gives several).
    """

    targets: list[Expression]
    values: list[Expression]
    define: bool
    declared: list[Variable] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class AssignOperation(Statement):
    """``x op= y``, and ``x++``, ``x--`` (``increment``) with the literal 1."""

    operator: str
    target: Expression
    operand: Expression
    increment: bool = False


@dataclass(slots=True, eq=False)
class VariableDeclaration(Statement):
    """``var a, b T = x, y``, of a function or of the package; one for each line of a group.

    Checked, ``variables`` are made and ``values`` carry implicit conversions (none: zero values; one call of tuple
    type may give all). Position of the first name.
    """

    names: list[tuple[int, str]]
    type_expression: Expression | None
    values: list[Expression]
    variables: list[Variable] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class ConstantDeclaration(Statement):
    """One line of a ``const`` group: ``iota`` is its number, an implicit repetition stands with the former's parts."""

    names: list[tuple[int, str]]
    type_expression: Expression | None
    values: list[Expression]
    iota: int


@dataclass(slots=True, eq=False)
class TypeDeclaration(Statement):
    """``type name T``, or ``type name = T`` (``alias``). ``type_parameters`` are refused by the checker."""

    name: str
    type_expression: Expression
    alias: bool
    type_parameters: bool = False


@dataclass(slots=True, eq=False)
class Send(Statement):
    """``channel <- value``."""

    channel: Expression
    value: Expression


@dataclass(slots=True, eq=False)
class Return(Statement):
    """``return …``; no results in a function with named results means them."""

    results: list[Expression]


@dataclass(slots=True, eq=False)
class If(Statement):
    """``if init; condition { then } else otherwise``; ``otherwise`` is a `Block` or another `If`."""

    init: Statement | None
    condition: Expression
    then: Block
    otherwise: Statement | None


@dataclass(slots=True, eq=False)
class For(Statement):
    """``for init; condition; post { body }``."""

    init: Statement | None
    condition: Expression | None
    post: Statement | None
    body: Block


@dataclass(slots=True, eq=False)
class Range(Statement):
    """``for key, element := range operand { body }``; checked, ``declared`` lists the variables that it makes."""

    key: Expression | None
    element: Expression | None
    operand: Expression
    define: bool
    body: Block
    declared: list[Variable] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Case(Node):
    """A clause of a switch; ``expressions`` None is ``default``. Position of ``case``.

    In a type switch that binds a name, ``variable`` is this clause's own, once checked; expressions are of types or
    ``nil``.
    """

    expressions: list[Expression] | None
    body: list[Statement]
    variable: Variable | None = None


@dataclass(slots=True, eq=False)
class Switch(Statement):
    """``switch init; tag { … }``."""

    init: Statement | None
    tag: Expression | None
    cases: list[Case]


@dataclass(slots=True, eq=False)
class TypeSwitch(Statement):
    """``switch init; name := operand.(type) { … }``; ``name`` with its position, or None."""

    init: Statement | None
    name: tuple[int, str] | None
    operand: Expression
    cases: list[Case]


@dataclass(slots=True, eq=False)
class CommunicationCase(Node):
    """A clause of a select: a `Send`, an `ExpressionStatement` or `Assign` of a `Receive`, or None for ``default``."""

    communication: Statement | None
    body: list[Statement]


@dataclass(slots=True, eq=False)
class Select(Statement):
    """``select { … }``."""

    cases: list[CommunicationCase]


@dataclass(slots=True, eq=False)
class Go(Statement):
    """``go f(…)``."""

    call: Expression


@dataclass(slots=True, eq=False)
class Defer(Statement):
    """``defer f(…)``."""

    call: Expression


@dataclass(slots=True, eq=False)
class Labeled(Statement):
    """``name: statement``."""

    name: str
    statement: Statement | None


@dataclass(slots=True, eq=False)
class Branch(Statement):
    """``break``, ``continue``, ``goto``, ``fallthrough``, with a label or None."""

    kind: Literal["break", "continue", "goto", "fallthrough"]
    label: str | None


# ---------------------------------------------------------------------------------------------- declarations


@dataclass(slots=True, eq=False)
class FunctionDeclaration(Node):
    """``func (receiver) name(…) … { body }``; position of the name, ``body`` None where another language has it.

    ``pragmas`` are the words of ``//go:…`` lines just above: ``noescape``, ``noinline``, ``nosplit`` ….
    ``directives`` are ``//gcsim:word rest`` lines just above, rest by word, see `gcsim.escape.packages`.
    """

    name: str
    receiver: Parameter | None
    signature: FunctionTypeExpression
    body: Block | None
    pragmas: frozenset[str]
    type_parameters: bool = False
    directives: dict[str, str] = field(default_factory=dict)
    function: FunctionObject | None = field(default=None, init=False)


@dataclass(slots=True, eq=False)
class ImportDeclaration(Node):
    """``import name "path"``; ``name`` None where none is written."""

    name: str | None
    path: str


@dataclass(slots=True, eq=False)
class SourceFile(Node):
    """One file: its package clause, imports, and declarations in the order of the text."""

    name: str
    package: str
    imports: list[ImportDeclaration]
    declarations: list[FunctionDeclaration | VariableDeclaration | ConstantDeclaration | TypeDeclaration]
    text: bytes
    pragmas: frozenset[str] = frozenset()
