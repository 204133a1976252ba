"""The figure of pauses against call-free loops."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from gcsim.figures import preemption
from gcsim.figures.style import PALETTE


@pytest.fixture
def figure() -> Figure:
    simulated = pd.DataFrame(
        [
            {
                "go": go,
                "preemption": kind,
                "loop_ms": loop,
                "cycles": 20,
                "p50_ms": loop if kind == "cooperative" else 0.06,
            }
            for go in ("1.4", "1.8")
            for kind in ("asynchronous", "cooperative")
            for loop in (0.1, 10.0, 1000.0)
        ]
    )
    measured = pd.DataFrame(
        [
            {"go": "1.4", "label": "1.4.3", "preemption": "cooperative", "loop_ms": 1000, "p50_ms": 1130},
            {"go": "1.19", "label": "1.19.8", "preemption": "asynchronous", "loop_ms": 1000, "p50_ms": 0.11},
        ]
    )
    return preemption(simulated, measured)


def test_each_release_has_a_line_for_either_preemption_in_its_colour(figure: Figure) -> None:
    (ax,) = figure.axes
    colors = [line.get_color() for line in ax.lines if np.size(line.get_xdata()) == 3]
    assert sorted(colors) == sorted([PALETTE["1.4"], PALETTE["1.8"]] * 2)


def test_a_release_without_a_colour_is_named_beside_its_point(figure: Figure) -> None:
    (ax,) = figure.axes
    assert [text.get_text() for text in ax.texts] == ["the loop itself", "1.19.8"]


def test_the_headline_compares_the_longest_loop_stopped_either_way(figure: Figure) -> None:
    headline = " ".join(figure.legends[0].get_title().get_text().replace("\N{NO-BREAK SPACE}", " ").split())
    assert "A loop of 1 s that calls nothing makes a pause of 1 s out of one of 60 µs" in headline
