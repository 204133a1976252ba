"""Goroutine stacks: the prologue's check, growth by copying or by segments, and shrinking at a collection.

Nothing here knows of time or of the scheduler: what an operation costs is returned, and the caller charges it. Paths
are golang/go ``src/runtime`` (``src/pkg/runtime`` before 1.4) at the tag of the release.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from gcsim.runtime.errors import FatalError

__all__ = [
    "BLOCKED_BYTES",
    "LAYOUTS",
    "MOST_BYTES",
    "SMALL_BYTES",
    "HasStack",
    "StackLayout",
    "StackOverflowError",
    "StackRules",
    "Stacks",
]

SMALL_BYTES = 128
"""``_StackSmall``: bytes that a frame may reach below the guard (1.2 stack.h, 1.8 stack.go, the same in all)."""

MOST_BYTES = 1_000_000_000
"""The largest stack on a 64-bit machine, bytes (``maxstacksize``, 1.8.4 proc.go:117)."""

BLOCKED_BYTES = 576
"""Stack that a channel operation needs below its caller to block, bytes, taken for one frame: an estimate.

``chanrecv1``, ``chanrecv``, ``goparkunlock`` and ``gopark`` take 336 bytes in 1.5.1, 280 in 1.6.2 and 328 in 1.8 (fp
and sp of tracebacks in golang/go#14633, golang/go#17892 and ethereum/go-ethereum#14725). For 1.4 no such traceback was
found; its measured stacks (results/measured: 4 KiB for one frame of 1096 bytes) ask for at least 536 under the law of
this module. The 2 KiB that a blocked sender was measured to have in every release leave room for some 1200.
"""

_WORD = 8
"""The return address that a call has pushed before the prologue looks, bytes."""

_EXTRA_BYTES = 2048
"""``StackExtra``: what a new segment has beyond the frame that opened it (1.2 stack.h)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackLayout:
    """What a release lays down about a stack, whatever its size.

    Attributes
    ----------
    guard : int
        ``_StackGuard``: ``stackguard0`` lies so many bytes above the lowest address.
    top : int
        Bytes at the highest addresses that no frame gets.
    unshrunk : int
        Bytes that shrinking counts as used, beside those that are.
    """

    guard: int
    top: int
    unshrunk: int


LAYOUTS: Mapping[str, StackLayout] = {
    "1.2": StackLayout(guard=256, top=96, unshrunk=0),
    "1.3": StackLayout(guard=256, top=96, unshrunk=0),
    "1.4": StackLayout(guard=512, top=32, unshrunk=0),
    "1.5": StackLayout(guard=640, top=32, unshrunk=512),
    "1.6": StackLayout(guard=720, top=32, unshrunk=592),
    "1.7": StackLayout(guard=720, top=32, unshrunk=592),
    "1.8": StackLayout(guard=880, top=32, unshrunk=752),
}
"""Each release's layout on linux/amd64.

guard: stack.h of 1.2 to 1.4, 1.5.4 stack2.go, 1.6.4 to 1.8.4 stack.go. top: the ``Stktop`` of 1.2 and 1.3 (stack.h
``StackTop``), four words from 1.4 on (``newproc1``: proc.c of 1.4, 1.8.4 proc.go). unshrunk: ``_StackLimit``, which is
guard less ``_StackSmall``, counts from 1.5 on (``shrinkstack``: 1.4.3 stack.c:820, 1.5.4 stack1.go, 1.8.4
stack.go:1126).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackRules:
    """How stacks begin, grow and shrink, and what that costs.

    Attributes
    ----------
    first_bytes : int
        Size of a goroutine's first stack: 8192 in 1.2 and 1.3 (stack.h:79), 2048 from 1.4 on (stack.h:73).
    growth : {"copied", "segmented"}
        Twice the size, and the old one copied (from 1.3 on), or one more segment (1.2).
    layout : StackLayout
    shrink : {"none", "in_pause", "concurrent"}
        When collections shrink: never (1.2), inside a stop, or while marking (from 1.7 on). Who calls
        :meth:`Stacks.shrink` when sees to the latter two; what it does is the same.
    copy_base_ns, copy_byte_ns, frame_ns : float
        A copy to a stack of another size: allocating and freeing, each byte in use, each frame whose pointers are
        adjusted. ns.
    segment_ns : float
        Opening a segment, and once more closing it, ns.
    most_bytes : int
        Limit of a stack's size.
    """

    first_bytes: int
    growth: Literal["copied", "segmented"]
    layout: StackLayout
    shrink: Literal["none", "in_pause", "concurrent"]
    copy_base_ns: float
    copy_byte_ns: float
    frame_ns: float
    segment_ns: float
    most_bytes: int = MOST_BYTES


class HasStack(Protocol):
    """What of a goroutine belongs to this module.

    Attributes
    ----------
    stack : int
        Bytes reserved for its stack, all segments together.
    used : int
        Bytes of the frames that it is in.
    segments : list of int or None
        For each segment beside the first, two numbers: ``used`` when it was opened, and its size. None where there is
        only the first.
    """

    stack: int
    used: int
    segments: list[int] | None


class StackOverflowError(FatalError):
    """A goroutine needs more stack than the limit: Go's own message, and the end of the process."""


def _overflow(most_bytes: int) -> StackOverflowError:
    words = f"runtime: goroutine stack exceeds {most_bytes}-byte limit\nfatal error: stack overflow"  # stack.go:1084
    return StackOverflowError("stack_overflow", words)


S = TypeVar("S", bound=HasStack)


def _never(_: HasStack) -> bool:
    return False


class Stacks(Generic[S]):
    """The stacks of all goroutines.

    Parameters
    ----------
    rules : StackRules
    in_syscall : callable, optional
        Whether a goroutine is in a system call; its stack stays where it is then, since the kernel may have addresses
        in it.

    Attributes
    ----------
    reserved, used : int
        Bytes of all stacks, and of all frames in them.
    growths, shrinks : int
        Copies to a larger stack and segments opened; copies to a smaller one.
    copied_bytes : int
        Bytes in use that were copied either way.
    on_growth : callable or None
        Called after a stack has grown, with the goroutine and its old and new size in bytes.

    Notes
    -----
    A frame is all that a call adds: locals, outgoing arguments and the return address. Go's prologue compares after the
    return address was pushed. A function whose frame without it has at most ``_StackSmall`` bytes compares SP with
    ``stackguard0``, any other SP less what it needs beyond ``_StackSmall``, and the check passes if SP is the greater.
    With SP counted from the highest address both are one law. A frame fits if and only if

        used + max(frame - 128, 8) < stack - top - guard

    where stack and used are those of the present segment. It need not fit above the guard: 128 bytes may lie below.

    If it does not fit, the prologue calls ``newstack``, which doubles the stack once and returns to the prologue: a
    frame of many KiB copies what is in use again and again. A stack whose double exceeds the limit is the end, so the
    largest one there is has 512 MiB. Segments are of the first size, or of the frame and 2 KiB where that is more.

    What is copied is counted without the top and the return address, some 40 bytes. 1.3 gave back the lower half of a
    stack without copying; it is charged like the releases after it.
    """

    def __init__(self, rules: StackRules, in_syscall: Callable[[S], bool] = _never) -> None:
        self.rules = rules
        self.reserved = 0
        self.used = 0
        self.growths = 0
        self.shrinks = 0
        self.copied_bytes = 0
        self.on_growth: Callable[[S, int, int], None] | None = None
        self._in_syscall = in_syscall
        self._unusable = rules.layout.top + rules.layout.guard
        # What only some goroutines have stands here and not in each of a million. Both are dicts for their order.
        self._grown: dict[S, None] = {}
        self._frames: dict[S, int] = {}

    def first(self, g: S) -> None:
        """Give a new goroutine its first stack."""
        g.stack = self.rules.first_bytes
        g.used = 0
        g.segments = None
        self.reserved += g.stack

    def free(self, g: S) -> None:
        """Take back what a goroutine has, at its end."""
        self.reserved -= g.stack
        self.used -= g.used
        g.stack = g.used = 0
        g.segments = None
        self._grown.pop(g, None)
        self._frames.pop(g, None)

    def enter(self, g: S, frame: int) -> int:
        """Call a function: check whether its frame fits, make room if not, and add it.

        Parameters
        ----------
        g : goroutine
        frame : int
            Bytes that the call adds, return address included; 0 where they are not to count.

        Returns
        -------
        int
            What making room cost, ns; 0 where the frame fitted.

        Raises
        ------
        StackOverflowError
            If there is no room within the limit. Nothing has changed then.
        """
        used = g.used
        segments = g.segments
        within, size = (used, g.stack) if segments is None else (used - segments[-2], segments[-1])
        need = within + max(frame - SMALL_BYTES, _WORD)
        cost = 0
        if need >= size - self._unusable:
            cost = self._copied(g, need) if self.rules.growth == "copied" else self._segment(g, frame)
        if used:
            self._frames[g] = self._frames.get(g, 1) + 1
        g.used = used + frame
        self.used += frame
        return cost

    def leave(self, g: S, frame: int) -> int:
        """Return from a function.

        Parameters
        ----------
        g : goroutine
        frame : int
            What it had entered with.

        Returns
        -------
        int
            What it cost to close the segment that the frame had opened, ns; 0 for all other frames. A loop that calls
            across the end of a segment pays for opening and closing each time: the hot split.

        Raises
        ------
        ValueError
            If less is in use.
        """
        used = g.used - frame
        if used < 0:
            raise ValueError(f"left a frame of {frame} bytes, but only {g.used} are in use")
        g.used = used
        self.used -= frame
        frames = self._frames.pop(g, 1) - 1
        if frames > 1:
            self._frames[g] = frames
        segments = g.segments
        if segments is None or used > segments[-2]:
            return 0
        size = segments.pop()
        segments.pop()
        g.segments = segments or None
        g.stack -= size
        self.reserved -= size
        return round(self.rules.segment_ns)

    def shrink(self) -> tuple[int, int]:
        """Halve the stacks of which less than a quarter is used, as a collection does; each once.

        A stack is halved if the half is no less than the first size, ``used + top + unshrunk < stack // 4``, and its
        goroutine is in no system call. Only stacks that have grown are looked at: what a collection pays for looking at
        the others belongs to its scan.

        Returns
        -------
        shrunk : int
            How many stacks.
        ns : int
            What copying them cost.
        """
        rules = self.rules
        if rules.shrink == "none":
            return 0, 0
        more = rules.layout.top + rules.layout.unshrunk
        shrunk = cost = 0
        for g in list(self._grown):
            half = g.stack // 2
            if half < rules.first_bytes or g.used + more >= g.stack // 4 or self._in_syscall(g):
                continue
            cost += self._copy_cost(g)
            self.reserved += half - g.stack
            g.stack = half
            if half == rules.first_bytes:
                del self._grown[g]
            shrunk += 1
        self.shrinks += shrunk
        return shrunk, cost

    def _copied(self, g: S, need: int) -> int:
        old = size = g.stack
        doublings = 0
        while need >= size - self._unusable:
            size *= 2
            doublings += 1
            if size > self.rules.most_bytes:
                raise _overflow(self.rules.most_bytes)
        self.growths += doublings
        cost = sum(self._copy_cost(g) for _ in range(doublings))
        self._grown[g] = None
        self._resized(g, old, size)
        return cost

    def _segment(self, g: S, frame: int) -> int:
        old, size = g.stack, max(frame + _EXTRA_BYTES, self.rules.first_bytes)
        if old + size > self.rules.most_bytes:
            raise _overflow(self.rules.most_bytes)
        if g.segments is None:
            g.segments = []
        g.segments += (g.used, size)
        self.growths += 1
        self._resized(g, old, old + size)
        return round(self.rules.segment_ns)

    def _resized(self, g: S, old: int, new: int) -> None:
        g.stack = new
        self.reserved += new - old
        if self.on_growth is not None:
            self.on_growth(g, old, new)

    def _copy_cost(self, g: S) -> int:
        self.copied_bytes += g.used
        frames = self._frames.get(g, 1) if g.used else 0
        rules = self.rules
        return round(rules.copy_base_ns + rules.copy_byte_ns * g.used + rules.frame_ns * frames)
