"""What ``gcsim tune`` tells of a search, and keeps: text, an object, a table and a figure."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gcsim.cli.output import counted
from gcsim.cli.search import Runs, described, plain

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

    from gcsim.search.tuning import Constraint, Trial, Tuned

__all__ = ["keep", "said", "summary", "texts", "told", "why_none"]

_ORIGINS = {"file": "the file's own", "beside": "beside the best"}


def said(metric: str, value: float) -> str:
    """Return a value of a metric with its unit, such as ``1.24 ms``; a dash for NaN.

    Parameters
    ----------
    metric : str
        In short, such as ``pause_p99``.
    value : float
        In ns, bytes, a share of one, or as it is.

    Returns
    -------
    str
    """
    from gcsim.search import quantities
    from gcsim.studies.metrics import metric_column

    return "-" if math.isnan(value) else quantities.said(value, quantities.quantity_of(metric_column(metric)))


def texts(runs: Runs, trial: "Trial") -> dict[str, str]:
    """Return the values of a point as a scenario file writes them.

    Parameters
    ----------
    runs : Runs
        Who ran it.
    trial : Trial
        The point.

    Returns
    -------
    dict of str to str
        By key.
    """
    by_key = {parameter.key: parameter for parameter in runs.points.parameters}
    return {key: by_key[key].text(value) for key, value in trial.point.items()}


def told(found: "Tuned", runs: Runs) -> "list[Table | str]":
    """Return what ``gcsim tune`` prints above the command that runs the best point.

    Parameters
    ----------
    found : Tuned
        The search.
    runs : Runs
        Who ran its points.

    Returns
    -------
    list of rich renderables
        To be printed below one another.
    """
    from rich.table import Table

    best = found.best if found.best is not None else found.nearest
    goal = f"{'largest' if found.objective.maximize else 'smallest'} {found.objective.metric}"
    limits = "".join(f", {constraint.text}" for constraint in found.constraints)
    head = f"{runs.name}: {goal}{limits}, over {' '.join(str(each) for each in runs.points.parameters)}"
    broken = sum(trial.complete and not trial.feasible for trial in found.trials)
    gaps = sum(not trial.complete for trial in found.trials)
    basis = [
        f"{counted(len(found.trials), 'point')}, {counted(runs.points.replications, 'replication')} each",
        f"{broken} {'breaks' if broken == 1 else 'break'} a limit",
        *([f"{gaps} {'has' if gaps == 1 else 'have'} no value"] if gaps else []),
        f"{counted(runs.stored + runs.computed + runs.failed, 'run')}, {runs.stored} were stored before",
        *([f"{runs.failed} failed"] if runs.failed else []),
    ]
    if best is None:
        return [head, "; ".join(basis)]
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
    table.add_column("")
    for column in (*best.point, found.objective.metric, *(each.text for each in found.constraints)):
        table.add_column(column, justify="right")
    rows = {"best" if found.best is not None else "nearest": [best]}
    rows |= {
        label: [one for one in found.trials if one.origin == key and one is not best] for key, label in _ORIGINS.items()
    }
    rows[_ORIGINS["beside"]] = list(found.beside)
    for label, trials in rows.items():
        for number, trial in enumerate(trials):
            table.add_row(
                label if number == 0 else "",
                *texts(runs, trial).values(),
                _with_interval(found.objective.metric, trial),
                *map(_limited, found.constraints, trial.limited),
            )
    return [head, "; ".join(basis), "", table, ""]


def _with_interval(metric: str, trial: "Trial") -> str:
    value = said(metric, trial.value)
    return value if math.isnan(trial.half_width) else f"{value} ± {said(metric, trial.half_width)}"


def _limited(constraint: "Constraint", value: float) -> str:
    broken = "" if constraint.violation(value) <= 0 or math.isnan(value) else " broken"
    return f"{said(constraint.metric, value)}{broken}"


def why_none(found: "Tuned", runs: Runs) -> str:
    """Say why there is no best point, and what would do.

    Parameters
    ----------
    found : Tuned
        A search without a point that keeps to the limits.
    runs : Runs
        Who ran its points.

    Returns
    -------
    str
        A line.
    """
    limits = " and ".join(constraint.text for constraint in found.constraints)
    if found.nearest is None:
        return (
            f"{runs.name}: no point has a value of {' and '.join(runs.metrics)}. A run that completes no collection "
            "has no pause: let runs last longer (--set until.duration=…), or search other ranges"
        )
    setting = ", ".join(f"{key}={text}" for key, text in texts(runs, found.nearest).items())
    values = zip(found.constraints, found.nearest.limited, strict=True)
    has = ", ".join(f"{constraint.metric} {said(constraint.metric, value)}" for constraint, value in values)
    would_do = "search wider ranges, or ask for less"
    return f"{runs.name}: no point keeps to {limits}; the nearest is {setting} with {has}: {would_do}"


def _table(found: "Tuned") -> "pd.DataFrame":
    """Return a row for each point: its values, what came of it, in ns, bytes and shares."""
    import pandas as pd

    rows = []
    for number, trial in enumerate(found.trials, 1):
        row: dict[str, Any] = {"point": number, "origin": trial.origin, **trial.point}
        row |= {found.objective.metric: trial.value, "half_width": trial.half_width}
        limited = zip(found.constraints, trial.limited, strict=True)
        row |= {constraint.metric: value for constraint, value in limited}
        rows.append({**row, "feasible": trial.feasible, "best": trial is found.best})
    return pd.DataFrame(rows)


def summary(found: "Tuned", runs: Runs, files: Sequence[Path]) -> dict[str, Any]:
    """Return what ``gcsim tune --json`` prints.

    Parameters
    ----------
    found : Tuned
        The search.
    runs : Runs
        Who ran its points.
    files : sequence of Path
        What :func:`keep` wrote.

    Returns
    -------
    dict
        Values in ns, bytes and shares of one; None for what is missing.
    """

    def one(trial: "Trial | None") -> dict[str, Any] | None:
        return None if trial is None else points[next(at for at, each in enumerate(found.trials) if each is trial)]

    points = plain(_table(found))
    return {
        "out": str(runs.folder),
        "study": runs.name,
        "objective": {"metric": found.objective.metric, "maximize": found.objective.maximize},
        "constraints": [constraint.text for constraint in found.constraints],
        "parameters": [described(parameter) for parameter in runs.points.parameters],
        "replications": runs.points.replications,
        "runs": {"stored": runs.stored, "computed": runs.computed, "failed": runs.failed},
        "best": one(found.best),
        "nearest": one(found.nearest),
        "beside": [one(trial) for trial in found.beside],
        "points": points,
        "files": [str(path) for path in files],
    }


def keep(found: "Tuned", runs: Runs) -> list[Path]:
    """Write the table and, if a point has a value, the figure.

    Parameters
    ----------
    found : Tuned
        The search.
    runs : Runs
        Who ran its points; its folder takes the files.

    Returns
    -------
    list of Path
        What was written.
    """
    from gcsim.figures import save
    from gcsim.figures.tuning import SearchAxis, tuning
    from gcsim.search.quantities import quantity_of, scaled
    from gcsim.studies.metrics import metric_column

    table = _table(found)
    path = runs.folder / "tune.csv"
    table.to_csv(path, index=False, lineterminator="\n")
    metric = found.objective.metric
    largest = table[metric].abs().max()
    if math.isnan(largest):
        return [path]
    scale, unit = scaled(largest, quantity_of(metric_column(metric)))
    drawn = table.assign(value=table[metric] / scale, half_width=table["half_width"] / scale)
    axes = []
    for parameter in runs.points.parameters:
        if parameter.choices:
            drawn[parameter.key] = drawn[parameter.key].map(parameter.choices.index)
            axes.append(SearchAxis(parameter.key, choices=parameter.choices))
        else:
            size, of = scaled(parameter.high, parameter.quantity)
            drawn[parameter.key] /= size
            whole = parameter.step > 0 and size == 1
            axes.append(SearchAxis(parameter.key, of, parameter.log, whole))
    figure = tuning(
        drawn,
        axes,
        metric=f"{metric}, {unit}" if unit else metric,
        maximize=found.objective.maximize,
        finding=_finding(found, runs),
        basis=_basis(found, runs),
    )
    return [path, *save(figure, runs.folder, "tune")]


def _finding(found: "Tuned", runs: Runs) -> str:
    metric = found.objective.metric
    limits = " and ".join(constraint.text for constraint in found.constraints)
    if found.best is None:
        return f"No point keeps to {limits}"
    setting = ", ".join(f"{key}={text}" for key, text in texts(runs, found.best).items())
    own = next((trial for trial in found.trials if trial.origin == "file" and trial is not found.best), None)
    before = "" if own is None or math.isnan(own.value) else f"; the file's own setting has {said(metric, own.value)}"
    under = f" under {limits}" if limits else ""
    # An axis beside it has the letter.
    return f"{metric} is best{under} with {setting}: {_with_interval(metric, found.best)}{before}".replace(" us", " µs")


def _basis(found: "Tuned", runs: Runs) -> str:
    spread = "; ".join(str(parameter) for parameter in runs.points.parameters)
    each = counted(runs.points.replications, "replication")
    return (
        f"{spread}. {counted(len(found.trials), 'point')}, {each} each with the same seeds; a point is the mean of its "
        "replications. Bars: 95 % intervals, where there are several."
    )
