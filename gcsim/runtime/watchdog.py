"""A look from outside at a simulation that does not go on, because a program that somebody wrote never yields."""

import ctypes
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import simpy

from gcsim.runtime.faults import StuckError

__all__ = ["LIMIT_S", "watching"]

LIMIT_S = 10.0
"""Real time without any simulated time after which a program counts as stuck, s: a guard of ours."""

_LOOKS = 10
"""How often it is looked within that time: whoever was suspended meanwhile has missed looks, not time."""


@contextmanager
def watching(env: simpy.Environment) -> Iterator[None]:
    """Raise in this thread if simulated time stands still for too long.

    Parameters
    ----------
    env : simpy.Environment
        The engine that this thread runs meanwhile.

    Raises
    ------
    StuckError
        In the midst of whatever is being executed; again and again, should somebody catch it and go on.

    Notes
    -----
    In the main thread a signal does it (SIGALRM, whose handler is replaced meanwhile), which ends system calls such as
    that of ``time.sleep`` too. In any other it is an exception from outside, which comes when Python code goes on. A
    long computation in C, such as ``sum(range(10**12))``, ends neither way before it is over.
    """
    watch = _Watch(env)
    before = signal.getsignal(signal.SIGALRM)
    by_signal = threading.current_thread() is threading.main_thread() and before is not None
    if by_signal:
        signal.signal(signal.SIGALRM, watch.look_again)
    thread = threading.Thread(target=watch.keep, args=(threading.get_ident(), by_signal), daemon=True)
    thread.start()
    try:
        yield
    finally:
        watch.over.set()
        thread.join()
        if by_signal:
            signal.signal(signal.SIGALRM, before)


class _Watch:
    def __init__(self, env: simpy.Environment) -> None:
        self.over = threading.Event()
        self._env = env
        self._seen = env.now

    def keep(self, watched: int, by_signal: bool) -> None:  # noqa: FBT001 - as a thread is given its arguments
        looks = 0
        while not self.over.wait(LIMIT_S / _LOOKS):
            if self._env.now != self._seen:
                self._seen = self._env.now
                looks = 0
                continue
            looks += 1
            if looks == _LOOKS:
                looks = 0
                if by_signal:
                    signal.pthread_kill(watched, signal.SIGALRM)
                else:
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(watched), ctypes.py_object(StuckError))

    def look_again(self, _signal: int, _frame: FrameType | None) -> None:
        """Raise, unless it went on after all since this thread was to be told."""
        if self._env.now == self._seen and not self.over.is_set():
            raise StuckError
