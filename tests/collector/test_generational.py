"""The throughput collector: when it stops the world, for how long, and what is left then."""

from itertools import pairwise

import pytest

from gcsim.collector.generational import FreeGate
from gcsim.collector.generations import (
    COPY_BYTE_NS,
    COPY_OBJECT_NS,
    LARGE_OBJECT_BYTES,
    LEAST_OLD_BYTES,
    MINOR_NS,
    Copied,
    Generations,
    copy_ns,
)
from gcsim.collector.laws import Roots
from gcsim.heap import OutOfMemoryError
from gcsim.runtime import Allocate, Compute, P
from gcsim.vocabulary import Cause, PState, StopPhase
from gcsim.workloads.mutator import Mutator
from gcsim.workloads.operations import Machine
from tests.collector.copying import NURSERY, OPERATION_NS, Copying, copying
from tests.parts import GARBAGE, GROWTH

MIB = 1 << 20


def test_its_generations_are_those_of_ghc_by_default() -> None:
    assert Generations() == Generations(nursery=MIB, factor=2.0)


# The law of copying


def test_copying_takes_time_for_every_object_and_every_byte() -> None:
    assert copy_ns(Copied(size=5000.0, objects=100.0), 1) == pytest.approx(100 * COPY_OBJECT_NS + 5000 * COPY_BYTE_NS)


def test_more_threads_share_two_thirds_of_it() -> None:
    copied = Copied(size=1e6, objects=1e4)
    alone = copy_ns(copied, 1)
    assert [copy_ns(copied, threads) / alone for threads in (2, 4)] == pytest.approx([2 / 3, 1 / 2])


def test_objects_above_three_kilobytes_are_not_moved() -> None:
    small, large = (Copied(size=10.0 * size, objects=10.0) for size in (LARGE_OBJECT_BYTES, LARGE_OBJECT_BYTES + 1))
    assert (small.moved, large.moved) == (10 * LARGE_OBJECT_BYTES, 0)
    assert copy_ns(large, 1) == 10 * COPY_OBJECT_NS


# Minor collections


def test_the_world_stops_when_the_allocation_area_is_full() -> None:
    process = copying()
    process.work()
    process.run(350_000)
    assert [stop.phase for stop in process.stops] == [StopPhase.WHOLE_CYCLE] * 3
    assert not process.majors
    began = [0, *(stop.end_ns for stop in process.stops)]
    assert [stop.requested_ns - before for stop, before in zip(process.stops, began, strict=False)] == [NURSERY] * 3


def test_each_p_that_runs_a_goroutine_has_an_area_of_its_own() -> None:
    for goroutines, areas in ((1, 1), (2, 2), (3, 3), (5, 3)):
        process = copying(ps=3)
        process.work(goroutines)
        process.run(500_000)
        assert process.cycles[1].heap_start == pytest.approx(areas * NURSERY, abs=10)


def test_garbage_dies_in_the_nursery_and_costs_nothing() -> None:
    process = copying()
    process.keep(50_000, 10)
    process.work()
    process.until_collections(5)
    assert [cycle.heap_marked for cycle in process.cycles] == [50_000] * 5
    assert process.pauses[2:] == [MINOR_NS] * 3
    assert process.heap.freed == pytest.approx(process.heap.allocated - 50_000)
    assert process.heap.pages_left == 0


def test_what_replaces_a_live_object_is_copied_twice_before_it_is_old() -> None:
    process = copying(survival=0.25)
    process.work()
    process.until_collections(4)
    new = 0.25 * NURSERY
    assert [cycle.scan_work for cycle in process.cycles] == pytest.approx([new, 2 * new, 2 * new, 2 * new], abs=4)
    assert process.collector.spaces.old == pytest.approx(3 * new, abs=4)
    assert process.collector.spaces.aged == pytest.approx(new, abs=4)
    objects = new / GARBAGE.size
    each = 2 * (new * COPY_BYTE_NS + objects * COPY_OBJECT_NS)
    assert process.pauses[1:] == pytest.approx([MINOR_NS + each] * 3, abs=2)


def test_what_makes_the_live_heap_grow_survives() -> None:
    process = copying()
    process.work(allocation=GROWTH)
    process.until_collections(3)
    assert [cycle.heap_marked for cycle in process.cycles] == pytest.approx([NURSERY, 2 * NURSERY, 3 * NURSERY], abs=4)
    assert process.heap.reachable == pytest.approx(3 * NURSERY, abs=4)


