"""The pacer's formulas, release by release, as pure functions.

Names follow the design document as ``gcpacertrace`` prints it: ``h_t`` trigger ratio, ``h_a`` actual growth, ``h_g``
goal growth, ``u_a`` utilization. Sources: go1.5 mgc.go:302-534 and :1405, go1.6 :398-565 and :1524, go1.7 :400-571
and :1549, go1.8 :426-596 and :1615; go1.4 mgc0.c:1061-1095.
"""

from dataclasses import dataclass

__all__ = [
    "GOAL_UTILIZATION",
    "INITIAL_TRIGGER_RATIO",
    "Workers",
    "assist_ratio_absolute",
    "assist_ratio_remaining",
    "heap_goal",
    "heap_minimum",
    "next_trigger",
    "next_trigger_ratio",
    "sweep_pages_per_byte",
    "utilization",
    "workers",
]

GOAL_UTILIZATION = 0.25
"""``gcGoalUtilization`` (go1.5 mgc.go:688, go1.8 mgc.go:765)."""

INITIAL_TRIGGER_RATIO = 7 / 8
"""``triggerRatio`` of the first cycle (go1.5 mgc.go:305, go1.8 mgc.go:333)."""

_GAIN = 0.5
"""``triggerGain`` (go1.5 mgc.go:496)."""

_MIB = 1 << 20
_LEAST_SCAN_WORK = 1000
"""Least scan work that is thought to be left (go1.6 mgc.go:472)."""


@dataclass(frozen=True, slots=True)
class Workers:
    """How many Ps mark in the background.

    Attributes
    ----------
    dedicated : int
        Workers that keep a P for the whole mark phase.
    fractional_goal : float
        Share of one P that the fractional worker aims at; 0 if there is none.
    """

    dedicated: int
    fractional_goal: float


def workers(ps: int) -> Workers:
    """Return the background workers of go1.5 to 1.9 for GOMAXPROCS (``startCycle``, go1.5 mgc.go:424, go1.8 :455).

    Examples
    --------
    >>> workers(2), workers(4), workers(6)
    (Workers(dedicated=0, fractional_goal=0.5), Workers(dedicated=1, fractional_goal=0.0), Workers(dedicated=1,
    fractional_goal=0.5))
    """
    total = GOAL_UTILIZATION * ps
    return Workers(int(total), total - int(total))


def heap_minimum(gogc: int) -> int:
    """Return the heap below which no cycle starts, bytes: 4 MB * GOGC/100 (go1.5 mgc.go:171 and :218)."""
    return 4 * _MIB * gogc // 100


def heap_goal(base: float, gogc: int) -> float:
    """Return the heap at which a cycle should end, bytes.

    Parameters
    ----------
    base : float
        Heap that the last cycle left, bytes.
    gogc : int
        GOGC, percent.
    """
    return base * (1 + gogc / 100)


def assist_ratio_absolute(heap_scan: float, goal: float, heap_at_start: float) -> float:
    """Return scan work per allocated byte as go1.5 revises it.

    It is all scannable bytes of now over the distance at the start of the cycle, of at least 1 MB (go1.5 mgc.go:458).
    """
    return heap_scan / max(goal - heap_at_start, _MIB)


def assist_ratio_remaining(heap_scan: float, scan_work: float, goal: float, heap_live: float) -> float:
    """Return scan work per allocated byte as go1.6 to 1.9 revise it: what is left by what is left (go1.6 :472)."""
    return max(heap_scan - scan_work, _LEAST_SCAN_WORK) / max(goal - heap_live, 1.0)


def utilization(assist_ns: float, mark_ns: float, ps: int) -> float:
    """Return ``u_a``: the background's share as planned, and the assists' as measured; idle marking does not count."""
    return GOAL_UTILIZATION + (assist_ns / (mark_ns * ps) if mark_ns > 0 else 0.0)


def next_trigger_ratio(ratio: float, growth: float, used: float, gogc: int) -> float:
    """Return the controller's new trigger ratio (``endCycle``, go1.5 mgc.go:488-534; the same to go1.9).

    Parameters
    ----------
    ratio : float
        ``h_t`` of the cycle that ends.
    growth : float
        ``h_a``: heap at its end over what the last cycle marked, less 1.
    used : float
        ``u_a``: see :func:`utilization`.
    gogc : int
        GOGC, percent.

    Returns
    -------
    float
        ``h_t`` of the next cycle, from 0 to 95 % of the goal.

    Examples
    --------
    From a log of go1.8.4 (``gcpacertrace``):

    >>> round(next_trigger_ratio(0.875, 1.336426, 0.4329025, 100), 6)
    0.537995
    """
    goal = gogc / 100
    error = goal - ratio - used / GOAL_UTILIZATION * (growth - ratio)
    return min(max(ratio + _GAIN * error, 0.0), 0.95 * goal)


def next_trigger(base: float, ratio: float, heap_live: float, gogc: int) -> float:
    """Return the heap at which the next cycle starts, bytes (``gcMark``, go1.5 mgc.go:1405, go1.8 :1615).

    Parameters
    ----------
    base : float
        Heap that the cycle left, bytes.
    ratio : float
        ``h_t``.
    heap_live : float
        Counted heap at the end of the cycle, bytes; at least 1 MB * GOGC/100 is left for sweeping.
    gogc : int
        GOGC, percent.
    """
    return max(base * (1 + ratio), heap_minimum(gogc), heap_live + _MIB * gogc / 100)


def sweep_pages_per_byte(pages: float, trigger: float, heap_live: float) -> float:
    """Return the pages that an allocated byte must sweep to be done 1 MB before the trigger (go1.5 mgc.go:1528)."""
    return pages / max(trigger - heap_live - _MIB, 8192.0)
