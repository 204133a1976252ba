"""The commands, and what becomes of their errors."""

import sys
from typing import Annotated

import typer

from gcsim import __version__
from gcsim.cli import escape, experiments, fidelity, measure, results, run, schema, sensitivity, sweep, trace, tune
from gcsim.cli.errors import input_error, write_error

__all__ = ["app", "main"]

app = typer.Typer(
    name="gcsim",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",  # joins the lines of a docstring's paragraph
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(epilog=run.EXAMPLE)(run.run)
app.command(epilog=sweep.EXAMPLE)(sweep.sweep)
app.command(epilog=results.EXAMPLE)(results.results)
app.command(epilog=sensitivity.EXAMPLE)(sensitivity.sensitivity)
app.command(epilog=tune.EXAMPLE)(tune.tune)
app.command(epilog=experiments.REPRODUCE_EXAMPLE)(experiments.reproduce)
app.command(epilog=experiments.FIGURES_EXAMPLE)(experiments.figures)
app.command(epilog=measure.EXAMPLE)(measure.measure)
app.command(epilog=fidelity.VALIDATE_EXAMPLE)(fidelity.validate)
app.command(epilog=fidelity.CALIBRATE_EXAMPLE)(fidelity.calibrate)
app.command(epilog=trace.EXAMPLE)(trace.trace)
app.command(epilog=escape.EXAMPLE)(escape.escape)
app.command(epilog=schema.EXAMPLE)(schema.schema)


def _print_version(wanted: bool) -> None:  # noqa: FBT001  # typer calls it so
    if wanted:
        typer.echo(f"gcsim {__version__}")
        raise typer.Exit


@app.callback(epilog="Example: gcsim run configs/forest.yaml --set go=1.4")
def _gcsim(
    *,
    version: Annotated[  # its callback answers
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Simulate the Go runtime: goroutine scheduler and garbage collector of the releases 1.4 to 1.8."""


def main() -> None:
    """Run the command line and leave the process with its exit code.

    An error that the input explains becomes a message on stderr and exit code 2. Anything else is a defect of gcsim and
    keeps its traceback.
    """
    try:
        app(prog_name="gcsim")
    except Exception as error:
        message = input_error(error)
        if message is None:
            raise
        write_error(message)
        sys.exit(2)
