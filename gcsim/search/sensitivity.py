"""Which keys of a scenario a result depends on: Morris' screening first, Sobol' indices of what it leaves.

Morris walks through the space of parameters one key at a time; the mean size of what a step changes (mu*) says how much
a key matters, the spread of it (sigma) whether that depends on the others. Sobol' indices are shares of the variance:
of first order what a key explains alone, in total what would be left if only that key were unknown. Both designs and
estimators are SALib's. Effects are those of a step through the whole range of a key, in the unit of the metric.

Runs have replications, and their spread looks like one more key that interacts with all others. How large it is stands
beside the indices. All points have the same seeds, so what replications do to all points alike is no noise.
"""

import importlib
import math
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from gcsim.kernel.streams import generator
from gcsim.search.points import Answers, refuse_missing
from gcsim.search.ranges import Parameter, Point

__all__ = ["Answer", "SearchExtraError", "Sensitivity", "extra", "noise_of", "sensitivity"]

Answer = Callable[[Sequence[Point]], Answers]
"""Runs points, and gives the values of each metric."""

NEGLIGIBLE = 0.05
"""A key whose mu* stays below this share of the largest is not looked at more closely: with an effect of a twentieth of
the largest its share of the variance is about a four-hundredth of the largest's."""

_FEW = 3  # parameters that are cheaper to look at than to leave out
_LEVELS = 4  # of the grid of Morris' design: his own choice, and SALib's
_RESAMPLES = 1000
_CONFIDENCE = 0.95
_Z = 1.959964  # of a normal distribution, two-sided 95 %

_Floats = npt.NDArray[np.float64]


class SearchExtraError(Exception):
    """The libraries of the search are not installed; the message says how to install them."""


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What a result depends on.

    Attributes
    ----------
    table : pandas.DataFrame
        A row for each metric and parameter, in the order given: ``metric``, ``parameter`` (its key); of the screening
        ``mu``, ``mu_star``, ``mu_star_low``, ``mu_star_high``, ``sigma``, ``sigma_low``, ``sigma_high`` (95 %
        intervals) and ``noise_mu_star`` (what replications alone would make of mu*; NaN with one replication), in the
        unit of the metric; ``kept``, whether Sobol' indices were asked of it; ``s1``, ``s1_low``, ``s1_high``, ``st``,
        ``st_low``, ``st_high``: first order and total with 95 % intervals, NaN where there are none.
    noise : mapping of str to float
        For each metric the share of its variance over the Sobol' points that is replications'; NaN if unknown.
    dropped : mapping of str to str
        For each parameter that was left out what it keeps to, in words: why, and its value.
    screening, indices : int
        Points of the two designs.
    """

    table: pd.DataFrame
    noise: Mapping[str, float]
    dropped: Mapping[str, str]
    screening: int
    indices: int


def sensitivity(
    parameters: Sequence[Parameter], answer: Answer, *, trajectories: int, samples: int, seed: int
) -> Sensitivity:
    """Ask what metrics depend on.

    Parameters
    ----------
    parameters : sequence of Parameter
        What may change.
    answer : callable
        Runs points.
    trajectories : int
        Walks of Morris' design; at least 2. Each has a point more than there are parameters.
    samples : int
        Base samples of the Sobol' design, a power of 2. It has ``samples * (parameters + 2)`` points.
    seed : int
        Of both designs and of the bootstrap of the intervals.

    Returns
    -------
    Sensitivity

    Raises
    ------
    SearchExtraError
        If SALib is not installed.
    MissingError
        If a run lacks a metric: the designs have no place for gaps.
    """
    with _quietly():
        shares = _morris_design(len(parameters), trajectories, seed)
        points = [_point(parameters, row) for row in shares]
        screened = answer(points)
        refuse_missing(points, screened, parameters)
        effects = {metric: _effects(shares, values, seed) for metric, values in screened.items()}
        dropped = _negligible(parameters, effects)
        kept = [parameter for parameter in parameters if parameter.key not in dropped]
        indices: dict[str, pd.DataFrame] = {}
        noise = dict.fromkeys(screened, math.nan)
        points = []
        if kept:
            others = {
                parameter.key: parameter.value(0.5)
                for parameter in parameters
                if parameter.key in dropped and parameter.own is None
            }
            points = [{**_point(kept, row), **others} for row in _sobol_design(len(kept), samples, seed)]
            answers = answer(points)
            refuse_missing(points, answers, parameters)
            indices = {metric: _indices(kept, values.mean(axis=1), seed) for metric, values in answers.items()}
            noise = {metric: _share_of_noise(values) for metric, values in answers.items()}
    return Sensitivity(
        table=_table(parameters, kept, effects, indices),
        noise=noise,
        dropped=dropped,
        screening=len(shares),
        indices=len(points),
    )


def noise_of(values: npt.ArrayLike) -> float:
    """Return the standard deviation of a point's mean that is due to its replications.

    Parameters
    ----------
    values : array_like, shape (points, replications)
        Replication r has the same seed in each point.

    Returns
    -------
    float
        Of what is left when each point's and each replication's own mean are taken out: what a replication does to all
        points alike changes no difference of points. NaN with one point or one replication.
    """
    table = np.asarray(values, np.float64)
    points, replications = table.shape
    if min(points, replications) == 1:
        return math.nan
    left = table - table.mean(axis=1, keepdims=True) - table.mean(axis=0) + table.mean()
    return float(np.sqrt((left**2).sum() / ((points - 1) * (replications - 1)) / replications))


def extra(name: str) -> ModuleType:
    """Import a library of the search.

    Parameters
    ----------
    name : str
        Its module.

    Returns
    -------
    module

    Raises
    ------
    SearchExtraError
        If it is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        library = name.partition(".")[0]
        raise SearchExtraError(f"this needs {library}: pip install 'gcsim-go[search]'") from error


