"""The least-squares fit of a hardware profile, and how sure one may be of each number.

A host that takes a CPU away makes outliers, so a residual counts by its distance rather than by its square once it is
large (the loss "soft L1"). That is done by weights: a round of ``scipy.optimize.least_squares`` makes the weighted
squares small, the next weighs anew. The simulations of a fit draw the same random numbers, which makes the residuals
nearly smooth. A weak prior keeps a number that the runs say nothing about where it began; one that they say too little
about is put back there, and the others are fitted to that.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
from scipy.optimize import least_squares

from gcsim.costs import Costs
from gcsim.fidelity.comparison import Comparison, units
from gcsim.fidelity.measured import MeasuredRun
from gcsim.fidelity.objective import Array, Objective, weights
from gcsim.fidelity.parameters import Parameter, with_values
from gcsim.fidelity.runs import Observe
from gcsim.scenario import Hardware

__all__ = ["Calibration", "Correlation", "Fitted", "fit"]

_IDENTIFIED = math.log(2)
_TOLERANCE = 1e-3
_ROUNDS = 3
_STEPS = 6
_GAIN = 0.01
_EXPLAINS = 0.1
_STAYED = 0.01  # so short a way makes no difference to the other numbers
_CORRELATED = 0.8  # the variance of each is then nearly three times what it were, were the other known

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """One fitted number.

    Attributes
    ----------
    parameter : Parameter
        Which.
    value : float
        Its value, in the unit of its field.
    error : float
        Standard error of its logarithm (0.05 is 5 %), or of its logit, if it is a share. Where it is not identified,
        the value is that with which the fit began, and the errors of the others are what they are given that.
    at_bound : bool
        Whether the fit ended at a bound.
    explains : float
        Share of the fitted points at which at least a tenth of its relative changes arrives.
    """

    parameter: Parameter
    value: float
    error: float
    at_bound: bool
    explains: float

    @property
    def identified(self) -> bool:
        """Whether the runs tell it to within a factor of 2 (of the odds, if it is a share)."""
        return self.error < _IDENTIFIED


@dataclass(frozen=True, slots=True)
class Correlation:
    """Two fitted numbers that the runs hardly tell apart.

    Attributes
    ----------
    first, second : Parameter
        Which, in the order of the numbers.
    coefficient : float
        Correlation of their errors on the fit's scales: near -1 the runs say as much when one is greater and the other
        less.
    """

    first: Parameter
    second: Parameter
    coefficient: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A hardware profile fitted to measured runs.

    Attributes
    ----------
    start : Hardware
        The profile with which the fit began.
    costs : Costs
        The fitted ones.
    fitted : tuple of Fitted
        The free numbers among them.
    before, after : tuple of Comparison
        Every metric of every case in every release, simulated once with the first costs and once with the last.
    runs : tuple of MeasuredRun
        What it was fitted to.
    converged : bool
        Whether the last steps gained next to nothing, rather than being the last allowed.
    correlated : tuple of Correlation
        Pairs of numbers whose errors go together, the most strongly correlated first.
    """

    start: Hardware
    costs: Costs
    fitted: tuple[Fitted, ...]
    before: tuple[Comparison, ...]
    after: tuple[Comparison, ...]
    runs: tuple[MeasuredRun, ...]
    converged: bool
    correlated: tuple[Correlation, ...] = ()


def fit(runs: Sequence[MeasuredRun], start: Hardware, observe: Observe) -> Calibration:
    """Fit the free numbers of a profile to measured runs.

    Parameters
    ----------
    runs : sequence of MeasuredRun
        In the order of :func:`~gcsim.fidelity.measured.read_measured`.
    start : Hardware
        The profile with which the fit begins.
    observe : Observe
        Runs the simulations.

    Returns
    -------
    Calibration
        The same for the same runs and profile.
    """
    objective = Objective(units(runs), start, observe)
    low, high = np.array([parameter.bounds for parameter in objective.parameters]).T
    places, converged = _minimize(objective, (low, high))
    covariance = _covariance(objective, places)
    explains = np.mean(np.abs(objective.slopes(places)) >= _EXPLAINS, axis=0)
    errors, told = _tell(covariance)
    # A number that the runs do not tell goes back to where the fit began, and the others are fitted to that. The slopes
    # are those of before, corrected on the way: the place is near.
    kept = np.where(told, places, objective.origin)
    if told.any() and (np.abs(places - kept) > _STAYED).any():
        kept, converged = _descend(objective, kept, told, (low, high))
    places = kept
    fitted = tuple(
        Fitted(
            parameter=parameter,
            value=parameter.value(float(places[at])),
            error=float(errors[at]),
            at_bound=bool(np.isclose(places[at], (low[at], high[at])).any()),
            explains=float(explains[at]),
        )
        for at, parameter in enumerate(objective.parameters)
    )
    return Calibration(
        start=start,
        costs=with_values(start.costs, objective.parameters, places.tolist()),
        fitted=fitted,
        before=tuple(objective.comparisons(objective.origin)),
        after=tuple(objective.comparisons(places)),
        runs=tuple(runs),
        converged=converged,
        correlated=_correlated(objective.parameters, covariance),
    )


