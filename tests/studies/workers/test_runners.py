"""The owner's side of a process that does runs, with quick scripts in place of one."""

import os
import resource
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from gcsim.studies.workers import runners
from gcsim.studies.workers.reports import Began, RunnerError
from gcsim.studies.workers.runners import Runner, RunnerGoneError, Runners, StoppedError, pack
from tests.studies.fakes import a_chunk, quick_run

Scripted = Callable[[str], None]

WAITS = "import os, sys; os.read(int(sys.argv[1]), 1)"
"""Ends when its owner lets it."""

REPORTS = """
import os, sys
sys.path = sys.argv[4:]
import pickle
from multiprocessing.connection import Connection
from gcsim.studies.workers.reports import Began
Connection(int(sys.argv[2]), readable=False).send_bytes(pickle.dumps([Began("k")]))
"""


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Scripted:
    return lambda script: monkeypatch.setattr(runners, "_SCRIPT", script)


def has_ended(runner: Runner) -> bool:
    deadline = time.monotonic() + 10
    while runner.alive() and time.monotonic() < deadline:
        time.sleep(0.01)
    return not runner.alive()


def test_a_process_that_is_asked_to_end_ends(scripted: Scripted) -> None:
    scripted(WAITS)
    runner = Runner()
    assert runner.alive()
    assert runner.reports(0.0) == []
    assert runner.end() == []
    assert runner.ending() == "its process ended with exit code 0"
    runner.release()


def test_a_process_that_does_not_end_is_killed(scripted: Scripted) -> None:
    scripted("import time; time.sleep(60)")
    runner = Runner()
    begin = time.monotonic()
    runner.end(0.1)
    assert time.monotonic() - begin < 10
    assert runner.ending().startswith(
        "its process was ended by SIGKILL: by somebody, or since the machine had no memory"
    )
    runner.release()


def test_a_signal_without_a_name_has_its_number(scripted: Scripted) -> None:
    number = signal.SIGRTMIN + 6
    scripted(f"import os; os.kill(os.getpid(), {int(number)})")
    runner = Runner()
    assert runner.ending() == f"its process was ended by signal {int(number)}"
    runner.release()


def test_what_a_process_reported_is_read_after_its_end(scripted: Scripted) -> None:
    scripted(REPORTS)
    runner = Runner()
    assert has_ended(runner)
    assert runner.reports(10) == [Began("k")]
    with pytest.raises(RunnerGoneError):
        runner.reports(10)
    runner.release()


def test_a_process_is_gone_although_its_child_holds_the_pipe(scripted: Scripted, tmp_path: Path) -> None:
    child = tmp_path / "child"
    scripted(f"""
import os, time
if not (child := os.fork()):
    time.sleep(60)
open({str(child)!r}, "w").write(str(child))
""")
    runner = Runner()
    assert has_ended(runner)
    begin = time.monotonic()
    with pytest.raises(RunnerGoneError):
        runner.reports(10)
    assert time.monotonic() - begin < 5
    os.kill(int(child.read_text()), signal.SIGKILL)
    runner.release()


def test_a_process_that_has_ended_takes_no_chunk(scripted: Scripted, tmp_path: Path) -> None:
    scripted("")
    runner = Runner()
    assert has_ended(runner)
    with pytest.raises(RunnerGoneError):
        runner.order(pack(a_chunk(tmp_path, quick_run), {}))
    runner.release()


def test_a_process_that_has_ended_does_not_say_where_it_is(scripted: Scripted) -> None:
    scripted("")
    runner = Runner()
    assert has_ended(runner)
    assert runner.where() == ""
    runner.release()


def test_a_chunk_is_handed_over_from_a_folder_that_was_removed(
    scripted: Scripted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripted(WAITS)
    packed = pack(a_chunk(tmp_path / "out", quick_run), {})
    runner = Runner()
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    runner.order(packed)
    monkeypatch.chdir(tmp_path)
    runner.end()
    runner.release()


def test_what_does_not_travel_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunnerError, match="does not travel to another process; use a function of a module"):
        pack(a_chunk(tmp_path, lambda _: {}), {})


def test_a_process_that_takes_no_chunk_can_be_stopped_nevertheless(
    scripted: Scripted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripted("import time; time.sleep(60)")
    monkeypatch.setattr(runners, "_PATIENCE_S", 0.2)
    runner = Runner()
    raised: list[BaseException] = []

    def hand_over() -> None:
        try:
            runner.order(pack(a_chunk(tmp_path, quick_run), {}) + bytes(1 << 20))  # more than a pipe holds
        except RunnerGoneError as error:
            raised.append(error)

    thread = threading.Thread(target=hand_over)
    thread.start()
    while not runner._ordering.locked():  # noqa: SLF001  # until it is being handed over
        time.sleep(0.01)
    runner.stop()
    thread.join(10)
    assert len(raised) == 1
    runner.release()


def test_too_few_descriptors_are_told_of_and_none_is_lost() -> None:
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    folder = Path("/proc/self/fd")
    before = len(list(folder.iterdir()))
    for more in range(1, 5):
        highest = max(int(path.name) for path in folder.iterdir())
        resource.setrlimit(resource.RLIMIT_NOFILE, (highest + more, limits[1]))
        held = []
        try:
            with suppress(OSError):
                while True:  # gaps below the limit
                    held.append(os.dup(0))
            for descriptor in held[:more]:
                os.close(descriptor)
            with pytest.raises(RunnerError, match=r"no process for runs can be started: .*Too many open files"):
                Runner()
        finally:
            for descriptor in held[more:]:
                os.close(descriptor)
            resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert len(list(folder.iterdir())) == before


def test_runners_that_were_closed_give_nobody_a_process(scripted: Scripted) -> None:
    scripted(WAITS)
    pool = Runners()
    idle = pool.take(0)
    pool.give(idle)
    pool.close()
    assert not idle.alive()
    with pytest.raises(StoppedError):
        pool.take(pool.stops)


def test_a_runner_is_used_again_unless_it_has_ended(scripted: Scripted) -> None:
    scripted(WAITS)
    pool = Runners()
    first = pool.take(0)
    other = pool.take(0)
    assert other is not first
    pool.give(first)
    assert pool.take(0) is first
    pool.give(first)
    first.stop()
    assert has_ended(first)
    third = pool.take(0)
    assert third not in {first, other}
    for runner in (other, third):
        pool.give(runner)
    pool.stop()


def test_stopping_ends_runners_at_once_and_gives_nobody_another(scripted: Scripted) -> None:
    scripted(WAITS)
    pool = Runners()
    busy, idle = pool.take(0), pool.take(0)
    pool.give(idle)
    pool.stop()
    assert not idle.alive()
    assert busy.stopped
    with pytest.raises(StoppedError):
        pool.take(0)
    pool.give(busy)
    assert not busy.alive()
    new = pool.take(pool.stops)
    assert new not in {busy, idle}
    pool.give(new)
    pool.stop()


def test_the_runners_of_a_process_that_forked_are_not_touched(scripted: Scripted) -> None:
    scripted(WAITS)
    pool = Runners()
    runner = pool.take(0)
    pool.forget()  # as in the process that was forked
    assert pool.stops == 0
    pool.stop()
    runner._process.returncode = None  # noqa: SLF001  # as in the process that forked
    assert has_ended(runner)
