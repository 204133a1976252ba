"""A run is what its scenario says, adds up, and is the same whenever it is done again."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest

from gcsim.kernel import Stream, stream
from gcsim.recording import Recording
from gcsim.recording.histogram import bucket_bounds
from gcsim.simulation import simulate
from gcsim.vocabulary import Cause, PState, StopPhase
from tests.parts import COSTS, a_scenario

MIB = 1 << 20
RELEASES = ["1.4", "1.5", "1.6", "1.7", "1.8"]
MEASURED_PAUSE_MS = {"1.4": 20.0, "1.5": 0.76, "1.6": 0.14, "1.7": 0.2, "1.8": 0.14}
"""Medians of case live128, two repetitions pooled (results/measured)."""


@cache
def _simulated(keys: str) -> Recording:
    return simulate(a_scenario(**json.loads(keys)))


def run(**keys: Any) -> Any:  # noqa: ANN401 - keys of a scenario; arrays of what a column holds
    """Simulate a small run, once for all tests that look at it."""
    return _simulated(json.dumps(keys))


def contents(recording: Recording) -> bytes:
    """Give everything that a recording holds, as bytes."""

    def parts() -> Iterator[bytes]:
        for name in recording.__dataclass_fields__:
            value = getattr(recording, name)
            if isinstance(value, dict):
                for column, array in value.items():
                    yield column.encode()
                    yield array.tobytes() if isinstance(array, np.ndarray) else repr(array).encode()
            elif name == "latency":
                yield value.counts.tobytes() + value.cause_ns.tobytes() + str(value.max_ns).encode()
            elif isinstance(value, np.ndarray):
                yield value.tobytes()
            else:
                yield f"{name}={value}".encode()

    return b"\n".join(parts())


# Sameness


@pytest.mark.parametrize("go", RELEASES)
def test_the_same_scenario_gives_the_same_bytes(go: str) -> None:
    scenario = a_scenario(go=go, workload={"loop": "1ms"})
    assert contents(simulate(scenario)) == contents(simulate(scenario))


@pytest.mark.parametrize("change", [{"seed": 2}, {"replication": 1}], ids=["seed", "replication"])
@pytest.mark.parametrize("go", RELEASES)
def test_another_seed_or_replication_gives_another_run(go: str, change: dict[str, int]) -> None:
    assert contents(run(go=go)) != contents(run(go=go, **change))


def test_random_streams_are_named_without_release_and_gogc(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that compared configurations see the same workload: common random numbers."""
    asked: list[tuple[int, str, int]] = []

    def noted(seed: int, name: str, replication: int) -> Stream:
        asked.append((seed, name, replication))
        return stream(seed, name, replication)

    monkeypatch.setattr("gcsim.simulation.stream", noted)
    of: list[list[tuple[int, str, int]]] = []
    for go, gogc in (("1.4", 100), ("1.6", 50), ("1.8", "off")):
        asked.clear()
        simulate(a_scenario(go=go, gogc=gogc, seed=7, replication=3, until={"duration": "1ms"}))
        of.append(sorted(asked))
    assert of[0] == of[1] == of[2]
    assert {(seed, replication) for seed, _, replication in of[0]} == {(7, 3)}
    assert len({name for _, name, _ in of[0]}) == len(of[0])


def test_without_collections_releases_differ_in_nothing_but_their_scheduler() -> None:
    keys: dict[str, Any] = {"gogc": "off", "gomaxprocs": 1, "workload": {"workers": 1}}
    costs = {"operation_ns": dict.fromkeys(RELEASES, 320)}
    hardware = {"profile": "measured-2vcpu", "costs": costs}
    assert len({run(go=go, hardware=hardware, **keys).ops for go in RELEASES}) == 1


# Accounts


@pytest.mark.parametrize("go", RELEASES)
@pytest.mark.parametrize("ps", [1, 2, 8])
def test_the_states_of_every_p_fill_the_window(go: str, ps: int) -> None:
    recording = run(go=go, gomaxprocs=ps)
    assert recording.gomaxprocs == ps
    assert recording.p_time_ns.shape == (ps, len(PState))
    assert np.all(recording.p_time_ns.sum(axis=1) == recording.end_ns - recording.start_ns)
    assert np.all(recording.p_time_ns >= 0)


