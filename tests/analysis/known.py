"""Random processes whose mean is known, many replications at a time."""

import numpy as np
import numpy.typing as npt
from scipy.signal import lfilter

Values = npt.NDArray[np.float64]

PHI = 0.8
AR1_MEAN = 10.0
RHO = 0.8
MM1_MEAN = RHO / (1 - RHO)
"""Mean wait in the queue M/M/1, service times of mean 1 (Kleinrock, Queueing Systems 1, 1975, section 3.2)."""

LIGHT_RHO = 0.7
LIGHT_MEAN = LIGHT_RHO / (1 - LIGHT_RHO)

_BLOCK = 2_000_000  # numbers held at a time


def ar1(rng: np.random.Generator, runs: int, length: int) -> Values:
    """Return stationary runs of x[t] = 0.8 x[t-1] + e[t] about 10, e standard normal; shape (runs, length)."""
    noise = rng.standard_normal((runs, length))
    noise[:, 0] /= np.sqrt(1 - PHI**2)
    noise[:] = lfilter([1], [1, -PHI], noise, axis=1)
    noise += AR1_MEAN
    return noise


def ar1_means(rng: np.random.Generator, trials: int, n: int, length: int = 200) -> Values:
    """Return means of stationary runs; shape (trials, n)."""
    means: Values = ar1(rng, trials * n, length).mean(axis=1)
    return means.reshape(trials, n)


def waits(services: Values, gaps: Values, first: Values) -> Values:
    """Return the waits of customers one after another, by Lindley's recursion.

    `first` are the waits of customers before them; `services` their service times, and `gaps` the times from each
    arrival to the next.
    """
    walk = services - gaps
    walk[:, 0] += first
    np.cumsum(walk, axis=1, out=walk)
    return walk - np.minimum(np.minimum.accumulate(walk, axis=1), 0)


def stationary_wait(rho: float, chance: Values) -> Values:
    """Return waits as a customer finds them who comes late: 0 with probability 1 - rho, else exponential."""
    return np.maximum(np.log(rho / (1 - chance)), 0) / (1 - rho)


def queue(rng: np.random.Generator, runs: int, length: int, *rhos: float) -> list[Values]:
    """Return stationary runs of waits in M/M/1, shape (runs, length), for each load; the customers are the same."""
    services, gaps = rng.standard_exponential((2, runs, length))
    chance = rng.random(runs)
    return [waits(services, gaps / rho, stationary_wait(rho, chance)) for rho in rhos]


def mm1_means(rng: np.random.Generator, trials: int, n: int, *rhos: float, length: int = 10_000) -> list[Values]:
    """Return mean waits of stationary runs, shape (trials, n), for each load.

    Runs of 10,000 customers: 120 times as long as waits at a load of 0.8 are correlated, which leaves a mean a
    skewness of 0.7.
    """
    runs = trials * n
    at_a_time = _BLOCK // length
    blocks = [
        [wait.mean(axis=1) for wait in queue(rng, min(at_a_time, runs - at), length, *rhos)]
        for at in range(0, runs, at_a_time)
    ]
    return [np.concatenate(means).reshape(trials, n) for means in zip(*blocks, strict=True)]
