"""The order in which functions are looked at: bottom-up, so that what a function calls is known before it.

Strongly connected components of the graph of references, found as the compiler finds them: each function has two
numbers, its own for those that call it in a ring and the next one for a search that starts in it, which tells a
function that calls itself from one that does not; a function literal never is the root of a component and so falls into
that of the function around it. Learnt from golang/go src/cmd/compile/internal/ir/scc.go at go1.19
(src/cmd/compile/internal/gc/esc.go ``visitBottomUp`` from go1.5 on).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from gcsim.escape.types.model import FunctionObject

__all__ = ["bottom_up", "is_hidden", "is_literal"]

_DONE: Final = 1 << 62
"""The number of a function whose component is complete: larger than any."""


class _Frame:
    """One function in the middle of the search."""

    __slots__ = ("function", "identity", "least", "references")

    def __init__(self, function: FunctionObject, identity: int, references: Iterator[FunctionObject]) -> None:
        self.function = function
        self.identity = identity
        self.least = identity + 1
        self.references = references


def bottom_up(
    roots: Iterable[FunctionObject], references: Callable[[FunctionObject], Iterable[FunctionObject]]
) -> Iterator[tuple[list[FunctionObject], bool]]:
    """Give the components of a graph of functions, each after those that it refers to.

    Parameters
    ----------
    roots : iterable of FunctionObject
        Where searches start, in this order.
    references : callable
        Gives what a function refers to, itself and its literals, in the order of the text.

    Yields
    ------
    block : list of FunctionObject
        The functions of a component, in the order in which they were met.
    recursive : bool
        Whether they call each other, or one itself.
    """
    search = _Search(references)
    for root in roots:
        if root not in search.numbers:
            yield from search.components(root)


class _Search:
    """The state of a search: numbers given, functions whose components are not complete."""

    __slots__ = ("generation", "numbers", "references", "stack")

    def __init__(self, references: Callable[[FunctionObject], Iterable[FunctionObject]]) -> None:
        self.references = references
        self.numbers: dict[FunctionObject, int] = {}
        self.stack: list[FunctionObject] = []
        self.generation = 1

    def enter(self, function: FunctionObject) -> _Frame:
        """Begin with a function."""
        frame = _Frame(function, self.generation, iter(self.references(function)))
        self.numbers[function] = self.generation
        self.stack.append(function)
        self.generation += 2
        return frame

    def components(self, root: FunctionObject) -> Iterator[tuple[list[FunctionObject], bool]]:
        """Give the components that are complete when all that a function refers to has been looked at."""
        frames = [self.enter(root)]
        while frames:
            frame = frames[-1]
            called = next(frame.references, None)
            if called is not None:
                number = self.numbers.get(called)
                if number is None:
                    frames.append(self.enter(called))
                else:
                    frame.least = min(frame.least, number)
                continue
            frames.pop()
            if frame.least >= frame.identity and not is_hidden(frame.function):
                yield self.leave(frame.function), frame.least == frame.identity
            if frames:
                frames[-1].least = min(frames[-1].least, frame.least)

    def leave(self, root: FunctionObject) -> list[FunctionObject]:
        """Complete a component."""
        first = len(self.stack) - 1
        while self.stack[first] is not root:
            first -= 1
        block = self.stack[first:]
        del self.stack[first:]
        for function in block:
            self.numbers[function] = _DONE
        return block


def is_hidden(function: FunctionObject) -> bool:
    """Say whether a function is a literal inside another function."""
    return function.outer is not None


def is_literal(function: FunctionObject) -> bool:
    """Say whether a function is a literal, of a function or of a variable's initial value."""
    return function.glob or function.outer is not None
