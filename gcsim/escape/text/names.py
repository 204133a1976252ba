"""Names that the compiler gives: to functions and methods, to literals, to results, to what is allocated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.releases import minor
from gcsim.escape.text.expressions import expression_text
from gcsim.escape.types.model import Named, Pointer

if TYPE_CHECKING:
    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.types.model import FunctionObject, Package, Type

__all__ = ["function_text", "label", "number_literals", "result_name"]

RESULTS_FROM_ZERO = 13
"""The minor release from which on results without a name are counted among the results.

Before it the count goes on from the parameters (``funcargs`` in src/cmd/gc/dcl.c at go1.4, in
src/cmd/compile/internal/gc/dcl.go at go1.5 to go1.8). In 1.19 it begins at 0 (``~r0`` in what its compiler prints).
"""

INITS_FROM_ZERO = 13
"""The minor release from which on functions called ``init`` are counted from 0, before from 1.

``renameinit`` in src/cmd/gc/init.c at go1.4 (with ``·`` for the point), in src/cmd/compile/internal/gc/init.go at go1.5
to go1.8, in src/cmd/compile/internal/noder/noder.go at go1.19.
"""

LITERALS_BY_FUNCTION = 5
"""The minor release from which on literals are named after the function around them.

``closurename`` in src/cmd/compile/internal/gc/closure.go at go1.5 to go1.8, in src/cmd/compile/internal/ir/func.go at
go1.19; before it ``makeclosure`` in src/cmd/gc/closure.c at go1.4 counts them over the package.
"""


def function_text(function: FunctionObject, release: str) -> str:
    """Name a function as messages do.

    ``f``, ``T.M``, ``(*T).M``; a literal after the function around it, ``f.func1``, and one inside that ``f.func1.1``;
    one of a package's initial values ``glob..func1``. In 1.4 a literal is ``func·001``. A literal's number over the
    package or among those of initial values is its ``ordinal``, see `number_literals`. Functions called ``init`` are
    told apart by a number: ``init.0``.
    """
    if function.name == "init" and function.place:
        point = "." if minor(release) >= LITERALS_BY_FUNCTION else "·"
        return f"init{point}{function.place - (minor(release) >= INITS_FROM_ZERO)}"
    if function.name:
        return _declared(function)
    if minor(release) < LITERALS_BY_FUNCTION:
        return f"func·{function.ordinal:03d}"
    outer = function.outer
    if outer is None:
        return f"glob..func{function.place}"
    return f"{function_text(outer, release)}.{'func' if outer.name else ''}{function.place or _place(function, outer)}"


def number_literals(package: Package) -> None:
    """Give the function literals of a checked package the numbers by which the compilers name them.

    ``place`` counts those of the package's initial values, or those directly inside one function. ``ordinal`` is 1.4's:
    first the literals of initial values, then those inside functions, then those inside literals of the first kind,
    each after the ones inside it, as the compiler finishes to check them (``typecheckclosure`` in
    src/cmd/gc/closure.c, phases 2 and 3 of ``main`` in src/cmd/gc/lex.c, at go1.4). A literal that has its
    numbers keeps them. Functions called ``init`` are counted by ``place`` too.
    """
    inits = [function for function in package.functions if function.name == "init" and function.receiver is None]
    for place, function in enumerate(inits, 1):
        function.place = place
    order = [*package.literals]
    _number_places(package.literals)
    for function in [*package.functions, *package.literals]:
        _number_inner(function, order)
    for ordinal, literal in enumerate(order, 1):
        literal.ordinal = literal.ordinal or ordinal


def result_name(function: FunctionObject, index: int, release: str) -> str:
    """Name a result: by its name, else ``~r1``, and ``~b1`` where it is blank."""
    name = function.results[index].name
    if name not in ("", "_"):
        return name
    number = index
    if minor(release) < RESULTS_FROM_ZERO:
        without = sum(result.name in ("", "_") for result in function.results[:index])
        number = len(function.parameters) + without
    return f"~{'b' if name else 'r'}{number}"


def label(expression: Expression, release: str, package: Package | str) -> str:
    """Say what messages call the value that an expression makes: ``&T literal``, ``make([]int, n)``, ``a + b``."""
    return expression_text(expression, release, package)


def _declared(function: FunctionObject) -> str:
    receiver = function.receiver
    if receiver is None:
        return function.name
    if isinstance(receiver.type, Pointer):
        return f"(*{_type_name(receiver.type.element)}).{function.name}"
    return f"{_type_name(receiver.type)}.{function.name}"


def _type_name(type_: Type) -> str:
    return type_.name if isinstance(type_, Named) else "?"


def _place(function: FunctionObject, outer: FunctionObject) -> int:
    """Count a literal that inlining has copied into a function."""
    return outer.literals.index(function) + 1 if function in outer.literals else len(outer.literals) + 1


def _number_inner(function: FunctionObject, order: list[FunctionObject]) -> None:
    _number_places(function.literals)
    for literal in function.literals:
        _number_inner(literal, order)
        order.append(literal)


def _number_places(literals: list[FunctionObject]) -> None:
    """Count on from the literals that have a number, as they keep it when inlining drops some and copies others."""
    last = 0
    for literal in literals:
        literal.place = literal.place or last + 1
        last = max(last, literal.place)
