"""The best setting of a scenario under constraints, by optuna's tree-structured Parzen estimator.

Points are asked for in batches of a fixed size and told in the order in which they were asked, so that a batch can be
run by many workers at a time and the search does not depend on how many, or on who is done first. The same scenario and
seed ask for the same points: what a folder holds already is not run again.
"""

import math
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gcsim.analysis import mean_interval
from gcsim.kernel.streams import stream
from gcsim.search.points import Answers
from gcsim.search.quantities import Quantity, quantity_of, read
from gcsim.search.ranges import Parameter, Point
from gcsim.search.sensitivity import extra
from gcsim.studies.metrics import metric_column

__all__ = ["BATCH", "Constraint", "ConstraintError", "Objective", "Trial", "Tuned", "constraint_of", "tune"]

BATCH = 10
"""Points that are asked for together. The first batch is random, as optuna's default is; each of the others knows all
batches before it. Larger ones would keep more workers busy and learn less from each point."""

_BESIDE = 0.05
"""How far from the best its neighbours lie, as a share of a range."""

_CONSTRAINT = re.compile(r"\s*(?P<metric>[\w.]+)\s*(?P<relation><=|>=|<|>)\s*(?P<limit>\S.*?)\s*")
_EXAMPLE = '--subject-to "gc_cpu_fraction<10%"'
_SEEDS = 2**31


