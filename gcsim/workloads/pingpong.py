"""Two goroutines that hand a value back and forth over unbuffered channels, in one or more pairs."""

from gcsim.runtime import Channel, Compute, Go, Program
from gcsim.workloads.process import Process

__all__ = ["main"]


def main(process: Process, *, pairs: int, work_ns: int) -> Program:
    """Return the program: every exchange there and back counts as an operation.

    Parameters
    ----------
    process : Process
        Where it runs.
    pairs : int
        How many pairs.
    work_ns : int
        What each goroutine computes between two hand-overs, ns.
    """
    process.begin()
    for number in range(pairs):
        there, back = Channel(name="there"), Channel(name="back")
        yield Go(_pong(there, back, work_ns), f"pong{number}")
        if number < pairs - 1:
            yield Go(_ping(process, there, back, work_ns), f"ping{number}")
    yield from _ping(process, there, back, work_ns)


def _ping(process: Process, there: Channel, back: Channel, work_ns: int) -> Program:
    send, receive, work = there.send(), back.receive(), Compute(work_ns)
    env, request = process.scheduler.clock.env, process.requests.request
    began = process.now
    while True:
        yield send
        if work_ns:
            yield work
        yield receive
        now = int(env.now)
        request(now - began)
        began = now


def _pong(there: Channel, back: Channel, work_ns: int) -> Program:
    receive, send, work = there.receive(), back.send(), Compute(work_ns)
    while True:
        yield receive
        if work_ns:
            yield work
        yield send
