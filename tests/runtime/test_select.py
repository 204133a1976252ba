"""``select``: which case, how fairly, and what becomes of the others."""

from collections import Counter
from collections.abc import Sequence

import pytest

from gcsim.kernel import stream
from gcsim.runtime import Channel, Compute, FatalError, G, Gosched, Program, Receive, Recover, Select, Send
from gcsim.runtime.calls import Defer
from tests.runtime.bench import Bench, Scripted, rules
from tests.runtime.programs import noted, one_p

Case = Send | Receive


def choosing(bench: Bench, name: str, cases: Sequence[Case], *, default: bool = False) -> Program:
    """Return the program that selects once and notes the result."""
    bench.note(name, repr((yield Select(cases, default=default))))


def full(*values: object) -> Channel:
    """Return a channel whose buffer is full."""
    c = Channel(len(values))
    if values:
        c.buffer.extend(values)
    return c


# A case that is ready


def test_the_case_that_is_ready_is_done() -> None:
    bench = one_p()
    a, b = Channel(), Channel(1)
    bench.go("x", choosing(bench, "x", [a.receive(), b.receive(), b.send(7)]))
    bench.run()
    assert noted(bench, "x") == ["(2, None, False)"]
    assert list(b.buffer) == [7]


def test_a_receive_says_whether_its_value_was_sent() -> None:
    bench = one_p()
    closed = full("last")
    closed.closed = True
    bench.go("x", choosing(bench, "x", [closed.receive()]))
    bench.go("x", choosing(bench, "x", [Channel().receive(), closed.receive()]))
    bench.run()
    assert noted(bench, "x") == ["(0, 'last', True)", "(1, None, False)"]


def test_a_case_may_serve_somebody_who_waits() -> None:
    bench = one_p()
    a, b = Channel(), Channel()
    bench.go("sender", [a.send(1)])
    bench.go("receiver", choosing(bench, "receiver", [b.receive()]))
    bench.go("x", choosing(bench, "x", [a.receive()]))
    bench.go("y", choosing(bench, "y", [b.send(2)]))
    bench.run()
    assert noted(bench, "x") == ["(0, 1, True)"]
    assert noted(bench, "y") == ["(0, None, False)"]
    assert noted(bench, "receiver") == ["(0, 2, True)"]


def test_only_ready_cases_are_drawn_from_and_a_single_one_needs_no_draw() -> None:
    draws = Scripted([1, 0, 2])
    bench = Bench(1, rules("1.4"), choosing=draws)
    never, a, b, c = Channel(), full(*"123456"), full(*"123456"), full(*"123456")

    def main() -> Program:
        for cases in ([a, never, b], [never, a, b], [a, b, c], [never, never, c]):
            index, _, _ = yield Select([channel.receive() for channel in cases])
            bench.note("index", str(index))

    bench.go("main", main())
    bench.run()
    assert noted(bench, "index") == ["2", "1", "2", "2"]
    assert draws.drawn == 3


@pytest.mark.parametrize("ready", [2, 3, 5])
def test_ready_cases_are_chosen_fairly(ready: int) -> None:
    times = 6000
    bench = Bench(1, rules("1.8"), choosing=stream(20261122, "choosing", 0))
    channels = [full(number) for number in range(ready)]
    for c in channels:
        c.closed = True
    chosen: Counter[int] = Counter()

    def main() -> Program:
        select = Select([Channel().receive(), *[c.receive() for c in channels]])
        for _ in range(times):
            index, _, _ = yield select
            chosen[index] += 1
            yield Compute(1)

    bench.go("main", main())
    bench.run()
    expected = times / ready
    chi_square = sum((chosen[index] - expected) ** 2 / expected for index in range(1, ready + 1))
    assert sum(chosen.values()) == times
    assert chosen[0] == 0
    # Beyond the 0.999 quantile for 4 degrees of freedom.
    assert chi_square < 18.5


def test_the_choice_is_drawn_from_its_own_stream() -> None:
    results = []
    for seed in (1, 1, 2):
        bench = Bench(1, rules("1.8"), choosing=stream(seed, "choosing", 0))
        a = full()
        a.closed = True
        for _ in range(20):
            bench.go("x", choosing(bench, "x", [a.receive(), a.receive()]))
        bench.run()
        results.append(noted(bench, "x"))
    assert results[0] == results[1] != results[2]


