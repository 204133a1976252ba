"""The collector's log: what Go prints under ``GODEBUG=gctrace=1``, from 1.4 on.

Four formats exist: 1.4's (``mgc0.c``, ``gc``), 1.5's with five clock fields, 1.6's with three, which later releases
keep, and that with the pacer's stacks and globals behind the goal, since the pacer counts them (go1.19 ``mgc.go:1123``,
``gcMarkTermination``).
"""

import re
from dataclasses import dataclass

__all__ = ["ConcurrentCycle", "GcTraceLine", "StoppedCycle", "measured_window", "parse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoppedCycle:
    """A collection of 1.4: all of it inside one stop of the world.

    The line says neither when it ran nor whether it was forced.

    Attributes
    ----------
    cycle : int
        Number of the collection, from 1.
    threads : int
        Threads that marked.
    stop_ms, sweep_ms, mark_ms, finish_ms : float
        Wall time, printed in whole us: stopping the world, sweeping what is left, marking, waiting for the helpers and
        the rest.
    heap_start_mb : int
        The live heap that the previous collection left, MiB; the runtime derives it as
        ``next_gc * 100 / (GOGC + 100)``.
    heap_end_mb : int
        Heap when the collection ran, MiB, garbage included.
    objects, mallocs, frees : int
        Objects in the heap; ever allocated; ever freed.
    goroutines : int
        Goroutines.
    spans, swept_background, swept_in_pause : int
        Spans; of them swept since the last collection by the background sweeper, and inside this stop.
    handoffs, handoff_objects, steals, stolen_items, procyields, osyields, sleeps : int
        Counters of the threads that shared the marking.
    """

    cycle: int
    threads: int
    stop_ms: float
    sweep_ms: float
    mark_ms: float
    finish_ms: float
    heap_start_mb: int
    heap_end_mb: int
    objects: int
    mallocs: int
    frees: int
    goroutines: int
    spans: int
    swept_background: int
    swept_in_pause: int
    handoffs: int
    handoff_objects: int
    steals: int
    stolen_items: int
    procyields: int
    osyields: int
    sleeps: int

    @property
    def pause_ms(self) -> float:
        """Time the world stood still, ms."""
        return self.stop_ms + self.sweep_ms + self.mark_ms + self.finish_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcurrentCycle:
    """A collection of 1.5 or later: two stops of the world, and marking between them.

    Attributes
    ----------
    cycle : int
        Number of the collection, from 1.
    start_s : float
        Since the start of the process, s, at sweep termination.
    gc_cpu_percent : int
        Share of the processors that collections took since the start of the process, percent, cut; idle workers
        excluded.
    sweep_termination_ms, mark_ms, mark_termination_ms : float
        Wall time; the first and last are stops of the world.
    scan_ms, install_barrier_ms : float or None
        Wall time of the root scan and of switching the write barrier on, phases of their own in 1.5 only.
    sweep_termination_cpu_ms, mark_termination_cpu_ms : float
        The stops' wall time times the Ps they hold.
    scan_cpu_ms, install_barrier_cpu_ms : float or None
        CPU time of these phases, 1.5 only.
    assist_ms, background_ms, idle_ms : float
        CPU time of assists, of dedicated and fractional workers, of idle workers. A forced cycle repeats those of the
        cycle before.
    heap_start_mb, heap_end_mb, heap_marked_mb, goal_mb : int
        Heap at the start and at mark termination, marked heap, goal: MiB, cut.
    ps : int
        GOMAXPROCS.
    forced : bool
        Whether the program asked for it (``runtime.GC``): until 1.8 the world stood still throughout. A collection
        because of two minutes without one is not marked.
    stacks_mb, globals_mb : int or None
        Stacks and globals that the goal allows for, MiB, cut; in the newest format only.
    """

    cycle: int
    start_s: float
    gc_cpu_percent: int
    sweep_termination_ms: float
    scan_ms: float | None
    install_barrier_ms: float | None
    mark_ms: float
    mark_termination_ms: float
    sweep_termination_cpu_ms: float
    scan_cpu_ms: float | None
    install_barrier_cpu_ms: float | None
    assist_ms: float
    background_ms: float
    idle_ms: float
    mark_termination_cpu_ms: float
    heap_start_mb: int
    heap_end_mb: int
    heap_marked_mb: int
    goal_mb: int
    ps: int
    forced: bool
    stacks_mb: int | None = None
    globals_mb: int | None = None

    @property
    def pause_ms(self) -> float:
        """Sum of the two stops, ms."""
        return self.sweep_termination_ms + self.mark_termination_ms


GcTraceLine = StoppedCycle | ConcurrentCycle
"""One collection as the log tells it."""

_STOPPED = re.compile(
    r"gc(?P<cycle>\d+)\((?P<threads>\d+)\): "
    r"(?P<stop_ms>\d+)\+(?P<sweep_ms>\d+)\+(?P<mark_ms>\d+)\+(?P<finish_ms>\d+) us, "
    r"(?P<heap_start_mb>\d+) -> (?P<heap_end_mb>\d+) MB, "
    r"(?P<objects>\d+) \((?P<mallocs>\d+)-(?P<frees>\d+)\) objects, (?P<goroutines>\d+) goroutines, "
    r"(?P<spans>\d+)/(?P<swept_background>\d+)/(?P<swept_in_pause>\d+) sweeps, "
    r"(?P<handoffs>\d+)\((?P<handoff_objects>\d+)\) handoff, (?P<steals>\d+)\((?P<stolen_items>\d+)\) steal, "
    r"(?P<procyields>\d+)/(?P<osyields>\d+)/(?P<sleeps>\d+) yields"
)
_MS = r"\d+(?:\.\d+)?"
_CONCURRENT = re.compile(
    rf"gc (?P<cycle>\d+) @(?P<start_s>{_MS})s (?P<gc_cpu_percent>\d+)%: "
    rf"(?P<sweep_termination_ms>{_MS})\+(?:(?P<scan_ms>{_MS})\+(?P<install_barrier_ms>{_MS})\+)?"
    rf"(?P<mark_ms>{_MS})\+(?P<mark_termination_ms>{_MS}) ms clock, "
    rf"(?P<sweep_termination_cpu_ms>{_MS})\+(?:(?P<scan_cpu_ms>{_MS})\+(?P<install_barrier_cpu_ms>{_MS})\+)?"
    rf"(?P<assist_ms>{_MS})/(?P<background_ms>{_MS})/(?P<idle_ms>{_MS})\+(?P<mark_termination_cpu_ms>{_MS}) ms cpu, "
    r"(?P<heap_start_mb>\d+)->(?P<heap_end_mb>\d+)->(?P<heap_marked_mb>\d+) MB, (?P<goal_mb>\d+) MB goal, "
    r"(?:(?P<stacks_mb>\d+) MB stacks, (?P<globals_mb>\d+) MB globals, )?"
    r"(?P<ps>\d+) P(?P<forced> \(forced\))?"
)
_COLLECTION = re.compile(r"gc ?\d")
_US_PER_MS = 1000


def parse(text: str) -> list[GcTraceLine]:
    """Return the collections that a log tells of, in its order.

    A program's other lines on standard error (``scvg``, ``pacer:``, its own) are passed over, and so is a last line
    that the end of the process cut short.

    Parameters
    ----------
    text : str
        The log, or part of it.

    Returns
    -------
    list of StoppedCycle or ConcurrentCycle
        One for each line of a collection.

    Raises
    ------
    ValueError
        If a line begins as that of a collection and is of no known format; the message has its number, from 1.
    """
    collections: list[GcTraceLine] = []
    lines = text.splitlines(keepends=True)
    for number, whole in enumerate(lines, start=1):
        line = whole.strip()
        if not _COLLECTION.match(line):
            continue
        if match := _CONCURRENT.fullmatch(line):
            collections.append(_concurrent(match))
        elif match := _STOPPED.fullmatch(line):
            collections.append(_stopped(match))
        elif number < len(lines) or whole.endswith("\n"):
            raise ValueError(f"line {number}: not a gctrace line of any known Go release: {line!r}")
    return collections


def measured_window(text: str) -> str:
    """Return the part of a log that belongs to the measured time.

    Parameters
    ----------
    text : str
        Log of a run of the reference program, which prints ``# begin`` and ``# end`` around the measured time.

    Returns
    -------
    str
        The lines between the two.

    Raises
    ------
    ValueError
        If there is not exactly one of each, in this order.
    """
    lines = text.splitlines(keepends=True)
    begins = [at for at, line in enumerate(lines) if line.rstrip() == "# begin"]
    ends = [at for at, line in enumerate(lines) if line.rstrip() == "# end"]
    if len(begins) != 1 or len(ends) != 1 or begins > ends:
        raise ValueError(f"expected one line '# begin' and after it one '# end', found {len(begins)} and {len(ends)}")
    return "".join(lines[begins[0] + 1 : ends[0]])


def _stopped(match: re.Match[str]) -> StoppedCycle:
    number = {name: int(value) for name, value in match.groupdict().items()}
    return StoppedCycle(
        cycle=number["cycle"],
        threads=number["threads"],
        stop_ms=number["stop_ms"] / _US_PER_MS,
        sweep_ms=number["sweep_ms"] / _US_PER_MS,
        mark_ms=number["mark_ms"] / _US_PER_MS,
        finish_ms=number["finish_ms"] / _US_PER_MS,
        heap_start_mb=number["heap_start_mb"],
        heap_end_mb=number["heap_end_mb"],
        objects=number["objects"],
        mallocs=number["mallocs"],
        frees=number["frees"],
        goroutines=number["goroutines"],
        spans=number["spans"],
        swept_background=number["swept_background"],
        swept_in_pause=number["swept_in_pause"],
        handoffs=number["handoffs"],
        handoff_objects=number["handoff_objects"],
        steals=number["steals"],
        stolen_items=number["stolen_items"],
        procyields=number["procyields"],
        osyields=number["osyields"],
        sleeps=number["sleeps"],
    )


def _concurrent(match: re.Match[str]) -> ConcurrentCycle:
    def optional(name: str) -> float | None:
        return None if match[name] is None else float(match[name])

    def optional_mb(name: str) -> int | None:
        return None if match[name] is None else int(match[name])

    return ConcurrentCycle(
        cycle=int(match["cycle"]),
        start_s=float(match["start_s"]),
        gc_cpu_percent=int(match["gc_cpu_percent"]),
        sweep_termination_ms=float(match["sweep_termination_ms"]),
        scan_ms=optional("scan_ms"),
        install_barrier_ms=optional("install_barrier_ms"),
        mark_ms=float(match["mark_ms"]),
        mark_termination_ms=float(match["mark_termination_ms"]),
        sweep_termination_cpu_ms=float(match["sweep_termination_cpu_ms"]),
        scan_cpu_ms=optional("scan_cpu_ms"),
        install_barrier_cpu_ms=optional("install_barrier_cpu_ms"),
        assist_ms=float(match["assist_ms"]),
        background_ms=float(match["background_ms"]),
        idle_ms=float(match["idle_ms"]),
        mark_termination_cpu_ms=float(match["mark_termination_cpu_ms"]),
        heap_start_mb=int(match["heap_start_mb"]),
        heap_end_mb=int(match["heap_end_mb"]),
        heap_marked_mb=int(match["heap_marked_mb"]),
        goal_mb=int(match["goal_mb"]),
        ps=int(match["ps"]),
        forced=match["forced"] is not None,
        stacks_mb=optional_mb("stacks_mb"),
        globals_mb=optional_mb("globals_mb"),
    )
