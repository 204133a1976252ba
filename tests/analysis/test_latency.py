"""Quantiles and causes of operation latencies."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from gcsim.analysis import cause_ns, latency_quantile, quantile_causes, tail_cause_ns
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


def test_a_quantile_is_divided_as_the_operations_around_it(make_latency: MakeLatency) -> None:
    fast, slow = {Cause.SERVICE: 100}, {Cause.SERVICE: 100, Cause.STOPPED: 9900}
    latency = make_latency([fast] * 90 + [slow] * 10)
    quantile = latency_quantile(latency, 0.95)
    found = quantile_causes(latency, 0.95)
    assert quantile is not None
    assert found is not None
    assert sum(found.values()) == pytest.approx(quantile)
    assert found["service"] == pytest.approx(quantile / 100)
    assert found["stopped"] == pytest.approx(quantile * 0.99)
    median = quantile_causes(latency, 0.5)
    assert median is not None
    assert {name for name, ns in median.items() if ns} == {"service"}


def test_around_a_quantile_are_the_ranks_within_a_quarter_of_those_beyond(make_latency: MakeLatency) -> None:
    # An operation of each latency up to 63 ns, which are exact: p50 looks at ranks 24 to 40, of the ends half.
    causes = {24: Cause.STOPPED, 40: Cause.PREEMPTED, **dict.fromkeys(range(25, 40), Cause.MARK_ASSIST)}
    latency = make_latency([{causes.get(ns, Cause.RUN_QUEUE): ns} for ns in range(64)])
    found = quantile_causes(latency, 0.5)
    assert found is not None
    whole = sum(range(25, 40)) + 24 / 2 + 40 / 2
    parts = {"mark_assist": sum(range(25, 40)), "stopped": 24 / 2, "preempted": 40 / 2}
    assert {name: ns for name, ns in found.items() if ns} == {
        name: pytest.approx(32 * part / whole) for name, part in parts.items()
    }


def test_a_quantile_of_few_operations_is_divided_as_the_one_at_its_rank(make_latency: MakeLatency) -> None:
    latency = make_latency([{Cause.SERVICE: 50}] * 9 + [{Cause.RUN_QUEUE: 60}])
    for share in (0.9, 0.9999, 1.0):
        found = quantile_causes(latency, share)
        assert found is not None
        assert {name: ns for name, ns in found.items() if ns} == {"run_queue": 60}


def test_operations_that_take_no_time_have_no_causes_and_none_at_all_no_quantile(make_latency: MakeLatency) -> None:
    nothing = quantile_causes(make_latency([{Cause.SERVICE: 0}] * 3), 0.5)
    assert nothing is not None
    assert set(nothing.values()) == {0.0}
    assert quantile_causes(LatencyHistogram.empty(), 0.5) is None
