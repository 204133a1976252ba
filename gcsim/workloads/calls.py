"""A function of a Go program, called over and over: its allocation profile is all that is known of it.

Calls come as requests over connections, as they come, or one after another from each goroutine.
"""

from gcsim.runtime import Allocate, Batch, Call, Collect, Go, Program
from gcsim.workloads import forest
from gcsim.workloads.arrivals import arrive, choices, poisson, times
from gcsim.workloads.process import Process
from gcsim.workloads.profile import AllocationProfile
from gcsim.workloads.serving import receiver, serve

__all__ = ["main"]

_PAYLOAD_BYTES = 256
"""What keeps the live heap consists of nodes of the reference program with its usual payload."""

_ONE_AFTER_ANOTHER = 2**53
"""Calls of a goroutine that never ends: more than any run lasts for."""


def main(  # noqa: PLR0913 - what a scenario says of it
    process: Process,
    *,
    profile: AllocationProfile,
    rate: float | None,
    goroutines: int,
    compute_ns: int,
    live_heap: int,
) -> Program:
    """Return the program: every call counts as an operation.

    Parameters
    ----------
    process : Process
        Where it runs.
    profile : AllocationProfile
        What a call does to memory.
    rate : float or None
        Calls a second, as a Poisson process; None has every goroutine call one time after another.
    goroutines : int
        That call; each has a connection where calls come as they come.
    compute_ns : int
        What a call computes besides allocating, ns: exactly that one after another, on average as they come.
    live_heap : int
        State that the process keeps, bytes: nodes of 304 bytes in two objects, as of the reference program.
    """
    allocation = Allocate(profile.size, profile.objects, profile.pointers) if profile.size else None
    if live_heap:
        node = forest.node_allocation(_PAYLOAD_BYTES, 1, grows=True)
        nodes = max(live_heap // round(node.size), 1)
        scan = round(node.scan_bytes) // 8
        yield Allocate(nodes * round(node.size), nodes * round(node.objects), nodes * scan, lifetime="kept")
    if rate is None:
        batch = Batch(_ONE_AFTER_ANOTHER, compute_ns, allocation)
        yield Collect()
        process.begin()
        for number in range(goroutines - 1):
            yield Go([Call([batch], frame=profile.frame)], f"caller{number}")
        yield Call([batch], frame=profile.frame)
        return
    opened = [process.connection() for _ in range(goroutines)]
    for connection in opened:
        # A generator serves one goroutine: each needs its own, called with the frame of the function.
        yield Go([Call(serve(process, connection, allocation, None), frame=profile.frame)], "caller")
    yield Collect()
    process.begin()
    requests = zip(
        poisson(process.stream("arrivals"), rate, process.now),
        choices(process.stream("connections"), goroutines),
        times(process.stream("service"), compute_ns, "exponential"),
        times(process.stream("downstream"), 0, "fixed"),
        strict=True,
    )
    arrive(process.scheduler.clock.env, requests, receiver(process.scheduler, opened))
    yield process.connection().read()  # the listener: nobody else connects
