from pathlib import Path

import pytest

from gcsim.fidelity import AXES, MeasuredRun, axes_of, read_measured

_MEASURED = Path(__file__).parents[2] / "results/measured"


def case(run: MeasuredRun, name: str, **changes: object) -> MeasuredRun:
    return run.model_copy(update={"case": name, **changes})


def test_every_measured_case_lies_on_the_axis_that_its_parameters_differ_along() -> None:
    found = axes_of(read_measured(_MEASURED))
    on = {axis: {name for name, axes in found.items() if axes == (axis,)} for axis in AXES}
    assert on == {
        "heap": {"live32", "live128", "live512"},
        "gogc": {"gogc50", "gogc200"},
        "goroutines": {"parked10k", "parked1k-32k", "parked1k-32k-ptr", "workers1", "workers16"},
        "globals": {"globals64", "globals64-ptr"},
        "ps": {"procs1"},
    }
    assert {name for name, axes in found.items() if not axes} == {
        "loop2",
        "obj512",
        "pusher50",
        "think500",
        "think8000",
    }


@pytest.mark.parametrize(
    ("changes", "axes"),
    [
        ({}, ("heap",)),
        ({"live_mb": 512}, ("heap",)),
        ({"gogc": 400}, ("gogc",)),
        ({"gogc": "off"}, ("gogc",)),
        ({"parked": 10, "live_mb": 512}, ("goroutines",)),
        ({"workers": 9}, ("goroutines",)),
        ({"global_ptrs": 10**6}, ("globals",)),
        ({"gomaxprocs": 64}, ("ps",)),
        ({"gogc": 50, "gomaxprocs": 1}, ("gogc", "ps")),
        ({"obj": 512}, ()),
        ({"pusher": True, "live_mb": 50}, ()),
        ({"loop_ms": 2, "gomaxprocs": 1}, ("ps",)),
    ],
)
def test_parameters_decide_and_not_the_name(
    run: MeasuredRun, changes: dict[str, object], axes: tuple[str, ...]
) -> None:
    usual = [case(run, f"usual{number}") for number in range(3)]
    assert axes_of([*usual, case(run, "gogc50", **changes)])["gogc50"] == axes


def test_what_most_cases_have_is_no_difference_on_a_machine_with_more_ps(run: MeasuredRun) -> None:
    wide = [case(run, name, gomaxprocs=8) for name in ("a", "b")]
    assert axes_of([*wide, case(run, "narrow")]) == {"a": ("heap",), "b": ("heap",), "narrow": ("ps",)}
