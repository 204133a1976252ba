"""Turning one mechanism on or off changes what its law says, and nothing else."""

import dataclasses
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gcsim.collector import ERAS, Roots, era, stack_barriers
from gcsim.collector.laws import Terms, mark_termination, stopped_mark, sweep_termination
from gcsim.collector.setting import Setting
from gcsim.heap import Heap
from gcsim.mechanisms import Mechanisms
from gcsim.recording import Recording
from gcsim.simulation import simulate
from gcsim.workloads.forest import forest_nodes, parked_stack
from tests.parts import COSTS, a_clock, a_heap, a_scenario
from tests.properties.ablations import RELEASES, VALUES, accepted, overrides

LAWS: Mapping[str, Mapping[str, set[str]]] = {
    "span_loops": {
        "stopped_mark": {"span_loops"},
        "sweep_termination": {"span_loops"},
        "mark_termination": {"span_loops"},
    },
    "goroutine_reset": {"sweep_termination": {"goroutine_reset"}},
    "root_check": {"mark_termination": {"root_check"}},
    "data_rescan": {"mark_termination": {"data_rescan"}},
    "stack_rescan": {"mark_termination": {"goroutine_visits", "stack_barriers", "dirty_stacks"}},
    "stack_barriers": {"mark_termination": {"stack_barriers"}},
    "left_over": {"mark_termination": {"left_over"}},
    "mcache_flush": {"mark_termination": {"mcache_flush"}},
    "helpers": {"mark_termination": {"goroutine_visits", "stack_barriers"}},
    "finalizer_queue": {"stopped_mark": {"finalizer_queue"}, "mark_termination": {"finalizer_queue"}},
    "profile_flush": {"stopped_mark": {"profile_flush"}, "mark_termination": {"profile_flush"}},
    "oblets": {"stopped_mark": {"heap"}},
    "helper_cap": {
        "stopped_mark": {"heap", "goroutines", "data", "span_loops"},
        "mark_termination": {"data_rescan", "goroutine_visits", "stack_barriers", "dirty_stacks", "left_over"},
    },
}
"""For each mechanism the terms of the laws of stops that it may change; the others change none."""

mechanisms = st.builds(Mechanisms, **{name: st.sampled_from(values) for name, values in VALUES.items()})
counts = st.integers(1, 10**7)
roots = st.builds(Roots, **{field.name: counts for field in dataclasses.fields(Roots)})


@st.composite
def heaps(draw: st.DrawFn) -> Heap:
    heap = a_heap(a_clock())
    heap.reachable_objects, heap.reachable_scan = float(draw(counts)), float(draw(counts))
    heap.reachable = heap.allocated = float(draw(counts))
    heap.under_one_object = draw(st.sampled_from([0.0, 0.5, 1.0]))
    return heap


def terms_of(row: Mechanisms, where: Roots, heap: Heap, ps: int) -> dict[str, Terms]:
    setting = Setting(mechanisms=row, costs=COSTS, gogc=100, ps=ps, cores=64)
    return {
        "stopped_mark": stopped_mark(setting, where, heap),
        "sweep_termination": sweep_termination(setting, where, heap.footprint, 1000.0),
        "mark_termination": mark_termination(setting, where, heap),
    }


def changed(one: Terms, other: Terms) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


@settings(max_examples=300)
@given(mechanisms, st.sampled_from(sorted(VALUES)), st.data(), roots, heaps(), st.integers(1, 64))
def test_a_mechanism_changes_no_term_of_a_stop_but_its_own(  # noqa: PLR0913, PLR0917 - one for each part of a setting
    row: Mechanisms, name: str, data: st.DataObject, where: Roots, heap: Heap, ps: int
) -> None:
    other = dataclasses.replace(row, **{name: data.draw(st.sampled_from(VALUES[name]))})  # type: ignore[arg-type]
    before, after = terms_of(row, where, heap, ps), terms_of(other, where, heap, ps)
    for law, terms in before.items():
        assert changed(terms, after[law]) <= LAWS.get(name, {}).get(law, set()), law


@pytest.mark.parametrize("name", LAWS)
def test_each_term_of_a_mechanism_is_changed_by_it_in_some_release(name: str) -> None:
    heap = a_heap(a_clock())
    heap.reachable_objects = heap.reachable_scan = heap.reachable = heap.allocated = 1e6
    heap.under_one_object = 1.0
    where = Roots(**{field.name: 1000 for field in dataclasses.fields(Roots)})
    found: dict[str, set[str]] = {}
    for row in ERAS.values():
        for value in VALUES[name]:
            before = terms_of(row, where, heap, 4)
            after = terms_of(dataclasses.replace(row, **{name: value}), where, heap, 4)  # type: ignore[arg-type]
            for law in before:
                found.setdefault(law, set()).update(changed(before[law], after[law]))
    assert {law: terms for law, terms in found.items() if terms} == LAWS[name]


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever a recording holds
    """Give the bytes of every array of a recording; a term of no time is no term."""
    if isinstance(value, np.ndarray):
        return value.tobytes()
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items() if not isinstance(inner, int) or inner}
    return [plain(inner) for inner in value] if isinstance(value, tuple | list) else value


