"""OS threads run on cores: where there are more Ms than cores they share them, and a quota can throttle them all.

A P that is neither idle, nor stopped, nor left in a system call has an M that wants to run. Linux gives cores to those
that had least of them: an M runs for a slice, is preempted by one that wakes and had far less, and waits
(``PState.DESCHEDULED``) without letting go of its P. So the goroutine on it stands still, nobody else can run it, and a
stop of the world waits until it has reached its safepoint: with fewer cores than Ps, or under a quota, a pause is as
long as the kernel makes it.

What is modelled is the completely fair scheduler for threads of equal weight (Linux v5.4 kernel/sched/fair.c:
``sched_slice``, ``place_entity``, ``check_preempt_tick``, ``wakeup_preempt_entity``;
Documentation/scheduler/sched-design-CFS.rst). Simpler than there:

- The cores share one queue, as if their queues were balanced at once and for nothing; Linux pulls a thread when a core
  falls idle and evens out queues now and then.
- A slice ends when it is over, not at the tick after.
- A P's threads count as one: what the M had that had the P before is had. An M that comes back from a long system call
  is placed like one that slept. No thread is placed as a new one.
- Nothing else runs on the machine, sysmon needs no core, and a switch of threads costs nothing beside what waking does.
- In a system call an M needs no core; when it comes back it needs one before it can look for its P.
- A core without quota keeps the M that ran on it, as in Linux, where nobody pulls it away; one that wakes then is not
  put there but waits for a core that may run.
"""

from collections import deque
from heapq import heappop, heappush
from itertools import count
from math import inf
from typing import TYPE_CHECKING

import simpy

from gcsim.kernel import ArmedEvent, StopClock
from gcsim.runtime.bandwidth import SLACK_NS, Bandwidth, next_period
from gcsim.vocabulary import Cause, PState

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.runtime.goroutine import Activity, G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["CORELESS", "Cores"]

CORELESS = frozenset({PState.IDLE, PState.SYSCALL, PState.STOPPING, PState.STOPPED, PState.DESCHEDULED})
"""States of a P in which its M sleeps, is in the kernel, or waits for a core."""

_LATENCY_NS = 6_000_000
"""``sysctl_sched_latency``: in this time every thread runs once; before scaling (Linux v5.4 kernel/sched/fair.c)."""

_GRANULARITY_NS = 750_000
"""``sysctl_sched_min_granularity``: the shortest slice; before scaling (Linux v5.4 kernel/sched/fair.c)."""

_WAKEUP_NS = 1_000_000
"""``sysctl_sched_wakeup_granularity``: how much more one must have had to be preempted by one that wakes; before
scaling (Linux v5.4 kernel/sched/fair.c)."""

_SCALED_CPUS = 8
"""All three are scaled with 1 + log2 of the cores, up to 8 of them (``get_update_sysctl_factor``, Linux v5.4)."""

_NO_CORE = -1


class _Thread:
    """An M: that of a P, or one that comes back from a system call and has to look for one.

    Attributes
    ----------
    p : P
        Whose M it is, or was.
    then : callable or None
        What an M that has left its P does as soon as it has a core.
    core : int
        The core that it has; negative while it has none.
    had_ns : int
        CPU time that counts as had (``vruntime``), up to :attr:`seen_ns`.
    slice_ns, waits_ns : int
        When its slice began; since when it waits.
    urged : bool
        Whether one woke that had far less and is to have its core.
    ticket : int
        Its place among equals in the queue; 0 while it does not wait.
    state : PState
        What its P does when it runs again.
    activity : Activity or None
        What its P goes on with, paused.
    owed : bool
        Whether its P's event came up while it waited.
    turn : simpy.Event or None
        Who waits for the next such time.
    """

    __slots__ = (
        "activity",
        "core",
        "had_ns",
        "owed",
        "p",
        "seen_ns",
        "slice_ns",
        "state",
        "then",
        "ticket",
        "turn",
        "urged",
        "waits_ns",
    )

    def __init__(self, p: "P", then: "Callable[[], None] | None" = None) -> None:
        self.p = p
        self.then = then
        self.core = _NO_CORE
        self.had_ns = 0
        self.seen_ns = 0
        self.slice_ns = 0
        self.waits_ns = 0
        self.urged = False
        self.ticket = 0
        self.state = PState.SCHEDULING
        self.activity: Activity | None = None
        self.owed = False
        self.turn: simpy.Event | None = None


