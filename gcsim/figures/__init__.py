"""Tables in, figures out: nothing here knows where the tables come from."""

from gcsim.figures.ablation import ablation
from gcsim.figures.escape_pressure import escape_pressure
from gcsim.figures.gogc_off import gogc_off
from gcsim.figures.gogc_sweep import gogc_sweep
from gcsim.figures.goroutine_scaling import goroutine_scaling
from gcsim.figures.latency_by_cause import latency_by_cause
from gcsim.figures.mmu import mmu
from gcsim.figures.multiplexing import multiplexing
from gcsim.figures.pause_budget import pause_budget
from gcsim.figures.pause_curve import pause_curve
from gcsim.figures.points import interval_of, pause_points, replicated_means
from gcsim.figures.preemption import preemption
from gcsim.figures.published import published
from gcsim.figures.save import save
from gcsim.figures.stacks_vs_threads import stacks_vs_threads
from gcsim.figures.throughput_vs_latency import throughput_vs_latency
from gcsim.figures.version_history import version_history

__all__ = [
    "ablation",
    "escape_pressure",
    "gogc_off",
    "gogc_sweep",
    "goroutine_scaling",
    "interval_of",
    "latency_by_cause",
    "mmu",
    "multiplexing",
    "pause_budget",
    "pause_curve",
    "pause_points",
    "preemption",
    "published",
    "replicated_means",
    "save",
    "stacks_vs_threads",
    "throughput_vs_latency",
    "version_history",
]
