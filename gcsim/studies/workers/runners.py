"""Processes that do runs: started once, kept for the next chunk, and ended with the process that started them."""

import atexit
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from multiprocessing.connection import Pipe
from pathlib import Path
from typing import IO
from weakref import WeakSet

from gcsim.studies.runs import Chunk
from gcsim.studies.workers.reports import OWNER_SIGNALS, WHERE_SIGNAL, Report, RunnerError

__all__ = ["RUNNERS", "Runner", "RunnerGoneError", "Runners", "StoppedError", "pack"]

_PATIENCE_S = 10.0  # for a disk to take what is finished; then it ends without
_WHERE_S = 0.5  # for the answer where a run is
_LOOK_S = 1.0  # a process may be gone and its pipe still open, held by a child that a run started
_SCRIPT = (
    "import sys; orders, reports, last_words, *sys.path = sys.argv[1:]; "
    "from gcsim.studies.workers.runner import main; main(int(orders), int(reports), int(last_words))"
)
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""A run is Python from end to end; a pool of threads in each of many processes is start-up time and memory."""


class StoppedError(Exception):
    """A chunk was stopped before its end; the runs of it that were finished are stored."""


class RunnerGoneError(Exception):
    """The process has ended."""


def pack(chunk: Chunk, before: Mapping[str, int]) -> bytes:
    """Make a chunk ready to travel.

    Parameters
    ----------
    chunk : Chunk
        What to do.
    before : mapping of str to int
        How often runs of it were begun before, by their keys.

    Returns
    -------
    bytes
        Both, pickled.

    Raises
    ------
    RunnerError
        If what does the runs cannot travel.
    """
    try:
        return pickle.dumps((chunk, dict(before)))
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise RunnerError(f"{chunk.run!r} does not travel to another process; use a function of a module") from error


class Runner:
    """One process that does runs, as its owner sees it."""

    def __init__(self) -> None:
        self._sent: object = None
        self._ordering = threading.Lock()  # what is closed by one thread must not be written to by another
        self.stopped = False
        with ExitStack() as opened:
            try:
                self._last_words: IO[bytes] = opened.enter_context(tempfile.TemporaryFile(prefix="gcsim-runner"))
                orders, self._orders = map(opened.enter_context, Pipe(duplex=False))
                self._reports, reports = map(opened.enter_context, Pipe(duplex=False))
                self._process = _started((orders.fileno(), reports.fileno(), self._last_words.fileno()))
            except OSError as error:  # of descriptors, too, there may be too few
                raise RunnerError(f"no process for runs can be started: {error}") from error
            opened.pop_all()
        orders.close()
        reports.close()

    def alive(self) -> bool:
        """Say whether the process is there."""
        return self._process.poll() is None

    def order(self, packed: bytes) -> None:
        """Hand over a chunk.

        Parameters
        ----------
        packed : bytes
            As :func:`pack` gives it.

        Raises
        ------
        RunnerGoneError
            If the process has ended.
        """
        surroundings = (list(sys.path), dict(os.environ), _folder())
        told = None if surroundings == self._sent else surroundings
        try:
            with self._ordering:
                self._orders.send_bytes(pickle.dumps((told, packed)))
        except OSError as error:
            raise RunnerGoneError from error
        self._sent = surroundings

    def reports(self, timeout_s: float) -> list[Report]:
        """Wait for reports.

        Parameters
        ----------
        timeout_s : float
            How long at most, s.

        Returns
        -------
        list of Report
            Empty where none came in time.

        Raises
        ------
        RunnerGoneError
            If the process has ended, and everything that it reported was read.
        """
        deadline = time.monotonic() + timeout_s
        while True:
            left = max(deadline - time.monotonic(), 0.0)
            alive = self.alive()
            try:
                if self._reports.poll(min(left, _LOOK_S) if alive else 0):
                    reports: list[Report] = pickle.loads(self._reports.recv_bytes())  # noqa: S301  # our own runner
                    return reports
            except (EOFError, OSError) as error:
                raise RunnerGoneError from error
            if not alive:
                raise RunnerGoneError
            if left <= _LOOK_S:
                return []

    def where(self) -> str:
        """Ask where the run is that is going on.

        Returns
        -------
        str
            A traceback, the innermost call first; empty if there was no answer.
        """
        with suppress(OSError):
            os.kill(self._process.pid, WHERE_SIGNAL)
        deadline = time.monotonic() + _WHERE_S
        said = ""
        while time.monotonic() < deadline and self.alive():
            time.sleep(0.02)
            before, said = said, self.last_words()
            if said and said == before:
                break
        return said

    def last_words(self) -> str:
        """Return what the process wrote down where it was when it ended, or was asked."""
        size = os.fstat(self._last_words.fileno()).st_size
        return os.pread(self._last_words.fileno(), size, 0).decode(errors="replace").strip()

    def stop(self) -> None:
        """Ask the process to store what is finished and to end; it does so in the middle of a run."""
        self.stopped = True
        # Whoever hands a chunk over to a process that hangs before it takes it would hang with it.
        if not self._ordering.acquire(timeout=_PATIENCE_S):
            self._process.kill()
            return
        try:
            self._orders.close()
        finally:
            self._ordering.release()

    def end(self, patience_s: float = _PATIENCE_S) -> list[Report]:
        """End the process, by force if it does not end by itself.

        Parameters
        ----------
        patience_s : float
            How long it may take to store what is finished, s.

        Returns
        -------
        list of Report
            Its last ones.
        """
        self.stop()
        last: list[Report] = []
        deadline = time.monotonic() + patience_s
        with suppress(RunnerGoneError):
            while (left := deadline - time.monotonic()) > 0:
                last += self.reports(left)
        self._process.kill()
        self._process.wait()
        return last

    def killed(self) -> bool:
        """Say whether the process, which has ended, was killed by somebody else: no program does that to itself."""
        return self._status() == -signal.SIGKILL

    def ending(self) -> str:
        """Return how the process ended, in words."""
        status = self._status()
        if status >= 0:
            return f"its process ended with exit code {status}"
        try:
            name = signal.Signals(-status).name
        except ValueError:
            name = f"signal {-status}"
        if -status == signal.SIGKILL:
            return f"its process was ended by {name}: by somebody, or since the machine had no memory left"
        return f"its process was ended by {name}"

    def release(self) -> None:
        """Let go of everything that belonged to the process, which has ended."""
        self._status()
        self._close()

    def abandon(self) -> None:
        """Let go of a process that is not this one's child, but of the process that this one was forked from."""
        self._process.returncode = 0
        self._close()

    def _status(self) -> int:
        """Return how the process ended."""
        try:  # a run may have closed its pipes, and then it does not end because of them
            return self._process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()

    def _close(self) -> None:
        self._orders.close()
        self._reports.close()
        self._last_words.close()


