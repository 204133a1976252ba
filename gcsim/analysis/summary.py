"""One run in one mapping, and the mapping as one row."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from gcsim.analysis.budget import compliance
from gcsim.analysis.cycles import cycle_medians
from gcsim.analysis.gc_cpu import gc_cpu_fraction
from gcsim.analysis.heap import heap_bytes
from gcsim.analysis.latency import cause_ns, latency_quantile, tail_cause_ns
from gcsim.analysis.leaks import leak_totals
from gcsim.analysis.mmu import recording_mmu
from gcsim.analysis.pauses import cycle_pauses_ns, distribution, stops_ns
from gcsim.recording import Recording, transient_ns
from gcsim.vocabulary import StopPhase

__all__ = ["MMU_WINDOWS_NS", "flatten", "summarize"]

MMU_WINDOWS_NS: Mapping[str, int] = {
    "1ms": 1_000_000,
    "10ms": 10_000_000,
    "50ms": 50_000_000,
    "100ms": 100_000_000,
}
"""The windows, ns, whose MMU every summary has, by their name in it."""

_NS_PER_S = 1_000_000_000
_LATENCY_QUANTILES = {"p50": 0.5, "p90": 0.9, "p99": 0.99, "p999": 0.999, "p9999": 0.9999}
_TAILS = ("p999", "p9999")
_SCALARS = (int, float, str, list, type(None))


def summarize(recording: Recording, *, budget_pause_ns: int, budget_window_ns: int) -> dict[str, Any]:
    """Return what a run came to.

    Parameters
    ----------
    recording : Recording
        One run.
    budget_pause_ns, budget_window_ns : int
        The promised pause and the window in which it is promised, ns.

    Returns
    -------
    dict
        Nested plain data, ready for JSON; what the run has no value for is None. Keys and units:

        - ``simulated_ns``, ``ended_by``; ``ops``, ``ops_per_s``; ``cycles`` (completed), ``collections_per_s``;
          ``allocated_bytes``;
        - ``warmup_ns``: ``cut`` before the recorded window, and ``mser5``, what
          :func:`~gcsim.recording.transient_ns` would cut of the window itself;
        - ``pause_ns``: ``p50``, ``p90``, ``p99``, ``max``, ``total`` in ns and ``n``, of the pauses of whole cycles;
        - ``stw_ns``: the same for each kind of stop; ``stw_terms_ns``: what all stops consisted of, ns by the names of
          the laws' terms;
        - ``op_ns``: quantiles of an operation's latency, ns; ``latency_cause_ns``: all operations' time by cause, ns;
          ``tail_cause_ns``: that of the operations beyond a quantile;
        - ``heap_bytes``: ``live``, ``peak``, ``goal``; ``memory_bytes``: ``reserved`` and ``resident`` of the
          address space; ``gc_cpu_fraction``: share of P time;
        - ``mmu``: share by window;
        - ``budget``: as :func:`~gcsim.analysis.budget.compliance`, and ``mmu_at_window``;
        - ``cycle_medians``: as :func:`~gcsim.analysis.cycles.cycle_medians`;
        - ``leaks``: as :func:`~gcsim.analysis.leaks.leak_totals`, with the ``groups``, a list of mappings;
        - ``counts``: what the program counted itself.

    Raises
    ------
    ValueError
        If the recording's utilization is no step function of time, or `budget_window_ns` is not positive.
    """
    simulated_ns = recording.end_ns - recording.start_ns
    cycles = len(recording.cycles["cycle"])
    pauses = cycle_pauses_ns(recording)
    *mmus, mmu_at_window = (
        None if np.isnan(share) else float(share)
        for share in recording_mmu(recording, [*MMU_WINDOWS_NS.values(), budget_window_ns])
    )
    latency = recording.latency
    return {
        "simulated_ns": simulated_ns,
        "ended_by": recording.ended_by,
        "ops": recording.ops,
        "ops_per_s": _per_s(recording.ops, simulated_ns),
        "cycles": cycles,
        "collections_per_s": _per_s(cycles, simulated_ns),
        "allocated_bytes": recording.allocated_bytes,
        "warmup_ns": {"cut": recording.warmup_ns, "mser5": transient_ns(recording)},
        "pause_ns": distribution(pauses),
        "stw_ns": {phase.name.lower(): distribution(stops_ns(recording, phase)) for phase in StopPhase},
        "stw_terms_ns": dict(recording.stop_terms_ns),
        "op_ns": {
            **{name: latency_quantile(latency, share) for name, share in _LATENCY_QUANTILES.items()},
            "max": latency_quantile(latency, 1),
        },
        "latency_cause_ns": cause_ns(latency),
        "tail_cause_ns": {name: tail_cause_ns(latency, _LATENCY_QUANTILES[name]) for name in _TAILS},
        "heap_bytes": heap_bytes(recording),
        "memory_bytes": {
            "reserved": sum(reserved for reserved, _ in recording.regions.values()),
            "resident": sum(resident for _, resident in recording.regions.values()),
        },
        "gc_cpu_fraction": gc_cpu_fraction(recording),
        "mmu": dict(zip(MMU_WINDOWS_NS, mmus, strict=True)),
        "budget": {
            **compliance(recording, pause_ns=budget_pause_ns, window_ns=budget_window_ns),
            "mmu_at_window": mmu_at_window,
        },
        "cycle_medians": cycle_medians(recording),
        "leaks": {**leak_totals(recording), "groups": [asdict(group) for group in recording.leaks]},
        "counts": dict(recording.counts),
    }


def flatten(summary: Mapping[str, Any]) -> dict[str, Any]:
    """Return a summary as one row: nested keys joined by dots.

    Parameters
    ----------
    summary : mapping
        Nested mappings with text keys, as :func:`summarize` returns them.

    Returns
    -------
    dict of str to scalar
        In the order of `summary`. Lists are left out: a row has no place for them.

    Examples
    --------
    >>> flatten({"ops": 3, "pause_ns": {"p50": 1.5, "n": 2}})
    {'ops': 3, 'pause_ns.p50': 1.5, 'pause_ns.n': 2}
    """
    row: dict[str, Any] = {}
    _flatten_into(row, "", summary)
    return row


def _flatten_into(row: dict[str, Any], prefix: str, summary: Mapping[str, Any]) -> None:
    for key, value in summary.items():
        # Every run of a study comes through here, and asking what is a Mapping takes longer than all the rest.
        if isinstance(value, dict) or (not isinstance(value, _SCALARS) and isinstance(value, Mapping)):
            _flatten_into(row, f"{prefix}{key}.", value)
        elif not isinstance(value, list):
            row[prefix + key] = value


def _per_s(count: int, time_ns: int) -> float | None:
    return count * _NS_PER_S / time_ns if time_ns else None
