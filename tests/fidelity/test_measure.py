"""Measuring Go releases: with a toolchain that compiles nothing, and with a real one where there is one."""

import importlib
import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

import gcsim.fidelity
from gcsim.fidelity import (
    CASES,
    QUICK_CASES,
    FailedRun,
    MeasuredError,
    Measurement,
    Toolchain,
    ToolchainError,
    find_toolchain,
    read_measured,
)
from gcsim.fidelity.toolchain import reference_program
from tests.fake_go import install

MEASURED = Path(__file__).parents[2] / "results" / "measured"
REAL_GO = shutil.which("go")
needs_go = pytest.mark.skipif(REAL_GO is None, reason="there is no go on PATH")

Fake = Callable[..., Toolchain]


@pytest.fixture
def fake(tmp_path: Path) -> Fake:
    """Install a fake toolchain of a release."""

    def installed(version: str = "go1.8.4") -> Toolchain:
        return find_toolchain(str(install(tmp_path / version, version=version)))

    return installed


def _measure(folder: Path, *toolchains: Toolchain, cases: tuple[str, ...] = ("live32",), **more: Any) -> Measurement:  # noqa: ANN401
    return gcsim.fidelity.measure(folder, toolchains, cases, **{"repetitions": 1, "seconds": 0.5, **more})


def _log(go: Toolchain) -> list[dict[str, Any]]:
    assert go.root is not None
    return [json.loads(line) for line in (go.root / "log").read_text().splitlines()]


def _behave(go: Toolchain, behaviour: dict[str, str]) -> None:
    assert go.root is not None
    (go.root / "behaviour").write_text(json.dumps(behaviour))


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# The cases


def test_the_cases_are_those_of_the_committed_runs_with_their_parameters() -> None:
    committed = {run.case: run for run in read_measured(MEASURED)}
    wanted = {name: asdict(case) for name, case in CASES.items()}
    for parameters in wanted.values():
        del parameters["about"]
    assert {name: {field: getattr(run, field) for field in wanted[name]} for name, run in committed.items()} == wanted


def test_the_quick_cases_are_cases() -> None:
    assert set(QUICK_CASES) < set(CASES)


def test_a_large_live_heap_takes_longer() -> None:
    assert 7 < CASES["live32"].expected_s(7) < CASES["live512"].expected_s(7) < 8


# What is run


def test_a_run_leaves_the_two_files_that_are_read_back(tmp_path: Path, fake: Fake) -> None:
    folder = tmp_path / "deep" / "folder"
    assert _measure(folder, fake()) == Measurement((), ("live32.go1.8.4.r0",), ())
    assert _names(folder) == ["live32.go1.8.4.r0.gctrace", "live32.go1.8.4.r0.json"]
    (run,) = read_measured(folder)
    assert (run.case, run.version, run.rep, run.wall_s, run.gogc) == ("live32", "go1.8.4", 0, 0.5, 100)
    assert [cycle.cycle for cycle in run.log] == [2]


def test_the_program_is_given_the_parameters_of_its_case(tmp_path: Path, fake: Fake) -> None:
    go = fake()
    forests = ("gogc50", "procs1", "globals64-ptr", "parked1k-32k", "loop2", "obj512", "think500", "workers16")
    _measure(tmp_path / "out", go, cases=(*forests, "pusher50"), seconds=7.0)
    runs = [one for one in _log(go) if "flags" in one]
    usual = {
        "obj": "256",
        "workers": "4",
        "think": "2000",
        "churn": "16",
        "parked": "0",
        "parkedkb": "0",
        "loopms": "0",
        "roots": "0",
        "pusher": "false",
        "dur": "7000ms",
    }
    assert [one["flags"] for one in runs] == [
        {**usual, "live": "128"},
        {**usual, "live": "64"},
        {**usual, "live": "64", "roots": "0.5"},
        {**usual, "live": "64", "parked": "1000", "parkedkb": "32"},
        {**usual, "live": "64", "loopms": "2"},
        {**usual, "live": "128", "obj": "512"},
        {**usual, "live": "128", "think": "500"},
        {**usual, "live": "128", "workers": "16"},
        {**usual, "live": "50", "pusher": "true"},
    ]
    assert [one["pointers"] for one in runs] == [1, 1, 8_388_608, 1, 1, 1, 1, 1, 1]
    assert [one["go"]["GOGC"] for one in runs[:2]] == ["50", "100"]
    assert [one["go"]["GOMAXPROCS"] for one in runs[:2]] == ["2", "1"]


