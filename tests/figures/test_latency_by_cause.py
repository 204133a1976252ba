"""The figure of what slow requests wait for."""

import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from gcsim.figures import latency_by_cause
from gcsim.figures.style import CAUSE_PALETTE
from gcsim.vocabulary import Cause

PAUSES = {"1.4": 15.0, "1.8": 0.1}
PARTS = {
    ("1.4", "p50"): {"service": 0.1, "run_queue": 0.02},
    ("1.4", "p99.99"): {"service": 0.1, "run_queue": 0.8, "stopped": 17.0, "stopping": 0.002},
    ("1.8", "p50"): {"service": 0.1, "run_queue": 0.05},
    ("1.8", "p99.99"): {"service": 0.1, "run_queue": 8.0, "mark_worker": 2.0, "stopped": 0.05, "write_barrier": 0.01},
}


@pytest.fixture
def table() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "go": go,
            "replications": 5,
            "cycles": 48,
            "requests": 200_000,
            "pause_p50_ms": PAUSES[go],
            "quantile": quantile,
            "half_width_ms": 2.0 if (go, quantile) == ("1.8", "p99.99") else float("nan"),
            "cause": cause.name.lower(),
            "ms": parts.get(cause.name.lower(), 0.0),
        }
        for (go, quantile), parts in PARTS.items()
        for cause in Cause
    )


def panels(figure: Figure) -> dict[str, Axes]:
    return {ax.get_title(loc="left"): ax for ax in figure.axes if ax.get_title(loc="left")}


def bars(ax: Axes) -> list[Rectangle]:
    return [patch for patch in ax.patches if isinstance(patch, Rectangle)]


def words(figure: Figure) -> str:
    return " ".join(" ".join(text.get_text().split()) for text in figure.findobj(Text))


def test_a_bar_is_as_high_as_the_quantile_and_divided_by_colour(table: pd.DataFrame) -> None:
    by_quantile = panels(latency_by_cause(table))
    assert list(by_quantile) == ["p50", "p99.99"]
    ax = by_quantile["p99.99"]
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["1.4", "1.8"]
    newest = [bar for bar in bars(ax) if bar.get_x() > 0]
    tops = {to_hex(bar.get_facecolor()): round(bar.get_y() + bar.get_height(), 4) for bar in newest}
    assert tops[CAUSE_PALETTE["service"]] == 0.1
    assert tops[CAUSE_PALETTE["run_queue"]] == 8.1
    assert max(tops.values()) == 10.16


def test_a_quantile_has_its_interval_on_top_of_its_bar(table: pd.DataFrame) -> None:
    shown = panels(latency_by_cause(table))
    (interval,) = (each for each in shown["p99.99"].collections if isinstance(each, LineCollection))
    (segment,) = interval.get_segments()
    assert segment[:, 1].tolist() == pytest.approx([10.16 - 2, 10.16 + 2])
    assert not any(isinstance(each, LineCollection) for each in shown["p50"].collections)
    assert "in 5 replications: black bars are 95 % intervals" in words(latency_by_cause(table)).replace("\n", " ")


def test_causes_that_no_bar_shows_are_put_into_one_and_named_below(table: pd.DataFrame) -> None:
    figure = latency_by_cause(table)
    key = figure.axes[-1].get_legend()
    assert key is not None
    assert [text.get_text() for text in key.get_texts()] == [
        "its own work",
        "run queue",
        "world stopped",
        "P taken by a mark worker",
        "other",
        "median pause (arrow: beyond the axis)",
    ]
    assert 'in "other" if anything: world about to stop, mark assist' in words(figure)


def test_a_pause_is_a_dash_and_where_the_axis_ends_before_it_an_arrow(table: pd.DataFrame) -> None:
    by_quantile = panels(latency_by_cause(table))
    assert [line.get_ydata()[0] for line in by_quantile["p99.99"].lines] == [15.0, 0.1]  # type: ignore[index]
    oldest, newest = by_quantile["p50"].lines
    assert (oldest.get_marker(), newest.get_marker()) == ("^", "None")
    assert oldest.get_ydata()[0] < by_quantile["p50"].get_ylim()[1]  # type: ignore[index, operator]


def test_the_headline_says_what_has_most_of_the_last_quantile_and_what_the_stops_have(table: pd.DataFrame) -> None:
    text = words(latency_by_cause(table))
    assert "What most of p99.99 is, by release: world stopped in 1.4 (95%); run queue in 1.8 (79%)." in text
    assert "In 1.8 it is 10.2\N{NO-BREAK SPACE}ms, of which stops are 0.5%" in text.replace("10.2 ms", "10.2\xa0ms")


@pytest.mark.parametrize(("stopped", "said"), [(0.0, "less than 0.1%"), (4.0, "28%")])
def test_the_share_of_the_stops_is_said_as_exactly_as_makes_sense(
    table: pd.DataFrame, stopped: float, said: str
) -> None:
    at = (table["go"] == "1.8") & (table["quantile"] == "p99.99") & (table["cause"] == "stopped")
    table.loc[at, "ms"] = stopped
    assert f"of which stops are {said}" in words(latency_by_cause(table))
