"""Studies without a simulation: real scenarios, and runs that sleep, fail or die instead of simulating.

Worker processes import this module, so it is no part of a test file.
"""

import ctypes
import dataclasses
import itertools
import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_origin

from gcsim import studies
from gcsim.costs import Costs
from gcsim.scenario import Hardware, Scenario, Study, listed
from gcsim.simulation import MODEL_VERSION
from gcsim.studies import Row, Run, axes_of, run_key
from gcsim.studies.runs import Chunk, Job, Limits
from gcsim.studies.storage.store import prepare
from gcsim.studies.workers.supervision import do_chunk

TRACES = "GCSIM_TEST_TRACES"
"""Names the folder in which each run leaves a file named after its key and the process that did it."""


def a_fake_study(scenarios: Sequence[Scenario], axes: Mapping[str, tuple[object, ...]]) -> Study:
    """Put scenarios together to a study that has axes, as one of a file has."""
    return dataclasses.replace(listed("fake", scenarios), axes=axes)


def a_scenario(
    *, gogc: int | str = 100, live_heap: str = "64MiB", replication: int = 0, until: Mapping[str, object] | None = None
) -> Scenario:
    costs: dict[str, Any] = {
        field.name: {"1.8": 1.0} if get_origin(field.type) else 1.0 for field in dataclasses.fields(Costs)
    }
    return Scenario.model_validate(
        {
            "name": "fake",
            "go": "1.8",
            "gogc": gogc,
            "gomaxprocs": 2,
            "hardware": Hardware(profile="fake", cores=2, memory=2**33, costs=Costs(**costs), provenance=""),
            "until": {"duration": "1s"} if until is None else until,
            "replication": replication,
            "workload": {"kind": "forest", "live_heap": live_heap},
        }
    )


def a_study(*, gogc: Sequence[int | str] = (50, 100, "off"), replications: int = 4) -> Study:
    scenarios = [a_scenario(gogc=value, replication=r) for value in gogc for r in range(replications)]
    return a_fake_study(scenarios, {"gogc": tuple(gogc)})


def quick_run(scenario: Scenario) -> Row:
    """Give a row that depends on the scenario alone, with numbers of all kinds, gaps and lists."""
    key = run_key(scenario)
    if TRACES in os.environ:
        (Path(os.environ[TRACES]) / f"{key}.{os.getpid()}").touch()
    number = int(key[:8], 16)
    collects = scenario.gogc != "off"
    return {
        **axes_of(scenario),
        "model_version": MODEL_VERSION,
        "ended_by": "duration",
        "cycles": 3 if collects else 0,
        "pause_ns.p50": number / 7 if collects else None,
        "pause_ns.max": number if collects else None,
        "never": None,
        "op_ns.max": 70,
        "pauses_ns": [number, number + 1, number + 2] if collects else [],
        "stops_ns": [number] if collects else [],
        "stop_phases": [2] if collects else [],
        "op_buckets": [3, 65],
        "op_counts": [2, 1],
        "op_cause_ns": [6, *[0] * 11, *[0] * 11, number],
    }


def slow_run(scenario: Scenario) -> Row:
    time.sleep(0.1)
    return quick_run(scenario)


def failing_run(scenario: Scenario) -> Row:
    if scenario.gogc == 100 and scenario.replication in {1, 2}:
        raise ArithmeticError("the heap is\nnegative")
    return quick_run(scenario)


def dying_run(scenario: Scenario) -> Row:
    if scenario.gogc == 100 and scenario.replication == 1:
        os._exit(3)
    return quick_run(scenario)


def hopeless_run(scenario: Scenario) -> Row:
    os._exit(3 + scenario.replication)


def interrupted_run(scenario: Scenario) -> Row:
    if scenario.gogc == 100 and scenario.replication == 2:
        raise KeyboardInterrupt
    return quick_run(scenario)


def sweep_slowly(out: str, workers: int) -> None:
    """Do the sweep of the tests that kill one."""
    studies.execute(killed_study(), Path(out), workers=workers, run=slow_run)


def killed_study() -> Study:
    return a_study(gogc=(25, 50, 100, "off"), replications=10)


def hanging_run(scenario: Scenario) -> Row:
    if scenario.gogc == 100 and scenario.replication == 1:
        while True:
            time.sleep(0.01)
    return quick_run(scenario)


def deaf_run(scenario: Scenario) -> Row:
    """Hang without ever letting another thread of the process run."""
    if scenario.gogc == 100 and scenario.replication == 1:
        sum(itertools.repeat(0))
    return quick_run(scenario)


def greedy_run(scenario: Scenario) -> Row:
    if scenario.gogc == 100 and scenario.replication == 1:
        return {"bytes": len(bytearray(1 << 30))}
    return quick_run(scenario)


def crashing_run(scenario: Scenario) -> Row:
    if scenario.gogc == 100 and scenario.replication == 1:
        ctypes.string_at(0)
    return quick_run(scenario)


def leaving_run(scenario: Scenario) -> Row:
    if scenario.gogc == 100 and scenario.replication == 1:
        sys.exit("enough")
    return quick_run(scenario)


def shy_run(scenario: Scenario) -> Row:
    """Fail at the first attempt, and say in which process and folder the second one is done."""
    first = Path(os.environ[TRACES]) / f"first.{run_key(scenario)}"
    if not first.exists():
        first.touch()
        raise ArithmeticError("not yet")
    return {**quick_run(scenario), "process": os.getpid(), "folder": str(Path.cwd())}


def untabled_run(scenario: Scenario) -> Row:
    if scenario.gogc == 100 and scenario.replication == 1:
        return {"x": 1j}  # type: ignore[dict-item]  # which is the point
    return quick_run(scenario)


def mixed_run(scenario: Scenario) -> Row:
    return {"x": scenario.replication or "none"}


def chattering_run(scenario: Scenario) -> Row:
    print("said by a run")  # noqa: T201  # as a user's program may
    return quick_run(scenario)


def failing_slowly_run(scenario: Scenario) -> Row:
    time.sleep(0.05)
    raise ArithmeticError(f"at {scenario.replication}")


def a_chunk(out: Path, run: Run, *, replications: int = 4, limits: Limits = Limits()) -> Chunk:  # noqa: B008  # frozen
    """Prepare a folder, and give what fills it with runs of gogc 100."""
    prepare(out)
    scenarios = a_study(gogc=(100,), replications=replications).expand()
    jobs = tuple(Job(run_key(scenario), scenario) for scenario in scenarios)
    return Chunk(run, jobs, out, "fake", limits, "c0ffee")


def do_a_chunk(out: str, run: Run, replications: int) -> None:
    """Do a chunk, in a process that a test kills."""
    do_chunk(a_chunk(Path(out), run, replications=replications))
