"""How the goroutine of a connection handles requests, and what their latencies consist of.

A request's latency counts from the instant at which it was to come in. The causes other than service are what its
goroutine was kept waiting by while the request was in flight, as the scheduler and the collector charge it, and what
passed before it was handled without being charged: until its goroutine was free, and until somebody found that it had
come. What is left is the request's own: reading, computing, allocating, writing, and the time in which a downstream
server answers as far as nothing else kept the goroutine waiting meanwhile.
"""

from collections.abc import Callable
from typing import Any

import simpy

from gcsim.runtime import Account, Allocate, Connection, G, Instruction, Myself, P, Price, Program, Scheduler
from gcsim.runtime.instructions import BLOCKED
from gcsim.vocabulary import Cause
from gcsim.workloads.process import Process
from gcsim.workloads.waits import Uncharged, charge, uncharged

__all__ = ["Downstream", "Request", "receiver", "serve"]

Request = tuple[int, int, int, int]
"""When a request comes in, over which connection, what it computes, and when its downstream call is answered; ns."""

_Came = tuple[Request, int, int, int]
"""A request that has come in, with the time stopped, the time about to stop, and the time that mark workers held a P,
all up to then, ns."""

_MARK_WORKER, _RUN_QUEUE, _STOPPED, _STOPPING = Cause.MARK_WORKER, Cause.RUN_QUEUE, Cause.STOPPED, Cause.STOPPING
"""Looked up once: an enumeration's members cost some 100 ns each time."""


def receiver(scheduler: Scheduler, opened: list[Connection]) -> Callable[[Request], None]:
    """Return what takes the requests that come in over some connections, and hands each to the goroutine of its own."""
    clock, worker_ns = scheduler.clock, scheduler.accounts.worker_ns

    def receive(request: Request) -> None:
        connection = opened[request[1]]
        g = connection.reader
        if g is not None and g.account is not None:
            # From now on a request is in flight, and what its goroutine is kept waiting by is charged to it.
            g.account.delays = {}
        stopped_ns = clock.stopped_total() if clock.standing else clock.stopped_ns
        stopping_ns = scheduler.stopping_ns if scheduler.stopping_since is None else scheduler.stopping_total()
        connection.deliver((request, stopped_ns, stopping_ns, worker_ns(request[0])))

    return receive


def serve(
    process: Process, connection: Connection, allocation: Allocate | None, downstream: "Downstream | None"
) -> Program:
    """Return the goroutine of a connection: it handles one request after another.

    Parameters
    ----------
    process : Process
        Where it runs.
    connection : Connection
        Where the requests come from.
    allocation : Allocate or None
        What a request allocates.
    downstream : Downstream or None
        What it asks when it has computed.
    """
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
                downstream.delays, downstream.answers_ns = handle.delays, request[0][3]
                yield downstream.write
                answered = yield downstream.read
                downstream.noticed(answered)
            handle.end()
            after = yield following
        request = after


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
        "_clock",
        "_connection",
        "_count",
        "_ends",
        "_env",
        "_free_ns",
        "_io_ns",
        "_mutator",
        "_ns",
        "_ps",
        "_queued",
        "_scheduler",
        "_stopped_ns",
        "_stopping_ns",
        "_worker_ns",
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
        self._scheduler = process.scheduler
        self._clock = process.scheduler.clock
        self._env: Any = self._clock.env
        self._ps = len(process.scheduler.ps)
        self._worker_ns = process.scheduler.accounts.worker_ns
        self._io_ns = prices[Price.READ] + prices[Price.WRITE]
        self._ns = self._came_ns = 0
        self._free_ns = process.now
        self._stopped_ns = self._clock.stopped_ns
        self._stopping_ns = process.scheduler.stopping_total()
        self._queued = False
        self.delays: dict[Cause, int] = {}

    def take(self, came: _Came) -> None:
        """Begin with a request."""
        (came_ns, _, service_ns, _), stopped_ns, stopping_ns, worker_ns = came
        self._came_ns = came_ns
        self._ns = service_ns + self._io_ns
        self.delays = delays = self._account.delays or {}
        self._account.delays = delays
        # Until its goroutine was free, or else until somebody found that it had come, and a P for the goroutine.
        if self._queued:
            waited = self._free_ns - came_ns
            stopped = self._stopped_ns - stopped_ns
            stopping = self._stopping_ns - stopping_ns
        else:
            now: int = self._env._now  # noqa: SLF001 - as StopClock.now
            waited = now - came_ns - sum(delays.values())
            stopped = self._clock.stopped_ns - stopped_ns
            if stopped:
                stopped -= delays.get(_STOPPED, 0)
            stopping = self._stopping() - stopping_ns
            if stopping:
                stopping = min(max(stopping - delays.get(_STOPPING, 0), 0), waited - stopped)
            worker = self._worker_ns(now) - worker_ns if waited else 0
            if worker:
                worker = min(worker // self._ps - delays.get(_MARK_WORKER, 0), waited - stopped - stopping)
                if worker > 0:
                    delays[_MARK_WORKER] = delays.get(_MARK_WORKER, 0) + worker
                    waited -= worker
        if stopped:
            delays[_STOPPED] = delays.get(_STOPPED, 0) + stopped
            waited -= stopped
        if stopping:
            delays[_STOPPING] = delays.get(_STOPPING, 0) + stopping
            waited -= stopping
        if waited:
            delays[_RUN_QUEUE] = delays.get(_RUN_QUEUE, 0) + waited

    def end(self) -> None:
        """Count the request: it is answered."""
        self._free_ns = now = self._env._now  # noqa: SLF001
        self._stopped_ns = self._clock.stopped_ns
        self._stopping_ns = self._stopping()
        self._count(now - self._came_ns, self.delays)

    def _stopping(self) -> int:
        scheduler = self._scheduler
        return scheduler.stopping_ns if scheduler.stopping_since is None else scheduler.stopping_total()

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


class Downstream:
    """The connection of one goroutine to a server that answers after a while.

    Parameters
    ----------
    process : Process
        Where the goroutine runs.

    Attributes
    ----------
    delays : dict of Cause to int
        What the request in flight was kept waiting by, ns.
    answers_ns : int
        How long the answer takes, ns.
    """

    __slots__ = ("_connection", "_env", "_scheduler", "answers_ns", "delays", "read", "write")

    def __init__(self, process: Process) -> None:
        self._scheduler = process.scheduler
        self._env = process.scheduler.clock.env
        self._connection = process.connection(self._asked)
        self.read = self._connection.read()
        self.write = self._connection.write()
        self.delays: dict[Cause, int] = {}
        self.answers_ns = 0

    def _asked(self, _: object) -> None:
        self._env.timeout(self.answers_ns).callbacks.append(self._answer)

    def _answer(self, _: simpy.Event) -> None:
        waits = self._connection.reader is not None
        self._connection.deliver(uncharged(self._scheduler, self.delays) if waits else None)

    def noticed(self, answered: Uncharged | None) -> None:
        """Charge what passed between the answer and its being read, if somebody waited for it."""
        if answered is not None:
            charge(self._scheduler, answered, self.delays)
