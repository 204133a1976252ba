import math

import pytest

from gcsim.fidelity import Comparison, MeasuredRun, noise_ceiling, shares
from gcsim.fidelity.comparison import compare, units
from gcsim.fidelity.metrics import METRICS, Observation


def comparison(ratio: float | None, *, n: int = 10, one_collection: bool = False) -> Comparison:
    simulated = None if ratio is None else 2 * ratio
    return Comparison(
        case="c", go="1.8", metric="mark_ms", measured=2.0, simulated=simulated, n=n, one_collection=one_collection
    )


def observation(collections: int, *, pauses_us: tuple[float, ...] = ()) -> Observation:
    return Observation(window_s=7.0, ops=700, collections=collections, pauses_us=pauses_us, op_ns={}, log={})


@pytest.mark.parametrize("ratio", [1.25, 1 / 1.25])
def test_a_band_reaches_as_far_below_one_as_above(ratio: float) -> None:
    assert comparison(ratio).within(1.25)
    assert not comparison(ratio).within(1.15)


def test_a_missing_simulated_value_is_outside_every_band() -> None:
    missing = comparison(None)
    assert missing.ratio is None
    assert missing.judged
    assert not missing.within(2.0)


@pytest.mark.parametrize(("collections", "within"), [(8, False), (9, True), (10, True), (11, True), (12, False)])
def test_counts_of_collections_that_differ_by_one_are_within_every_band(collections: int, within: bool) -> None:  # noqa: FBT001
    found = compare(
        "c", "1.8", [observation(10), observation(10)], [observation(collections), observation(collections)]
    )
    of_collections = next(one for one in found if one.metric == "collections_per_s")
    assert of_collections.within(1.01) is within


def test_only_the_count_of_collections_is_forgiven_one(run: MeasuredRun) -> None:
    measured = observation(3, pauses_us=(1.0, 1.0, 1.0))
    found = compare(run.case, run.go, [measured], [observation(3, pauses_us=(9.0, 9.0, 9.0))])
    assert [one.metric for one in found if one.within(1.5)] == ["collections_per_s", "ops_per_s"]


def test_a_metric_that_was_not_measured_is_not_compared() -> None:
    found = compare("c", "1.4", [observation(0)], [observation(3, pauses_us=(1.0, 2.0, 3.0))])
    assert [one.metric for one in found] == ["collections_per_s", "ops_per_s"]


def test_shares_count_what_is_judged_and_nothing_else() -> None:
    found = shares([comparison(1.0), comparison(1.2), comparison(3.0), comparison(None), comparison(1.0, n=2)])
    assert list(found) == list(METRICS)
    assert found["mark_ms"].n == 4
    assert found["mark_ms"].within == {1.1: 0.25, 1.15: 0.25, 1.25: 0.5, 1.5: 0.5, 2.0: 0.5}
    assert found["mark_ms"].median_abs_log_ratio == pytest.approx((math.log(1.2) + math.log(3)) / 2)
    assert (found["op_p999"].n, found["op_p999"].median_abs_log_ratio) == (0, None)


def test_there_is_no_median_where_most_values_are_missing() -> None:
    assert shares([comparison(1.0), comparison(None)])["mark_ms"].median_abs_log_ratio is None


def test_a_unit_is_a_case_in_a_release(run: MeasuredRun) -> None:
    def other(**changes: object) -> MeasuredRun:
        return run.model_copy(update=changes)

    found = units([run, other(rep=1), other(version="go1.4.3"), other(case="gogc50", version="go1.4.3")])
    assert [(unit.case, unit.go, len(unit.runs)) for unit in found] == [
        ("live32", "1.8", 2),
        ("live32", "1.4", 1),
        ("gogc50", "1.4", 1),
    ]


def test_the_ceiling_holds_repetitions_against_each_other(run: MeasuredRun) -> None:
    twice = run.model_copy(update={"ops": 2 * run.ops})
    ceiling = noise_ceiling(units([run, twice]))
    assert [one.ratio for one in ceiling if one.metric == "ops_per_s"] == [2.0]
    assert [one.ratio for one in ceiling if one.metric == "pause_p50"] == [1.0]


def test_a_single_repetition_has_no_ceiling(run: MeasuredRun) -> None:
    assert noise_ceiling(units([run])) == []