def _point(parameters: Sequence[Parameter], shares: _Floats) -> dict[str, Any]:
    return {parameter.key: parameter.value(float(share)) for parameter, share in zip(parameters, shares, strict=True)}


def _problem(dimensions: int) -> dict[str, Any]:
    # The designs live in the unit cube: what a share of a range means, the parameter knows.
    return {"num_vars": dimensions, "names": [*map(str, range(dimensions))], "bounds": [[0.0, 1.0]] * dimensions}


def _morris_design(dimensions: int, trajectories: int, seed: int) -> _Floats:
    sampler = extra("SALib.sample.morris")
    rng = generator(seed, "sensitivity.morris", 0)
    design: _Floats = sampler.sample(_problem(dimensions), trajectories, num_levels=_LEVELS, seed=rng)
    return design


def _sobol_design(dimensions: int, samples: int, seed: int) -> _Floats:
    sampler = extra("SALib.sample.sobol")
    rng = generator(seed, "sensitivity.sobol", 0)
    design: _Floats = sampler.sample(_problem(dimensions), samples, calc_second_order=False, seed=rng)
    return design


def _effects(shares: _Floats, values: _Floats, seed: int) -> pd.DataFrame:
    """Return a row for each parameter: Morris' statistics with their intervals."""
    means, dimensions = values.mean(axis=1), shares.shape[1]
    analysis = extra("SALib.analyze.morris").analyze(
        _problem(dimensions), shares, means, num_levels=_LEVELS, seed=generator(seed, "sensitivity.morris.interval", 0)
    )
    each = _elementary(shares, means)
    trajectories = each.shape[0]
    picks = generator(seed, "sensitivity.morris.interval", 1).integers(trajectories, size=(_RESAMPLES, trajectories))
    drawn = each[picks]  # resample, trajectory, parameter
    ends = (50 * (1 - _CONFIDENCE), 50 * (1 + _CONFIDENCE))
    star_low, star_high = np.percentile(np.abs(drawn).mean(axis=1), ends, axis=0)
    sigma_low, sigma_high = np.percentile(drawn.std(axis=1, ddof=1), ends, axis=0)
    # The mean of the sizes of that many differences of two noisy means, at the upper end of what chance makes of it.
    step = noise_of(values) * math.sqrt(2) / _step()
    typical, spread = math.sqrt(2 / math.pi), math.sqrt((1 - 2 / math.pi) / trajectories)
    return pd.DataFrame(
        {
            "mu": np.asarray(analysis["mu"], np.float64),
            "mu_star": np.asarray(analysis["mu_star"], np.float64),
            "mu_star_low": star_low,
            "mu_star_high": star_high,
            "sigma": np.asarray(analysis["sigma"], np.float64),
            "sigma_low": sigma_low,
            "sigma_high": sigma_high,
            "noise_mu_star": step * (typical + _Z * spread),
        }
    )


