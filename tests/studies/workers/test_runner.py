"""The process that does runs, without a process: its two threads in this one."""

import dataclasses
import faulthandler
import os
import pickle
import re
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import NoReturn

import pytest

from gcsim.simulation import MODEL_VERSION
from gcsim.studies import StoreError
from gcsim.studies.runs import Chunk, Limits, Row
from gcsim.studies.storage.store import stored_keys
from gcsim.studies.workers import runner
from gcsim.studies.workers.reports import Began, Done, Finished, Refused, Report, RunnerError, Stored
from gcsim.studies.workers.runner import MemoryLimit, serve
from tests.studies.fakes import a_chunk, failing_run, mixed_run, quick_run

REPOSITORY = Path(__file__).parents[3]


def wait_for_listening() -> threading.Thread:
    """Return the newest thread that listens."""
    before = {thread for thread in threading.enumerate() if thread.name.endswith("(listen)")} - SEEN
    while not before:
        time.sleep(0.001)
        before = {thread for thread in threading.enumerate() if thread.name.endswith("(listen)")} - SEEN
    SEEN.update(before)
    return before.pop()


SEEN: set[threading.Thread] = set()


class Served:
    """A runner in threads of this process, and its owner's ends of the pipes."""

    def __init__(self) -> None:
        orders, self.orders = Pipe(duplex=False)
        self.reports, reports = Pipe(duplex=False)
        self.left: list[int] = []
        self.main = threading.Thread(target=self._serve, args=(orders, reports), daemon=True)
        self.main.start()
        self.listening = wait_for_listening()

    def _serve(self, orders: Connection, reports: Connection) -> None:
        try:
            serve(orders, reports, self._leave)
        except SystemExit:
            reports.close()

    def _leave(self, status: int) -> NoReturn:
        self.left.append(status)
        raise SystemExit(status)

    def order(self, chunk: Chunk, before: dict[str, int] | None = None, surroundings: object = None) -> None:
        self.orders.send_bytes(pickle.dumps((surroundings, pickle.dumps((chunk, before or {})))))

    def told(self, last: type[Report]) -> list[Report]:
        """Return the reports up to the first of a kind."""
        told: list[Report] = []
        while not any(isinstance(report, last) for report in told):
            assert self.reports.poll(10)
            told += pickle.loads(self.reports.recv_bytes())  # noqa: S301
        return told


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setattr(threading, "excepthook", lambda _: None)  # its threads leave by an exception here
    served = Served()
    yield served
    GO_ON.set()
    served.orders.close()
    served.listening.join(10)
    assert not served.listening.is_alive()


def without_times(reports: list[Report]) -> list[Report]:
    return [report._replace(wall_s=0.0, trace="") if isinstance(report, Finished) else report for report in reports]


def test_each_run_is_told_of_when_it_begins_and_ends_and_when_it_is_stored(tmp_path: Path, served: Served) -> None:
    chunk = a_chunk(tmp_path, quick_run, replications=2)
    one, other = (job.key for job in chunk.jobs)
    for _ in range(2):
        served.order(chunk)
        assert without_times(served.told(Done)) == [
            Began(one),
            Finished(one, "", "", "", 0.0, 0),
            Began(other),
            Finished(other, "", "", "", 0.0, 0),
            Stored((one, other)),
            Done(),
        ]
    assert set(stored_keys(tmp_path)) == {one, other}


def test_a_run_that_raises_is_begun_as_often_as_it_may(tmp_path: Path, served: Served) -> None:
    chunk = a_chunk(tmp_path, failing_run, limits=Limits(retries=2))
    once, thrice = chunk.jobs[1].key, chunk.jobs[2].key
    served.order(chunk, {once: 2})
    began = [report.key for report in served.told(Done) if isinstance(report, Began)]
    assert [began.count(job.key) for job in chunk.jobs] == [1, 1, 3, 1]
    assert began.count(thrice) == 3


