"""The leak report: who can never run again, where, and what that holds; silence about everybody else."""

import gc
import itertools
import time
from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import simpy

from gcsim.recording import LeakGroup
from gcsim.runtime import (
    EOF,
    Call,
    Channel,
    Compute,
    Connection,
    Defer,
    FatalError,
    Go,
    Gosched,
    Instruction,
    Loop,
    Myself,
    Program,
    Receive,
    Select,
    Send,
    Sleep,
    Syscall,
)
from gcsim.runtime.descriptors import Descriptors
from gcsim.runtime.leaks import leaks
from gcsim.runtime.sync import Cond, Mutex, RWMutex, WaitGroup
from gcsim.runtime.ticking import After, NewTicker
from tests.runtime.bench import Bench
from tests.runtime.programs import prices

Events = Generator[simpy.Event, None, None]

G_BYTES, SUDOG_BYTES = 1000, 10
END_NS = 10_000

kept: Any = None
"""A package-level variable."""


class Kept:
    """A type with a variable of its own."""

    channel: Any = None


def report(
    main: Program | list[Instruction],
    *others: Program,
    descriptors: Descriptors | None = None,
    since_ns: int = 0,
    ps: int = 2,
    bench: Bench | None = None,
) -> tuple[LeakGroup, ...]:
    """Give the leaks of a process after 10 us."""
    bench = bench or Bench(ps)
    bench.scheduler.main = bench.go("main", main)
    for other in others:
        bench.go("other", other)
    bench.run(until=END_NS)
    return leaks(
        bench.scheduler,
        since_ns=since_ns,
        goroutine_bytes=G_BYTES,
        sudog_bytes=SUDOG_BYTES,
        descriptors=Descriptors() if descriptors is None else descriptors,
    )


def lost(main: Program | list[Instruction], *others: Program, bench: Bench | None = None) -> int:
    """Count the leaked goroutines."""
    return sum(group.goroutines for group in report(main, *others, bench=bench))


def line_of(function: Callable[..., Any], offset: int) -> str:
    return f"test_leaks.py:{function.__code__.co_firstlineno + offset}"


def sender(c: Channel) -> Program:
    yield c.send(1)


def receiver(c: Channel) -> Program:
    yield c.receive()


def closing_over(c: Channel) -> Callable[[], Channel]:
    return lambda: c


def forever() -> Program:
    yield Sleep(10 * END_NS)


def starts(*programs: Program) -> Program:
    """Start goroutines in a function that ends, and go on for ever in another that knows nothing of them."""
    for program in programs:
        yield Go(program)


def quiet(*programs: Program) -> Program:
    yield Call(starts(*programs))
    yield from forever()


# What is reported


def test_a_sender_whose_receiver_has_gone_is_reported_with_program_line_and_reason() -> None:
    (group,) = report(quiet(sender(Channel())))
    assert (group.program, group.where, group.waits) == ("sender", line_of(sender, 1), "chan send")


def test_stack_g_sudog_and_growth_are_counted() -> None:
    (group,) = report(quiet(*(sender(Channel()) for _ in range(3))))
    assert group == LeakGroup(
        program="sender",
        where=line_of(sender, 1),
        waits="chan send",
        goroutines=3,
        stack_bytes=3 * 2048,
        heap_bytes=3 * (G_BYTES + SUDOG_BYTES),
        descriptors=0,
        goroutines_per_s=3 / (END_NS / 1e9),
    )


def test_who_waits_together_on_a_channel_that_nobody_else_has_is_lost_together() -> None:
    c = Channel()
    (group,) = report(quiet(*(receiver(c) for _ in range(5))))
    assert group.goroutines == 5


def test_goroutines_are_grouped_by_program_line_and_reason_the_largest_group_first() -> None:
    groups = report(quiet(sender(Channel()), receiver(Channel()), receiver(Channel())))
    assert [(group.program, group.goroutines) for group in groups] == [("receiver", 2), ("sender", 1)]


def test_growth_counts_only_waits_that_began_in_the_window() -> None:
    def late() -> Program:
        yield Call(starts(sender(Channel())))
        yield Compute(6000)
        yield Call(starts(sender(Channel())))
        yield from forever()

    (group,) = report(late(), since_ns=5000)
    assert group.goroutines == 2
    assert group.goroutines_per_s == pytest.approx(1 / 5e-6)


