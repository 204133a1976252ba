"""Package ``sync``: who holds what, who waits behind whom, and who is quicker."""

from collections.abc import Callable
from functools import partial

import pytest

from gcsim.runtime import (
    Channel,
    Compute,
    FatalError,
    G,
    Go,
    Gosched,
    Instruction,
    Panic,
    Program,
    Recover,
)
from gcsim.runtime.calls import Call, Defer
from gcsim.runtime.faults import where
from gcsim.runtime.sync import Cond, Mutex, Once, Pool, RWMutex, WaitGroup
from gcsim.runtime.sync.semaphore import Semaphore
from tests.runtime.bench import Bench, rules
from tests.runtime.programs import noted, one_p, prices, told


def holding(bench: Bench, name: str, mutex: Mutex | RWMutex, ns: int = 10, times: int = 1) -> Program:
    """Return the program that holds a lock for a while, so often, and notes from when to when."""
    for _ in range(times):
        yield mutex.lock()
        bench.note("locked", name)
        yield Compute(ns)
        bench.note("unlocks", name)
        yield mutex.unlock()


def reading(bench: Bench, name: str, lock: RWMutex, ns: int = 10) -> Program:
    """Return the program that holds a lock for reading for a while."""
    yield lock.rlock()
    bench.note("read-locked", name)
    yield Compute(ns)
    bench.note("read-unlocks", name)
    yield lock.runlock()


def doing(bench: Bench, name: str, *steps: Instruction) -> Program:
    """Return the program that does steps and notes after each."""
    for number, step in enumerate(steps):
        yield step
        bench.note(name, str(number))


def panics(bench: Bench) -> str:
    """Run a bench until its process ends in a panic, and return the first line of its last words."""
    with pytest.raises(FatalError) as error:
        bench.run()
    return str(error.value).splitlines()[0]


# Mutex


def test_a_mutex_is_held_by_one_at_a_time_and_wakes_who_waited_longest() -> None:
    bench = Bench(4, rules("1.4"))
    mutex = Mutex()
    waiting = [bench.go(name, holding(bench, name, mutex)) for name in "abcd"]
    bench.run(14)
    assert {g.waits for g in waiting} == {None, "semacquire"}
    log = [(time, what, who) for time, what, who in bench.run() if not what.startswith("P")]
    order = [who for _, what, who in log if what == "locked"]
    assert sorted(order) == list("abcd")
    assert [what for _, what, _ in log] == ["locked", "unlocks"] * 4
    assert [who for _, _, who in log] == [who for who in order for _ in range(2)]
    assert (mutex.locked, mutex.waiters, mutex.woken) == (False, 0, False)


def test_a_mutex_that_nobody_holds_costs_the_price_of_one_operation_each() -> None:
    bench = one_p(lock=12, gosched=1000)
    mutex = Mutex()
    bench.go("main", [mutex.lock(), mutex.unlock()] * 3)
    bench.run()
    assert bench.now == 5 + 6 * 12


def test_a_lock_that_has_to_wait_costs_a_switch_besides() -> None:
    bench = one_p(lock=12, gosched=100)
    mutex = Mutex()

    def first() -> Program:
        yield mutex.lock()
        yield Channel(1).send()
        while mutex.waiters == 0:
            yield Gosched()
        yield mutex.unlock()

    bench.go("first", first())
    bench.go("second", doing(bench, "second", mutex.lock()))
    bench.run()
    # first locks, yields, second comes to wait, first is back and unlocks; second's wake-up is the second switch.
    assert bench.log[-1] == (5 + 12 + 100 + 12 + 12 + 100, "second", "0")


def test_who_unlocks_hands_the_lock_to_nobody_and_may_have_it_again() -> None:
    # Unlock wakes a waiter, which must win against those that run.
    bench = one_p("1.8")
    mutex = Mutex()
    bench.go("greedy", holding(bench, "greedy", mutex, times=3))
    bench.go("waits", holding(bench, "waits", mutex))
    bench.at(10, lambda: bench.scheduler.preempt(bench.ps[0]))
    bench.run()
    assert noted(bench, "locked") == ["greedy", "greedy", "greedy", "waits"]
    # It waits once only, woken at the first unlock, and finds the lock held or free when it runs.
    assert bench.log[-2:] == [(35, "locked", "waits"), (45, "unlocks", "waits")]


