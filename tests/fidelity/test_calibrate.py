import math
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from rich.console import Console

from gcsim.costs import Costs
from gcsim.fidelity import (
    Calibration,
    Fitted,
    MeasuredError,
    calibrate,
    correlation_table,
    parameter_table,
    published_table,
    residual_table,
)
from gcsim.fidelity.profile import profile_text
from gcsim.fidelity.runs import unseen
from gcsim.recording import Recording
from gcsim.scenario import Hardware, Scenario, load_hardware
from gcsim.studies import Progress

Fields = dict[str, Any]
Toy = Callable[[Scenario], Recording]
ToyFolder = Callable[[Costs, Sequence[Fields]], Path]

CASES: tuple[Fields, ...] = tuple(
    {"version": version, "case": f"{case}-{procs}", "gomaxprocs": procs, **changes}
    for version in ("go1.4.3", "go1.8.4")
    for procs in (1, 2)
    for case, changes in {"live32": {}, "live64": {"live_mb": 64}, "think500": {"think_ns": 500}}.items()
)
"""Enough to tell apart every cost that matters to the toy."""


@pytest.fixture(scope="module")
def folder(toy_folder: ToyFolder, other_costs: Costs) -> Path:
    return toy_folder(other_costs, CASES)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profiles") / "fitted.yaml"


@pytest.fixture(scope="module")
def calibration(folder: Path, profile: Path, toy: Toy, toy_profile: Path) -> Calibration:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gcsim.fidelity.runs.simulate", toy)
        return calibrate(folder, profile, start=str(toy_profile), workers=1)


def shown(table: object) -> str:
    text = StringIO()
    Console(file=text, width=400).print(table)
    return text.getvalue()


def named(calibration: Calibration) -> dict[str, Fitted]:
    return {one.parameter.name: one for one in calibration.fitted}


def test_a_fit_finds_the_costs_that_the_runs_were_made_with(calibration: Calibration, other_costs: Costs) -> None:
    found = named(calibration)
    truth = {
        "operation_ns[1.4]": other_costs.operation_ns["1.4"],
        "operation_ns[1.8]": other_costs.operation_ns["1.8"],
        "stop_base_ns": other_costs.stop_base_ns,
        "stop_handshake_ns": other_costs.stop_handshake_ns,
        "mark_object_ns": other_costs.mark_object_ns,
        "concurrent_slowdown": other_costs.concurrent_slowdown,
        "assist_inefficiency": other_costs.assist_inefficiency,
    }
    for name, value in truth.items():
        assert found[name].value == pytest.approx(value, rel=0.03), name
        assert abs(math.log(found[name].value / value)) < 2 * found[name].error, name
    assert {name for name, one in found.items() if one.identified} == truth.keys()
    assert calibration.converged


def test_what_the_runs_do_not_tell_stays_where_it_began(calibration: Calibration) -> None:
    untold = [one for one in calibration.fitted if not one.identified]
    assert all(one.value == one.parameter.value(one.parameter.origin) for one in untold)
    assert {one.explains for one in untold} == {0.0}


def test_a_number_explains_the_points_that_follow_it(calibration: Calibration) -> None:
    # Of 6 cases in 1.4 the two quantiles of the pause and the operations are fitted, of 6 in 1.8 three metrics more;
    # marking decides three of these and the pauses of 1.4.
    points = 6 * 3 + 6 * 6
    assert named(calibration)["mark_object_ns"].explains == pytest.approx((6 * 2 + 6 * 3) / points)
    assert named(calibration)["concurrent_slowdown"].explains == pytest.approx(6 * 3 / points)
    assert named(calibration)["operation_ns[1.4]"].explains == pytest.approx(6 / points)


def test_the_fit_is_judged_before_and_after(calibration: Calibration) -> None:
    def worst(comparisons: Sequence[Any]) -> float:
        return float(max(one.abs_log_ratio for one in comparisons if one.metric == "mark_ms"))

    assert worst(calibration.before) == pytest.approx(math.log(1.5 / 1.2), abs=0.01)
    assert worst(calibration.after) < 0.02


