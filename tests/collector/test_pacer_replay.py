"""The pacer replays what real pacers printed, each quantity within what the log's rounding leaves open.

Bytes are printed exactly, ratios with seven digits, heaps in whole MiB and times with two digits, both cut. So every
printed input is an interval, and every printed result is one: the formula must map the first onto the second. Where the
log holds an input only as such a bound, the test says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import inf
from pathlib import Path

import pytest

from gcsim.collector import pacer
from gcsim.collector.pacing import Pacing
from gcsim.formats import ConcurrentCycle, gcpacertrace, gctrace
from gcsim.formats.gcpacertrace import CycleEnd, CycleStart, SweepDone, rounding
from tests.parts import a_clock, a_heap, a_setting

MIB = 1 << 20
GOGC = 100
PS = 2
LOGS = sorted((Path(__file__).parents[1] / "fixtures/gcpacertrace").glob("pacer.*.txt"))


@dataclass(frozen=True)
class Bounds:
    """All that a quantity may have been."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high

    def meets(self, other: "Bounds") -> bool:
        return self.low <= other.high and other.low <= self.high

    def within(self, low: float, high: float) -> "Bounds":
        return Bounds(max(self.low, low), min(self.high, high))


@dataclass(frozen=True)
class Cycle:
    """All that the log says of one cycle."""

    release: str
    number: int
    start: CycleStart
    end: CycleEnd
    trace: ConcurrentCycle
    sweeps: tuple[SweepDone, ...]
    """Sweeps that were done after it and before the next one started."""

    @property
    def first(self) -> bool:
        """Whether its trigger was the least heap, from which the runtime pretends what was marked."""
        return self.end.trigger <= pacer.heap_minimum(GOGC)

    @property
    def from_marked(self) -> bool:
        """Whether the pacer of its release paces from what was marked rather than from an estimate."""
        return self.release in ("1.7", "1.8")


def ratio(printed: float) -> Bounds:
    return Bounds(printed - rounding(printed), printed + rounding(printed))


def mib(printed: int) -> Bounds:
    return Bounds(printed * MIB, (printed + 1) * MIB - 1)


def ms(printed: float) -> Bounds:
    """Two digits, cut, at most three decimals; whole ms from 10 ms on (``fmtNSAsMS``, go1.5 mgc.go:1786)."""
    digit = next(digit for least, digit in ((10, 1.0), (1, 0.1), (0.1, 0.01), (0, 0.001)) if printed >= least)
    return Bounds(printed, printed + digit)


def cycles_of(log: Path) -> list[Cycle]:
    text = log.read_text(encoding="utf-8")
    lines = gcpacertrace.parse(text)
    traces = [line for line in gctrace.parse(text) if isinstance(line, ConcurrentCycle) and not line.forced]
    ends = [at for at, line in enumerate(lines) if isinstance(line, CycleEnd)]
    release = ".".join(log.stem.removeprefix("pacer.go").split(".")[:2])
    found = []
    for number, (at, trace) in enumerate(zip(ends, traces, strict=True)):
        start = next(line for line in reversed(lines[:at]) if isinstance(line, CycleStart))
        end = lines[at]
        assert isinstance(end, CycleEnd)
        sweeps = []
        for line in lines[at + 1 :]:
            if isinstance(line, CycleStart):
                break
            if isinstance(line, SweepDone):
                sweeps.append(line)
        found.append(Cycle(release, number, start, end, trace, tuple(sweeps)))
    return found


ALL = [cycle for log in LOGS for cycle in cycles_of(log)]
PAIRS = [pair for log in LOGS for pair in pairwise(cycles_of(log))]


def each(cycles: list[Cycle]) -> Iterator[object]:
    return (pytest.param(c, id=f"{c.release}-{c.number + 1}") for c in cycles)


def each_pair(pairs: list[tuple[Cycle, Cycle]]) -> Iterator[object]:
    return (pytest.param(a, b, id=f"{a.release}-{b.number + 1}") for a, b in pairs)


