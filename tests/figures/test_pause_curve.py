from collections.abc import Callable

import pandas as pd
import pytest

from gcsim.figures import pause_curve
from gcsim.figures.style import MARKERS, PALETTE
from tests.figures.conftest import points_of

Heaps = Callable[[list[float]], pd.DataFrame]


def test_the_headline_says_how_much_pauses_grow_with_the_heap(heaps: Heaps, slopes: pd.DataFrame) -> None:
    figure = pause_curve(heaps([16, 1024, 16384]), heaps([128]), slopes)
    words = " ".join(figure.get_suptitle().split())
    assert words == (
        "1,024 times the live heap makes a pause 1,024 times as long in Go 1.4, 1,024 times in 1.5 and 1.0 times in 1.8"
    )


def test_the_lines_are_the_simulated_medians_in_the_colours_of_the_releases(heaps: Heaps, slopes: pd.DataFrame) -> None:
    table = heaps([16, 1024])
    (ax,) = pause_curve(table, heaps([128]), slopes).axes
    lines = {line.get_color(): points_of(line)[:, 1] for line in ax.lines}
    for go, color in PALETTE.items():
        assert lines[color] == pytest.approx(table.loc[table["go"] == go, "p50_ms"])


def test_measured_medians_stand_beside_them_with_bars_to_the_ninetieth_percentile(
    heaps: Heaps, slopes: pd.DataFrame
) -> None:
    (ax,) = pause_curve(heaps([16, 1024]), heaps([128]), slopes).axes
    tops = {
        container.lines[0].get_marker(): container.lines[2][0].get_segments()[0][1][1]  # type: ignore[attr-defined]
        for container in ax.containers
    }
    assert tops[MARKERS["1.4"]] == pytest.approx(30.0)
    assert len(tops) == len(MARKERS)


def test_each_line_and_each_published_slope_is_named_where_it_stands(heaps: Heaps, slopes: pd.DataFrame) -> None:
    (ax,) = pause_curve(heaps([16, 1024]), heaps([128]), slopes).axes
    texts = [text.get_text() for text in ax.texts]
    assert texts.count("published") == 2
    assert [text for text in texts if text.startswith("Go")] == [f"Go {go}" for go in PALETTE]


def test_the_note_says_on_how_many_collections_points_rest(heaps: Heaps, slopes: pd.DataFrame) -> None:
    note = " ".join(pause_curve(heaps([16, 1024]), heaps([128]), slopes).get_supxlabel().split())
    assert "at least 20 collections a point" in note


def test_both_axes_are_logarithmic_and_carry_their_units(heaps: Heaps, slopes: pd.DataFrame) -> None:
    figure = pause_curve(heaps([16, 16384]), heaps([128]), slopes)
    (ax,) = figure.axes
    assert (ax.get_xscale(), ax.get_yscale()) == ("log", "log")
    figure.canvas.draw()
    texts = [
        label.get_text().replace("\N{NO-BREAK SPACE}", " ") for label in (*ax.get_xticklabels(), *ax.get_yticklabels())
    ]
    assert {"16 MiB", "16 GiB", "1 ms", "1 s"} <= set(texts)
