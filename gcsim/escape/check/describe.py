"""Types in the words of error messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.types.model import (
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
)

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["described"]

_DIRECTIONS: Final = {"both": "chan", "receive": "<-chan", "send": "chan<-"}


def described(type_: Type) -> str:
    """Say a type in a few words; what a struct, an interface or a function consists of is left out."""
    return _WORDS[type(type_)](type_)


_WORDS: Final[dict[type[Type], Callable[[Any], str]]] = {
    Basic: lambda type_: type_.name,
    Named: lambda type_: type_.name,
    Pointer: lambda type_: f"*{described(type_.element)}",
    Slice: lambda type_: f"[]{described(type_.element)}",
    Array: lambda type_: f"[{type_.length}]{described(type_.element)}",
    Map: lambda type_: f"map[{described(type_.key)}]{described(type_.element)}",
    Channel: lambda type_: f"{_DIRECTIONS[type_.direction]} {described(type_.element)}",
    Struct: lambda _type: "struct {…}",
    Interface: lambda type_: "interface {…}" if type_.methods else "interface {}",
    Signature: lambda _type: "func(…)",
    Tuple: lambda type_: f"({', '.join(described(member) for member in type_.members)})",
}
