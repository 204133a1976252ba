import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import LogNorm
from matplotlib.figure import Figure

from gcsim.figures.tuning import SearchAxis, mattering, tuning
from tests.figures.conftest import points_of

AXES = (SearchAxis("gogc", log=True), SearchAxis("gomaxprocs", whole=True), SearchAxis("go", choices=("1.7", "1.8")))


@pytest.fixture
def trials() -> pd.DataFrame:
    """A search of 12 points: the value follows gogc, gomaxprocs a little, and go not at all."""
    gogc = np.array([100, 25, 50, 200, 400, 800, 300, 600, 700, 80, 500, 650])
    ps = np.array([1, 2, 3, 4] * 3)
    table = pd.DataFrame({"gogc": gogc, "gomaxprocs": ps, "go": [0, 1] * 6, "value": 1000.0 / gogc + 0.1 * ps})
    table.loc[2, "value"] = np.nan
    table["half_width"] = np.where(table["gogc"] == 600, np.nan, 0.5)
    table["feasible"] = (table["gogc"] < 650) & table["value"].notna()
    table["origin"] = ["file", *["search"] * 9, *["beside"] * 2]
    return table.assign(best=table.index == table.loc[table["feasible"], "value"].idxmin())


def drawn(trials: pd.DataFrame, axes: tuple[SearchAxis, ...] = AXES, *, maximize: bool = False) -> Figure:
    return tuning(trials, axes, metric="pause_p99, ms", maximize=maximize, finding="a finding", basis="a basis")


def line(ax: Axes, label: str) -> list[list[float]]:
    (found,) = (each for each in ax.lines if each.get_label() == label)
    values: list[list[float]] = points_of(found).tolist()
    return values


def test_the_history_follows_the_best_that_keeps_to_the_limits(trials: pd.DataFrame) -> None:
    history = drawn(trials).axes[0]
    so_far = line(history, "best so far")
    assert [value for _, value in so_far] == np.minimum.accumulate([value for _, value in so_far]).tolist()
    assert so_far[-1] == [12.0, trials.loc[trials["best"], "value"].iloc[0]]
    assert line(history, "best") == [[8.0, trials.loc[7, "value"]]]
    assert [number for number, _ in line(history, "breaks a limit")] == [6.0, 9.0, 12.0]
    assert line(history, "the file's own")[0][0] == 1.0
    assert (history.get_xlabel(), history.get_ylabel()) == ("point", "pause_p99, ms")


def bars(ax: Axes) -> list[tuple[float, float, float]]:
    """Return the intervals that are drawn: where, and from where to where."""
    (found,) = (each for each in ax.collections if isinstance(each, LineCollection))
    return [(ends[0][0], ends[0][1], ends[1][1]) for ends in found.get_segments()]


def test_the_best_has_its_interval_which_the_axis_shows(trials: pd.DataFrame) -> None:
    value = trials["value"].to_numpy(np.float64)[7]
    assert bars(drawn(trials).axes[0]) == []
    trials["half_width"] = 60.0
    history = drawn(trials).axes[0]
    assert bars(history) == [pytest.approx((8.0, value - 60, value + 60))]
    low, high = history.get_ylim()
    assert low < value - 60
    assert high > value + 60


def test_a_logarithmic_axis_does_not_follow_an_interval_below_0(trials: pd.DataFrame) -> None:
    trials.loc[1, "value"] = 4000.0
    before = drawn(trials).axes[0]
    trials["half_width"] = 60.0
    after = drawn(trials).axes[0]
    assert after.get_yscale() == "log"
    assert after.get_ylim()[0] == before.get_ylim()[0]


def test_against_a_single_parameter_each_point_has_its_interval(trials: pd.DataFrame) -> None:
    feasible = trials[trials["feasible"]].dropna(subset=["half_width"])
    found = bars(drawn(trials, AXES[:1]).axes[1])
    assert [at for at, _, _ in found] == feasible["gogc"].tolist()
    assert [high - low for _, low, high in found] == pytest.approx([1.0] * len(feasible))


def test_the_key_names_what_there_is(trials: pd.DataFrame) -> None:
    (key,) = (drawn(trials.assign(feasible=trials["value"].notna())).axes[0].get_legend(),)
    assert key is not None
    assert "breaks a limit" not in [text.get_text() for text in key.get_texts()]


def test_what_is_maximized_climbs(trials: pd.DataFrame) -> None:
    so_far = [value for _, value in line(drawn(trials, maximize=True).axes[0], "best so far")]
    assert so_far == np.maximum.accumulate(so_far).tolist()


def test_the_plane_shows_the_two_parameters_that_matter_most(trials: pd.DataFrame) -> None:
    figure = drawn(trials)
    plane = figure.axes[1]
    assert (plane.get_xlabel(), plane.get_ylabel()) == ("gogc", "gomaxprocs")
    assert plane.get_title(loc="left") == "gogc and gomaxprocs matter most of 3"
    assert plane.get_xscale() == "log"
    assert all(float(tick).is_integer() for tick in plane.get_yticks())
    assert len(np.asarray(plane.collections[0].get_offsets())) == trials["feasible"].sum()
    assert figure.axes[2].get_ylabel() == "pause_p99, ms"
    assert " ".join(figure.get_suptitle().split()) == "a finding"
    assert figure.get_supxlabel() == "a basis"


def test_choices_stand_by_name(trials: pd.DataFrame) -> None:
    plane = drawn(trials, (AXES[0], AXES[2])).axes[1]
    assert plane.get_title(loc="left") == ""
    names = [plane.yaxis.get_major_formatter()(at, 0) for at in plane.get_yticks()]
    assert names == ["1.7", "1.8"]


def test_a_single_parameter_stands_against_the_value(trials: pd.DataFrame) -> None:
    ax = drawn(trials, (SearchAxis("gogc", "percent"),)).axes[1]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("gogc, percent", "pause_p99, ms")


def test_values_of_many_magnitudes_get_logarithmic_axes_and_colours(trials: pd.DataFrame) -> None:
    wide = trials.assign(value=trials["value"] ** 6)
    figure = drawn(wide)
    assert figure.axes[0].get_yscale() == "log"
    assert isinstance(figure.axes[1].collections[0].norm, LogNorm)
    assert figure.axes[0].yaxis.get_major_formatter()(1000.0, 0) == "1,000"
    assert drawn(trials).axes[0].get_yscale() == "linear"


def test_a_search_that_found_nothing_is_drawn_too(trials: pd.DataFrame) -> None:
    none = trials.assign(feasible=False, best=False)
    figure = drawn(none)
    labels = [each.get_label() for each in figure.axes[0].lines]
    assert "best so far" not in labels
    assert len(figure.axes) == 2  # no colours to explain


def test_what_matters_is_found_though_it_neither_only_grows_nor_only_falls() -> None:
    x = np.linspace(-1, 1, 50)
    shuffled = [x[np.arange(50) * step % 50] for step in (17, 31)]
    table = pd.DataFrame({"a": shuffled[0], "b": x, "c": shuffled[1], "value": x**2})
    shown = mattering(table, [SearchAxis(key) for key in "abc"])
    assert "b" in [axis.key for axis in shown]
