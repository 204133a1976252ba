"""The recorder loses no operation and no ns."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.recording import CYCLE_COLUMNS, PAUSE_COLUMNS, Columns, LatencyHistogram, OperationRecorder
from gcsim.recording.histogram import bucket, bucket_bounds
from gcsim.vocabulary import Cause

SHAPE = {"0": 0.5, "0.5": 0.9, "0.9": 1.2, "1": 20.0}

delays = st.dictionaries(st.sampled_from([Cause.STOPPED, Cause.MARK_ASSIST, Cause.RUN_QUEUE]), st.integers(1, 10**9))
owns = st.tuples(st.integers(1, 10**6), st.integers(0, 10**4), st.integers(0, 10**4))


def rng() -> np.random.Generator:
    return np.random.default_rng(1)


@pytest.fixture
def recorder() -> OperationRecorder:
    """Give a recorder that is on."""
    made = OperationRecorder()
    made.on = True
    return made


def shape(recorder: OperationRecorder) -> LatencyHistogram:
    return recorder.histogram(SHAPE, rng())


def test_columns_are_of_their_types_and_keep_their_rows() -> None:
    columns = Columns({"at": "int64", "which": "int8", "ok": "bool", "share": "float64"})
    columns.append(10**15 + 1, 2, True, 0.25)
    columns.append(-3, 1, False, 1.5)
    arrays = columns.arrays()
    assert {name: str(array.dtype) for name, array in arrays.items()} == {
        "at": "int64", "which": "int8", "ok": "bool", "share": "float64",
    }  # fmt: skip
    assert arrays["at"].tolist() == [10**15 + 1, -3]
    assert arrays["ok"].tolist() == [True, False]
    assert arrays["share"].tolist() == [0.25, 1.5]


@pytest.mark.parametrize("dtypes", [PAUSE_COLUMNS, CYCLE_COLUMNS], ids=["pauses", "cycles"])
def test_columns_without_rows_are_empty_arrays_of_their_types(dtypes: dict[str, str]) -> None:
    arrays = Columns(dtypes).arrays()
    assert {name: str(array.dtype) for name, array in arrays.items()} == dtypes
    assert all(len(array) == 0 for array in arrays.values())


def test_columns_can_be_read_in_between() -> None:
    columns = Columns({"at": "int64"})
    columns.append(1)
    first = columns.arrays()["at"]
    columns.append(2)
    assert first.tolist() == [1]
    assert columns.arrays()["at"].tolist() == [1, 2]


def test_nothing_counts_before_the_recorder_is_on() -> None:
    recorder = OperationRecorder()
    recorder.undisturbed(10, 100.0, 0.0, 0.0)
    recorder.disturbed(1, (100.0, 0.0, 0.0), {Cause.STOPPED: 50})
    assert recorder.ops == 0
    histogram = shape(recorder)
    assert (histogram.counts.sum(), histogram.cause_ns.sum(), histogram.max_ns) == (0, 0, 0)


@given(st.integers(1, 1000), owns, delays)
def test_a_disturbed_operation_is_counted_exactly(n: int, own: tuple[int, int, int], waits: dict[Cause, int]) -> None:
    recorder = OperationRecorder()
    recorder.on = True
    recorder.disturbed(n, own, waits)
    histogram = shape(recorder)
    latency = sum(own) + sum(waits.values())
    assert recorder.ops == n
    assert histogram.counts[bucket(latency)] == histogram.counts.sum() == n
    assert histogram.max_ns == latency
    totals = histogram.cause_ns.sum(axis=0)
    assert totals.sum() == n * latency
    assert (totals[Cause.SERVICE], totals[Cause.WRITE_BARRIER], totals[Cause.SWEEP_ASSIST]) == tuple(
        n * ns for ns in own
    )
    for cause, ns in waits.items():
        assert totals[cause] == n * ns


def test_operations_of_one_bucket_add_up(recorder: OperationRecorder) -> None:
    recorder.disturbed(2, (100.0, 0.0, 0.0), {Cause.STOPPED: 10_000})
    recorder.disturbed(3, (100.0, 0.0, 0.0), {Cause.RUN_QUEUE: 10_000})
    histogram = shape(recorder)
    assert histogram.counts[bucket(10_100)] == 5
    assert histogram.cause_ns[bucket(10_100), Cause.STOPPED] == 20_000
    assert histogram.cause_ns[bucket(10_100), Cause.RUN_QUEUE] == 30_000


@given(st.dictionaries(owns, st.integers(1, 10**6), min_size=1, max_size=5))
def test_undisturbed_operations_take_the_shape_of_their_own_time(plain: dict[tuple[int, int, int], int]) -> None:
    recorder = OperationRecorder()
    recorder.on = True
    for own, n in plain.items():
        recorder.undisturbed(n, *own)
    histogram = shape(recorder)
    assert recorder.ops == histogram.counts.sum() == sum(plain.values())
    used = np.flatnonzero(histogram.counts)
    bounds = bucket_bounds()
    assert bounds[used[0] + 1] >= 0.5 * min(sum(own) for own in plain)
    assert bounds[used[-1]] <= 20 * max(sum(own) for own in plain)
    assert histogram.max_ns <= 20 * 1.02 * max(sum(own) for own in plain) + 1


def test_half_of_many_operations_is_shorter_than_the_median_of_the_shape(recorder: OperationRecorder) -> None:
    recorder.undisturbed(10**6, 100_000.0, 0.0, 0.0)
    counts = shape(recorder).counts
    assert counts[: bucket(90_000)].sum() / 10**6 == pytest.approx(0.5, abs=0.05)
    assert counts[: bucket(120_000)].sum() / 10**6 == pytest.approx(0.9, abs=0.02)


def test_barrier_and_sweeping_have_their_share_of_an_undisturbed_operation(recorder: OperationRecorder) -> None:
    recorder.undisturbed(10**5, 80_000.0, 15_000.0, 5_000.0)
    histogram = shape(recorder)
    totals = histogram.cause_ns.sum(axis=0)
    assert totals[Cause.WRITE_BARRIER] / totals.sum() == pytest.approx(0.15, rel=1e-3)
    assert totals[Cause.SWEEP_ASSIST] / totals.sum() == pytest.approx(0.05, rel=1e-3)
    middle = (bucket_bounds()[:-1] + bucket_bounds()[1:]) // 2
    assert np.array_equal(histogram.cause_ns.sum(axis=1), histogram.counts * middle)


def test_operations_that_turn_out_disturbed_are_taken_back(recorder: OperationRecorder) -> None:
    own = (1000.0, 0.0, 0.0)
    recorder.undisturbed(10, *own)
    recorder.undisturbed(-4, *own)
    recorder.disturbed(4, own, {Cause.MARK_ASSIST: 10**6})
    assert recorder.ops == 10
    counts = shape(recorder).counts
    assert counts.sum() == 10
    assert counts[bucket(10**6 + 1000)] == 4


def test_the_order_of_what_is_counted_makes_no_difference() -> None:
    made = []
    for order in (1, -1):
        recorder = OperationRecorder()
        recorder.on = True
        for own in [(1000.0, 0.0, 0.0), (1000.0, 20.0, 0.0), (1000.0, 0.0, 7.0)][::order]:
            recorder.undisturbed(1000, *own)
        made.append(shape(recorder))
    assert np.array_equal(made[0].counts, made[1].counts)
    assert np.array_equal(made[0].cause_ns, made[1].cause_ns)


def test_the_same_generator_gives_the_same_histogram(recorder: OperationRecorder) -> None:
    recorder.undisturbed(1000, 1000.0, 0.0, 0.0)
    assert np.array_equal(shape(recorder).counts, shape(recorder).counts)
    assert not np.array_equal(shape(recorder).counts, recorder.histogram(SHAPE, np.random.default_rng(2)).counts)


# Requests


requests = st.lists(st.tuples(st.integers(0, 10**12), delays), max_size=60)


@given(requests)
def test_a_request_is_counted_with_its_causes_and_the_rest_as_service(
    counted: list[tuple[int, dict[Cause, int]]],
) -> None:
    recorder = OperationRecorder()
    recorder.on = True
    latencies = []
    for own, waits in counted:
        latencies.append(own + sum(waits.values()))
        recorder.request(latencies[-1], waits)
    histogram = shape(recorder)
    assert recorder.ops == histogram.counts.sum() == len(counted)
    assert histogram.cause_ns.sum() == sum(latencies)
    assert histogram.cause_ns[:, Cause.SERVICE].sum() == sum(own for own, _ in counted)
    assert histogram.max_ns == max(latencies, default=0)
    assert [histogram.counts[bucket(latency)] > 0 for latency in latencies] == [True] * len(latencies)


def test_requests_that_all_take_another_time_are_counted_like_those_that_take_the_same(
    recorder: OperationRecorder,
) -> None:
    latencies = [*range(1000, 21_000), *[5000] * 100]
    for latency in latencies:
        recorder.request(latency)
    histogram = shape(recorder)
    assert histogram.counts.sum() == recorder.ops == len(latencies)
    assert histogram.cause_ns[:, Cause.SERVICE].sum() == sum(latencies)
    assert histogram.max_ns == 20_999
    expected = np.zeros(len(histogram.counts), np.int64)
    np.add.at(expected, [bucket(latency) for latency in latencies], 1)
    assert histogram.counts.tolist() == expected.tolist()


def test_requests_before_the_recording_begins_do_not_count() -> None:
    recorder = OperationRecorder()
    recorder.request(100)
    recorder.request(100, {Cause.RUN_QUEUE: 50})
    assert (recorder.ops, shape(recorder).counts.sum()) == (0, 0)
