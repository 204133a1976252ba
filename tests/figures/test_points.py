import numpy as np
import pandas as pd
import pytest

from gcsim.figures import pause_points


def _runs(*rows: tuple[str, int, list[int]]) -> pd.DataFrame:
    return pd.DataFrame(
        {"go": [go for go, _, _ in rows], "heap": [heap for _, heap, _ in rows], "pauses_ns": [p for _, _, p in rows]}
    )


def test_replications_of_a_point_are_pooled_before_quantiles_are_taken() -> None:
    runs = _runs(("1.4", 1, [1_000_000, 2_000_000]), ("1.4", 1, [9_000_000]))
    (point,) = pause_points(runs, ["go", "heap"]).to_dict("records")
    assert point == {"go": "1.4", "heap": 1, "cycles": 3, "p50_ms": 2.0, "p90_ms": pytest.approx(7.6)}


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
    assert list(points.columns) == ["go", "cycles", "p5_ms", "p50_ms", "p99.9_ms"]
