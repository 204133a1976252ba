"""sysmon: the thread without a P that ends time slices.

It looks every 20 us while something happens, and ever more rarely, up to every 10 ms, when 50 looks in a row had
nothing to take back (go1.4 proc.c:2858, go1.8 proc.go:3767). A goroutine is preempted when two looks at least 10 ms
apart see the same schedtick (go1.8 proc.go:3872), so a slice lasts 10 to 20 ms. While the world is stopped or every P
is idle it sleeps until somebody wakes it, and then looks at once.
"""

from collections.abc import Generator

import simpy

from gcsim.runtime.scheduler import Scheduler
from gcsim.runtime.syscalls import retake
from gcsim.vocabulary import PState

__all__ = ["SLICE_NS", "sysmon"]

SLICE_NS = 10_000_000
"""``forcePreemptNS``: 10 ms (go1.4 proc.c:3018, go1.8 proc.go:3872)."""

_SHORTEST_NS = 20_000
_LONGEST_NS = 10_000_000
_IDLE_LOOKS = 50


def sysmon(scheduler: Scheduler) -> Generator[simpy.Event, None, None]:
    """Watch the Ps for ever; to be started as a SimPy process.

    Parameters
    ----------
    scheduler : Scheduler
        Whose goroutines it preempts.

    Yields
    ------
    simpy.Event
        The sleep until its next look.
    """
    env = scheduler.clock.env
    netpoll = scheduler.netpoll
    delay, idle = _SHORTEST_NS, 0
    while True:
        if idle == 0:
            delay = _SHORTEST_NS
        elif idle > _IDLE_LOOKS:
            delay = min(2 * delay, _LONGEST_NS)
        yield env.timeout(delay)
        if scheduler.stop_here is not None or len(scheduler.idle_ps) == len(scheduler.ps):
            yield scheduler.sysmon_sleeps()
            yield env.timeout(scheduler.thread_costs.wake_ns)
            delay, idle = _SHORTEST_NS, 0
        now = int(env.now)
        if netpoll.used and not netpoll.blocked and now - netpoll.polled_ns > SLICE_NS:
            netpoll.poll(now)
        idle = 0 if _look(scheduler, now) else idle + 1


def _look(scheduler: Scheduler, now: int) -> bool:
    """Take Ps back from system calls and end slices (``retake``); return whether any P was taken back."""
    retaken = False
    for p in scheduler.ps:
        if p.state is PState.SYSCALL:
            retaken = retake(scheduler, p, now) or retaken
            continue
        activity = p.activity
        if activity is None and p.state is not PState.DESCHEDULED:
            continue
        if p.seen_tick != p.schedtick:
            p.seen_tick = p.schedtick
            p.seen_ns = now
        elif now - p.seen_ns >= SLICE_NS and (activity is None or activity.preemptible):
            scheduler.preempt(p)
    return retaken
