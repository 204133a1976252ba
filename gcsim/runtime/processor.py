"""Ps: the right to run Go code, each with a run queue, one pending event, and an account of its time."""

from functools import partial
from typing import TYPE_CHECKING

from gcsim.kernel import ArmedEvent
from gcsim.runtime.runqueue import LocalRunQueue
from gcsim.vocabulary import PState

if TYPE_CHECKING:
    from gcsim.runtime.cores import Cores
    from gcsim.runtime.goroutine import Activity, G
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["P"]

_IDLE = PState.IDLE
"""Looked up once: an enumeration's member costs some 100 ns each time, and these are asked for at every turn."""


class P:
    """One processor.

    Parameters
    ----------
    number : int
        Its index, from 0.
    scheduler : Scheduler
        Whose it is.

    Attributes
    ----------
    g : G or None
        The goroutine that it runs; None also while it marks.
    activity : Activity or None
        What runs on it now.
    runq : LocalRunQueue
        Its own runnable goroutines.
    schedtick : int
        Counts the goroutines that it started with a slice of their own.
    seen_tick, seen_ns : int
        What sysmon saw when it last noted the tick, and when.
    cut : bool
        Whether its event means a safepoint at which it was asked to stop, rather than the end of its activity.
    preempt : bool
        Whether it was asked to give its goroutine up.
    spinning : bool
        Whether its M looks for work.
    wanted : tuple of LocalRunQueue and G, or None
        The runnext that its M pauses before it takes, and whose.
    syscall : G or None
        The goroutine in a system call that has left the P behind.
    syscalltick : int
        Counts the system calls that were entered on it, and the times that it was taken back.
    seen_syscall, seen_syscall_ns : int
        What sysmon saw when it last noted that tick, and when.
    locked_to : G or None
        The goroutine that its M is wired to.
    cores : Cores or None
        What Ms share; None where each has a core of its own.
    """

    __slots__ = (
        "_accounts",
        "_clock",
        "_idle",
        "_since",
        "_times",
        "activity",
        "cores",
        "cut",
        "event",
        "g",
        "locked_to",
        "number",
        "preempt",
        "runq",
        "schedtick",
        "scheduler",
        "seen_ns",
        "seen_syscall",
        "seen_syscall_ns",
        "seen_tick",
        "spinning",
        "state",
        "syscall",
        "syscalltick",
        "wanted",
    )

    def __init__(self, number: int, scheduler: "Scheduler") -> None:
        self.number = number
        self.scheduler = scheduler
        self.g: G | None = None
        self.activity: Activity | None = None
        self.runq = LocalRunQueue()
        self.schedtick = 0
        self.seen_tick = 0
        self.seen_ns = 0
        self.state = PState.IDLE
        self.cut = False
        self.preempt = False
        self.spinning = False
        self.wanted: tuple[LocalRunQueue, G] | None = None
        self.syscall: G | None = None
        self.syscalltick = 0
        self.seen_syscall = 0
        self.seen_syscall_ns = 0
        self.locked_to: G | None = None
        self.cores: Cores | None = None
        self.event = ArmedEvent(scheduler.clock, partial(scheduler.due, self))
        self._accounts = scheduler.accounts
        self._clock = scheduler.clock
        self._idle = scheduler.idle_ps
        self._since = 0
        self._times = [0] * len(PState)

    def become(self, state: PState) -> None:
        """Close the account of the present state and open that of another; for some it needs a core first."""
        old = self.state
        if self.cores is not None and old is not state:
            state = self.cores.enters(self, state)
        if old is state:
            return
        if old is _IDLE:
            self._idle.remove(self)
        elif state is _IDLE:
            self._idle.append(self)
        now: int = self._clock.env._now  # type: ignore[assignment]  # noqa: SLF001 - at every turn, as in StopClock.now
        self._times[old] += now - self._since
        self._since = now
        self.state = state
        self._accounts.changed(old, state, now)

    def times(self) -> list[int]:
        """Return the time in each :class:`~gcsim.vocabulary.PState` up to now, ns; they sum to the simulated time."""
        times = list(self._times)
        times[self.state] += int(self._clock.env.now) - self._since
        return times

    def run(self, activity: "Activity") -> None:
        """Begin an activity or go on with it."""
        self.activity = activity
        self.become(activity.state)
        delay = activity.begin(self)
        if delay is None:
            self.event.disarm()
        else:
            self.event.arm(delay)

    def halt(self) -> None:
        """Pause the activity and forget when it would have ended."""
        if self.activity is not None:
            self.activity.pause(self)
            self.activity = None
        self.event.disarm()
        self.cut = False
        self.wanted = None

    def __repr__(self) -> str:
        return f"P{self.number}"