def test_nothing_else_tunes_the_runtime(tmp_path: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOMEMLIMIT", "64MiB")
    monkeypatch.setenv("GODEBUG", "gcstoptheworld=1")
    go = fake()
    _measure(tmp_path / "out", go)
    assert _log(go)[-1]["go"] == {"GOMAXPROCS": "2", "GOGC": "100", "GODEBUG": "gctrace=1"}


def test_the_program_is_built_for_this_machine_without_a_network(
    tmp_path: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"GOROOT": "/elsewhere", "GOFLAGS": "-mod=vendor", "GOOS": "plan9", "GOCACHE": "/cache"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("GOTMPDIR", raising=False)
    go = fake()
    _measure(tmp_path / "out", go)
    version, build, _ = _log(go)
    assert version["go"] == build["go"]
    assert build["go"] == {
        "GOROOT": str(go.root),
        "GO111MODULE": "off",
        "GOENV": "off",
        "GOPROXY": "off",
        "GOTOOLCHAIN": "local",
        "GOCACHE": "/cache",
    }
    assert build["arguments"][3:] == ["forest.go", "globals.go"]


@pytest.mark.parametrize(("given", "goroot"), [("/mine", "/mine"), (None, None)])
def test_a_command_outside_its_goroot_finds_it_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str | None, goroot: str | None
) -> None:
    monkeypatch.delenv("GOROOT", raising=False)
    if given is not None:
        monkeypatch.setenv("GOROOT", given)
    found = find_toolchain(str(install(tmp_path / "shim", runtime=False)))
    (version,) = _log(replace(found, root=tmp_path / "shim"))
    assert found.root is None
    assert version["go"].get("GOROOT") == goroot


def test_a_command_on_path_is_found_through_its_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go = install(tmp_path / "go1.8.4")
    (tmp_path / "usr").mkdir()
    (tmp_path / "usr/go").symlink_to(go)
    monkeypatch.setenv("PATH", str(tmp_path / "usr"))
    assert find_toolchain("go") == Toolchain(tmp_path / "usr/go", tmp_path / "go1.8.4", "go1.8.4")


def test_a_repetition_of_everything_comes_before_the_next(tmp_path: Path, fake: Fake) -> None:
    result = _measure(tmp_path / "out", fake("go1.4.3"), fake("go1.22.10"), cases=("live32", "gogc50"), repetitions=2)
    assert result.written == tuple(
        f"{case}.{version}.r{rep}"
        for rep in range(2)
        for case in ("live32", "gogc50")
        for version in ("go1.4.3", "go1.22.10")
    )


def test_a_program_is_built_once_for_each_array_of_globals(tmp_path: Path, fake: Fake) -> None:
    go = fake()
    _measure(tmp_path / "out", go, cases=("live32", "globals64", "gogc50", "globals64-ptr"), repetitions=2)
    assert [one["arguments"][0] for one in _log(go) if "arguments" in one] == ["version", "build", "build"]


def test_words_that_a_distribution_adds_to_the_version_are_left_out(tmp_path: Path) -> None:
    go = install(tmp_path / "go", version="go1.22.5 (Red Hat 1.22.5-1.el9)")
    _measure(tmp_path / "out", find_toolchain(str(go)))
    (run,) = read_measured(tmp_path / "out")
    assert run.version == "go1.22.5"


# What is there already


def test_a_second_call_does_only_what_is_missing(tmp_path: Path, fake: Fake) -> None:
    go, folder = fake(), tmp_path / "out"
    first = _measure(folder, go, cases=("live32",))
    (folder / "gogc50.go1.8.4.r0.gctrace").write_text("all that an interruption left")
    calls = len(_log(go))
    second = _measure(folder, go, cases=("live32", "gogc50"))
    assert second == Measurement(first.written, ("gogc50.go1.8.4.r0",), ())
    assert len(_log(go)) == calls + 2
    assert [run.case for run in read_measured(folder)] == ["gogc50", "live32"]


def test_with_nothing_left_nothing_is_built(tmp_path: Path, fake: Fake) -> None:
    go = fake()
    _measure(tmp_path / "out", go)
    calls = len(_log(go))
    assert _measure(tmp_path / "out", go).stored == ("live32.go1.8.4.r0",)
    assert len(_log(go)) == calls


def test_the_committed_runs_count_as_done(fake: Fake) -> None:
    result = _measure(MEASURED, fake(), cases=tuple(CASES), repetitions=2, seconds=7.0)
    assert (len(result.stored), result.written, result.failed) == (36, (), ())


def test_a_shorter_run_is_not_taken_for_one_that_was_asked_for(tmp_path: Path, fake: Fake) -> None:
    go, folder = fake(), tmp_path / "out"
    _measure(folder, go, seconds=3.0)
    with pytest.raises(MeasuredError) as refused:
        _measure(folder, go, seconds=7.0)
    assert str(refused.value) == (
        f"{folder}/live32.go1.8.4.r0.json: was measured for 3 s, not 7 s; use another folder or --seconds"
    )
    assert _measure(folder, go, seconds=2.0).stored


def test_a_run_of_other_parameters_is_not_taken_for_the_case(tmp_path: Path, fake: Fake) -> None:
    go, folder = fake(), tmp_path / "out"
    _measure(folder, go)
    file = folder / "live32.go1.8.4.r0.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "live_mb": 64, "rep": 3}))
    with pytest.raises(MeasuredError, match="not a run of this case: live_mb is 64, not 32, rep is 3, not 0; use"):
        _measure(folder, go)


def test_a_broken_run_is_left_to_the_user(tmp_path: Path, fake: Fake) -> None:
    go, folder = fake(), tmp_path / "out"
    _measure(folder, go)
    (folder / "live32.go1.8.4.r0.json").write_text("{")
    with pytest.raises(MeasuredError, match=r"r0\.json: not JSON: .*; remove both of its files to measure it again"):
        _measure(folder, go)


# What goes wrong


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [
        ("crash", "exit code 1: fatal error: out of memory"),
        ("killed", "killed by SIGKILL"),
        ("no JSON", "printed no JSON: Expecting value: line 1 column 1 (char 0)"),
        ("no end", "live32.go1.8.4.r0.gctrace: expected one line '# begin' and after it one '# end', found 1 and 0"),
        ("another release", "was compiled by go1.7.6: 'go version' says go1.8.4"),
    ],
)
def test_a_run_that_fails_leaves_nothing_and_stops_no_other(
    tmp_path: Path, fake: Fake, behaviour: str, error: str
) -> None:
    go, folder = fake(), tmp_path / "out"
    _behave(go, {"32MiB": behaviour})
    result = _measure(folder, go, cases=("live32", "gogc50"))
    assert result == Measurement((), ("gogc50.go1.8.4.r0",), (FailedRun("live32.go1.8.4.r0", error),))
    assert _names(folder) == ["gogc50.go1.8.4.r0.gctrace", "gogc50.go1.8.4.r0.json"]


