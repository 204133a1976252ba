"""``gcsim measure``: real Go releases, measured with the reference program."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gcsim.cli.errors import InputError, write_error
from gcsim.cli.options import Json
from gcsim.cli.output import print_json, print_rich, write

if TYPE_CHECKING:
    from rich.table import Table

    from gcsim.fidelity.measure import Measurement
    from gcsim.fidelity.toolchain import Toolchain

__all__ = ["EXAMPLE", "measure"]

EXAMPLE = "Example: gcsim measure results/mine --go ~/go1.8.4/bin/go --case live32 --case gogc50"

_SECONDS, _REPETITIONS = 7.0, 2
"""As in ``results/measured``."""

_QUICK_SECONDS, _QUICK_REPETITIONS = 3.0, 1


def measure(
    *,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help="Where the measured runs are kept, and looked for.", show_default=False),
    ] = None,
    go: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="The go command of a release, 1.4 or later (default: go). As often as there are releases.",
            show_default=False,
        ),
    ] = None,
    case: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A case (default: all). As often as needed.", show_default=False),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Four cases, once, 3 s each, unless said otherwise.")] = False,
    repetitions: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help=f"Runs of a case (default: {_REPETITIONS}).", show_default=False),
    ] = None,
    seconds: Annotated[
        float | None,
        typer.Option(
            min=0.1, metavar="S", help=f"Measured time of a run, s (default: {_SECONDS:g}).", show_default=False
        ),
    ] = None,
    list_cases: Annotated[bool, typer.Option("--list", help="Show the cases and how long they take.")] = False,
    json: Json = False,
) -> None:
    """Measure real Go releases with the reference program.

    Builds the program with each toolchain, runs the cases one after another and keeps what the program and its runtime
    printed, as validate and calibrate read it. Nothing else should run on the machine meanwhile. Interrupt it when you
    like: what is finished is kept, and the same command does the rest. Exit code 1 says that runs failed; all others
    are kept.
    """
    from gcsim import fidelity
    from gcsim.studies import shown

    cases = _cases(case, quick=quick)
    if repetitions is None:
        repetitions = _QUICK_REPETITIONS if quick else _REPETITIONS
    if seconds is None:
        seconds = _QUICK_SECONDS if quick else _SECONDS
    if list_cases:
        _list(cases, repetitions, seconds, json=json)
        return
    if folder is None:
        raise InputError("say where the measured runs are to be kept: gcsim measure DIR; or --list to see the cases")
    try:
        toolchains = [fidelity.find_toolchain(command) for command in dict.fromkeys(go or ["go"])]
        result = fidelity.measure(folder, toolchains, cases, repetitions=repetitions, seconds=seconds, progress=shown)
    except (fidelity.MeasuredError, fidelity.ToolchainError) as error:
        raise InputError(str(error)) from error
    except KeyboardInterrupt:
        write_error(f"interrupted: finished runs are kept in {folder}; the same command does the rest")
        raise
    _print(folder, toolchains, result, json=json)
    if result.failed:
        write_error("\n".join(f"{one.name}: {one.error}" for one in result.failed))
        raise typer.Exit(1)


def _cases(names: Sequence[str] | None, *, quick: bool) -> list[str]:
    from gcsim.fidelity import CASES, QUICK_CASES
    from gcsim.scenario.section import suggestion

    if not names:
        return list(QUICK_CASES if quick else CASES)
    for name in names:
        if name not in CASES:
            raise InputError(f"no case {name}: {suggestion(name, CASES)}; gcsim measure --list shows them")
    return list(dict.fromkeys(names))


def _list(cases: Sequence[str], repetitions: int, seconds: float, *, json: bool) -> None:
    from gcsim.fidelity import CASES

    expected_s = {name: repetitions * CASES[name].expected_s(seconds) for name in cases}
    if json:
        print_json({"cases": [{"case": name, "expected_s": round(expected_s[name], 1)} for name in cases]})
        return
    total = timedelta(seconds=round(sum(expected_s.values())))
    runs = len(cases) * repetitions
    print_rich(_table(expected_s), f"{runs} runs with each toolchain: about {total}")


def _table(expected_s: dict[str, float]) -> "Table":
    from rich.table import Table

    from gcsim.fidelity import CASES

    table = Table()
    table.add_column("case")
    table.add_column("live heap", justify="right")
    table.add_column("what it is about")
    table.add_column("takes", justify="right")
    for name, taken_s in expected_s.items():
        table.add_row(name, f"{CASES[name].live_mb} MiB", CASES[name].about, f"{taken_s:.0f} s")
    return table


def _print(folder: Path, toolchains: "Sequence[Toolchain]", result: "Measurement", *, json: bool) -> None:
    if json:
        print_json(
            {
                "out": str(folder),
                "toolchains": [{"go": str(one.command), "version": one.version} for one in toolchains],
                "stored": list(result.stored),
                "written": list(result.written),
                "failed": [{"run": one.name, "error": one.error} for one in result.failed],
            }
        )
        return
    write(
        f"{folder}: {len(result.stored) + len(result.written)} runs, {len(result.stored)} were there before, "
        f"{len(result.written)} measured now, {len(result.failed)} failed\n"
    )