def test_the_logs_hold_25_cycles_and_21_transitions() -> None:
    assert [c.release for c in ALL] == ["1.5"] * 7 + ["1.6"] * 6 + ["1.7"] * 6 + ["1.8"] * 6
    assert len(PAIRS) == 21


# The controller


def next_ratio(cycle: Cycle, *, growth: float, used: float, current: float) -> float:
    return pacer.next_trigger_ratio(current, growth, used, round(100 * cycle.end.goal_growth))


def next_ratio_bounds(cycle: Cycle) -> Bounds:
    """Return what the ratio may be after a cycle: the formula is monotonous in its inputs."""
    end = cycle.end
    growth = end.heap / end.marked_before - 1
    used, current = ratio(end.utilization), ratio(end.trigger_ratio)
    results = [
        next_ratio(cycle, growth=growth, used=u, current=h)
        for u in (used.low, used.high)
        for h in (current.low, current.high)
    ]
    return Bounds(min(results), max(results))


@pytest.mark.parametrize(("cycle", "following"), list(each_pair(PAIRS)))
def test_the_next_trigger_ratio_is_the_one_that_was_printed(cycle: Cycle, following: Cycle) -> None:
    replayed = next_ratio_bounds(cycle)
    assert replayed.high - replayed.low < 1e-6
    assert replayed.meets(ratio(following.end.trigger_ratio))


@pytest.mark.parametrize("cycle", list(each(ALL)))
def test_the_growth_is_that_from_what_was_marked(cycle: Cycle) -> None:
    assert ratio(cycle.end.growth).holds(cycle.end.heap / cycle.end.marked_before - 1)


@pytest.mark.parametrize("cycle", list(each(ALL)))
def test_the_goal_of_the_controller_is_that_of_what_was_marked(cycle: Cycle) -> None:
    assert cycle.end.goal_growth == GOGC / 100
    assert cycle.end.goal == int(pacer.heap_goal(cycle.end.marked_before, GOGC))


@pytest.mark.parametrize("cycle", list(each(ALL)))
def test_the_distances_follow_from_the_ratios(cycle: Cycle) -> None:
    end = cycle.end
    current, growth, used = ratio(end.trigger_ratio), ratio(end.growth), ratio(end.utilization)
    assert Bounds(end.goal_growth - current.high, end.goal_growth - current.low).meets(ratio(end.goal_distance))
    assert Bounds(growth.low - current.high, growth.high - current.low).meets(ratio(end.distance))
    of_goal = Bounds(used.low / pacer.GOAL_UTILIZATION, used.high / pacer.GOAL_UTILIZATION)
    assert of_goal.meets(ratio(end.relative_utilization))
    assert end.goal_utilization == pacer.GOAL_UTILIZATION


@pytest.mark.parametrize("cycle", list(each(ALL)))
def test_the_utilization_is_the_plan_and_the_assists_of_the_marking(cycle: Cycle) -> None:
    # Assists can begin when 1.5 has started the world (assistStartTime, go1.5 mgc.go:977); from 1.6 on the clock runs
    # from before the stop. It is read when the world is stopped again (go1.8 mgc.go:1126), somewhere in the last field.
    trace = cycle.trace
    mark, ending, assist = ms(trace.mark_ms), ms(trace.mark_termination_ms), ms(trace.assist_ms)
    if cycle.release == "1.5":
        assert trace.scan_ms is not None
        assert trace.install_barrier_ms is not None
        before = Bounds(
            trace.scan_ms + trace.install_barrier_ms, ms(trace.scan_ms).high + ms(trace.install_barrier_ms).high
        )
    else:
        before = ms(trace.sweep_termination_ms)
    longest, shortest = before.high + mark.high + ending.high, before.low + mark.low
    replayed = Bounds(
        pacer.utilization(assist.low, longest, PS),
        pacer.utilization(assist.high, shortest, PS),
    )
    assert replayed.meets(ratio(cycle.end.utilization))


# Trigger and goal


