"""The address space of a process, and which limit many threads or goroutines hit first."""

from dataclasses import replace
from itertools import pairwise

import pytest

from gcsim.runtime.address_space import (
    ARENAS,
    KINDS,
    AddressSpace,
    Limits,
    capacities,
    first_limit,
    reserved_bytes,
    resident_bytes,
)

GIB, MIB, KIB = 2**30, 2**20, 2**10
MACHINE = Limits(memory=24 * GIB)
MEASURED_THREADS = 8000
"""Blocked pthreads in the process that was measured: /proc/PID/status and /proc/meminfo before and after."""


# Kinds against what was measured


def test_threads_reserve_what_a_real_process_with_8000_of_them_had_mapped() -> None:
    vm_size_kib = 65_580_916 - 10_672
    assert reserved_bytes(KINDS["pthread"], MEASURED_THREADS) == pytest.approx(vm_size_kib * KIB, rel=1e-4)


def test_threads_take_the_physical_memory_that_8000_of_them_took() -> None:
    rss, kernel_stack, page_tables, slab = 67_920 - 1624, 129_920 - 1928, 32_364 - 48, 650_860 - 592_136
    measured = (rss + kernel_stack + page_tables + slab) * KIB
    assert resident_bytes(KINDS["pthread"], MEASURED_THREADS) == pytest.approx(measured, rel=0.03)


def test_goroutines_take_the_2_6_to_2_9_kb_that_were_measured() -> None:
    each = reserved_bytes(KINDS["goroutine_2k"], 100_000) / 100_000
    assert 2600 <= each <= 2900
    assert resident_bytes(KINDS["goroutine_2k"], 100_000) == 100_000 * each


def test_the_ratio_of_4096_between_the_stacks_is_one_of_address_space_and_not_of_memory() -> None:
    thread, goroutine = KINDS["pthread"], KINDS["goroutine_2k"]
    assert round(reserved_bytes(thread, 1) / reserved_bytes(goroutine, 1)) == 3054
    assert round(resident_bytes(thread, 1) / resident_bytes(goroutine, 1)) == 13


def test_of_an_8_kib_stack_a_blocked_goroutine_has_touched_one_page() -> None:
    kind = KINDS["goroutine_8k"]
    assert reserved_bytes(kind, 10) - resident_bytes(kind, 10) == 10 * 4096


def test_none_takes_nothing() -> None:
    assert {reserved_bytes(kind, 0) + resident_bytes(kind, 0) for kind in KINDS.values()} == {0}


# Limits


def test_threads_meet_the_limits_of_the_kernel_in_this_order() -> None:
    most = capacities(KINDS["pthread"], MACHINE)
    assert sorted(most.items(), key=lambda item: item[1]) == [
        ("vm.max_map_count", 32_765),
        ("kernel.pid_max", 32_767),
        ("kernel.threads-max", 196_608),
        ("memory", 712_424),
        ("address space", 16_769_027),
    ]


def test_a_pure_go_program_stops_at_its_own_limit_of_threads() -> None:
    # if sched.mcount > sched.maxmcount { print("runtime: program exceeds ...-thread limit") }
    assert first_limit(KINDS["m"], MACHINE) == ("Go's thread limit", 10_000)
    assert "address space" not in capacities(KINDS["m"], MACHINE)


def test_goroutines_are_limited_by_memory_alone() -> None:
    assert capacities(KINDS["goroutine_2k"], MACHINE) == {"memory": 9_377_657, "Go's arena": 200_056_700}
    assert first_limit(KINDS["goroutine_8k"], MACHINE) == ("memory", 5_373_186)


