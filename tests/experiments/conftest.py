"""Runs of the experiments' studies as a folder of results would give them, but not simulated."""

import numpy as np
import pandas as pd

import gcsim
from experiments.experiment import ROOT, Experiment
from gcsim.recording import LatencyHistogram
from gcsim.recording.histogram import BUCKETS
from gcsim.studies import axes_of
from gcsim.vocabulary import Cause

_NS_PER_MS = 1_000_000
_MS = {"1.4": 20, "1.5": 2, "1.6": 1, "1.7": 1, "1.8": 1}

_LATENCY = LatencyHistogram(np.ones(BUCKETS, np.int64), np.ones((BUCKETS, len(Cause)), np.int64), 1)


def runs_of(experiment: Experiment) -> pd.DataFrame:
    """Give a row for each run of a study: three collections, or out of memory after 50 s without a collector."""
    rows = []
    for scenario in gcsim.load(ROOT / experiment.config).expand():
        collects = scenario.gogc != "off"
        pause = _MS[scenario.go] * _NS_PER_MS
        promise = scenario.collector.pause_budget
        cut = scenario.collector.strategy == "budgeted"
        rows.append(
            {
                **axes_of(scenario),
                "pauses_ns": [pause, 2 * pause, 3 * pause] if collects else [],
                "cycle_ends_ns": [10**9, 2 * 10**9, 3 * 10**9] if collects else [],
                "sampled_ns": [0, 5 * 10**9],
                "sampled_goroutines": [2, 602],
                "sampled_heap_bytes": [2**23, 2**24],
                "ops": 100,
                "counts.bodies_left_open": 300,
                "leaks.goroutines": 600,
                "leaks.stack_bytes": 300 * 8192,
                "leaks.heap_bytes": 300 * 11_500,
                "leaks.descriptors": 300,
                "cycles": 3 if collects else 0,
                "simulated_ns": 50_000_000_000,
                "ended_by": "cycles" if collects else "out_of_memory",
                "gc_cpu_fraction": 0.25 if collects else 0.0,
                "latency": _LATENCY,
                "op_ns.p50": 105_000.0,
                "op_ns.p99": 200_000.0,
                "op_ns.p999": 300_000.0,
                "pause_ns.p50": 2.0 * pause if collects else None,
                "ops_per_s": 600.0 if collects else 900.0,
                "allocated_bytes": 100 * 2**20,
                "heap_bytes.peak": (320 if cut else 256) * 2**20,
                "budget.pause_ns": promise.pause_ns,
                "budget.window_ns": promise.window_ns,
                "budget.stopped_ns": min(pause, promise.pause_ns) if cut else pause,
                "budget.cycles_over_share": 0.0 if cut else 1.0,
                "budget.longest_indivisible_ns": 300_000 if cut else None,
                "budget.attainable": promise.pause_ns >= 300_000 if cut else None,
                **{f"{curve}_e12": [0, 500_000_000_000, 10**12] for curve in ("stops_mmu", "stops_bmu", "mmu", "bmu")},
            }
        )
    return pd.DataFrame(rows)
