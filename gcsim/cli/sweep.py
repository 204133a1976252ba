"""``gcsim sweep``."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gcsim.cli.errors import InputError, study_errors, write_error
from gcsim.cli.options import AllowCode, Cluster, Config, Json, Overrides, Quiet, Workers, check_place
from gcsim.cli.output import duration, print_json, print_rich, write
from gcsim.cli.scenarios import check_code
from gcsim.units import parse_duration, parse_size

if TYPE_CHECKING:
    from gcsim.scenario import Study
    from gcsim.studies import Limits, StudyResult
    from gcsim.studies.status import StudyStatus

__all__ = ["EXAMPLE", "sweep"]

EXAMPLE = "Example: gcsim sweep configs/pause_curve.yaml --out results/mine --set replications=3"

_VALUES = 8  # of an axis that a table shows


def sweep(
    *,
    config: Config,
    overrides: Overrides = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder of the results (default: results/NAME).", show_default=False),
    ] = None,
    workers: Workers = None,
    cluster: Cluster = None,
    run_timeout: Annotated[
        str | None, typer.Option(metavar="TIME", help="Longest time of a run, such as 60s.", show_default=False)
    ] = None,
    run_memory: Annotated[
        str | None, typer.Option(metavar="SIZE", help="Most memory of a run, such as 2GiB.", show_default=False)
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and how long it takes.")] = False,
    only: Annotated[
        str | None,
        typer.Option(metavar="KEY", help="Do this one run here, without limits.", show_default=False),
    ] = None,
    quiet: Quiet = False,
    allow_code: AllowCode = False,
    json: Json = False,
) -> None:
    """Simulate all runs of a sweep that are not stored yet.

    Results are Parquet files, one row for each run; pandas or DuckDB reads the folder. Interrupt it when you like: what
    is finished is kept, and the same command does the rest. Exit code 1 says that runs failed; all others are stored.
    """
    from gcsim.scenario import load

    limits = _limits(run_timeout, run_memory)
    check_place(workers, cluster)
    if only is not None and dry_run:
        raise InputError("--only does a run and --dry-run does none: leave one of them out")
    study = load(config, overrides or [])
    _check_code(config, study, allowed=allow_code)
    folder = Path("results") / study.name if out is None else out
    command = _command(config, overrides or [], folder, allow_code=allow_code)
    with study_errors(folder, None if only is not None else lambda key: f"{command} --only {key}"):
        if dry_run:
            _list(study, folder, workers, cluster, json=json)
            return
        from gcsim.studies import RunsFailedError, execute, shown

        try:
            with shown(study.name, quiet=quiet or only is not None) as progress:
                result = execute(
                    study,
                    folder,
                    workers=workers,
                    cluster=cluster,
                    limits=limits,
                    progress=progress if only is None else _Alone(),
                    only=only,
                    command=command,
                )
        except RunsFailedError as error:
            _print(error.result, json=json)
            if only is not None:
                write_error("".join(failure.trace for failure in error.result.failures).rstrip())
            raise
    _print(result, json=json)


class _Alone:
    """Says of a run that is done alone that it may hang: nothing limits it, since a debugger may be there."""

    def __init__(self) -> None:
        self._said = False

    def show(self, status: "StudyStatus") -> None:
        if status.state == "running" and not self._said:
            self._said = True
            write_error("one run, in this process, without limits of time and memory; Ctrl-C ends it")


def _limits(run_timeout: str | None, run_memory: str | None) -> "Limits":
    from gcsim.studies import Limits

    try:
        timeout_s = None if run_timeout is None else parse_duration(run_timeout) / 1e9
    except ValueError as error:
        raise InputError(f"--run-timeout {run_timeout}: {error}") from error
    try:
        memory = None if run_memory is None else parse_size(run_memory)
    except ValueError as error:
        raise InputError(f"--run-memory {run_memory}: {error}") from error
    if timeout_s == 0 or memory == 0:
        raise InputError("--run-timeout and --run-memory: no run takes nothing; leave the option out for no limit")
    return Limits(timeout_s, memory)


def _check_code(config: Path, study: "Study", *, allowed: bool) -> None:
    # In most studies all runs have a workload of one kind: then one of them says it.
    kinds_differ = not {"workload", "workload.kind"}.isdisjoint(study.axes)
    check_code(config, study.expand() if kinds_differ else [study.at(0)], allowed=allowed)


def _command(config: Path, overrides: list[str], folder: Path, *, allow_code: bool) -> str:
    settings = [word for override in overrides for word in ("--set", override)]
    code = ["--allow-code"] if allow_code else []
    return shlex.join(["gcsim", "sweep", str(config), *settings, "--out", str(folder), *code])


def _list(study: "Study", folder: Path, workers: int | None, cluster: str | None, *, json: bool) -> None:
    from gcsim.studies import Plan, workers_of
    from gcsim.studies.storage.store import stored_keys

    slots = workers_of(workers, cluster)
    plan = Plan(study, range(study.n_runs), stored_keys(folder))
    each_s = None if slots is None else plan.predicted_s / min(slots, max(plan.left, 1))
    if json:
        print_json(
            {
                "study": study.name,
                "out": str(folder),
                "axes": {path: [_plain(value) for value in values] for path, values in study.axes.items()},
                "replications": study.replications,
                "runs": study.n_runs,
                "stored": plan.stored,
                "left": plan.left,
                "predicted_cpu_s": plan.predicted_s,
                "workers": slots,
                "predicted_s_per_worker": each_s,
            }
        )
        return
    from rich.table import Table

    table = Table("axis", "values", "", box=None, pad_edge=False)
    for path, values in study.axes.items():
        table.add_row(path, str(len(values)), _some([str(_plain(value)) for value in values]))
    most = "at most " if study.precision is not None else ""
    table.add_row("replications", f"{most}{study.replications}", "")
    print_rich(table)
    per_worker = "" if slots is None or each_s is None else f", {_rounded(each_s)} on each of {slots} workers"
    write(
        f"{folder}: {most}{study.n_runs} runs, {plan.stored} stored, {plan.left} to do: about "
        f"{_rounded(plan.predicted_s)} of CPU time{per_worker}\n"
    )


def _some(values: list[str]) -> str:
    if len(values) <= _VALUES:
        return ", ".join(values)
    return ", ".join([*values[: _VALUES - 2], "...", values[-1]])


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def _rounded(seconds: float) -> str:
    if seconds < 60:  # noqa: PLR2004  # a minute
        return duration(round(seconds * 1e9))
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours}h{minutes:02}min" if hours else f"{minutes}min"


def _print(result: "StudyResult", *, json: bool) -> None:
    if json:
        failed = [
            {"run_key": one.key, "scenario": one.scenario, "kind": one.kind, "error": one.error}
            for one in result.failures
        ]
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
            f"{sum(result.failed.values())} failed\n"
        )