def test_what_a_lost_goroutine_keeps_in_the_heap_is_counted() -> None:
    bench = Bench()

    def hoarder() -> Program:
        me = yield Myself()
        me.account = SimpleNamespace(held=4096, delays=None, off_stopped_ns=0, off_worker_ns=0)
        yield from sender(Channel())

    (group,) = report(quiet(hoarder()), bench=bench)
    assert group.heap_bytes == G_BYTES + SUDOG_BYTES + 4096


def test_a_select_waits_with_a_sudog_for_each_channel() -> None:
    def chooser() -> Program:
        a, b, c = Channel(), Channel(), Channel()
        yield Select([a.receive(), b.receive(), c.send(1), Receive(None)])

    (group,) = report(quiet(chooser()))
    assert (group.waits, group.heap_bytes) == ("select", G_BYTES + 3 * SUDOG_BYTES)


@pytest.mark.parametrize(
    ("step", "waits"),
    [
        (Send(None, 1), "chan send (nil chan)"),
        (Receive(None), "chan receive (nil chan)"),
        (Select(), "select (no cases)"),
    ],
)
def test_what_waits_for_nothing_at_all_is_lost_whatever_else_can_be_reached(step: Instruction, waits: str) -> None:
    def stuck() -> Program:
        yield step

    (group,) = report(quiet(stuck()))
    assert (group.waits, group.heap_bytes) == (waits, G_BYTES)


def test_the_line_is_that_of_the_innermost_function_and_the_program_that_of_the_first() -> None:
    def inner(c: Channel) -> Program:
        yield c.receive()

    def middle(c: Channel) -> Program:
        yield from inner(c)

    def outer() -> Program:
        yield Call(middle(Channel()))

    (group,) = report(quiet(outer()))
    assert group.program.endswith(".outer")
    assert group.where == line_of(inner, 1)


def test_a_range_over_a_channel_waits_at_the_line_of_the_range() -> None:
    def work(_: object) -> Program:
        yield Compute(1)

    def ranges(c: Channel) -> Program:
        yield from c.each(work)

    (group,) = report(quiet(ranges(Channel())))
    assert group.where == line_of(ranges, 1)


def test_a_list_of_steps_has_no_lines_and_is_reported_by_its_name() -> None:
    def main() -> Program:
        yield Call([Go([Channel().send(1)], "steps")])
        yield from forever()

    (group,) = report(main())
    assert (group.program, group.where) == ("steps", "steps")


def test_a_deferred_function_that_blocks_is_where_its_goroutine_waits() -> None:
    def cleanup() -> Program:
        yield Channel().receive()

    def careful() -> Program:
        yield Defer(cleanup())

    (group,) = report(quiet(careful()))
    assert group.where == line_of(cleanup, 1)


@pytest.mark.parametrize("kind", ["mutex", "rwmutex", "waitgroup", "cond"])
def test_locks_that_nobody_can_unlock_any_more_lose_those_who_wait(kind: str) -> None:
    def waits() -> Program:
        if kind == "mutex":
            mutex = Mutex()
            yield mutex.lock()
            yield mutex.lock()
        elif kind == "rwmutex":
            rwmutex = RWMutex()
            yield rwmutex.rlock()
            yield rwmutex.lock()
        elif kind == "waitgroup":
            group = WaitGroup()
            yield group.add(1)
            yield group.wait()
        else:
            locker = Mutex()
            yield locker.lock()
            yield Cond(locker).wait()

    (group,) = report(quiet(waits()))
    assert (group.waits, group.goroutines) == ("semacquire", 1)


def test_lost_goroutines_cannot_wake_one_another() -> None:
    a, b = Channel(), Channel()

    def one(first: Channel, then: Channel) -> Program:
        yield first.receive()
        yield then.send(1)

    assert lost(quiet(one(a, b), one(b, a))) == 2


def test_a_reference_to_a_goroutine_does_not_keep_it_alive() -> None:
    def main() -> Program:
        g = yield Call(starts_one())
        others = [g]
        yield Sleep(10 * END_NS)
        del others

    def starts_one() -> Program:
        return (yield Go(sender(Channel())))

    assert lost(main()) == 1


