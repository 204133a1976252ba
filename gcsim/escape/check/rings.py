"""Declared types that hold values of themselves, or values in values too deep to be followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.types.model import INVALID, Array, Named, Struct, Type

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["fault_of"]

VALUE_NESTING: Final = 100
"""How many declared types may hold each other's values one in another: sizes are computed by recursion."""


def fault_of(named: Named, depths: dict[Named, int]) -> str | None:
    """Say what is wrong with what a declared type holds.

    Parameters
    ----------
    named : Named
        A type of the package; its underlying type is set.
    depths : dict
        How deep the types looked at so far nest; more are entered.

    Returns
    -------
    str or None
        The fault; its underlying type is `INVALID` then. None where there is none.
    """
    walk = [(named, _held(named))] if named not in depths else []
    depths.setdefault(named, -1)
    while walk:
        holder, held = walk[-1]
        inner = next(held, None)
        if inner is None:
            walk.pop()
            depths[holder] = 1 + max((depths[one] for one in _held(holder)), default=0)
        elif depths.get(inner) == -1:
            holder.underlying = INVALID
            for open_type, _ in walk:
                del depths[open_type]
            return f"invalid recursive type {inner.name}"
        elif inner not in depths:
            depths[inner] = -1
            walk.append((inner, _held(inner)))
    if depths[named] <= VALUE_NESTING:
        return None
    named.underlying = INVALID
    depths[named] = 1
    return f"values of type {named.name} nest more than {VALUE_NESTING} declared types deep"


def _held(named: Named) -> Iterator[Named]:
    """Give the declared types of the same package whose values a value of a type holds."""
    pending: list[Type] = [named.underlying]
    while pending:
        type_ = pending.pop()
        if type(type_) is Array:
            pending.append(type_.element)
        elif type(type_) is Struct:
            pending.extend(field.type for field in type_.fields)
        elif type(type_) is Named and type_.package == named.package:
            yield type_