def test_one_is_woken_at_a_time_and_no_other_before_it_has_looked() -> None:
    bench = one_p()
    mutex = Mutex()
    bench.go("greedy", holding(bench, "greedy", mutex, times=3))
    for name in "ab":
        bench.go(name, holding(bench, name, mutex))
    bench.at(10, lambda: bench.scheduler.preempt(bench.ps[0]))
    bench.run(31)
    # At 15 and 25 it was unlocked, and a was woken once.
    assert (mutex.locked, mutex.waiters, mutex.woken) == (True, 1, True)
    bench.run()
    assert noted(bench, "locked") == ["greedy", "greedy", "greedy", "a", "b"]


def test_who_was_woken_and_finds_the_lock_held_waits_behind_the_others() -> None:
    bench = one_p()
    mutex = Mutex()

    def greedy() -> Program:
        yield mutex.lock()
        yield Gosched()  # a and b come to wait
        yield mutex.unlock()  # a is woken
        yield mutex.lock()
        yield Gosched()  # a looks in vain
        yield mutex.unlock()  # b is woken

    bench.go("greedy", greedy())
    for name in "ab":
        bench.go(name, holding(bench, name, mutex))
    bench.run()
    assert noted(bench, "locked") == ["b", "a"]


def test_who_comes_to_wait_may_take_the_wake_up_of_one_who_has_not_run_yet() -> None:
    # semacquire: cansemacquire comes before the queue, and so another is woken whose turn it is not.
    bench = one_p()
    mutex = Mutex()

    def first() -> Program:
        yield mutex.lock()
        yield Gosched()  # a and b come to wait
        yield Go(holding(bench, "quick", mutex))
        yield Go([mutex.unlock()])
        yield mutex.unlock()  # a is woken, behind the two
        yield mutex.lock()

    def a() -> Program:
        yield mutex.lock()
        bench.note("locked", "a")
        yield Gosched()
        yield mutex.unlock()

    bench.go("first", first())
    bench.go("a", a())
    bench.go("b", holding(bench, "b", mutex))
    bench.run()
    # quick takes a's wake-up, looks in vain and waits behind b; so the next unlock wakes b. But a runs first, takes b's
    # wake-up and the lock, and b goes to the end of the queue.
    assert noted(bench, "locked") == ["a", "quick", "b"]


def test_a_goroutine_may_unlock_what_another_locked() -> None:
    bench = one_p()
    mutex = Mutex()
    bench.go("locks", [mutex.lock()])
    bench.go("waits", doing(bench, "waits", mutex.lock()))
    bench.go("unlocks", [Compute(10), mutex.unlock()])
    bench.run()
    assert bench.log[-1] == (15, "waits", "0")


@pytest.mark.parametrize("then", ["never locked", "unlocked"])
def test_unlocking_what_is_not_locked_panics(then: str) -> None:
    bench = one_p()
    mutex = Mutex()
    bench.go("main", [*([] if then == "never locked" else [mutex.lock(), mutex.unlock()]), mutex.unlock()])
    assert panics(bench) == "panic: sync: unlock of unlocked mutex"


def test_a_mutex_that_is_never_unlocked_is_a_deadlock_that_says_where_it_was_locked_again() -> None:
    bench = one_p()
    mutex = Mutex()

    def main() -> Program:
        yield mutex.lock()
        yield mutex.lock()

    bench.scheduler.main = bench.go("main", main())
    line = main.__code__.co_firstlineno + 2
    with pytest.raises(FatalError) as error:
        bench.run()
    assert str(error.value).endswith(f"goroutine 1 [semacquire]:\nmain\n\ttest_sync.py:{line}")


def test_a_woken_goroutine_that_has_not_run_says_where_it_waited() -> None:
    bench = one_p()
    mutex = Mutex()

    def waits() -> Program:
        yield mutex.lock()

    bench.go("first", [mutex.lock(), Gosched(), mutex.unlock(), Compute(10)])
    g = bench.go("waits", waits())
    bench.run(10)
    assert (g.waits, where(g)) == (None, f"test_sync.py:{waits.__code__.co_firstlineno + 1}")


