"""Tables in, figures out: nothing here knows where the tables come from."""

from gcsim.figures.gogc_off import gogc_off
from gcsim.figures.gogc_sweep import gogc_sweep
from gcsim.figures.goroutine_scaling import goroutine_scaling
from gcsim.figures.multiplexing import multiplexing
from gcsim.figures.pause_curve import pause_curve
from gcsim.figures.points import pause_points
from gcsim.figures.preemption import preemption
from gcsim.figures.save import save
from gcsim.figures.stacks_vs_threads import stacks_vs_threads
from gcsim.figures.version_history import version_history

__all__ = [
    "gogc_off",
    "gogc_sweep",
    "goroutine_scaling",
    "multiplexing",
    "pause_curve",
    "pause_points",
    "preemption",
    "save",
    "stacks_vs_threads",
    "version_history",
]
