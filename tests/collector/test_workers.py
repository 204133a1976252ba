"""A quarter of the Ps marks: whole Ps first, then a share of one; idle Ps besides."""

from gcsim.collector.marking import Marking, MarkWork
from gcsim.collector.workers import IDLE_POLL_NS, Worker, WorkerPool
from gcsim.runtime import Scheduler
from gcsim.vocabulary import Cause, PState
from tests.parts import a_clock, a_heap, a_scheduler, pass_time


def a_pool(ps: int = 4, poll_ns: int | None = None) -> tuple[Scheduler, WorkerPool]:
    clock = a_clock()
    scheduler = a_scheduler(clock, ps)
    marking = Marking(clock, a_heap(clock), 0.5, lambda: None, lambda _: None)
    return scheduler, WorkerPool(scheduler, marking, poll_ns)


def mark(pool: WorkerPool, dedicated: int, fractional: float) -> None:
    pool.marking.start(
        MarkWork(
            root_ns=0.0,
            hidden_ns=0.0,
            heap_ns=1e9,
            alone_ns=0.0,
            scan_bytes=1e9,
            shade_ns=0.0,
            black=False,
            assist_roots=False,
            held=False,
        )
    )
    pool.start(dedicated, fractional)


def test_there_are_no_workers_while_nothing_is_marked() -> None:
    scheduler, pool = a_pool()
    pool.start(1, 0.5)
    assert pool.find(scheduler.ps[0]) is None
    assert pool.find_idle(scheduler.ps[0]) is None


def test_dedicated_workers_are_handed_out_first_and_once() -> None:
    scheduler, pool = a_pool()
    mark(pool, 2, 0.5)
    found = [pool.find(p) for p in scheduler.ps]
    assert [worker and worker.state for worker in found] == [
        PState.DEDICATED,
        PState.DEDICATED,
        PState.FRACTIONAL,
        None,
    ]


def test_only_a_dedicated_worker_cannot_be_preempted() -> None:
    _, pool = a_pool()
    for state in (PState.DEDICATED, PState.FRACTIONAL, PState.IDLE_WORKER):
        assert Worker(state, pool).preemptible is (state is not PState.DEDICATED)


def test_a_worker_that_leaves_hands_its_slot_back() -> None:
    scheduler, pool = a_pool()
    mark(pool, 1, 0.0)
    p = scheduler.ps[0]
    worker = pool.find(p)
    assert worker is not None
    p.run(worker)
    pass_time(scheduler.clock, 300)
    assert pool.find(p) is None
    p.halt()
    assert pool.spent_ns[PState.DEDICATED] == 300
    assert pool.find(p) is not None


def test_a_fractional_worker_waits_until_its_share_is_back_at_its_goal() -> None:
    scheduler, pool = a_pool()
    mark(pool, 0, 0.5)
    p = scheduler.ps[0]
    worker = pool.find(p)
    assert worker is not None
    p.run(worker)
    pass_time(scheduler.clock, 1000)
    p.halt()
    assert pool.find(p) is None
    pass_time(scheduler.clock, 999)
    assert pool.find(p) is None
    pass_time(scheduler.clock, 1)
    again = pool.find(p)
    assert again is not None
    assert again.state is PState.FRACTIONAL


def test_an_idle_p_is_woken_when_the_fractional_workers_share_is_due_again() -> None:
    """Without idle workers nobody else would come by, and the cycle would never end."""
    scheduler, pool = a_pool(1)
    scheduler.find_worker = pool.find
    mark(pool, 0, 0.5)
    p = scheduler.ps[0]
    scheduler.schedule(p)
    pass_time(scheduler.clock, 1000)
    p.halt()
    scheduler.schedule(p)
    scheduler.schedule(p)
    states = [p.state]
    for ns in (999, 1):
        pass_time(scheduler.clock, ns)
        states.append(p.state)
    assert states == [PState.IDLE, PState.IDLE, PState.FRACTIONAL]


def test_an_idle_p_always_finds_a_worker_while_something_is_marked() -> None:
    scheduler, pool = a_pool()
    mark(pool, 0, 0.0)
    for p in scheduler.ps:
        worker = pool.find_idle(p)
        assert worker is not None
        assert worker.state is PState.IDLE_WORKER


def test_only_an_idle_worker_that_polls_looks_around_by_itself() -> None:
    for poll in (None, IDLE_POLL_NS):
        scheduler, pool = a_pool(poll_ns=poll)
        mark(pool, 1, 0.5)
        p = scheduler.ps[0]
        assert Worker(PState.IDLE_WORKER, pool).begin(p) == poll
        assert Worker(PState.DEDICATED, pool).begin(p) is None
        assert Worker(PState.FRACTIONAL, pool).begin(p) is None


def test_an_idle_worker_that_polls_makes_way_for_a_goroutine() -> None:
    scheduler, pool = a_pool(1, IDLE_POLL_NS)
    scheduler.find_idle_worker = pool.find_idle
    mark(pool, 0, 0.0)
    p = scheduler.ps[0]
    scheduler.schedule(p)
    assert p.state is PState.IDLE_WORKER
    pass_time(scheduler.clock, IDLE_POLL_NS // 2)
    ran: list[int] = []
    scheduler.go("g", [lambda _: ran.append(scheduler.clock.now)])
    pass_time(scheduler.clock, IDLE_POLL_NS)
    assert ran == [IDLE_POLL_NS]


def test_a_worker_can_be_stopped_anywhere_and_charges_its_waits_to_nobody() -> None:
    _, pool = a_pool()
    worker = Worker(PState.FRACTIONAL, pool)
    worker.delayed(10**9, Cause.STOPPED)
    assert worker.safepoint_ns() == 0


def test_a_worker_that_outlives_the_marking_still_keeps_its_time() -> None:
    scheduler, pool = a_pool()
    mark(pool, 1, 0.0)
    p = scheduler.ps[0]
    worker = pool.find(p)
    assert worker is not None
    p.run(worker)
    pass_time(scheduler.clock, 100)
    pool.marking.stop()
    p.halt()
    assert pool.spent_ns[PState.DEDICATED] == 100
