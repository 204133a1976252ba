"""The types and objects of a checked Go program.

Types are compared with `gcsim.escape.types.relations.identical`, never with ``==``: only named types are one object
each. Sizes are those of amd64, as everywhere in the published runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.syntax.nodes import Block, Expression, FunctionDeclaration, SourceFile, VariableDeclaration
    from gcsim.escape.types.constants import Value

__all__ = [
    "INVALID",
    "Array",
    "Basic",
    "BuiltinObject",
    "Channel",
    "ConstantObject",
    "Field",
    "FunctionObject",
    "Interface",
    "InterfaceMethod",
    "Leak",
    "Map",
    "Named",
    "NilObject",
    "Object",
    "Package",
    "PackageName",
    "Pointer",
    "Signature",
    "Slice",
    "Struct",
    "Tuple",
    "Type",
    "TypeName",
    "Variable",
    "deferred_function",
    "deferred_type",
    "initial_expressions",
    "underlying",
]


# ----------------------------------------------------------------------------------------------------- types


@dataclass(slots=True, eq=False)
class Type:
    """Any type."""


@dataclass(slots=True, eq=False)
class Basic(Type):
    """A predeclared type; ``name`` is what is printed, ``kind`` what it is: ``byte`` is of kind ``uint8``.

    Untyped constants have kinds ``untyped int``, ``untyped rune``, ``untyped float``, ``untyped complex``,
    ``untyped string``, ``untyped bool``, ``untyped nil``. ``kind`` ``invalid`` is the type of what was in error.
    ``unsafe.Pointer`` is of kind ``unsafe.Pointer``.
    """

    name: str
    kind: str
    size: int


@dataclass(slots=True, eq=False)
class Pointer(Type):
    """``*T``."""

    element: Type


@dataclass(slots=True, eq=False)
class Slice(Type):
    """``[]T``."""

    element: Type


@dataclass(slots=True, eq=False)
class Array(Type):
    """``[n]T``."""

    length: int
    element: Type


@dataclass(slots=True, eq=False)
class Map(Type):
    """``map[K]V``."""

    key: Type
    element: Type


@dataclass(slots=True, eq=False)
class Channel(Type):
    """``chan T`` and its directed kin."""

    direction: Literal["both", "receive", "send"]
    element: Type


@dataclass(slots=True, eq=False)
class Field:
    """A field of a struct."""

    name: str
    type: Type
    embedded: bool
    package: str
    """Path of the package whose text has it: unexported names of two packages differ."""
    tag: str = ""


@dataclass(slots=True, eq=False)
class Struct(Type):
    """``struct { … }``."""

    fields: list[Field]


@dataclass(slots=True, eq=False)
class Signature(Type):
    """``func(…) …``; the last parameter of a ``variadic`` one is a `Slice`. The receiver is no part of it."""

    parameters: list[Type]
    results: list[Type]
    variadic: bool


@dataclass(slots=True, eq=False)
class InterfaceMethod:
    """A method that an interface asks for."""

    name: str
    signature: Signature
    package: str


@dataclass(slots=True, eq=False)
class Interface(Type):
    """``interface { … }``: all methods, those of embedded interfaces too, sorted by name."""

    methods: list[InterfaceMethod]


@dataclass(slots=True, eq=False)
class Named(Type):
    """A declared type; ``underlying`` is never a `Named` and is set when the declaration has been resolved.

    ``methods`` holds the declared functions by name, in the order of the text, receivers by value or by pointer.

    A type of an import may be made by `deferred_type`: it is resolved when its ``underlying`` or ``methods`` are asked
    for first.
    """

    name: str
    package: str
    underlying: Type = field(default_factory=lambda: INVALID)
    methods: dict[str, FunctionObject] = field(default_factory=dict)
    position: int = 0
    local: bool = False
    """Declared inside a function."""
    resolve: Callable[[Named], None] | None = field(default=None, repr=False)
    """What sets ``underlying`` and ``methods`` of a deferred type."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Resolve a deferred type: Python asks here for what is not set."""
            return _resolved(self, name, ("underlying", "methods"))


@dataclass(slots=True, eq=False)
class Tuple(Type):
    """What a call of no, two or more results gives."""

    members: list[Type]


INVALID: Basic = Basic("invalid type", "invalid", 0)
"""The type of what was in error: it fits everywhere, so that one mistake is told once."""


# --------------------------------------------------------------------------------------------------- objects


@dataclass(slots=True, eq=False)
class Object:
    """What a name means; ``package`` is the path of the package that declares it, empty for the universe's."""

    name: str
    package: str
    position: int


@dataclass(slots=True, eq=False)
class Variable(Object):
    """A variable, parameter, receiver or result; an unnamed parameter or result has the name ``""``.

    ``function`` is the function (or literal) whose text declares it, None for one of the package. ``captured`` says
    that a function literal inside ``function`` uses it; ``address_taken`` that ``&`` is applied to it or to a part
    of it (a field, an element of an array), written or implicit; ``reassigned`` that it is assigned to other
    than by its declaration, in any function.
    """

    type: Type
    kind: Literal["global", "local", "receiver", "parameter", "result"]
    function: FunctionObject | None
    captured: bool = False
    address_taken: bool = False
    reassigned: bool = False


