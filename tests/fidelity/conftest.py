"""A toy in closed form in the place of the simulator, and folders of runs that it could have been measured on."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from gcsim.costs import Costs
from gcsim.fidelity.measured import MeasuredRun, to_scenario
from gcsim.fidelity.metrics import Observation, observe_simulated
from gcsim.recording import (
    CYCLE_COLUMNS,
    HEAP_COLUMNS,
    PAUSE_COLUMNS,
    UTILIZATION_COLUMNS,
    LatencyHistogram,
    Recording,
)
from gcsim.recording.histogram import bucket
from gcsim.scenario import RELEASES, Forest, Hardware, Scenario, load_hardware
from gcsim.vocabulary import Cause, PState

Fields = dict[str, Any]
WriteRun = Callable[..., Path]
ToyFolder = Callable[[Costs, Sequence[Fields]], Path]

_NODE_BYTES = 320
_NO_LOG = "# begin\n# end\n"


def _table(columns: Mapping[str, str], rows: int, given: Mapping[str, object]) -> dict[str, np.ndarray[Any, Any]]:
    return {
        name: np.broadcast_to(np.asarray(given.get(name, 0), dtype), (rows,)).copy() for name, dtype in columns.items()
    }


def _toy(scenario: Scenario) -> Recording:
    """Give what a run would be if everything were proportional: some costs matter to it, the others do not."""
    workload, costs = scenario.workload, scenario.hardware.costs
    assert isinstance(workload, Forest)
    assert isinstance(scenario.gogc, int)
    assert scenario.until.duration_ns is not None
    window = scenario.until.duration_ns
    nodes = workload.live_heap / _NODE_BYTES
    op_ns = workload.think_time_ns + costs.operation_ns[scenario.go]
    ops = round(window / op_ns * scenario.ps)
    cycles = int(ops * _NODE_BYTES / (workload.live_heap * scenario.gogc / 100))
    mark_ns = nodes * costs.mark_object_ns * costs.concurrent_slowdown
    if scenario.go == "1.4":
        pause = nodes * costs.mark_object_ns / scenario.ps
    else:
        pause = 2 * costs.stop_base_ns + (scenario.ps > 1) * costs.stop_handshake_ns
    # The pauses of a run are spread by some percent, differently in each replication.
    pauses = pause * (1 + 0.05 * np.sin(np.arange(cycles) + scenario.replication))
    starts = np.linspace(0, window, cycles, endpoint=False).astype(np.int64)
    latency = LatencyHistogram.empty()
    latency.counts[bucket(round(op_ns))] = ops
    latency.cause_ns[bucket(round(op_ns)), Cause.SERVICE] = round(ops * op_ns)
    return Recording(
        start_ns=0,
        end_ns=window,
        gomaxprocs=scenario.ps,
        ended_by="duration",
        failure="",
        ops=ops,
        allocated_bytes=ops * _NODE_BYTES,
        allocated_objects=2 * ops,
        heap_peak=2 * workload.live_heap,
        heap_live=workload.live_heap,
        heap_goal=2 * workload.live_heap,
        pauses=_table(
            PAUSE_COLUMNS,
            cycles,
            {"cycle": np.arange(cycles), "requested_ns": starts, "end_ns": starts + np.rint(pauses).astype(np.int64)},
        ),
        cycles=_table(
            CYCLE_COLUMNS,
            cycles,
            {
                "cycle": np.arange(cycles),
                "mark_start_ns": starts,
                "mark_end_ns": starts + round(mark_ns),
                "assist_ns": round(mark_ns * costs.assist_inefficiency / 2),
                "fractional_ns": round(mark_ns / 2),
                "heap_start": workload.live_heap * 2,
                "heap_end": workload.live_heap * 2,
                "heap_marked": workload.live_heap,
            },
        ),
        heap=_table(HEAP_COLUMNS, 0, {}),
        utilization=_table(UTILIZATION_COLUMNS, 0, {}),
        goroutines={},
        p_time_ns=np.zeros((scenario.ps, len(PState)), np.int64),
        latency=latency,
    )


@pytest.fixture(scope="session")
def toy() -> Callable[[Scenario], Recording]:
    """Give the toy itself."""
    return _toy


@pytest.fixture(scope="session")
def toy_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a profile in which the costs that matter to the toy are round numbers."""
    costs = asdict(load_hardware("measured-2vcpu").costs) | {
        "operation_ns": dict.fromkeys(RELEASES, 300.0),
        "stop_base_ns": 5000.0,
        "stop_handshake_ns": 20_000.0,
        "mark_object_ns": 45.0,
        "concurrent_slowdown": 2.0,
        "assist_inefficiency": 1.2,
    }
    file = tmp_path_factory.mktemp("profiles") / "toy.yaml"
    file.write_text(yaml.safe_dump({"cores": 2, "memory": "24GiB", "provenance": "made up", "costs": costs}))
    return file


