"""The experiment of the pause budget: the table of its runs."""

import pandas as pd
import pytest

import gcsim
from experiments.experiment import ROOT
from experiments.pause_budget import EXPERIMENT
from tests.experiments.conftest import runs_of


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return EXPERIMENT.table(runs_of(EXPERIMENT))


def test_each_promise_is_made_by_each_release_cut_and_uncut_at_each_heap(table: pd.DataFrame) -> None:
    assert len(table) == 2 * 2 * 2 * 10
    assert table.groupby(["go", "strategy", "live_heap_mib"])["pause_ms"].nunique().eq(10).all()
    assert table["window_ms"].tolist() == pytest.approx((5 * table["pause_ms"]).tolist())
    assert (table["pause_ms"].min(), table["pause_ms"].max()) == (0.1, 100)


def test_what_a_promise_costs_is_counted_against_the_release_at_the_same_point(table: pd.DataFrame) -> None:
    cut = table["strategy"] == "budgeted"
    assert table.loc[cut, "peak_percent"].tolist() == pytest.approx([25.0] * 40)
    assert table.loc[~cut, "peak_percent"].tolist() == [0.0] * 40
    assert (table["ops_percent"] == 0).all()


def test_only_where_stops_are_cut_a_promise_is_attainable_or_not(table: pd.DataFrame) -> None:
    cut = table["strategy"] == "budgeted"
    assert table.loc[~cut, ["attainable", "indivisible_ms"]].isna().all(axis=None)
    attainable = table[cut].groupby("attainable")["pause_ms"]
    assert {bool(kind): (least, most) for kind, least, most in attainable.agg(["min", "max"]).itertuples()} == {
        False: (0.1, 0.2),
        True: (0.5, 100.0),
    }


def test_a_promise_is_judged_by_the_worst_run_and_its_cost_replication_by_replication() -> None:
    runs = runs_of(EXPERIMENT)
    cut = runs["collector.strategy"] == "budgeted"
    number = runs["replication"]
    runs["budget.stopped_ns"] = 100_000 * (1 + number)
    runs.loc[cut, "budget.attainable"] = number[cut] < 4
    # What chance does to both cancels: throughput falls by a tenth in every replication.
    runs["ops_per_s"] = (600.0 + 100 * number) * cut.map({True: 0.9, False: 1.0})
    table = EXPERIMENT.table(runs)
    sliced = table[table["strategy"] == "budgeted"]
    assert (table["replications"] == 5).all()
    assert table["stopped_ms"].tolist() == pytest.approx([0.5] * len(table))
    assert not sliced["attainable"].astype(bool).any()
    for column in ("ops_percent", "ops_percent_low", "ops_percent_high"):
        assert sliced[column].tolist() == pytest.approx([-10.0] * len(sliced))
    assert (sliced["ops_per_s_high"] > sliced["ops_per_s"] + 100).all()


def test_the_config_sweeps_both_strategies_on_the_measured_machine() -> None:
    study = gcsim.load(ROOT / EXPERIMENT.config)
    assert study.axes["collector.strategy"] == ("release", "budgeted")
    assert {scenario.hardware.cores for scenario in study.expand()} == {2}
