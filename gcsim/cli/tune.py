"""``gcsim tune``."""

import math
import shlex
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from gcsim.cli.errors import InputError, write_error
from gcsim.cli.options import AllowCode, Cluster, Config, Json, Overrides, Quiet, Workers
from gcsim.cli.output import print_json, print_rich, write
from gcsim.cli.progress import progress
from gcsim.cli.search import Out, Over, Replications, runs_of
from gcsim.cli.tuned import keep, said, summary, texts, told, why_none

if TYPE_CHECKING:
    from gcsim.search.tuning import Constraint, Objective, Trial

__all__ = ["EXAMPLE", "tune"]

EXAMPLE = (
    'Example: gcsim tune configs/forest.yaml --minimize pause_p99 --subject-to "gc_cpu_fraction<10%" '
    "--over gogc,gomaxprocs"
)


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
        files = keep(found, runs)
    if json:
        print_json(summary(found, runs, files))
    else:
        print_rich(*told(found, runs))
        if found.best is not None:
            sets = [f"--set {key}={text}" for key, text in texts(runs, found.best).items()]
            write(f"gcsim run {shlex.quote(str(config))} {' '.join([*_as_given(overrides), *sets])}\n")
        write("".join(f"  {path}\n" for path in files))
    if found.best is None:
        write_error(why_none(found, runs))
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
        so_far = f"best so far {said(objective.metric, best)}" if feasible else "no point keeps to the limits so far"
        show(min(len(done) / trials, 1.0), f"{len(done)} points, {so_far}")

    return tell
