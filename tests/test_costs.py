"""Every cost says its unit, where its number comes from, and whether calibration may move it."""

import dataclasses
import re

import pytest

from gcsim.costs import Costs
from tests.parts import COSTS

FIELDS = dataclasses.fields(Costs)
RELEASES = {"1.4", "1.5", "1.6", "1.7", "1.8"}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_cost_has_a_unit_a_source_and_says_whether_it_is_fitted(field: dataclasses.Field[object]) -> None:
    assert set(field.metadata) == {"unit", "source", "fit"}
    assert field.metadata["unit"]
    assert isinstance(field.metadata["fit"], bool)
    assert re.match(r"fitted|published|measured|usleep", field.metadata["source"])


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_what_calibration_leaves_alone_was_published_or_measured(field: dataclasses.Field[object]) -> None:
    if not field.metadata["fit"]:
        assert re.search(r"published|measured", field.metadata["source"])


def test_costs_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        COSTS.mark_object_ns = 1.0  # type: ignore[misc]


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_the_measured_machine_has_every_cost(field: dataclasses.Field[object]) -> None:
    value = getattr(COSTS, field.name)
    numbers = list(value.values()) if hasattr(value, "values") else [value]
    assert numbers
    assert all(number >= 0 for number in numbers)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_cost_by_release_has_all_releases(field: dataclasses.Field[object]) -> None:
    value = getattr(COSTS, field.name)
    if hasattr(value, "keys") and "1.8" in value:
        assert set(value) == RELEASES


def test_the_shape_of_an_operation_is_a_list_of_rising_quantiles_from_0_to_1() -> None:
    shape = COSTS.operation_shape
    probabilities = [float(q) for q in shape]
    assert probabilities[0] == 0
    assert probabilities[-1] == 1
    assert probabilities == sorted(set(probabilities))
    assert list(shape.values()) == sorted(set(shape.values()))
