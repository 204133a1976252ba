"""Goroutines that wait for the network, compute, and wait again: many of them on few threads."""

import math
from collections.abc import Callable

from gcsim.kernel import Stream
from gcsim.runtime import Account, Compute, Connection, G, Go, Myself, Program
from gcsim.workloads.process import Process
from gcsim.workloads.waits import charge, uncharged

__all__ = ["main"]


def main(process: Process, *, goroutines_per_p: int, wait_ns: int, compute_ns: int) -> Program:
    """Return the program: every message that is worked off counts as an operation.

    Parameters
    ----------
    process : Process
        Where it runs.
    goroutines_per_p : int
        How many for each P.
    wait_ns : int
        Mean time until the next message comes after the last was worked off, exponential, ns.
    compute_ns : int
        What a message takes, ns.
    """
    stream = process.stream("messages")
    connections = [process.connection() for _ in range(goroutines_per_p * len(process.scheduler.ps))]
    process.begin()
    for connection in connections:
        yield Go(_waiter(process, connection, _messages(process, connection, stream, wait_ns), compute_ns), "waiter")
    yield process.connection().read()  # for ever: nothing comes


def _messages(process: Process, connection: Connection, stream: Stream, wait_ns: int) -> Callable[[], None]:
    """Return what has the next message come, after a time; it carries the instant at which it came."""

    def send() -> None:
        g = connection.reader
        if g is not None and g.account is not None:
            # From now on its goroutine is kept waiting with it.
            g.account.delays = {}
        connection.deliver(uncharged(process.scheduler, {}))

    return lambda: process.at(process.now + round(-wait_ns * math.log1p(-stream.uniform())), send)


def _waiter(process: Process, connection: Connection, expect: Callable[[], None], compute_ns: int) -> Program:
    me: G = yield Myself()
    account = me.account = me.account or Account()
    read, compute = connection.read(), Compute(compute_ns)
    while True:
        expect()
        came = yield read
        delays = account.delays = account.delays or {}
        charge(process.scheduler, came, delays)
        yield compute
        process.requests.request(process.now - came[0], delays)
        account.delays = None
