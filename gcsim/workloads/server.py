"""A server under open load, as ``net/http`` runs one: a goroutine for each connection reads, handles, and writes.

A request's latency counts from the instant at which it was to come in, so what waits behind a slow one counts too (no
coordinated omission). Of the latency, waits for a P, stops of the world and what the collector asks for are charged to
their causes; the rest, the answer of a downstream server included, is the request's own service.
"""

from collections.abc import Callable
from typing import Any

import simpy

from gcsim.runtime import (
    Account,
    Allocate,
    Collect,
    Connection,
    G,
    Go,
    Instruction,
    Myself,
    P,
    Price,
    Program,
    Scheduler,
)
from gcsim.runtime.instructions import BLOCKED
from gcsim.vocabulary import Cause
from gcsim.workloads.arrivals import Distribution, arrive, choices, poisson, times
from gcsim.workloads.process import Process

__all__ = ["main"]

_NS_PER_S = 1e9

_RUN_QUEUE = Cause.RUN_QUEUE
"""Looked up once: an enumeration's members cost some 100 ns each time."""

_Request = tuple[int, int, int, int]
"""When a request comes in, over which connection, what it computes, and when its downstream call is answered; ns."""


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
        answers = _Downstream(scheduler) if downstream_ns else None
        yield Go(_serve(process, connection, allocation, answers), "conn")
    yield Collect()
    if rate is None:
        cpu_ns = _cpu_ns(scheduler, me, service_ns, allocation, downstream_ns)
        rate = (load or 1.0) * len(scheduler.ps) * _NS_PER_S / cpu_ns
    process.begin()
    requests = zip(
        poisson(process.stream("arrivals"), rate, process.now),
        choices(process.stream("connections"), connections),
        times(process.stream("service"), service_ns, service_distribution),
        times(process.stream("downstream"), downstream_ns, downstream_distribution),
        strict=True,
    )
    arrive(scheduler.clock.env, requests, _receiver(opened))
    yield process.connection().read()  # the listener: nobody else connects


def _cpu_ns(scheduler: Scheduler, g: G, service_ns: int, allocation: Allocate | None, downstream_ns: int) -> int:
    """Return the mean CPU time of a request that nothing disturbs, ns."""
    prices = scheduler.prices
    calls = 2 if downstream_ns else 1
    allocating = 0 if allocation is None else allocation.cost_ns(scheduler, g)
    return service_ns + calls * (prices[Price.READ] + prices[Price.WRITE]) + allocating


def _receiver(opened: list[Connection]) -> Callable[[_Request], None]:
    """Return what takes the requests that come in."""

    def receive(request: _Request) -> None:
        connection = opened[request[1]]
        g = connection.reader
        if g is not None and g.account is not None:
            # From now on a request is in flight, and what its goroutine is kept waiting by is charged to it.
            g.account.delays = {}
        connection.deliver(request)

    return receive


