"""Reading the pacer's log of real runtimes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.formats.gcpacertrace import CycleEnd, CycleStart, SweepDone, parse, rounding

FIXTURES = Path(__file__).parents[1] / "fixtures" / "gcpacertrace"
RELEASES = ["1.5.4", "1.6.4", "1.7.6", "1.8.4"]

START = "pacer: assist ratio=+2.138854e-003 (scan 17 MB in 8485->16878 MB) workers=2+0"
"""A process of 1.7 at 8 Ps (golang/go#16293)."""


def fixture(release: str) -> str:
    return (FIXTURES / f"pacer.go{release}.txt").read_text(encoding="utf-8")


def test_the_first_cycle_of_1_5_is_read_field_by_field() -> None:
    assert parse(fixture("1.5.4"))[:2] == [
        CycleStart(assist_ratio=1.408691, scan_mb=1, live_mb=5, goal_mb=4, dedicated=0, fractional=1),
        CycleEnd(
            marked_before=2236962,
            trigger_ratio=0.875,
            trigger=4194304,
            growth=1.989894,
            heap=6688280,
            goal_growth=1.0,
            goal=4473924,
            utilization=0.2522322,
            goal_utilization=0.25,
            scan_work=1470120,
            goal_distance=0.125,
            distance=1.114894,
            relative_utilization=1.008929,
        ),
    ]


def test_a_negative_distance_is_read() -> None:
    ends = [line for line in parse(fixture("1.5.4")) if isinstance(line, CycleEnd)]
    assert ends[2].distance == -0.2353968


def test_dedicated_and_fractional_workers_are_told_apart() -> None:
    (line,) = parse(START)
    assert line == CycleStart(
        assist_ratio=0.002138854, scan_mb=17, live_mb=8485, goal_mb=16878, dedicated=2, fractional=0
    )


@pytest.mark.parametrize(
    ("release", "first"),
    [
        ("1.6.4", SweepDone(heap_mb=3, allocated_mb=0, pages=524, pages_per_byte=None)),
        ("1.7.6", SweepDone(heap_mb=4, allocated_mb=0, pages=635, pages_per_byte=3.648643e-4)),
        ("1.8.4", SweepDone(heap_mb=4, allocated_mb=0, pages=638, pages_per_byte=3.773659e-4)),
    ],
)
def test_from_1_6_the_end_of_a_sweep_is_read_and_from_1_7_its_pace(release: str, first: SweepDone) -> None:
    assert next(line for line in parse(fixture(release)) if isinstance(line, SweepDone)) == first


@pytest.mark.parametrize(
    ("release", "counts"), [("1.5.4", (7, 7, 0)), ("1.6.4", (6, 6, 8)), ("1.7.6", (6, 6, 8)), ("1.8.4", (6, 6, 7))]
)
def test_every_line_of_the_pacer_is_read_and_no_other(release: str, counts: tuple[int, int, int]) -> None:
    text = fixture(release)
    lines = parse(text)
    assert tuple(sum(isinstance(line, kind) for line in lines) for kind in (CycleStart, CycleEnd, SweepDone)) == counts
    assert len(lines) == text.count("pacer: ")


@pytest.mark.parametrize("release", RELEASES)
def test_every_cycle_that_starts_ends_before_the_next_one(release: str) -> None:
    cycles = [type(line) for line in parse(fixture(release)) if not isinstance(line, SweepDone)]
    assert cycles == [CycleStart, CycleEnd] * (len(cycles) // 2)


def test_a_last_line_that_the_end_of_the_process_cut_short_is_passed_over() -> None:
    assert len(parse(f"{START}\n{START[:50]}")) == 1


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(START.replace("2+0", "2+0.25"), id="1.10's share of the fractional workers"),
        pytest.param(
            "pacer: sweep done at heap size 4MB; allocated 0MB during sweep; "
            "swept 9 pages at +1.000000e-003 pages/byte",
            id="1.9's sweep",
        ),
        pytest.param("pacer: 28% CPU (25 exp.) for 1+1+1 B work (3 B exp.) in 1 B -> 2 B (∆goal 0)", id="1.18"),
    ],
)
def test_a_line_of_another_release_is_an_error_that_says_where(line: str) -> None:
    with pytest.raises(ValueError, match=r"^line 2: not a gcpacertrace line of Go 1.5 to 1.8: 'pacer: "):
        parse(f"{START}\n{line}\n")


@given(st.floats(1e-9, 1e9))
def test_what_was_meant_is_within_the_rounding_of_what_was_printed(meant: float) -> None:
    printed = float(f"{meant:+.6e}")
    assert abs(printed - meant) <= rounding(printed) * (1 + 1e-6)
    assert rounding(-printed) == rounding(printed) <= 5.000001e-7 * printed


def test_nothing_is_exactly_nothing() -> None:
    assert rounding(0.0) == 0.0
