"""The scheduler's log: what Go prints under ``GODEBUG=schedtrace=N``.

Sysmon prints a line every N ms or a little later, the first one in its first round, and counts time from then on.
The line is the same from 1.4 to 1.19 (``schedtrace``: go1.4 proc.c:3080, go1.8 proc.go:3980). Under ``scheddetail=1``
Go adds lines for every P, M and G; these are neither read nor written here.
"""

import re
from collections.abc import Sequence, Sized
from dataclasses import dataclass
from typing import Protocol

from gcsim.vocabulary import PState

__all__ = ["PView", "RunQueueView", "SchedSnapshot", "SchedulerView", "ThreadsView", "format_line", "parse", "snapshot"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchedSnapshot:
    """The scheduler at one instant.

    Attributes
    ----------
    time_ms : int
        Since the first line, which is to say since the start of the process, ms, cut.
    gomaxprocs : int
        GOMAXPROCS.
    idleprocs : int
        Ps in the list of the idle ones; a stop of the world takes them out of it.
    threads : int
        Ms, that of sysmon included.
    spinningthreads : int
        Ms that look for work.
    idlethreads : int
        Ms that are parked, for want of work or of a P.
    runqueue : int
        Goroutines in the global queue.
    local : tuple of int
        Goroutines in the ring of each P. Its runnext is not counted, nor is the goroutine that runs.
    """

    time_ms: int
    gomaxprocs: int
    idleprocs: int
    threads: int
    spinningthreads: int
    idlethreads: int
    runqueue: int
    local: tuple[int, ...]


class RunQueueView(Protocol):
    """A P's run queue, as far as the line tells of it."""

    @property
    def queue(self) -> Sized:
        """The ring, without runnext."""
        ...


class PView(Protocol):
    """A P, as far as the line tells of it."""

    @property
    def state(self) -> PState:
        """What it is doing."""
        ...

    @property
    def runq(self) -> RunQueueView:
        """Its run queue."""
        ...


class ThreadsView(Protocol):
    """The Ms, as far as the line tells of them."""

    @property
    def total(self) -> int:
        """All of them."""
        ...

    @property
    def idle(self) -> int:
        """Those that are parked."""
        ...

    @property
    def spinning(self) -> int:
        """Those that look for work."""
        ...


class SchedulerView(Protocol):
    """A scheduler, as far as the line tells of it."""

    @property
    def ps(self) -> Sequence[PView]:
        """The Ps."""
        ...

    @property
    def queue(self) -> Sized:
        """The global run queue."""
        ...

    @property
    def threads(self) -> ThreadsView:
        """The Ms."""
        ...


_LINE = re.compile(
    r"SCHED (?P<time_ms>\d+)ms: gomaxprocs=(?P<gomaxprocs>\d+) idleprocs=(?P<idleprocs>\d+) threads=(?P<threads>\d+) "
    r"spinningthreads=(?P<spinningthreads>\d+) idlethreads=(?P<idlethreads>\d+) runqueue=(?P<runqueue>\d+) "
    r"\[(?P<local>\d+(?: \d+)*)\]"
)
_NS_PER_MS = 1_000_000


def snapshot(now_ns: int, scheduler: SchedulerView) -> SchedSnapshot:
    """Return what the line of this instant says of a scheduler.

    Parameters
    ----------
    now_ns : int
        Time since the start of the process, ns.
    scheduler : SchedulerView
        The scheduler, such as :class:`gcsim.runtime.Scheduler`.

    Returns
    -------
    SchedSnapshot
        A copy: it stays as it is when the scheduler goes on.
    """
    return SchedSnapshot(
        time_ms=now_ns // _NS_PER_MS,
        gomaxprocs=len(scheduler.ps),
        idleprocs=sum(p.state is PState.IDLE for p in scheduler.ps),
        threads=scheduler.threads.total,
        spinningthreads=scheduler.threads.spinning,
        idlethreads=scheduler.threads.idle,
        runqueue=len(scheduler.queue),
        local=tuple(len(p.runq.queue) for p in scheduler.ps),
    )


def format_line(at: SchedSnapshot) -> str:
    """Return the line of a snapshot, as every release from 1.4 to 1.19 prints it.

    Parameters
    ----------
    at : SchedSnapshot
        What to write.

    Returns
    -------
    str
        One line, without its end.
    """
    return (
        f"SCHED {at.time_ms}ms: gomaxprocs={at.gomaxprocs} idleprocs={at.idleprocs} threads={at.threads} "
        f"spinningthreads={at.spinningthreads} idlethreads={at.idlethreads} runqueue={at.runqueue} "
        f"[{' '.join(map(str, at.local))}]"
    )


def parse(text: str) -> list[SchedSnapshot]:
    """Return the snapshots in a log, in its order.

    A program's other lines on standard error are passed over, and so is a last line that the end of the process cut
    short.

    Parameters
    ----------
    text : str
        The log, or part of it.

    Returns
    -------
    list of SchedSnapshot
        One for each line of the scheduler.

    Raises
    ------
    ValueError
        If a line begins as one of the scheduler and is none of 1.4 to 1.19; the message has its number, from 1.
    """
    snapshots: list[SchedSnapshot] = []
    lines = text.splitlines(keepends=True)
    for number, whole in enumerate(lines, start=1):
        line = whole.strip()
        if not line.startswith("SCHED "):
            continue
        if match := _LINE.fullmatch(line):
            snapshots.append(_read(match))
        elif number < len(lines) or whole.endswith("\n"):
            raise ValueError(
                f"line {number}: not a schedtrace line of Go 1.4 to 1.19 without scheddetail: {line!r}",
            )
    return snapshots


def _read(match: re.Match[str]) -> SchedSnapshot:
    return SchedSnapshot(
        time_ms=int(match["time_ms"]),
        gomaxprocs=int(match["gomaxprocs"]),
        idleprocs=int(match["idleprocs"]),
        threads=int(match["threads"]),
        spinningthreads=int(match["spinningthreads"]),
        idlethreads=int(match["idlethreads"]),
        runqueue=int(match["runqueue"]),
        local=tuple(int(length) for length in match["local"].split()),
    )