def test_the_unlocker_s_p_runs_the_woken_one_next_from_1_5_on() -> None:
    for go, order in (("1.4", ["x", "waits"]), ("1.8", ["waits", "x"])):
        bench = one_p(go)
        mutex = Mutex()
        bench.go("first", [mutex.lock(), Gosched(), Go([Compute(1)], "x"), mutex.unlock(), Compute(10)])
        bench.go("waits", [mutex.lock()])
        bench.run()
        assert [who for _, what, who in bench.log if what == "P0"][-2:] == order


def test_a_wake_up_that_nobody_waits_for_is_kept() -> None:
    bench = one_p()
    semaphore = Semaphore()
    semaphore.release(bench.scheduler, bench.ps[0])
    assert [semaphore.take(), semaphore.take()] == [True, False]


# RWMutex


def test_readers_hold_it_together_and_a_writer_alone() -> None:
    bench = Bench(4, rules("1.4"))
    lock = RWMutex()
    for name in "ab":
        bench.go(name, reading(bench, name, lock, 100))
    bench.at(50, lambda: bench.go("w", holding(bench, "w", lock, 100)))
    bench.at(150, lambda: bench.go("c", reading(bench, "c", lock, 100)))
    bench.run()
    assert told(bench) == [
        "read-locked a",
        "read-locked b",
        "read-unlocks a",
        "read-unlocks b",
        "locked w",
        "unlocks w",
        "read-locked c",
        "read-unlocks c",
    ]
    assert (lock.readers, lock.leaving, lock.writing) == (0, 0, False)


def test_a_writer_that_waits_keeps_new_readers_out_and_those_go_before_the_next_writer() -> None:
    bench = Bench(8, rules("1.4"))
    lock = RWMutex()
    programs = [
        ("a", reading(bench, "a", lock, 100)),
        ("w", holding(bench, "w", lock, 100)),
        ("b", reading(bench, "b", lock, 100)),
        ("v", holding(bench, "v", lock, 100)),
        ("c", reading(bench, "c", lock, 100)),
    ]
    waiting: list[G] = []

    def start(name: str, program: Program) -> None:
        waiting.append(bench.go(name, program))

    for number, (name, program) in enumerate(programs):
        bench.at(10 + 10 * number, partial(start, name, program))
    bench.run(90)
    assert [g.waits for g in waiting] == [None, *["semacquire"] * 4]
    bench.run()
    assert [entry for entry in told(bench) if "unlocks" not in entry] == [
        "read-locked a",
        "locked w",
        "read-locked b",
        "read-locked c",
        "locked v",
    ]


def test_a_writer_waits_for_the_last_of_the_readers_only() -> None:
    bench = one_p()
    lock = RWMutex()
    bench.go("a", [lock.rlock()])
    bench.go("b", [lock.rlock()])
    writer = bench.go("w", doing(bench, "w", lock.lock()))
    bench.go("c", [lock.runlock(), Compute(10)])
    bench.run()
    assert writer.waits == "semacquire"
    bench.go("d", [lock.runlock()])
    bench.run()
    assert noted(bench, "w") == ["0"]


def test_writers_exclude_each_other() -> None:
    bench = Bench(4, rules("1.8"))
    lock = RWMutex()
    for name in "abc":
        bench.go(name, holding(bench, name, lock, 10, times=4))
    bench.run()
    assert [entry.split()[0] for entry in told(bench)] == ["locked", "unlocks"] * 12
    assert not lock.writers.locked


