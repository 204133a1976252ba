"""What the laws of the model cost on a machine.

The laws themselves stand beside the mechanisms in :mod:`gcsim.runtime`, :mod:`gcsim.heap` and :mod:`gcsim.collector`; a
hardware profile (``configs/hardware/*.yaml``) gives their coefficients. ``metadata["fit"]`` says whether ``gcsim
calibrate`` may move a coefficient; the others are published or measured elsewhere, as ``metadata["source"]`` says.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Costs"]


def _cost(unit: str, source: str, *, fit: bool = False) -> Any:  # noqa: ANN401 - dataclass fields are typed so
    return field(metadata={"unit": unit, "source": source, "fit": fit})


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """Coefficients of the cost laws of one class of machine.

    Every field's unit and source stand in its metadata: ``Costs.__dataclass_fields__[name].metadata``. Fields are plain
    numbers; mappings have a release (``"1.4"``), a write barrier or a quantile as key.
    """

    operation_ns: Mapping[str, float] = _cost(
        "ns for an operation of forest beside its think time",
        "fitted to results/measured: two clock readings, two allocations, stores",
        fit=True,
    )
    message_ns: float = _cost("ns for an operation of pusher", "fitted to results/measured, case pusher50", fit=True)
    stop_base_ns: float = _cost("ns a stop", "fitted: bookkeeping of a stop with one P", fit=True)
    stop_handshake_ns: float = _cost("ns a stop with other Ps to stop", "fitted: notes and wake-ups", fit=True)
    stop_retry_share: float = _cost(
        "share of stops that need another round of 100 us",
        "measured: 2 % of the sweep terminations of 1.6 to 1.8 take over 100 us (results/measured); the round is go1.8 "
        "proc.go:1025",
    )
    thread_wake_ns: float = _cost(
        "ns from the wake-up of an M to its first decision",
        "measured: half a futex round trip of two threads on a like machine, 2 us at p10, 23 us at the median; "
        "set low in that range, as no measured run tells it apart",
    )
    thread_create_ns: float = _cost(
        "ns from the start of a new M to its first decision",
        "measured: clone to the first instruction, median (results/measured/micro)",
    )
    gosched_ns: Mapping[str, float] = _cost(
        "ns for a Gosched of one goroutine alone, by release",
        "measured: 93, 93, 88, 73, 63 (go1.4.3 to go1.8.4, GOMAXPROCS=1)",
    )
    channel_pair_ns: Mapping[str, float] = _cost(
        "ns for an unbuffered send with its receive, by release",
        "measured: 205, 186, 186, 139, 155 (go1.4.3 to go1.8.4, GOMAXPROCS=1)",
    )
    go_channel_ns: Mapping[str, float] = _cost(
        "ns for a goroutine that sends on a buffered channel, with the receive, by release",
        "measured: 408, 302, 289, 295, 196 (go1.4.3 to go1.8.4, GOMAXPROCS=1)",
    )
    allocate_ns: Mapping[str, float] = _cost(
        "ns for an allocation of a program: each object, each byte",
        "measured on go1.19.8 without pointers, fit to medians (results/measured/micro)",
    )
    stack_growth_ns: Mapping[str, float] = _cost(
        "ns for a stack's copy to another size: base, each byte in use, each frame; and for a segment",
        "measured on go1.19.8, fit to p10s (results/measured/micro); a segment, which nothing at hand can run, is "
        "taken for the base of a copy",
    )
    instruction_ns: Mapping[str, float] = _cost(
        "ns of other instructions, by name: a select's for each case, half of a pair such as lock and unlock",
        "measured on go1.19.8, medians (results/measured/micro)",
    )
    write_barrier_ns: Mapping[str, float] = _cost(
        "ns a pointer store while marking, by barrier",
        "measured: dijkstra 16-22, hybrid 27-30 ns (1.5.4, 1.7.6, 1.8.4)",
    )
    sweep_page_ns: float = _cost("ns a page of 8 KiB swept", "fitted", fit=True)
    mark_object_ns: float = _cost("CPU ns an object marked inside a stop", "fitted", fit=True)
    concurrent_slowdown: float = _cost(
        "times the cost of marking and scanning inside a stop", "fitted: mutators run beside it", fit=True
    )
    assist_inefficiency: float = _cost(
        "times the worker's cost of a unit of scan work", "fitted: an assist costs more than a worker", fit=True
    )
    scan_byte_ns: float = _cost(
        "CPU ns a pointer-holding byte scanned while mutators run", "published: 1-2 MB/ms a worker (cf4f1d07a1)"
    )
    goroutine_scan_ns: float = _cost("CPU ns a goroutine's stack scanned inside a stop", "fitted", fit=True)
    stack_byte_ns: float = _cost("CPU ns a byte of stack scanned inside a stop", "fitted", fit=True)
    data_byte_ns: float = _cost("CPU ns a byte of data segment scanned inside a stop", "fitted", fit=True)
    root_pointer_ns: float = _cost("CPU ns a non-nil pointer found in a root inside a stop", "fitted", fit=True)
    goroutine_visit_ns: Mapping[str, float] = _cost(
        "CPU ns a clean goroutine visited in mark termination, by how its helpers are given their jobs",
        "fitted; published 34 ns of wall at 12 Ps (2a889b9d93)",
        fit=True,
    )
    stack_barrier_visits: float = _cost(
        "visits of a clean goroutine that the removal of one barrier from its stack costs",
        "measured: parked10k (1 barrier each) against parked1k-32k (6 each), 1.5.4 and 1.6.4",
    )
    root_check_ns: float = _cost("ns a goroutine, serial", "published: 10 ns (b5481dd0a6)")
    finalizer_ns: float = _cost("ns a queued finalizer, serial", "published: 20 ns (f1ba75f8c5)")
    profile_bucket_ns: float = _cost(
        "ns a bucket of the heap profile, serial",
        "measured on go1.19.8: a walk over 900 buckets (runtime.MemProfile), caches cold",
    )
    left_over_share: float = _cost(
        "share of the heap's objects that mark termination marks itself, where it does", "fitted", fit=True
    )
    goroutine_reset_ns: float = _cost("ns a goroutine, serial", "published: 25 ns (9ab9053344, #14420)")
    dirty_stack_byte_ns: float = _cost("CPU ns a byte", "published: 5 ms/MB (proposal 17505)")
    span_visit_ns: float = _cost(
        "ns a span of 8 KiB in one walk over all spans", "fitted; published 0.7 ms/GB", fit=True
    )
    mcache_flush_ns: float = _cost("ns a P", "published: 5 us a P (a475a38a3d)")
    mark_termination_ns: float = _cost(
        "ns of mark termination that nothing scales",
        "measured: with one P it takes 5 to 6 us in go1.8.4, the flush of its cache included",
    )
    helpers_ns: Mapping[str, float] = _cost(
        "ns to start helpers in mark termination and wait for them, by what they are for; for draining, a handshake",
        "fitted to runs with 2 Ps",
        fit=True,
    )
    helper_round_share: Mapping[str, float] = _cost(
        "share of mark terminations in which a draining helper is waited for asleep, by the stacks visited again",
        "measured: most likely values for the mark terminations above 185 us among 681 of 1.6.4 and 953 of 1.7.6",
    )
    helper_spread_ns: Mapping[str, float] = _cost(
        "ns of shared marking that leave 1/e of the helpers that would not be waited for, by the stacks visited again; "
        "0 where it makes no difference",
        "measured: most likely value for the same 953 of 1.7.6; for those of 1.6.4 the likelihood knows no difference",
    )
    helper_round_ns: float = _cost(
        "ns of such a sleep",
        "measured: distance of the two modes of go1.7.6's mark termination; usleep(100) of getfull (1.7 mgcwork.go) "
        "with the 70 us by which a sleep is late on this machine",
    )
    mark_imbalance: float = _cost(
        "how much longer than an even share the slowest of a stop's helpers marks, at most",
        "measured: p90 over p50 of 1.4's pauses is 1.04 to 1.16 from case to case, noise of the host included",
    )
    cycle_stopped_ns: float = _cost(
        "ns of 1.4's stop that nothing scales",
        "measured: a cycle with some hundred objects takes 28-57 us (first cycles of the go1.4.3 logs)",
    )
    goroutine_bytes: Mapping[str, float] = _cost(
        "bytes of a g, by release", "measured: DWARF of go1.4.3 to go1.8.4, linux/amd64"
    )
    sudog_bytes: Mapping[str, float] = _cost(
        "bytes of a sudog, one for each channel that a blocked goroutine waits on, by release",
        "measured: DWARF of go1.4.3 to go1.8.4, linux/amd64",
    )
    channel_bytes: Mapping[str, float] = _cost(
        "bytes of an hchan, its buffer beside it, by release", "measured: DWARF of go1.4.3 to go1.8.4, linux/amd64"
    )
    thread_bytes: Mapping[str, float] = _cost(
        "bytes of an m, by release", "measured: DWARF of go1.4.3 to go1.8.4, linux/amd64"
    )
    processor_bytes: Mapping[str, float] = _cost(
        "bytes of a p, by release", "measured: DWARF of go1.4.3 to go1.8.4, linux/amd64"
    )
    operation_shape: Mapping[str, float] = _cost(
        "quantiles of an operation's own time over its mean",
        "measured: case workers1 of 1.4, 1.7 and 1.8, where nothing waits for a P, assists are few; the least is the "
        "think time alone, the greatest, which no run can tell from an interruption, twice the last quantile",
    )
