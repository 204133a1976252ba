"""How precise a mean over replications is."""

import math
import warnings

import numpy as np
import pytest
from scipy.stats import bootstrap

from gcsim.analysis import Interval, interval, mean_interval
from gcsim.analysis.bootstrap import bca, expanded

SKEWED = np.random.default_rng(3).exponential(size=40)


def test_the_interval_is_students() -> None:
    # t(0.975, 9) = 2.2622 by any table; the standard error of 1..10 is 3.02765 / sqrt(10).
    found = mean_interval(range(1, 11))
    assert found.mean == 5.5
    assert found.half_width == pytest.approx(2.262157 * 3.027650 / math.sqrt(10), rel=1e-6)
    assert (found.low + found.high) / 2 == pytest.approx(found.mean)
    assert found.n == 10


def test_more_confidence_makes_a_wider_interval() -> None:
    assert mean_interval([1, 2, 4], confidence=0.99).half_width > mean_interval([1, 2, 4]).half_width


def test_the_interval_holds_the_true_mean_as_often_as_it_says() -> None:
    rng = np.random.default_rng(7)
    intervals = [mean_interval(rng.normal(3, 2, 5), confidence=0.9) for _ in range(2000)]
    held = sum(interval.low <= 3 <= interval.high for interval in intervals)
    assert held / 2000 == pytest.approx(0.9, abs=0.02)


def test_one_value_says_nothing_of_its_precision() -> None:
    found = mean_interval([4.0])
    assert found == Interval(4.0, -math.inf, math.inf, 1, "student")
    assert found.half_width == math.inf


def test_no_value_has_no_mean() -> None:
    with pytest.raises(ValueError, match="at least one value"):
        mean_interval([])


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_replication_without_a_value_has_no_place_in_a_mean(value: float) -> None:
    with pytest.raises(ValueError, match="leave out the replications that have none"):
        interval([1.0, value])


def test_few_values_have_students_interval_and_many_the_bootstraps() -> None:
    assert interval(range(19)) == mean_interval(range(19))
    found = interval(range(20))
    assert (found.method, found.n, found.mean) == ("bootstrap", 20, 9.5)
    assert (found.low, found.high) == bca(range(20))
    assert found.half_width == pytest.approx(mean_interval(range(20)).half_width, rel=0.06)


def test_the_bootstrap_leans_to_the_side_on_which_the_values_are_sparse() -> None:
    found = interval(SKEWED)
    assert found.high - found.mean > 1.1 * (found.mean - found.low)


def test_the_same_values_in_any_order_have_the_same_interval() -> None:
    assert bca(SKEWED) == bca(SKEWED[::-1]) == bca(SKEWED.tolist())
    assert bca(SKEWED) != bca(SKEWED, confidence=0.9)


def test_the_interval_goes_with_the_unit_of_the_values() -> None:
    low, high = bca(SKEWED)
    assert bca(SKEWED * 1024) == (low * 1024, high * 1024)


def test_the_interval_is_efrons_at_the_expanded_confidence() -> None:
    level = expanded(len(SKEWED), 0.95)
    plain = bootstrap((SKEWED,), np.mean, confidence_level=level, n_resamples=50_000, rng=np.random.default_rng(1))
    assert bca(SKEWED) == pytest.approx(tuple(plain.confidence_interval), rel=0.03)


def test_a_bootstrap_of_few_values_is_asked_for_more_than_is_wanted() -> None:
    # t(0.975, 19) = 2.093024 by any table; sqrt(20 / 19) * 2.093024 = 2.147400, beyond which are 1.588 % on each side.
    assert expanded(20, 0.95) == pytest.approx(1 - 2 * 0.015881, abs=1e-5)
    assert expanded(10**6, 0.95) == pytest.approx(0.95, abs=1e-5)


def test_values_that_are_all_the_same_have_an_interval_of_no_width() -> None:
    with warnings.catch_warnings(action="error"):
        found = interval([0.1] * 20)
    assert found.low == found.mean == found.high
