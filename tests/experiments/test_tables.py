import pandas as pd
import pytest

import gcsim
from experiments import REGISTRY, Experiment
from experiments.beside import measured, published
from experiments.experiment import ROOT
from experiments.leaks import EXPERIMENT as LEAKS
from gcsim.analysis import interval
from tests.experiments.conftest import runs_of


def _table(name: str) -> pd.DataFrame:
    experiment = REGISTRY[name]
    assert isinstance(experiment, Experiment)
    return experiment.table(runs_of(experiment))


def test_the_repetitions_of_a_measured_case_are_pooled() -> None:
    points = measured({"live128": 128, "live32": 32}).set_index(["go", "value"]).to_dict("index")
    oldest, newest = points["1.4", 128], points["1.8", 128]
    assert len(points) == 10
    assert (oldest["cycles"], newest["cycles"]) == (27, 25)
    assert oldest["p50_ms"] == pytest.approx(19.85, abs=0.01)
    assert newest["p50_ms"] == pytest.approx(0.129, abs=0.001)


def test_what_a_log_says_is_read_from_it_and_left_open_where_there_is_none() -> None:
    points = measured({"live128": 128}).set_index("go")
    assert points.loc["1.8", "peak_heap_mib"] == 265
    assert points.loc["1.8", "gc_cpu_percent"] == pytest.approx(7.78, abs=0.01)
    assert points.loc["1.4", ["peak_heap_mib", "gc_cpu_percent"]].isna().all()


@pytest.mark.parametrize("name", ["pause_curve", "goroutine_scaling", "version_history"])
def test_every_published_point_says_under_which_conditions_and_where(name: str) -> None:
    table = published(name)
    assert (table[["conditions", "source"]].map(len) > 0).all(axis=None)


def test_the_pause_curve_has_three_series_on_one_axis() -> None:
    table = _table("pause_curve")
    assert list(table["series"].unique()) == ["simulated", "measured", "published"]
    assert table["live_heap_mib"].notna().all()
    simulated = table[table["series"] == "simulated"]
    assert (simulated["live_heap_mib"].min(), simulated["live_heap_mib"].max()) == (16, 16384)
    assert set(table.loc[table["series"] == "measured", "live_heap_mib"]) == {32, 128, 512}


def test_the_published_slopes_are_those_of_the_source() -> None:
    table = _table("pause_curve")
    slopes = table[table["series"] == "published"]
    gb = slopes["live_heap_mib"] * 2**20 / 1e9
    for go, law in (("1.4", 248 * gb), ("1.5", 0.67 + 2.6 * gb)):
        of_go = slopes["go"] == go
        assert slopes.loc[of_go, "p50_ms"].tolist() == pytest.approx(law[of_go].tolist())


def test_the_gogc_sweep_is_in_the_order_of_gogc_with_off_at_its_end() -> None:
    table = _table("gogc_sweep")
    simulated = table[(table["series"] == "simulated") & (table["go"] == "1.8")]
    assert simulated["gogc"].tolist() == ["25", "50", "100", "200", "400", "800", "off"]
    assert simulated["gc_cpu_percent"].tolist() == [25.0] * 6 + [0.0]


def test_without_a_collector_there_is_neither_a_pause_nor_a_peak() -> None:
    table = _table("gogc_sweep")
    off = table[table["gogc"] == "off"]
    assert off[["p50_ms", "peak_heap_mib"]].isna().all(axis=None)
    assert (off["ops_per_s"] == 900).all()


def test_goroutines_are_simulated_on_the_machines_that_were_measured_and_published() -> None:
    table = _table("goroutine_scaling")
    simulated = table[table["series"] == "simulated"]
    assert set(simulated["ps"]) == {2, 12}
    assert set(simulated["parked"]) >= {0, 10_000, 500_000, 1_000_000}


def test_other_heaps_than_the_known_one_are_assumed_only_where_it_is_not_known() -> None:
    table = _table("version_history")
    heaps = table[table["series"] == "simulated"].groupby("go")["live_heap_bytes"].unique()
    assert {go: set(heap) for go, heap in heaps.items()} == {
        "1.4": {4e9, 18e9},
        "1.5": {4e9, 18e9},
        "1.6": {4e9, 18e9},
        "1.7": {18e9},
        "1.8": {18e9},
    }


