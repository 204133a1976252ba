from dataclasses import fields, replace

import pytest

from gcsim.fidelity.parameters import Parameter, parameters_of, with_values
from gcsim.scenario import Hardware

COST = Parameter("mark_object_ns", None, share=False, start=90.0)
SHARE = Parameter("stop_retry_share", None, share=True, start=0.1)


def test_every_number_of_every_field_to_be_fitted_is_free(hardware: Hardware) -> None:
    found = parameters_of(hardware.costs)
    assert {one.field for one in found} == {field.name for field in fields(hardware.costs) if field.metadata["fit"]}
    assert {one.key for one in found if one.field == "operation_ns"} == {"1.4", "1.5", "1.6", "1.7", "1.8"}
    assert {one.field for one in found if one.share} == {"left_over_share"}
    assert len(found) <= 25
    assert "mark_object_ns" in {one.name for one in found}
    assert "operation_ns[1.4]" in {one.name for one in found}


def test_what_is_zero_is_not_free(hardware: Hardware) -> None:
    costs = replace(hardware.costs, sweep_page_ns=0.0)
    assert "sweep_page_ns" not in {one.name for one in parameters_of(costs)}


@pytest.mark.parametrize("parameter", [COST, SHARE])
def test_the_origin_is_where_the_number_began(parameter: Parameter) -> None:
    assert parameter.value(parameter.origin) == parameter.start


def test_a_cost_stays_within_a_hundredfold_and_a_share_between_0_and_1() -> None:
    assert [COST.value(place) for place in COST.bounds] == [0.9, 9000.0]
    assert [SHARE.value(place) for place in SHARE.bounds] == [0.0001, 0.9999]


@pytest.mark.parametrize("start", [1.0, 1e-9])
def test_a_share_at_its_end_begins_inside_its_bounds(start: float) -> None:
    share = replace(SHARE, start=start)
    low, high = share.bounds
    assert low < share.origin < high


def test_a_number_of_one_release_concerns_no_other() -> None:
    of_release = Parameter("operation_ns", "1.4", share=False, start=280.0)
    assert (of_release.concerns("1.4"), of_release.concerns("1.5"), COST.concerns("1.5")) == (True, False, True)


def test_other_values_leave_what_is_not_free_alone(hardware: Hardware) -> None:
    costs = hardware.costs
    parameters = parameters_of(costs)
    places = [one.origin for one in parameters]
    assert with_values(costs, parameters, places) == costs
    at = next(at for at, one in enumerate(parameters) if one.name == "operation_ns[1.5]")
    places[at] += 1.0
    changed = with_values(costs, parameters, places)
    assert changed.operation_ns["1.5"] == pytest.approx(2.71828 * costs.operation_ns["1.5"], rel=1e-3)
    assert replace(changed, operation_ns=costs.operation_ns) == costs
