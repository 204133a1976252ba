"""The experiment of the MMU curves: what its runs keep, and the table of it."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import gcsim
from experiments.experiment import ROOT
from experiments.mmu import EXPERIMENT, WINDOWS_NS, WithCurves, run_with_curves
from gcsim.analysis import interval, recording_mmu
from gcsim.simulation import simulate
from gcsim.studies import run_scenario
from tests.experiments.conftest import runs_of

_SMALL = """
name: small
go: {sweep: ["1.4", "1.5", "1.8"]}
gomaxprocs: 2
hardware: measured-2vcpu
until: {duration: 100ms}
workload: {kind: forest, live_heap: 4MiB}
"""


@pytest.fixture
def small(tmp_path: Path) -> WithCurves:
    config = tmp_path / "small.yaml"
    config.write_text(_SMALL, encoding="utf-8")
    return WithCurves(
        name="small",
        config=str(config),
        quick=('go={sweep: ["1.4", "1.8"]}',),
        table=EXPERIMENT.table,
        figure=EXPERIMENT.figure,
    )


def test_a_run_keeps_its_curves_beside_what_every_run_keeps(small: WithCurves) -> None:
    scenario = next(iter(gcsim.load(Path(small.config)).expand()))
    row = run_with_curves(scenario)
    assert {name: row[name] for name in run_scenario(scenario)} == run_scenario(scenario)
    shares = np.array(row["mmu_e12"]) / 1e12
    fitting = [window for window in WINDOWS_NS if window <= 100_000_000]
    np.testing.assert_allclose(shares, recording_mmu(simulate(scenario), fitting), rtol=0, atol=1e-12)


def test_the_table_has_every_window_of_every_release_that_fits_into_the_run(small: WithCurves, tmp_path: Path) -> None:
    small.run(tmp_path, quick=False, workers=1)
    table = pd.read_csv(tmp_path / "small/small.csv", dtype={"go": str})
    fitting = [window / 1e6 for window in WINDOWS_NS if window <= 100_000_000]
    for _, line in table.groupby("go"):
        assert line["window_ms"].tolist() == pytest.approx(fitting, rel=1e-5)
    assert table["go"].unique().tolist() == ["1.4", "1.5", "1.8"]
    assert (table["bmu"] <= table["mmu"]).all()
    assert (table["stops_bmu"] <= table["stops_mmu"]).all()


def test_replications_make_one_curve_with_intervals_that_stay_shares() -> None:
    runs = runs_of(EXPERIMENT).query("go == '1.8'").assign(cycles=range(90, 95))
    runs["mmu_e12"] = [[0, 10**11 * number, 10**12] for number in runs["replication"]]
    table = EXPERIMENT.table(runs)
    expected = interval([0.0, 0.1, 0.2, 0.3, 0.4])
    assert table["mmu"].tolist() == pytest.approx([0, expected.mean, 1])
    assert table["mmu_low"].tolist() == pytest.approx([0, max(expected.low, 0), 1])
    assert table["mmu_high"].tolist() == pytest.approx([0, expected.high, 1])
    assert (table["cycles"] == 90).all()


def test_a_quick_run_leaves_out_releases_and_what_is_stored_is_not_simulated_again(
    small: WithCurves, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.run(tmp_path, quick=True, workers=1)
    assert set(pd.read_csv(tmp_path / "small/small.csv", dtype={"go": str})["go"]) == {"1.4", "1.8"}
    monkeypatch.setattr("experiments.mmu.simulate", None)
    assert [path.name for path in small.run(tmp_path, quick=True, workers=1)] == ["small.pdf", "small.png", "small.csv"]


def test_the_windows_reach_from_10_us_to_10_s_and_hold_that_of_the_promise() -> None:
    assert (WINDOWS_NS[0], WINDOWS_NS[-1]) == (10_000, 10_000_000_000)
    assert 50_000_000 in WINDOWS_NS
    assert list(WINDOWS_NS) == sorted(set(WINDOWS_NS))


def test_the_runs_are_longer_than_the_longest_window() -> None:
    durations = {scenario.until.duration_ns or 0 for scenario in gcsim.load(ROOT / EXPERIMENT.config).expand()}
    assert min(durations) >= 2 * WINDOWS_NS[-1]
