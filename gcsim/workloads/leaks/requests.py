"""What the leaking programs have in common: a server under open load, with a goroutine for each request."""

from collections.abc import Callable
from itertools import repeat

from gcsim.runtime import Account, Call, G, Go, Myself, Program
from gcsim.workloads.arrivals import arrive, poisson
from gcsim.workloads.process import Process

__all__ = ["listen_and_serve", "serve"]


def listen_and_serve(process: Process, rate: float, handler: Callable[[], Program]) -> Program:
    """Accept requests for ever; every request that is answered counts as an operation.

    Parameters
    ----------
    process : Process
        Where it runs.
    rate : float
        Requests a second: a Poisson process, which no slow answer holds up.
    handler : callable
        Returns the program that handles a request; it answers by its end.
    """
    listener = process.connection()
    process.begin()
    instants = zip(poisson(process.stream("arrivals"), rate, process.now), repeat(None))
    arrive(process.scheduler.clock.env, instants, listener.deliver)
    accept = listener.read()
    while True:
        came_ns, _ = yield accept  # rw, err := l.Accept()
        yield Go(serve(process, came_ns, handler()))  # go c.serve()


def serve(process: Process, came_ns: int, handler: Program) -> Program:
    """Handle a request, and count it: ``c.serve``."""
    me: G = yield Myself()
    account = me.account = me.account or Account()
    delays = account.delays = {}
    yield Call(handler)
    process.requests.request(process.now - came_ns, delays)