def test_a_program_that_does_not_end_is_ended(tmp_path: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.import_module("gcsim.fidelity.measure"), "_SPARE_S", 0.4)
    go = fake()
    _behave(go, {"32MiB": "hang"})
    (failed,) = _measure(tmp_path / "out", go, seconds=0.1).failed
    assert failed.error == "did not end within 1 s"


def test_an_interruption_keeps_what_is_finished_and_the_next_call_does_the_rest(
    tmp_path: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, folder = fake(), tmp_path / "out"
    run = subprocess.run
    with monkeypatch.context() as interrupted:

        def interrupting(command: list[Any], **more: Any) -> Any:  # noqa: ANN401
            if "-live=128" in command:
                raise KeyboardInterrupt
            return run(command, **more)

        interrupted.setattr(subprocess, "run", interrupting)
        with pytest.raises(KeyboardInterrupt):
            _measure(folder, go, cases=("live32", "gogc50"))
    assert _names(folder) == ["live32.go1.8.4.r0.gctrace", "live32.go1.8.4.r0.json"]
    assert _measure(folder, go, cases=("live32", "gogc50")).written == ("gogc50.go1.8.4.r0",)


@pytest.mark.parametrize("at", [0, 1])
def test_an_interruption_between_two_files_leaves_neither(
    tmp_path: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    renamed: list[Path] = []
    rename = Path.replace

    def interrupting(path: Path, target: Path) -> Path:
        if len(renamed) == at:
            raise KeyboardInterrupt
        renamed.append(target)
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", interrupting)
    with pytest.raises(KeyboardInterrupt):
        _measure(tmp_path / "out", fake())
    assert _names(tmp_path / "out") == []


def test_a_program_that_is_not_compiled_is_told_with_the_compilers_words(tmp_path: Path) -> None:
    go = find_toolchain(str(install(tmp_path / "go", compiler="./forest.go:21: undefined: atomic")))
    with pytest.raises(ToolchainError) as refused:
        _measure(tmp_path / "out", go)
    assert str(refused.value) == (f"{go.command}: go1.8.4 does not build forest.go:\n./forest.go:21: undefined: atomic")
    assert _names(tmp_path / "out") == []


@pytest.mark.parametrize(
    ("said", "code", "message"),
    [
        ("go version devel +cd6b620 linux/amd64", 0, "'go version' says: go version devel +cd6b620 linux/amd64"),
        ("go version go1.18 gccgo (GCC) 12.2.0 linux/amd64", 0, "'go version' says: go version go1.18 gccgo"),
        ("", 0, "'go version' says: nothing"),
        ("go version go1.8.4 linux/amd64", 3, "'go version' fails: nothing"),
    ],
)
def test_what_is_no_release_of_gos_own_toolchain_is_refused(tmp_path: Path, said: str, code: int, message: str) -> None:
    go = install(tmp_path / "go", says=said, version_code=code)
    with pytest.raises(ToolchainError) as refused:
        find_toolchain(str(go))
    assert str(refused.value).startswith(f"{go}: not a release of Go's own toolchain; {message}")


def test_a_command_that_is_not_there_is_refused() -> None:
    with pytest.raises(ToolchainError, match=r"^nowhere/go: no such command; name the go command of a Go release"):
        find_toolchain("nowhere/go")


def test_a_file_that_is_no_program_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "go"
    file.write_bytes(b"\x7fELF")
    file.chmod(0o755)
    with pytest.raises(ToolchainError, match="cannot be run: Exec format error"):
        find_toolchain(str(file))


def test_two_toolchains_of_one_release_are_refused(tmp_path: Path, fake: Fake) -> None:
    go = fake()
    other = find_toolchain(str(install(tmp_path / "other")))
    with pytest.raises(ToolchainError, match=r"are both go1\.8\.4"):
        _measure(tmp_path / "out", go, other)


def test_an_installed_package_has_the_program_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reference_program() == MEASURED / "forest.go"
    installed = tmp_path / "gcsim/reference_program/forest.go"
    installed.parent.mkdir(parents=True)
    installed.write_text("package main\n")
    monkeypatch.setattr(gcsim, "__file__", str(tmp_path / "gcsim/__init__.py"))
    assert reference_program() == installed


# With a real Go


@needs_go
def test_a_real_go_prints_the_fields_of_the_committed_runs(tmp_path: Path) -> None:
    go = find_toolchain(str(REAL_GO))
    (name,) = _measure(tmp_path / "out", go).written
    (run,) = read_measured(tmp_path / "out")
    assert (run.version, run.case, run.live_mb) == (go.version, "live32", 32)
    assert run.wall_s >= 0.5
    committed = json.loads((MEASURED / "loop2.go1.8.4.r0.json").read_text())
    assert list(json.loads((tmp_path / f"out/{name}.json").read_text())) == list(committed)


@needs_go
@pytest.mark.slow
def test_a_real_go_measures_every_case(tmp_path: Path) -> None:
    result = _measure(tmp_path / "out", find_toolchain(str(REAL_GO)), cases=tuple(CASES), seconds=1.0)
    assert result.failed == ()
    assert {run.case for run in read_measured(tmp_path / "out")} == set(CASES)
