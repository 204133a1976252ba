"""The experiments of the paper, in the order of its figures: one module each."""

from experiments import gogc_off, gogc_sweep, goroutine_scaling, pause_curve, version_history
from experiments.experiment import Experiment

__all__ = ["REGISTRY", "Experiment"]

REGISTRY: dict[str, Experiment] = {
    module.EXPERIMENT.name: module.EXPERIMENT
    for module in (pause_curve, gogc_sweep, goroutine_scaling, version_history, gogc_off)
}
"""Every experiment by its name."""
