"""What a pacer settles at is what its authors published, whatever the machine costs.

The controller rests where ``(h_a - h_t) / (h_g - h_t) = u_g / u_a``: how far into the runway from trigger to goal
marking ends, times the GC's share of the CPU, is 25 %. Assists assume that all of the heap may be live, so marking
ends at ``100 / (100 + GOGC)`` of the runway where allocation needs assists at all, and the GC takes
``(100 + GOGC) / 400`` of the CPU while it marks: half of it at GOGC=100 instead of a quarter (golang/go#14951,
golang/proposal 14951). 1.5 and 1.6 never get there: their trigger is a multiple of the reachable heap and the growth
one of the marked heap, so the controller sees an end below the trigger and pins it at its cap (golang/go#12204).
"""

from dataclasses import dataclass
from functools import cache
from statistics import mean

import numpy as np
import pytest

from gcsim.collector import pacer
from gcsim.formats import ConcurrentCycle, parse
from gcsim.simulation import simulate
from tests.parts import a_scenario

CAP = 0.95


@dataclass(frozen=True)
class Steady:
    """Means over the second half of a run's cycles, once the pacer has settled.

    Attributes
    ----------
    cycles : int
        Cycles of the whole run.
    ratios : tuple of float
        Trigger ratio that each cycle of the second half left.
    used : float
        ``u_a`` as the controller sees it.
    background, assists, idle : float
        CPU of the GC while it marks, of all Ps.
    runway : float
        How far from the start to the goal of a cycle its marking ended.
    mark_ms : float
        Wall time of marking.
    start : float
        Heap at the start of a cycle, of its goal.
    """

    cycles: int
    ratios: tuple[float, ...]
    used: float
    background: float
    assists: float
    idle: float
    runway: float
    mark_ms: float
    start: float

    @property
    def gc_cpu(self) -> float:
        return self.background + self.assists


