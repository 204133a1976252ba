"""What programs ask of heap and collector: allocate, do a batch of operations, collect."""

from typing import TYPE_CHECKING, Any, Literal

from gcsim.runtime.instructions import Instruction, Signal, nanoseconds
from gcsim.units import parse_size

if TYPE_CHECKING:
    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Mutator, Scheduler

__all__ = ["Allocate", "Batch", "Collect", "Drop"]

_POINTER_BYTES = 8


class Allocate(Instruction):
    """Allocate.

    Parameters
    ----------
    size : int or str
        Bytes in all, or a text such as ``"4KiB"``.
    objects : int
        In how many objects.
    pointers : int
        Pointer slots in all of them: what the collector has to scan is 8 bytes for each.
    lifetime : {"garbage", "goroutine", "kept"}
        How long it stays reachable: not at all, as long as its goroutine lives, or until a :class:`Drop`.
    """

    __slots__ = ("lifetime", "objects", "pointer_stores", "pointers", "scan", "size")

    def __init__(
        self,
        size: int | str,
        objects: int = 1,
        pointers: int = 0,
        lifetime: Literal["garbage", "goroutine", "kept"] = "garbage",
    ) -> None:
        self.size = _bytes(size)
        if objects < 1 or pointers < 0 or pointers * _POINTER_BYTES > self.size:
            raise ValueError(
                f"Allocate takes at least one object and pointers that fit; found {objects} objects and {pointers} "
                f"pointers in {self.size} bytes"
            )
        if lifetime not in {"garbage", "goroutine", "kept"}:
            raise ValueError(f'a lifetime is "garbage", "goroutine" or "kept"; found {lifetime!r}')
        self.objects = objects
        self.pointers = pointers
        self.pointer_stores = float(pointers)
        self.lifetime = lifetime
        self.scan = pointers * _POINTER_BYTES

    def cost_ns(self, scheduler: "Scheduler", g: "G") -> int:
        """Return the time of the allocation, the write barrier's and the sweeping that it owes included."""
        return _mutator(scheduler).allocation_ns(g, self)

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Any:  # noqa: ANN401 - a result or a signal
        """Allocate; the goroutine may have to assist, or to start a collection."""
        return _mutator(scheduler).allocate(p, g, self)


class Drop(Instruction):
    """Let go of what was allocated to be kept: the next collection finds it dead.

    Parameters
    ----------
    allocated : Allocate
        What was allocated.
    times : int
        How many of the like.
    """

    __slots__ = ("_allocated", "_times")

    def __init__(self, allocated: Allocate, times: int = 1) -> None:
        if allocated.lifetime != "kept":
            raise ValueError(f'only what is "kept" can be dropped; found "{allocated.lifetime}"')
        self._allocated = allocated
        self._times = times

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        """Let go."""
        _mutator(scheduler).drop(self._allocated, self._times)


class Batch(Instruction):
    """Do an operation over and over: compute, and allocate garbage. A batch is one event, however many it has.

    Parameters
    ----------
    count : int
        How many.
    duration : int or str
        Of each, whole ns or a text such as ``"2us"``.
    allocate : Allocate, optional
        What each allocates.
    """

    __slots__ = ("allocate", "count", "ns")

    def __init__(self, count: int, duration: int | str, allocate: Allocate | None = None) -> None:
        self.count = count
        self.ns = nanoseconds(type(self).__name__, duration)
        if count < 1 or self.ns < 1:
            raise ValueError(f"a batch has operations that take time; found {count} of {self.ns} ns")
        self.allocate = allocate

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal:
        """Begin."""
        return _mutator(scheduler).batch(p, g, self)


class Collect(Instruction):
    """``runtime.GC()``: collect, with the world stopped up to Go 1.8."""

    __slots__ = ()

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal:
        """Begin the collection."""
        return _mutator(scheduler).collect(p, g)


def _bytes(size: object) -> int:
    if isinstance(size, str):
        return parse_size(size)
    if not isinstance(size, int) or isinstance(size, bool) or size < 0:
        raise ValueError(f'Allocate takes whole bytes, such as 64, or a text, such as "4KiB"; found {size!r}')
    return size


def _mutator(scheduler: "Scheduler") -> "Mutator":
    if scheduler.mutator is None:
        raise RuntimeError("this process has no heap: run the program with gcsim run")
    return scheduler.mutator
