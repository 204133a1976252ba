"""Runs and bare loops to measure sweeps with; worker processes import this module, so it is no part of a test file."""

import os
import resource
import sys
import time
from pathlib import Path

from gcsim.scenario import Scenario, Study, load
from gcsim.simulation import MODEL_VERSION
from gcsim.studies import Plan, Row
from gcsim.studies.storage.store import stored_keys

RUN_S = 0.05

_SPIN = range(1000)


def empty_run(scenario: Scenario) -> Row:
    """Do nothing: what is left is the price of a run."""
    return {"model_version": MODEL_VERSION, "gogc": str(scenario.gogc), "pauses_ns": []}


def fixed_run(scenario: Scenario) -> Row:
    """Work for 50 ms of CPU time."""
    spin()
    return {"model_version": MODEL_VERSION, "gogc": str(scenario.gogc), "pauses_ns": []}


def spin() -> None:
    """Take 50 ms of CPU time."""
    end = time.thread_time() + RUN_S
    while time.thread_time() < end:
        sum(_SPIN)


def bare_loop(runs: int) -> float:
    """Spin so many times, and return how long it took, s."""
    begin = time.perf_counter()
    for _ in range(runs):
        spin()
    return time.perf_counter() - begin


def a_sweep(folder: Path, points: int, replications: int) -> Study:
    """Read a study of so many points and replications from a file."""
    file = folder / f"sweep-{points}.yaml"
    file.write_text(
        "name: sweep\ngo: {sweep: ['1.4', '1.5', '1.6', '1.7', '1.8']}\ngogc: {sweep: [50, 100, 200, 400, 800]}\n"
        "gomaxprocs: 2\nhardware: measured-2vcpu\n"
        f"replications: {replications}\nuntil: {{duration: 1ms}}\n"
        f"workload: {{kind: forest, live_heap: {{logspace: [4MiB, 64GiB, {points // 25}]}}}}\n",
        encoding="utf-8",
    )
    return load(file)


def plan_in_little_memory() -> None:
    """Plan a sweep, take the first portions, and print how much memory that took, bytes."""
    study = a_sweep(Path(sys.argv[1]), 1000, 1000)
    plan = Plan(study, range(study.n_runs), stored_keys(Path(sys.argv[1])))
    for _ in range(50):
        plan.take(os.cpu_count() or 1)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10)  # noqa: T201  # for the test


if __name__ == "__main__":
    plan_in_little_memory()
