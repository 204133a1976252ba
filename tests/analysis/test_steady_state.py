"""Warm-up and precision of one long run, on a series whose truth is known."""

import numpy as np
import numpy.typing as npt
import pytest

from gcsim.analysis import batch_means, mser5

PHI = 0.8


def ar1(seed: int, n: int, *, start: float = 0.0) -> npt.NDArray[np.float64]:
    """Return x[t] = 0.8 x[t-1] + e[t], e standard normal: of mean 0, and the variance of a mean of n nears 25 / n."""
    noise = np.random.default_rng(seed).normal(size=n)
    series = np.empty(n)
    last = start
    for at in range(n):
        last = PHI * last + noise[at]
        series[at] = last
    return series


def test_a_start_far_from_the_mean_is_cut_and_little_more() -> None:
    # 50 decays below the noise, whose deviation is 1 / 0.6, within some 20 values.
    cuts = [mser5(ar1(seed, 1000, start=50.0)) for seed in range(50)]
    assert all(10 <= cut <= 500 and cut % 5 == 0 for cut in cuts)
    assert np.median(cuts) <= 50


def test_the_cut_removes_the_bias_of_the_start() -> None:
    whole, rest = [], []
    for seed in range(100):
        series = ar1(seed, 1000, start=200.0)
        whole.append(series.mean())
        rest.append(series[mser5(series) :].mean())
    assert np.mean(whole) > 0.7  # 200 * 0.8 / 0.2 / 1000 = 0.8
    assert abs(np.mean(rest)) < 0.15


def test_a_constant_series_keeps_everything() -> None:
    assert mser5(np.full(50, 3.0)) == 0


def test_batch_means_hold_the_true_mean_about_as_often_as_they_say_although_neighbours_agree() -> None:
    intervals = [batch_means(ar1(seed, 2000)[200:]) for seed in range(300)]
    held = np.mean([interval.low <= 0 <= interval.high for interval in intervals])
    assert 0.9 <= held <= 0.98
    widths = np.mean([interval.half_width for interval in intervals])
    assert widths == pytest.approx(2.093 * np.sqrt(25 / 1800), rel=0.08)
    assert intervals[0].n == 20


def test_values_that_fill_no_batch_are_dropped_from_the_front() -> None:
    series = np.concatenate(([1e9] * 7, np.tile([1.0, 3.0], 20)))
    assert batch_means(series).mean == 2.0


def test_series_too_short_to_judge_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 10 values, found 9"):
        mser5(np.zeros(9))
    with pytest.raises(ValueError, match="at least 20 values, found 19"):
        batch_means(np.zeros(19))
