"""A law grows with what it says, in proportion, and with nothing else."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.collector import ERAS, Roots
from gcsim.collector.laws import (
    data_scan_ns,
    mark_ns,
    mark_termination_ns,
    root_scan_ns,
    stopped_mark_ns,
    sweep_termination_ns,
)
from gcsim.heap import PAGE_BYTES, Heap
from tests.parts import COSTS, a_clock, a_heap, a_setting

ROOTS = [field.name for field in dataclasses.fields(Roots)]
GIB = 1 << 30

releases = st.sampled_from(sorted(ERAS))
counts = st.integers(0, 10**7)
roots = st.builds(Roots, **dict.fromkeys(ROOTS, counts))


def a_marked_heap(objects: int = 0, scan: int = 0, size: int = 0) -> Heap:
    heap = a_heap(a_clock())
    heap.reachable_objects, heap.reachable_scan = float(objects), float(scan)
    heap.reachable = heap.allocated = float(size)
    return heap


def grown(what: Roots, name: str, by: int) -> Roots:
    return dataclasses.replace(what, **{name: getattr(what, name) + by})


@given(counts, counts, counts)
def test_marking_costs_a_miss_for_each_object_and_bandwidth_for_each_byte(objects: int, scan: int, more: int) -> None:
    base = mark_ns(COSTS, objects, scan)
    assert mark_ns(COSTS, objects + more, scan) - base == pytest.approx(more * COSTS.mark_object_ns, rel=1e-6, abs=1e-3)
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
    added = root_scan_ns(COSTS, grown(base, name, more)) - root_scan_ns(COSTS, base)
    assert added == pytest.approx(more * COST_OF_A_ROOT[name], rel=1e-6, abs=1e-3)


@given(roots, st.sampled_from(ROOTS), counts)
def test_a_scan_of_the_data_segment_sees_the_data_segment_only(base: Roots, name: str, more: int) -> None:
    added = data_scan_ns(COSTS, grown(base, name, more)) - data_scan_ns(COSTS, base)
    assert added == pytest.approx(more * COST_OF_A_ROOT[name] if name.startswith("data") else 0, rel=1e-6, abs=1e-3)


@given(releases, roots, counts, counts, st.integers(1, 64))
def test_a_stopped_mark_is_shared_by_the_helpers(go: str, base: Roots, objects: int, scan: int, ps: int) -> None:
    heap = a_marked_heap(objects, scan)
    alone = stopped_mark_ns(a_setting(go, ps=1), base, heap) - COSTS.cycle_stopped_ns
    shared = stopped_mark_ns(a_setting(go, ps=ps), base, heap) - COSTS.cycle_stopped_ns
    assert shared == pytest.approx(alone / min(ps, 32), rel=1e-6, abs=1e-3)


@given(releases, roots, st.sampled_from(ROOTS), counts)
def test_each_kind_of_root_adds_its_own_cost_to_a_stopped_mark(go: str, base: Roots, name: str, more: int) -> None:
    setting, heap = a_setting(go, ps=1), a_marked_heap()
    added = stopped_mark_ns(setting, grown(base, name, more), heap) - stopped_mark_ns(setting, base, heap)
    cost = COSTS.goroutine_scan_stopped_ns if name == "goroutines" else COST_OF_A_ROOT[name]
    assert added == pytest.approx(more * cost, rel=1e-6, abs=1e-3)


@given(releases, counts, counts)
def test_a_stopped_mark_grows_with_objects_and_scannable_bytes(go: str, objects: int, scan: int) -> None:
    setting = a_setting(go, ps=1)
    took = stopped_mark_ns(setting, Roots(), a_marked_heap(objects, scan))
    expected = COSTS.cycle_stopped_ns + objects * COSTS.mark_object_stopped_ns + scan * COSTS.scan_byte_ns
    assert took == pytest.approx(expected)


@pytest.mark.parametrize(("go", "walks"), [("1.4", 1), ("1.5", 1), ("1.6", 0), ("1.7", 0), ("1.8", 0)])
def test_a_stopped_mark_walks_the_spans_once_up_to_1_5(go: str, walks: int) -> None:
    setting = a_setting(go, ps=1)
    added = stopped_mark_ns(setting, Roots(), a_marked_heap(size=GIB)) - stopped_mark_ns(
        setting, Roots(), a_marked_heap()
    )
    assert added == pytest.approx(walks * GIB / PAGE_BYTES * COSTS.span_visit_ns)


@given(releases, roots, st.sampled_from(ROOTS), counts, counts)
def test_the_first_stop_grows_with_no_root_but_the_goroutines_that_1_5_resets(
    go: str, base: Roots, name: str, more: int, in_use: int
) -> None:
    setting = a_setting(go)
    added = sweep_termination_ns(setting, grown(base, name, more), in_use, 0) - sweep_termination_ns(
        setting, base, in_use, 0
    )
    resets = go == "1.5" and name == "goroutines"
    assert added == pytest.approx(more * COSTS.goroutine_reset_ns if resets else 0, abs=1e-3)


@given(releases, counts)
def test_the_first_stop_sweeps_what_is_left(go: str, pages: int) -> None:
    assert sweep_termination_ns(a_setting(go), Roots(), 0, pages) == pytest.approx(pages * COSTS.sweep_page_ns)


@pytest.mark.parametrize(("go", "first", "second"), [("1.5", 1, 2), ("1.6", 0, 0), ("1.7", 0, 0), ("1.8", 0, 0)])
def test_the_stops_of_1_5_alone_grow_with_the_heap(go: str, first: int, second: int) -> None:
    setting = a_setting(go)
    walk = GIB / PAGE_BYTES * COSTS.span_visit_ns
    assert sweep_termination_ns(setting, Roots(), GIB, 0) - sweep_termination_ns(setting, Roots(), 0, 0) == first * walk
    grew = mark_termination_ns(setting, Roots(), GIB) - mark_termination_ns(setting, Roots(), 0)
    assert grew == pytest.approx(second * walk)


COST_IN_THE_SECOND_STOP = {
    "1.5": {
        "goroutines": COSTS.goroutine_visit_ns / 2,
        "data_bytes": COSTS.data_byte_ns,
        "data_pointers": COSTS.root_pointer_ns,
    },
    "1.6": {
        "goroutines": COSTS.goroutine_visit_ns / 2,
        "data_bytes": COSTS.data_byte_ns / 2,
        "data_pointers": COSTS.root_pointer_ns / 2,
    },
    "1.7": {},
    "1.8": {},
}
"""ns of wall for one more of a kind, with two threads that work: what is serial counts in full."""


@pytest.mark.parametrize("go", COST_IN_THE_SECOND_STOP)
@given(base=roots, name=st.sampled_from(ROOTS), more=counts)
def test_the_second_stop_grows_with_what_its_release_visits_again(go: str, base: Roots, name: str, more: int) -> None:
    setting = a_setting(go, ps=2)
    added = mark_termination_ns(setting, grown(base, name, more), 0) - mark_termination_ns(setting, base, 0)
    assert added == pytest.approx(more * COST_IN_THE_SECOND_STOP[go].get(name, 0.0), rel=1e-6, abs=1e-3)


@pytest.mark.parametrize("go", ["1.5", "1.6", "1.7"])
def test_caches_are_flushed_one_after_another_up_to_1_7(go: str) -> None:
    few, many = (mark_termination_ns(a_setting(go, ps=ps, cores=1), Roots(), 0) for ps in (2, 12))
    dirty = 10 * ERAS[go].first_stack_bytes * COSTS.dirty_stack_byte_ns
    assert many - few == pytest.approx(10 * COSTS.mcache_flush_ns + dirty)


def test_the_second_stop_of_1_8_does_not_grow_with_ps() -> None:
    few, many = (mark_termination_ns(a_setting("1.8", ps=ps), Roots(), 0) for ps in (2, 64))
    assert few == many


@pytest.mark.parametrize(("ps", "cores", "procs"), [(1, 64, 1), (8, 64, 8), (8, 2, 2), (128, 64, 32)])
def test_at_most_32_threads_and_no_more_than_cores_work_in_a_stop(ps: int, cores: int, procs: int) -> None:
    assert a_setting("1.6", ps=ps, cores=cores).procs == procs
