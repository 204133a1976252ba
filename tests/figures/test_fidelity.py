import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from gcsim.figures.fidelity import fidelity, fidelity_shares
from tests.figures.conftest import RELEASES, points_of

_MARKS = {"pause_p50": (1.5, 2.0), "ops_per_s": (1.15,), "op_p999": (2.0,), "mark_ms": (1.5,)}
_UNITS = {"pause_p50": "us", "ops_per_s": "1/s", "op_p999": "ns", "mark_ms": "ms"}
_DEMANDED = {"pause_p50": 0.88, "ops_per_s": 0.95, "mark_ms": 0.85}


@pytest.fixture
def points() -> pd.DataFrame:
    """Give three cases of each metric in each release; 1.4 has no log, and one mark is far off, one missing."""
    rows = [
        {"go": go, "metric": metric, "unit": unit, "measured": value, "simulated": 1.1 * value}
        for metric, unit in _UNITS.items()
        for go in RELEASES
        for value in (100.0, 1000.0, 10_000.0)
        if metric != "mark_ms" or go != "1.4"
    ]
    table = pd.DataFrame(rows)
    marks = table.index[(table["metric"] == "mark_ms") & (table["go"] == "1.8")]
    table.loc[marks[0], "simulated"] = 1e7
    table.loc[marks[1], "simulated"] = np.nan
    return table


@pytest.fixture
def shares() -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "go": go,
                "metric": metric,
                "band": band,
                "demanded": _DEMANDED.get(metric, np.nan),
                "n": 15.0,
                "within": 0.8 if metric == "mark_ms" else 0.96,
                "median_ratio": np.nan if (metric, go) == ("mark_ms", "1.4") else 1.25,
                "second_run": 0.92,
            }
            for go in (*RELEASES, "all")
            for metric, bands in _MARKS.items()
            for band in bands
        ]
    )


@pytest.fixture
def held_out() -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "axis": axis,
                "metric": metric,
                "band": band,
                "demanded": _DEMANDED.get(metric, np.nan),
                "n": 0 if (axis, metric) == ("ps", "mark_ms") else 10,
                "fitted": 1.0,
                "held_out": 0.9,
                "second_run": 0.95,
            }
            for axis in ("heap", "ps", "all axes")
            for metric, bands in _MARKS.items()
            for band in bands
        ]
    )


def _texts(ax: Axes) -> list[str]:
    return [text.get_text() for text in ax.texts]


def _key_title(figure: Figure) -> str:
    (legend,) = figure.legends
    return " ".join(legend.get_title().get_text().split())


def test_each_metric_has_a_panel_in_ms_or_its_own_unit(points: pd.DataFrame, shares: pd.DataFrame) -> None:
    panels = [ax for ax in fidelity(points, shares).axes if ax.axison]
    assert [ax.get_title(loc="left") for ax in panels] == [
        "pause, median, ms",
        "operations, 1/s",
        "operation, p99.9, ms",
        "marking, wall, ms",
    ]


def test_both_axes_of_a_panel_are_logarithmic_and_span_the_same(points: pd.DataFrame, shares: pd.DataFrame) -> None:
    for ax in fidelity(points, shares).axes:
        assert (ax.get_xscale(), ax.get_yscale()) == ("log", "log")
        assert ax.get_xlim() == ax.get_ylim()


def test_a_point_stands_at_measured_and_simulated(points: pd.DataFrame, shares: pd.DataFrame) -> None:
    pauses = fidelity(points, shares).axes[0]
    drawn = [points_of(line) for line in pauses.lines if line.get_marker() != "None"]
    assert len(drawn) == len(RELEASES)
    assert drawn[0] == pytest.approx(np.array([[0.1, 0.11], [1, 1.1], [10, 11]]))


