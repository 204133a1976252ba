"""Marking loses no work, whoever joins and leaves; credit and parked assists get what the workers did."""

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.collector.marking import Marking, MarkWork
from gcsim.runtime import G
from tests.parts import GARBAGE, a_clock, a_heap, pass_time

if TYPE_CHECKING:
    from gcsim.heap import Heap
    from gcsim.kernel import StopClock


class Bench:
    """A marking of its own, and what it reported."""

    def __init__(self, assist_speed: float = 0.5) -> None:
        self.clock: StopClock = a_clock()
        self.heap: Heap = a_heap(self.clock)
        self.done_at: list[int] = []
        self.paid: list[tuple[int, str]] = []
        self.marking = Marking(self.clock, self.heap, assist_speed, self._done, self._pay)

    def start(self, **what: Any) -> Marking:  # noqa: ANN401 - fields of MarkWork
        """Begin to mark 2000 bytes in 1000 ns, unless told otherwise."""
        defaults: dict[str, Any] = {
            "root_ns": 0.0,
            "hidden_ns": 0.0,
            "heap_ns": 1000.0,
            "alone_ns": 0.0,
            "scan_bytes": 2000.0,
            "shade_ns": 0.0,
        }
        self.marking.start(MarkWork(**{**defaults, "black": False, "assist_roots": False, "held": False, **what}))
        return self.marking

    def park(self, name: str, work: float) -> None:
        self.marking.park(G(1, name, iter(())), work)

    def _done(self) -> None:
        self.done_at.append(self.clock.now)
        self.marking.stop()

    def _pay(self, g: G) -> None:
        self.paid.append((self.clock.now, g.name))


@pytest.fixture
def bench() -> Bench:
    return Bench()


@given(st.integers(1, 64), st.integers(0, 10**6), st.integers(1, 10**6))
def test_workers_share_the_work(workers: int, root: int, heap: int) -> None:
    bench = Bench()
    bench.start(root_ns=root, heap_ns=heap).join(workers=workers)
    pass_time(bench.clock, root + heap + 2)
    even = (root + heap) / workers
    assert len(bench.done_at) == 1
    assert even <= bench.done_at[0] <= even + 2
    assert bench.marking.done == pytest.approx(2000)


@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.sampled_from(["worker", "assist"]), st.booleans()), min_size=1, max_size=30
    ),
    st.floats(0.2, 1),
)
def test_what_joins_and_leaves_did_is_all_that_is_missing(
    moves: list[tuple[int, str, bool]], assist_speed: float
) -> None:
    """Keep a second account of the work that each did in its time."""
    bench = Bench(assist_speed)
    marking = bench.start(heap_ns=10**6, scan_bytes=3 * 10**6)
    there = {"worker": 0, "assist": 0}
    expected = by_workers = 0.0
    for ns, who, joins in moves:
        pass_time(bench.clock, ns)
        expected += ns * (there["worker"] + assist_speed * there["assist"])
        by_workers += ns * there["worker"]
        change = 1 if joins else -min(there[who], 1)
        there[who] += change
        marking.join(**{f"{who}s": change})
    marking.advance()
    assert marking.heap_work_left == pytest.approx(10**6 - expected)
    assert marking.done == pytest.approx(3 * expected)
    assert marking.credit == pytest.approx(3 * by_workers)
    assert bench.done_at == []


def test_a_worker_that_joins_brings_the_end_forward_and_one_that_leaves_puts_it_off(bench: Bench) -> None:
    marking = bench.start(heap_ns=1000)
    marking.join(workers=1)
    pass_time(bench.clock, 200)
    marking.join(workers=3)
    pass_time(bench.clock, 100)
    marking.join(workers=-3)
    pass_time(bench.clock, 1000)
    assert bench.done_at == [700]


