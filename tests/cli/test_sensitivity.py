"""``gcsim sensitivity``."""

import importlib
import json
from pathlib import Path

import pandas as pd
import pytest

import gcsim.figures.sensitivity
from gcsim.scenario import Scenario
from gcsim.studies import Row, load
from tests.cli.conftest import Cli

FEW = ("--trajectories", 2, "--samples", 2, "--replications", 2, "--workers", 0)


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw no figure: that takes longer than all runs together."""
    monkeypatch.setattr(gcsim.figures, "save", lambda _figure, _folder, _name: [])
    monkeypatch.setattr(gcsim.figures.sensitivity, "sensitivity", lambda _table, _basis: None)


def test_it_says_what_a_result_depends_on_and_keeps_table_and_figure(cli: Cli, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = cli("sensitivity", small, "--over", "gogc=50..200,gomaxprocs", "--out", out, *FEW, "--quiet")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0].startswith("small-sensitivity: 6 points of the screening and 8 of Sobol', 2 replications each: ")
    assert lines[1] == "over gogc=50..200 gomaxprocs=1..2"
    assert any(line.split()[:2] == ["pause_p99", "mu*,"] for line in lines)
    assert any(line.startswith("gogc ") for line in lines)
    assert "noise of the replications: " in result.out
    assert sorted(path.name for path in out.glob("sensitivity.*")) == [
        f"sensitivity.{end}" for end in ("csv", "pdf", "png")
    ]
    table = pd.read_csv(out / "sensitivity.csv")
    assert table[["metric", "unit", "parameter", "range"]].to_numpy().tolist() == [
        ["pause_p99", "ns", "gogc", "50..200"],
        ["pause_p99", "ns", "gomaxprocs", "1..2"],
    ]


@pytest.mark.usefixtures("undrawn")
def test_a_second_time_nothing_is_run_and_the_same_is_said(cli: Cli, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    asked = ("sensitivity", small, "--over", "gogc=50..200", "--metric", "gc_cpu_fraction", "--metric", "heap_peak")
    first, second = (cli(*asked, "--out", out, *FEW, "--json") for _ in range(2))
    told, again = json.loads(first.out), json.loads(second.out)
    assert told["runs"]["stored"] == 0
    assert told["runs"]["computed"] == again["runs"]["stored"] == len(load(out))
    assert again["runs"]["computed"] == 0
    assert {**told, "runs": 0} == {**again, "runs": 0}
    assert told["parameters"] == [{"key": "gogc", "low": "50", "high": "200", "log": False}]
    assert told["points"] == {"screening": 4, "indices": 6}
    assert [(row["metric"], row["parameter"]) for row in told["indices"]] == [
        ("gc_cpu_fraction", "gogc"),
        ("heap_peak", "gogc"),
    ]
    assert set(told["noise"]) == {"gc_cpu_fraction", "heap_peak"}


@pytest.mark.usefixtures("undrawn")
def test_what_the_file_sweeps_is_what_may_change(
    cli: Cli, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    few = ("--trajectories", 2, "--samples", 2, "--replications", 1, "--workers", 0)
    result = cli("sensitivity", small, "--set", "go={sweep: ['1.7', '1.8']}", *few, "--json")
    told = json.loads(result.out)
    assert told["out"] == "results/small"
    assert told["parameters"] == [{"key": "go", "choices": ["1.7", "1.8"]}]
    assert told["noise"] == {"pause_p99": None}
    text = cli("sensitivity", small, "--set", "go={sweep: ['1.7', '1.8']}", *few).out
    assert "noise of the replications: unknown with one replication" in text


@pytest.mark.usefixtures("undrawn")
def test_a_metric_that_does_not_vary_is_no_error(cli: Cli, small: Path, tmp_path: Path) -> None:
    result = cli(
        "sensitivity", small, "--over", "seed=1..9", "--metric", "simulated_ns", "--out", tmp_path / "out", *FEW
    )
    assert result.code == 0
    assert "noise of the replications: unknown: the metric does not vary" in result.out


@pytest.mark.usefixtures("undrawn")
def test_keys_that_are_left_out_are_told(cli: Cli, small: Path, tmp_path: Path) -> None:
    over = "gogc=50..200,workload.finalizers=0..1,workload.allocation_sites=5..6,collector.pause_budget.pause=1ms..2ms"
    result = cli("sensitivity", small, "--over", over, "--metric", "heap_peak", "--out", tmp_path / "out", *FEW)
    assert "left out: collector.pause_budget.pause: mu* is " in result.out
    assert "stays at 10ms, as in the file" in result.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--samples", "100"], "--samples 100: use a power of 2, such as 64 or 128"),
        (["--metric", "pause_p98"], "no metric is called pause_p98"),
        (["--over", "gogc=200..100"], "--over gogc=200..100: found"),
        (["--over", "gog"], "did you mean gogc?"),
        ([], "sweeps nothing: name what is to be searched"),
        (["--over", "gogc", "--cluster", "local:2"], "--workers N is for this machine and --cluster has workers"),
        (["--over", "gogc=700..800", "--set", "workload.live_heap=512MiB"], "let runs last longer"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_message(
    cli: Cli, small: Path, tmp_path: Path, arguments: list[str], message: str
) -> None:
    result = cli(
        "sensitivity", small, "--workers", 0, "--out", tmp_path / "out", "--quiet", "--trajectories", 2, *arguments
    )
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert "Traceback" not in result.err


def test_without_salib_one_line_says_how_to_get_it(
    cli: Cli, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = importlib.import_module

    def missing(name: str, package: str | None = None) -> object:
        if name.startswith("SALib"):
            raise ModuleNotFoundError(name)
        return there(name, package)

    monkeypatch.setattr(importlib, "import_module", missing)
    result = cli("sensitivity", small, "--over", "gogc", "--out", tmp_path / "out", *FEW)
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("this needs SALib: pip install 'gcsim-go[search]'\n")


def failing_run(scenario: Scenario) -> Row:
    raise ArithmeticError(scenario.name)


def test_runs_that_fail_leave_gaps_that_no_design_has_room_for(
    cli: Cli, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    execute = gcsim.studies.execute
    monkeypatch.setattr(gcsim.studies, "execute", lambda *args, **named: execute(*args, run=failing_run, **named))
    result = cli("sensitivity", small, "--over", "gogc", "--out", tmp_path / "out", *FEW, "--quiet")
    assert (result.code, result.out) == (1, "")
    assert "runs failed (" in result.err
    assert "ArithmeticError: small" in result.err


def test_code_of_the_users_own_needs_a_word(cli: Cli, small: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("def main(process, n=1):\n    yield from ()\n", encoding="utf-8")
    own = '{kind: python, program: "mine:main", args: {n: 1}}'
    text = small.read_text(encoding="utf-8").replace("{kind: forest, live_heap: 4MiB}", own)
    small.write_text(text, encoding="utf-8")
    result = cli("sensitivity", small, "--over", "workload.args.n=1..3", "--out", tmp_path / "out")
    assert result.code == 2
    assert "--allow-code" in result.err
