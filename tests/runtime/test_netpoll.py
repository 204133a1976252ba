"""The network poller: who finds out that data has come, and when: whole logs, each with the rule that it shows."""

import pytest

from gcsim.runtime import Compute, Connection, FatalError, G, Gosched, LockOSThread, Program, Syscall
from gcsim.vocabulary import PState
from tests.runtime.bench import ERAS, WAKE_NS, Bench, rules

US = 1_000
MS = 1_000_000


class Readers:
    """A bench with goroutines that wait for data each, named after their connections: a, b, c …"""

    def __init__(self, ps: int, names: str, go: str = "1.8") -> None:
        self.bench = Bench(ps, rules(go))
        self.bench.watch()
        self.connections = {name: Connection(self.bench.scheduler) for name in names}
        for name in names:
            self.bench.go(name, self._reading(name))

    def _reading(self, name: str) -> Program:
        read = self.connections[name].read()
        while True:
            value = yield read
            self.bench.note(f"reads {value}", name)
            yield Compute(100 * US)

    def deliver(self, time: int, names: str) -> None:
        """Let data come in at a time, for some of them."""
        for name in names:
            self.bench.at(time, lambda name=name: self.connections[name].deliver(f"at {time // US}us"))  # type: ignore[misc]

    def states(self, time: int) -> None:
        """Note what the Ps do at a time."""
        self.bench.at(time, lambda: self.bench.note(" ".join(p.state.name for p in self.bench.ps)))


# An M blocks in it


@pytest.mark.parametrize("go", ERAS)
def test_the_m_that_blocks_in_the_poller_takes_an_idle_p_when_it_is_up_and_runs_the_reader(go: str) -> None:
    # findrunnable: gp := netpoll(true); _p_ = pidleget(); if _p_ != nil { acquirep(_p_); return gp, false }
    readers = Readers(1, "a", go)
    readers.deliver(1 * MS, "a")
    readers.states(1 * MS + 1)
    assert readers.bench.run(until=2 * MS) == [
        (5, "P0", "a"),
        (1 * MS + 1, "IDLE", ""),
        (1 * MS + WAKE_NS, "P0", "a"),
        (1 * MS + WAKE_NS, "reads at 1000us", "a"),
    ]
    assert readers.bench.scheduler.threads.total == 2  # no other was woken


def test_one_m_blocks_in_the_poller_and_the_others_sleep() -> None:
    # if netpollinited() && atomic.Xchg64(&sched.lastpoll, 0) != 0 { netpoll(true) }: the second finds 0.
    readers = Readers(3, "abc")
    bench = readers.bench
    bench.run(until=1 * MS)
    assert bench.states == [PState.IDLE] * 3
    assert bench.scheduler.netpoll.blocked
    # sysmon's, the one that ran all three, and the one that it woke, which found nothing.
    assert (bench.scheduler.threads.total, bench.scheduler.threads.idle) == (3, 1)


@pytest.mark.parametrize("go", ERAS)
def test_of_several_that_are_ready_the_first_runs_at_once_and_an_m_is_woken_for_each_of_the_others(go: str) -> None:
    # injectglist(gp.schedlink): for ; n != 0 && sched.npidle != 0; n-- { startm(nil, false) }
    readers = Readers(3, "abcd", go)
    readers.deliver(1 * MS, "dcba")
    readers.states(1 * MS + WAKE_NS + 1)
    assert readers.bench.run(until=2 * MS)[-9:] == [
        (1 * MS + WAKE_NS, "P1", "d"),
        (1 * MS + WAKE_NS, "reads at 1000us", "d"),
        (1 * MS + WAKE_NS + 1, "SCHEDULING MUTATOR SCHEDULING", ""),
        # The first to be up takes its share of the three, c and b, and the other what is left.
        (1 * MS + 2 * WAKE_NS, "P0", "c"),
        (1 * MS + 2 * WAKE_NS, "reads at 1000us", "c"),
        (1 * MS + 2 * WAKE_NS, "P2", "a"),
        (1 * MS + 2 * WAKE_NS, "reads at 1000us", "a"),
        # P1, the first to run out of work, steals b.
        (1_100 * US + WAKE_NS, "P1", "b"),
        (1_100 * US + WAKE_NS, "reads at 1000us", "b"),
    ]


def test_an_m_that_comes_back_from_the_poller_without_a_p_puts_the_reader_into_the_global_queue() -> None:
    # findrunnable: where pidleget finds none, injectglist(gp) and stopm()
    readers = Readers(1, "a")
    bench = readers.bench
    readers.deliver(1 * MS, "a")
    bench.at(1 * MS + 2, lambda: bench.go("busy", bench.computing(500 * US)))
    bench.at(1 * MS + 3, lambda: bench.go("busy too", bench.computing(500 * US)))
    assert bench.run(until=3 * MS) == [
        (5, "P0", "a"),
        # The only P was taken before the M was up.
        (1 * MS + 2 + WAKE_NS, "P0", "busy"),
        (1_500 * US + 2 + WAKE_NS, "P0", "busy too"),
        (2_000 * US + 2 + WAKE_NS, "P0", "a"),
        (2_000 * US + 2 + WAKE_NS, "reads at 1000us", "a"),
    ]


