"""The figure of MMU and BMU against the window."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from gcsim.figures.mmu import PROMISE_SHARE, PROMISE_WINDOW_MS, mmu
from tests.figures.conftest import RELEASES, points_of

_PAUSE_MS = {"1.4": 40.0, "1.5": 3.0, "1.6": 2.0, "1.7": 0.4, "1.8": 0.1}


@pytest.fixture
def table() -> pd.DataFrame:
    windows = np.sort(np.append(np.geomspace(0.01, 1e4, 13), PROMISE_WINDOW_MS))
    lines = []
    for go, pause in _PAUSE_MS.items():
        alone = np.maximum(1 - pause / windows, 0.0)
        curves = {"stops_mmu": alone, "stops_bmu": 0.9 * alone, "mmu": 0.5 * alone, "bmu": 0.4 * alone}
        ends = {f"{name}_{end}": by * of for name, of in curves.items() for end, by in (("low", 0.9), ("high", 1.1))}
        line = {"go": go, "ps": 4, "replications": 5, "cycles": 90, "window_ms": windows}
        lines.append(pd.DataFrame({**line, **curves, **ends}))
    return pd.concat(lines, ignore_index=True)


def _headline(figure: Figure) -> str:
    """Give the title of the key, which stands where a title would."""
    return " ".join(figure.legends[0].get_title().get_text().replace("\N{NO-BREAK SPACE}", " ").split())


def test_each_release_has_a_line_of_both_measures_in_both_panels(table: pd.DataFrame) -> None:
    figure = mmu(table)
    for ax, columns in zip(figure.axes, (("stops_bmu", "stops_mmu"), ("bmu", "mmu")), strict=True):
        lines = [points_of(line) for line in ax.lines if len(line.get_xdata()) == 14]  # type: ignore[arg-type]
        assert len(lines) == 2 * len(RELEASES)
        expected = [table.loc[table["go"] == go, column] for column in columns for go in RELEASES]
        for drawn, values in zip(lines, expected, strict=True):
            np.testing.assert_allclose(drawn[:, 1], values)
    texts = {text.get_text() for text in figure.legends[0].get_texts()}
    assert texts == {f"Go {go}" for go in RELEASES}


def test_the_promise_of_1_5_stands_in_both_panels(table: pd.DataFrame) -> None:
    for ax in mmu(table).axes:
        (star,) = (line for line in ax.lines if line.get_marker() == "*")
        assert points_of(star).tolist() == [[PROMISE_WINDOW_MS, PROMISE_SHARE]]


def test_the_window_axis_goes_from_the_shortest_window_to_the_longest(table: pd.DataFrame) -> None:
    figure = mmu(table)
    figure.draw_without_rendering()
    for ax in figure.axes:
        assert ax.get_xlim() == pytest.approx((0.01, 1e4))
        labels = [label.get_text().replace("\N{NO-BREAK SPACE}", " ") for label in ax.get_xticklabels()]
        assert labels == ["10 µs", "100 µs", "1 ms", "10 ms", "100 ms", "1 s", "10 s"]


def test_the_headline_says_who_keeps_the_promise_and_who_comes_closest(table: pd.DataFrame) -> None:
    assert _headline(mmu(table)) == (
        "40 of any 50 ms for the program: by its stops alone every release from 1.5 on keeps the promise, with all the "
        "work of the collector no release; at worst Go 1.8 leaves 50 % of 50 ms, the others 10 to 50 %"
    )


@pytest.mark.parametrize(
    ("factors", "words"),
    [
        ({"1.4": 5.0}, "by its stops alone every release keeps"),
        ({"1.6": 0.5, "1.7": 0.5}, "by its stops alone 1.5, 1.8 keeps"),
    ],
)
def test_the_headline_counts_those_that_keep_it(table: pd.DataFrame, factors: dict[str, float], words: str) -> None:
    table["stops_mmu"] *= table["go"].map(factors).fillna(1.0)
    assert words in _headline(mmu(table))


def test_each_curve_lies_in_the_band_of_its_interval(table: pd.DataFrame) -> None:
    for ax in mmu(table).axes:
        assert len([band for band in ax.collections if isinstance(band, PolyCollection)]) == 2 * len(RELEASES)


def test_the_note_says_on_what_the_curves_rest(table: pd.DataFrame) -> None:
    note = " ".join(mmu(table).get_supxlabel().split())
    assert "4 Ps, GOGC=100; at least 90 collections" in note
    assert "inside a run, their means over 5 runs; shaded, if seldom seen, 95 % intervals, at most ±10.0 points" in note
    assert "inside a run. Left" in " ".join(mmu(table.assign(replications=1)).get_supxlabel().split())
