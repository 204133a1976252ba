import dataclasses
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from gcsim.scenario import Scenario
from gcsim.studies import StoreError
from gcsim.studies.runs import Chunk, Ended, Limits, Row, Run
from gcsim.studies.storage.failures import read_failures
from gcsim.studies.storage.schema import SchemaError
from gcsim.studies.storage.store import PROVENANCE, read, stored_keys
from gcsim.studies.workers import supervision
from gcsim.studies.workers.runners import RUNNERS
from gcsim.studies.workers.supervision import RunnerError, StoppedError, do_chunk, do_chunk_here, stop_runners
from tests.studies.fakes import (
    TRACES,
    a_chunk,
    chattering_run,
    crashing_run,
    deaf_run,
    dying_run,
    failing_run,
    failing_slowly_run,
    greedy_run,
    hanging_run,
    interrupted_run,
    leaving_run,
    mixed_run,
    quick_run,
    shy_run,
    slow_run,
    untabled_run,
)

REPOSITORY = Path(__file__).parents[3]

Do = Callable[[Chunk], tuple[Ended, ...]]
both = pytest.mark.parametrize("do", [do_chunk, do_chunk_here])


@pytest.fixture(scope="module", autouse=True)
def _ended() -> Iterator[None]:
    stop_runners()  # those of tests before
    OTHERS.update(children())
    yield
    stop_runners()
    assert children() == []


OTHERS: set[int] = set()
"""Processes that were there before, such as the one by which multiprocessing keeps track of its resources."""


