"""Stacks: the prologue's check to the byte, doubling, segments, shrinking, and the sizes that were measured."""

import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace as changed

import pytest

from gcsim.runtime.stacks import BLOCKED_BYTES, LAYOUTS, StackOverflowError, StackRules, Stacks
from gcsim.workloads.forest import parked_stack

COPIED = StackRules(
    first_bytes=2048,
    growth="copied",
    layout=LAYOUTS["1.8"],
    shrink="concurrent",
    copy_base_ns=1000,
    copy_byte_ns=0.5,
    frame_ns=100,
    segment_ns=300,
)
SEGMENTED = changed(COPIED, first_bytes=8192, growth="segmented", layout=LAYOUTS["1.2"], shrink="none")
MEASURED = ("1.4", "1.5", "1.6", "1.7", "1.8")
DEEP_FRAME = 1096


@dataclass(eq=False, slots=True, weakref_slot=True)
class Goroutine:
    """Stands in for a goroutine: what the module knows of one."""

    stack: int = 0
    used: int = 0
    segments: list[int] | None = None


def started(stacks: Stacks[Goroutine], frames: Sequence[int] = ()) -> Goroutine:
    """Start a goroutine that is in calls with these frames."""
    g = Goroutine()
    stacks.first(g)
    for frame in frames:
        stacks.enter(g, frame)
    return g


def totals(stacks: Stacks[Goroutine]) -> tuple[int, int]:
    return stacks.reserved, stacks.used


# The check: CMPQ SP, stackguard0; JLS morestack, with SP less frame - StackSmall for frames beyond StackSmall


@pytest.mark.parametrize(("go", "room"), [("1.4", 1504), ("1.5", 1376), ("1.6", 1296), ("1.7", 1296), ("1.8", 1136)])
def test_a_frame_may_reach_128_bytes_below_the_guard_and_no_byte_more(go: str, room: int) -> None:
    stacks = Stacks[Goroutine](changed(COPIED, layout=LAYOUTS[go]))
    fits, fits_not = started(stacks), started(stacks)
    assert stacks.enter(fits, room + 127) == 0
    assert stacks.enter(fits_not, room + 128) > 0
    assert (fits.stack, fits_not.stack) == (2048, 4096)


@pytest.mark.parametrize("frame", [8, 16, 136])
def test_small_frames_ask_only_that_the_stack_pointer_is_above_the_guard(frame: int) -> None:
    # 136 bytes with the return address are StackSmall without it: the largest frame that compares SP itself.
    stacks = Stacks[Goroutine](COPIED)
    fits, fits_not = started(stacks, [1127]), started(stacks, [1128])
    assert stacks.enter(fits, frame) == 0
    assert stacks.enter(fits_not, frame) > 0


def test_a_frame_one_byte_beyond_the_small_ones_asks_for_one_byte_more() -> None:
    stacks = Stacks[Goroutine](COPIED)
    fits, fits_not = started(stacks, [1126]), started(stacks, [1127])
    assert stacks.enter(fits, 137) == 0
    assert stacks.enter(fits_not, 137) > 0


def test_a_frame_that_is_not_counted_is_checked_all_the_same() -> None:
    stacks = Stacks[Goroutine](COPIED)
    fits, fits_not = started(stacks, [1127]), started(stacks, [1128])
    assert stacks.enter(fits, 0) == 0
    assert stacks.enter(fits_not, 0) > 0
    assert (fits.used, fits_not.used) == (1127, 1128)


# Growth by copying


