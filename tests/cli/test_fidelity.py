"""``gcsim validate`` and ``gcsim calibrate``, on some of the measured runs."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import gcsim.fidelity
from gcsim.costs import Costs
from gcsim.fidelity import Calibration, Comparison, Fitted, HeldOut, HoldOut, MeasuredError
from gcsim.fidelity.parameters import Parameter
from gcsim.scenario import load_hardware
from tests.cli.conftest import Cli

_MEASURED = Path(__file__).parents[2] / "results/measured"
_BANDS = ["within_1.1", "within_1.15", "within_1.25", "within_1.5", "within_2"]


@pytest.fixture
def two_cases(tmp_path: Path) -> Path:
    """Copy one repetition of the smallest case in two releases."""
    folder = tmp_path / "measured"
    folder.mkdir()
    for path in [*_MEASURED.glob("live32.go1.8.4.r0.*"), *_MEASURED.glob("live32.go1.4.3.r0.*")]:
        shutil.copy(path, folder)
    return folder


def _calibration() -> Calibration:
    comparison = Comparison(case="live32", go="1.8", metric="pause_p50", measured=100.0, simulated=110.0, n=20)
    hardware = load_hardware("measured-2vcpu")
    parameter = Parameter(_fitted_field(), None, share=False, start=10.0)
    return Calibration(
        start=hardware,
        costs=hardware.costs,
        fitted=(Fitted(parameter=parameter, value=12.5, error=0.1, at_bound=False, explains=0.5),),
        before=(comparison,),
        after=(comparison,),
        runs=(),
        converged=True,
    )


def _held_out() -> HoldOut:
    calibration = _calibration()
    (fitted,) = calibration.after
    far = replace(fitted, simulated=1000.0)
    axis = HeldOut(axis="heap", cases=("live32",), comparisons=(far,), untold=())
    return HoldOut(calibration=calibration, published=calibration.start, axes=(axis,), ceiling=(), fitted=(fitted,))


def _fitted_field() -> str:
    return next(name for name, field in Costs.__dataclass_fields__.items() if field.metadata["fit"])


def test_validate_prints_what_scripts_read(cli: Cli, two_cases: Path) -> None:
    result = cli("validate", two_cases, "--json")
    report = json.loads(result.out)
    assert result.code == 0
    assert list(report) == ["metrics", "runs"]
    assert list(report["metrics"]["pause_p50"]) == ["n", *_BANDS, "median_abs_log_ratio"]
    assert report["metrics"]["pause_p50"]["n"] == 2
    assert {(run["case"], run["go"]) for run in report["runs"]} == {("live32", "1.4"), ("live32", "1.8")}
    assert set(report["runs"][0]) == {"case", "go", "metric", "measured", "simulated", "ratio", "n"}


def test_validate_prints_tables_for_people(cli: Cli, two_cases: Path) -> None:
    result = cli("validate", two_cases)
    assert result.code == 0
    assert "88% within 1.5x: " in result.out
    assert "Go 1.4" in result.out
    assert "The worst ratios" in result.out
    assert max(map(len, result.out.splitlines())) <= 120


@pytest.mark.parametrize(("command", "option"), [("validate", "--hardware"), ("calibrate", "--start")])
def test_a_profile_that_is_not_there_is_answered_before_anything_runs(
    cli: Cli, two_cases: Path, tmp_path: Path, command: str, option: str
) -> None:
    out = ["-o", tmp_path / "profile.yaml"] if command == "calibrate" else []
    result = cli(command, two_cases, *out, option, "none")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("no hardware profile none: ")


@pytest.mark.parametrize("command", ["validate", "calibrate"])
def test_a_folder_without_runs_is_one_message(cli: Cli, tmp_path: Path, command: str) -> None:
    out = ["-o", tmp_path / "profile.yaml"] if command == "calibrate" else []
    result = cli(command, tmp_path, *out)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"{tmp_path}: no measured runs here")


def test_a_folder_that_is_not_there_is_one_message(cli: Cli, tmp_path: Path) -> None:
    result = cli("validate", tmp_path / "none")
    assert result.code == 2
    assert result.err.startswith(f"{tmp_path / 'none'}: no measured runs here")


def test_calibrate_asks_for_the_folder_of_the_profile_before_it_fits(cli: Cli, two_cases: Path, tmp_path: Path) -> None:
    profile = tmp_path / "none/profile.yaml"
    result = cli("calibrate", two_cases, "-o", profile)
    assert result.code == 2
    assert result.err == f"{profile}: there is no folder {profile.parent}\n"


def test_calibrate_prints_the_fitted_numbers(
    cli: Cli, two_cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gcsim.fidelity, "calibrate", lambda *_, **__: _calibration())
    profile = tmp_path / "profile.yaml"
    for_people = cli("calibrate", two_cases, "-o", profile)
    for_scripts = json.loads(cli("calibrate", two_cases, "-o", profile, "--json").out)
    assert for_people.code == 0
    assert f"wrote {profile}" in " ".join(for_people.out.split())
    assert (for_scripts["profile"], for_scripts["converged"]) == (str(profile), True)
    (number,) = for_scripts["fitted"].values()
    assert (number["start"], number["value"], number["identified"]) == (10.0, 12.5, True)
    assert for_scripts["metrics"]["pause_p50"]["within_1.1"] == 1.0


def test_calibrate_can_hold_out_each_axis_and_keep_the_table(
    cli: Cli, two_cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gcsim.fidelity, "hold_out", lambda *_, **__: _held_out())
    profile, report = tmp_path / "profile.yaml", tmp_path / "holdout.csv"
    for_people = cli("calibrate", two_cases, "-o", profile, "--hold-out", "--report", report)
    for_scripts = json.loads(cli("calibrate", two_cases, "-o", profile, "--hold-out", "--json").out)
    assert for_people.code == 0
    assert "Hold-out by axis" in for_people.out
    assert f"wrote {report}" in " ".join(for_people.out.split())
    assert report.read_text().startswith("axis,metric,band,demanded,n,fitted,held_out,second_run,cases,untold\nheap,")
    row = for_scripts["hold_out"][0]
    assert (row["axis"], row["metric"], row["fitted"], row["held_out"]) == ("heap", "pause_p50", 1.0, 0.0)


def test_calibrate_asks_for_the_folder_of_the_report_before_it_fits(cli: Cli, two_cases: Path, tmp_path: Path) -> None:
    report = tmp_path / "none/holdout.csv"
    result = cli("calibrate", two_cases, "-o", tmp_path / "profile.yaml", "--hold-out", "--report", report)
    assert result.code == 2
    assert result.err == f"{report}: there is no folder {report.parent}\n"


def test_a_report_without_a_hold_out_is_refused(cli: Cli, two_cases: Path, tmp_path: Path) -> None:
    result = cli("calibrate", two_cases, "-o", tmp_path / "profile.yaml", "--report", tmp_path / "holdout.csv")
    assert result.code == 2
    assert "with --hold-out only" in result.err


def test_a_hold_out_that_is_interrupted_says_what_is_kept(
    cli: Cli, two_cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(gcsim.fidelity, "hold_out", interrupt)
    profile = tmp_path / "profile.yaml"
    result = cli("calibrate", two_cases, "-o", profile, "--hold-out")
    assert result.code == 130
    assert result.err.startswith(f"interrupted: finished axes are kept in {profile}.unfinished; ")


def test_calibrate_tells_what_is_wrong_with_a_file(
    cli: Cli, two_cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise MeasuredError(["one.json: not JSON", "two.gctrace: missing"])

    monkeypatch.setattr(gcsim.fidelity, "calibrate", refuse)
    result = cli("calibrate", two_cases, "-o", tmp_path / "profile.yaml")
    assert (result.code, result.err) == (2, "one.json: not JSON\ntwo.gctrace: missing\n")
