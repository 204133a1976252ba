"""When requests come in, and how long things take: draws from named streams.

A load is open: requests come when they come, however slow the process is. A closed loop, whose clients wait for an
answer before they ask again, leaves out the requests that would have waited (coordinated omission).
"""

from collections.abc import Callable, Iterator
from itertools import accumulate, chain, islice, repeat
from math import log1p
from typing import Any, Literal

import simpy

from gcsim.kernel import ArmedEvent, StopClock, Stream

__all__ = ["Distribution", "arrive", "choices", "poisson", "times"]

Distribution = Literal["fixed", "exponential"]
"""How times are distributed around their mean."""

_BLOCK = 256
"""Numbers drawn ahead: a matter of speed. What comes after one another costs no call of a Python function."""

_NS_PER_S = 1e9


def times(stream: Stream, mean_ns: int, distribution: Distribution) -> Iterator[int]:
    """Draw times.

    Parameters
    ----------
    stream : Stream
        Random numbers; not used for fixed times.
    mean_ns : int
        Their mean, ns.
    distribution : {"fixed", "exponential"}

    Returns
    -------
    iterator of int
        One after the other, ns.
    """
    return repeat(mean_ns) if distribution == "fixed" or not mean_ns else map(round, _exponential(stream, mean_ns))


def choices(stream: Stream, n: int) -> Iterator[int]:
    """Draw numbers below n, all equally likely."""
    return chain.from_iterable([int(u * n) for u in block] for block in _blocks(stream))


def poisson(stream: Stream, per_s: float, begin_ns: int) -> Iterator[int]:
    """Draw the instants of a Poisson process.

    Parameters
    ----------
    stream : Stream
        Random numbers for the times between them.
    per_s : float
        How many there are in a second, on average.
    begin_ns : int
        When it begins, ns.

    Returns
    -------
    iterator of int
        Instants in order, ns.
    """
    instants = accumulate(_exponential(stream, _NS_PER_S / per_s), initial=float(begin_ns))
    return map(round, islice(instants, 1, None))


def _exponential(stream: Stream, mean: float) -> Iterator[float]:
    """Draw exponential times of a mean, by the inverse of their distribution."""
    return chain.from_iterable([-mean * log1p(-u) for u in block] for block in _blocks(stream))


def _blocks(stream: Stream) -> Iterator[list[float]]:
    while True:
        yield stream.uniforms(_BLOCK)


def arrive(env: simpy.Environment, what: Iterator[Any], receive: Callable[[Any], None]) -> None:
    """Let things arrive from outside, whatever the process does: its pauses do not hold them up.

    Parameters
    ----------
    env : simpy.Environment
        The engine.
    what : iterator of tuple
        Things to arrive, the first item of each the instant, ns.
    receive : callable
        Given each of them at its instant.
    """
    first = next(what)
    coming = first

    def come() -> None:
        nonlocal coming
        came = coming
        receive(came)
        coming = next(what)
        arm(coming[0] - came[0])

    # A clock of its own: it never stands still.
    arm = ArmedEvent(StopClock(env), come).arm
    arm(first[0] - int(env.now))
