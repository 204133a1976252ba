"""What names mean: local ones, those of the package, of the file's imports, of the universe, of other packages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from gcsim.escape.check.dispatch import EXPRESSIONS, checks
from gcsim.escape.check.state import BLANK, use
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import Identifier, Name, Selector
from gcsim.escape.types.model import (
    INVALID,
    ConstantObject,
    FunctionObject,
    Named,
    NilObject,
    PackageName,
    TypeName,
    Variable,
)
from gcsim.escape.types.universe import IOTA, UNTYPED, universe

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.check.state import Checker, Environment
    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.types.model import Object, Package

    Resolver: TypeAlias = Callable[[Checker, Object], None]

__all__ = [
    "DOT",
    "RESOLVERS",
    "global_meaning",
    "identifier",
    "imported",
    "meaning",
    "member",
    "named",
    "unknown",
    "unknown_type",
]

_UNIVERSE: Final = universe()

RESOLVERS: Final[list[Resolver]] = []
"""One function: what resolves a package-level object (see `gcsim.escape.check.declarations`, which enters it)."""

DOT: Final = "."
"""Names of imports that begin so are those of packages whose names need no qualifier; their paths follow."""


def meaning(env: Environment, node: Identifier) -> Object:
    """Give what a name means, resolved as far as its use needs.

    Raises
    ------
    SourceError
        For a name that nobody declares.
    """
    found = env.names.get(node.name)
    return found if found is not None else global_meaning(env, node)


def global_meaning(env: Environment, node: Identifier) -> Object:
    """Give what a name means that is no local one; see `meaning`."""
    name = node.name
    checker = env.checker
    found = checker.package.scope.get(name)
    if found is not None:
        if found in checker.pending:
            RESOLVERS[0](checker, found)
        return found
    found = env.imports.get(name) or _UNIVERSE.get(name)
    if found is None and name != BLANK:
        found = _unqualified(env, name)
    if found is None:
        what = "cannot use _ as a value" if name == BLANK else f"undefined: {name}"
        raise SourceError(node.position, what)
    return found


def _unqualified(env: Environment, name: str) -> Object | None:
    """Give what a name means by an import whose names need no qualifier."""
    found: Object | None = None
    for key, package_name in env.imports.items():
        if key.startswith(DOT) and type(package_name) is PackageName:
            package = package_name.imported
            found = package.scope.get(name) if name[:1].isupper() else None
            if found is None and not package.exact:
                found = unknown(package, name)
            if found is not None:
                return found
    return None


def unknown(package: Package, name: str) -> Object:
    """Give a name of a package of which nothing is known: its type, if it was ever used as one, else a variable."""
    found = package.scope.get(name)
    return found if found is not None else Variable(name, package.path, 0, INVALID, "global", None)


def unknown_type(package: Package, name: str) -> TypeName:
    """Give a type of a package of which nothing is known; the same each time."""
    found = package.scope.get(name)
    if type(found) is not TypeName:
        found = package.scope[name] = TypeName(name, package.path, 0, Named(name, package.path))
    return found


def imported(env: Environment, node: Selector) -> Package | None:
    """Give the package that a selector's left side names, None where it is no package's name."""
    operand = node.operand
    if type(operand) is not Identifier or operand.name in env.names:
        return None
    found = env.imports.get(operand.name)
    if type(found) is not PackageName or operand.name in env.checker.package.scope:
        return None
    return found.imported


def member(package: Package, node: Selector) -> Object:
    """Give what an imported package has by the name of a selector.

    Raises
    ------
    SourceError
        If it has nothing, or nothing exported.
    """
    found = package.scope.get(node.name)
    if found is None and not package.exact:
        return unknown(package, node.name)
    if found is None or not node.name[:1].isupper():
        raise SourceError(node.position, f"package {package.name} has no exported {node.name}")
    return found


def named(env: Environment, position: int, found: Object) -> Expression:
    """Make the `Name` of an object that is used as a value.

    Raises
    ------
    SourceError
        If it is no value.
    """
    make = _VALUES.get(found.__class__)
    if make is None:
        raise SourceError(position, f"{found.name} is no value")
    return make(env, position, found)


def _variable(env: Environment, position: int, found: Variable) -> Expression:
    node = Name(position, found)
    node.type = found.type
    if found.function is not env.function:
        use(env, found)
    return node


def _function(_env: Environment, position: int, found: FunctionObject) -> Expression:
    node = Name(position, found)
    node.type = found.signature if found.receiver is None else INVALID
    return node


def _constant(env: Environment, position: int, found: ConstantObject) -> Expression:
    node = Name(position, found)
    node.type = found.type
    node.value = found.value if found.type is not INVALID else None
    if found is IOTA:
        if env.iota is None:
            raise SourceError(position, "iota stands outside a constant declaration")
        node.value = env.iota
    return node


def _nil(_env: Environment, position: int, found: NilObject) -> Expression:
    node = Name(position, found)
    node.type = UNTYPED["untyped nil"]
    return node


_VALUES: Final[dict[type[Object], Callable[[Environment, int, Any], Expression]]] = {
    Variable: _variable,
    FunctionObject: _function,
    ConstantObject: _constant,
    NilObject: _nil,
}


@checks(Identifier, EXPRESSIONS)
def identifier(env: Environment, node: Identifier) -> Expression:
    """Check a name used as a value."""
    found = env.names.get(node.name)
    if found is None:
        found = global_meaning(env, node)
    if found.__class__ is Variable:
        return _variable(env, node.position, found)
    return named(env, node.position, found)
