"""The recording of one run."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from gcsim.recording.histogram import LatencyHistogram

__all__ = [
    "CYCLE_COLUMNS",
    "GOROUTINE_COLUMNS",
    "HEAP_COLUMNS",
    "PAUSE_COLUMNS",
    "UTILIZATION_COLUMNS",
    "LeakGroup",
    "Recording",
]

PAUSE_COLUMNS: Mapping[str, str] = {
    "cycle": "int64",
    "phase": "int8",
    "requested_ns": "int64",
    "stopped_ns": "int64",
    "end_ns": "int64",
}
"""A row for each stop: its cycle, :class:`~gcsim.vocabulary.StopPhase`, when it was asked for, when all had stopped,
when the world ran again. The pause, as Go's ``PauseNs`` counts it, is ``end_ns - requested_ns``."""

CYCLE_COLUMNS: Mapping[str, str] = {
    "cycle": "int64",
    "forced": "bool",
    "start_ns": "int64",
    "mark_start_ns": "int64",
    "mark_end_ns": "int64",
    "end_ns": "int64",
    "scan_ns": "int64",
    "sweep_termination_ns": "int64",
    "mark_termination_ns": "int64",
    "assist_ns": "int64",
    "dedicated_ns": "int64",
    "fractional_ns": "int64",
    "idle_ns": "int64",
    "heap_start": "int64",
    "heap_end": "int64",
    "heap_marked": "int64",
    "goal": "int64",
    "trigger": "int64",
    "next_trigger": "int64",
    "trigger_ratio": "float64",
    "utilization": "float64",
    "scan_work": "int64",
    "major": "bool",
}
"""A row for each *completed* collection. Heap columns are bytes as ``gctrace`` prints them (at the start, at mark
termination, marked, goal); ``*_ns`` beside the instants are durations; assist, dedicated, fractional and idle are CPU
time. A collection that leaves an old generation alone is not major."""

HEAP_COLUMNS: Mapping[str, str] = {"time_ns": "int64", "live_bytes": "int64", "reachable_bytes": "int64"}
"""Corners of the piecewise linear heap: ``live_bytes`` is what is in use, reachable or not yet swept."""

UTILIZATION_COLUMNS: Mapping[str, str] = {"time_ns": "int64", "collecting_ps": "int32"}
"""Steps: from ``time_ns`` on, so many Ps work for the collector or stand still for it (all of them in a stop)."""

GOROUTINE_COLUMNS: Mapping[str, str] = {
    "time_ns": "int64",
    "goroutines": "int64",
    "stack_bytes": "int64",
    "heap_bytes": "int64",
    "threads": "int64",
    "descriptors": "int64",
}
"""Samples at regular times: goroutines that have not ended, bytes of their stacks, heap in use, Ms, and open
descriptors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeakGroup:
    """Goroutines of one program that wait at one line and can never run again.

    Attributes
    ----------
    program : str
        The function with which they began.
    where : str
        The line at which they wait, as ``file.py:12``.
    waits : str
        What for, as Go words it: ``"chan send"``.
    goroutines : int
        How many.
    stack_bytes, heap_bytes : int
        Bytes of their stacks; bytes of heap that stay reachable through them, their ``g`` and ``sudog`` structures
        among them.
    descriptors : int
        Open descriptors that they hold.
    goroutines_per_s : float
        How many began their wait in each second of the recorded window, on average.
    """

    program: str
    where: str
    waits: str
    goroutines: int
    stack_bytes: int
    heap_bytes: int
    descriptors: int
    goroutines_per_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What one run left behind; times are simulated ns since the process began, sizes bytes.

    Attributes
    ----------
    start_ns, end_ns : int
        The recorded window; the set-up and the warm-up lie before it.
    warmup_ns : int
        Time between the two that was simulated and not recorded.
    gomaxprocs : int
        Number of Ps.
    ended_by : str
        ``"duration"``, ``"cycles"``, ``"at_most"``, ``"exit"`` (main returned), ``"out_of_memory"``, ``"deadlock"``,
        ``"panic"``, ``"stack_overflow"``, ``"thread_exhaustion"`` or ``"program_error"``.
    failure : str
        What the process, or gcsim, had to say about an end that is a failure; else empty.
    ops, allocated_bytes, allocated_objects : int
        Operations done, bytes and objects allocated inside the window.
    heap_peak, heap_live, heap_goal : int
        Largest counted heap in the window; reachable bytes and the goal at its end.
    pauses, cycles, heap, utilization, goroutines : dict of str to ndarray
        Columns of :data:`PAUSE_COLUMNS`, :data:`CYCLE_COLUMNS`, :data:`HEAP_COLUMNS`, :data:`UTILIZATION_COLUMNS` and
        :data:`GOROUTINE_COLUMNS`.
    p_time_ns : ndarray, shape (gomaxprocs, len(PState)), int64
        Time of each P in each state; every row sums to ``end_ns - start_ns``.
    latency : LatencyHistogram
        Operation latencies and their causes.
    regions : dict of str to (int, int)
        Parts of the address space from the lowest address up: bytes reserved, and bytes resident, at the end.
    leaks : tuple of LeakGroup
        Goroutines that can never run again, as of the end; the largest group first.
    counts : dict of str to int
        What the program counted itself, such as values that were dropped.
    stop_terms_ns : dict of str to int
        What all stops consisted of, ns by the names of the laws' terms, with ``stopping`` and what a ``quota`` adds.
    last_stop_ns : int
        Where stops are cut to keep a promise, the longest that a cycle's last one was expected to take, ns; else 0.
    """

    start_ns: int
    end_ns: int
    gomaxprocs: int
    ended_by: str
    failure: str
    ops: int
    allocated_bytes: int
    allocated_objects: int
    heap_peak: int
    heap_live: int
    heap_goal: int
    pauses: Mapping[str, npt.NDArray[np.generic]]
    cycles: Mapping[str, npt.NDArray[np.generic]]
    heap: Mapping[str, npt.NDArray[np.generic]]
    utilization: Mapping[str, npt.NDArray[np.generic]]
    goroutines: Mapping[str, npt.NDArray[np.generic]]
    p_time_ns: npt.NDArray[np.int64]
    latency: LatencyHistogram
    regions: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    leaks: tuple[LeakGroup, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    stop_terms_ns: Mapping[str, int] = field(default_factory=dict)
    warmup_ns: int = 0
    last_stop_ns: int = 0
