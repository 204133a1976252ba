"""Programs of the user's own on the command line: only with leave, with one clear line where something is wrong."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from gcsim.runtime import watchdog
from tests.cli.conftest import Cli

PROGRAMS = """\
from gcsim.runtime import *

print("executed")

def well(process, n=3):
    for _ in range(n):
        yield Compute("1us")
        process.requests.request(1000)

def wrong(process):
    for _ in range(3):
        yield Compute("1us")
        process.requests.request(1000)
    yield Compute(-1)

def endless(process):
    yield Compute(1)
    while True:
        pass

def deadlock(process):
    yield Compute("1ms")
    yield Channel(name="c").receive()

def panics(process):
    yield Panic("oh")
"""
SCENARIO = """\
name: own
go: "1.8"
gomaxprocs: 2
hardware: measured-2vcpu
until: {duration: 10ms}
workload: {kind: python, program: "own:well"}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Write a module and a scenario of it."""
    (tmp_path / "own.py").write_text(PROGRAMS, encoding="utf-8")
    config = tmp_path / "own.yaml"
    config.write_text(SCENARIO, encoding="utf-8")
    return config


def program(name: str) -> tuple[str, str]:
    return "--set", f"workload.program=own:{name}"


# Leave


@pytest.mark.parametrize(
    "command", [["run"], ["sweep"], ["trace", "--as", "gctrace"], ["trace", "--as", "schedtrace"]], ids=" ".join
)
def test_without_leave_no_code_is_run(cli: Cli, own: Path, tmp_path: Path, command: list[str]) -> None:
    name, *options = command
    result = cli(name, own, *options)
    assert (result.code, result.out) == (2, "")
    would_do = "say --allow-code if you trust own:well"
    assert result.err == f"{own}: workload kind python runs code of yours; {would_do}\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own.py", "own.yaml"]


def test_a_sweep_in_which_one_run_would_need_leave_is_not_begun(cli: Cli, own: Path, tmp_path: Path) -> None:
    text = own.read_text(encoding="utf-8").replace("workload: {", "workload: {sweep: [{kind: pingpong}, {")
    own.write_text(text.replace('well"}', 'well"}]}'), encoding="utf-8")
    result = cli("sweep", own, "--out", tmp_path / "results")
    assert result.code == 2
    assert "say --allow-code" in result.err
    assert not (tmp_path / "results").exists()


def test_other_workloads_need_no_leave(cli: Cli, own: Path) -> None:
    assert cli("run", own, "--set", "workload={kind: pingpong}").code == 0


def test_with_leave_it_runs(cli: Cli, own: Path) -> None:
    result = cli("run", own, "--allow-code", "--set", "workload.args={n: 7}")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("executed\nown: go 1.8, ")
    assert "main returned at t=" in result.out
    assert cli("trace", own, "--allow-code", "--as", "schedtrace").code == 0


def test_a_program_that_is_not_there_is_a_line_about_the_file(cli: Cli, own: Path, tmp_path: Path) -> None:
    (tmp_path / "own.py").unlink()
    result = cli("run", own, "--allow-code")
    assert result.code == 2
    found = 'workload.program: found "own:well"'
    would_do = "put own.py beside the scenario, into the working directory, or on PYTHONPATH"
    assert result.err == f"{own}:6:35: {found}; {would_do}\n"


# Ends


def test_a_mistake_is_one_line_and_the_tables_so_far_are_kept(cli: Cli, own: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables"
    result = cli("run", own, "--allow-code", *program("wrong"), "--out", out)
    assert (result.code, result.out) == (2, "executed\n")
    assert result.err.count("\n") == 1
    assert result.err.startswith("goroutine 1 (main) at own.py:14, t=")
    assert result.err.endswith("us: ValueError: Compute takes a duration that is not negative; found -1 ns\n")
    assert pq.read_table(out / "latency.parquet")["count"].to_pylist() == [3]
    kept = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert (kept["ended_by"], kept["ops"], kept["failure"]) == ("program_error", 3, result.err.rstrip("\n"))


def test_json_is_printed_of_a_run_that_a_mistake_has_ended_too(cli: Cli, own: Path) -> None:
    result = cli("run", own, "--allow-code", *program("wrong"), "--json")
    summary = json.loads(result.out.removeprefix("executed\n"))
    assert result.code == 2
    assert summary["failure"] == result.err.rstrip("\n")


def test_a_program_that_never_yields_is_ended(cli: Cli, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "LIMIT_S", 0.3)
    result = cli("run", own, "--allow-code", *program("endless"))
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert "runs on and on without a yield" in result.err


def test_a_death_is_a_result_with_gos_own_words_on_stderr(cli: Cli, own: Path) -> None:
    result = cli("run", own, "--allow-code", *program("deadlock"))
    assert result.code == 1
    assert "deadlock at t=1.02ms (set-up included)" in result.out
    assert "operations" in result.out
    words = "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\nmain\n\town.py:23\n"
    assert result.err == words


def test_a_death_has_a_json_summary_too(cli: Cli, own: Path) -> None:
    result = cli("run", own, "--allow-code", *program("panics"), "--json")
    summary = json.loads(result.out.removeprefix("executed\n"))
    assert result.code == 1
    assert (summary["ended_by"], summary["failure"]) == ("panic", result.err.rstrip("\n"))
    assert result.err.startswith("panic: oh\n\ngoroutine 1 [running]:\n")


def test_a_run_that_ends_well_has_no_failure(cli: Cli, own: Path) -> None:
    summary = json.loads(cli("run", own, "--allow-code", "--json").out.removeprefix("executed\n"))
    assert (summary["ended_by"], summary["failure"]) == ("exit", "")


@pytest.mark.parametrize(("name", "code"), [("wrong", 2), ("deadlock", 1)])
def test_a_trace_keeps_its_lines_and_says_how_the_run_ended(cli: Cli, own: Path, name: str, code: int) -> None:
    result = cli("trace", own, "--allow-code", "--as", "schedtrace", "--every", "1ms", *program(name))
    assert result.code == code
    assert "SCHED 0ms: " in result.out
    assert result.err


# Sweeps


@pytest.mark.parametrize("workers", [1, 2])
def test_a_mistake_fails_its_run_of_a_sweep_and_no_other(cli: Cli, own: Path, tmp_path: Path, workers: int) -> None:
    text = own.read_text(encoding="utf-8").replace('"own:well"', '{sweep: ["own:well", "own:wrong", "own:deadlock"]}')
    own.write_text(text, encoding="utf-8")
    out = tmp_path / "results"
    result = cli("sweep", own, "--allow-code", "--out", out, "--workers", workers)
    assert result.code == 1
    assert result.out.splitlines()[-1] == f"{out}: 3 runs, 0 were stored before, 2 done now, 1 failed"
    (line,) = (line for line in result.err.splitlines() if "ProgramError" in line)
    assert line.startswith("own with workload.program=own:wrong, go=1.8, ")
    assert "ProgramError: goroutine 1 (main) at own.py:14, t=" in line
    rows = pq.read_table(out / "parts").select(["workload.program", "ended_by", "ops"]).to_pylist()
    assert sorted(tuple(row.values()) for row in rows) == [("own:deadlock", "deadlock", 0), ("own:well", "exit", 3)]


def test_changed_code_is_run_again(cli: Cli, own: Path, tmp_path: Path) -> None:
    command = ("sweep", own, "--allow-code", "--out", tmp_path / "results")
    assert "0 were stored before, 1 done now" in cli(*command).out
    assert "1 were stored before, 0 done now" in cli(*command).out
    (tmp_path / "own.py").write_text(PROGRAMS.replace("1us", "2us"), encoding="utf-8")
    assert "0 were stored before, 1 done now" in cli(*command).out
