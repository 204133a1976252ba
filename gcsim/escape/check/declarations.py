"""Declarations: of the package in any order, each resolved when it is first met; and those within functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.check.assignments import variable_values
from gcsim.escape.check.conversions import assigned, settled
from gcsim.escape.check.describe import described
from gcsim.escape.check.dispatch import STATEMENTS, checks, single, type_of
from gcsim.escape.check.functions import make_variables
from gcsim.escape.check.names import RESOLVERS
from gcsim.escape.check.rings import fault_of
from gcsim.escape.check.state import BLANK, Checker, Environment, declare
from gcsim.escape.check.types import GENERIC, resolve_type, signature_of
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import (
    ConstantDeclaration,
    FunctionDeclaration,
    TypeDeclaration,
    VariableDeclaration,
)
from gcsim.escape.types.constants import kind_of
from gcsim.escape.types.model import (
    INVALID,
    ConstantObject,
    FunctionObject,
    Named,
    Object,
    Type,
    TypeName,
    Variable,
    underlying,
)
from gcsim.escape.types.relations import is_untyped

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.check.state import Pending
    from gcsim.escape.syntax.nodes import Expression, Node

__all__ = [
    "check_global",
    "complete",
    "constant_declaration",
    "finish",
    "forget",
    "pending_alias",
    "resolve",
    "told",
    "type_declaration",
]


def resolve(checker: Checker, wanted: Object) -> None:
    """Resolve a package-level object as far as its use needs; what fails is told once, and has no type then.

    A declared type is left as it is, unless an expression has to know it: types may need each other in rings.

    Raises
    ------
    SourceError
        If the object is needed to resolve itself.
    """
    pending = checker.pending[wanted]
    declaration = pending.declaration
    if type(declaration) is TypeDeclaration and not declaration.alias and not checker.eager:
        return
    complete(checker, wanted)


RESOLVERS.append(resolve)


def complete(checker: Checker, wanted: Object) -> None:
    """Resolve a package-level object, a declared type too; see `resolve`."""
    pending = checker.pending.get(wanted)
    if pending is None:
        return
    declaration = pending.declaration
    if wanted in checker.resolving:
        if type(wanted) is TypeName and not pending_alias(pending):
            return
        if type(wanted) is Variable and wanted.type is not INVALID:
            return
        raise SourceError(declaration.position, f"{wanted.name} needs itself to be resolved")
    checker.resolving.add(wanted)
    try:
        _RESOLVERS[type(declaration)](checker, wanted, pending)
    except (SourceError, RecursionError) as error:
        checker.errors.append(told(error, declaration.position))
        _leave_out(checker, wanted, declaration)
    finally:
        checker.resolving.discard(wanted)
        checker.pending.pop(wanted, None)


def _leave_out(checker: Checker, wanted: Object, declaration: Node) -> None:
    """Note that a declaration is wrong; nothing is known of what it declares."""
    if type(wanted) is FunctionObject:
        checker.failed.add(wanted)
        checker.unsigned.add(wanted)
        if wanted.receiver is None:
            forget(checker, wanted)
    elif type(declaration) is VariableDeclaration:
        checker.broken.add(declaration)
    elif type(wanted) is TypeName and type(wanted.type) is Named:
        finish(checker, wanted.type, INVALID)


def forget(checker: Checker, function: Object) -> None:
    """Let the name of a function of which not even the type is known mean something without a type."""
    if function.name != BLANK:
        unknown = Variable(function.name, function.package, function.position, INVALID, "global", None)
        checker.package.scope[function.name] = unknown


def told(error: SourceError | RecursionError, position: int) -> SourceError:
    """Give what is said of a declaration that is wrong, or that leads on too far to be followed."""
    if isinstance(error, SourceError):
        return error
    return SourceError(position, "this nests too deep, or needs too long a chain of other declarations: split it")


def pending_alias(pending: Pending) -> bool:
    """Say whether what is pending is a type's other name."""
    return type(pending.declaration) is TypeDeclaration and pending.declaration.alias


# ------------------------------------------------------------------------------------------------------- types


def _resolve_type_declaration(checker: Checker, wanted: Object, pending: Pending) -> None:
    declaration = pending.declaration
    assert type(declaration) is TypeDeclaration  # noqa: S101 - by the table below
    assert type(wanted) is TypeName  # noqa: S101 - what such a declaration declares
    env = Environment(checker, pending.imports)
    if declaration.type_parameters:
        raise SourceError(declaration.position, GENERIC)
    if declaration.alias:
        wanted.type = resolve_type(env, declaration.type_expression)
        return
    assert type(wanted.type) is Named  # noqa: S101 - no alias
    _give_underlying(env, wanted.type, declaration)


def _give_underlying(env: Environment, named: Named, declaration: TypeDeclaration) -> None:
    """Resolve what a declared type is; types declared to be like it learn it too.

    Raises
    ------
    SourceError
        For what makes no sense.
    """
    checker = env.checker
    type_ = resolve_type(env, declaration.type_expression)
    if type(type_) is Named and type_ in checker.unfinished:
        complete(checker, _object_of(checker, type_))
    if type(type_) is Named and type_ in checker.unfinished:
        checker.waiters.setdefault(type_, []).append(named)  # never given anything in a ring, which is told at the end
    else:
        finish(checker, named, underlying(type_))


def _object_of(checker: Checker, named: Named) -> Object:
    return checker.package.scope[named.name]


