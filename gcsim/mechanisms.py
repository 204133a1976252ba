"""The mechanisms of which a release's collector and scheduler are made.

A release is a row of data: one :class:`Mechanisms`. The five rows stand in :mod:`gcsim.collector.eras`; a scenario
may override any field, which gives ablations that no real runtime allows. Sources are golang/go at the release tag
(``src/runtime``), as each row cites them.
"""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Mechanisms"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanisms:
    """One release as a set of named mechanisms.

    Attributes
    ----------
    mark : {"stop_the_world", "concurrent"}
        Whether the mutators run while the heap is marked.
    coordinator : {"allocating_goroutine", "background_goroutine", "decentralized"}
        Who drives a cycle through its phases.
    root_scan : {"in_stop", "one_p", "shared_jobs"}
        Roots are scanned inside the stop, by the coordinator alone, or as jobs of the mark workers.
    span_loops : {"none", "mark_roots", "three"}
        Walks over all spans inside stops: none; once as root jobs of the stopped mark (1.4); once in sweep
        termination and twice in mark termination (1.5).
    goroutine_reset : {"none", "in_stop", "before_stop"}
        Where every goroutine's mark state is reset.
    root_check : bool
        Whether mark termination checks that every goroutine was scanned, one after another (1.6.0 and 1.6.1).
    data_rescan : {"none", "one_job", "shards"}
        Whether mark termination scans the data segment again: not, serially, or divided among the helpers.
    stack_rescan : {"none", "dirty", "all"}
        Which stacks mark termination visits again.
    stack_barriers : bool
        Whether barriers on the stacks, removed when these are visited again, spare mark termination what lies below.
    left_over : bool
        Whether mark termination still finds a small share of the heap to be marked.
    stack_shrink : {"none", "in_pause", "concurrent"}
        Where stacks less than a quarter used are halved.
    allocation_color : {"white", "black"}
        Colour of objects allocated while marking.
    write_barrier : {"none", "dijkstra", "hybrid"}
        Barrier that mutators run while marking.
    assist : {"none", "sleep", "park"}
        What an allocating goroutine does about its debt of scan work that it cannot pay.
    assist_roots : bool
        Whether a goroutine that owes work may do root jobs too: while the data segment is scanned, which leads to the
        heap, there is nothing else.
    over_assist : {"none", "bytes", "work"}
        How far ahead it pays: the exact debt, 1 MiB of allocation, or 64 KiB of scan work.
    idle_workers : {"none", "time_slice", "poll"}
        Whether idle Ps mark, and for how long at a time: a whole slice, or about 100 us.
    oblets : bool
        Whether large objects are marked in pieces of 128 KiB.
    sweep : {"lazy", "proportional"}
        Who pays for sweeping: the allocation that needs a span, or every allocation in proportion.
    mcache_flush : {"serial", "parallel"}
        Whether mark termination flushes the Ps' caches one after another.
    helpers : {"parfor", "drain", "flush"}
        What mark termination has helpers for: jobs shared out beforehand (1.4, 1.5), root jobs and draining (1.6, 1.7),
        or flushing the Ps' caches alone (1.8).
    finalizer_queue : {"in_stop", "none"}
        Whether mark termination scans the queue of finalizers to be run (up to 1.8).
    profile_flush : {"in_stop", "concurrent"}
        Where the heap profile is brought up to date.
    preemption : {"cooperative", "asynchronous"}
        Whether a running goroutine stops only at its own safepoints.
    pacer : {"next_gc", "absolute", "remaining"}
        1.4's growth rule; 1.5's controller with the ratio since the start of the cycle; 1.6's with what remains.
    pacer_base : {"allocated", "reachable", "marked"}
        The heap that the goal is a multiple of.
    helper_cap : int
        Most threads that mark inside a stop.
    gomaxprocs_default : {"one", "cores"}
        GOMAXPROCS where the scenario does not say.
    steal_order : {"random_2p", "random_4p", "permutations"}
        How a spinning P chooses its victims.
    runnext : bool
        Whether a readied goroutine takes the slot that runs next.
    runnext_steal_delay_ns : int
        Pause before a thief takes a runnext, ns.
    wake_chain : {"any", "spinning"}
        Which M wakes the next once it has found work: any that had to look beyond its P's queue, or one that spun.
    world_start : {"redistribute", "wake"}
        Whether a start of the world deals all runnable goroutines out to the Ps and wakes those that got one, or wakes
        the Ps with work and one more.
    first_stack_bytes : int
        A goroutine's first stack, bytes: 2048 from 1.4 on, 8192 in 1.2 and 1.3.
    stack_growth : {"copied", "segmented"}
        Whether a stack that is too small is copied to one twice as large (from 1.3 on) or gets a segment more (1.2).
    """

    mark: Literal["stop_the_world", "concurrent"]
    coordinator: Literal["allocating_goroutine", "background_goroutine", "decentralized"]
    root_scan: Literal["in_stop", "one_p", "shared_jobs"]
    span_loops: Literal["none", "mark_roots", "three"]
    goroutine_reset: Literal["none", "in_stop", "before_stop"]
    root_check: bool
    data_rescan: Literal["none", "one_job", "shards"]
    stack_rescan: Literal["none", "dirty", "all"]
    stack_barriers: bool
    left_over: bool
    stack_shrink: Literal["none", "in_pause", "concurrent"]
    allocation_color: Literal["white", "black"]
    write_barrier: Literal["none", "dijkstra", "hybrid"]
    assist: Literal["none", "sleep", "park"]
    assist_roots: bool
    over_assist: Literal["none", "bytes", "work"]
    idle_workers: Literal["none", "time_slice", "poll"]
    oblets: bool
    sweep: Literal["lazy", "proportional"]
    mcache_flush: Literal["serial", "parallel"]
    helpers: Literal["parfor", "drain", "flush"]
    finalizer_queue: Literal["in_stop", "none"]
    profile_flush: Literal["in_stop", "concurrent"]
    preemption: Literal["cooperative", "asynchronous"]
    pacer: Literal["next_gc", "absolute", "remaining"]
    pacer_base: Literal["allocated", "reachable", "marked"]
    helper_cap: int
    gomaxprocs_default: Literal["one", "cores"]
    steal_order: Literal["random_2p", "random_4p", "permutations"]
    runnext: bool
    runnext_steal_delay_ns: int
    wake_chain: Literal["any", "spinning"]
    world_start: Literal["redistribute", "wake"]
    first_stack_bytes: int
    stack_growth: Literal["copied", "segmented"]