def test_the_profile_that_is_written_is_the_one_that_was_fitted(
    calibration: Calibration, profile: Path, hardware: Hardware
) -> None:
    written = load_hardware(profile)
    assert written.costs == calibration.costs
    assert (written.cores, written.memory) == (hardware.cores, hardware.memory)


def test_a_profile_says_what_it_was_fitted_to_and_what_that_cannot_tell(
    calibration: Calibration, folder: Path, profile: Path
) -> None:
    text = profile.read_text()
    fit = yaml.safe_load(text)["provenance"]["fit"]
    assert fit["runs"] == f"{len(calibration.runs)} of {folder.name}, 12 cases in releases"
    assert fit["releases"] == ["go1.4.3", "go1.8.4"]
    assert fit["start"] == "toy"
    assert "sweep_page_ns" in fit["not_identified"]
    assert "mark_object_ns" not in fit["not_identified"]
    assert fit["residual"]["mark_ms"].endswith("100% within 2x")
    assert str(folder.parent) not in text
    (line,) = (line for line in text.splitlines() if line.startswith("  sweep_page_ns:"))
    assert line.endswith("not identified")
    (line,) = (line for line in text.splitlines() if line.startswith("  mark_object_ns:"))
    assert "# +- " in line


def test_what_a_profile_said_of_its_machine_stays(calibration: Calibration) -> None:
    def provenance(of_start: str) -> dict[str, object]:
        start = calibration.start.model_copy(update={"provenance": of_start})
        text = profile_text(replace(calibration, start=start), source="measured")
        return dict(yaml.safe_load(text)["provenance"])

    assert provenance("2 virtual CPUs")["machine"] == "2 virtual CPUs"
    assert provenance('{"machine": "4 CPUs", "fit": "old"}')["machine"] == "4 CPUs"
    assert provenance('{"machine": "4 CPUs", "fit": "old"}')["fit"] != "old"
    assert "machine" not in provenance("null")


def test_the_tables_show_every_number_and_every_metric(calibration: Calibration, hardware: Hardware) -> None:
    numbers, residuals = shown(parameter_table(calibration)), shown(residual_table(calibration))
    (row,) = (line for line in numbers.splitlines() if "mark_object_ns " in line)
    assert row.split()[:2] == ["mark_object_ns", f"{hardware.costs.mark_object_ns:g}"]
    assert "operation_ns[1.4]" in numbers
    assert "still gained" not in numbers
    assert "58 -> 100" in next(line for line in residuals.splitlines() if "pause_p50" in line)
    assert "op_p999 *" in residuals


def test_a_number_that_the_runs_do_not_tell_names_the_source_of_what_it_was_left_at(calibration: Calibration) -> None:
    untold = next(one for one in calibration.fitted if not one.identified)
    (row,) = (line for line in shown(parameter_table(calibration)).splitlines() if f" {untold.parameter.name} " in line)
    assert " as at start " in row
    assert row.rstrip().endswith("not identified")
    source = str(Costs.__dataclass_fields__[untold.parameter.field].metadata["source"])
    (row,) = (line for line in shown(published_table(calibration)).splitlines() if f" {untold.parameter.name} " in line)
    assert row.split()[1] == f"{untold.value:g}"
    assert row.rstrip().endswith(f"toy, where the fit began; {source}")


def test_a_published_number_names_where_it_comes_from_and_a_told_one_is_not_among_them(
    calibration: Calibration,
) -> None:
    text = shown(published_table(calibration))
    rows = {line.split()[0]: line for line in text.splitlines() if line.strip()}
    told = {name for name, one in named(calibration).items() if one.identified}
    assert not told & rows.keys()
    for name, field in Costs.__dataclass_fields__.items():
        if not field.metadata["fit"] and field.metadata["source"].startswith("published"):
            assert str(field.metadata["source"]) in rows[name]
    assert "more are measured apart or assumed" in text


