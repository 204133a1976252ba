from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from gcsim.scenario import Scenario, ScenarioError, Study
from gcsim.search.points import MissingError, Points, answers_of, refuse_missing
from gcsim.search.ranges import parameters_of
from gcsim.studies import Row, RunsFailedError, execute
from gcsim.studies.metrics import MetricError
from gcsim.studies.results.tables import load
from tests.studies.fakes import quick_run

REPOSITORY = Path(__file__).parents[2]
FOREST = REPOSITORY / "configs/forest.yaml"


def points(over: str, *, replications: int = 2, settings: Sequence[str] = ()) -> Points:
    return Points(FOREST, tuple(settings), parameters_of([over], FOREST, settings), replications)


def law_run(scenario: Scenario) -> Row:
    """Give a pause that follows from GOGC and the replication, and none with GOGC=off."""
    gogc = scenario.gogc
    if gogc == 77:
        raise ArithmeticError("no number")
    pause = None if isinstance(gogc, str) else float(1000 * gogc + scenario.replication)
    return {**quick_run(scenario), "pause_ns.p99": pause, "gc_cpu_fraction": 0.5}


def answered(over: str, metrics: Sequence[str], gogcs: Sequence[int | str], out: Path) -> dict[str, list[list[float]]]:
    def do(study: Study) -> None:
        execute(study, out, workers=0, run=law_run)

    scenarios = points(over).scenarios([{"gogc": gogc} for gogc in gogcs])
    return {name: values.tolist() for name, values in answers_of("fake", scenarios, metrics, out, do).items()}


def test_a_point_has_a_run_for_each_replication_with_the_seed_of_the_file() -> None:
    over = "gogc,workload.live_heap=1MiB..2GiB,go=1.7|1.8"
    (runs,) = points(over, settings=["seed=7"]).scenarios([{"gogc": 50, "workload.live_heap": 3 * 2**20, "go": "1.7"}])
    assert [(run.gogc, run.go, run.seed, run.replication) for run in runs] == [(50, "1.7", 7, 0), (50, "1.7", 7, 1)]
    assert {run.workload.live_heap for run in runs if run.workload.kind == "forest"} == {3 * 2**20}


def test_points_come_in_the_order_given_and_equal_ones_share_their_runs() -> None:
    first, second, third = points("gogc,gomaxprocs").scenarios(
        [{"gogc": 90, "gomaxprocs": 2}, {"gogc": 30, "gomaxprocs": 1}, {"gogc": 90, "gomaxprocs": 2}]
    )
    assert [run.gogc for run in (*first, *second)] == [90, 90, 30, 30]
    assert third is first


def test_a_key_that_a_point_does_not_have_keeps_what_the_file_says() -> None:
    runs = points("gogc,gomaxprocs").scenarios([{"gogc": 90}, {"gogc": 30}])
    assert [[(run.gogc, run.gomaxprocs) for run in each] for each in runs] == [[(90, 2)] * 2, [(30, 2)] * 2]


def test_a_combination_that_the_file_does_not_take_is_told_as_it_was_written() -> None:
    over = "collector.pause_budget.pause=1ms..40ms,collector.pause_budget.window=20ms..90ms"
    asked = points(over)
    with pytest.raises(ScenarioError, match=r"collector.pause_budget.*window at least as long as the pause"):
        asked.scenarios([{"collector.pause_budget.pause": 40_000_000, "collector.pause_budget.window": 20_000_000}])


def test_the_answers_are_the_values_of_each_point_in_each_replication(tmp_path: Path) -> None:
    assert answered("gogc", ["pause_p99", "gc_cpu_fraction"], [50, 25, 50], tmp_path) == {
        "pause_p99": [[50_000.0, 50_001.0], [25_000.0, 25_001.0], [50_000.0, 50_001.0]],
        "gc_cpu_fraction": [[0.5, 0.5]] * 3,
    }
    assert len(load(tmp_path)) == 4


def test_a_metric_that_a_run_lacks_is_missing(tmp_path: Path) -> None:
    found = answered("gogc=50|off", ["pause_p99"], ["50", "off"], tmp_path)
    assert np.isnan(found["pause_p99"]).tolist() == [[False, False], [True, True]]


def test_a_run_that_failed_has_no_value(tmp_path: Path) -> None:
    def do(study: Study) -> None:
        with pytest.raises(RunsFailedError):
            execute(study, tmp_path, workers=0, run=law_run)

    scenarios = points("gogc").scenarios([{"gogc": 50}, {"gogc": 77}])
    values = answers_of("fake", scenarios, ["pause_p99"], tmp_path, do)["pause_p99"]
    assert np.isnan(values).tolist() == [[False, False], [True, True]]


@pytest.mark.parametrize(
    ("metric", "message"),
    [("pause_p98", "pause_p99"), ("heap_peak", "no run here has heap_peak"), ("ended_by", "ended_by is no number")],
)
def test_a_metric_that_no_run_has_or_that_is_no_number_is_refused(tmp_path: Path, metric: str, message: str) -> None:
    with pytest.raises(MetricError, match=message):
        answered("gogc", [metric], [50], tmp_path)


def test_missing_values_are_told_with_the_points_that_lack_them() -> None:
    parameters = parameters_of(["gogc", "workload.live_heap=1MiB..8MiB"], FOREST, [])
    asked = [{"gogc": gogc, "workload.live_heap": 2**20} for gogc in (25, 50, 60, 70, 80)]
    values = np.ones((5, 2))
    refuse_missing(asked, {"pause_p99": values}, parameters)
    values[1:, 0] = np.nan
    with pytest.raises(MissingError) as raised:
        refuse_missing(asked, {"pause_p99": values}, parameters)
    assert str(raised.value) == (
        "pause_p99: 4 of 10 runs have none, such as with gogc=50, workload.live_heap=1MiB; gogc=60, "
        "workload.live_heap=1MiB; gogc=70, workload.live_heap=1MiB and 1 more. A run that completes no collection has "
        "no pause: let runs last longer (--set until.duration=…), narrow a range, or take another metric"
    )
