"""``sync.RWMutex``: many readers or one writer, and a writer that waits goes first (sync/rwmutex.go)."""

from typing import TYPE_CHECKING

from gcsim.runtime.errors import GoPanic
from gcsim.runtime.instructions import Instruction, Signal
from gcsim.runtime.prices import Price
from gcsim.runtime.sync.mutex import Lock, Mutex
from gcsim.runtime.sync.semaphore import Semaphore, Woken

if TYPE_CHECKING:
    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["RWMutex"]


class RWMutex:
    """A lock for many readers or one writer.

    A writer that waits blocks all readers that come after it, so a goroutine must not read-lock twice; when it unlocks,
    the readers that have come meanwhile go before the next writer.

    Attributes
    ----------
    writing : bool
        Whether a writer holds it or waits for readers to leave.
    readers : int
        Readers that hold it, or wait for the writer.
    leaving : int
        Readers that the writer waits for.
    writers : Mutex
        Held by the one writer.
    """

    __slots__ = ("_lock", "_rlock", "_runlock", "_unlock", "leaving", "readers", "writers", "writing")

    def __init__(self) -> None:
        self.writing = False
        self.readers = 0
        self.leaving = 0
        self.writers = Mutex()
        for_writer, for_readers = Semaphore(), Semaphore()
        self._lock = Lock(self.writers, _Announce(self, for_readers).perform)
        self._unlock = _Unlock(self, for_writer)
        self._rlock = _RLock(self, for_writer)
        self._runlock = _RUnlock(self, for_readers)

    def lock(self) -> Lock:
        """Return the instruction that locks it for writing."""
        return self._lock

    def unlock(self) -> Instruction:
        """Return the instruction that unlocks it for writing; unlocking what is not locked so panics."""
        return self._unlock

    def rlock(self) -> Instruction:
        """Return the instruction that locks it for reading."""
        return self._rlock

    def runlock(self) -> Instruction:
        """Return the instruction that undoes one ``rlock``; unlocking what is not locked so panics."""
        return self._runlock


class _Operation(Instruction):
    """An operation on an RWMutex, and the semaphore that it waits on or releases."""

    __slots__ = ("_lock", "_semaphore", "_woken")

    price = Price.LOCK

    def __init__(self, lock: RWMutex, semaphore: Semaphore) -> None:
        self._lock = lock
        self._semaphore = semaphore
        self._woken = Woken(semaphore)

    def _acquire(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal | None:
        if self._semaphore.take():
            return None
        return self._semaphore.wait(scheduler, p, g, self._woken)


class _Announce(_Operation):
    """A writer, which has won over the others, keeps new readers out and waits for those that are in."""

    __slots__ = ()

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal | None:
        lock = self._lock
        lock.writing = True
        lock.leaving += lock.readers
        return self._acquire(scheduler, p, g) if lock.leaving else None


class _Unlock(_Operation):
    __slots__ = ()

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:
        lock = self._lock
        if not lock.writing:
            raise GoPanic("sync: Unlock of unlocked RWMutex")
        lock.writing = False
        for _ in range(lock.readers):
            self._semaphore.release(scheduler, p)
        lock.writers.unlock().perform(scheduler, p, g)


class _RLock(_Operation):
    __slots__ = ()

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal | None:
        self._lock.readers += 1
        return self._acquire(scheduler, p, g) if self._lock.writing else None


class _RUnlock(_Operation):
    __slots__ = ()

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        lock = self._lock
        if not lock.readers:
            raise GoPanic("sync: RUnlock of unlocked RWMutex")
        lock.readers -= 1
        if lock.writing:
            lock.leaving -= 1
            if not lock.leaving:
                self._semaphore.release(scheduler, p)
