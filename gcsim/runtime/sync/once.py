"""``sync.Once`` (sync/once.go)."""

from typing import TYPE_CHECKING, Any

from gcsim.runtime.calls import Call, Defer, begin
from gcsim.runtime.instructions import Instruction
from gcsim.runtime.prices import Price
from gcsim.runtime.sync.mutex import Mutex

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.runtime.goroutine import G, Program
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["Once"]


class Once:
    """Does something once. Whoever comes while it is done waits until it has been; if it panics, it counts as done.

    Attributes
    ----------
    done : bool
        Whether it has been done.
    """

    __slots__ = ("_done", "_mutex", "done")

    def __init__(self) -> None:
        self.done = False
        self._mutex = Mutex()
        self._done = _Done(self)

    def do(self, function: "Callable[[], Program]") -> Instruction:
        """Return the instruction that calls a function, unless one has been called.

        Parameters
        ----------
        function : callable
            Returns the function's program.
        """
        return _Do(self, function)

    def first(self, function: "Callable[[], Program]") -> "Program":
        """Do it with the lock held, unless another was quicker; a function for goroutines that find it not done."""
        yield self._mutex.lock()
        yield Defer([self._mutex.unlock()])
        if not self.done:
            yield Defer([self._done])
            yield Call(function())


class _Do(Instruction):
    __slots__ = ("_function", "_once")

    price = Price.ONCE

    def __init__(self, once: Once, function: "Callable[[], Program]") -> None:
        self._once = once
        self._function = function

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Any:  # noqa: ANN401, ARG002
        return None if self._once.done else begin(g, self._once.first(self._function))


class _Done(Instruction):
    __slots__ = ("_once",)

    def __init__(self, once: Once) -> None:
        self._once = once

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        self._once.done = True
