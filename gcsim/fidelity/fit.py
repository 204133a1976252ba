"""The least-squares fit of a hardware profile, and how sure one may be of each number.

A host that takes a CPU away makes outliers, so a residual counts by its distance rather than by its square once it is
large (the loss "soft L1"). That is done by weights: a round of ``scipy.optimize.least_squares`` makes the weighted
squares small, the next weighs anew. The simulations of a fit draw the same random numbers, which makes the residuals
nearly smooth. A weak prior keeps a number that the runs say nothing about where it began.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import least_squares

from gcsim.costs import Costs
from gcsim.fidelity.comparison import Comparison, units
from gcsim.fidelity.measured import MeasuredRun
from gcsim.fidelity.objective import Array, Objective, weights
from gcsim.fidelity.parameters import Parameter, with_values
from gcsim.fidelity.runs import Observe
from gcsim.scenario import Hardware

__all__ = ["Calibration", "Fitted", "fit"]

_IDENTIFIED = math.log(2)
_TOLERANCE = 1e-3
_ROUNDS = 3
_STEPS = 6
_GAIN = 0.01
_EXPLAINS = 0.1


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
        Standard error of its logarithm (0.05 is 5 %), or of its logit, if it is a share.
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
    """

    start: Hardware
    costs: Costs
    fitted: tuple[Fitted, ...]
    before: tuple[Comparison, ...]
    after: tuple[Comparison, ...]
    runs: tuple[MeasuredRun, ...]
    converged: bool


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
    places, cost, converged = objective.origin, _loss(objective.residuals(objective.origin)), False
    for _ in range(_ROUNDS):
        places, converged = _descend(objective, places, low, high)
        before, cost = cost, _loss(objective.residuals(places))
        if before - cost < _GAIN * (1 + cost):
            converged = True
            break
    # What the residuals scatter beyond the noise of real runs is the model's own error: it widens those of the numbers.
    spread = max(1.0, 2 * cost / max(len(objective.residuals(places)) - 2 * len(places), 1))
    errors = np.sqrt(spread * np.diag(np.linalg.inv(objective.information(places))))
    explains = np.mean(np.abs(objective.slopes(places)) >= _EXPLAINS, axis=0)
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
    )


def _descend(objective: Objective, begin: Array, low: Array, high: Array) -> tuple[Array, bool]:
    """Make the squares small, with the weights that the loss gives them at the beginning."""
    objective.begin_anew()
    roots = np.sqrt(weights(objective.residuals(begin)))

    def residuals(way: Array) -> Array:
        return np.asarray(roots * objective.residuals(begin + way))

    def jacobian(way: Array) -> Array:
        return np.asarray(roots[:, None] * objective.jacobian(begin + way))

    result = least_squares(
        residuals,
        np.zeros_like(begin),
        jac=jacobian,
        bounds=(low - begin, high - begin),
        ftol=_TOLERANCE,
        xtol=_TOLERANCE,
        gtol=_TOLERANCE,
        max_nfev=_STEPS,
    )
    return begin + result.x, result.status > 0


def _loss(residuals: Array) -> float:
    """Return the loss whose weights are :func:`~gcsim.fidelity.objective.weights`."""
    return float(np.sum(np.sqrt(1 + residuals**2) - 1))
