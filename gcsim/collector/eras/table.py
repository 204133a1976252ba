"""Go 1.4 to 1.8, a row each, and a minor release that differs from the rest of its row.

The rows stand for go1.4.3, go1.5.4, go1.6.4, go1.7.6 and go1.8.4; paths are golang/go ``src/runtime`` at those tags.
"""

from collections.abc import Mapping
from dataclasses import fields, replace

from gcsim.mechanisms import Mechanisms

__all__ = ["ERAS", "SOURCES", "era"]

_GO14 = Mechanisms(
    mark="stop_the_world",
    coordinator="allocating_goroutine",
    root_scan="in_stop",
    span_loops="mark_roots",
    goroutine_reset="none",
    root_check=False,
    data_rescan="none",
    stack_rescan="none",
    stack_barriers=False,
    left_over=False,
    stack_shrink="in_pause",
    allocation_color="white",
    write_barrier="none",
    assist="none",
    assist_roots=False,
    over_assist="none",
    idle_workers="none",
    oblets=False,
    sweep="lazy",
    mcache_flush="serial",
    helpers="parfor",
    finalizer_queue="in_stop",
    profile_flush="in_stop",
    preemption="cooperative",
    pacer="next_gc",
    pacer_base="allocated",
    helper_cap=32,
    gomaxprocs_default="one",
    steal_order="random_2p",
    runnext=False,
    runnext_steal_delay_ns=0,
    wake_chain="any",
    world_start="redistribute",
    first_stack_bytes=2048,
    stack_growth="copied",
)

_GO15 = replace(
    _GO14,
    mark="concurrent",
    coordinator="background_goroutine",
    root_scan="one_p",
    span_loops="three",
    goroutine_reset="in_stop",
    data_rescan="one_job",
    stack_rescan="all",
    stack_barriers=True,
    write_barrier="dijkstra",
    assist="sleep",
    idle_workers="time_slice",
    sweep="proportional",
    pacer="absolute",
    pacer_base="reachable",
    gomaxprocs_default="cores",
    steal_order="random_4p",
    runnext=True,
    runnext_steal_delay_ns=100_000,
    world_start="wake",
)

_GO16 = replace(
    _GO15,
    coordinator="decentralized",
    root_scan="shared_jobs",
    span_loops="none",
    goroutine_reset="before_stop",
    data_rescan="shards",
    left_over=True,
    helpers="drain",
    assist="park",
    over_assist="bytes",
    pacer="remaining",
    wake_chain="spinning",
)

_GO160 = replace(_GO16, goroutine_reset="in_stop", root_check=True)

_GO17 = replace(
    _GO16,
    data_rescan="none",
    stack_rescan="dirty",
    stack_shrink="concurrent",
    allocation_color="black",
    over_assist="work",
    pacer_base="marked",
    steal_order="permutations",
    runnext_steal_delay_ns=3_000,
)

_GO18 = replace(
    _GO17,
    stack_rescan="none",
    stack_barriers=False,
    left_over=False,
    helpers="flush",
    profile_flush="concurrent",
    write_barrier="hybrid",
    idle_workers="poll",
    oblets=True,
    assist_roots=True,
    mcache_flush="parallel",
)

ERAS: Mapping[str, Mechanisms] = {"1.4": _GO14, "1.5": _GO15, "1.6": _GO16, "1.7": _GO17, "1.8": _GO18}
"""The mechanisms of each release."""

_MINOR: Mapping[str, Mechanisms] = {"1.6.0": _GO160, "1.6.2": _GO16}
"""Minor releases that a scenario may name: 1.6.2 took two walks over all goroutines out of the stops."""

