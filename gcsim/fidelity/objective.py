"""How far a set of costs is from measured runs, as a vector of residuals with its Jacobian.

A residual is the logarithm of simulated over measured, of one metric of one case in one release, in units of how far
two real runs of a case differ in that metric.
"""

import math
import statistics
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gcsim.fidelity.comparison import Comparison, Unit, compare, noise_ceiling
from gcsim.fidelity.measured import to_scenario
from gcsim.fidelity.metrics import Observation, observe_measured
from gcsim.fidelity.parameters import parameters_of, with_values
from gcsim.fidelity.runs import Observe
from gcsim.fidelity.validate import SEED
from gcsim.scenario import Hardware, Scenario

__all__ = ["FITTED_METRICS", "Array", "Objective", "weights"]

FITTED_METRICS = ("pause_p50", "pause_p90", "ops_per_s", "mark_ms", "assist_ms", "background_ms")
"""What the costs decide. Heaps and the rate of collections follow from the rate of operations by the pacer's laws, the
tail of the operations from the scheduler's."""

_FLOOR = 0.05  # the model is not held to less than 5 %, however well real runs repeat themselves
_PRIOR = math.log(10)
_ROUGHNESS = 0.2  # a way shorter than this tells less of a slope than of the roughness of medians
_FARTHEST = math.log(10)  # no point counts as further off, and one that the simulation has no value for as far

Array = npt.NDArray[np.float64]
"""Of real numbers."""


