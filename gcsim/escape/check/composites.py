"""Composite literals: ``T{…}`` of structs, arrays, slices and maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.check.conversions import assigned
from gcsim.escape.check.describe import described
from gcsim.escape.check.dispatch import EXPRESSIONS, checks, single
from gcsim.escape.check.operations import index_value
from gcsim.escape.check.types import ARRAY_LIMIT, resolve_type, written_type
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import AddressOf, ArrayTypeExpression, CompositeLiteral, Identifier, KeyValue
from gcsim.escape.types.model import INVALID, Array, Map, Pointer, Slice, Struct, Type, underlying

if TYPE_CHECKING:
    from gcsim.escape.check.state import Environment
    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.types.model import Field

__all__ = ["composite"]


@checks(CompositeLiteral, EXPRESSIONS)
def composite(env: Environment, node: CompositeLiteral) -> Expression:
    """Check a composite literal that gives its type."""
    written = node.type_expression
    if written is None:
        raise SourceError(node.position, "a composite literal without a type stands outside another")
    if type(written) is ArrayTypeExpression and written.length is None:
        element = resolve_type(env, written.element)
        node.type = array = Array(0, element)
        array.length = _sequence(env, node, element)
        return node
    node.type_expression = written_type(env, written)
    node.type = node.type_expression.type
    _fill(env, node)
    return node


def _fill(env: Environment, node: CompositeLiteral) -> None:
    """Check the elements of a literal whose type is known."""
    assert node.type is not None  # noqa: S101 - the caller has set it
    type_ = underlying(node.type)
    if type(type_) is Struct:
        _struct(env, node, type_)
    elif type(type_) is Map:
        _map(env, node, type_)
    elif type(type_) is Slice:
        _sequence(env, node, type_.element)
    elif type(type_) is Array:
        if _sequence(env, node, type_.element) > type_.length:
            raise SourceError(node.position, f"an array of {type_.length} elements is given more")
    elif type_ is INVALID:
        _unknown(env, node)
    else:
        raise SourceError(node.position, f"a composite literal of type {described(node.type)}")


def _element(env: Environment, node: Expression, type_: Type) -> Expression:
    """Check an element or key of a literal; a literal within may leave its type out."""
    if type(node) is not CompositeLiteral or node.type_expression is not None:
        return assigned(single(env, node), type_)
    pointer = underlying(type_)
    if type(pointer) is not Pointer:
        node.type = type_
        _fill(env, node)
        return node
    node.type = pointer.element
    _fill(env, node)
    made = AddressOf(node.position, node, implicit=True)
    made.type = type_
    return made


def _struct(env: Environment, node: CompositeLiteral, struct: Struct) -> None:
    elements = node.elements
    if elements and type(elements[0]) is not KeyValue:
        node.elements = _unkeyed(env, node, struct)
        return
    fields = {field.name: field for field in struct.fields}
    seen: set[str] = set()
    for element in elements:
        if type(element) is not KeyValue or type(element.key) is not Identifier:
            raise SourceError(element.position, "a struct literal mixes fields with and without names")
        name = element.key.name
        field = fields.get(name)
        if field is None or name in seen or not _is_visible(env, field):
            raise SourceError(element.position, f"unknown or repeated field {name} in a struct literal")
        seen.add(name)
        element.field = field
        element.element = _element(env, element.element, field.type)
        element.type = field.type


def _is_visible(env: Environment, field: Field) -> bool:
    return field.name[:1].isupper() or field.package == env.checker.package.path


def _unkeyed(env: Environment, node: CompositeLiteral, struct: Struct) -> list[Expression]:
    if len(node.elements) != len(struct.fields):
        raise SourceError(node.position, f"{len(node.elements)} values for a struct of {len(struct.fields)} fields")
    filled: list[Expression] = []
    for element, field in zip(node.elements, struct.fields, strict=True):
        if type(element) is KeyValue:
            raise SourceError(element.position, "a struct literal mixes fields with and without names")
        made = KeyValue(element.position, None, _element(env, element, field.type), field)
        made.type = field.type
        filled.append(made)
    return filled


def _sequence(env: Environment, node: CompositeLiteral, type_: Type) -> int:
    """Check the elements of an array or slice; give the length that they ask for."""
    elements = node.elements
    position = length = 0
    for number, element in enumerate(elements):
        if type(element) is KeyValue and element.key is not None:
            element.key = index_value(env, element.key)
            if element.key.value is None and element.key.type is not INVALID:
                raise SourceError(element.position, "the index of an element is a constant integer")
            position = element.key.value if type(element.key.value) is int else position
            element.element = _element(env, element.element, type_)
            element.type = type_
        else:
            elements[number] = _element(env, element, type_)
        position += 1
        length = max(length, position)
    if length > ARRAY_LIMIT:
        raise SourceError(node.position, "an index of an element is too large")
    return length


def _map(env: Environment, node: CompositeLiteral, map_: Map) -> None:
    for element in node.elements:
        if type(element) is not KeyValue or element.key is None:
            raise SourceError(element.position, "an element of a map literal has no key")
        element.key = _element(env, element.key, map_.key)
        element.element = _element(env, element.element, map_.element)
        element.type = map_.element


def _unknown(env: Environment, node: CompositeLiteral) -> None:
    """Check the elements of a literal of which nothing is known; a plain name before a colon may be a field's."""
    for number, element in enumerate(node.elements):
        if type(element) is not KeyValue:
            node.elements[number] = _element(env, element, INVALID)
            continue
        if type(element.key) is not Identifier and element.key is not None:
            element.key = _element(env, element.key, INVALID)
        element.element = _element(env, element.element, INVALID)
        element.type = INVALID
