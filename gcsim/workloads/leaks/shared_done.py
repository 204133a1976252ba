"""Requests that share one package variable for the channel on which their goroutines report.

.. code-block:: go

    var done chan bool

    func handler(w http.ResponseWriter, r *http.Request) {
        done = make(chan bool)
        ...
        go func() { work(); done <- true }()
        ...
        <-done
    }

Each request replaces it. The goroutines of those under way then report to one another, and who is left over waits for
ever: for a report that went elsewhere, or to be heard. The cure is a variable of the handler's own.
"""

from gcsim.runtime import Channel, Go, Program, Sleep
from gcsim.workloads.leaks.requests import listen_and_serve
from gcsim.workloads.process import Process

__all__ = ["Package", "handler", "main", "worker"]

_WORKERS = 3


class Package:
    """The variables of the program's package."""

    __slots__ = ("done",)

    def __init__(self) -> None:
        self.done = Channel()


def main(process: Process, *, rate: float, work_ns: int, cured: bool) -> Program:
    """Return the program.

    Parameters
    ----------
    process : Process
        Where it runs.
    rate : float
        Requests a second.
    work_ns : int
        How long the goroutines of a request wait for something else before they report, ns.
    cured : bool
        Whether each request has a channel of its own.
    """
    shared, work = Package(), Sleep(work_ns)
    return listen_and_serve(process, rate, lambda: handler(Package() if cured else shared, work))


def handler(package: Package, work: Sleep) -> Program:
    """Start the goroutines, and answer when all have reported."""
    package.done = Channel()  # done = make(chan bool)
    for _ in range(_WORKERS):
        yield Go(worker(package, work))
    for _ in range(_WORKERS):
        yield package.done.receive()  # <-done: whatever channel that is by now


def worker(package: Package, work: Sleep) -> Program:
    """Work, and report."""
    yield work
    yield package.done.send()  # done <- true
