"""The figure of programs before and after their values stay on the stack."""

import pandas as pd
import pytest
from matplotlib.figure import Figure

from gcsim.figures.escape_pressure import escape_pressure
from gcsim.figures.style import PALETTE
from tests.figures.conftest import points_of

PROGRAMS = {"no allocation is left": 0.0, "half of it": 2.0}


@pytest.fixture
def figure() -> Figure:
    rows = []
    for place, (program, left) in enumerate(PROGRAMS.items()):
        for go in ("1.4", "1.8"):
            for variant, collections in (("before", 4.0), ("after", left)):
                rows.append(
                    {
                        "place": place,
                        "program": program,
                        "variant": variant,
                        "go": go,
                        "bytes_per_call": 1024 * collections,
                        "collections_per_s": collections,
                        "gc_cpu_percent": collections / 2,
                        "pause_ms": 0.1 if collections else float("nan"),
                        "p999_ms": 1 + collections,
                    }
                )
    return escape_pressure(pd.DataFrame(rows))


def test_there_is_a_panel_for_each_quantity(figure: Figure) -> None:
    assert [ax.get_title(loc="left") for ax in figure.axes] == [
        "collections a second",
        "GC CPU, %",
        "median pause",
        "p99.9 of requests",
    ]


def test_each_change_is_a_line_of_its_release_from_an_open_marker_to_a_filled_one(figure: Figure) -> None:
    lines = [line for line in figure.axes[0].lines if line.get_color() in PALETTE.values()]
    assert len(lines) == 2 * 2 * 3
    whole, before, after = lines[:3]
    assert sorted(points_of(whole)[:, 0]) == [0.0, 4.0]
    assert (points_of(before)[0, 0], before.get_markerfacecolor()) == (4.0, "white")
    assert (points_of(after)[0, 0], after.get_markerfacecolor()) == (0.0, PALETTE["1.4"])


def test_where_nothing_is_collected_no_pause_is_drawn(figure: Figure) -> None:
    lines = [line for line in figure.axes[2].lines if line.get_color() in PALETTE.values()]
    filled = [line for line in lines if line.get_marker() in {"o", "v"} and line.get_markerfacecolor() != "white"]
    assert len(filled) == 2


def test_the_rows_are_named_by_what_is_changed(figure: Figure) -> None:
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == [
        "no allocation is\nleft",
        "half of it",
    ]


def test_the_headline_counts_and_the_note_says_what_a_call_allocates(figure: Figure) -> None:
    assert " ".join(figure.legends[0].get_title().get_text().split()) == (
        "Values kept on the stack: 1 of 2 programs collect nothing any more in Go 1.8, "
        "the others up to 2.0 times as seldom"
    )
    note = " ".join(figure.get_supxlabel().split())
    assert "no allocation is left 4 KiB, then 0 KiB; half of it 4 KiB, then 2 KiB" in note