# Waiting


def test_a_select_waits_for_its_first_case() -> None:
    bench = one_p()
    a, b = Channel(), Channel()
    g = bench.go("x", choosing(bench, "x", [a.receive(), b.receive()]))
    bench.run()
    assert (g.waits, noted(bench, "x")) == ("select", [])
    bench.at(100, lambda: bench.go("sender", [b.send(1), Compute(10)]))
    bench.run()
    assert bench.log == [
        (5, "P0", "x"),
        (105, "P0", "sender"),
        (115, "P0", "x"),
        (115, "x", "(1, 1, True)"),
    ]


def test_a_send_that_waits_in_a_select_gives_its_own_value() -> None:
    bench = one_p()
    a, b = Channel(), Channel()
    bench.go("x", choosing(bench, "x", [a.send("to a"), b.send("to b")]))
    bench.go("receiver", choosing(bench, "receiver", [b.receive()]))
    bench.run()
    assert noted(bench, "receiver") == ["(0, 'to b', True)"]
    assert noted(bench, "x") == ["(1, None, False)"]


def test_one_that_was_served_waits_at_its_other_channels_no_more() -> None:
    bench = one_p()
    a, b = Channel(), Channel()
    bench.go("x", choosing(bench, "x", [a.receive(), b.receive()]))
    bench.go("first", [a.send(1)])
    second = bench.go("second", [b.send(2)])
    bench.run()
    assert noted(bench, "x") == ["(0, 1, True)"]
    assert (second.waits, len(b.senders)) == ("chan send", 1)


def test_one_that_was_served_is_passed_over_for_those_behind_it() -> None:
    bench = one_p()
    a, b = Channel(), Channel()
    bench.go("x", choosing(bench, "x", [a.receive(), b.receive()]))
    bench.go("y", choosing(bench, "y", [b.receive(), a.receive()]))
    bench.go("sender", [a.send(1), b.send(2)])
    bench.run()
    assert noted(bench, "x") == ["(0, 1, True)"]
    assert noted(bench, "y") == ["(0, 2, True)"]


def test_senders_that_were_served_elsewhere_are_passed_over_too() -> None:
    bench = one_p()
    a, b = Channel(), Channel()
    bench.go("x", choosing(bench, "x", [a.send("x to a"), b.send("x to b")]))
    bench.go("first", choosing(bench, "first", [a.receive()]))
    bench.go("later", choosing(bench, "later", [b.receive()]))
    bench.go("other", [b.send("other")])
    bench.run()
    assert noted(bench, "first") == ["(0, 'x to a', True)"]
    assert noted(bench, "later") == ["(0, 'other', True)"]


@pytest.mark.parametrize("default", [False, True])
def test_a_channel_with_nobody_but_those_served_elsewhere_is_not_ready(*, default: bool) -> None:
    bench = one_p()
    a, b, c = Channel(), Channel(), Channel()
    bench.go("x", choosing(bench, "x", [a.receive(), b.receive(), c.send()]))
    bench.go("sender", [a.send(1)])
    g = bench.go("y", choosing(bench, "y", [b.send(2), c.receive()], default=default))
    bench.run()
    assert (g.waits, noted(bench, "y")) == ((None, ["(-1, None, False)"]) if default else ("select", []))


@pytest.mark.parametrize("capacity", [0, 1])
def test_a_plain_receive_waits_where_all_senders_were_served_elsewhere(capacity: int) -> None:
    bench = one_p()
    a, b = Channel(), Channel(capacity)
    bench.go("fills", [b.send() for _ in range(capacity)])
    bench.go("x", choosing(bench, "x", [a.send(), b.send()]))
    bench.go("y", [a.receive(), *[b.receive() for _ in range(capacity)]])
    late = bench.go("z", [b.receive()])
    bench.run()
    assert (late.waits, len(b.receivers)) == ("chan receive", 1)


@pytest.mark.parametrize("capacity", [0, 1])
def test_a_plain_send_waits_or_is_buffered_where_all_receivers_were_served_elsewhere(capacity: int) -> None:
    bench = one_p()
    a, b = Channel(), Channel(capacity)
    bench.go("x", choosing(bench, "x", [a.receive(), b.receive()]))
    bench.go("y", [a.send()])
    late = bench.go("z", [b.send(1)])
    bench.run()
    assert (late.waits, len(b)) == ((None, 1) if capacity else ("chan send", 0))