class ConstraintError(ValueError):
    """A constraint that cannot be understood; the message says what would do."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """What has to hold of a metric.

    Attributes
    ----------
    metric : str
        As it was written.
    relation : str
        ``<``, ``<=``, ``>`` or ``>=``.
    limit : float
        In ns, bytes, as a share of one, or as it stands.
    quantity : Quantity
        Of the metric.
    text : str
        The whole, as it was written.
    """

    metric: str
    relation: str
    limit: float
    quantity: Quantity
    text: str

    def violation(self, value: float) -> float:
        """Return by how much a value breaks it, as a share of the limit; at most 0 where it holds."""
        excess = (value - self.limit) * (1 if self.relation[0] == "<" else -1)
        if excess == 0:
            return math.ulp(0.0) if len(self.relation) == 1 else 0.0
        return excess / (abs(self.limit) or 1.0)


@dataclass(frozen=True, slots=True)
class Objective:
    """What is to become small, or large.

    Attributes
    ----------
    metric : str
    maximize : bool
    """

    metric: str
    maximize: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """A point that was run.

    Attributes
    ----------
    point : Point
    origin : str
        ``file`` for the file's own setting, ``search`` or ``beside`` for a neighbour of the best.
    value, half_width : float
        The objective's mean over replications, and half of its 95 % interval; NaN if a replication has none.
    limited : tuple of float
        The mean of each constraint's metric; NaN if a replication has none.
    violations : tuple of float
        Of each constraint, see :meth:`Constraint.violation`.
    """

    point: Point
    origin: str
    value: float
    half_width: float
    limited: tuple[float, ...]
    violations: tuple[float, ...]

    @property
    def complete(self) -> bool:
        """Whether the objective and all constraints have values."""
        return not math.isnan(self.value) and not any(map(math.isnan, self.limited))

    @property
    def violation(self) -> float:
        """By how much constraints are broken together; infinite where something has no value."""
        return sum(max(each, 0.0) for each in self.violations) if self.complete else math.inf

    @property
    def feasible(self) -> bool:
        """Whether all constraints hold."""
        return self.violation <= 0


@dataclass(frozen=True, slots=True)
class Tuned:
    """What a search found.

    Attributes
    ----------
    objective : Objective
    constraints : tuple of Constraint
    trials : tuple of Trial
        In the order in which they were asked for.
    best : Trial or None
        The best that meets all constraints, None if none does; of equally good ones the first.
    nearest : Trial or None
        Where there is no best, the one that breaks the constraints least; None if no trial is complete.
    beside : tuple of Trial
        The neighbours of `best`: each parameter a little lower and higher, the others as they are.
    """

    objective: Objective
    constraints: tuple[Constraint, ...]
    trials: tuple[Trial, ...]
    best: Trial | None
    nearest: Trial | None
    beside: tuple[Trial, ...]


def constraint_of(text: str) -> Constraint:
    """Read a constraint.

    Parameters
    ----------
    text : str
        A metric, ``<``, ``<=``, ``>`` or ``>=``, and a limit with its unit: ``pause_p99<10ms``, ``heap_peak<=2GiB``,
        ``gc_cpu_fraction<10%``.

    Returns
    -------
    Constraint

    Raises
    ------
    ConstraintError
        If it is none.
    MetricError
        If there is no such metric.

    Examples
    --------
    >>> constraint_of("gc_cpu_fraction < 10%").limit, constraint_of("pause_p99<=2ms").limit
    (0.1, 2000000)
    """
    found = _CONSTRAINT.fullmatch(text)
    if found is None:
        raise ConstraintError(f'--subject-to "{text}": found no METRIC<VALUE (<=, >, >=); write for example {_EXAMPLE}')
    quantity = quantity_of(metric_column(found["metric"]))
    try:
        limit, unit = read(found["limit"])
    except ValueError as error:
        raise ConstraintError(f'--subject-to "{text}": found "{found["limit"]}"; {error}') from error
    plain = {Quantity.SHARE, Quantity.NUMBER}
    if unit is not quantity and not (unit in plain and quantity in plain) and limit != 0:
        wanted = {Quantity.TIME: "a time, such as 10ms", Quantity.SIZE: "a size, such as 2GiB"}.get(
            quantity, "a number without a unit"
        )
        raise ConstraintError(f'--subject-to "{text}": found "{found["limit"]}"; {found["metric"]} takes {wanted}')
    return Constraint(found["metric"], found["relation"], limit, quantity, text.strip())


def tune(  # noqa: PLR0913  # what to search, for what, how long, and whom to tell
    parameters: Sequence[Parameter],
    answer: Callable[[Sequence[Point]], Answers],
    objective: Objective,
    constraints: Sequence[Constraint],
    *,
    trials: int,
    seed: int,
    tell: Callable[[Sequence[Trial]], None] = lambda _: None,
) -> Tuned:
    """Search for the best point.

    Parameters
    ----------
    parameters : sequence of Parameter
        What may change.
    answer : callable
        Runs points, and gives the values of each metric; NaN for a run that has none, or that failed.
    objective : Objective
    constraints : sequence of Constraint
    trials : int
        Points of the search, the first of them the file's own setting if it lies in the ranges. The neighbours of the
        best come on top.
    seed : int
        Of the search.
    tell : callable, optional
        Called after each batch with all trials so far.

    Returns
    -------
    Tuned

    Raises
    ------
    SearchExtraError
        If optuna is not installed.
    """
    constraints = tuple(constraints)
    done: list[Trial] = []

    def run(points: Sequence[Point], origins: Sequence[str]) -> list[Trial]:
        answers = answer(points)
        values = ({metric: table[at] for metric, table in answers.items()} for at in range(len(points)))
        ran = [_trial(*each, objective, constraints) for each in zip(points, origins, values, strict=True)]
        done.extend(ran)
        tell(done)
        return ran

    search = _Search(parameters, objective, seed)
    while (left := trials - len(done)) > 0:
        points = search.ask(min(BATCH, left))
        own = not done and search.begins_with_own
        search.tell(run(points, ["file" if own and at == 0 else "search" for at in range(len(points))]))
    best = _best(done, objective)
    beside: list[Trial] = []
    while best is not None:
        # The last neighbours are those of the best: a neighbour that is better becomes the best and gets its own.
        near = _neighbours(parameters, best.point)
        beside = run(near, ["beside"] * len(near))
        better = _best(done, objective)
        if better is best:
            break
        best = better
    complete = [trial for trial in done if trial.complete]
    nearest = min(complete, key=lambda trial: trial.violation) if complete and best is None else None
    return Tuned(objective, constraints, tuple(done), best, nearest, tuple(beside))


class _Search:
    """optuna's study, by points and trials."""

    def __init__(self, parameters: Sequence[Parameter], objective: Objective, seed: int) -> None:
        optuna = extra("optuna")
        optuna.logging.set_verbosity(optuna.logging.ERROR)
        self._parameters = parameters
        self._failed = optuna.trial.TrialState.FAIL
        with warnings.catch_warnings():
            # What is experimental in one version of optuna and deprecated in another does the same in both.
            warnings.simplefilter("ignore")
            sampler = optuna.samplers.TPESampler(
                n_startup_trials=BATCH,
                multivariate=True,
                constant_liar=True,
                constraints_func=lambda trial: trial.user_attrs["violations"],
                seed=stream(seed, "tune", 0).integer(_SEEDS),
            )
            self._study = optuna.create_study(
                direction="maximize" if objective.maximize else "minimize", sampler=sampler
            )
        own = {parameter.key: parameter.own for parameter in parameters}
        self.begins_with_own = all(each.own is not None and each.holds(each.own) for each in parameters)
        if self.begins_with_own:
            self._study.enqueue_trial(own)
        self._asked: list[Any] = []

    def ask(self, n: int) -> list[Point]:
        """Return the next points."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._asked = [self._study.ask() for _ in range(n)]
            return [{each.key: self._suggested(trial, each) for each in self._parameters} for trial in self._asked]

    def tell(self, ran: Sequence[Trial]) -> None:
        """Take what came of them, in the order asked."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for asked, trial in zip(self._asked, ran, strict=True):
                asked.set_user_attr("violations", trial.violations)
                if trial.complete:
                    self._study.tell(asked, trial.value)
                else:
                    self._study.tell(asked, state=self._failed)

    @staticmethod
    def _suggested(trial: Any, parameter: Parameter) -> int | float | str:  # noqa: ANN401  # optuna is imported lazily
        if parameter.choices:
            choice: str = trial.suggest_categorical(parameter.key, parameter.choices)
            return choice
        suggest = trial.suggest_int if parameter.step else trial.suggest_float
        value: float = suggest(parameter.key, parameter.low, parameter.high, log=parameter.log)
        return value if value == parameter.own else parameter.rounded(value)


def _trial(
    point: Point,
    origin: str,
    values: Mapping[str, npt.NDArray[np.float64]],
    objective: Objective,
    constraints: Sequence[Constraint],
) -> Trial:
    means = {metric: float(each.mean()) for metric, each in values.items()}
    return Trial(
        point=point,
        origin=origin,
        value=means[objective.metric],
        half_width=_half_width(values[objective.metric]),
        limited=tuple(means[constraint.metric] for constraint in constraints),
        violations=tuple(constraint.violation(means[constraint.metric]) for constraint in constraints),
    )


def _half_width(values: npt.NDArray[np.float64]) -> float:
    return math.nan if len(values) == 1 or np.isnan(values).any() else mean_interval(values).half_width


def _best(trials: Sequence[Trial], objective: Objective) -> Trial | None:
    feasible = [trial for trial in trials if trial.feasible]
    sign = -1 if objective.maximize else 1
    return min(feasible, key=lambda trial: sign * trial.value, default=None)


def _neighbours(parameters: Sequence[Parameter], point: Mapping[str, Any]) -> list[Point]:
    return [
        {**point, parameter.key: near}
        for parameter in parameters
        for near in parameter.beside(point[parameter.key], _BESIDE)
    ]
