"""Time slices: who inherits one, when it ends, and where: whole logs, each with the rule that it shows."""

import pytest

from gcsim.runtime import Channel, Compute, Gosched, Loop, Program, Syscall
from tests.runtime.bench import Bench, Entry, priced, rules

US = 1_000
MS = 1_000_000


def pingpong(go: str, operation_ns: int) -> Bench:
    """Return a bench on which ping and pong hand a value back and forth; a send or a receive takes so long."""
    bench = Bench(1, rules(go), prices=priced(unbuffered=operation_ns))
    bench.watch()
    there, back = Channel(), Channel()

    def ping() -> Program:
        bench.go("pong", pong(), by=bench.here("ping"))
        while True:
            yield there.send()
            yield back.receive()

    def pong() -> Program:
        while True:
            yield there.receive()
            yield back.send()

    bench.go("ping", ping())
    return bench


# Who inherits a slice


def test_from_1_5_a_pair_that_hands_a_value_over_keeps_the_p_until_its_one_slice_ends() -> None:
    # go1.5 proc1.go: ready puts gp into runnext, runqget says inheritTime, execute leaves schedtick alone, retake sees
    # one tick for 10 ms.
    bench = pingpong("1.5", 1 * MS)
    bench.at(500 * US, lambda: bench.go("third", bench.computing(1 * MS)))
    # The looks at 0.02 and 11.22 ms see one tick. ping is in a send then, and stops as soon as it has a safepoint; pong
    # waits for it, so that third has the P to itself. From then on the pair shares ping's next slice.
    assert bench.run(until=19 * MS) == [
        (5, "P0", "ping"),
        (1 * MS + 5, "P0", "pong"),
        (3 * MS + 5, "P0", "ping"),
        (5 * MS + 5, "P0", "pong"),
        (7 * MS + 5, "P0", "ping"),
        (9 * MS + 5, "P0", "pong"),
        (11 * MS + 5, "P0", "ping"),
        (12 * MS + 5, "P0", "third"),
        (13 * MS + 5, "P0", "ping"),
        (14 * MS + 5, "P0", "pong"),
        (16 * MS + 5, "P0", "ping"),
        (18 * MS + 5, "P0", "pong"),
    ]
    assert bench.ps[0].schedtick == 3


def test_in_1_4_each_of_a_pair_has_a_slice_of_its_own_and_stands_behind_the_others_for_it() -> None:
    # go1.4 proc.c runtime·ready: runqput; execute: g->m->p->schedtick++
    bench = pingpong("1.4", 1 * MS)
    bench.at(500 * US, lambda: bench.go("third", bench.computing(2 * MS), by=bench.ps[0]))
    assert bench.run(until=11 * MS) == [
        (5, "P0", "ping"),
        (1 * MS + 5, "P0", "pong"),
        (3 * MS + 5, "P0", "third"),
        (5 * MS + 5, "P0", "ping"),
        (7 * MS + 5, "P0", "pong"),
        (9 * MS + 5, "P0", "ping"),
    ]
    assert bench.ps[0].schedtick == 6


@pytest.mark.parametrize(
    ("go", "before", "at"),
    [
        # The pair's slice ends: ping goes to the global queue at 11.3 ms, and pong waits for it 0.1 ms later.
        pytest.param("1.5", 58, 11_400 * US + 5, id="1.5"),
        # schedule: if tick%61 == 0 && runtime·sched.runqsize > 0, go1.4 proc.c:1562: after 61 goroutines.
        pytest.param("1.4", 61, 12_100 * US + 5, id="1.4"),
    ],
)
def test_what_a_pair_keeps_waiting_in_the_global_queue_for(go: str, before: int, at: int) -> None:
    bench = pingpong(go, 100 * US)
    bench.at(500 * US, lambda: bench.go("global", bench.computing(1 * MS)))
    log = bench.run(until=13 * MS)
    assert log[before] == (at, "P0", "global")
    assert {name for _, _, name in log[:before]} == {"ping", "pong"}


