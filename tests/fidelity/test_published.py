from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from gcsim.fidelity.published import (
    FREE,
    MOST_FREE,
    Point,
    fit_published,
    read_points,
    scenarios_of,
    simulated_ms,
    with_numbers,
)
from gcsim.scenario import Hardware, Scenario, load_hardware
from gcsim.studies import Row

_MS = 1_000_000
_TABLE = """\
name,group,half,version,quantity,statistic,value_ms,low_ms,high_ms,conditions,source,go,gomaxprocs,hardware.profile,\
until.cycles,collector.mechanisms,workload.kind,workload.live_heap,workload.dirty,if_missed
a stop,stops,fitted,1.6.0,stop,max,4.5,4,,half live,a commit,1.6.0,12,measured-2vcpu,3,,forest,8MB|16MB,0.5,chance
a list,stops,judged,1.9,pause,p50,1,,,none,a talk,,,,,,,,,no row for 1.9
"""


def _point(**changes: object) -> Point:
    settings = {
        "go": "1.8",
        "gomaxprocs": "2",
        "hardware.profile": "toy",
        "until.cycles": "2",
        "workload.kind": "pusher",
        "workload.live_heap": "1MiB",
    }
    plain = Point(
        name="one",
        group="all",
        half="fitted",
        version="1.8",
        quantity="stop",
        statistic="p50",
        value_ms=1.0,
        low_ms=None,
        high_ms=None,
        conditions="",
        source="",
        settings=settings,
        if_missed="",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


@pytest.fixture
def toy() -> Hardware:
    return load_hardware("measured-2vcpu").model_copy(update={"profile": "toy"})


def test_a_table_gives_a_point_for_each_row_and_what_is_empty_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "points.csv").write_text(_TABLE, encoding="utf-8")
    stop, listed = read_points(tmp_path / "points.csv")
    assert (stop.name, stop.half, stop.value_ms, stop.low_ms, stop.high_ms) == ("a stop", "fitted", 4.5, 4.0, None)
    assert stop.settings == {
        "go": "1.6.0",
        "gomaxprocs": "12",
        "hardware.profile": "measured-2vcpu",
        "until.cycles": "3",
        "workload.kind": "forest",
        "workload.live_heap": "8MB|16MB",
        "workload.dirty": "0.5",
    }
    assert (listed.settings, listed.if_missed) == ({}, "no row for 1.9")


def test_alternatives_are_scenarios_of_their_own_on_a_machine_with_a_core_for_each_p(tmp_path: Path) -> None:
    (tmp_path / "points.csv").write_text(_TABLE, encoding="utf-8")
    stop, listed = read_points(tmp_path / "points.csv")
    small, large = scenarios_of(stop)
    assert (small.go, small.ps, small.hardware.cores, small.until.cycles) == ("1.6.0", 12, 12, 3)
    assert [scenario.workload.model_dump()["live_heap"] for scenario in (small, large)] == [8 * 10**6, 16 * 10**6]
    assert small.workload.model_dump()["dirty"] == 0.5
    assert scenarios_of(listed) == []


def test_another_machine_may_take_the_place_of_the_profile(toy: Hardware) -> None:
    (scenario,) = scenarios_of(_point(), {"toy": toy})
    assert scenario.hardware == toy


def test_mechanisms_are_written_as_words(toy: Hardware) -> None:
    settings = {**_point().settings, "collector.mechanisms": "preemption=asynchronous write_barrier=hybrid"}
    (scenario,) = scenarios_of(_point(settings=settings), {"toy": toy})
    assert scenario.collector.mechanisms == {"preemption": "asynchronous", "write_barrier": "hybrid"}


_ROW: Row = {
    "pauses_ns": [5 * _MS, 7 * _MS],
    "stops_ns": [1 * _MS, 4 * _MS, 2 * _MS, 5 * _MS],
    "stop_phases": [1, 2, 1, 2],
    "cycle_medians.mark_ms": 30.0,
    "op_ns.max": 9 * _MS,
}


@pytest.mark.parametrize(
    ("quantity", "statistic", "expected"),
    [
        ("pause", "mean", 6.0),
        ("pause", "p50", 6.0),
        ("stop", "max", 5.0),
        ("stop", "p50", 3.0),
        ("sweep_termination", "p95", 1.95),
        ("mark_termination", "p99", 4.99),
        ("mark", "p50", 30.0),
        ("operation", "max", 9.0),
    ],
)
def test_the_counterpart_of_a_figure_is_the_same_statistic_of_the_same_thing(
    quantity: str, statistic: str, expected: float
) -> None:
    assert simulated_ms(_point(quantity=quantity, statistic=statistic), [_ROW]) == pytest.approx(expected)


