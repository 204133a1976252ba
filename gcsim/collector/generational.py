"""A collector built for throughput: generational, copying, with the world stopped, as GHC's.

It takes the place of Go's in the same process: goroutines, Ps and how the world is stopped stay Go's, and mutators run
at their speed. They owe it nothing while they run: no mark, no assist, no sweeping. (GHC's barrier, which remembers
what is stored into old objects, costs a mutator something too; what is not published, and it is left out.) In return
every collection is a pause: a short one for each nursery that is full, and now and then one as long as the live heap is
large.

Each P has an allocation area, and the first that is full stops all (GHC users guide, options ``-A`` and ``-n``). Ps
that run goroutines allocate alike here, so that theirs are full together; the others leave theirs empty. All Ps copy
(``-qg0`` and ``-qn``, by default). A collection at idle (``-I``) is left out.
"""

from collections.abc import Callable, Generator

import simpy

from gcsim.collector.cycle import CycleRecord, Stop
from gcsim.collector.generations import COPY_BYTE_NS, MINOR_NS, Copied, Generations, Spaces, copy_ns
from gcsim.collector.laws import Roots
from gcsim.collector.setting import Setting
from gcsim.heap import Heap
from gcsim.kernel import Stream
from gcsim.runtime import P, Scheduler, World
from gcsim.runtime.driving import driven, worked
from gcsim.vocabulary import Cause, PState, StopPhase

__all__ = ["FreeGate", "GenerationalCollector", "OldGeneration"]

_HALF_A_BYTE = 0.5

Waiting = Generator[simpy.Event, None, None]


class FreeGate:
    """Asks nothing of a goroutine that allocates.

    Attributes
    ----------
    marking_cycle : int
        Always 0: nothing is marked while goroutines run.
    """

    __slots__ = ("marking_cycle",)

    def __init__(self) -> None:
        self.marking_cycle = 0

    def surcharge_ns(self, allocation: object) -> tuple[float, float]:  # noqa: ARG002 - as every gate's
        """Return what barrier and sweeping add to an operation: nothing."""
        return 0.0, 0.0

    def pay(self, p: P, debtor: object) -> None:
        """Refuse: an allowance is never granted, so that it cannot be used up."""
        raise RuntimeError(f"nobody owes this collector work, and yet {debtor} on {p} would pay")


class OldGeneration:
    """What a run reports as the collector's pace.

    Parameters
    ----------
    spaces : Spaces
        The generations.
    heap : Heap
        What is divided into them.
    """

    __slots__ = ("_heap", "_spaces")

    def __init__(self, spaces: Spaces, heap: Heap) -> None:
        self._spaces = spaces
        self._heap = heap

    @property
    def goal(self) -> float:
        """Size of the old generation at which it is collected, bytes."""
        return self._spaces.limit

    def heap_live(self) -> float:
        """Return the bytes in use."""
        return self._heap.footprint


