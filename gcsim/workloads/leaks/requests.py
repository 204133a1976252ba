"""What the leaking programs have in common: a server under open load, with a goroutine for each request."""

from collections.abc import Callable
from itertools import repeat

from gcsim.runtime import Account, Call, G, Go, Myself, Program
from gcsim.workloads.arrivals import arrive, poisson
from gcsim.workloads.process import Process
from gcsim.workloads.waits import Uncharged, charge, uncharged

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
    scheduler = process.scheduler
    instants = zip(poisson(process.stream("arrivals"), rate, process.now), repeat(None))
    arrive(scheduler.clock.env, instants, lambda _: listener.deliver(uncharged(scheduler, {})))
    accept = listener.read()
    while True:
        came = yield accept  # rw, err := l.Accept()
        yield Go(serve(process, came, handler()))  # go c.serve()


def serve(process: Process, came: Uncharged, handler: Program) -> Program:
    """Handle a request, and count it: ``c.serve``. Until its goroutine ran it waited for a P."""
    me: G = yield Myself()
    account = me.account = me.account or Account()
    delays = account.delays = {}
    charge(process.scheduler, came, delays)
    yield Call(handler)
    process.requests.request(process.now - came[0], delays)
