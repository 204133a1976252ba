"""Relations between types: identity, assignability, convertibility, implementation, comparability.

Programs given to it compile, so whatever involves a type of which nothing is known holds: one mistake is told once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.types.constants import INTEGER_RANGES, Value, convert, kind_of, represent
from gcsim.escape.types.lookup import has_unknown_members, lookup
from gcsim.escape.types.model import (
    INVALID,
    Array,
    Basic,
    Channel,
    Interface,
    Map,
    Named,
    Pointer,
    Signature,
    Slice,
    Struct,
    Tuple,
    Type,
    underlying,
)
from gcsim.escape.types.universe import DEFAULTS, is_invalid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "assignable",
    "comparable_",
    "convertible",
    "default_type",
    "identical",
    "implements",
    "is_nilable",
    "is_untyped",
    "join",
    "missing_method",
]

_NILABLE: Final = frozenset({Pointer, Slice, Map, Channel, Signature, Interface})
_REALS: Final = frozenset({*INTEGER_RANGES, "float32", "float64", "untyped int", "untyped rune", "untyped float"})
_COMPLEXES: Final = frozenset({"complex64", "complex128", "untyped complex"})
_INTEGERS: Final = frozenset({*INTEGER_RANGES, "untyped int", "untyped rune"})
_STRINGS: Final = frozenset({"string", "untyped string"})
_TEXT_ELEMENTS: Final = frozenset({"uint8", "int32"})


# ---------------------------------------------------------------------------------------------------- identity


def identical(left: Type, right: Type, *, tags: bool = True) -> bool:
    """Say whether two types are identical; ``tags`` False looks past the tags of structs, as conversions do."""
    if left is right:
        return True
    family = type(left)
    if family is not type(right) or family is Named:
        return False
    return _IDENTITY[family](left, right, tags)


def _same_all(left: Sequence[Type], right: Sequence[Type], tags: bool) -> bool:  # noqa: FBT001 - internal, positional throughout
    return len(left) == len(right) and all(
        identical(one, other, tags=tags) for one, other in zip(left, right, strict=True)
    )


def _same_struct(left: Struct, right: Struct, tags: bool) -> bool:  # noqa: FBT001 - as above
    return len(left.fields) == len(right.fields) and all(
        one.name == other.name
        and one.embedded == other.embedded
        and (one.package == other.package or one.name[:1].isupper())
        and (not tags or one.tag == other.tag)
        and identical(one.type, other.type, tags=tags)
        for one, other in zip(left.fields, right.fields, strict=True)
    )


def _same_signature(left: Signature, right: Signature, tags: bool) -> bool:  # noqa: FBT001 - as above
    return (
        left.variadic == right.variadic
        and _same_all(left.parameters, right.parameters, tags)
        and _same_all(left.results, right.results, tags)
    )


def _same_interface(left: Interface, right: Interface, tags: bool) -> bool:  # noqa: FBT001 - as above
    return len(left.methods) == len(right.methods) and all(
        one.name == other.name
        and (one.package == other.package or one.name[:1].isupper())
        and identical(one.signature, other.signature, tags=tags)
        for one, other in zip(left.methods, right.methods, strict=True)
    )


_IDENTITY: Final[dict[type[Type], Callable[..., bool]]] = {
    Basic: lambda left, right, _tags: left.kind == right.kind,
    Pointer: lambda left, right, tags: identical(left.element, right.element, tags=tags),
    Slice: lambda left, right, tags: identical(left.element, right.element, tags=tags),
    Array: lambda left, right, tags: left.length == right.length and identical(left.element, right.element, tags=tags),
    Map: lambda left, right, tags: (
        identical(left.key, right.key, tags=tags) and identical(left.element, right.element, tags=tags)
    ),
    Channel: lambda left, right, tags: (
        left.direction == right.direction and identical(left.element, right.element, tags=tags)
    ),
    Struct: _same_struct,
    Signature: _same_signature,
    Interface: _same_interface,
    Tuple: lambda left, right, tags: _same_all(left.members, right.members, tags),
}


# ------------------------------------------------------------------------------------------------ what types do


def is_untyped(type_: Type) -> bool:
    """Say whether a type is that of an untyped constant or of ``nil``."""
    return type(type_) is Basic and type_.kind.startswith("untyped")


def default_type(type_: Type) -> Type:
    """Give the type that a value takes where nothing gives it one: ``int`` of an untyped integer; else itself."""
    return DEFAULTS.get(type_.kind, type_) if type(type_) is Basic else type_


def is_nilable(type_: Type) -> bool:
    """Say whether ``nil`` is a value of a type."""
    under = underlying(type_)
    return type(under) in _NILABLE or kind_of(under) in ("unsafe.Pointer", "untyped nil", "invalid")


def comparable_(type_: Type) -> bool:
    """Say whether ``==`` compares values of a type: all but slices, maps, functions and what holds them."""
    under = underlying(type_)
    if type(under) is Array:
        return comparable_(under.element)
    if type(under) is Struct:
        return all(comparable_(field.type) for field in under.fields)
    return type(under) not in (Slice, Map, Signature)


def missing_method(type_: Type, interface: Type) -> str | None:
    """Give the first method (by name) that a type lacks, or has otherwise, to implement an interface; None: it does."""
    wanted = underlying(interface)
    if type(wanted) is not Interface or is_invalid(type_) or has_unknown_members(type_):
        return None
    for method in wanted.methods:
        found = lookup(type_, method.name, method.package)
        signature = found.signature if found is not None and found.in_method_set else None
        if signature is None or not identical(signature, method.signature):
            return method.name
    return None


def implements(type_: Type, interface: Type) -> bool:
    """Say whether a type, an interface too, has all methods of an interface."""
    return missing_method(type_, interface) is None


# ------------------------------------------------------------------------------------ assignment and conversion


def assignable(source: Type, target: Type, value: Value | None = None) -> bool:
    """Say whether a value of a type can be assigned to a variable of another; ``value`` is a constant's."""
    if source is target or is_invalid(source) or is_invalid(target):
        return True
    if is_untyped(source):
        return _untyped_assignable(source, target, value)
    return identical(source, target) or _typed_assignable(source, target)


