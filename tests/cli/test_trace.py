"""``gcsim trace``."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import gcsim.simulation
from gcsim.formats import ConcurrentCycle, StoppedCycle
from gcsim.formats import parse as parse_gctrace
from gcsim.formats.schedtrace import parse
from gcsim.simulation import simulate
from tests.cli.conftest import Cli

_GCSIM = Path(sys.executable).with_name("gcsim")


def test_schedtrace_prints_a_line_every_so_often_from_the_start_of_the_process_on(cli: Cli, small: Path) -> None:
    result = cli("trace", small, "--as", "schedtrace", "--every", "20ms")
    assert (result.code, result.err) == (0, "")
    found = parse(result.out)
    assert len(found) == result.out.count("\n")
    assert [one.time_ms for one in found] == list(range(0, 20 * len(found), 20))
    assert found[-1].time_ms >= 280  # set-up, then 300 ms
    assert {(one.gomaxprocs, len(one.local)) for one in found} == {(2, 2)}
    assert all(0 <= one.idleprocs <= 2 and one.idlethreads + one.spinningthreads <= one.threads for one in found)


def test_the_default_is_a_line_every_100_ms(cli: Cli, small: Path) -> None:
    assert [one.time_ms for one in parse(cli("trace", small, "--as", "schedtrace").out)][:3] == [0, 100, 200]


def test_the_same_scenario_and_seed_give_the_same_lines(cli: Cli, small: Path) -> None:
    first, second = (cli("trace", small, "--as", "schedtrace", "--every", "1ms").out for _ in range(2))
    assert first == second


def test_more_workers_than_ps_are_seen_in_the_queues(cli: Cli, small: Path) -> None:
    found = parse(cli("trace", small, "--as", "schedtrace", "--every", "5ms", "--set", "workload.workers=9").out)
    assert max(one.runqueue + sum(one.local) for one in found) >= 5


def test_gctrace_prints_a_line_for_each_collection(cli: Cli, small: Path) -> None:
    result = cli("trace", small, "--as", "gctrace")
    assert (result.code, result.err) == (0, "")
    found = parse_gctrace(result.out)
    assert len(found) == result.out.count("\n") > 0
    assert {type(one) for one in found} == {ConcurrentCycle}
    numbers = [one.cycle for one in found]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_gctrace_of_1_4_names_the_threads_that_the_machine_allows(cli: Cli, small: Path) -> None:
    changes = ("--set", "go=1.4", "--set", "gomaxprocs=8", "--set", "hardware.cores=3")
    found = parse_gctrace(cli("trace", small, "--as", "gctrace", *changes).out)
    assert {(type(one), getattr(one, "threads", None)) for one in found} == {(StoppedCycle, 3)}


def test_gctrace_without_a_collector_is_empty(cli: Cli, small: Path) -> None:
    result = cli("trace", small, "--as", "gctrace", "--set", "gogc=off")
    assert (result.code, result.out, result.err) == (0, "", "")


def test_seed_replaces_that_of_the_file(cli: Cli, small: Path) -> None:
    traces = {cli("trace", small, "--as", "gctrace", "--seed", seed).out for seed in (1, 2)}
    assert len(traces) == 2


@pytest.mark.parametrize("form", ["schedtrace", "gctrace"])
def test_a_file_gets_the_lines_that_stdout_would(cli: Cli, small: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / "trace.txt"
    file.write_text("what was there before\n", encoding="utf-8")
    result = cli("trace", small, "--as", form, "-o", file)
    assert (result.code, result.out, result.err) == (0, "", "")
    assert file.read_text(encoding="utf-8") == cli("trace", small, "--as", form).out


def test_a_file_that_cannot_be_written_is_one_message_before_anything_is_run(
    cli: Cli, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gcsim.simulation, "simulate", None)
    result = cli("trace", small, "--as", "schedtrace", "-o", tmp_path)
    assert (result.code, result.err) == (2, f"{tmp_path}: Is a directory\n")


def test_another_format_is_refused_with_a_list_of_those_there_are(cli: Cli, small: Path) -> None:
    result = cli("trace", small, "--as", "perfetto")
    assert (result.code, result.out) == (2, "")
    assert "perfetto" in result.err
    assert "schedtrace" in result.err
    assert "gctrace" in result.err


def test_without_a_format_the_option_is_asked_for(cli: Cli, small: Path) -> None:
    result = cli("trace", small)
    assert result.code == 2
    assert "--as" in result.err


@pytest.mark.parametrize(
    ("every", "wanted"),
    [
        ("0", "use a whole number of milliseconds, as GODEBUG=schedtrace does: 1ms"),
        ("1500us", "use a whole number of milliseconds, as GODEBUG=schedtrace does: 2ms"),
        ("100", "use a time with its unit, such as 10ms (ns, us, ms, s, m, h)"),
    ],
)
def test_an_interval_that_go_does_not_know_is_refused(cli: Cli, small: Path, every: str, wanted: str) -> None:
    result = cli("trace", small, "--as", "schedtrace", "--every", every)
    assert (result.code, result.out, result.err) == (2, "", f"--every {every}: {wanted}\n")


def test_an_interval_for_a_gctrace_is_refused(cli: Cli, small: Path) -> None:
    result = cli("trace", small, "--as", "gctrace", "--every", "10ms")
    assert result.code == 2
    assert result.err == "--every 10ms: goes with --as schedtrace only; a gctrace has a line for each collection\n"


def test_a_sweep_is_refused(cli: Cli, small: Path) -> None:
    small.write_text(small.read_text(encoding="utf-8").replace('"1.8"', '{sweep: ["1.7", "1.8"]}'), encoding="utf-8")
    result = cli("trace", small, "--as", "gctrace")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"{small}: describes 2 runs; ")


@pytest.mark.parametrize("form", ["schedtrace", "gctrace"])
def test_a_heap_that_outgrows_memory_is_told_on_stderr(cli: Cli, small: Path, form: str) -> None:
    result = cli("trace", small, "--as", form, "--set", "gogc=off", "--set", "hardware.memory=16MiB")
    assert (result.code, result.err) == (1, "fatal error: runtime: out of memory\n")
    assert (len(parse(result.out)) > 0) == (form == "schedtrace")


class _Scheduler:
    ps: tuple[object, ...] = ()
    queue: tuple[object, ...] = ()
    threads = SimpleNamespace(total=1, idle=0, spinning=0)


def _ended_by(monkeypatch: pytest.MonkeyPatch, end: Callable[[], Any]) -> None:
    """Let a run take two samples and end so."""

    def simulated(*_: object, sample: Any, **__: object) -> Any:  # noqa: ANN401 - whatever the run is to return
        for now_ns in (0, sample.every_ns):
            sample.take(now_ns, _Scheduler())
        return end()

    monkeypatch.setattr(gcsim.simulation, "simulate", simulated)


def _interrupted() -> None:
    raise KeyboardInterrupt


def test_an_interruption_keeps_the_lines_so_far(
    cli: Cli, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "trace.txt"
    _ended_by(monkeypatch, _interrupted)
    result = cli("trace", small, "--as", "schedtrace", "--every", "7ms", "-o", file)
    assert (result.code, result.out, result.err) == (130, "", "")
    assert [line.split(":")[0] for line in file.read_text(encoding="utf-8").splitlines()] == ["SCHED 0ms", "SCHED 7ms"]


def test_lines_are_written_as_the_run_goes_on(
    cli: Cli, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "trace.txt"
    seen: list[str] = []

    def look() -> object:
        seen.append(file.read_text(encoding="utf-8"))
        return SimpleNamespace(ended_by="duration", failure="")

    _ended_by(monkeypatch, look)
    assert cli("trace", small, "--as", "schedtrace", "-o", file).code == 0
    assert seen[0].count("\n") == 2


def test_ctrl_c_ends_a_trace_with_130_and_keeps_its_lines(small: Path, tmp_path: Path) -> None:
    file = tmp_path / "trace.txt"
    command: list[str | Path] = [
        _GCSIM,
        "trace",
        small,
        "--as",
        "schedtrace",
        "-o",
        file,
        "--set",
        "until.duration=10h",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as trace:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and not (file.exists() and file.read_text(encoding="utf-8").count("\n") > 3):
            time.sleep(0.05)
        trace.send_signal(signal.SIGINT)
        out, err = trace.communicate(timeout=60)
    assert (trace.returncode, out, err) == (130, b"", b"")
    assert len(parse(file.read_text(encoding="utf-8"))) > 3


def test_a_reader_that_has_enough_ends_the_run_in_silence(small: Path) -> None:
    command: list[str | Path] = [
        _GCSIM,
        "trace",
        small,
        "--as",
        "schedtrace",
        "--every",
        "1ms",
        "--set",
        "until.duration=10h",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as trace:
        assert trace.stdout is not None
        assert trace.stderr is not None
        first = trace.stdout.readline()
        trace.stdout.close()
        complaint = trace.stderr.read()
    assert first.startswith(b"SCHED 0ms: ")
    assert (trace.returncode, complaint) == (0, b"")


def test_sampling_changes_nothing_in_the_run(cli: Cli, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []

    def kept(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - as it is called
        runs.append(simulate(*args, **options))
        return runs[-1]

    monkeypatch.setattr(gcsim.simulation, "simulate", kept)
    cli("trace", small, "--as", "gctrace")
    cli("trace", small, "--as", "schedtrace", "--every", "1ms")
    without, sampled = runs
    assert (sampled.ops, sampled.end_ns) == (without.ops, without.end_ns)
    assert sampled.pauses["end_ns"].tolist() == without.pauses["end_ns"].tolist()