class Runners:
    """Runners of this process: each is taken by one thread, and given back or dropped."""

    def __init__(self) -> None:
        _ALL.add(self)
        self._closed = False
        self._lock = threading.RLock()  # a signal's handler may stop what its own thread is just taking
        self._idle: list[Runner] = []
        self._busy: set[Runner] = set()
        self.stops = 0

    def take(self, stops: int) -> Runner:
        """Return a runner that waits, or a new one.

        Parameters
        ----------
        stops : int
            What :attr:`stops` was when the caller's work began.

        Raises
        ------
        StoppedError
            If it was stopped since, or closed.
        RunnerError
            If no process can be started.
        """
        while True:
            with self._lock:
                if self._closed or self.stops != stops:
                    raise StoppedError("stopped; what was finished is stored")
                runner = self._idle.pop() if self._idle else Runner()
                if runner.alive():
                    self._busy.add(runner)
                    return runner
            runner.release()

    def give(self, runner: Runner) -> None:
        """Take back a runner that waits for its next chunk."""
        with self._lock:
            if not runner.stopped:
                self._busy.discard(runner)
                self._idle.append(runner)
                return
        runner.end()
        self.drop(runner)

    def drop(self, runner: Runner) -> None:
        """Forget a runner that has ended."""
        with self._lock:
            self._busy.discard(runner)
        runner.release()

    def stop(self) -> None:
        """Ask all runners to store what is finished and to end; wait for those that no other thread waits for."""
        with self._lock:
            self.stops += 1
            idle, self._idle = self._idle, []
            for runner in (*idle, *self._busy):
                runner.stop()
        for runner in idle:
            runner.end()
            runner.release()

    def close(self) -> None:
        """Stop, and give nobody a runner any more."""
        self._closed = True
        self.stop()

    def forget(self) -> None:
        """Let go of all runners, in a process that was forked from their owner."""
        for runner in (*self._idle, *self._busy):
            runner.abandon()
        self.__init__()  # type: ignore[misc]  # its lock may be held by a thread that there is not here


def _started(theirs: tuple[int, int, int]) -> "subprocess.Popen[bytes]":
    # Held back from its first moment on, before it can say itself that it does not heed them.
    held = signal.pthread_sigmask(signal.SIG_BLOCK, OWNER_SIGNALS)
    try:
        return subprocess.Popen(  # noqa: S603  # this very interpreter
            [sys.executable, "-c", _SCRIPT, *map(str, theirs), *sys.path],
            stdin=subprocess.DEVNULL,
            stdout=2,  # what a run prints is not what the command prints
            pass_fds=theirs,
            env={**_ONE_THREAD, **os.environ},
        )
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _stop_all() -> None:
    for runners in list(_ALL):
        runners.stop()


def _forget_all() -> None:
    for runners in list(_ALL):
        runners.forget()


def _folder() -> str:
    try:
        return str(Path.cwd())
    except FileNotFoundError:  # removed under our feet
        return "/"


_ALL: WeakSet[Runners] = WeakSet()

RUNNERS = Runners()
"""Those of whoever has none of his own, such as a worker of a cluster."""

atexit.register(_stop_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
