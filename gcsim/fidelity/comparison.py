"""Ratios of simulated to measured metrics, and how many of them lie within a band."""

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from gcsim.fidelity.measured import MeasuredRun
from gcsim.fidelity.metrics import METRICS, Observation, observe_measured, pool

__all__ = ["BANDS", "LEAST_N", "Comparison", "Shares", "Unit", "compare", "noise_ceiling", "shares", "units"]

BANDS = (1.1, 1.15, 1.25, 1.5, 2.0)
"""A ratio lies within a band of 1.5 if it is at most 1.5 and at least 1/1.5."""

LEAST_N = 3
"""A metric that rests on fewer collections is listed, not judged."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A case in a release: the repetitions that are compared as one.

    Attributes
    ----------
    case, go : str
        Name of the case, release without its patch.
    runs : tuple of MeasuredRun
        The repetitions, at least one.
    """

    case: str
    go: str
    runs: tuple[MeasuredRun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One metric of a case in a release, measured and simulated.

    Attributes
    ----------
    case, go, metric : str
        Which; metrics and units are those of :data:`~gcsim.fidelity.metrics.METRICS`.
    measured, simulated : float or None
        Their values; None where the simulation has none.
    n : int
        What the measured value rests on.
    one_collection : bool
        Whether `metric` is the number of collections and the two differ by at most one in a run.
    """

    case: str
    go: str
    metric: str
    measured: float
    simulated: float | None
    n: int
    one_collection: bool = False

    @property
    def judged(self) -> bool:
        """Whether the measured value rests on enough to be judged."""
        return self.n >= LEAST_N

    @property
    def ratio(self) -> float | None:
        """Simulated over measured; None where one of them is missing or 0."""
        return self.simulated / self.measured if self.simulated and self.measured else None

    @property
    def abs_log_ratio(self) -> float:
        """Distance from 1, whichever way; infinite without a ratio."""
        return math.inf if self.ratio is None else abs(math.log(self.ratio))

    def within(self, band: float) -> bool:
        """Return whether the ratio lies within a band; numbers of collections that differ by one always do."""
        return self.one_collection or self.abs_log_ratio <= math.log(band)


@dataclass(frozen=True, slots=True)
class Shares:
    """How well one metric is met.

    Attributes
    ----------
    n : int
        Judged comparisons.
    within : mapping of float to float
        Share of them within each of :data:`BANDS`; empty if there are none.
    median_abs_log_ratio : float or None
        Natural logarithm; None if there are none, or most of them have no ratio.
    median_ratio : float or None
        Of those that have a ratio: below 1 if the simulation gives too little.
    """

    n: int
    within: Mapping[float, float]
    median_abs_log_ratio: float | None
    median_ratio: float | None = None


def units(runs: Sequence[MeasuredRun]) -> list[Unit]:
    """Return runs by case and release.

    Parameters
    ----------
    runs : sequence of MeasuredRun
        In the order of :func:`~gcsim.fidelity.measured.read_measured`.

    Returns
    -------
    list of Unit
        In the same order.
    """
    return [Unit(*key, tuple(group)) for key, group in groupby(runs, key=lambda run: (run.case, run.go))]


def compare(case: str, go: str, measured: Sequence[Observation], simulated: Sequence[Observation]) -> list[Comparison]:
    """Compare a case in a release metric by metric.

    Parameters
    ----------
    case, go : str
        Which it is.
    measured, simulated : sequence of Observation
        Repetitions and replications, at least one of each.

    Returns
    -------
    list of Comparison
        One for each metric that was measured.
    """
    of_simulated = pool(simulated)
    difference = _collections(simulated) - _collections(measured)
    return [
        Comparison(
            case=case,
            go=go,
            metric=metric,
            measured=found.value,
            simulated=of_simulated[metric].value,
            n=found.n,
            one_collection=metric == "collections_per_s" and abs(difference) <= 1,
        )
        for metric, found in pool(measured).items()
        if found.value is not None
    ]


def noise_ceiling(of_units: Sequence[Unit]) -> list[Comparison]:
    """Compare real runs with each other: what a second real run of a case would reach in the place of a simulation.

    Parameters
    ----------
    of_units : sequence of Unit
        Those with a single repetition have nothing to compare.

    Returns
    -------
    list of Comparison
        One for each metric of each pair of repetitions.
    """
    return [
        comparison
        for unit in of_units
        for first, second in combinations(unit.runs, 2)
        for comparison in compare(unit.case, unit.go, [observe_measured(first)], [observe_measured(second)])
    ]


def shares(comparisons: Sequence[Comparison]) -> dict[str, Shares]:
    """Return how well each metric is met.

    Parameters
    ----------
    comparisons : sequence of Comparison
        Of any cases and releases; those that are not judged do not count.

    Returns
    -------
    dict of str to Shares
        Every one of :data:`~gcsim.fidelity.metrics.METRICS`, in its order.
    """
    return {metric: _shares([one for one in comparisons if one.metric == metric and one.judged]) for metric in METRICS}


def _shares(judged: Sequence[Comparison]) -> Shares:
    if not judged:
        return Shares(0, {}, None)
    within = {band: sum(one.within(band) for one in judged) / len(judged) for band in BANDS}
    median = statistics.median(one.abs_log_ratio for one in judged)
    ratios = [one.ratio for one in judged if one.ratio is not None]
    return Shares(
        n=len(judged),
        within=within,
        median_abs_log_ratio=median if math.isfinite(median) else None,
        median_ratio=statistics.median(ratios) if ratios else None,
    )


def _collections(observations: Sequence[Observation]) -> float:
    return sum(one.collections for one in observations) / len(observations)
