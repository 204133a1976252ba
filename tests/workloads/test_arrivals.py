"""Draws have the distributions that they promise, and arrivals wait for nobody."""

from itertools import islice, pairwise

import pytest
import simpy

from gcsim.kernel import stream
from gcsim.workloads.arrivals import arrive, choices, poisson, times


def test_poisson_instants_are_in_order_and_as_many_as_the_rate_says() -> None:
    instants = list(islice(poisson(stream(1, "arrivals", 0), 1e6, 5000), 20_000))
    assert instants[0] > 5000
    assert all(before <= after for before, after in pairwise(instants))
    assert (instants[-1] - 5000) / len(instants) == pytest.approx(1000, rel=0.02)


def test_gaps_of_a_poisson_process_are_exponential() -> None:
    instants = list(islice(poisson(stream(1, "arrivals", 0), 1e6, 0), 20_000))
    gaps = [after - before for before, after in pairwise(instants)]
    for share, quantile in ((0.5, 693), (0.9, 2303), (0.99, 4605)):
        assert sorted(gaps)[round(share * len(gaps))] == pytest.approx(quantile, rel=0.05)


def test_exponential_times_have_their_mean() -> None:
    drawn = list(islice(times(stream(1, "service", 0), 100_000, "exponential"), 20_000))
    assert sum(drawn) / len(drawn) == pytest.approx(100_000, rel=0.02)
    assert sum(ns > 100_000 for ns in drawn) / len(drawn) == pytest.approx(0.368, abs=0.01)
    assert {type(ns) for ns in drawn} == {int}


@pytest.mark.parametrize("distribution", ["fixed", "exponential"])
def test_times_that_are_always_the_same_draw_nothing(distribution: str) -> None:
    numbers, untouched = stream(1, "service", 0), stream(1, "service", 0)
    mean_ns = 70 if distribution == "fixed" else 0
    assert list(islice(times(numbers, mean_ns, distribution), 3)) == [mean_ns] * 3  # type: ignore[arg-type]
    assert numbers.uniform() == untouched.uniform()


def test_choices_are_equally_likely() -> None:
    drawn = list(islice(choices(stream(1, "connections", 0), 5), 20_000))
    assert all(drawn.count(number) / len(drawn) == pytest.approx(0.2, abs=0.01) for number in range(5))


def test_things_arrive_at_their_instants() -> None:
    env = simpy.Environment()
    got = []
    arrive(env, iter([(5, "a"), (5, "b"), (90, "c"), (1000, "never")]), lambda what: got.append((env.now, what)))
    env.run(until=500)
    assert got == [(5, (5, "a")), (5, (5, "b")), (90, (90, "c"))]
