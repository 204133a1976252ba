"""Where runs are done: in this process, in a pool of processes, or on a Dask cluster.

All three are a :class:`concurrent.futures.Executor`, and a run gives the same bytes in each.
"""

import importlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

__all__ = ["ClusterError", "Workers", "cpus", "in_processes", "in_this_process", "on_cluster"]

_P = ParamSpec("_P")
_T = TypeVar("_T")

_CLUSTER_CHUNK = 8  # runs a task: makes a Dask scheduler's 1.6 ms a task 0.2 ms a run
_CONNECT_S = 10


class ClusterError(Exception):
    """A cluster that cannot be used; the message says why and what would do."""


@dataclass(frozen=True, slots=True)
class Workers:
    """Who does runs.

    Attributes
    ----------
    executor : concurrent.futures.Executor
        Takes them.
    slots : callable
        Returns how many runs are done at a time, now.
    chunk : int
        Most runs that should be handed over in one task.
    """

    executor: Executor
    slots: Callable[[], int]
    chunk: int = 1


def cpus() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def in_this_process() -> Iterator[Workers]:
    """Do runs here, each at the moment it is handed over."""
    with _Here() as executor:
        yield Workers(executor, lambda: 1)


@contextmanager
def in_processes(workers: int) -> Iterator[Workers]:
    """Do runs in processes of their own.

    Parameters
    ----------
    workers : int
        How many.

    Notes
    -----
    The processes are forked from a server without threads, so this process may have threads. They hold one end of a
    pipe whose other end only this process has: when it is closed they end at once, whether this process was
    interrupted or killed. The standard library's pool would leave its workers waiting for ever when its owner is
    killed.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["gcsim.studies.runs"])
    lifeline, held = context.Pipe(duplex=False)
    with lifeline, held:
        executor = ProcessPoolExecutor(workers, context, _begin_worker, (lifeline,))
        try:
            yield Workers(executor, lambda: workers)
        except BaseException:
            held.close()
            raise
        finally:
            executor.shutdown(cancel_futures=True)


@contextmanager
def on_cluster(address: str) -> Iterator[Workers]:
    """Do runs on a Dask cluster.

    Parameters
    ----------
    address : str
        Address of its scheduler, such as ``tcp://10.0.0.1:8786``. Its workers need the same gcsim, and are best
        started with one thread each (``--nthreads 1``): a run is Python from end to end.

    Raises
    ------
    ClusterError
        If Dask is not installed or no scheduler answers.
    """
    try:
        distributed = importlib.import_module("distributed")  # an optional extra, and partly untyped
    except ImportError as error:
        raise ClusterError("a cluster needs Dask: pip install 'gcsim-go[cluster]'") from error
    try:
        client = distributed.Client(address, timeout=_CONNECT_S, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address}; use tcp://HOST:PORT as it prints it") from error
    with client:
        # Not "pure": Dask would otherwise hash every scenario to see whether it had it before.
        executor = client.get_executor(pure=False)
        try:
            yield Workers(executor, lambda: max(1, sum(client.ncores().values())), _CLUSTER_CHUNK)
        finally:
            executor.shutdown(wait=False)


class _Here(Executor):
    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        future: Future[_T] = Future()
        future.set_result(fn(*args, **kwargs))  # what it raises is raised here: an interruption ends more than this run
        return future


def _begin_worker(lifeline: Connection) -> None:
    # Ctrl-C reaches every process of the terminal; what it means is decided in one place, the process that owns the
    # sweep.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_owner, args=(lifeline,), daemon=True).start()


def _end_with_owner(lifeline: Connection) -> None:
    try:
        lifeline.recv_bytes()
    except EOFError:
        os._exit(1)  # not sys.exit: a run is in the middle of something in another thread
