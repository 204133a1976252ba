"""The nodes of the flow graph: what holds a value, or makes one.

Go's compiler until 1.12 hung its flow graph on the syntax tree. Here a small object of its own stands for each
expression and variable that a value may flow to or from: its kind says how flows go through it, ``left`` what it is
made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gcsim.escape.syntax.nodes import Node
    from gcsim.escape.types.model import FunctionObject, Type, Variable

__all__ = [
    "ADDRESS",
    "ALLOCATION",
    "APPEND",
    "ARITHMETIC",
    "ARRAY_LITERAL",
    "ASSERT",
    "ASSERT_OK",
    "CALL",
    "CAPTURED",
    "CLOSURE",
    "CONTENT",
    "CONVERT",
    "DOT",
    "DOT_POINTER",
    "ELLIPSIS",
    "FATE",
    "FUNCTION",
    "GLOBAL",
    "HEAP",
    "INDEX_ARRAY",
    "INDEX_MAP",
    "INDEX_SLICE",
    "INDIRECT",
    "INTERFACE",
    "LITERAL",
    "LOCAL",
    "MAP_LITERAL",
    "METHOD",
    "METHOD_VALUE",
    "NAMES",
    "NONE",
    "NOTHING",
    "OUT",
    "PARAMETER",
    "POINTER_LITERAL",
    "RESULT",
    "RESULT_SHIFT",
    "RETURNED",
    "ROOTS",
    "SCOPE",
    "SINK",
    "SINK_DEPTH",
    "SLICE",
    "SLICE_LITERAL",
    "STATEMENT",
    "STRUCT_LITERAL",
    "Edge",
    "Path",
    "Spot",
]

# Kinds. The names in brackets are the operations of src/cmd/compile/internal/gc/syntax.go at go1.8.

NOTHING: Final = 0
"""A value that carries no flow: a number, a comparison, a received value, an element of a map."""
LITERAL: Final = 1
"""A constant or ``nil`` (OLITERAL)."""
SINK: Final = 2
"""The heap, and whatever else nothing is known of."""
GLOBAL: Final = 3
"""A variable of a package (ONAME, PEXTERN)."""
LOCAL: Final = 4
"""A local variable (ONAME, PAUTO)."""
PARAMETER: Final = 5
"""A parameter or receiver (ONAME, PPARAM)."""
RESULT: Final = 6
"""A result (ONAME, PPARAMOUT)."""
CAPTURED: Final = 7
"""A variable of a function further out, as a closure sees it (ONAME, PPARAMREF)."""
OUT: Final = 8
"""A result of a call, as the caller sees it (a dummy ONAME, PAUTO)."""
FUNCTION: Final = 9
"""A declared function as a value (ONAME, PFUNC)."""
ADDRESS: Final = 10
"""``&x`` (OADDR)."""
POINTER_LITERAL: Final = 11
"""``&T{…}`` (OPTRLIT)."""
INDIRECT: Final = 12
"""``*p`` (OIND)."""
DOT_POINTER: Final = 13
"""``p.f`` (ODOTPTR)."""
DOT: Final = 14
"""``x.f`` (ODOT)."""
INDEX_ARRAY: Final = 15
"""``a[i]`` of an array (OINDEX)."""
INDEX_SLICE: Final = 16
"""``s[i]`` of a slice or string (OINDEX)."""
INDEX_MAP: Final = 17
"""``m[k]`` (OINDEXMAP)."""
SLICE: Final = 18
"""``s[i:j]`` (OSLICE and its kin)."""
ASSERT: Final = 19
"""``x.(T)`` (ODOTTYPE)."""
ASSERT_OK: Final = 20
"""``x.(T)`` with two results (ODOTTYPE2)."""
CONVERT: Final = 21
"""A conversion that keeps the value (OCONV, OCONVNOP)."""
METHOD: Final = 22
"""``x.m`` where it is called (ODOTMETH)."""
ARITHMETIC: Final = 23
"""``x + y`` that may be arithmetic on pointers (OADD and its kin)."""
APPEND: Final = 24
"""``append(s, …)`` (OAPPEND)."""
CALL: Final = 25
"""``f(…)`` (OCALLFUNC, OCALLMETH, OCALLINTER)."""
STRUCT_LITERAL: Final = 26
"""``T{…}`` of a struct (OSTRUCTLIT)."""
ARRAY_LITERAL: Final = 27
"""``[n]T{…}`` (OARRAYLIT)."""
SLICE_LITERAL: Final = 28
"""``[]T{…}`` (OSLICELIT)."""
MAP_LITERAL: Final = 29
"""``map[K]V{…}`` (OMAPLIT)."""
ALLOCATION: Final = 30
"""``make``, ``new``, and conversions and sums of strings (OMAKESLICE, ONEW, OSTRARRAYBYTE, OADDSTR …)."""
CLOSURE: Final = 31
"""A function literal (OCLOSURE)."""
METHOD_VALUE: Final = 32
"""``x.m`` as a value (OCALLPART)."""
ELLIPSIS: Final = 33
"""The slice made for a variadic parameter (ODDDARG)."""
INTERFACE: Final = 34
"""A conversion to an interface (OCONVIFACE)."""
STATEMENT: Final = 35
"""A statement, named as what a value flows to in an explanation."""

NAMES: Final = frozenset({SINK, GLOBAL, LOCAL, PARAMETER, RESULT, CAPTURED, OUT, FUNCTION})
"""The kinds that the compiler calls ONAME."""
ROOTS: Final = NAMES | {CLOSURE}
"""The kinds from which walks begin (``escflood``)."""

# How far a value gets: golang/go src/cmd/compile/internal/gc/esc.go, EscUnknown and what follows, at go1.8.

UNKNOWN: Final = 0
NONE: Final = 1
RETURNED: Final = 2
SCOPE: Final = 3
HEAP: Final = 4
NEVER: Final = 5
FATE: Final = 7
"""The mask of the numbers above in `Spot.escape`."""
CONTENT: Final = 8
"""The bit of `Spot.escape` that says that what a parameter points to reaches the heap."""
RESULT_SHIFT: Final = 4
"""Where in `Spot.escape` the levels begin at which a parameter reaches the results."""

SINK_DEPTH: Final = -1
"""The loop depth of the heap; results have 0, a function's own variables 1 and more."""


