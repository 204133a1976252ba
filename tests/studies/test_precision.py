"""Replications until a metric is known precisely enough."""

import math
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from gcsim.analysis import interval
from gcsim.scenario.precision import LEAST
from gcsim.studies.precision import Precision, wanted
from tests.analysis.known import AR1_MEAN, MM1_MEAN, RHO, ar1_means, mm1_means

TRIALS = 1000
SEED = 20261123
FIVE_PERCENT = Precision("pause_p99", relative=0.05, least=LEAST, most=100)

Draw = Callable[[int], Sequence[float]]


def replicated(draw: Draw, precision: Precision) -> list[float]:
    """Do replications as a study does: as many as are wanted, then ask again."""
    values: list[float] = []
    while (n := wanted(values, precision)) > len(values):
        values.extend(draw(n - len(values)))
    return values


def normal(deviation: float, seed: int = 1) -> Draw:
    generator = np.random.default_rng(seed)
    return lambda n: generator.normal(1, deviation, n).tolist()


def coverage(draw: Draw, mean: float, precision: Precision) -> tuple[float, list[int]]:
    held, sizes = 0, []
    for _ in range(TRIALS):
        values = replicated(draw, precision)
        found = interval(values)
        held += found.low <= mean <= found.high
        sizes.append(len(values))
        assert found.half_width <= precision.relative * found.mean or len(values) == precision.most
    return held / TRIALS, sizes


def test_replications_of_ar1_until_their_mean_is_known() -> None:
    generator = np.random.default_rng(SEED)
    # Means of 60 values deviate by 6 % of 10, so that ten to twelve replications are needed for 4 %.
    held, sizes = coverage(
        lambda n: ar1_means(generator, 1, n, length=60)[0].tolist(),
        AR1_MEAN,
        Precision("pause_p99", relative=0.04, least=LEAST, most=100),
    )
    assert 0.93 <= held <= 0.97
    assert 20 <= np.mean(sizes) <= 26


@pytest.mark.slow
def test_replications_of_mm1_until_their_mean_is_known() -> None:
    generator = np.random.default_rng(SEED)
    held, sizes = coverage(lambda n: mm1_means(generator, 1, n, RHO)[0][0].tolist(), MM1_MEAN, FIVE_PERCENT)
    assert 0.93 <= held <= 0.97
    assert 28 <= np.mean(sizes) <= 36


def test_a_point_begins_with_the_least_replications_and_is_never_given_more_than_the_most() -> None:
    assert wanted([], FIVE_PERCENT) == 10
    assert wanted([1.0] * 3, FIVE_PERCENT) == 10
    few = Precision("pause_p99", relative=0.05, least=10, most=12)
    assert len(replicated(normal(0.5), few)) == 12
    assert wanted([1.0] * 12, few) == 12
    assert wanted([1.0] * 15, few) == 15


def test_a_narrow_interval_is_looked_at_again_after_as_many_replications_more() -> None:
    assert wanted([1.0] * 10, FIVE_PERCENT) == 20
    assert wanted([1.0] * 20, FIVE_PERCENT) == 20


def test_a_wide_interval_says_how_many_it_takes_but_at_most_doubles_them() -> None:
    # Student's half-width of these ten is 0.0754: more than 0.05 by 1.508, which squared makes 23 of 10.
    values = [0.9, 1.1] * 5
    assert interval(values).half_width == pytest.approx(0.0754, abs=1e-4)
    assert wanted(values, FIVE_PERCENT) == 20
    # With 0.06 it is too wide by 1.257: 16 of 10.
    assert wanted(values, Precision("pause_p99", relative=0.06, least=10, most=100)) == 16


def test_an_interval_that_is_no_longer_narrow_is_no_end() -> None:
    quiet, loud = [1.0] * 10, [1.0, 3.0] * 5
    assert wanted(quiet + loud, FIVE_PERCENT) == 40


def test_a_study_that_was_interrupted_does_the_runs_that_it_would_have_done() -> None:
    for seed in range(20):
        values = replicated(normal(0.15, seed), FIVE_PERCENT)
        for n in range(len(values)):
            assert n < wanted(values[:n], FIVE_PERCENT) <= len(values)


def test_a_metric_around_0_is_known_only_if_it_is_0() -> None:
    assert wanted([0.0] * 20, FIVE_PERCENT) == 20
    assert wanted([-1.0, 1.0] * 5, FIVE_PERCENT) == 20


def test_runs_without_a_value_say_nothing_and_a_point_without_any_is_given_up() -> None:
    assert wanted([math.nan] * 10, FIVE_PERCENT) == 10
    assert wanted([1.0] + [math.nan] * 9, FIVE_PERCENT) == 20
    assert wanted([1.0, 1.0] + [math.nan] * 18, FIVE_PERCENT) == 20
