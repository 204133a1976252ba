"""Laws that every MMU and BMU obeys, and their definitions by brute force."""

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from gcsim.analysis import bmu, mmu, pause_bmu, pause_mmu

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


def exact_bmu(pieces: list[tuple[int, int]], windows: list[int]) -> list[float]:
    times, levels = [time for time, _ in pieces], [level for _, level in pieces]
    found = bmu(times, levels, gomaxprocs=GOMAXPROCS, span_ns=(0, END), windows_ns=windows)
    return [float(share) for share in found]


@given(steps)
def test_bmu_is_what_trying_every_window_and_every_longer_one_finds(pieces: list[tuple[int, int]]) -> None:
    # Instants and lengths are whole here too: a worst window begins and ends at a step, or is as short as it may be.
    each = [brute_force(pieces, window) for window in range(1, END + 1)]
    expected = [min(each[shortest:]) for shortest in range(END)]
    np.testing.assert_allclose(exact_bmu(pieces, list(range(1, END + 1))), expected, rtol=0, atol=1e-12)


@given(steps)
def test_bmu_never_falls_and_never_exceeds_mmu(pieces: list[tuple[int, int]]) -> None:
    windows = list(range(1, END + 1))
    bounded, least = exact_bmu(pieces, windows), exact(pieces, windows)
    assert bounded == sorted(bounded)
    assert all(bound <= share for bound, share in zip(bounded, least, strict=True))
    assert bounded[-1] == least[-1]


def edges_of(gaps: list[int]) -> npt.NDArray[np.int64]:
    return np.cumsum(gaps[: len(gaps) // 2 * 2])


pauses = st.lists(st.integers(1, 10**7), min_size=2, max_size=40).map(edges_of)


@given(pauses, st.lists(st.integers(1, 10**8), min_size=1, max_size=8))
def test_pauses_of_any_length_give_what_all_pairs_of_their_edges_give(
    edges: npt.NDArray[np.int64], windows: list[int]
) -> None:
    begins, ends = edges[::2].tolist(), edges[1::2].tolist()
    end = ends[-1] + 5
    windows = [min(window, end) for window in windows]

    def stopped(begin: int, until: int) -> int:
        return sum(max(0, min(until, e) - max(begin, b)) for b, e in zip(begins, ends, strict=True))

    instants = [0, *begins, *ends, end]
    worst, bounded = [], []
    for window in windows:
        at = [instant for edge in instants for instant in (edge, edge - window) if 0 <= instant <= end - window]
        least = min(1 - stopped(begin, begin + window) / window for begin in at)
        longer = [
            1 - stopped(begin, until) / (until - begin) for begin in begins for until in ends if until - begin >= window
        ]
        worst.append(least)
        bounded.append(min([least, *longer]))
    span = (0, end)
    np.testing.assert_allclose(pause_mmu(begins, ends, span_ns=span, windows_ns=windows), worst, rtol=0, atol=1e-12)
    np.testing.assert_allclose(pause_bmu(begins, ends, span_ns=span, windows_ns=windows), bounded, rtol=0, atol=1e-12)


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
