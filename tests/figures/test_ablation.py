import itertools

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from gcsim.figures import ablation
from gcsim.figures.style import PALETTE

STEPS = [
    # release before and after, mechanism, what it became, pause after it for a heap and for goroutines, ms
    ("1.4", "1.5", "mark+write_barrier", "concurrent+dijkstra", 1.0, 0.5),
    ("1.4", "1.5", "span_loops", "three", 20.0, 0.6),
    ("1.4", "1.5", "steal_order", "random_4p", 20.0, 0.6),
    ("1.4", "1.5", "own code", "1.5", 21.0, 0.6),
    ("1.5", "1.6", "span_loops", "none", 0.2, 0.5),
    ("1.5", "1.6", "stack_rescan", "none", 0.2, 0.1),
    ("1.5", "1.6", "own code", "1.6", 0.2, 0.1),
]
FIRST = (100.0, 50.0)


@pytest.fixture
def table() -> pd.DataFrame:
    rows = []
    for number, (program, parked) in enumerate([("big heap", 0), ("many goroutines", 1000)]):
        pauses = [FIRST[number], *(step[4 + number] for step in STEPS)]
        for (from_go, go, mechanism, new, *_), (before, after) in zip(STEPS, itertools.pairwise(pauses), strict=True):
            row = {
                "program": program,
                "live_heap_mib": 4096.0,
                "parked": parked,
                "dirty": parked / 50_000,
                "globals_mib": 0.0,
            }
            names = {"from_go": from_go, "go": go, "mechanism": mechanism, "new": new}
            rows.append({**row, **names, "cycles": 20, "before_ms": before, "p50_ms": after})
    return pd.DataFrame(rows)


@pytest.fixture
def figure(table: pd.DataFrame) -> Figure:
    return ablation(table)


def drawn(ax: Axes) -> list[Rectangle]:
    return [bar for container in ax.containers for bar in container.get_children() if isinstance(bar, Rectangle)]


def bars(ax: Axes) -> list[tuple[str, float, float]]:
    """Give each bar with the name of its line, where it begins and where it ends."""
    labels = [tick.get_text() for tick in ax.figure.axes[0].get_yticklabels()]
    return [
        (labels[round(bar.get_y() + bar.get_height() / 2)], bar.get_x(), bar.get_x() + bar.get_width())
        for bar in drawn(ax)
    ]


def texts(ax: Axes) -> list[str]:
    return [text.get_text().replace("\N{NO-BREAK SPACE}", " ").replace("\N{THIN SPACE}", "") for text in ax.texts]


def test_a_program_is_a_panel_that_says_how_big_it_is(figure: Figure) -> None:
    heap, goroutines = figure.axes
    assert [ax.get_title(loc="left") for ax in figure.axes] == ["big heap", "many goroutines"]
    assert texts(heap)[-1] == "4 GiB live"
    assert texts(goroutines)[-1] == "4 GiB live, 1,000 parked, 2% dirty"


def test_lines_are_releases_and_between_them_what_matters_to_some_program(figure: Figure) -> None:
    assert [tick.get_text() for tick in figure.axes[0].get_yticklabels()] == [
        "Go 1.4",
        "mark: concurrent (+1)",
        "span loops: three",
        "2 others",
        "Go 1.5",
        "span loops: none",
        "stack rescan: none",
        "1 other",
        "Go 1.6",
    ]


def test_bars_lead_from_each_release_to_the_next(figure: Figure) -> None:
    heap, goroutines = (bars(ax) for ax in figure.axes)
    assert [name for name, _, _ in heap[:3]] == ["mark: concurrent (+1)", "span loops: three", "2 others"]
    assert [(begin, end) for _, begin, end in heap[:3]] == [
        pytest.approx(ends) for ends in [(100.0, 1.0), (1.0, 20.0), (20.0, 21.0)]
    ]
    for chain, first, last in ((heap, 100.0, 0.2), (goroutines, 50.0, 0.1)):
        assert chain[0][1] == first
        assert chain[-1][2] == pytest.approx(last)
        assert [end for _, _, end in chain[:-1]] == pytest.approx([begin for _, begin, _ in chain[1:]])
        assert np.prod([end / begin for _, begin, end in chain]) == pytest.approx(last / first)


def test_longer_pauses_are_hatched_and_a_bar_has_the_colour_of_the_release_that_made_the_change(figure: Figure) -> None:
    shorter, longer, *_ = drawn(figure.axes[0])
    assert (shorter.get_hatch() or "", longer.get_hatch()) == ("", "////")
    assert to_hex(shorter.get_facecolor()) == to_hex(longer.get_edgecolor()) == PALETTE["1.5"]


def test_factors_stand_beside_the_bars_that_matter_and_pauses_beside_the_releases(figure: Figure) -> None:
    assert texts(figure.axes[0])[:-1] == [
        "100 ms",
        "\N{DIVISION SIGN}100",
        "\N{MULTIPLICATION SIGN}20",
        "21 ms",
        "\N{DIVISION SIGN}105",
        "200 µs",
    ]


def test_the_headline_says_what_bought_most_for_all_and_what_for_each(figure: Figure) -> None:
    assert " ".join(figure.get_suptitle().split()) == (
        "“mark: concurrent” (1.5) divides pauses by 100; beside it, “span loops: none” (1.6) those of big heap by 105, "
        "“stack rescan: none” (1.6) those of many goroutines by 5"
    )


def test_the_note_says_how_many_steps_there_are_and_what_changes_together(figure: Figure) -> None:
    note = " ".join(figure.get_supxlabel().split())
    assert note.startswith("Simulated: 7 steps from Go 1.4 to 1.6, one after another, 4 Ps, GOGC=100")
    assert "a median rests on the 20 collections of one run" in note
    assert note.endswith("(+1): with write barrier.")


def test_one_program_alone_is_one_panel(table: pd.DataFrame) -> None:
    (panel,) = ablation(table[table["program"] == "big heap"]).axes
    assert panel.get_title(loc="left") == "big heap"
