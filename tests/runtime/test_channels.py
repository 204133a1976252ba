"""Channels: who gets what from whom, in which order, and who waits."""

import sys
from collections.abc import Callable

import pytest

from gcsim.runtime import (
    Channel,
    Close,
    Compute,
    FatalError,
    G,
    Program,
    ProgramError,
    Receive,
    Recover,
    Send,
)
from gcsim.runtime.calls import Call, Defer
from tests.runtime.bench import Bench
from tests.runtime.programs import one_p, told


def sending(bench: Bench, name: str, c: Channel | None, *values: object) -> Program:
    """Return the program that sends values and notes when each is gone."""
    for value in values:
        yield Send(c, value)
        bench.note("sent", f"{name} {value}")


def receiving(bench: Bench, name: str, c: Channel | None, times: int = 1) -> Program:
    """Return the program that receives so often and notes what."""
    for _ in range(times):
        value = yield Receive(c)
        bench.note("got", f"{name} {value}")


# From hand to hand


def test_a_sender_waits_until_somebody_receives() -> None:
    bench = one_p()
    c = Channel()
    bench.go("s", sending(bench, "s", c, 1))
    bench.at(100, lambda: bench.go("r", receiving(bench, "r", c)))
    assert bench.run() == [
        (5, "P0", "s"),
        (105, "P0", "r"),
        (105, "got", "r 1"),
        (105, "P0", "s"),
        (105, "sent", "s 1"),
    ]


def test_a_receiver_waits_until_somebody_sends() -> None:
    bench = one_p()
    c = Channel()
    bench.go("r", receiving(bench, "r", c))
    bench.at(100, lambda: bench.go("s", sending(bench, "s", c, 1)))
    assert bench.run() == [
        (5, "P0", "r"),
        (105, "P0", "s"),
        (105, "sent", "s 1"),
        (105, "P0", "r"),
        (105, "got", "r 1"),
    ]


@pytest.mark.parametrize("capacity", [0, 1])
def test_a_value_may_be_none(capacity: int) -> None:
    bench = one_p()
    c = Channel(capacity)

    def receiver() -> Program:
        bench.note(repr((yield c.receive_ok())))
        bench.note(repr((yield c.receive_ok())))

    bench.go("r", receiver())
    bench.go("s", [c.send(), c.send(None)])
    bench.run()
    assert told(bench) == ["(None, True)", "(None, True)"]


def test_receivers_are_served_first_come_first_served() -> None:
    # hchan.recvq is a list: enqueue at its end, dequeue at its front
    bench = one_p()
    c = Channel()
    for name in "abc":
        bench.go(name, receiving(bench, name, c))
    bench.go("s", sending(bench, "s", c, 1, 2, 3))
    bench.run()
    assert told(bench) == ["sent s 1", "sent s 2", "sent s 3", "got a 1", "got b 2", "got c 3"]


def test_senders_are_served_first_come_first_served() -> None:
    bench = one_p()
    c = Channel()
    for name in "abc":
        bench.go(name, sending(bench, name, c, name.upper()))
    bench.go("r", receiving(bench, "r", c, 3))
    bench.run()
    assert told(bench) == ["got r A", "got r B", "got r C", "sent a A", "sent b B", "sent c C"]


def test_a_goroutine_that_comes_back_queues_at_the_end() -> None:
    bench = one_p()
    c = Channel()
    for name in "ab":
        bench.go(name, receiving(bench, name, c, 2))
    bench.at(50, lambda: bench.go("s", sending(bench, "s", c, 1)))
    bench.at(100, lambda: bench.go("s", sending(bench, "s", c, 2, 3)))
    bench.run()
    # a has had 1 and waits behind b.
    assert told(bench) == ["sent s 1", "got a 1", "sent s 2", "sent s 3", "got b 2", "got a 3"]


def test_who_is_served_waits_no_more_and_waits_for_a_p_only() -> None:
    bench = one_p()
    c = Channel()
    g = bench.go("r", receiving(bench, "r", c))
    bench.go("s", [c.send(1), Compute(100)])
    bench.run(50)
    assert (g.waits, list(c.receivers)) == (None, [])
    bench.run()
    assert bench.log[-1] == (105, "got", "r 1")


# Buffers


def test_a_buffer_takes_values_until_it_is_full_and_gives_them_in_order() -> None:
    bench = one_p()
    c = Channel(2)
    bench.go("s", sending(bench, "s", c, 1, 2, 3, 4))
    bench.run()
    assert told(bench) == ["sent s 1", "sent s 2"]
    assert (len(c), list(c.buffer), len(c.senders)) == (2, [1, 2], 1)
    bench.go("r", receiving(bench, "r", c, 4))
    bench.run()
    assert told(bench)[2:] == ["got r 1", "got r 2", "got r 3", "sent s 3", "sent s 4", "got r 4"]
    assert len(c) == 0


