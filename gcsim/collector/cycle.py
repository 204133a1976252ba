"""The collection cycle: from the trigger through the stops to the next trigger.

Phases by release stand in ``docs/design.md``; sources: go1.4 mgc0.c:1386, go1.5 mgc.go:904, go1.6 :869-1150, go1.7 :884-1162, go1.8
:930-1213. What a phase does is a matter of the mechanisms; what it costs, of :mod:`gcsim.collector.laws`.
"""

import math
from collections.abc import Callable, Generator
from dataclasses import dataclass

import simpy

from gcsim.collector import laws, pacer
from gcsim.collector.assist import OVER_ASSIST_BYTES, OVER_ASSIST_WORK, REFILL_BYTES, Assist, Debtor
from gcsim.collector.laws import Roots
from gcsim.collector.marking import Marking
from gcsim.collector.sweeper import Sweeper
from gcsim.collector.workers import IDLE_POLL_NS, WorkerPool
from gcsim.costs import Costs
from gcsim.heap import PAGE_BYTES, Allocation, Heap
from gcsim.kernel import Stream
from gcsim.mechanisms import Mechanisms
from gcsim.runtime import Activity, G, P, Scheduler, World
from gcsim.vocabulary import Cause, PState, StopPhase

__all__ = ["FORCED_PERIOD_NS", "Collector", "CycleRecord", "Stop"]

FORCED_PERIOD_NS = 120_000_000_000
"""``forcegcperiod``: a cycle is forced when none began for 2 minutes (go1.4 proc.c:2858, go1.8 proc.go:3762)."""

_SLEEP_NS = 100_000
"""``timeSleep`` of a goroutine of 1.5 that finds no work to assist with (go1.5 mgcmark.go:147)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One stop of the world, ns."""

    cycle: int
    phase: StopPhase
    requested_ns: int
    stopped_ns: int
    end_ns: int


@dataclass(slots=True, kw_only=True)
class CycleRecord:
    """One collection, its columns as in :data:`gcsim.recording.CYCLE_COLUMNS`."""

    cycle: int
    forced: bool
    start_ns: int
    trigger: int
    heap_start: int
    goal: int = 0
    mark_start_ns: int = 0
    mark_end_ns: int = 0
    end_ns: int = 0
    scan_ns: int = 0
    sweep_termination_ns: int = 0
    mark_termination_ns: int = 0
    assist_ns: int = 0
    dedicated_ns: int = 0
    fractional_ns: int = 0
    idle_ns: int = 0
    heap_end: int = 0
    heap_marked: int = 0
    next_trigger: int = 0
    trigger_ratio: float = 0.0
    utilization: float = 0.0
    scan_work: int = 0