def test_data_that_comes_while_the_m_is_on_its_way_back_is_found_with_what_it_was_woken_for() -> None:
    readers = Readers(1, "ab")
    readers.deliver(1 * MS, "a")
    readers.deliver(1 * MS + 3, "b")
    assert readers.bench.run(until=2 * MS)[2:] == [
        (1 * MS + WAKE_NS, "P0", "a"),
        (1 * MS + WAKE_NS, "reads at 1000us", "a"),
        (1_100 * US + WAKE_NS, "P0", "b"),
        (1_100 * US + WAKE_NS, "reads at 1000us", "b"),
    ]


def test_nobody_else_looks_while_that_m_is_on_its_way_back() -> None:
    # findrunnable: if netpollinited() && sched.lastpoll != 0, netpoll(false): go1.5 proc1.go, go1.8 proc.go:1899
    readers = Readers(2, "a")
    bench = readers.bench
    bench.go("main", bench.computing(1 * MS))
    readers.deliver(1 * MS + 3, "a")
    # P0 runs out of work at 1 ms + 5, 3 ns before the M is up, and is idle then.
    assert bench.run(until=2 * MS)[2:] == [
        (1 * MS + 3 + WAKE_NS, "P0", "a"),
        (1 * MS + 3 + WAKE_NS, "reads at 1000us", "a"),
    ]


# A P looks without blocking


@pytest.mark.parametrize("go", ERAS)
def test_a_p_looks_into_the_network_after_the_queues_and_before_it_steals(go: str) -> None:
    # findrunnable: runqget, globrunqget, netpoll(false), and only then runqsteal: go1.4 proc.c:1380, go1.8 proc.go:1899
    bench = Bench(2, rules(go))
    connection = Connection(bench.scheduler)

    def main() -> Program:
        yield Compute(100)
        for name in ("x", "y"):
            bench.go(name, bench.computing(10 * US), by=bench.here("main"))
        yield Compute(100 * US)

    def reader() -> Program:
        value = yield connection.read()
        bench.note(f"reads {value}")
        bench.go("own", bench.computing(10 * US), by=bench.here("reader"))
        yield Compute(10 * US)

    def short() -> Program:
        yield Compute(10 * US)

    bench.go("reader", reader())
    bench.go("main", main())
    bench.go("short", short())
    bench.at(500, lambda: connection.deliver("data"))
    bench.at(600, lambda: bench.go("global", bench.computing(10 * US)))
    assert bench.run(until=45 * US) == [
        (5, "P0", "reader"),
        (5, "P0", "main"),
        (10, "P1", "short"),
        (10 * US + 10, "P1", "global"),
        (20 * US + 10, "P1", "reader"),
        (20 * US + 10, "reads data", ""),
        (30 * US + 10, "P1", "own"),
        (40 * US + 10, "P1", "x"),
    ]


# sysmon looks


@pytest.mark.parametrize("go", ERAS)
def test_with_every_p_busy_sysmon_looks_when_nobody_has_for_10_ms(go: str) -> None:
    # sysmon: if lastpoll != 0 && lastpoll+10*1000*1000 < now, netpoll(false): go1.4 proc.c:2858, go1.8 proc.go:3767
    readers = Readers(1, "a", go)
    bench = readers.bench
    bench.go("busy", bench.computing(30 * MS, preemptible=False))
    bench.go("late", bench.computing(1 * MS))
    readers.deliver(1 * MS, "a")

    def note() -> None:
        bench.note(f"{len(bench.scheduler.queue)} in the global queue")

    for us in (11_200, 11_240):
        bench.at(us * US, note)
    bench.at(20 * MS, lambda: bench.go("later", bench.computing(1 * MS)))
    assert bench.run(until=40 * MS) == [
        (5, "P0", "a"),
        (5, "P0", "busy"),
        (11_200 * US, "0 in the global queue", ""),
        (11_240 * US, "1 in the global queue", ""),
        (30 * MS + 5, "P0", "late"),
        (31 * MS + 5, "P0", "a"),
        (31 * MS + 5, "reads at 1000us", "a"),
        (31 * MS + 100 * US + 5, "P0", "later"),
    ]


def test_sysmon_waits_for_10_ms_from_when_an_m_came_back() -> None:
    # findrunnable: atomic.Store64(&sched.lastpoll, uint64(nanotime())) after netpoll(true)
    readers = Readers(1, "ab")
    bench = readers.bench
    readers.deliver(5 * MS, "a")
    bench.at(5 * MS + 50 * US, lambda: bench.go("busy", bench.computing(30 * MS, preemptible=False)))
    readers.deliver(6 * MS, "b")
    for ms in (14, 18):
        bench.at(ms * MS, lambda: bench.note(f"{len(bench.scheduler.queue)} in the global queue"))
    assert bench.run(until=20 * MS)[2:] == [
        (5 * MS + WAKE_NS, "P0", "a"),
        (5 * MS + WAKE_NS, "reads at 5000us", "a"),
        (5_100 * US + WAKE_NS, "P0", "busy"),
        (14 * MS, "0 in the global queue", ""),
        (18 * MS, "1 in the global queue", ""),
    ]