def _step() -> float:
    """Return the step of the design, as a share of a range."""
    return _LEVELS / (2 * (_LEVELS - 1))


def _elementary(shares: _Floats, means: _Floats) -> _Floats:
    """Return the effect of each step, shape (trajectories, parameters)."""
    dimensions = shares.shape[1]
    walks = shares.reshape(-1, dimensions + 1, dimensions)
    results = means.reshape(-1, dimensions + 1)
    steps, changes = np.diff(walks, axis=1), np.diff(results, axis=1)
    # Each step moves one parameter, and each parameter is moved once in a walk.
    moved = np.abs(steps) > _step() / 2
    effects: _Floats = np.where(moved, changes[:, :, None] / np.where(moved, steps, 1.0), 0.0).sum(axis=1)
    return effects


def _negligible(parameters: Sequence[Parameter], effects: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Return the keys that no metric depends on enough, and why; none if there are few."""
    if len(parameters) <= _FEW:
        return {}
    dropped = {}
    for at, parameter in enumerate(parameters):
        rows = [(metric, table.iloc[at], table["mu_star"].max()) for metric, table in effects.items()]
        noisy = all(row["mu_star"] <= row["noise_mu_star"] for _, row, _ in rows)
        small = all(row["mu_star_high"] <= NEGLIGIBLE * largest for _, row, largest in rows)
        if small or noisy:
            share = max((row["mu_star"] / largest for _, row, largest in rows if largest), default=0.0)
            why = "no larger than the noise of replications" if noisy and not small else f"{share:.1%} of the largest"
            own = parameter.own is not None
            value = parameter.own if parameter.own is not None else parameter.value(0.5)
            stays = f"{parameter.text(value)}, {'as in the file' if own else 'the middle of its range'}"
            dropped[parameter.key] = f"mu* is {why.replace('%', ' %')}; stays at {stays}"
    return dropped


def _indices(kept: Sequence[Parameter], means: _Floats, seed: int) -> pd.DataFrame:
    """Return a row for each parameter: Sobol' indices with their intervals."""
    names = ("s1", "s1_low", "s1_high", "st", "st_low", "st_high")
    if np.ptp(means) == 0:
        return pd.DataFrame({name: np.full(len(kept), math.nan) for name in names})
    found = extra("SALib.analyze.sobol").analyze(
        _problem(len(kept)),
        means,
        calc_second_order=False,
        num_resamples=_RESAMPLES,
        conf_level=_CONFIDENCE,
        seed=generator(seed, "sensitivity.sobol.interval", 0),
    )
    columns: dict[str, _Floats] = {}
    for name, theirs in (("s1", "S1"), ("st", "ST")):
        index, half = (np.asarray(found[which], np.float64) for which in (theirs, f"{theirs}_conf"))
        columns |= {name: index, f"{name}_low": index - half, f"{name}_high": index + half}
    return pd.DataFrame(columns)


def _share_of_noise(values: _Floats) -> float:
    spread = float(values.mean(axis=1).var())
    return noise_of(values) ** 2 / spread if spread else math.nan


def _table(
    parameters: Sequence[Parameter],
    kept: Sequence[Parameter],
    effects: Mapping[str, pd.DataFrame],
    indices: Mapping[str, pd.DataFrame],
) -> pd.DataFrame:
    keys = [parameter.key for parameter in parameters]
    of_kept = [parameter.key for parameter in kept]
    parts = []
    for metric, table in effects.items():
        part = table.set_axis(keys).assign(kept=[key in of_kept for key in keys])
        sobol = indices.get(metric)
        if sobol is None:
            sobol = _indices(kept, np.zeros(1), 0)
        part = part.join(sobol.set_axis(of_kept))
        part.insert(0, "parameter", keys)
        part.insert(0, "metric", metric)
        parts.append(part)
    return pd.concat(parts, ignore_index=True)


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep to ourselves what the libraries warn of: it is checked here, and nothing that a user could do."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
