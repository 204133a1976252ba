import pickle
from pathlib import Path

import numpy as np
import pytest

from gcsim.analysis import flatten
from gcsim.recording import (
    CYCLE_COLUMNS,
    GOROUTINE_COLUMNS,
    HEAP_COLUMNS,
    PAUSE_COLUMNS,
    UTILIZATION_COLUMNS,
    LatencyHistogram,
    Recording,
)
from gcsim.scenario import Scenario
from gcsim.studies import Row, axes_of, run_scenario, runs
from gcsim.studies.runs import Chunk, Job, Limits, attempt, to_row
from gcsim.vocabulary import Cause, PState, StopPhase
from tests.studies.fakes import a_scenario


def recording_of(scenario: Scenario) -> Recording:
    tables = {
        name: {column: np.zeros(rows, dtype) for column, dtype in columns.items()}
        for name, columns, rows in (
            ("pauses", PAUSE_COLUMNS, 3),
            ("cycles", CYCLE_COLUMNS, 1),
            ("heap", HEAP_COLUMNS, 0),
            ("utilization", UTILIZATION_COLUMNS, 0),
            ("goroutines", GOROUTINE_COLUMNS, 120),
        )
    }
    tables["goroutines"]["time_ns"][:] = np.arange(120) + 5
    tables["goroutines"]["goroutines"][:] = 7
    tables["cycles"]["end_ns"][:] = 170
    tables["pauses"]["cycle"][:] = [0, 0, 1]
    tables["pauses"]["phase"][:] = [
        StopPhase.SWEEP_TERMINATION, StopPhase.MARK_TERMINATION, StopPhase.SWEEP_TERMINATION,
    ]  # fmt: skip
    tables["pauses"]["requested_ns"][:] = [10, 100, 900]
    tables["pauses"]["end_ns"][:] = [15, 170, 902]
    latency = LatencyHistogram.empty()
    latency.counts[[7, 70]] = [2, 1]
    latency.cause_ns[7, Cause.SERVICE] = 14
    latency.cause_ns[70, Cause.STOPPED] = 76
    return Recording(
        start_ns=5, end_ns=1005, gomaxprocs=scenario.ps, ended_by="duration", failure="", ops=3,
        allocated_bytes=1,
        allocated_objects=1, heap_peak=1, heap_live=1, heap_goal=1, p_time_ns=np.full((2, len(PState)), 1, np.int64),
        latency=LatencyHistogram(latency.counts, latency.cause_ns, 76), **tables,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture
def _simulated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gcsim.studies.runs.simulate", recording_of)


@pytest.mark.usefixtures("_simulated")
def test_a_row_holds_the_scenario_its_summary_and_every_pause() -> None:
    row = run_scenario(a_scenario(gogc="off"))
    assert (row["gogc"], row["gomaxprocs"], row["workload.kind"], row["until.cycles"]) == ("off", 2, "forest", None)
    assert (row["ops"], row["pause_ns.n"], row["budget.pause_ns"]) == (3, 1, 10_000_000)
    assert row["pauses_ns"] == [75]
    assert row["stops_ns"] == [5, 70, 2]
    assert row["stop_phases"] == [1, 2, 1]


@pytest.mark.usefixtures("_simulated")
def test_a_row_keeps_some_fifty_samples_with_instants_from_the_beginning_of_the_window() -> None:
    row = run_scenario(a_scenario())
    assert row["cycle_ends_ns"] == [165]
    assert row["sampled_ns"] == list(range(0, 120, 3))
    assert row["sampled_goroutines"] == [7] * 40
    assert row["sampled_heap_bytes"] == [0] * 40


@pytest.mark.usefixtures("_simulated")
def test_a_row_holds_the_buckets_of_the_histogram_that_are_not_empty() -> None:
    row = run_scenario(a_scenario())
    assert row["op_buckets"] == [7, 70]
    assert row["op_counts"] == [2, 1]
    assert row["op_cause_ns"] == [14, *[0] * 11, *[0] * 3, 76, *[0] * 8]


@pytest.mark.usefixtures("_simulated")
def test_a_row_is_plain_data() -> None:
    row = run_scenario(a_scenario())
    assert {type(value) for value in row.values()} <= {str, int, float, bool, list, type(None)}
    assert {type(item) for value in row.values() if isinstance(value, list) for item in value} == {int}


def test_a_result_with_the_name_of_an_axis_is_refused() -> None:
    scenario = a_scenario()
    with pytest.raises(ValueError, match="share a name: seed"):
        to_row(axes_of(scenario), {"seed": 1}, recording_of(scenario))


def test_the_columns_of_a_scenario_are_its_scalars_by_dotted_key() -> None:
    scenario = a_scenario(gogc=50)
    assert list(axes_of(scenario).items()) == list({**flatten(scenario.resolved()), "gogc": "50"}.items())


def test_the_columns_of_more_parts_than_are_kept_are_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_MOST_KNOWN", 3)
    for mib in (*range(1, 8), 1):
        axes = axes_of(a_scenario(live_heap=f"{mib}MiB"))
        assert axes["workload.live_heap"] == mib << 20


def test_an_attempt_gives_a_row_with_its_key() -> None:
    done = attempt(axes_of, Job("k", a_scenario()))
    assert done.row == {"run_key": "k", **axes_of(a_scenario())}
    assert (done.kind, done.error, done.trace) == ("", "", "")
    assert done.wall_s > 0


@pytest.mark.parametrize(
    ("error", "kind"), [(ArithmeticError("of a\nmodel"), "raised"), (MemoryError("none"), "memory")]
)
def test_an_attempt_that_raises_says_so_in_one_line(error: Exception, kind: str) -> None:
    def raising(_: Scenario) -> Row:
        raise error

    done = attempt(raising, Job("k", a_scenario()))
    assert (done.row, done.kind) == (None, kind)
    assert done.error == f"{type(error).__name__}: {' '.join(str(error).split())}"
    assert "in raising" in done.trace


def test_an_interruption_is_no_failure_of_the_run_unless_said_so() -> None:
    def interrupted(_: Scenario) -> Row:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        attempt(interrupted, Job("k", a_scenario()))
    assert attempt(interrupted, Job("k", a_scenario()), failing=BaseException).error == "KeyboardInterrupt"


def simulated_for(duration: str) -> Job:
    workload = {"kind": "forest", "live_heap": "1KiB"}
    plain = {"name": "short", "go": "1.8", "hardware": "measured-2vcpu", "until": {"duration": duration}}
    return Job("k", Scenario.model_validate({**plain, "workload": workload}))


def test_an_attempt_counts_the_events_of_its_simulation_alone() -> None:
    events = [attempt(run_scenario, simulated_for("1ms")).events for _ in range(2)]
    assert events[0] == events[1] > 0
    assert attempt(run_scenario, simulated_for("2ms")).events > events[0]
    assert attempt(axes_of, Job("k", a_scenario())).events == 0


def test_a_chunk_travels(tmp_path: Path) -> None:
    chunk = Chunk(axes_of, (Job("k", a_scenario()),), tmp_path, "fake", Limits(timeout_s=1.5), None)
    assert pickle.loads(pickle.dumps(chunk)) == chunk  # noqa: S301
