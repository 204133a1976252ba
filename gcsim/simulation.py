"""One run: puts a scenario's parts together, simulates, and returns what happened."""

from collections import Counter
from collections.abc import Callable, Generator
from contextlib import nullcontext
from dataclasses import dataclass, replace

import numpy as np
import simpy

from gcsim.collector import (
    FIRST_BARRIER_BYTES,
    Collector,
    CycleRecord,
    GenerationalCollector,
    Generations,
    Promise,
    Roots,
    Setting,
    Stop,
    era,
    stack_barriers,
)
from gcsim.heap import Heap, OutOfMemoryError
from gcsim.kernel import StopClock, Stream, generator, stream
from gcsim.mechanisms import Mechanisms
from gcsim.recording import (
    CYCLE_COLUMNS,
    GOROUTINE_COLUMNS,
    HEAP_COLUMNS,
    PAUSE_COLUMNS,
    UTILIZATION_COLUMNS,
    Columns,
    LeakGroup,
    OperationRecorder,
    Recording,
    transient_ns,
)
from gcsim.runtime import (
    ARENAS,
    AddressSpace,
    Collect,
    Cores,
    FatalError,
    G,
    Limits,
    Program,
    ProgramError,
    Scheduler,
    SchedulerRules,
    Stacks,
    StopCosts,
    ThreadCosts,
    World,
    faults,
    prices,
    stack_rules,
    sysmon,
)
from gcsim.runtime.descriptors import Descriptors
from gcsim.runtime.leaks import leaks
from gcsim.runtime.watchdog import watching
from gcsim.scenario import Forest, GoProgram, Pusher, PythonProgram, Scenario, Workload, parameters
from gcsim.vocabulary import PState
from gcsim.workloads import forest
from gcsim.workloads.catalog import PROGRAMS
from gcsim.workloads.mutator import Mutator
from gcsim.workloads.operations import Machine, Operation, Operations
from gcsim.workloads.process import Process
from gcsim.workloads.profile import AllocationProfile
from gcsim.workloads.programs import build, looper, worker

__all__ = ["MODEL_VERSION", "Sample", "simulate"]

MODEL_VERSION = 4
"""Part of every run's identity; bumped whenever the same scenario gives other results."""

_PROGRESS_STEPS = 50

_OUT_OF_MEMORY = "fatal error: runtime: out of memory"
"""What Go prints when the system has no more memory for it (``sysMap``, go1.4 mem_linux.c, go1.8 mem_linux.go)."""

_GOROUTINE_SAMPLES = 200
"""Rows of the table of goroutines over a run's duration: a matter of resolution."""

_PROCESS_HEAP = (47_256, 126, 0)
"""What a process has on its heap before main does anything: bytes, objects, and bytes to scan, which are not known.

Measured with go1.19.8: ``HeapAlloc`` and ``HeapObjects`` after a ``runtime.GC()`` at the start of a main that imports
fmt.
"""

_UNENDING_NS = 10_000_000_000
"""What those rows are spread over where a run has no duration, ns."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Looks at the scheduler while a run goes on.

    Attributes
    ----------
    every_ns : int
        How often, ns of simulated time since the process began; the first time at 0.
    take : callable
        Given the time, ns, and the scheduler.
    """

    every_ns: int
    take: Callable[[int, Scheduler], None]


def simulate(
    scenario: Scenario, *, progress: Callable[[float], None] | None = None, sample: Sample | None = None
) -> Recording:
    """Simulate one run.

    Parameters
    ----------
    scenario : Scenario
        What to simulate; the same scenario gives the same recording, byte for byte.
    progress : callable, optional
        Told the share of the run that is done, from 0 to 1, some fifty times.
    sample : Sample, optional
        Looks at the scheduler at regular times; what it sees changes nothing.

    Returns
    -------
    Recording
        What happened after the set-up and the warm-up, up to its end even where that came early: ``ended_by`` says why,
        and ``failure`` has the message of a process that died, or of a program that is none.

    Notes
    -----
    Where MSER-5 is to find the warm-up, the run is done twice: what :func:`~gcsim.recording.transient_ns` cuts of the
    first one is the warm-up of the second, which takes the same course.
    """
    warmup = scenario.until.warmup_ns
    if isinstance(warmup, str):
        pilot = _Run(scenario, 0, _half(progress, 0)).recording()
        warmup, progress = transient_ns(pilot) or 0, _half(progress, 1)
    run = _Run(scenario, warmup, progress)
    if sample is not None:
        run.look(sample)
    return run.recording()


