"""A handler whose goroutines leave the bodies of failed GETs open: each keeps a connection with two goroutines.

.. code-block:: go

    resp, err := http.Get(url)
    if resp.StatusCode != http.StatusOK {
        return err // the defer below is never reached
    }
    defer resp.Body.Close()

The cure is to defer before looking at the status.
"""

from gcsim.runtime import Allocate, Call, Channel, Collect, Defer, Go, Program
from gcsim.workloads.leaks.client import OK, Response, Transport
from gcsim.workloads.leaks.requests import listen_and_serve
from gcsim.workloads.process import Process

__all__ = ["fetch", "handler", "main"]

_GETS = 3
_FAILED = 500

_NODE = 1024
"""Bytes of an object of the live heap, which has one pointer."""


def main(  # noqa: PLR0913 - what a scenario says of it
    process: Process, *, rate: float, error_rate: float, downstream_ns: int, live_heap: int, cured: bool
) -> Program:
    """Return the program; it counts the bodies that were left open.

    Parameters
    ----------
    process : Process
        Where it runs.
    rate : float
        Requests a second.
    error_rate : float
        Share of the GETs that are answered with an error.
    downstream_ns : int
        How long the other server takes to answer a GET, ns.
    live_heap : int
        State that the process keeps besides, bytes.
    cured : bool
        Whether every body is closed.
    """
    if live_heap:
        yield Allocate(live_heap, max(live_heap // _NODE, 1), live_heap // _NODE, lifetime="kept")
        yield Collect()
    errors = process.stream("errors")
    transport = Transport(process, downstream_ns, lambda: _FAILED if errors.uniform() < error_rate else OK)
    yield from listen_and_serve(process, rate, lambda: handler(process, transport, cured=cured))


def handler(process: Process, transport: Transport, *, cured: bool) -> Program:
    """Start three goroutines, and answer when they are done."""
    done = Channel()
    for _ in range(_GETS):
        yield Go(fetch(process, transport, done, cured=cured))
    for _ in range(_GETS):
        yield done.receive()


def fetch(process: Process, transport: Transport, done: Channel, *, cured: bool) -> Program:
    """GET, and look at the status."""
    yield Defer([done.send()])  # defer func() { done <- true }()
    response: Response = yield Call(transport.get())
    if cured:
        yield Defer(response.close())
    if response.status != OK:
        process.counts["bodies_left_open"] += not cured
        return
    if not cured:
        yield Defer(response.close())
    yield from response.read_all()