def test_a_goroutine_that_yields_again_and_again_has_a_slice_for_each_time() -> None:
    # goschedImpl: globrunqput(gp), schedule(); execute(gp, false), go1.8 proc.go:2288: nobody preempts it.
    bench = Bench(1, rules("1.8"))
    bench.watch()

    def yields() -> Program:
        for _ in range(4):
            yield Compute(6 * MS)
            yield Gosched()

    bench.go("yields", yields())
    bench.run(until=30 * MS)
    assert bench.log == [(n * 6 * MS + 5, "P0", "yields") for n in range(5)]


# Where it ends


def test_what_is_asked_to_stop_in_an_operation_stops_before_it_has_an_effect() -> None:
    # newstack: the prologue of the function that would send finds stackPreempt.
    bench = Bench(1, rules("1.8"), prices=priced(buffered=1 * MS))
    channel = Channel(3)

    def sender() -> Program:
        for n in range(2):
            yield channel.send(n)
            bench.note("sent", str(n))

    def other() -> Program:
        yield Compute(100 * US)
        bench.note("in the buffer", str(len(channel)))

    bench.go("sender", sender())
    bench.go("other", other())
    bench.at(1_500 * US, lambda: bench.scheduler.preempt(bench.ps[0]))
    assert bench.run() == [
        (5, "P0", "sender"),
        (1 * MS + 5, "sent", "0"),
        (2 * MS + 5, "P0", "other"),
        (2_100 * US + 5, "in the buffer", "1"),
        (2_100 * US + 5, "P0", "sender"),
        (2_100 * US + 5, "sent", "1"),
    ]


@pytest.mark.parametrize(
    ("asynchronous", "expected"),
    [
        pytest.param(
            False,
            [(5, "P0", "loop"), (35 * MS + 5, "P0", "other"), (36 * MS + 5, "P0", "loop"), (36 * MS + 5, "looped", "")],
            id="cooperative",
        ),
        # preemptM sends a signal, go1.14 proc.go:4685.
        pytest.param(
            True,
            [
                (5, "P0", "loop"),
                (11_220 * US, "P0", "other"),
                (12_220 * US, "P0", "loop"),
                (31_220 * US, "P0", "loop"),
                (36 * MS + 5, "looped", ""),
            ],
            id="asynchronous",
        ),
    ],
)
def test_a_loop_without_calls_outlasts_its_slice_unless_preemption_is_asynchronous(
    asynchronous: bool,  # noqa: FBT001 - what is compared
    expected: list[Entry],
) -> None:
    bench = Bench(1, rules("1.8", asynchronous=asynchronous))
    bench.watch()

    def loop() -> Program:
        yield Loop(35 * MS)
        bench.note("looped")

    bench.go("loop", loop())
    bench.go("other", bench.computing(1 * MS))
    assert bench.run(until=60 * MS) == expected


# System calls and slices


def test_short_system_calls_begin_no_new_slice() -> None:
    # exitsyscallfast: no schedtick++, go1.8 proc.go exitsyscall; retake notes what it sees of a P that is running.
    bench = Bench(1, rules("1.8"))
    bench.watch()

    def calls() -> Program:
        for _ in range(20):
            yield Compute(900 * US)
            yield Syscall(10 * US)
        bench.note("done")

    bench.go("calls", calls())
    bench.go("other", bench.computing(1 * MS))
    assert bench.run(until=30 * MS) == [
        (5, "P0", "calls"),
        (11_220 * US, "P0", "other"),
        (12_220 * US, "P0", "calls"),
        (19_200 * US + 5, "done", ""),
    ]


def test_a_goroutine_that_comes_back_to_an_idle_p_goes_on_with_the_slice_that_was_last_seen_there() -> None:
    # exitsyscallfast_pidle: acquirep without execute, go1.8 proc.go: sysmon sees an old tick.
    bench = Bench(2, rules("1.4"))
    bench.watch()

    def calls() -> Program:
        yield Compute(1 * MS)
        yield Syscall(30 * MS, blocking=True)
        bench.note("back", repr(bench.here("calls")))
        yield Compute(15 * MS)

    bench.go("main", bench.computing(50 * MS, preemptible=False))
    bench.go("calls", calls())
    assert bench.run(until=50 * MS) == [
        (5, "P0", "main"),
        (10, "P1", "calls"),
        (31 * MS + 10, "back", "P1"),
        # The next look finds it running as it was at 0.02 ms, and the one after that sees a slice of its own.
        (31_220 * US, "P1", "calls"),
    ]