NOTHING: Mapping[str, Any] = {}
PUSHER = {"kind": "pusher", "live_heap": "2MiB"}
NO_HELP = {"helpers_ns": {"parfor": 0, "flush": 0}, "stop_handshake_ns": 0, "helper_round_ns": 0}

WITHOUT_USE: Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any]]] = {
    "span_loops": (NOTHING, {"span_visit_ns": 0}),
    "goroutine_reset": ({"parked": 0}, NOTHING),
    "root_check": ({"parked": 0}, NOTHING),
    "data_rescan": (PUSHER, NOTHING),
    "stack_rescan": ({"parked": 0}, {"dirty_stack_byte_ns": 0, "helper_round_ns": 0}),
    "stack_barriers": ({"parked": 0}, {"dirty_stack_byte_ns": 0}),
    "left_over": (NOTHING, {"left_over_share": 0}),
    "mcache_flush": (NOTHING, {"mcache_flush_ns": 0}),
    "helpers": ({"parked": 0}, NO_HELP),
    "finalizer_queue": ({"finalizers": 0}, NOTHING),
    "profile_flush": ({"allocation_sites": 0}, NOTHING),
    "stack_shrink": (NOTHING, NOTHING),
    "oblets": (NOTHING, NOTHING),
    "gomaxprocs_default": (NOTHING, NOTHING),
}
"""For each mechanism what makes its law zero: keys of a workload, and costs."""

STOPPED = sorted(
    {"allocation_color", "assist", "data_rescan", "finalizer_queue", "goroutine_reset", "helpers", "idle_workers"}
    | {"left_over", "mcache_flush", "over_assist", "pacer_base", "profile_flush", "root_check", "root_scan"}
    | {"stack_barriers", "stack_rescan", "write_barrier"}
)
"""What is without use where the whole mark lies in a stop."""

IN_STOPS = sorted(LAWS.keys() - {"helper_cap", "mcache_flush", "oblets"})
"""Mechanisms whose law is not zero for a forest on one P."""

EXACT: Mapping[str, Any] = {"dirty_stack_byte_ns": 0}
"""Who happens to run, and is dirty, changes with the instant: it costs nothing where terms are compared to the ns."""

forests = st.fixed_dictionaries(
    {
        "live_heap": st.sampled_from(["1MiB", "4MiB"]),
        "workers": st.integers(1, 3),
        "think_time": st.sampled_from(["1us", "20us"]),
        "parked": st.sampled_from([0, 1, 500]),
        "parked_stack": st.sampled_from(["0KiB", "4KiB"]),
        "dirty": st.sampled_from([0, 0.2]),
        "finalizers": st.sampled_from([0, 100]),
        "global_pointers": st.sampled_from([1, 10_000]),
    }
)


def runs_of_both(
    data: st.DataObject,
    release: str,
    name: str,
    base: Mapping[str, object],
    **keys: Any,  # noqa: ANN401 - the scenario's own model says what a key may be
) -> list[tuple[Mechanisms, Recording]]:
    """Simulate a release with two values of a mechanism, and some others that it has in both runs."""
    pair = data.draw(st.permutations(VALUES[name]).map(lambda values: values[:2]), "values")
    both = [{**base, name: value} for value in pair]
    assume(all(accepted(release, one) for one in both))
    return [
        (era(release, one), simulate(a_scenario(go=release, gogc=50, collector={"mechanisms": one}, **keys)))
        for one in both
    ]


@settings(max_examples=40)
@given(st.data(), st.sampled_from(RELEASES), st.sampled_from(sorted(WITHOUT_USE)), forests, st.integers(1, 4))
def test_a_mechanism_without_use_leaves_the_recording_byte_for_byte_what_it_is(
    data: st.DataObject, release: str, name: str, forest: dict[str, Any], ps: int
) -> None:
    keys, costs = WITHOUT_USE[name]
    (_, one), (_, other) = runs_of_both(
        data,
        release,
        name,
        {},
        workload=keys if "kind" in keys else {**forest, **keys},
        gomaxprocs=ps,
        hardware={"profile": "measured-2vcpu", "costs": costs},
        until={"cycles": 3, "at_most": "50ms"},
    )
    assert plain(one) == plain(other)


