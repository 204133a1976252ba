"""Whole collections: which stops a release makes, what they grow with, and when the next one starts."""

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from gcsim.collector import cycle
from gcsim.collector.cycle import FORCED_PERIOD_NS
from gcsim.recording import Recording
from gcsim.simulation import simulate
from gcsim.vocabulary import PState, StopPhase
from tests.parts import COSTS, a_scenario

if TYPE_CHECKING:
    from collections.abc import Callable

MIB = 1 << 20
RELEASES = ["1.4", "1.5", "1.6", "1.7", "1.8"]
FOUR_CORES = {"profile": "measured-2vcpu", "cores": 4}
CONCURRENT = RELEASES[1:]


@cache
def _simulated(keys: str) -> Recording:
    return simulate(a_scenario(**json.loads(keys)))


def run(go: str, **keys: Any) -> Any:  # noqa: ANN401 - keys of a scenario; arrays of what a column holds
    """Simulate a small run, once for all tests that look at it."""
    return _simulated(json.dumps({"go": go, **keys}))


def pauses(recording: Any, phase: StopPhase | None = None) -> list[int]:  # noqa: ANN401
    columns = recording.pauses
    lengths = columns["end_ns"] - columns["requested_ns"]
    return [int(ns) for ns, of in zip(lengths, columns["phase"], strict=True) if phase in (None, of)]


# Order


def test_1_4_stops_once_for_a_whole_cycle() -> None:
    recording = run("1.4")
    assert len(recording.cycles["cycle"]) >= 3
    assert set(recording.pauses["phase"]) == {StopPhase.WHOLE_CYCLE}
    assert recording.pauses["cycle"].tolist() == recording.cycles["cycle"].tolist()


@pytest.mark.parametrize("go", CONCURRENT)
def test_from_1_5_a_cycle_stops_twice_for_sweep_termination_and_for_mark_termination(go: str) -> None:
    recording = run(go)
    cycles = recording.cycles["cycle"]
    assert len(cycles) >= 3
    complete = np.isin(recording.pauses["cycle"], cycles)
    phases = recording.pauses["phase"][complete].reshape(-1, 2)
    assert {tuple(row) for row in phases.tolist()} == {(StopPhase.SWEEP_TERMINATION, StopPhase.MARK_TERMINATION)}
    assert recording.pauses["cycle"][complete][::2].tolist() == cycles.tolist()


@pytest.mark.parametrize("go", RELEASES)
def test_cycles_come_one_after_another(go: str) -> None:
    cycles = run(go).cycles
    assert np.all(np.diff(cycles["cycle"]) == 1)
    assert np.all(cycles["start_ns"][1:] >= cycles["end_ns"][:-1])
    assert not np.any(cycles["forced"])


@pytest.mark.parametrize("go", CONCURRENT)
def test_a_concurrent_cycle_starts_marks_and_ends_in_this_order(go: str) -> None:
    cycles = run(go).cycles
    assert np.all(cycles["start_ns"] + cycles["sweep_termination_ns"] <= cycles["mark_start_ns"])
    assert np.all(cycles["mark_start_ns"] <= cycles["mark_end_ns"])
    assert np.all(cycles["mark_end_ns"] + cycles["mark_termination_ns"] == cycles["end_ns"])


@pytest.mark.parametrize("go", RELEASES)
def test_the_stops_of_a_cycle_are_those_that_it_says(go: str) -> None:
    recording = run(go)
    cycles = recording.cycles
    complete = np.isin(recording.pauses["cycle"], cycles["cycle"])
    lengths = (recording.pauses["end_ns"] - recording.pauses["requested_ns"])[complete]
    said = cycles["sweep_termination_ns"] + cycles["mark_termination_ns"]
    assert lengths.reshape(len(said), -1).sum(1).tolist() == said.tolist()


@pytest.mark.parametrize("go", RELEASES)
def test_the_world_stands_still_in_a_stop_and_only_there(go: str) -> None:
    recording = run(go)
    inside = (recording.pauses["end_ns"] - recording.pauses["stopped_ns"]).sum()
    assert np.all(recording.p_time_ns[:, PState.STOPPED] >= inside)
    waits = (recording.pauses["stopped_ns"] - recording.pauses["requested_ns"]).sum()
    stopped = recording.p_time_ns[:, [PState.STOPPED, PState.STOPPING]].sum(axis=1)
    assert np.all(stopped <= inside + waits)


