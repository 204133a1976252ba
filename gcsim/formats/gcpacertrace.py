"""The pacer's log: what Go prints under ``GODEBUG=gcpacertrace=1``, from 1.5 to 1.8.

A concurrent cycle prints a line when it starts and one when its marking ends; from 1.6 on, one more says that the
pages of the heap are swept (``startCycle``, ``endCycle`` and ``sweepone``: go1.5 mgc.go:433 and :537, go1.8 mgc.go:480
and :600, mgcsweep.go). A forced cycle, which marks with the world stopped, has no pacer and prints neither of the
first two. Go 1.4 has no pacer. From 1.9 on the third line reads otherwise.
"""

import math
import re
from dataclasses import dataclass

__all__ = ["CycleEnd", "CycleStart", "PacerTraceLine", "SweepDone", "parse", "rounding"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleStart:
    """What the pacer plans when a cycle starts.

    Attributes
    ----------
    assist_ratio : float
        Scan work that a goroutine owes for an allocated byte; seven digits are printed.
    scan_mb : int
        Scannable heap, MiB, cut.
    live_mb, goal_mb : int
        Heap as the cycle starts and the heap at which it should end, MiB, cut.
    dedicated, fractional : int
        Background workers of either kind.
    """

    assist_ratio: float
    scan_mb: int
    live_mb: int
    goal_mb: int
    dedicated: int
    fractional: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleEnd:
    """What the controller sees when marking ends; ratios are printed with seven digits, bytes exactly.

    Attributes
    ----------
    marked_before : int
        ``H_m_prev``: bytes that the cycle before marked, or what the runtime pretends where the trigger was the least
        heap.
    trigger_ratio : float
        ``h_t``: growth at which this cycle was to start. The next one's follows from this line.
    trigger : int
        ``H_T``: heap at which it was to start, bytes.
    growth : float
        ``h_a``: growth at its end.
    heap : int
        ``H_a``: heap at its end, bytes.
    goal_growth : float
        ``h_g``: growth at which it should have ended, GOGC/100.
    goal : int
        ``H_g``: the same as a heap, bytes. Where the pacer paces from the reachable heap (1.5 and 1.6), this is not the
        goal of :class:`CycleStart`.
    utilization, goal_utilization : float
        ``u_a`` and ``u_g``: share of the Ps' time that marking took, and should have taken.
    scan_work : int
        ``W_a``: scan work done, bytes.
    goal_distance, distance, relative_utilization : float
        ``goalΔ``, ``actualΔ`` and ``u_a/u_g``: ``h_g - h_t``, ``h_a - h_t`` and the quotient.
    """

    marked_before: int
    trigger_ratio: float
    trigger: int
    growth: float
    heap: int
    goal_growth: float
    goal: int
    utilization: float
    goal_utilization: float
    scan_work: int
    goal_distance: float
    distance: float
    relative_utilization: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepDone:
    """That the last page is swept.

    Attributes
    ----------
    heap_mb, allocated_mb : int
        Heap, and what was allocated in spans since the sweep began, MiB, cut.
    pages : int
        Pages swept.
    pages_per_byte : float or None
        Pages that an allocated byte had to sweep, seven digits; 0 where an allocation that owed some found none left,
        or the sweep was part of a forced cycle. None in 1.6, which does not print it.
    """

    heap_mb: int
    allocated_mb: int
    pages: int
    pages_per_byte: float | None


PacerTraceLine = CycleStart | CycleEnd | SweepDone
"""One line of the log."""

_RATIO = r"[-+]\d\.\d{6}e[-+]\d{3}"
_START = re.compile(
    rf"pacer: assist ratio=(?P<assist_ratio>{_RATIO}) "
    r"\(scan (?P<scan_mb>\d+) MB in (?P<live_mb>\d+)->(?P<goal_mb>\d+) MB\) "
    r"workers=(?P<dedicated>\d+)\+(?P<fractional>\d+)"
)
_END = re.compile(
    rf"pacer: H_m_prev=(?P<marked_before>\d+) h_t=(?P<trigger_ratio>{_RATIO}) H_T=(?P<trigger>\d+) "
    rf"h_a=(?P<growth>{_RATIO}) H_a=(?P<heap>\d+) h_g=(?P<goal_growth>{_RATIO}) H_g=(?P<goal>-?\d+) "
    rf"u_a=(?P<utilization>{_RATIO}) u_g=(?P<goal_utilization>{_RATIO}) W_a=(?P<scan_work>\d+) "
    rf"goalΔ=(?P<goal_distance>{_RATIO}) actualΔ=(?P<distance>{_RATIO}) u_a/u_g=(?P<relative_utilization>{_RATIO})"
)
_SWEPT = re.compile(
    r"pacer: sweep done at heap size (?P<heap_mb>\d+)MB; allocated (?P<allocated_mb>\d+)MB of spans; "
    rf"swept (?P<pages>\d+) pages(?: at (?P<pages_per_byte>{_RATIO}) pages/byte)?"
)
_DECIMALS = 6


def parse(text: str) -> list[PacerTraceLine]:
    """Return what a log says of the pacer, in its order.

    A program's other lines on standard error (``gc``, ``scvg``, its own) are passed over, and so is a last line that
    the end of the process cut short.

    Parameters
    ----------
    text : str
        The log, or part of it.

    Returns
    -------
    list of CycleStart, CycleEnd or SweepDone
        One for each line of the pacer.

    Raises
    ------
    ValueError
        If a line begins as one of the pacer and is none of 1.5 to 1.8; the message has its number, from 1.

    Examples
    --------
    >>> parse("pacer: sweep done at heap size 8MB; allocated 0MB of spans; swept 1113 pages")
    [SweepDone(heap_mb=8, allocated_mb=0, pages=1113, pages_per_byte=None)]
    """
    found: list[PacerTraceLine] = []
    lines = text.splitlines(keepends=True)
    for number, whole in enumerate(lines, start=1):
        line = whole.strip()
        if not line.startswith("pacer: "):
            continue
        if match := _START.fullmatch(line):
            found.append(_start(match))
        elif match := _END.fullmatch(line):
            found.append(_end(match))
        elif match := _SWEPT.fullmatch(line):
            found.append(_swept(match))
        elif number < len(lines) or whole.endswith("\n"):
            raise ValueError(f"line {number}: not a gcpacertrace line of Go 1.5 to 1.8: {line!r}")
    return found


def rounding(ratio: float) -> float:
    """Return how far a printed ratio may be from the one that was meant: half of its seventh digit.

    Parameters
    ----------
    ratio : float
        A ratio as read; Go prints all floats of the log as ``+d.dddddde+ddd``, rounded (``printfloat``, go1.8
        print.go:137).

    Examples
    --------
    >>> rounding(0.875), rounding(0.05)
    (5e-08, 5e-09)
    """
    return 0.5 * 10.0 ** (math.floor(math.log10(abs(ratio))) - _DECIMALS) if ratio else 0.0


def _start(match: re.Match[str]) -> CycleStart:
    return CycleStart(
        assist_ratio=float(match["assist_ratio"]),
        scan_mb=int(match["scan_mb"]),
        live_mb=int(match["live_mb"]),
        goal_mb=int(match["goal_mb"]),
        dedicated=int(match["dedicated"]),
        fractional=int(match["fractional"]),
    )


def _end(match: re.Match[str]) -> CycleEnd:
    return CycleEnd(
        marked_before=int(match["marked_before"]),
        trigger_ratio=float(match["trigger_ratio"]),
        trigger=int(match["trigger"]),
        growth=float(match["growth"]),
        heap=int(match["heap"]),
        goal_growth=float(match["goal_growth"]),
        goal=int(match["goal"]),
        utilization=float(match["utilization"]),
        goal_utilization=float(match["goal_utilization"]),
        scan_work=int(match["scan_work"]),
        goal_distance=float(match["goal_distance"]),
        distance=float(match["distance"]),
        relative_utilization=float(match["relative_utilization"]),
    )


def _swept(match: re.Match[str]) -> SweepDone:
    rate = match["pages_per_byte"]
    return SweepDone(
        heap_mb=int(match["heap_mb"]),
        allocated_mb=int(match["allocated_mb"]),
        pages=int(match["pages"]),
        pages_per_byte=None if rate is None else float(rate),
    )