@settings(max_examples=15)
@given(st.data(), st.sampled_from(STOPPED), forests, st.integers(1, 4))
def test_where_the_whole_mark_is_stopped_the_mechanisms_of_a_concurrent_one_are_without_use(
    data: st.DataObject, name: str, forest: dict[str, Any], ps: int
) -> None:
    until = {"cycles": 3, "at_most": "50ms"}
    (_, one), (_, other) = runs_of_both(data, "1.4", name, {}, workload=forest, gomaxprocs=ps, until=until)
    assert plain(one) == plain(other)


@settings(max_examples=40)
@given(st.data(), st.sampled_from(RELEASES[1:]), st.sampled_from(IN_STOPS), forests)
def test_a_mechanism_changes_the_pauses_of_a_run_by_what_its_law_says(
    data: st.DataObject, release: str, name: str, forest: dict[str, Any]
) -> None:
    others = data.draw(st.dictionaries(st.sampled_from(IN_STOPS), st.integers(0, 2), max_size=3), "others")
    base = {other: VALUES[other][value % len(VALUES[other])] for other, value in others.items()}
    if name == "data_rescan":
        # It is scanned once more beside the mutators, whose heap has grown by then.
        base["span_loops"] = "none"
    (row, one), (other_row, other) = runs_of_both(
        data,
        release,
        name,
        base,
        workload=forest,
        gomaxprocs=1,
        hardware={"profile": "measured-2vcpu", "costs": EXACT},
        until={"cycles": 3, "at_most": "1s"},
    )
    cycles = len(one.cycles["cycle"])
    assert len(other.cycles["cycle"]) == cycles
    own = set().union(*LAWS[name].values())
    for term in {*one.stop_terms_ns, *other.stop_terms_ns} - own:
        assert abs(one.stop_terms_ns.get(term, 0) - other.stop_terms_ns.get(term, 0)) <= cycles, term
    if name != "span_loops":
        for which, recording in ((row, one), (other_row, other)):
            said = law_of_a_cycle(which, forest)
            for term in own:
                assert recording.stop_terms_ns.get(term, 0) == pytest.approx(cycles * said.get(term, 0.0), abs=cycles)
    difference = sum(other.stop_terms_ns.get(term, 0) - one.stop_terms_ns.get(term, 0) for term in own)
    rounding = cycles * len({*one.stop_terms_ns, *other.stop_terms_ns})
    assert paused_ns(other) - paused_ns(one) == pytest.approx(difference, abs=rounding)


def law_of_a_cycle(row: Mechanisms, forest: Mapping[str, Any]) -> dict[str, float]:
    """Give what the laws say of both stops of a collection, on one P and apart from what depends on the heap's size."""
    stack, _ = parked_stack(int(forest["parked_stack"].removesuffix("KiB")))
    where = Roots(
        data_bytes=8 * forest["global_pointers"],
        goroutines=forest["parked"],
        stack_bytes=forest["parked"] * stack,
        barriers=forest["parked"] * stack_barriers(stack),
        finalizers=forest["finalizers"],
        profile_buckets=5,
    )
    heap = a_heap(a_clock())
    heap.reachable_objects = 2.0 * forest_nodes(int(forest["live_heap"].removesuffix("MiB")) << 20, 256)
    costs = dataclasses.replace(COSTS, **EXACT)
    setting = Setting(mechanisms=row, costs=costs, gogc=50, ps=1, cores=2)
    return {**sweep_termination(setting, where, 0.0, 0.0), **mark_termination(setting, where, heap)}


def paused_ns(recording: Recording) -> int:
    stops = recording.pauses
    return int(np.sum(stops["end_ns"], dtype=np.int64) - np.sum(stops["requested_ns"], dtype=np.int64))


@settings(max_examples=25)
@given(st.data(), st.sampled_from(RELEASES), forests, st.sampled_from([1, 2, 3, 8]))
def test_a_run_ends_whatever_mechanisms_are_put_together(
    data: st.DataObject, release: str, forest: dict[str, Any], ps: int
) -> None:
    chosen = data.draw(overrides(release), "mechanisms")
    scenario = a_scenario(
        go=release,
        gomaxprocs=ps,
        workload={**forest, "loop": data.draw(st.sampled_from(["0ns", "1ms"]), "loop")},
        collector={"mechanisms": chosen},
        until={"duration": "30ms"},
    )
    recording = simulate(scenario)
    assert recording.ended_by == "duration"
    assert recording.end_ns - recording.start_ns == 30_000_000


@pytest.mark.parametrize("release", ["1.6", "1.8"])
def test_a_cycle_that_begins_beyond_its_goal_ends_too(release: str) -> None:
    recording = simulate(
        a_scenario(
            go=release,
            gogc=10,
            gomaxprocs=1,
            workload={"kind": "pusher", "live_heap": "8MiB"},
            collector={"mechanisms": {"pacer": "absolute"}},
            until={"cycles": 10, "at_most": "300ms"},
        )
    )
    assert recording.ended_by == "cycles"
