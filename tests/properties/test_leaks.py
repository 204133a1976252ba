"""The leak report against an oracle: random goroutines that hold and wait on random channels."""

from hypothesis import given
from hypothesis import strategies as st

from gcsim.runtime import Channel, Go, Program, Select, Sleep
from gcsim.runtime.leaks import leaks
from tests.runtime.bench import Bench

LONG_NS = 1_000_000
CHANNELS = st.integers(0, 5)
Goroutine = tuple[frozenset[int], frozenset[int]]
"""The channels that a goroutine has, and those that it waits on; none if it sleeps."""


def holds(channels: list[Channel], has: frozenset[int], waits: frozenset[int]) -> Program:
    """Return a program that has some channels in a list and waits on others."""
    mine = [channels[i] for i in sorted(has)]
    on = [channels[i].receive() for i in sorted(waits)]
    del channels
    if not on:
        yield Sleep(LONG_NS)
    elif len(on) == 1:
        yield on[0]
    else:
        yield Select(on)
    del mine


def alive(goroutines: list[Goroutine], main: frozenset[int]) -> set[int]:
    """Return who can go on, from the definition: repeated until nothing changes."""
    found: set[int] = set()
    while True:
        reached = main | {i for number in found for i in goroutines[number][0] | goroutines[number][1]}
        more = {number for number, (_, waits) in enumerate(goroutines) if not waits or waits & reached}
        if more == found:
            return found
        found = more


@given(
    goroutines=st.lists(
        st.tuples(st.frozensets(CHANNELS, max_size=3), st.frozensets(CHANNELS, max_size=3)), min_size=1, max_size=12
    ),
    has=st.frozensets(CHANNELS, max_size=2),
    ps=st.integers(1, 3),
)
def test_exactly_those_are_lost_whom_nobody_can_reach_who_goes_on(
    goroutines: list[Goroutine], has: frozenset[int], ps: int
) -> None:
    bench = Bench(ps)

    def main() -> Program:
        channels: list[Channel] | None = [Channel() for _ in range(6)]
        mine = [channels[i] for i in has] if channels else []
        for number, (theirs, waits) in enumerate(goroutines):
            yield Go(list_of(channels, theirs, waits), f"{number}")
        channels = None
        yield Sleep(LONG_NS)
        del mine

    def list_of(channels: list[Channel] | None, theirs: frozenset[int], waits: frozenset[int]) -> Program:
        return holds(channels or [], theirs, waits)

    bench.scheduler.main = bench.go("main", main())
    bench.run(until=LONG_NS // 2)
    lost = leaks(bench.scheduler, since_ns=0, goroutine_bytes=0, sudog_bytes=1)
    expected = set(range(len(goroutines))) - alive(goroutines, has)
    assert sum(group.goroutines for group in lost) == len(expected)
    # Each of them has a sudog for every channel that it waits on.
    assert sum(group.heap_bytes for group in lost) == sum(len(goroutines[number][1]) for number in expected)


def test_the_oracle_knows_a_chain_a_cycle_and_a_sleeper() -> None:
    nothing: frozenset[int] = frozenset()
    one, two = frozenset({1}), frozenset({2})
    assert alive([(two, one), (nothing, two)], one) == {0, 1}
    assert alive([(two, one), (one, two)], nothing) == set()
    assert alive([(one, nothing), (nothing, one)], nothing) == {0, 1}
