"""Studies without a simulation: real scenarios, and runs that sleep, fail or die instead of simulating.

Worker processes import this module, so it is no part of a test file.
"""

import dataclasses
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast, get_origin

from gcsim.costs import Costs
from gcsim.scenario import Hardware, Scenario, Study
from gcsim.simulation import MODEL_VERSION
from gcsim.studies import Row, axes_of, execute, run_key, writing

TRACES = "GCSIM_TEST_TRACES"
"""Names the folder in which each run leaves a file named after its key and the process that did it."""


@dataclasses.dataclass(frozen=True)
class FakeStudy:
    name: str
    scenarios: Sequence[Scenario]
    axes: Mapping[str, tuple[object, ...]]

    def expand(self) -> Iterator[Scenario]:
        return iter(self.scenarios)


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
    return cast("Study", FakeStudy("fake", scenarios, {"gogc": tuple(gogc)}))


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
    writing.FLUSH_S = 0.1  # to a sweep of two seconds what half a second is to one of minutes
    execute(killed_study(), Path(out), workers=workers, run=slow_run)


def killed_study() -> Study:
    return a_study(gogc=(25, 50, 100, "off"), replications=10)
