"""Sizes, alignments, offsets and pointers of types, on amd64.

The layout is that of golang/go, src/cmd/compile/internal/types/size.go at go1.19: fields in the order of the text, each
at a multiple of its alignment. A struct that ends in a field of no size takes one byte more for it, so that no
pointer to that field points behind the object; releases before 1.5 did without.
"""

from __future__ import annotations

from typing import Final

from gcsim.escape.types.model import (
    Array,
    Basic,
    Channel,
    Field,
    Interface,
    Map,
    Named,
    Pointer,
    Signature,
    Slice,
    Struct,
    Tuple,
    Type,
)

__all__ = [
    "WORD",
    "align_of",
    "contains_itself",
    "has_pointers",
    "is_direct",
    "offset_of",
    "pointer_bytes",
    "pointer_count",
    "size_of",
]

WORD: Final = 8
"""Bytes of a pointer, of ``int`` and of ``uintptr``."""

_WORDS: Final[dict[type[Type], int]] = {Pointer: 1, Map: 1, Channel: 1, Signature: 1, Interface: 2, Slice: 3}
_POINTER_KINDS: Final = frozenset({"string", "unsafe.Pointer", "untyped string", "untyped nil", "invalid"})
_ALIGNMENTS: Final[dict[str, int]] = {"complex64": 4, "complex128": 8, "string": WORD, "untyped string": WORD}


def _aligned(offset: int, alignment: int) -> int:
    return -(-offset // alignment) * alignment


def size_of(type_: Type) -> int:
    """Give the size of a value in bytes, a multiple of its alignment; 0 of the invalid type."""
    if type(type_) is Named:
        type_ = type_.underlying
    if type(type_) is Basic:
        return type_.size
    words = _WORDS.get(type(type_))
    if words is not None:
        return words * WORD
    if type(type_) is Array:
        return max(type_.length, 0) * size_of(type_.element)
    if type(type_) is Struct:
        return _laid_out([field.type for field in type_.fields], end=True)
    if type(type_) is Tuple:
        return _laid_out(type_.members, end=False)
    raise TypeError(type_)


def _laid_out(types: list[Type], *, end: bool) -> int:
    offset = 0
    greatest = 1
    size = -1
    for member in types:
        alignment = align_of(member)
        greatest = max(greatest, alignment)
        size = size_of(member)
        offset = _aligned(offset, alignment) + size
    if end and size == 0 and offset:
        offset += 1
    return _aligned(offset, greatest)


def align_of(type_: Type) -> int:
    """Give the alignment of a value in bytes."""
    if type(type_) is Named:
        type_ = type_.underlying
    if type(type_) is Basic:
        return _ALIGNMENTS.get(type_.kind) or max(min(type_.size, WORD), 1)
    if type(type_) is Array:
        return align_of(type_.element)
    if type(type_) is Struct:
        return max((align_of(field.type) for field in type_.fields), default=1)
    return WORD


def offset_of(struct: Struct, field: Field) -> int:
    """Give the offset of a field in its struct, in bytes.

    Raises
    ------
    ValueError
        If the struct has no such field.
    """
    offset = 0
    for member in struct.fields:
        offset = _aligned(offset, align_of(member.type))
        if member is field:
            return offset
        offset += size_of(member.type)
    raise ValueError(f"no field {field.name} in this struct")


def has_pointers(type_: Type) -> bool:
    """Say whether a value holds pointers that the collector follows; what is unknown does."""
    if type(type_) is Named:
        type_ = type_.underlying
    if type(type_) is Basic:
        return type_.kind in _POINTER_KINDS
    if type(type_) is Array:
        return type_.length != 0 and has_pointers(type_.element)
    if type(type_) is Struct:
        return any(has_pointers(field.type) for field in type_.fields)
    if type(type_) is Tuple:
        return any(has_pointers(member) for member in type_.members)
    return True


def pointer_bytes(type_: Type) -> int:
    """Give the bytes of a value up to its last pointer: what the collector scans of it, 0 without pointers."""
    if type(type_) is Named:
        type_ = type_.underlying
    if not has_pointers(type_):
        return 0
    if type(type_) is Basic:
        return WORD
    if type(type_) is Slice:
        return WORD
    if type(type_) is Array:
        return (type_.length - 1) * size_of(type_.element) + pointer_bytes(type_.element)
    if type(type_) is Struct:
        last = [field for field in type_.fields if has_pointers(field.type)][-1]
        return offset_of(type_, last) + pointer_bytes(last.type)
    return size_of(type_)


def pointer_count(type_: Type) -> int:
    """Count the pointers that the collector follows in a value: one of a string or slice, two of an interface."""
    if type(type_) is Named:
        type_ = type_.underlying
    if type(type_) is Array:
        return max(type_.length, 0) * pointer_count(type_.element)
    if type(type_) is Struct:
        return sum(pointer_count(field.type) for field in type_.fields)
    if type(type_) is Interface:
        return 2
    return 1 if has_pointers(type_) else 0


def is_direct(type_: Type) -> bool:
    """Say whether a value of this type is one pointer, so that an interface holds it without allocating.

    Pointers, channels, maps, functions and ``unsafe.Pointer``, and structs and arrays of exactly one such value
    (src/cmd/compile/internal/types/type.go, ``IsDirectIface``, at go1.19).
    """
    if type(type_) is Named:
        type_ = type_.underlying
    if type(type_) is Basic:
        return type_.kind == "unsafe.Pointer"
    if type(type_) is Array:
        return type_.length == 1 and is_direct(type_.element)
    if type(type_) is Struct:
        return len(type_.fields) == 1 and is_direct(type_.fields[0].type)
    return type(type_) in (Pointer, Map, Channel, Signature)


def contains_itself(named: Named) -> bool:
    """Say whether a value of a type would hold a value of the same type, so that it had no size: an error."""
    open_types: set[Named] = set()
    done: set[Named] = set()

    def visit(type_: Type) -> bool:
        if type(type_) is Named:
            if type_ in open_types:
                return True
            if type_ in done:
                return False
            open_types.add(type_)
            found = visit(type_.underlying)
            open_types.discard(type_)
            done.add(type_)
            return found
        if type(type_) is Array:
            return visit(type_.element)
        if type(type_) is Struct:
            return any(visit(field.type) for field in type_.fields)
        return False

    return visit(named)