class Edge(NamedTuple):
    """A flow into a spot, and what an explanation says of it.

    ``shown`` is the target as the text has it, ``where`` the position of the flow, 0 for that of the target.
    """

    source: Spot
    why: str
    shown: Spot
    where: int


class Path(NamedTuple):
    """The way of a walk from its root: the last edge and the way before it."""

    edge: Edge
    before: Path | None


class Spot:
    """One node of the flow graph.

    Attributes
    ----------
    kind : int
        One of the kinds of this module.
    node : Node or None
        The expression that it stands for; None of names and of what no text has.
    position : int
        Where messages about it point.
    type : Type or None
        Its type; None where it surely holds pointers.
    left, right : Spot or None
        Its operands.
    elements : sequence of Spot
        The elements of a slice literal, the first argument of ``append``.
    variable : Variable or None
        Of a name.
    function : FunctionObject or None
        The function in which it was met.
    origin : Spot or None
        Of a captured variable, the variable itself.
    results : list of Spot
        Of a call, what stands for its results.
    index : int
        Of a result, its number from 0.
    escape : int
        How far its value gets: a number, `CONTENT`, and levels of results.
    moved : bool
        Of a variable: it has been moved to the heap, and is no longer a parameter, result or local to the walks.
    depth : int
        The loop depth at which it lives.
    flows : list of Edge
        What flows into it.
    mark, level, suffix, extra : int
        The walk that was here last, and with what.
    path : Path or None
        The way on which it was found to escape.
    why : str
        What else is to be said of its fate.
    """

    __slots__ = (
        "depth",
        "elements",
        "escape",
        "extra",
        "flows",
        "function",
        "index",
        "kind",
        "left",
        "level",
        "mark",
        "moved",
        "node",
        "origin",
        "path",
        "position",
        "results",
        "right",
        "suffix",
        "type",
        "variable",
        "why",
    )

    def __init__(  # noqa: PLR0913, PLR0917  # made ten thousand times a second, so without keywords
        self,
        kind: int,
        position: int = 0,
        type_: Type | None = None,
        left: Spot | None = None,
        node: Node | None = None,
        function: FunctionObject | None = None,
    ) -> None:
        self.kind = kind
        self.position = position
        self.type = type_
        self.left = left
        self.node = node
        self.function = function
        self.right: Spot | None = None
        self.elements: Sequence[Spot] = ()
        self.variable: Variable | None = None
        self.origin: Spot | None = None
        self.results: list[Spot] = []
        self.index = 0
        self.escape = UNKNOWN
        self.moved = False
        self.depth = 0
        self.flows: list[Edge] = []
        self.mark = 0
        self.level = 0
        self.suffix = 0
        self.extra = 0
        self.path: Path | None = None
        self.why = ""
