"""Functions that the compiler of 1.19 makes single instructions of on amd64: a call of one costs one node.

Read from the table of golang/go src/cmd/compile/internal/ssagen/ssa.go:3960-4832 at go1.19, the entries and aliases
that hold on amd64. Since `bits` and `atomic` calls are common in small functions, their costs hang on it.
"""

from __future__ import annotations

from typing import Final

__all__ = ["is_intrinsic"]

_ATOMIC_KINDS: Final = ("int32", "int64", "uintptr")
_ATOMIC_TYPES: Final = ("Int32", "Int64", "Uint32", "Uint64", "Uintptr")

INTRINSICS: Final[dict[str, frozenset[str]]] = {
    "math": frozenset({"Sqrt", "FMA", "RoundToEven", "Floor", "Ceil", "Trunc"}),
    "math/bits": frozenset(
        {
            *(f"TrailingZeros{bits}" for bits in (8, 16, 32, 64)),
            *(f"Len{bits}" for bits in ("", 8, 16, 32, 64)),
            *(f"OnesCount{bits}" for bits in ("", 16, 32, 64)),
            *(f"RotateLeft{bits}" for bits in ("", 8, 16, 32, 64)),
            *(f"{name}{bits}" for name in ("Mul", "Add", "Sub", "Div") for bits in ("", 64)),
            *(f"ReverseBytes{bits}" for bits in (32, 64)),
        }
    ),
    "math/big": frozenset({"mulWW"}),
    "sync/atomic": frozenset(
        {
            *(f"{verb}{name}" for verb in ("Load", "Store", "Swap", "CompareAndSwap", "Add") for name in _ATOMIC_TYPES),
            "LoadPointer",
        }
    ),
    "sync": frozenset({"runtime_LoadAcquintptr", "runtime_StoreReluintptr"}),
    "runtime": frozenset(
        {"slicebytetostringtmp", "mulUintptr", "KeepAlive", "getclosureptr", "getcallerpc", "getcallersp"}
    ),
    "runtime/internal/math": frozenset({"MulUintptr", "Mul64"}),
    "runtime/internal/sys": frozenset(
        {
            *("Ctz8", "Ctz32", "Ctz64", "Bswap32", "Bswap64", "Prefetch", "PrefetchStreamed", "Len8", "Len64"),
            *("TrailingZeros8", "TrailingZeros64", "OnesCount64"),
        }
    ),
    "runtime/internal/atomic": frozenset(
        {
            *("Load8", "Loadp", "Store8", "StorepNoWB", "And", "And8", "Or", "Or8", "Casp1"),
            *(f"{name}{bits}" for name in ("Load", "Store", "Xchg", "Xadd", "Cas") for bits in ("", 64)),
            *(f"{name}{kind}" for name in ("Load", "Store", "Xchg", "Xadd", "Cas") for kind in _ATOMIC_KINDS),
            *("Loaduint", "LoadAcq", "LoadAcq64", "LoadAcquintptr"),
            *("StoreRel", "StoreRel64", "StoreReluintptr", "CasRel"),
        }
    ),
}
"""Names by the path of their package."""


def is_intrinsic(package: str, name: str) -> bool:
    """Say whether a function of a package is a single instruction."""
    names = INTRINSICS.get(package)
    return names is not None and name in names
