"""The process that does runs, one after another, for the process that started it.

Two pipes join them. What the owner sends is a chunk; what comes back says at each moment which run is being done, so
that a hang or a crash has one run to blame. Results go from here to the disk. When the owner closes its end, or is
killed, what has been finished is stored and this process ends at once, even in the middle of a run: a thread listens.
"""

import faulthandler
import io
import os
import pickle
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue

from gcsim.simulation import MODEL_VERSION
from gcsim.studies.runs import Chunk, attempt
from gcsim.studies.storage.schema import SchemaError
from gcsim.studies.storage.store import StoreError
from gcsim.studies.storage.writing import PartWriter
from gcsim.studies.workers.reports import (
    OWNER_SIGNALS,
    WHERE_SIGNAL,
    Began,
    Done,
    Finished,
    Refused,
    Report,
    RunnerError,
    Stored,
)

__all__ = ["MemoryLimit", "main", "serve"]

_LISTEN_S = 0.5  # between two looks whether results have waited long enough, while a run goes on
_STATUS = Path("/proc/self/status")
_KIB = 1024


def main(orders: int, reports: int, last_words: int) -> None:
    """Do chunks until the owner has no more.

    Parameters
    ----------
    orders, reports : int
        Descriptors of the pipes from and to the owner.
    last_words : int
        Descriptor of the file that says where a run was when its process came to an end.
    """
    # Ctrl-C, a closed terminal and a scheduler's end of an allocation reach every process; what they mean is decided
    # in one place, the process that owns the study.
    for number in OWNER_SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, OWNER_SIGNALS)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)  # this process ends without a chance to write what is left
    faulthandler.enable(last_words, all_threads=False)
    faulthandler.register(WHERE_SIGNAL, last_words, all_threads=False)
    serve(Connection(orders, writable=False), Connection(reports, readable=False), os._exit)


def serve(orders: Connection, reports: Connection, leave: Callable[[int], None]) -> None:
    """Do what is ordered, until the owner is gone.

    Parameters
    ----------
    orders : Connection
        Gives pickled pairs: surroundings of the owner (None where they are as before), and, pickled by itself since it
        may need them, a pair of a :class:`~gcsim.studies.runs.Chunk` and how often runs of it were begun before, by
        their keys.
    reports : Connection
        Takes pickled lists of reports.
    leave : callable
        Ends this process, from any thread.
    """
    bench = _Bench(reports, leave)
    threading.Thread(target=bench.listen, args=(orders,), daemon=True).start()
    while True:
        bench.work(bench.todo.get())


class MemoryLimit:
    """What memory a run may take: a limit of the operating system for its process, lifted while results are stored."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._most: int | None = None
        self._lifted = 0

    @contextmanager
    def of(self, more: int | None) -> Iterator[None]:
        """Limit this process to what it has now, and some more.

        Parameters
        ----------
        more : int or None
            How much more, bytes; None for no limit.

        Raises
        ------
        RunnerError
            If the system has no such limit.
        MemoryError
            From within, where more is asked for.
        """
        if more is None:
            yield
            return
        self._change(most=_data_bytes() + more)
        try:
            yield
        finally:
            self._change(most=None)

    @contextmanager
    def lifted(self) -> Iterator[None]:
        """Lift the limit for what is not the run's own."""
        self._change(lifted=1)
        try:
            yield
        finally:
            self._change(lifted=-1)

    def _change(self, *, most: int | None = -1, lifted: int = 0) -> None:
        with self._lock:
            self._lifted += lifted
            if most != -1:
                self._most = most
            hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
            resource.setrlimit(resource.RLIMIT_DATA, (hard if self._lifted or self._most is None else self._most, hard))


