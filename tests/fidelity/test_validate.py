import json
import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from gcsim.costs import Costs
from gcsim.fidelity import METRICS, ValidationReport, metric_table, release_table, unjudged_table, validate, worst_table
from gcsim.recording import Recording
from gcsim.scenario import Hardware, Scenario

Fields = dict[str, Any]
Toy = Callable[[Scenario], Recording]
ToyFolder = Callable[[Costs, Sequence[Fields]], Path]

CASES: tuple[Fields, ...] = ({"version": "go1.4.3"}, {}, {"case": "live64", "live_mb": 64})


def shown(table: object) -> str:
    text = StringIO()
    Console(file=text, width=200).print(table)
    return text.getvalue()


@pytest.fixture(scope="module")
def report(toy_folder: ToyFolder, other_costs: Costs, toy: Toy, toy_profile: Path) -> ValidationReport:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gcsim.fidelity.runs.simulate", toy)
        return validate(toy_folder(other_costs, CASES), hardware=str(toy_profile), workers=1)


@pytest.mark.usefixtures("toy_simulator")
def test_a_simulator_that_is_right_is_right_in_every_metric(
    toy_folder: ToyFolder, hardware: Hardware, toy_profile: Path
) -> None:
    report = validate(toy_folder(hardware.costs, CASES), hardware=str(toy_profile), workers=1)
    metrics = report.to_json()["metrics"]
    assert {name for name, found in metrics.items() if found["within_1.1"] == 1.0} == set(METRICS)


def test_costs_that_are_wrong_show_in_the_metrics_they_decide(report: ValidationReport, hardware: Hardware) -> None:
    ratios = {(one.case, one.go, one.metric): one.ratio for one in report.comparisons}
    assert ratios["live32", "1.8", "mark_ms"] == pytest.approx(1.2 / 1.5, rel=1e-3)
    assert ratios["live32", "1.4", "pause_p50"] == pytest.approx(1 / 1.5, rel=1e-3)
    operation_ns = hardware.costs.operation_ns["1.8"]
    assert ratios["live64", "1.8", "ops_per_s"] == pytest.approx((2000 + 1.3 * operation_ns) / (2000 + operation_ns))


def test_the_json_has_the_shape_that_scripts_rely_on(report: ValidationReport) -> None:
    found = json.loads(json.dumps(report.to_json(), allow_nan=False))
    assert list(found) == ["metrics", "runs"]
    assert list(found["metrics"]) == list(METRICS)
    assert list(found["metrics"]["mark_ms"]) == [
        "n",
        "within_1.1",
        "within_1.15",
        "within_1.25",
        "within_1.5",
        "within_2",
        "median_abs_log_ratio",
    ]
    assert (found["metrics"]["pause_p50"]["n"], found["metrics"]["mark_ms"]["n"]) == (3, 2)
    assert len(found["runs"]) == 6 + 12 + 12
    assert list(found["runs"][0]) == ["case", "go", "metric", "measured", "simulated", "ratio", "n"]
    assert all(one["ratio"] == pytest.approx(one["simulated"] / one["measured"]) for one in found["runs"])


def test_the_table_shows_each_metric_beside_what_a_second_real_run_reaches(report: ValidationReport) -> None:
    text = shown(metric_table(report))
    assert all(metric in text for metric in METRICS)
    (row,) = (line for line in text.splitlines() if "mark_ms" in line)
    cells = [cell.strip() for cell in row.split("  ") if cell.strip()]
    assert cells[:3] == ["mark_ms", "2", "0 | 100"]
    assert cells[4:] == ["100 | 100", "100 | 100", "1.25 | 1.00", "85% within 1.5x: met"]


def test_the_table_says_which_demands_are_met(report: ValidationReport) -> None:
    text = shown(metric_table(report))
    assert "95% within 2x: met" in text
    assert "95% within 1.15x: met" in text
    assert "listed" in text
    worse = replace(report, comparisons=tuple(replace(one, simulated=9 * one.measured) for one in report.comparisons))
    assert "95% within 2x: missed" in shown(metric_table(worse))
    assert "0 of 11 demands are met" in shown(metric_table(worse))


def test_each_release_has_its_median_ratio_and_its_share(report: ValidationReport) -> None:
    lines = shown(release_table(report)).splitlines()
    (head,) = (line for line in lines if "metric" in line)
    assert head.split() == ["metric", "band", "Go", "1.4", "Go", "1.8", "all"]
    (row,) = (line for line in lines if "mark_ms" in line)
    assert row.split() == ["mark_ms", "1.5x", "-", "0.80", "100", "0.80", "100"]
    (row,) = (line for line in lines if "pause_p90" in line)
    assert row.split()[2:4] == ["0.67", "100"]


@pytest.mark.usefixtures("toy_simulator")
def test_what_rests_on_too_few_collections_is_listed_but_not_judged(
    toy_folder: ToyFolder, hardware: Hardware, toy_profile: Path
) -> None:
    report = validate(
        toy_folder(hardware.costs, [{"live_mb": 1600, "wall_s": 7.0}]), hardware=str(toy_profile), workers=1
    )
    found = report.to_json()
    assert found["metrics"]["pause_p50"] == {"n": 0, "median_abs_log_ratio": None} | dict.fromkeys(
        ("within_1.1", "within_1.15", "within_1.25", "within_1.5", "within_2")
    )
    assert [one["n"] for one in found["runs"] if one["metric"] == "pause_p50"] == [2]
    table = unjudged_table(report)
    assert table is not None
    text = shown(table)
    assert "on fewer than 3 collections" in text
    (row,) = (line for line in text.splitlines() if "live32" in line)
    assert row.split()[:2] == ["live32", "1.8"]
    assert "pause_p50 1.00 (n=2), " in row
    assert "ops_per_s" not in row


def test_where_everything_is_judged_there_is_no_table_of_the_rest(report: ValidationReport) -> None:
    assert unjudged_table(report) is None


def test_the_worst_ratios_come_first(report: ValidationReport) -> None:
    rows = [line.split() for line in shown(worst_table(report)).splitlines() if line.startswith("  live")]
    ratios = [float(cells[6]) for cells in rows]
    distances = [abs(math.log(ratio)) for ratio in ratios]
    assert len(distances) == 15
    assert distances == pytest.approx(sorted(distances, reverse=True), abs=0.02)
    assert distances[0] == pytest.approx(math.log(1.5), abs=0.02)


def test_a_profile_that_there_is_not_is_an_error(toy_folder: ToyFolder, other_costs: Costs) -> None:
    with pytest.raises(LookupError, match="measured-2vcpu"):
        validate(toy_folder(other_costs, CASES), hardware="measured-2vcpuu", workers=1)
