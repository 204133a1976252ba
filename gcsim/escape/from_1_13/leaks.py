"""What a parameter leaks, by the least number of dereferences to the heap and to each of the first results.

Learnt from golang/go src/cmd/compile/internal/escape/leaks.go at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.types.model import Leak

if TYPE_CHECKING:
    from gcsim.escape.from_1_13.graph import Location

__all__ = ["EVERYTHING", "MOST", "NOTHING", "RESULTS", "leak_of", "leak_to"]

RESULTS: Final = 7
"""How many results a summary tells apart; flows to later ones count as flows to the heap (leaks.go:13)."""

MOST: Final = 254
"""The most dereferences that a summary tells apart: one byte holds one more than them (leaks.go:55)."""

EVERYTHING: Final = Leak(heap=0)
"""What is assumed of a parameter of which nothing is known."""

NOTHING: Final = Leak()
"""A parameter that goes nowhere."""


def leak_to(parameter: Location, sink: Location, derefs: int) -> None:
    """Note that what a parameter holds reaches a sink: a result of its own function, else as good as the heap."""
    index = 0
    if sink.result and not sink.escapes and sink.function is parameter.function and sink.result <= RESULTS:
        index = sink.result
    leaks = parameter.leaks
    if leaks is None:
        leaks = parameter.leaks = [-1] * (1 + RESULTS)
    if leaks[index] < 0 or derefs < leaks[index]:
        leaks[index] = min(derefs, MOST)


def leak_of(parameter: Location) -> Leak:
    """Give the summary: flows to results count only where they are shorter than the flow to the heap."""
    leaks = parameter.leaks
    if leaks is None:
        return NOTHING
    heap = leaks[0]
    results = tuple(
        (index, derefs) for index, derefs in enumerate(leaks[1:]) if derefs >= 0 and not 0 <= heap <= derefs
    )
    return Leak(None if heap < 0 else heap, results)
