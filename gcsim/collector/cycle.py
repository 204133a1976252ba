"""The collection cycle: from the trigger through the stops to the next trigger.

Phases by release stand in ``docs/design.md``; sources: go1.4 mgc0.c:1386, go1.5 mgc.go:904, go1.6 :869-1150, go1.7
:884-1162, go1.8 :930-1213. What a phase does is a matter of the mechanisms; what it costs, of
:mod:`gcsim.collector.laws`.
"""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field, replace
from math import exp, inf

import simpy

from gcsim.collector import laws, pacer
from gcsim.collector.assist import Assist, AssistGate
from gcsim.collector.budget import Stops
from gcsim.collector.laws import FIRST_BARRIER_BYTES, LAST_TERMS, Roots, Terms
from gcsim.collector.marking import Marking, MarkWork
from gcsim.collector.pacing import Pacing
from gcsim.collector.setting import Setting
from gcsim.collector.sweeper import Sweeper
from gcsim.collector.workers import IDLE_POLL_NS, Worker, WorkerPool
from gcsim.heap import Heap
from gcsim.kernel import Stream
from gcsim.runtime import G, P, Scheduler, World
from gcsim.runtime.driving import all_have_run, alone, driven, let_go, worked
from gcsim.runtime.instructions import ENGAGED, Instruction, Signal
from gcsim.vocabulary import Cause, PState, StopPhase

__all__ = ["FORCED_PERIOD_NS", "Collector", "CycleRecord", "Stop"]

FORCED_PERIOD_NS = 120_000_000_000
"""``forcegcperiod``: a cycle is forced when none began for 2 minutes (go1.4 proc.c:2858, go1.8 proc.go:3762)."""

_LOOK_NS = 1_000_000
"""How long the forcing waits before it looks again while a cycle is under way, ns."""

_MARKS = frozenset({PState.ASSIST, PState.DEDICATED, PState.FRACTIONAL, PState.IDLE_WORKER})

