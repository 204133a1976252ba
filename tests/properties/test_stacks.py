"""Laws that stacks obey, whatever calls goroutines make and whenever a collection shrinks."""

from dataclasses import dataclass, field, replace

from hypothesis import given
from hypothesis import strategies as st

from gcsim.runtime.stacks import LAYOUTS, StackOverflowError, StackRules, Stacks

COPY_NS, BYTE_NS, FRAME_NS, SEGMENT_NS = 1_000_000_000, 1, 100_000, 7
"""So far apart that a cost tells how many copies, frames and bytes it is for."""

COPIED = StackRules(
    first_bytes=2048,
    growth="copied",
    layout=LAYOUTS["1.8"],
    shrink="concurrent",
    copy_base_ns=COPY_NS,
    copy_byte_ns=BYTE_NS,
    frame_ns=FRAME_NS,
    segment_ns=SEGMENT_NS,
    most_bytes=1 << 17,
)
SEGMENTED = replace(COPIED, first_bytes=8192, growth="segmented", layout=LAYOUTS["1.2"])

layouts = st.sampled_from(sorted(LAYOUTS))
frames = st.one_of(st.integers(8, 200), st.integers(8, 3000), st.integers(8, 40_000))
actions = st.one_of(
    st.tuples(st.just("enter"), st.integers(0, 3), frames),
    st.tuples(st.sampled_from(["leave", "leave", "unwind", "syscall", "end"]), st.integers(0, 3), st.just(0)),
    st.tuples(st.just("shrink"), st.just(0), st.just(0)),
)
histories = st.lists(actions, max_size=60)


@dataclass(eq=False)
class Goroutine:
    """Stands in for a goroutine, and remembers its calls."""

    stack: int = 0
    used: int = 0
    segments: list[int] | None = None
    calls: list[int] = field(default_factory=list)
    in_syscall: bool = False


class Run:
    """Some goroutines that do what a history says."""

    def __init__(self, rules: StackRules) -> None:
        self.rules = rules
        self.stacks = Stacks[Goroutine](rules, in_syscall=lambda g: g.in_syscall)
        self.goroutines = [Goroutine() for _ in range(4)]
        self.copied = 0
        for g in self.goroutines:
            self.stacks.first(g)

    def do(self, what: str, which: int, frame: int) -> None:
        g = self.goroutines[which]
        match what:
            case "enter":
                self._enter(g, frame)
            case "leave" if g.calls:
                self.stacks.leave(g, g.calls.pop())
            case "unwind":
                while g.calls:
                    self.stacks.leave(g, g.calls.pop())
            case "syscall":
                g.in_syscall = not g.in_syscall
            case "end":
                self.stacks.free(g)
                g.calls.clear()
                self.stacks.first(g)
            case "shrink":
                self._shrink()

    def _enter(self, g: Goroutine, frame: int) -> None:
        old, used, depth = g.stack, g.used, len(g.calls)
        try:
            cost = self.stacks.enter(g, frame)
        except StackOverflowError:
            assert (g.stack, g.used) == (old, used)
            assert used + frame > self.rules.most_bytes // 8  # the limit is far from what small frames need
            return
        g.calls.append(frame)
        if self.rules.growth == "copied":
            copies = (g.stack // old).bit_length() - 1
            assert g.stack == old << copies
            assert cost == copies * (COPY_NS + BYTE_NS * used + FRAME_NS * depth)
            self.copied += copies * used
        else:
            assert cost == (SEGMENT_NS if g.stack > old else 0)

    def _shrink(self) -> None:
        before = [g.stack for g in self.goroutines]
        shrunk, cost = self.stacks.shrink()
        smaller = [g for g, old in zip(self.goroutines, before, strict=True) if g.stack < old]
        assert len(smaller) == shrunk
        assert cost == sum(COPY_NS + BYTE_NS * g.used + FRAME_NS * len(g.calls) for g in smaller)
        assert not any(g.in_syscall for g in smaller)
        for g, old in zip(self.goroutines, before, strict=True):
            assert g.stack in (old, old // 2)
        self.copied += sum(g.used for g in smaller)

    def check(self) -> None:
        """Check what holds between any two actions."""
        for g in self.goroutines:
            assert g.used == sum(g.calls)
            # A small call more may grow the stack, but what is there fits: only 128 bytes reach below the guard.
            assert g.used <= g.stack - self.rules.layout.top - self.rules.layout.guard + 128
        assert self.stacks.reserved == sum(g.stack for g in self.goroutines)
        assert self.stacks.used == sum(g.used for g in self.goroutines)


@given(layouts, histories)
def test_copied_stacks_are_the_first_size_doubled_and_hold_what_is_in_use(
    go: str, history: list[tuple[str, int, int]]
) -> None:
    run = Run(replace(COPIED, layout=LAYOUTS[go]))
    for action in history:
        run.do(*action)
        run.check()
        for g in run.goroutines:
            doublings = (g.stack // 2048).bit_length() - 1
            assert g.stack == 2048 << doublings
            assert g.segments is None
        assert run.stacks.copied_bytes == run.copied


@given(histories)
def test_segments_are_opened_and_closed_in_turn_and_nothing_is_ever_copied(history: list[tuple[str, int, int]]) -> None:
    run = Run(SEGMENTED)
    for action in history:
        run.do(*action)
        run.check()
        for g in run.goroutines:
            segments = g.segments or []
            opened, sizes = segments[::2], segments[1::2]
            assert opened == sorted(set(opened))
            assert all(at < g.used for at in opened)
            assert g.stack == 8192 + sum(sizes)
    assert run.stacks.copied_bytes == run.stacks.shrinks == 0


@given(histories)
def test_goroutines_that_have_returned_from_everything_come_back_to_their_first_stacks(
    history: list[tuple[str, int, int]],
) -> None:
    for rules in (COPIED, SEGMENTED):
        run = Run(rules)
        for action in history:
            run.do(*action)
        for g, which in zip(run.goroutines, range(4), strict=True):
            g.in_syscall = False
            run.do("unwind", which, 0)
        for _ in range(6):  # halvings from the limit down to the first size
            run.do("shrink", 0, 0)
        assert [g.stack for g in run.goroutines] == [rules.first_bytes] * 4
        assert run.stacks.used == 0
        assert run.stacks.shrink() == (0, 0)
