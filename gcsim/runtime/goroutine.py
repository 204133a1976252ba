"""Goroutines, and what they do: instructions, activities, waits."""

from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from gcsim.vocabulary import Cause, PState

if TYPE_CHECKING:
    from gcsim.runtime.calls import Calls
    from gcsim.runtime.instructions import Instruction
    from gcsim.runtime.processor import P

__all__ = ["Account", "Activity", "G", "Program", "Steps", "Wait"]


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

Program = Generator[Any, Any, Any]
"""A goroutine's program: it yields instructions, activities and waits, one after the other, and ends the goroutine.

It is sent the result of each instruction, such as the value that was received.
"""


class Steps:
    """A straight program: one instruction after another, whatever they result in.

    For steps that are no instructions, such as activities; see :class:`~gcsim.runtime.instructions.Straight`.

    Parameters
    ----------
    steps : sequence
        Instructions, activities or waits.
    """

    __slots__ = ("_at", "_steps")

    def __init__(self, steps: "Sequence[Instruction | Activity | Wait]") -> None:
        self._steps = steps
        self._at = 0

    def send(self, _: object) -> "Instruction | Activity | Wait":
        """Return the next step."""
        at = self._at
        if at == len(self._steps):
            raise StopIteration
        self._at = at + 1
        return self._steps[at]

    def __iter__(self) -> "Steps":
        return self

    def __next__(self) -> "Instruction | Activity | Wait":
        return self.send(None)

    def close(self) -> None:
        """End the program."""
        self._at = len(self._steps)


class Account:
    """What some goroutines keep beside the rest: those that allocate, and those with a request in flight.

    Attributes
    ----------
    delays : dict of Cause to int, or None
        What the request in flight was kept waiting by, ns; None where there is none.
    off_stopped_ns, off_stopping_ns, off_worker_ns : int
        The time stopped, the time in which the world was about to stop, and the time marked by workers, up to when it
        lost its P or became runnable, ns.
    cycle : int
        The collection that its allowance is for.
    allowance : float
        Bytes that it may allocate in that collection before it must assist.
    held, held_objects, held_scan : int
        Heap that stays reachable as long as it lives: bytes, objects, and pointer-holding bytes.
    """

    __slots__ = (
        "allowance",
        "cycle",
        "delays",
        "held",
        "held_objects",
        "held_scan",
        "off_stopped_ns",
        "off_stopping_ns",
        "off_worker_ns",
    )

    def __init__(self) -> None:
        self.delays: dict[Cause, int] | None = None
        self.off_stopped_ns = 0
        self.off_stopping_ns = 0
        self.off_worker_ns = 0
        self.cycle = 0
        self.allowance = 0.0
        self.held = self.held_objects = self.held_scan = 0


class G:
    """A goroutine. While an instruction takes time it is its own activity.

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
        What it does now or will go on with; itself while an instruction takes time.
    step : Instruction or None
        The instruction that takes time.
    left_ns, since_ns : int
        How long it still takes, and when it was begun or gone on with, ns.
    value : object
        What its program is sent next: the result of what it waited for.
    waits : str or None
        What it waits for, as Go words it; None while it runs or is runnable, and where a bare wait says nothing.
    cause : Cause
        What its present wait is charged to.
    off_ns : int
        When it lost its P or, with a request in flight, became runnable, ns.
    locked : bool
        Whether it is wired to its thread.
    system : bool
        Whether it belongs to the runtime: neither deadlock nor leaks are its.
    calls : Calls or None
        The functions that it is in, and what they deferred; None while it is in none but its first.
    stack, used : int
        Bytes of its stack, and how many of them are in use.
    segments : list of int or None
        Sizes of the segments beside the first, where stacks are segmented.
    account : Account or None
        What it keeps if it allocates or has a request in flight.
    """

    __slots__ = (
        "_p",
        "account",
        "activity",
        "calls",
        "cause",
        "left_ns",
        "locked",
        "name",
        "number",
        "off_ns",
        "program",
        "segments",
        "since_ns",
        "stack",
        "step",
        "system",
        "used",
        "value",
        "waits",
    )

    state = PState.MUTATOR
    preemptible = True

    def __init__(self, number: int, name: str, program: Any) -> None:  # noqa: ANN401 - whatever has a send
        self.number = number
        self.name = name
        self.program = program
        self.activity: Activity | None = None
        self.step: Instruction | None = None
        self.left_ns = 0
        self.value: Any = None
        self.waits: str | None = None
        self.cause = Cause.RUN_QUEUE
        self.off_ns = 0
        self.locked = False
        self.system = False
        self.calls: Calls | None = None
        self.stack = 0
        self.used = 0
        self.segments: list[int] | None = None
        self.account: Account | None = None
        self._p: P | None = None
        self.since_ns = 0

    def __repr__(self) -> str:
        return f"G{self.number}({self.name})"

    # An instruction that takes time

    def begin(self, p: "P") -> int | None:
        """Go on with the instruction."""
        self._p = p
        self.since_ns = p.scheduler.clock.now
        return self.left_ns

    def pause(self, p: "P") -> None:
        """Count what is done."""
        now = p.scheduler.clock.now
        self.left_ns -= now - self.since_ns
        self.since_ns = now

    def finish(self, p: "P") -> None:
        """Do what the instruction does, and go on with the program."""
        p.scheduler.performed(p, self)

    def safepoint_ns(self) -> int:
        """Return 0 where the instruction can be interrupted, else what is left of it, ns."""
        step, p = self.step, self._p
        if step is None or p is None or step.preemptible or (step.call_free and p.scheduler.rules.asynchronous):
            return 0
        return self.left_ns - (p.scheduler.clock.now - self.since_ns)

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        """Charge a wait to the request in flight, if there is one."""
        account = self.account
        if account is not None and account.delays is not None:
            account.delays[cause] = account.delays.get(cause, 0) + wait_ns