@cache
def steady(  # noqa: PLR0913 - one for each thing that a published figure states
    go: str,
    *,
    ps: int = 4,
    gogc: int = 100,
    live: str = "32MiB",
    size: str = "256B",
    think: str = "500ns",
    workers: int | None = None,
    duration: str = "1s",
    parked: int = 0,
) -> Steady:
    """Simulate a program that allocates steadily on a heap that does not grow."""
    workload = {
        "live_heap": live,
        "object_size": size,
        "think_time": think,
        "workers": 2 * ps if workers is None else workers,
        "parked": parked,
    }
    hardware = {"profile": "measured-2vcpu", "cores": ps}
    recording = simulate(
        a_scenario(go=go, gomaxprocs=ps, gogc=gogc, hardware=hardware, workload=workload, until={"duration": duration})
    )
    columns = recording.cycles
    settled = slice(len(columns["cycle"]) // 2, None)
    of = {name: np.asarray(column[settled], float) for name, column in columns.items()}
    marking = of["mark_end_ns"] - of["mark_start_ns"] + of["scan_ns"]
    return Steady(
        cycles=len(columns["cycle"]),
        ratios=tuple(of["trigger_ratio"].tolist()),
        used=of["utilization"].mean(),
        background=float(((of["dedicated_ns"] + of["fractional_ns"]) / (marking * ps)).mean()),
        assists=float((of["assist_ns"] / (marking * ps)).mean()),
        idle=float((of["idle_ns"] / (marking * ps)).mean()),
        runway=float(((of["heap_end"] - of["heap_start"]) / (of["goal"] - of["heap_start"])).mean()),
        mark_ms=float(marking.mean()) / 1e6,
        start=float((of["heap_start"] / of["goal"]).mean()),
    )


# 1.7 to 1.9: the state where the error is zero


SETTLED = [(go, ps, gogc) for go in ("1.7", "1.8") for ps, gogc in ((4, 50), (4, 100), (4, 200), (8, 100))]


@pytest.mark.parametrize(("go", "ps", "gogc"), SETTLED)
def test_marking_ends_where_the_whole_heap_would_have_been_live(go: str, ps: int, gogc: int) -> None:
    # Somewhat before: what an assist pays ahead is not all allocated when marking ends.
    of_runway = 100 / (100 + gogc)
    assert 0.88 * of_runway <= steady(go, ps=ps, gogc=gogc).runway <= 1.02 * of_runway


@pytest.mark.parametrize(("go", "ps", "gogc"), SETTLED)
def test_the_gc_takes_half_of_the_cpu_while_it_marks_at_gogc_100_and_more_the_higher_gogc(
    go: str, ps: int, gogc: int
) -> None:
    published = pacer.GOAL_UTILIZATION * (1 + gogc / 100)
    found = steady(go, ps=ps, gogc=gogc)
    assert found.used == pytest.approx(published, rel=0.1)
    assert found.gc_cpu == pytest.approx(found.used, abs=0.02)


@pytest.mark.parametrize(("go", "ps", "gogc"), SETTLED)
def test_the_controller_rests_where_runway_and_cpu_make_a_quarter(go: str, ps: int, gogc: int) -> None:
    found = steady(go, ps=ps, gogc=gogc)
    assert found.runway * found.used == pytest.approx(pacer.GOAL_UTILIZATION, rel=0.05)


@pytest.mark.parametrize("go", ["1.7", "1.8"])
def test_a_trigger_that_has_settled_stays(go: str) -> None:
    found = steady(go)
    assert found.cycles >= 20
    assert max(found.ratios) - min(found.ratios) < 0.05
    assert 0.0 < min(found.ratios) < CAP


@pytest.mark.parametrize("go", ["1.7", "1.8"])
def test_the_faster_a_program_allocates_the_earlier_its_trigger_and_the_cpu_stays_the_same(go: str) -> None:
    slower, faster = steady(go), steady(go, think="0ns")
    assert mean(faster.ratios) < mean(slower.ratios) - 0.1
    assert faster.used == pytest.approx(slower.used, abs=0.03)


def test_the_published_state_of_the_controller_moves_nothing() -> None:
    # h = 0.5 and u = 50 % at any trigger: the wrong state that is stable (golang/proposal 14951).
    for trigger in (0.3, 0.5, 0.7, 0.9):
        ended = trigger + 0.5 * (1 - trigger)
        assert pacer.next_trigger_ratio(trigger, ended, 0.5, 100) == pytest.approx(trigger)


# 1.5 and 1.6: the trigger at its cap


@pytest.mark.parametrize("go", ["1.5", "1.6"])
@pytest.mark.parametrize("gogc", [50, 100, 200])
def test_1_5_and_1_6_pin_the_trigger_at_95_percent_of_the_goal(go: str, gogc: int) -> None:
    assert set(steady(go, gogc=gogc).ratios) == {CAP * gogc / 100}


@pytest.mark.parametrize("go", ["1.5", "1.6"])
@pytest.mark.parametrize("ps", [4, 8])
def test_with_its_trigger_pinned_the_gc_takes_some_90_percent_of_the_cpu_while_it_marks(go: str, ps: int) -> None:
    # Published: "~90 %" (c8bd293e56); 0.906 of 1.5 (golang/go#12204); 0.82 to 0.90 at 12 Ps (golang/go#14951).
    assert 0.8 <= steady(go, ps=ps).gc_cpu <= 1.01


def test_a_fast_allocator_of_1_5_looks_like_the_published_one() -> None:
    # golang/go#12204: from 408888823 to 414361984 bytes, of a goal at 2/1.95 of the trigger; u_a 0.906.
    trigger, end = 408_888_823, 414_361_984
    runway = (end - trigger) / (trigger / (1 + CAP) * 2 - trigger)
    found = steady("1.5")
    assert found.runway == pytest.approx(runway, abs=0.1)
    assert found.used == pytest.approx(0.9057, abs=0.1)


def test_from_1_6_to_1_7_the_trigger_falls_from_the_cap_to_0_7_and_the_cpu_from_90_to_45_percent() -> None:
    # The garbage benchmark before and after c8bd293e56, by a program that allocates as fast for what it has to mark.
    before, after = steady("1.6", think="700ns"), steady("1.7", think="700ns")
    assert mean(before.ratios) == pytest.approx(CAP)
    assert mean(after.ratios) == pytest.approx(0.7, abs=0.1)
    assert 0.8 <= before.gc_cpu <= 1.01
    assert after.gc_cpu == pytest.approx(0.45, abs=0.1)


# Published log lines, by programs that mark and allocate about as much

GARBAGE_12P = """\
gc 53 @3.056s 23%: 0.031+17+0.38 ms clock, 0.15+132/52/0+1.9 ms cpu, 125->126->64 MB, 128 MB goal, 12 P
gc 54 @3.110s 23%: 0.20+17+0.39 ms clock, 0.41+120/50/4.2+0.78 ms cpu, 125->126->62 MB, 128 MB goal, 12 P
gc 55 @3.163s 23%: 0.024+20+0.45 ms clock, 0.19+142/59/0.050+3.6 ms cpu, 119->122->70 MB, 123 MB goal, 12 P
gc 56 @3.221s 23%: 0.23+21+0.22 ms clock, 0.46+140/53/0+0.45 ms cpu, 131->134->69 MB, 138 MB goal, 12 P
gc 57 @3.279s 23%: 0.71+19+0.54 ms clock, 2.8+141/57/0+2.1 ms cpu, 130->132->67 MB, 135 MB goal, 12 P
gc 58 @3.337s 23%: 0.17+21+0.55 ms clock, 1.4+143/62/0+4.4 ms cpu, 130->132->68 MB, 133 MB goal, 12 P
gc 59 @3.397s 23%: 0.045+17+0.35 ms clock, 0.090+133/52/0+0.70 ms cpu, 133->135->63 MB, 137 MB goal, 12 P
gc 60 @3.452s 23%: 0.033+17+0.58 ms clock, 0.16+129/50/2.6+2.9 ms cpu, 124->125->63 MB, 127 MB goal, 12 P
gc 61 @3.505s 23%: 0.46+18+0.50 ms clock, 1.4+130/55/0.075+1.5 ms cpu, 122->124->63 MB, 126 MB goal, 12 P
gc 62 @3.560s 23%: 0.15+20+0.61 ms clock, 0.92+120/59/0+3.6 ms cpu, 121->124->66 MB, 126 MB goal, 12 P
gc 63 @3.617s 23%: 0.063+20+0.48 ms clock, 0.18+134/58/0.050+1.4 ms cpu, 124->127->65 MB, 129 MB goal, 12 P
gc 64 @3.673s 24%: 0.019+20+0.44 ms clock, 0.21+142/58/0+4.9 ms cpu, 123->125->69 MB, 127 MB goal, 12 P
"""
"""The garbage benchmark at 12 Ps between 1.6 and 1.7, its trigger still pinned (golang/go#14951)."""

SERVER_8P = """\
gc 500 @226.410s 6%: 0.25+67+0.30 ms clock, 1.7+192/133/0+2.1 ms cpu, 306->311->158 MB, 317 MB goal, 8 P
"""
"""A program of 1.9, whose pacer is that of 1.8 (golang/go#14812); the log said ``6/60%``."""

MILLION_GOROUTINES_36P = """\
gc 22 @96.880s 3%: 38+203+129 ms clock, 1220+0/1681/4936+4139 ms cpu, 1266->1276->656 MB, 1293 MB goal, 36 P
"""
"""1.6 with a million goroutines (golang/go#14420)."""


def published(lines: str) -> Steady:
    cycles = [line for line in parse(lines) if isinstance(line, ConcurrentCycle)]

    def share(ms: float, of: ConcurrentCycle) -> float:
        return ms / ((of.sweep_termination_ms + of.mark_ms) * of.ps)

    return Steady(
        cycles=len(cycles),
        ratios=(),
        used=mean(pacer.GOAL_UTILIZATION + share(c.assist_ms, c) for c in cycles),
        background=mean(share(c.background_ms, c) for c in cycles),
        assists=mean(share(c.assist_ms, c) for c in cycles),
        idle=mean(share(c.idle_ms, c) for c in cycles),
        runway=mean((c.heap_end_mb - c.heap_start_mb) / (c.goal_mb - c.heap_start_mb) for c in cycles),
        mark_ms=mean(c.mark_ms for c in cycles),
        start=mean(c.heap_start_mb / c.goal_mb for c in cycles),
    )


def within_2x(found: float, of: float) -> bool:
    return of / 2 <= found <= 2 * of


def test_the_garbage_benchmark_at_12_ps_starts_late_and_marks_with_nearly_all_ps() -> None:
    # Objects as small as those of a syntax tree; a cycle every 50 to 100 ms.
    real, found = published(GARBAGE_12P), steady("1.6", ps=12, live="82MiB", size="16B")
    assert 0.8 <= real.used <= 0.9
    assert found.start == pytest.approx(real.start, abs=0.02)
    assert found.used == pytest.approx(real.used, rel=0.2)
    assert within_2x(found.mark_ms, real.mark_ms)
    assert within_2x(found.assists / found.background, real.assists / real.background)


def test_a_program_of_8_ps_settles_as_the_published_one() -> None:
    real = published(SERVER_8P)
    found = steady("1.8", ps=8, live="180MiB", size="64B", think="5us", duration="3s")
    # The published cycle rests on the same law: its runway and CPU make a quarter, but for whole megabytes.
    assert real.runway * real.used == pytest.approx(pacer.GOAL_UTILIZATION, abs=0.05)
    assert found.runway == pytest.approx(real.runway, abs=0.1)
    assert found.start == pytest.approx(real.start, abs=0.03)
    assert within_2x(found.mark_ms, real.mark_ms)
    assert within_2x(found.assists / found.background, real.assists / real.background)


def test_most_of_36_ps_are_idle_and_mark_for_a_million_goroutines_that_wait() -> None:
    # Clocks are left out: what those goroutines have on their stacks is not known.
    real = published(MILLION_GOROUTINES_36P)
    found = steady("1.6", ps=36, live="640MiB", think="2us", workers=1, duration="12s", parked=1_000_000)
    assert found.cycles >= 2
    assert found.background == pytest.approx(real.background, rel=0.3)
    assert within_2x(found.idle, real.idle)
    # The one P whose goroutine allocates, at most.
    assert found.assists <= 1 / 36
    assert found.start == pytest.approx(real.start, abs=0.02)