def live_at_start(cycle: Cycle) -> Bounds:
    """Return the heap that a cycle started with: it had met its trigger."""
    return mib(cycle.start.live_mb).within(cycle.end.trigger, inf)


def base(cycle: Cycle) -> Bounds | None:
    """Return the heap that a cycle was paced from, as its trigger tells; None where the trigger was a floor."""
    end = cycle.end
    least_for_sweeping = end.marked_before + MIB
    if cycle.first:
        # heap_marked is pretended, and cut.
        return Bounds(end.marked_before, end.marked_before)
    if end.trigger == least_for_sweeping:
        return None
    factor = ratio(end.trigger_ratio)
    return Bounds(end.trigger / (1 + factor.high), (end.trigger + 1) / (1 + factor.low))


@pytest.mark.parametrize("cycle", list(each([c for c in ALL if c.first])))
def test_the_first_cycle_starts_at_the_least_heap_as_if_that_were_7_8_above_what_was_marked(cycle: Cycle) -> None:
    assert cycle.number == 0
    assert cycle.end.trigger == pacer.heap_minimum(GOGC)
    assert cycle.end.trigger_ratio == pacer.INITIAL_TRIGGER_RATIO
    assert cycle.end.marked_before == int(cycle.end.trigger / (1 + pacer.INITIAL_TRIGGER_RATIO))


def test_in_every_log_the_first_cycle_alone_starts_at_the_least_heap() -> None:
    assert [c.number for c in ALL if c.first] == [0, 0, 0, 0]


@pytest.mark.parametrize("cycle", list(each([c for c in ALL if c.from_marked and not c.first])))
def test_from_1_7_the_trigger_is_that_of_what_was_marked(cycle: Cycle) -> None:
    end, factor = cycle.end, ratio(cycle.end.trigger_ratio)
    low, high = (
        pacer.next_trigger(end.marked_before, h_t, end.marked_before, GOGC) for h_t in (factor.low, factor.high)
    )
    assert Bounds(low - 1, high).holds(end.trigger)
    assert high - low < 100  # bytes


@pytest.mark.parametrize(("cycle", "following"), list(each_pair([p for p in PAIRS if not p[0].from_marked])))
def test_up_to_1_6_the_trigger_is_that_of_the_reachable_heap(cycle: Cycle, following: Cycle) -> None:
    # What was allocated in a cycle is known to 1 MiB: the heap that it started with is printed in whole ones. The
    # runtime reads the heap once more when it has flushed the Ps' statistics; that moves it by less than what the log
    # leaves open.
    start, marked = live_at_start(cycle), following.end.marked_before
    factor = ratio(following.end.trigger_ratio)
    low, high = (
        pacer.next_trigger(marked - (cycle.end.heap - live), h_t, marked, GOGC)
        for live, h_t in ((start.low, factor.low), (start.high, factor.high))
    )
    assert Bounds(low - 1, high).holds(following.end.trigger)
    assert high - low <= 2 * MIB


def test_one_cycle_of_the_logs_starts_late_enough_for_sweeping() -> None:
    floors = [(c.release, c.number + 1) for c in ALL if base(c) is None]
    assert floors == [("1.5", 3)]
    (late,) = (c for c in ALL if base(c) is None)
    reachable = late.end.marked_before / (1 + late.end.trigger_ratio)
    trigger = pacer.next_trigger(reachable, late.end.trigger_ratio, late.end.marked_before, GOGC)
    assert trigger == late.end.trigger


def unmoved_goal(cycle: Cycle) -> Bounds:
    """Return the heap at which a cycle should end if that is far enough away, by the heap that it is paced from."""
    paced_from = base(cycle)
    if paced_from is None:
        return mib(cycle.start.goal_mb)
    # The runtime cuts the base and what is added to it to whole bytes.
    return Bounds(pacer.heap_goal(paced_from.low, GOGC) - 2, pacer.heap_goal(paced_from.high, GOGC))


