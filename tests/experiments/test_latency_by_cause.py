"""The table of what slow requests wait for, from runs and from their histograms on the disk."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from experiments.latency_by_cause import EXPERIMENT, WithLatencies
from gcsim.figures.style import headline
from gcsim.recording import LatencyHistogram
from gcsim.recording.histogram import bucket
from gcsim.studies import load
from gcsim.vocabulary import Cause

_CONFIG = """
name: tiny
go: {sweep: ["1.4", "1.8"]}
gomaxprocs: 2
hardware: measured-2vcpu
until: {cycles: 2}
replications: 2
workload: {kind: server, load: 0.5, connections: 8, live_heap: 4MiB, allocate: 32KiB}
"""


def histogram(n: int, **ns: int) -> LatencyHistogram:
    """Give so many requests that are alike, by the time that each cause has of them."""
    made = LatencyHistogram.empty()
    latency = sum(ns.values())
    made.counts[bucket(latency)] = n
    for cause, part in ns.items():
        made.cause_ns[bucket(latency), Cause[cause.upper()]] = n * part
    return LatencyHistogram(made.counts, made.cause_ns, latency)


def test_replications_are_merged_and_each_quantile_is_divided_among_its_causes() -> None:
    runs = pd.DataFrame(
        {
            "go": ["1.4", "1.4", "1.8"],
            "pauses_ns": [np.array([4_000_000]), np.array([6_000_000]), np.array([100_000])],
            "latency": [
                histogram(980, service=100_000),
                histogram(20, service=100_000, stopped=4_900_000),
                histogram(1000, service=100_000, run_queue=1000),
            ],
        }
    )
    table = EXPERIMENT.table(runs)
    assert table["quantile"].unique().tolist() == ["p50", "p90", "p99", "p99.9", "p99.99"]
    assert set(table["cause"]) == {cause.name.lower() for cause in Cause}
    oldest = table[table["go"] == "1.4"]
    assert set(oldest["requests"]) == {1000}
    assert set(oldest["cycles"]) == {2}
    assert set(oldest["pause_p50_ms"]) == {5.0}
    assert set(oldest["replications"]) == {2}
    # 0.1 and 5 ms: Student's half-width of two values is 12.706 times half of what lies between them.
    half_widths = oldest.groupby("quantile")["half_width_ms"].first()
    assert half_widths["p50"] == pytest.approx(12.706 * 4.9 / 2, rel=0.02)
    assert table.loc[table["go"] == "1.8", "half_width_ms"].isna().all()
    parts = oldest[oldest["ms"] > 0].set_index(["quantile", "cause"])["ms"]
    assert parts["p50"].index.tolist() == ["service"]
    assert parts["p99.9", "stopped"] / parts["p99.9"].sum() == pytest.approx(0.98)
    assert parts["p99.9"].sum() == pytest.approx(5, rel=0.02)


def _figure(table: pd.DataFrame) -> Figure:
    figure = Figure(figsize=(3, 2))
    figure.add_subplot().plot(table["ms"])
    headline(figure, f"{table['requests'].max()} requests")
    return figure


def test_the_histograms_of_all_runs_come_from_the_disk(tmp_path: Path) -> None:
    config = tmp_path / "tiny.yaml"
    config.write_text(_CONFIG, encoding="utf-8")
    tiny = WithLatencies(
        name="tiny", config=str(config), quick=("replications=1",), table=EXPERIMENT.table, figure=_figure
    )
    written = tiny.run(tmp_path, quick=False, workers=1)
    first = [path.read_bytes() for path in written]
    assert [path.read_bytes() for path in tiny.draw(tmp_path)] == first
    table = pd.read_csv(tmp_path / "tiny/tiny.csv", dtype={"go": str})
    ops = load(tmp_path / "tiny/runs").groupby("go")["ops"].sum()
    assert table.groupby("go")["requests"].first().to_dict() == ops.to_dict()
    latency = table.groupby(["go", "quantile"], sort=False)["ms"].sum()
    assert (latency.groupby("go").diff().dropna() >= 0).all()
