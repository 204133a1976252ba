"""The groups of functions that are analysed together, callees first.

A group is a strongly connected component of the call graph, found by Tarjan's search as the compiler varies it
(``visitBottomUp``, golang/go src/cmd/compile/internal/gc/esc.go at go1.8): a literal always belongs to the group of the
function around it, and a function takes two numbers, so that one that calls itself is told from one that does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from gcsim.escape.types.model import FunctionObject

__all__ = ["Group", "groups"]

_DONE = 1 << 62
"""The number of a function whose group is complete: greater than any other, so that no search minds it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Functions and their literals in the order of the search; ``recursive`` where they call each other in a circle."""

    functions: list[FunctionObject]
    recursive: bool


def groups(
    roots: Iterable[FunctionObject], callees: Callable[[FunctionObject], Sequence[FunctionObject]]
) -> Iterator[Group]:
    """Give the groups from the bottom of the call graph upwards.

    Parameters
    ----------
    roots : iterable of FunctionObject
        The functions in the order of the text.
    callees : callable
        Gives the functions of the package that one calls and the literals that it makes, in the order of the search.

    Yields
    ------
    Group
        Every function that one of these calls is in the same group or in one given before.
    """
    search = _Search(callees)
    for root in roots:
        if root not in search.numbers:
            yield from search.visit(root)


@dataclass(slots=True)
class _Frame:
    """A function that is searched, the callees still to visit, and the least number met."""

    function: FunctionObject
    waiting: Iterator[FunctionObject]
    least: int


class _Search:
    __slots__ = ("callees", "count", "numbers", "stack")

    def __init__(self, callees: Callable[[FunctionObject], Sequence[FunctionObject]]) -> None:
        self.callees = callees
        self.numbers: dict[FunctionObject, int] = {}
        self.stack: list[FunctionObject] = []
        self.count = 0

    def _enter(self, function: FunctionObject) -> _Frame:
        self.count += 2
        self.numbers[function] = self.count - 1
        self.stack.append(function)
        return _Frame(function, iter(self.callees(function)), self.count)

    def visit(self, root: FunctionObject) -> Iterator[Group]:
        frames = [self._enter(root)]
        while frames:
            frame = frames[-1]
            callee = next(frame.waiting, None)
            if callee is not None:
                number = self.numbers.get(callee)
                if number is None:
                    frames.append(self._enter(callee))
                else:
                    frame.least = min(frame.least, number)
                continue
            frames.pop()
            above = frame.least - self.numbers[frame.function]
            if frame.function.outer is None and above in (0, 1):
                yield self._leave(frame.function, recursive=above == 0)
            if frames:
                frames[-1].least = min(frames[-1].least, frame.least)

    def _leave(self, root: FunctionObject, *, recursive: bool) -> Group:
        first = len(self.stack) - 1
        while self.stack[first] is not root:
            first -= 1
        members = self.stack[first:]
        del self.stack[first:]
        for member in members:
            self.numbers[member] = _DONE
        return Group(members, recursive)
