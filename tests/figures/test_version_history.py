import numpy as np
import pandas as pd
import pytest
from matplotlib.patches import Rectangle

from gcsim.figures import version_history
from tests.figures.conftest import points_of


def test_the_headline_sets_the_published_shrinking_beside_all_that_assumptions_allow(
    service: pd.DataFrame, charts: pd.DataFrame
) -> None:
    headline = " ".join(version_history(service, charts).get_suptitle().split())
    assert headline == (
        "One big service from Go 1.4 to 1.8: published pauses shrink 60 times, simulated ones 56 to 500 times, "
        "depending on what is assumed"
    )


def test_the_band_of_a_release_spans_all_assumptions(service: pd.DataFrame, charts: pd.DataFrame) -> None:
    (ax,) = version_history(service, charts).axes
    wide, narrow = [patch for patch in ax.patches if isinstance(patch, Rectangle)][:2]
    assert (wide.get_y(), wide.get_y() + wide.get_height()) == pytest.approx((18.0, 66.0))
    assert (narrow.get_y(), narrow.get_y() + narrow.get_height()) == pytest.approx((20.0, 60.0))


def test_a_dot_for_each_set_of_assumptions_lies_inside_it(service: pd.DataFrame, charts: pd.DataFrame) -> None:
    (ax,) = version_history(service, charts).axes
    (dots,) = ax.collections
    assert sorted(np.asarray(dots.get_offsets())[:, 1]) == pytest.approx(sorted(service["p50_ms"]))


def test_a_chart_without_quantiles_has_a_point_and_no_bar(service: pd.DataFrame, charts: pd.DataFrame) -> None:
    (ax,) = version_history(service, charts).axes
    points = [line for line in ax.lines if line.get_marker() == "D"]
    bars = [line for line in ax.lines if line.get_linestyle() == "-" and line not in points]
    assert [points_of(line)[0, 1] for line in points] == [12.0, 0.2]
    assert [points_of(line)[:, 1].tolist() for line in bars] == [[10.0, 15.0]]


def test_the_note_says_how_much_is_assumed(service: pd.DataFrame, charts: pd.DataFrame) -> None:
    note = " ".join(version_history(service, charts).get_supxlabel().split())
    assert "2 sets a release, one run of at least 20 collections each" in note
