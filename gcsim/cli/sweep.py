"""``gcsim sweep``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gcsim.cli.errors import study_errors
from gcsim.cli.options import AllowCode, Config, Json, Overrides
from gcsim.cli.output import print_json, write
from gcsim.cli.scenarios import check_code

if TYPE_CHECKING:
    from gcsim.studies import StudyResult

__all__ = ["EXAMPLE", "sweep"]

EXAMPLE = "Example: gcsim sweep configs/pause_curve.yaml --out results/mine --set replications=3"


def sweep(
    *,
    config: Config,
    overrides: Overrides = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder of the results (default: results/NAME).", show_default=False),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes (default: one for each CPU).", show_default=False)
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="SPEC",
            help="Address of a Dask scheduler: tcp://HOST:PORT, in place of processes.",
            show_default=False,
        ),
    ] = None,
    allow_code: AllowCode = False,
    json: Json = False,
) -> None:
    """Simulate all runs of a sweep that are not stored yet.

    Results are Parquet files, one row for each run; pandas or DuckDB reads the folder. Interrupt it when you like: what
    is finished is kept, and the same command does the rest. Exit code 1 says that runs failed; all others are stored.
    """
    from gcsim.scenario import load
    from gcsim.studies import RunsFailedError, execute, shown

    study = load(config, overrides or [])
    check_code(config, study.expand(), allowed=allow_code)
    folder = Path("results") / study.name if out is None else out
    with study_errors(folder):
        try:
            with shown(study.name) as progress:
                result = execute(study, folder, workers=workers, cluster=cluster, progress=progress)
        except RunsFailedError as error:
            _print(error.result, json=json)
            raise
    _print(result, json=json)


def _print(result: "StudyResult", *, json: bool) -> None:
    if json:
        failed = [{"run_key": one.key, "scenario": one.scenario, "error": one.error} for one in result.failures]
        print_json(
            {
                "out": str(result.out),
                "runs": len(result.keys),
                "stored": result.stored,
                "computed": result.computed,
                "failed": failed,
            }
        )
    else:
        write(
            f"{result.out}: {len(result.keys)} runs, {result.stored} were stored before, {result.computed} done now, "
            f"{len(result.failures)} failed\n"
        )