def test_a_reader_that_comes_while_a_writer_waits_may_take_the_wake_up_of_one_who_has_not_run_yet() -> None:
    # As with a Mutex: the semaphore's count comes before its queue.
    bench = one_p()
    lock = RWMutex()

    def writer() -> Program:
        yield lock.lock()
        yield Gosched()  # old comes to wait
        yield Go(quick(), "quick")
        yield lock.unlock()  # old is woken, behind quick
        yield lock.lock()  # and is in already, as far as writers can tell
        bench.note("wrote")

    def quick() -> Program:
        yield lock.rlock()
        bench.note("quick reads")
        yield lock.runlock()

    bench.go("writer", writer())
    old = bench.go("old", doing(bench, "old", lock.rlock(), lock.runlock()))
    bench.run()
    assert told(bench) == ["quick reads", "wrote"]
    assert old.waits == "semacquire"


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        (lambda lock: [lock.runlock()], "panic: sync: RUnlock of unlocked RWMutex"),
        (lambda lock: [lock.lock(), lock.runlock()], "panic: sync: RUnlock of unlocked RWMutex"),
        (lambda lock: [lock.unlock()], "panic: sync: Unlock of unlocked RWMutex"),
        (lambda lock: [lock.rlock(), lock.unlock()], "panic: sync: Unlock of unlocked RWMutex"),
    ],
    ids=["runlock", "locked and runlock", "unlock", "rlocked and unlock"],
)
def test_unlocking_an_rwmutex_that_is_not_so_locked_panics(
    steps: Callable[[RWMutex], list[Instruction]], text: str
) -> None:
    bench = one_p()
    bench.go("main", steps(RWMutex()))
    assert panics(bench) == text


def test_the_operations_on_an_rwmutex_cost_as_much_as_those_on_a_mutex() -> None:
    bench = one_p(lock=12)
    lock = RWMutex()
    bench.go("main", [lock.lock(), lock.unlock(), lock.rlock(), lock.runlock()])
    bench.run()
    assert bench.now == 5 + 4 * 12


# WaitGroup


def test_who_waits_for_a_group_goes_on_when_all_is_done() -> None:
    bench = Bench(4, rules("1.8"))
    group = WaitGroup()

    def main() -> Program:
        for number in range(5):
            yield group.add()
            yield Go(worker(number))
        yield group.wait()
        bench.note("all done", str(sorted(noted(bench, "done"))))

    def worker(number: int) -> Program:
        yield Defer([group.done()])
        yield Compute(100 * number)
        bench.note("done", str(number))

    bench.go("main", main())
    bench.run()
    assert noted(bench, "all done") == ["['0', '1', '2', '3', '4']"]
    assert (group.counter, group.waiters) == (0, 0)


def test_all_who_wait_for_a_group_go_on_in_order_and_it_can_be_used_again() -> None:
    bench = one_p()
    group = WaitGroup()
    bench.go("main", [group.add(2), Gosched(), group.done(), group.add(-1), Compute(10)])
    waiting = [bench.go(name, doing(bench, name, group.wait(), group.wait())) for name in "abc"]
    bench.run(5)
    assert [g.waits for g in waiting] == [None] * 3
    bench.run()
    assert [what for _, what, _ in bench.log if not what.startswith("P")] == ["a", "a", "b", "b", "c", "c"]
    bench.go("main", [group.add(1), Gosched(), group.done()])
    bench.go("d", doing(bench, "d", group.wait()))
    bench.run()
    assert noted(bench, "d") == ["0"]


def test_a_group_with_nothing_to_do_is_not_waited_for() -> None:
    bench = one_p(wait_group=9)
    bench.go("main", [WaitGroup().wait()])
    bench.run()
    assert bench.now == 14


def test_a_group_s_wait_is_said_as_go_says_it() -> None:
    bench = one_p()
    group = WaitGroup()
    g = bench.go("main", [group.add(1), group.wait()])
    bench.run()
    assert (g.waits, group.waiters) == ("semacquire", 1)


def test_a_negative_counter_panics() -> None:
    bench = one_p()
    group = WaitGroup()
    bench.go("main", [group.add(1), group.done(), group.done()])
    assert panics(bench) == "panic: sync: negative WaitGroup counter"


def test_a_group_that_is_used_again_before_the_last_wait_has_returned_panics() -> None:
    bench = one_p()
    group = WaitGroup()
    bench.go("main", [group.add(1), Gosched(), group.done(), group.add(1), Compute(10)])
    bench.go("waits", [group.wait()])
    assert panics(bench) == "panic: sync: WaitGroup is reused before previous Wait has returned"


# Once


