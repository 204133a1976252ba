"""A server under open load, as ``net/http`` runs one: a goroutine for each connection reads, handles, and answers.

Requests come in as they come, not when the server is ready (no coordinated omission).
"""

from gcsim.runtime import Allocate, Collect, G, Go, Myself, Price, Program, Scheduler
from gcsim.workloads.arrivals import Distribution, arrive, choices, poisson, times
from gcsim.workloads.process import Process
from gcsim.workloads.serving import Downstream, receiver, serve

__all__ = ["main"]

_NS_PER_S = 1e9


def main(  # noqa: PLR0913 - what a scenario says of a server
    process: Process,
    *,
    connections: int,
    load: float | None,
    rate: float | None,
    service_ns: int,
    service_distribution: Distribution,
    allocate: int,
    objects: int,
    pointers: int,
    live_heap: int,
    downstream_ns: int,
    downstream_distribution: Distribution,
) -> Program:
    """Return the program: every request counts as an operation.

    Parameters
    ----------
    process : Process
        Where it runs.
    connections : int
        Keep-alive connections. A request comes in over any of them, and waits in its buffer while it is busy.
    load : float or None
        CPU time of the requests as a share of what the Ps have.
    rate : float or None
        Requests a second, where `load` is None.
    service_ns : int
        Mean computation of a request, ns.
    service_distribution, downstream_distribution : {"fixed", "exponential"}
        How these times are distributed.
    allocate, objects, pointers : int
        What a request allocates: bytes, in how many objects, with how many pointers in all; 0 bytes for nothing.
    live_heap : int
        State that the process keeps, bytes: it consists of objects like those of requests.
    downstream_ns : int
        Mean time in which a downstream server answers, ns; 0 where none is asked.
    """
    me: G = yield Myself()
    scheduler = process.scheduler
    allocation = Allocate(allocate, objects, pointers) if allocate else None
    if allocation is not None and live_heap:
        count = max(live_heap // allocate, 1)
        yield Allocate(count * allocate, count * objects, count * pointers, lifetime="kept")
    opened = [process.connection() for _ in range(connections)]
    for connection in opened:
        answers = Downstream(process) if downstream_ns else None
        yield Go(serve(process, connection, allocation, answers), "conn")
    yield Collect()
    if rate is None:
        cpu_ns = _cpu_ns(scheduler, me, service_ns, allocation, downstream_ns)
        rate = (load or 1.0) * len(scheduler.ps) * _NS_PER_S / max(cpu_ns, 1)
    process.begin()
    requests = zip(
        poisson(process.stream("arrivals"), rate, process.now),
        choices(process.stream("connections"), connections),
        times(process.stream("service"), service_ns, service_distribution),
        times(process.stream("downstream"), downstream_ns, downstream_distribution),
        strict=True,
    )
    arrive(scheduler.clock.env, requests, receiver(scheduler, opened))
    yield process.connection().read()  # the listener: nobody else connects


def _cpu_ns(scheduler: Scheduler, g: G, service_ns: int, allocation: Allocate | None, downstream_ns: int) -> int:
    """Return the mean CPU time of a request that nothing disturbs, ns."""
    prices = scheduler.prices
    calls = 2 if downstream_ns else 1
    allocating = 0 if allocation is None else allocation.cost_ns(scheduler, g)
    return service_ns + calls * (prices[Price.READ] + prices[Price.WRITE]) + allocating