def test_results_are_stored_while_a_run_goes_on(
    tmp_path: Path, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "_LISTEN_S", 0.01)
    monkeypatch.setattr("gcsim.studies.storage.writing.FLUSH_S", 0.05)
    GO_ON.clear()
    served.order(a_chunk(tmp_path, waiting_run, replications=2))
    told = served.told(Stored)
    assert sum(isinstance(report, Finished) for report in told) == 1
    GO_ON.set()
    served.told(Done)


GO_ON = threading.Event()


def waiting_run(scenario: object) -> Row:
    if getattr(scenario, "replication", 0) == 1:
        GO_ON.wait(10)
    return {"x": 1}


def test_an_owner_that_is_gone_ends_it_with_what_is_finished_stored(tmp_path: Path, served: Served) -> None:
    GO_ON.clear()
    chunk = a_chunk(tmp_path, waiting_run, replications=2)
    served.order(chunk)
    served.told(Finished)
    served.orders.close()
    assert served.told(Stored)[-1] == Stored((chunk.jobs[0].key,))
    assert set(stored_keys(tmp_path)) == {chunk.jobs[0].key}
    GO_ON.set()


def test_a_run_without_memory_is_the_last_of_its_process(tmp_path: Path, served: Served) -> None:
    chunk = a_chunk(tmp_path, exhausting_run, replications=3)
    served.order(chunk)
    told = served.told(Stored)
    assert [report.kind for report in told if isinstance(report, Finished)] == ["", "memory"]
    assert told[-1] == Stored((chunk.jobs[0].key,))
    served.main.join(10)
    assert served.left == [0]


def exhausting_run(scenario: object) -> Row:
    if getattr(scenario, "replication", 0) == 1:
        raise MemoryError
    return {"x": 1}


@pytest.mark.parametrize("run", [mixed_run, quick_run])
def test_results_that_cannot_be_stored_end_it(tmp_path: Path, served: Served, run: object) -> None:
    chunk = a_chunk(tmp_path / "out", run)  # type: ignore[arg-type]
    if run is quick_run:
        (tmp_path / "out").rename(tmp_path / "away")
    served.order(chunk)
    refused = served.told(Refused)[-1]
    assert isinstance(refused, Refused)
    assert ("column x holds int and str" if run is mixed_run else "not there on") in str(refused.error)
    assert isinstance(refused.error, StoreError) is (run is quick_run)


