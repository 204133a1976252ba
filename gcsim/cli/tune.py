"""``gcsim tune``."""

import math
import shlex
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gcsim.cli.errors import InputError, write_error
from gcsim.cli.options import AllowCode, Cluster, Config, Json, Overrides, Quiet, Workers
from gcsim.cli.output import print_json, print_rich, write
from gcsim.cli.progress import progress
from gcsim.cli.search import Out, Over, Replications, Runs, described, plain, runs_of

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

    from gcsim.search.tuning import Constraint, Objective, Trial, Tuned

__all__ = ["EXAMPLE", "tune"]

EXAMPLE = (
    'Example: gcsim tune configs/forest.yaml --minimize pause_p99 --subject-to "gc_cpu_fraction<10%" '
    "--over gogc,gomaxprocs"
)
_ORIGINS = {"file": "the file's own", "beside": "beside the best"}


def tune(
    *,
    config: Config,
    minimize: Annotated[
        str | None, typer.Option(metavar="METRIC", help="What is to be small, such as pause_p99.", show_default=False)
    ] = None,
    maximize: Annotated[
        str | None, typer.Option(metavar="METRIC", help="Or what is to be large.", show_default=False)
    ] = None,
    subject_to: Annotated[
        list[str] | None,
        typer.Option(
            "--subject-to",
            metavar="METRIC<VALUE",
            help="What has to hold (<, <=, >, >=): heap_peak<2GiB, gc_cpu_fraction<10%. As often as needed.",
            show_default=False,
        ),
    ] = None,
    over: Over = None,
    overrides: Overrides = None,
    trials: Annotated[int, typer.Option(min=1, metavar="N", help="Points of the search.")] = 100,
    replications: Replications = 3,
    out: Out = None,
    workers: Workers = None,
    cluster: Cluster = None,
    allow_code: AllowCode = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Search for the setting of a scenario that is best and keeps to limits.

    The search is optuna's (TPE); the same scenario and seed give the same search, and what is stored is not run again.
    The best point comes with its neighbours. DIR gets tune.csv and the figure. Exit code 1 says that no point keeps to
    the limits, and which comes nearest.
    """
    if (minimize is None) == (maximize is None):
        raise InputError("name one metric: --minimize METRIC or --maximize METRIC; limits of others are --subject-to")
    from gcsim.search.tuning import Objective
    from gcsim.search.tuning import tune as search

    objective = Objective(minimize or maximize or "", maximize=maximize is not None)
    constraints = _constraints(subject_to or [])
    with runs_of(
        "tune",
        config,
        over or [],
        overrides or [],
        list(dict.fromkeys([objective.metric, *(constraint.metric for constraint in constraints)])),
        replications=replications,
        out=out,
        workers=workers,
        cluster=cluster,
        allow_code=allow_code,
        show=lambda _: nullcontext(),
        patient=True,
    ) as (runs, seed):
        with nullcontext(_silent) if quiet else progress(runs.name) as show:
            found = search(
                runs.points.parameters,
                runs,
                objective,
                constraints,
                trials=trials,
                seed=seed,
                tell=_teller(show, objective, trials),
            )
        files = _keep(found, runs)
    if json:
        print_json(_summary(found, runs, files))
    else:
        print_rich(*_told(found, runs))
        if found.best is not None:
            sets = [f"--set {key}={text}" for key, text in _texts(runs, found.best).items()]
            write(f"gcsim run {shlex.quote(str(config))} {' '.join([*_as_given(overrides), *sets])}\n")
        write("".join(f"  {path}\n" for path in files))
    if found.best is None:
        write_error(_why_none(found, runs))
        raise typer.Exit(1)


def _silent(_share: float, _doing: str) -> None:
    pass


def _as_given(overrides: Sequence[str] | None) -> list[str]:
    return [f"--set {shlex.quote(override)}" for override in overrides or []]


def _constraints(texts: Sequence[str]) -> "list[Constraint]":
    from gcsim.search.tuning import ConstraintError, constraint_of
    from gcsim.studies.metrics import MetricError

    try:
        return [constraint_of(text) for text in texts]
    except (ConstraintError, MetricError) as error:
        raise InputError(str(error)) from error


def _teller(
    show: Callable[[float, str], None], objective: "Objective", trials: int
) -> "Callable[[Sequence[Trial]], None]":
    def tell(done: "Sequence[Trial]") -> None:
        feasible = [trial.value for trial in done if trial.feasible]
        best = (max if objective.maximize else min)(feasible, default=math.nan)
        said = (
            "no point keeps to the limits so far"
            if math.isnan(best)
            else f"best so far {_said(objective.metric, best)}"
        )
        show(min(len(done) / trials, 1.0), f"{len(done)} points, {said}")

    return tell


def _said(metric: str, value: float) -> str:
    from gcsim.search.quantities import quantity_of, said
    from gcsim.studies.metrics import metric_column

    return "-" if math.isnan(value) else said(value, quantity_of(metric_column(metric)))


def _texts(runs: Runs, trial: "Trial") -> dict[str, str]:
    """Return the values of a point as a scenario file writes them."""
    by_key = {parameter.key: parameter for parameter in runs.points.parameters}
    return {key: by_key[key].text(value) for key, value in trial.point.items()}


def _told(found: "Tuned", runs: Runs) -> "list[Table | str]":
    from rich.table import Table

    best = found.best if found.best is not None else found.nearest
    goal = f"{'largest' if found.objective.maximize else 'smallest'} {found.objective.metric}"
    limits = "".join(f", {constraint.text}" for constraint in found.constraints)
    head = f"{runs.name}: {goal}{limits}, over {' '.join(str(each) for each in runs.points.parameters)}"
    broken = sum(trial.complete and not trial.feasible for trial in found.trials)
    gaps = sum(not trial.complete for trial in found.trials)
    basis = [
        f"{len(found.trials)} points, {runs.points.replications} replications each",
        f"{broken} break a limit",
        *([f"{gaps} have no value"] if gaps else []),
        f"{runs.stored + runs.computed + runs.failed} runs, {runs.stored} were stored before",
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
                *_texts(runs, trial).values(),
                _with_interval(found.objective.metric, trial),
                *map(_limited, found.constraints, trial.limited),
            )
    return [head, "; ".join(basis), "", table, ""]


def _with_interval(metric: str, trial: "Trial") -> str:
    value = _said(metric, trial.value)
    return value if math.isnan(trial.half_width) else f"{value} ± {_said(metric, trial.half_width)}"


def _limited(constraint: "Constraint", value: float) -> str:
    broken = "" if constraint.violation(value) <= 0 or math.isnan(value) else " broken"
    return f"{_said(constraint.metric, value)}{broken}"


def _why_none(found: "Tuned", runs: Runs) -> str:
    limits = " and ".join(constraint.text for constraint in found.constraints)
    if found.nearest is None:
        return (
            f"{runs.name}: no point has a value of {' and '.join(runs.metrics)}. A run that completes no collection "
            "has no pause: let runs last longer (--set until.duration=…), or search other ranges"
        )
    setting = ", ".join(f"{key}={text}" for key, text in _texts(runs, found.nearest).items())
    values = zip(found.constraints, found.nearest.limited, strict=True)
    has = ", ".join(f"{constraint.metric} {_said(constraint.metric, value)}" for constraint, value in values)
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


def _summary(found: "Tuned", runs: Runs, files: Sequence[Path]) -> dict[str, Any]:
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


def _keep(found: "Tuned", runs: Runs) -> list[Path]:
    """Write the table and, if a point has a value, the figure."""
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
    drawn = table.assign(value=table[metric] / scale)
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
    setting = ", ".join(f"{key}={text}" for key, text in _texts(runs, found.best).items())
    own = next((trial for trial in found.trials if trial.origin == "file" and trial is not found.best), None)
    before = "" if own is None or math.isnan(own.value) else f"; the file's own setting has {_said(metric, own.value)}"
    under = f" under {limits}" if limits else ""
    # An axis beside it has the letter.
    return f"{metric} is best{under} with {setting}: {_said(metric, found.best.value)}{before}".replace(" us", " µs")


def _basis(found: "Tuned", runs: Runs) -> str:
    spread = "; ".join(str(parameter) for parameter in runs.points.parameters)
    return (
        f"{spread}. {len(found.trials)} points, {runs.points.replications} replications each with the same seeds; a "
        "point is the mean of its replications."
    )