def test_a_thing_is_done_once_and_those_who_come_meanwhile_wait_until_it_is() -> None:
    bench = Bench(4, rules("1.8"))
    once = Once()

    def setting_up(name: str) -> Program:
        bench.note("sets up", name)
        yield Compute(1000)

    def user(name: str) -> Program:
        yield once.do(lambda: setting_up(name))
        bench.note("goes on", name)
        yield once.do(lambda: setting_up(name))

    users = [bench.go(name, user(name)) for name in "abc"]
    bench.run(100)
    assert sorted(str(g.waits) for g in users) == ["None", "semacquire", "semacquire"]
    bench.run()
    assert len(noted(bench, "sets up")) == 1
    assert sorted(noted(bench, "goes on")) == list("abc")
    assert min(time for time, what, _ in bench.log if what == "goes on") >= 1000


def test_what_panics_once_counts_as_done() -> None:
    # defer atomic.StoreUint32(&o.done, 1)
    bench = one_p()
    once = Once()

    def failing() -> Program:
        yield Panic("kaputt")

    def recovering() -> Program:
        bench.note("recovered", str((yield Recover())))

    def function() -> Program:
        yield Defer(recovering())
        yield once.do(failing)

    def main() -> Program:
        yield Call(function())
        yield once.do(failing)
        bench.note("goes on", str(once.done))

    bench.go("main", main())
    bench.run()
    assert told(bench) == ["recovered kaputt", "goes on True"]


def test_a_thing_that_was_done_before_costs_a_look() -> None:
    bench = one_p(once=3, lock=100, defer=100, call=100)
    once = Once()
    once.done = True
    bench.go("main", [once.do(lambda: pytest.fail("not once"))])
    bench.run()
    assert bench.now == 8


def test_doing_a_thing_once_inside_itself_is_a_deadlock() -> None:
    bench = one_p()
    once = Once()

    def again() -> Program:
        yield once.do(again)

    g = bench.scheduler.main = bench.go("main", [once.do(again)])
    with pytest.raises(FatalError, match="all goroutines are asleep"):
        bench.run()
    assert g.waits == "semacquire"


# Cond


def test_a_signal_wakes_who_has_waited_longest_and_a_broadcast_wakes_all() -> None:
    bench = one_p()
    mutex = Mutex()
    cond = Cond(mutex)

    def waiter(name: str) -> Program:
        yield mutex.lock()
        yield cond.wait()
        bench.note("woken", name)
        assert mutex.locked
        yield mutex.unlock()

    waiting = [bench.go(name, waiter(name)) for name in "abcd"]
    bench.run()
    assert [g.waits for g in waiting] == ["semacquire"] * 4
    assert not mutex.locked
    bench.go("main", [cond.signal()])
    bench.run()
    assert noted(bench, "woken") == ["a"]
    bench.go("main", [cond.broadcast(), cond.signal()])
    bench.run()
    assert noted(bench, "woken") == list("abcd")


def test_a_signal_that_nobody_waits_for_is_lost() -> None:
    bench = one_p()
    cond = Cond(Mutex())
    bench.go("main", [cond.signal(), cond.broadcast()])
    g = bench.go("late", [cond.locker.lock(), cond.wait()])
    bench.run()
    assert g.waits == "semacquire"


def test_who_is_signalled_waits_for_the_lock_too() -> None:
    bench = one_p(lock=1, gosched=100)
    mutex = Mutex()
    cond = Cond(mutex)
    bench.go("waits", doing(bench, "waits", mutex.lock(), cond.wait()))
    bench.go("signals", [mutex.lock(), cond.signal(), Gosched(), Compute(1000), mutex.unlock()])
    bench.run()
    # 4 operations, its own wake-up and Gosched, 1000 ns of work, the unlock, and one more switch for the lock.
    assert bench.log[-1] == (5 + 4 + 200 + 1000 + 1 + 100, "waits", "1")


def test_a_queue_with_two_conditions_passes_everything_on_in_order() -> None:
    bench = Bench(3, rules("1.8"))
    mutex = Mutex()
    empty, full = Cond(mutex), Cond(mutex)
    queue: list[int] = []

    def producer() -> Program:
        for number in range(30):
            yield mutex.lock()
            while len(queue) == 2:
                yield full.wait()
            queue.append(number)
            yield empty.signal()
            yield mutex.unlock()
            yield Compute(number % 3)

    def consumer() -> Program:
        for _ in range(15):
            yield mutex.lock()
            while not queue:
                yield empty.wait()
            bench.note("got", str(queue.pop(0)))
            yield full.signal()
            yield mutex.unlock()
            yield Compute(2)

    bench.go("producer", producer())
    for name in "ab":
        bench.go(name, consumer())
    bench.run()
    assert noted(bench, "got") == [str(number) for number in range(30)]


