"""The results of a run by name: as people write them, and as the columns of a study's table.

The names stand here because a scenario may ask for the precision of one; :mod:`gcsim.analysis.summary` is what fills
the columns.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import product

from gcsim.vocabulary import Cause, StopPhase

__all__ = ["METRICS", "OPEN", "column_of", "short_name"]

OPEN = ("counts.", "stw_terms_ns.")
"""Beginnings of columns that not every run has: what a program counts itself, and what its stops consist of."""

_UNIT = re.compile(r"_(ns|bytes)(?=\.)")
_DISTRIBUTION = ("p50", "p90", "p99", "max", "total", "n")
_CAUSES = tuple(cause.name.lower() for cause in Cause)


def short_name(column: str) -> str:
    """Write a column as people do: without units and dots.

    Parameters
    ----------
    column : str
        Of a study's table.

    Returns
    -------
    str

    Examples
    --------
    >>> short_name("pause_ns.p99"), short_name("heap_bytes.peak"), short_name("mmu.10ms"), short_name("ops_per_s")
    ('pause_p99', 'heap_peak', 'mmu_10ms', 'ops_per_s')
    """
    return _UNIT.sub("", column).replace(".", "_")


def _below(*groups: Iterable[str]) -> list[str]:
    return [".".join(names) for names in product(*groups)]


METRICS: Mapping[str, str] = {
    short_name(column): column
    for column in [
        *("simulated_ns", "ops", "ops_per_s", "cycles", "collections_per_s", "allocated_bytes"),
        *_below(["warmup_ns"], ["cut", "mser5"]),
        *_below(["pause_ns"], _DISTRIBUTION),
        *_below(["stw_ns"], [phase.name.lower() for phase in StopPhase], _DISTRIBUTION),
        *_below(["op_ns"], ["p50", "p90", "p99", "p999", "p9999", "max"]),
        *_below(["latency_cause_ns"], _CAUSES),
        *_below(["tail_cause_ns"], ["p999", "p9999"], _CAUSES),
        *_below(["heap_bytes"], ["live", "peak", "goal"]),
        *_below(["memory_bytes"], ["reserved", "resident"]),
        "gc_cpu_fraction",
        *_below(["mmu"], ["1ms", "10ms", "50ms", "100ms"]),
        *_below(["budget"], ["cycles_over_share", "stopped_ns", "longest_indivisible_ns", "mmu_at_window"]),
        *_below(["cycle_medians"], ["heap_start", "heap_end", "heap_marked"]),
        *_below(["cycle_medians"], ["mark_ms", "assist_ms", "background_ms", "idle_ms"]),
        *_below(["leaks"], ["goroutines", "stack_bytes", "heap_bytes", "descriptors", "goroutines_per_s"]),
    ]
}
"""The column of each result that is a number, by its short name."""

_COLUMNS = frozenset(METRICS.values())


def column_of(name: str) -> str | None:
    """Return the column that a name means.

    Parameters
    ----------
    name : str
        Short (``pause_p99``), or the column itself (``pause_ns.p99``).

    Returns
    -------
    str or None
        None if no run has such a result.
    """
    if name in _COLUMNS or name.startswith(OPEN):
        return name
    return METRICS.get(name)
