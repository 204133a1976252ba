"""The scheduler: which goroutine a P runs next.

The order of decisions is that of ``schedule`` and ``findrunnable`` (go1.8 proc.go:2172 and :1899; go1.4 proc.c:1380
and :1562): the world's stop, a mark worker, every 61st time the global queue, runnext, the local ring, the global
queue, the network, stealing, an idle-priority mark worker.

Ms are woken one at a time. Whoever makes a goroutine runnable wakes one for an idle P unless one looks for work
already (spins), and an M that has found work after spinning wakes the next (``wakep``, ``resetspinning``). An M whose P
runs out of work gives up without stealing where half as many Ms spin as Ps are busy; should there be work after all it
does not sleep but looks again and again (``findrunnable`` checks all queues before ``stopm``), which here means as soon
as one of the spinning Ms has decided. From 1.7 on it gives up too where all other Ps are idle: nothing can be stolen.

An M that is woken goes on where it fell asleep, in ``schedule`` or inside ``findrunnable``; here it is always the
first. The lists in which Go keeps dead goroutines (64 at each P, the rest shared) change nothing but who allocates.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

import simpy

from gcsim.kernel import ProcessEnd, StopClock, Stream
from gcsim.runtime import calls, faults
from gcsim.runtime.accounts import Accounts
from gcsim.runtime.errors import FatalError, GoPanic
from gcsim.runtime.goroutine import Account, Activity, G, Program
from gcsim.runtime.instructions import BLOCKED, ENGAGED, SWITCHED, Instruction, Signal
from gcsim.runtime.netpoll import NetPoller
from gcsim.runtime.processor import P
from gcsim.runtime.runqueue import GlobalRunQueue
from gcsim.runtime.stacks import Stacks
from gcsim.runtime.stealing import Stealing
from gcsim.runtime.syscalls import hand_off
from gcsim.runtime.threads import ThreadCosts, Threads
from gcsim.runtime.timers import Timers
from gcsim.vocabulary import Cause, PState

if TYPE_CHECKING:
    from gcsim.runtime.cores import Cores
    from gcsim.runtime.memory import Allocate, Batch
    from gcsim.runtime.sync import Pool

__all__ = ["Mutator", "Scheduler", "SchedulerRules"]

_GLOBAL_EVERY = 61
"""Every so many ticks the global queue is looked at first (go1.4 proc.c:1562, go1.8 proc.go:2209)."""

_MOST_STILL = 1_000_000
"""Steps in a row that take no time before a program counts as one that never lets time pass: a guard of ours."""

_DESCHEDULED, _IDLE, _MUTATOR, _SCHEDULING = PState.DESCHEDULED, PState.IDLE, PState.MUTATOR, PState.SCHEDULING
_ASSIST_QUEUE, _MARK_WORKER, _PREEMPTED, _RUN_QUEUE, _STOPPED, _STOPPING = (
    Cause.ASSIST_QUEUE,
    Cause.MARK_WORKER,
    Cause.PREEMPTED,
    Cause.RUN_QUEUE,
    Cause.STOPPED,
    Cause.STOPPING,
)
"""Looked up once: an enumeration's member costs some 100 ns each time, and these are asked for at every turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchedulerRules:
    """What the scheduler of a release does.

    Attributes
    ----------
    steal_order : {"random_2p", "random_4p", "permutations"}
        Victims of a thief: 2 or 4 random probes for each P, or four rounds over a random order.
    runnext : bool
        Whether a readied goroutine takes the runnext slot.
    runnext_steal_delay_ns : int
        Pause before a thief takes a runnext, ns.
    wake_chain : {"any", "spinning"}
        Who wakes the next M once it has found work: whoever had to look beyond its own queue, or only who spun.
    world_start : {"redistribute", "wake"}
        Whether a start of the world deals all runnable goroutines out to the Ps.
    asynchronous : bool
        Whether even a loop without calls can be preempted (from Go 1.14).
    """

    steal_order: Literal["random_2p", "random_4p", "permutations"]
    runnext: bool
    runnext_steal_delay_ns: int
    wake_chain: Literal["any", "spinning"] = "spinning"
    world_start: Literal["redistribute", "wake"] = "wake"
    asynchronous: bool = False


