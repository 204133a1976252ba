"""Laws of the latency histogram."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gcsim.analysis import cause_ns, latency_quantile, tail_cause_ns
from gcsim.recording import LatencyHistogram
from gcsim.recording.histogram import BUCKETS, bucket, bucket_bounds
from gcsim.vocabulary import Cause

latencies = st.lists(st.integers(0, 10**11), min_size=1, max_size=60)
shares = st.floats(0, 1, exclude_max=True)


def histogram(values: list[int]) -> LatencyHistogram:
    """Count values whose time is half service and half queueing."""
    made = LatencyHistogram.empty()
    for value in values:
        made.counts[bucket(value)] += 1
        made.cause_ns[bucket(value), Cause.SERVICE] += value // 2
        made.cause_ns[bucket(value), Cause.RUN_QUEUE] += value - value // 2
    return LatencyHistogram(made.counts, made.cause_ns, max(values))


@given(st.integers(0, 2**47))
def test_a_latency_lies_within_the_bounds_of_its_bucket(value: int) -> None:
    bounds = bucket_bounds()
    at = bucket(value)
    assert bounds[at] <= value < bounds[at + 1]


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_buckets_are_in_the_order_of_the_latencies(one: int, other: int) -> None:
    assert (bucket(one) <= bucket(other)) or one > other
    assert 0 <= bucket(one) < BUCKETS


@given(latencies, shares)
def test_a_quantile_is_within_half_a_bucket_of_the_value_of_its_rank(values: list[int], share: float) -> None:
    true = sorted(values)[int(share * len(values))]
    found = latency_quantile(histogram(values), share)
    assert found is not None
    assert abs(found - true) <= true / 32 / 2 + 1


@given(latencies, latencies)
def test_merged_histograms_are_the_histogram_of_all(one: list[int], other: list[int]) -> None:
    merged = histogram(one) + histogram(other)
    whole = histogram(one + other)
    assert np.array_equal(merged.counts, whole.counts)
    assert np.array_equal(merged.cause_ns, whole.cause_ns)
    assert merged.max_ns == whole.max_ns


@given(latencies)
def test_the_causes_add_up_to_the_latencies(values: list[int]) -> None:
    assert sum(cause_ns(histogram(values)).values()) == sum(values)


@given(latencies, shares, shares)
def test_a_tail_further_out_holds_no_more_time(values: list[int], one: float, other: float) -> None:
    made = histogram(values)
    near, far = (tail_cause_ns(made, share) for share in sorted((one, other)))
    assert all(far[name] <= near[name] for name in near)


@given(latencies)
def test_the_tail_beyond_nothing_is_everything(values: list[int]) -> None:
    made = histogram(values)
    assert tail_cause_ns(made, 0) == cause_ns(made)