class GenerationalCollector:
    """The collector of one process.

    Parameters
    ----------
    setting : Setting
        Ps and cores of the process. Neither mechanisms nor GOGC mean anything here.
    scheduler, world, heap : Scheduler, World, Heap
        What it works on.
    helping : Stream
        Random numbers: whose allocation area is full first.
    generations : Generations
        How large they are.

    Attributes
    ----------
    roots : Roots
        Where copying begins; the workload sets it. Stacks are objects of the heap (GHC users guide, option ``-ki``),
        and those that wait are old: a major collection copies them, a minor one leaves them alone.
    running_roots : callable or None
        Gives :attr:`roots` as they are at a major collection.
    spaces : Spaces
        The generations; the workload sets their ``survival``.
    gate : FreeGate
        What it asks of goroutines that allocate: nothing.
    pacing : OldGeneration
        When it wants the next major collection.
    on_stop, on_cycle : callable or None
        Probes: told of every stop, and of every collection.
    last_stop_ns : int
        Always 0: it keeps no promise.
    """

    def __init__(  # noqa: PLR0913 - as the release's collector, and how large its generations are
        self,
        setting: Setting,
        scheduler: Scheduler,
        world: World,
        heap: Heap,
        helping: Stream,
        *,
        generations: Generations,
    ) -> None:
        self.roots = Roots()
        self.running_roots: Callable[[], Roots] | None = None
        self.on_stop: Callable[[Stop], None] | None = None
        self.on_cycle: Callable[[CycleRecord], None] | None = None
        self.last_stop_ns = 0
        self.gate = FreeGate()
        self.spaces = Spaces(heap, generations)
        self.pacing = OldGeneration(self.spaces, heap)
        self._areas = generations.nursery * setting.ps
        self._threads = min(setting.ps, setting.cores)
        self._scheduler = scheduler
        self._world = world
        self._heap = heap
        self._helping = helping
        self._env = scheduler.clock.env
        self._cycles = 0
        self._running = False
        heap.on_trigger = self._triggered
        heap.trigger_saved = 0.0
        heap.trigger_at = self.spaces.full_at(1)

    def force(self, p: P, done: Callable[[P], None]) -> bool:
        """Collect all generations, as ``performMajorGC`` does.

        Parameters
        ----------
        p : P
            Whose goroutine asks; it must allocate nothing meanwhile.
        done : callable
            Called with the P when the collection is over.

        Returns
        -------
        bool
            False if a collection is under way: the goroutine must ask again.
        """
        if self._running:
            return False
        self._env.process(self._collect(p, self._begin(forced=True), done))
        return True

    def start(self, p: P) -> bool:
        """Collect on behalf of the goroutine of a P, whose activity, if it has one, is paused.

        Returns
        -------
        bool
            False if a collection is under way, or if the allocation areas are not full yet.
        """
        if self._running or not self._full():
            return False
        p.halt()
        p.become(PState.SCHEDULING)
        self._env.process(self._collect(p, self._begin(forced=False), self._go_on))
        return True

    def _triggered(self) -> None:
        """Collect on behalf of one of the goroutines that allocate."""
        running = [p for p in self._scheduler.ps if p.state is PState.MUTATOR and hasattr(p.activity, "allowance")]
        if running and not self._running:
            self.start(running[self._helping.integer(len(running))])

    def _full(self) -> bool:
        """Return whether as many areas are full as Ps run goroutines now; if not, look again when one more could be."""
        heap, spaces = self._heap, self.spaces
        allocating = sum(p.state is PState.MUTATOR for p in self._scheduler.ps)
        for areas in range(1, max(allocating, 1) + 1):
            full_at = spaces.full_at(areas)
            if heap.allocated + _HALF_A_BYTE < full_at:
                heap.trigger_at = full_at
                heap.watch()
                return False
        return True

    def _begin(self, *, forced: bool) -> CycleRecord:
        self._running = True
        heap = self._heap
        heap.trigger_at = float("inf")
        heap.advance()
        self._cycles += 1
        return CycleRecord(
            cycle=self._cycles,
            forced=forced,
            major=forced or self.spaces.grown,
            start_ns=int(self._env.now),
            trigger=self._areas,
            next_trigger=self._areas,
            heap_start=round(heap.footprint),
            goal=round(self.spaces.limit),
        )

    def _collect(self, p: P, record: CycleRecord, done: Callable[[P], None]) -> Waiting:
        heap, spaces = self._heap, self.spaces
        yield from driven(self._scheduler, p)
        requested = int(self._env.now)
        yield from self._world.stop(p)
        stopped = int(self._env.now)
        heap.advance()
        copied = spaces.copies(major=record.major)
        record.heap_end = round(heap.footprint)
        record.scan_work = round(copied.size)
        terms = {"collection": MINOR_NS, "copy": copy_ns(copied, self._threads)}
        if record.major:
            self._clear_pools()
            terms["stacks_and_data"] = self._roots_ns()
        room = round(copied.moved)
        # What is copied stands there twice until the copy is complete.
        heap.reserve(room)
        heap.peak = max(heap.peak, heap.footprint + room)
        yield from worked(self._scheduler, round(sum(terms.values())), self._threads)
        heap.reserve(-room)
        spaces.collect(major=record.major)
        record.heap_marked = round(heap.footprint)
        self._world.start(p)
        end = int(self._env.now)
        if p.g is not None:
            waiting = p.g.activity or p.g
            waiting.delayed(stopped - requested, Cause.STOPPING)
            waiting.delayed(end - stopped, Cause.STOPPED)
        record.mark_start_ns, record.mark_end_ns, record.end_ns = stopped, end, end
        record.mark_termination_ns = end - requested
        self._tell(record, requested, terms)
        done(p)

    def _roots_ns(self) -> float:
        """Return how long it takes to copy the stacks that wait and to go through the data segment, ns."""
        if self.running_roots is not None:
            self.roots = self.running_roots()
        roots = self.roots
        stacks = Copied(size=roots.stack_bytes, objects=roots.goroutines)
        return copy_ns(stacks, self._threads) + roots.data_bytes * COPY_BYTE_NS / self._threads

    def _clear_pools(self) -> None:
        """Empty every ``sync.Pool``, as Go's collections do; minor ones, which Go does not have, leave them alone."""
        for pool in self._scheduler.pools:
            pool.clear()
        self._scheduler.pools.clear()

    def _tell(self, record: CycleRecord, requested: int, terms: dict[str, float]) -> None:
        """Let goroutines fill their areas again, and tell the probes."""
        self._running = False
        self._heap.trigger_at = self.spaces.full_at(1)
        self._heap.watch()
        if self.on_stop is not None:
            self.on_stop(
                Stop(
                    cycle=record.cycle,
                    phase=StopPhase.WHOLE_CYCLE,
                    requested_ns=requested,
                    stopped_ns=record.mark_start_ns,
                    end_ns=record.end_ns,
                    terms=terms,
                )
            )
        if self.on_cycle is not None:
            self.on_cycle(record)

    def _go_on(self, p: P) -> None:
        """Let a P go on with its goroutine."""
        activity = p.g.activity if p.g is not None else None
        if activity is None:
            self._scheduler.proceed(p)
        else:
            p.run(activity)