def test_roots_come_first_and_assists_do_none_of_them(bench: Bench) -> None:
    marking = bench.start(root_ns=300, heap_ns=1000)
    marking.join(workers=1, assists=2)
    pass_time(bench.clock, 200)
    marking.advance()
    assert marking.heap_work_left == 800
    assert marking.credit == 0
    pass_time(bench.clock, 500)
    assert bench.done_at == [650]


def test_assists_alone_do_not_end_a_marking_with_roots_left(bench: Bench) -> None:
    marking = bench.start(root_ns=100, heap_ns=1000)
    marking.join(assists=2)
    pass_time(bench.clock, 5000)
    assert bench.done_at == []
    marking.join(workers=1)
    pass_time(bench.clock, 100)
    assert bench.done_at == [5100]


def test_an_assist_works_at_its_own_speed_and_leaves_no_credit(bench: Bench) -> None:
    marking = bench.start()
    assert marking.bytes_per_ns == 2
    assert marking.assist_bytes_per_ns == 1
    marking.join(assists=1)
    pass_time(bench.clock, 100)
    marking.advance()
    assert marking.done == 100
    assert marking.credit == 0


def test_nobody_marks_while_the_world_stands(bench: Bench) -> None:
    marking = bench.start()
    marking.join(workers=1)
    bench.clock.stop()
    pass_time(bench.clock, 10**6)
    bench.clock.start()
    marking.advance()
    assert marking.done == 0


def test_what_is_allocated_black_counts_as_done_at_once(bench: Bench) -> None:
    marking = bench.start(black=True)
    bench.heap.join(GARBAGE, 100)
    pass_time(bench.clock, 1000)
    marking.advance()
    assert marking.done == pytest.approx(100)
    assert marking.heap_work_left == 1000


def test_what_is_allocated_white_is_shaded_and_marked_later(bench: Bench) -> None:
    marking = bench.start(heap_ns=1000, shade_ns=0.25)
    bench.heap.join(GARBAGE, 100)
    marking.join(workers=1)
    pass_time(bench.clock, 400)
    marking.advance()
    assert marking.heap_work_left == pytest.approx(700)
    pass_time(bench.clock, 2000)
    assert bench.done_at == [pytest.approx(1333, abs=3)]


def test_a_held_marking_ends_only_when_it_is_released(bench: Bench) -> None:
    marking = bench.start(heap_ns=100, held=True)
    marking.join(workers=1)
    pass_time(bench.clock, 1000)
    assert bench.done_at == []
    marking.release()
    pass_time(bench.clock, 1)
    assert bench.done_at == [1000]


def test_a_marking_released_early_ends_with_its_work(bench: Bench) -> None:
    marking = bench.start(heap_ns=100, held=True)
    marking.release()
    marking.join(workers=1)
    pass_time(bench.clock, 200)
    assert bench.done_at == [100]


def test_more_root_jobs_after_the_end_are_marked_too(bench: Bench) -> None:
    marking = bench.start(heap_ns=100)
    marking.join(workers=1)
    pass_time(bench.clock, 100)
    assert (bench.done_at, marking.active) == ([100], False)
    marking.again(50)
    marking.join(workers=1)
    pass_time(bench.clock, 100)
    assert bench.done_at == [100, 150]


def test_a_marking_that_is_over_does_nothing(bench: Bench) -> None:
    marking = bench.start()
    marking.stop()
    marking.join(workers=1)
    pass_time(bench.clock, 5000)
    assert marking.done == 0
    assert bench.done_at == []


@given(st.lists(st.integers(1, 300), min_size=1, max_size=6))
def test_parked_goroutines_are_paid_first_in_first_out_at_the_instant_their_work_is_done(needs: list[int]) -> None:
    bench = Bench()
    marking = bench.start(heap_ns=10**6, scan_bytes=10**6)
    for number, need in enumerate(needs):
        bench.park(f"g{number}", need)
    marking.join(workers=1)
    pass_time(bench.clock, sum(needs) + 100)
    expected = [(sum(needs[: number + 1]), f"g{number}") for number in range(len(needs))]
    assert bench.paid == expected
    marking.advance()
    assert marking.credit == 100