def test_a_receive_from_a_full_buffer_lets_the_first_sender_s_value_move_up_behind_the_others() -> None:
    # recv: queue is full, take the item at its head, the sender's item goes to its tail
    bench = one_p()
    c = Channel(2)
    bench.go("s", sending(bench, "s", c, 1, 2))
    bench.go("a", sending(bench, "a", c, 3))
    bench.go("b", sending(bench, "b", c, 4))
    bench.go("r", receiving(bench, "r", c))
    bench.run()
    assert told(bench) == ["sent s 1", "sent s 2", "got r 1", "sent a 3"]
    assert (list(c.buffer), len(c.senders)) == ([2, 3], 1)


def test_a_value_passes_by_the_empty_buffer_to_a_receiver_that_waits() -> None:
    bench = one_p()
    c = Channel(2)
    bench.go("r", receiving(bench, "r", c))
    bench.go("s", [*[c.send(number) for number in (1, 2)], Compute(10)])
    bench.run(10)
    assert list(c.buffer) == [2]
    bench.run()
    assert told(bench) == ["got r 1"]


# Closing


def test_a_close_wakes_all_receivers_with_nothing() -> None:
    bench = one_p()
    c = Channel()

    def receiver(name: str) -> Program:
        bench.note(name, repr((yield c.receive_ok())))

    for name in "ab":
        bench.go(name, receiver(name))
    bench.go("c", receiving(bench, "c", c))
    bench.go("closer", [c.close(), Compute(10)])
    assert bench.run()[-6:] == [
        (15, "P0", "a"),
        (15, "a", "(None, False)"),
        (15, "P0", "b"),
        (15, "b", "(None, False)"),
        (15, "P0", "c"),
        (15, "got", "c None"),
    ]


def test_a_closed_channel_gives_what_it_holds_and_then_nothing_for_ever() -> None:
    bench = one_p()
    c = Channel(2)

    def main() -> Program:
        yield c.send(1)
        yield c.send(2)
        yield c.close()
        for _ in range(4):
            bench.note(repr((yield c.receive_ok())))
        bench.note(repr((yield c.receive())))

    bench.go("main", main())
    bench.run()
    assert told(bench) == ["(1, True)", "(2, True)", "(None, False)", "(None, False)", "None"]


def test_values_are_ranged_over_until_the_channel_is_closed() -> None:
    bench = one_p()
    c = Channel(1)

    def body(value: int) -> Program:
        yield Compute(10)
        bench.note("did", str(value))

    def worker() -> Program:
        yield from c.each(body)
        bench.note("over")

    bench.go("worker", worker())
    bench.go("main", [*[c.send(number) for number in (1, 2, 3)], c.close()])
    bench.run()
    assert [entry for entry in bench.log if entry[1] != "P0"] == [
        (15, "did", "1"),
        (25, "did", "2"),
        (35, "did", "3"),
        (35, "over", ""),
    ]


PANICS: dict[str, tuple[str, Callable[[Channel], list[Send | Close]]]] = {
    "sent": ("send on closed channel", lambda c: [c.close(), c.send(1)]),
    "closed twice": ("close of closed channel", lambda c: [c.close(), c.close()]),
    "nil": ("close of nil channel", lambda _: [Close(None)]),
}


@pytest.mark.parametrize("capacity", [0, 1])
@pytest.mark.parametrize("which", PANICS)
def test_what_is_done_to_a_closed_or_nil_channel_panics_in_go_s_words(which: str, capacity: int) -> None:
    bench = one_p()
    text, steps = PANICS[which]
    bench.go("main", steps(Channel(capacity)))
    with pytest.raises(FatalError) as error:
        bench.run()
    assert error.value.kind == "panic"
    assert str(error.value) == f"panic: {text}\n\ngoroutine 1 [running]:\nmain\n\tmain"


def test_a_close_makes_all_senders_that_wait_panic_and_drops_their_values() -> None:
    bench = one_p()
    c = Channel(1)

    def recovering(name: str) -> Program:
        bench.note(name, str((yield Recover())))

    def sender(name: str) -> Program:
        yield Defer(recovering(name))
        yield c.send(name)
        bench.note("not reached")

    bench.go("full", [c.send("kept")])
    for name in "ab":
        bench.go(name, sender(name))
    bench.go("closer", [c.close()])
    bench.go("r", receiving(bench, "r", c, 2))
    bench.run()
    assert told(bench) == [
        "got r kept",
        "got r None",
        "a send on closed channel",
        "b send on closed channel",
    ]


def test_a_sender_that_a_close_makes_panic_says_where_it_sent() -> None:
    bench = one_p()
    c = Channel()

    def main() -> Program:
        yield Compute(10)
        yield c.send(1)

    bench.go("main", main())
    bench.at(50, lambda: bench.go("closer", [c.close()]))
    line = main.__code__.co_firstlineno + 2
    with pytest.raises(FatalError) as error:
        bench.run()
    assert str(error.value) == (
        f"panic: send on closed channel\n\ngoroutine 1 [running]:\nmain\n\ttest_channels.py:{line}"
    )


