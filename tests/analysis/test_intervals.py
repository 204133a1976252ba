"""How precise a mean over replications is."""

import math

import numpy as np
import pytest

from gcsim.analysis import mean_interval


def test_the_interval_is_students() -> None:
    # t(0.975, 9) = 2.2622 by any table; the standard error of 1..10 is 3.02765 / sqrt(10).
    found = mean_interval(range(1, 11))
    assert found.mean == 5.5
    assert found.half_width == pytest.approx(2.262157 * 3.027650 / math.sqrt(10), rel=1e-6)
    assert (found.low, found.high) == (found.mean - found.half_width, found.mean + found.half_width)
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
    assert (found.mean, found.half_width, found.n) == (4.0, math.inf, 1)


def test_no_value_has_no_mean() -> None:
    with pytest.raises(ValueError, match="at least one value"):
        mean_interval([])
