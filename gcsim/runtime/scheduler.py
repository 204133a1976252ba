"""The scheduler: which goroutine a P runs next.

The order of decisions is that of ``schedule`` and ``findrunnable`` (go1.8 proc.go:2172 and :1899; go1.4 proc.c:1380
and :1562): the world's stop, a mark worker, every 61st time the global queue, runnext, the local ring, the global
queue, stealing, an idle-priority mark worker.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

import simpy

from gcsim.kernel import StopClock, Stream
from gcsim.runtime.accounts import Accounts
from gcsim.runtime.goroutine import Activity, G, Program
from gcsim.runtime.processor import P
from gcsim.runtime.runqueue import GlobalRunQueue
from gcsim.vocabulary import Cause, PState

__all__ = ["Scheduler", "SchedulerRules"]

_GLOBAL_EVERY = 61
"""Every so many ticks the global queue is looked at first (go1.4 proc.c:1562, go1.8 proc.go:2209)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchedulerRules:
    """What the scheduler of a release does, and what waking a thread costs.

    Attributes
    ----------
    steal_order : {"random_2p", "random_4p", "permutations"}
        Victims of a thief: 2 or 4 random probes for each P, or four rounds over a random order.
    runnext : bool
        Whether a readied goroutine takes the runnext slot.
    runnext_steal_delay_ns : int
        Pause before a thief takes a runnext, ns.
    thread_wake_ns : int
        From the wake-up of an M to its first decision, ns.
    """

    steal_order: Literal["random_2p", "random_4p", "permutations"]
    runnext: bool
    runnext_steal_delay_ns: int
    thread_wake_ns: int