def test_a_p_that_looks_in_vain_does_not_put_off_sysmons_look() -> None:
    # lastpoll is set by sysmon and by an M that blocked, not by netpoll(false) in findrunnable.
    readers = Readers(2, "a")
    bench = readers.bench

    bench.go("main", bench.computing(30 * MS))
    bench.go("other", bench.computing(9 * MS))
    bench.run(until=9_500 * US)
    # P1 ran out of work at 9 ms, looked, and its M blocks in the poller since.
    assert bench.scheduler.netpoll.polled_ns == 0
    assert bench.scheduler.netpoll.blocked


# The world, and threads


@pytest.mark.parametrize("go", ERAS)
def test_the_start_of_the_world_looks_into_the_network(go: str) -> None:
    # startTheWorldWithSema: gp := netpoll(false); injectglist(gp): go1.4 proc.c starttheworld, go1.8 proc.go:1072
    readers = Readers(2, "a", go)
    bench = readers.bench
    for name in ("x", "y"):
        bench.go(name, bench.computing(5 * MS))
    readers.deliver(1_500 * US, "a")
    bench.stop_at(1 * MS, 0, 1 * MS)
    # y was preempted before the data came, and stands before a. With 1.4's dealing each gets a P's ring, y that of P1.
    log = bench.run(until=2 * MS + 20)
    assert log[:-1] == [
        (5, "P0", "a"),
        (5, "P0", "x"),
        (10, "P1", "y"),
        (1 * MS, "requests", "P0"),
        (1 * MS, "stopped", ""),
        (2 * MS, "started", ""),
    ]
    assert log[-1] == (2 * MS + WAKE_NS, "P1", "y")
    waiting = {"global": [], **{repr(p): [g.name for g in p.runq.queue] for p in bench.ps}}
    assert waiting["P0" if go == "1.4" else "P1"] == ["a"]


def test_the_last_p_is_handed_to_an_m_that_blocks_in_the_poller_if_nobody_does_yet() -> None:
    # handoffp: if sched.npidle == gomaxprocs-1 && lastpoll != 0, startm(_p_, false): go1.4 proc.c, go1.8 proc.go:1719
    bench = Bench(2, rules("1.8"))
    connection = Connection(bench.scheduler)

    def main() -> Program:
        yield Compute(10 * US)
        # P1's M has found nothing and sleeps: so far nobody has waited for the network. Nor is it woken for the reader.
        bench.scheduler.queue.put(G(0, "reader", reader()))
        yield Gosched()
        yield Syscall(1 * MS, blocking=True)

    def reader() -> Program:
        yield connection.read()
        bench.note("read")

    bench.go("main", main())
    bench.at(10 * US + 8, lambda: bench.note(" ".join(p.state.name for p in bench.ps)))
    bench.at(100 * US, lambda: connection.deliver(None))
    assert bench.run() == [
        (5, "P0", "main"),
        (10 * US + 5, "P0", "reader"),
        (10 * US + 5, "P0", "main"),
        (10 * US + 8, "SCHEDULING IDLE", ""),
        (100 * US + WAKE_NS, "P0", "reader"),
        (100 * US + WAKE_NS, "read", ""),
    ]


def test_a_reader_that_is_wired_to_its_thread_is_run_by_that_one() -> None:
    # schedule: if gp.lockedm != nil { startlockedm(gp) }: the poller's M hands its P over.
    bench = Bench(1, rules("1.8"))
    connection = Connection(bench.scheduler)

    def wired() -> Program:
        yield LockOSThread()
        yield connection.read()
        bench.note("read")

    bench.go("wired", wired())
    bench.at(1 * MS, lambda: connection.deliver(None))
    assert bench.run() == [
        (5, "P0", "wired"),
        (1 * MS + 2 * WAKE_NS, "P0", "wired"),
        (1 * MS + 2 * WAKE_NS, "read", ""),
    ]


def test_a_process_that_waits_for_the_network_is_not_asleep() -> None:
    # An M that blocks in the poller is not idle, so checkdead finds one that runs.
    readers = Readers(1, "a")
    readers.bench.scheduler.main = readers.bench.scheduler.goroutines[0]
    assert readers.bench.run(until=1 * MS) == [(5, "P0", "a")]


def test_a_process_that_has_never_waited_for_it_can_be_asleep() -> None:
    bench = Bench(1)
    connection = Connection(bench.scheduler)
    connection.deliver("early")
    bench.scheduler.main = bench.go("main", [connection.read(), bench.park])
    with pytest.raises(FatalError, match="all goroutines are asleep"):
        bench.run()
