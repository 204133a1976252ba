"""Goroutines and what they do."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

from gcsim.vocabulary import Cause, PState

if TYPE_CHECKING:
    from gcsim.runtime.processor import P

__all__ = ["Activity", "G", "Program", "Wait"]


class Activity(Protocol):
    """What a goroutine (or a mark worker) does while it holds a P.

    An activity is begun and paused as often as the scheduler pleases; between the two it advances with the clock, and
    nothing is computed before its P's event comes up or somebody pauses it.
    """

    @property
    def state(self) -> PState:
        """How the P's time is accounted while the activity runs."""

    @property
    def preemptible(self) -> bool:
        """Whether sysmon may end its time slice."""

    def begin(self, p: "P") -> int | None:
        """Start or go on; return the delay until :meth:`finish` is due, ns, None if nothing will end it."""

    def pause(self, p: "P") -> None:
        """Account for what was done and let go of the P."""

    def finish(self, p: "P") -> None:
        """Handle the end of the delay that :meth:`begin` gave; called while the activity still runs."""

    def safepoint_ns(self) -> int:
        """Return the time to the next point at which the activity can be stopped, ns."""

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        """Charge a wait to the operation in flight, if there is one."""


Wait = Callable[["G"], None]
"""What a goroutine waits for: called with the goroutine once it is off its P, it sees to its being readied."""

Program = Iterator[Activity | Wait]
"""A goroutine's program: what it does and waits for, one after the other. The goroutine ends with it."""


class G:
    """A goroutine.

    Parameters
    ----------
    number : int
        Its ``goid``.
    name : str
        What it is, for logs.
    program : iterator
        What it does.

    Attributes
    ----------
    activity : Activity or None
        What it does now or will go on with.
    off_ns, off_stopped_ns, off_worker_ns : int
        When it lost its P, and the time stopped and the time marked by workers until then, ns.
    cause : Cause
        What its present wait is charged to.
    """

    __slots__ = ("activity", "cause", "name", "number", "off_ns", "off_stopped_ns", "off_worker_ns", "program")

    def __init__(self, number: int, name: str, program: Program) -> None:
        self.number = number
        self.name = name
        self.program = program
        self.activity: Activity | None = None
        self.cause = Cause.RUN_QUEUE
        self.off_ns = 0
        self.off_stopped_ns = 0
        self.off_worker_ns = 0

    def __repr__(self) -> str:
        return f"G{self.number}({self.name})"
