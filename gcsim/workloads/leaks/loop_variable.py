"""Goroutines that use the variable of the loop that started them, as all of them share it (up to Go 1.21).

.. code-block:: go

    for i := range urls {
        go func() { fetch(urls[i]) }()
    }

By the time they run the loop is over, so most of them fetch the last. The cure hands each its value: ``func(i int)
{ ... }(i)``.
"""

from gcsim.runtime import Channel, Compute, Go, Program
from gcsim.workloads.leaks.requests import listen_and_serve
from gcsim.workloads.process import Process

__all__ = ["main"]


def main(process: Process, *, rate: float, urls: int, work_ns: int, cured: bool) -> Program:
    """Return the program; it counts what was fetched, and how much of it no other goroutine of the request had fetched.

    Parameters
    ----------
    process : Process
        Where it runs.
    rate : float
        Requests a second.
    urls : int
        What each request is to fetch, with a goroutine for each.
    work_ns : int
        What fetching takes, ns of computation.
    cured : bool
        Whether each goroutine is given its value.
    """
    work = Compute(work_ns)

    def handler() -> Program:
        done = Channel()
        fetched: list[int] = []

        def fetch(i: int) -> Program:
            fetched.append(i)
            yield work
            yield done.send()

        for i in range(urls):

            def closure() -> Program:
                yield from fetch(i)  # noqa: B023 - all of them share the variable: that is the fault

            yield Go(fetch(i) if cured else closure())
        for _ in range(urls):
            yield done.receive()
        process.counts["fetched"] += urls
        process.counts["fetched_for_the_first_time"] += len(set(fetched))

    return listen_and_serve(process, rate, handler)
