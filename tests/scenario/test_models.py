import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from gcsim.costs import Costs
from gcsim.mechanisms import Mechanisms
from gcsim.scenario import Scenario, Study, load_hardware
from gcsim.scenario.tables import CostTable, MechanismChoices

Load = Callable[..., Study]


def scenario(**keys: object) -> Scenario:
    given: dict[str, Any] = {
        "name": "test",
        "go": "1.8",
        "hardware": load_hardware("measured-2vcpu"),
        "workload": {"kind": "forest", "live_heap": "128MiB"},
    }
    return Scenario.model_validate(given | keys)


@pytest.mark.parametrize(
    ("go", "keys", "ps"),
    [
        ("1.4", {}, 1),
        ("1.5", {}, 2),
        ("1.8", {}, 2),
        ("1.4", {"gomaxprocs": 8}, 8),
        ("1.8", {"gomaxprocs": 1}, 1),
        ("1.8", {"hardware": {"profile": "measured-2vcpu", "cores": 32}}, 32),
        ("1.4", {"collector": {"mechanisms": {"gomaxprocs_default": "cores"}}}, 2),
        ("1.8", {"collector": {"mechanisms": {"gomaxprocs_default": "one"}}}, 1),
    ],
    ids=str,
)
def test_ps_are_what_the_scenario_says_or_the_release_takes_by_default(go: str, keys: dict[str, Any], ps: int) -> None:
    assert scenario(go=go, **keys).ps == ps


def test_a_scenario_can_be_made_without_a_file() -> None:
    run = scenario(until={"duration": "7s"}, gogc="off", hardware="measured-2vcpu")
    assert (run.until.duration_ns, run.gogc, run.hardware.profile) == (7 * 10**9, "off", "measured-2vcpu")


def test_a_scenario_made_without_a_file_gets_the_same_advice() -> None:
    with pytest.raises(ValidationError) as caught:
        scenario(gogc=-5, gogcc=3, go=1.8, workload={"kind": "forest", "liveheap": "1MiB"}, until=3)
    told = {details["loc"]: details["msg"] for details in caught.value.errors()}
    assert told == {
        ("go",): 'use one of "1.4", "1.5", "1.6", "1.6.0", "1.6.2", "1.7", "1.8", in quotes',
        ("gogc",): "use a positive whole number of percent, or off",
        ("gogcc",): "did you mean gogc?",
        ("until",): "write a mapping: keys with their values",
        ("workload", "forest", "live_heap"): "write live_heap: it has no default",
        ("workload", "forest", "liveheap"): "did you mean live_heap?",
    }


def test_costs_that_are_no_costs_are_refused() -> None:
    hardware = load_hardware("measured-2vcpu")
    with pytest.raises(ValidationError, match="instance of Costs"):
        type(hardware)(profile="mine", cores=2, memory=1, costs={})


@pytest.mark.parametrize("quota", [0.5, 2])
def test_a_quota_makes_a_run_another(quota: float) -> None:
    run = scenario(hardware={"profile": "measured-2vcpu", "quota": quota})
    assert run.resolved()["hardware"]["quota"] == quota
    assert isinstance(run.resolved()["hardware"]["quota"], float)  # 2 and 2.0 are the same run


def test_what_is_resolved_is_all_that_a_result_depends_on() -> None:
    run = scenario(collector={"mechanisms": {"oblets": True, "assist": "park"}})
    resolved = run.resolved()
    assert resolved == {
        "go": "1.8",
        "gogc": 100,
        "gomaxprocs": 2,
        "hardware": {
            "cores": 2,
            "memory": 24 * 2**30,
            "quota": None,
            "costs": dataclasses.asdict(run.hardware.costs),
        },
        "until": {"cycles": None, "duration_ns": 10**10, "at_most_ns": None},
        "seed": 1,
        "replication": 0,
        "collector": {
            "strategy": "release",
            "mechanisms": {"assist": "park", "oblets": True},
            "generational": {"nursery": 2**20, "factor": 2.0},
            "pause_budget": {"pause_ns": 10**7, "window_ns": 5 * 10**7},
        },
        "workload": {
            "kind": "forest",
            "live_heap": 2**27,
            "object_size": 256,
            "workers": 4,
            "think_time_ns": 2000,
            "churn": 16,
            "parked": 0,
            "dirty": 0.0,
            "parked_stack": 0,
            "roots": 0.0,
            "finalizers": 0,
            "allocation_sites": 5,
            "global_pointers": 1,
            "loop_ns": 0,
        },
    }
    assert list(resolved["collector"]["mechanisms"]) == ["assist", "oblets"]


def test_scenarios_that_say_the_same_in_other_words_resolve_to_the_same() -> None:
    renamed = load_hardware("measured-2vcpu").model_copy(update={"profile": "other", "provenance": "elsewhere"})
    one = scenario(
        workload={"kind": "forest", "live_heap": "128MiB", "think_time": "2us", "roots": 0},
        gomaxprocs=2,
        hardware=renamed,
    )
    other = scenario(name="other", workload={"kind": "forest", "live_heap": "131072KiB", "workers": 4.0})
    assert one.resolved() == other.resolved()


def test_every_mechanism_and_every_cost_can_be_given() -> None:
    assert list(MechanismChoices.model_fields) == [field.name for field in dataclasses.fields(Mechanisms)]
    assert list(CostTable.model_fields) == [field.name for field in dataclasses.fields(Costs)]


@pytest.mark.parametrize("field", dataclasses.fields(Mechanisms), ids=lambda field: field.name)
def test_a_mechanism_takes_no_value_that_it_does_not_have(field: dataclasses.Field[Any]) -> None:
    with pytest.raises(ValidationError, match=r"use (one of|true or false|a whole number)"):
        scenario(collector={"mechanisms": {field.name: "perhaps"}})


def test_a_chosen_mechanism_keeps_its_type(study: Load) -> None:
    (run,) = study("", "collector.mechanisms={oblets: false, helper_cap: 4, sweep: lazy}").expand()
    assert run.collector.mechanisms == {"oblets": False, "helper_cap": 4, "sweep": "lazy"}
