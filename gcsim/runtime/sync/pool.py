"""``sync.Pool`` as it was up to Go 1.12: each collection empties it (go1.4 and go1.8 sync/pool.go)."""

from typing import TYPE_CHECKING

from gcsim.runtime.instructions import Instruction
from gcsim.runtime.prices import Price

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["Pool"]


class Pool:
    """Keeps values for use again, each P its own.

    A P has one private value, and others that the rest may take: its own last first, then the last of the Ps after it.

    Values are dropped by collections: a pool that keeps any is in the scheduler's list of pools.

    Parameters
    ----------
    new : callable, optional
        Makes a value where there is none.
    """

    __slots__ = ("_get", "_new", "_private", "_shared")

    def __init__(self, new: "Callable[[], object] | None" = None) -> None:
        self._new = new
        self._private: dict[int, object] = {}
        self._shared: dict[int, list[object]] = {}
        self._get = _Get(self)

    def get(self) -> Instruction:
        """Return the instruction that takes a value; its result is None where there is none and nothing makes one."""
        return self._get

    def put(self, value: object) -> Instruction:
        """Return the instruction that puts a value in; None is not kept."""
        return _Put(self, value)

    def clear(self) -> None:
        """Drop all values, as the beginning of a collection does with the world stopped (``poolCleanup``)."""
        self._private.clear()
        self._shared.clear()

    def taken(self, p: int, ps: int) -> object:
        """Take a value from a P's own or, of so many Ps, from the others; make one if there is none."""
        value = self._private.pop(p, None)
        if value is not None:
            return value
        for other in range(p, p + ps):
            shared = self._shared.get(other % ps)
            if shared:
                return shared.pop()
        return None if self._new is None else self._new()

    def kept(self, p: int, value: object) -> None:
        """Keep a value that is not None on a P."""
        if p not in self._private:
            self._private[p] = value
        else:
            self._shared.setdefault(p, []).append(value)


class _Get(Instruction):
    __slots__ = ("_pool",)

    price = Price.POOL

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> object:  # noqa: ARG002
        return self._pool.taken(p.number, len(scheduler.ps))


class _Put(Instruction):
    __slots__ = ("_pool", "_value")

    price = Price.POOL

    def __init__(self, pool: Pool, value: object) -> None:
        self._pool = pool
        self._value = value

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        if self._value is not None:
            scheduler.pools[self._pool] = None
            self._pool.kept(p.number, self._value)