def distance(cycle: Cycle) -> Bounds:
    """Return how far the goal may have been away at the start, bytes; from 1.6 on it is at least 1 MiB."""
    start, to = live_at_start(cycle), unmoved_goal(cycle)
    least = -inf if cycle.release == "1.5" else MIB
    return Bounds(max(to.low - start.high, least), max(to.high - start.low, least))


def goal(cycle: Cycle) -> Bounds:
    """Return the heap at which a cycle should end."""
    start, to = live_at_start(cycle), unmoved_goal(cycle)
    if cycle.release == "1.5":
        return to
    return Bounds(max(to.low, start.low + MIB), max(to.high, start.high + MIB))


@pytest.mark.parametrize("cycle", list(each(ALL)))
def test_the_goal_of_a_cycle_is_the_one_that_was_printed(cycle: Cycle) -> None:
    assert goal(cycle).meets(mib(cycle.start.goal_mb))
    assert cycle.trace.goal_mb == cycle.start.goal_mb


@pytest.mark.parametrize("cycle", list(each([c for c in ALL if c.first])))
def test_from_1_6_the_goal_is_at_least_1_mb_away(cycle: Cycle) -> None:
    unmoved = int(pacer.heap_goal(cycle.end.marked_before, GOGC)) // MIB
    assert cycle.start.goal_mb == (unmoved if cycle.release == "1.5" else cycle.start.live_mb + 1)


# Assists


def scannable(cycle: Cycle, before: Cycle | None) -> Bounds:
    """Return the bytes to scan at the start: what the cycle before scanned, and what has been allocated since."""
    of_log = mib(cycle.start.scan_mb)
    return of_log if before is None else of_log.within(before.end.scan_work, inf)


@pytest.mark.parametrize(
    ("before", "cycle"),
    [
        *(pytest.param(None, c, id=f"{c.release}-1") for c in ALL if c.first),
        *each_pair(PAIRS),
    ],
)
def test_the_first_assist_ratio_of_a_cycle_is_within_what_the_megabytes_allow(
    before: Cycle | None, cycle: Cycle
) -> None:
    scan, away = scannable(cycle, before), distance(cycle)
    assert scan.low <= scan.high

    def of(scan_bytes: float, bytes_away: float) -> float:
        if cycle.release == "1.5":
            return pacer.assist_ratio_absolute(scan_bytes, bytes_away, 0)
        return pacer.assist_ratio_remaining(scan_bytes, 0, bytes_away, 0)

    assert Bounds(of(scan.low, away.high), of(scan.high, away.low)).meets(ratio(cycle.start.assist_ratio))


@pytest.mark.parametrize("cycle", list(each([c for c in ALL if c.first and c.release == "1.5"])))
def test_1_5_takes_a_goal_that_is_passed_for_1_mb_away(cycle: Cycle) -> None:
    assert live_at_start(cycle).low > goal(cycle).high
    assert mib(cycle.start.scan_mb).holds(cycle.start.assist_ratio * MIB)


@pytest.mark.parametrize(("before", "cycle"), list(each_pair(PAIRS)))
def test_what_a_cycle_has_to_scan_is_at_least_what_the_last_one_scanned(before: Cycle, cycle: Cycle) -> None:
    assert before.end.scan_work < mib(cycle.start.scan_mb).high


# Workers and sweeping


@pytest.mark.parametrize("cycle", list(each(ALL)))
def test_the_workers_are_those_of_two_ps(cycle: Cycle) -> None:
    planned = pacer.workers(PS)
    assert cycle.trace.ps == PS
    assert (cycle.start.dedicated, cycle.start.fractional) == (planned.dedicated, int(planned.fractional_goal > 0))


SWEEPS = [
    pytest.param(cycle, following, sweep, id=f"{cycle.release}-{cycle.number + 1}")
    for cycle, following in [*PAIRS, *((cycles_of(log)[-1], None) for log in LOGS)]
    for sweep in cycle.sweeps
    if sweep.pages_per_byte
]