class Scheduler:
    """Runs goroutines on Ps.

    Parameters
    ----------
    clock : StopClock
        The model's clock.
    ps : int
        GOMAXPROCS.
    rules : SchedulerRules
        The release's rules.
    stealing : Stream
        Random numbers for the choice of victims.

    Attributes
    ----------
    ps : list of P
        The Ps.
    queue : GlobalRunQueue
        The queue that they share.
    accounts : Accounts
        Totals over the Ps.
    find_worker, find_idle_worker : callable or None
        Asked for a mark worker before, or instead of, any goroutine; None where nothing is marked.
    stop_here : callable or None
        Takes a P while the world is being stopped; None while it runs.
    on_decision : callable or None
        Probe: told the time, the P and the goroutine at every start of a goroutine.
    """

    def __init__(self, clock: StopClock, ps: int, rules: SchedulerRules, stealing: Stream) -> None:
        self.clock = clock
        self.rules = rules
        self.accounts = Accounts()
        self.queue = GlobalRunQueue()
        self.ps = [P(number, clock, self.accounts, self._due) for number in range(ps)]
        self.find_worker: Callable[[P], Activity | None] | None = None
        self.find_idle_worker: Callable[[P], Activity | None] | None = None
        self.stop_here: Callable[[P], None] | None = None
        self.on_decision: Callable[[int, P, G], None] | None = None
        self._stealing = stealing
        self._spinning = 0
        self._goroutines = 0
        self._sysmon: simpy.Event | None = None

    # Goroutines come and go

    def go(self, name: str, program: Program, *, by: P | None = None) -> G:
        """Start a goroutine, as the ``go`` statement does.

        Parameters
        ----------
        name : str
            What it is, for logs.
        program : iterator
            What it does.
        by : P, optional
            The P whose goroutine starts it; without one it goes to the global queue.

        Returns
        -------
        G
            The goroutine, runnable.
        """
        self._goroutines += 1
        g = G(self._goroutines, name, program)
        self._off(g, Cause.RUN_QUEUE)
        self.ready(g, by=by)
        return g

    def ready(self, g: G, *, by: P | None = None, following: bool = True) -> None:
        """Make a goroutine runnable and wake an idle P for it.

        Parameters
        ----------
        g : G
            A goroutine that waits.
        by : P, optional
            The P that readies it and gets it into its queue; without one it goes to the global queue.
        following : bool
            Whether it may take the runnext slot.
        """
        if g.cause is Cause.ASSIST_QUEUE:
            # What it waited for has come; from now on it waits for a P like any other.
            self._charge(g, int(self.clock.env.now))
            self._off(g, Cause.RUN_QUEUE)
        if by is None:
            self.queue.put(g)
        else:
            by.runq.put(g, self.queue, following=following and self.rules.runnext)
        self.wake()

    def has_work(self) -> bool:
        """Return whether any goroutine waits for a P."""
        return bool(self.queue) or any(p.runq for p in self.ps)

    def wake(self) -> None:
        """Let one idle P look for work, unless one looks already (``wakep``)."""
        if self._spinning or self.stop_here is not None:
            return
        for p in self.ps:
            if p.state is PState.IDLE:
                self._spin(p)
                self.wake_thread(p)
                return

    def sysmon_sleeps(self) -> simpy.Event:
        """Return what sysmon sleeps on until a P gets work or the world runs again."""
        self._sysmon = self.clock.env.event()
        return self._sysmon

    def wake_sysmon(self) -> None:
        """Wake sysmon if it sleeps."""
        if self._sysmon is not None:
            self._sysmon.succeed()
            self._sysmon = None

    def wake_thread(self, p: P) -> None:
        """Wake an M for an idle P; it decides what to run when it is up."""
        self.wake_sysmon()
        p.become(PState.SCHEDULING)
        p.event.arm(self.rules.thread_wake_ns)

    # What a P runs

    def schedule(self, p: P) -> None:
        """Let a P without a goroutine decide what to do."""
        p.preempt = False
        if self.stop_here is not None:
            self._stop_spinning(p)
            self.stop_here(p)
            return
        worker = None if self.find_worker is None else self.find_worker(p)
        if worker is None:
            found = self._find_goroutine(p)
            if found is not None:
                self._found(p)
                g, inherits = found
                self._execute(p, g, inherits=inherits)
                return
            if p.wanted is not None:
                self._spin(p)
                p.become(PState.SCHEDULING)
                p.event.arm(self.rules.runnext_steal_delay_ns)
                return
            worker = None if self.find_idle_worker is None else self.find_idle_worker(p)
        if worker is not None:
            self._found(p)
            p.schedtick += 1
            p.run(worker)
            return
        self._stop_spinning(p)
        p.become(PState.IDLE)

    def proceed(self, p: P) -> None:
        """Let the goroutine of a P go on with the next step of its program."""
        g = p.g
        if g is None:
            msg = f"{p} has no goroutine to go on with"
            raise RuntimeError(msg)
        step = next(g.program, None)
        if step is None:
            p.activity = None
            p.g = None
            self.schedule(p)
        elif callable(step):
            p.activity = None
            g.activity = None
            self.block(p, Cause.RUN_QUEUE)
            step(g)
            self.schedule(p)
        else:
            g.activity = step
            p.run(step)

    def block(self, p: P, cause: Cause) -> G:
        """Take the goroutine off a P; it waits, and the P has nothing to do.

        Parameters
        ----------
        p : P
            A P that runs a goroutine.
        cause : Cause
            What the wait is charged to.

        Returns
        -------
        G
            The goroutine.
        """
        g = p.g
        if g is None:
            msg = f"{p} has no goroutine that could wait"
            raise RuntimeError(msg)
        p.halt()
        p.g = None
        self._off(g, cause)
        return g

    def give_up(self, p: P, cause: Cause) -> None:
        """Take the goroutine off a P and put it at the end of the global queue, as preemption and ``Gosched`` do."""
        self.queue.put(self.block(p, cause))

    def preempt(self, p: P) -> None:
        """Ask a P to give up what it runs; it does so at its next safepoint."""
        if p.activity is None or p.cut:
            # Whoever was asked before but halted since (to start a cycle, to assist) has to be asked again.
            return
        p.preempt = True
        safepoint = p.activity.safepoint_ns()
        due = p.event.due
        # What ends by itself before its next safepoint is left to end: its end is a safepoint too.
        if due is None or self.clock.now + safepoint < due:
            p.cut = True
            p.event.arm(safepoint)

    def after(self, ns: int, then: Callable[[], None]) -> None:
        """Call something after a time that passes whether the world runs or not, ns."""

        def call(_: simpy.Event) -> None:
            then()

        self.clock.env.timeout(ns).callbacks.append(call)

    # Nothing below is called from outside

    def _due(self, p: P) -> None:
        if p.activity is None:
            g = self._take_wanted(p)
            if g is None:
                self.schedule(p)
            else:
                self._found(p)
                self._execute(p, g, inherits=False)
            return
        if not p.cut:
            p.activity.finish(p)
            if not p.preempt or p.activity is None:
                return
        if p.g is None:
            p.halt()
        else:
            self.give_up(p, Cause.PREEMPTED if self.stop_here is None else Cause.RUN_QUEUE)
        self.schedule(p)

    def _find_goroutine(self, p: P) -> tuple[G, bool] | None:
        queue = self.queue
        if p.schedtick % _GLOBAL_EVERY == 0:
            g = queue.take(p.runq, len(self.ps), 1)
            if g is not None:
                return g, False
        found = p.runq.get()
        if found is not None:
            return found
        g = queue.take(p.runq, len(self.ps), 0)
        if g is not None:
            return g, False
        g = self._steal(p)
        return None if g is None else (g, False)

    def _steal(self, p: P) -> G | None:
        """Return a stolen goroutine, or None; then :attr:`P.wanted` may say which runnext to take after a pause."""
        # Random probes may miss the one P that has work. Before its M stops, findrunnable looks at every P once again
        # and starts anew if any has work.
        while self._something_to_steal():
            for victim, runnext in self._victims():
                if victim is p:
                    continue
                g = victim.runq.steal_half(p.runq)
                if g is not None:
                    return g
                if runnext and victim.runq.runnext is not None:
                    p.wanted = (victim.runq, victim.runq.runnext)
                    return None
        return None

    def _something_to_steal(self) -> bool:
        if self.rules.steal_order == "random_2p":
            return any(p.runq.queue for p in self.ps)  # its thieves know nothing of runnext
        return any(p.runq for p in self.ps)

    def _take_wanted(self, p: P) -> G | None:
        """Return the runnext that a thief paused for, if its P has not run it meanwhile (``runqgrab``)."""
        wanted, p.wanted = p.wanted, None
        if wanted is None or self.stop_here is not None:
            return None
        victim, g = wanted
        return g if victim.steal_runnext(g) else None

    def _victims(self) -> Iterable[tuple[P, bool]]:
        """Return whom a thief looks at, and whether it may take a runnext."""
        ps, draw = self.ps, self._stealing
        n = len(ps)
        if self.rules.steal_order == "permutations":
            return ((ps[i], last) for last in (False, False, False, True) for i in draw.permutation(n))
        probes = 2 * n if self.rules.steal_order == "random_2p" else 4 * n
        return ((ps[draw.integer(n)], i > 2 * n) for i in range(probes))

    def _execute(self, p: P, g: G, *, inherits: bool) -> None:
        now = int(self.clock.env.now)
        if not inherits:
            p.schedtick += 1
        p.g = g
        if self.on_decision is not None:
            self.on_decision(now, p, g)
        if g.activity is None:
            self.proceed(p)
            return
        self._charge(g, now)
        p.run(g.activity)

    def _off(self, g: G, cause: Cause) -> None:
        now = int(self.clock.env.now)
        g.cause = cause
        g.off_ns = now
        g.off_stopped_ns = self.clock.stopped_total()
        g.off_worker_ns = self.accounts.worker_ns(now)

    def _charge(self, g: G, now: int) -> None:
        """Divide a goroutine's wait: what the world stood still, the share that workers held Ps, the rest."""
        activity = g.activity
        wait = now - g.off_ns
        if activity is None or wait == 0:
            return
        stopped = self.clock.stopped_total() - g.off_stopped_ns
        worker = min((self.accounts.worker_ns(now) - g.off_worker_ns) // len(self.ps), wait - stopped)
        if stopped:
            activity.delayed(stopped, Cause.STOPPED)
        if worker and g.cause is not Cause.ASSIST_QUEUE:
            activity.delayed(worker, Cause.MARK_WORKER)
            wait -= worker
        if wait > stopped:
            activity.delayed(wait - stopped, g.cause)

    def _found(self, p: P) -> None:
        """Wake the next M, if this one looked for work and was the last to do so (``resetspinning``)."""
        if p.spinning:
            self._stop_spinning(p)
            self.wake()

    def _spin(self, p: P) -> None:
        if not p.spinning:
            p.spinning = True
            self._spinning += 1

    def _stop_spinning(self, p: P) -> None:
        if p.spinning:
            p.spinning = False
            self._spinning -= 1
