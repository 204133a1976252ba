"""How many simulated core-seconds a CPU second buys, as numbers and against SimPy's bare event rate.

``make bench`` runs this. Each case is the program of ``configs/forest.yaml`` on more or fewer Ps; the number to hold is
that of 2 Ps. Time is CPU time of this process, and the best of some rounds: a shared machine only ever makes it worse.
"""

import time
from collections.abc import Callable, Generator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import simpy
from pytest_benchmark.fixture import BenchmarkFixture

from gcsim.scenario import Scenario, load
from gcsim.simulation import simulate

CONFIG = Path(__file__).parents[2] / "configs/forest.yaml"
LEAST = 400.0
"""Simulated core-seconds that a CPU second must buy with 2 Ps."""

TIMEOUTS = 20_000
ROUNDS = 8

pytestmark = pytest.mark.benchmark(timer=time.process_time)


def forest(go: str, ps: int) -> Scenario:
    """Give the scenario on so many Ps, with as many workers for each and as much heap for each as on 2."""
    settings = [f"go={go}", f"gomaxprocs={ps}", f"workload.workers={2 * ps}", f"workload.live_heap={64 * ps}MiB"]
    if ps > 2:
        settings.append(f"hardware.cores={ps}")
    (scenario,) = load(CONFIG, settings).expand()
    return scenario


def best(work: Callable[[], object]) -> float:
    """Return the CPU time of the fastest of some rounds, s."""

    def timed() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(timed() for _ in range(ROUNDS))


def bare_timeouts() -> None:
    """Let two processes of SimPy do nothing but wait."""

    def wait(env: simpy.Environment) -> Generator[simpy.Event, None, None]:
        for _ in range(TIMEOUTS // 2):
            yield env.timeout(1)

    env = simpy.Environment()
    for _ in range(2):
        env.process(wait(env))
    env.run()


@cache
def timeout_rate() -> float:
    """Return the timeouts that SimPy gets through in a CPU second, measured once in this run."""
    return TIMEOUTS / best(bare_timeouts)


def core_seconds_per_cpu_second(benchmark: BenchmarkFixture, go: str, ps: int) -> float:
    """Measure a case, print it and its ratio to SimPy's own rate, and keep both with the benchmark."""
    scenario = forest(go, ps)
    rounds = 6 * ROUNDS // ps + 1
    benchmark.pedantic(simulate, args=(scenario,), rounds=rounds, warmup_rounds=1)  # type: ignore[no-untyped-call]
    recording = simulate(scenario)
    core_s = ps * (recording.end_ns - recording.start_ns) / 1e9
    stats: Any = benchmark.stats
    rate: float = core_s / stats["min"]
    ratio = rate / timeout_rate()
    benchmark.extra_info.update(core_seconds_per_cpu_second=rate, ratio_to_timeout_rate=ratio)
    print(  # noqa: T201 - to be read by who runs the benchmark
        f"\nforest, go {go}, {ps} Ps: {rate:,.0f} simulated core-seconds per CPU second,"
        f" {ratio * 1e3:.2f} per 1,000 bare timeouts ({timeout_rate():,.0f} timeouts/s)"
    )
    return rate


def test_two_ps_run_at_400_core_seconds_per_cpu_second_or_more(benchmark: BenchmarkFixture) -> None:
    assert core_seconds_per_cpu_second(benchmark, "1.8", 2) >= LEAST


@pytest.mark.parametrize("ps", [8, 32])
def test_many_ps(benchmark: BenchmarkFixture, ps: int) -> None:
    assert core_seconds_per_cpu_second(benchmark, "1.8", ps) > 0


@pytest.mark.parametrize("go", ["1.4", "1.5"])
@pytest.mark.parametrize("ps", [2, 8, 32])
def test_older_releases(benchmark: BenchmarkFixture, go: str, ps: int) -> None:
    assert core_seconds_per_cpu_second(benchmark, go, ps) > 0
