"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from gcsim.cli.errors import InputError

__all__ = ["AllowCode", "Cluster", "Config", "Json", "Overrides", "Quiet", "Workers", "check_place"]

Config = Annotated[
    Path,
    typer.Argument(metavar="CONFIG", help="Scenario file (YAML).", show_default=False),
]
Overrides = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="Put a value in place of the file's: go=1.4, workload.live_heap=1GiB. As often as needed.",
        show_default=False,
    ),
]
AllowCode = Annotated[
    bool, typer.Option("--allow-code", help="Run Python code that the scenario names (workload kind python).")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object, for scripts.")]
Workers = Annotated[
    int | None,
    typer.Option(
        min=0,
        metavar="N",
        help="Processes that do the runs (default: one for each CPU); 0: this one, for debuggers.",
        show_default=False,
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        metavar="SPEC",
        help="Who does the runs instead: tcp://HOST:PORT (a Dask scheduler), slurm[:FILE.yaml], local:N.",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Do not show how far it is.")]


def check_place(workers: int | None, cluster: str | None) -> None:
    """Refuse to be told of two places where runs are to be done.

    Parameters
    ----------
    workers, cluster
        What the options of these names gave.

    Raises
    ------
    InputError
        If both were given.
    """
    if workers is not None and cluster is not None:
        raise InputError("--workers N is for this machine and --cluster has workers of its own: leave one of them out")