def test_it_takes_over_the_surroundings_of_its_owner(
    tmp_path: Path, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(os, "environ", dict(os.environ))
    folder = tmp_path / "folder"
    folder.mkdir()
    environment = {**os.environ, "GCSIM_TEST": "1"}
    served.order(a_chunk(tmp_path / "out", quick_run), None, ([*sys.path, "/somewhere"], environment, str(folder)))
    served.told(Done)
    assert sys.path[-1] == "/somewhere"
    assert os.environ["GCSIM_TEST"] == "1"
    assert Path.cwd() == folder


def test_a_system_without_a_limit_of_memory_says_so(
    tmp_path: Path, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "_STATUS", tmp_path / "none")
    served.order(a_chunk(tmp_path, quick_run, limits=Limits(memory_bytes=1 << 30)))
    refused = served.told(Refused)[-1]
    assert isinstance(refused, Refused)
    assert isinstance(refused.error, RunnerError)
    assert "leave --run-memory out" in str(refused.error)


def test_a_limit_of_memory_holds_within_and_is_lifted_for_what_is_not_the_runs() -> None:
    limit, before = MemoryLimit(), resource.getrlimit(resource.RLIMIT_DATA)
    with limit.of(64 << 20):
        with pytest.raises(MemoryError):
            bytearray(256 << 20)
        with limit.lifted():
            assert len(bytearray(256 << 20)) == 256 << 20
        with pytest.raises(MemoryError):
            bytearray(256 << 20)
    assert resource.getrlimit(resource.RLIMIT_DATA) == before
    with limit.of(None):
        assert len(bytearray(256 << 20)) == 256 << 20


def test_the_listening_thread_leaves_the_question_where_a_run_is_to_the_other(tmp_path: Path, served: Served) -> None:
    served.order(a_chunk(tmp_path, quick_run))
    served.told(Done)
    status = Path(f"/proc/self/task/{served.listening.native_id}/status").read_text().splitlines()
    blocked = int(next(line.split()[1] for line in status if line.startswith("SigBlk:")), 16)
    assert blocked & (1 << (signal.SIGUSR1 - 1))


def test_results_that_make_a_part_are_stored_before_the_next_run(
    tmp_path: Path, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gcsim.studies.storage.writing.PART_ROWS", 2)
    served.order(a_chunk(tmp_path, quick_run, replications=3))
    told = served.told(Done)
    assert [type(report) for report in told] == [
        Began,
        Finished,
        Began,
        Finished,
        Stored,
        Began,
        Finished,
        Stored,
        Done,
    ]


@pytest.mark.parametrize(
    ("packed", "error"),
    [
        (b"cgcsim.studies.runs\nno_such_run\n.", "does not find what is to be run .AttributeError: .*no_such_run"),
        (
            b"cno_such_module\nrun\n.",
            "does not find what is to be run .ModuleNotFoundError: .*the same gcsim everywhere",
        ),
    ],
)
def test_what_it_does_not_find_is_refused(served: Served, packed: bytes, error: str) -> None:
    served.orders.send_bytes(pickle.dumps((None, packed)))
    refused = served.told(Refused)[-1]
    assert isinstance(refused, Refused)
    assert re.search(error, str(refused.error))


def test_another_model_is_refused(tmp_path: Path, served: Served) -> None:
    served.order(dataclasses.replace(a_chunk(tmp_path, quick_run), model_version=MODEL_VERSION + 1))
    refused = served.told(Refused)[-1]
    assert isinstance(refused, Refused)
    assert f"is for model {MODEL_VERSION + 1}; install the same gcsim everywhere" in str(refused.error)


def test_an_owner_that_is_gone_when_it_is_told_something_ends_it(tmp_path: Path, served: Served) -> None:
    served.reports.close()
    served.order(a_chunk(tmp_path, quick_run))
    served.main.join(10)
    assert served.left == [0]


def test_it_heeds_nothing_that_is_sent_to_every_process(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[tuple[object, ...]] = []

    def noted(name: str) -> Callable[..., None]:
        return lambda *arguments, **_: done.append((name, *arguments))

    monkeypatch.setattr(signal, "signal", noted("signal"))
    monkeypatch.setattr(signal, "pthread_sigmask", noted("mask"))
    monkeypatch.setattr(faulthandler, "enable", noted("last words"))
    monkeypatch.setattr(faulthandler, "register", noted("where"))
    monkeypatch.setattr(runner, "serve", noted("serve"))
    (orders, _), (_, reports) = Pipe(duplex=False), Pipe(duplex=False)
    runner.main(os.dup(orders.fileno()), os.dup(reports.fileno()), 2)
    assert done[:-1] == [
        *(("signal", number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)),
        ("mask", signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)),
        ("last words", 2),
        ("where", signal.SIGUSR1, 2),
    ]
    assert done[-1][0] == "serve"


def test_it_starts_without_what_only_tables_and_figures_need() -> None:
    heavy = ["pandas", "rich", "typer", "scipy", "matplotlib", "distributed"]
    program = f"import sys, gcsim.studies.workers.runner; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_run_that_takes_all_memory_does_not_end_the_thread_that_listens(
    tmp_path: Path, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is that of the whole process."""
    listen = runner._Bench._listen  # noqa: SLF001
    shortages = iter([MemoryError, MemoryError])

    def without_memory(bench: runner._Bench, orders: Connection) -> None:
        for shortage in shortages:
            raise shortage
        listen(bench, orders)

    monkeypatch.setattr(runner, "_LISTEN_S", 0.01)
    monkeypatch.setattr(runner._Bench, "_listen", without_memory)  # noqa: SLF001
    served.order(a_chunk(tmp_path, quick_run))  # still taken by the call that goes on
    assert served.told(Done)
    served.order(a_chunk(tmp_path, quick_run))
    assert served.told(Done)
    assert list(shortages) == []