def test_a_stack_doubles_until_the_frame_fits_and_copies_what_is_in_use_each_time() -> None:
    # newstack doubles once and returns to the prologue, which checks again: 2048 to 16384 are three copies.
    stacks = Stacks[Goroutine](COPIED)
    g = started(stacks, [400, 200])
    cost = stacks.enter(g, 10_000)
    assert g.stack == 16_384
    assert cost == 3 * (1000 + 600 // 2 + 2 * 100)
    assert (stacks.growths, stacks.copied_bytes) == (3, 3 * 600)


def test_the_first_frame_of_a_goroutine_has_nothing_to_copy() -> None:
    stacks = Stacks[Goroutine](COPIED)
    assert stacks.enter(started(stacks), 3000) == 1000
    assert stacks.copied_bytes == 0


def test_only_frames_that_the_goroutine_is_still_in_are_adjusted() -> None:
    stacks = Stacks[Goroutine](COPIED)
    g = started(stacks, [100, 100, 100])
    stacks.leave(g, 100)
    stacks.leave(g, 100)
    assert stacks.enter(g, 3000) == 1000 + 50 + 100


def test_a_stack_that_has_grown_does_not_pay_again() -> None:
    stacks = Stacks[Goroutine](COPIED)
    g = started(stacks, [3000])
    assert stacks.leave(g, 3000) == 0
    assert stacks.enter(g, 3000) == 0
    assert (g.stack, stacks.growths) == (4096, 1)


def test_the_probe_sees_old_and_new_size_of_each_growth() -> None:
    seen = []
    stacks = Stacks[Goroutine](COPIED)
    g = started(stacks)
    stacks.on_growth = lambda grown, old, new: seen.append((grown is g, old, new))
    for frame in (1000, 1000, 10_000):
        stacks.enter(g, frame)
    assert seen == [(True, 2048, 4096), (True, 4096, 16_384)]


def test_a_stack_beyond_a_gigabyte_ends_the_process_in_the_words_of_go() -> None:
    # 512 MiB is the largest power of two below the limit: newsize > maxstacksize.
    stacks = Stacks[Goroutine](COPIED)
    g = started(stacks)
    stacks.enter(g, 400_000_000)
    assert g.stack == 512 << 20
    before = (g.stack, g.used, totals(stacks), stacks.growths, stacks.copied_bytes)
    with pytest.raises(StackOverflowError) as error:
        stacks.enter(g, 400_000_000)
    assert str(error.value) == "runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow"
    assert (g.stack, g.used, totals(stacks), stacks.growths, stacks.copied_bytes) == before


# Growth by segments (1.2)


def test_a_loop_that_calls_across_the_end_of_a_segment_pays_at_every_call_and_every_return() -> None:
    stacks = Stacks[Goroutine](SEGMENTED)
    g = started(stacks, [7800])
    costs = [(stacks.enter(g, 500), stacks.leave(g, 500)) for _ in range(3)]
    assert costs == [(300, 300)] * 3
    assert (stacks.growths, stacks.copied_bytes) == (3, 0)
    assert (g.stack, g.segments) == (8192, None)


def test_the_same_loop_pays_once_where_stacks_are_copied() -> None:
    # 1.3: stacks of the same size and layout, but copied.
    stacks = Stacks[Goroutine](changed(SEGMENTED, growth="copied", layout=LAYOUTS["1.3"]))
    g = started(stacks, [7800])
    costs = [(stacks.enter(g, 500), stacks.leave(g, 500)) for _ in range(3)]
    assert costs == [(1000 + 3900 + 100, 0), (0, 0), (0, 0)]


def test_a_segment_has_the_first_size_or_the_frame_and_2_kib() -> None:
    # framesize += StackExtra; if(framesize < StackMin) framesize = StackMin
    stacks = Stacks[Goroutine](SEGMENTED)
    g = started(stacks, [7000, 6144, 6145, 20_000])
    assert g.segments == [7000, 8192, 7000 + 6144, 8193, 7000 + 6144 + 6145, 22_048]
    assert g.stack == 8192 + 8192 + 8193 + 22_048


def test_the_check_looks_at_the_present_segment_only() -> None:
    # 8192 - StackTop 96 - StackGuard 256 = 7840
    stacks = Stacks[Goroutine](SEGMENTED)
    g = started(stacks, [7000, 5000])
    assert g.segments == [7000, 8192]
    assert stacks.enter(g, 2967) == 0
    stacks.leave(g, 2967)
    assert stacks.enter(g, 2968) == 300


def test_leaving_a_frame_above_the_one_that_opened_the_segment_keeps_it() -> None:
    stacks = Stacks[Goroutine](SEGMENTED)
    g = started(stacks, [7800, 500, 100])
    assert stacks.leave(g, 100) == 0
    assert g.segments == [7800, 8192]
    assert stacks.leave(g, 500) == 300
    assert totals(stacks) == (8192, 7800)


def test_segments_end_at_the_limit_of_their_sum() -> None:
    stacks = Stacks[Goroutine](changed(SEGMENTED, most_bytes=20_000))
    g = started(stacks, [7800, 7000])
    with pytest.raises(StackOverflowError, match="exceeds 20000-byte limit"):
        stacks.enter(g, 7000)
    assert (g.stack, g.used, g.segments) == (17_240, 14_800, [7800, 9048])


# Shrinking


def test_a_collection_halves_a_stack_once_if_less_than_a_quarter_is_used() -> None:
    stacks = Stacks[Goroutine](changed(COPIED, layout=LAYOUTS["1.4"]))
    g = started(stacks, [100, 12_000])
    stacks.leave(g, 12_000)
    growing = stacks.copied_bytes
    sizes, costs = [g.stack], []
    for _ in range(5):
        costs.append(stacks.shrink())
        sizes.append(g.stack)
    assert sizes == [16_384, 8192, 4096, 2048, 2048, 2048]
    assert costs == [(1, 1000 + 50 + 100)] * 3 + [(0, 0)] * 2
    assert (stacks.shrinks, stacks.copied_bytes - growing, stacks.reserved) == (3, 300, 2048)


@pytest.mark.parametrize(("go", "most"), [("1.4", 4063), ("1.5", 3551), ("1.6", 3471), ("1.7", 3471), ("1.8", 3311)])
def test_a_quarter_is_measured_to_the_byte_and_from_1_5_on_with_the_stack_limit(go: str, most: int) -> None:
    # used >= avail/4 stays; used counts the four words above the first frame, and _StackLimit from 1.5 on.
    stacks = Stacks[Goroutine](changed(COPIED, layout=LAYOUTS[go]))
    goes, stays = started(stacks, [most, 10_000]), started(stacks, [most + 1, 10_000])
    for g in (goes, stays):
        stacks.leave(g, 10_000)
    assert (goes.stack, stays.stack) == (16_384, 16_384)
    stacks.shrink()
    assert (goes.stack, stays.stack) == (8192, 16_384)


def test_a_goroutine_in_a_system_call_keeps_its_stack() -> None:
    calling: set[Goroutine] = set()
    stacks = Stacks[Goroutine](COPIED, in_syscall=calling.__contains__)
    g = started(stacks, [12_000])
    stacks.leave(g, 12_000)
    calling.add(g)
    assert stacks.shrink() == (0, 0)
    calling.clear()
    assert stacks.shrink() == (1, 1000)


def test_1_2_shrinks_nothing() -> None:
    stacks = Stacks[Goroutine](changed(COPIED, shrink="none"))
    g = started(stacks, [12_000])
    stacks.leave(g, 12_000)
    assert stacks.shrink() == (0, 0)
    assert g.stack == 16_384


def test_goroutines_on_their_first_stacks_are_not_even_looked_at() -> None:
    looked: list[Goroutine] = []

    def in_syscall(g: Goroutine) -> bool:
        looked.append(g)
        return False

    stacks = Stacks[Goroutine](COPIED, in_syscall)
    parked = [started(stacks, [100]) for _ in range(1000)]
    grown = started(stacks, [12_000])
    stacks.leave(grown, 12_000)
    for _ in range(10):
        stacks.shrink()
    assert set(looked) == {grown}
    assert stacks.reserved == 2048 * (len(parked) + 1)


def test_stacks_shrink_in_the_order_in_which_they_grew() -> None:
    asked: list[Goroutine] = []

    def in_syscall(g: Goroutine) -> bool:
        asked.append(g)
        return False

    stacks = Stacks[Goroutine](COPIED, in_syscall)
    goroutines = [started(stacks, [12_000]) for _ in range(50)]
    for g in goroutines:
        stacks.leave(g, 12_000)
    stacks.shrink()
    assert asked == goroutines


# Totals


def test_what_a_goroutine_had_is_gone_with_it() -> None:
    stacks = Stacks[Goroutine](COPIED)
    keeps, ends = started(stacks, [100]), started(stacks, [100, 3000])
    assert totals(stacks) == (2048 + 4096, 3200)
    stacks.free(ends)
    assert totals(stacks) == (2048, 100)
    assert (ends.stack, ends.used, ends.segments) == (0, 0, None)
    assert stacks.shrink() == (0, 0)
    assert keeps.stack == 2048


@pytest.mark.parametrize("how", ["freed", "returned", "shrunk"])
def test_nothing_is_kept_of_a_goroutine_that_ended_or_has_a_first_stack_and_one_frame(how: str) -> None:
    stacks = Stacks[Goroutine](COPIED)
    g = started(stacks, [100, 100] if how == "returned" else [100, 2000])
    if how == "freed":
        stacks.free(g)
    else:
        stacks.leave(g, 100 if how == "returned" else 2000)
        stacks.shrink()
        assert g.stack == 2048
    kept = weakref.ref(g)
    del g
    assert kept() is None


def test_a_goroutine_that_was_freed_begins_anew() -> None:
    stacks = Stacks[Goroutine](COPIED)
    g = started(stacks, [100, 100, 3000])
    stacks.free(g)
    stacks.first(g)
    stacks.enter(g, 100)
    assert stacks.enter(g, 3000) == 1000 + 50 + 100  # one frame, not what it was in before


def test_leaving_more_than_is_in_use_is_refused() -> None:
    stacks = Stacks[Goroutine](COPIED)
    g = started(stacks, [100])
    with pytest.raises(ValueError, match="left a frame of 101 bytes, but only 100 are in use"):
        stacks.leave(g, 101)


# Measured: parked goroutines of results/measured have stacks of 4 KiB (one frame) and 64 KiB (33 frames) in all
# releases, and a goroutine blocked in a send has 2 KiB.


@pytest.mark.parametrize("go", MEASURED)
@pytest.mark.parametrize(("kib", "size"), [(0, 4096), (32, 65_536)])
def test_the_law_gives_the_stacks_of_the_measured_program(go: str, kib: int, size: int) -> None:
    stacks = Stacks[Goroutine](changed(COPIED, layout=LAYOUTS[go]))
    g = started(stacks, [DEEP_FRAME] * (kib + 1))
    assert g.used == parked_stack(kib)[0]
    stacks.enter(g, BLOCKED_BYTES)
    stacks.shrink()
    assert g.stack == size


@pytest.mark.parametrize("go", MEASURED)
def test_the_law_leaves_a_blocked_sender_the_stack_it_was_measured_to_have(go: str) -> None:
    stacks = Stacks[Goroutine](changed(COPIED, layout=LAYOUTS[go]))
    assert started(stacks, [64, BLOCKED_BYTES]).stack == 2048


@pytest.mark.parametrize(
    ("go", "frames"),
    [
        ("1.5", (48, 192, 56, 40)),  # golang/go#14633, go1.5.1
        ("1.6", (48, 136, 56, 40)),  # golang/go#17892, go1.6.2
        ("1.8", (56, 160, 64, 48)),  # ethereum/go-ethereum#14725
    ],
)
def test_real_frames_of_a_channel_receive_give_the_same_stacks(go: str, frames: tuple[int, ...]) -> None:
    # chanrecv1, chanrecv, goparkunlock, gopark, below one frame of the measured program and below a small one; the
    # first frame has goexit's address and the go statement's three arguments above it.
    stacks = Stacks[Goroutine](changed(COPIED, layout=LAYOUTS[go]))
    assert started(stacks, [32 + DEEP_FRAME, *frames]).stack == 4096
    assert started(stacks, [32 + 64, *frames]).stack == 2048