@pytest.mark.parametrize("go", RELEASES)
def test_what_was_allocated_is_what_the_operations_allocated(go: str) -> None:
    recording = run(go=go)
    # Four operations may be in flight at each end, and each corner may round.
    assert recording.allocated_bytes == pytest.approx(recording.ops * 304, abs=8 * 304)
    assert recording.allocated_objects == pytest.approx(recording.ops * 2, abs=8 * 2)


@pytest.mark.parametrize("go", RELEASES)
def test_every_operation_has_a_latency(go: str) -> None:
    recording = run(go=go)
    assert recording.latency.counts.sum() == recording.ops > 0
    assert np.all(recording.latency.counts >= 0)


@pytest.mark.parametrize("go", RELEASES)
def test_the_causes_add_up_to_the_latencies(go: str) -> None:
    latency = run(go=go).latency
    bounds, times = bucket_bounds(), latency.cause_ns.sum(axis=1)
    assert np.all(times >= latency.counts * bounds[:-1])
    assert np.all(times <= latency.counts * bounds[1:])
    assert np.all(latency.cause_ns >= 0)
    assert latency.max_ns >= bounds[np.flatnonzero(latency.counts)[-1]]


@pytest.mark.parametrize("go", RELEASES)
def test_latencies_fill_the_time_of_the_goroutines(go: str) -> None:
    """What is missing is what is in flight at the end, and what the shape of an operation's time makes shorter."""
    recording = run(go=go, until={"duration": "2s"})
    share = recording.latency.cause_ns.sum() / (4 * (recording.end_ns - recording.start_ns))
    assert 0.9 <= share <= 1.03


@pytest.mark.parametrize("go", RELEASES)
def test_service_is_the_time_that_ps_ran_goroutines(go: str) -> None:
    recording = run(go=go, until={"duration": "2s"})
    own = [Cause.SERVICE, Cause.WRITE_BARRIER, Cause.SWEEP_ASSIST]
    assert recording.latency.cause_ns[:, own].sum() == pytest.approx(
        recording.p_time_ns[:, PState.MUTATOR].sum(), rel=0.06
    )


@pytest.mark.parametrize("go", RELEASES)
def test_pauses_lie_in_the_window_in_order_and_apart(go: str) -> None:
    recording = run(go=go)
    columns = recording.pauses
    assert np.all(columns["requested_ns"] >= recording.start_ns)
    assert np.all(columns["requested_ns"] <= columns["stopped_ns"])
    assert np.all(columns["stopped_ns"] <= columns["end_ns"])
    assert np.all(columns["requested_ns"][1:] >= columns["end_ns"][:-1])
    assert np.all(columns["end_ns"] <= recording.end_ns)


@pytest.mark.parametrize("go", RELEASES)
def test_the_corners_of_the_heap_are_in_order_and_hold_what_is_reachable(go: str) -> None:
    recording = run(go=go)
    heap = recording.heap
    assert heap["time_ns"][0] == recording.start_ns
    assert heap["time_ns"][-1] == recording.end_ns
    assert np.all(np.diff(heap["time_ns"]) >= 0)
    assert np.all(heap["reachable_bytes"] == recording.heap_live)
    assert np.all(heap["live_bytes"] >= heap["reachable_bytes"])
    assert heap["live_bytes"].max() <= recording.heap_peak


@pytest.mark.parametrize("go", RELEASES)
def test_collecting_ps_are_steps_between_none_and_all(go: str) -> None:
    recording = run(go=go)
    times, ps = recording.utilization["time_ns"], recording.utilization["collecting_ps"]
    assert times[0] == recording.start_ns
    assert np.all(np.diff(times) >= 0)
    assert np.all((ps >= 0) & (ps <= recording.gomaxprocs))
    lengths = np.diff(np.append(times, recording.end_ns))
    states = [PState.ASSIST, PState.DEDICATED, PState.FRACTIONAL, PState.ROOT_SCAN, PState.STOPPING, PState.STOPPED]
    assert (lengths * ps).sum() == recording.p_time_ns[:, states].sum()


