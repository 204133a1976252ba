"""The sections of the programs that leak."""

import inspect
from typing import Any

import pytest
from pydantic import ValidationError

from gcsim.scenario import Scenario
from gcsim.workloads.catalog import PROGRAMS

KINDS = ["leaky_body", "blocked_senders", "shared_done", "loop_variable", "deferred_loop"]


def a_scenario(**workload: Any) -> Scenario:  # noqa: ANN401
    return Scenario.model_validate({"name": "t", "go": "1.8", "hardware": "measured-2vcpu", "workload": workload})


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_alone_will_do_and_gives_the_fault_not_the_cure(kind: str) -> None:
    workload = a_scenario(kind=kind).workload.model_dump()
    assert workload.get("cured", False) is False
    assert workload.get("cure", "none") == "none"


@pytest.mark.parametrize("kind", KINDS)
def test_the_program_takes_exactly_what_the_section_gives(kind: str) -> None:
    given = set(a_scenario(kind=kind).workload.model_dump(exclude={"kind"}))
    _, *parameters = inspect.signature(PROGRAMS[kind]).parameters
    assert given == set(parameters)


@pytest.mark.parametrize(
    ("keys", "advice"),
    [
        ({"kind": "leaky_body", "rate": 0}, "use a number from 0.001 on"),
        ({"kind": "leaky_body", "error_rate": 1.5}, "use a number from 0 to 1"),
        ({"kind": "blocked_senders", "cure": "luck"}, "none, select_default"),
        ({"kind": "blocked_senders", "senders": 2, "taken": 3}, "take no more values than are sent"),
    ],
)
def test_what_does_not_fit_is_refused_with_advice(keys: dict[str, Any], advice: str) -> None:
    with pytest.raises(ValidationError, match=advice):
        a_scenario(**keys)
