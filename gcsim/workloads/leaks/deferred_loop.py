"""A ``defer`` in a loop: deferred calls run when the function ends, so until then they pile up with what they hold.

.. code-block:: go

    for _, name := range names {
        f, err := os.Open(name)
        defer f.Close()
        ...
    }

The cure is a function for each iteration.
"""

from gcsim.runtime import Allocate, Call, Compute, Defer, Drop, G, Myself, Program, Syscall
from gcsim.workloads.leaks.requests import listen_and_serve
from gcsim.workloads.process import Process

__all__ = ["main"]


def main(  # noqa: PLR0913 - what a scenario says of it
    process: Process, *, rate: float, files: int, buffer: int, work_ns: int, cured: bool
) -> Program:
    """Return the program; it counts the most deferred calls and the most descriptors that there were at once.

    Parameters
    ----------
    process : Process
        Where it runs.
    rate : float
        Requests a second.
    files : int
        Files that a request opens, one after the other.
    buffer : int
        What stays reachable as long as a file is open, bytes.
    work_ns : int
        Computation on each file, ns.
    cured : bool
        Whether each file has a function of its own.
    """
    counts, descriptors = process.counts, process.descriptors
    work, kept = Compute(work_ns), Allocate(buffer, lifetime="kept")

    def handler() -> Program:
        for _ in range(files):
            if cured:
                yield Call(read())  # func() { ... }()
            else:
                yield from read()

    def read() -> Program:
        file = object()
        yield Syscall(0)  # f, err := os.Open(name)
        descriptors.opened(file)
        yield kept
        yield Defer(close(file))  # defer f.Close()
        me: G = yield Myself()
        counts["most_deferred_calls"] = max(counts["most_deferred_calls"], me.calls.deferred if me.calls else 0)
        counts["most_descriptors"] = descriptors.most
        yield work

    def close(file: object) -> Program:
        yield Syscall(0)
        descriptors.closed(file)
        yield Drop(kept)

    return listen_and_serve(process, rate, handler)
