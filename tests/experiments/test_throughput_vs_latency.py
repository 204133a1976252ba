import pandas as pd
import pytest

import gcsim
from experiments.beside import published
from experiments.experiment import ROOT
from experiments.throughput_vs_latency import EXPERIMENT
from gcsim.analysis import interval
from gcsim.studies import run_key
from tests.experiments.conftest import runs_of


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return EXPERIMENT.table(runs_of(EXPERIMENT))


def test_each_collector_is_simulated_at_each_heap_for_the_same_time() -> None:
    scenarios = list(gcsim.load(ROOT / EXPERIMENT.config).expand())
    collectors = {(scenario.collector.strategy, scenario.go) for scenario in scenarios}
    assert collectors == {("ghc", "1.8"), *(("release", go) for go in ("1.4", "1.5", "1.6", "1.7", "1.8"))}
    assert len(scenarios) == 6 * 7 * 5
    assert len({(scenario.workload, scenario.until, scenario.seed) for scenario in scenarios}) == 7


def test_quick_leaves_out_heaps_and_simulates_the_others_as_they_are() -> None:
    full, quick = (
        {run_key(scenario) for scenario in gcsim.load(ROOT / EXPERIMENT.config, overrides).expand()}
        for overrides in ((), EXPERIMENT.quick)
    )
    assert quick < full
    assert len(quick) == 6 * 3


def test_what_a_program_loses_is_what_its_operations_do_not_take_of_the_processors(table: pd.DataFrame) -> None:
    costs = next(iter(gcsim.load(ROOT / EXPERIMENT.config).expand())).hardware.costs
    simulated = table[table["series"] == "simulated"]
    for go in ("1.4", "1.8"):
        lost = simulated.loc[simulated["go"] == go, "lost_percent"]
        assert lost.tolist() == pytest.approx([100 * (1 - 600 * (500 + costs.operation_ns[go]) / 1e9 / 2)] * len(lost))


def test_the_throughput_collector_is_named_ghc_and_the_others_by_their_release(table: pd.DataFrame) -> None:
    simulated = table[table["series"] == "simulated"]
    assert set(simulated["label"]) == {"GHC", "Go 1.4", "Go 1.5", "Go 1.6", "Go 1.7", "Go 1.8"}
    assert len({tuple(points["live_heap_mib"]) for _, points in simulated.groupby("label")}) == 1
    assert simulated[["p50_ms", "longest_ms", "cycles", "peak_over_live"]].notna().all(axis=None)


def test_the_same_program_was_measured_under_go_and_its_forest_under_ghc(table: pd.DataFrame) -> None:
    measured = table[table["series"] == "measured"].set_index(["label", "live_heap_mib"])
    assert measured.loc[("Go 1.8", 128), "p50_ms"] == pytest.approx(0.127, abs=0.001)
    assert [measured.loc[("GHC", heap), "longest_ms"] for heap in (16, 64, 128, 256, 512)] == [6, 32, 59, 136, 298]


def test_every_published_point_says_under_which_conditions_and_where() -> None:
    table = published("throughput_vs_latency")
    assert (table[["conditions", "source"]].map(len) > 0).all(axis=None)
    assert set(table["label"]) <= {"GHC", "Go 1.7"}


def test_the_longest_pause_is_that_of_a_run_in_the_mean() -> None:
    runs = runs_of(EXPERIMENT)
    runs["pauses_ns"] = [[(1 + number) * 1_000_000, 500_000] for number in runs["replication"]]
    table = EXPERIMENT.table(runs)
    simulated = table[table["series"] == "simulated"]
    expected = interval([1, 2, 3, 4, 5])
    assert simulated["longest_ms"].tolist() == pytest.approx([expected.mean] * 6 * 7)
    assert simulated["longest_ms_high"].tolist() == pytest.approx([expected.high] * 6 * 7)


def test_the_table_can_be_drawn(table: pd.DataFrame) -> None:
    assert len(EXPERIMENT.figure(table).axes) == 2
