"""``sync.Mutex`` as it was up to Go 1.8 (go1.4 and go1.8 sync/mutex.go)."""

from typing import TYPE_CHECKING, Any

from gcsim.runtime.errors import GoPanic
from gcsim.runtime.instructions import Instruction
from gcsim.runtime.prices import Price
from gcsim.runtime.sync.semaphore import Semaphore, Woken

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["Lock", "Mutex", "Unlock"]


class Mutex:
    """A mutual exclusion lock, of no goroutine in particular: whoever likes may unlock it.

    Attributes
    ----------
    locked : bool
        Whether it is locked.
    waiters : int
        Goroutines that wait and have not been woken.
    woken : bool
        Whether one was woken and has not looked yet: no other is woken meanwhile.
    semaphore : Semaphore
        Where they sleep.
    """

    __slots__ = ("_lock", "_unlock", "locked", "semaphore", "waiters", "woken")

    def __init__(self) -> None:
        self.locked = False
        self.waiters = 0
        self.woken = False
        self.semaphore = Semaphore()
        self._lock = Lock(self)
        self._unlock = Unlock(self)

    def lock(self) -> "Lock":
        """Return the instruction that locks it."""
        return self._lock

    def unlock(self) -> "Unlock":
        """Return the instruction that unlocks it; unlocking what is not locked panics."""
        return self._unlock


class Lock(Instruction):
    """Lock a mutex.

    Parameters
    ----------
    mutex : Mutex
        Which.
    then : callable, optional
        What the instruction does when it has locked it, as an instruction performs: its result is the result.
    """

    __slots__ = ("_mutex", "_then", "_woken")

    price = Price.LOCK

    def __init__(self, mutex: Mutex, then: "Callable[[Scheduler, P, G], Any] | None" = None) -> None:
        self._mutex = mutex
        self._then = then
        self._woken = Woken(mutex.semaphore, self._again)

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Any:  # noqa: ANN401 - what is done then says
        """Lock it, or wait."""
        mutex = self._mutex
        if not mutex.locked:
            mutex.locked = True
            return None if self._then is None else self._then(scheduler, p, g)
        mutex.waiters += 1
        # Somebody may have been woken who has not run yet: its wake-up is there for the taking.
        if mutex.semaphore.take():
            return self._again(scheduler, p, g)
        return mutex.semaphore.wait(scheduler, p, g, self._woken)

    def _again(self, scheduler: "Scheduler", p: "P", g: "G") -> Any:  # noqa: ANN401
        self._mutex.woken = False
        return self.perform(scheduler, p, g)


class Unlock(Instruction):
    """Unlock a mutex.

    Parameters
    ----------
    mutex : Mutex
        Which.
    """

    __slots__ = ("_mutex",)

    price = Price.LOCK

    def __init__(self, mutex: Mutex) -> None:
        self._mutex = mutex

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        """Unlock it, and wake the first that waits.

        Raises
        ------
        GoPanic
            If it is not locked. Go 1.8 ends the process instead; the message is the same.
        """
        mutex = self._mutex
        if not mutex.locked:
            raise GoPanic("sync: unlock of unlocked mutex")
        mutex.locked = False
        if mutex.waiters and not mutex.woken:
            mutex.waiters -= 1
            mutex.woken = True
            mutex.semaphore.release(scheduler, p)
