"""Laws that every MMU obeys, and its definition by brute force."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gcsim.analysis import mmu, pause_mmu

GOMAXPROCS = 3
END = 60

steps = st.lists(st.tuples(st.integers(-5, END + 5), st.integers(0, GOMAXPROCS)), max_size=12).map(sorted)


def brute_force(pieces: list[tuple[int, int]], window: int) -> float:
    """Try the window at every nanosecond: steps and window are whole, so one of these is the worst."""
    collecting = [([0] + [level for time, level in pieces if time <= instant])[-1] for instant in range(END)]
    worst = max(sum(collecting[begin : begin + window]) for begin in range(END - window + 1))
    return 1 - worst / (GOMAXPROCS * window)


def exact(pieces: list[tuple[int, int]], windows: list[int]) -> list[float]:
    times, levels = [time for time, _ in pieces], [level for _, level in pieces]
    found = mmu(times, levels, gomaxprocs=GOMAXPROCS, span_ns=(0, END), windows_ns=windows)
    return [float(share) for share in found]


@given(steps)
def test_mmu_is_what_trying_every_window_finds(pieces: list[tuple[int, int]]) -> None:
    windows = list(range(1, END + 1))
    expected = [brute_force(pieces, window) for window in windows]
    np.testing.assert_allclose(exact(pieces, windows), expected, rtol=0, atol=1e-12)


@given(steps, st.integers(1, 15), st.integers(1, 4))
def test_a_window_made_of_equal_parts_is_no_worse_than_its_part(
    pieces: list[tuple[int, int]], part: int, parts: int
) -> None:
    short, long = exact(pieces, [part, part * parts])
    assert long >= short - 1e-12


@given(st.lists(st.integers(0, END), max_size=12).map(sorted), st.integers(1, END))
def test_pauses_are_steps_that_take_every_p(instants: list[int], window: int) -> None:
    edges = instants[: len(instants) // 2 * 2]
    stops = [(time, GOMAXPROCS * (1 - at % 2)) for at, time in enumerate(edges)]
    found = pause_mmu(edges[::2], edges[1::2], span_ns=(0, END), windows_ns=window)
    np.testing.assert_allclose(found, exact(stops, [window]), rtol=0, atol=1e-12)