def test_a_full_buffer_stays_as_it_is_where_the_senders_were_served_elsewhere() -> None:
    bench = one_p()
    a, b = Channel(), full("b")
    bench.go("x", choosing(bench, "x", [a.send(1), b.send(2)]))
    bench.go("y", choosing(bench, "y", [a.receive()]))
    bench.go("z", choosing(bench, "z", [b.receive()]))
    bench.run()
    assert noted(bench, "z") == ["(0, 'b', True)"]
    assert len(b) == 0


def test_selects_and_plain_operations_wait_in_one_queue() -> None:
    bench = one_p()
    c, never = Channel(), Channel()
    bench.go("a", choosing(bench, "a", [never.receive(), c.receive()]))

    def plain() -> Program:
        bench.note("b", str((yield c.receive())))

    bench.go("b", plain())
    bench.go("c", choosing(bench, "c", [c.receive(), never.receive()]))
    bench.go("sender", [c.send(number) for number in (1, 2, 3)])
    bench.run()
    assert [noted(bench, name) for name in "abc"] == [["(1, 1, True)"], ["2"], ["(0, 3, True)"]]


def test_a_loop_of_selects_leaves_nothing_behind_at_a_channel_that_is_never_ready() -> None:
    # As `for { select { case v := <-c: … case <-done: return } }` does, beside others that only wait for done.
    bench = one_p()
    c, done = Channel(), Channel()
    most = 0

    def loop() -> Program:
        nonlocal most
        for _ in range(1000):
            yield Select([c.receive(), done.receive()])
            most = max(most, len(done.receivers))
        bench.note("over")

    waiting = [bench.go("waits", choosing(bench, "waits", [done.receive(), Receive(None)])) for _ in range(3)]
    bench.go("loop", loop())
    bench.go("sender", [step for _ in range(1000) for step in (c.send(), Gosched())])
    bench.run()
    assert (noted(bench, "over"), most < 50) == ([""], True)
    assert [g.waits for g in waiting] == ["select"] * 3
    bench.go("closer", [done.close()])
    bench.run()
    assert noted(bench, "waits") == ["(0, None, False)"] * 3


def test_what_was_left_behind_is_cleared_away_in_one_go_now_and_then() -> None:
    bench = one_p()
    c, done = Channel(), Channel()
    queues: list[object] = []

    def loop() -> Program:
        for _ in range(200):
            yield Select([c.receive(), done.receive()])
            queues.append(done.receivers)

    bench.go("loop", loop())
    bench.go("sender", [step for _ in range(200) for step in (c.send(), Gosched())])
    bench.run()
    assert len({id(queue) for queue in queues}) < 10


# One channel in several cases


def test_a_select_does_not_pass_a_value_to_itself() -> None:
    bench = one_p()
    c = Channel()
    g = bench.go("x", choosing(bench, "x", [c.send(1), c.receive()]))
    bench.run()
    assert (g.waits, noted(bench, "x")) == ("select", [])


def test_two_that_select_to_send_and_to_receive_on_one_channel_pass_one_value() -> None:
    bench = Bench(1, rules("1.4"), choosing=Scripted([0]))
    c = Channel()
    bench.go("x", choosing(bench, "x", [c.send("x"), c.receive()]))
    bench.go("y", choosing(bench, "y", [c.send("y"), c.receive()]))
    late = bench.go("z", choosing(bench, "z", [c.send("z"), c.receive()]))
    bench.run()
    assert noted(bench, "x") == ["(1, 'y', True)"]
    assert noted(bench, "y") == ["(0, None, False)"]
    assert (late.waits, noted(bench, "z")) == ("select", [])


def test_one_that_waits_twice_at_a_channel_is_served_once() -> None:
    bench = one_p()
    c = Channel()
    bench.go("x", choosing(bench, "x", [c.receive(), c.receive()]))
    sender = bench.go("sender", [c.send(1), c.send(2)])
    bench.run()
    assert noted(bench, "x") == ["(0, 1, True)"]
    assert sender.waits == "chan send"


# Default, none, nil


