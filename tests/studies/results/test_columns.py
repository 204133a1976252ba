from pathlib import Path

import pytest

from gcsim.scenario import load
from gcsim.studies import axes_of, run_scenario
from gcsim.studies.results.columns import RESULTS, Meaning, is_of_scenario, meaning
from gcsim.studies.storage.schema import LIST_COLUMNS
from tests.studies.fakes import a_scenario

_PAGE = Path(__file__).parents[3] / "docs/results.md"


def test_every_column_of_a_run_is_either_put_in_or_explained() -> None:
    scenario = next(load(Path(__file__).parents[3] / "configs/forest.yaml", ["until.duration=20ms"]).expand())
    row = run_scenario(scenario)
    put_in = {name for name in row if is_of_scenario(name)}
    assert put_in == axes_of(scenario).keys()
    assert {name.partition(".")[0] for name in row.keys() - put_in} <= RESULTS.keys()
    assert set(LIST_COLUMNS) <= RESULTS.keys()


def test_the_page_about_results_names_every_group_of_columns() -> None:
    page = _PAGE.read_text(encoding="utf-8")
    assert [name for name in RESULTS if f"`{name}" not in page] == []


@pytest.mark.parametrize(
    ("column", "unit"),
    [
        ("pause_ns.p99", "ns"),
        ("pause_ns.n", "1"),
        ("latency_cause_ns.run_queue", "ns"),
        ("heap_bytes.peak", "bytes"),
        ("cycle_medians.heap_start", "bytes"),
        ("cycle_medians.mark_ms", "ms"),
        ("leaks.goroutines_per_s", "s-1"),
        ("gc_cpu_fraction", "1"),
        ("workload.live_heap", "bytes"),
        ("workload.think_time_ns", "ns"),
        ("workload.parked", "1"),
        ("workload.buffer", "1"),
        ("collector.generational.nursery", "bytes"),
        ("until.duration_ns", "ns"),
        ("hardware.memory", "bytes"),
    ],
)
def test_a_column_has_a_unit(column: str, unit: str) -> None:
    assert meaning(column).unit == unit


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("stw_ns.sweep_termination.max", "stops of the world, by kind: sweep termination max"),
        ("workload.churn", "one allocation in so many replaces a live node"),
        ("workload.live_heap", "workload: live heap"),  # of a forest and of a pusher, each in other words
        ("hardware.costs.gosched_ns.1.8", "ns for a Gosched of one goroutine alone, by release: 1.8"),
        ("hardware.costs.of_another_version", "of another version"),
        ("collector.mechanisms.preemption", "collector: mechanisms preemption"),
    ],
)
def test_a_column_says_what_it_means(column: str, text: str) -> None:
    assert meaning(column).text == text


def test_what_a_program_counts_itself_means_its_name() -> None:
    assert meaning("counts.cache_misses") == Meaning("what the program counted itself: cache misses", "1")


def test_every_column_of_a_fake_scenario_has_words() -> None:
    assert [name for name in axes_of(a_scenario()) if not meaning(name).text] == []