def test_runs_of_alternatives_count_together() -> None:
    other = {**_ROW, "pauses_ns": [100 * _MS], "cycle_medians.mark_ms": 50.0, "op_ns.max": 20 * _MS}
    assert simulated_ms(_point(quantity="pause", statistic="p50"), [_ROW, other]) == pytest.approx(7.0)
    assert simulated_ms(_point(quantity="mark", statistic="p50"), [_ROW, other]) == pytest.approx(40.0)
    assert simulated_ms(_point(quantity="operation", statistic="max"), [_ROW, other]) == pytest.approx(20.0)


def test_what_the_runs_do_not_have_is_no_number() -> None:
    row = {**_ROW, "stops_ns": [], "stop_phases": [], "op_ns.max": None}
    assert simulated_ms(_point(quantity="stop"), [row]) != simulated_ms(_point(quantity="stop"), [row])
    value = simulated_ms(_point(quantity="operation", statistic="max"), [row])
    assert value != value  # noqa: PLR0124  # not a number


def _by_law(scenarios: Sequence[Scenario]) -> list[Row]:
    """A machine on which a stop of 1.4 is a visit's cost, one of another release that of a byte."""
    rows: list[Row] = []
    for scenario in scenarios:
        costs = scenario.hardware.costs
        ms = costs.goroutine_visit_ns["drain"] if scenario.go == "1.4" else costs.data_byte_ns
        rows.append({**_ROW, "stops_ns": [round(ms * _MS)], "stop_phases": [2]})
    return rows


_NUMBERS = (("goroutine_visit_ns", "drain"), ("data_byte_ns", None), ("root_check_ns", None))


def _known(toy: Hardware) -> Hardware:
    values = dict(zip(_NUMBERS, (100.0, 10.0, 5.0), strict=True))
    return toy.model_copy(update={"costs": with_numbers(toy.costs, values)})


def _two(visit: float, byte: float, *, judged: float = 1.0) -> list[Point]:
    older = {**_point().settings, "go": "1.4"}
    return [
        _point(value_ms=visit, settings=older),
        _point(value_ms=byte),
        _point(value_ms=judged, half="judged"),
        _point(value_ms=9999.0, settings={**older, "hardware.profile": "another"}),
        _point(value_ms=9999.0, settings={}),
    ]


def test_each_number_goes_where_the_rows_that_hang_on_it_want_it(toy: Hardware) -> None:
    fitted = fit_published(_two(200.0, 5.0), _known(toy), _by_law, _NUMBERS)
    # A weak pull keeps each a little closer to where it began.
    assert fitted["goroutine_visit_ns", "drain"] == pytest.approx(200, rel=0.05)
    assert fitted["data_byte_ns", None] == pytest.approx(5, rel=0.05)


def test_a_number_that_no_row_tells_of_stays_where_it_began(toy: Hardware) -> None:
    assert fit_published(_two(200.0, 5.0), _known(toy), _by_law, _NUMBERS)["root_check_ns", None] == 5.0


def test_rows_of_the_other_half_do_not_enter_the_fit(toy: Hardware) -> None:
    first = fit_published(_two(200.0, 5.0, judged=1.0), _known(toy), _by_law, _NUMBERS)
    assert fit_published(_two(200.0, 5.0, judged=9999.0), _known(toy), _by_law, _NUMBERS) == first


def test_other_numbers_of_a_profile_stay_what_they_are(toy: Hardware) -> None:
    changed = with_numbers(toy.costs, {("helpers_ns", "flush"): 1.0, ("helpers_ns", "parfor"): 2.0})
    assert changed.helpers_ns == {**toy.costs.helpers_ns, "flush": 1.0, "parfor": 2.0}
    assert replace(changed, helpers_ns=toy.costs.helpers_ns) == toy.costs


def test_no_more_numbers_are_free_than_a_second_profile_may_have(toy: Hardware) -> None:
    assert len(set(FREE)) == len(FREE) <= MOST_FREE
    same = {
        (field, key): getattr(toy.costs, field) if key is None else getattr(toy.costs, field)[key]
        for field, key in FREE
    }
    assert with_numbers(toy.costs, same) == toy.costs
