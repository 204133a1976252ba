"""The levels of a walk: how often what it follows was dereferenced, and what a parameter's leaks are packed into.

Learnt from ``Level`` and ``escNoteOutputParamFlow``, golang/go src/cmd/compile/internal/gc/esc.go at go1.8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.before_1_13.spots import CONTENT, FATE, HEAP, NONE, RESULT_SHIFT, RETURNED
from gcsim.escape.types.model import Leak

if TYPE_CHECKING:
    from gcsim.escape.before_1_13.spots import Spot

__all__ = ["MIN_LEVEL", "exposed", "lowered", "raised", "reaching_result", "summary"]

MIN_LEVEL: Final = -2
"""The least level; a walk that got there stays there (``MinLevel``)."""

_BITS: Final = 3
"""Bits for each result (``bitsPerOutputInTag``)."""
_MASK: Final = (1 << _BITS) - 1
_ESCAPE_BITS: Final = 16
"""Bits of the whole, so that there is room for four results (``Node.Esc`` is a uint16)."""


def raised(level: int, suffix: int) -> tuple[int, int]:
    """Give level and suffix after a dereference."""
    return (level + 1, suffix + 1) if level > MIN_LEVEL else (MIN_LEVEL, 0)


def lowered(level: int, suffix: int) -> tuple[int, int]:
    """Give level and suffix after an address was taken."""
    return (level - 1, suffix - 1) if level > MIN_LEVEL else (MIN_LEVEL, 0)


def exposed(escape: int, fate: int) -> int:
    """Give the more exposed of what is known and a new fate, with what is known of a parameter's leaks."""
    if escape & FATE > fate:
        return escape
    return escape & ~FATE | fate if fate in (NONE, RETURNED) else fate


def reaching_result(escape: int, index: int, level: int, suffix: int) -> int:
    """Enter that a parameter reaches a result.

    Parameters
    ----------
    escape : int
        What is known of the parameter.
    index : int
        The result, from 0.
    level, suffix : int
        Of the walk.

    Returns
    -------
    int
        What is known then: `HEAP` where it cannot be expressed.
    """
    if level <= 0 and suffix > 0:
        return exposed(escape | CONTENT, NONE)
    if level < 0:
        return HEAP
    encoded = min(level, _MASK - 1) + 1
    shift = _BITS * index + RESULT_SHIFT
    before = escape >> shift & _MASK
    least = encoded if before == 0 else min(before, encoded)
    if least << shift >= 1 << _ESCAPE_BITS:
        return HEAP
    return escape & ~(_MASK << shift) | least << shift


def summary(spot: Spot) -> Leak:
    """Put what is known of a parameter as its summary for callers (``esctag``)."""
    escape = spot.escape
    if escape & FATE not in (NONE, RETURNED):
        return Leak(heap=0)
    results = []
    levels = escape >> RESULT_SHIFT
    index = 0
    while levels:
        if levels & _MASK:
            results.append((index, (levels & _MASK) - 1))
        levels >>= _BITS
        index += 1
    return Leak(heap=1 if escape & CONTENT else None, results=tuple(results))