def test_minor_pauses_do_not_grow_with_the_live_heap() -> None:
    longest = []
    for live in (MIB // 2, 512 * MIB):
        process = copying(survival=0.1)
        process.keep(live, live // 256)
        process.work()
        process.until_collections(6)
        # What was built last is young as well; from the fourth collection on it is old.
        longest.append(max(pause for pause, of in zip(process.pauses, process.cycles, strict=True) if of.cycle > 3))
    assert longest[0] == longest[1]


# Major collections


def test_the_old_generation_is_collected_when_it_has_doubled() -> None:
    process = copying(survival=0.5)
    process.keep(4 * MIB, 40_000)
    process.work()
    process.run(120_000_000)
    first, *others = process.majors
    assert first.cycle == 3
    assert len(others) >= 4
    assert all(cycle.goal == pytest.approx(8 * MIB, rel=0.02) for cycle in others)
    assert all(cycle.heap_start >= cycle.goal for cycle in others)
    assert all(cycle.heap_marked == pytest.approx(4 * MIB, abs=4) for cycle in process.majors)
    # As much as lives is replaced between two, by half of what is allocated.
    between = {later.cycle - earlier.cycle for earlier, later in pairwise(others)}
    assert between <= {4 * MIB * 2 // NURSERY - 1, 4 * MIB * 2 // NURSERY, 4 * MIB * 2 // NURSERY + 1}


def test_a_larger_factor_makes_major_collections_rarer() -> None:
    numbers = []
    for factor in (2.0, 4.0):
        process = copying(survival=0.5, factor=factor)
        process.keep(2 * MIB, 20_000)
        process.work()
        process.run(60_000_000)
        numbers.append(len(process.majors))
    assert numbers[0] == pytest.approx(3 * numbers[1], abs=3)


def test_the_old_generation_is_left_alone_below_its_least_size() -> None:
    process = copying(survival=1.0)
    process.work()
    process.until_collections(30)
    assert process.majors
    assert process.majors[0].cycle == LEAST_OLD_BYTES // NURSERY + 3
    assert process.majors[0].goal == LEAST_OLD_BYTES


def test_a_major_pause_is_as_long_as_copying_all_that_lives() -> None:
    for live in (8 * MIB, 32 * MIB):
        process = copying()
        process.keep(live, live // 100)
        process.work()
        process.until_collections(4)
        (major,) = process.majors
        stop, pause = process.stops[major.cycle - 1], process.pauses[major.cycle - 1]
        assert pause == pytest.approx(MINOR_NS + live // 100 * COPY_OBJECT_NS + live * COPY_BYTE_NS, rel=0.01)
        assert pause == round(sum(stop.terms.values()))
        assert stop.terms.keys() == {"collection", "copy", "stacks_and_data"}


def test_all_ps_that_have_a_core_copy() -> None:
    pauses = []
    for cores in (1, 64):
        process = copying(ps=2, cores=cores)
        process.keep(8 * MIB, 80_000)
        process.work()
        process.until_collections(4)
        pauses.append(max(process.pauses) - MINOR_NS)
    assert pauses[1] == pytest.approx(2 / 3 * pauses[0], rel=0.01)


def test_stacks_and_data_are_work_of_major_collections_alone() -> None:
    def pauses(roots: Roots) -> tuple[int, int]:
        process = copying()
        process.collector.running_roots = lambda: roots
        process.keep(2 * MIB, 20_000)
        process.work()
        process.until_collections(5)
        return max(process.pauses), process.pauses[-1]

    none = pauses(Roots())
    stacks, data = pauses(Roots(goroutines=1000, stack_bytes=2_000_000)), pauses(Roots(data_bytes=1_000_000))
    assert stacks[0] - none[0] == pytest.approx(1000 * COPY_OBJECT_NS + 2e6 * COPY_BYTE_NS, abs=1)
    assert data[0] - none[0] == pytest.approx(1e6 * COPY_BYTE_NS, abs=1)
    assert stacks[1] == data[1] == none[1]


class _Cleared:
    """A pool that counts how often it is emptied."""

    def __init__(self) -> None:
        self.times = 0

    def clear(self) -> None:
        self.times += 1


def test_pools_are_emptied_by_major_collections_alone() -> None:
    process, pool = copying(), _Cleared()
    process.work()
    process.scheduler.pools[pool] = None  # type: ignore[index]
    process.until_collections(3)
    assert pool.times == 0
    process.keep(2 * MIB)
    process.until_collections(10)
    assert pool.times == len(process.majors) == 1


# Memory


def test_the_heap_peaks_at_three_times_what_lives() -> None:
    process = copying(survival=0.5)
    process.keep(8 * MIB, 80_000)
    process.work()
    process.run(40_000_000)
    process.heap.reset_peak()
    process.run(60_000_000)
    process.until_collections(len(process.cycles) + 1)
    assert process.heap.peak / process.heap.reachable == pytest.approx(3.0, rel=0.05)
    assert process.heap.reserved == 0


def test_a_copy_that_does_not_fit_into_memory_ends_the_process() -> None:
    process = copying(memory=12 * MIB)
    process.keep(8 * MIB, 80_000)
    process.work()
    with pytest.raises(OutOfMemoryError):
        process.run(1_000_000)


def test_large_objects_need_no_room_a_second_time() -> None:
    process = copying(memory=12 * MIB)
    process.keep(8 * MIB, 1000)
    process.work()
    process.run(1_000_000)
    assert process.majors
    assert process.heap.peak < 12 * MIB


# Who waits, and who asks


def test_the_goroutine_that_finds_its_area_full_waits_for_the_collection() -> None:
    process = copying()
    process.work()
    process.until_collections(4)
    # The operation in flight at the last one is counted when it is done.
    assert [delays for _, delays in process.sink.charged] == [{Cause.STOPPED: pause} for pause in process.pauses[:3]]
    assert process.sink.ops == 4 * NURSERY // OPERATION_NS


def test_the_world_runs_between_two_collections_and_only_there() -> None:
    process = copying(ps=2)
    process.work(2)
    process.run(1_000_000)
    for p in process.scheduler.ps:
        assert p.times()[PState.STOPPED] == sum(process.pauses)
        assert p.times()[PState.MUTATOR] == pytest.approx(1_000_000 - sum(process.pauses), abs=2)


def test_nothing_is_asked_of_goroutines_that_allocate() -> None:
    gate = FreeGate()
    assert gate.marking_cycle == 0
    assert gate.surcharge_ns(GARBAGE) == (0, 0)
    with pytest.raises(RuntimeError, match="nobody owes this collector work"):
        gate.pay(copying().scheduler.ps[0], None)


def _forced(process: Copying) -> list[P]:
    done: list[P] = []
    p = process.scheduler.ps[0]
    p.become(PState.SCHEDULING)
    assert process.collector.force(p, done.append)
    return done


def test_a_forced_collection_copies_everything() -> None:
    process = copying()
    process.keep(1000, 10)
    process.heap.allocate(5000, 50, 0, kept=False)
    done = _forced(process)
    process.run(1_000_000)
    (cycle,) = process.cycles
    assert (cycle.forced, cycle.major, cycle.heap_start, cycle.heap_marked) == (True, True, 6000, 1000)
    assert done == [process.scheduler.ps[0]]
    assert process.pauses == [round(MINOR_NS + 10 * COPY_OBJECT_NS + 1000 * COPY_BYTE_NS)]


def test_only_one_collection_goes_on_at_a_time() -> None:
    process = copying(ps=2)
    _forced(process)
    other = process.scheduler.ps[1]
    assert not process.collector.force(other, lambda _: None)
    assert not process.collector.start(other)
    process.run(1_000_000)
    assert len(process.cycles) == 1


def test_nobody_can_start_a_collection_before_the_areas_are_full() -> None:
    process = copying()
    process.heap.allocate(NURSERY - 1, 1, 0, kept=False)
    assert not process.collector.start(process.scheduler.ps[0])
    process.run(1_000_000)
    assert not process.cycles


def test_it_says_at_which_size_the_old_generation_is_collected() -> None:
    process = copying()
    assert process.collector.pacing.goal == LEAST_OLD_BYTES
    process.keep(3 * MIB, 100)
    process.work()
    process.until_collections(5)
    assert process.collector.pacing.goal == pytest.approx(6 * MIB, abs=4)
    assert process.collector.pacing.heap_live() == process.heap.footprint
    assert process.collector.last_stop_ns == 0


def test_a_program_that_allocates_collects_when_its_area_is_full() -> None:
    process = copying()
    machine = Machine(
        clock=process.clock,
        scheduler=process.scheduler,
        heap=process.heap,
        gate=process.collector.gate,
        sink=process.sink,
    )
    process.scheduler.mutator = Mutator(machine, process.collector, object_ns=10, byte_ns=0, memory=1 << 40)
    keeps, drops = Allocate(1000, lifetime="kept"), Allocate(9000)
    process.scheduler.go("program", [step for _ in range(35) for step in (keeps, drops, Compute(1000))])
    process.run(10_000_000)
    assert [cycle.heap_start for cycle in process.cycles] == [100_000, 110_000, 120_000]
    assert [cycle.heap_marked for cycle in process.cycles] == [10_000, 20_000, 30_000]
