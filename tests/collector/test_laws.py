"""A law grows with what it says, in proportion, and with nothing else."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.collector import ERAS, Roots, era, stack_barriers
from gcsim.collector.laws import (
    BASE_BUCKETS,
    DATA_JOB_BYTES,
    LAST_TERMS,
    Terms,
    data_mark_ns,
    data_scan_ns,
    hidden_ns,
    mark_ns,
    mark_termination,
    root_scan_ns,
    stopped_mark,
    sweep_termination,
)
from gcsim.heap import PAGE_BYTES, Heap
from tests.parts import COSTS, a_clock, a_heap, a_setting

ROOTS = [field.name for field in dataclasses.fields(Roots)]
SCANNED = ["data_bytes", "data_pointers", "goroutines", "stack_bytes", "stack_pointers"]
GIB = 1 << 30

releases = st.sampled_from(sorted(ERAS))
counts = st.integers(0, 10**7)
roots = st.builds(Roots, **dict.fromkeys(ROOTS, counts))


def a_marked_heap(objects: int = 0, scan: int = 0, size: int = 0, under_one: float = 0.0) -> Heap:
    heap = a_heap(a_clock())
    heap.reachable_objects, heap.reachable_scan = float(objects), float(scan)
    heap.reachable = heap.allocated = float(size)
    heap.under_one_object = under_one
    return heap


def grown(what: Roots, name: str, by: int) -> Roots:
    return dataclasses.replace(what, **{name: getattr(what, name) + by})


def added(few: Terms, many: Terms) -> dict[str, float]:
    """Return the terms that grew, and by how much."""
    assert few.keys() == many.keys()
    return {name: many[name] - few[name] for name in few if many[name] - few[name] > 1e-3}


@given(counts, counts, counts)
def test_marking_costs_a_miss_for_each_object_and_bandwidth_for_each_byte(objects: int, scan: int, more: int) -> None:
    base = mark_ns(COSTS, objects, scan)
    miss = COSTS.mark_object_ns * COSTS.concurrent_slowdown
    assert mark_ns(COSTS, objects + more, scan) - base == pytest.approx(more * miss, rel=1e-6, abs=1e-3)
    assert mark_ns(COSTS, objects, scan + more) - base == pytest.approx(more * COSTS.scan_byte_ns, rel=1e-6, abs=1e-3)


COST_OF_A_ROOT = {
    "data_bytes": COSTS.data_byte_ns,
    "data_pointers": COSTS.root_pointer_ns,
    "goroutines": COSTS.goroutine_scan_ns,
    "stack_bytes": COSTS.stack_byte_ns,
    "stack_pointers": COSTS.root_pointer_ns,
}


@given(roots, st.sampled_from(ROOTS), counts)
def test_each_kind_of_root_adds_its_own_cost_to_a_scan_of_the_roots(base: Roots, name: str, more: int) -> None:
    grew = root_scan_ns(COSTS, grown(base, name, more)) - root_scan_ns(COSTS, base)
    slower = 1.0 if name.endswith("pointers") else COSTS.concurrent_slowdown
    expected = more * COST_OF_A_ROOT.get(name, 0.0) * slower
    assert grew == pytest.approx(expected, rel=1e-6, abs=1e-2)


@given(roots)
def test_the_heap_is_hidden_until_all_of_the_data_segment_but_a_job_is_scanned(base: Roots) -> None:
    first = min(base.data_bytes, DATA_JOB_BYTES) / max(base.data_bytes, 1)
    assert hidden_ns(COSTS, base) == pytest.approx(data_mark_ns(COSTS, base) * (1 - first if base.data_bytes else 0))


@given(roots, st.sampled_from(ROOTS), counts)
def test_a_scan_of_the_data_segment_sees_the_data_segment_only(base: Roots, name: str, more: int) -> None:
    grew = data_scan_ns(COSTS, grown(base, name, more)) - data_scan_ns(COSTS, base)
    assert grew == pytest.approx(more * COST_OF_A_ROOT[name] if name.startswith("data") else 0, rel=1e-6, abs=1e-3)


@given(releases, roots, counts, counts, st.integers(1, 64))
def test_a_stopped_mark_is_shared_by_the_helpers_but_for_the_data_segment(
    go: str, base: Roots, objects: int, scan: int, ps: int
) -> None:
    heap = a_marked_heap(objects, scan)
    alone = stopped_mark(a_setting(go, ps=1), base, heap)
    shared = stopped_mark(a_setting(go, ps=ps), base, heap)
    segment = base.data_bytes * COSTS.data_byte_ns
    serial = {"base", "finalizer_queue", "profile_flush"}
    for name in alone:
        whole = alone[name] if name in serial else segment if name == "data" else 0.0
        assert shared[name] - whole == pytest.approx((alone[name] - whole) / min(ps, 32), rel=1e-6, abs=1e-3)


@pytest.mark.parametrize(("go", "share"), [("1.4", 0.75), ("1.7", 0.75), ("1.8", 1 / 8)])
def test_what_hangs_under_one_object_is_marked_by_one_helper_until_1_8_cuts_it_up(go: str, share: float) -> None:
    whole = stopped_mark(a_setting(go, ps=1), Roots(), a_marked_heap(10**6))["heap"]
    took = stopped_mark(a_setting(go, ps=8), Roots(), a_marked_heap(10**6, under_one=0.75))["heap"]
    assert took == pytest.approx(share * whole)


@given(releases, roots, st.sampled_from(ROOTS), st.integers(1, 10**7))
def test_each_kind_of_root_adds_its_own_cost_to_a_stopped_mark(go: str, base: Roots, name: str, more: int) -> None:
    setting, heap = a_setting(go, ps=1), a_marked_heap()
    grew = added(stopped_mark(setting, base, heap), stopped_mark(setting, grown(base, name, more), heap))
    term = "data" if name.startswith("data") else "goroutines"
    expected = {term: more * COST_OF_A_ROOT[name]} if name in SCANNED else {}
    if name in SERIAL and (term := SERIAL[name][0]) in grew:
        beyond = max(base.profile_buckets + more - max(base.profile_buckets, BASE_BUCKETS), 0)
        expected = {term: (beyond if name == "profile_buckets" else more) * SERIAL[name][1]}
    assert grew == pytest.approx(expected, rel=1e-4, abs=1e-2)


def test_a_stopped_mark_scans_the_queue_of_finalizers_and_flushes_the_heap_profile_serially() -> None:
    setting, heap = a_setting("1.4", ps=4), a_marked_heap()
    few = stopped_mark(setting, Roots(profile_buckets=BASE_BUCKETS), heap)
    many = stopped_mark(setting, Roots(profile_buckets=BASE_BUCKETS + 100, finalizers=1000), heap, slowest=1.5)
    assert added(few, many) == {
        "finalizer_queue": pytest.approx(1000 * COSTS.finalizer_ns),
        "profile_flush": pytest.approx(100 * COSTS.profile_bucket_ns),
    }


@given(releases, counts, counts)
def test_a_stopped_mark_grows_with_objects_and_scannable_bytes(go: str, objects: int, scan: int) -> None:
    took = sum(stopped_mark(a_setting(go, ps=1), Roots(), a_marked_heap(objects, scan)).values())
    work = objects * COSTS.mark_object_ns + scan * COSTS.scan_byte_ns / COSTS.concurrent_slowdown
    assert took == pytest.approx(COSTS.cycle_stopped_ns + work)


@given(st.floats(1, 2))
def test_a_slow_helper_stretches_all_of_a_stopped_mark_but_its_base(slowest: float) -> None:
    setting, heap, base = a_setting("1.4", ps=2), a_marked_heap(1000, 1000, GIB), Roots(data_bytes=8, goroutines=5)
    even, late = stopped_mark(setting, base, heap), stopped_mark(setting, base, heap, slowest)
    assert late == {name: ns if name == "base" else pytest.approx(ns * slowest) for name, ns in even.items()}


@pytest.mark.parametrize(("go", "walks"), [("1.4", 1), ("1.5", 1), ("1.6", 0), ("1.7", 0), ("1.8", 0)])
def test_a_stopped_mark_walks_the_spans_once_up_to_1_5(go: str, walks: int) -> None:
    setting = a_setting(go, ps=1)
    grew = added(
        stopped_mark(setting, Roots(), a_marked_heap()), stopped_mark(setting, Roots(), a_marked_heap(size=GIB))
    )
    assert grew == ({"span_loops": pytest.approx(walks * GIB / PAGE_BYTES * COSTS.span_visit_ns)} if walks else {})


@given(st.sampled_from(["1.5", "1.6.0", "1.6", "1.7", "1.8"]), roots, st.sampled_from(ROOTS), st.integers(1, 10**7))
def test_the_first_stop_grows_with_no_root_but_the_goroutines_that_1_5_and_1_6_0_reset(
    go: str, base: Roots, name: str, more: int
) -> None:
    setting = a_setting(go)
    grew = added(sweep_termination(setting, base, GIB, 0), sweep_termination(setting, grown(base, name, more), GIB, 0))
    resets = go in {"1.5", "1.6.0"} and name == "goroutines"
    assert grew == ({"goroutine_reset": pytest.approx(more * COSTS.goroutine_reset_ns)} if resets else {})


@given(releases, counts)
def test_the_first_stop_sweeps_what_is_left(go: str, pages: int) -> None:
    terms = sweep_termination(a_setting(go), Roots(), 0, pages)
    assert sum(terms.values()) == terms["sweep"] == pytest.approx(pages * COSTS.sweep_page_ns)


@pytest.mark.parametrize(("go", "first", "second"), [("1.5", 1, 2), ("1.6", 0, 0), ("1.7", 0, 0), ("1.8", 0, 0)])
def test_the_stops_of_1_5_alone_grow_with_the_heap_in_bytes(go: str, first: int, second: int) -> None:
    setting = a_setting(go)
    walk = GIB / PAGE_BYTES * COSTS.span_visit_ns
    assert sum(sweep_termination(setting, Roots(), GIB, 0).values()) == pytest.approx(first * walk)
    grew = added(
        mark_termination(setting, Roots(), a_marked_heap()), mark_termination(setting, Roots(), a_marked_heap(size=GIB))
    )
    assert grew == ({"span_loops": pytest.approx(second * walk)} if second else {})


@pytest.mark.parametrize(("go", "leaves"), [("1.5", False), ("1.6", True), ("1.7", True), ("1.8", False)])
def test_the_second_stop_of_1_6_and_1_7_marks_a_share_of_the_objects(go: str, leaves: object) -> None:
    setting = a_setting(go, ps=4)
    grew = added(
        mark_termination(setting, Roots(), a_marked_heap()), mark_termination(setting, Roots(), a_marked_heap(10**6))
    )
    left = 10**6 * COSTS.left_over_share * COSTS.mark_object_ns / 4
    assert grew == ({"left_over": pytest.approx(left)} if leaves else {})


VISIT = COSTS.goroutine_visit_ns
BARRIER = COSTS.stack_barrier_visits

SERIAL = {
    "finalizers": ("finalizer_queue", COSTS.finalizer_ns),
    "profile_buckets": ("profile_flush", COSTS.profile_bucket_ns),
}
DIRTY = {"dirty_bytes": ("dirty_stacks", COSTS.dirty_stack_byte_ns / 2)}

COST_IN_THE_SECOND_STOP = {
    "1.5": {
        "goroutines": ("goroutine_visits", VISIT["parfor"] / 2),
        "barriers": ("stack_barriers", VISIT["parfor"] * BARRIER / 2),
        "data_bytes": ("data_rescan", COSTS.data_byte_ns),
        "data_pointers": ("data_rescan", COSTS.root_pointer_ns),
        **DIRTY,
        **SERIAL,
    },
    "1.6": {
        "goroutines": ("goroutine_visits", VISIT["drain"] / 2),
        "barriers": ("stack_barriers", VISIT["drain"] * BARRIER / 2),
        "data_bytes": ("data_rescan", COSTS.data_byte_ns / 2),
        "data_pointers": ("data_rescan", COSTS.root_pointer_ns / 2),
        **DIRTY,
        **SERIAL,
    },
    "1.7": {**DIRTY, **SERIAL},
    "1.8": {"finalizers": SERIAL["finalizers"]},
}
"""The term, and its ns of wall for one more of a kind, with two threads that work: what is serial counts in full."""


@pytest.mark.parametrize("go", COST_IN_THE_SECOND_STOP)
@given(base=roots, name=st.sampled_from(ROOTS), more=st.integers(1, 10**7))
def test_the_second_stop_grows_with_what_its_release_visits_again(go: str, base: Roots, name: str, more: int) -> None:
    setting, heap = a_setting(go, ps=2), a_marked_heap()
    grew = added(mark_termination(setting, base, heap), mark_termination(setting, grown(base, name, more), heap))
    of_kind = COST_IN_THE_SECOND_STOP[go].get(name)
    assert grew == pytest.approx({} if of_kind is None else {of_kind[0]: more * of_kind[1]}, rel=1e-4, abs=1e-2)


def test_1_6_0_checks_every_goroutine_in_the_second_stop_and_1_6_2_does_not() -> None:
    crowd = Roots(goroutines=10**6)
    first = mark_termination(a_setting("1.6.0"), crowd, a_marked_heap())
    later = mark_termination(a_setting("1.6.2"), crowd, a_marked_heap())
    assert first == {**later, "root_check": 10**6 * COSTS.root_check_ns}


def test_1_6_is_1_6_2_and_what_came_after_it() -> None:
    assert era("1.6") == era("1.6.2") != era("1.6.0")


@pytest.mark.parametrize("go", ["1.5", "1.6", "1.7"])
def test_caches_are_flushed_one_after_another_up_to_1_7(go: str) -> None:
    few, many = (mark_termination(a_setting(go, ps=ps, cores=1), Roots(), a_marked_heap()) for ps in (2, 12))
    assert added(few, many) == {"mcache_flush": pytest.approx(10 * COSTS.mcache_flush_ns)}


def test_the_second_stop_of_1_8_does_not_grow_with_ps() -> None:
    few, many = (mark_termination(a_setting("1.8", ps=ps), Roots(), a_marked_heap()) for ps in (2, 64))
    assert few == many


@pytest.mark.parametrize(("ps", "cores", "procs"), [(1, 64, 1), (8, 64, 8), (8, 2, 2), (128, 64, 32)])
def test_at_most_32_threads_and_no_more_than_cores_work_in_a_stop(ps: int, cores: int, procs: int) -> None:
    assert a_setting("1.6", ps=ps, cores=cores).procs == procs


@given(st.integers(0, 1 << 30))
def test_a_stack_has_a_barrier_at_each_power_of_two_from_1_kib_on(used: int) -> None:
    assert stack_barriers(used) == sum(1 << at <= used for at in range(10, 31))


def test_what_no_slicing_can_take_out_of_the_last_stop_are_terms_that_there_are() -> None:
    everything = Roots(**dict.fromkeys(ROOTS, 1))
    terms = {name for go in ERAS for name in mark_termination(a_setting(go), everything, a_marked_heap())}
    assert terms | {"helpers"} > LAST_TERMS