Waiting = Generator[simpy.Event, P, None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One stop of the world, its columns as in :data:`gcsim.recording.PAUSE_COLUMNS`, and what its work was."""

    cycle: int
    phase: StopPhase
    requested_ns: int
    stopped_ns: int
    end_ns: int
    terms: Mapping[str, float] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class CycleRecord:
    """One collection, its columns as in :data:`gcsim.recording.CYCLE_COLUMNS`."""

    cycle: int
    forced: bool
    start_ns: int
    trigger: int
    heap_start: int
    goal: int
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
    major: bool = True


class Collector:
    """The collector of one process.

    Parameters
    ----------
    setting : Setting
        The release on its machine.
    scheduler, world, heap : Scheduler, World, Heap
        What it works on.
    helping : Stream
        Random numbers for the helpers of a stop.

    Attributes
    ----------
    roots : Roots
        Where marking begins; the workload sets it.
    running_roots : callable or None
        Gives, at the start of each cycle, :attr:`roots` with the stacks of the goroutines as they are then; None where
        the workload has said all in the first place.
    gate : AssistGate
        What it asks of goroutines that allocate.
    pacing : Pacing
        When it wants the next cycle.
    on_stop, on_cycle : callable or None
        Probes: told of every stop, and of every completed cycle.
    last_stop_ns : int
        Where stops are cut to keep a promise: the longest that the last stop of a cycle, which cannot be cut, was
        expected to take, ns.
    """

    def __init__(self, setting: Setting, scheduler: Scheduler, world: World, heap: Heap, helping: Stream) -> None:
        self.roots = Roots()
        self.running_roots: Callable[[], Roots] | None = None
        self.on_stop: Callable[[Stop], None] | None = None
        self.on_cycle: Callable[[CycleRecord], None] | None = None
        self.pacing = Pacing(setting, heap)
        self._setting = setting
        self._scheduler = scheduler
        self._world = world
        self._heap = heap
        self._helping = helping
        self._env = scheduler.clock.env
        self._marking = Marking(
            scheduler.clock,
            heap,
            1 / setting.costs.assist_inefficiency,
            self._marked,
            lambda g: scheduler.ready(g, following=False),
        )
        self.gate = AssistGate(setting, scheduler, heap, self.pacing, self._marking)
        poll = IDLE_POLL_NS if setting.mechanisms.idle_workers == "poll" else None
        self._pool = WorkerPool(scheduler, self._marking, poll)
        scheduler.wants_worker = self._pool.wants_worker
        self._sweeper = Sweeper(scheduler, heap, setting.costs.sweep_page_ns)
        self._cycles = 0
        self._running = False
        self._last_start = 0
        self._paced_from = 0
        self._at_mark = (0.0, 0.0)
        self._all_marked = self._env.event()
        self._stops = Stops(setting.promise) if setting.promise is not None else None
        self.last_stop_ns = 0
        heap.on_swept = self._resume_pace
        if setting.gogc is not None:
            heap.trigger_at, heap.trigger_saved = self.pacing.meeting()
            heap.on_trigger = self._triggered
            self._env.process(self._force_periodically())

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

    def start(self, p: P) -> bool:
        """Begin a cycle on behalf of the goroutine of a P, whose activity, if it has one, is paused.

        Returns
        -------
        bool
            False if one is under way.
        """
        if self._running:
            return False
        self._start(p)
        return True

    # From trigger to trigger

    def _triggered(self) -> None:
        """Begin a cycle on behalf of one of the goroutines that allocate."""
        running = [p for p in self._scheduler.ps if p.state is PState.MUTATOR and hasattr(p.activity, "allowance")]
        if running and not self._running:
            self._start(running[self._helping.integer(len(running))])

    def _force_periodically(self) -> Generator[simpy.Event, None, None]:
        while True:
            quiet = int(self._env.now) - self._last_start
            yield self._env.timeout(max(FORCED_PERIOD_NS - quiet, _LOOK_NS))
            if int(self._env.now) - self._last_start >= FORCED_PERIOD_NS and not self._running:
                # sysmon readies a goroutine that begins the cycle (forcegchelper, go1.8 proc.go:209).
                self._scheduler.go("forcegc", [_Start(self)], system=True)

    def _start(self, p: P) -> None:
        record = self._begin(forced=False)
        p.halt()
        if self._setting.mechanisms.coordinator == "background_goroutine":
            # The allocating goroutine readies the coordinator and yields to it.
            self._scheduler.give_up(p, Cause.RUN_QUEUE)
        p.become(PState.SCHEDULING)
        self._env.process(self._cycle(p, record))

    def _begin(self, *, forced: bool) -> CycleRecord:
        self._running = True
        self._heap.trigger_at = inf
        self._cycles += 1
        self._heap.advance()
        self._last_start = int(self._env.now)
        if self.running_roots is not None:
            self.roots = self.running_roots()
        return CycleRecord(
            cycle=self._cycles,
            forced=forced,
            start_ns=self._last_start,
            trigger=_whole(self.pacing.trigger),
            heap_start=round(self.pacing.heap_live()),
            goal=_whole(self.pacing.goal),
        )

    def _cycle(self, p: P, record: CycleRecord) -> Waiting:
        if self._setting.mechanisms.mark == "concurrent":
            p = yield from self._concurrent_cycle(p, record)
        elif self._stops is None:
            yield from self._stop(p, record, StopPhase.WHOLE_CYCLE, lambda _: self._mark_stopped(record))
        else:
            p = yield from self._sliced_cycle(p, record, self._stops)
        self._complete(record)
        yield from self._go_on(p)

    def _forced_cycle(self, p: P, record: CycleRecord, done: Callable[[P], None]) -> Waiting:
        def work(_: int) -> Terms:
            terms = dict(self._mark_stopped(record))
            terms["sweep"] += self._heap.sweep_all() * self._setting.costs.sweep_page_ns
            return terms

        yield from self._stop(p, record, StopPhase.WHOLE_CYCLE, work)
        self._complete(record)
        done(p)

    def _complete(self, record: CycleRecord) -> None:
        self._running = False
        record.end_ns = int(self._env.now)
        record.next_trigger = _whole(self.pacing.trigger)
        record.trigger_ratio = self.pacing.trigger_ratio
        if self._setting.gogc is not None:
            self._heap.trigger_at, self._heap.trigger_saved = self.pacing.meeting()
        self._heap.watch()
        if self._heap.pages_left:
            self._sweeper.wake()
        if self.on_cycle is not None:
            self.on_cycle(record)

    def _go_on(self, p: P) -> Waiting:
        """Let a P go on with its goroutine, or look for one, as soon as its M has a core."""
        yield from driven(self._scheduler, p)
        g = p.g
        if g is None:
            self._scheduler.schedule(p)
        elif g.activity is None:
            self._scheduler.proceed(p)
        else:
            p.run(g.activity)

    # The stops

    def _stop(self, p: P, record: CycleRecord, phase: StopPhase, work: Callable[[int], Terms]) -> Waiting:
        """Stop the world, work for as long as the law says, told how long stopping took, and start it again."""
        yield from driven(self._scheduler, p)
        requested = int(self._env.now)
        yield from self._world.stop(p)
        stopped = int(self._env.now)
        threads = 1 if phase is StopPhase.SWEEP_TERMINATION else self._setting.procs
        terms = work(stopped - requested)
        yield from worked(self._scheduler, round(sum(terms.values())), threads)
        self._world.start(p)
        end = int(self._env.now)
        if p.g is not None:
            waiting = p.g.activity or p.g
            waiting.delayed(stopped - requested, Cause.STOPPING)
            waiting.delayed(end - stopped, Cause.STOPPED)
        if phase is StopPhase.SWEEP_TERMINATION:
            record.sweep_termination_ns = end - requested
        elif phase is not StopPhase.SLICE:
            record.mark_termination_ns = end - requested
        if phase is StopPhase.WHOLE_CYCLE:
            record.mark_start_ns, record.mark_end_ns = stopped, end
        if self._stops is not None:
            self._stops.add(requested, end)
        if self.on_stop is not None:
            self.on_stop(
                Stop(
                    cycle=record.cycle,
                    phase=phase,
                    requested_ns=requested,
                    stopped_ns=stopped,
                    end_ns=end,
                    terms=terms,
                )
            )

    def _mark_stopped(self, record: CycleRecord) -> Terms:
        """Mark everything inside the stop: 1.4's collection, and every release's forced one."""
        heap, costs, procs = self._heap, self._setting.costs, self._setting.procs
        self._clear_pools()
        terms = {
            "sweep": heap.sweep_all() * costs.sweep_page_ns,
            **laws.stopped_mark(self._setting, self.roots, heap, self._slowest()),
            "stack_shrink": self._scheduler.stacks.shrink()[1] / procs,
        }
        record.heap_end = round(self.pacing.heap_live())
        record.scan_work = round(heap.reachable_scan)
        self._account(record, heap.reachable, heap.reachable_scan, 0.0)
        return terms

    def _slowest(self) -> float:
        """Draw how much longer than an even share the slowest of a stop's helpers marks."""
        return 1 + self._setting.costs.mark_imbalance * self._helping.uniform() if self._setting.procs > 1 else 1.0

    def _clear_pools(self) -> None:
        """Empty every ``sync.Pool``, with the world stopped (``clearpools``, go1.4 mgc0.c, go1.8 mgc.go)."""
        for pool in self._scheduler.pools:
            pool.clear()
        self._scheduler.pools.clear()

    def _sweep_termination(self, record: CycleRecord) -> None:
        """Set out for a concurrent mark, with the world stopped."""
        heap, setting = self._heap, self._setting
        self._clear_pools()
        self.pacing.begin()
        record.heap_start = round(self.pacing.heap_live())
        record.goal = _whole(self.pacing.goal)
        self._at_mark = (heap.allocated, heap.reachable)
        self._marking.start(self._mark_work())
        who = pacer.workers(setting.ps)
        self._pool.start(who.dedicated, who.fractional_goal)
        self.gate.open(record.cycle)
        # Asked only while there may be something to mark: the question comes at every switch.
        self._scheduler.find_worker = self._pool.find
        if setting.mechanisms.idle_workers != "none":
            self._scheduler.find_idle_worker = self._pool.find_idle

    def _mark_work(self) -> MarkWork:
        heap, costs, mechanisms = self._heap, self._setting.costs, self._setting.mechanisms
        alone = mechanisms.root_scan == "one_p"
        white = mechanisms.allocation_color == "white"
        heap_ns = laws.mark_ns(costs, max(heap.reachable_objects, 1.0), heap.reachable_scan)
        return MarkWork(
            root_ns=0.0 if alone else laws.root_scan_ns(costs, self.roots) + self._shrink("concurrent"),
            hidden_ns=0.0 if alone else laws.hidden_ns(costs, self.roots),
            heap_ns=heap_ns,
            alone_ns=0.0 if mechanisms.oblets else heap_ns * heap.under_one_object,
            scan_bytes=max(heap.reachable_scan, 1.0),
            # What is allocated white and stored is shaded, and marked later: at the mean cost of what was allocated.
            shade_ns=laws.mark_ns(costs, heap.allocated_objects, heap.allocated_scan) / heap.allocated if white else 0,
            black=not white,
            assist_roots=mechanisms.assist_roots,
            held=alone,
        )

    def _termination_terms(self) -> Terms:
        """Return what mark termination has to do, the shrinking of stacks and its helpers apart, ns by name."""
        setting, roots = self._setting, self.roots
        if setting.mechanisms.stack_rescan != "none":
            roots = replace(roots, dirty_bytes=roots.dirty_bytes + self._dirty_bytes())
        return laws.mark_termination(setting, roots, self._heap)

    def _dirty_bytes(self) -> int:
        """Return how much stack of the goroutines that ran since they were scanned is visited again, bytes.

        Barriers keep what lies below the first of them out of it, as long as the goroutine has not returned there. A
        goroutine whose frames are not known is taken to use a quarter of its first stack.
        """
        since = self._paced_from
        most = FIRST_BARRIER_BYTES if self._setting.mechanisms.stack_barriers else inf
        least = self._setting.mechanisms.first_stack_bytes // 4
        gs = self._scheduler.goroutines
        return round(sum(min(max(g.used, least), most) for g in gs if g.off_ns >= since and g.stack))

    def _helpers_ns(self, shared_ns: float) -> float:
        """Draw how long mark termination takes to start helpers, who share some work, and wait for them, ns."""
        setting, helping = self._setting, self._helping
        if setting.procs == 1:
            return 0.0
        costs, mechanisms = setting.costs, setting.mechanisms
        around = 0.5 + helping.uniform()
        late = helping.uniform()
        if mechanisms.helpers != "drain":
            return costs.helpers_ns[mechanisms.helpers] * around
        in_time = 1 - costs.helper_round_share[mechanisms.stack_rescan]
        if spread := costs.helper_spread_ns[mechanisms.stack_rescan]:
            in_time *= exp(-shared_ns / spread)
        return costs.stop_handshake_ns * around + (costs.helper_round_ns if late >= in_time else 0.0)

    def _mark_termination(self, record: CycleRecord) -> None:
        """End a concurrent mark, with the world stopped."""
        heap = self._heap
        heap.advance()
        self.gate.close()
        self._scheduler.find_worker = self._scheduler.find_idle_worker = None
        spent = self._pool.spent_ns
        record.assist_ns = self.gate.assist_ns
        record.dedicated_ns = spent[PState.DEDICATED]
        record.fractional_ns = spent[PState.FRACTIONAL]
        record.idle_ns = spent[PState.IDLE_WORKER]
        record.heap_end = round(self.pacing.heap_live())
        record.scan_work = round(self._marking.done)
        # From 1.6 the controller counts from the first stop (go1.6 mgc.go gcStart), in 1.5 from the scan after it.
        since = self._paced_from
        if self._setting.mechanisms.coordinator == "decentralized":
            since -= record.sweep_termination_ns
        record.utilization = pacer.utilization(self.gate.assist_ns, record.mark_end_ns - since, len(self._scheduler.ps))
        self.pacing.adjust(record.utilization)
        self._account_with_new(record, self._marking.done)

    def _account_with_new(self, record: CycleRecord, scanned: float) -> None:
        """Account for a mark beside which the program allocated.

        All that is new survives: black objects count as marked, and what a program stores is shaded by the barrier.
        What made the live heap grow is reachable already.
        """
        heap, (allocated, reachable) = self._heap, self._at_mark
        new = heap.allocated - allocated
        floating = max(new - max(heap.reachable - reachable, 0.0), 0.0)
        self._account(record, heap.reachable + floating, scanned, new)

    def _shrink(self, where: str) -> float:
        """Halve the stacks that are too large, if that is the place for it; return the work, CPU ns."""
        return self._scheduler.stacks.shrink()[1] if self._setting.mechanisms.stack_shrink == where else 0.0

    def _account(self, record: CycleRecord, marked: float, scanned: float, allocated_marking: float) -> None:
        """Count what is dead, and set the next goal and trigger."""
        marked = min(marked, self._heap.footprint)
        record.heap_marked = round(marked)
        self._heap.collected(marked)
        self.pacing.finish(marked, scanned, allocated_marking)

    # The concurrent mark

    def _concurrent_cycle(self, p: P, record: CycleRecord) -> Generator[simpy.Event, P, P]:
        mechanisms, costs, env = self._setting.mechanisms, self._setting.costs, self._env
        if mechanisms.goroutine_reset == "before_stop":
            yield from self._alone(p, self.roots.goroutines * costs.goroutine_reset_ns)
        p = yield from self._first_stop(p, record)
        record.mark_start_ns = self._paced_from = int(env.now)
        self._all_marked = env.event()
        if mechanisms.root_scan == "one_p":
            p.become(PState.ROOT_SCAN)
            yield from self._alone(p, laws.root_scan_ns(costs, self.roots))
            record.mark_start_ns = int(env.now)
            record.scan_ns = record.mark_start_ns - self._paced_from
            self._marking.release()
        yield from self._go_on(p)
        p = yield from self._marking_ends()
        if mechanisms.data_rescan == "one_job":
            p.become(PState.ROOT_SCAN)
            yield from self._alone(p, self._data_again_ns())
        elif mechanisms.data_rescan == "shards" and self.roots.data_bytes:
            self._all_marked = env.event()
            self._marking.again(self._data_again_ns())
            yield from self._go_on(p)
            p = yield from self._marking_ends()
        record.mark_end_ns = int(env.now)
        return (yield from self._second_stop(p, record))

    def _data_again_ns(self) -> float:
        """Return the work of looking at the data segment again while mutators run, CPU ns."""
        return laws.data_mark_ns(self._setting.costs, self.roots)

    def _first_stop(self, p: P, record: CycleRecord) -> Generator[simpy.Event, P, P]:
        """Make sweep termination's stop; where stops are cut, most of its work comes before it."""
        heap, stops = self._heap, self._stops
        if stops is not None:
            heap.advance()
            terms = laws.sweep_termination(self._setting, self.roots, heap.footprint, heap.pages_left)
            p = yield from self._sliced(p, record, stops, terms)
            p = yield from self._admitted(p, stops, 0)

        def work(_: int) -> Terms:
            unswept = heap.sweep_all()
            terms = laws.sweep_termination(self._setting, self.roots, heap.footprint, unswept)
            self._sweep_termination(record)
            return terms if stops is None else {}

        yield from self._stop(p, record, StopPhase.SWEEP_TERMINATION, work)
        return p

    def _second_stop(self, p: P, record: CycleRecord) -> Generator[simpy.Event, P, P]:
        """Make mark termination's stop; where stops are cut, only what cannot be cut is left for it."""
        if self._stops is None:

            def work(_: int) -> Terms:
                terms = self._termination_terms()
                shrink = {"stack_shrink": self._shrink("in_pause") / self._setting.procs}
                helpers = {"helpers": self._helpers_ns(terms.get("left_over", 0.0))}
                self._mark_termination(record)
                return {**terms, **shrink, **helpers}

        else:
            self.gate.rest()
            shrink = {"stack_shrink": self._shrink("in_pause") / self._setting.procs}
            p = yield from self._sliced(p, record, self._stops, {**self._termination_terms(), **shrink})
            # What ran since is known only now; helpers find nothing left to share.
            last = {name: ns for name, ns in self._termination_terms().items() if name in LAST_TERMS}
            last["helpers"] = self._helpers_ns(0.0)
            p = yield from self._admitted(p, self._stops, self._expected(last))

            def work(_: int) -> Terms:
                self._mark_termination(record)
                return last

        yield from self._stop(p, record, StopPhase.MARK_TERMINATION, work)
        return p

    # Stops that are cut to keep a promise

    def _sliced_cycle(self, p: P, record: CycleRecord, stops: Stops) -> Generator[simpy.Event, P, P]:
        """Mark in slices what 1.4 marks in one stop: a barrier guards what the program stores in between.

        What is allocated meanwhile is black, so that the work has an end.
        """
        heap = self._heap
        sweep = {"sweep": heap.pages_left * self._setting.costs.sweep_page_ns}
        p = yield from self._sliced(p, record, stops, sweep)
        p = yield from self._admitted(p, stops, 0)

        def begin(_: int) -> Terms:
            self._clear_pools()
            heap.sweep_all()
            self._at_mark = (heap.allocated, heap.reachable)
            self.gate.open(record.cycle)
            return {}

        yield from self._stop(p, record, StopPhase.SWEEP_TERMINATION, begin)
        record.mark_start_ns = self._paced_from = int(self._env.now)
        terms = {
            **laws.stopped_mark(self._setting, self.roots, heap, self._slowest()),
            "stack_shrink": self._shrink("in_pause") / self._setting.procs,
        }
        scan = heap.reachable_scan
        p = yield from self._sliced(p, record, stops, terms)
        record.mark_end_ns = int(self._env.now)
        costs, procs = self._setting.costs, self._setting.procs
        last = {
            **{name: ns for name, ns in terms.items() if name in LAST_TERMS},
            "dirty_stacks": self._dirty_bytes() * costs.dirty_stack_byte_ns / procs,
        }
        p = yield from self._admitted(p, stops, self._expected(last))

        def end(_: int) -> Terms:
            heap.advance()
            self.gate.close()
            record.heap_end = round(self.pacing.heap_live())
            record.scan_work = round(scan)
            self._account_with_new(record, scan)
            return last

        yield from self._stop(p, record, StopPhase.MARK_TERMINATION, end)
        return p

    def _sliced(self, p: P, record: CycleRecord, stops: Stops, terms: Terms) -> Generator[simpy.Event, P, P]:
        """Do the work of a stop that can be cut in as many stops as the promise asks for."""
        left = {name: ns for name, ns in terms.items() if name not in LAST_TERMS and ns > 0}
        # Where stopping alone takes as long as the pause the promise is broken anyway, and a slice works for a pause.
        least = stops.promise.pause_ns if self._expected_ns(0) >= stops.promise.pause_ns else 0

        def work(stopping_ns: int) -> Terms:
            room = float(max(stops.room(int(self._env.now) - stopping_ns) - stopping_ns, least))
            done = {}
            for name in list(left):
                done[name] = min(left[name], room)
                room -= done[name]
                left[name] -= done[name]
                if left[name] <= 0:
                    del left[name]
            return done

        while left:
            p = yield from self._admitted(p, stops, round(sum(left.values())))
            yield from self._stop(p, record, StopPhase.SLICE, work)
        return p

    def _admitted(self, p: P, stops: Stops, ns: int) -> Generator[simpy.Event, P, P]:
        """Let a P go on until there is room for a stop that works for so long, ns; return one that drives the cycle."""
        now = int(self._env.now)
        begin = stops.next_begin(now, self._expected_ns(ns))
        if begin == now:
            return p
        yield from self._go_on(p)
        yield self._env.timeout(begin - now)
        return self._taken(self._anybody())

    def _expected(self, last: Terms) -> int:
        """Return the work of the last stop, ns, and note how long it will take with the stopping."""
        ns = round(sum(last.values()))
        self.last_stop_ns = max(self.last_stop_ns, self._expected_ns(ns))
        return ns

    def _expected_ns(self, ns: float) -> int:
        """Return how long a stop with so much work should take, the stopping included, ns."""
        costs = self._setting.costs
        return round(ns + costs.stop_base_ns + (costs.stop_handshake_ns if self._setting.ps > 1 else 0.0))

    def _marking_ends(self) -> Generator[simpy.Event, P, P]:
        """Wait until there is nothing left to mark; return the P that found out, when all others have flushed."""
        p = yield self._all_marked
        began, off_core_ns = int(self._env.now), p.times()[PState.DESCHEDULED]
        yield from all_have_run(self._scheduler)
        # What its own M waits for a core meanwhile is charged as that, when it has one.
        waited = int(self._env.now) - began - (p.times()[PState.DESCHEDULED] - off_core_ns)
        if waited and p.g is not None:
            (p.g.activity or p.g).delayed(waited, Cause.MARK_ASSIST)
        others = [q.activity.safepoint_ns() for q in self._scheduler.ps if q is not p and q.activity is not None]
        # forEachP: every P passes a safepoint before its caches count as flushed.
        yield from self._alone(p, max(others, default=0))
        return p

    def _alone(self, p: P, ns: float) -> Waiting:
        """Let a P do some of the cycle's work by itself; its goroutine, if it has one, waits for that."""
        took = round(ns)
        yield from alone(self._scheduler, p, took)
        if p.g is not None:
            (p.g.activity or p.g).delayed(took, Cause.MARK_ASSIST)

    def _marked(self) -> None:
        """End the marking on the P of a worker or assist, which then drives the cycle on."""
        ps = self._scheduler.ps
        # Where the last one has just left, any other goroutine that comes by finds out, or else an idle P.
        # A worker is named rather than an assist: its P looks for more work to mark, should there be some.
        first, *others = sorted((p for p in ps if p.state in _MARKS), key=lambda p: p.state is PState.ASSIST) or [
            self._anybody()
        ]
        self._marking.stop()
        for p in others:
            # Each in an event of its own: what it goes on with may let time pass.
            p.event.arm(0)
        self._all_marked.succeed(self._taken(first))

    def _anybody(self) -> P:
        """Return a P to drive the cycle: one that runs a goroutine, or else an idle one."""
        return min(
            self._scheduler.ps,
            key=lambda p: (p.state is PState.DESCHEDULED, p.activity is None, p.state is not PState.IDLE, p.number),
        )

    def _taken(self, p: P) -> P:
        """Take a P from what it does, to drive the cycle."""
        waits = p.state is PState.DESCHEDULED
        activity = let_go(self._scheduler, p)
        if waits and isinstance(activity, Worker):
            self._pool.left(activity.state, 0)
        p.syscall = None
        if isinstance(activity, Assist) and p.g is not None:
            p.g.activity = activity.activity
        p.become(PState.SCHEDULING)
        return p

    def _resume_pace(self) -> None:
        """Let what runs go on at its new pace, now that nothing is left to sweep."""
        for p in self._scheduler.ps:
            activity = p.activity
            if activity is not None and p.state is PState.MUTATOR and not p.cut:
                activity.pause(p)
                p.run(activity)


class _Start(Instruction):
    """Begin a cycle, unless one is under way."""

    __slots__ = ("_collector",)

    def __init__(self, collector: Collector) -> None:
        self._collector = collector

    def perform(self, scheduler: Scheduler, p: P, g: G) -> Signal | None:  # noqa: ARG002
        """Drive it on the goroutine's P."""
        return ENGAGED if self._collector.start(p) else None


def _whole(size: float) -> int:
    """Return a size in whole bytes; 0 for what GOGC=off puts out of reach."""
    return 0 if size == inf else round(size)
