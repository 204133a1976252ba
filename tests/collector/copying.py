"""A process whose heap is collected by copying: goroutines that allocate, and what they saw of the collector."""

from dataclasses import dataclass, field

from gcsim.collector import CycleRecord, Setting, Stop
from gcsim.collector.generational import GenerationalCollector
from gcsim.collector.generations import Generations
from gcsim.heap import Allocation, Heap
from gcsim.kernel import StopClock, stream
from gcsim.runtime import Scheduler, StopCosts, World
from gcsim.workloads.operations import Machine, Operation
from gcsim.workloads.programs import worker
from tests.parts import GARBAGE, a_clock, a_heap, a_scheduler, a_setting, pass_time
from tests.workloads.gates import CountingSink

__all__ = ["NURSERY", "OPERATION_NS", "Copying", "copying"]

NURSERY = 100_000
"""Filled by one goroutine in 100 us: it allocates a byte in a ns."""

OPERATION_NS = 100


@dataclass(kw_only=True)
class Copying:
    """The process, every stop and every collection so far."""

    clock: StopClock
    scheduler: Scheduler
    heap: Heap
    collector: GenerationalCollector
    sink: CountingSink
    stops: list[Stop] = field(default_factory=list)
    cycles: list[CycleRecord] = field(default_factory=list)

    @property
    def pauses(self) -> list[int]:
        """How long the world stood still in each collection, ns."""
        return [stop.end_ns - stop.stopped_ns for stop in self.stops]

    @property
    def majors(self) -> list[CycleRecord]:
        """The collections that copied everything."""
        return [cycle for cycle in self.cycles if cycle.major]

    def keep(self, size: int, objects: int = 1) -> None:
        """Let something live, at once."""
        self.heap.allocate(size, objects, 0, kept=True)

    def work(self, goroutines: int = 1, allocation: Allocation = GARBAGE) -> None:
        """Let goroutines allocate from now on."""
        machine = Machine(
            clock=self.clock, scheduler=self.scheduler, heap=self.heap, gate=self.collector.gate, sink=self.sink
        )
        operation = Operation(ns=OPERATION_NS, call_free_ns=0, allocation=allocation)
        for number in range(goroutines):
            self.scheduler.go(f"worker{number}", worker(machine, operation))

    def run(self, ns: int) -> None:
        """Let time pass."""
        pass_time(self.clock, ns)

    def until_collections(self, n: int) -> None:
        """Let time pass until so many are over."""
        while len(self.cycles) < n:
            self.clock.env.step()


def copying(  # noqa: PLR0913 - one for each thing that a test may want to be another
    *,
    ps: int = 1,
    cores: int = 64,
    survival: float = 0.0,
    nursery: int = NURSERY,
    factor: float = 2.0,
    memory: int = 1 << 40,
) -> Copying:
    """Give such a process with an empty heap; its world stops at once and for nothing."""
    clock = a_clock()
    scheduler, heap = a_scheduler(clock, ps), a_heap(clock, memory)
    world = World(scheduler, StopCosts(base_ns=0, handshake_ns=0, retry_share=0), stream(1, "stops", 0))
    setting: Setting = a_setting("1.8", ps=ps, cores=cores)
    generations = Generations(nursery=nursery, factor=factor)
    collector = GenerationalCollector(setting, scheduler, world, heap, stream(1, "helpers", 0), generations=generations)
    collector.spaces.survival = survival
    process = Copying(clock=clock, scheduler=scheduler, heap=heap, collector=collector, sink=CountingSink())

    collector.on_stop = process.stops.append
    collector.on_cycle = process.cycles.append
    return process
