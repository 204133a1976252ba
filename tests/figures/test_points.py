import numpy as np
import pandas as pd
import pytest

from gcsim.analysis import mean_interval
from gcsim.figures import interval_of, pause_points, replicated_means


def _runs(*rows: tuple[str, int, list[int]]) -> pd.DataFrame:
    return pd.DataFrame(
        {"go": [go for go, _, _ in rows], "heap": [heap for _, heap, _ in rows], "pauses_ns": [p for _, _, p in rows]}
    )


def test_replications_of_a_point_are_pooled_before_quantiles_are_taken() -> None:
    runs = _runs(("1.4", 1, [1_000_000, 2_000_000]), ("1.4", 1, [9_000_000]))
    (point,) = pause_points(runs, ["go", "heap"]).to_dict("records")
    assert {name: point[name] for name in ("go", "heap", "cycles")} == {"go": "1.4", "heap": 1, "cycles": 3}
    assert (point["p50_ms"], point["p90_ms"]) == (2.0, pytest.approx(7.6))


def test_points_come_sorted_with_a_row_for_each_combination() -> None:
    runs = _runs(("1.8", 1, [1]), ("1.4", 2, [1]), ("1.4", 1, [1]))
    assert pause_points(runs, ["go", "heap"])[["go", "heap"]].to_numpy().tolist() == [
        ["1.4", 1],
        ["1.4", 2],
        ["1.8", 1],
    ]


def test_a_point_without_a_collection_says_so_and_has_no_quantiles() -> None:
    points = pause_points(_runs(("1.4", 1, [])), ["go"])
    assert points["cycles"].tolist() == [0]
    assert np.isnan(points["p50_ms"]).all()


def test_the_name_of_a_quantile_is_its_percent() -> None:
    points = pause_points(_runs(("1.4", 1, [5_000_000])), ["go"], quantiles=(0.05, 0.5, 0.999))
    assert list(points.columns) == ["go", "cycles", "p5_ms", "p50_ms", "p99.9_ms", "p50_ms_low", "p50_ms_high"]


def test_the_median_of_several_replications_has_the_interval_of_their_medians() -> None:
    runs = _runs(*(("1.4", 1, [ms * 1_000_000] * 9) for ms in (1, 2, 3)))
    points = pause_points(runs, ["go"])
    expected = mean_interval([1, 2, 3])
    assert points[["p50_ms_low", "p50_ms_high"]].to_numpy().tolist() == [[expected.low, expected.high]]


def test_the_median_of_one_run_has_the_interval_of_its_pauses() -> None:
    points = pause_points(_runs(("1.4", 1, [ms * 1_000_000 for ms in range(1, 21)])), ["go"])
    # Of 20 values the 6th and the 15th: 2 x P(Binomial(20, 1/2) < 6) = 4.1 %.
    assert points[["p50_ms_low", "p50_ms_high"]].to_numpy().tolist() == [[6.0, 15.0]]


@pytest.mark.parametrize("collections", [0, 1, 5])
def test_too_few_collections_have_no_interval(collections: int) -> None:
    points = pause_points(_runs(("1.4", 1, [1_000_000] * collections)), ["go"])
    assert points[["p50_ms_low", "p50_ms_high"]].isna().all(axis=None)


def test_only_a_median_has_an_interval() -> None:
    points = pause_points(_runs(("1.4", 1, [5_000_000] * 9)), ["go"], quantiles=(0.9,))
    assert list(points.columns) == ["go", "cycles", "p90_ms"]


def test_means_over_replications_come_with_their_number_and_students_interval() -> None:
    runs = pd.DataFrame({"go": ["1.8", "1.4", "1.4", "1.4"], "ops": [7.0, 1.0, 2.0, 3.0]})
    oldest, newest = replicated_means(runs, ["go"], ["ops"]).to_dict("records")
    expected = mean_interval([1, 2, 3])
    assert oldest == {"go": "1.4", "replications": 3, "ops": 2, "ops_low": expected.low, "ops_high": expected.high}
    assert (newest["replications"], newest["ops"]) == (1, 7)
    assert np.isnan([newest["ops_low"], newest["ops_high"]]).all()


def test_runs_without_a_number_do_not_count_in_its_mean() -> None:
    runs = pd.DataFrame({"go": ["1.4"] * 3 + ["1.8"], "ops": [1.0, np.nan, 3.0, np.nan]})
    oldest, newest = replicated_means(runs, ["go"], ["ops"]).to_dict("records")
    assert (oldest["ops"], oldest["ops_low"]) == (2, mean_interval([1, 3]).low)
    assert np.isnan([newest["ops"], newest["ops_low"], newest["ops_high"]]).all()


def test_an_interval_becomes_three_columns() -> None:
    found = mean_interval([9, 10, 11])
    assert interval_of("ops", found) == {"ops": 10.0, "ops_low": found.low, "ops_high": found.high}