@pytest.mark.parametrize(("cycle", "following", "sweep"), SWEEPS)
def test_sweeping_is_paced_to_be_done_1_mb_before_the_trigger(
    cycle: Cycle, following: Cycle | None, sweep: SweepDone
) -> None:
    assert sweep.pages_per_byte is not None
    if following is not None:
        marked = following.end.marked_before
        # The other P may be sweeping a page that is not counted yet.
        assert any(
            ratio(sweep.pages_per_byte).holds(pacer.sweep_pages_per_byte(pages, following.end.trigger, marked))
            for pages in (sweep.pages, sweep.pages + PS - 1)
        )
        return
    # After the last cycle, the log has the marked heap in MiB, and the trigger ratio follows from its end.
    h_t, last = next_ratio_bounds(cycle), mib(cycle.trace.heap_marked_mb)
    slowest, fastest = (
        pacer.sweep_pages_per_byte(sweep.pages, pacer.next_trigger(marked, factor, marked, GOGC), marked)
        for marked, factor in ((last.high, h_t.high), (last.low, h_t.low))
    )
    assert Bounds(slowest, fastest).meets(ratio(sweep.pages_per_byte))


def test_twelve_sweeps_of_the_logs_say_their_pace() -> None:
    assert len(SWEEPS) == 12


# All of it at once


@pytest.mark.parametrize("log", LOGS, ids=lambda log: log.stem)
def test_the_pacing_of_a_process_goes_through_the_states_of_the_real_one(log: Path) -> None:
    # One cycle after another, fed with what the log says of the heap: the state that the pacer keeps is its own.
    cycles = cycles_of(log)
    heap = a_heap(a_clock())
    pacing = Pacing(a_setting(cycles[0].release), heap)
    for cycle, following in zip(cycles, [*cycles[1:], None], strict=True):
        assert abs(pacing.trigger_ratio - cycle.end.trigger_ratio) < 2e-5
        assert abs(pacing.trigger / cycle.end.trigger - 1) < 2e-5
        start = round(sum((live_at_start(cycle).low, live_at_start(cycle).high)) / 2)
        heap.allocate(round(start - pacing.heap_live()), 0, 0, kept=False)
        pacing.begin()
        # The heap that it starts with is known to half a MiB either way.
        assert Bounds(goal(cycle).low - MIB / 2, goal(cycle).high + MIB / 2).holds(pacing.goal)
        heap.allocate(round(cycle.end.heap - pacing.heap_live()), 0, 0, kept=False)
        pacing.adjust(cycle.end.utilization)
        if following is None:
            return
        marked = following.end.marked_before
        allocated = 0.0
        if not cycle.from_marked:
            # The estimate of the reachable heap stands in no log: it is taken from the goal that followed from it.
            growth = unmoved_goal(following)
            allocated = marked - (growth.low + growth.high) / 2 / (1 + GOGC / 100)
        heap.collected(marked)
        pacing.finish(marked, cycle.end.scan_work, allocated)


# Published lines of 1.5 with 8 Ps, and of a fast allocator: triggers at either end of their range

PUBLISHED = [
    gcpacertrace.parse(piece)
    for piece in (LOGS[0].parent / "published.go1.5.txt").read_text(encoding="utf-8").split("\n\n")
]
PUBLISHED_ENDS = [[line for line in piece if isinstance(line, CycleEnd)] for piece in PUBLISHED]
PUBLISHED_STARTS = [
    (before, start, after)
    for piece in PUBLISHED
    for before, start, after in zip(piece, piece[1:], piece[2:], strict=False)
    if isinstance(before, CycleEnd) and isinstance(start, CycleStart) and isinstance(after, CycleEnd)
]


@pytest.mark.parametrize(("end", "following"), [pair for ends in PUBLISHED_ENDS for pair in pairwise(ends)])
def test_a_published_transition_replays(end: CycleEnd, following: CycleEnd) -> None:
    replayed = pacer.next_trigger_ratio(end.trigger_ratio, end.heap / end.marked_before - 1, end.utilization, GOGC)
    assert abs(replayed - following.trigger_ratio) < 1e-6


