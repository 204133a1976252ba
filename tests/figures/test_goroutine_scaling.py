import pandas as pd
import pytest
from matplotlib.axes import Axes

from gcsim.figures import goroutine_scaling
from gcsim.figures.style import PALETTE
from tests.figures.conftest import points_of


@pytest.fixture
def ax(goroutines: pd.DataFrame, stars: pd.DataFrame) -> Axes:
    measured = goroutines[(goroutines["ps"] == 2) & (goroutines["parked"] == 1000)]
    (panel,) = goroutine_scaling(goroutines, measured, stars).axes
    return panel


def test_the_headline_names_the_release_that_stopped_visiting_every_goroutine(
    goroutines: pd.DataFrame, stars: pd.DataFrame
) -> None:
    headline = goroutine_scaling(goroutines, goroutines, stars).get_suptitle().replace("\N{NO-BREAK SPACE}", " ")
    assert " ".join(headline.split()) == (
        "1,000,000 parked goroutines stop Go 1.4 for 1.02 s, 1.6 for 100 ms; from 1.7 on they cost next to nothing"
    )


def test_a_point_without_goroutines_has_a_place_on_the_logarithmic_axis(ax: Axes) -> None:
    ax.figure.canvas.draw()
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["0", "1,000", "10,000", "100,000", "1,000,000"]
    assert min(points_of(line)[:, 0].min() for line in ax.lines) > 0


def test_machines_with_more_ps_are_dashed_and_thinner(ax: Axes) -> None:
    of_14 = [line for line in ax.lines if line.get_color() == PALETTE["1.4"]]
    small, large = of_14
    assert small.get_linestyle() == "-"
    assert large.get_linestyle() == "--"
    assert large.get_linewidth() < small.get_linewidth()
    assert points_of(large)[:, 1].max() < points_of(small)[:, 1].max()


def test_published_points_are_stars_that_say_whether_the_goroutines_ran(ax: Axes) -> None:
    published = [line for line in ax.lines if line.get_marker() == "*"]
    assert len(published) == 4
    assert [line.get_markerfacecolor() == "white" for line in published] == [False, False, True, False]
    assert {"1.6.0", "1.6.2", "1.8", "36 Ps"} <= {text.get_text() for text in ax.texts}


def test_the_key_names_both_machines(ax: Axes) -> None:
    legend = ax.get_legend()
    assert legend is not None
    texts = [text.get_text() for text in legend.get_texts()]
    assert texts[:2] == ["simulated median, 2 Ps (band: to p90)", "simulated median, 12 Ps"]
