"""Goroutines that sleep again and again: how late they wake."""

from gcsim.runtime import Compute, Go, Program, Sleep
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
    yield Sleep(phase_ns)
    sleep, work = Sleep(period_ns), Compute(work_ns)
    while True:
        due = process.now + period_ns
        yield sleep
        process.requests.request(process.now - due)
        if work_ns:
            yield work
