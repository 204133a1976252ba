"""Fields and methods of types: selection through embedding, and method sets.

A member is searched level by level, as the language says: what is nearest the top wins, and two at the same level hide
each other and whatever is below. The search is the one for ``x.name``; whether a method is also in the method set of
the type as it stands (so that an interface can have it) is `Selection.in_method_set`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gcsim.escape.types.model import (
    INVALID,
    Field,
    FunctionObject,
    Interface,
    InterfaceMethod,
    Named,
    Pointer,
    Signature,
    Struct,
    Type,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Selection", "Step", "has_pointer_receiver", "has_unknown_members", "is_exported", "lookup", "method_set"]


@dataclass(frozen=True, slots=True)
class Step:
    """One field on the way to a member; ``through_pointer`` says that what has the field is a pointer to a struct."""

    field: Field
    through_pointer: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """What ``x.name`` selects.

    Attributes
    ----------
    path : tuple of Step
        The embedded fields that the text leaves out, from ``x`` inwards. Empty where ``x`` itself has the member.
    holder : Type
        The type of what has the member, ``x``'s own or that of the last field of the path: a `Named`, a `Struct` or
        an `Interface`, or a `Pointer` to one of the first two.
    field : Field or None
        The field selected.
    method : FunctionObject or None
        The declared method selected. `pointer_receiver` tells whether it wants a pointer to the holder.
    interface_method : InterfaceMethod or None
        The method selected where the holder is an interface.
    in_method_set : bool
        For a method: whether the type as it was given has it in its method set. If not, ``x`` must be addressable.
    """

    path: tuple[Step, ...]
    holder: Type
    field: Field | None = None
    method: FunctionObject | None = None
    interface_method: InterfaceMethod | None = None
    in_method_set: bool = False

    @property
    def through_pointer(self) -> bool:
        """Whether the holder is a pointer."""
        return type(self.holder) is Pointer

    @property
    def is_indirect(self) -> bool:
        """Whether the way from ``x`` to the member goes through any pointer."""
        return self.through_pointer or any(step.through_pointer for step in self.path)

    @property
    def pointer_receiver(self) -> bool:
        """Whether the method selected has a pointer as its receiver."""
        return self.method is not None and has_pointer_receiver(self.method)

    @property
    def signature(self) -> Signature | None:
        """The method's signature, without the receiver; None of a field."""
        if self.method is not None:
            return self.method.signature
        return self.interface_method.signature if self.interface_method is not None else None


def has_pointer_receiver(method: FunctionObject) -> bool:
    """Say whether a method is declared with a pointer as its receiver."""
    return method.receiver is not None and type(method.receiver.type) is Pointer


def is_exported(name: str) -> bool:
    """Say whether other packages can use a name."""
    return name[:1].isupper()


def lookup(type_: Type, name: str, package: str) -> Selection | None:
    """Find the field or method ``name`` of a type.

    Parameters
    ----------
    type_ : Type
        The type of ``x`` in ``x.name``.
    name : str
        The member's name; the blank ``_`` is never found.
    package : str
        Path of the package whose text asks: unexported names of other packages are not found.

    Returns
    -------
    Selection or None
        None where there is no such member, or more than one at the nearest level.
    """
    if name == "_":
        return None
    start = type_
    if type(type_) is Named and type(type_.underlying) is Pointer:  # a named pointer has fields and no methods
        start = type_.underlying
        found = _search(start, name, package)
        return found if found is not None and found.field is not None else None
    return _search(start, name, package)


def _search(type_: Type, name: str, package: str) -> Selection | None:
    exported = is_exported(name)
    level: list[tuple[Type, tuple[Step, ...]]] = [(type_, ())]
    seen: set[Named] = set()
    while level:
        found: list[Selection] = []
        deeper: list[tuple[Type, tuple[Step, ...]]] = []
        met: set[Named] = set()
        for holder, path in level:
            base = _base(holder)
            if type(base) is Named:
                if base in seen:
                    continue
                met.add(base)
            found += _direct(holder, name, package, path, exported=exported)
            if not found:
                pointer = type(holder) is Pointer
                deeper += [(field.type, (*path, Step(field, pointer))) for field in _embedded(base)]
        if found:
            return found[0] if len(found) == 1 else None
        seen |= met
        level = deeper
    return None


def _base(holder: Type) -> Type:
    return holder.element if type(holder) is Pointer else holder


def _embedded(base: Type) -> list[Field]:
    under = base.underlying if type(base) is Named else base
    return [field for field in under.fields if field.embedded] if type(under) is Struct else []


def _direct(holder: Type, name: str, package: str, path: tuple[Step, ...], *, exported: bool) -> Iterator[Selection]:
    """Give what a type itself has by that name: no more than one thing."""
    base = _base(holder)
    under = base
    if type(base) is Named:
        method = base.methods.get(name)
        if method is not None and (exported or method.package == package):
            indirect = type(holder) is Pointer or any(step.through_pointer for step in path)
            in_set = indirect or not has_pointer_receiver(method)
            yield Selection(path, holder, method=method, in_method_set=in_set)
            return
        under = base.underlying
    if type(under) is Struct:
        for field in under.fields:
            if field.name == name and (exported or field.package == package):
                yield Selection(path, holder, field=field)
                return
    elif type(under) is Interface and type(holder) is not Pointer:
        for wanted in under.methods:
            if wanted.name == name and (exported or wanted.package == package):
                yield Selection(path, holder, interface_method=wanted, in_method_set=True)
                return


def _members(type_: Type) -> Iterator[tuple[str, str]]:
    """Give name and package of every method that a type or a type embedded in it has, some of them more than once."""
    pending = [type_]
    seen: set[Type] = set()
    while pending:
        base = _base(pending.pop())
        if base in seen:
            continue
        seen.add(base)
        if type(base) is Named:
            yield from ((method.name, method.package) for method in base.methods.values())
        under = base.underlying if type(base) is Named else base
        if type(under) is Interface:
            yield from ((method.name, method.package) for method in under.methods)
        pending += [field.type for field in _embedded(base)]


def method_set(type_: Type) -> list[Selection]:
    """List the methods that a type has, promoted ones too, sorted by name (then package).

    Methods that only an addressable value has (those with pointer receivers, of a type that is no pointer) are left
    out, and so are all methods of a pointer to an interface.
    """
    selections = [lookup(type_, name, package) for name, package in sorted(set(_members(type_)))]
    return [found for found in selections if found is not None and found.field is None and found.in_method_set]


def has_unknown_members(type_: Type) -> bool:
    """Say whether a type may have members that nobody knows of, since a type embedded in it is unknown."""
    pending = [type_]
    seen: set[Type] = set()
    while pending:
        base = _base(pending.pop())
        if base is INVALID or (type(base) is Named and base.underlying is INVALID):
            return True
        if base not in seen:
            seen.add(base)
            pending += [field.type for field in _embedded(base)]
    return False
