"""Published figures, each with the scenario that stands for its conditions, and a profile fitted to some of them.

A table of published figures (``results/published/points.csv``) has a row for each: what it is a statistic of, where it
stands, and, by dotted key, the scenario that it is compared with. Nobody published all that a scenario needs; what was
assumed is said in the row's ``conditions``. A figure is a time in ms. The fit moves a few costs of a profile so that
the rows of the half ``fitted`` come out; those of the half ``judged`` never enter it.
"""

import csv
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import least_squares

from gcsim.costs import Costs
from gcsim.scenario import Hardware, Scenario
from gcsim.studies import Row
from gcsim.vocabulary import StopPhase

__all__ = [
    "FREE",
    "HALVES",
    "MOST_FREE",
    "Free",
    "Point",
    "Simulate",
    "fit_published",
    "read_points",
    "scenarios_of",
    "simulated_ms",
    "with_numbers",
]

HALVES = ("fitted", "judged")
"""Whether a row had a hand in the numbers of the profile or not.

This is about numbers only. What was assumed where conditions were not published (Ps of the charts, how busy the
production service was and how long its loops are, heaps around a published one) was settled with the rows of both
halves in view, so the share of ``judged`` rows that is met flatters the model where a row's conditions are assumed.
"""

MOST_FREE = 12
"""Numbers in which a fitted profile may differ from the one that it is built on."""

_OR = "|"

SEED = 20150819
"""Of every simulation of a published figure: the day on which Go 1.5 was released."""

_PHASES = {
    "sweep_termination": (StopPhase.SWEEP_TERMINATION,),
    "mark_termination": (StopPhase.MARK_TERMINATION,),
    "stop": tuple(StopPhase),
}
_QUANTILES = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1.0}
_NS_PER_MS = 1e6
_NOISE = math.log(1.25)  # a residual of one: how far a figure that was read off a chart may be off
_PRIOR = math.log(4)  # a number that is four times what the first machine has counts as much
_FARTHEST = math.log(30)
_STEP = 0.2  # on the logarithm: moves medians by more than their roughness
_TOLERANCE = 1e-3
_ROUNDS = 2  # each begins with a Jacobian by differences
_EVALUATIONS = 8

Array = npt.NDArray[np.float64]

Simulate = Callable[[Sequence[Scenario]], Sequence[Row]]
"""Simulates scenarios and gives a row for each, in their order."""

Free = tuple[str, str | None]
"""A number of a profile: a field of :class:`~gcsim.costs.Costs`, and the key in it where it is a mapping."""

FREE: tuple[Free, ...] = (
    ("mark_object_ns", None),
    ("span_visit_ns", None),
    ("data_byte_ns", None),
    ("goroutine_visit_ns", "drain"),
    ("dirty_stack_byte_ns", None),
    ("left_over_share", None),
    ("helpers_ns", "parfor"),
    ("helpers_ns", "flush"),
    ("stop_base_ns", None),
    ("stop_handshake_ns", None),
)
"""What the published rows of the half ``fitted`` tell of a server: each has rows that hang on it alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A published figure.

    Attributes
    ----------
    name, group : str
        Which, and what it belongs to.
    half : str
        One of :data:`HALVES`.
    version : str
        The release as published.
    quantity : str
        ``pause`` (all stops of a collection), ``stop`` (each by itself), ``sweep_termination`` and
        ``mark_termination`` (the stops of a kind), ``mark`` (wall time of a concurrent mark) or ``operation``.
    statistic : str
        ``p50``, ``p95``, ``p99``, ``max`` or ``mean``.
    value_ms : float
        The figure; the middle where a band or several runs were published.
    low_ms, high_ms : float or None
        The ends of that band.
    conditions, source : str
        What is known or assumed, and who published it.
    settings : mapping of str to str
        The scenario by dotted key, as a file writes it; empty where no release of the model is near enough.
    if_missed : str
        Why the simulation may miss it.
    """

    name: str
    group: str
    half: str
    version: str
    quantity: str
    statistic: str
    value_ms: float
    low_ms: float | None
    high_ms: float | None
    conditions: str
    source: str
    settings: Mapping[str, str]
    if_missed: str


