"""What SimPy processes do with Ps and threads that they drive, on the cores that there are.

A collection's process sees to what its P does by letting time pass. Where Ms share cores (:mod:`gcsim.runtime.cores`)
the P makes no progress while its M has none, and work that threads do while the world stands still counts against a
quota. Where they do not, these are plain timeouts.
"""

from collections.abc import Generator
from typing import TYPE_CHECKING

import simpy

from gcsim.runtime.bandwidth import next_period
from gcsim.vocabulary import Cause, PState

if TYPE_CHECKING:
    from gcsim.kernel import StopClock
    from gcsim.runtime.goroutine import Activity
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["all_have_run", "alone", "driven", "let_go", "worked"]

Waiting = Generator[simpy.Event, None, None]


def let_go(scheduler: "Scheduler", p: "P") -> "Activity | None":
    """Pause what a P does, or would do but for its M's wait for a core, and return it; nothing goes on with it."""
    activity = p.activity
    p.halt()
    return activity if scheduler.cores is None else scheduler.cores.give_up(p) or activity


def driven(scheduler: "Scheduler", p: "P") -> Waiting:
    """Let a process see to what a P does from now on; returns when the P's M has a core.

    Parameters
    ----------
    scheduler : Scheduler
        Whose P.
    p : P
        A P that runs nothing, or would not but for its M's wait.

    Yields
    ------
    simpy.Event
        The wait for a core.
    """
    cores = scheduler.cores
    if cores is None:
        return
    cores.give_up(p)
    while p.state is PState.DESCHEDULED:
        yield cores.turn(p)


def alone(scheduler: "Scheduler", p: "P", ns: int) -> Waiting:
    """Let a P that a process drives do some work of its own; its goroutine, if it has one, waits for that.

    Parameters
    ----------
    scheduler, p : Scheduler, P
        As for :func:`driven`.
    ns : int
        CPU time of the work, ns.

    Yields
    ------
    simpy.Event
        The work's end.
    """
    env = scheduler.clock.env
    if scheduler.cores is None:
        yield env.timeout(ns)
        return
    yield from driven(scheduler, p)
    done = env.event()
    p.run(_Alone(scheduler.clock, p, ns, done))
    yield done


def worked(scheduler: "Scheduler", ns: int, threads: int = 1) -> Waiting:
    """Let some threads work side by side while no P runs; a quota may stretch it.

    Parameters
    ----------
    scheduler : Scheduler
        Whose threads.
    ns : int
        CPU time of each of them, ns.
    threads : int
        How many they are, at most one for each core.

    Yields
    ------
    simpy.Event
        The work's end, and the waits for the next period of the quota.
    """
    env, cores = scheduler.clock.env, scheduler.cores
    if cores is None:
        yield env.timeout(ns)
        return
    while ns > 0:
        rest = next_period(int(env.now)) - int(env.now)
        granted = cores.draw(min(ns, rest) * threads) // threads
        yield env.timeout(granted or rest)
        ns -= granted


def all_have_run(scheduler: "Scheduler") -> Waiting:
    """Wait until every M that is off its core now has had one again.

    Parameters
    ----------
    scheduler : Scheduler
        Whose Ms.

    Yields
    ------
    simpy.Event
        The wait for each of them.
    """
    cores = scheduler.cores
    if cores is None:
        return
    for turn in [cores.turn(p) for p in scheduler.ps if p.state is PState.DESCHEDULED]:
        if not turn.triggered:
            yield turn


class _Alone:
    """A P does some of a collection's work by itself.

    Parameters
    ----------
    clock : StopClock
        The model's clock.
    p : P
        Which; what it does counts as what its state says.
    ns : int
        How long it takes, ns of CPU time.
    done : simpy.Event
        Triggered at its end.
    """

    preemptible = False

    __slots__ = ("_clock", "_done", "_left_ns", "_p", "_since", "state")

    def __init__(self, clock: "StopClock", p: "P", ns: int, done: simpy.Event) -> None:
        self.state = p.state
        self._clock = clock
        self._p = p
        self._left_ns = ns
        self._done = done
        self._since = 0

    def begin(self, p: "P") -> int | None:  # noqa: ARG002 - an Activity is given its P
        """Go on with the work."""
        self._since = self._clock.now
        return self._left_ns

    def pause(self, p: "P") -> None:  # noqa: ARG002
        """Count what is done."""
        self._left_ns -= self._clock.now - self._since

    def finish(self, p: "P") -> None:
        """Tell who waits."""
        p.halt()
        self._done.succeed()

    def safepoint_ns(self) -> int:
        """Return what is left, ns: nothing stops it before."""
        return self._left_ns - (self._clock.now - self._since)

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        """Charge a wait to the goroutine that waits for the work."""
        g = self._p.g
        if g is not None:
            (g.activity or g).delayed(wait_ns, cause)
