import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.scenario import Study, listed
from gcsim.scenario.programs import Fanout
from gcsim.studies import run_key
from gcsim.studies.planning import Plan, Portion, RunKeys, cost, predicted_s
from tests.studies.fakes import a_scenario, a_study


def lasting(*seconds: int) -> Study:
    """Give a study of runs of these lengths."""
    return listed("lasting", [a_scenario(until={"duration": f"{s}s"}, replication=r) for r, s in enumerate(seconds)])


def portions(plan: Plan, slots: int = 2, *, took: float = 1.0) -> list[Portion]:
    """Take everything; every run takes `took` times what was predicted."""
    taken = []
    while portion := plan.take(slots):
        taken.append(portion)
        plan.learn(portion, took * portion.predicted_s)
    return taken


def runs(portion: Portion) -> list[int]:
    return [job.scenario.replication for job in portion.jobs]


def plan_of(study: Study, stored: frozenset[str] = frozenset()) -> Plan:
    return Plan(study, range(study.n_runs), stored)


def test_the_longest_run_is_first_and_equal_ones_keep_their_order() -> None:
    order = [run for portion in portions(plan_of(lasting(1, 5, 1, 9, 5))) for run in runs(portion)]
    assert order == [3, 1, 4, 0, 2]


@given(st.lists(st.integers(1, 1000), max_size=60), st.integers(0, 4), st.floats(0.01, 100))
def test_every_missing_run_is_handed_over_once(seconds: list[int], slots: int, took: float) -> None:
    study = lasting(*seconds)
    keys = [run_key(scenario) for scenario in study.expand()]
    plan = plan_of(study, frozenset(keys[::3]))
    assert plan.left == len(keys) - plan.stored
    taken = [job.key for portion in portions(plan, slots, took=took) for job in portion.jobs]
    assert sorted(taken) == sorted(set(keys) - set(keys[::3]))
    assert plan.left == 0
    assert list(plan.keys) == keys


def test_a_portion_is_worth_some_seconds_at_most() -> None:
    taken = portions(plan_of(lasting(*[100] * 400)))
    each = predicted_s(a_scenario(until={"duration": "100s"}))
    assert max(len(portion.jobs) for portion in taken) == int(3 / each)
    assert all(portion.predicted_s == pytest.approx(len(portion.jobs) * each, rel=1e-5) for portion in taken)


def test_the_first_portions_are_small_and_the_last_ones_too() -> None:
    sizes = [len(portion.jobs) for portion in portions(plan_of(lasting(*[1] * 600)))]
    assert sizes[0] <= 16
    assert max(sizes) > 30
    assert sizes[-1] == 1


def test_runs_that_take_longer_than_predicted_make_portions_smaller() -> None:
    slow = max(len(portion.jobs) for portion in portions(plan_of(lasting(*[1] * 600)), took=100.0)[2:])
    fast = max(len(portion.jobs) for portion in portions(plan_of(lasting(*[1] * 600)), took=0.01)[2:])
    assert slow < 10 < fast


def test_runs_of_one_key_are_handed_over_once() -> None:
    plan = plan_of(listed("twice", [a_scenario(), a_scenario()]))
    assert (plan.left, plan.stored, len(plan.keys)) == (1, 1, 2)


def test_a_plan_can_be_of_some_runs_only() -> None:
    plan = Plan(a_study(), [1, 5, 9], frozenset())
    assert list(plan.keys) == [run_key(a_study().at(at)) for at in (1, 5, 9)]
    assert sorted(job.key for portion in portions(plan) for job in portion.jobs) == sorted(plan.keys)


def test_a_run_is_found_by_its_key() -> None:
    plan = plan_of(a_study())
    found = plan.find(run_key(a_study().at(7)))
    assert found is not None
    assert found.scenario == a_study().at(7)
    assert plan.find("0" * 32) is None
    assert plan.find("no key") is None


def test_keys_are_a_sequence_of_texts() -> None:
    texts = ["00" * 16, "ab" * 16, "0a" * 15 + "00"]
    keys = RunKeys(b"".join(map(bytes.fromhex, texts)))
    assert list(keys) == texts
    assert (len(keys), keys[2], keys[-2], keys[:2]) == (3, texts[2], texts[1], texts[:2])
    assert list(keys + keys) == [*texts, *texts]
    assert "ab" * 16 in keys
    with pytest.raises(IndexError):
        keys[3]


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
    assert predicted_s(run) > predicted_s(a_scenario(until={"cycles": 20}, live_heap="4MiB"))


def test_a_run_without_a_collector_takes_until_its_memory_is_full() -> None:
    endless = cost(a_scenario(until={"cycles": 1}, gogc="off"))
    assert math.isfinite(endless)
    assert endless > cost(a_scenario(until={"cycles": 1}))


def test_a_warm_up_takes_its_time_too() -> None:
    plain = cost(a_scenario(until={"duration": "10s"}))
    assert cost(a_scenario(until={"duration": "10s", "warmup": "5s"})) == pytest.approx(1.5 * plain)
    assert cost(a_scenario(until={"duration": "10s", "warmup": "mser5"})) == pytest.approx(2 * plain)
