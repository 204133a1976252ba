"""The figure of goroutines, heap and pause over time."""

from typing import Any

import pandas as pd
import pytest
from matplotlib.figure import Figure

from gcsim.figures.leaks import leaks
from gcsim.figures.style import PALETTE
from tests.figures.conftest import points_of

PAUSE_MS = {"1.4": 20.0, "1.6": 2.0, "1.8": 0.12}


@pytest.fixture
def figure() -> Figure:
    samples, pauses, leaked = [], [], []
    for go, pause in PAUSE_MS.items():
        for cured in (False, True):
            grows = 0 if cured else 1
            run: dict[str, Any] = {"go": go, "cured": cured}
            samples += [{**run, "at_s": at, "goroutines": 2 + 600 * at * grows, "heap_mib": 8 + at} for at in range(11)]
            pauses += [{**run, "at_s": at, "pause_ms": 0.1 + pause * at / 8 * grows} for at in (1, 4, 8)]
            lost = {"goroutines": 6000, "stack_bytes": 3000 * 8192, "heap_bytes": 3000 * 11_500, "descriptors": 3000}
            amounts = {name: amount * grows for name, amount in lost.items()}
            leaked.append({**run, "requests": 1000, "bodies": 3000 * grows, **amounts})
    return leaks(pd.DataFrame(samples), pd.DataFrame(pauses), pd.DataFrame(leaked))


def test_there_is_a_row_for_each_quantity_and_a_column_for_each_release(figure: Figure) -> None:
    assert len(figure.axes) == 3 * 3
    assert [ax.get_title(loc="left") or ax.get_title() for ax in figure.axes[:3]] == ["Go 1.4", "Go 1.6", "Go 1.8"]
    assert [figure.axes[row].get_ylabel() for row in (0, 3, 6)] == ["goroutines", "heap, MiB", "pause"]


def test_each_panel_has_the_leak_in_the_colour_of_its_release_and_the_cure_beside_it(figure: Figure) -> None:
    for ax, go in zip(figure.axes, list(PAUSE_MS) * 3, strict=True):
        leaking, cured = ax.lines
        assert leaking.get_color() == PALETTE[go]
        assert cured.get_color() not in PALETTE.values()
        assert points_of(leaking)[-1, 1] >= points_of(cured)[-1, 1]


def test_the_slope_stands_in_each_panel_of_goroutines(figure: Figure) -> None:
    assert [ax.texts[0].get_text() for ax in figure.axes[:3]] == ["6.00\na request"] * 3


def test_the_headline_says_what_is_leaked_and_what_the_last_pause_takes(figure: Figure) -> None:
    headline = " ".join(figure.get_suptitle().replace("\N{NO-BREAK SPACE}", " ").split())
    assert headline == (
        "Every request leaks 6 goroutines; the last pause takes 20.1 ms in Go 1.4 (cured: 100 µs), "
        "2.1 ms in 1.6 (100 µs), 220 µs in 1.8 (100 µs)"
    )


def test_the_note_says_what_an_open_body_holds(figure: Figure) -> None:
    note = " ".join(figure.get_supxlabel().split())
    assert "2.00 goroutines, 8.00 KiB of stack, 11.2 to 11.2 KiB of heap and 1 descriptor" in note
    assert note.endswith("Each curve is one run.")