def _covariance(objective: Objective, places: Array) -> Array:
    """Return the covariance of all numbers.

    What the residuals scatter beyond the noise of real runs is the model's own error: it widens those of the numbers.
    """
    residuals = objective.residuals(places)
    spread = max(1.0, 2 * _loss(residuals) / max(len(residuals) - 2 * len(places), 1))
    return np.asarray(spread * np.linalg.inv(objective.information(places)), np.float64)


def _tell(covariance: Array) -> tuple[Array, Mask]:
    """Take away the number that is told least, one after the other, until the runs tell what is left.

    Of two numbers that only show together the runs tell one, once the other is known.

    Parameters
    ----------
    covariance : ndarray, shape (parameters, parameters)
        Of all numbers.

    Returns
    -------
    errors, told : ndarray, shape (parameters,)
        The error of a number that is taken away is what it was then.
    """
    errors, told = np.sqrt(np.diag(covariance)), np.ones(len(covariance), np.bool_)
    information = np.linalg.inv(covariance)
    while told.any():
        (left,) = np.nonzero(told)
        errors[left] = np.sqrt(np.diag(np.linalg.inv(information[np.ix_(left, left)])))
        least = left[np.argmax(errors[left])]
        if errors[least] < _IDENTIFIED:
            break
        told[least] = False
    return errors, told


def _correlated(parameters: Sequence[Parameter], covariance: Array) -> tuple[Correlation, ...]:
    errors = np.sqrt(np.diag(covariance))
    coefficients = covariance / np.outer(errors, errors)
    pairs = [
        Correlation(parameters[first], parameters[second], float(coefficients[first, second]))
        for first, second in combinations(range(len(parameters)), 2)
        if abs(coefficients[first, second]) >= _CORRELATED
    ]
    return tuple(sorted(pairs, key=lambda pair: -abs(pair.coefficient)))


def _minimize(objective: Objective, bounds: tuple[Array, Array]) -> tuple[Array, bool]:
    """Make the loss small in some rounds of squares; also say whether that came to an end."""
    places, cost = objective.origin, _loss(objective.residuals(objective.origin))
    everything = np.ones(len(places), np.bool_)
    for _ in range(_ROUNDS):
        objective.begin_anew()
        places, converged = _descend(objective, places, everything, bounds)
        before, cost = cost, _loss(objective.residuals(places))
        if before - cost < _GAIN * (1 + cost):
            return places, True
    return places, converged


def _descend(objective: Objective, begin: Array, free: Mask, bounds: tuple[Array, Array]) -> tuple[Array, bool]:
    """Make the squares small, with the weights that the loss gives them at the beginning."""
    roots = np.sqrt(weights(objective.residuals(begin)))

    def place(way: Array) -> Array:
        places = begin.copy()
        places[free] += way
        return places

    def residuals(way: Array) -> Array:
        return np.asarray(roots * objective.residuals(place(way)))

    def jacobian(way: Array) -> Array:
        return np.asarray(roots[:, None] * objective.jacobian(place(way))[:, free])

    low, high = bounds
    result = least_squares(
        residuals,
        np.zeros(np.count_nonzero(free)),
        jac=jacobian,
        bounds=((low - begin)[free], (high - begin)[free]),
        ftol=_TOLERANCE,
        xtol=_TOLERANCE,
        gtol=_TOLERANCE,
        max_nfev=_STEPS,
    )
    return place(result.x), result.status > 0


def _loss(residuals: Array) -> float:
    """Return the loss whose weights are :func:`~gcsim.fidelity.objective.weights`."""
    return float(np.sum(np.sqrt(1 + residuals**2) - 1))
