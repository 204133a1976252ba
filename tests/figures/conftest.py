"""Tables such as the experiments give to the figures, from laws a reader can check by hand."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest
from matplotlib.lines import Line2D

RELEASES = ("1.4", "1.5", "1.6", "1.7", "1.8")
_BASE_MS = {"1.4": 20.0, "1.5": 0.8, "1.6": 0.15, "1.7": 0.2, "1.8": 0.12}


def points_of(line: Line2D) -> npt.NDArray[np.float64]:
    """Give the points of a line; shape (n, 2)."""
    return np.asarray(line.get_xydata(), np.float64)


def _heaps(heaps: list[float]) -> pd.DataFrame:
    rows = []
    for go in RELEASES:
        for heap in heaps:
            median = _BASE_MS[go] * (heap / 128 if go in ("1.4", "1.5") else 1.0)
            rows.append({"go": go, "live_heap_mib": heap, "cycles": 20, "p50_ms": median, "p90_ms": 1.5 * median})
    return pd.DataFrame(rows)


@pytest.fixture
def heaps() -> Callable[[list[float]], pd.DataFrame]:
    """Pauses at live heaps: they grow with the heap in 1.4 and 1.5, and nowhere else."""
    return _heaps


@pytest.fixture
def slopes() -> pd.DataFrame:
    rows = [("1.4", 1024.0, 260.0), ("1.4", 4096.0, 1040.0), ("1.5", 16.0, 0.7), ("1.5", 256.0, 1.4)]
    return pd.DataFrame(rows, columns=["go", "live_heap_mib", "p50_ms"]).assign(label="published")


@pytest.fixture
def gogcs() -> pd.DataFrame:
    rows = []
    for go in RELEASES:
        for gogc in ("50", "100", "200", "off"):
            on = gogc != "off"
            percent = float(gogc) if on else float("inf")
            rows.append(
                {
                    "go": go,
                    "gogc": gogc,
                    "cycles": 30 if on else 0,
                    "p50_ms": _BASE_MS[go] if on else float("nan"),
                    "gc_cpu_percent": 1000 / percent,
                    "peak_heap_mib": 128 * (1 + percent / 100) if on else float("nan"),
                    "ops_per_s": 860_000 * (1 - 10 / percent),
                }
            )
    return pd.DataFrame(rows)


@pytest.fixture
def goroutines() -> pd.DataFrame:
    rows = []
    for go in RELEASES:
        for ps in (2, 12):
            for parked in (0, 1000, 1_000_000):
                each = {"1.4": 1e-3, "1.5": 1e-4, "1.6": 1e-4}.get(go, 0.0)
                median = _BASE_MS[go] + each * parked * 2 / ps
                row = {"go": go, "ps": ps, "parked": parked, "cycles": 40, "p50_ms": median, "p90_ms": 1.2 * median}
                rows.append(row)
    return pd.DataFrame(rows)


@pytest.fixture
def stars() -> pd.DataFrame:
    rows = [
        ("1.6", "1.6.0", "idle", 500_000, 24.0),
        ("1.6", "1.6.2", "idle", 500_000, 18.9),
        ("1.8", "1.8", "running", 500_000, 0.2),
        ("1.6", "36 Ps", "idle", 1_000_000, 167.0),
        ("1.4", "", "average", 100_000, 133.0),
    ]
    return pd.DataFrame(rows, columns=["go", "label", "kind", "parked", "p50_ms"])


@pytest.fixture
def service() -> pd.DataFrame:
    rows = []
    for go in RELEASES:
        for factor in (1.0, 3.0):
            median = factor * _BASE_MS[go]
            rows.append({"go": go, "cycles": 20, "p5_ms": 0.9 * median, "p50_ms": median, "p95_ms": 1.1 * median})
    return pd.DataFrame(rows)


@pytest.fixture
def charts() -> pd.DataFrame:
    nothing = float("nan")
    rows = [
        ("1.4", "2015", "chart", 10.0, 12.0, 15.0),
        ("1.8", "beta", "chart", nothing, 0.2, nothing),
        ("1.4", "", "article", nothing, 300.0, nothing),
    ]
    return pd.DataFrame(rows, columns=["go", "label", "kind", "p5_ms", "p50_ms", "p95_ms"])


@pytest.fixture
def memories() -> pd.DataFrame:
    rows = []
    for go in RELEASES:
        for think_us, rate in ((1.0, 400.0), (64.0, 10.0)):
            for memory in (1.0, 16.0):
                row = {"go": go, "think_us": think_us, "memory_gib": memory, "alloc_mib_per_s": rate, "cycles": 20}
                rows.append({**row, "oom_s": 1024 * memory / rate, "gc_cpu_percent": rate / 20})
    return pd.DataFrame(rows)