@pytest.mark.usefixtures("toy_simulator")
def test_of_two_numbers_that_only_show_together_one_stays_and_the_other_is_fitted_to_that(
    folder: Path, tmp_path: Path, toy_profile: Path, other_costs: Costs
) -> None:
    # Without runs of one P, nothing tells what a stop costs anyway from what it costs to stop other Ps.
    out = tmp_path / "part.yaml"
    found = calibrate(folder, out, start=str(toy_profile), workers=1, cases={"live32-2", "live64-2"})
    # One of the two stays where it began, and the other makes up for it: together they cost what was measured.
    one, other = named(found)["stop_base_ns"], named(found)["stop_handshake_ns"]
    assert {one.identified, other.identified} == {True, False}
    truth = 2 * other_costs.stop_base_ns + other_costs.stop_handshake_ns
    assert 2 * one.value + other.value == pytest.approx(truth, rel=0.03)
    pairs = {(pair.first.name, pair.second.name): pair.coefficient for pair in found.correlated}
    assert pairs["stop_base_ns", "stop_handshake_ns"] < -0.9
    table = correlation_table(found)
    assert table is not None
    (row,) = (line for line in shown(table).splitlines() if "stop_base_ns" in line)
    assert row.split()[:2] == ["stop_base_ns", "stop_handshake_ns"]
    assert "stop_base_ns with stop_handshake_ns: -" in out.read_text()


def test_numbers_that_the_runs_tell_apart_are_in_no_table_of_correlations(calibration: Calibration) -> None:
    named_pairs = {name for pair in calibration.correlated for name in (pair.first.name, pair.second.name)}
    assert "operation_ns[1.4]" not in named_pairs
    assert correlation_table(replace(calibration, correlated=())) is None


def test_a_fit_that_did_not_end_and_a_number_at_its_bound_are_told(calibration: Calibration) -> None:
    stuck = replace(calibration.fitted[0], at_bound=True)
    text = shown(parameter_table(replace(calibration, fitted=(stuck,), converged=False)))
    assert "at its bound" in text
    assert "still gained" in text


@pytest.mark.usefixtures("toy_simulator")
def test_a_fit_can_leave_cases_out(folder: Path, tmp_path: Path, toy_profile: Path) -> None:
    calibration = calibrate(
        folder, tmp_path / "part.yaml", start=str(toy_profile), workers=1, cases={"live32-1", "live64-1"}
    )
    assert {run.case for run in calibration.runs} == {"live32-1", "live64-1"}
    assert not named(calibration)["stop_handshake_ns"].identified


def test_a_case_that_there_is_not_is_an_error(folder: Path, tmp_path: Path, toy_profile: Path) -> None:
    with pytest.raises(MeasuredError, match="no case live99; there are live32-1, "):
        calibrate(folder, tmp_path / "none.yaml", start=str(toy_profile), workers=1, cases={"live99"})


def test_a_fit_that_fails_leaves_the_old_profile(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, toy_profile: Path
) -> None:
    def broken(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("gcsim.fidelity.runs.simulate", broken)
    out = tmp_path / "old.yaml"
    out.write_text("as it was")
    with pytest.raises(RuntimeError):
        calibrate(folder, out, start=str(toy_profile), workers=1)
    assert out.read_text() == "as it was"


@pytest.mark.usefixtures("toy_simulator")
def test_each_step_of_a_fit_shows_its_progress(folder: Path, tmp_path: Path, toy_profile: Path) -> None:
    titles: list[str] = []

    def progress(title: str) -> AbstractContextManager[Progress]:
        titles.append(title)
        return unseen(title)

    calibrate(folder, tmp_path / "fitted.yaml", start=str(toy_profile), workers=1, progress=progress)
    assert titles[0] == "step 1"
    assert titles[1].startswith("step 1: what follows from each of ")


@pytest.mark.usefixtures("toy_simulator")
def test_a_fit_that_begins_where_another_ended_stays_there(
    calibration: Calibration, folder: Path, profile: Path, tmp_path: Path
) -> None:
    again = calibrate(folder, tmp_path / "again.yaml", start=str(profile), workers=1)
    assert again.converged
    before, after = named(calibration), named(again)
    assert all(after[name].value == pytest.approx(before[name].value, rel=0.01) for name in before)


def test_a_profile_says_where_there_was_nothing_to_compare(calibration: Calibration) -> None:
    fit = yaml.safe_load(profile_text(replace(calibration, after=()), source="measured"))["provenance"]["fit"]
    assert set(fit["residual"].values()) == {"nothing to compare"}