def test_the_arena_is_the_limit_of_goroutines_on_a_machine_with_more_memory_than_it_spans() -> None:
    large = Limits(memory=1024 * GIB, arena=ARENAS["1.4"])
    assert first_limit(KINDS["goroutine_2k"], large) == ("Go's arena", 128 * GIB // 2748)


def test_a_small_machine_has_fewer_threads_by_threads_max() -> None:
    # As many as an eighth of the memory has kernel stacks for.
    assert Limits(memory=GIB).threads == 8192
    assert first_limit(KINDS["pthread"], Limits(memory=GIB)) == ("kernel.threads-max", 8192)


def test_with_the_limits_of_the_kernel_raised_memory_ends_the_threads_before_the_address_space_does() -> None:
    raised = replace(MACHINE, mappings=10**9, pids=2**22)
    assert first_limit(KINDS["pthread"], raised)[0] == "kernel.threads-max"
    rich = replace(raised, memory=4096 * GIB)
    assert first_limit(KINDS["pthread"], rich) == ("kernel.pid_max", 2**22 - 1)
    assert first_limit(KINDS["pthread"], replace(rich, pids=2**30)) == ("address space", 16_769_027)


# Arenas


@pytest.mark.parametrize(
    ("go", "start"),
    [
        ("1.2", 0xC210000000),
        ("1.3", 0xC208000000),
        ("1.4", 0xC208000000),
        ("1.5", 0xC820000000),
        ("1.6", 0xC820000000),
        ("1.7", 0xC420000000),
        ("1.8", 0xC420000000),
    ],
)
def test_the_heap_begins_where_pointers_in_tracebacks_of_the_release_begin(go: str, start: int) -> None:
    assert ARENAS[go].start == start


@pytest.mark.parametrize("go", ARENAS)
def test_spans_and_bitmap_suffice_for_the_whole_arena(go: str) -> None:
    arena = ARENAS[go]
    page = 4096 if go == "1.2" else 8192
    bits = 2 if go in ("1.7", "1.8") else 4
    assert arena.spans == arena.size // page * 8
    assert arena.bitmap == arena.size // 8 * bits // 8


# The address space of a program


def test_a_program_has_these_regions_from_below_to_above() -> None:
    space = AddressSpace(3 * MIB, MACHINE)
    space.use(heap=100 * MIB, stacks=5 * MIB + 1)
    space.pthreads = 2
    space.ms = 3
    assert [(region.name, hex(region.start), region.reserved, region.resident) for region in space.regions()] == [
        ("data segment", "0x400000", 3 * MIB, 3 * MIB),
        ("spans", "0xc000000000", 106 * KIB, 106 * KIB),
        ("bitmap", "0xc020000000", 106 * MIB // 32, 106 * MIB // 32),
        ("heap and goroutine stacks", "0xc420000000", 106 * MIB, 105 * MIB + 1 + 3 * 9128),
        ("thread stacks", hex(2**47 - 4096 - 2 * 8_392_704), 2 * 8_392_704, 2 * 8192),
    ]


def test_regions_do_not_overlap_however_full_they_are() -> None:
    space = AddressSpace(8 * MIB, MACHINE)
    space.use(heap=500 * GIB, stacks=12 * GIB)
    space.pthreads = 32_000
    regions = space.regions()
    for below, above in pairwise(regions):
        assert below.start + below.reserved <= above.start


def test_the_data_segment_stays_what_it_is_while_heap_and_stacks_grow() -> None:
    space = AddressSpace(64 * MIB, MACHINE)
    sizes = []
    for heap in (0, 10 * MIB, GIB):
        space.use(heap, heap // 2)
        sizes.append(space.regions()[0].reserved)
    assert sizes == [64 * MIB] * 3
    assert space.reserved == 64 * MIB + 1536 * MIB + 1536 * KIB + 48 * MIB


def test_what_the_heap_has_got_it_keeps() -> None:
    space = AddressSpace(MIB, MACHINE)
    space.use(heap=GIB, stacks=MIB)
    most = (space.reserved, space.resident)
    space.use(heap=MIB, stacks=0)
    assert (space.reserved, space.resident) == most


def test_a_thread_adds_eight_mebibytes_to_what_is_reserved_and_some_kibibytes_to_what_is_resident() -> None:
    space = AddressSpace(MIB, MACHINE)
    before = (space.reserved, space.resident)
    space.pthreads = 1
    kind = KINDS["pthread"]
    assert (space.reserved - before[0], space.resident - before[1]) == (8_392_704, resident_bytes(kind, 1))


@pytest.mark.parametrize(
    ("limits", "heap", "ms", "pthreads", "exceeded"),
    [
        (MACHINE, GIB, 10_000, 0, None),
        (MACHINE, 0, 10_001, 0, "Go's thread limit"),
        (MACHINE, 0, 0, 32_765, None),
        (MACHINE, 0, 0, 32_766, "vm.max_map_count"),
        (replace(MACHINE, mappings=10**6), 0, 0, 32_767, None),
        (replace(MACHINE, mappings=10**6), 0, 0, 32_768, "kernel.pid_max"),
        (Limits(memory=GIB), 0, 4192, 4000, None),
        (Limits(memory=GIB), 0, 4193, 4000, "kernel.threads-max"),
        (MACHINE, 23 * GIB, 0, 0, None),
        (MACHINE, 24 * GIB, 0, 0, "memory"),
        (Limits(memory=2**50), 512 * GIB, 0, 0, None),
        (Limits(memory=2**50), 512 * GIB + 1, 0, 0, "Go's arena"),
        (Limits(memory=2**50, pids=2**40, mappings=2**40), 0, 0, 16_769_027, None),
        (Limits(memory=2**50, pids=2**40, mappings=2**40), 0, 0, 16_769_028, "address space"),
    ],
)
def test_the_limit_that_is_exceeded_has_a_name(
    limits: Limits, heap: int, ms: int, pthreads: int, exceeded: str | None
) -> None:
    space = AddressSpace(MIB, limits)
    space.use(heap, 0)
    space.ms = ms
    space.pthreads = pthreads
    assert space.exceeded() == exceeded
