"""A package as a whole: its names are collected first, then types, constants, signatures, variables and bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.check import (  # noqa: F401 - all but two are imported to enter what they check
    assignments,
    builtins,
    calls,
    clauses,
    composites,
    operations,
    operators,
    selectors,
    statements,
)
from gcsim.escape.check.declarations import check_global, complete, finish, forget, told
from gcsim.escape.check.functions import check_body, make_receiver
from gcsim.escape.check.names import DOT
from gcsim.escape.check.rings import fault_of
from gcsim.escape.check.state import BLANK, Checker, Environment, Pending
from gcsim.escape.check.types import GENERIC
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nesting import room
from gcsim.escape.syntax.nodes import (
    ConstantDeclaration,
    FunctionDeclaration,
    TypeDeclaration,
    VariableDeclaration,
)
from gcsim.escape.types.model import (
    INVALID,
    ConstantObject,
    FunctionObject,
    Named,
    Object,
    Package,
    PackageName,
    Pointer,
    Signature,
    TypeName,
    Variable,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.syntax.nodes import SourceFile

__all__ = ["check_package"]

_NO_SIGNATURE: Final = Signature([], [], variadic=False)
_ORDER: Final = (TypeName, ConstantObject, FunctionObject, Variable)


def check_package(
    files: list[SourceFile], path: str, importer: Callable[[str], Package], *, bodies: bool = True
) -> tuple[Package, list[SourceError]]:
    """Check a package: find what its names mean, complete its trees, and note what its variables undergo.

    Parameters
    ----------
    files : list of SourceFile
        The package's files, in the order of their names. Their trees are completed in place.
    path : str
        The import path.
    importer : callable
        Gives the package of an import path; it may be one of which nothing is known.
    bodies : bool
        Whether functions' bodies are checked. If not, `Package.complete` does it for one function.

    Returns
    -------
    package : Package
        A declaration that is wrong, or beyond what is supported, is left out.
    errors : list of SourceError
        One for each declaration left out, in the order of the text.
    """
    package = Package(path, files[0].package if files else "", files)
    checker = Checker(package, importer)
    with room():
        variables = [found for file in files for found in _collect(checker, file)]
        _resolve_receivers(checker)
        for kind in _ORDER:
            for found in [one for one in checker.pending if type(one) is kind]:
                complete(checker, found)
            if kind is TypeName:
                _break_rings(checker)
        for declaration, imports in variables:
            _check_variables(checker, declaration, imports)
    package.globals.sort(key=_position)
    package.literals.sort(key=_position)
    package.functions = [function for function in package.functions if function not in checker.failed]
    package.complete = lambda function: _complete(checker, function)
    if bodies:
        for function in list(package.functions):
            _complete(checker, function)
    checker.errors.sort(key=lambda error: error.position)
    return package, checker.errors


def _position(node: Any) -> int:  # noqa: ANN401 - nodes and objects
    return int(node.position)


# --------------------------------------------------------------------------------------------------- collection


def _collect(checker: Checker, file: SourceFile) -> list[tuple[VariableDeclaration, dict[str, Object]]]:
    """Enter the names that a file declares; give its declarations of variables with its imports."""
    imports = _imports(checker, file)
    variables = []
    for declaration in file.declarations:
        if type(declaration) is VariableDeclaration:
            variables.append((declaration, imports))
        try:
            _COLLECT[type(declaration)](checker, declaration, imports)
        except SourceError as error:
            checker.errors.append(error)
    return variables


def _imports(checker: Checker, file: SourceFile) -> dict[str, Object]:
    imports: dict[str, Object] = {}
    for declaration in file.imports:
        imported = checker.importer(declaration.path)
        checker.package.imports[declaration.path] = imported
        name = declaration.name or imported.name
        if name == DOT:
            name += declaration.path
        if name != BLANK:
            imports[name] = PackageName(name, checker.package.path, declaration.position, imported)
    return imports


def _enter(checker: Checker, found: Object, pending: Pending) -> None:
    """Enter a package-level object, to be resolved later.

    Raises
    ------
    SourceError
        If the package declares the name already.
    """
    checker.pending[found] = pending
    if found.name == BLANK:
        return
    if checker.package.scope.setdefault(found.name, found) is not found:
        del checker.pending[found]
        raise SourceError(found.position, f"{found.name} redeclared in this package")


def _collect_type(checker: Checker, node: TypeDeclaration, imports: dict[str, Object]) -> None:
    path = checker.package.path
    if node.alias:
        _enter(checker, TypeName(node.name, path, node.position, INVALID), Pending(node, imports))
        return
    named = Named(node.name, path, position=node.position)
    checker.unfinished.add(named)
    checker.package.types.append(named)
    _enter(checker, TypeName(node.name, path, node.position, named), Pending(node, imports))


def _collect_constant(checker: Checker, node: ConstantDeclaration, imports: dict[str, Object]) -> None:
    for index, (position, name) in enumerate(node.names):
        made = ConstantObject(name, checker.package.path, position, INVALID, 0)
        _enter(checker, made, Pending(node, imports, index))


def _collect_variable(checker: Checker, node: VariableDeclaration, imports: dict[str, Object]) -> None:
    for index, (position, name) in enumerate(node.names):
        made = Variable(name, checker.package.path, position, INVALID, "global", None)
        node.variables.append(made)
        _enter(checker, made, Pending(node, imports, index))


def _collect_function(checker: Checker, node: FunctionDeclaration, imports: dict[str, Object]) -> None:
    function = FunctionObject(node.name, checker.package.path, node.position, _NO_SIGNATURE, None, [], [], None)
    if node.type_parameters:
        forget(checker, function)
        raise SourceError(node.position, GENERIC)
    function.pragmas = node.pragmas
    function.declaration = node
    if node.body is not None:
        function.end = node.body.end
    node.function = function
    if node.receiver is None and node.name != "init":
        _enter(checker, function, Pending(node, imports))
    else:
        checker.pending[function] = Pending(node, imports)
    checker.package.functions.append(function)
    checker.imports[function] = imports


_COLLECT: Final[dict[type, Callable[[Checker, Any, dict[str, Object]], None]]] = {
    ConstantDeclaration: _collect_constant,
    FunctionDeclaration: _collect_function,
    TypeDeclaration: _collect_type,
    VariableDeclaration: _collect_variable,
}


# ---------------------------------------------------------------------------------------------------- completion


def _resolve_receivers(checker: Checker) -> None:
    """Give the methods to their types."""
    for function in checker.package.functions:
        node = function.declaration
        if node is None or node.receiver is None:
            continue
        try:
            make_receiver(Environment(checker, checker.imports[function]), function, node.receiver)
            _give_method(checker, function)
        except SourceError as error:
            checker.errors.append(error)
            checker.failed.add(function)
            checker.pending.pop(function, None)


def _give_method(checker: Checker, function: FunctionObject) -> None:
    assert function.receiver is not None  # noqa: S101 - just made
    type_ = function.receiver.type
    base = type_.element if type(type_) is Pointer else type_
    if type(base) is not Named or base.package != checker.package.path:
        raise SourceError(function.position, f"method {function.name} of a type that this package does not declare")
    if function.name != BLANK and base.methods.setdefault(function.name, function) is not function:
        raise SourceError(function.position, f"method {base.name}.{function.name} already declared")


def _check_variables(checker: Checker, node: VariableDeclaration, imports: dict[str, Object]) -> None:
    """Check the initial values of variables that gave their type themselves, and so were not asked for values yet."""
    if node.type_expression is None or node in checker.broken:
        return
    try:
        check_global(checker, node, imports)
    except (SourceError, RecursionError) as error:
        checker.errors.append(told(error, node.position))


def _break_rings(checker: Checker) -> None:
    """Refuse declared types that are like each other in a ring, or hold values of themselves."""
    for named in checker.package.types:
        if named in checker.unfinished:
            finish(checker, named, INVALID)
            checker.errors.append(SourceError(named.position, f"invalid recursive type {named.name}"))
    for named in checker.package.types:
        fault = fault_of(named, checker.depths)
        if fault is not None:
            checker.errors.append(SourceError(named.position, fault))


def _complete(checker: Checker, function: FunctionObject) -> None:
    """Check the body of a function; one that is wrong is left out of the package."""
    node = function.declaration
    if node is None or node.body is None or function.body is not None or function in checker.failed:
        return
    env = Environment(checker, checker.imports[function], function=function, literals=function.literals)
    try:
        with room():
            check_body(env, function, node.body)
    except (SourceError, RecursionError) as error:
        checker.errors.append(told(error, function.position))
        checker.failed.add(function)
        checker.package.functions.remove(function)
        return
    function.body = node.body
