"""OS threads run on cores: where there are more Ms than cores they share them, and a quota can throttle them all.

A P that is neither idle, nor stopped, nor left in a system call has an M that wants to run. Linux gives cores to those
that had least of them: an M runs for a slice, is preempted by one that wakes and had far less, and waits
(:attr:`PState.DESCHEDULED`) without letting go of its P. So the goroutine on it stands still, nobody else can run it, and
a stop of the world waits until it has reached its safepoint: on a machine with fewer cores than Ps, or under a quota, a
pause is as long as the kernel makes it.

What is modelled is the completely fair scheduler for threads of equal weight (Linux v5.4 kernel/sched/fair.c:
``sched_slice``, ``place_entity``, ``check_preempt_tick``, ``wakeup_preempt_entity``;
Documentation/scheduler/sched-design-CFS.rst). Simpler than there:

- The cores share one queue, as if their queues were balanced at once and for nothing; Linux pulls a thread when a core
  falls idle and evens out queues now and then.
- A slice ends when it is over, not at the tick after.
- A P's threads count as one: what the M had that had the P before is had. An M that comes back from a long system call is
  placed like one that slept. No thread is placed as a new one.
- Nothing else runs on the machine, sysmon needs no core, and a switch of threads costs nothing beside what waking does.
- In a system call an M needs no core; when it comes back it needs one before it can look for its P.
"""

from collections import deque
from collections.abc import Callable, Generator
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING

import simpy

from gcsim.kernel import ArmedEvent, StopClock
from gcsim.runtime.bandwidth import Bandwidth
from gcsim.vocabulary import Cause, PState

if TYPE_CHECKING:
    from gcsim.runtime.goroutine import Activity, G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["CORELESS", "Cores", "alone", "all_have_run", "driven", "worked"]

CORELESS = frozenset({PState.IDLE, PState.SYSCALL, PState.STOPPING, PState.STOPPED, PState.DESCHEDULED})
"""States of a P in which its M sleeps, is in the kernel, or waits for a core."""

_LATENCY_NS = 6_000_000
"""``sysctl_sched_latency``: in this time every thread runs once, before it is scaled (Linux v5.4 kernel/sched/fair.c)."""

_GRANULARITY_NS = 750_000
"""``sysctl_sched_min_granularity``: the shortest slice, before it is scaled (Linux v5.4 kernel/sched/fair.c)."""

_WAKEUP_NS = 1_000_000
"""``sysctl_sched_wakeup_granularity``: how much more one must have had to be preempted by one that wakes, before it is
scaled (Linux v5.4 kernel/sched/fair.c)."""

_SCALED_CPUS = 8
"""All three are scaled with 1 + log2 of the cores, up to 8 of them (``get_update_sysctl_factor``, Linux v5.4)."""

Waiting = Generator[simpy.Event, None, None]