def children() -> list[int]:
    """Return the processes that this one has started, zombies included."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[1]) == os.getpid() and int(status.parent.name) not in OTHERS:
            found.append(int(status.parent.name))
    return found


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def traces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "traces"
    folder.mkdir()
    monkeypatch.setenv(TRACES, str(folder))
    return folder


def failed(ended: tuple[Ended, ...]) -> list[tuple[str, str, int]]:
    return [(end.kind, end.error, end.retries) for end in ended if end.kind]


@both
def test_every_run_of_a_chunk_is_stored_and_told_of_in_order(tmp_path: Path, do: Do) -> None:
    chunk = a_chunk(tmp_path, quick_run)
    ended = do(chunk)
    assert [end.key for end in ended] == [job.key for job in chunk.jobs]
    assert failed(ended) == []
    assert all(end.wall_s > 0 for end in ended)
    assert set(stored_keys(tmp_path)) == {job.key for job in chunk.jobs}
    provenance = read(tmp_path, table=PROVENANCE).to_pylist()
    assert {(row["study"], row["git_commit"], row["retries"], row["events"]) for row in provenance} == {
        ("fake", "c0ffee", 0, 0)
    }
    assert {end.key: end.wall_s for end in ended} == {row["run_key"]: row["wall_s"] for row in provenance}


def test_the_row_of_a_run_is_the_same_whoever_does_it(tmp_path: Path) -> None:
    for name, do in {"here": do_chunk_here, "there": do_chunk}.items():
        do(a_chunk(tmp_path / name, quick_run))
    assert read(tmp_path / "here").equals(read(tmp_path / "there"), check_metadata=True)


@both
def test_a_run_that_raises_is_tried_again_and_then_stored_as_failed(tmp_path: Path, do: Do) -> None:
    ended = do(a_chunk(tmp_path, failing_run, limits=Limits(retries=1)))
    assert failed(ended) == [("raised", "ArithmeticError: the heap is negative", 1)] * 2
    assert all("in failing_run" in end.trace for end in ended if end.kind)
    assert len(stored_keys(tmp_path)) == 2
    failures = read_failures(tmp_path)
    assert sorted(failures["run_key"]) == sorted(end.key for end in ended if end.kind)
    assert sorted(failures["replication"]) == [1, 2]
    assert set(failures["error"]) == {"ArithmeticError: the heap is negative"}


@both
def test_a_run_that_succeeds_at_its_second_attempt_is_stored_with_its_retry(
    tmp_path: Path, traces: Path, do: Do
) -> None:
    ended = do(a_chunk(tmp_path / "out", shy_run))
    assert traces.is_dir()
    assert [(end.kind, end.retries) for end in ended] == [("", 1)] * 4
    assert read(tmp_path / "out", table=PROVENANCE)["retries"].to_pylist() == [1] * 4
    assert read_failures(tmp_path / "out").empty


@both
def test_a_row_that_no_table_takes_is_a_failure_of_its_run(tmp_path: Path, do: Do) -> None:
    ended = do(a_chunk(tmp_path, untabled_run))
    assert failed(ended) == [("raised", "SchemaError: column x holds a complex; plain values would do", 2)]
    assert len(stored_keys(tmp_path)) == 3


@both
def test_rows_that_make_no_table_together_end_the_chunk(tmp_path: Path, do: Do) -> None:
    with pytest.raises(SchemaError, match="column x holds int and str"):
        do(a_chunk(tmp_path, mixed_run))


def test_runs_share_a_process_that_is_kept(tmp_path: Path, traces: Path) -> None:
    do_chunk(a_chunk(tmp_path / "a", quick_run))
    do_chunk(a_chunk(tmp_path / "b", shy_run))
    (process,) = {path.suffix[1:] for path in traces.glob("[!f]*")}
    assert process != str(os.getpid())
    assert children() == [int(process)]


def test_a_run_finds_the_environment_and_the_folder_of_its_owner(
    tmp_path: Path, traces: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert traces.is_dir()
    for name in ("one", "other"):
        folder = tmp_path / name
        folder.mkdir()
        monkeypatch.chdir(folder)
        monkeypatch.setenv(TRACES, str(folder))
        do_chunk(a_chunk(Path("out"), shy_run))
        assert set(read(folder / "out")["folder"].to_pylist()) == {str(folder)}
        assert len(list(folder.glob("first.*"))) == 4


def test_a_run_that_takes_too_long_fails_and_costs_the_others_nothing(tmp_path: Path) -> None:
    begin = time.monotonic()
    ended = do_chunk(a_chunk(tmp_path, hanging_run, limits=Limits(timeout_s=0.2, retries=0)))
    assert time.monotonic() - begin < 20
    assert failed(ended) == [("timeout", "took longer than 0.2 s (--run-timeout)", 0)]
    (late,) = [end for end in ended if end.kind]
    assert "in hanging_run" in late.trace
    assert late.wall_s >= 0.2
    assert len(stored_keys(tmp_path)) == 3
    assert read(tmp_path, table=PROVENANCE)["retries"].to_pylist() == [0] * 3
    assert read_failures(tmp_path)["kind"].tolist() == ["timeout"]


def test_a_run_that_lets_no_other_thread_run_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervision, "_PATIENCE_S", 0.2)
    ended = do_chunk(a_chunk(tmp_path, deaf_run, limits=Limits(timeout_s=0.2, retries=0)))
    assert failed(ended) == [("timeout", "took longer than 0.2 s (--run-timeout)", 0)]
    assert "in deaf_run" in next(end.trace for end in ended if end.kind)
    assert len(stored_keys(tmp_path)) == 3


def test_a_run_that_needs_too_much_memory_fails_and_costs_the_others_nothing(tmp_path: Path) -> None:
    ended = do_chunk(a_chunk(tmp_path, greedy_run, limits=Limits(memory_bytes=64 << 20, retries=0)))
    ((kind, error, retries),) = failed(ended)
    assert (kind, retries) == ("memory", 0)
    assert error.startswith("needed more than 64MiB (--run-memory): MemoryError")
    assert "in greedy_run" in next(end.trace for end in ended if end.kind)
    assert len(stored_keys(tmp_path)) == 3


def test_the_memory_that_a_run_may_take_is_its_own(tmp_path: Path) -> None:
    """It gets as much in a process that has more by then."""
    ended = do_chunk(a_chunk(tmp_path, greedy_run, limits=Limits(memory_bytes=2 << 30)))
    assert failed(ended) == []


def test_a_run_that_ends_its_process_is_tried_again_and_costs_the_others_nothing(tmp_path: Path) -> None:
    stop_runners()
    descriptors = list(Path("/proc/self/fd").iterdir())
    ended = do_chunk(a_chunk(tmp_path, dying_run, limits=Limits(retries=1)))
    assert failed(ended) == [("lost", "its process ended with exit code 3", 1)]
    assert len(stored_keys(tmp_path)) == 3
    assert read_failures(tmp_path)["kind"].tolist() == ["lost"]
    stop_runners()
    assert children() == []
    assert len(list(Path("/proc/self/fd").iterdir())) == len(descriptors)


def test_what_runs_say_goes_to_the_error_stream_and_the_last_words_of_one_that_crashed_to_its_failure(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    stop_runners()  # a process that was there says it where it was started
    assert failed(do_chunk(a_chunk(tmp_path, chattering_run))) == []
    ended = do_chunk(a_chunk(tmp_path, crashing_run, limits=Limits(retries=0)))
    assert failed(ended) == [("lost", "its process was ended by SIGSEGV", 0)]
    (lost,) = [end for end in ended if end.kind]
    assert lost.trace.startswith("Fatal Python error: Segmentation fault")
    assert "in crashing_run" in lost.trace
    assert capfd.readouterr() == ("", "said by a run\n" * 4)


def test_a_run_that_leaves_the_interpreter_has_raised(tmp_path: Path) -> None:
    assert failed(do_chunk(a_chunk(tmp_path, leaving_run))) == [("raised", "SystemExit: enough", 2)]


def test_results_that_make_a_part_are_stored_here_before_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gcsim.studies.storage.writing.PART_ROWS", 2)
    do_chunk_here(a_chunk(tmp_path, quick_run))
    assert len(list((tmp_path / "parts").iterdir())) == 2


def test_an_interruption_here_keeps_every_finished_run(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        do_chunk_here(a_chunk(tmp_path, interrupted_run))
    assert len(stored_keys(tmp_path)) == 2


def runner_of(chunk: Chunk, traces: Path) -> int:
    """Return the process that has begun a chunk."""
    wait_for(lambda: list(traces.glob(f"{chunk.jobs[0].key}.*")))
    (trace,) = traces.glob(f"{chunk.jobs[0].key}.*")
    return int(trace.suffix[1:])


def test_a_process_that_is_killed_costs_one_attempt_of_the_run_that_it_did(tmp_path: Path, traces: Path) -> None:
    chunk = a_chunk(tmp_path / "out", slow_run, replications=8)
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(do_chunk, chunk)
        os.kill(runner_of(chunk, traces), signal.SIGKILL)
        ended = future.result()
    assert sorted(end.retries for end in ended) == [0] * 7 + [1]
    assert failed(ended) == []


def test_a_process_that_was_killed_while_it_waited_is_replaced(tmp_path: Path) -> None:
    do_chunk(a_chunk(tmp_path, quick_run))
    (process,) = children()
    os.kill(process, signal.SIGKILL)
    wait_for(lambda: Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z")
    assert failed(do_chunk(a_chunk(tmp_path, quick_run))) == []
    assert process not in children()


def test_chunks_of_several_threads_have_processes_of_their_own(tmp_path: Path, traces: Path) -> None:
    chunks = [dataclasses.replace(a_chunk(tmp_path / "out", slow_run, replications=8), study=str(n)) for n in range(2)]
    chunks = [dataclasses.replace(chunk, jobs=chunk.jobs[n::2]) for n, chunk in enumerate(chunks)]
    with ThreadPoolExecutor(2) as pool:
        ended = [end for chunk in pool.map(do_chunk, chunks) for end in chunk]
    assert len(ended) == len(stored_keys(tmp_path / "out")) == 8
    assert len({path.suffix for path in traces.iterdir()}) == 2


def test_stopping_stores_what_is_finished_and_ends_every_process(tmp_path: Path, traces: Path) -> None:
    chunk = a_chunk(tmp_path / "out", slow_run, replications=100)
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(do_chunk, chunk)
        wait_for(lambda: len(list(traces.iterdir())) >= 4)
        begin = time.monotonic()
        stop_runners()
        with pytest.raises(StoppedError):
            future.result()
        assert time.monotonic() - begin < 5
    assert 2 <= len(stored_keys(tmp_path / "out")) <= len(list(traces.iterdir()))
    assert children() == []
    assert failed(do_chunk(a_chunk(tmp_path / "after", quick_run))) == []


def test_a_chunk_that_is_interrupted_keeps_what_is_finished(
    tmp_path: Path, traces: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do_chunk(a_chunk(tmp_path / "before", quick_run))
    out = tmp_path / "out"
    looks = iter(range(1000))

    def interrupted(_: object) -> float:
        if next(looks) > 3:
            raise KeyboardInterrupt
        return 0.05

    monkeypatch.setattr("gcsim.studies.workers.supervision._Supervision._wait_s", interrupted)
    with pytest.raises(KeyboardInterrupt):
        do_chunk(a_chunk(out, slow_run, replications=100))
    assert 1 <= len(stored_keys(out)) <= len(list(traces.iterdir()))
    assert children() == []


def owner_of(out: Path, run: str) -> "subprocess.Popen[bytes]":
    program = f"from tests.studies import fakes; fakes.do_a_chunk({str(out)!r}, fakes.{run}, 100)"
    return subprocess.Popen([sys.executable, "-c", program], cwd=REPOSITORY, stderr=subprocess.PIPE)


def gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_process_stores_and_ends_when_its_owner_is_killed(tmp_path: Path, traces: Path) -> None:
    owner = owner_of(tmp_path / "out", "slow_run")
    wait_for(lambda: len(list(traces.iterdir())) >= 4)
    process = int(next(traces.iterdir()).suffix[1:])
    owner.kill()
    owner.communicate()
    wait_for(lambda: gone(process))
    assert len(stored_keys(tmp_path / "out")) >= 3


def test_a_process_never_heeds_what_a_terminal_or_a_scheduler_sends_to_all(tmp_path: Path, traces: Path) -> None:
    stop_runners()
    chunk = a_chunk(tmp_path / "out", slow_run, replications=6)
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(do_chunk, chunk)
        wait_for(children)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            os.kill(children()[0], number)  # in its first moment
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            os.kill(runner_of(chunk, traces), number)
        assert [(end.kind, end.retries) for end in future.result()] == [("", 0)] * 6
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_failures_are_stored_while_the_chunk_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervision, "FLUSH_S", 0.0)
    chunk = a_chunk(tmp_path, failing_slowly_run, replications=200, limits=Limits(retries=0))
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(do_chunk, chunk)
        wait_for(lambda: list((tmp_path / "failures").iterdir()))
        stop_runners()
        assert isinstance(future.exception(), StoppedError)
    assert 1 <= len(read_failures(tmp_path)) < 200


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_fork_leaves_the_processes_to_its_parent(tmp_path: Path) -> None:
    do_chunk(a_chunk(tmp_path, quick_run))
    before = children()
    child = os.fork()
    if not child:
        os._exit(len(RUNNERS._idle) + len(RUNNERS._busy))  # noqa: SLF001  # what the child believes to own
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert failed(do_chunk(a_chunk(tmp_path, quick_run))) == []
    assert children() == before


def test_processes_that_never_begin_are_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stop_runners()
    monkeypatch.setattr("gcsim.studies.workers.runners._SCRIPT", "raise SystemExit(7)")
    with pytest.raises(RunnerError, match=r"3 processes in a row ended before they did a run: .* exit code 7"):
        do_chunk(a_chunk(tmp_path, quick_run))


def test_processes_that_somebody_kills_are_not_given_up_so_soon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_runners()
    monkeypatch.setattr("gcsim.studies.workers.runners._SCRIPT", "import os; os.kill(os.getpid(), 9)")
    with pytest.raises(RunnerError, match=r"30 processes in a row ended before they did a run: .* SIGKILL"):
        do_chunk(a_chunk(tmp_path, quick_run))


def test_an_interpreter_that_cannot_be_started_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stop_runners()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    with pytest.raises(RunnerError, match=r"no process for runs can be started: .*No such file"):
        do_chunk(a_chunk(tmp_path, quick_run))


@both
@pytest.mark.parametrize("run", [quick_run, failing_run])
def test_a_folder_that_vanished_is_told_of(tmp_path: Path, do: Do, run: Run) -> None:
    chunk = a_chunk(tmp_path / "out", run)
    (tmp_path / "out").rename(tmp_path / "elsewhere")
    with pytest.raises(StoreError, match=r"out: not there on .* that all its workers share"):
        do(chunk)
    assert not (tmp_path / "out").exists()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a file system of 512 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if os.geteuid() or mount is None or unmount is None:
        pytest.skip("only root can have a small file system")
    made = subprocess.run([mount, "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(folder)], check=False)
    if made.returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run([unmount, str(folder)], check=True)


@both
def test_a_full_disk_is_told_of_and_loses_nothing_stored(small_disk: Path, do: Do) -> None:
    first = do(a_chunk(small_disk / "out", quick_run, replications=1))
    filler = small_disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    with pytest.raises(StoreError) as raised:
        do(a_chunk_without_room(small_disk / "out"))
    assert str(raised.value) == (
        f"{small_disk}/out: no room for results (No space left on device); make some and start again: what was stored "
        "before is kept, and only what is missing is run"
    )
    assert set(stored_keys(small_disk / "out")) == {first[0].key}
    assert list(small_disk.rglob("*.tmp")) == []
    filler.unlink()
    assert failed(do(a_chunk(small_disk / "out", quick_run))) == []
    assert len(stored_keys(small_disk / "out")) == 4


def a_chunk_without_room(out: Path) -> Chunk:
    """Give a chunk for a folder that was prepared when there was room."""
    return dataclasses.replace(a_chunk(out.parents[1] / "room", quick_run), out=out)


def deaf_and_dumb_run(scenario: Scenario) -> Row:
    """Close the pipes to the owner, and go on without ever letting another thread of the process run."""
    os.closerange(3, 100)
    return deaf_run(scenario)


def test_a_run_that_closes_the_pipes_of_its_process_is_lost_and_its_process_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gcsim.studies.workers.runners._PATIENCE_S", 0.3)
    chunk = a_chunk(tmp_path, deaf_and_dumb_run, limits=Limits(retries=0))
    (job,) = [job for job in chunk.jobs if job.scenario.replication == 1]
    ((kind, error, _),) = failed(do_chunk(dataclasses.replace(chunk, jobs=(job,))))
    assert kind == "lost"
    assert "ended by SIGKILL" in error
