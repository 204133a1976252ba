"""What the checker knows while it goes: one `Checker` for a package, one `Environment` for a piece of text.

Local names stand in one dictionary, `Environment.names`; a block remembers what its declarations hid and puts that back
at its end. So looking a name up costs one access, however deep the blocks are nested.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gcsim.escape.errors import SourceError
from gcsim.escape.types.model import Object, Pointer, Slice, Tuple, Type, Variable

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.syntax.nodes import (
        ConstantDeclaration,
        FunctionDeclaration,
        TypeDeclaration,
        VariableDeclaration,
    )
    from gcsim.escape.types.lookup import Selection
    from gcsim.escape.types.model import FunctionObject, Named, Package

__all__ = [
    "BLANK",
    "NO_RESULT",
    "Checker",
    "Environment",
    "Pending",
    "close_block",
    "declare",
    "local",
    "open_block",
    "use",
]

BLANK = "_"
"""The blank identifier."""


@dataclass(slots=True, eq=False)
class Pending:
    """A package-level object that is not resolved yet: its declaration and the imports of the file that has it.

    ``index`` is the object's place among the names of the declaration.
    """

    declaration: ConstantDeclaration | FunctionDeclaration | TypeDeclaration | VariableDeclaration
    imports: dict[str, Object]
    index: int = 0


@dataclass(slots=True, eq=False)
class Checker:
    """The check of one package.

    Attributes
    ----------
    package : Package
        What is being made.
    importer : callable
        Gives the package of an import path.
    errors : list of SourceError
        One for each declaration that failed.
    pending : dict
        Package-level objects whose declarations are still to be resolved.
    resolving : set
        Those in the middle of it: to meet one again is a cycle.
    unfinished : set
        Declared types whose underlying type is not known yet.
    waiters : dict
        For an unfinished type, the types declared to be like it.
    eager : int
        Above 0, types are resolved as soon as they are met, since an expression needs to know them.
    pointers, slices : dict
        The pointer and slice types made so far, by element: most comparisons of types end at ``is``.
    selections : dict
        Results of `lookup` by type and name.
    lines : dict
        Offsets of the lines of each file by its number, filled when they are first needed.
    depths : dict
        How deep values of declared types nest, see `gcsim.escape.check.rings`.
    imports : dict
        What the imports of a function's file are called.
    failed : set of FunctionObject
        Functions that are left out.
    unsigned : set of FunctionObject
        Those among them of which not even the type is known.
    broken : set of VariableDeclaration
        Declarations of variables that are left out.
    """

    package: Package
    importer: Callable[[str], Package]
    errors: list[SourceError] = field(default_factory=list)
    pending: dict[Object, Pending] = field(default_factory=dict)
    resolving: set[Object] = field(default_factory=set)
    unfinished: set[Named] = field(default_factory=set)
    waiters: dict[Named, list[Named]] = field(default_factory=dict)
    eager: int = 0
    pointers: dict[Type, Pointer] = field(default_factory=dict)
    slices: dict[Type, Slice] = field(default_factory=dict)
    selections: dict[tuple[Type, str], Selection | None] = field(default_factory=dict)
    lines: dict[int, list[int]] = field(default_factory=dict)
    depths: dict[Named, int] = field(default_factory=dict)
    imports: dict[FunctionObject, dict[str, Object]] = field(default_factory=dict)
    failed: set[FunctionObject] = field(default_factory=set)
    unsigned: set[FunctionObject] = field(default_factory=set)
    broken: set[VariableDeclaration] = field(default_factory=set)

    def pointer_to(self, element: Type) -> Pointer:
        """Give the type ``*element``."""
        found = self.pointers.get(element)
        if found is None:
            found = self.pointers[element] = Pointer(element)
        return found

    def slice_of(self, element: Type) -> Slice:
        """Give the type ``[]element``."""
        found = self.slices.get(element)
        if found is None:
            found = self.slices[element] = Slice(element)
        return found


@dataclass(slots=True, eq=False)
class Environment:
    """Where in the text the check is: what names mean there.

    Attributes
    ----------
    checker : Checker
        The package's.
    imports : dict
        The names of the file: its imports.
    names : dict
        Local names; empty at package level.
    block : dict
        What each name declared in the innermost block meant before (None: nothing local).
    function : FunctionObject or None
        The innermost function or literal.
    literals : list of FunctionObject
        Where literals of the innermost function go.
    iota : int or None
        Its value in a constant declaration.
    labels : set of str
        Labels of the function.
    jumps : list
        Positions and labels of its ``goto``, ``break`` and ``continue``.
    """

    checker: Checker
    imports: dict[str, Object]
    names: dict[str, Object] = field(default_factory=dict)
    block: dict[str, Object | None] = field(default_factory=dict)
    function: FunctionObject | None = None
    literals: list[FunctionObject] = field(default_factory=list)
    iota: int | None = None
    labels: set[str] = field(default_factory=set)
    jumps: list[tuple[int, str]] = field(default_factory=list)


NO_RESULT = Tuple([])
"""The type of a call that gives nothing."""


def open_block(env: Environment) -> dict[str, Object | None]:
    """Begin a block; give what `close_block` wants."""
    outer = env.block
    env.block = {}
    return outer


def close_block(env: Environment, outer: dict[str, Object | None]) -> None:
    """End a block: its names mean again what they did before."""
    names = env.names
    for name, former in env.block.items():
        if former is None:
            del names[name]
        else:
            names[name] = former
    env.block = outer


def declare(env: Environment, declared: Object) -> None:
    """Declare a local name in the innermost block; the blank one and a missing one declare nothing.

    Raises
    ------
    SourceError
        If the block declares the name already.
    """
    name = declared.name
    if name in (BLANK, ""):
        return
    if name in env.block:
        raise SourceError(declared.position, f"{name} redeclared in this block")
    env.block[name] = env.names.get(name)
    env.names[name] = declared


def local(env: Environment, name: str, position: int, type_: Type) -> Variable:
    """Make a local variable of the innermost function, not declared yet."""
    return Variable(name, env.checker.package.path, position, type_, "local", env.function)


def use(env: Environment, variable: Variable) -> None:
    """Note that the innermost function uses a variable: a literal captures one of a function further out."""
    owner = variable.function
    function = env.function
    if owner is function or owner is None:
        return
    variable.captured = True
    while function is not None and function is not owner:
        if variable in function.captures:
            return
        function.captures.append(variable)
        function = function.outer
