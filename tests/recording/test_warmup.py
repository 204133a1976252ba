"""Warm-up: what of a run is simulated but not recorded, and how much that should be."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gcsim.recording import Recording, transient_ns
from gcsim.scenario import load
from gcsim.simulation import Sample, simulate
from tests.parts import a_scenario

MS = 10**6
GOS = ["1.4", "1.5", "1.8"]


def a_run(go: str, **until: str | int) -> Recording:
    return simulate(a_scenario(go=go, until=until))


def with_ends(recording: Recording, ends_ns: list[int]) -> Recording:
    return replace(recording, start_ns=1000, cycles={**recording.cycles, "end_ns": np.array(ends_ns)})


@pytest.fixture(scope="module")
def some() -> Recording:
    return a_run("1.8", duration="10ms")


def test_collections_that_come_faster_at_first_are_cut(some: Recording) -> None:
    gaps = [10] * 5 + [100, 102, 98, 101, 99] * 5
    assert transient_ns(with_ends(some, (1000 + np.cumsum(gaps)).tolist())) == 50


def test_the_time_before_the_first_collection_counts(some: Recording) -> None:
    gaps = [900] + [100] * 29
    assert transient_ns(with_ends(some, (1000 + np.cumsum(gaps)).tolist())) == 900 + 4 * 100


def test_collections_that_come_alike_are_all_kept(some: Recording) -> None:
    assert transient_ns(with_ends(some, list(range(1100, 3100, 100)))) == 0


def test_fewer_than_ten_collections_are_not_judged(some: Recording) -> None:
    assert transient_ns(with_ends(some, list(range(1100, 2000, 100)))) is None


@pytest.mark.parametrize("go", GOS)
def test_a_warm_up_is_the_beginning_of_the_same_run(go: str) -> None:
    whole = a_run(go, duration="500ms")
    rest = a_run(go, duration="300ms", warmup="200ms")
    assert (rest.start_ns, rest.end_ns) == (whole.start_ns + 200 * MS, whole.end_ns)
    assert (whole.warmup_ns, rest.warmup_ns) == (0, 200 * MS)
    for table, begins in (("cycles", "start_ns"), ("pauses", "requested_ns")):
        kept = getattr(whole, table)[begins] >= rest.start_ns
        for name, column in getattr(whole, table).items():
            # Sums of floats are rounded elsewhere where the window begins elsewhere.
            np.testing.assert_allclose(getattr(rest, table)[name], column[kept], rtol=1e-9, err_msg=name)


@pytest.mark.parametrize("go", GOS)
def test_what_the_warm_up_and_the_window_have_is_what_the_whole_has(go: str) -> None:
    whole = a_run(go, duration="500ms")
    before = a_run(go, duration="200ms")
    rest = a_run(go, duration="300ms", warmup="200ms")
    assert before.ops + rest.ops == whole.ops
    assert before.allocated_bytes + rest.allocated_bytes == pytest.approx(whole.allocated_bytes, abs=2)
    assert (before.p_time_ns + rest.p_time_ns == whole.p_time_ns).all()
    assert rest.latency.counts.sum() == rest.ops


def test_collections_of_the_warm_up_do_not_end_the_run() -> None:
    run = a_run("1.8", cycles=3, warmup="200ms")
    assert len(run.cycles["cycle"]) == 3
    assert run.cycles["start_ns"].min() >= run.start_ns


def test_operations_of_ps_that_wait_for_a_core_count_where_they_end() -> None:
    run = simulate(a_scenario(gomaxprocs=4, until={"duration": "300ms", "warmup": "200ms"}))
    assert (run.p_time_ns.sum(axis=1) == 300 * MS).all()
    assert run.latency.counts.sum() == run.ops
    whole = simulate(a_scenario(gomaxprocs=4, until={"duration": "500ms"}))
    assert run.ops == pytest.approx(whole.ops * 3 / 5, rel=0.02)


def test_a_process_that_dies_in_its_warm_up_has_nothing_recorded() -> None:
    hardware = {"profile": "measured-2vcpu", "memory": "64MiB"}
    died = simulate(a_scenario(gogc="off", hardware=hardware, until={"duration": "1s", "warmup": "10s"}))
    assert died.ended_by == "out_of_memory"
    assert died.start_ns == died.end_ns
    assert (died.warmup_ns, died.ops, len(died.pauses["cycle"])) == (0, 0, 0)


def test_mser5_cuts_what_it_finds_in_a_run_beforehand() -> None:
    pilot = a_run("1.5", duration="500ms")
    cut = transient_ns(pilot)
    found = a_run("1.5", duration="500ms", warmup="mser5")
    assert cut
    assert (found.warmup_ns, found.start_ns) == (cut, pilot.start_ns + cut)
    assert found.end_ns - found.start_ns == 500 * MS
    stated = a_run("1.5", duration="500ms", warmup=f"{cut}ns")
    assert found.ops == stated.ops
    assert found.cycles["end_ns"].tolist() == stated.cycles["end_ns"].tolist()


def test_mser5_cuts_nothing_where_it_cannot_judge() -> None:
    found, plain = a_run("1.8", duration="100ms", warmup="mser5"), a_run("1.8", duration="100ms")
    assert (found.warmup_ns, found.start_ns, found.ops) == (0, plain.start_ns, plain.ops)


def test_progress_goes_through_both_runs_and_a_sample_is_taken_of_the_second() -> None:
    told: list[float] = []
    seen: list[int] = []
    scenario = a_scenario(until={"duration": "100ms", "warmup": "mser5"})
    recording = simulate(scenario, progress=told.append, sample=Sample(10 * MS, lambda now, _: seen.append(now)))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert 0.5 in told
    assert seen == list(range(0, recording.end_ns, 10 * MS))


def test_a_run_without_a_warm_up_is_the_run_that_it_was() -> None:
    """Its key stays: what was simulated before there were warm-ups is not simulated again."""

    def until(**keys: str) -> dict[str, object]:
        resolved: dict[str, object] = a_scenario(until={"duration": "1s", **keys}).resolved()["until"]
        return resolved

    assert until() == until(warmup="0s") == {"cycles": None, "duration_ns": 10**9, "at_most_ns": None}
    assert until(warmup="2s") == {**until(), "warmup_ns": 2 * 10**9}
    assert until(warmup="mser5") == {**until(), "warmup": "mser5"}


def test_a_warm_up_can_be_swept(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(
        'name: s\ngo: "1.8"\nhardware: measured-2vcpu\nworkload: {kind: forest, live_heap: 8MiB}\n'
        "until: {cycles: 5, warmup: {sweep: [0s, 10ms, mser5]}}\n",
        encoding="utf-8",
    )
    study = load(path)
    assert study.axes == {"until.warmup": (0, 10 * MS, "mser5")}
    assert len({str(scenario.resolved()) for scenario in study.expand()}) == 3