def test_a_case_that_another_channel_has_served_keeps_nothing() -> None:
    """Main has the channel that a select has left behind, and with it nothing of what else that select waited on."""

    def chooser(left: Channel, served: Channel, hidden: Channel) -> Program:
        yield Select([left.receive(), served.receive(), hidden.receive()])

    def arrange(left: Channel) -> Program:
        served, hidden = Channel(), Channel()
        yield Go(chooser(left, served, hidden))
        yield Go(receiver(hidden))
        yield Compute(1000)
        yield served.send(1)

    def main() -> Program:
        left = Channel()
        yield Call(arrange(left))
        yield Sleep(10 * END_NS)
        yield left.send(1)

    assert lost(main()) == 1


# What is not


def test_two_that_hand_a_value_back_and_forth_are_not_lost() -> None:
    def ping(there: Channel, back: Channel) -> Program:
        while True:
            yield there.send(1)
            yield Compute(100)
            yield back.receive()

    def pong(there: Channel, back: Channel) -> Program:
        while True:
            yield there.receive()
            yield back.send(1)

    def main() -> Program:
        there, back = Channel(), Channel()
        yield Go(pong(there, back))
        yield from ping(there, back)

    assert report(main()) == ()


def test_workers_that_wait_for_jobs_from_main_are_not_lost() -> None:
    def main() -> Program:
        jobs = Channel()
        for _ in range(10):
            yield Go(receiver(jobs))
        yield Sleep(10 * END_NS)
        yield jobs.close()

    assert report(main()) == ()


def test_who_waits_for_one_that_waits_for_main_is_not_lost() -> None:
    def main() -> Program:
        first = Channel()
        yield Call(chain(first))
        yield Sleep(10 * END_NS)
        yield first.send(1)

    def chain(first: Channel) -> Program:
        last = Channel()
        yield Go(relay(first, last))
        yield Go(receiver(last))

    def relay(first: Channel, last: Channel) -> Program:
        value = yield first.receive()
        yield last.send(value)

    assert report(main()) == ()


def test_main_may_wait_for_ever() -> None:
    assert report([Select()], forever()) == ()


def test_who_waits_for_main_is_not_lost_even_in_a_deadlock() -> None:
    def main() -> Program:
        c = Channel()
        yield Go(receiver(c))
        yield Channel().receive()
        yield c.send(1)

    bench = Bench()
    with pytest.raises(FatalError, match="all goroutines are asleep"):
        report(main(), bench=bench)
    assert leaks(bench.scheduler, since_ns=0, goroutine_bytes=0, sudog_bytes=0) == ()


@pytest.mark.parametrize("wait", [Sleep(10 * END_NS), Syscall(10 * END_NS, blocking=True)], ids=["sleep", "syscall"])
def test_what_a_goroutine_holds_that_will_go_on_by_itself_is_alive(wait: Instruction) -> None:
    def holder(c: Channel) -> Program:
        yield wait
        yield c.send(1)

    c = Channel()
    assert report(quiet(holder(c), receiver(c))) == ()


def test_who_reads_from_the_network_is_alive_and_so_is_what_it_holds() -> None:
    bench = Bench()
    connection, c = Connection(bench.scheduler), Channel()

    def server(c: Channel) -> Program:
        while (yield connection.read()) is not EOF:
            yield c.send(1)

    assert report(quiet(server(c), receiver(c)), bench=bench) == ()


def test_a_timer_keeps_those_alive_who_wait_for_it() -> None:
    def waits() -> Program:
        timeout = yield After(10 * END_NS)
        yield timeout.receive()

    def ticks() -> Program:
        ticker = yield NewTicker(20 * END_NS)
        yield ticker.channel.receive()

    assert report(quiet(waits(), ticks())) == ()


def test_the_goroutine_that_runs_the_timers_belongs_to_the_runtime() -> None:
    bench = Bench()
    assert report(quiet(), bench=bench) == ()
    assert any(g.system for g in bench.scheduler.goroutines)


def test_a_goroutine_of_the_runtime_may_wait_for_ever() -> None:
    bench = Bench()
    bench.scheduler.go("bgsweep", receiver(Channel()), system=True)
    assert report(quiet(), bench=bench) == ()


