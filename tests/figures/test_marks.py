"""Bars of intervals, the same in every figure."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgba_array
from matplotlib.figure import Figure

from gcsim.figures.marks import draw_intervals, interval_note
from gcsim.figures.style import ink_of

POINTS = pd.DataFrame(
    {
        "go": ["1.4", "1.4", "1.8"],
        "at": [1.0, 2.0, 1.0],
        "p50_ms": [1.2, 2.0, 4.0],
        "p50_ms_low": [1.0, np.nan, 3.0],
        "p50_ms_high": [2.0, np.nan, 5.0],
    }
)


def _bars(ax: Axes) -> list[LineCollection]:
    return [each for each in ax.collections if isinstance(each, LineCollection)]


def _ends(ax: Axes) -> list[list[list[list[float]]]]:
    return [[segment.tolist() for segment in each.get_segments()] for each in _bars(ax)]


def test_each_median_has_a_bar_from_end_to_end_in_the_ink_of_its_release() -> None:
    ax = Figure().add_subplot()
    draw_intervals(ax, POINTS, "at")
    assert _ends(ax) == [[[[1.0, 1.0], [1.0, 2.0]]], [[[1.0, 3.0], [1.0, 5.0]]]]
    inks = np.concatenate([np.atleast_2d(to_rgba_array(each.get_color())) for each in _bars(ax)])
    assert inks.tolist() == to_rgba_array([ink_of("1.4"), ink_of("1.8")]).tolist()


def test_both_columns_of_a_point_may_have_an_interval_and_points_may_share_a_colour() -> None:
    ax = Figure().add_subplot()
    points = pd.DataFrame({"x": [3.0], "x_low": [2.0], "x_high": [4.0], "y": [8.0], "y_low": [6.0], "y_high": [10.0]})
    draw_intervals(ax, points, "x", "y", ink="#123456")
    assert _ends(ax) == [[[[3.0, 6.0], [3.0, 10.0]]], [[[2.0, 8.0], [4.0, 8.0]]]]
    inks = [to_rgba_array(each.get_color()).tolist() for each in _bars(ax)]
    assert inks == [to_rgba_array("#123456").tolist()] * 2


def test_a_table_without_intervals_has_no_bars_and_no_note() -> None:
    ax = Figure().add_subplot()
    bare = POINTS[["go", "at"]]
    draw_intervals(ax, bare, "at")
    assert not ax.collections
    assert not interval_note(bare)
    assert not interval_note(POINTS.assign(p50_ms_low=np.nan))
    assert interval_note(POINTS) == " Small bars: 95 % interval of the median."


def test_the_note_counts_replications_where_there_are_several() -> None:
    assert interval_note(POINTS.assign(replications=1)) == interval_note(POINTS)
    note = " Small bars: 95 % intervals over 5 replications; unseen if narrower than line or marker."
    assert interval_note(POINTS.assign(replications=5)) == note