# Ends


def test_a_run_ends_after_its_duration() -> None:
    recording = run(until={"duration": "123ms"})
    assert recording.ended_by == "duration"
    assert recording.end_ns - recording.start_ns == 123_000_000


@pytest.mark.parametrize("go", RELEASES)
def test_a_run_ends_after_its_cycles(go: str) -> None:
    recording = run(go=go, until={"cycles": 4})
    assert recording.ended_by == "cycles"
    assert len(recording.cycles["cycle"]) == 4
    assert recording.end_ns == recording.cycles["end_ns"][-1]


def test_a_run_that_waits_for_cycles_gives_up_at_last() -> None:
    recording = run(gogc="off", until={"cycles": 4, "at_most": "50ms"})
    assert recording.ended_by == "at_most"
    assert recording.end_ns - recording.start_ns == 50_000_000


@pytest.mark.parametrize("go", RELEASES)
def test_a_heap_that_outgrows_the_memory_ends_the_run(go: str) -> None:
    hardware = {"profile": "measured-2vcpu", "memory": "64MiB"}
    recording = run(go=go, gogc="off", hardware=hardware, until={"duration": "10s"})
    assert recording.ended_by == "out_of_memory"
    assert 0 < recording.end_ns - recording.start_ns < 10**9
    assert recording.heap_peak == pytest.approx(64 * MIB, rel=0.01)
    assert np.all(recording.p_time_ns.sum(axis=1) == recording.end_ns - recording.start_ns)
    assert recording.latency.counts.sum() == recording.ops > 0


def test_a_live_heap_that_never_fits_is_out_of_memory_before_anything_is_recorded() -> None:
    recording = run(hardware={"profile": "measured-2vcpu", "memory": "4MiB"})
    assert recording.ended_by == "out_of_memory"
    assert recording.start_ns == recording.end_ns > 0
    assert (recording.ops, recording.allocated_bytes, recording.allocated_objects) == (0, 0, 0)
    assert recording.p_time_ns.sum() == 0
    assert len(recording.pauses["cycle"]) == 0


@pytest.mark.parametrize("beside", [{"parked": 10_000, "parked_stack": "4KiB"}, {"global_pointers": 8 << 20}], ids=str)
def test_parked_stacks_and_the_data_segment_take_memory_too(beside: dict[str, Any]) -> None:
    hardware = {"profile": "measured-2vcpu", "memory": "64MiB"}
    workload = {"live_heap": "8MiB"}
    assert run(hardware=hardware, workload=workload).ended_by == "duration"
    assert run(hardware=hardware, workload={**workload, **beside}).ended_by == "out_of_memory"


@pytest.mark.parametrize("go", RELEASES)
def test_a_heap_that_is_collected_in_time_stays_within_the_memory(go: str) -> None:
    hardware = {"profile": "measured-2vcpu", "memory": "64MiB"}
    assert run(go=go, hardware=hardware, until={"duration": "1s"}).ended_by == "duration"


# Progress


@pytest.mark.parametrize("until", [{"duration": "100ms"}, {"cycles": 5}, {"cycles": 5, "at_most": "10s"}], ids=str)
def test_progress_goes_from_nothing_to_one(until: dict[str, Any]) -> None:
    told: list[float] = []
    simulate(a_scenario(until=until), progress=told.append)
    assert told[-1] == 1.0
    assert told == sorted(told)
    assert all(0 <= share <= 1 for share in told)


def test_progress_is_told_some_fifty_times() -> None:
    told: list[float] = []
    simulate(a_scenario(until={"duration": "100ms"}), progress=told.append)
    assert 50 <= len(told) <= 52
    assert told[0] == 0.0


def test_progress_changes_nothing() -> None:
    assert contents(simulate(a_scenario(), progress=lambda _: None)) == contents(run())


# The program


