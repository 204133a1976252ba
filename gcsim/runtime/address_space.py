"""Where a process keeps its memory: what is reserved, what is resident, and how much of either there is.

Reserved is what is mapped (``VmSize``), resident what takes physical memory: pages that were touched, and what the
kernel keeps for a thread. A thread's stack is reserved at once and touched little by little, a goroutine's is no larger
than it has to be: that is the whole difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = [
    "ARENAS",
    "KINDS",
    "AddressSpace",
    "Arena",
    "Kind",
    "Limits",
    "Region",
    "capacities",
    "first_limit",
    "reserved_bytes",
    "resident_bytes",
]

_KIB, _MIB, _GIB = 2**10, 2**20, 2**30
_PAGE = 4 * _KIB

_KERNEL_STACK = 16 * _KIB
"""``THREAD_SIZE`` on x86-64 (Linux 3.15 and later, arch/x86/include/asm/page_64_types.h)."""

_KERNEL_STRUCTS = 7_500
"""``task_struct`` and what belongs to it, bytes: ``Slab`` of /proc/meminfo grew by so much for each of 8000 blocked
pthreads (measured, Linux 6.18, glibc 2.36)."""

_BESIDE_STACK = 700
"""What a blocked goroutine takes beside its stack: ``g`` (272 to 400 bytes), ``sudog``, ``allgs``, and the allocator's
share. 100,000 senders took 2.6 to 2.9 KB of ``Sys`` each with stacks of 2048 bytes (measured, 1.4.3 to 1.8.4, without
1.6.4's 4.7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What one of many concurrent activities takes while it is blocked.

    Attributes
    ----------
    label : str
        What figures call it.
    reserved : int
        Bytes of address space.
    touched : int
        Bytes of the pages that it has touched.
    kernel : int
        Bytes that the kernel keeps for it.
    mappings : int
        Mappings of its own (lines of /proc/PID/maps).
    thread : bool
        Whether it is a thread of the operating system.
    in_arena : bool
        Whether its memory comes from Go's heap.
    """

    label: str
    reserved: int
    touched: int
    kernel: int
    mappings: int
    thread: bool
    in_arena: bool


KINDS: Mapping[str, Kind] = {
    "pthread": Kind(
        label="thread (pthread, 8 MiB stack)",
        reserved=8 * _MIB + _PAGE,
        touched=2 * _PAGE,
        kernel=_KERNEL_STACK + _PAGE + _KERNEL_STRUCTS,
        mappings=2,
        thread=True,
        in_arena=False,
    ),
    "m": Kind(
        label="thread of a pure Go program (M)",
        reserved=8 * _KIB + 32 * _KIB + 936,
        touched=8 * _KIB + 936,
        kernel=_KERNEL_STACK + _KERNEL_STRUCTS,
        mappings=0,
        thread=True,
        in_arena=True,
    ),
    "goroutine_8k": Kind(
        label="goroutine, 8 KiB stack (Go 1.2, 1.3)",
        reserved=8 * _KIB + _BESIDE_STACK,
        touched=_PAGE + _BESIDE_STACK,
        kernel=0,
        mappings=0,
        thread=False,
        in_arena=True,
    ),
    "goroutine_2k": Kind(
        label="goroutine, 2 KiB stack (from Go 1.4 on)",
        reserved=2 * _KIB + _BESIDE_STACK,
        touched=2 * _KIB + _BESIDE_STACK,
        kernel=0,
        mappings=0,
        thread=False,
        in_arena=True,
    ),
}
"""What can be had many of.

pthread: ``ulimit -s`` of 8192 KiB and a page of PROT_NONE below it, two mappings that never merge (/proc/PID/maps). Of
8000 blocked ones each took 8.3 KiB of ``VmRSS``, 16.0 of ``KernelStack`` and 4.0 of ``VmPTE``: a stack of 8 MiB needs a
page table of its own (measured, Linux 6.18, glibc 2.36).

m: ``g0`` of 8 KiB, ``gsignal`` of 32 KiB (``mpreinit``, untouched until a signal comes) and ``m`` (936 bytes in 1.6 to
1.8), all from Go's heap. With cgo it is a pthread.

goroutine_8k: what stands beside the stack is taken from later releases; of the stack's two pages a goroutine that only
blocks touches the upper. goroutine_2k: two stacks share a page, so all of it is touched.
"""


def reserved_bytes(kind: Kind, n: int) -> int:
    """Return the address space that so many take, bytes."""
    return n * kind.reserved


def resident_bytes(kind: Kind, n: int) -> int:
    """Return the physical memory that so many take, blocked, bytes; the kernel's part included."""
    return n * (kind.touched + kind.kernel)


_HEAP_HINT = 0x00C0 << 32
"""Where ``mallocinit`` asks for its reservation on amd64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arena:
    """Address space that a release sets aside for its heap.

    Linux does not map it in advance: ``sysReserve`` tries 64 KiB at its place and takes the rest for granted (1.4
    mem_linux.c, 1.5 to 1.8 mem_linux.go), so it is a limit and no part of what is reserved.

    Attributes
    ----------
    size : int
        ``_MaxMem``, bytes.
    spans, bitmap : int
        What lies below it: a pointer for each page of the heap, and some bits for each of its words; bytes.
    """

    size: int
    spans: int
    bitmap: int

    @property
    def start(self) -> int:
        """Where the heap begins; it grows up from there."""
        return _HEAP_HINT + self.spans + self.bitmap


ARENAS: Mapping[str, Arena] = {
    "1.2": Arena(size=128 * _GIB, spans=256 * _MIB, bitmap=8 * _GIB),
    "1.3": Arena(size=128 * _GIB, spans=128 * _MIB, bitmap=8 * _GIB),
    "1.4": Arena(size=128 * _GIB, spans=128 * _MIB, bitmap=8 * _GIB),
    "1.5": Arena(size=512 * _GIB, spans=512 * _MIB, bitmap=32 * _GIB),
    "1.6": Arena(size=512 * _GIB, spans=512 * _MIB, bitmap=32 * _GIB),
    "1.7": Arena(size=512 * _GIB, spans=512 * _MIB, bitmap=16 * _GIB),
    "1.8": Arena(size=512 * _GIB, spans=512 * _MIB, bitmap=16 * _GIB),
}
"""Each release's arena on linux/amd64 (``mallocinit``: malloc.goc and malloc.h of 1.2 to 1.4, malloc.go of 1.5 to 1.8).

37 bits of address up to 1.4, 39 from 1.5 on (golang/go#10460). The bitmap has 4 bits for a word up to 1.6, then 2;
pages of the heap have 4 KiB in 1.2, then 8. The first digits of pointers in tracebacks follow from it: c208 in 1.4,
c820 in 1.5 and 1.6, c420 in 1.7 and 1.8.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What there is only so much of; Linux on x86-64, defaults of its kernel.

    Attributes
    ----------
    memory : int
        Bytes of the machine.
    arena : Arena
        What Go's heap can reach.
    user : int
        Bytes of user space: ``TASK_SIZE_MAX``, 47 bits less a page (arch/x86/include/asm/processor.h).
    mappings : int
        ``vm.max_map_count``: mappings of a process (Documentation/admin-guide/sysctl/vm.rst; ``DEFAULT_MAX_MAP_COUNT``,
        include/linux/mm.h).
    pids : int
        ``kernel.pid_max``: thread ids stay below it, of all processes together (admin-guide/sysctl/kernel.rst;
        ``PID_MAX_DEFAULT``, include/linux/threads.h).
    go_threads : int
        Ms of a Go program (``sched.maxmcount``, 1.8.4 proc.go:470).
    """

    memory: int
    arena: Arena = ARENAS["1.8"]
    user: int = 2**47 - _PAGE
    mappings: int = 65_530
    pids: int = 32_768
    go_threads: int = 10_000

    @property
    def threads(self) -> int:
        """``kernel.threads-max``: an eighth of the memory in kernel stacks (``set_max_threads``, kernel/fork.c)."""
        return self.memory // (8 * _KERNEL_STACK)


def capacities(kind: Kind, limits: Limits) -> dict[str, int]:
    """Return for each limit that applies how many there can be at most, had they what is limited for themselves.

    Parameters
    ----------
    kind : Kind
    limits : Limits

    Returns
    -------
    dict of str to int
        By the name of the limit.
    """
    most = {}
    if kind.thread and kind.in_arena:
        most["Go's thread limit"] = limits.go_threads
    if kind.mappings:
        most["vm.max_map_count"] = limits.mappings // kind.mappings
    if kind.thread:
        most["kernel.pid_max"] = limits.pids - 1
        most["kernel.threads-max"] = limits.threads
    most["memory"] = limits.memory // (kind.touched + kind.kernel)
    if kind.in_arena:
        most["Go's arena"] = limits.arena.size // kind.reserved
    else:
        most["address space"] = limits.user // kind.reserved
    return most


def first_limit(kind: Kind, limits: Limits) -> tuple[str, int]:
    """Return the limit that is hit first when more and more are started, and how many there are then.

    Examples
    --------
    >>> first_limit(KINDS["pthread"], Limits(memory=24 * 2**30))
    ('vm.max_map_count', 32765)
    >>> first_limit(KINDS["goroutine_2k"], Limits(memory=24 * 2**30))
    ('memory', 9377657)
    """
    return min(capacities(kind, limits).items(), key=lambda item: item[1])


_CHUNK = _MIB
"""``_HeapAllocChunk``: the heap grows by no less (malloc.h, malloc.go)."""

_IMAGE = 0x400000
"""Where the linker puts a program on linux/amd64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of the address space.

    Attributes
    ----------
    name : str
    start : int
        Its lowest address.
    reserved, resident : int
        Bytes.
    """

    name: str
    start: int
    reserved: int
    resident: int


class AddressSpace:
    """The address space of a Go program.

    Parameters
    ----------
    data : int
        Bytes of the program: text, data and bss. Fixed when it was compiled.
    limits : Limits

    Attributes
    ----------
    ms, pthreads : int
        Threads on stacks from Go's heap, and threads on stacks of their own: those of C, and with cgo all.

    Notes
    -----
    What the heap has got from the operating system it keeps: Go's scavenger, which gives memory back after minutes, is
    left out. Heap and goroutine stacks share the arena; spans and bitmap are mapped as it fills.
    """

    def __init__(self, data: int, limits: Limits) -> None:
        self.ms = 0
        self.pthreads = 0
        self._data = data
        self._limits = limits
        self._most = 0

    def use(self, heap: int, stacks: int) -> None:
        """Say what heap and goroutine stacks take now, bytes."""
        self._most = max(self._most, heap + stacks)

    def regions(self) -> list[Region]:
        """Return what there is, from the lowest address to the highest, without what the kernel keeps."""
        arena, m, pthread = self._limits.arena, KINDS["m"], KINDS["pthread"]
        mapped = -(-self._heap() // _CHUNK) * _CHUNK
        spans, bitmap = mapped * arena.spans // arena.size, mapped * arena.bitmap // arena.size
        threads = reserved_bytes(pthread, self.pthreads)
        return [
            Region(name="data segment", start=_IMAGE, reserved=self._data, resident=self._data),
            Region(name="spans", start=_HEAP_HINT, reserved=spans, resident=spans),
            Region(name="bitmap", start=_HEAP_HINT + arena.spans, reserved=bitmap, resident=bitmap),
            Region(
                name="heap and goroutine stacks",
                start=arena.start,
                reserved=mapped,
                resident=self._most + self.ms * m.touched,
            ),
            Region(
                name="thread stacks",
                start=self._limits.user - threads,
                reserved=threads,
                resident=self.pthreads * pthread.touched,
            ),
        ]

    @property
    def reserved(self) -> int:
        """Bytes mapped."""
        return sum(region.reserved for region in self.regions())

    @property
    def resident(self) -> int:
        """Bytes of physical memory, those that the kernel keeps for threads included."""
        kernel = self.ms * KINDS["m"].kernel + self.pthreads * KINDS["pthread"].kernel
        return sum(region.resident for region in self.regions()) + kernel

    def exceeded(self) -> str | None:
        """Return the name of a limit that is exceeded, as :func:`capacities` calls it; None if none is."""
        limits = self._limits
        threads = self.ms + self.pthreads
        too_much = {
            "Go's thread limit": self.ms > limits.go_threads,
            "vm.max_map_count": KINDS["pthread"].mappings * self.pthreads > limits.mappings,
            "kernel.pid_max": threads >= limits.pids,
            "kernel.threads-max": threads > limits.threads,
            "memory": self.resident > limits.memory,
            "Go's arena": self._heap() > limits.arena.size,
            "address space": self.reserved > limits.user,
        }
        return next((name for name, exceeded in too_much.items() if exceeded), None)

    def _heap(self) -> int:
        return self._most + reserved_bytes(KINDS["m"], self.ms)
