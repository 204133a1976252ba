"""How precise a quantile is."""

import math

import numpy as np
import pytest

from gcsim.analysis import quantile_interval


@pytest.mark.parametrize(
    ("n", "share", "ends"),
    [
        # 2 x P(Binomial(20, 1/2) < 6) = 4.14 %, < 7: 11.5 %.
        (20, 0.5, (6, 15)),
        (10, 0.5, (2, 9)),
        (6, 0.5, (1, 6)),
        (5, 0.5, (-math.inf, math.inf)),
        (20, 0.9, (15, math.inf)),
    ],
)
def test_the_ends_are_values_of_the_sample(n: int, share: float, ends: tuple[float, float]) -> None:
    assert quantile_interval(np.arange(n, 0, -1), share) == ends


@pytest.mark.parametrize("share", [0.5, 0.9])
def test_it_holds_the_quantile_at_least_as_often_as_it_says(share: float) -> None:
    generator = np.random.default_rng(20261123)
    true = -math.log(1 - share)
    intervals = [quantile_interval(sample, share) for sample in generator.exponential(size=(2000, 100))]
    held = np.mean([low <= true <= high for low, high in intervals])
    assert 0.95 <= held <= 0.98


def test_more_confidence_makes_a_wider_interval() -> None:
    assert quantile_interval(range(1, 21), 0.5, confidence=0.99) == (4, 17)