@pytest.mark.parametrize("go", RELEASES)
def test_the_set_up_builds_the_forest_and_collects_once(go: str) -> None:
    recording = run(go=go)
    assert recording.heap_live == pytest.approx(8 * MIB * 304 / 320, rel=0.05)
    assert recording.start_ns > recording.heap_live // 304 * COSTS.operation_ns[go]
    assert recording.heap["live_bytes"][0] == pytest.approx(recording.heap_live, abs=2)


@pytest.mark.parametrize("go", RELEASES)
def test_pusher_keeps_its_map_and_replaces_messages(go: str) -> None:
    recording = run(go=go, workload={"kind": "pusher", "live_heap": "16MiB"})
    assert recording.heap_live == pytest.approx((1024 + 272 / 4.875) * 16 * 1024, rel=0.01)
    assert recording.allocated_bytes == pytest.approx(recording.ops * 1024, abs=2 * 1024)
    assert len(recording.cycles["cycle"]) > 0


@pytest.mark.parametrize("go", RELEASES)
def test_more_workers_than_ps_wait_for_them(go: str) -> None:
    few, many = (run(go=go, gogc="off", workload={"workers": n}) for n in (2, 6))
    assert few.latency.cause_ns[:, [Cause.PREEMPTED, Cause.RUN_QUEUE]].sum() < 10**7
    assert many.latency.cause_ns[:, [Cause.PREEMPTED, Cause.RUN_QUEUE]].sum() > 4 * 0.5 * 300 * 10**6
    assert many.ops == pytest.approx(few.ops, rel=0.05)


def test_gomaxprocs_is_the_releases_own_where_the_scenario_says_nothing() -> None:
    assert simulate(a_scenario(go="1.4", gomaxprocs=None)).gomaxprocs == 1
    assert simulate(a_scenario(go="1.5", gomaxprocs=None)).gomaxprocs == 2


@pytest.mark.parametrize("go", RELEASES[1:])
def test_on_a_single_p_the_forced_collection_waits_for_the_cycle_under_way(go: str) -> None:
    """The goroutine that asks for it must not hold the only P that could end that cycle."""
    hardware = {"profile": "measured-2vcpu", "memory": "1GiB"}
    for live_heap in ("8MiB", "9MiB", "16MiB", "32MiB"):
        for gogc in (10, 100):
            keys = {"workload": {"live_heap": live_heap}, "until": {"duration": "10ms"}, "hardware": hardware}
            assert run(go=go, gogc=gogc, gomaxprocs=1, **keys).ended_by == "duration"


@pytest.mark.parametrize("go", RELEASES)
def test_a_preemption_that_meets_the_start_of_a_cycle_is_not_lost(go: str) -> None:
    """With operations as long as a slice some cycles start on a P whose safepoint is waited for."""
    keys: dict[str, Any] = {"live_heap": "1MiB", "object_size": "4KiB", "think_time": "9ms"}
    recording = run(go=go, workload=keys, until={"duration": "100s"})
    assert recording.ops > 20_000
    share = recording.latency.cause_ns.sum() / (4 * (recording.end_ns - recording.start_ns))
    assert share > 0.9


# Against the real runtimes


@pytest.mark.parametrize("go", RELEASES)
def test_the_median_pause_at_128_mib_is_within_a_factor_of_2_of_the_measured_one(go: str) -> None:
    recording = run(go=go, workload={"live_heap": "128MiB"}, until={"duration": "7s"})
    columns = recording.pauses
    of_cycle: dict[int, int] = {}
    for number, ns in zip(columns["cycle"], columns["end_ns"] - columns["requested_ns"], strict=True):
        of_cycle[int(number)] = of_cycle.get(int(number), 0) + int(ns)
    complete = [of_cycle[int(number)] for number in recording.cycles["cycle"]]
    assert MEASURED_PAUSE_MS[go] / 2 <= np.median(complete) / 1e6 <= 2 * MEASURED_PAUSE_MS[go]
    assert 12 <= len(complete) <= 15


def test_only_1_4_pauses_for_a_whole_cycle() -> None:
    for go in RELEASES:
        assert (StopPhase.WHOLE_CYCLE in run(go=go).pauses["phase"]) is (go == "1.4")
