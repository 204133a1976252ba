"""Type expressions: from nodes to types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.check.dispatch import expression
from gcsim.escape.check.names import imported, meaning, member, unknown_type
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import (
    ArrayTypeExpression,
    Binary,
    ChannelTypeExpression,
    Dereference,
    Expression,
    FunctionTypeExpression,
    Identifier,
    Index,
    InterfaceTypeExpression,
    MapTypeExpression,
    Name,
    Selector,
    SliceTypeExpression,
    StructTypeExpression,
    Unary,
)
from gcsim.escape.types.constants import represent
from gcsim.escape.types.model import (
    INVALID,
    Array,
    Channel,
    Field,
    Interface,
    InterfaceMethod,
    Map,
    Named,
    Signature,
    Struct,
    Type,
    TypeName,
    underlying,
)
from gcsim.escape.types.relations import identical
from gcsim.escape.types.universe import BASIC

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gcsim.escape.check.state import Environment
    from gcsim.escape.syntax.nodes import FieldExpression, Parameter
    from gcsim.escape.types.model import Object

__all__ = ["ARRAY_LIMIT", "GENERIC", "is_type", "resolve_type", "signature_of", "type_name", "written_type"]

GENERIC = "type parameters are not supported"
"""What is said of a declaration that uses them."""

ARRAY_LIMIT: Final = 1 << 50
"""No array has as many elements (the address space of amd64 has 2**47 bytes)."""


def resolve_type(env: Environment, node: Expression) -> Type:
    """Give the type that an expression stands for; it is kept as the node's ``type``.

    Raises
    ------
    SourceError
        If it stands for none.
    """
    if node.type is not None:
        return node.type
    resolve = _TYPES.get(node.__class__)
    if resolve is None:
        raise SourceError(node.position, "this is no type")
    node.type = type_ = resolve(env, node)
    return type_


def written_type(env: Environment, node: Expression) -> Expression:
    """Resolve a type expression that stays in the tree; a name is replaced by a `Name`."""
    type_ = resolve_type(env, node)
    found = type_name(env, node)
    if found is None:
        return node
    made = Name(node.position, found)
    made.type = type_
    return made


def type_name(env: Environment, node: Expression) -> TypeName | None:
    """Give the type that a plain or qualified name means, None if it means anything else."""
    found: Object | None = None
    if type(node) is Identifier:
        found = meaning(env, node)
    elif type(node) is Selector:
        package = imported(env, node)
        if package is not None:
            found = member(package, node)
    return found if type(found) is TypeName else None


def is_type(env: Environment, node: Expression) -> bool:
    """Say whether an expression not yet checked stands for a type."""
    while type(node) is Dereference or type(node) is Index:
        node = node.operand
    kind = type(node)
    if kind is Identifier or kind is Selector:
        return type_name(env, node) is not None
    return kind in _ALWAYS_TYPES


def signature_of(env: Environment, node: FunctionTypeExpression) -> Signature:
    """Give the type of a function."""
    found = resolve_type(env, node)
    assert type(found) is Signature  # noqa: S101 - a function type expression stands for nothing else
    return found


# ---------------------------------------------------------------------------------------------------- one by one


def _identifier(env: Environment, node: Identifier) -> Type:
    found = meaning(env, node)
    if type(found) is not TypeName:
        raise SourceError(node.position, f"{node.name} is no type")
    return found.type


def _selector(env: Environment, node: Selector) -> Type:
    package = imported(env, node)
    if package is None:
        raise SourceError(node.position, "this is no type")
    if not package.exact and package.scope.get(node.name) is None:
        return unknown_type(package, node.name).type
    found = member(package, node)
    if type(found) is not TypeName:
        raise SourceError(node.position, f"{package.name}.{node.name} is no type")
    return found.type


def _dereference(env: Environment, node: Dereference) -> Type:
    return env.checker.pointer_to(resolve_type(env, node.operand))


def _slice(env: Environment, node: SliceTypeExpression) -> Type:
    return env.checker.slice_of(resolve_type(env, node.element))


def _array(env: Environment, node: ArrayTypeExpression) -> Type:
    if node.length is None:
        raise SourceError(node.position, "an array [...] stands outside a composite literal")
    return Array(_length(env, node), resolve_type(env, node.element))


def _length(env: Environment, node: ArrayTypeExpression) -> int:
    assert node.length is not None  # noqa: S101 - the caller has looked
    env.checker.eager += 1
    try:
        node.length = expression(env, node.length)
    finally:
        env.checker.eager -= 1
    if node.length.type is INVALID:
        return 0
    value = node.length.value
    length = None if value is None else represent(value, BASIC["int"])
    if type(length) is not int or not 0 <= length < ARRAY_LIMIT:
        raise SourceError(node.length.position, "the length of an array is a constant integer that is not negative")
    return length


def _map(env: Environment, node: MapTypeExpression) -> Type:
    return Map(resolve_type(env, node.key), resolve_type(env, node.element))


def _channel(env: Environment, node: ChannelTypeExpression) -> Type:
    return Channel(node.direction, resolve_type(env, node.element))


def _struct(env: Environment, node: StructTypeExpression) -> Type:
    package = env.checker.package.path
    fields = []
    names: set[str] = set()
    for part in node.fields:
        type_ = resolve_type(env, part.type_expression)
        name = part.name if part.name is not None else _embedded_name(part)
        if name in names and name != "_":
            raise SourceError(part.position, f"{name} redeclared in this struct")
        names.add(name)
        fields.append(Field(name, type_, part.name is None, package, part.tag))
    return Struct(fields)


def _embedded_name(part: FieldExpression) -> str:
    node = part.type_expression
    if type(node) is Dereference:
        node = node.operand
    if type(node) is Index:
        raise SourceError(part.position, GENERIC)
    if type(node) is Identifier or type(node) is Selector:
        return node.name
    raise SourceError(part.position, "only a type's name or a pointer to it can be embedded")


def _interface(env: Environment, node: InterfaceTypeExpression) -> Type:
    package = env.checker.package.path
    methods: dict[tuple[str, str], InterfaceMethod] = {}
    for part in node.methods:
        made = InterfaceMethod(part.name, signature_of(env, part.signature), package)
        if methods.setdefault(_key(made), made) is not made:
            raise SourceError(part.position, f"method {part.name} declared twice")
    unknown = False
    for inner in node.embedded:
        known = _embedded_methods(env, inner)
        unknown = unknown or known is None
        for method in known or ():
            former = methods.setdefault(_key(method), method)
            if former is not method and not identical(former.signature, method.signature):
                raise SourceError(inner.position, f"method {method.name} declared twice")
    return INVALID if unknown else Interface([methods[key] for key in sorted(methods)])


def _key(method: InterfaceMethod) -> tuple[str, str]:
    return method.name, "" if method.name[:1].isupper() else method.package


def _embedded_methods(env: Environment, node: Expression) -> Sequence[InterfaceMethod] | None:
    """Give the methods of an embedded interface, None where nothing is known of it."""
    if type(node) is Binary or type(node) is Unary:
        raise SourceError(node.position, GENERIC)
    env.checker.eager += 1
    try:
        type_ = resolve_type(env, node)
    finally:
        env.checker.eager -= 1
    if type(type_) is Named and type_ in env.checker.unfinished:
        raise SourceError(node.position, f"invalid recursive type: {type_.name} embeds itself")
    inner = underlying(type_)
    if inner is INVALID:
        return None
    if type(inner) is not Interface:
        raise SourceError(
            node.position, GENERIC if type(type_) is not Named else "only interfaces can be embedded here"
        )
    return inner.methods


def _function(env: Environment, node: FunctionTypeExpression) -> Type:
    parameters = _types_of(env, node.parameters)
    if node.variadic:
        parameters[-1] = env.checker.slice_of(parameters[-1])
    return Signature(parameters, _types_of(env, node.results), node.variadic)


def _types_of(env: Environment, parts: Sequence[Parameter]) -> list[Type]:
    return [resolve_type(env, part.type_expression) for part in parts]


def _index(env: Environment, node: Index) -> Type:
    if is_type(env, node.operand):
        raise SourceError(node.position, GENERIC)
    raise SourceError(node.position, "this is no type")


_TYPES: Final[dict[type[Expression], Callable[[Environment, Any], Type]]] = {
    Identifier: _identifier,
    Selector: _selector,
    Dereference: _dereference,
    SliceTypeExpression: _slice,
    ArrayTypeExpression: _array,
    MapTypeExpression: _map,
    ChannelTypeExpression: _channel,
    StructTypeExpression: _struct,
    InterfaceTypeExpression: _interface,
    FunctionTypeExpression: _function,
    Index: _index,
}

_ALWAYS_TYPES: Final = frozenset(
    {
        SliceTypeExpression,
        ArrayTypeExpression,
        MapTypeExpression,
        ChannelTypeExpression,
        StructTypeExpression,
        InterfaceTypeExpression,
        FunctionTypeExpression,
    }
)
