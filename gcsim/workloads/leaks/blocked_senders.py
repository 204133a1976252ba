"""Goroutines that send in a loop to a receiver that takes some values and leaves: those that still send wait for ever.

.. code-block:: go

    for i := 0; i < values; i++ {
        c <- compute()
    }

Two cures. ``select_default`` sends only if that is possible at once, and *drops* the value otherwise: also one that the
receiver, busy at that moment, would have taken an instant later. ``buffered`` gives the channel a slot for each sender
(one, for a single sender): nobody waits who sends a single value, and none is dropped that the receiver asks for.
"""

from typing import Literal

from gcsim.runtime import Channel, Compute, Go, Program, Select
from gcsim.runtime.ticking import After
from gcsim.workloads.leaks.requests import listen_and_serve
from gcsim.workloads.process import Process

__all__ = ["main", "sender"]


def main(  # noqa: PLR0913 - what a scenario says of it
    process: Process,
    *,
    rate: float,
    senders: int,
    values: int,
    taken: int,
    work_ns: int,
    timeout_ns: int,
    cure: Literal["none", "select_default", "buffered"],
) -> Program:
    """Return the program; it counts the values that were sent, received and dropped.

    Parameters
    ----------
    process : Process
        Where it runs.
    rate : float
        Requests a second.
    senders : int
        Goroutines that a request starts.
    values : int
        Values that each of them sends.
    taken : int
        Values that the request takes before it is answered.
    work_ns : int
        What computing a value takes, ns.
    timeout_ns : int
        When the request is answered without them, ns.
    cure : {"none", "select_default", "buffered"}
        What is done about it.
    """

    def handler() -> Program:
        c = Channel(senders if cure == "buffered" else 0)
        for _ in range(senders):
            yield Go(sender(process, c, values, Compute(work_ns), drops=cure == "select_default"))
        timeout = yield After(timeout_ns)
        take = Select([c.receive(), timeout.receive()])
        for _ in range(taken):
            which, _, _ = yield take  # select { case v := <-c: ...; case <-timeout: return }
            if which == 1:
                return
            process.counts["values_received"] += 1

    return listen_and_serve(process, rate, handler)


def sender(process: Process, c: Channel, values: int, compute: Compute, *, drops: bool) -> Program:
    """Compute and send, again and again."""
    send = Select([c.send()], default=True) if drops else Select([c.send()])
    for _ in range(values):
        yield compute
        which, _, _ = yield send  # c <- v, or select { case c <- v: default: }
        process.counts["values_sent" if which == 0 else "values_dropped"] += 1
