import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.scenario.programs import Fanout
from gcsim.studies.chunks import cost, longest_first
from gcsim.studies.runs import Job
from tests.studies.fakes import a_scenario


def jobs(*seconds: int) -> list[Job]:
    return [Job(str(at), a_scenario(until={"duration": f"{s}s"})) for at, s in enumerate(seconds)]


def test_the_longest_run_is_first_and_equal_ones_keep_their_order() -> None:
    chunks = longest_first(jobs(1, 5, 1, 9, 5), slots=2, most=1)
    assert [[job.key for job in chunk] for chunk in chunks] == [["3"], ["1"], ["4"], ["0"], ["2"]]


@given(st.lists(st.integers(1, 1000), max_size=300), st.integers(1, 4), st.integers(1, 8))
def test_every_job_is_in_one_chunk_and_no_chunk_is_large(seconds: list[int], slots: int, most: int) -> None:
    given_jobs = jobs(*seconds)
    chunks = longest_first(given_jobs, slots=slots, most=most)
    assert sorted(int(job.key) for chunk in chunks for job in chunk) == list(range(len(seconds)))
    share = sum(cost(job.scenario) for job in given_jobs) / slots / 32
    for chunk in chunks:
        assert len(chunk) == 1 or (
            len(chunk) <= most and sum(cost(job.scenario) for job in chunk) <= share * (1 + 1e-9)
        )


def test_many_short_runs_go_together() -> None:
    assert {len(chunk) for chunk in longest_first(jobs(*[1] * 1000), slots=2, most=8)} == {8}


def test_a_run_to_a_number_of_collections_takes_longer_with_a_larger_heap_and_gogc() -> None:
    until = {"cycles": 20}
    small = cost(a_scenario(until=until))
    assert cost(a_scenario(until=until, live_heap="640MiB")) == pytest.approx(10 * small)
    assert cost(a_scenario(until=until, gogc=200)) == pytest.approx(2 * small)
    assert cost(a_scenario(until={"cycles": 20, "at_most": "1s"})) == pytest.approx(2)


def test_a_program_without_a_live_heap_collects_at_the_least_heap() -> None:
    """4 MiB of garbage for each of its collections."""
    run = a_scenario(until={"cycles": 20}).model_copy(update={"workload": Fanout(kind="fanout")})
    assert cost(run) == pytest.approx(cost(a_scenario(until={"cycles": 20}, live_heap="4MiB")))


def test_a_run_without_a_collector_takes_until_its_memory_is_full() -> None:
    endless = cost(a_scenario(until={"cycles": 1}, gogc="off"))
    assert math.isfinite(endless)
    assert endless > cost(a_scenario(until={"cycles": 1}))