# Pace


@pytest.mark.parametrize("go", RELEASES)
@pytest.mark.parametrize("gogc", [50, 100, 200])
def test_trigger_number_of_cycles_and_peak_follow_gogc(go: str, gogc: int) -> None:
    recording = run(go, gogc=gogc, workload={"live_heap": "16MiB"}, until={"duration": "1s"})
    live, growth = recording.heap_live, gogc / 100
    goal = live * (1 + growth)
    assert goal * 0.9 <= recording.heap_peak <= goal * 1.1
    triggers = recording.cycles["trigger"]
    assert np.all(triggers[1:] >= live * (1 + 0.4 * growth))
    assert np.all(triggers[1:] <= goal * 1.05)
    expected = recording.allocated_bytes / (live * growth)
    assert expected * 0.9 - 1 <= len(triggers) <= expected / 0.7 + 1


@pytest.mark.parametrize("go", RELEASES)
def test_a_cycle_starts_when_the_heap_meets_the_trigger(go: str) -> None:
    cycles = run(go).cycles
    bytes_in_50_us = 50_000 * 304 / 1000
    late = cycles["heap_start"][1:] - cycles["trigger"][1:]
    assert np.all((late >= -2) & (late <= bytes_in_50_us))
    assert cycles["trigger"][1:].tolist() == cycles["next_trigger"][:-1].tolist()


@pytest.mark.parametrize("go", CONCURRENT)
def test_the_trigger_ratio_stays_between_nothing_and_95_percent_of_the_goal(go: str) -> None:
    for gogc in (50, 100, 200):
        ratios = run(go, gogc=gogc, workload={"live_heap": "16MiB"}, until={"duration": "1s"}).cycles["trigger_ratio"]
        assert np.all((ratios >= 0) & (ratios <= 0.95 * (gogc / 100)))


@pytest.mark.parametrize("go", RELEASES)
def test_what_a_cycle_marks_is_what_lives_and_what_was_allocated_meanwhile(go: str) -> None:
    recording = run(go)
    cycles = recording.cycles
    marked = cycles["heap_marked"]
    assert np.all(marked >= recording.heap_live - 1)
    assert np.all(marked <= recording.heap_live + np.maximum(cycles["heap_end"] - cycles["heap_start"], 0) + 64 * 1024)


@pytest.mark.parametrize("go", RELEASES)
def test_with_gogc_off_nothing_is_collected(go: str) -> None:
    recording = run(go, gogc="off")
    assert len(recording.cycles["cycle"]) == len(recording.pauses["cycle"]) == 0
    assert recording.heap_goal == 0
    assert recording.heap_peak == pytest.approx(recording.heap_live + recording.allocated_bytes, abs=4)
    collecting = [PState.ASSIST, PState.DEDICATED, PState.FRACTIONAL, PState.IDLE_WORKER, PState.STOPPED]
    assert recording.p_time_ns[:, collecting].sum() == 0


@pytest.mark.parametrize("go", RELEASES)
def test_a_cycle_is_forced_when_none_began_for_two_minutes(go: str) -> None:
    recording = run(go, workload={"workers": 1, "think_time": "100ms"}, until={"duration": "250s"})
    starts = recording.cycles["start_ns"]
    assert len(starts) == 2
    assert FORCED_PERIOD_NS <= starts[1] - starts[0] <= FORCED_PERIOD_NS + 10**7
    assert np.all(recording.cycles["heap_start"] < recording.cycles["trigger"])


@pytest.mark.parametrize("go", RELEASES)
def test_with_gogc_off_no_cycle_is_forced_either(go: str) -> None:
    recording = run(go, gogc="off", workload={"workers": 1, "think_time": "100ms"}, until={"duration": "250s"})
    assert len(recording.cycles["cycle"]) == 0


# Who marks


@pytest.mark.parametrize("go", CONCURRENT)
def test_background_workers_take_their_quarter(go: str) -> None:
    for ps, kind in ((2, "fractional_ns"), (4, "dedicated_ns")):
        cycles = run(go, gomaxprocs=ps, hardware=FOUR_CORES, workload={"live_heap": "64MiB", "workers": 8}).cycles
        marking = (cycles["mark_end_ns"] - cycles["mark_start_ns"]).sum()
        assert cycles[kind].sum() / (marking * ps) == pytest.approx(0.25, rel=0.35)
        other = {"fractional_ns": "dedicated_ns", "dedicated_ns": "fractional_ns"}[kind]
        assert cycles[other].sum() == 0


