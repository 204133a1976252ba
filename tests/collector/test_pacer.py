"""The pacer's formulas give what real pacers printed."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.collector.pacer import (
    GOAL_UTILIZATION,
    INITIAL_TRIGGER_RATIO,
    assist_ratio_absolute,
    assist_ratio_remaining,
    heap_goal,
    heap_minimum,
    next_trigger,
    next_trigger_ratio,
    sweep_pages_per_byte,
    utilization,
    workers,
)

LOGS = sorted((Path(__file__).parents[1] / "fixtures/gcpacertrace").glob("pacer.*.txt"))
MIB = 1 << 20

gogcs = st.integers(1, 2000)
heaps = st.floats(1, 2.0**40)


def controller_lines(log: Path) -> list[dict[str, float]]:
    """Read what the controller printed at the end of each cycle."""
    return [
        {name: float(value) for name, value in re.findall(r"(\S+)=([-+.e\d]+)", line)}
        for line in log.read_text(encoding="utf-8").splitlines()
        if line.startswith("pacer: H_m_prev=")
    ]


def transitions() -> Iterator[object]:
    for log in LOGS:
        lines = controller_lines(log)
        for number, (line, following) in enumerate(pairwise(lines)):
            yield pytest.param(line, following["h_t"], id=f"{log.stem}-{number}")


def test_the_logs_hold_all_transitions_of_four_releases() -> None:
    assert len(LOGS) == 4
    assert len(list(transitions())) == 21


@pytest.mark.parametrize(("line", "printed"), list(transitions()))
def test_the_next_trigger_ratio_is_the_one_that_the_real_pacer_printed(line: dict[str, float], printed: float) -> None:
    ratio = next_trigger_ratio(line["h_t"], line["h_a"], line["u_a"], round(100 * line["h_g"]))
    assert ratio == pytest.approx(printed, abs=2e-5)


@pytest.mark.parametrize("log", LOGS, ids=lambda log: log.stem)
def test_a_real_pacer_begins_with_the_initial_ratio_at_the_least_heap(log: Path) -> None:
    first = controller_lines(log)[0]
    assert first["h_t"] == INITIAL_TRIGGER_RATIO
    assert first["H_T"] == heap_minimum(100)
    assert first["u_g"] == GOAL_UTILIZATION


@pytest.mark.parametrize("log", LOGS, ids=lambda log: log.stem)
def test_the_goal_is_that_of_the_real_pacer(log: Path) -> None:
    for line in controller_lines(log):
        assert heap_goal(line["H_m_prev"], round(100 * line["h_g"])) == line["H_g"]


@pytest.mark.parametrize(
    "log", [log for log in LOGS if "1.7" in log.name or "1.8" in log.name], ids=lambda log: log.stem
)
def test_the_trigger_is_that_of_the_real_pacer(log: Path) -> None:
    for line in controller_lines(log):
        marked = line["H_m_prev"]
        assert next_trigger(marked, line["h_t"], marked, 100) == pytest.approx(line["H_T"], rel=1e-6)


@pytest.mark.parametrize("log", LOGS, ids=lambda log: log.stem)
def test_a_real_pacer_with_two_ps_has_a_fractional_worker_alone(log: Path) -> None:
    assert set(re.findall(r"workers=(\S+)", log.read_text(encoding="utf-8"))) == {"0+1"}
    assert (workers(2).dedicated, workers(2).fractional_goal) == (0, 0.5)


@pytest.mark.parametrize("ps", range(1, 65))
def test_a_quarter_of_the_ps_marks_whole_ps_dedicated_and_the_rest_fractional(ps: int) -> None:
    assert workers(ps).dedicated == ps // 4
    assert workers(ps).fractional_goal == (ps % 4) / 4


@pytest.mark.parametrize(("gogc", "least"), [(100, 4 * MIB), (50, 2 * MIB), (200, 8 * MIB), (1, 41943)])
def test_the_least_heap_is_4_mb_at_gogc_100(gogc: int, least: int) -> None:
    assert heap_minimum(gogc) == least


@given(st.floats(0, 20), st.floats(-1, 20), st.floats(0.25, 1), gogcs)
def test_a_trigger_ratio_lies_between_nothing_and_95_percent_of_the_goal(
    ratio: float, growth: float, used: float, gogc: int
) -> None:
    assert 0 <= next_trigger_ratio(ratio, growth, used, gogc) <= 0.95 * (gogc / 100)


@given(st.floats(0.25, 1), gogcs)
def test_a_cycle_that_ends_at_the_goal_with_the_planned_utilization_moves_nothing(share: float, gogc: int) -> None:
    ratio = 0.9 * share * gogc / 100
    assert next_trigger_ratio(ratio, gogc / 100, GOAL_UTILIZATION, gogc) == pytest.approx(ratio)


@given(st.floats(0.1, 0.8), st.floats(0.01, 0.1))
def test_more_growth_starts_the_next_cycle_earlier(ratio: float, more: float) -> None:
    later = next_trigger_ratio(ratio, ratio + 0.1, 0.3, 100)
    assert next_trigger_ratio(ratio, ratio + 0.1 + more, 0.3, 100) < later


@pytest.mark.parametrize(
    ("base", "ratio", "live", "expected"),
    [
        pytest.param(100 * MIB, 0.5, 100 * MIB, 150 * MIB, id="the ratio"),
        pytest.param(1 * MIB, 0.5, 1 * MIB, 4 * MIB, id="the least heap"),
        pytest.param(100 * MIB, 0.0, 100 * MIB, 101 * MIB, id="room for sweeping"),
    ],
)
def test_the_trigger_is_the_largest_of_three(base: int, ratio: float, live: int, expected: int) -> None:
    assert next_trigger(base, ratio, live, 100) == expected


def test_the_absolute_assist_ratio_is_all_scan_work_over_the_way_to_the_goal() -> None:
    assert assist_ratio_absolute(8.0 * MIB, 20 * MIB, 16 * MIB) == 2.0
    assert assist_ratio_absolute(8.0 * MIB, 20 * MIB, 24 * MIB) == 8.0


def test_the_remaining_assist_ratio_is_what_is_left_by_what_is_left() -> None:
    assert assist_ratio_remaining(8.0 * MIB, 6.0 * MIB, 20 * MIB, 16 * MIB) == 0.5
    assert assist_ratio_remaining(8.0 * MIB, 9.0 * MIB, 2000, 1000) == 1.0
    assert assist_ratio_remaining(5000.0, 0.0, 1000, 2000) == 5000


@given(heaps, heaps, heaps, heaps)
def test_an_assist_ratio_is_always_positive(scan: float, done: float, goal: float, live: float) -> None:
    assert assist_ratio_remaining(scan, done, goal, live) > 0
    assert assist_ratio_absolute(scan, goal, live) > 0


def test_utilization_is_the_plan_and_the_assists() -> None:
    assert utilization(0, 1000, 2) == 0.25
    assert utilization(500, 1000, 2) == 0.5
    assert utilization(500, 0, 2) == 0.25


def test_sweeping_is_done_1_mb_before_the_trigger() -> None:
    assert sweep_pages_per_byte(1000, 11 * MIB, 0) * 10 * MIB == pytest.approx(1000)


def test_sweeping_has_at_least_a_page_of_allocation() -> None:
    assert sweep_pages_per_byte(1000, 1 * MIB, 1 * MIB) == 1000 / 8192
