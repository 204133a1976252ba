"""Calls and what they return, defers, panics and what recovers from them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from gcsim.runtime import (
    Call,
    Channel,
    Compute,
    Defer,
    FatalError,
    G,
    Go,
    Instruction,
    Panic,
    Program,
    ProgramError,
    Recover,
    Stacks,
)
from tests.runtime.bench import Bench, free_stacks, rules
from tests.runtime.programs import noted, one_p, prices, told


def saying(bench: Bench, *words: str) -> Program:
    """Return the program that notes words, one a nanosecond."""
    for word in words:
        yield Compute(1)
        bench.note(word)


def recovering(bench: Bench, name: str = "recovered") -> Program:
    """Return the program that recovers and notes what from."""
    bench.note(name, str((yield Recover())))


def panicking(value: object) -> Program:
    """Return the program that panics."""
    yield Panic(value)


def ended_by(bench: Bench) -> str:
    """Run a bench until its process ends in a panic, and return the last words."""
    with pytest.raises(FatalError) as error:
        bench.run()
    assert error.value.kind == "panic"
    return str(error.value)


# Calls


def test_a_call_results_in_what_the_function_returns() -> None:
    bench = one_p()

    def add(a: int, b: int) -> Program:
        yield Compute(10)
        return a + b

    def twice(a: int, b: int) -> Program:
        first = yield Call(add(a, b))
        second = yield Call(add(a, b))
        return first + second

    def main() -> Program:
        bench.note(str((yield Call(twice(1, 2)))))
        bench.note(str((yield Call(saying(bench)))))

    bench.go("main", main())
    assert bench.run() == [(5, "P0", "main"), (25, "6", ""), (25, "None", "")]


def test_a_function_may_be_a_list_of_steps_which_is_called_any_number_of_times() -> None:
    bench = one_p()
    call = Call([Compute(10), Compute(1)])

    def main() -> Program:
        for _ in range(3):
            bench.note(str((yield call)))

    bench.go("main", main())
    assert bench.run()[1:] == [(16, "None", ""), (27, "None", ""), (38, "None", "")]


def test_a_function_that_waits_goes_on_where_it_was() -> None:
    bench = one_p()
    c = Channel()

    def inner() -> Program:
        value = yield c.receive()
        return value * 2

    def outer() -> Program:
        value = yield Call(inner())
        bench.note("got", str(value))

    g = bench.go("main", outer())
    bench.go("sender", [Compute(10), c.send(21)])
    bench.run()
    assert noted(bench, "got") == ["42"]
    assert g.calls is None


def test_calls_may_be_deep() -> None:
    bench = one_p()

    def depth(n: int) -> Program:
        if n == 0:
            return 0
        below = yield Call(depth(n - 1))
        return below + 1

    def main() -> Program:
        bench.note(str((yield Call(depth(3000)))))

    bench.go("main", main())
    bench.run()
    assert told(bench) == ["3000"]


def test_a_call_takes_stack_until_it_returns_and_costs_what_growing_takes() -> None:
    stacks: Stacks[G] = Stacks(free_stacks())
    bench = Bench(1, rules("1.8"), stacks=stacks, prices=prices(call=7))
    used: list[tuple[int, int]] = []

    def inner() -> Program:
        used.append((g.used, g.stack))
        yield from ()

    def outer() -> Program:
        used.append((g.used, g.stack))
        yield Call(inner(), frame=3000)
        used.append((g.used, g.stack))

    def main() -> Program:
        yield Call(outer(), frame=100)
        used.append((g.used, g.stack))

    g = bench.go("main", main())
    bench.run()
    assert used == [(100, 2048), (3100, 4096), (100, 4096), (0, 4096)]
    assert bench.now == 5 + 2 * 7


def test_deferred_functions_take_no_stack_of_their_own() -> None:
    stacks: Stacks[G] = Stacks(free_stacks())
    bench = Bench(1, rules("1.8"), stacks=stacks)

    def function() -> Program:
        yield Defer(saying(bench, "deferred"))
        bench.note("used", str(stacks.used))

    def main() -> Program:
        yield Call(function(), frame=200)
        bench.note("used", str(stacks.used))

    bench.go("main", main())
    bench.run()
    assert told(bench) == ["used 200", "deferred", "used 0"]


def test_a_call_across_the_end_of_a_segment_pays_for_opening_and_for_closing_it() -> None:
    # The hot split of Go 1.2: lessstack when the function returns.
    segmented = free_stacks("1.2", first_bytes=8192, growth="segmented")
    stacks: Stacks[G] = Stacks(replace(segmented, segment_ns=100.0))
    bench = Bench(1, rules("1.4"), stacks=stacks)

    def main() -> Program:
        yield Call(function(), frame=7000)

    def function() -> Program:
        for _ in range(3):
            bench.note(str((yield Call(leaf(), frame=2000))))

    def leaf() -> Program:
        yield Compute(1)
        return "leaf"

    bench.go("main", main())
    assert bench.run()[1:] == [(206, "leaf", ""), (407, "leaf", ""), (608, "leaf", "")]


# Defers


def test_deferred_functions_run_at_the_end_the_last_first() -> None:
    bench = one_p()

    def function() -> Program:
        yield Defer(saying(bench, "first"))
        yield Defer(saying(bench, "second"))
        bench.note("body")
        return "result"

    def main() -> Program:
        bench.note(str((yield Call(function()))))

    bench.go("main", main())
    assert bench.run()[1:] == [(5, "body", ""), (6, "second", ""), (7, "first", ""), (7, "result", "")]


def test_what_a_goroutine_s_first_function_defers_runs_before_the_goroutine_ends() -> None:
    bench = one_p()

    def main() -> Program:
        yield Defer(saying(bench, "deferred"))
        yield Compute(10)

    g = bench.go("main", main())
    bench.go("other", saying(bench, "other"))
    bench.run()
    assert told(bench) == ["deferred", "other"]
    assert g.program is None


def test_a_deferred_function_may_defer_and_call_and_wait() -> None:
    bench = one_p()
    c = Channel()

    def deferred() -> Program:
        yield Defer(saying(bench, "deferred by deferred"))
        yield Call(saying(bench, "called"))
        bench.note("got", str((yield c.receive())))

    def main() -> Program:
        yield Defer(saying(bench, "earlier"))
        yield Defer(deferred())

    bench.go("main", main())
    bench.go("sender", [Compute(100), c.send("value")])
    bench.run()
    assert told(bench) == ["called", "got value", "deferred by deferred", "earlier"]


def test_defers_in_a_loop_pile_up_until_the_function_returns() -> None:
    bench = one_p(defer=3)
    piles: list[int] = []

    def opening() -> Program:
        for number in range(5):
            yield Defer(saying(bench, f"close {number}"))
            assert g.calls is not None
            piles.append(g.calls.deferred)

    def main() -> Program:
        yield Call(opening())
        assert g.calls is not None
        piles.append(g.calls.deferred)

    g = bench.go("main", main())
    bench.run()
    assert piles == [1, 2, 3, 4, 5, 0]
    assert told(bench) == [f"close {number}" for number in (4, 3, 2, 1, 0)]
    assert bench.now == 5 + 5 * 3 + 5


# Panics that nothing recovers from


def test_a_panic_that_nothing_recovers_from_ends_the_process_with_where_it_happened() -> None:
    bench = one_p(panic=20)

    def function() -> Program:
        yield Compute(10)
        yield Panic("kaputt")
        bench.note("not reached")

    def main() -> Program:
        yield Call(function())
        bench.note("not reached")

    bench.go("main", main())
    line = function.__code__.co_firstlineno + 2
    assert ended_by(bench) == f"panic: kaputt\n\ngoroutine 1 [running]:\nmain\n\ttest_calls.py:{line}"
    assert (bench.now, told(bench)) == (35, [])


def test_every_function_s_deferred_ones_run_before_the_process_ends() -> None:
    bench = one_p()

    def function() -> Program:
        yield Defer(saying(bench, "function's"))
        yield Panic("kaputt")

    def main() -> Program:
        yield Defer(saying(bench, "main's first"))
        yield Defer(saying(bench, "main's second"))
        yield Call(function())

    bench.go("main", main())
    assert ended_by(bench).startswith("panic: kaputt\n\n")
    assert told(bench) == ["function's", "main's second", "main's first"]


def test_the_goroutine_that_panicked_is_named() -> None:
    bench = one_p()
    bench.go("main", [Go([Compute(10), Panic(42)], "worker"), Compute(1000)])
    assert ended_by(bench) == "panic: 42\n\ngoroutine 2 [running]:\nworker\n\tworker"


def test_a_panic_in_a_deferred_function_takes_the_place_of_the_first_and_both_are_printed() -> None:
    # printpanics: the older first, each after a tab
    bench = one_p()

    def main() -> Program:
        yield Defer(saying(bench, "the others still run"))
        yield Defer(panicking("third"))
        yield Defer(panicking("second"))
        yield Panic("first")

    bench.go("main", main())
    assert ended_by(bench).splitlines()[:4] == ["panic: first", "\tpanic: second", "\tpanic: third", ""]
    assert told(bench) == ["the others still run"]


def test_a_panic_after_a_recovery_in_the_same_function_is_printed_with_what_it_had_recovered() -> None:
    bench = one_p()

    def deferred() -> Program:
        yield Recover()
        yield Panic("again")

    def main() -> Program:
        yield Defer(deferred())
        yield Panic("first")

    bench.go("main", main())
    assert ended_by(bench).splitlines()[:3] == ["panic: first [recovered]", "\tpanic: again", ""]


def test_a_panic_after_the_recovering_function_has_returned_stands_alone() -> None:
    bench = one_p()

    def main() -> Program:
        yield Defer(panicking("second"))
        yield Defer(recovering(bench))
        yield Panic("first")

    bench.go("main", main())
    assert ended_by(bench).splitlines()[:2] == ["panic: second", ""]


def test_panics_inside_one_another_are_all_printed() -> None:
    bench = one_p()

    def deferred() -> Program:
        yield Call(inner())

    def inner() -> Program:
        yield Defer(panicking("third"))
        yield Panic("second")

    def main() -> Program:
        yield Defer(deferred())
        yield Panic("first")

    bench.go("main", main())
    assert ended_by(bench).splitlines()[:4] == ["panic: first", "\tpanic: second", "\tpanic: third", ""]


def test_a_panic_with_nil_is_printed_as_go_does() -> None:
    bench = one_p()
    bench.go("main", [Panic(None)])
    assert ended_by(bench).startswith("panic: nil\n")


# Recovering


def test_a_function_that_recovers_returns_to_its_caller_with_nothing() -> None:
    bench = one_p()
    value = ["any", "value"]

    def recovering_what() -> Program:
        recovered = yield Recover()
        bench.note("recovered", str(recovered is value))

    def function() -> Program:
        yield Defer(saying(bench, "runs too"))
        yield Defer(recovering_what())
        yield Panic(value)
        return "not reached"

    def main() -> Program:
        bench.note("result", str((yield Call(function()))))

    bench.go("main", main())
    bench.run()
    assert told(bench) == ["recovered True", "runs too", "result None"]


def test_what_a_function_had_returned_is_returned_though_a_deferred_one_panicked_and_was_recovered_from() -> None:
    # return sets the result before the deferred functions run.
    bench = one_p()

    def function() -> Program:
        yield Defer(recovering(bench))
        yield Defer(panicking("late"))
        return "result"

    def main() -> Program:
        bench.note("result", str((yield Call(function()))))

    bench.go("main", main())
    bench.run()
    assert told(bench) == ["recovered late", "result result"]


def test_a_caller_may_recover_from_what_a_function_below_panicked_with() -> None:
    bench = one_p()

    def middle() -> Program:
        yield Defer(saying(bench, "unwinds"))
        yield Call(panicking("deep"))
        bench.note("not reached")

    def outer() -> Program:
        yield Defer(recovering(bench))
        yield Call(middle())
        bench.note("not reached")

    def main() -> Program:
        yield Call(outer())
        bench.note("goes on")

    bench.go("main", main())
    bench.run()
    assert told(bench) == ["unwinds", "recovered deep", "goes on"]


def test_a_goroutine_s_first_function_may_recover_and_ends() -> None:
    bench = one_p()

    def main() -> Program:
        yield Defer(recovering(bench))
        yield Panic("kaputt")

    g = bench.go("main", main())
    bench.run()
    assert (told(bench), g.program) == (["recovered kaputt"], None)


def test_what_the_runtime_panics_with_can_be_recovered_from() -> None:
    bench = one_p()

    def function() -> Program:
        yield Defer(recovering(bench))
        yield Channel(1).close()
        c = Channel()
        yield c.close()
        yield c.close()

    def main() -> Program:
        yield Call(function())
        bench.note("goes on")

    bench.go("main", main())
    bench.run()
    assert told(bench) == ["recovered close of closed channel", "goes on"]


@pytest.mark.parametrize("where", ["in the body", "in a call of a deferred one", "deferred by a deferred one", "calm"])
def test_only_a_function_that_the_panicking_one_deferred_can_recover(where: str) -> None:
    bench = one_p()

    def deferred() -> Program:
        if where == "in a call of a deferred one":
            yield Call(recovering(bench))
        elif where == "deferred by a deferred one":
            yield Defer(recovering(bench))

    def main() -> Program:
        if where == "in the body":
            yield Call(recovering(bench))
        elif where == "calm":
            yield Call(calm())
        yield Defer(deferred())
        yield Panic("kaputt")

    def calm() -> Program:
        yield Defer(recovering(bench))

    bench.go("main", main())
    assert ended_by(bench).startswith("panic: kaputt\n\n")
    assert told(bench) == ["recovered None"]


def test_where_nothing_panics_there_is_nothing_to_recover_from() -> None:
    bench = one_p()
    bench.go("main", recovering(bench))
    bench.run()
    assert told(bench) == ["recovered None"]


def test_a_panic_is_recovered_from_once() -> None:
    bench = one_p()

    def twice() -> Program:
        bench.note("first", str((yield Recover())))
        bench.note("second", str((yield Recover())))

    def function() -> Program:
        yield Defer(recovering(bench, "later"))
        yield Defer(twice())
        yield Panic("kaputt")

    bench.go("main", [Call(function())])
    bench.run()
    assert told(bench) == ["first kaputt", "second None", "later None"]


def test_a_panic_with_nil_is_recovered_from_though_the_result_does_not_tell() -> None:
    bench = one_p()

    def function() -> Program:
        yield Defer(recovering(bench))
        yield Panic(None)

    bench.go("main", [Call(function()), Compute(10)])
    bench.run()
    assert (told(bench), bench.now) == (["recovered None"], 15)


def test_a_deferred_function_may_panic_again_and_its_caller_recovers_from_that() -> None:
    bench = one_p()

    def again() -> Program:
        value = yield Recover()
        yield Panic(f"{value} again")

    def inner() -> Program:
        yield Defer(again())
        yield Panic("kaputt")

    def outer() -> Program:
        yield Defer(recovering(bench))
        yield Call(inner())

    bench.go("main", [Call(outer())])
    bench.run()
    assert told(bench) == ["recovered kaputt again"]


def test_a_recovery_inside_a_deferred_function_leaves_the_panic_around_it_alone() -> None:
    bench = one_p()

    def deferred() -> Program:
        yield Defer(recovering(bench, "inner"))
        yield Panic("second")

    def function() -> Program:
        yield Defer(recovering(bench, "outer"))
        yield Defer(deferred())
        yield Panic("first")

    bench.go("main", [Call(function()), Compute(10)])
    bench.run()
    assert told(bench) == ["inner second", "outer first"]
    assert bench.now == 15


def test_a_panic_while_another_unwinds_is_what_is_recovered_from() -> None:
    bench = one_p()

    def function() -> Program:
        yield Defer(recovering(bench))
        yield Defer(panicking("second"))
        yield Panic("first")

    bench.go("main", [Call(function())])
    bench.run()
    assert told(bench) == ["recovered second"]


def test_a_function_that_has_recovered_can_be_called_again() -> None:
    bench = one_p()

    def function(number: int) -> Program:
        yield Defer(recovering(bench))
        yield Panic(number)

    def main() -> Program:
        for number in range(3):
            yield Call(function(number))

    bench.go("main", main())
    bench.run()
    assert told(bench) == ["recovered 0", "recovered 1", "recovered 2"]


def test_a_panic_gives_back_the_stack_of_the_functions_that_it_leaves() -> None:
    stacks: Stacks[G] = Stacks(free_stacks())
    bench = Bench(1, rules("1.8"), stacks=stacks)

    def inner() -> Program:
        bench.note("used", str(stacks.used))
        yield Panic("kaputt")

    def outer() -> Program:
        yield Defer(recovering(bench))
        yield Call(inner(), frame=300)

    def main() -> Program:
        yield Call(outer(), frame=500)
        bench.note("used", str(stacks.used))

    bench.go("main", main())
    bench.run()
    assert told(bench) == ["used 800", "recovered kaputt", "used 0"]


# What Python programs do that Go's cannot


def test_a_panic_closes_the_programs_that_it_leaves() -> None:
    bench = one_p()

    def function() -> Program:
        try:
            yield Panic("kaputt")
        finally:
            bench.note("function cleaned up")

    def main() -> Program:
        yield Defer(recovering(bench))
        try:
            yield Call(function())
        finally:
            bench.note("main cleaned up")

    bench.go("main", main())
    bench.run()
    assert told(bench) == ["function cleaned up", "main cleaned up", "recovered kaputt"]


def yields_in_finally() -> Program:
    try:
        yield Panic("kaputt")
    finally:
        yield Compute(1)


def raises_in_finally() -> Program:
    try:
        yield Panic("kaputt")
    finally:
        raise OSError("disk full")


@pytest.mark.parametrize(
    ("program", "text"),
    [
        (yields_in_finally, "RuntimeError: a panic has ended this function, and it yields once more: use Defer"),
        (raises_in_finally, "OSError: disk full"),
    ],
    ids=["yields", "raises"],
)
def test_a_program_that_does_not_end_when_it_panics_is_told_so(program: Callable[[], Program], text: str) -> None:
    bench = one_p()
    bench.go("main", program())
    line = program.__code__.co_firstlineno + 4
    with pytest.raises(ProgramError, match=rf"^goroutine 1 \(main\) at test_calls.py:{line}, t=5ns: {text}"):
        bench.run()


@pytest.mark.parametrize("kind", [Call, Defer])
def test_a_generator_is_called_once(kind: Callable[[Program], Instruction]) -> None:
    bench = one_p()
    function = saying(bench, "once")

    def main() -> Program:
        yield Call(function)
        yield kind(function)

    bench.go("main", main())
    with pytest.raises(
        ProgramError, match=r"t=6ns: ValueError: a generator is for one call; this one has ended already"
    ):
        bench.run()


@pytest.mark.parametrize("kind", [Call, Defer])
def test_what_is_no_program_cannot_be_called(kind: Callable[[object], Instruction]) -> None:
    with pytest.raises(ProgramError, match="a goroutine runs a generator or a list of steps; found <function"):
        kind(saying)


def test_a_frame_has_a_size() -> None:
    with pytest.raises(ValueError, match="not negative; found -1"):
        Call([], frame=-1)