def _half(progress: Callable[[float], None] | None, which: int) -> Callable[[float], None] | None:
    return None if progress is None else lambda share: progress((which + share) / 2)


class _Run:
    """The parts of one run, and its probes."""

    def __init__(self, scenario: Scenario, warmup_ns: int, progress: Callable[[float], None] | None) -> None:
        costs = scenario.hardware.costs
        mechanisms = era(scenario.go, scenario.collector.mechanisms)
        budget, promise = scenario.collector.pause_budget, None
        if scenario.collector.strategy == "budgeted":
            promise = Promise(pause_ns=budget.pause_ns, window_ns=budget.window_ns)
            if mechanisms.write_barrier == "none":
                # Goroutines run between two slices of a mark, and it would lose what they hide from it.
                mechanisms = replace(mechanisms, write_barrier="dijkstra")
        self._scenario = scenario
        self._warmup_ns = warmup_ns
        self._mechanisms = mechanisms
        self._progress = progress
        self._env = simpy.Environment(initial_time=0)
        self._clock = StopClock(self._env)
        rules = SchedulerRules(
            steal_order=mechanisms.steal_order,
            runnext=mechanisms.runnext,
            runnext_steal_delay_ns=mechanisms.runnext_steal_delay_ns,
            wake_chain=mechanisms.wake_chain,
            world_start=mechanisms.world_start,
            asynchronous=mechanisms.preemption == "asynchronous",
        )
        self._scheduler = Scheduler(
            self._clock,
            scenario.ps,
            rules,
            self._stream("stealing"),
            choosing=self._stream("choosing"),
            thread_costs=ThreadCosts(wake_ns=round(costs.thread_wake_ns), create_ns=round(costs.thread_create_ns)),
            prices=prices(costs, scenario.release),
            stacks=Stacks(stack_rules(costs, mechanisms, scenario.release), lambda g: g.waits == "syscall"),
        )
        hardware = scenario.hardware
        if scenario.ps > hardware.cores or hardware.quota is not None:
            Cores(self._scheduler, hardware.cores, hardware.quota)
        stop_costs = StopCosts(
            base_ns=costs.stop_base_ns, handshake_ns=costs.stop_handshake_ns, retry_share=costs.stop_retry_share
        )
        world = World(self._scheduler, stop_costs, self._stream("stops"))
        self._heap = Heap(self._clock, scenario.hardware.memory)
        setting = Setting(
            mechanisms=mechanisms,
            costs=costs,
            gogc=None if isinstance(scenario.gogc, str) else scenario.gogc,
            ps=scenario.ps,
            cores=scenario.hardware.cores,
            promise=promise,
        )
        self._collector = self._collect_with(setting, world)
        self._operations = OperationRecorder()
        self._machine = Machine(
            clock=self._clock,
            scheduler=self._scheduler,
            heap=self._heap,
            gate=self._collector.gate,
            sink=self._operations,
        )
        self._scheduler.mutator = Mutator(
            self._machine,
            self._collector,
            object_ns=costs.allocate_ns["object"],
            byte_ns=costs.allocate_ns["byte"],
            memory=scenario.hardware.memory,
        )
        self._goroutines = Columns(GOROUTINE_COLUMNS)
        self._pauses = Columns(PAUSE_COLUMNS)
        self._cycles = Columns(CYCLE_COLUMNS)
        self._heap_corners = Columns(HEAP_COLUMNS)
        self._utilization = Columns(UTILIZATION_COLUMNS)
        self._descriptors = Descriptors()
        self._counts: Counter[str] = Counter()
        self._stop_terms: Counter[str] = Counter()
        self._completed = 0
        self._ended = self._env.event()
        self._start_ns = 0
        self._allocated_before = (0.0, 0.0)
        self._p_time_before = np.zeros((scenario.ps, len(PState)), np.int64)

    def _collect_with(self, setting: Setting, world: World) -> Collector | GenerationalCollector:
        options, helping = self._scenario.collector, self._stream("helpers")
        if options.strategy != "ghc":
            return Collector(setting, self._scheduler, world, self._heap, helping)
        generations = Generations(nursery=options.generational.nursery, factor=options.generational.factor)
        collector = GenerationalCollector(setting, self._scheduler, world, self._heap, helping, generations=generations)
        collector.spaces.survival = _survival(self._scenario.workload)
        return collector

    def look(self, sample: Sample) -> None:
        """Have somebody look at the scheduler at regular times."""

        def looking() -> Generator[simpy.Event, None, None]:
            while True:
                sample.take(int(self._env.now), self._scheduler)
                yield self._env.timeout(sample.every_ns)

        self._env.process(looking())

    def recording(self) -> Recording:
        """Run to the end and return what happened."""
        self._env.process(sysmon(self._scheduler))
        main = self._scheduler.go("main", self._main())
        if not isinstance(self._scenario.workload, Forest | Pusher):
            self._scheduler.main = main
            self._collector.running_roots = self._running_roots
        failure = ""
        own = isinstance(self._scenario.workload, GoProgram | PythonProgram)
        try:
            with watching(self._env) if own else nullcontext():
                ended_by = str(self._env.run(until=self._ended))
        except OutOfMemoryError:
            ended_by, failure = "out_of_memory", _OUT_OF_MEMORY
        except FatalError as error:
            ended_by, failure = error.kind, str(error)
        except Exception as error:
            failure = (own and faults.escaped(self._scheduler, error)) or ""
            if not failure:
                raise
            ended_by = "program_error"
        if self._progress is not None:
            self._progress(1.0)
        for p in self._scheduler.ps:
            p.halt()
        self._heap.advance()
        heap, bytes_before, objects_before = self._heap, *self._allocated_before
        self._corner()
        now = int(self._env.now)
        recorded = self._operations.on
        rng = generator(self._scenario.seed, "operation shapes", self._scenario.replication)
        goal = self._collector.pacing.goal
        return Recording(
            start_ns=self._start_ns if recorded else now,
            warmup_ns=self._warmup_ns if recorded else 0,
            end_ns=now,
            gomaxprocs=len(self._scheduler.ps),
            ended_by=ended_by,
            failure=failure,
            ops=self._operations.ops,
            allocated_bytes=round(heap.allocated - bytes_before) if recorded else 0,
            allocated_objects=round(heap.allocated_objects - objects_before) if recorded else 0,
            heap_peak=round(heap.peak),
            heap_live=round(heap.reachable),
            heap_goal=round(goal) if goal < np.inf else 0,
            goroutines=self._goroutines.arrays(),
            pauses=self._pauses.arrays(),
            cycles=self._cycles.arrays(),
            heap=self._heap_corners.arrays(),
            utilization=self._utilization.arrays(),
            p_time_ns=self._p_times() - self._p_time_before if recorded else self._p_time_before,
            latency=self._operations.histogram(self._scenario.hardware.costs.operation_shape, rng),
            regions=self._regions(),
            leaks=self._leaks(self._start_ns if recorded else now),
            counts=dict(self._counts),
            stop_terms_ns={name: ns for name, ns in self._stop_terms.items() if ns},
            last_stop_ns=self._collector.last_stop_ns,
        )

    def _leaks(self, since_ns: int) -> tuple[LeakGroup, ...]:
        costs, release = self._scenario.hardware.costs, self._scenario.release
        return leaks(
            self._scheduler,
            since_ns=since_ns,
            goroutine_bytes=round(costs.goroutine_bytes[release]),
            sudog_bytes=round(costs.sudog_bytes[release]),
            descriptors=self._descriptors,
        )

    def _regions(self) -> dict[str, tuple[int, int]]:
        """Return the parts of the address space with what is reserved and what is resident, bytes."""
        scenario, scheduler, roots = self._scenario, self._scheduler, self._collector.roots
        limits = Limits(memory=scenario.hardware.memory, arena=ARENAS[scenario.release])
        space = AddressSpace(roots.data_bytes, limits)
        parked = self._heap.reserved - roots.data_bytes
        space.use(round(self._heap.peak), scheduler.stacks.reserved + max(parked, 0))
        space.ms = scheduler.threads.total
        return {region.name: (region.reserved, region.resident) for region in space.regions()}

    # The program

    def _main(self) -> Program:
        """Build the live heap, park what is to be parked, collect once, begin to record, and start the workers."""
        workload, costs = self._scenario.workload, self._scenario.hardware.costs
        release = self._scenario.release
        match workload:
            case Forest():
                operation = Operation(
                    ns=workload.think_time_ns + costs.operation_ns[release],
                    call_free_ns=workload.think_time_ns,
                    allocation=forest.node_allocation(workload.object_size, workload.churn, grows=False),
                )
                workers = workload.workers
                count = forest.forest_nodes(workload.live_heap, workload.object_size)
                yield build(
                    self._machine,
                    forest.node_allocation(workload.object_size, workload.churn, grows=True),
                    costs.operation_ns[release],
                    count,
                )
                self._collector.roots = _roots(workload, self._mechanisms)
                self._heap.reserve(_beside_the_heap(workload, self._mechanisms.first_stack_bytes))
            case Pusher():
                operation = forest.message_operation(costs.message_ns)
                workers = 1
                count = max(workload.live_heap // forest.MESSAGE_BYTES, 1)
                # The messages are found through one array of buckets.
                self._heap.under_one_object = 1.0
                yield build(self._machine, forest.map_allocation(), costs.message_ns, count)
            case _:
                self._heap.allocate(*_PROCESS_HEAP, kept=True)
                given = parameters(workload)
                if isinstance(workload, GoProgram):
                    given["profile"] = _profile(workload, release)
                yield from PROGRAMS[workload.kind](self._process(), **given)
                # Go's process ends with main, whatever else runs or waits.
                self._scheduler.main = None
                self._end("exit")
                yield _wait_for_ever
                return
        yield Collect()
        self._begin()
        for number in range(workers):
            self._scheduler.go(f"worker{number}", worker(self._machine, operation), by=self._scheduler.ps[0])
        if isinstance(workload, Forest) and workload.loop_ns:
            asynchronous = self._mechanisms.preemption == "asynchronous"
            loop = looper(self._machine, workload.loop_ns, preemptible=asynchronous)
            self._scheduler.go("looper", loop, by=self._scheduler.ps[0])
        yield _wait_for_ever

    def _process(self) -> Process:
        return Process(
            scheduler=self._scheduler,
            requests=self._operations,
            stream=self._stream,
            begin=self._begin,
            release=self._scenario.release,
            descriptors=self._descriptors,
            counts=self._counts,
        )

    def _running_roots(self) -> Roots:
        """Return the stacks of all goroutines as they are now."""
        scheduler = self._scheduler
        alive, used = scheduler.alive, scheduler.stacks.used
        return Roots(goroutines=alive, stack_bytes=used, barriers=alive * stack_barriers(used // max(alive, 1)))

    def _begin(self) -> None:
        """Record from now on, or from the end of the warm-up on: the set-up is over."""
        if self._warmup_ns:
            self._env.process(self._warm_up())
            # A look at the heap rounds its sums: the looks, too, are to be those of a run that records from the start.
            self._env.process(self._count_goroutines())
        else:
            self._record()

    def _warm_up(self) -> Generator[simpy.Event, None, None]:
        yield self._env.timeout(self._warmup_ns)
        # What was done so far belongs to the warm-up, though nothing has interrupted it and counted it yet.
        self._heap.advance()
        for p in self._scheduler.ps:
            if isinstance(p.activity, Operations):
                p.activity.settle()
        self._record()

    def _record(self) -> None:
        """Connect the probes."""
        until = self._scenario.until
        self._start_ns = int(self._env.now)
        self._heap.reset_peak()
        self._allocated_before = (self._heap.allocated, self._heap.allocated_objects)
        self._p_time_before = self._p_times()
        self._operations.on = True
        self._collector.on_stop = self._stopped
        self._collector.on_cycle = self._collected
        self._scheduler.accounts.on_collecting = self._utilization.append
        self._utilization.append(self._start_ns, self._scheduler.accounts.collecting)
        self._corner()
        limits = [(ns, name) for ns, name in ((until.duration_ns, "duration"), (until.at_most_ns, "at_most")) if ns]
        for ns, name in limits:
            self._env.process(self._end_after(ns, name))
        if not self._warmup_ns:
            self._env.process(self._count_goroutines())
        if self._progress is not None and limits:
            self._env.process(self._tell(self._progress, min(ns for ns, _ in limits)))

    def _count_goroutines(self) -> Generator[simpy.Event, None, None]:
        scheduler, until = self._scheduler, self._scenario.until
        over_ns = max(filter(None, (until.duration_ns, until.at_most_ns)), default=_UNENDING_NS)
        while True:
            self._heap.advance()
            if self._operations.on:
                self._goroutines.append(
                    int(self._env.now),
                    scheduler.alive,
                    scheduler.stacks.reserved,
                    round(self._heap.footprint),
                    scheduler.threads.total,
                    len(self._descriptors),
                )
            yield self._env.timeout(max(over_ns // _GOROUTINE_SAMPLES, 1))

    def _end_after(self, ns: int, name: str) -> Generator[simpy.Event, None, None]:
        yield self._env.timeout(ns)
        self._end(name)

    def _end(self, name: str) -> None:
        if not self._ended.triggered:
            self._ended.succeed(name)

    def _tell(self, progress: Callable[[float], None], ns: int) -> Generator[simpy.Event, None, None]:
        for step in range(_PROGRESS_STEPS):
            cycles = self._scenario.until.cycles
            progress(max(step / _PROGRESS_STEPS, self._completed / cycles if cycles else 0.0))
            yield self._env.timeout(max(ns // _PROGRESS_STEPS, 1))

    # The probes

    def _stopped(self, stop: Stop) -> None:
        if self._warmup_ns and stop.requested_ns < self._start_ns:
            return
        self._pauses.append(*(getattr(stop, column) for column in PAUSE_COLUMNS))
        self._stop_terms["stopping"] += stop.stopped_ns - stop.requested_ns
        for name, ns in stop.terms.items():
            self._stop_terms[name] += round(ns)
        # A quota that is used up makes the work of a stop wait for the next period.
        self._stop_terms["quota"] += stop.end_ns - stop.stopped_ns - round(sum(stop.terms.values()))

    def _collected(self, cycle: CycleRecord) -> None:
        self._corner()
        if self._warmup_ns and cycle.start_ns < self._start_ns:
            return  # the warm-up has the rest of it
        self._cycles.append(*(getattr(cycle, column) for column in CYCLE_COLUMNS))
        self._completed += 1
        if self._completed == self._scenario.until.cycles:
            self._end("cycles")

    def _corner(self) -> None:
        self._heap.advance()
        self._heap_corners.append(int(self._env.now), round(self._heap.footprint), round(self._heap.reachable))

    def _p_times(self) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
        return np.array([p.times() for p in self._scheduler.ps], np.int64)

    def _stream(self, name: str) -> Stream:
        return stream(self._scenario.seed, name, self._scenario.replication)


def _roots(workload: Forest, mechanisms: Mechanisms) -> Roots:
    stack_bytes, stack_pointers = forest.parked_stack(workload.parked_stack >> 10)
    dirty = round(workload.dirty * workload.parked)
    return Roots(
        data_bytes=8 * workload.global_pointers,
        data_pointers=round(workload.roots * workload.global_pointers),
        goroutines=workload.parked,
        stack_bytes=workload.parked * stack_bytes,
        stack_pointers=round(workload.roots * workload.parked * stack_pointers),
        barriers=workload.parked * stack_barriers(stack_bytes),
        dirty_bytes=dirty * (FIRST_BARRIER_BYTES if mechanisms.stack_barriers else stack_bytes),
        finalizers=workload.finalizers,
        profile_buckets=workload.allocation_sites,
    )


def _survival(workload: Workload) -> float:
    """Return the share of what is allocated that is still reachable when the nursery is full.

    Of a forest's nodes one in ``churn`` takes the place of a leaf; every message of a pusher stays for a while. What a
    program keeps for good makes the reachable heap grow, and is counted as it does.
    """
    match workload:
        case Forest():
            return 1 / workload.churn
        case Pusher():
            return 1.0
    return 0.0


def _profile(workload: GoProgram, release: str) -> AllocationProfile:
    """Return what a call of the workload's function does to memory in a release."""
    from gcsim.escape.allocations import ProfileError, profile  # noqa: PLC0415 - loads a parser of Go: not for everybody

    try:
        return profile(
            workload.files,
            workload.entry,
            release=release,
            placement=workload.placement,
            values=workload.values,
            fingerprint=workload.text,
        )
    except ProfileError as error:
        raise ProgramError(str(error)) from error


def _beside_the_heap(workload: Forest, first_stack: int) -> int:
    """Return the memory of the data segment and the parked stacks, bytes."""
    used, _ = forest.parked_stack(workload.parked_stack >> 10)
    return 8 * workload.global_pointers + workload.parked * forest.stack_size(used, first_stack)


def _wait_for_ever(g: G) -> None:
    """Block a goroutine for good: nobody readies it."""