class _Handle(Instruction):
    """Read a request, compute, allocate, and write the answer: one event, not four.

    Without a downstream call it also ends the request and takes the next one, which is then its result.

    Parameters
    ----------
    process : Process
        Where it runs.
    connection : Connection
        Where the requests of its goroutine come from.
    account : Account
        Of its goroutine: has what the request in flight was kept waiting by.
    allocation : Allocate or None
        What a request allocates.
    ends : bool
        Whether it ends the request.

    Attributes
    ----------
    delays : dict of Cause to int
        What the request in flight was kept waiting by, ns.
    """

    __slots__ = (
        "_account",
        "_allocation",
        "_came_ns",
        "_connection",
        "_count",
        "_ends",
        "_env",
        "_free_ns",
        "_io_ns",
        "_mutator",
        "_ns",
        "_queued",
        "delays",
    )

    preemptible = True

    def __init__(
        self, process: Process, connection: Connection, account: Account, allocation: Allocate | None, *, ends: bool
    ) -> None:
        prices = process.scheduler.prices
        self._mutator: Any = process.scheduler.mutator
        self._account = account
        self._allocation = allocation
        self._connection = connection
        self._count = process.requests.request
        self._ends = ends
        self._env: Any = process.scheduler.clock.env
        self._io_ns = prices[Price.READ] + prices[Price.WRITE]
        self._ns = self._came_ns = self._free_ns = 0
        self._queued = False
        self.delays: dict[Cause, int] = {}

    def take(self, request: _Request) -> None:
        """Begin with a request."""
        came_ns, _, service_ns, _ = request
        self._came_ns = came_ns
        self._ns = service_ns + self._io_ns
        self.delays = delays = self._account.delays or {}
        self._account.delays = delays
        # Until its goroutine was free, or else until somebody found that it had come, and a P for the goroutine.
        waited = (self._free_ns if self._queued else self._env.now - sum(delays.values())) - came_ns
        if waited:
            delays[_RUN_QUEUE] = delays.get(_RUN_QUEUE, 0) + waited

    def end(self) -> None:
        """Count the request: it is answered."""
        self._free_ns = now = self._env.now
        self._count(now - self._came_ns, self.delays)

    def following(self, p: P, g: G) -> Any:  # noqa: ANN401 - a request, or a signal
        """Return the next request, or let the goroutine wait for it."""
        request = self._connection.taken(g, p)
        self._queued = queued = request is not BLOCKED
        # What its goroutine waits for without a request in flight is charged to nobody.
        self._account.delays = {} if queued else None
        return request

    def cost_ns(self, scheduler: Scheduler, g: G) -> int:  # noqa: ARG002
        """Return its time, that of the allocation included."""
        allocation = self._allocation
        return self._ns if allocation is None else self._ns + self._mutator.allocation_ns(g, allocation)

    def perform(self, scheduler: Scheduler, p: P, g: G) -> Any:  # noqa: ANN401, ARG002 - the next request, or a signal
        """Allocate, and go on with the next request if nothing comes between."""
        if self._allocation is not None:
            signal = self._mutator.allocate(p, g, self._allocation)
            if signal is not None:
                return signal
        if not self._ends:
            return None
        self.end()
        return self.following(p, g)


class _Next(Instruction):
    """Take the next request, or wait for it; reading it is part of the price of handling it."""

    __slots__ = ("_handle",)

    def __init__(self, handle: _Handle) -> None:
        self._handle = handle

    def perform(self, scheduler: Scheduler, p: P, g: G) -> Any:  # noqa: ANN401, ARG002
        """Take it."""
        return self._handle.following(p, g)


class _Downstream:
    """The connection of one goroutine to a server that answers after a while.

    Attributes
    ----------
    delays : dict of Cause to int
        What the request in flight was kept waiting by, ns.
    answers_ns : int
        How long the answer takes, ns.
    """

    __slots__ = ("_connection", "_env", "answers_ns", "delays", "read", "write")

    def __init__(self, scheduler: Scheduler) -> None:
        self._env = scheduler.clock.env
        self._connection = Connection(scheduler, self._asked)
        self.read = self._connection.read()
        self.write = self._connection.write()
        self.delays: dict[Cause, int] = {}
        self.answers_ns = 0

    def _asked(self, _: object) -> None:
        self._env.timeout(self.answers_ns).callbacks.append(self._answer)

    def _answer(self, _: simpy.Event) -> None:
        waits = self._connection.reader is not None
        self._connection.deliver((int(self._env.now), sum(self.delays.values())) if waits else None)

    def noticed(self, answered: tuple[int, int] | None) -> None:
        """Charge what passed between the answer and its being read, if somebody waited for it."""
        if answered is None:
            return
        came_ns, charged_ns = answered
        waited = int(self._env.now) - came_ns - sum(self.delays.values()) + charged_ns
        if waited:
            self.delays[Cause.RUN_QUEUE] = self.delays.get(Cause.RUN_QUEUE, 0) + waited


def _serve(
    process: Process, connection: Connection, allocation: Allocate | None, downstream: _Downstream | None
) -> Program:
    """Return the goroutine of a connection."""
    me: G = yield Myself()
    account = me.account = me.account or Account()
    handle = _Handle(process, connection, account, allocation, ends=downstream is None)
    following = _Next(handle)
    request = yield following
    while True:
        handle.take(request)
        after = yield handle
        if after is None:
            if downstream is not None:
                downstream.delays, downstream.answers_ns = handle.delays, request[3]
                yield downstream.write
                answered = yield downstream.read
                downstream.noticed(answered)
            handle.end()
            after = yield following
        request = after