class Objective:
    """What a fit makes small: the residuals, and the distance of each number from where it began.

    All simulations draw the same random numbers, once for each case in a release, and are kept: places that were asked
    for before cost nothing.

    Parameters
    ----------
    of_units : sequence of Unit
        What was measured.
    profile : Hardware
        Where the fit begins.
    observe : Observe
        Runs the simulations.

    Attributes
    ----------
    parameters : tuple of Parameter
        The free numbers of `profile`.
    origin : ndarray, shape (parameters,)
        Their places at the beginning, on the scales of the parameters.
    """

    def __init__(self, of_units: Sequence[Unit], profile: Hardware, observe: Observe) -> None:
        self.parameters = tuple(parameters_of(profile.costs))
        self.origin: Array = np.array([parameter.origin for parameter in self.parameters])
        self._units = of_units
        self._measured = [[observe_measured(run) for run in unit.runs] for unit in of_units]
        self._profile = profile
        self._observe = observe
        self._scales = _scales(noise_ceiling(of_units))
        self._steps = 0
        self._comparisons: dict[bytes, list[list[Comparison]]] = {}
        self._slopes: dict[bytes, Array] = {}
        self._secant: tuple[Array, Array] | None = None

    def residuals(self, places: Array) -> Array:
        """Return the vector to be made small.

        Parameters
        ----------
        places : ndarray, shape (parameters,)
            On the scales of the parameters.

        Returns
        -------
        ndarray, shape (points + parameters,)
            The points' residuals, then the prior's: a factor of ten from the beginning counts one.
        """
        base = self._at(places)
        return np.concatenate([_log_ratios(base) / self._scales_of(base), (places - self.origin) / _PRIOR])

    def jacobian(self, places: Array) -> Array:
        """Return the derivative of :meth:`residuals`.

        The first time it is taken by differences (:meth:`slopes`). Then each place that is asked for corrects it by
        what the residuals did on the way (Broyden's method, in Schubert's form, which leaves zeros zero): laws are
        nearly straight on these scales, and a place costs one simulation of each case, not one for each number too.

        Parameters
        ----------
        places : ndarray, shape (parameters,)
            On the scales of the parameters.

        Returns
        -------
        ndarray, shape (points + parameters, parameters)
        """
        base = self._at(places)
        if self._secant is None:
            slopes = self.slopes(places)
        else:
            before, slopes = self._secant
            way = np.where(slopes == 0, 0.0, places - before)
            missed = _log_ratios(base) - _log_ratios(self._at(before)) - slopes @ (places - before)
            slopes = slopes + missed[:, None] * way / (np.sum(way**2, axis=1) + _ROUGHNESS**2)[:, None]
        self._secant = (places.copy(), slopes)
        return np.concatenate([slopes / self._scales_of(base)[:, None], np.eye(len(places)) / _PRIOR])

    def begin_anew(self) -> None:
        """Let the next Jacobian be taken by differences."""
        self._secant = None

    def information(self, places: Array) -> Array:
        """Return what the points and the prior tell of the numbers: the inverse of their covariance.

        Parameters
        ----------
        places : ndarray, shape (parameters,)
            On the scales of the parameters.

        Returns
        -------
        ndarray, shape (parameters, parameters)
            Outliers count as little as :func:`weights` says.
        """
        self.begin_anew()
        rows = self.jacobian(places)
        return np.asarray(rows.T @ (weights(self.residuals(places))[:, None] * rows), np.float64)

    def slopes(self, places: Array) -> Array:
        """Return how the logarithms of the fitted metrics follow the places of the numbers, by one step along each.

        Parameters
        ----------
        places : ndarray, shape (parameters,)
            On the scales of the parameters.

        Returns
        -------
        ndarray, shape (points, parameters)
            1 where a metric is proportional to a cost.
        """
        if (key := places.tobytes()) not in self._slopes:
            self._slopes[key] = self._differences(places)
        return self._slopes[key]

    def comparisons(self, places: Array) -> list[Comparison]:
        """Return every metric of every case in every release, measured and simulated.

        Parameters
        ----------
        places : ndarray, shape (parameters,)
            On the scales of the parameters.

        Returns
        -------
        list of Comparison
            Those that are not fitted included.
        """
        return [comparison for of_unit in self._at(places) for comparison in of_unit]

    def _at(self, places: Array) -> list[list[Comparison]]:
        if (key := places.tobytes()) not in self._comparisons:
            self._steps += 1
            scenarios = [self._scenario(unit, places) for unit in self._units]
            observations = self._observe(scenarios, f"step {self._steps}")
            self._comparisons[key] = [self._compare(at, observation) for at, observation in enumerate(observations)]
        return self._comparisons[key]

    def _scales_of(self, comparisons: Sequence[Sequence[Comparison]]) -> Array:
        return np.array([self._scales[one.metric] for one in _points(comparisons)])

    def _differences(self, places: Array) -> Array:
        base = self._at(places)
        steps = [
            parameter.step if place + parameter.step <= parameter.bounds[1] else -parameter.step
            for parameter, place in zip(self.parameters, places, strict=True)
        ]
        wanted = [
            (of_unit, of_parameter)
            for of_parameter, parameter in enumerate(self.parameters)
            for of_unit, unit in enumerate(self._units)
            if parameter.concerns(unit.go)
        ]
        scenarios = [
            self._scenario(self._units[of_unit], places + np.eye(len(places))[of_parameter] * steps[of_parameter])
            for of_unit, of_parameter in wanted
        ]
        observations = self._observe(scenarios, f"step {self._steps}: what follows from each of {len(places)} numbers")
        columns = [list(base) for _ in self.parameters]
        for (of_unit, of_parameter), observation in zip(wanted, observations, strict=True):
            columns[of_parameter][of_unit] = self._compare(of_unit, observation)
        at_base = _log_ratios(base)
        return np.stack(
            [(_log_ratios(column) - at_base) / step for column, step in zip(columns, steps, strict=True)], axis=1
        )

    def _scenario(self, unit: Unit, places: Array) -> Scenario:
        costs = with_values(self._profile.costs, self.parameters, places.tolist())
        hardware = self._profile.model_copy(update={"costs": costs})
        return to_scenario(unit.runs[0], hardware=hardware, seed=SEED, replication=0)

    def _compare(self, of_unit: int, simulated: Observation) -> list[Comparison]:
        unit = self._units[of_unit]
        return compare(unit.case, unit.go, self._measured[of_unit], [simulated])


def weights(residuals: Array) -> Array:
    """Return what residuals count: one that is small 1, one that is large the inverse of its size.

    Parameters
    ----------
    residuals : ndarray
        In units of their noise.

    Returns
    -------
    ndarray
        Of the same shape: the derivative of ``2 * (sqrt(1 + z) - 1)`` at the squares ``z``.
    """
    return 1 / np.sqrt(1 + residuals**2)


def _points(comparisons: Sequence[Sequence[Comparison]]) -> list[Comparison]:
    return [one for of_unit in comparisons for one in of_unit if one.judged and one.metric in FITTED_METRICS]


def _log_ratios(comparisons: Sequence[Sequence[Comparison]]) -> Array:
    points = _points(comparisons)
    log_ratios = np.array([-_FARTHEST if one.ratio is None else math.log(one.ratio) for one in points])
    return np.asarray(np.clip(log_ratios, -_FARTHEST, _FARTHEST), np.float64)


def _scales(ceiling: Sequence[Comparison]) -> dict[str, float]:
    scales = {}
    for metric in FITTED_METRICS:
        distances = [one.abs_log_ratio for one in ceiling if one.metric == metric and one.judged]
        scales[metric] = math.hypot(_FLOOR, statistics.median(distances) if distances else 0.0)
    return scales
