"""The objects that every Go program has: predeclared types, constants, functions, and package unsafe.

The universe is that of Go 1.19 without what type parameters need: programs of older releases use less of it.
"""

from __future__ import annotations

from typing import Final

from gcsim.escape.types.model import (
    INVALID,
    Basic,
    BuiltinObject,
    ConstantObject,
    Interface,
    InterfaceMethod,
    Named,
    NilObject,
    Object,
    Package,
    Signature,
    Type,
    TypeName,
)
from gcsim.escape.types.sizes import WORD

__all__ = [
    "ANY",
    "BASIC",
    "DEFAULTS",
    "EMPTY_INTERFACE",
    "ERROR",
    "IOTA",
    "UNSAFE",
    "UNSAFE_POINTER",
    "UNTYPED",
    "is_invalid",
    "universe",
]

_SIZES: Final = {
    "bool": 1,
    "int8": 1,
    "int16": 2,
    "int32": 4,
    "int64": 8,
    "uint8": 1,
    "uint16": 2,
    "uint32": 4,
    "uint64": 8,
    "int": WORD,
    "uint": WORD,
    "uintptr": WORD,
    "float32": 4,
    "float64": 8,
    "complex64": 8,
    "complex128": 16,
    "string": 2 * WORD,
}

BASIC: Final[dict[str, Basic]] = {
    **{name: Basic(name, name, size) for name, size in _SIZES.items()},
    "byte": Basic("byte", "uint8", 1),
    "rune": Basic("rune", "int32", 4),
}
"""The predeclared types by name; ``byte`` and ``rune`` are `identical` to what they stand for and print themselves."""

UNTYPED: Final[dict[str, Basic]] = {
    f"untyped {name}": Basic(f"untyped {name}", f"untyped {name}", size)
    for name, size in (("bool", 1), ("int", 8), ("rune", 4), ("float", 8), ("complex", 16), ("string", 16), ("nil", 0))
}
"""The types of untyped constants, by their kinds."""

UNSAFE_POINTER: Final = Basic("unsafe.Pointer", "unsafe.Pointer", WORD)
"""``unsafe.Pointer``."""

EMPTY_INTERFACE: Final = Interface([])
"""``interface {}``, one of many that are identical."""

ANY: Final = Interface([])
"""What ``any`` stands for: identical to every empty interface, one object so that it can be printed by its name."""

ERROR: Final = Named(
    "error",
    "",
    underlying=Interface([InterfaceMethod("Error", Signature([], [BASIC["string"]], variadic=False), "")]),
)
"""``error``."""

BUILTINS: Final = (
    *("append", "cap", "close", "complex", "copy", "delete", "imag"),
    *("len", "make", "new", "panic", "print", "println", "real", "recover"),
)
"""The predeclared functions."""

UNSAFE_BUILTINS: Final = ("Add", "Alignof", "Offsetof", "Sizeof", "Slice")
"""The functions of package unsafe."""

DEFAULTS: Final[dict[str, Type]] = {
    "untyped bool": BASIC["bool"],
    "untyped int": BASIC["int"],
    "untyped rune": BASIC["rune"],
    "untyped float": BASIC["float64"],
    "untyped complex": BASIC["complex128"],
    "untyped string": BASIC["string"],
}
"""The type that an untyped constant takes where nothing gives it one."""

NIL: Final = NilObject("nil", "", 0)
"""``nil``."""

IOTA: Final = ConstantObject("iota", "", 0, UNTYPED["untyped int"], 0)
"""``iota``; its value is the line's of the group that it is used in (``ConstantDeclaration.iota``), not this one's."""

UNSAFE: Final = Package(
    "unsafe",
    "unsafe",
    scope={
        "Pointer": TypeName("Pointer", "unsafe", 0, UNSAFE_POINTER),
        **{name: BuiltinObject(name, "unsafe", 0) for name in UNSAFE_BUILTINS},
    },
)
"""Package unsafe."""

_UNIVERSE: Final[dict[str, Object]] = {
    **{name: TypeName(name, "", 0, type_) for name, type_ in BASIC.items()},
    "error": TypeName("error", "", 0, ERROR),
    "any": TypeName("any", "", 0, ANY),
    "true": ConstantObject("true", "", 0, UNTYPED["untyped bool"], value=True),
    "false": ConstantObject("false", "", 0, UNTYPED["untyped bool"], value=False),
    "iota": IOTA,
    "nil": NIL,
    **{name: BuiltinObject(name, "", 0) for name in BUILTINS},
}


def universe() -> dict[str, Object]:
    """Give the predeclared objects by name: one dictionary, the same each time, not to be changed."""
    return _UNIVERSE


def is_invalid(type_: Type) -> bool:
    """Say whether a type is that of what was in error, or a named type of which nothing is known."""
    return type_ is INVALID or (type(type_) is Named and type_.underlying is INVALID)
