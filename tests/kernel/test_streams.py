"""Named random streams."""

import math
from collections import Counter

import numpy as np
import pytest

from gcsim.kernel import Stream, stream


def first(stream_: Stream, n: int) -> list[float]:
    return [stream_.uniform() for _ in range(n)]


@pytest.mark.parametrize(
    ("seed", "name", "replication", "numbers"),
    [
        (1, "stealing", 0, [0.5496853758425145, 0.23263503986596956, 0.038809369821541484]),
        (1, "stealing", 1, [0.9691658793602879, 0.24064272049553337, 0.8759873641642434]),
        (20261122, "stops", 4, [0.8267196443592258, 0.5587993577462035, 0.27841264563029167]),
    ],
)
def test_the_numbers_of_a_stream_never_change(seed: int, name: str, replication: int, numbers: list[float]) -> None:
    assert first(stream(seed, name, replication), 3) == numbers


@pytest.mark.parametrize("other", [(2, "stealing", 0), (1, "stops", 0), (1, "stealing", 1)])
def test_seed_name_and_replication_each_make_a_stream_of_its_own(other: tuple[int, str, int]) -> None:
    n = 4000
    a, b = first(stream(1, "stealing", 0), n), first(stream(*other), n)
    assert not set(a) & set(b)
    assert abs(np.corrcoef(a, b)[0, 1]) < 4 / math.sqrt(n)


def test_what_one_stream_is_asked_for_does_not_move_another() -> None:
    alone = first(stream(1, "stealing", 0), 5)
    mine, other = stream(1, "stealing", 0), stream(1, "stops", 0)
    together = []
    for _ in range(5):
        first(other, 700)
        together.append(mine.uniform())
    assert together == alone


def test_a_stream_goes_on_over_the_end_of_its_blocks() -> None:
    expected = np.random.Generator(np.random.Philox(5)).random(3000)
    assert first(Stream(np.random.Generator(np.random.Philox(5))), 3000) == expected.tolist()


def test_integers_are_spread_evenly_over_their_range() -> None:
    draw = stream(1, "stealing", 0)
    counts = Counter(draw.integer(5) for _ in range(10_000))
    assert set(counts) == set(range(5))
    # Five standard deviations of a count of 2000.
    assert all(abs(count - 2000) < 200 for count in counts.values())


@pytest.mark.parametrize("sizes", [[1, 5, 1000], [1024, 1024], [1000, 100, 3], [3000, 1]])
def test_numbers_drawn_at_once_are_those_drawn_one_by_one(sizes: list[int]) -> None:
    at_once, one_by_one = stream(1, "stealing", 0), stream(1, "stealing", 0)
    for size in sizes:
        assert at_once.uniforms(size) == [one_by_one.uniform() for _ in range(size)]
    assert at_once.uniform() == one_by_one.uniform()
