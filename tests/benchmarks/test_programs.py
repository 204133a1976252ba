"""How fast programs are simulated: requests of a server, switches between goroutines, with a million more that wait.

``make bench`` runs this beside ``test_speed.py``, whose bare timeouts of SimPy are the measure here too.
"""

import time
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gcsim.recording import Recording
from gcsim.scenario import Scenario, load
from gcsim.simulation import simulate
from tests.benchmarks.test_speed import timeout_rate

LEAST_REQUESTS = 80_000
"""Requests of a server at 16 Ps and 75 % load that a CPU second must buy."""

LEAST_SWITCHES = 0.5
"""Switches between goroutines that the time of one bare timeout must buy."""

PARKED = 1_000_000
MOST_TIMES = 2.0
"""What a run may take with so many goroutines parked, times the run without."""

EXCHANGES = 500_000
ROUNDS = 10

CONFIGS = Path(__file__).parents[2] / "configs"

pytestmark = pytest.mark.benchmark(timer=time.process_time)


def fastest(benchmark: BenchmarkFixture, scenario: Scenario, rounds: int = ROUNDS) -> tuple[Recording, float]:
    """Simulate a scenario some times; return a recording and the CPU time of the fastest, s."""
    recordings: list[Recording] = []
    benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: recordings.append(simulate(scenario)), rounds=rounds, warmup_rounds=1
    )
    stats: Any = benchmark.stats
    assert recordings[0].failure == ""
    return recordings[0], stats["min"]


def tell(benchmark: BenchmarkFixture, what: str, **numbers: float) -> None:
    """Print what was measured, to be read by who runs the benchmark, and keep it with the benchmark."""
    benchmark.extra_info.update(numbers)
    print(f"\n{what} ({timeout_rate():,.0f} bare timeouts/s)")  # noqa: T201


def requests_per_cpu_second(benchmark: BenchmarkFixture, go: str) -> float:
    """Measure the server of ``configs/server.yaml`` at 16 Ps and 75 % load."""
    settings = ["gomaxprocs=16", "hardware.cores=16", "workload.load=0.75", "until.duration=500ms", f"go={go}"]
    (scenario,) = load(CONFIGS / "server.yaml", settings).expand()
    recording, cpu_s = fastest(benchmark, scenario)
    assert len(recording.cycles["cycle"]) > 0
    rate = recording.ops / cpu_s
    tell(benchmark, f"server, go {go}, 16 Ps: {rate:,.0f} requests per CPU second", requests_per_cpu_second=rate)
    return rate


def switches_per_timeout(benchmark: BenchmarkFixture, go: str, ps: int) -> float:
    """Measure the pair of ``configs/pingpong.yaml``."""
    settings = [f"gomaxprocs={ps}", "until.duration=20ms", f"go={go}"]
    (scenario,) = load(CONFIGS / "pingpong.yaml", settings).expand()
    recording, cpu_s = fastest(benchmark, scenario)
    # There and back: each of the two goroutines comes up once.
    ratio = 2 * recording.ops / cpu_s / timeout_rate()
    tell(benchmark, f"pingpong, go {go}, GOMAXPROCS={ps}: {ratio:.2f} switches per bare timeout", ratio=ratio)
    return ratio


def test_a_server_is_simulated_at_80000_requests_per_cpu_second_or_more(benchmark: BenchmarkFixture) -> None:
    assert requests_per_cpu_second(benchmark, "1.8") >= LEAST_REQUESTS


@pytest.mark.parametrize("go", ["1.4", "1.5"])
def test_a_server_of_older_releases(benchmark: BenchmarkFixture, go: str) -> None:
    assert requests_per_cpu_second(benchmark, go) > 0


@pytest.mark.parametrize("ps", [1, 2])
def test_a_pair_switches_at_half_the_rate_of_bare_timeouts_or_more(benchmark: BenchmarkFixture, ps: int) -> None:
    assert switches_per_timeout(benchmark, "1.8", ps) >= LEAST_SWITCHES


@pytest.mark.parametrize("go", ["1.4", "1.5"])
@pytest.mark.parametrize("ps", [1, 2])
def test_a_pair_of_older_releases(benchmark: BenchmarkFixture, go: str, ps: int) -> None:
    assert switches_per_timeout(benchmark, go, ps) > 0


def exchanges_ns(parked: int) -> int:
    """Return the CPU time of exchanges while so many goroutines are parked, ns."""
    scenario = Scenario.model_validate(
        {
            "name": "parked",
            "go": "1.8",
            "gomaxprocs": 1,
            "hardware": "measured-2vcpu",
            "until": {"duration": "1h"},
            "workload": {
                "kind": "python",
                "program": "parked:main",
                "args": {"parked": parked, "exchanges": EXCHANGES},
            },
        },
        context={"beside": Path(__file__).parent},
    )
    recording = simulate(scenario)
    assert recording.ended_by == "exit"
    return recording.counts["cpu_ns"]


def test_a_million_parked_goroutines_make_a_run_take_twice_as_long_at_most(benchmark: BenchmarkFixture) -> None:
    """Once they are there: to start a million goroutines takes its time."""
    times = benchmark.pedantic(lambda: exchanges_ns(PARKED) / exchanges_ns(0))  # type: ignore[no-untyped-call]
    tell(benchmark, f"{PARKED:,} goroutines parked: {times:.2f} times the CPU time without", times=times)
    assert times <= MOST_TIMES