SOURCES: Mapping[str, str] = {
    "mark": "1.4 mgc0.c:1386 gogc; 1.5 mgc.go:904 gc",
    "coordinator": "1.4 malloc.go:413; 1.5 mgc.go:894 backgroundgc; 1.6 mgc.go:869 gcStart (f54bcedce1)",
    "root_scan": "1.5 mgcmark.go:14 gcscan_m; 1.6 mgcmark.go:82 (82d14d77da)",
    "span_loops": (
        "1.4 mgc0.c markroot; 1.5 mgcsweep.go:27, mgcmark.go markroot, mgc.go gcSweep; "
        "gone in 1.6 (608c1b0d56, dac220b0a9, 9a31d38f65)"
    ),
    "goroutine_reset": "1.5 mgc.go gcResetMarkState; before the stop from 1.6.2 (9ab9053344)",
    "data_rescan": "1.5 mgc.go gcMark; 1.6 mgcmark.go (d3df04cd8c); gone in 1.7 (b49b71ae19)",
    "stack_rescan": "1.5 mgcmark.go:130; dirty only from 1.7 (2a889b9d93); gone in 1.8 (bd640c882a)",
    "root_check": "gone in 1.6.2 (b5481dd0a6)",
    "stack_barriers": "1.5 mgc.go:146, 1.6 mstkbar.go; without use from 1.8 (bd640c882a)",
    "left_over": "inferred: the second stop of both releases grows with the heap (gcsim.collector.laws)",
    "stack_shrink": "1.4 mgc0.c:550; 1.6 mgcmark.go:155; concurrent from 1.7 mgcmark.go:703 (f11e4eb5cc)",
    "allocation_color": "black from 1.7 malloc.go:716 (6002e01e34)",
    "write_barrier": "1.5 mbarrier.go; hybrid from 1.8 (5380b22991)",
    "assist": "1.5 mgcmark.go:147 timeSleep; queue from 1.6 mgcmark.go:316 (15aa6bbd5a)",
    "assist_roots": "from 1.8 mgcmark.go gcDrainN (d35dfd405e)",
    "over_assist": "1.6 mgc.go gcOverAssistBytes; 1.7 mgc.go:747 gcOverAssistWork (ccca9c9cc0)",
    "idle_workers": "1.5 mgc.go gcMarkWorkerIdleMode (8d03acce54); polls from 1.8 (49ea9207b6)",
    "oblets": "1.8 mgcmark.go maxObletBytes (cf4f1d07a1)",
    "sweep": "1.4 mgc0.c sweepspan; proportional from 1.5 mgcsweep.go:329 (fc9ca85f4c)",
    "mcache_flush": "serial up to 1.7; parallel from 1.8 (a475a38a3d)",
    "helpers": "1.4, 1.5 parfor; 1.6 mgcmark.go gcDrain by gchelper; 1.8 mgc.go gcMark (a475a38a3d)",
    "finalizer_queue": "scanned in the stop up to 1.8 (f1ba75f8c5)",
    "profile_flush": "1.7 mgc.go mProf_GC in the stop; after it from 1.8 (5b7497f327)",
    "preemption": "cooperative in all five; asynchronous from 1.14 (177a36a5dc)",
    "pacer": "1.4 mgc0.c:1061-1095; 1.5 mgc.go:458 revise; 1.6 mgc.go:472 (89c341c5e9)",
    "pacer_base": "1.5 mgc.go:1405 heap_reachable (4655aadd00); bytes marked from 1.7 (c8bd293e56)",
    "helper_cap": "1.4 malloc.h:145 MaxGcproc; 1.8 malloc.go:157",
    "gomaxprocs_default": "1.4 proc.c:146; cores from 1.5 proc1.go:65",
    "steal_order": "1.4 proc.c:1380; 1.5 proc1.go:1446; 1.7 proc.go:1911",
    "runnext": "from 1.5 runtime2.go:385",
    "runnext_steal_delay_ns": "1.5 proc1.go:3550; 1.7 proc.go:4160",
    "wake_chain": "up to 1.5 proc1.go (resetspinning after every findrunnable); from 1.6 proc.go (where m.spinning)",
    "world_start": "1.4 proc.c (starttheworld, procresize); from 1.5 proc1.go (startTheWorldWithSema)",
    "first_stack_bytes": "1.4 stack.h:73; 1.8 stack.go:71",
    "stack_growth": "copied from 1.3 stack.c:764; segments up to 1.2 stack.c",
}
"""Where golang/go does what each field says."""


def era(release: str, overrides: Mapping[str, object] | None = None) -> Mechanisms:
    """Return the mechanisms of a release, some of them replaced.

    Parameters
    ----------
    release : str
        ``"1.4"`` to ``"1.8"``, ``"1.6.0"`` or ``"1.6.2"``.
    overrides : mapping, optional
        Values of :class:`~gcsim.mechanisms.Mechanisms` fields that take the place of the release's.

    Returns
    -------
    Mechanisms
        The row.

    Raises
    ------
    ValueError
        If the release has no row, a field does not exist, or the mechanisms contradict each other.

    Examples
    --------
    >>> era("1.7", {"write_barrier": "hybrid"}).write_barrier
    'hybrid'
    """
    rows = {**ERAS, **_MINOR}
    if release not in rows:
        msg = f"no era {release!r}; choose one of {', '.join(sorted(rows))}"
        raise ValueError(msg)
    known = {f.name for f in fields(Mechanisms)}
    unknown = sorted(set(overrides or {}) - known)
    if unknown:
        msg = f"no mechanism {unknown[0]!r}; choose among {', '.join(sorted(known))}"
        raise ValueError(msg)
    row = replace(rows[release], **(overrides or {}))  # type: ignore[arg-type]
    if row.mark == "concurrent" and row.write_barrier == "none":
        msg = "a concurrent mark loses objects without a write barrier; choose dijkstra or hybrid"
        raise ValueError(msg)
    if row.mark == "concurrent" and row.pacer == "next_gc":
        msg = "pacer next_gc starts no concurrent cycle; choose absolute or remaining"
        raise ValueError(msg)
    if row.mark == "stop_the_world" and row.pacer != "next_gc":
        msg = "a stopped mark has nothing to pace; choose pacer next_gc"
        raise ValueError(msg)
    return row