class Collector:
    """The collector of one process.

    Parameters
    ----------
    mechanisms : Mechanisms
        What the release does.
    costs : Costs
        What it costs on the machine.
    release : str
        Whose fixed costs apply.
    gogc : int or None
        Percent; None is off.
    cores : int
        Cores of the machine.
    scheduler, world, heap : Scheduler, World, Heap
        What it works on.
    imbalance : Stream
        Random numbers for the helpers of a stop.

    Attributes
    ----------
    roots : Roots
        Where marking begins; the workload sets it.
    marking_cycle : int
        Number of the cycle that marks now; 0 while nothing is marked.
    on_stop, on_cycle : callable or None
        Probes: told of every stop, and of every completed cycle.
    """

    def __init__(
        self,
        *,
        mechanisms: Mechanisms,
        costs: Costs,
        release: str,
        gogc: int | None,
        cores: int,
        scheduler: Scheduler,
        world: World,
        heap: Heap,
        imbalance: Stream,
    ) -> None:
        self.roots = Roots()
        self.marking_cycle = 0
        self.on_stop: Callable[[Stop], None] | None = None
        self.on_cycle: Callable[[CycleRecord], None] | None = None
        self._mechanisms = mechanisms
        self._costs = costs
        self._release = release
        self._gogc = gogc
        self._scheduler = scheduler
        self._world = world
        self._heap = heap
        self._imbalance = imbalance
        self._env = scheduler.clock.env
        self._procs = laws.helpers(mechanisms, len(scheduler.ps), cores)
        self._marking = Marking(
            scheduler.clock, heap, 1 / costs.assist_inefficiency, self._marked, lambda g: scheduler.ready(g, following=False)
        )
        poll = IDLE_POLL_NS if mechanisms.idle_workers == "poll" else None
        self._pool = WorkerPool(scheduler.clock, scheduler, self._marking, poll)
        scheduler.find_worker = self._pool.find
        if mechanisms.idle_workers != "none":
            scheduler.find_idle_worker = self._pool.find_idle
        self._cycles = 0
        self._running = False
        self._last_start = 0
        self._assist_ns = 0
        self._record: CycleRecord | None = None
        self._all_marked: simpy.Event | None = None
        # The pacer's state: what the last cycle marked, what of it the goal is a multiple of, and the scannable bytes.
        self._trigger_ratio = pacer.INITIAL_TRIGGER_RATIO
        self._marked_bytes = 0.0
        self._base = 0.0
        self._goal = 0.0
        self._trigger = 0.0
        self._live_base = self._live_mark = 0.0
        self._scan_base = self._scan_mark = 0.0
        self._start_ratio = 0.0
        self._paced_from = 0
        self._allocated_at_mark = self._reachable_at_mark = 0.0
        if gogc is not None:
            self._first_trigger(gogc)
            heap.trigger = self._until_trigger
            heap.on_trigger = self._triggered
        heap.on_swept = self._resume_pace
        self._sweeper = Sweeper(scheduler.clock, scheduler, heap, costs.sweep_page_ns)
        self._env.process(self._force_periodically())

    # What the mutators see

    @property
    def goal(self) -> float:
        """Heap at which the present or next cycle should end, bytes."""
        return self._goal

    def surcharge_ns(self, allocation: Allocation) -> tuple[float, float]:
        """Return what the write barrier and sweeping add to an operation now, ns."""
        barrier = 0.0
        if self.marking_cycle:
            barrier = allocation.pointer_stores * self._costs.write_barrier_ns[self._mechanisms.write_barrier]
        sweep = 0.0
        if self._heap.pages_left:
            sweep = allocation.size * self._heap.pages_per_byte * self._costs.sweep_page_ns
        return barrier, sweep

    def pay(self, p: P, debtor: Debtor) -> None:
        """Let the goroutine on a P, which has used up what it may allocate, pay with credit, with work, or with waiting."""
        activity = p.activity
        if activity is None or debtor.allowance is None:
            msg = f"{p} has nothing to pay"
            raise RuntimeError(msg)
        if self._mechanisms.assist == "none":
            debtor.allowance = math.inf
            debtor.go_on(p)
            return
        marking = self._marking
        marking.advance()
        ratio = self._assist_ratio()
        debt = max(-debtor.allowance, 0.0)
        if self._mechanisms.over_assist == "bytes":
            debt += OVER_ASSIST_BYTES
            work = ratio * debt
        elif self._mechanisms.over_assist == "work":
            work = max(ratio * debt, OVER_ASSIST_WORK)
            debt = work / ratio
        else:
            debt += REFILL_BYTES
            work = ratio * debt
        stolen = min(marking.credit, work)
        marking.credit -= stolen
        debtor.allowance += stolen / ratio
        work -= stolen
        if work <= 1.0:
            debtor.go_on(p)
            return
        g = p.g
        if g is None:
            msg = f"{p} marks, and cannot owe work"
            raise RuntimeError(msg)
        if marking.heap_work_left > 0:
            p.halt()
            assist = Assist(
                clock=self._scheduler.clock,
                scheduler=self._scheduler,
                marking=marking,
                debtor=activity,
                work=work,
                ratio=ratio,
                preemptible=self._mechanisms.assist == "park",
                spent=self._spent,
            )
            g.activity = assist
            p.run(assist)
        elif self._mechanisms.assist == "park":
            self._scheduler.block(p, Cause.ASSIST_QUEUE)
            debtor.allowance += work / ratio
            marking.park(g, work)
            self._scheduler.schedule(p)
        else:
            self._scheduler.block(p, Cause.ASSIST_QUEUE)
            self._env.timeout(_SLEEP_NS).callbacks.append(lambda _: self._scheduler.ready(g))  # type: ignore[union-attr]
            self._scheduler.schedule(p)

    def force(self, p: P, done: Callable[[P], None]) -> bool:
        """Collect as ``runtime.GC`` does up to Go 1.8: mark and sweep with the world stopped.

        Parameters
        ----------
        p : P
            Whose goroutine asks; it must allocate nothing meanwhile.
        done : callable
            Called with the P when the collection is over.

        Returns
        -------
        bool
            False if a cycle is under way: the goroutine must ask again.
        """
        if self._running:
            return False
        self._env.process(self._forced_cycle(p, self._begin(forced=True), done))
        return True

    # The cycle

    def _begin(self, *, forced: bool) -> CycleRecord:
        self._running = True
        self._cycles += 1
        self._heap.advance()
        now = int(self._env.now)
        self._last_start = now
        return CycleRecord(
            cycle=self._cycles,
            forced=forced,
            start_ns=now,
            trigger=round(self._trigger),
            heap_start=round(self._heap_live()),
            goal=round(self._goal),
        )

    def _complete(self, record: CycleRecord) -> None:
        self._running = False
        record.end_ns = int(self._env.now)
        record.next_trigger = round(self._trigger)
        record.trigger_ratio = self._trigger_ratio
        self._heap.watch()
        if self._heap.pages_left:
            self._sweeper.wake()
        if self.on_cycle is not None:
            self.on_cycle(record)

    def _triggered(self) -> None:
        if self._running:
            return
        running = [p for p in self._scheduler.ps if p.state is PState.MUTATOR]
        if not running:
            return
        p = running[self._imbalance.integer(len(running))]
        self._start(p, forced=False)

    def _start(self, p: P, *, forced: bool) -> None:
        """Begin a cycle on behalf of the goroutine that runs on a P."""
        record = self._begin(forced=forced)
        g = p.g
        p.halt()
        if self._mechanisms.coordinator == "background_goroutine" and g is not None:
            # The allocating goroutine readies the coordinator and yields to it.
            p.g = g
            self._scheduler.give_up(p, Cause.RUN_QUEUE)
        p.become(PState.SCHEDULING)
        self._env.process(self._run_cycle(p, record))

    def _run_cycle(self, p: P, record: CycleRecord) -> Generator[simpy.Event, None, None]:
        if self._mechanisms.mark == "stop_the_world":
            yield from self._whole_cycle(p, record, eager=False)
        else:
            p = yield from self._concurrent_cycle(p, record)
        self._complete(record)
        self._go_on(p)

    def _forced_cycle(self, p: P, record: CycleRecord, done: Callable[[P], None]) -> Generator[simpy.Event, None, None]:
        yield from self._whole_cycle(p, record, eager=True)
        self._complete(record)
        done(p)

    def _go_on(self, p: P) -> None:
        """Let a P go on with its goroutine, or look for one."""
        g = p.g
        if g is None or g.activity is None:
            p.g = None
            self._scheduler.schedule(p)
        else:
            p.run(g.activity)

    def _stop(self, p: P, record: CycleRecord, phase: StopPhase, work: Callable[[], float]) -> Generator[simpy.Event, None, None]:
        """Stop the world, work for as long as the law says, and start it again."""
        requested = int(self._env.now)
        yield from self._world.stop(p)
        stopped = int(self._env.now)
        yield self._env.timeout(round(work()))
        self._world.start(p)
        end = int(self._env.now)
        if p.g is not None and p.g.activity is not None:
            p.g.activity.delayed(stopped - requested, Cause.STOPPING)
            p.g.activity.delayed(end - stopped, Cause.STOPPED)
        if phase is StopPhase.SWEEP_TERMINATION:
            record.sweep_termination_ns = end - requested
        else:
            record.mark_termination_ns = end - requested
        if self.on_stop is not None:
            self.on_stop(Stop(cycle=record.cycle, phase=phase, requested_ns=requested, stopped_ns=stopped, end_ns=end))

    def _whole_cycle(self, p: P, record: CycleRecord, *, eager: bool) -> Generator[simpy.Event, None, None]:
        """Mark with the world stopped: 1.4's collection, and every release's forced one."""

        def work() -> float:
            heap, costs = self._heap, self._costs
            ns = heap.sweep_all() * costs.sweep_page_ns
            ns += laws.stopped_mark_ns(
                self._mechanisms, costs, self.roots, heap.reachable_objects, heap.reachable_scan, heap.footprint, self._procs
            ) * (1 + self._slower())
            record.heap_end = round(self._heap_live())
            record.scan_work = round(heap.reachable_scan)
            self._finish(record, marked=heap.reachable, scanned=heap.reachable_scan, allocated_marking=0.0)
            if eager:
                ns += heap.sweep_all() * costs.sweep_page_ns
            return ns

        yield from self._stop(p, record, StopPhase.WHOLE_CYCLE, work)

    def _concurrent_cycle(self, p: P, record: CycleRecord) -> Generator[simpy.Event, None, P]:
        mechanisms, env = self._mechanisms, self._env
        if mechanisms.goroutine_reset == "before_stop":
            yield env.timeout(round(self.roots.goroutines * self._costs.goroutine_reset_ns))
        yield from self._stop(p, record, StopPhase.SWEEP_TERMINATION, lambda: self._sweep_termination(record))
        record.mark_start_ns = self._paced_from = int(env.now)
        if mechanisms.root_scan == "one_p":
            p.become(PState.ROOT_SCAN)
            scan = laws.root_scan_ns(self._costs, self.roots)
            yield env.timeout(round(scan))
            record.scan_ns = round(scan)
            record.mark_start_ns = int(env.now)
            ends = self._marking_ends()
            self._marking.release()
            self._scheduler.schedule(p)
        else:
            ends = self._marking_ends()
            self._go_on(p)
        p = yield from ends
        if mechanisms.data_rescan == "one_job":
            p.become(PState.ROOT_SCAN)
            yield env.timeout(round(self.roots.data_bytes * self._costs.data_byte_ns))
        elif mechanisms.data_rescan == "shards" and self.roots.data_bytes:
            self._marking.again(self.roots.data_bytes * self._costs.data_byte_ns)
            self._go_on(p)
            p = yield from self._marking_ends()
        record.mark_end_ns = int(env.now)
        yield from self._stop(p, record, StopPhase.MARK_TERMINATION, lambda: self._mark_termination(record))
        return p

    def _sweep_termination(self, record: CycleRecord) -> float:
        heap, mechanisms = self._heap, self._mechanisms
        unswept = heap.sweep_all()
        ns = laws.sweep_termination_ns(mechanisms, self._costs, self.roots, heap.footprint, unswept)
        live = self._heap_live()
        gogc = self._gogc or 100
        if mechanisms.pacer == "remaining":
            # From 1.6 the goal leaves at least 1 MB (9e77c89868).
            self._goal = max(self._goal, live + (1 << 20))
        record.heap_start = round(live)
        record.goal = round(self._goal)
        self._start_ratio = pacer.assist_ratio_absolute(self._heap_scan(), self._goal, live)
        if self._trigger <= pacer.heap_minimum(gogc):
            # The first cycles pretend that the last one marked what their trigger stands for.
            self._marked_bytes = self._trigger / (1 + self._trigger_ratio)
        self._assist_ns = 0
        roots_ns = 0.0 if mechanisms.root_scan == "one_p" else laws.root_scan_ns(self._costs, self.roots)
        objects = max(heap.reachable_objects, 1.0)
        work = laws.mark_ns(self._costs, objects, heap.reachable_scan)
        shade = 0.0
        if mechanisms.allocation_color == "white" and heap.allocated:
            # What is allocated white and stored is shaded and marked later: at the mean size of what the program allocates.
            shade = laws.mark_ns(self._costs, heap.allocated_objects, heap.allocated_scan) / heap.allocated
        black = mechanisms.allocation_color == "black"
        self._marking.start(roots_ns, work, max(heap.reachable_scan, 1.0), shade, black=black, held=mechanisms.root_scan == "one_p")
        who = pacer.workers(len(self._scheduler.ps))
        self._pool.start(who.dedicated, who.fractional_goal)
        self.marking_cycle = self._cycles
        self._allocated_at_mark = heap.allocated
        self._reachable_at_mark = heap.reachable
        return ns

    def _marking_ends(self) -> Generator[simpy.Event, None, P]:
        """Wait until there is nothing left to mark; return the P that found out, with all others told to flush."""
        self._all_marked = self._env.event()
        p: P = yield self._all_marked  # type: ignore[assignment,misc]
        others = [q.activity.safepoint_ns() for q in self._scheduler.ps if q is not p and q.activity is not None]
        # forEachP: every P passes a safepoint before the caches count as flushed.
        yield self._env.timeout(max(others, default=0))
        return p

    def _marked(self) -> None:
        """End the marking on the P of a worker or assist, which then drives the cycle on."""
        ps = self._scheduler.ps
        # Where the last one has just left, any other goroutine that comes by finds out, or else an idle P.
        first, *others = [p for p in ps if p.state in _MARKS] or [
            min(ps, key=lambda p: (p.activity is None, p.state is not PState.IDLE, p.number))
        ]
        self._marking.stop()
        for p in others:
            activity = p.activity
            if activity is not None:
                activity.finish(p)
        activity = first.activity
        first.halt()
        if isinstance(activity, Assist) and first.g is not None:
            first.g.activity = activity.debtor
        first.become(PState.SCHEDULING)
        if self._all_marked is not None:
            self._all_marked.succeed(first)

    def _mark_termination(self, record: CycleRecord) -> float:
        heap, mechanisms, costs = self._heap, self._mechanisms, self._costs
        heap.advance()
        self.marking_cycle = 0
        for g in self._marking.let_go():
            self._scheduler.ready(g, following=False)
        ps = len(self._scheduler.ps)
        ns = laws.mark_termination_ns(
            mechanisms, costs, self._release, self.roots, heap.footprint, self._dirty_stack_bytes(), ps, self._procs
        )
        if self._procs > 1:
            ns += costs.helpers_ns[self._release] * (0.5 + self._imbalance.uniform())
            if self._imbalance.uniform() < costs.helper_round_share[self._release]:
                ns += costs.helper_round_ns
        new = heap.allocated - self._allocated_at_mark
        spent = self._pool.spent_ns
        record.assist_ns = self._assist_ns
        record.dedicated_ns = spent[PState.DEDICATED]
        record.fractional_ns = spent[PState.FRACTIONAL]
        record.idle_ns = spent[PState.IDLE_WORKER]
        record.heap_end = round(self._heap_live())
        record.scan_work = round(self._marking.done)
        mark_ns = record.mark_end_ns - self._paced_from
        record.utilization = pacer.utilization(self._assist_ns, mark_ns, ps)
        if self._gogc is not None and not record.forced and self._marked_bytes:
            growth = self._heap_live() / self._marked_bytes - 1
            self._trigger_ratio = pacer.next_trigger_ratio(self._trigger_ratio, growth, record.utilization, self._gogc)
        self._finish(record, marked=heap.reachable + self._floating(new), scanned=self._marking.done, allocated_marking=new)
        return ns

    def _finish(self, record: CycleRecord, *, marked: float, scanned: float, allocated_marking: float) -> None:
        """Count what is dead and set the next goal and trigger."""
        heap, mechanisms = self._heap, self._mechanisms
        marked = min(marked, heap.footprint)
        heap.collected(marked)
        record.heap_marked = round(marked)
        self._marked_bytes = marked
        self._live_base, self._live_mark = marked, heap.allocated
        self._scan_base, self._scan_mark = scanned, heap.allocated_scan
        self._base = marked - allocated_marking if mechanisms.pacer_base == "reachable" else marked
        gogc = self._gogc
        if gogc is None:
            self._goal = math.inf
            self._trigger = math.inf
        else:
            self._goal = pacer.heap_goal(self._base, gogc)
            self._trigger = pacer.next_trigger(self._base, self._trigger_ratio, marked, gogc)
        if mechanisms.sweep == "proportional" and gogc is not None:
            heap.pages_per_byte = pacer.sweep_pages_per_byte(heap.pages_left, self._trigger, marked)
        elif heap.dead_per_page > 0:
            # A span is swept when one is needed: as much is freed as is allocated.
            heap.pages_per_byte = 1 / heap.dead_per_page
        else:
            heap.pages_per_byte = 1 / PAGE_BYTES
        heap.watch()

    def _floating(self, new: float) -> float:
        """Return how much of what was allocated while marking survives beyond what is reachable, bytes.

        All of it: black objects count as marked, and what a program stores is shaded by the barrier. What grew the live heap
        is reachable already.
        """
        return max(new - max(self._heap.reachable - self._reachable_at_mark, 0.0), 0.0)

    # What the pacer looks at

    def _first_trigger(self, gogc: int) -> None:
        if self._mechanisms.pacer == "next_gc":
            self._trigger = float(PAGE_BYTES)
            return
        self._trigger = float(pacer.heap_minimum(gogc))
        self._marked_bytes = self._trigger / (1 + self._trigger_ratio)
        self._base = self._marked_bytes
        self._goal = pacer.heap_goal(self._base, gogc)

    def _heap_live(self) -> float:
        """Return the heap as the runtime counts it, bytes: 1.4 subtracts what is swept, the others start from what was marked."""
        if self._mechanisms.pacer == "next_gc":
            return self._heap.footprint
        return self._live_base + self._heap.allocated - self._live_mark

    def _heap_scan(self) -> float:
        return self._scan_base + self._heap.allocated_scan - self._scan_mark

    def _assist_ratio(self) -> float:
        if self._mechanisms.pacer == "absolute":
            return self._start_ratio
        return pacer.assist_ratio_remaining(self._heap_scan(), self._marking.done, self._goal, self._heap_live())

    def _until_trigger(self) -> tuple[float, float]:
        if self._running:
            return math.inf, 0.0
        if self._mechanisms.pacer == "next_gc":
            # next_gc began at the whole heap times (1 + GOGC/100) and falls by as much with every byte swept.
            growth = (self._gogc or 0) / 100
            footprint = self._heap.footprint
            old = footprint - (self._heap.allocated - self._live_mark)
            return max((1 + growth) * old, float(PAGE_BYTES)) - footprint, growth
        return self._trigger - self._heap_live(), 0.0

    def _dirty_stack_bytes(self) -> float:
        return len(self._scheduler.ps) * self._mechanisms.first_stack_bytes

    def _spent(self, ns: int) -> None:
        self._assist_ns += ns

    def _slower(self) -> float:
        return self._costs.mark_imbalance * self._imbalance.uniform() if self._procs > 1 else 0.0

    def _resume_pace(self) -> None:
        """Let what runs go on at its new pace, now that nothing is left to sweep."""
        for p in self._scheduler.ps:
            activity: Activity | None = p.activity
            if activity is not None and p.state is PState.MUTATOR and not p.cut:
                activity.pause(p)
                p.run(activity)

    def _force_periodically(self) -> Generator[simpy.Event, None, None]:
        while True:
            yield self._env.timeout(max(self._last_start + FORCED_PERIOD_NS - int(self._env.now), _SLEEP_NS))
            due = int(self._env.now) - self._last_start >= FORCED_PERIOD_NS
            if due and not self._running and self._gogc is not None:
                running = [p for p in self._scheduler.ps if p.state is PState.MUTATOR]
                if running:
                    self._start(running[0], forced=False)


_MARKS = frozenset({PState.ASSIST, PState.DEDICATED, PState.FRACTIONAL, PState.IDLE_WORKER})