def test_with_a_default_it_never_waits() -> None:
    bench = one_p()
    a, b = Channel(), full("b")

    def main() -> Program:
        bench.note("x", repr((yield Select([a.receive(), a.send(), b.send()], default=True))))
        bench.note("x", repr((yield Select([a.receive(), b.receive()], default=True))))
        bench.note("x", repr((yield Select([], default=True))))

    bench.go("main", main())
    bench.run()
    assert noted(bench, "x") == ["(-1, None, False)", "(1, 'b', True)", "(-1, None, False)"]
    assert not a.senders
    assert not a.receivers


@pytest.mark.parametrize(
    ("cases", "waits"),
    [
        ([], "select (no cases)"),
        ([Send(None)], "select (no cases)"),
        ([Send(None), Receive(None)], "select"),
        ([Channel().receive()], "chan receive"),
        ([Channel().send()], "chan send"),
        ([Channel().receive(), Receive(None)], "select"),
    ],
    ids=["no cases", "one nil", "nil", "one receive", "one send", "two"],
)
def test_what_a_select_waits_for_is_said_as_the_compiler_makes_it(cases: list[Case], waits: str) -> None:
    # walkselect: none is block(), one is the operation itself
    bench = one_p()
    g: list[G] = [bench.go("x", choosing(bench, "x", cases))]
    bench.run()
    assert g[0].waits == waits
    assert g[0].program is not None


def test_a_case_on_a_nil_channel_is_never_chosen() -> None:
    bench = one_p()
    a = full(1)
    bench.go("x", choosing(bench, "x", [Receive(None), a.receive(), Send(None)]))
    bench.go("x", choosing(bench, "x", [Receive(None), Send(None)], default=True))
    bench.run()
    assert noted(bench, "x") == ["(1, 1, True)", "(-1, None, False)"]


# Closed channels


@pytest.mark.parametrize("default", [False, True])
def test_a_send_on_a_closed_channel_panics_when_it_is_chosen(*, default: bool) -> None:
    bench = one_p()
    c = Channel()
    c.closed = True
    bench.go("x", choosing(bench, "x", [Channel().receive(), c.send()], default=default))
    with pytest.raises(FatalError, match=r"^panic: send on closed channel\n"):
        bench.run()


def test_a_close_serves_selects_that_wait_to_receive_and_lets_those_that_send_panic() -> None:
    bench = one_p()
    c, never = Channel(), Channel()

    def recovering() -> Program:
        bench.note("sender", repr((yield Recover())))

    def sender() -> Program:
        yield Defer(recovering())
        yield Select([never.receive(), c.send(1)])
        bench.note("not reached")

    bench.go("sender", sender())
    bench.go("closer", [c.close()])
    bench.run()
    assert noted(bench, "sender") == ["'send on closed channel'"]
    assert noted(bench, "not reached") == []
    bench.go("x", choosing(bench, "x", [never.receive()]))
    bench.go("y", choosing(bench, "y", [Channel().receive(), never.receive()]))
    # The sender waits at it no more.
    bench.go("closer", [never.close()])
    bench.run()
    assert (noted(bench, "x"), noted(bench, "y")) == (["(0, None, False)"], ["(1, None, False)"])
    assert noted(bench, "not reached") == []


def test_a_close_passes_over_those_that_were_served_elsewhere() -> None:
    bench = one_p()
    a, c = Channel(), Channel()
    bench.go("x", choosing(bench, "x", [a.receive(), c.receive(), c.send()]))
    bench.go("main", [a.send(1), c.close()])
    bench.run()
    assert noted(bench, "x") == ["(0, 1, True)"]


# nonsense


@pytest.mark.parametrize(
    ("cases", "default", "ns"),
    [
        ([full().send(), full().receive()], True, 2 * 50),
        ([], True, 50),
        ([full().receive()], True, 50),
        ([full(1).receive()], False, 30),
        ([full(1, 2).receive(), full(1, 2).receive(), Channel().send()], False, 3 * 50),
    ],
    ids=["two", "none", "one with default", "one", "three"],
)
def test_a_select_costs_each_case_and_a_single_one_what_the_operation_costs(
    cases: list[Case], ns: int, *, default: bool
) -> None:
    bench = one_p("1.8", select=50, buffered=30, unbuffered=70)
    bench.go("x", choosing(bench, "x", cases, default=default))
    bench.run()
    assert bench.now == 5 + ns


def test_only_sends_and_receives_can_be_chosen_among() -> None:
    with pytest.raises(TypeError, match=r"chooses among sends and receives of channels; found Channel\(0\)"):
        Select([Channel()])  # type: ignore[list-item]