class _Thread:
    """An M: that of a P, or one that comes back from a system call and has none.

    Attributes
    ----------
    p : P or None
        Whose M it is.
    then : callable or None
        What an M without a P does as soon as it has a core.
    core : int or None
        The core that it has.
    had_ns : int
        CPU time that counts as had (``vruntime``), up to :attr:`seen_ns`.
    slice_ns, waits_ns : int
        When its slice began; since when it waits.
    urged : bool
        Whether it is to let one run that woke and had far less.
    ticket : int
        Its place among equals in the queue; 0 while it does not wait.
    state : PState
        What its P does when it runs again.
    activity : Activity or None
        What its P goes on with, paused.
    owed : bool
        Whether its P's event came up while it waited.
    turns : int
        How often it got a core after a wait.
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
        "turns",
        "urged",
        "waits_ns",
    )

    def __init__(self, p: "P | None" = None, then: "Callable[[], None] | None" = None) -> None:
        self.p = p
        self.then = then
        self.core: int | None = None
        self.had_ns = 0
        self.seen_ns = 0
        self.slice_ns = 0
        self.waits_ns = 0
        self.urged = False
        self.ticket = 0
        self.state = PState.SCHEDULING
        self.activity: Activity | None = None
        self.owed = False
        self.turns = 0
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
    used_ns : int
        CPU time that the process has used up to the last time that anything changed, ns.
    """

    __slots__ = (
        "_bandwidth",
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
        "_scheduler",
        "_tickets",
        "_threads",
        "_wakeup_ns",
        "_waiting",
        "cores",
        "used_ns",
    )

    def __init__(self, scheduler: "Scheduler", cores: int, quota: float | None = None) -> None:
        if cores < 1:
            msg = f"{cores} cores run nothing; give at least 1"
            raise ValueError(msg)
        self.cores = cores
        self.used_ns = 0
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
        self._threads = {p: _Thread(p) for p in scheduler.ps}
        self._on: dict[int, _Thread] = {}
        self._free = list(range(cores))[::-1]
        self._queue: list[tuple[int, int, _Thread]] = []
        self._tickets = count(1)
        self._waiting = 0
        self._coming: deque[_Thread] = deque()
        self._least_ns = 0
        self._lent: int | None = None
        scheduler.cores = self
        for p in scheduler.ps:
            p.cores = self

    @property
    def waiting(self) -> int:
        """How many Ms wait for a core."""
        return self._waiting

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
        thread = self._threads[p]
        if state in CORELESS:
            if state is not PState.DESCHEDULED:
                self._leave(thread)
            return state
        if thread.core is not None:
            return state
        thread.state = state
        if not thread.ticket:
            if self._lent is not None:
                core, self._lent = self._lent, None
                self._take(core, thread)
                return state
            self._wakes(thread)
            if thread.core is not None:
                return state
        return PState.DESCHEDULED

    def back(self, g: "G", then: "Callable[[], None]") -> None:
        """Give an M a core that comes back from a system call, and let it look for its P as soon as it has one.

        Parameters
        ----------
        g : G
            Its goroutine, which is charged the wait.
        then : callable
            What it does on the core. Whichever P it takes has that core then.
        """
        since = int(self._env.now)

        def runs() -> None:
            wait = int(self._env.now) - since
            if wait:
                g.delayed(wait, Cause.DESCHEDULED)
            then()

        thread = _Thread(then=runs)
        self._wakes(thread)
        if thread.core is not None:
            self._lend(thread)

    def owe(self, p: "P") -> None:
        """Note that a P's event has come up while its M waits: it will be dealt with when the M has a core."""
        self._threads[p].owed = True

    def give_up(self, p: "P") -> "Activity | None":
        """Take what a P whose M waits was to go on with: somebody else will see to what it does; return it, paused."""
        thread = self._threads[p]
        activity, thread.activity = thread.activity, None
        thread.owed = False
        return activity

    # Processes that wait for cores

    def driven(self, p: "P") -> Waiting:
        """Let the caller see to what a P does from now on; returns when the P's M has a core."""
        self.give_up(p)
        while p.state is PState.DESCHEDULED:
            yield self._next_turn(self._threads[p])

    def alone(self, p: "P", ns: int) -> Waiting:
        """Let a P that the caller drives work for some CPU time; its goroutine, if it has one, waits for that."""
        yield from self.driven(p)
        done = self._env.event()
        p.run(_Alone(self._scheduler.clock, p, ns, done))
        yield done

    def all_have_run(self) -> Waiting:
        """Wait until every M that is off its core now has had one again."""
        off = [(thread, thread.turns) for thread in self._threads.values() if thread.ticket]
        for thread, turns in off:
            while thread.ticket and thread.turns == turns:
                yield self._next_turn(thread)

    def work(self, ns: int, threads: int) -> Waiting:
        """Let some threads work side by side while the world stands still; a quota may stretch it.

        Parameters
        ----------
        ns : int
            How long each of them works, ns.
        threads : int
            How many they are; each has a core, since nothing else runs.
        """
        left, quota = ns, self._bandwidth
        while quota is not None and left > 0:
            now = int(self._env.now)
            granted = quota.draw(min(left, quota.next_period(now) - now) * threads, now) // threads
            if granted:
                yield self._env.timeout(granted)
                self.used_ns += granted * threads
                left -= granted
            else:
                yield self._env.timeout(quota.next_period(now) - now)
        if quota is None:
            yield self._env.timeout(ns)
            self.used_ns += ns * threads

    # How cores change hands

    def _wakes(self, thread: _Thread) -> None:
        """Give a thread that slept a core, or let it wait for one."""
        now = int(self._env.now)
        self._account(now)
        # Who slept gets half a round of credit, and no more (GENTLE_FAIR_SLEEPERS).
        thread.had_ns = max(thread.had_ns, self._least_ns - self._latency_ns // 2)
        core = None if self._waiting else self._free_core(now)
        if core is not None:
            self._take(core, thread)
            return
        self._wait(thread, now)
        running = [other for other in self._on.values() if not other.urged and self._runs(other)]
        if running:
            most = max(running, key=lambda other: other.had_ns)
            most.urged = most.had_ns - thread.had_ns > self._wakeup_ns
        self._arm(now)

    def _runs(self, thread: _Thread) -> bool:
        """Return whether a thread that has a core makes use of it already."""
        return thread.p is not None and thread.p.state is not PState.DESCHEDULED

    def _take(self, core: int, thread: _Thread) -> None:
        now = int(self._env.now)
        self._on[core] = thread
        thread.core = core
        thread.seen_ns = thread.slice_ns = now
        thread.ticket = 0
        thread.urged = False
        if self._waiting or self._bandwidth is not None:
            self._arm(now)

    def _leave(self, thread: _Thread) -> None:
        """Let an M sleep: it needs no core."""
        if thread.ticket:
            thread.ticket = 0
            self._waiting -= 1
        elif thread.core is not None:
            now = int(self._env.now)
            self._account(now)
            self._release(thread)
            if self._bandwidth is not None:
                self._bandwidth.give_back(self._free[-1], now)
            if self._waiting:
                # Whoever is next must not run inside what this P still has to do.
                self._event.arm(0)

    def _release(self, thread: _Thread) -> None:
        core, thread.core = thread.core, None
        if core is None:
            raise RuntimeError(f"the M of {thread.p} has no core that it could leave")
        del self._on[core]
        self._free.append(core)

    def _wait(self, thread: _Thread, now: int) -> None:
        thread.ticket = next(self._tickets)
        thread.waits_ns = now
        self._waiting += 1
        heappush(self._queue, (thread.had_ns, thread.ticket, thread))

    def _first(self) -> _Thread | None:
        """Return the one that waits and had least."""
        queue = self._queue
        while queue and queue[0][2].ticket != queue[0][1]:
            heappop(queue)
        return queue[0][2] if queue else None

    def _free_core(self, now: int) -> int | None:
        """Take a core that nobody has and that may run: the one left last."""
        free, quota = self._free, self._bandwidth
        if quota is None:
            return free.pop() if free else None
        for core in reversed(free):
            if quota.refill(core, now):
                free.remove(core)
                return core
        return None

    def _account(self, now: int) -> None:
        """Bring what everybody had up to the present."""
        first = self._first()
        had = [] if first is None else [first.had_ns]
        for core, thread in self._on.items():
            ns = now - thread.seen_ns
            thread.had_ns += ns
            thread.seen_ns = now
            self.used_ns += ns
            if self._bandwidth is not None:
                self._bandwidth.use(core, ns)
            had.append(thread.had_ns)
        self._least_ns = max(self._least_ns, min(had, default=0))

    def _slice(self) -> int:
        """Return how long a thread runs before another may have its core, ns."""
        return max(self._latency_ns * self.cores // (len(self._on) + self._waiting), self._granularity_ns)

    def _arm(self, now: int) -> None:
        """Look again when the first of those that run has to let go of its core, or the quota is refilled."""
        due = []
        if self._coming or any(thread.urged for thread in self._on.values()):
            due.append(now)
        if self._bandwidth is not None:
            due += [thread.seen_ns + self._bandwidth.left_ns(core) for core, thread in self._on.items()]
            if self._waiting and self._free:
                due.append(self._bandwidth.next_period(now))
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
        self._account(now)
        self._throttle(now)
        if self._waiting:
            self._switch(now)
        while self._waiting:
            core = self._free_core(now)
            if core is None:
                break
            self._give(core)
        # What runs may let time pass, and others have to be in time. So one runs, and the next right after it.
        thread = self._coming.popleft() if self._coming else None
        self._arm(now)
        if thread is None:
            return
        if thread.then is not None:
            self._lend(thread)
        else:
            self._runs_again(thread, now)

    def _throttle(self, now: int) -> None:
        quota = self._bandwidth
        if quota is None:
            return
        for core, thread in list(self._on.items()):
            if not quota.refill(core, now):
                self._preempt(thread, now)

    def _switch(self, now: int) -> None:
        """Let go of those whose slice is over, or who are urged, for others that had no more; most first."""
        slice_ns = self._slice()
        over = [thread for thread in self._on.values() if thread.urged or now - thread.slice_ns >= slice_ns]
        for thread in sorted(over, key=lambda thread: -thread.had_ns):
            first = self._first()
            if first is not None and first.had_ns <= thread.had_ns:
                core = thread.core
                self._preempt(thread, now)
                self._free.remove(core)
                self._give(core)
            elif not thread.urged:
                thread.slice_ns = now
            thread.urged = False

    def _give(self, core: int) -> None:
        """Give a core to the one that had least; it runs in a moment."""
        thread = self._first()
        if thread is None:
            raise RuntimeError("nobody waits for a core")
        heappop(self._queue)
        self._waiting -= 1
        self._coming.append(thread)
        self._take(core, thread)

    def _preempt(self, thread: _Thread, now: int) -> None:
        """Take the core from an M: its P keeps what it does, and stands still."""
        self._release(thread)
        self._wait(thread, now)
        p = thread.p
        if p is None or p.state is PState.DESCHEDULED:
            self._coming.remove(thread)
            return
        thread.state = p.state
        p.become(PState.DESCHEDULED)
        if p.activity is not None:
            thread.activity = p.activity
            p.halt()

    def _lend(self, thread: _Thread) -> None:
        """Let an M without a P run: if it finds one, that has the core."""
        self._release(thread)
        self._lent = self._free.pop()
        if thread.then is not None:
            thread.then()
        if self._lent is not None:
            core, self._lent = self._lent, None
            self._free.append(core)
            if self._waiting:
                self._event.arm(0)

    def _runs_again(self, thread: _Thread, now: int) -> None:
        """Let a P go on whose M has a core again."""
        p, scheduler = thread.p, self._scheduler
        if p is None:
            raise RuntimeError("an M without a P has nothing to go on with")
        thread.turns += 1
        turn, thread.turn = thread.turn, None
        if turn is not None:
            turn.succeed()
        activity, owed = self.give_up(p), thread.owed
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

    def _next_turn(self, thread: _Thread) -> simpy.Event:
        if thread.turn is None:
            thread.turn = self._env.event()
        return thread.turn


class _Alone:
    """A P does some of a collection's work by itself.

    Parameters
    ----------
    clock : StopClock
        The model's clock.
    p : P
        Which; what it does counts as what its state says.
    ns : int
        How long it takes, ns of CPU time.
    done : simpy.Event
        Triggered at its end.
    """

    preemptible = False

    __slots__ = ("_clock", "_done", "_left_ns", "_p", "_since", "state")

    def __init__(self, clock: StopClock, p: "P", ns: int, done: simpy.Event) -> None:
        self.state = p.state
        self._clock = clock
        self._p = p
        self._left_ns = ns
        self._done = done
        self._since = 0

    def begin(self, p: "P") -> int | None:  # noqa: ARG002 - an Activity is given its P
        """Go on with the work."""
        self._since = self._clock.now
        return self._left_ns

    def pause(self, p: "P") -> None:  # noqa: ARG002
        """Count what is done."""
        self._left_ns -= self._clock.now - self._since

    def finish(self, p: "P") -> None:
        """Tell who waits."""
        p.halt()
        self._done.succeed()

    def safepoint_ns(self) -> int:
        """Return what is left, ns: nothing stops it before."""
        return self._left_ns - (self._clock.now - self._since)

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        """Charge a wait to the goroutine that waits for the work."""
        g = self._p.g
        if g is not None:
            (g.activity or g).delayed(wait_ns, cause)


def driven(scheduler: "Scheduler", p: "P") -> Waiting:
    """Let a process see to what a P does from now on; returns when the P's M has a core.

    Parameters
    ----------
    scheduler : Scheduler
        Whose P; without cores of its own, every M has one.
    p : P
        The P.

    Yields
    ------
    simpy.Event
        The wait for a core.
    """
    if scheduler.cores is not None:
        yield from scheduler.cores.driven(p)


def alone(scheduler: "Scheduler", p: "P", ns: int) -> Waiting:
    """Let a P that a process drives work for some CPU time, ns; as :func:`driven`."""
    if scheduler.cores is None:
        yield scheduler.clock.env.timeout(ns)
    else:
        yield from scheduler.cores.alone(p, ns)


def worked(scheduler: "Scheduler", ns: int, threads: int = 1) -> Waiting:
    """Let some threads work for a time, ns, while no P runs; as :meth:`Cores.work`."""
    if scheduler.cores is None:
        yield scheduler.clock.env.timeout(ns)
    else:
        yield from scheduler.cores.work(ns, threads)


def all_have_run(scheduler: "Scheduler") -> Waiting:
    """Wait until every M that is off its core now has had one again; as :func:`driven`."""
    if scheduler.cores is not None:
        yield from scheduler.cores.all_have_run()
