import numpy as np
import pandas as pd
import pytest

from gcsim.analysis import mean_interval
from gcsim.figures import pause_points


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
    assert list(points.columns) == ["go", "cycles", "p5_ms", "p50_ms", "p99.9_ms", "p50_low_ms", "p50_high_ms"]


def test_the_median_of_several_replications_has_the_interval_of_their_medians() -> None:
    runs = _runs(*(("1.4", 1, [ms * 1_000_000] * 9) for ms in (1, 2, 3)))
    points = pause_points(runs, ["go"])
    expected = mean_interval([1, 2, 3])
    assert points[["p50_low_ms", "p50_high_ms"]].to_numpy().tolist() == [[expected.low, expected.high]]


def test_the_median_of_one_run_has_the_interval_of_its_pauses() -> None:
    points = pause_points(_runs(("1.4", 1, [ms * 1_000_000 for ms in range(1, 21)])), ["go"])
    # Of 20 values the 6th and the 15th: 2 x P(Binomial(20, 1/2) < 6) = 4.1 %.
    assert points[["p50_low_ms", "p50_high_ms"]].to_numpy().tolist() == [[6.0, 15.0]]


@pytest.mark.parametrize("collections", [0, 1, 5])
def test_too_few_collections_have_no_interval(collections: int) -> None:
    points = pause_points(_runs(("1.4", 1, [1_000_000] * collections)), ["go"])
    assert points[["p50_low_ms", "p50_high_ms"]].isna().all(axis=None)


def test_only_a_median_has_an_interval() -> None:
    points = pause_points(_runs(("1.4", 1, [5_000_000] * 9)), ["go"], quantiles=(0.9,))
    assert list(points.columns) == ["go", "cycles", "p90_ms"]
