"""``gcsim results``."""

import json as to_json
import math
import pydoc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import Enum
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gcsim.cli.errors import InputError, write_error
from gcsim.cli.options import Json
from gcsim.cli.output import print_json, print_rich, write

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["EXAMPLE", "Format", "results"]

EXAMPLE = (
    "Example: gcsim results results/mine --sql "
    "'select go, median(\"pause_ns.p99\") as pause_ns from runs group by go order by go'"
)

_PIPED_WIDTH = 120


class Format(Enum):
    """What results can be written as."""

    CSV = "csv"
    PARQUET = "parquet"
    NETCDF = "xarray-netcdf"


def results(
    *,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that a sweep wrote.", show_default=False)],
    study: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this study did.", show_default=False)
    ] = None,
    failures: Annotated[
        bool, typer.Option("--failures", help="The runs that failed, with traceback and how to do one again.")
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="How far its studies are, until none goes on.")] = False,
    sql: Annotated[
        str | None,
        typer.Option(metavar="QUERY", help="Ask DuckDB: views runs, provenance, failures.", show_default=False),
    ] = None,
    export: Annotated[
        Format | None, typer.Option(help="Write all results, or what --sql answers, to a file.", show_default=False)
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The file (default: DIR/NAME.csv, .parquet, .nc; of --sql: standard output).",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Show what a folder of results holds: studies, runs, failures, and how they came about.

    Results are those of this version of the model. None of them is changed, and a sweep may go on in the folder.
    """
    _check_options(failures=failures, watch=watch, sql=sql, export=export, output=output, json=json)
    with _readable():
        from gcsim.studies.results.overview import check_folder, overview

        check_folder(folder)
        if watch:
            _watch(folder, study)
        elif sql is not None:
            _ask(folder, sql, study, export, output, json=json)
        elif export is not None:
            _export(folder, study, export, output, json=json)
        elif failures:
            _failures(folder, study, json=json)
        else:
            seen = overview(folder, study)
            if json:
                print_json({"folder": str(folder), **asdict(seen)})
            else:
                from gcsim.cli.folder import render

                print_rich(*render(folder, seen))


def _check_options(
    *, failures: bool, watch: bool, sql: str | None, export: Format | None, output: Path | None, json: bool
) -> None:
    asked = {"--failures": failures, "--watch": watch, "--sql": sql is not None, "--export": export is not None}
    given = [name for name, wanted in asked.items() if wanted]
    if len(given) > 1 and given != ["--sql", "--export"]:
        raise InputError(f"{' and '.join(given)}: one at a time; only --sql and --export go together")
    if sql is not None and not sql.strip():
        raise InputError("--sql: found no question; ask for example --sql 'select go, count(*) from runs group by go'")
    if sql is not None and export not in {None, Format.CSV}:
        raise InputError("--sql: an answer is written as --export csv")
    if output is not None and export is None:
        raise InputError("-o: is for --export csv, parquet or xarray-netcdf")
    if json and watch:
        raise InputError("--watch: has no --json; the files in studies/ are JSON")


@contextmanager
def _readable() -> Iterator[None]:
    from gcsim.studies.results.needs import ExportError
    from gcsim.studies.storage.schema import SchemaError
    from gcsim.studies.storage.store import StoreError

    try:
        yield
    except (ExportError, SchemaError, StoreError) as error:
        raise InputError(str(error)) from error


def _watch(folder: Path, study: str | None) -> None:
    from rich.console import Console

    from gcsim.cli.watch import watch
    from gcsim.studies.results.overview import overview

    if not watch(folder, study, Console()):
        if study is not None:
            overview(folder, study)  # refuses a name that no study has
        of = "" if study is None else f" {study}"
        write(f"{folder}: no study{of} has left word of itself\n")


def _failures(folder: Path, study: str | None, *, json: bool) -> None:
    from gcsim.cli.folder import render_failures
    from gcsim.studies.results.overview import differing, failures_of
    from gcsim.studies.status import read_statuses

    failed = failures_of(folder, study)
    commands = {status.study: status.command for status in read_statuses(folder)}
    rows: list[dict[str, Any]] = [
        {
            **{str(name): _plain(value) for name, value in row.items() if name != "scenario"},
            "differs": differs,
            "scenario": to_json.loads(row["scenario"]) if row["scenario"] else None,
            "again": f"{command} --only {row['run_key']}" if (command := commands.get(row["study"])) else "",
        }
        for row, differs in zip(failed.to_dict("records"), differing(folder, failed), strict=True)
    ]
    if json:
        print_json({"folder": str(folder), "failures": rows})
    elif not rows:
        write(f"{folder}: no failed runs\n")
    elif sys.stdout.isatty():
        pydoc.pager(render_failures(rows))
    else:
        write(render_failures(rows))


def _ask(folder: Path, sql: str, study: str | None, export: Format | None, output: Path | None, *, json: bool) -> None:
    from gcsim.studies.results.query import ask, boxed

    if study is not None:
        _known(folder, study)
    answer = ask(folder, sql, study)
    if export is not None:
        _write_answer(answer, output)
    elif json:
        rows = [{name: _plain(value) for name, value in row.items()} for row in answer.to_pylist()]
        print_json({"columns": answer.column_names, "rows": rows})
    elif answer.column_names:
        from rich.console import Console

        console = Console()
        write(boxed(answer, console.width if console.is_terminal else _PIPED_WIDTH))


def _write_answer(answer: "pa.Table", output: Path | None) -> None:
    from gcsim.studies.results.canonical import write_csv

    text = StringIO()
    write_csv(answer.column_names, [answer], text)
    if output is None:
        write(text.getvalue())
        return
    try:
        with output.open("x", encoding="utf-8", newline="") as file:
            file.write(text.getvalue())
    except FileExistsError as error:
        raise InputError(f"{output}: is there already; remove it, or name another file with -o") from error


def _export(folder: Path, study: str | None, export: Format, output: Path | None, *, json: bool) -> None:
    from gcsim.studies.results.exports import FORMATS, export_as

    keys = None if study is None else _known(folder, study)
    suffix, _ = FORMATS[export.value]
    name = folder.resolve().name if study is None else study.replace("/", "_")
    path = folder / f"{name}{suffix}" if output is None else output
    runs = export_as(export.value, folder, path, keys)
    if json:
        print_json({"folder": str(folder), "file": str(path), "runs": runs})
    else:
        write(f"{path}: {runs} runs\n")


def _known(folder: Path, study: str) -> frozenset[str]:
    """Return the runs of a study, and say so if others have done some of them."""
    from gcsim.studies.results.overview import runs_of
    from gcsim.studies.status import read_statuses

    keys = runs_of(folder, study)
    for status in read_statuses(folder):
        missing = status.stored + status.done - len(keys)
        if status.study == study and missing > 0:
            write_error(
                f"{study}: found {missing} of its runs done by other studies; they count as theirs and are left out"
            )
    return keys


def _plain(value: Any) -> Any:  # noqa: ANN401  # any cell of a table
    """Return a value that JSON knows."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    if value is None or isinstance(value, str | bool | int):
        return value
    if not hasattr(value, "__float__"):  # an instant, for example
        return str(value)
    if not math.isfinite(value):
        return None
    return int(value) if not isinstance(value, float) and value == int(value) else float(value)