def test_what_is_to_happen_outside_keeps_alive() -> None:
    bench = Bench()
    c = Channel()

    def process() -> Events:
        yield bench.env.timeout(10 * END_NS)
        bench.scheduler.go("late", sender(c))

    bench.env.process(process())
    assert report(quiet(receiver(c)), bench=bench) == ()
    other, d = Bench(), Channel()

    def come(_: simpy.Event) -> None:
        other.scheduler.go("late", sender(d))

    other.env.timeout(10 * END_NS).callbacks.append(come)
    assert report(quiet(receiver(d)), bench=other) == ()


def test_a_package_variable_keeps_alive() -> None:
    global kept  # noqa: PLW0603 - what is tested
    kept = {"done": [Channel()]}
    try:
        assert report(quiet(receiver(kept["done"][0]))) == ()
    finally:
        kept = None


def test_a_variable_of_a_type_keeps_alive() -> None:
    Kept.channel = Channel()
    try:
        assert report(quiet(receiver(Kept.channel))) == ()
    finally:
        Kept.channel = None


def test_a_variable_of_another_module_of_the_program_keeps_alive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "leaky_state.py").write_text("done = None\n\n\ndef current():\n    return done\n", encoding="utf-8")
    (tmp_path / "leaky_program.py").write_text(
        "from leaky_state import current\n\n\ndef waits(c):\n    yield c.receive()\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    program: ModuleType = __import__("leaky_program")
    state: ModuleType = __import__("leaky_state")
    c = Channel()
    state.done = c  # type: ignore[attr-defined]
    assert lost(quiet(program.waits(c))) == 0
    state.done = None  # type: ignore[attr-defined]
    assert lost(quiet(program.waits(Channel()))) == 1


@pytest.mark.parametrize("holds", ["closure", "default", "partial", "attribute", "iterator", "buffer", "generator"])
def test_a_channel_is_within_reach_however_it_is_held(holds: str) -> None:
    def main() -> Program:
        c = Channel()
        yield Go(receiver(c))
        held: Any
        if holds == "closure":
            held = closing_over(c)
        elif holds == "default":

            def held(c: Channel = c) -> Channel:
                return c

        elif holds == "partial":
            held = partial(receiver, c)
        elif holds == "attribute":
            held = SimpleNamespace(c=c)
        elif holds == "iterator":
            held = itertools.cycle([c])
        elif holds == "buffer":
            held = Channel(1)
            yield held.send(c)
        else:
            held = receiver(c)
        del c
        yield Sleep(10 * END_NS)
        del held

    assert report(main()) == ()


def test_what_a_loop_goes_through_is_within_reach() -> None:
    """It has no name: it is on the stack of the function alone."""

    def main() -> Program:
        yield Call(loop())

    def loop() -> Program:
        for c in [Channel(), Channel(), Channel()]:
            yield Go(receiver(c))
            del c
            yield Sleep(10 * END_NS)

    assert report(main()) == ()


def test_what_is_being_sent_is_within_reach_of_a_sender_that_is() -> None:
    """A channel of channels: who waits for an answer is alive as long as its request can be received."""

    def asks(requests: Channel) -> Program:
        answer = Channel()
        yield Call(starts(receiver(answer)))
        yield requests.send(answer)

    def main() -> Program:
        requests = Channel()
        yield Go(asks(requests))
        yield Sleep(10 * END_NS)
        yield requests.receive()

    assert report(main()) == ()


def arranged() -> Program:
    """Return a channel that a goroutine waits on, to a caller that gives it no name."""
    c = Channel()
    yield Go(receiver(c))
    yield Gosched()  # it blocks
    return c


def test_what_was_handed_to_a_goroutine_that_has_not_run_since_is_within_reach() -> None:
    def takes(c: Channel) -> Program:
        yield c.receive()
        yield from forever()

    def main() -> Program:
        c = Channel()
        yield Go(takes(c))
        yield Gosched()
        yield c.send((yield Call(arranged())))
        yield Loop(10 * END_NS)

    bench = Bench(1)
    assert report(main(), bench=bench) == ()
    (taker,) = (g for g in bench.scheduler.goroutines if g.name == "takes")
    assert isinstance(taker.value, Channel)


def test_what_an_instruction_in_progress_is_about_is_within_reach() -> None:
    def main() -> Program:
        buffered = Channel(1)
        yield buffered.send((yield Call(arranged())))

    bench = Bench(1, prices=prices(buffered=10 * END_NS))
    assert report(main(), bench=bench) == ()
    assert bench.scheduler.main is not None
    assert isinstance(bench.scheduler.main.step, Send)


def test_a_deferred_call_keeps_what_it_was_given() -> None:
    def main() -> Program:
        yield Call(deferring())

    def deferring() -> Program:
        c = Channel()
        yield Go(receiver(c))
        yield Defer([c.close()])
        del c
        yield Sleep(10 * END_NS)

    assert report(main()) == ()


def test_a_lock_that_somebody_holds_who_runs_keeps_those_alive_who_wait_for_it() -> None:
    def main() -> Program:
        mutex, group = Mutex(), WaitGroup()
        yield group.add(1)
        yield mutex.lock()
        for _ in range(3):
            yield Go([mutex.lock()], "locks")
            yield Go([group.wait()], "waits")
        yield Sleep(10 * END_NS)
        yield mutex.unlock()
        yield group.done()

    assert report(main()) == ()


def test_the_simulator_itself_keeps_nothing_alive() -> None:
    """A program that has the scheduler has not, by that, what other goroutines wait on."""
    bench = Bench()

    def main() -> Program:
        scheduler, me = bench.scheduler, (yield Myself())
        yield Call(starts(sender(Channel())))
        yield Sleep(10 * END_NS)
        del scheduler, me

    assert lost(main(), bench=bench) == 1


# Descriptors


def test_each_open_descriptor_counts_once_for_the_first_goroutine_that_has_it() -> None:
    descriptors = Descriptors()

    def loop(connection: object, c: Channel) -> Program:
        yield c.receive()
        del connection

    def main() -> Program:
        yield Call(dial())
        yield from forever()

    def dial() -> Program:
        for _ in range(3):
            connection, closed, c = object(), object(), Channel()
            descriptors.opened(connection)
            descriptors.opened(closed)
            descriptors.closed(closed)
            yield Go(loop((connection, closed), c))
            yield Go(other((connection, closed), c))

    def other(connection: object, c: Channel) -> Program:
        yield c.receive()
        del connection

    groups = report(main(), descriptors=descriptors)
    assert {group.program.rsplit(".", 1)[-1]: group.descriptors for group in groups} == {"loop": 3, "other": 0}


def test_descriptors_of_the_living_do_not_count() -> None:
    descriptors = Descriptors()
    connection = object()
    descriptors.opened(connection)

    def main() -> Program:
        yield Call(starts(sender(Channel())))
        held = connection
        yield Sleep(10 * END_NS)
        del held

    (group,) = report(main(), descriptors=descriptors)
    assert group.descriptors == 0


# Cost


def test_a_report_changes_nothing_and_can_be_had_again() -> None:
    bench = Bench()
    assert gc.isenabled()
    first = report(quiet(*(sender(Channel()) for _ in range(5))), bench=bench)
    again = leaks(bench.scheduler, since_ns=0, goroutine_bytes=G_BYTES, sudog_bytes=SUDOG_BYTES)
    assert again == first
    assert gc.isenabled()
    bench.run(until=2 * END_NS)


def test_twice_as_many_goroutines_take_not_much_more_than_twice_as_long() -> None:
    def took(n: int) -> float:
        bench = Bench(1)
        assert lost(quiet(*(sender(Channel()) for _ in range(n))), bench=bench) == n
        best = float("inf")
        for _ in range(3):
            begin = time.perf_counter()
            leaks(bench.scheduler, since_ns=0, goroutine_bytes=0, sudog_bytes=0)
            best = min(best, time.perf_counter() - begin)
        return best

    assert took(8000) < 8 * took(2000)


def test_a_simpy_process_that_has_ended_is_no_obstacle() -> None:
    bench = Bench()

    def process(env: simpy.Environment) -> Events:
        yield env.timeout(1)

    bench.env.process(process(bench.env))
    assert lost(quiet(sender(Channel())), bench=bench) == 1