@pytest.fixture(scope="session")
def hardware(toy_profile: Path) -> Hardware:
    """Give that profile."""
    return load_hardware(toy_profile)


def _fields() -> Fields:
    return {
        "version": "go1.8.4",
        "case": "live32",
        "rep": 0,
        "gomaxprocs": 2,
        "gogc": "100",
        "live_mb": 32,
        "obj": 256,
        "workers": 4,
        "think_ns": 2000,
        "churn": 16,
        "parked": 0,
        "parked_kb": 0,
        "loop_ms": 0,
        "pusher": False,
        "global_ptrs": 1,
        "heap_live_mb": 30.5,
        "wall_s": 7.000123456,
        "ops": 5_000_000,
        "num_gc": 4,
        "pauses_us": [100.0, 200.0, 300.0, 400.0],
        "op_ns": {"p50": 2000, "p90": 2600, "p99": 4000, "p999": 20_000, "p9999": 10_000_000, "max": 70_000_000},
    }


@pytest.fixture
def fields() -> Fields:
    """Give the JSON of a run of the case live32 in 1.8."""
    return _fields()


@pytest.fixture
def run(fields: Fields) -> MeasuredRun:
    """Give that run, with an empty log."""
    return MeasuredRun.model_validate({**fields, "log": ()})


@pytest.fixture
def write_run(tmp_path: Path) -> WriteRun:
    """Write the two files of a run into the test's folder, and give that."""

    def write(fields: Fields, log: str = _NO_LOG) -> Path:
        return _write_run(tmp_path, fields, log)

    return write


@pytest.fixture(scope="session")
def toy_folder(hardware: Hardware, tmp_path_factory: pytest.TempPathFactory) -> ToyFolder:
    """Write runs, two repetitions of each, that a real runtime with given costs would have left."""

    def write(costs: Costs, runs: Sequence[Fields]) -> Path:
        folder = tmp_path_factory.mktemp("measured")
        truth = hardware.model_copy(update={"costs": costs})
        for changes in runs:
            for rep in range(2):
                one = {**_fields(), **changes, "rep": rep}
                run = MeasuredRun.model_validate({**one, "log": ()})
                observed = observe_simulated(_toy(to_scenario(run, hardware=truth, seed=1, replication=rep)))
                one |= {
                    "ops": observed.ops,
                    "num_gc": observed.collections,
                    "pauses_us": list(observed.pauses_us),
                    "op_ns": {**one["op_ns"], **{name[3:]: int(value) for name, value in observed.op_ns.items()}},
                }
                _write_run(folder, one, _NO_LOG if run.go == "1.4" else _log(observed))
        return folder

    return write


@pytest.fixture
def toy_simulator(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the toy in the place of the simulator, in this process."""
    monkeypatch.setattr("gcsim.fidelity.runs.simulate", _toy)


@pytest.fixture(scope="session")
def other_costs(hardware: Hardware) -> Costs:
    """Give the costs of a machine on which what matters to the toy costs other than in the profile."""
    costs = hardware.costs
    return replace(
        costs,
        operation_ns={go: 1.3 * ns for go, ns in costs.operation_ns.items()},
        stop_base_ns=3 * costs.stop_base_ns,
        stop_handshake_ns=costs.stop_handshake_ns / 2,
        mark_object_ns=1.5 * costs.mark_object_ns,
        concurrent_slowdown=costs.concurrent_slowdown / 1.2,
    )


def _write_run(folder: Path, fields: Fields, log: str) -> Path:
    name = f"{fields['case']}.{fields['version']}.r{fields['rep']}"
    (folder / f"{name}.json").write_text(json.dumps(fields))
    (folder / f"{name}.gctrace").write_text(log)
    return folder


def _log(observed: Observation) -> str:
    cycles = zip(*(observed.log[name] for name in ("mark_ms", "assist_ms", "background_ms")), strict=True)
    heaps = zip(*(observed.log[name] for name in ("heap_start", "heap_end", "heap_marked")), strict=True)
    lines = [
        f"gc {at} @{at}.000s 5%: 0.010+{mark:.6f}+0.020 ms clock, 0.020+{assist:.6f}/{background:.6f}/0+0.040 ms cpu, "
        f"{start:.0f}->{end:.0f}->{marked:.0f} MB, 64 MB goal, 2 P"
        for at, ((mark, assist, background), (start, end, marked)) in enumerate(zip(cycles, heaps, strict=True), 1)
    ]
    return "\n".join(["# begin", *lines, "# end"]) + "\n"
