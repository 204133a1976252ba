"""Goroutines that sleep again and again: how late they wake."""

from gcsim.runtime import Account, Compute, G, Go, Myself, Price, Program, Sleep
from gcsim.vocabulary import Cause
from gcsim.workloads.process import Process

__all__ = ["main"]


def main(process: Process, *, goroutines: int, period_ns: int, work_ns: int) -> Program:
    """Return the program: every sleep counts as an operation, and what it lasted too long as its latency.

    Parameters
    ----------
    process : Process
        Where it runs.
    goroutines : int
        How many; they begin at random, spread over one period.
    period_ns : int
        How long each sleeps, ns.
    work_ns : int
        What each computes between two sleeps, ns.
    """
    phases = process.stream("phases")
    process.begin()
    for number in range(goroutines - 1):
        yield Go(_sleeper(process, phases.integer(period_ns), period_ns, work_ns), f"sleeper{number}")
    yield from _sleeper(process, phases.integer(period_ns), period_ns, work_ns)


def _sleeper(process: Process, phase_ns: int, period_ns: int, work_ns: int) -> Program:
    me: G = yield Myself()
    account = me.account = me.account or Account()
    # That it sets the timer late by this is its own doing.
    setting_ns = process.scheduler.prices[Price.TIMER]
    yield Sleep(phase_ns)
    sleep, work = Sleep(period_ns), Compute(work_ns)
    while True:
        due = process.now + period_ns
        delays = account.delays = {}
        yield sleep
        late_ns = process.now - due
        waited = late_ns - setting_ns - sum(delays.values())
        if waited:
            # Until timerproc had woken, had a P, and had readied those that were due before.
            delays[Cause.RUN_QUEUE] = delays.get(Cause.RUN_QUEUE, 0) + waited
        process.requests.request(late_ns, delays)
        account.delays = None
        if work_ns:
            yield work
