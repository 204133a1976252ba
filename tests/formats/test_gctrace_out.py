"""Writing the collector's log."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.formats import ConcurrentCycle, parse
from gcsim.formats.gctrace_out import format_cycle, traced_cycles
from gcsim.recording import CYCLE_COLUMNS, HEAP_COLUMNS, PAUSE_COLUMNS, UTILIZATION_COLUMNS, LatencyHistogram, Recording
from gcsim.simulation import simulate
from gcsim.vocabulary import PState, StopPhase
from tests.parts import a_scenario

TESTS = Path(__file__).parents[1]
FIXTURES = TESTS / "fixtures" / "gctrace"
MEASURED = sorted((TESTS.parent / "results" / "measured").glob("*.gctrace"))
RELEASES = {"1.4": "1.4.3", "1.5": "1.5.4", "1.6": "1.6.4", "1.7": "1.7.6", "1.8": "1.8.4"}
MIB = 1 << 20
MS = 1_000_000


def fixture(go: str) -> str:
    return (FIXTURES / f"gctrace.go{RELEASES[go]}.txt").read_text(encoding="utf-8")


def lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if re.match(r"gc ?\d", line)]


def shape(line: str) -> str:
    """Give a line with every number that the runtime may print in its place, as a pattern."""
    number = r"\d+(?:\.\d+)?"
    escaped = re.escape(re.sub(number, "N", line.removesuffix(" (forced)")))
    return escaped.replace("N", number) + r"(?: \(forced\))?"


# Real lines, read and written again


@pytest.mark.parametrize("go", RELEASES)
def test_every_line_of_a_release_comes_out_as_it_was(go: str) -> None:
    lines = lines_of(fixture(go))
    assert [format_cycle(cycle) for cycle in parse(fixture(go))] == lines
    assert lines


@pytest.mark.parametrize("path", MEASURED, ids=lambda path: path.name)
def test_every_line_of_a_measured_run_comes_out_as_it_was(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [format_cycle(cycle) for cycle in parse(text)] == lines_of(text)


# Times


def a_cycle(*, start_s: float = 0.0, mark_ms: float = 0.0) -> ConcurrentCycle:
    return ConcurrentCycle(
        cycle=1,
        start_s=start_s,
        gc_cpu_percent=0,
        sweep_termination_ms=0.0,
        scan_ms=None,
        install_barrier_ms=None,
        mark_ms=mark_ms,
        mark_termination_ms=0.0,
        sweep_termination_cpu_ms=0.0,
        scan_cpu_ms=None,
        install_barrier_cpu_ms=None,
        assist_ms=0.0,
        background_ms=0.0,
        idle_ms=0.0,
        mark_termination_cpu_ms=0.0,
        heap_start_mb=4,
        heap_end_mb=4,
        heap_marked_mb=3,
        goal_mb=5,
        ps=2,
        forced=False,
    )


@pytest.mark.parametrize(
    ("ns", "written"),
    [
        (0, "0"),
        (999, "0"),
        (1_000, "0.001"),
        (58_999, "0.058"),
        (99_000, "0.099"),
        (100_000, "0.10"),
        (987_654, "0.98"),
        (999_999, "0.99"),
        (1_000_000, "1.0"),
        (4_400_000, "4.4"),
        (9_999_999, "9.9"),
        (10_000_000, "10"),
        (1_234_999_999, "1234"),
    ],
)
def test_a_time_is_cut_to_two_digits_and_from_10_ms_on_to_whole_ms(ns: int, written: str) -> None:
    assert f"+{written}+" in format_cycle(a_cycle(mark_ms=ns / MS)).split(" ms clock")[0]


@pytest.mark.parametrize(("start_s", "written"), [(0.0, "0.000"), (0.0029999, "0.002"), (12.34, "12.340")])
def test_the_start_is_cut_to_whole_ms(start_s: float, written: str) -> None:
    assert format_cycle(a_cycle(start_s=start_s)).startswith(f"gc 1 @{written}s 0%: ")


@given(st.integers(min_value=0, max_value=10**12))
def test_a_time_read_back_is_less_by_under_a_tenth_and_under_a_us_or_a_ms(ns: int) -> None:
    (read,) = parse(format_cycle(a_cycle(mark_ms=ns / MS)))
    assert isinstance(read, ConcurrentCycle)
    lost_ns = ns - round(read.mark_ms * MS)
    assert 0 <= lost_ns < max(1_000, min(ns / 10, MS))


# From a recording


def recorded(
    cycles: Sequence[Mapping[str, int | bool]],
    pauses: Sequence[tuple[int, StopPhase, int, int, int]],
    *,
    start_ns: int = 0,
) -> Recording:
    """Give a recording of these collections on two Ps; absent columns are 0."""

    def empty(columns: Mapping[str, str]) -> dict[str, np.ndarray[tuple[int], np.dtype[np.generic]]]:
        return {name: np.zeros(0, dtype) for name, dtype in columns.items()}

    return Recording(
        start_ns=start_ns,
        end_ns=start_ns + 1000 * MS,
        gomaxprocs=2,
        ended_by="duration",
        failure="",
        ops=0,
        allocated_bytes=0,
        allocated_objects=0,
        heap_peak=0,
        heap_live=0,
        heap_goal=0,
        pauses={
            name: np.array([row[at] for row in pauses], dtype) for at, (name, dtype) in enumerate(PAUSE_COLUMNS.items())
        },
        cycles={name: np.array([row.get(name, 0) for row in cycles], dtype) for name, dtype in CYCLE_COLUMNS.items()},
        heap=empty(HEAP_COLUMNS),
        utilization=empty(UTILIZATION_COLUMNS),
        goroutines={},
        p_time_ns=np.zeros((2, len(PState)), np.int64),
        latency=LatencyHistogram.empty(),
    )


CONCURRENT = {
    "cycle": 7,
    "scan_ns": 2 * MS,
    "assist_ns": 4 * MS,
    "dedicated_ns": 5 * MS,
    "fractional_ns": 1 * MS,
    "idle_ns": 3 * MS,
    "heap_start": 30 * MIB + 5,
    "heap_end": 36 * MIB - 1,
    "heap_marked": 20 * MIB,
    "goal": 40 * MIB,
}
CONCURRENT_STOPS = [
    (7, StopPhase.SWEEP_TERMINATION, 1010 * MS, 1011 * MS, 1012 * MS),
    (7, StopPhase.MARK_TERMINATION, 1022 * MS, 1023 * MS, 1025 * MS),
]
WHOLE = {
    "cycle": 8,
    "forced": True,
    "heap_start": 51 * MIB,
    "heap_end": 51 * MIB,
    "heap_marked": 25 * MIB,
    "goal": 64 * MIB,
}
WHOLE_STOP = (8, StopPhase.WHOLE_CYCLE, 1100 * MS, 1101 * MS, 1125 * MS)


def written(recording: Recording, go: str, *, gogc: int | None = 100, stop_procs: int = 2) -> list[str]:
    return [format_cycle(cycle) for cycle in traced_cycles(recording, go=go, gogc=gogc, stop_procs=stop_procs)]


@pytest.mark.parametrize("go", ["1.6", "1.7", "1.8"])
def test_a_concurrent_collection_is_three_phases_from_1_6_on(go: str) -> None:
    # The GC's CPU until then: 2 * (2 + 3) ms in stops, 4 of assists, 6 of workers, of 25 ms on 2 Ps.
    assert written(recorded([CONCURRENT], CONCURRENT_STOPS, start_ns=1000 * MS), go) == [
        "gc 7 @1.010s 40%: 2.0+10+3.0 ms clock, 4.0+4.0/6.0/3.0+6.0 ms cpu, 30->35->20 MB, 40 MB goal, 2 P"
    ]


def test_a_concurrent_collection_is_five_phases_in_1_5() -> None:
    assert written(recorded([CONCURRENT], CONCURRENT_STOPS, start_ns=1000 * MS), "1.5") == [
        "gc 7 @1.010s 44%: 2.0+2.0+0+8.0+3.0 ms clock, 4.0+2.0+0+4.0/6.0/3.0+6.0 ms cpu, 30->35->20 MB, 40 MB goal, 2 P"
    ]


def test_one_thread_in_the_stops_makes_their_cpu_time_their_clock() -> None:
    (line,) = written(recorded([CONCURRENT], CONCURRENT_STOPS, start_ns=1000 * MS), "1.8", stop_procs=1)
    assert "%: 2.0+10+3.0 ms clock, 2.0+4.0/6.0/3.0+3.0 ms cpu, " in line


def test_a_forced_collection_repeats_the_workers_of_the_one_before_and_aims_at_the_heap_it_found() -> None:
    recording = recorded([CONCURRENT, WHOLE], [*CONCURRENT_STOPS, WHOLE_STOP], start_ns=1000 * MS)
    # Both collections count the same assists and workers: 20 + 2 * (1 + 24) + 10 ms of 125 ms on 2 Ps.
    assert written(recording, "1.8")[1] == (
        "gc 8 @1.100s 32%: 1.0+0+24 ms clock, 2.0+4.0/6.0/3.0+48 ms cpu, 51->51->25 MB, 51 MB goal, 2 P (forced)"
    )
    assert written(recording, "1.5")[1] == (
        "gc 8 @1.100s 32%: 1.0+0+0+0+24 ms clock, 2.0+0+0+4.0/6.0/3.0+48 ms cpu, "
        "51->51->25 MB, 51 MB goal, 2 P (forced)"
    )


def test_a_forced_collection_with_none_before_it_has_no_workers() -> None:
    (line,) = written(recorded([WHOLE], [WHOLE_STOP], start_ns=1000 * MS), "1.8")
    assert " ms clock, 2.0+0/0/0+48 ms cpu, " in line


def test_a_collection_of_1_4_is_its_stop_and_its_mark() -> None:
    assert written(recorded([WHOLE], [WHOLE_STOP]), "1.4")[0] == (
        "gc8(2): 1000+0+24000+0 us, 32 -> 51 MB, 0 (0-0) objects, 0 goroutines, 0/0/0 sweeps, "
        "0(0) handoff, 0(0) steal, 0/0/0 yields"
    )


@pytest.mark.parametrize(("gogc", "live"), [(300, 16), (0, 64), (None, 0)])
def test_1_4_derives_the_live_heap_from_the_goal(gogc: int | None, live: int) -> None:
    (line,) = written(recorded([WHOLE], [WHOLE_STOP]), "1.4", gogc=gogc)
    assert f" us, {live} -> 51 MB, " in line


def test_1_4_made_concurrent_sums_its_stops() -> None:
    (line,) = written(recorded([CONCURRENT], CONCURRENT_STOPS), "1.4")
    assert line.startswith("gc7(2): 2000+0+3000+0 us, ")


def test_a_run_without_collections_has_no_lines() -> None:
    assert written(recorded([], []), "1.8") == []


def test_a_collection_that_the_end_of_the_run_cut_off_has_no_line() -> None:
    stops = [*CONCURRENT_STOPS, (8, StopPhase.SWEEP_TERMINATION, 1100 * MS, 1101 * MS, 1102 * MS)]
    assert len(written(recorded([CONCURRENT], stops, start_ns=1000 * MS), "1.8")) == 1


def test_a_collection_at_the_very_start_that_takes_no_time_has_no_share_of_the_processors() -> None:
    recording = recorded([{"cycle": 1}], [(1, StopPhase.WHOLE_CYCLE, 0, 0, 0)])
    assert written(recording, "1.8")[0].startswith("gc 1 @0.000s 0%: 0+0+0 ms clock, ")


# From a run


@pytest.fixture(scope="module")
def runs() -> dict[str, Recording]:
    return {go: simulate(a_scenario(go=go, until={"duration": "150ms"})) for go in RELEASES}


@pytest.mark.parametrize("go", RELEASES)
def test_the_lines_of_a_run_have_the_shape_of_real_ones(go: str, runs: dict[str, Recording]) -> None:
    (real,) = {shape(line) for line in lines_of(fixture(go))}
    lines = written(runs[go], go)
    assert lines
    assert [line for line in lines if not re.fullmatch(real, line)] == []


@pytest.mark.parametrize("go", RELEASES)
def test_the_lines_of_a_run_are_read_back_with_its_numbers(go: str, runs: dict[str, Recording]) -> None:
    recording = runs[go]
    read = parse("\n".join(written(recording, go)))
    assert [line.cycle for line in read] == recording.cycles["cycle"].tolist()
    pauses_ms = [one / MS for one in _pauses_ns(recording)]
    # Each of two stops is cut to two digits.
    assert [line.pause_ms for line in read] == pytest.approx(pauses_ms, rel=0.1, abs=0.002)
    assert [line.heap_end_mb for line in read] == (_column(recording, "heap_end") // MIB).tolist()


@pytest.mark.parametrize("go", ["1.5", "1.6", "1.7", "1.8"])
def test_the_lines_of_a_concurrent_run_say_when_how_long_and_how_large(go: str, runs: dict[str, Recording]) -> None:
    recording = runs[go]
    read = [line for line in parse("\n".join(written(recording, go))) if isinstance(line, ConcurrentCycle)]
    assert [line.start_s for line in read] == pytest.approx(_first_stops_ns(recording) / 1e9, abs=0.001)
    marked_ms = (_column(recording, "mark_end_ns") - _column(recording, "mark_start_ns")) / MS
    assert [line.mark_ms for line in read] == pytest.approx(marked_ms.tolist(), rel=0.1, abs=0.002)
    assert [line.assist_ms for line in read] == pytest.approx(_column(recording, "assist_ns") / MS, rel=0.1, abs=0.002)
    for name, attribute in [("heap_start", "heap_start_mb"), ("heap_marked", "heap_marked_mb"), ("goal", "goal_mb")]:
        assert [getattr(line, attribute) for line in read] == (_column(recording, name) // MIB).tolist()
    assert not any(line.forced for line in read)


def _column(recording: Recording, name: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.asarray(recording.cycles[name], np.int64)


def _pauses_ns(recording: Recording) -> list[int]:
    """Give the time that the world stood still for each collection, ns."""
    numbers = recording.pauses["cycle"]
    took = np.asarray(recording.pauses["end_ns"], np.int64) - np.asarray(recording.pauses["requested_ns"], np.int64)
    return [int(took[numbers == number].sum()) for number in recording.cycles["cycle"]]


def _first_stops_ns(recording: Recording) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    of_completed = np.isin(recording.pauses["cycle"], recording.cycles["cycle"])
    first = of_completed & (recording.pauses["phase"] == StopPhase.SWEEP_TERMINATION)
    requested: np.ndarray[tuple[int], np.dtype[np.int64]] = np.asarray(recording.pauses["requested_ns"], np.int64)[
        first
    ]
    return requested
