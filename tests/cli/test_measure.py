"""``gcsim measure``, with a Go toolchain that compiles nothing."""

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gcsim.fidelity import CASES, QUICK_CASES
from tests.cli.conftest import Cli
from tests.fake_go import install

_GCSIM = Path(sys.executable).with_name("gcsim")
_MEASURED = Path(__file__).parents[2] / "results/measured"


@pytest.fixture
def go(tmp_path: Path) -> Path:
    """Install a fake go1.8.4."""
    return install(tmp_path / "go1.8.4")


def _behave(go: Path, behaviour: dict[str, str]) -> None:
    (go.parents[1] / "behaviour").write_text(json.dumps(behaviour))


def test_what_was_measured_is_told(cli: Cli, go: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = cli("measure", out, "--go", go, "--case", "live32", "--case", "gogc50", "--seconds", 0.5)
    assert (first.code, first.out) == (0, f"{out}: 4 runs, 0 were there before, 4 measured now, 0 failed\n")
    assert "measuring: 4 done, 0 left" in first.err
    again = cli("measure", out, "--go", go, "--case", "live32", "--seconds", 0.5, "--repetitions", 3)
    assert (again.code, again.out) == (0, f"{out}: 3 runs, 2 were there before, 1 measured now, 0 failed\n")


def test_several_toolchains_are_measured_and_scripts_read_what_was_written(cli: Cli, go: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    other = install(tmp_path / "go1.27.3", version="go1.27.3")
    result = cli("measure", out, "--go", go, "--go", other, "--case", "live32", "--quick", "--json")
    assert result.code == 0
    assert json.loads(result.out) == {
        "out": str(out),
        "toolchains": [{"go": str(go), "version": "go1.8.4"}, {"go": str(other), "version": "go1.27.3"}],
        "stored": [],
        "written": ["live32.go1.8.4.r0", "live32.go1.27.3.r0"],
        "failed": [],
    }


def test_quick_is_some_cases_once(cli: Cli, go: Path, tmp_path: Path) -> None:
    result = cli("measure", tmp_path / "out", "--go", go, "--quick", "--json")
    assert json.loads(result.out)["written"] == [f"{case}.go1.8.4.r0" for case in QUICK_CASES]
    seconds = {json.loads(file.read_text())["wall_s"] for file in (tmp_path / "out").glob("*.json")}
    assert seconds == {3.0}


def test_without_a_toolchain_named_it_is_the_one_on_path(
    cli: Cli, go: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(go.parent))
    result = cli("measure", tmp_path / "out", "--case", "live32", "--json")
    assert json.loads(result.out)["toolchains"] == [{"go": str(go), "version": "go1.8.4"}]


def test_runs_that_fail_are_told_and_end_with_1(cli: Cli, go: Path, tmp_path: Path) -> None:
    _behave(go, {"32MiB": "crash"})
    result = cli("measure", tmp_path / "out", "--go", go, "--case", "live32", "--case", "gogc50", "--quick", "--json")
    assert result.code == 1
    error = "exit code 1: fatal error: out of memory"
    assert result.err.endswith(f"live32.go1.8.4.r0: {error}\n")
    found = json.loads(result.out)
    assert (found["written"], found["failed"]) == (
        ["gogc50.go1.8.4.r0"],
        [{"run": "live32.go1.8.4.r0", "error": error}],
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "say where the measured runs are to be kept: gcsim measure DIR"),
        (["out", "--case", "live33"], "no case live33: did you mean live32?; gcsim measure --list shows them"),
        (["out", "--go", "nowhere/go"], "nowhere/go: no such command; name the go command of a Go release"),
    ],
)
def test_what_cannot_be_done_is_one_message(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = cli("measure", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(message)
    assert list(tmp_path.iterdir()) == []


def test_the_compilers_words_are_told_and_end_with_2(cli: Cli, tmp_path: Path) -> None:
    go = install(tmp_path / "go", compiler="./forest.go:21: undefined: atomic")
    result = cli("measure", tmp_path / "out", "--go", go, "--quick")
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith(f"{go}: go1.8.4 does not build forest.go:\n./forest.go:21: undefined: atomic\n")


def test_a_folder_of_shorter_runs_ends_with_2(cli: Cli, go: Path, tmp_path: Path) -> None:
    assert cli("measure", tmp_path / "out", "--go", go, "--case", "live32", "--quick").code == 0
    result = cli("measure", tmp_path / "out", "--go", go, "--case", "live32")
    assert (result.code, result.out) == (2, "")
    assert "was measured for 3 s, not 7 s" in result.err


def test_the_cases_are_listed_with_the_time_they_take(cli: Cli) -> None:
    result = cli("measure", "--list", "--repetitions", 1)
    assert result.code == 0
    assert all(f" {name} " in result.out for name in CASES)
    assert result.out.endswith("18 runs with each toolchain: about 0:02:10\n")
    chosen = cli("measure", "--list", "--case", "live32", "--seconds", 10, "--json")
    assert json.loads(chosen.out) == {"cases": [{"case": "live32", "expected_s": 20.3}]}


def test_ctrl_c_ends_with_130_and_keeps_what_is_finished(go: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    _behave(go, {"128MiB": "hang"})
    command: list[str | Path] = [
        _GCSIM,
        "measure",
        out,
        "--go",
        go,
        "--case",
        "live32",
        "--case",
        "gogc50",
        "--quick",
        "--json",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as measuring:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and '"live": "128"' not in (go.parents[1] / "log").read_text():
            time.sleep(0.05)
        measuring.send_signal(signal.SIGINT)
        printed, said = measuring.communicate(timeout=30)
    assert (measuring.returncode, printed) == (130, "")
    assert said.splitlines()[-1] == f"interrupted: finished runs are kept in {out}; the same command does the rest"
    assert sorted(path.name for path in out.iterdir()) == ["live32.go1.8.4.r0.gctrace", "live32.go1.8.4.r0.json"]


def test_validate_tells_which_runs_have_no_era_and_judges_the_others(cli: Cli, tmp_path: Path) -> None:
    out = tmp_path / "out"
    newest = install(tmp_path / "go1.27.3", version="go1.27.3")
    assert cli("measure", out, "--go", newest, "--case", "live32", "--quick").code == 0
    skipped = "skipped, since only Go 1.4 to 1.8 are modelled: go1.27.3 (1 run)\n"
    alone = cli("validate", out)
    assert (alone.code, alone.out, alone.err) == (2, "", f"{out}: nothing is left to simulate; {skipped}")
    for file in _MEASURED.glob("live32.go1.8.4.r0.*"):
        shutil.copy(file, out)
    beside = cli("validate", out, "--json")
    assert beside.code == 0
    assert beside.err.startswith(skipped)
    assert {run["go"] for run in json.loads(beside.out)["runs"]} == {"1.8"}


def test_calibrate_needs_a_release_that_has_an_era(cli: Cli, tmp_path: Path) -> None:
    newest = install(tmp_path / "go1.27.3", version="go1.27.3")
    assert cli("measure", tmp_path / "out", "--go", newest, "--case", "live32", "--quick").code == 0
    result = cli("calibrate", tmp_path / "out", "-o", tmp_path / "profile.yaml")
    assert (result.code, result.out) == (2, "")
    assert "nothing is left to simulate" in result.err
