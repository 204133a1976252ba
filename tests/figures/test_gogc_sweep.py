import math

import pandas as pd
import pytest
from matplotlib.axes import Axes

from gcsim.figures import gogc_sweep
from gcsim.figures.style import PALETTE
from tests.figures.conftest import points_of

_PERCENTS = (50, 100, 200)


@pytest.fixture
def panels(gogcs: pd.DataFrame) -> dict[str, Axes]:
    figure = gogc_sweep(gogcs, gogcs[gogcs["gogc"].isin(["50", "100"])])
    return {ax.get_title(loc="left"): ax for ax in figure.axes}


def test_there_is_a_panel_for_what_gogc_costs_and_for_what_it_buys(panels: dict[str, Axes]) -> None:
    assert list(panels) == [
        "pause of a collection, median",
        "CPU spent on collecting",
        "peak heap",
        "operations per second",
    ]


def test_off_stands_apart_from_the_percents(panels: dict[str, Axes]) -> None:
    ax = panels["operations per second"]
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["50", "100", "200", "off"]
    at = ax.get_xticks()
    assert at[3] - at[2] > at[2] - at[1] == pytest.approx(1.0)


def test_lines_end_before_off_and_its_points_stand_alone(panels: dict[str, Axes]) -> None:
    ax = panels["operations per second"]
    simulated = [points_of(line) for line in ax.lines if line.get_color() in PALETTE.values()]
    rightmost = [points[:, 0].max() for points in simulated if len(points) == len(_PERCENTS)]
    assert rightmost == pytest.approx([math.log2(200)] * 5)
    assert len([points for points in simulated if len(points) == 1]) == 5


def test_where_off_has_no_value_the_panel_says_why(panels: dict[str, Axes]) -> None:
    assert [text.get_text() for text in panels["peak heap"].texts] == ["grows\nwithout\nend"]
    assert [text.get_text() for text in panels["pause of a collection, median"].texts] == ["no\npauses"]


def test_the_headline_compares_the_ends_of_the_sweep_in_the_newest_release(gogcs: pd.DataFrame) -> None:
    figure = gogc_sweep(gogcs, gogcs[gogcs["gogc"] == "100"])
    headline = " ".join(figure.legends[0].get_title().get_text().replace("\N{NO-BREAK SPACE}", " ").split())
    assert headline == (
        "Go 1.8, GOGC 50 to 200: collecting falls from 20 % to 5 % of the CPU, the heap peaks 2.0 times higher, "
        "a pause goes from 120 µs to 120 µs"
    )


def test_the_note_counts_the_collections_of_runs_that_collect(gogcs: pd.DataFrame) -> None:
    note = " ".join(gogc_sweep(gogcs, gogcs[gogcs["gogc"] == "100"]).get_supxlabel().split())
    assert "simulated, at least 30 collections a point" in note


@pytest.mark.parametrize(
    ("column", "title"), [("gc_cpu_percent", "CPU spent on collecting"), ("peak_heap_mib", "peak heap")]
)
def test_rates_have_bars_where_intervals_are_known(gogcs: pd.DataFrame, column: str, title: str) -> None:
    ends = {f"{column}_{end}": gogcs[column] * by for end, by in (("low", 0.9), ("high", 1.1))}
    figure = gogc_sweep(gogcs.assign(replications=5, **ends), gogcs[gogcs["gogc"] == "100"])
    drawn = {ax.get_title(loc="left"): len(_bars(ax)) for ax in figure.axes}
    assert {name for name, bars in drawn.items() if bars} == {title}
    assert drawn[title] == 5 * len(_PERCENTS) + 5 * gogcs.loc[gogcs["gogc"] == "off", column].notna().all()
    assert "95 % intervals over 5 replications" in " ".join(figure.get_supxlabel().split())


def _bars(ax: Axes) -> list[object]:
    return [segment for bars in ax.collections for segment in bars.get_segments()]  # type: ignore[attr-defined]
