"""The experiments of the paper, in the order of its figures: one module each."""

from experiments import (
    ablation,
    escape_pressure,
    fidelity,
    gogc_off,
    gogc_sweep,
    goroutine_scaling,
    latency_by_cause,
    leaks,
    mmu,
    multiplexing,
    pause_budget,
    pause_curve,
    preemption,
    published,
    stacks_vs_threads,
    throughput_vs_latency,
    version_history,
)
from experiments.computed import Computation
from experiments.experiment import Experiment
from experiments.listing import Listing

__all__ = ["REGISTRY", "Computation", "Experiment", "Listing"]

_IN_ORDER: tuple[Experiment | Listing | Computation, ...] = (
    pause_curve.EXPERIMENT,
    gogc_sweep.EXPERIMENT,
    goroutine_scaling.EXPERIMENT,
    version_history.EXPERIMENT,
    gogc_off.EXPERIMENT,
    stacks_vs_threads.EXPERIMENT,
    preemption.EXPERIMENT,
    multiplexing.EXPERIMENT,
    leaks.EXPERIMENT,
    escape_pressure.EXPERIMENT,
    mmu.EXPERIMENT,
    ablation.EXPERIMENT,
    latency_by_cause.EXPERIMENT,
    throughput_vs_latency.EXPERIMENT,
    pause_budget.EXPERIMENT,
    fidelity.EXPERIMENT,
    published.EXPERIMENT,
)

REGISTRY: dict[str, Experiment | Listing | Computation] = {experiment.name: experiment for experiment in _IN_ORDER}
"""Every experiment by its name."""
