import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gcsim.costs import Costs
from gcsim.fidelity import read_measured
from gcsim.fidelity.comparison import units
from gcsim.fidelity.metrics import Observation
from gcsim.fidelity.objective import Objective, weights
from gcsim.fidelity.runs import observer, unseen
from gcsim.scenario import Hardware, Scenario

Fields = dict[str, Any]
ToyFolder = Callable[[Costs, Sequence[Fields]], Path]


@pytest.fixture
def objective(toy_folder: ToyFolder, hardware: Hardware, toy_simulator: None) -> Objective:  # noqa: ARG001
    folder = toy_folder(replace(hardware.costs, mark_object_ns=hardware.costs.mark_object_ns / 2), [{}])
    with observer(1, unseen) as observe:
        return Objective(units(read_measured(folder)), hardware, observe)


def at(objective: Objective, name: str) -> int:
    return [parameter.name for parameter in objective.parameters].index(name)


def test_residuals_are_the_points_and_after_them_the_prior(objective: Objective) -> None:
    n = len(objective.parameters)
    residuals = objective.residuals(objective.origin)
    # Of pause p50, pause p90, operations, marking, assists and workers the last three are twice as large as measured.
    assert residuals[:3] == pytest.approx(0, abs=0.05)
    assert residuals[3:6] == pytest.approx(math.log(2) / 0.05, rel=1e-3)
    assert list(residuals[6:]) == [0.0] * n
    tenfold = objective.origin.copy()
    tenfold[at(objective, "sweep_page_ns")] += math.log(10)
    assert objective.residuals(tenfold)[6:].sum() == pytest.approx(1)


def test_the_first_jacobian_is_by_differences(objective: Objective) -> None:
    column = at(objective, "mark_object_ns")
    slopes = objective.slopes(objective.origin)
    assert slopes[:, column] == pytest.approx([0, 0, 0, 1, 1, 1], abs=5e-3)
    assert objective.jacobian(objective.origin)[:6, column] == pytest.approx(slopes[:, column] / 0.05)


def test_the_next_is_corrected_by_what_was_seen_on_the_way(objective: Objective) -> None:
    operations, column, other = 2, at(objective, "operation_ns[1.8]"), at(objective, "mark_object_ns")

    def slope(place: float) -> float:
        # An operation takes 2 us and its own cost: its rate follows the cost by the cost's share.
        return -math.exp(place) / (2000 + math.exp(place)) / 0.05

    further = objective.origin.copy()
    further[column] += 2.0
    first = objective.jacobian(objective.origin)[operations]
    corrected = objective.jacobian(further)[operations]
    objective.begin_anew()
    anew = objective.jacobian(further)[operations]
    assert first[column] == pytest.approx(slope(objective.origin[column]), rel=0.15)
    assert anew[column] == pytest.approx(slope(further[column]), rel=0.15)
    assert anew[column] < corrected[column] < first[column]
    assert corrected[other] == 0.0


def test_no_point_counts_as_further_off_than_a_factor_of_ten(objective: Objective) -> None:
    far = objective.origin.copy()
    far[at(objective, "mark_object_ns")] += math.log(50)
    assert objective.residuals(far)[3:6] == pytest.approx(math.log(10) / 0.05)


def test_a_simulation_without_a_value_counts_as_ten_times_too_small(toy_folder: ToyFolder, hardware: Hardware) -> None:
    def nothing(scenarios: Sequence[Scenario], _title: str) -> list[Observation]:
        return [Observation(window_s=7.0, ops=0, collections=0, pauses_us=(), op_ns={}, log={}) for _ in scenarios]

    objective = Objective(units(read_measured(toy_folder(hardware.costs, [{}]))), hardware, nothing)
    assert objective.residuals(objective.origin)[:6] == pytest.approx(-math.log(10) / 0.05, rel=0.01)


@pytest.mark.usefixtures("toy_simulator")
def test_a_place_is_simulated_once(toy_folder: ToyFolder, hardware: Hardware) -> None:
    simulated: list[int] = []
    with observer(1, unseen) as observe:

        def counted(scenarios: Sequence[Scenario], title: str) -> list[Observation]:
            simulated.append(len(scenarios))
            return observe(scenarios, title)

        objective = Objective(
            units(read_measured(toy_folder(hardware.costs, [{}, {"version": "go1.4.3"}]))), hardware, counted
        )
        for _ in range(2):
            objective.residuals(objective.origin)
            objective.slopes(objective.origin)
    # Two cases, then for each number those of its release.
    of_numbers = sum(parameter.concerns("1.8") + parameter.concerns("1.4") for parameter in objective.parameters)
    assert simulated == [2, of_numbers]


def test_a_large_residual_counts_by_its_distance() -> None:
    assert weights(np.array([0.0, 0.1, 100.0])) == pytest.approx([1.0, 0.995, 0.01], rel=1e-3)