class _Bench:
    """What the two threads of this process share: the chunk at hand, its results, and the way to the owner."""

    def __init__(self, reports: Connection, leave: Callable[[int], None]) -> None:
        self.todo: SimpleQueue[bytes] = SimpleQueue()
        self._reports = reports
        self._leave = leave
        self._writer: PartWriter | None = None
        self._ordered = False
        self._memory = MemoryLimit()
        self._telling = threading.Lock()
        self._storing = threading.Lock()
        self._untold: list[Report] = []

    def listen(self, orders: Connection) -> None:
        """Take orders, store what has waited long enough, and end when the owner does."""
        # A signal that asks where the run is has to meet the thread that is there.
        signal.pthread_sigmask(signal.SIG_BLOCK, [WHERE_SIGNAL])
        while True:
            try:
                self._listen(orders)
            except MemoryError:  # the run's, which takes all that it may have: this thread has to outlast it
                time.sleep(_LISTEN_S)
            except (EOFError, OSError):
                self._end()
                return

    def _listen(self, orders: Connection) -> None:
        while not orders.poll(_LISTEN_S if self._ordered else None):
            writer = self._writer
            if writer is not None and writer.due_s() == 0:
                self._store()
        self._ordered = True  # said here, before this thread waits again
        self.todo.put(orders.recv_bytes())

    def work(self, order: bytes) -> None:
        """Do a chunk."""
        try:
            self._do(*_unpacked(order))
        except RunnerError as error:
            self._refuse(error)
        except OSError:  # nobody is there to be told
            self._end()

    def _do(self, chunk: Chunk, before: Mapping[str, int]) -> None:
        if chunk.limits.memory_bytes is not None:
            _data_bytes()  # there is such a limit
        self._writer = PartWriter(chunk.out, chunk.study, chunk.commit)
        for job in chunk.jobs:
            for retries in range(before.get(job.key, 0), chunk.limits.retries + 1):
                self._tell(Began(job.key))
                within = self._memory.of(chunk.limits.memory_bytes)
                last = attempt(chunk.run, job, within=within, failing=BaseException)
                told = Finished(job.key, last.kind, last.error, last.trace, last.wall_s, last.events)
                if last.kind == "memory":
                    # What is left of the memory is in pieces, and whatever failed to get some may be half-made.
                    self._tell(told)
                    self._end()
                # Told together with the next beginning: a message costs more than a short run.
                with self._telling:
                    self._untold.append(told)
                if last.row is not None:
                    self._writer.add(last, retries=retries)
                    break
            if self._writer.due_s() == 0:
                self._tell()
                self._store()
        self._tell()
        self._store()
        self._writer, self._ordered = None, False
        self._tell(Done())

    def _tell(self, *reports: Report) -> None:
        with self._telling:
            told, self._untold = [*self._untold, *reports], []
            if told:
                self._reports.send_bytes(pickle.dumps(told))

    def _store(self) -> None:
        with self._storing, self._memory.lifted():
            writer = self._writer
            try:
                keys = writer.flush() if writer is not None else ()
            except (StoreError, SchemaError) as error:
                self._refuse(error)
                return
        if keys:
            self._tell(Stored(keys))

    def _refuse(self, error: Exception) -> None:
        with suppress(OSError):
            self._tell(Refused(error))
        self._leave(1)

    def _end(self) -> None:
        try:
            with suppress(OSError):
                self._store()
        finally:
            self._leave(0)


def _unpacked(order: bytes) -> tuple[Chunk, Mapping[str, int]]:
    surroundings, packed = pickle.loads(order)  # noqa: S301  # from this process's own owner
    if surroundings is not None:
        sys.path[:], environment, folder = surroundings
        if environment != dict(os.environ):
            os.environ.clear()
            os.environ.update(environment)
        with suppress(OSError):  # the owner's folder may be gone by now; only a run that names files by it would mind
            os.chdir(folder)
    try:
        chunk, before = pickle.loads(packed)  # noqa: S301
    except Exception as error:
        raise RunnerError(
            f"a process of its own does not find what is to be run ({type(error).__name__}: {error}); it has to be a "
            "function of a module that can be imported, and the same gcsim everywhere"
        ) from error
    if chunk.model_version != MODEL_VERSION:
        raise RunnerError(
            f"{os.uname().nodename} has model {MODEL_VERSION} of gcsim and the study is for model "
            f"{chunk.model_version}; install the same gcsim everywhere"
        )
    return chunk, before


def _data_bytes() -> int:
    try:
        lines = _STATUS.read_text(encoding="ascii").splitlines()
    except OSError as error:
        raise RunnerError("a limit of memory needs Linux; leave --run-memory out") from error
    return next(int(line.split()[1]) * _KIB for line in lines if line.startswith("VmData:"))
