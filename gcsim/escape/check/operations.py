"""Expressions that reach into values: ``*x``, ``&x``, ``x[i]``, ``x[i:j]``, ``x.(T)``, ``<-x``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.check.conversions import assigned, defaulted, settled
from gcsim.escape.check.describe import described
from gcsim.escape.check.dispatch import EXPRESSIONS, checks, single, type_of
from gcsim.escape.check.selectors import address_of
from gcsim.escape.check.types import GENERIC, is_type, written_type
from gcsim.escape.check.variables import take_address
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import (
    AddressOf,
    CompositeLiteral,
    Dereference,
    Index,
    Receive,
    SliceOf,
    TypeAssertion,
)
from gcsim.escape.types.constants import INTEGER_RANGES, kind_of
from gcsim.escape.types.model import (
    INVALID,
    Array,
    Channel,
    Interface,
    Map,
    Pointer,
    Signature,
    Slice,
    Type,
    underlying,
)
from gcsim.escape.types.relations import is_untyped
from gcsim.escape.types.universe import BASIC

if TYPE_CHECKING:
    from gcsim.escape.check.state import Environment
    from gcsim.escape.syntax.nodes import Expression

__all__ = ["address", "assertion", "dereference", "index", "index_value", "interface_operand", "receive", "slice_of"]

_INTEGERS: Final = frozenset({*INTEGER_RANGES, "invalid"})


@checks(Dereference, EXPRESSIONS)
def dereference(env: Environment, node: Dereference) -> Expression:
    """Check ``*x`` as a value."""
    node.operand = operand = single(env, node.operand)
    type_ = _beneath(operand)
    if type(type_) is Pointer:
        node.type = type_.element
    elif type_ is INVALID:
        node.type = INVALID
    else:
        raise SourceError(node.position, f"cannot dereference a value of type {described(type_)}")
    return node


@checks(AddressOf, EXPRESSIONS)
def address(env: Environment, node: AddressOf) -> Expression:
    """Check ``&x``."""
    node.operand = operand = single(env, node.operand)
    if type(operand) is not CompositeLiteral:
        take_address(operand)
    node.type = env.checker.pointer_to(type_of(operand))
    return node


@checks(Index, EXPRESSIONS)
def index(env: Environment, node: Index) -> Expression:
    """Check ``x[i]`` as a value."""
    if is_type(env, node.operand):
        raise SourceError(node.position, GENERIC)
    node.operand = operand = single(env, node.operand)
    type_ = _beneath(operand)
    if type(type_) is Map:
        node.index = assigned(single(env, node.index), type_.key)
        node.type = type_.element
        return node
    if type(type_) is Signature or (type_ is INVALID and is_type(env, node.index)):
        raise SourceError(node.position, GENERIC)
    element = _element(node, type_)
    if element is None:
        raise SourceError(node.position, f"cannot index a value of type {described(type_)}")
    node.index = index_value(env, node.index)
    node.type = element
    return node


def _element(node: Index, type_: Type) -> Type | None:
    """Give the type of an element of anything but a map; note a pointer to an array."""
    if type(type_) is Slice or type(type_) is Array:
        return type_.element
    if type(type_) is Pointer:
        array = underlying(type_.element)
        node.through_pointer = True
        return array.element if type(array) is Array else INVALID if array is INVALID else None
    kind = kind_of(type_)
    if kind in ("string", "untyped string"):
        node.operand = defaulted(node.operand)
        return BASIC["byte"]
    return INVALID if kind == "invalid" else None


def index_value(env: Environment, node: Expression) -> Expression:
    """Check an index, or a bound or size: an integer, or a constant that is whole.

    Raises
    ------
    SourceError
        If it is none, or negative.
    """
    checked = single(env, node)
    if is_untyped(type_of(checked)):
        checked = defaulted(checked) if checked.value is None else settled(checked, BASIC["int"])
    if kind_of(type_of(checked)) not in _INTEGERS:
        raise SourceError(
            node.position, f"a value of type {described(type_of(checked))} stands where an integer is wanted"
        )
    if isinstance(checked.value, int) and checked.value < 0:
        raise SourceError(node.position, "a constant that is negative stands where an index or a size is wanted")
    return checked


@checks(SliceOf, EXPRESSIONS)
def slice_of(env: Environment, node: SliceOf) -> Expression:
    """Check ``x[low:high:maximum]``."""
    operand = single(env, node.operand)
    type_ = _beneath(operand)
    if type(type_) is Array:
        operand = address_of(env, operand)
        node.type = env.checker.slice_of(type_.element)
    else:
        operand = defaulted(operand)
        node.type = _sliced(env, node, operand, type_)
    node.operand = operand
    for part in ("low", "high", "maximum"):
        bound = getattr(node, part)
        if bound is not None:
            setattr(node, part, index_value(env, bound))
    return node


def _sliced(env: Environment, node: SliceOf, operand: Expression, type_: Type) -> Type | None:
    if type(type_) is Slice or kind_of(type_) in ("string", "invalid"):
        return operand.type
    if kind_of(type_) == "untyped string":
        return BASIC["string"]
    if type(type_) is Pointer:
        array = underlying(type_.element)
        if type(array) is Array:
            return env.checker.slice_of(array.element)
        if array is INVALID:
            return INVALID
    raise SourceError(node.position, f"cannot slice a value of type {described(type_)}")


@checks(TypeAssertion, EXPRESSIONS)
def assertion(env: Environment, node: TypeAssertion) -> Expression:
    """Check ``x.(T)``."""
    node.operand = interface_operand(env, node.operand)
    if node.type_expression is None:
        raise SourceError(node.position, "x.(type) stands outside a type switch")
    node.type_expression = written_type(env, node.type_expression)
    node.type = node.type_expression.type
    return node


def interface_operand(env: Environment, node: Expression) -> Expression:
    """Check what a type assertion or type switch asks the type of.

    Raises
    ------
    SourceError
        If it is no interface.
    """
    checked = single(env, node)
    type_ = _beneath(checked)
    if type(type_) is not Interface and type_ is not INVALID:
        raise SourceError(node.position, f"a value of type {described(type_)} is no interface")
    return checked


@checks(Receive, EXPRESSIONS)
def receive(env: Environment, node: Receive) -> Expression:
    """Check ``<-x``."""
    node.operand = operand = single(env, node.operand)
    type_ = _beneath(operand)
    if type(type_) is Channel and type_.direction != "send":
        node.type = type_.element
    elif type_ is INVALID:
        node.type = INVALID
    else:
        raise SourceError(node.position, f"cannot receive from a value of type {described(type_)}")
    return node


def _beneath(node: Expression) -> Type:
    """Give the type under the name of an expression's type."""
    return underlying(type_of(node))
