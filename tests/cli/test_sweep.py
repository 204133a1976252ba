"""``gcsim sweep``."""

import json
from pathlib import Path

import pytest

import gcsim.studies
from gcsim.studies import ClusterError, Failure, FolderBusyError, RunsFailedError, StudyResult, WorkersLostError
from tests.cli.conftest import Cli


@pytest.fixture
def two_runs(small: Path) -> Path:
    """Make the small scenario a sweep over two releases."""
    small.write_text(small.read_text(encoding="utf-8").replace('"1.8"', '{sweep: ["1.7", "1.8"]}'), encoding="utf-8")
    return small


def _raising(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def execute(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(gcsim.studies, "execute", execute)


def test_a_second_sweep_finds_what_the_first_has_done(cli: Cli, two_runs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = cli("sweep", two_runs, "--out", out, "--workers", 1, "--json")
    second = cli("sweep", two_runs, "--out", out, "--workers", 1, "--json")
    assert (first.code, second.code) == (0, 0)
    assert json.loads(first.out) == {"out": str(out), "runs": 2, "stored": 0, "computed": 2, "failed": []}
    assert json.loads(second.out) == {"out": str(out), "runs": 2, "stored": 2, "computed": 0, "failed": []}
    assert sorted(gcsim.studies.load(out)["go"]) == ["1.7", "1.8"]


def test_results_go_to_a_folder_of_the_studys_name(
    cli: Cli, two_runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = cli("sweep", two_runs, "--set", "go=1.6", "--workers", 1)
    assert result.out == "results/small: 1 runs, 0 were stored before, 1 done now, 0 failed\n"
    assert list(gcsim.studies.load(Path("results/small"))["go"]) == ["1.6"]


def test_failed_runs_are_told_and_end_with_1(cli: Cli, two_runs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failure = Failure("0123", "go=1.8", "ZeroDivisionError: a defect", "Traceback")
    _raising(monkeypatch, RunsFailedError(StudyResult(Path("out"), ("0123", "4567"), 0, 1, (failure,))))
    result = cli("sweep", two_runs, "--json")
    assert result.code == 1
    assert "go=1.8: ZeroDivisionError: a defect" in result.err
    failed = [{"run_key": "0123", "scenario": "go=1.8", "error": "ZeroDivisionError: a defect"}]
    assert json.loads(result.out) == {"out": "out", "runs": 2, "stored": 0, "computed": 1, "failed": failed}


def test_workers_that_die_end_with_1(cli: Cli, two_runs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _raising(monkeypatch, WorkersLostError("ten workers died"))
    result = cli("sweep", two_runs)
    assert (result.code, result.out, result.err) == (1, "", "ten workers died\n")


@pytest.mark.parametrize("error", [ClusterError("no scheduler answers"), FolderBusyError("another sweep")])
def test_a_cluster_or_folder_that_cannot_be_used_ends_with_2(
    cli: Cli, two_runs: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    _raising(monkeypatch, error)
    result = cli("sweep", two_runs)
    assert (result.code, result.out, result.err) == (2, "", f"{error}\n")


def test_an_interruption_says_where_the_finished_runs_are(
    cli: Cli, two_runs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _raising(monkeypatch, KeyboardInterrupt())
    result = cli("sweep", two_runs, "--out", "kept")
    assert result.code == 130
    assert result.err == "interrupted: finished runs are kept in kept; the same command does the rest\n"
