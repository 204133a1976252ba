"""Holds the simulator against real runs, metric by metric."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gcsim.fidelity.comparison import BANDS, Comparison, Unit, compare, noise_ceiling, shares, units
from gcsim.fidelity.measured import read_judged, to_scenario
from gcsim.fidelity.metrics import observe_measured
from gcsim.fidelity.runs import Observe, Shown, observer, unseen
from gcsim.scenario import Hardware, load_hardware

__all__ = ["SEED", "ValidationReport", "compare_units", "validate"]

SEED = 1
"""Of every simulated run; replications of a case differ as their repetitions do."""


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """Real runs against simulated ones.

    Attributes
    ----------
    hardware : str
        Name of the profile that was simulated.
    comparisons : tuple of Comparison
        Every metric of every case in every release.
    ceiling : tuple of Comparison
        Real repetitions against each other: what a second real run would reach.
    """

    hardware: str
    comparisons: tuple[Comparison, ...]
    ceiling: tuple[Comparison, ...]

    def to_json(self) -> dict[str, Any]:
        """Return what ``gcsim validate --json`` prints.

        Returns
        -------
        dict
            ``metrics``: for each metric ``n`` (judged cases), ``within_1.1`` to ``within_2`` (shares from 0 to 1) and
            ``median_abs_log_ratio``; ``runs``: one object for each comparison, those not judged included. None where
            there is nothing to say.
        """
        return {
            "metrics": {
                metric: {
                    "n": of_metric.n,
                    **{f"within_{band:g}": of_metric.within.get(band) for band in BANDS},
                    "median_abs_log_ratio": of_metric.median_abs_log_ratio,
                }
                for metric, of_metric in shares(self.comparisons).items()
            },
            "runs": [
                {
                    "case": one.case,
                    "go": one.go,
                    "metric": one.metric,
                    "measured": one.measured,
                    "simulated": one.simulated,
                    "ratio": one.ratio,
                    "n": one.n,
                }
                for one in self.comparisons
            ],
        }


def validate(folder: Path, *, hardware: str, workers: int | None = None, progress: Shown = unseen) -> ValidationReport:
    """Simulate every measured run of a folder that can be, and compare.

    Parameters
    ----------
    folder : Path
        Measured runs, as :func:`~gcsim.fidelity.measured.read_judged` reads them.
    hardware : str
        Name or file of the hardware profile.
    workers : int, optional
        Processes; as many as processors by default.
    progress : Shown, optional
        Shows how far it is; nobody is shown by default.

    Returns
    -------
    ValidationReport
        The same for the same files, whatever the number of workers.

    Raises
    ------
    MeasuredError
        If a file of the folder cannot be understood.
    LookupError
        If there is no such profile.
    ScenarioError
        If the profile is wrong.
    RuntimeError
        If a simulation fails.
    """
    of_units = units(read_judged(folder))
    profile = load_hardware(hardware)
    with observer(workers, progress) as observe:
        comparisons = compare_units(of_units, profile, observe)
    return ValidationReport(profile.profile, tuple(comparisons), tuple(noise_ceiling(of_units)))


def compare_units(of_units: Sequence[Unit], profile: Hardware, observe: Observe) -> list[Comparison]:
    """Simulate cases, a replication for each repetition, and compare.

    Parameters
    ----------
    of_units : sequence of Unit
        What was measured.
    profile : Hardware
        What the laws of the model cost.
    observe : Observe
        Runs the simulations.

    Returns
    -------
    list of Comparison
        In the order of the units.
    """
    scenarios = [
        to_scenario(run, hardware=profile, seed=SEED, replication=replication)
        for unit in of_units
        for replication, run in enumerate(unit.runs)
    ]
    observations = iter(observe(scenarios, "simulating the measured runs"))
    return [
        comparison
        for unit in of_units
        for comparison in compare(
            unit.case,
            unit.go,
            [observe_measured(run) for run in unit.runs],
            [next(observations) for _ in unit.runs],
        )
    ]