def test_a_goroutine_that_is_paid_in_part_keeps_its_place(bench: Bench) -> None:
    marking = bench.start()
    marking.join(workers=1)
    bench.park("first", 400)
    bench.park("second", 10)
    pass_time(bench.clock, 150)
    marking.join(workers=1)
    assert bench.paid == []
    pass_time(bench.clock, 25)
    assert bench.paid == [(175, "first")]


def test_an_assist_pays_nobody_but_itself(bench: Bench) -> None:
    marking = bench.start()
    bench.park("waits", 10)
    marking.join(assists=1)
    pass_time(bench.clock, 100)
    marking.advance()
    assert bench.paid == []


def test_who_is_still_parked_at_the_end_is_let_go_in_order(bench: Bench) -> None:
    marking = bench.start()
    bench.park("first", 400)
    bench.park("second", 10)
    marking.stop()
    assert [g.name for g in marking.let_go()] == ["first", "second"]
    assert marking.let_go() == []


def test_a_new_cycle_begins_without_credit(bench: Bench) -> None:
    marking = bench.start(heap_ns=1000)
    marking.join(workers=1)
    pass_time(bench.clock, 100)
    marking.advance()
    assert marking.credit == 200
    marking.stop()
    bench.start()
    assert (marking.credit, marking.done) == (0, 0)


def test_random_pauses_of_everybody_do_not_lose_the_end(bench: Bench) -> None:
    marking = bench.start(heap_ns=300)
    for _ in range(3):
        marking.join(workers=1)
        pass_time(bench.clock, 90)
        marking.join(workers=-1)
        pass_time(bench.clock, 1000)
    assert bench.done_at == []
    marking.join(workers=1)
    pass_time(bench.clock, 30)
    assert len(bench.done_at) == 1


# What can be marked by whom


def test_what_hangs_under_one_object_is_marked_by_one_at_a_time(bench: Bench) -> None:
    bench.start(heap_ns=1000.0, alone_ns=600.0).join(workers=4)
    # The 400 ns beside it take three workers 134 ns; the fourth has the large object all the time.
    pass_time(bench.clock, 602)
    assert 600 <= bench.done_at[0] <= 602


def test_an_assist_finds_nothing_beside_a_worker_that_scans_a_large_object(bench: Bench) -> None:
    bench.start(heap_ns=1000.0, alone_ns=1000.0)
    assert bench.marking.work_for_assists == 1000
    bench.marking.join(workers=1)
    assert bench.marking.work_for_assists == 0


def test_a_worker_cannot_be_stopped_in_a_large_object(bench: Bench) -> None:
    bench.start(heap_ns=1000.0, alone_ns=1000.0).join(workers=1)
    pass_time(bench.clock, 200)
    bench.marking.advance()
    assert bench.marking.unstoppable_ns == pytest.approx(800)


def test_a_worker_can_be_stopped_as_long_as_it_may_be_about_other_objects(bench: Bench) -> None:
    bench.start(heap_ns=1000.0, alone_ns=600.0).join(workers=1)
    assert bench.marking.unstoppable_ns == 0


@pytest.mark.parametrize(("assist_roots", "hidden_for"), [(False, 400), (True, 267)])
def test_nothing_of_the_heap_is_found_before_the_segment_that_leads_to_it(
    bench: Bench, assist_roots: object, hidden_for: int
) -> None:
    marking = bench.start(root_ns=400.0, hidden_ns=400.0, assist_roots=assist_roots)
    marking.join(workers=1, assists=1)
    assert marking.work_for_assists == 0
    assert (marking.roots_for_assists_ns > 0) == assist_roots
    pass_time(bench.clock, hidden_for - 1)
    marking.advance()
    assert marking.heap_work_left == 1000
    pass_time(bench.clock, 2)
    marking.advance()
    assert marking.work_for_assists > 0
    assert marking.roots_for_assists_ns == 0
