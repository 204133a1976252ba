"""One run as one mapping and as one row."""

import json
import time
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest

from gcsim.analysis import flatten, summarize
from gcsim.recording import LatencyHistogram, Recording
from gcsim.vocabulary import Cause, PState

MakeRecording = Callable[..., Recording]
MakeLatency = Callable[[Sequence[Mapping[Cause, int]]], LatencyHistogram]

MS = 1_000_000
BUDGET = {"budget_pause_ns": 10 * MS, "budget_window_ns": 50 * MS}


@pytest.fixture
def recording(make_recording: MakeRecording, make_latency: MakeLatency) -> Recording:
    """One second of 1.4 on two Ps: stops of 4, 8 and 20 ms."""
    return make_recording(
        start_ns=0,
        pauses={
            "cycle": [1, 2, 3],
            "phase": [0, 0, 0],
            "requested_ns": [100 * MS, 400 * MS, 700 * MS],
            "end_ns": [104 * MS, 408 * MS, 720 * MS],
        },
        cycles={"cycle": [1, 2, 3], "heap_start": [240, 250, 245]},
        utilization={
            "time_ns": [100 * MS, 104 * MS, 400 * MS, 408 * MS, 700 * MS, 720 * MS],
            "collecting_ps": [2, 0, 2, 0, 2, 0],
        },
        p_time_ns={PState.MUTATOR: 968 * MS, PState.STOPPED: 32 * MS},
        latency=make_latency([{Cause.SERVICE: 2000}] * 9999 + [{Cause.SERVICE: 2000, Cause.STOPPED: 20 * MS}]),
        ops=10_000,
    )


def test_a_summary_says_what_the_run_came_to(recording: Recording) -> None:
    found = summarize(recording, **BUDGET)
    assert found["simulated_ns"] == 1000 * MS
    assert found["ended_by"] == "duration"
    assert (found["ops"], found["ops_per_s"]) == (10_000, 10_000.0)
    assert (found["cycles"], found["collections_per_s"]) == (3, 3.0)
    assert found["allocated_bytes"] == 4096
    assert found["pause_ns"] == pytest.approx(
        {"p50": 8 * MS, "p90": 17.6 * MS, "p99": 19.76 * MS, "max": 20 * MS, "total": 32 * MS, "n": 3}
    )
    assert found["stw_ns"]["whole_cycle"] == found["pause_ns"]
    assert found["stw_ns"]["sweep_termination"]["n"] == found["stw_ns"]["mark_termination"]["n"] == 0
    assert found["op_ns"] == {
        "p50": 2000,
        "p90": 2000,
        "p99": 2000,
        "p999": 2000,
        "p9999": 20_185_088,
        "max": 20_002_000,
    }
    assert found["latency_cause_ns"]["stopped"] == 20 * MS
    assert found["tail_cause_ns"]["p9999"]["stopped"] == 20 * MS
    assert found["tail_cause_ns"]["p9999"]["service"] == 2000
    assert found["heap_bytes"] == {"live": 100, "peak": 300, "goal": 200}
    assert found["gc_cpu_fraction"] == 0.032
    assert found["mmu"] == {"1ms": 0.0, "10ms": 0.0, "50ms": 0.6, "100ms": 0.8}
    assert found["budget"] == {
        "pause_ns": 10 * MS,
        "window_ns": 50 * MS,
        "cycles_over_share": pytest.approx(1 / 3),
        "stopped_ns": 20 * MS,
        "longest_indivisible_ns": None,
        "attainable": None,
        "mmu_at_window": 0.6,
    }
    assert found["cycle_medians"]["heap_start"] == 245.0


def test_a_run_without_collections_has_nothing_where_nothing_can_be_said(make_recording: MakeRecording) -> None:
    found = summarize(make_recording(end_ns=60 * MS, p_time_ns={PState.MUTATOR: 60 * MS}), **BUDGET)
    assert found["cycles"] == 0
    assert found["collections_per_s"] == 0.0
    assert found["gc_cpu_fraction"] == 0.0
    assert found["budget"]["cycles_over_share"] is None
    assert found["mmu"] == {"1ms": 1.0, "10ms": 1.0, "50ms": 1.0, "100ms": None}
    assert found["op_ns"]["max"] is None


def test_a_run_that_ends_as_it_begins_has_no_rates(make_recording: MakeRecording) -> None:
    found = summarize(make_recording(end_ns=0), **BUDGET)
    assert found["ops_per_s"] is None
    assert found["gc_cpu_fraction"] is None
    assert set(found["mmu"].values()) == {None}


def test_a_summary_is_plain_data_that_json_writes_without_loss(recording: Recording) -> None:
    found = summarize(recording, **BUDGET)
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_a_row_joins_nested_keys_by_dots_and_keeps_their_order(recording: Recording) -> None:
    summary = summarize(recording, **BUDGET)
    row = flatten(summary)
    assert row["stw_ns.whole_cycle.p50"] == 8 * MS
    assert row["tail_cause_ns.p9999.stopped"] == 20 * MS
    assert row["ended_by"] == "duration"
    assert list(row)[:4] == list(summary)[:4]
    assert not any(isinstance(value, Mapping) for value in row.values())


def test_a_hundred_thousand_cycles_and_a_million_steps_are_summarized_in_a_second(
    make_recording: MakeRecording,
) -> None:
    cycles, steps = 100_000, 1_000_000
    rng = np.random.default_rng(1)
    step_ns = np.cumsum(rng.integers(1, 20_000, steps))
    begins = np.arange(2 * cycles) * 50_000
    recording = make_recording(
        end_ns=int(step_ns[-1]) + 1,
        cycles={"cycle": np.arange(cycles), "heap_start": rng.integers(0, 10**9, cycles)},
        pauses={
            "cycle": np.arange(2 * cycles) // 2,
            "phase": np.arange(2 * cycles) % 2 + 1,
            "requested_ns": begins,
            "end_ns": begins + 1000,
        },
        utilization={"time_ns": step_ns, "collecting_ps": rng.integers(0, 3, steps)},
    )
    began = time.process_time()
    found = summarize(recording, **BUDGET)
    assert time.process_time() - began < 1
    assert found["pause_ns"]["p50"] == 2000.0
    assert found["stw_ns"]["mark_termination"]["n"] == cycles
