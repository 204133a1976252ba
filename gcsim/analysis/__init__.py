"""What a recording says: pauses, utilization, latency by cause, processor time, heap, and how sure one may be of it."""

from gcsim.analysis.bmu import bmu, pause_bmu, recording_bmu
from gcsim.analysis.cycles import cycle_medians
from gcsim.analysis.gc_cpu import gc_cpu_fraction
from gcsim.analysis.heap import heap_at, heap_bytes
from gcsim.analysis.intervals import Interval, interval, mean_interval
from gcsim.analysis.latency import cause_ns, latency_quantile, quantile_causes, tail_cause_ns
from gcsim.analysis.leaks import leak_totals
from gcsim.analysis.mmu import mmu, pause_mmu, recording_mmu
from gcsim.analysis.paired import paired_difference, paired_ratio
from gcsim.analysis.pauses import cycle_pauses_ns, distribution, stops_ns
from gcsim.analysis.quantiles import quantile_interval
from gcsim.analysis.steady_state import batch_means, mser5
from gcsim.analysis.summary import MMU_WINDOWS_NS, flatten, summarize

__all__ = [
    "MMU_WINDOWS_NS",
    "Interval",
    "batch_means",
    "bmu",
    "cause_ns",
    "cycle_medians",
    "cycle_pauses_ns",
    "distribution",
    "flatten",
    "gc_cpu_fraction",
    "heap_at",
    "heap_bytes",
    "interval",
    "latency_quantile",
    "leak_totals",
    "mean_interval",
    "mmu",
    "mser5",
    "paired_difference",
    "paired_ratio",
    "pause_bmu",
    "pause_mmu",
    "quantile_causes",
    "quantile_interval",
    "recording_bmu",
    "recording_mmu",
    "stops_ns",
    "summarize",
    "tail_cause_ns",
]
