"""Accounts: every nanosecond of every P is in one state, and the totals over the Ps follow it."""

from gcsim.runtime import Program
from gcsim.runtime.accounts import Accounts
from gcsim.vocabulary import PState
from tests.runtime.bench import Bench, Marker, rules


def accounted(bench: Bench, number: int) -> dict[PState, int]:
    """Return the states that a P was in, with their times."""
    return {PState(state): ns for state, ns in enumerate(bench.ps[number].times()) if ns}


def test_every_nanosecond_of_a_p_is_in_one_state() -> None:
    bench = Bench(2, rules("1.4"))
    workers = iter([None, None, Marker(bench, PState.DEDICATED, 30)])
    bench.scheduler.find_worker = lambda _: next(workers, None)

    def main() -> Program:
        yield bench.compute(100)
        yield bench.sleeping(50)
        yield bench.compute(100)

    bench.go("main", main())
    bench.go("other", bench.computing(1000))
    bench.stop_at(205, 0, 400)
    bench.run(until=1500)
    assert accounted(bench, 0) == {
        PState.SCHEDULING: 10,
        PState.MUTATOR: 200,
        PState.DEDICATED: 30,
        PState.STOPPED: 400,
        PState.IDLE: 860,
    }
    assert sum(accounted(bench, 0).values()) == sum(accounted(bench, 1).values()) == 1500


def test_becoming_what_it_is_already_changes_no_account() -> None:
    bench = Bench(1)
    told: list[tuple[int, int]] = []
    bench.scheduler.accounts.on_collecting = lambda now, n: told.append((now, n))
    for state in (PState.STOPPED, PState.STOPPED, PState.IDLE):
        bench.ps[0].become(state)
    assert told == [(0, 1), (0, 0)]


def test_the_number_of_collecting_ps_is_told_whenever_it_changes() -> None:
    accounts = Accounts(4)
    told: list[tuple[int, int]] = []
    accounts.changed(PState.IDLE, PState.DEDICATED, 10)
    accounts.on_collecting = lambda now, n: told.append((now, n))
    accounts.changed(PState.MUTATOR, PState.ASSIST, 20)
    accounts.changed(PState.DEDICATED, PState.STOPPING, 30)  # still collecting
    accounts.changed(PState.ASSIST, PState.MUTATOR, 40)
    accounts.changed(PState.IDLE, PState.IDLE_WORKER, 50)  # idle time costs no mutator anything
    accounts.changed(PState.STOPPING, PState.IDLE, 60)
    assert told == [(20, 2), (40, 1), (60, 0)]
    assert accounts.collecting == 0


def test_the_time_of_workers_is_summed_over_the_ps() -> None:
    accounts = Accounts(4)
    assert accounts.worker_ns(5) == 0
    accounts.changed(PState.IDLE, PState.DEDICATED, 10)
    accounts.changed(PState.MUTATOR, PState.IDLE_WORKER, 20)
    accounts.changed(PState.DEDICATED, PState.FRACTIONAL, 30)
    accounts.changed(PState.MUTATOR, PState.ASSIST, 35)  # an assist is no worker
    assert accounts.worker_ns(40) == 30 + 20
    accounts.changed(PState.FRACTIONAL, PState.STOPPED, 40)
    accounts.changed(PState.IDLE_WORKER, PState.IDLE, 45)
    assert accounts.worker_ns(100) == 30 + 25


def test_an_activity_that_nothing_will_end_leaves_its_p_without_an_event() -> None:
    bench = Bench(1)
    bench.ps[0].event.arm(100)
    bench.ps[0].run(Marker(bench, PState.DEDICATED, None))
    assert bench.ps[0].event.due is None
    bench.ps[0].halt()
    assert bench.ps[0].activity is None
    bench.ps[0].halt()  # there is nothing left to pause
    assert bench.ps[0].event.due is None
