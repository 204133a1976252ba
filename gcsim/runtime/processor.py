"""Ps: the right to run Go code, each with a run queue, one pending event, and an account of its time."""

from functools import partial
from typing import TYPE_CHECKING

from gcsim.kernel import ArmedEvent, StopClock
from gcsim.runtime.accounts import Accounts
from gcsim.runtime.runqueue import LocalRunQueue
from gcsim.vocabulary import PState

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.runtime.goroutine import Activity, G

__all__ = ["P"]


class P:
    """One processor.

    Parameters
    ----------
    number : int
        Its index, from 0.
    clock : StopClock
        The clock that its activities advance with.
    accounts : Accounts
        Told of every change of state.
    on_due : callable
        Called with the P when its event comes up.

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
    """

    __slots__ = (
        "_accounts",
        "_clock",
        "_since",
        "_times",
        "activity",
        "cut",
        "event",
        "g",
        "number",
        "preempt",
        "runq",
        "schedtick",
        "seen_ns",
        "seen_tick",
        "spinning",
        "state",
        "wanted",
    )

    def __init__(self, number: int, clock: StopClock, accounts: Accounts, on_due: "Callable[[P], None]") -> None:
        self.number = number
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
        self.event = ArmedEvent(clock, partial(on_due, self))
        self._accounts = accounts
        self._clock = clock
        self._since = 0
        self._times = [0] * len(PState)

    def become(self, state: PState) -> None:
        """Close the account of the present state and open that of another."""
        old = self.state
        if old is state:
            return
        now = int(self._clock.env.now)
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