def finish(checker: Checker, named: Named, under: Type) -> None:
    """Give a declared type, and those that are declared to be like it, what they are."""
    finished = [named]
    while finished:
        one = finished.pop()
        one.underlying = under
        checker.unfinished.discard(one)
        finished += checker.waiters.pop(one, [])


@checks(TypeDeclaration, STATEMENTS)
def type_declaration(env: Environment, node: TypeDeclaration) -> None:
    """Check a declaration of a type in a function."""
    if node.type_parameters:
        raise SourceError(node.position, GENERIC)
    package = env.checker.package.path
    if node.alias:
        declare(env, TypeName(node.name, package, node.position, resolve_type(env, node.type_expression)))
        return
    named = Named(node.name, package, position=node.position, local=True)
    declare(env, TypeName(node.name, package, node.position, named))
    env.checker.unfinished.add(named)
    type_ = resolve_type(env, node.type_expression)
    env.checker.unfinished.discard(named)
    if type_ is named:
        raise SourceError(node.position, f"invalid recursive type {node.name}")
    named.underlying = underlying(type_)
    fault = fault_of(named, env.checker.depths)
    if fault is not None:
        raise SourceError(node.position, fault)


# --------------------------------------------------------------------------------------------------- constants


def _resolve_constant(checker: Checker, wanted: Object, pending: Pending) -> None:
    declaration = pending.declaration
    assert type(declaration) is ConstantDeclaration  # noqa: S101 - by the table below
    assert type(wanted) is ConstantObject  # noqa: S101 - what such a declaration declares
    env = Environment(checker, pending.imports, iota=declaration.iota)
    checker.eager += 1
    try:
        _give_constant(env, wanted, declaration, pending.index)
    finally:
        checker.eager -= 1


def _give_constant(env: Environment, wanted: ConstantObject, node: ConstantDeclaration, index: int) -> None:
    """Compute a constant.

    Raises
    ------
    SourceError
        If it is none.
    """
    if index >= len(node.values):
        raise SourceError(wanted.position, f"constant {wanted.name} has no value")
    value = node.values[index] = single(env, node.values[index])
    if node.type_expression is not None:
        type_ = resolve_type(env, node.type_expression)
        if kind_of(type_) == "":
            raise SourceError(node.position, f"a constant of type {described(type_)}")
        if value.value is not None and type_ is not INVALID:
            value = _typed(value, type_)
    if value.value is None:
        if value.type is INVALID:
            return
        raise SourceError(value.position, f"the value of {wanted.name} is not constant")
    wanted.type, wanted.value = type_of(value), value.value


def _typed(value: Expression, type_: Type) -> Expression:
    return settled(value, type_) if is_untyped(type_of(value)) else assigned(value, type_)


@checks(ConstantDeclaration, STATEMENTS)
def constant_declaration(env: Environment, node: ConstantDeclaration) -> None:
    """Check constants declared in a function."""
    outer, env.iota = env.iota, node.iota
    made = []
    for index, (position, name) in enumerate(node.names):
        constant = ConstantObject(name, env.checker.package.path, position, INVALID, 0)
        _give_constant(env, constant, node, index)
        made.append(constant)
    env.iota = outer
    for constant in made:
        declare(env, constant)


# --------------------------------------------------------------------------------------------------- variables


def _resolve_variable(checker: Checker, wanted: Object, pending: Pending) -> None:
    """Resolve all variables of a declaration; one that gives their type is not asked for its values yet."""
    declaration = pending.declaration
    assert type(declaration) is VariableDeclaration  # noqa: S101 - by the table below
    if declaration.type_expression is not None:
        env = Environment(checker, pending.imports)
        type_ = resolve_type(env, declaration.type_expression)
        for variable in declaration.variables:
            variable.type = type_
            if variable is not wanted:
                checker.pending.pop(variable, None)
        return
    checker.resolving.update(declaration.variables)
    try:
        check_global(checker, declaration, pending.imports)
    finally:
        checker.resolving.difference_update(declaration.variables)
        for variable in declaration.variables:
            checker.pending.pop(variable, None)


def check_global(checker: Checker, node: VariableDeclaration, imports: dict[str, Object]) -> None:
    """Check the initial values of variables of the package, in place.

    Raises
    ------
    SourceError
        For what makes no sense.
    """
    package = checker.package
    env = Environment(checker, imports)
    type_ = None if node.type_expression is None else resolve_type(env, node.type_expression)
    for variable, given in zip(node.variables, variable_values(env, node, type_), strict=True):
        variable.type = given
    package.literals.extend(env.literals)
    package.globals.append(node)


# --------------------------------------------------------------------------------------------------- functions


def _resolve_function(checker: Checker, wanted: Object, pending: Pending) -> None:
    declaration = pending.declaration
    assert type(declaration) is FunctionDeclaration  # noqa: S101 - by the table below
    assert type(wanted) is FunctionObject  # noqa: S101 - what such a declaration declares
    env = Environment(checker, pending.imports)
    wanted.signature = signature_of(env, declaration.signature)
    make_variables(env, wanted, declaration.signature)


_RESOLVERS: Final[dict[type, Callable[[Checker, Object, Pending], None]]] = {
    ConstantDeclaration: _resolve_constant,
    FunctionDeclaration: _resolve_function,
    TypeDeclaration: _resolve_type_declaration,
    VariableDeclaration: _resolve_variable,
}