class Mutator(Protocol):
    """What programs ask of heap and collector."""

    def allocation_ns(self, g: G, request: "Allocate") -> int:
        """Return how long an allocation takes, ns."""

    def allocate(self, p: P, g: G, request: "Allocate") -> Signal | None:
        """Allocate what an instruction asks for, on a P that runs the goroutine."""

    def drop(self, request: "Allocate", times: int) -> None:
        """Let go of what was allocated to be kept."""

    def batch(self, p: P, g: G, request: "Batch") -> Signal:
        """Begin a batch of operations."""

    def collect(self, p: P, g: G) -> Signal:
        """Collect as ``runtime.GC`` does."""

    def ended(self, g: G) -> None:
        """Let go of what a goroutine held that has ended."""


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
    choosing : Stream
        Random numbers for the cases of selects.
    thread_costs : ThreadCosts
        What waking and creating an M takes.
    prices : sequence of int
        What each instruction costs, ns, by :class:`~gcsim.runtime.prices.Price`.
    stacks : Stacks
        The stacks of the goroutines.

    Attributes
    ----------
    ps : list of P
        The Ps.
    idle_ps : list of P
        Those that are idle: the last to become so is the first to be woken (``pidleput``, ``pidleget``).
    queue : GlobalRunQueue
        The queue that they share.
    accounts : Accounts
        Totals over the Ps.
    threads, netpoll, timers : Threads, NetPoller, Timers
        The process's Ms, network poller and timers.
    goroutines : list of G
        All that were ever started, those that have ended among them: as in Go's ``allgs``, their Gs are used again.
    pools : dict of Pool
        Pools that keep values, in the order of their first: each collection empties them.
    main : G or None
        The goroutine that a process begins with; where there is one, a deadlock ends the run.
    mutator : Mutator or None
        Heap and collector, for programs that allocate.
    find_worker, find_idle_worker : callable or None
        Asked for a mark worker before, or instead of, any goroutine; None where nothing is marked.
    wants_worker : callable or None
        Asked whether a P should mark now.
    cores : Cores or None
        What Ms share; None where each has a core of its own.
    stop_here : callable or None
        Takes a P while the world is being stopped; None while it runs.
    stopping_ns, stopping_since : int, int or None
        How long stops have waited for Ps so far, the present one apart; since when that does, ns.
    on_decision : callable or None
        Probe: told the time, the P and the goroutine at every start of a goroutine.
    """

    def __init__(  # noqa: PLR0913 - what a process is made of
        self,
        clock: StopClock,
        ps: int,
        rules: SchedulerRules,
        stealing: Stream,
        *,
        choosing: Stream,
        thread_costs: ThreadCosts,
        prices: Sequence[int],
        stacks: Stacks[G],
    ) -> None:
        self.clock = clock
        self.rules = rules
        self.thread_costs = thread_costs
        self.prices = prices
        self.choosing = choosing
        self.stacks = stacks
        self.accounts = Accounts(ps)
        self.queue = GlobalRunQueue()
        self.idle_ps: list[P] = []
        self.ps = [P(number, self) for number in range(ps)]
        # procresize: from the last to the first, so that P0 is the first to be taken.
        self.idle_ps += reversed(self.ps)
        self.threads = Threads(thread_costs)
        self.netpoll = NetPoller(self)
        self.timers = Timers(self)
        self.goroutines: list[G] = []
        self.pools: dict[Pool, None] = {}
        self.main: G | None = None
        self.mutator: Mutator | None = None
        self.find_worker: Callable[[P], Activity | None] | None = None
        self.find_idle_worker: Callable[[P], Activity | None] | None = None
        self.wants_worker: Callable[[], bool] | None = None
        self.cores: Cores | None = None
        self.stop_here: Callable[[P], None] | None = None
        self.stopping_ns = 0
        self.stopping_since: int | None = None
        self.on_decision: Callable[[int, P, G], None] | None = None
        self._stealing = Stealing(self.ps, rules, stealing)
        self._runnext = rules.runnext
        self._any_wakes = rules.wake_chain == "any"
        self._ended: list[G] = []
        self._started = 1
        self._has_main = False
        self._expected = 0
        self._still = self._still_at = 0
        self._sysmon: simpy.Event | None = None

    # Goroutines come and go

    def go(self, name: str, program: Program | Sequence[Any], *, by: P | None = None, system: bool = False) -> G:
        """Start a goroutine, as the ``go`` statement does.

        Parameters
        ----------
        name : str
            What it is, for logs; empty for the name of the program's generator.
        program : generator, or sequence of steps
            What it does.
        by : P, optional
            The P whose goroutine starts it; without one it goes to the global queue.
        system : bool
            Whether it belongs to the runtime.

        Returns
        -------
        G
            The goroutine, runnable.
        """
        body: Any = program if hasattr(program, "send") else faults.steps(program)
        name = name or getattr(program, "__name__", "goroutine")
        if self._has_main or system:
            self._started += 1
            number = self._started
        else:
            # The runtime has started goroutines of its own by then, and yet main is the first.
            self._has_main, number = True, 1
        if self._ended:
            g = self._ended.pop()
            g.number, g.name, g.program = number, name, body
        else:
            g = G(number, name, body)
            self.goroutines.append(g)
        g.system = system
        self.stacks.first(g)
        self._off(g, _RUN_QUEUE)
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
        if by is not None and following:
            self.unblock(g, by)
            return
        self.runnable(g)
        if by is None:
            self.queue.put(g)
        else:
            by.runq.put(g, self.queue)
        self.wake()

    def unblock(self, g: G, by: P) -> None:
        """Make a goroutine runnable that waited for one on a P; as :meth:`ready`, which is slower to call."""
        if g.account is None:
            g.waits = None
        else:
            self.runnable(g)
        runq = by.runq
        if not self._runnext:
            runq.put(g, self.queue)
        elif runq.runnext is None:
            runq.runnext = g
        else:
            runq.put_next(g, self.queue)
        if self.idle_ps and not self.threads.spinning:
            self.wake()

    def runnable(self, g: G) -> None:
        """Let a goroutine's wait end: from now on it waits for a P."""
        g.waits = None
        account = g.account
        if account is not None:
            if g.cause is _ASSIST_QUEUE:
                # What it waited for has come; from now on it waits for a P like any other.
                self._charge(g, account, int(self.clock.env.now))
            self._off(g, _RUN_QUEUE)

    @property
    def alive(self) -> int:
        """Goroutines that have not ended."""
        return len(self.goroutines) - len(self._ended)

    def stopping_total(self) -> int:
        """Return how long stops have waited for Ps so far, the present one included, ns."""
        since = self.stopping_since
        return self.stopping_ns + (0 if since is None else int(self.clock.env.now) - since)

    def has_work(self) -> bool:
        """Return whether any goroutine waits for a P."""
        return bool(self.queue) or any(p.runq for p in self.ps)

    def wake(self) -> None:
        """Let one idle P look for work, unless one looks already (``wakep``)."""
        if self.idle_ps and not self.threads.spinning:
            p = self.idle_ps[-1]
            self.spin(p)
            self.wake_thread(p)

    def idle_p(self) -> P | None:
        """Return the idle P that is to be taken next (``pidleget``); none is idle while the world is being stopped."""
        return self.idle_ps[-1] if self.idle_ps else None

    def inject(self, gs: Sequence[G]) -> None:
        """Put goroutines into the global queue, and wake an M for each as long as Ps are idle (``injectglist``)."""
        for g in gs:
            self.runnable(g)
            self.queue.put(g)
        for _ in gs:
            if not self.idle_ps:
                break
            # startm, not wakep: it does not spin, and others may.
            self.wake_thread(self.idle_ps[-1])

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
        """Wake an M for a P that has none (``startm``); it decides what to run when it is up."""
        self.wake_sysmon()
        p.become(_SCHEDULING)
        p.event.arm(self.threads.take())

    def hand_over(self, p: P, g: G, after_ns: int) -> None:
        """Let a P run a goroutine as soon as the M that is to do so is up.

        Parameters
        ----------
        p : P
            A P that does nothing.
        g : G
            A goroutine that is in no queue.
        after_ns : int
            How long the M takes, ns.
        """
        p.g = g
        p.become(_SCHEDULING)
        p.event.arm(after_ns)

    # What a P runs

    def schedule(self, p: P) -> None:
        """Let a P without a goroutine decide what to do, and do it."""
        if self._next(p):
            self._run(p)

    def proceed(self, p: P) -> None:
        """Let the goroutine of a P go on with the next step of its program."""
        if p.g is None:
            msg = f"{p} has no goroutine to go on with"
            raise RuntimeError(msg)
        p.g.activity = p.activity = None
        self._run(p)

    def resume(self, p: P, g: G) -> None:
        """Let a goroutine that is off its P go on with its program on an idle P, at once."""
        p.g = g
        p.preempt = False
        p.locked_to = g if g.locked else None
        p.become(_MUTATOR)
        if g.account is not None:
            self._off(g, _RUN_QUEUE)
        self._run(p)

    def performed(self, p: P, g: G) -> None:
        """Do what an instruction does whose time has passed, and go on.

        Who was asked to stop meanwhile stops before it does that, at the prologue of the function that would.
        """
        if p.preempt:
            self._give_up(p)
            self.schedule(p)
            return
        p.activity = g.activity = None
        g.since_ns = 0  # a number of its own, which a million blocked goroutines would keep
        step, g.step = g.step, None
        if step is None:
            raise RuntimeError(f"{g} performs no instruction")
        try:
            value = step.perform(self, p, g)
        except GoPanic as panic:
            value = calls.panic(self, g, panic)
        if value is ENGAGED:
            return
        if value is not BLOCKED:
            if value is not SWITCHED:
                g.value = value
            self._run(p)
            return
        self.schedule(p)

    def park(self, p: P, g: G, waits: str) -> Signal:
        """Take the goroutine that a P runs off it, to wait for something.

        Parameters
        ----------
        p, g : P, G
            A P and its goroutine, inside an instruction.
        waits : str
            What it waits for, as Go words it: ``"chan receive"``.

        Returns
        -------
        Signal
            ``BLOCKED``, for the instruction to return.
        """
        p.g = None
        g.waits = waits
        g.off_ns = self.clock.env._now  # type: ignore[assignment]  # noqa: SLF001 - at every switch, as in StopClock.now
        return BLOCKED

    def yield_p(self, p: P) -> None:
        """Put the goroutine that a P runs at the end of the global queue, inside an instruction."""
        g = p.g
        if g is None:
            raise RuntimeError(f"{p} has no goroutine that could yield")
        p.g = None
        self._off(g, _RUN_QUEUE)
        self.queue.put(g)

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
            p.preempt = p.preempt or p.state is _DESCHEDULED
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
            self._expected -= 1
            then()
            self.gone_idle()

        self._expected += 1
        self.clock.env.timeout(ns).callbacks.append(call)

    def spin(self, p: P) -> None:
        """Let the M of a P look for work."""
        if not p.spinning:
            p.spinning = True
            self.threads.spinning += 1

    def gone_idle(self) -> None:
        """Look whether anything can ever happen again; to be asked whenever a P has become idle.

        Raises
        ------
        FatalError
            If all goroutines are asleep (``checkdead``, go1.4 proc.c:2792, go1.8 proc.go:3663).
        """
        if self.main is None or self._expected or self.netpoll.used or self.accounts.idle < len(self.ps):
            return
        if self.cores is not None and self.cores.waiting:
            return
        raise FatalError("deadlock", faults.deadlock(self))

    def due(self, p: P) -> None:
        """Do what a P's event was armed for."""
        if p.activity is None:
            self._woken(p)
            return
        if not p.cut:
            p.activity.finish(p)
            if not p.preempt or p.activity is None:
                return
        if p.g is None:
            p.halt()
        else:
            self._give_up(p)
        self.schedule(p)

    def _give_up(self, p: P) -> None:
        self.give_up(p, _PREEMPTED if self.stop_here is None else _RUN_QUEUE)

    def _woken(self, p: P) -> None:
        """Let an M that has come up decide, or do what it was waited for."""
        if p.state is _DESCHEDULED and self.cores is not None:
            self.cores.owe(p)
            return
        if p.g is not None:
            self._handed(p, p.g)
            return
        if p.wanted is not None and self.stop_here is None:
            g = self._stealing.again(p, p.wanted)
            if g is not None:
                self._found(p)
                if self._execute(p, g, inherits=False):
                    self._run(p)
                return
            if p.wanted is not None:
                p.event.arm(self.rules.runnext_steal_delay_ns)
                return
        p.wanted = None
        self.schedule(p)

    def _start_locked(self, p: P, g: G) -> bool:
        """Hand a P to the M that a goroutine is wired to, and let this one sleep (``startlockedm``)."""
        self.threads.park()
        self.hand_over(p, g, self.thread_costs.wake_ns)
        return False

    def _handed(self, p: P, g: G) -> None:
        """Run the goroutine that a P was handed over with."""
        p.locked_to = g if g.locked else None
        if self.stop_here is not None:
            p.g = None
            self.queue.put(g)
            self.schedule(p)
        elif self._starts(p, g, inherits=False):
            self._run(p)

    def _run(self, p: P) -> None:  # noqa: C901, PLR0912, PLR0915 - the innermost loop: each call would cost as it does
        """Let a P run its goroutine, and those after it, until something takes time that others may interrupt."""
        env, queue, prices = self.clock.env, self.clock.queue, self.prices
        runq, ring = p.runq, p.runq.queue
        # None of these changes while goroutines take their turns here: only a step that engages the P, and ends this,
        # or an event, which does so too, can begin to mark or stop the world.
        plain = self.find_worker is None and self.stop_here is None and self.on_decision is None
        while (g := p.g) is not None:
            value, g.value = g.value, None
            send = g.program.send
            while True:
                try:
                    step = send(value)
                except StopIteration as end:
                    value = self._returned(p, g, end.value)
                except ProcessEnd:
                    raise
                except Exception as error:
                    raise faults.raised(self, g, error) from error
                else:
                    try:
                        ns = prices[step.price] or step.cost_ns(self, g)
                    except AttributeError as error:
                        value = self._other(p, g, step, error)
                    else:
                        if ns:
                            at = env._now + ns  # noqa: SLF001 - StopClock.skip without the call
                            if queue and queue[0][0] <= at:
                                g.step, g.left_ns, g.activity = step, ns, g
                                p.run(g)
                                return
                            env._now = at  # noqa: SLF001
                        else:
                            self._stands_still(g)
                        try:
                            value = step.perform(self, p, g)
                        except GoPanic as panic:
                            value = calls.panic(self, g, panic)
                if value.__class__ is Signal:
                    if value is BLOCKED:
                        break
                    if value is ENGAGED:
                        return
                    value, g.value = g.value, None
                    send = g.program.send
            g = runq.runnext or (ring[0] if ring else None)
            if (
                plain
                and g is not None
                and g.activity is None
                and g.account is None
                and p.locked_to is None
                and not g.locked
                and p.schedtick % _GLOBAL_EVERY
            ):
                # The most frequent switch by far, to what lies in the P's own queue, needs none of _next's questions.
                if g is runq.runnext:
                    runq.runnext = None
                else:
                    ring.popleft()
                    p.schedtick += 1
                p.preempt = False
                p.g = g
            elif not self._next(p):
                return

    def _stands_still(self, g: G) -> None:
        now: int = self.clock.env._now  # type: ignore[assignment]  # noqa: SLF001 - as in _off
        if now != self._still_at:
            self._still_at, self._still = now, 0
        self._still += 1
        if self._still > _MOST_STILL:
            raise faults.stands_still(self, g, _MOST_STILL)

    def _other(self, p: P, g: G, step: Any, error: AttributeError) -> Signal:  # noqa: ANN401 - whatever a program yields
        """Do a step that is no instruction: an activity, or a wait."""
        if isinstance(step, Instruction):
            raise error
        if hasattr(step, "begin"):
            g.activity = step
            p.run(step)
            return ENGAGED
        if not callable(step):
            raise faults.nonsense(self, g, step)
        self.block(p, _RUN_QUEUE)
        step(g)
        return BLOCKED

    def _returned(self, p: P, g: G, result: object) -> Signal:
        """End a function of a goroutine, and the goroutine with the last one."""
        if g.calls is not None and calls.leave(self, g, result):
            return SWITCHED
        self.exit(p, g)
        return BLOCKED

    def exit(self, p: P, g: G) -> None:
        """End the goroutine of a P."""
        p.g = None
        if self.mutator is not None:
            self.mutator.ended(g)
        self.stacks.free(g)
        g.program = g.calls = g.account = g.segments = None
        g.locked = False
        self._ended.append(g)

    def _next(self, p: P) -> bool:
        """Find something to do for a P without a goroutine; return whether a goroutine is to run its program now."""
        p.preempt = False
        if self._leaves(p):
            return False
        worker = None if self.find_worker is None else self.find_worker(p)
        if worker is None:
            found = self._find(p)
            if found is not None:
                return self._execute(p, *found)
            if p.wanted is not None:
                p.become(_SCHEDULING)
                p.event.arm(self.rules.runnext_steal_delay_ns)
                return False
            worker = None if self.find_idle_worker is None else self.find_idle_worker(p)
        if worker is not None:
            if p.spinning or self._any_wakes:
                self._found(p)
            p.schedtick += 1
            p.run(worker)
        elif not self._looks_again(p):
            self._stop_spinning(p)
            p.become(_IDLE)
            if not self.netpoll.block():
                self.threads.park()
            self.gone_idle()
        return False

    def _leaves(self, p: P) -> bool:
        """Let an M leave its P, if its goroutine is wired to it or the world is to stop; return whether it does."""
        locked, p.locked_to = p.locked_to, None
        if locked is not None and locked.locked:
            # It sleeps until its goroutine can run again (stoplockedm).
            hand_off(self, p)
            return True
        if self.stop_here is not None:
            self._stop_spinning(p)
            self.threads.park()
            self.stop_here(p)
            return True
        return False

    def _find(self, p: P) -> tuple[G, bool] | None:
        """Return a goroutine to run and whether it inherits the slice; the next M is woken if it is time for that."""
        g = self.queue.take(p.runq, len(self.ps), 1) if p.schedtick % _GLOBAL_EVERY == 0 else None
        found = p.runq.get() if g is None else None
        wakes = p.spinning or (found is None and self._any_wakes)
        if found is None:
            g = g or self._find_runnable(p)
            found = None if g is None else (g, False)
        if found is not None and (wakes or p.spinning):
            self._found(p)
        return found

    def _find_runnable(self, p: P) -> G | None:
        """Look beyond a P's own queue; :attr:`P.wanted` may say which runnext to take after a pause."""
        g = self.queue.take(p.runq, len(self.ps), 0)
        if g is None and self.netpoll.used:
            g = self.netpoll.take()
        if g is None and self._stealing.anything() and (p.spinning or not self._enough_spin()):
            self.spin(p)
            g = self._stealing.steal(p)
        return g

    def _enough_spin(self) -> bool:
        """Return whether so many Ms spin that an M which does not yet gives up."""
        return 2 * self.threads.spinning >= len(self.ps) - len(self.idle_ps)

    def _looks_again(self, p: P) -> bool:
        """Let an M that gave up too early look again, as soon as one of those that spin has decided."""
        if p.spinning or not self.threads.spinning or not self._stealing.anything():
            return False
        dues = [q.event.due for q in self.ps if q.spinning]
        soonest = min((due for due in dues if due is not None), default=None)
        if soonest is None:
            return False
        p.become(_SCHEDULING)
        p.event.arm(max(soonest - self.clock.now, 0))
        return True

    def _execute(self, p: P, g: G, inherits: bool) -> bool:  # noqa: FBT001 - as the queue gives both
        """Give a P its goroutine; return whether it is to run its program, rather than go on with an activity."""
        if g.locked:
            return self._start_locked(p, g)
        return self._starts(p, g, inherits)

    def _starts(self, p: P, g: G, inherits: bool) -> bool:  # noqa: FBT001 - as above
        if not inherits:
            p.schedtick += 1
        p.g = g
        if self.on_decision is not None:
            self.on_decision(int(self.clock.env.now), p, g)
        if g.account is not None:
            self._charge(g, g.account, self.clock.env._now)  # type: ignore[arg-type]  # noqa: SLF001 - as in _off
        if g.activity is not None:
            p.run(g.activity)
            return False
        if p.state is not _MUTATOR:
            p.become(_MUTATOR)
        return True

    def _off(self, g: G, cause: Cause) -> None:
        clock, accounts = self.clock, self.accounts
        now: int = clock.env._now  # type: ignore[assignment]  # noqa: SLF001 - at every wait, as in StopClock.now
        g.cause = cause
        g.off_ns = now
        account = g.account
        if account is None:
            if g.activity is None or g.activity is g:
                # An instruction of a goroutine without a request in flight: nobody asks what it waited for.
                return
            account = g.account = Account()
        account.off_stopped_ns = clock.stopped_total() if clock.standing else clock.stopped_ns
        account.off_stopping_ns = self.stopping_ns if self.stopping_since is None else self.stopping_total()
        account.off_worker_ns = accounts.worker_ns(now)

    def _charge(self, g: G, account: Account, now: int) -> None:
        """Divide a goroutine's wait: what the world stood still or was about to, what workers held Ps, the rest."""
        wait = now - g.off_ns
        if wait == 0:
            return
        activity, clock = g.activity or g, self.clock
        stopped = (clock.stopped_total() if clock.standing else clock.stopped_ns) - account.off_stopped_ns
        stopping = (
            self.stopping_ns if self.stopping_since is None else self.stopping_total()
        ) - account.off_stopping_ns
        worker = self.accounts.worker_ns(now) - account.off_worker_ns
        if stopping:
            # A stop that begins while its M has no core is charged as that.
            stopping = min(stopping, wait - stopped)
            activity.delayed(stopping, _STOPPING)
            wait -= stopping
        if worker:
            worker = min(worker // len(self.ps), wait - stopped)
        if stopped:
            activity.delayed(stopped, _STOPPED)
        if worker and g.cause is not _ASSIST_QUEUE:
            activity.delayed(worker, _MARK_WORKER)
            wait -= worker
        if wait > stopped:
            activity.delayed(wait - stopped, g.cause)

    def _found(self, p: P) -> None:
        """Wake the next M, if this one was the last to spin (``resetspinning``)."""
        self._stop_spinning(p)
        self.wake()

    def _stop_spinning(self, p: P) -> None:
        if p.spinning:
            p.spinning = False
            self.threads.spinning -= 1
