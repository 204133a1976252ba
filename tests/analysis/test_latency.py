"""Quantiles and causes of operation latencies."""

from collections.abc import Callable, Mapping, Sequence

from gcsim.analysis import cause_ns, latency_quantile, tail_cause_ns
from gcsim.recording import LatencyHistogram
from gcsim.vocabulary import Cause

MakeLatency = Callable[[Sequence[Mapping[Cause, int]]], LatencyHistogram]


def test_a_quantile_is_the_middle_of_the_bucket_of_its_rank(make_latency: MakeLatency) -> None:
    # Buckets at 2000 ns are 32 ns wide and begin at multiples of it: 2000 lies in 1984 to 2016.
    latency = make_latency([{Cause.SERVICE: 2000}] * 9 + [{Cause.SERVICE: 50_000}])
    assert latency_quantile(latency, 0.5) == 2000
    assert latency_quantile(latency, 0.899) == 2000
    # 50000 lies in 49152 to 50176.
    assert latency_quantile(latency, 0.9) == 49664


def test_latencies_below_64_ns_are_exact(make_latency: MakeLatency) -> None:
    latency = make_latency([{Cause.SERVICE: value} for value in range(64)])
    assert [latency_quantile(latency, rank / 64) for rank in range(64)] == list(range(64))


def test_the_quantile_of_all_is_the_longest_latency_itself(make_latency: MakeLatency) -> None:
    assert latency_quantile(make_latency([{Cause.SERVICE: 12_345_678}]), 1) == 12_345_678


def test_without_operations_there_is_no_quantile_and_no_time() -> None:
    empty = LatencyHistogram.empty()
    assert latency_quantile(empty, 0.5) is None
    assert set(cause_ns(empty).values()) == {0}
    assert set(tail_cause_ns(empty, 0.5).values()) == {0}


def test_time_adds_up_by_cause_over_all_operations(make_latency: MakeLatency) -> None:
    latency = make_latency([{Cause.SERVICE: 100}, {Cause.SERVICE: 100, Cause.MARK_ASSIST: 900}])
    found = cause_ns(latency)
    assert found["service"] == 200
    assert found["mark_assist"] == 900
    assert set(found) == {cause.name.lower() for cause in Cause}


def test_the_tail_is_made_of_the_causes_of_the_slow_operations_alone(make_latency: MakeLatency) -> None:
    latency = make_latency([{Cause.SERVICE: 100}] * 99 + [{Cause.SERVICE: 100, Cause.STOPPED: 5_000_000}])
    found = tail_cause_ns(latency, 0.99)
    assert found["stopped"] == 5_000_000
    assert found["service"] == 100


def test_the_bucket_in_which_the_tail_begins_counts_by_its_share_beyond(make_latency: MakeLatency) -> None:
    latency = make_latency([{Cause.SERVICE: 50}] * 10)
    assert tail_cause_ns(latency, 0.7)["service"] == 3 * 50


def test_the_tail_beyond_all_operations_is_empty(make_latency: MakeLatency) -> None:
    assert set(tail_cause_ns(make_latency([{Cause.SERVICE: 50}]), 1).values()) == {0}
