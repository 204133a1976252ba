"""The scheduler's log, read and written."""

from collections import deque
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.formats.schedtrace import SchedSnapshot, format_line, parse, snapshot
from gcsim.vocabulary import PState

FIXTURES = Path(__file__).parents[1] / "fixtures" / "schedtrace"
LOGS = sorted(FIXTURES.glob("*.txt"))

BUSY = SchedSnapshot(
    time_ms=1004,
    gomaxprocs=4,
    idleprocs=2,
    threads=6,
    spinningthreads=1,
    idlethreads=3,
    runqueue=7,
    local=(1, 0, 0, 12),
)
BUSY_LINE = "SCHED 1004ms: gomaxprocs=4 idleprocs=2 threads=6 spinningthreads=1 idlethreads=3 runqueue=7 [1 0 0 12]"

COUNTS = st.integers(min_value=0, max_value=2**40)
SNAPSHOTS = st.builds(
    SchedSnapshot,
    time_ms=COUNTS,
    gomaxprocs=COUNTS,
    idleprocs=COUNTS,
    threads=COUNTS,
    spinningthreads=COUNTS,
    idlethreads=COUNTS,
    runqueue=COUNTS,
    local=st.lists(COUNTS, min_size=1, max_size=20).map(tuple),
)


def test_a_line_is_written_as_go_writes_it() -> None:
    assert format_line(BUSY) == BUSY_LINE


def test_one_p_stands_alone_in_its_brackets() -> None:
    assert format_line(replace(BUSY, gomaxprocs=1, local=(3,))).endswith("runqueue=7 [3]")


def test_a_line_is_read_field_by_field() -> None:
    assert parse(BUSY_LINE) == [BUSY]


@given(st.lists(SNAPSHOTS, max_size=5))
def test_what_is_written_is_read_back(snapshots: list[SchedSnapshot]) -> None:
    assert parse("".join(f"{format_line(one)}\n" for one in snapshots)) == snapshots


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.name)
def test_every_line_of_a_real_log_comes_out_as_it_was(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "".join(f"{format_line(one)}\n" for one in parse(text)) == text


def test_the_real_logs_are_all_there() -> None:
    assert len(LOGS) == 4


@pytest.mark.parametrize(("ps", "idle"), [(1, 1), (2, 2), (4, 4)])
def test_a_real_log_begins_at_0_and_ends_with_every_p_idle(ps: int, idle: int) -> None:
    found = parse((FIXTURES / f"turns.go1.19.8.p{ps}.txt").read_text(encoding="utf-8"))
    assert found[0].time_ms == 0
    assert {(one.gomaxprocs, len(one.local)) for one in found} == {(ps, ps)}
    assert (found[-1].idleprocs, found[-1].runqueue, sum(found[-1].local)) == (idle, 0, 0)


def test_go_counts_the_ring_and_not_runnext() -> None:
    # runnext.go makes five goroutines ready on its one P.
    found = parse((FIXTURES / "runnext.go1.19.8.p1.txt").read_text(encoding="utf-8"))
    assert max(one.local[0] for one in found) == 4
    assert {one.runqueue for one in found} == {0}


def test_other_lines_on_standard_error_are_passed_over() -> None:
    text = f"gc 1 @0.005s 4%: \nscheduler: hello\n{BUSY_LINE}\nSCHEDULED 3\n"
    assert parse(text) == [BUSY]


def test_a_last_line_that_the_end_of_the_process_cut_short_is_passed_over() -> None:
    assert parse(f"{BUSY_LINE}\n{BUSY_LINE[:-5]}") == [BUSY]


@pytest.mark.parametrize(
    "line",
    [
        # go1.22.10
        "SCHED 0ms: gomaxprocs=2 idleprocs=0 threads=3 spinningthreads=1 needspinning=0 idlethreads=0 runqueue=0 [0 0]",
        # go1.19.8 with scheddetail=1, in part
        "SCHED 0ms: gomaxprocs=2 idleprocs=1 threads=4 spinningthreads=0 idlethreads=2 runqueue=0 gcwaiting=0",
    ],
)
def test_a_line_with_more_or_other_fields_is_refused_with_its_number(line: str) -> None:
    with pytest.raises(ValueError, match=r"line 2: not a schedtrace line of Go 1\.4 to 1\.19 .*gomaxprocs=2"):
        parse(f"{BUSY_LINE}\n{line}\n")


@dataclass
class FakeRunQueue:
    queue: deque[int]
    runnext: int | None = None


@dataclass
class FakeP:
    state: PState
    runq: FakeRunQueue


@dataclass
class FakeThreads:
    total: int
    idle: int
    spinning: int


@dataclass
class FakeScheduler:
    ps: list[FakeP]
    queue: deque[int] = field(default_factory=deque)
    threads: FakeThreads = field(default_factory=lambda: FakeThreads(5, 2, 1))


def a_p(state: PState, *ring: int, runnext: int | None = None) -> FakeP:
    return FakeP(state, FakeRunQueue(deque(ring), runnext))


def test_a_snapshot_counts_idle_ps_and_rings_but_neither_runnext_nor_what_runs() -> None:
    ps = [
        a_p(PState.MUTATOR, 1, 2, runnext=3),
        a_p(PState.IDLE),
        a_p(PState.SYSCALL, runnext=4),
        a_p(PState.SCHEDULING),
        a_p(PState.IDLE),
    ]
    assert snapshot(1_999_999, FakeScheduler(ps, deque([5, 6, 7]))) == SchedSnapshot(
        time_ms=1,
        gomaxprocs=5,
        idleprocs=2,
        threads=5,
        spinningthreads=1,
        idlethreads=2,
        runqueue=3,
        local=(2, 0, 0, 0, 0),
    )


def test_no_p_is_idle_while_the_world_stands_still() -> None:
    assert snapshot(0, FakeScheduler([a_p(PState.STOPPED), a_p(PState.STOPPING)])).idleprocs == 0


def test_a_snapshot_stays_as_it_is_when_the_scheduler_goes_on() -> None:
    scheduler = FakeScheduler([a_p(PState.MUTATOR, 1)])
    before = snapshot(0, scheduler)
    scheduler.ps[0].runq.queue.clear()
    scheduler.threads.total = 9
    assert (before.local, before.threads) == ((1,), 5)
