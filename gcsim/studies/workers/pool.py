"""Processes that do calls whose results come back; nothing is stored.

A sweep stores its results where they arise, see :mod:`gcsim.studies.workers.executors`. Who compares results at once,
as a calibration does, wants them back instead.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

__all__ = ["Here", "calling"]

_P = ParamSpec("_P")
_T = TypeVar("_T")


@contextmanager
def calling(workers: int) -> Iterator[Executor]:
    """Open a pool of processes.

    Parameters
    ----------
    workers : int
        How many; with 1 every call is made in this process, at the moment it is handed over.

    Yields
    ------
    concurrent.futures.Executor

    Notes
    -----
    The processes are forked from a server without threads, so this process may have threads. They hold one end of a
    pipe whose other end only this process has: when it is closed they end at once, whether this process was
    interrupted or killed. The standard library's pool would leave its workers waiting for ever when its owner is
    killed.
    """
    if workers == 1:
        with Here() as executor:
            yield executor
        return
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["gcsim.studies.runs"])
    lifeline, held = context.Pipe(duplex=False)
    with lifeline, held:
        pool = ProcessPoolExecutor(workers, context, _begin_worker, (lifeline,))
        try:
            yield pool
        except BaseException:
            held.close()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


class Here(Executor):
    """Makes every call in this process, at the moment it is handed over."""

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Make a call; what it raises is raised here, since an interruption ends more than this call."""
        future: Future[_T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def _begin_worker(lifeline: Connection) -> None:
    # Ctrl-C reaches every process of the terminal; what it means is decided in one place, the process that owns the
    # pool.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_owner, args=(lifeline,), daemon=True).start()


def _end_with_owner(lifeline: Connection) -> None:
    try:
        lifeline.recv_bytes()
    except EOFError:
        os._exit(1)  # not sys.exit: a call is in the middle of something in another thread