class Cores:
    """The cores of a machine, and who runs on them.

    Parameters
    ----------
    scheduler : Scheduler
        Whose Ms they run. It and its Ps know the cores from then on.
    cores : int
        How many there are.
    quota : float, optional
        CPUs that the process may use in each period, such as 0.5; without one, all that there are.

    Raises
    ------
    ValueError
        If there is no core, or the quota lets nothing run.

    Attributes
    ----------
    cores : int
        As given.
    """

    __slots__ = (
        "_bandwidth",
        "_bound",
        "_clock",
        "_coming",
        "_env",
        "_event",
        "_free",
        "_granularity_ns",
        "_latency_ns",
        "_least_ns",
        "_lent",
        "_on",
        "_queue",
        "_refill_ns",
        "_scheduler",
        "_slack_ns",
        "_soon",
        "_threads",
        "_throttled",
        "_tickets",
        "_used_ns",
        "_waiting",
        "_wakeup_ns",
        "cores",
    )

    def __init__(self, scheduler: "Scheduler", cores: int, quota: float | None = None) -> None:
        if cores < 1:
            msg = f"{cores} cores run nothing; give at least 1"
            raise ValueError(msg)
        self.cores = cores
        factor = min(cores, _SCALED_CPUS).bit_length()
        self._latency_ns = _LATENCY_NS * factor
        self._granularity_ns = _GRANULARITY_NS * factor
        self._wakeup_ns = _WAKEUP_NS * factor
        self._bandwidth = None if quota is None else Bandwidth(quota, cores)
        self._scheduler = scheduler
        self._env = scheduler.clock.env
        # Slices and periods pass whether the world stands still or not.
        self._clock = StopClock(self._env)
        self._event = ArmedEvent(self._clock, self._look)
        self._threads = [_Thread(p) for p in scheduler.ps]
        self._on: dict[int, _Thread] = {}
        self._free = list(range(cores))[::-1]
        self._queue: list[tuple[int, int, _Thread]] = []
        self._tickets = count(1)
        self._waiting = 0
        self._throttled: list[int] = []
        self._bound: list[_Thread] = []
        self._refill_ns = self._slack_ns = 0
        self._coming: deque[_Thread] = deque()
        self._soon = False
        self._least_ns = 0
        self._used_ns = 0
        self._lent = _NO_CORE
        scheduler.cores = self
        for p in scheduler.ps:
            p.cores = self

    @property
    def waiting(self) -> int:
        """How many Ms wait for a core."""
        return self._waiting + len(self._bound)

    @property
    def used_ns(self) -> int:
        """CPU time that the process has used, ns."""
        now = int(self._env.now)
        return self._used_ns + sum(now - thread.seen_ns for thread in self._on.values())

    # Ms come and go

    def enters(self, p: "P", state: PState) -> PState:
        """Give or take the core of a P that is about to change its state; return the state that it can have.

        Parameters
        ----------
        p : P
            The P.
        state : PState
            What it is to do.

        Returns
        -------
        PState
            ``DESCHEDULED`` if that needs a core and there is none: the P will do it when its M has one.
        """
        thread = self._threads[p.number]
        if state in CORELESS:
            if state is not PState.DESCHEDULED:
                self._leave(thread)
            return state
        thread.state = state
        if thread.core == _NO_CORE and not thread.ticket:
            if self._lent == _NO_CORE:
                self._wakes(thread)
            else:
                core, self._lent = self._lent, _NO_CORE
                self._take(core, thread)
                self._arm(int(self._env.now))
        return PState.DESCHEDULED if thread.core == _NO_CORE else state

    def back(self, p: "P", g: "G", then: "Callable[[], None]") -> None:
        """Give an M a core that comes back from a system call, and let it look for its P as soon as it has one.

        Parameters
        ----------
        p, g : P, G
            The P that it left, and its goroutine, which is charged the wait.
        then : callable
            What it does on the core. Whichever P it takes has that core then.
        """
        since = int(self._env.now)

        def runs() -> None:
            wait = int(self._env.now) - since
            if wait:
                g.delayed(wait, Cause.DESCHEDULED)
            then()

        thread = _Thread(p, runs)
        self._wakes(thread)
        if thread.core != _NO_CORE:
            self._lend(thread, runs)

    def owe(self, p: "P") -> None:
        """Note that a P's event has come up while its M waits: it will be dealt with when the M has a core."""
        self._threads[p.number].owed = True

    def give_up(self, p: "P") -> "Activity | None":
        """Take what a P whose M waits was to go on with: somebody else will see to what it does; return it, paused."""
        thread = self._threads[p.number]
        activity, thread.activity = thread.activity, None
        thread.owed = False
        return activity

    def turn(self, p: "P") -> simpy.Event:
        """Return what is triggered when the M of a P has a core after a wait."""
        thread = self._threads[p.number]
        if thread.turn is None:
            thread.turn = self._env.event()
        return thread.turn

    def draw(self, most_ns: int) -> int:
        """Use CPU time for threads that have no P, while no P runs; return how much the quota grants now, ns."""
        ns = most_ns if self._bandwidth is None else self._bandwidth.drain(most_ns, int(self._env.now))
        self._used_ns += ns
        return ns

    # How cores change hands

    def _wakes(self, thread: _Thread) -> None:
        """Give a thread that slept a core, or let it wait for one."""
        now = int(self._env.now)
        self._account(now)
        # Who slept gets half a round of credit, and no more (GENTLE_FAIR_SLEEPERS).
        thread.had_ns = max(thread.had_ns, self._least_ns - self._latency_ns // 2)
        core = _NO_CORE if self._waiting else self._free_core(now)
        if core != _NO_CORE:
            self._take(core, thread)
            if self._bandwidth is not None:
                self._arm(now)
            return
        self._wait(thread, now)
        self._queues(thread)
        others = [other for other in self._on.values() if not other.urged and other not in self._coming]
        most = max(others, key=lambda other: other.had_ns, default=thread)
        if most.had_ns - thread.had_ns > self._wakeup_ns:
            most.urged = self._soon = True
        self._arm(now)

    def _take(self, core: int, thread: _Thread) -> None:
        now = int(self._env.now)
        self._on[core] = thread
        thread.core = core
        thread.seen_ns = thread.slice_ns = now
        thread.urged = False

    def _leave(self, thread: _Thread) -> None:
        """Let an M sleep: it needs no core."""
        if thread.ticket:
            raise RuntimeError(f"the M of {thread.p} waits for a core and can do nothing, not even sleep")
        if thread.core != _NO_CORE:
            self._account(int(self._env.now))
            self._falls_idle(self._release(thread))

    def _release(self, thread: _Thread) -> int:
        core, thread.core = thread.core, _NO_CORE
        del self._on[core]
        return core

    def _falls_idle(self, core: int) -> None:
        now = int(self._env.now)
        self._free.append(core)
        if self._bandwidth is not None:
            self._bandwidth.give_back(core, now)
            if self._throttled and not self._slack_ns and self._bandwidth.slack(now):
                self._slack_ns = now + SLACK_NS
        # Whoever is next must not run inside what somebody else has still to do.
        self._soon = self._soon or self._waiting > 0
        if self._soon or self._slack_ns:
            self._arm(now)

    def _wait(self, thread: _Thread, now: int) -> None:
        thread.ticket = next(self._tickets)
        thread.waits_ns = now

    def _queues(self, thread: _Thread) -> None:
        self._waiting += 1
        heappush(self._queue, (thread.had_ns, thread.ticket, thread))

    def _first(self) -> _Thread | None:
        """Return the one that waits and had least."""
        return self._queue[0][2] if self._queue else None

    def _free_core(self, now: int) -> int:
        """Take a core that nobody has and that may run: the one left last."""
        while self._free:
            core = self._free.pop()
            if self._bandwidth is None or self._bandwidth.refill(core, now):
                return core
            self._stand(core, now)
        return _NO_CORE

    def _stand(self, core: int, now: int) -> None:
        """Let a core stand until there is quota for it."""
        if not self._throttled:
            self._refill_ns = next_period(now)
        self._throttled.append(core)

    def _account(self, now: int) -> None:
        """Bring what everybody had up to the present."""
        first = self._first()
        had = [] if first is None else [first.had_ns]
        for core, thread in self._on.items():
            ns = now - thread.seen_ns
            thread.had_ns += ns
            thread.seen_ns = now
            self._used_ns += ns
            if self._bandwidth is not None:
                self._bandwidth.use(core, ns)
            had.append(thread.had_ns)
        self._least_ns = max(self._least_ns, min(had, default=0))

    def _slice(self) -> int:
        """Return how long a thread runs before another may have its core, ns."""
        cores = self.cores - len(self._throttled)
        return max(self._latency_ns * cores // (len(self._on) + self._waiting), self._granularity_ns)

    def _arm(self, now: int) -> None:
        """Look again when the first of those that run has to let go of its core, or the quota is refilled."""
        due = []
        if self._coming or self._soon:
            due.append(now)
        if self._bandwidth is not None:
            due += [thread.seen_ns + self._bandwidth.left_ns(core) for core, thread in self._on.items()]
            if self._throttled:
                due.append(self._refill_ns)
            if self._slack_ns:
                due.append(self._slack_ns)
        if self._waiting:
            slice_ns = self._slice()
            due += [thread.slice_ns + slice_ns for thread in self._on.values()]
        if due:
            self._event.arm(max(min(due) - now, 0))
        else:
            self._event.disarm()

    def _look(self) -> None:
        """Let go of cores whose time is over, give them to those that had least, and let one of these run."""
        now = int(self._env.now)
        self._soon = False
        self._account(now)
        self._throttle(now)
        self._switch(now)
        while (first := self._first()) is not None and (core := self._free_core(now)) != _NO_CORE:
            self._give(core, first)
        # What runs may let time pass, and others have to be in time. So one runs, and the next right after it.
        thread = self._coming.popleft() if self._coming else None
        self._arm(now)
        if thread is None:
            return
        if thread.then is None:
            self._runs_again(thread, now)
        else:
            self._lend(thread, thread.then)

    def _throttle(self, now: int) -> None:
        """Take the cores that have used up their quota from those that run; let go of those that have quota again."""
        quota = self._bandwidth
        if quota is None:
            return
        slack = 0 < self._slack_ns <= now
        if self._throttled and (now >= self._refill_ns or (slack and quota.slack(now))):
            self._free += self._throttled[::-1]
            self._throttled.clear()
            for thread in self._bound:
                self._queues(thread)
            self._bound.clear()
        if slack or not self._throttled:
            self._slack_ns = 0
        for core, thread in list(self._on.items()):
            if not quota.refill(core, now):
                self._stand(core, now)
                self._preempt(thread, now)
                self._bound.append(thread)

    def _switch(self, now: int) -> None:
        """Take the cores of those whose slice is over, or who are urged, for others that had no more; most first."""
        slice_ns = self._slice() if self._waiting else inf
        over = [thread for thread in self._on.values() if thread.urged or now - thread.slice_ns >= slice_ns]
        for thread in sorted(over, key=lambda thread: -thread.had_ns):
            first, core = self._first(), thread.core
            if first is not None and first.had_ns <= thread.had_ns:
                self._preempt(thread, now)
                self._queues(thread)
                self._give(core, first)
            else:
                thread.slice_ns = now
            thread.urged = False

    def _give(self, core: int, thread: _Thread) -> None:
        """Give a core to the one that waits and had least; it runs in a moment."""
        heappop(self._queue)
        thread.ticket = 0
        self._waiting -= 1
        self._coming.append(thread)
        self._take(core, thread)

    def _preempt(self, thread: _Thread, now: int) -> None:
        """Take the core from an M: its P keeps what it does, and stands still."""
        self._release(thread)
        self._wait(thread, now)
        p = thread.p
        thread.state = p.state
        p.become(PState.DESCHEDULED)
        if p.activity is not None:
            thread.activity = p.activity
            p.halt()

    def _lend(self, thread: _Thread, then: "Callable[[], None]") -> None:
        """Let an M without a P run: if it finds one, that has the core."""
        self._lent = self._release(thread)
        then()
        core, self._lent = self._lent, _NO_CORE
        if core != _NO_CORE:
            self._falls_idle(core)

    def _runs_again(self, thread: _Thread, now: int) -> None:
        """Let a P go on whose M has a core again."""
        p, scheduler = thread.p, self._scheduler
        turn, thread.turn = thread.turn, None
        if turn is not None:
            turn.succeed()
        owed, activity = thread.owed, self.give_up(p)
        wait = now - thread.waits_ns
        p.become(thread.state)
        if wait and activity is not None:
            activity.delayed(wait, Cause.DESCHEDULED)
        elif wait and p.g is not None:
            (p.g.activity or p.g).delayed(wait, Cause.DESCHEDULED)
            p.g.off_ns += wait
        if activity is not None:
            p.run(activity)
            if scheduler.stop_here is not None or (p.preempt and activity.preemptible):
                scheduler.preempt(p)
            else:
                p.preempt = False
        elif owed:
            scheduler.due(p)
