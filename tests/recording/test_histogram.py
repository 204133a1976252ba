"""The buckets of the latency histogram are those of the reference program."""

import numpy as np
import pytest

from gcsim.recording import LatencyHistogram
from gcsim.recording.histogram import BUCKETS, bucket, bucket_bounds
from gcsim.vocabulary import Cause


def reference_bucket(value: int) -> int:
    """Follow ``bucket`` of ``forest.go``: halve until it is below 64."""
    shift = 0
    while value >> shift >= 64:
        shift += 1
    return value if shift == 0 else shift * 32 + (value >> shift)


@pytest.mark.parametrize("power", range(47))
def test_a_bucket_is_that_of_the_reference_program(power: int) -> None:
    for value in (2**power - 1, 2**power, 2**power + 1, 2**power * 3 // 2):
        assert bucket(value) == reference_bucket(value)


def test_bounds_and_buckets_are_inverse() -> None:
    bounds = bucket_bounds()
    assert bounds.shape == (BUCKETS + 1,)
    assert [bucket(int(bound)) for bound in bounds[:-1]] == list(range(BUCKETS))
    assert [bucket(int(bound) - 1) for bound in bounds[1:]] == list(range(BUCKETS))


def test_no_bucket_is_wider_than_a_32nd_of_its_latency() -> None:
    bounds = bucket_bounds()
    assert np.all(np.diff(bounds[:65]) == 1)
    assert np.all(np.diff(bounds[64:]) * 32 <= bounds[64:-1])


def test_the_last_bucket_takes_whatever_is_longer() -> None:
    assert bucket(2**60) == BUCKETS - 1


def test_merging_adds_counts_and_causes_and_keeps_the_longest() -> None:
    one, other = LatencyHistogram.empty(), LatencyHistogram.empty()
    one.counts[3] = 2
    one.cause_ns[3, Cause.SERVICE] = 6
    other.counts[3] = 1
    other.cause_ns[3, Cause.STOPPED] = 3
    merged = one + LatencyHistogram(other.counts, other.cause_ns, 3)
    assert merged.counts[3] == 3
    assert merged.cause_ns[3].tolist() == [6, 0, 0, 3, *[0] * (len(Cause) - 4)]
    assert merged.max_ns == 3
