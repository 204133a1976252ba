"""The figure of what a promise about pauses costs."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from gcsim.figures.pause_budget import pause_budget
from tests.figures.conftest import points_of

_PROMISES_MS = (0.1, 1.0, 10.0, 100.0)
_WHOLE_MS = {"1.4": 30.0, "1.5": 2.0}


@pytest.fixture
def table() -> pd.DataFrame:
    rows = []
    for heap in (128.0, 512.0):
        for go, whole in _WHOLE_MS.items():
            for pause in _PROMISES_MS:
                stopped = min(heap / 128 * whole, 5 * pause)
                common = {"go": go, "live_heap_mib": heap, "pause_ms": pause, "window_ms": 5 * pause, "cycles": 20}
                rows.append(
                    {
                        **common,
                        "strategy": "release",
                        "stopped_ms": stopped,
                        "over_percent": 100.0 * (stopped > pause),
                        "ops_percent": 0.0,
                        "peak_percent": 0.0,
                    }
                )
                attainable = go == "1.4" or pause > 0.3
                rows.append(
                    {
                        **common,
                        "strategy": "budgeted",
                        "stopped_ms": min(stopped, pause) if attainable else 0.3,
                        "over_percent": 100.0 * (not attainable or (go == "1.4" and pause == 1.0)),
                        "indivisible_ms": 0.3 if go == "1.5" else 0.06,
                        "attainable": attainable,
                        "ops_percent": -1.5 if go == "1.4" else 0.0,
                        "peak_percent": 40.0 if go == "1.4" else 0.2,
                    }
                )
    return pd.DataFrame(rows)


def _words(figure: Figure) -> str:
    title = figure.legends[0].get_title().get_text()
    return " ".join(title.replace("\N{NO-BREAK SPACE}", " ").split())


def _marked(ax: Axes, marker: str, *, filled: bool) -> set[float]:
    lines = [line for line in ax.lines if line.get_marker() == marker and line.get_linestyle() == "None"]
    chosen = [line for line in lines if (line.get_markerfacecolor() != "white") == filled]
    return {float(x) for line in chosen for x in points_of(line)[:, 0]}


def test_each_heap_has_a_row_of_three_panels(table: pd.DataFrame) -> None:
    axes = pause_budget(table).axes
    assert [ax.get_title(loc="left") for ax in axes[:3]] == [
        "most stopped in a window",
        "operations per second",
        "peak heap",
    ]
    labels = [ax.get_ylabel().replace("\N{NO-BREAK SPACE}", " ") for ax in axes]
    assert labels == ["128 MiB live", "", "", "512 MiB live", "", ""]


def test_one_heap_alone_makes_one_row(table: pd.DataFrame) -> None:
    assert len(pause_budget(table[table["live_heap_mib"] == 128]).axes) == 3


def test_a_promise_that_is_kept_broken_or_not_attainable_has_its_own_mark(table: pd.DataFrame) -> None:
    stopped = pause_budget(table).axes[0]
    assert _marked(stopped, "X", filled=True) == {0.1}  # 1.5
    assert _marked(stopped, "o", filled=False) == {1.0}  # 1.4
    assert _marked(stopped, "o", filled=True) == {0.1, 10.0, 100.0}
    assert _marked(stopped, "s", filled=True) == {1.0, 10.0, 100.0}


def test_what_is_above_the_line_breaks_the_promise(table: pd.DataFrame) -> None:
    stopped = pause_budget(table).axes[0]
    diagonals = [line for line in stopped.lines if np.allclose(*points_of(line).T)]
    assert any(points_of(line)[:, 0].tolist() == list(_PROMISES_MS) for line in diagonals)
    texts = {text.get_text(): text.get_position()[1] for text in stopped.texts}
    assert texts["broken"] > texts["kept"]


def test_panels_of_one_kind_share_a_range_that_does_not_blow_up_noise(table: pd.DataFrame) -> None:
    axes = pause_budget(table).axes
    for column, least in ((1, (-3.0, 3.0)), (2, (-3.0, 40.0))):
        upper, lower = axes[column].get_ylim(), axes[column + 3].get_ylim()
        assert upper == lower
        assert upper[0] <= least[0]
        assert upper[1] >= least[1]


def test_changes_are_written_with_their_sign(table: pd.DataFrame) -> None:
    figure = pause_budget(table)
    figure.draw_without_rendering()
    labels = {label.get_text().replace("\N{NO-BREAK SPACE}", " ") for label in figure.axes[2].get_yticklabels()}
    assert {"0 %", "+20 %", "+40 %"} <= labels


def test_the_headline_says_what_the_promise_of_1_5_costs_and_where_slices_end(table: pd.DataFrame) -> None:
    assert _words(pause_budget(table)) == (
        "In slices Go 1.4 keeps 10 ms in any 50 ms: +40 % of heap, \N{MINUS SIGN}1.5 % of throughput; what 1.5 cannot "
        "cut is its last stop, 300 µs, so no promise below that is attainable"
    )


def test_a_promise_that_some_collections_break_is_only_nearly_kept(table: pd.DataFrame) -> None:
    table.loc[(table["pause_ms"] == 10) & (table["strategy"] == "budgeted"), "over_percent"] = 5.0
    assert "Go 1.4 nearly keeps 10 ms" in _words(pause_budget(table))


def test_what_a_promise_costs_has_a_bar_where_its_interval_is_known(table: pd.DataFrame) -> None:
    ends = {"peak_percent_low": table["peak_percent"] - 1, "peak_percent_high": table["peak_percent"] + 1}
    figure = pause_budget(table.assign(replications=5, **ends))
    drawn = [sum(isinstance(each, LineCollection) for each in ax.collections) for ax in figure.axes]
    assert drawn == 2 * [0, 0, len(_WHOLE_MS)]
    assert "95 % intervals over 5 replications" in " ".join(figure.get_supxlabel().split())
