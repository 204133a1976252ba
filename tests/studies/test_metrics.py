"""Results by name."""

import pytest

from gcsim.analysis import flatten, summarize
from gcsim.scenario.metrics import METRICS, OPEN, short_name
from gcsim.simulation import simulate
from gcsim.studies.metrics import MetricError, metric_column
from tests.parts import a_scenario


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("pause_p99", "pause_ns.p99"),
        ("pause_ns.p99", "pause_ns.p99"),
        ("op_p999", "op_ns.p999"),
        ("stw_mark_termination_max", "stw_ns.mark_termination.max"),
        ("heap_peak", "heap_bytes.peak"),
        ("mmu_10ms", "mmu.10ms"),
        ("budget_stopped_ns", "budget.stopped_ns"),
        ("gc_cpu_fraction", "gc_cpu_fraction"),
        ("counts.values_sent", "counts.values_sent"),
    ],
)
def test_a_metric_has_a_short_name_and_its_column(name: str, column: str) -> None:
    assert metric_column(name) == column


def test_every_number_of_a_summary_is_a_metric() -> None:
    recording = simulate(a_scenario(until={"duration": "100ms"}))
    summary = summarize(recording, budget_pause_ns=10**7, budget_window_ns=10**8)
    stated = {"budget.pause_ns", "budget.window_ns"}  # by the scenario
    words = {"ended_by", "budget.attainable"}
    columns = [name for name in flatten(summary) if not name.startswith(OPEN)]
    assert set(METRICS.values()) == set(columns) - stated - words
    assert len({short_name(column) for column in columns}) == len(columns)


def test_a_table_may_have_columns_of_its_own() -> None:
    assert metric_column("counts_sent", ["counts.sent"]) == "counts.sent"
    assert metric_column("workload.live_heap", ["workload.live_heap"]) == "workload.live_heap"
    assert metric_column("pause_p99", ["pause_ns.p99"]) == "pause_ns.p99"


@pytest.mark.parametrize(
    ("name", "known", "message"),
    [
        ("pause_p98", None, r"no metric is called pause_p98; did you mean pause_p99\?"),
        ("x", None, "no metric is called x; name a result of a run, such as pause_p99"),
        ("pause_p98", ["pause_ns.p99", "ops"], r"no metric is called pause_p98; did you mean pause_p99\?"),
        ("pause_p99", ["pause_ns.p90", "ops"], r"no run here has pause_p99; did you mean pause_p90\?"),
    ],
)
def test_a_metric_that_there_is_not_is_refused_with_advice(name: str, known: list[str] | None, message: str) -> None:
    with pytest.raises(MetricError, match=f"^{message}"):
        metric_column(name, known)