@pytest.mark.parametrize("go", CONCURRENT)
def test_idle_ps_mark_too(go: str) -> None:
    recording = run(go, gomaxprocs=4, hardware=FOUR_CORES, workload={"live_heap": "32MiB", "workers": 1})
    assert recording.cycles["idle_ns"].sum() > 0
    assert recording.cycles["assist_ns"].sum() < recording.cycles["idle_ns"].sum()


@pytest.mark.parametrize("go", CONCURRENT)
def test_without_idle_workers_idle_ps_do_not(go: str) -> None:
    keys: dict[str, Any] = {
        "gomaxprocs": 4,
        "hardware": FOUR_CORES,
        "workload": {"live_heap": "32MiB", "workers": 1},
    }
    without = run(go, collector={"mechanisms": {"idle_workers": "none"}}, **keys)
    assert without.cycles["idle_ns"].sum() == 0
    with_them = run(go, **keys)
    assert np.median(with_them.cycles["mark_end_ns"] - with_them.cycles["mark_start_ns"]) < np.median(
        without.cycles["mark_end_ns"] - without.cycles["mark_start_ns"]
    )


@pytest.mark.parametrize("go", CONCURRENT)
def test_the_time_of_a_cycle_is_the_time_that_ps_were_in_that_state(go: str) -> None:
    recording = run(go, until={"cycles": 10})
    columns = {"assist_ns": PState.ASSIST, "fractional_ns": PState.FRACTIONAL, "idle_ns": PState.IDLE_WORKER}
    for column, state in columns.items():
        assert recording.cycles[column].sum() == recording.p_time_ns[:, state].sum()


def test_1_4_spends_nothing_on_concurrent_marking() -> None:
    recording = run("1.4")
    for column in ("assist_ns", "dedicated_ns", "fractional_ns", "idle_ns"):
        assert recording.cycles[column].sum() == 0


def test_1_4_marks_from_when_all_have_stopped_until_they_run_again() -> None:
    recording = run("1.4")
    completed = np.isin(recording.pauses["cycle"], recording.cycles["cycle"])
    assert recording.cycles["mark_start_ns"].tolist() == recording.pauses["stopped_ns"][completed].tolist()
    assert recording.cycles["mark_end_ns"].tolist() == recording.pauses["end_ns"][completed].tolist()


def test_the_coordinator_of_1_5_alone_scans_the_roots() -> None:
    keys: dict[str, Any] = {"workload": {"parked": 10_000}}
    scans = run("1.5", **keys).cycles["scan_ns"]
    assert np.all(scans >= 10_000 * COSTS.goroutine_scan_ns)
    assert run("1.6", **keys).cycles["scan_ns"].sum() == 0


# What the stops grow with


@pytest.mark.parametrize(
    ("go", "least", "most"),
    [("1.4", 7.0, 9.0), ("1.5", 1.2, 4.0), ("1.6", 1.0, 2.5), ("1.7", 1.0, 2.5), ("1.8", 0.9, 1.1)],
)
def test_pauses_grow_with_the_heap_less_and_less(go: str, least: float, most: float) -> None:
    # From 1.5 on half of the pauses are short and half are long: their median says which there are more of.
    small = np.mean(pauses(run(go, workload={"live_heap": "32MiB"}, until={"cycles": 20})))
    large = np.mean(pauses(run(go, workload={"live_heap": "256MiB"}, until={"cycles": 20})))
    assert least < large / small < most


@pytest.mark.parametrize(("go", "grows"), [("1.4", True), ("1.5", True), ("1.6", True), ("1.7", False), ("1.8", False)])
def test_pauses_grow_with_parked_goroutines_up_to_1_6_and_not_after(go: str, grows: bool) -> None:  # noqa: FBT001
    none = np.median(pauses(run(go, until={"cycles": 20})))
    many = np.median(pauses(run(go, workload={"parked": 100_000}, until={"cycles": 20})))
    assert bool(many > 3 * none) is grows