def test_a_sender_that_a_close_wakes_pays_for_its_panic_when_it_runs() -> None:
    bench = one_p(panic=40)
    c = Channel()

    def recovering() -> Program:
        bench.note(str((yield Recover())))

    bench.go("s", [Call([Defer(recovering()), c.send(1)]), Compute(1)])
    bench.go("closer", [c.close(), Compute(10)])
    bench.run()
    assert [entry for entry in bench.log if entry[1] != "P0"] == [(55, "send on closed channel", "")]
    assert bench.now == 56


# Nil channels


@pytest.mark.parametrize(
    ("step", "waits"), [(Send(None, 1), "chan send (nil chan)"), (Receive(None), "chan receive (nil chan)")]
)
def test_a_nil_channel_blocks_for_ever(step: Send | Receive, waits: str) -> None:
    bench = one_p()
    g = bench.go("main", [step])
    bench.run()
    assert (g.waits, g.program is None) == (waits, False)


def test_all_goroutines_asleep_are_listed_with_what_they_wait_for() -> None:
    bench = one_p()
    c = Channel(name="c")

    def main() -> Program:
        yield Compute(10)
        yield c.receive()

    def other() -> Program:
        yield Send(None)

    bench.scheduler.main = bench.go("main", main())
    bench.go("other", other())
    bench.go("done", [Compute(100)])
    first, second = main.__code__.co_firstlineno + 2, other.__code__.co_firstlineno + 1
    with pytest.raises(FatalError) as error:
        bench.run()
    assert bench.now == 115
    assert error.value.kind == "deadlock"
    assert str(error.value).splitlines() == [
        "fatal error: all goroutines are asleep - deadlock!",
        "",
        "goroutine 1 [chan receive]:",
        "main",
        f"\ttest_channels.py:{first}",
        "",
        "goroutine 2 [chan send (nil chan)]:",
        "other",
        f"\ttest_channels.py:{second}",
    ]


# Scheduling and prices


@pytest.mark.parametrize(("go", "order"), [("1.4", ["s", "x", "r"]), ("1.8", ["s", "r", "x"])])
def test_who_is_served_runs_next_on_the_p_that_served_it_from_1_5_on(go: str, order: list[str]) -> None:
    # goready → ready → runqput(_g_.m.p.ptr(), gp, next)
    bench = one_p(go)
    c = Channel()
    bench.go("r", receiving(bench, "r", c))

    def sender() -> Program:
        bench.go("x", [Compute(10)], by=bench.here("s"))
        yield c.send(1)

    bench.go("s", sender())
    bench.run()
    assert [who for _, what, who in bench.log if what == "P0"][1:] == order


def test_two_that_pass_a_value_to_and_fro_share_one_slice_from_1_5_on() -> None:
    ticks = []
    for go in ("1.4", "1.8"):
        bench = one_p(go)
        there, back = Channel(), Channel()
        bench.go("ping", [there.send(), back.receive()] * 10)
        bench.go("pong", [there.receive(), back.send()] * 10)
        bench.run()
        ticks.append(bench.ps[0].schedtick)
    assert ticks[0] > 20
    assert ticks[1] == 2  # ping and pong, each once


@pytest.mark.parametrize(("capacity", "end"), [(0, 5 + 2 * 70), (1, 5 + 2 * 30)])
def test_an_operation_costs_what_its_kind_of_channel_does(capacity: int, end: int) -> None:
    bench = one_p("1.8", unbuffered=70, buffered=30)
    c = Channel(capacity)
    bench.go("s", [c.send(1)])
    bench.go("r", [c.receive()])
    bench.run()
    assert bench.now == end


def test_a_close_and_an_operation_on_a_nil_channel_cost_as_much_as_one_on_a_buffer() -> None:
    bench = one_p("1.8", buffered=30)
    g: list[G] = [bench.go("main", [Channel().close(), Receive(None)])]
    bench.run()
    assert bench.now == 5 + 2 * 30
    assert g[0].waits == "chan receive (nil chan)"


# The object


@pytest.mark.parametrize("capacity", [-1, 1.5, "2"])
def test_a_buffer_holds_a_whole_number_of_values(capacity: int) -> None:
    with pytest.raises(ValueError, match=f"not negative; found {capacity!r}"):
        Channel(capacity)


def test_a_channel_that_is_made_in_a_program_with_nonsense_is_told_with_its_line() -> None:
    bench = one_p()

    def main() -> Program:
        yield Channel(-1).send()

    bench.go("main", main())
    with pytest.raises(ProgramError, match=f"test_channels.py:{main.__code__.co_firstlineno + 1}, t=5ns: ValueError"):
        bench.run()


def test_a_channel_is_true_even_when_it_is_empty_and_says_what_it_is() -> None:
    assert Channel()
    assert (repr(Channel(3)), repr(Channel(3, "jobs"))) == ("Channel(3)", "Channel(jobs)")


def test_a_channel_on_which_nobody_waits_is_small() -> None:
    c = Channel()
    assert sys.getsizeof(c) + sum(sys.getsizeof(queue) for queue in (c.buffer, c.senders, c.receivers)) < 300
