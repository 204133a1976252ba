"""``gcsim sweep``."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import gcsim.studies
from gcsim.studies import ClusterError, Failure, Limits, RunnerError, RunsFailedError, StoreError, StudyResult
from tests.cli.conftest import SMALL, Cli


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
    first = cli("sweep", two_runs, "--out", out, "--workers", 0, "--json")
    second = cli("sweep", two_runs, "--out", out, "--workers", 0, "--json")
    assert (first.code, second.code) == (0, 0)
    assert json.loads(first.out) == {"out": str(out), "runs": 2, "stored": 0, "computed": 2, "failed": []}
    assert json.loads(second.out) == {"out": str(out), "runs": 2, "stored": 2, "computed": 0, "failed": []}
    assert sorted(gcsim.studies.load(out)["go"]) == ["1.7", "1.8"]


def test_results_go_to_a_folder_of_the_studys_name(
    cli: Cli, two_runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = cli("sweep", two_runs, "--set", "go=1.6", "--workers", 0)
    assert result.out == "results/small: 1 runs, 0 were stored before, 1 done now, 0 failed\n"
    assert list(gcsim.studies.load(Path("results/small"))["go"]) == ["1.6"]


def test_failed_runs_are_told_and_end_with_1(
    cli: Cli, two_runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failure = Failure("0123", "go=1.8", "raised", "ZeroDivisionError: a defect", "Traceback")
    failed = StudyResult(Path("out"), ("0123", "4567"), 0, 1, {"raised": 1}, (failure,))
    _raising(monkeypatch, RunsFailedError(failed))
    result = cli("sweep", two_runs, "--json", "--set", "seed=7", "--out", tmp_path / "my results")
    assert result.code == 1
    assert result.err == (
        "1 of 2 runs failed (1 raised):\n"
        "go=1.8 (run 0123): ZeroDivisionError: a defect\n"
        "one of them alone, with its traceback: "
        f"gcsim sweep {two_runs} --set seed=7 --out '{tmp_path}/my results' --only 0123\n"
    )
    told = [{"run_key": "0123", "scenario": "go=1.8", "kind": "raised", "error": "ZeroDivisionError: a defect"}]
    assert json.loads(result.out) == {"out": "out", "runs": 2, "stored": 0, "computed": 1, "failed": told}


def test_a_failed_run_alone_shows_its_traceback(
    cli: Cli, two_runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_scenario: object) -> None:
        raise ArithmeticError("the heap is negative")

    monkeypatch.setattr("gcsim.studies.runs.simulate", broken)
    failed = cli("sweep", two_runs, "--out", tmp_path / "out", "--workers", 0, "--quiet")
    command = failed.err.rpartition(": gcsim ")[2].split()
    alone = cli(*command)
    assert alone.code == 1
    assert alone.err.startswith("one run, in this process, without limits of time and memory; Ctrl-C ends it\n")
    assert alone.out == f"{tmp_path}/out: 1 runs, 0 were stored before, 0 done now, 1 failed\n"
    assert "Traceback" in alone.err
    assert "in broken" in alone.err
    monkeypatch.undo()
    assert cli(*command).code == 0


def test_a_run_that_there_is_not_ends_with_2(cli: Cli, two_runs: Path, tmp_path: Path) -> None:
    result = cli("sweep", two_runs, "--out", tmp_path / "out", "--only", "0123")
    assert (result.code, result.out) == (2, "")
    assert result.err == "small has no run 0123; gcsim results lists the runs that failed\n"


@pytest.mark.parametrize(
    "error", [ClusterError("no scheduler answers"), StoreError("the disk is full"), RunnerError("no process")]
)
def test_a_cluster_folder_or_machine_that_cannot_be_used_ends_with_2(
    cli: Cli, two_runs: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    _raising(monkeypatch, error)
    result = cli("sweep", two_runs)
    assert (result.code, result.out, result.err) == (2, "", f"{error}\n")


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_what_names_no_cluster_ends_with_2(cli: Cli, two_runs: Path, tmp_path: Path, dry: list[str]) -> None:
    result = cli("sweep", two_runs, "--out", tmp_path / "out", "--cluster", "locl:2", *dry)
    assert result.code == 2
    assert result.err.startswith("no cluster is called locl:2; use tcp://HOST:PORT")
    assert len(result.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_an_interruption_says_where_the_finished_runs_are(
    cli: Cli, two_runs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _raising(monkeypatch, KeyboardInterrupt())
    result = cli("sweep", two_runs, "--out", "kept")
    assert result.code == 130
    assert result.err == "interrupted: finished runs are kept in kept; the same command does the rest\n"


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_that_a_library_makes_an_error_of_is_one(
    cli: Cli, two_runs: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: int
) -> None:
    def execute(*_: object, **__: object) -> StudyResult:
        try:
            signal.raise_signal(number)
        except KeyboardInterrupt:
            raise AttributeError("half imported") from None
        raise AssertionError("not interrupted")

    monkeypatch.setattr(gcsim.studies, "execute", execute)
    result = cli("sweep", two_runs, "--out", "kept")
    assert result.code == code
    assert result.err.endswith("finished runs are kept in kept; the same command does the rest\n")


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (
            ["--workers", 2, "--cluster", "local:2"],
            "--workers N is for this machine and --cluster has workers of its own",
        ),
        (["--dry-run", "--only", "0" * 32], "--only does a run and --dry-run does none"),
    ],
)
def test_options_that_contradict_each_other_are_refused(
    cli: Cli, two_runs: Path, tmp_path: Path, options: list[object], error: str
) -> None:
    result = cli("sweep", two_runs, "--out", tmp_path / "out", *options)
    assert (result.code, result.out, result.err) == (2, "", f"{error}: leave one of them out\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_a_sweep_in_one_line(tmp_path: Path, number: int, code: int) -> None:
    config = tmp_path / "long.yaml"
    config.write_text(SMALL.replace("name: small", "name: small\nreplications: 5000"), encoding="utf-8")
    out = tmp_path / "out"
    program = [sys.executable, "-c", "from gcsim.cli import main; main()"]
    command = [*program, "sweep", str(config), "--out", str(out), "--workers", "1", "--quiet"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as sweep:
        deadline = time.monotonic() + 60
        while not list(out.glob("parts/*.parquet")):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        sweep.send_signal(number)
        time.sleep(0.01)
        sweep.send_signal(number)  # a user who cannot wait
        said, err = sweep.communicate(timeout=60)
    assert sweep.returncode == code
    assert said == ""
    assert "Traceback" not in err
    assert len(err.splitlines()) <= 1
    assert 0 < len(gcsim.studies.load(out)) < 5000


def test_limits_reach_the_runs(cli: Cli, two_runs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, object] = {}

    def execute(*_: object, **options: object) -> StudyResult:
        seen.update(options)
        return StudyResult(Path("out"), (), 0, 0, {}, ())

    monkeypatch.setattr(gcsim.studies, "execute", execute)
    assert cli("sweep", two_runs, "--run-timeout", "1m", "--run-memory", "2GiB", "--workers", 3).code == 0
    assert seen["limits"] == Limits(timeout_s=60.0, memory_bytes=2**31)
    assert (seen["workers"], seen["cluster"], seen["only"]) == (3, None, None)
    assert seen["command"] == f"gcsim sweep {two_runs} --out results/small"


@pytest.mark.parametrize(
    ("option", "value", "advice"),
    [
        ("--run-timeout", "60", "use a time with its unit"),
        ("--run-memory", "2gb", "2GB"),
        ("--run-memory", "0", "leave the option out"),
    ],
)
def test_a_limit_that_is_none_ends_with_2(cli: Cli, two_runs: Path, option: str, value: str, advice: str) -> None:
    result = cli("sweep", two_runs, option, value)
    assert (result.code, result.out) == (2, "")
    assert advice in result.err


def test_a_dry_run_lists_and_does_nothing(cli: Cli, two_runs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    listed = cli("sweep", two_runs, "--out", out, "--dry-run", "--workers", 2)
    assert listed.code == 0
    assert not out.exists()
    lines = listed.out.splitlines()
    assert [line.split() for line in lines[:3]] == [
        ["axis", "values"], ["go", "2", "1.7,", "1.8"], ["replications", "1"],
    ]  # fmt: skip
    assert lines[3].startswith(f"{out}: 2 runs, 0 stored, 2 to do: about ")
    assert lines[3].endswith("on each of 2 workers")
    cli("sweep", two_runs, "--out", out, "--workers", 0, "--set", "go=1.7")
    told = json.loads(cli("sweep", two_runs, "--out", out, "--dry-run", "--cluster", "tcp://h:1", "--json").out)
    assert (told["axes"], told["runs"], told["stored"], told["left"]) == ({"go": ["1.7", "1.8"]}, 2, 1, 1)
    assert told["predicted_cpu_s"] > 0
    assert (told["workers"], told["predicted_s_per_worker"]) == (None, None)


def test_a_dry_run_of_many_values_shows_some(cli: Cli, small: Path) -> None:
    settings = ["workload.live_heap={logspace: [4MiB, 4GiB, 11]}", "until.duration=40h"]
    listed = cli("sweep", small, "--dry-run", *(word for value in settings for word in ("--set", value)))
    assert "..., 4294967296" in listed.out
    assert "h" in listed.out.splitlines()[-1].partition("about")[2]


def test_quiet_is_quiet(cli: Cli, two_runs: Path, tmp_path: Path) -> None:
    loud = cli("sweep", two_runs, "--out", tmp_path / "a", "--workers", 0)
    quiet = cli("sweep", two_runs, "--out", tmp_path / "b", "--workers", 0, "--quiet")
    assert loud.err.splitlines()[-1].startswith("small: 2 done, 0 left")
    assert quiet.err == ""


def test_code_is_not_run_unasked_whatever_run_needs_it(cli: Cli, small: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("def main(process):\n    pass\n", encoding="utf-8")
    kinds = "{sweep: [{kind: forest, live_heap: 4MiB}, {kind: python, program: 'mine:main'}]}"
    text = small.read_text(encoding="utf-8").partition("workload:")[0]
    small.write_text(f"{text}workload: {kinds}\n", encoding="utf-8")
    result = cli("sweep", small, "--dry-run")
    assert result.code == 2
    assert "--allow-code" in result.err
    assert cli("sweep", small, "--dry-run", "--allow-code").code == 0