def _typed_assignable(source: Type, target: Type) -> bool:
    """Say whether a value of a type can be assigned to a variable of one that is not identical."""
    source_under, target_under = underlying(source), underlying(target)
    if type(target_under) is Interface:
        return implements(source, target)
    if type(source) is Named and type(target) is Named:
        return False
    if identical(source_under, target_under):
        return type(source) is not Basic and type(target) is not Basic
    return (
        type(source_under) is Channel
        and type(target_under) is Channel
        and source_under.direction == "both"
        and identical(source_under.element, target_under.element)
    )


def _untyped_assignable(source: Type, target: Type, value: Value | None) -> bool:
    kind = kind_of(source)
    if kind == "untyped nil":
        return is_nilable(target)
    if type(underlying(target)) is Interface:
        return implements(default_type(source), target)
    if value is not None:
        return represent(value, target) is not None
    kinds = {"untyped bool": ("bool",), "untyped string": ("string",)}  # a shift or comparison: no constant
    wanted = kind_of(target)
    return wanted in kinds[kind] if kind in kinds else wanted in _REALS or wanted in _COMPLEXES


def convertible(source: Type, target: Type, value: Value | None = None) -> bool:
    """Say whether the conversion of a value of a type to another is allowed; ``value`` is a constant's."""
    if value is not None and convert(value, target) is not None:
        return True
    if assignable(source, target, value):
        return True
    if value is not None and type(underlying(target)) is Basic:
        return kind_of(target) == "unsafe.Pointer" and kind_of(source) == "uintptr"
    source_under, target_under = underlying(source), underlying(target)
    if identical(source_under, target_under, tags=False):
        return True
    if type(source) is Pointer and type(target) is Pointer:
        return identical(underlying(source.element), underlying(target.element), tags=False)
    return _kinds_convertible(source_under, target_under)


def _kinds_convertible(source: Type, target: Type) -> bool:
    from_kind, to_kind = kind_of(source), kind_of(target)
    if any(from_kind in kinds and to_kind in kinds for kinds in (_REALS, _COMPLEXES)):
        return True
    if to_kind == "string":
        return from_kind in _INTEGERS or from_kind in _STRINGS or _is_text(source)
    if from_kind in _STRINGS:
        return _is_text(target)
    if "unsafe.Pointer" in (from_kind, to_kind):
        other, kind = (target, to_kind) if from_kind == "unsafe.Pointer" else (source, from_kind)
        return type(other) is Pointer or kind == "uintptr"
    return type(source) is Slice and type(target) is Pointer and _is_array_of(target.element, source.element)


def _is_array_of(array: Type, element: Type) -> bool:
    """Say whether a type is an array of elements: a slice can be converted to a pointer to it, from 1.17."""
    under = underlying(array)
    return type(under) is Array and identical(under.element, element)


def _is_text(type_: Type) -> bool:
    return type(type_) is Slice and kind_of(type_.element) in _TEXT_ELEMENTS


def join(left: Type, right: Type) -> Type:
    """Give the one of two types that can hold both's values in a comparison, `INVALID` where neither can."""
    if assignable(left, right):
        return right
    return left if assignable(right, left) else INVALID
