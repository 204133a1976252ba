from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from gcsim.fidelity import METRICS, MeasuredRun, read_measured, to_scenario
from gcsim.fidelity.metrics import Observation, Quantity, observe_measured, observe_simulated, pool
from gcsim.recording import LatencyHistogram, Recording
from gcsim.scenario import Hardware, Scenario

Fields = dict[str, Any]
Toy = Callable[[Scenario], Recording]
LOG = (
    "# begin\n"
    "gc 1 @1.0s 9%: 0.01+20+0.02 ms clock, 0.02+3.0/10/0+0.04 ms cpu, 60->64->30 MB, 61 MB goal, 2 P\n"
    "gc 2 @2.0s 9%: 0.01+30+0.02 ms clock, 0.02+0/14/0+0.04 ms cpu, 60->66->32 MB, 61 MB goal, 2 P\n"
    "# end\n"
)


def observation(
    *, window_s: float = 1.0, ops: int = 0, pauses_us: tuple[float, ...] = (), **log: tuple[float, ...]
) -> Observation:
    return Observation(window_s=window_s, ops=ops, collections=len(pauses_us), pauses_us=pauses_us, op_ns={}, log=log)


def test_metrics_of_a_real_run_come_from_both_its_files(fields: Fields, write_run: Callable[..., Path]) -> None:
    (run,) = read_measured(write_run({**fields, "wall_s": 8.0, "num_gc": 4}, LOG))
    found = pool([observe_measured(run)])
    assert list(found) == list(METRICS)
    assert found == {
        "pause_p50": Quantity(250.0, 4),
        "pause_p90": Quantity(370.0, 4),
        "collections_per_s": Quantity(0.5, 4),
        "ops_per_s": Quantity(625_000.0, 5_000_000),
        "op_p999": Quantity(20_000.0, 5_000_000),
        "op_p9999": Quantity(10_000_000.0, 5_000_000),
        "heap_start": Quantity(60.0, 2),
        "heap_end": Quantity(65.0, 2),
        "heap_marked": Quantity(31.0, 2),
        "mark_ms": Quantity(25.0, 2),
        "assist_ms": Quantity((3.0 + 0.001) / 2, 2),
        "background_ms": Quantity(12.0, 2),
    }


def test_a_real_run_without_a_log_has_no_metrics_of_the_log(run: MeasuredRun) -> None:
    assert pool([observe_measured(run)])["mark_ms"] == Quantity(None, 0)


def test_pauses_are_pooled_and_the_rest_averaged() -> None:
    pooled = pool(
        [
            observation(ops=100, pauses_us=(1.0, 2.0, 3.0), mark_ms=(1.0, 2.0, 9.0)),
            observation(ops=300, pauses_us=(100.0,), mark_ms=(4.0,)),
        ]
    )
    assert pooled["pause_p50"] == Quantity(2.5, 4)
    assert pooled["ops_per_s"] == Quantity(200.0, 400)
    assert pooled["collections_per_s"] == Quantity(2.0, 4)
    assert pooled["mark_ms"] == Quantity(3.0, 4)


def test_a_simulated_run_is_cut_as_the_log_of_a_real_one_is(run: MeasuredRun, hardware: Hardware, toy: Toy) -> None:
    recording = toy(to_scenario(run, hardware=hardware, seed=1, replication=0))
    n = len(recording.cycles["cycle"])
    forced = np.arange(n) == 0
    cycles = {
        **recording.cycles,
        "forced": forced,
        "heap_start": np.full(n, (60 << 20) + 1_000_000),
        "assist_ns": np.where(forced, 10**9, 999),
        "dedicated_ns": np.full(n, 3_000_000),
        "fractional_ns": np.full(n, 4_000_000),
    }
    observed = observe_simulated(replace(recording, cycles=cycles))
    assert observed.collections == n
    assert set(observed.log["heap_start"]) == {60.0}
    assert set(observed.log["assist_ms"]) == {0.001}
    assert set(observed.log["background_ms"]) == {7.0}
    assert all(len(values) == n - 1 for values in observed.log.values())


def test_a_simulation_that_ends_before_its_window_begins_has_no_values(
    run: MeasuredRun, hardware: Hardware, toy: Toy
) -> None:
    recording = toy(to_scenario(run, hardware=hardware, seed=1, replication=0))
    nothing = {name: values[:0] for name, values in recording.cycles.items()}
    never = replace(recording, end_ns=recording.start_ns, ops=0, cycles=nothing, latency=LatencyHistogram.empty())
    assert all(quantity == Quantity(None, 0) for quantity in pool([observe_simulated(never)]).values())
