"""The collector's log, written: lines of :mod:`gcsim.formats.gctrace`, and what a recording gives for them.

Numbers are cut as Go cuts them, never rounded. Sources: go1.4 mgc0.c:1484, go1.5 mgc.go:1186, go1.6 :1273, go1.7
:1292, go1.8 :1355, with ``fmtNSAsMS`` and ``itoaDiv`` of the same file for the times.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gcsim.formats.gctrace import ConcurrentCycle, GcTraceLine, StoppedCycle
from gcsim.recording import Recording
from gcsim.vocabulary import StopPhase

__all__ = ["format_cycle", "traced_cycles"]

_NS_PER_US = 1_000
_NS_PER_MS = 1_000_000
_NS_PER_S = 1_000_000_000
_US_PER_MS = 1_000
_MIB_SHIFT = 20
_TWO_DIGITS_BELOW_US = 10_000
"""Up to 10 ms ``fmtNSAsMS`` prints two digits, and whole ms from there on (go1.8 mgc.go)."""


def format_cycle(cycle: GcTraceLine) -> str:
    """Return the line of a collection.

    Parameters
    ----------
    cycle : StoppedCycle or ConcurrentCycle
        What to write. A concurrent one is written as 1.5 does if it has a ``scan_ms``, else as 1.6 to 1.8 do.

    Returns
    -------
    str
        One line, without its end. What :func:`gcsim.formats.gctrace.parse` read comes out as it was.
    """
    return _stopped_line(cycle) if isinstance(cycle, StoppedCycle) else _concurrent_line(cycle)


def traced_cycles(recording: Recording, *, go: str, gogc: int | None, stop_procs: int) -> Iterator[GcTraceLine]:
    """Yield the completed collections of a run as Go of its release would log them.

    They are those of the recorded time: their numbers go on from the set-up's, and the share of the processors is one
    of that time too.

    What the model has no counterpart for is 0. In 1.4's line that is ``finish_ms`` and, from ``objects`` on, all of
    it: objects, mallocs, frees, goroutines, sweeps, handoff, steal, yields; what 1.4 sweeps inside the stop, its
    ``sweep_ms``, is part of ``mark_ms``. In 1.5's line it is ``install_barrier_ms``.

    Parameters
    ----------
    recording : Recording
        The run.
    go : str
        Its release, such as ``"1.8"``.
    gogc : int or None
        Percent; None is off. From it and the goal 1.4 derives the heap that the last collection left; 0 where it is
        off.
    stop_procs : int
        Threads that work inside a stop (``gcprocs``, go1.4 proc.c:248). 1.4's line names their number, later releases
        multiply the clock of a stop by it.

    Yields
    ------
    StoppedCycle
        In 1.4.
    ConcurrentCycle
        From 1.5 on. A collection inside one stop, as ``runtime.GC`` asks for, is ``forced``, whoever wanted it. It has
        no mark phase, its goal is the heap that it found, and its assists and workers are those of the last concurrent
        one, since the runtime does not reset its controller for it.
    """
    if go == "1.4":
        for row, stops in _collections(recording):
            yield _stopped(row, stops, gogc, stop_procs)
        return
    marking = _Marking(0, 0, 0)
    spent_ns = 0
    for row, stops in _collections(recording):
        concurrent = stops[0].phase != StopPhase.WHOLE_CYCLE
        if concurrent:
            marking = _Marking(row["assist_ns"], row["dedicated_ns"] + row["fractional_ns"], row["idle_ns"])
        clock = _concurrent_clock(stops, row["scan_ns"] if go == "1.5" else 0) if concurrent else _whole_clock(stops)
        stopped_ns = clock.sweep_termination_ns + clock.mark_termination_ns
        spent_ns += stop_procs * stopped_ns + clock.scan_ns + marking.assist_ns + marking.background_ns
        passed_ns = recording.gomaxprocs * (stops[-1].end_ns - recording.start_ns)
        yield ConcurrentCycle(
            cycle=row["cycle"],
            start_s=stops[0].requested_ns / _NS_PER_S,
            gc_cpu_percent=100 * spent_ns // max(passed_ns, 1),
            sweep_termination_ms=clock.sweep_termination_ns / _NS_PER_MS,
            scan_ms=clock.scan_ns / _NS_PER_MS if go == "1.5" else None,
            install_barrier_ms=0.0 if go == "1.5" else None,
            mark_ms=clock.mark_ns / _NS_PER_MS,
            mark_termination_ms=clock.mark_termination_ns / _NS_PER_MS,
            sweep_termination_cpu_ms=stop_procs * clock.sweep_termination_ns / _NS_PER_MS,
            scan_cpu_ms=clock.scan_ns / _NS_PER_MS if go == "1.5" else None,
            install_barrier_cpu_ms=0.0 if go == "1.5" else None,
            assist_ms=marking.assist_ns / _NS_PER_MS,
            background_ms=marking.background_ns / _NS_PER_MS,
            idle_ms=marking.idle_ns / _NS_PER_MS,
            mark_termination_cpu_ms=stop_procs * clock.mark_termination_ns / _NS_PER_MS,
            heap_start_mb=row["heap_start"] >> _MIB_SHIFT,
            heap_end_mb=row["heap_end"] >> _MIB_SHIFT,
            heap_marked_mb=row["heap_marked"] >> _MIB_SHIFT,
            goal_mb=row["goal" if concurrent else "heap_start"] >> _MIB_SHIFT,
            ps=recording.gomaxprocs,
            forced=not concurrent,
        )


class _Stop(NamedTuple):
    """A row of the recording's pauses."""

    phase: int
    requested_ns: int
    stopped_ns: int
    end_ns: int