def test_what_is_too_far_off_or_missing_is_hollow_at_the_edge(points: pd.DataFrame, shares: pd.DataFrame) -> None:
    marking = fidelity(points, shares).axes[3]
    hollow = [line for line in marking.lines if line.get_markerfacecolor() == "white"]
    low, high = marking.get_ylim()
    assert [points_of(line)[:, 1].tolist() for line in hollow] == [[high, low]]
    assert high < 1e6


def test_each_panel_says_what_share_lies_within_a_band_and_what_a_second_run_reaches(
    points: pd.DataFrame, shares: pd.DataFrame
) -> None:
    figure = fidelity(points, shares)
    assert _texts(figure.axes[0]) == ["96% in 1.5\N{MULTIPLICATION SIGN} (92%)\n96% in 2\N{MULTIPLICATION SIGN} (92%)"]
    alone = fidelity(points, shares.assign(second_run=np.nan))
    assert _texts(alone.axes[1]) == ["96% in 1.15\N{MULTIPLICATION SIGN}"]


def test_the_headline_counts_the_demands_that_are_met(points: pd.DataFrame, shares: pd.DataFrame) -> None:
    assert _key_title(fidelity(points, shares)) == (
        "3 of 4 demands are met: 96% of the median pauses lie within 1.5\N{MULTIPLICATION SIGN} of the real ones, "
        "where a second real run reaches 92%"
    )


def test_the_note_says_how_many_values_are_missing(points: pd.DataFrame, shares: pd.DataFrame) -> None:
    assert "more than a panel shows, 1 without a simulated value. " in " ".join(
        fidelity(points, shares).get_supxlabel().split()
    )
    known = fidelity(points.dropna(), shares).get_supxlabel()
    assert "without a simulated value" not in known


def test_ratios_stand_in_a_row_for_each_band_and_a_column_for_each_release(
    shares: pd.DataFrame, held_out: pd.DataFrame
) -> None:
    ratios = fidelity_shares(shares, held_out).axes[0]
    assert [label.get_text() for label in ratios.get_xticklabels()] == [*RELEASES, "all"]
    rows = [label.get_text().replace("\N{MULTIPLICATION SIGN}", "x") for label in ratios.get_yticklabels()]
    assert rows == [
        *("pause, median, 1.5x", "pause, median, 2x", "operations, 1.15x"),
        *("operation, p99.9, 2x", "marking, wall, 1.5x"),
    ]
    assert _texts(ratios) == ["1.25"] * (5 * 6 - 1)


def test_each_axis_shows_what_a_hold_out_loses(shares: pd.DataFrame, held_out: pd.DataFrame) -> None:
    _, heap, ps, whole = fidelity_shares(shares, held_out).axes
    assert [ax.get_title(loc="left") for ax in (heap, ps, whole)] == ["heap", "Ps", "all axes"]
    assert points_of(heap.lines[0]).tolist() == [[100, 0], [90, 0]]
    assert len(heap.lines) == 5 * 5
    assert len(ps.lines) == 4 * 5


def test_a_demand_that_is_missed_when_held_out_is_red(shares: pd.DataFrame, held_out: pd.DataFrame) -> None:
    heap = fidelity_shares(shares, held_out).axes[1]
    dots = {float(points_of(line)[0, 1]): line.get_color() for line in heap.lines if line.get_markersize() == 3.5}
    assert [at for at, color in dots.items() if color == "#b2182b"] == [2.0]


def test_the_headline_says_how_much_is_lost(shares: pd.DataFrame, held_out: pd.DataFrame) -> None:
    assert " ".join(fidelity_shares(shares, held_out).get_suptitle().split()) == (
        "3 of 4 demands are met by the fit, 3 of 4 on cases of an axis that was held out: the shares fall by 10 "
        "points on average"
    )


def test_without_a_hold_out_there_are_the_ratios_alone(shares: pd.DataFrame) -> None:
    figure = fidelity_shares(shares, pd.DataFrame({"axis": []}))
    assert len(figure.axes) == 1
    assert " ".join(figure.get_suptitle().split()) == "3 of 4 demands are met by the fit"
