"""Run queues: the rules of runqput, runqget, runqgrab and globrunqget."""

import pytest

from gcsim.runtime import G, GlobalRunQueue, LocalRunQueue
from gcsim.runtime.runqueue import LOCAL_CAPACITY


def goroutines(n: int, start: int = 0) -> list[G]:
    return [G(number, f"g{number}", iter(())) for number in range(start, start + n)]


def filled(n: int, start: int = 0) -> LocalRunQueue:
    local, overflow = LocalRunQueue(), GlobalRunQueue()
    for g in goroutines(n, start):
        local.put(g, overflow)
    assert not overflow
    return local


def numbers(queue: LocalRunQueue) -> list[int]:
    return [g.number for g in queue.queue]


def drain(queue: GlobalRunQueue) -> list[int]:
    """Take what is there one by one, as every 61st look does."""
    taken = []
    while (g := queue.take(LocalRunQueue(), 1, 1)) is not None:
        taken.append(g.number)
    return taken


# The ring: if t-h < uint32(len(_p_.runq)) { _p_.runq[t%len] = gp }


def test_the_ring_is_first_in_first_out() -> None:
    local = filled(3)
    taken = [local.get() for _ in range(4)]
    assert [None if found is None else (found[0].number, found[1]) for found in taken] == [
        (0, False),
        (1, False),
        (2, False),
        None,
    ]


def test_a_ring_holds_256_goroutines() -> None:
    assert LOCAL_CAPACITY == 256
    assert len(filled(256)) == 256


def test_a_full_ring_moves_its_older_half_and_the_new_goroutine_to_the_global_queue() -> None:
    # runqputslow: n := (t - h) / 2 goroutines from the head, then batch[n] = gp, in this order.
    local, overflow = filled(256), GlobalRunQueue()
    local.put(goroutines(1, 256)[0], overflow)
    assert numbers(local) == list(range(128, 256))
    assert drain(overflow) == [*range(128), 256]


# runnext: if next { old := _p_.runnext; _p_.runnext = gp; if old == 0 { return }; gp = old }


def test_a_goroutine_in_runnext_comes_first_and_inherits_the_slice() -> None:
    local, overflow = filled(2), GlobalRunQueue()
    (readied,) = goroutines(1, 7)
    local.put_next(readied, overflow)
    assert len(local) == 3
    assert local.get() == (readied, True)
    assert local.runnext is None
    assert len(local) == 2


def test_runnext_kicks_its_holder_to_the_end_of_the_ring() -> None:
    local, overflow = filled(2), GlobalRunQueue()
    for g in goroutines(3, 7):
        local.put_next(g, overflow)
    assert local.runnext is not None
    assert local.runnext.number == 9
    assert numbers(local) == [0, 1, 7, 8]


def test_what_runnext_kicks_out_of_a_full_ring_goes_to_the_global_queue() -> None:
    local, overflow = filled(256), GlobalRunQueue()
    first, second = goroutines(2, 300)
    local.put_next(first, overflow)
    assert not overflow
    local.put_next(second, overflow)
    assert local.runnext is second
    assert drain(overflow) == [*range(128), 300]


# globrunqget: n := sched.runqsize/gomaxprocs + 1, at most runqsize, max (if any), and len(_p_.runq)/2


@pytest.mark.parametrize(
    ("queued", "ps", "limit", "taken"),
    [
        (1, 1, 0, 1),  # no more than there are
        (5, 1, 0, 5),
        (5, 2, 0, 3),  # 5/2 + 1
        (8, 4, 0, 3),  # 8/4 + 1
        (3, 8, 0, 1),
        (1000, 4, 0, 128),  # half a ring
        (127, 1, 0, 127),
        (1000, 4, 1, 1),  # the 61st look takes one
    ],
)
def test_a_p_takes_its_share_of_the_global_queue(queued: int, ps: int, limit: int, taken: int) -> None:
    queue, local = GlobalRunQueue(), LocalRunQueue()
    for g in goroutines(queued):
        queue.put(g)
    first = queue.take(local, ps, limit)
    assert first is not None
    assert [first.number, *numbers(local)] == list(range(taken))
    assert len(queue) == queued - taken


def test_nothing_comes_out_of_an_empty_global_queue() -> None:
    local = LocalRunQueue()
    assert GlobalRunQueue().take(local, 4, 0) is None
    assert not local


# runqgrab: n := t - h; n = n - n/2. runqsteal runs the last one: gp := batch[n-1]


@pytest.mark.parametrize(("ring", "stolen"), [(1, 1), (2, 1), (3, 2), (5, 3), (256, 128)])
def test_a_thief_steals_half_rounded_up_and_runs_the_last_of_them(ring: int, stolen: int) -> None:
    victim, thief = filled(ring), LocalRunQueue()
    g = victim.steal_half(thief)
    assert g is not None
    assert [*numbers(thief), g.number] == list(range(stolen))
    assert numbers(victim) == list(range(stolen, ring))


def test_a_thief_of_a_ring_leaves_runnext() -> None:
    victim, thief = LocalRunQueue(), LocalRunQueue()
    (g,) = goroutines(1)
    victim.put_next(g, GlobalRunQueue())
    assert victim.steal_half(thief) is None
    assert victim.runnext is g
    assert not thief


def test_runnext_is_stolen_only_if_it_is_still_what_the_thief_saw() -> None:
    # if !_p_.runnext.cas(next, 0) { continue }
    victim = LocalRunQueue()
    seen, instead = goroutines(2)
    victim.put_next(seen, GlobalRunQueue())
    assert not victim.steal_runnext(instead)
    assert victim.runnext is seen
    assert victim.steal_runnext(seen)
    assert victim.runnext is None
    assert not victim.steal_runnext(seen)