class _Clock(NamedTuple):
    """How long the phases of a cycle took."""

    sweep_termination_ns: int
    scan_ns: int
    mark_ns: int
    mark_termination_ns: int


class _Marking(NamedTuple):
    """CPU time of a concurrent mark, as the runtime's controller counts it."""

    assist_ns: int
    background_ns: int
    idle_ns: int


def _collections(recording: Recording) -> Iterator[tuple[Mapping[str, int], Sequence[_Stop]]]:
    """Yield the whole-numbered columns of each completed collection with its stops."""
    stops: defaultdict[int, list[_Stop]] = defaultdict(list)
    pauses = (recording.pauses[name].tolist() for name in ("cycle", *_Stop._fields))
    for cycle, *stop in zip(*pauses, strict=True):
        stops[cycle].append(_Stop(*stop))
    numbers = {name: column.tolist() for name, column in recording.cycles.items() if column.dtype.kind == "i"}
    for values in zip(*numbers.values(), strict=True):
        row = dict(zip(numbers, values, strict=True))
        yield row, stops[row["cycle"]]


def _concurrent_clock(stops: Sequence[_Stop], scan_ns: int) -> _Clock:
    first, last = stops[0], stops[-1]
    between_ns = last.requested_ns - first.end_ns
    return _Clock(first.end_ns - first.requested_ns, scan_ns, between_ns - scan_ns, last.end_ns - last.requested_ns)


def _whole_clock(stops: Sequence[_Stop]) -> _Clock:
    (stop,) = stops
    return _Clock(stop.stopped_ns - stop.requested_ns, 0, 0, stop.end_ns - stop.stopped_ns)


def _stopped(row: Mapping[str, int], stops: Sequence[_Stop], gogc: int | None, stop_procs: int) -> StoppedCycle:
    return StoppedCycle(
        cycle=row["cycle"],
        threads=stop_procs,
        stop_ms=sum(stop.stopped_ns - stop.requested_ns for stop in stops) / _NS_PER_MS,
        sweep_ms=0.0,
        mark_ms=sum(stop.end_ns - stop.stopped_ns for stop in stops) / _NS_PER_MS,
        finish_ms=0.0,
        heap_start_mb=0 if gogc is None else row["goal"] * 100 // (gogc + 100) >> _MIB_SHIFT,
        heap_end_mb=row["heap_end"] >> _MIB_SHIFT,
        objects=0,
        mallocs=0,
        frees=0,
        goroutines=0,
        spans=0,
        swept_background=0,
        swept_in_pause=0,
        handoffs=0,
        handoff_objects=0,
        steals=0,
        stolen_items=0,
        procyields=0,
        osyields=0,
        sleeps=0,
    )


def _stopped_line(cycle: StoppedCycle) -> str:
    clock = (cycle.stop_ms, cycle.sweep_ms, cycle.mark_ms, cycle.finish_ms)
    return (
        f"gc{cycle.cycle}({cycle.threads}): {'+'.join(str(_us(ms)) for ms in clock)} us, "
        f"{cycle.heap_start_mb} -> {cycle.heap_end_mb} MB, "
        f"{cycle.objects} ({cycle.mallocs}-{cycle.frees}) objects, {cycle.goroutines} goroutines, "
        f"{cycle.spans}/{cycle.swept_background}/{cycle.swept_in_pause} sweeps, "
        f"{cycle.handoffs}({cycle.handoff_objects}) handoff, {cycle.steals}({cycle.stolen_items}) steal, "
        f"{cycle.procyields}/{cycle.osyields}/{cycle.sleeps} yields"
    )


def _concurrent_line(cycle: ConcurrentCycle) -> str:
    since_ms = round(cycle.start_s * _NS_PER_S) // _NS_PER_MS
    scan = (cycle.scan_ms, cycle.install_barrier_ms)
    scan_cpu = (cycle.scan_cpu_ms, cycle.install_barrier_cpu_ms)
    clock = (cycle.sweep_termination_ms, *scan, cycle.mark_ms, cycle.mark_termination_ms)
    marking = "/".join(_ms(ms) for ms in (cycle.assist_ms, cycle.background_ms, cycle.idle_ms))
    stop_cpu = _ms(cycle.sweep_termination_cpu_ms)
    cpu = (stop_cpu, *(_ms(ms) for ms in scan_cpu if ms is not None), marking, _ms(cycle.mark_termination_cpu_ms))
    return (
        f"gc {cycle.cycle} @{since_ms // 1000}.{since_ms % 1000:03}s {cycle.gc_cpu_percent}%: "
        f"{'+'.join(_ms(ms) for ms in clock if ms is not None)} ms clock, {'+'.join(cpu)} ms cpu, "
        f"{cycle.heap_start_mb}->{cycle.heap_end_mb}->{cycle.heap_marked_mb} MB, {cycle.goal_mb} MB goal, "
        f"{cycle.ps} P{' (forced)' if cycle.forced else ''}"
    )


def _us(ms: float) -> int:
    """Return whole us. A number of ms with decimals is a little more or less than it seems, a number of ns is not."""
    return round(ms * _NS_PER_MS) // _NS_PER_US


def _ms(ms: float) -> str:
    """Return ms as ``fmtNSAsMS`` writes them: two digits, at most three decimals, all others cut off."""
    us = _us(ms)
    if us == 0:
        return "0"
    if us >= _TWO_DIGITS_BELOW_US:
        return str(us // _US_PER_MS)
    cut = max(len(str(us)) - 2, 0)
    return f"{us // 10**cut * 10**cut / _US_PER_MS:.{3 - cut}f}"