def read_points(path: Path) -> list[Point]:
    """Read a table of published figures.

    Parameters
    ----------
    path : Path
        CSV with the columns of :class:`Point`; all others are keys of the scenario, empty where the default holds;
        ``|`` stands between alternatives.

    Returns
    -------
    list of Point
        In the order of the file.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return [_point(row) for row in csv.DictReader(file)]


def _point(row: Mapping[str, str]) -> Point:
    about = {name: row[name] for name in Point.__dataclass_fields__ if name in row}
    numbers = {name: float(about[name]) if about[name] else None for name in ("low_ms", "high_ms")}
    settings = {key: value for key, value in row.items() if key not in about and value}
    return Point(**{**about, **numbers, "value_ms": float(row["value_ms"]), "settings": settings})  # type: ignore[arg-type]  # columns by name


def scenarios_of(point: Point, profiles: Mapping[str, Hardware] | None = None) -> list[Scenario]:
    """Return the scenarios that stand for the conditions of a figure.

    Parameters
    ----------
    point : Point
    profiles : mapping of str to Hardware, optional
        Machines that take the place of the profiles of these names.

    Returns
    -------
    list of Scenario
        One; several, whose collections count together, where the row gives alternatives; none for a figure that is
        listed, not simulated. A machine has at least as many cores as there are Ps.

    Raises
    ------
    ValidationError
        If the row's keys make no scenario.
    """
    alternatives = {key: text.split(_OR) for key, text in point.settings.items()}
    most = max(map(len, alternatives.values()), default=0)
    return [
        _scenario(point, {key: each[min(at, len(each) - 1)] for key, each in alternatives.items()}, profiles or {})
        for at in range(most)
    ]


def _scenario(point: Point, settings: Mapping[str, str], profiles: Mapping[str, Hardware]) -> Scenario:
    tree: dict[str, Any] = {"name": point.name, "seed": SEED}
    for key, text in settings.items():
        *sections, last = key.split(".")
        section = tree
        for name in sections:
            section = section.setdefault(name, {})
        section[last] = _value(key, text)
    profile = tree["hardware"]["profile"]
    tree["hardware"] = profiles.get(profile, profile)
    scenario = Scenario.model_validate(tree)
    cores = max(scenario.hardware.cores, scenario.ps)
    return scenario.model_copy(update={"hardware": scenario.hardware.model_copy(update={"cores": cores})})


def _value(key: str, text: str) -> Any:  # noqa: ANN401  # what a file would hold
    if key == "collector.mechanisms":
        return dict(pair.split("=") for pair in text.split())
    if key == "go":
        return text
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def simulated_ms(point: Point, rows: Sequence[Mapping[str, Any]]) -> float:
    """Return a figure's counterpart in simulated runs.

    Parameters
    ----------
    point : Point
        Says which statistic of what.
    rows : sequence of mapping
        Its runs, as :func:`gcsim.studies.run_scenario` or a row of :func:`gcsim.studies.load` has them.

    Returns
    -------
    float
        ms; NaN where the runs have none.
    """
    if point.quantity == "mark":
        values = np.array([_number(row["cycle_medians.mark_ms"]) for row in rows]) * _NS_PER_MS
    elif point.quantity == "operation":
        values = np.array([_number(row["op_ns.max"]) for row in rows])
    else:
        values = np.concatenate([_stops(point.quantity, row) for row in rows])
    if not len(values):
        return math.nan
    found = np.mean(values) if point.statistic == "mean" else np.quantile(values, _QUANTILES[point.statistic])
    return float(found) / _NS_PER_MS


def _stops(quantity: str, row: Mapping[str, Any]) -> Array:
    if quantity == "pause":
        return np.asarray(row["pauses_ns"], np.float64)
    of_phase = np.isin(np.asarray(row["stop_phases"], np.int64), _PHASES[quantity])
    return np.asarray(row["stops_ns"], np.float64)[of_phase]


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)


def fit_published(
    points: Sequence[Point], start: Hardware, simulate: Simulate, free: Sequence[Free] = FREE
) -> dict[Free, float]:
    """Fit a few costs of a profile to the rows of the half ``fitted``.

    Parameters
    ----------
    points : sequence of Point
        Rows of the other half, of other profiles, and those that are not simulated are left out.
    start : Hardware
        The profile with which the fit begins; rows that name it are fitted. What is not free stays as it is.
    simulate : Simulate
        Runs the simulations.
    free : sequence of Free
        What may move.

    Returns
    -------
    dict of Free to float
        Three significant digits. The least of the squared logarithms of simulated over published, outliers by their
        distance (soft L1), with a weak pull to where each number began: what no row tells of stays there.
    """
    of_start = [
        point for point in points if point.half == "fitted" and point.settings.get("hardware.profile") == start.profile
    ]
    origin = np.array([_of(start.costs, number) for number in free])

    def log_ratios(ways: Sequence[Array]) -> Array:
        batches = []
        for way in ways:
            values = dict(zip(free, origin * np.exp(way), strict=True))
            hardware = start.model_copy(update={"costs": with_numbers(start.costs, values)})
            batches += [scenarios_of(point, {start.profile: hardware}) for point in of_start]
        rows = iter(simulate([scenario for batch in batches for scenario in batch]))
        ratios = [
            simulated_ms(point, list(islice(rows, len(batch)))) / point.value_ms
            for point, batch in zip(list(of_start) * len(ways), batches, strict=True)
        ]
        flat = np.log(np.asarray(ratios, np.float64))
        return np.asarray(flat.reshape(len(ways), len(of_start)), np.float64)

    known: dict[bytes, Array] = {}

    def at(way: Array) -> Array:
        if (key := way.tobytes()) not in known:
            (known[key],) = log_ratios([way])
        return known[key]

    def residuals(way: Array) -> Array:
        return np.concatenate([at(way) / _NOISE, way / _PRIOR])

    before, slopes = np.zeros(len(free)), np.zeros((len(of_start), len(free)))

    def jacobian(way: Array) -> Array:
        nonlocal before, slopes
        if (step := way - before).any():
            # Broyden's method in Schubert's form: what does not depend on a number never will.
            along = np.where(slopes == 0, 0.0, step)
            missed = at(way) - at(before) - slopes @ step
            slopes = slopes + missed[:, None] * along / (np.sum(along**2, axis=1) + _STEP**2)[:, None]
            before = way.copy()
        return np.concatenate([slopes / _NOISE, np.eye(len(free)) / _PRIOR])

    way = before
    for _ in range(_ROUNDS):
        base, *moved = log_ratios([way, *(way + _STEP * np.eye(len(free)))])
        known[way.tobytes()] = base
        before, slopes = way.copy(), np.stack([each - base for each in moved], axis=1) / _STEP
        way = least_squares(
            residuals,
            way,
            jac=jacobian,
            bounds=(-_FARTHEST, _FARTHEST),
            loss="soft_l1",
            ftol=_TOLERANCE,
            xtol=_TOLERANCE,
            gtol=_TOLERANCE,
            max_nfev=_EVALUATIONS,
        ).x
    return {number: float(f"{value:.3g}") for number, value in zip(free, origin * np.exp(way), strict=True)}


def with_numbers(costs: Costs, values: Mapping[Free, float]) -> Costs:
    """Return costs with other numbers.

    Parameters
    ----------
    costs : Costs
    values : mapping of Free to float
        What is to take the place of its numbers.

    Returns
    -------
    Costs
    """
    changed: dict[str, Any] = {}
    for (field, key), value in values.items():
        changed[field] = value if key is None else {**changed.get(field, getattr(costs, field)), key: value}
    return replace(costs, **changed)


def _of(costs: Costs, number: Free) -> float:
    field, key = number
    value = getattr(costs, field)
    return float(value if key is None else value[key])
