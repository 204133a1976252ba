import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes

from gcsim.figures import published
from gcsim.figures.style import PALETTE
from tests.figures.conftest import points_of

_NAN = float("nan")


@pytest.fixture
def table() -> pd.DataFrame:
    rows = [
        ("big heap", "heap", "fitted", "1.4", 400.0, 300.0, 500.0, 300.0),
        ("bigger heap", "heap", "judged", "1.4", 800.0, _NAN, _NAN, 900.0),
        ("idle", "goroutines", "judged", "1.6.0", 20.0, _NAN, _NAN, 5.0),
        ("dirty", "goroutines", "judged", "1.8", 0.2, _NAN, _NAN, 0.9),
        ("another era", "goroutines", "judged", _NAN, 0.5, _NAN, _NAN, _NAN),
    ]
    columns = ["name", "group", "half", "go", "published_ms", "low_ms", "high_ms", "simulated_ms"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(ratio=table["simulated_ms"] / table["published_ms"], quantity="stop")


def _texts(ax: Axes) -> list[str]:
    return [" ".join(text.get_text().split()) for text in ax.texts]


def test_the_headline_counts_what_lies_within_a_factor_of_two_in_all_and_where_nothing_was_fitted(
    table: pd.DataFrame,
) -> None:
    assert " ".join(published(table).get_suptitle().split()) == (
        "4 published figures of Go 1.4 to 1.8 beside one set of laws: 50% lie within a factor of 2, "
        "and 33% of those 3 that no number was fitted to"
    )


def test_each_simulated_row_is_a_point_and_the_listed_one_is_none(table: pd.DataFrame) -> None:
    ax, _ = published(table).axes
    points = np.concatenate([points_of(line) for line in ax.lines if line.get_marker() not in {"None", "", None}])
    assert sorted(map(tuple, points.tolist())) == [(0.2, 0.9), (20.0, 5.0), (400.0, 300.0), (800.0, 900.0)]


def test_colours_are_releases_shapes_groups_and_fitted_points_open(table: pd.DataFrame) -> None:
    ax, _ = published(table).axes
    drawn = {
        tuple(points_of(line)[0]): (line.get_marker(), line.get_markerfacecolor())
        for line in ax.lines
        if line.get_marker() not in {"None", "", None}
    }
    assert drawn == {
        (400.0, 300.0): ("o", "white"),
        (800.0, 900.0): ("o", PALETTE["1.4"]),
        (20.0, 5.0): ("s", PALETTE["1.6"]),
        (0.2, 0.9): ("s", PALETTE["1.8"]),
    }


def test_misses_are_numbered_at_their_points_and_named_beside_from_the_lowest_ratio_to_the_highest(
    table: pd.DataFrame,
) -> None:
    ax, beside = published(table).axes
    assert [text for text in _texts(ax) if text.isdigit()] == ["1", "2"]
    assert _texts(beside) == ["misses (simulated over published)", "1 0.25x idle", "2 4.5x dirty"]


def test_nothing_is_listed_where_nothing_is_missed(table: pd.DataFrame) -> None:
    _, beside = published(table[table["group"] == "heap"]).axes
    assert _texts(beside) == []


def test_the_key_says_how_many_of_each_group_are_met(table: pd.DataFrame) -> None:
    _, beside = published(table).axes
    legend = beside.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == [
        "heap (2 of 2)",
        "goroutines (0 of 2)",
        "open: the profile's numbers were fitted to it",
    ]


def test_a_published_band_is_a_bar(table: pd.DataFrame) -> None:
    ax, _ = published(table).axes
    segments = [segment for bars in ax.collections for segment in getattr(bars, "get_segments", list)()]
    assert [segment[:, 0].tolist() for segment in segments if segment[0, 0] != segment[1, 0]] == [[300.0, 500.0]]


def test_the_note_says_how_many_rows_are_listed_only(table: pd.DataFrame) -> None:
    note = " ".join(published(table).get_supxlabel().split())
    assert "1 rows were fitted. 1 more are listed without a simulation" in note
