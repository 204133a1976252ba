"""How long the curves of a million pauses take; ``make bench`` runs this.

Time is CPU time of this process, and the best of some rounds: a shared machine only ever makes it worse.
"""

import time
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gcsim.analysis import pause_bmu, pause_mmu

PAUSES = 1_000_000
WINDOWS_NS = np.geomspace(1e4, 1e10, 30).astype(np.int64)
MOST_S = 1.0
"""What a curve of MMU may take, s."""

pytestmark = pytest.mark.benchmark(timer=time.process_time)


@pytest.fixture(scope="module")
def edges() -> npt.NDArray[np.int64]:
    """Give where a million pauses begin and end: 100 us every ms on average, exponentially distributed."""
    rng = np.random.default_rng(1)
    return np.cumsum(rng.exponential([[1e6, 1e5]] * PAUSES).astype(np.int64).ravel() + 1)


def test_an_mmu_curve_of_a_million_pauses_takes_less_than_a_second(
    benchmark: BenchmarkFixture, edges: npt.NDArray[np.int64]
) -> None:
    options = {"span_ns": (0, int(edges[-1])), "windows_ns": WINDOWS_NS}
    benchmark.pedantic(pause_mmu, args=(edges[::2], edges[1::2]), kwargs=options, rounds=5)  # type: ignore[no-untyped-call]
    stats: Any = benchmark.stats
    assert stats["min"] < MOST_S


def test_a_bmu_curve_of_a_million_pauses(benchmark: BenchmarkFixture, edges: npt.NDArray[np.int64]) -> None:
    options = {"span_ns": (0, int(edges[-1])), "windows_ns": WINDOWS_NS}
    benchmark.pedantic(pause_bmu, args=(edges[::2], edges[1::2]), kwargs=options, rounds=3)  # type: ignore[no-untyped-call]
    stats: Any = benchmark.stats
    assert stats["min"] < 3 * MOST_S
