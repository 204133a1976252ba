"""How often a 95 % interval holds what it is of: in 93 to 97 % of 1,000 trials, for processes with known means.

There is one seed; ``docs/statistics.md`` says what twenty others gave.
"""

from collections.abc import Iterable

import numpy as np
import pytest

from gcsim.analysis import Interval, batch_means, interval, paired_difference, paired_ratio
from tests.analysis.known import (
    AR1_MEAN,
    LIGHT_MEAN,
    LIGHT_RHO,
    MM1_MEAN,
    RHO,
    Values,
    ar1,
    ar1_means,
    mm1_means,
    queue,
)

TRIALS = 1000
SEED = 20261123


def a_generator() -> np.random.Generator:
    return np.random.default_rng(SEED)


def coverage(intervals: Iterable[Interval], mean: float) -> float:
    return float(np.mean([each.low <= mean <= each.high for each in intervals]))


FEW_AND_MANY = [5, pytest.param(20, marks=pytest.mark.slow)]
"""Of the queue: 2 * 10**8 customers for 20 replications in each trial."""


@pytest.fixture(scope="module", params=FEW_AND_MANY)
def queues(request: pytest.FixtureRequest) -> tuple[Values, Values]:
    """Mean waits at loads of 0.8 and 0.7 with the same customers, so many replications in each trial."""
    heavy, light = mm1_means(a_generator(), TRIALS, request.param, RHO, LIGHT_RHO)
    return heavy, light


def test_replications_of_mm1(queues: tuple[Values, Values]) -> None:
    heavy, _ = queues
    assert 0.93 <= coverage(map(interval, heavy), MM1_MEAN) <= 0.97


def test_paired_differences_of_mm1(queues: tuple[Values, Values]) -> None:
    pairs = [paired_difference(light, heavy) for heavy, light in zip(*queues, strict=True)]
    assert 0.93 <= coverage(pairs, MM1_MEAN - LIGHT_MEAN) <= 0.97


@pytest.mark.parametrize("n", [5, 20])
def test_replications_of_ar1(n: int) -> None:
    trials = ar1_means(a_generator(), TRIALS, n)
    assert 0.93 <= coverage(map(interval, trials), AR1_MEAN) <= 0.97


@pytest.mark.parametrize("n", FEW_AND_MANY)
def test_paired_differences_and_ratios_of_ar1(n: int) -> None:
    generator = a_generator()
    common = ar1_means(generator, TRIALS, n)
    first, second = (common + ar1_means(generator, TRIALS, n) / 4 for _ in range(2))
    pairs = [paired_difference(a, b + 1) for a, b in zip(first, second, strict=True)]
    assert 0.93 <= coverage(pairs, 1.0) <= 0.97
    pairs = [paired_ratio(a, b + 1) for a, b in zip(first, second, strict=True)]
    assert 0.93 <= coverage(pairs, 1 + 1 / (1.25 * AR1_MEAN)) <= 0.97


def test_batch_means_of_ar1() -> None:
    assert 0.93 <= coverage(map(batch_means, ar1(a_generator(), TRIALS, 4000)), AR1_MEAN) <= 0.97


@pytest.mark.slow
def test_batch_means_of_mm1() -> None:
    generator = a_generator()
    runs = (queue(generator, 1, 200_000, RHO)[0][0] for _ in range(TRIALS))
    assert 0.93 <= coverage(map(batch_means, runs), MM1_MEAN) <= 0.97
