"""Goroutines that wait are cheap, however many: alike ones share what they do, and nobody looks at them."""

import gc
import sys
import tracemalloc

import pytest

from gcsim.runtime import Channel, Compute, Go, Program
from tests.runtime.bench import Bench

MOST_BYTES = 300
"""Of the simulator's memory that a parked goroutine may take."""


def starting(n: int, steps: list[object]) -> Program:
    start = Go(steps, "parked")
    for _ in range(n):
        yield start
    yield Compute(1)


def bytes_each(n: int, steps: list[object]) -> float:
    """Return the memory that each of so many goroutines takes once they are parked."""
    bench = Bench()
    bench.scheduler.on_decision = None  # whose log would take more
    bench.go("main", starting(n, steps))
    gc.collect()
    tracemalloc.start()
    try:
        bench.run(until=1_000_000)
        gc.collect()
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert bench.scheduler.alive == n
    return taken / n


def test_a_goroutine_parked_on_a_channel_takes_less_than_300_bytes() -> None:
    assert bytes_each(100_000, [Channel().receive()]) < MOST_BYTES


@pytest.mark.slow
def test_a_million_of_them_take_no_more_each() -> None:
    assert bytes_each(1_000_000, [Channel().receive()]) < MOST_BYTES


def test_how_many_wait_makes_no_difference_to_a_hand_over() -> None:
    """Nobody even looks at them: an exchange takes as many calls of Python's with them as without."""

    def calls(parked: int) -> int:
        bench = Bench()
        bench.scheduler.on_decision = None
        waiting, there, back = Channel(), Channel(), Channel()
        bench.go("main", starting(parked, [waiting.receive()]))
        bench.run(until=1_000)
        bench.go("pong", [there.receive(), back.send()] * 100)
        bench.go("ping", [there.send(), back.receive()] * 100)
        return counted(bench)

    assert calls(10_000) == calls(0) > 200


def counted(bench: Bench) -> int:
    """Run, and return how many calls Python makes."""
    called = 0

    def count(*_: object) -> None:
        nonlocal called
        called += 1

    sys.setprofile(count)
    try:
        bench.run(until=2_000)
    finally:
        sys.setprofile(None)
    return called
