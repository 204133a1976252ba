"""Timers that send on a channel."""

import pytest

from gcsim.runtime import Channel, Compute, FatalError, Program, Select, Sleep
from gcsim.runtime.ticking import After, NewTicker, NewTimer
from tests.runtime.bench import Bench, rules
from tests.runtime.programs import noted, one_p, prices

WOKEN_NS = 5
"""How long the thread that sleeps for the timers takes to wake up."""


def test_a_value_comes_after_a_while_and_only_once() -> None:
    bench = one_p()

    def main() -> Program:
        channel = yield After("1us")
        bench.note("got", str((yield channel.receive())))
        yield channel.receive()

    g = bench.go("main", main())
    bench.run()
    assert bench.log[-1] == (5 + 1000 + WOKEN_NS, "got", str(5 + 1000 + WOKEN_NS))
    assert g.waits == "chan receive"


def test_nobody_has_to_wait_for_it_to_fire() -> None:
    bench = one_p()

    def main() -> Program:
        channel = yield After(100)
        yield Compute(1000)
        bench.note("holds", str(len(channel)))
        bench.note("got", str((yield channel.receive())))

    bench.go("main", main())
    bench.run()
    # With one P, timerproc runs when main has let it go.
    assert noted(bench, "holds") == ["0"]
    assert noted(bench, "got") == ["1005"]


def test_a_select_times_out() -> None:
    bench = Bench(2, rules("1.8"))
    never = Channel()

    def main() -> Program:
        timeout = yield After("10us")
        index, _, ok = yield Select([never.receive(), timeout.receive()])
        bench.note("case", f"{index} {ok}")

    bench.go("main", main())
    bench.run()
    assert bench.log[-1] == (5 + 10_000 + WOKEN_NS, "case", "1 True")
    assert not never.senders


def test_timers_fire_in_the_order_of_their_times() -> None:
    bench = one_p()

    def waiter(name: str, ns: int) -> Program:
        channel = yield After(ns)
        yield channel.receive()
        bench.note("fired", name)

    for name, ns in (("c", 300), ("a", 100), ("b", 200), ("b2", 200)):
        bench.go(name, waiter(name, ns))
    bench.run()
    assert noted(bench, "fired") == ["a", "b", "b2", "c"]


def test_a_timer_that_is_stopped_does_not_fire_and_says_whether_it_would_have() -> None:
    bench = one_p()

    def main() -> Program:
        timer = yield NewTimer(1000)
        bench.note("was to fire", str((yield timer.stop())))
        bench.note("was to fire", str((yield timer.stop())))
        yield Sleep(5000)
        bench.note("holds", str(len(timer.channel)))
        fired = yield NewTimer(10)
        yield fired.channel.receive()
        bench.note("was to fire", str((yield fired.stop())))

    bench.go("main", main())
    bench.run()
    assert noted(bench, "was to fire") == ["True", "False", "False"]
    assert noted(bench, "holds") == ["0"]


def test_a_timer_that_is_set_anew_fires_at_its_new_time_only() -> None:
    bench = one_p()

    def main() -> Program:
        timer = yield NewTimer(1000)
        bench.note("was to fire", str((yield timer.reset("3us"))))
        bench.note("got", str((yield timer.channel.receive())))
        bench.note("was to fire", str((yield timer.reset(500))))
        bench.note("got", str((yield timer.channel.receive())))

    bench.go("main", main())
    bench.run()
    first = 5 + 3000 + WOKEN_NS
    assert noted(bench, "got") == [str(first), str(first + 500 + WOKEN_NS)]
    assert noted(bench, "was to fire") == ["True", "False"]


def test_a_ticker_ticks_from_its_start_on_without_drift_until_it_is_stopped() -> None:
    bench = one_p()

    def main() -> Program:
        ticker = yield NewTicker(1000)
        for _ in range(4):
            yield ticker.channel.receive()
            bench.note("tick")
            yield Compute(300)
        bench.note("was to fire", str((yield ticker.stop())))
        yield Sleep(5000)
        bench.note("holds", str(len(ticker.channel)))

    bench.go("main", main())
    bench.run()
    # Another thread has to wake up for main, for timerproc's goes to sleep until the next tick.
    assert [time for time, what, _ in bench.log if what == "tick"] == [1015, 2015, 3015, 4015]
    assert (noted(bench, "was to fire"), noted(bench, "holds")) == (["True"], ["0"])


def test_a_slow_receiver_finds_the_first_tick_that_it_missed_and_no_other() -> None:
    bench = Bench(2, rules("1.8"))

    def main() -> Program:
        ticker = yield NewTicker(1000)
        yield Compute(3500)
        for _ in range(3):
            bench.note("tick", str((yield ticker.channel.receive())))
        yield ticker.stop()

    bench.go("main", main())
    bench.run()
    assert noted(bench, "tick") == ["1010", "4010", "5010"]


def test_a_timerproc_that_comes_late_misses_ticks_and_keeps_their_times() -> None:
    # timerproc: whole periods are added until the time lies ahead.
    bench = one_p()

    def main() -> Program:
        ticker = yield NewTicker(1000)
        yield Sleep(1)
        yield Compute(2500)
        for _ in range(3):
            bench.note("tick", str((yield ticker.channel.receive())))
        yield ticker.stop()

    bench.go("main", main())
    bench.run()
    first, *others = [int(tick) for tick in noted(bench, "tick")]
    assert 2500 < first < 2550
    assert others == [3010, 4010]


def test_while_a_timer_is_to_fire_nothing_is_a_deadlock_and_then_it_is() -> None:
    bench = one_p()

    def main() -> Program:
        channel = yield After(1000)
        yield channel.receive()
        yield channel.receive()

    bench.scheduler.main = bench.go("main", main())
    with pytest.raises(FatalError, match="all goroutines are asleep"):
        bench.run()
    assert bench.now == 5 + 1000 + WOKEN_NS


def test_making_stopping_and_setting_a_timer_cost_a_timer_each() -> None:
    bench = Bench(1, rules("1.8"), prices=prices(timer=40))
    times: list[int] = []

    def main() -> Program:
        timer = yield NewTimer("1s")
        yield timer.reset("2s")
        yield timer.stop()
        yield After("1s")
        ticker = yield NewTicker("1s")
        yield ticker.stop()
        times.append(bench.now)

    bench.go("main", main())
    bench.run()
    assert times == [5 + 6 * 40]


def test_a_duration_is_checked_where_it_is_given() -> None:
    with pytest.raises(ValueError, match="a ticker needs a period that is not 0"):
        NewTicker(0)
    with pytest.raises(ValueError, match="After takes a duration that is not negative; found -1 ns"):
        After(-1)
    with pytest.raises(TypeError, match="NewTimer takes whole ns"):
        NewTimer(1.5)  # type: ignore[arg-type]