def test_a_condition_may_be_of_an_rwmutex() -> None:
    bench = one_p()
    lock = RWMutex()
    cond = Cond(lock)
    bench.go("waits", doing(bench, "waits", lock.lock(), cond.wait(), lock.unlock()))
    bench.go("main", [lock.lock(), cond.signal(), lock.unlock()])
    bench.run()
    assert noted(bench, "waits") == ["0", "1", "2"]


def test_waiting_without_the_lock_panics() -> None:
    bench = one_p()
    bench.go("main", [Cond(Mutex()).wait()])
    assert panics(bench) == "panic: sync: unlock of unlocked mutex"


# Pool


def taking(bench: Bench, pool: Pool, times: int = 1) -> Program:
    """Return the program that takes values and notes them."""
    for _ in range(times):
        bench.note("took", str((yield pool.get())))


def test_a_pool_gives_the_private_value_first_and_then_the_last_that_was_put_in() -> None:
    bench = one_p(pool=4)
    pool = Pool()
    bench.go("main", [pool.put(number) for number in "abc"])
    bench.go("taker", taking(bench, pool, 4))
    bench.run()
    assert noted(bench, "took") == ["a", "c", "b", "None"]
    assert bench.now == 5 + 7 * 4


def test_a_pool_takes_from_other_ps_what_is_not_their_private_value() -> None:
    pool = Pool()
    for number, value in ((0, "0 private"), (0, "0 first"), (0, "0 last"), (2, "2 private"), (2, "2")):
        pool.kept(number, value)
    # getSlow begins with the P after its own.
    assert [pool.taken(1, 3) for _ in range(4)] == ["2", "0 last", "0 first", None]
    assert [pool.taken(0, 3), pool.taken(2, 3)] == ["0 private", "2 private"]


def test_each_p_has_its_own_values() -> None:
    bench = Bench(2, rules("1.4"))
    pool = Pool()

    def user(name: str) -> Program:
        yield pool.put(name)
        yield Compute(1000)
        bench.note(name, str((yield pool.get())))

    for name in "ab":
        bench.go(name, user(name))
    bench.run()
    assert (noted(bench, "a"), noted(bench, "b")) == (["a"], ["b"])


def test_a_pool_makes_what_it_has_not() -> None:
    bench = one_p()
    numbers = iter(range(10))
    pool = Pool(lambda: next(numbers))
    bench.go("main", taking(bench, pool, 2))
    bench.go("main", [pool.put("back")])
    bench.go("main", taking(bench, pool, 2))
    bench.run()
    assert noted(bench, "took") == ["0", "1", "back", "2"]


def test_a_collection_empties_a_pool() -> None:
    bench = one_p()
    pool = Pool()
    bench.go("main", [pool.put(1), pool.put(2)])
    bench.run()
    pool.clear()
    bench.go("main", taking(bench, pool))
    bench.run()
    assert noted(bench, "took") == ["None"]


def test_nothing_is_not_kept() -> None:
    bench = one_p()
    pool = Pool(lambda: "new")
    bench.go("main", [pool.put(None)])
    bench.go("main", taking(bench, pool))
    bench.run()
    assert noted(bench, "took") == ["new"]


def test_with_a_price_everything_still_excludes() -> None:
    bench = Bench(3, rules("1.8"), prices=prices(lock=20, gosched=80))
    bench.watch()
    mutex = Mutex()
    for name in "abcde":
        bench.go(name, holding(bench, name, mutex, 50, times=5))
    bench.run(10_000_000)
    log = [(time, what, who) for time, what, who in bench.log if not what.startswith("P")]
    assert len(log) == 50
    for (begin, locked, holder), (end, unlocked, same) in zip(log[::2], log[1::2], strict=True):
        assert (locked, unlocked, holder) == ("locked", "unlocks", same)
        assert end - begin == 50
