"""Nothing is lost in any run of any release: no time of a P, no operation, no byte."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from gcsim.collector import era
from gcsim.recording.histogram import bucket_bounds
from gcsim.simulation import simulate
from gcsim.vocabulary import PState
from gcsim.workloads.forest import node_allocation
from tests.parts import a_scenario
from tests.properties.ablations import RELEASES, overrides

releases = st.sampled_from(RELEASES)
forests = st.fixed_dictionaries(
    {
        "live_heap": st.sampled_from(["1KiB", "1MiB", "8MiB", "24MiB"]),
        "object_size": st.sampled_from(["0B", "16B", "256B", "8KiB"]),
        "workers": st.integers(1, 9),
        "think_time": st.sampled_from(["0ns", "2us", "300us"]),
        "churn": st.integers(1, 64),
        "parked": st.sampled_from([0, 1000]),
        "parked_stack": st.sampled_from(["0KiB", "4KiB"]),
        "dirty": st.sampled_from([0, 0.3]),
        "finalizers": st.sampled_from([0, 1000]),
        "allocation_sites": st.sampled_from([0, 5, 1000]),
        "roots": st.sampled_from([0, 0.5, 1]),
        "global_pointers": st.sampled_from([1, 100_000]),
        "loop": st.sampled_from(["0ns", "2ms"]),
    }
)
pushers = st.fixed_dictionaries({"kind": st.just("pusher"), "live_heap": st.sampled_from(["1KiB", "1MiB", "8MiB"])})
runs = st.fixed_dictionaries(
    {
        "go": releases,
        "gogc": st.sampled_from([10, 50, 100, 400, "off"]),
        "gomaxprocs": st.sampled_from([1, 2, 3, 4, 8, 33]),
        "seed": st.integers(0, 2**32),
        "until": st.sampled_from([{"duration": "60ms"}, {"cycles": 3, "at_most": "200ms"}]),
        "hardware": st.fixed_dictionaries(
            {
                "profile": st.just("measured-2vcpu"),
                "cores": st.sampled_from([1, 2, 64]),
                "memory": st.sampled_from(["64MiB", "8GiB"]),
            },
            optional={"quota": st.sampled_from([0.02, 0.5, 1, 1.7])},
        ),
        "workload": st.one_of(forests, pushers),
    }
)


def check(
    recording: Any,  # noqa: ANN401 - arrays of what a column holds
    keys: dict[str, Any],
    *,
    stopped: bool,
) -> None:
    window = recording.end_ns - recording.start_ns
    assert window >= 0
    assert np.all(recording.p_time_ns.sum(axis=1) == window)
    assert np.all(recording.p_time_ns >= 0)

    latency = recording.latency
    assert latency.counts.sum() == recording.ops
    assert np.all(latency.counts >= 0)
    assert np.all(latency.cause_ns >= 0)
    times, bounds = latency.cause_ns.sum(axis=1), bucket_bounds()
    assert np.all((times >= latency.counts * bounds[:-1]) & (times <= latency.counts * bounds[1:]))

    workload = keys["workload"]
    pusher = workload.get("kind") == "pusher"
    workers = 1 if pusher else workload["workers"]
    size = 1024
    if not pusher:
        payload = {"0B": 0, "16B": 16, "256B": 256, "8KiB": 8192}[workload["object_size"]]
        size = node_allocation(payload, 16, grows=False).size
    assert abs(recording.allocated_bytes - recording.ops * size) <= workers * size + 2

    pauses, cycles = recording.pauses, recording.cycles
    assert np.all(recording.start_ns <= pauses["requested_ns"])
    assert np.all(pauses["requested_ns"] <= pauses["stopped_ns"])
    assert np.all(pauses["stopped_ns"] <= pauses["end_ns"])
    assert np.all(pauses["end_ns"] <= recording.end_ns)
    assert np.all(pauses["end_ns"][:-1] <= pauses["requested_ns"][1:])
    assert np.all(cycles["start_ns"] <= cycles["end_ns"])
    assert np.all(cycles["heap_marked"] <= cycles["heap_end"] + 1)
    concurrent = cycles["mark_start_ns"] > 0
    for earlier, later in (("start_ns", "mark_start_ns"), ("mark_start_ns", "mark_end_ns"), ("mark_end_ns", "end_ns")):
        assert np.all((cycles[earlier] <= cycles[later])[concurrent])

    stops = int((pauses["end_ns"] - pauses["requested_ns"]).sum())
    terms = recording.stop_terms_ns
    assert abs(stops - sum(terms.values())) <= len(pauses["end_ns"]) * len(terms)
    if "quota" not in keys["hardware"] and keys["gomaxprocs"] <= keys["hardware"]["cores"]:
        # No stop has to wait for a core.
        assert "quota" not in terms

    heap = recording.heap
    assert np.all(heap["live_bytes"] >= heap["reachable_bytes"] - 1)
    assert np.all(heap["live_bytes"] <= max(recording.heap_peak, 0) + 1)
    if keys["gogc"] == "off":
        assert len(cycles["cycle"]) == 0
        if recording.ended_by != "out_of_memory":
            assert abs(recording.heap_peak - recording.heap_live - recording.allocated_bytes) <= 4
    assert np.all(recording.utilization["collecting_ps"] >= 0)
    assert np.all(recording.utilization["collecting_ps"] <= recording.gomaxprocs)
    if stopped:
        marking = [PState.ASSIST, PState.DEDICATED, PState.FRACTIONAL, PState.IDLE_WORKER, PState.ROOT_SCAN]
        assert recording.p_time_ns[:, marking].sum() == 0


@settings(max_examples=60)
@given(runs)
def test_every_release_conserves_time_operations_and_bytes(keys: dict[str, Any]) -> None:
    check(simulate(a_scenario(**keys)), keys, stopped=keys["go"] == "1.4")


@settings(max_examples=80)
@given(runs, st.data())
def test_so_does_every_ablation(keys: dict[str, Any], data: st.DataObject) -> None:
    mechanisms = data.draw(overrides(keys["go"]), "mechanisms")
    recording = simulate(a_scenario(**keys, collector={"mechanisms": mechanisms}))
    check(recording, keys, stopped=era(keys["go"], mechanisms).mark == "stop_the_world")


@settings(max_examples=15)
@given(runs)
def test_a_run_done_again_is_the_same(keys: dict[str, Any]) -> None:
    one, again = (simulate(a_scenario(**keys)) for _ in range(2))
    assert (one.start_ns, one.end_ns, one.ops, one.heap_peak) == (
        again.start_ns,
        again.end_ns,
        again.ops,
        again.heap_peak,
    )
    assert np.array_equal(one.latency.counts, again.latency.counts)
    assert np.array_equal(one.p_time_ns, again.p_time_ns)
    for name, column in one.cycles.items():
        assert column.tobytes() == again.cycles[name].tobytes()
