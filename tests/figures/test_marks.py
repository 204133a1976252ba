"""Bars of intervals, the same in every figure."""

import numpy as np
import pandas as pd
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgba_array
from matplotlib.figure import Figure

from gcsim.figures.marks import draw_intervals, interval_note
from gcsim.figures.style import ink_of

POINTS = pd.DataFrame(
    {
        "go": ["1.4", "1.4", "1.8"],
        "at": [1.0, 2.0, 1.0],
        "p50_low_ms": [1.0, np.nan, 3.0],
        "p50_high_ms": [2.0, np.nan, 5.0],
    }
)


def test_each_median_has_a_bar_from_end_to_end_in_the_ink_of_its_release() -> None:
    ax = Figure().add_subplot()
    draw_intervals(ax, POINTS, "at")
    bars = [each for each in ax.collections if isinstance(each, LineCollection)]
    ends = [[segment.tolist() for segment in each.get_segments()] for each in bars]
    assert ends == [[[[1.0, 1.0], [1.0, 2.0]]], [[[1.0, 3.0], [1.0, 5.0]]]]
    inks = np.concatenate([np.atleast_2d(to_rgba_array(each.get_color())) for each in bars])
    assert inks.tolist() == to_rgba_array([ink_of("1.4"), ink_of("1.8")]).tolist()


def test_a_table_without_intervals_has_no_bars_and_no_note() -> None:
    ax = Figure().add_subplot()
    bare = POINTS[["go", "at"]]
    draw_intervals(ax, bare, "at")
    assert not ax.collections
    assert not interval_note(bare)
    assert interval_note(POINTS) == " Small bars: 95 % interval of the median."