@pytest.mark.parametrize(("go", "grows"), [("1.4", True), ("1.5", True), ("1.6", True), ("1.7", False), ("1.8", False)])
def test_pauses_grow_with_the_data_segment_up_to_1_6_and_not_after(go: str, grows: bool) -> None:  # noqa: FBT001
    none = np.median(pauses(run(go, until={"cycles": 20})))
    large = np.median(pauses(run(go, workload={"global_pointers": 8 << 20, "roots": 0.5}, until={"cycles": 20})))
    assert bool(large > 3 * none) is grows


@pytest.mark.parametrize("go", RELEASES)
def test_a_stop_waits_for_a_loop_without_calls_unless_preemption_is_asynchronous(go: str) -> None:
    def waits(preemption: str, workers: int) -> int:
        columns = run(
            go,
            workload={"loop": "5ms", "workers": workers},
            until={"cycles": 60},
            collector={"mechanisms": {"preemption": preemption}},
        ).pauses
        return int((columns["stopped_ns"] - columns["requested_ns"]).max())

    # With one number of workers or another the loop may keep step with the collections and never meet a stop.
    assert max(waits("cooperative", workers) for workers in (1, 2, 3)) > 500_000
    assert max(waits("asynchronous", workers) for workers in (1, 2, 3)) < 500_000


def test_the_goroutine_that_starts_a_cycle_is_one_that_allocates(monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop without calls does not allocate: it can be stopped by a cycle, but never start one."""
    starters: list[str] = []
    start: Callable[..., None] = cycle.Collector._start  # noqa: SLF001 - where a cycle learns who started it

    def noted(self: cycle.Collector, p: Any) -> None:  # noqa: ANN401
        starters.append(p.g.name)
        start(self, p)

    monkeypatch.setattr(cycle.Collector, "_start", noted)
    simulate(a_scenario(workload={"loop": "20ms", "workers": 1}, until={"cycles": 30}))
    assert set(starters) <= {"main", "worker0"}


def test_helpers_that_are_late_make_a_second_stop_longer_by_their_sleep() -> None:
    def second(share: float) -> float:
        hardware = {"profile": "measured-2vcpu", "costs": {"helper_round_share": {"dirty": share}}}
        recording = run("1.7", hardware=hardware, until={"cycles": 20})
        return float(np.mean(pauses(recording, StopPhase.MARK_TERMINATION)))

    assert second(1.0) - second(0.0) == pytest.approx(COSTS.helper_round_ns, rel=0.01)


# Other mechanisms


@pytest.mark.parametrize("go", CONCURRENT)
@pytest.mark.parametrize(
    "mechanisms",
    [
        {"root_scan": "one_p"},
        {"root_scan": "one_p", "coordinator": "background_goroutine"},
        {"coordinator": "decentralized", "root_scan": "shared_jobs"},
        {"data_rescan": "one_job"},
        {"goroutine_reset": "before_stop"},
        {"assist": "none", "over_assist": "none"},
        {"pacer": "absolute"},
        {"allocation_color": "white", "write_barrier": "hybrid"},
        {"sweep": "lazy"},
    ],
    ids=lambda mechanisms: " ".join(mechanisms.values()),
)
def test_an_ablation_loses_no_goroutine(go: str, mechanisms: dict[str, str]) -> None:
    """All four workers get their share to the end: their latencies fill the time there was, but for a slice or two."""
    recording = run(go, collector={"mechanisms": mechanisms}, workload={"parked": 1000}, until={"duration": "2s"})
    window = recording.end_ns - recording.start_ns
    assert recording.latency.cause_ns.sum() >= 0.85 * 4 * window
    assert len(recording.cycles["cycle"]) >= 3


def test_a_release_with_one_mechanism_less_pauses_less() -> None:
    parked: dict[str, Any] = {"workload": {"parked": 100_000}, "until": {"cycles": 10}}
    before = np.median(pauses(run("1.6", **parked), StopPhase.MARK_TERMINATION))
    after = np.median(
        pauses(run("1.6", collector={"mechanisms": {"stack_rescan": "none"}}, **parked), StopPhase.MARK_TERMINATION)
    )
    visits = COSTS.goroutine_visit_ns["drain"] * (1 + COSTS.stack_barrier_visits) / 2
    assert before - after == pytest.approx(100_000 * visits, rel=0.05)
