"""In which order runs are done, and how many at a time.

The longest go first, so that no long run is left to a single worker at the end while the others wait; ``sem``'s
LptRunner does the same. How long a run takes is guessed, and only the order depends on the guess.
"""

from collections.abc import Iterable

from gcsim.scenario import Scenario
from gcsim.studies.runs import Job

__all__ = ["cost", "longest_first"]

_BYTES_PER_S = 2e8  # allocated by a program: the median of results/measured, MiB/s: 223; the rest within a factor of 7
_LEAST_S = 1e-3  # what a run costs before it simulates anything
_LEAST_HEAP = 4 << 20  # that a collection waits for (heapminimum, go1.4 mgc0.c:66, go1.8 mgc.go:192)
_CHUNKS_PER_SLOT = 32  # so many turns has each worker at least, for what the guess got wrong


def cost(scenario: Scenario) -> float:
    """Guess how long a run takes.

    Parameters
    ----------
    scenario : Scenario
        One run.

    Returns
    -------
    float
        P-seconds that it simulates, positive and finite: its time on each of its Ps, where its time is its duration, or
        what it takes to allocate enough for its collections (to fill the memory where the collector is off).
    """
    until = scenario.until
    live_heap = getattr(scenario.workload, "live_heap", 0)
    ends = [limit / 1e9 for limit in (until.duration_ns, until.at_most_ns) if limit is not None]
    if isinstance(scenario.gogc, str):
        ends.append(scenario.hardware.memory / _BYTES_PER_S)
    elif until.cycles is not None:
        ends.append(until.cycles * max(live_heap, _LEAST_HEAP) * scenario.gogc / 100 / _BYTES_PER_S)
    return max(min(ends), _LEAST_S) * scenario.ps


def longest_first(jobs: Iterable[Job], *, slots: int, most: int) -> list[tuple[Job, ...]]:
    """Order jobs and cut them into chunks.

    Parameters
    ----------
    jobs : iterable of Job
        What to run.
    slots : int
        How many chunks are worked on at a time.
    most : int
        Most jobs of a chunk.

    Returns
    -------
    list of tuple of Job
        Every job once, the longest first; equally long ones keep their order. A chunk has several jobs only if
        together they are a small share of the whole.
    """
    estimated = [(cost(job.scenario), job) for job in jobs]
    estimated.sort(key=lambda pair: -pair[0])
    share = sum(length for length, _ in estimated) / (slots * _CHUNKS_PER_SLOT)
    chunks: list[tuple[Job, ...]] = []
    chunk: list[Job] = []
    filled = 0.0
    for length, job in estimated:
        if chunk and (filled + length > share or len(chunk) == most):
            chunks.append(tuple(chunk))
            chunk, filled = [], 0.0
        chunk.append(job)
        filled += length
    return [*chunks, tuple(chunk)] if chunk else chunks
