"""Which conversions produce code and count as a node, and which are free.

Learnt from golang/go src/cmd/compile/internal/typecheck/subr.go:349-587 at go1.19 (the same at go1.8, subr.go
``assignop`` and ``convertop``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.types.model import Basic, Channel, Interface, Pointer, underlying
from gcsim.escape.types.relations import identical

if TYPE_CHECKING:
    from gcsim.escape.types.model import Type

__all__ = ["is_free", "is_interface", "needs_interface"]

_SAME: Final = {"int": "int64", "uint": "uint64", "uintptr": "uint64"}
"""Kinds that are another one on amd64."""

_ROUNDED: Final = frozenset({"float32", "float64", "complex64", "complex128"})
"""A conversion between two of the same kind stays: it rounds (noder/transform.go at go1.19, ``OCONVNOP``)."""

_NUMBERS: Final = frozenset(
    {
        *("int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr"),
        *_ROUNDED,
    }
)


def is_interface(type_: Type | None) -> bool:
    """Say whether a type is an interface."""
    return type_ is not None and type(underlying(type_)) is Interface


def is_free(source: Type, target: Type) -> bool:
    """Say whether converting a value of type ``source`` to ``target`` produces no code by itself."""
    beneath, wanted = underlying(source), underlying(target)
    if type(wanted) is Interface:
        empty = type(beneath) is Interface and not beneath.methods and not wanted.methods
        return empty or (type(beneath) is Interface and identical(source, target))
    kind, other = _basic_kind(beneath), _basic_kind(wanted)
    if kind in _ROUNDED and kind == other:
        return False
    if kind in _NUMBERS and other in _NUMBERS:
        return _SAME.get(kind, kind) == _SAME.get(other, other)
    return (
        identical(beneath, wanted, tags=False)
        or _same_pointers(source, target)
        or (type(beneath) is Channel and type(wanted) is Channel)
        or ("unsafe.Pointer" in {kind, other} and _is_address(source, kind) and _is_address(target, other))
    )


def _basic_kind(type_: Type) -> str:
    beneath = underlying(type_)
    return beneath.kind if type(beneath) is Basic else ""


def _same_pointers(source: Type, target: Type) -> bool:
    return (
        type(source) is Pointer
        and type(target) is Pointer
        and identical(underlying(source.element), underlying(target.element), tags=False)
    )


def _is_address(type_: Type, kind: str) -> bool:
    return kind in {"unsafe.Pointer", "uintptr"} or type(underlying(type_)) is Pointer


def needs_interface(source: Type, target: Type) -> bool:
    """Say whether assigning a value of type ``source`` to ``target`` makes an interface value."""
    return is_interface(target) and not is_free(source, target)