def test_each_set_of_assumptions_is_written_down_beside_its_pauses() -> None:
    table = _table("version_history")
    simulated = table[table["series"] == "simulated"]
    assumed = simulated[["live_heap_bytes", "ps", "parked", "parked_stack_bytes", "loop_ns"]]
    assert assumed.notna().all(axis=None)
    assert (simulated["cycles"] == 3).all()


def test_the_article_and_the_charts_stand_beside_the_simulated_history() -> None:
    table = _table("version_history")
    article = table[table["kind"] == "article"]
    assert article["p50_ms"].tolist() == [300, 40, 3, 1]
    charts = table[table["kind"] == "chart"].groupby("go")["p50_ms"].agg(["min", "max"])
    assert charts.loc["1.4", "max"] == 282
    assert charts.loc["1.8", "min"] == 0.64


def test_a_run_without_collector_is_set_beside_the_run_with_one() -> None:
    table = _table("gogc_off")
    assert len(table) == 5 * 3 * 5
    assert (table["oom_s"] == 50).all()
    assert (table["alloc_mib_per_s"] == 2).all()
    assert (table["gc_cpu_percent"] == 25).all()
    assert table["throughput_gain_percent"].tolist() == pytest.approx([50.0] * len(table))


def test_what_is_saved_is_compared_replication_by_replication() -> None:
    experiment = REGISTRY["gogc_off"]
    assert isinstance(experiment, Experiment)
    runs = runs_of(experiment)
    runs["ops_per_s"] *= 1 + runs["replication"]
    table = experiment.table(runs)
    assert (table["replications"] == 3).all()
    assert (table["cycles"] == 3 * 3).all()
    for end in ("", "_low", "_high"):
        assert table[f"throughput_gain_percent{end}"].tolist() == pytest.approx([50.0] * len(table))


def test_messages_and_time_of_replications_add_up_and_rates_are_means() -> None:
    experiment = REGISTRY["multiplexing"]
    assert isinstance(experiment, Experiment)
    runs = runs_of(experiment)
    runs["op_ns.p99"] = 1e6 * (1 + runs["replication"])
    table = experiment.table(runs)
    expected = interval([1, 2, 3, 4])
    assert len(table) == 3 * 10
    assert (table["messages"] == 4 * 100).all()
    assert (table["simulated_s"] == 4 * 50).all()
    assert table["p99_ms"].tolist() == pytest.approx([expected.mean] * len(table))
    assert table["p99_ms_low"].tolist() == pytest.approx([expected.low] * len(table))


@pytest.mark.parametrize(
    "name", ["gogc_sweep", "gogc_off", "multiplexing", "mmu", "throughput_vs_latency", "pause_budget"]
)
def test_rates_and_extremes_have_the_replications_that_an_interval_needs(name: str) -> None:
    experiment = REGISTRY[name]
    assert isinstance(experiment, Experiment)
    assert gcsim.load(ROOT / experiment.config).replications >= 3
    assert gcsim.load(ROOT / experiment.config, experiment.quick).replications == 1


def test_a_run_that_did_not_end_out_of_memory_has_no_time_to_it() -> None:
    experiment = REGISTRY["gogc_off"]
    assert isinstance(experiment, Experiment)
    runs = runs_of(experiment)
    runs.loc[runs["gogc"] == "off", "ended_by"] = "at_most"
    assert len(experiment.table(runs)) == 0


def test_a_leak_over_time_has_samples_pauses_and_what_leaked_for_both_variants_of_each_release() -> None:
    table = LEAKS.table(runs_of(LEAKS))
    assert table.groupby("series").size().to_dict() == {"leaked": 10, "pauses": 30, "samples": 20}
    samples = table[(table["series"] == "samples") & (table["go"] == "1.8")]
    assert samples["cured"].tolist() == [False, False, True, True]
    assert samples["at_s"].tolist() == [0, 5, 0, 5]
    assert samples["heap_mib"].tolist() == [8, 16, 8, 16]
    pauses = table[(table["series"] == "pauses") & (table["go"] == "1.4")]
    assert pauses["pause_ms"].tolist() == [20, 40, 60] * 2
    assert pauses["at_s"].tolist() == [1, 2, 3] * 2