@pytest.mark.parametrize(("piece", "printed"), [(1, 0.9137665), (2, 0.4492297)])
def test_the_ratio_that_follows_a_published_piece_is_the_one_of_the_next_cycle(piece: int, printed: float) -> None:
    # Of the line that comes next, only the beginning was published.
    end = PUBLISHED_ENDS[piece][-1]
    replayed = pacer.next_trigger_ratio(end.trigger_ratio, end.heap / end.marked_before - 1, end.utilization, GOGC)
    assert abs(replayed - printed) < 1e-6


def test_the_published_transitions_reach_both_ends_of_the_range() -> None:
    reached = [following.trigger_ratio for ends in PUBLISHED_ENDS for _, following in pairwise(ends)]
    assert sorted(reached) == [0.0, 0.0, 0.95, 0.95, 0.95, 0.95]


def test_a_fast_allocator_of_1_5_ends_below_its_own_trigger_ratio_and_so_stays_at_the_cap() -> None:
    # The trigger is a multiple of the reachable heap, the growth one of what was marked (golang/go#12204).
    ((end,), *_) = PUBLISHED_ENDS
    assert end.heap > end.trigger
    assert end.growth < end.trigger_ratio
    assert pacer.next_trigger_ratio(end.trigger_ratio, end.growth, end.utilization, GOGC) == 0.95


@pytest.mark.parametrize(("before", "start", "end"), PUBLISHED_STARTS)
def test_a_published_cycle_starts_with_the_workers_and_the_assist_ratio_that_it_printed(
    before: CycleEnd, start: CycleStart, end: CycleEnd
) -> None:
    assert (start.dedicated, start.fractional) == (pacer.workers(8).dedicated, 0)
    # The goal is known in MiB, and better from a trigger that is no floor.
    to, live = mib(start.goal_mb), mib(start.live_mb).within(end.trigger, inf)
    if end.trigger != end.marked_before + MIB:
        factor = ratio(end.trigger_ratio)
        to = Bounds(
            pacer.heap_goal(end.trigger / (1 + factor.high), GOGC) - 2,
            pacer.heap_goal((end.trigger + 1) / (1 + factor.low), GOGC),
        )
        assert to.meets(mib(start.goal_mb))
    scan = mib(start.scan_mb).within(before.scan_work, inf)
    low = pacer.assist_ratio_absolute(scan.low, to.high, live.low)
    high = pacer.assist_ratio_absolute(scan.high, to.low, live.high)
    assert Bounds(low, high).meets(ratio(start.assist_ratio))


# Workers of other machines


def planned_by_the_sources(ps: int) -> tuple[int, Fraction]:
    """Return the workers of go1.5 to 1.9 in exact arithmetic: a quarter of the Ps, whole ones first."""
    quarter = Fraction(1, 4) * ps
    dedicated = quarter.numerator // quarter.denominator
    return dedicated, quarter - dedicated


@pytest.mark.parametrize("ps", range(1, 65))
def test_the_workers_of_1_to_64_ps_are_those_of_the_sources(ps: int) -> None:
    dedicated, share = planned_by_the_sources(ps)
    planned = pacer.workers(ps)
    assert (planned.dedicated, planned.fractional_goal) == (dedicated, float(share))
    assert planned.dedicated + planned.fractional_goal == pacer.GOAL_UTILIZATION * ps


@pytest.mark.parametrize(
    ("ps", "dedicated", "fractional"),
    [
        pytest.param(2, 0, 1, id="the logs here"),
        pytest.param(6, 1, 1, id="the sources' own example, go1.8 mgc.go:348"),
        pytest.param(8, 2, 0, id="golang/go#16293, go1.7, and #12228, go1.5"),
    ],
)
def test_the_workers_are_those_that_were_published(ps: int, dedicated: int, fractional: int) -> None:
    planned = pacer.workers(ps)
    assert (planned.dedicated, int(planned.fractional_goal > 0)) == (dedicated, fractional)
