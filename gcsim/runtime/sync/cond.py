"""``sync.Cond`` (sync/cond.go; go1.6 sema.go ``syncSema``, go1.8 sema.go ``notifyList``)."""

from collections import deque
from typing import TYPE_CHECKING, Any, Protocol

from gcsim.runtime.calls import interrupt
from gcsim.runtime.instructions import Instruction, Signal
from gcsim.runtime.prices import Price
from gcsim.runtime.sync.semaphore import SEMACQUIRE

if TYPE_CHECKING:
    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["Cond", "Locker"]


class Locker(Protocol):
    """What can be locked and unlocked: a Mutex, or an RWMutex for writing."""

    def lock(self) -> Instruction:
        """Return the instruction that locks it."""

    def unlock(self) -> Instruction:
        """Return the instruction that unlocks it."""


class Cond:
    """A condition that goroutines wait for.

    Parameters
    ----------
    locker : Locker
        What a goroutine holds while it looks at the condition.

    Attributes
    ----------
    locker : Locker
        As given.
    waiters : deque of G
        Who waits, the first at the left.
    """

    __slots__ = ("_broadcast", "_signal", "_wait", "locker", "waiters")

    def __init__(self, locker: Locker) -> None:
        self.locker = locker
        self.waiters: deque[G] = deque()
        self._wait = _Wait(self)
        self._signal = _Signal(self)
        self._broadcast = _Broadcast(self)

    def wait(self) -> Instruction:
        """Return the instruction that unlocks, waits for a signal, and locks again.

        Others may have locked between the signal and that, so it belongs in a loop that looks at the condition.
        """
        return self._wait

    def signal(self) -> Instruction:
        """Return the instruction that wakes the goroutine that has waited longest."""
        return self._signal

    def broadcast(self) -> Instruction:
        """Return the instruction that wakes all that wait."""
        return self._broadcast

    def wake(self, scheduler: "Scheduler", p: "P") -> None:
        """Wake the first that waits."""
        g = self.waiters.popleft()
        interrupt(g, _Relock(self.locker))
        scheduler.unblock(g, p)


class _Wait(Instruction):
    __slots__ = ("_cond",)

    price = Price.LOCK

    def __init__(self, cond: Cond) -> None:
        self._cond = cond

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal:
        self._cond.locker.unlock().perform(scheduler, p, g)
        self._cond.waiters.append(g)
        return scheduler.park(p, g, SEMACQUIRE)


class _Signal(Instruction):
    __slots__ = ("_cond",)

    price = Price.LOCK

    def __init__(self, cond: Cond) -> None:
        self._cond = cond

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        if self._cond.waiters:
            self._cond.wake(scheduler, p)


class _Broadcast(Instruction):
    __slots__ = ("_cond",)

    price = Price.LOCK

    def __init__(self, cond: Cond) -> None:
        self._cond = cond

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        while self._cond.waiters:
            self._cond.wake(scheduler, p)


class _Relock(Instruction):
    """Lock again after a signal."""

    __slots__ = ("_lock",)

    price = Price.GOSCHED

    def __init__(self, locker: Locker) -> None:
        self._lock = locker.lock()

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Any:  # noqa: ANN401 - as the lock's
        return self._lock.perform(scheduler, p, g)