@dataclass(frozen=True, slots=True)
class Leak:
    """Where what a parameter holds goes, by the least number of dereferences on the way.

    ``heap`` is 0 where the parameter's own value reaches the heap, 1 or more where only what it points to does
    ("content"), None where nothing does; ``results`` the same for each result that it reaches, by its index.
    """

    heap: int | None = None
    results: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True, eq=False)
class FunctionObject(Object):
    """A declared function, a method, or a function literal (``name`` empty, ``outer`` set).

    ``receiver``, ``parameters`` and ``results`` are its variables. ``body`` is None where no text has it: of another
    package, in another language. A literal has ``outer``, the function around it (None at package level: the literal
    of a global's initial value, then ``glob`` is true), and lists in ``captures`` the variables of functions further
    out that it uses, itself or by literals inside it, in the order of first use. ``literals`` lists the literals
    directly inside it in the order of the text. ``pragmas`` are the declaration's.

    ``leaks`` has a `Leak` for the receiver, if there is one, and each parameter; None while nothing is known, as of a
    function without body: then everything leaks, unless the pragma ``noescape`` stands. An analysis sets it.

    A function of an import may be made by `deferred_function`: it is resolved when something of it is asked for first.
    """

    signature: Signature
    receiver: Variable | None
    parameters: list[Variable]
    results: list[Variable]
    body: Block | None
    end: int = 0
    outer: FunctionObject | None = None
    glob: bool = False
    captures: list[Variable] = field(default_factory=list)
    literals: list[FunctionObject] = field(default_factory=list)
    pragmas: frozenset[str] = frozenset()
    leaks: tuple[Leak, ...] | None = None
    declaration: FunctionDeclaration | None = None
    resolve: Callable[[FunctionObject], None] | None = field(default=None, repr=False)
    """What sets ``signature``, ``receiver``, ``parameters``, ``results`` and ``leaks`` of a deferred function."""
    place: int = 0
    """Which one a literal is, from 1, directly inside ``outer`` or among those of initial values; `number_literals`."""
    ordinal: int = 0
    """Which one a literal is in its package, from 1, as 1.4 counts; `gcsim.escape.text.names.number_literals`."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Resolve a deferred function: Python asks here for what is not set."""
            return _resolved(self, name, _DEFERRED)


@dataclass(slots=True, eq=False)
class ConstantObject(Object):
    """A constant."""

    type: Type
    value: Value


@dataclass(slots=True, eq=False)
class TypeName(Object):
    """A type's name; an alias has another name than ``type``."""

    type: Type


@dataclass(slots=True, eq=False)
class BuiltinObject(Object):
    """``len``, ``make``, … and the functions of package unsafe."""


@dataclass(slots=True, eq=False)
class NilObject(Object):
    """``nil``."""


@dataclass(slots=True, eq=False)
class PackageName(Object):
    """An imported package's name in a file."""

    imported: Package


@dataclass(slots=True, eq=False)
class Package:
    """A checked package.

    ``functions`` are the declared functions and methods with or without body in the order of the text, files in the
    order of their names; literals hang on them and, those of global initial values, in ``literals``. ``globals``
    holds package-level ``var`` declarations in the order of the text. ``exact`` is false where the package stands
    for one whose text was not to be had: any name may be asked of it, nothing is known.
    """

    path: str
    name: str
    files: list[SourceFile] = field(default_factory=list)
    scope: dict[str, Object] = field(default_factory=dict)
    functions: list[FunctionObject] = field(default_factory=list)
    literals: list[FunctionObject] = field(default_factory=list)
    globals: list[VariableDeclaration] = field(default_factory=list)
    types: list[Named] = field(default_factory=list)
    exact: bool = True
    complete: Callable[[FunctionObject], None] | None = None
    """Checks the body of one function of a package whose bodies were left unchecked, as those of imports are."""
    imports: dict[str, Package] = field(default_factory=dict)
    """The packages that its text imports, by path; the checker enters them."""


_DEFERRED = ("signature", "receiver", "parameters", "results", "leaks", "declaration")


def _resolved(owner: Any, name: str, deferred: tuple[str, ...]) -> object:  # noqa: ANN401 - a Named or a FunctionObject
    """Resolve a deferred type or function, and give what was asked of it."""
    if name not in deferred or owner.resolve is None:
        raise AttributeError(name)
    resolve, owner.resolve = owner.resolve, None
    resolve(owner)
    return getattr(owner, name)


def deferred_type(name: str, package: str, resolve: Callable[[Named], None]) -> Named:
    """Make a type that ``resolve`` completes when its ``underlying`` or ``methods`` are asked for first."""
    made = Named(name, package, resolve=resolve)
    del made.underlying, made.methods
    return made


def deferred_function(name: str, package: str, resolve: Callable[[FunctionObject], None]) -> FunctionObject:
    """Make a function or method that ``resolve`` completes when more than its name is asked for first."""
    made = FunctionObject(name, package, 0, Signature([], [], variadic=False), None, [], [], None, resolve=resolve)
    for slot in _DEFERRED:
        delattr(made, slot)
    return made


def underlying(type_: Type) -> Type:
    """Give the type beneath a name."""
    return type_.underlying if isinstance(type_, Named) else type_


def initial_expressions(package: Package) -> list[Expression]:
    """List the initial values of a package's variables, in the order of the text."""
    return [value for declaration in package.globals for value in declaration.values]
