"""``gcsim validate`` and ``gcsim calibrate``: held against, and fitted to, measured runs."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gcsim.cli.errors import InputError, write_error
from gcsim.cli.options import Json
from gcsim.cli.output import print_json, print_rich

if TYPE_CHECKING:
    from rich.table import Table

    from gcsim.fidelity import Calibration

__all__ = ["CALIBRATE_EXAMPLE", "VALIDATE_EXAMPLE", "calibrate", "validate"]

VALIDATE_EXAMPLE = "Example: gcsim validate results/measured --hardware measured-2vcpu"
CALIBRATE_EXAMPLE = "Example: gcsim calibrate results/measured -o measured.yaml --hold-out --report holdout.csv"

_PROFILE = "measured-2vcpu"

Measured = Annotated[
    Path,
    typer.Argument(
        metavar="DIR",
        help="Measured runs: pairs of CASE.goX.Y.Z.rN.json and .gctrace.",
        show_default=False,
    ),
]


def validate(
    *,
    folder: Measured,
    hardware: Annotated[str, typer.Option(metavar="NAME", help="Hardware profile: a name or a file.")] = _PROFILE,
    json: Json = False,
) -> None:
    """Simulate measured runs and compare them metric by metric.

    Says for each metric which share of the ratios of simulated to measured lies within a band, and which share a second
    real run would reach in the place of the simulation, and what is demanded; then the ratios of each release, the
    worst ones, and what rests on too few collections to be judged.
    """
    from gcsim import fidelity
    from gcsim.studies import shown

    _check_profile(hardware)
    try:
        _say_what_is_skipped(folder)
        report = fidelity.validate(folder, hardware=hardware, progress=shown)
    except fidelity.MeasuredError as error:
        raise InputError(str(error)) from error
    if json:
        print_json(report.to_json())
    else:
        tables = (fidelity.metric_table, fidelity.release_table, fidelity.worst_table, fidelity.unjudged_table)
        _print_tables(*(table(report) for table in tables))


def calibrate(
    *,
    folder: Measured,
    profile: Annotated[
        Path, typer.Option("--out", "-o", metavar="PROFILE", help="Profile to write.", show_default=False)
    ],
    start: Annotated[
        str, typer.Option(metavar="NAME", help="Profile to begin with: its cores, memory and what is not fitted stay.")
    ] = _PROFILE,
    hold_out: Annotated[
        bool,
        typer.Option(
            "--hold-out",
            help="Also fit without the cases of each axis (heap, GOGC, goroutines, globals, Ps), and judge on them.",
        ),
    ] = False,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="With --hold-out: profile of what was known before any run; what the remaining cases do not tell is "
            "taken from it (default: the profile to begin with).",
            show_default=False,
        ),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="With --hold-out: write its table as CSV.", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    """Fit a hardware profile to measured runs and write it.

    The profile also says what each number was fitted to and how sure it is. Takes some minutes, and with --hold-out six
    times as many; an axis that is finished is not fitted again when the command was interrupted and is given once more.
    """
    from gcsim import fidelity
    from gcsim.studies import shown

    _check_profile(start)
    if hold_out:
        _check_profile(published or start)
    else:
        _check_unused(published=published, report=report)
    _check_folders(profile, report)
    found: fidelity.HoldOut | None = None
    try:
        _say_what_is_skipped(folder)
        if hold_out:
            found = fidelity.hold_out(folder, profile, start=start, published=published, progress=shown)
            calibration = found.calibration
        else:
            calibration = fidelity.calibrate(folder, profile, start=start, progress=shown)
    except fidelity.MeasuredError as error:
        raise InputError(str(error)) from error
    except KeyboardInterrupt:
        if hold_out:
            write_error(f"interrupted: finished axes are kept in {profile}.unfinished; the same command does the rest")
        raise
    if found and report:
        fidelity.write_report(report, found)
    if json:
        held = {"hold_out": [asdict(row) for row in found.rows()]} if found else {}
        print_json({"profile": str(profile), **_as_json(calibration), **held})
        return
    _print_tables(
        fidelity.parameter_table(calibration),
        fidelity.correlation_table(calibration),
        fidelity.published_table(calibration),
        fidelity.residual_table(calibration),
        *((fidelity.hold_out_table(found), fidelity.untold_table(found)) if found else ()),
    )
    print_rich(f"wrote {profile}", *([f"wrote {report}"] if report else []))


def _as_json(calibration: "Calibration") -> dict[str, Any]:
    from gcsim.fidelity import ValidationReport

    numbers = {
        one.parameter.name: {
            "start": one.parameter.start,
            "value": one.value,
            "unit": one.parameter.unit,
            "error": one.error,
            "identified": one.identified,
            "at_bound": one.at_bound,
            "explains": one.explains,
        }
        for one in calibration.fitted
    }
    after = ValidationReport(calibration.start.profile, calibration.after, ())
    return {
        "converged": calibration.converged,
        "fitted": numbers,
        "correlated": [[pair.first.name, pair.second.name, pair.coefficient] for pair in calibration.correlated],
        "metrics": after.to_json()["metrics"],
    }


def _print_tables(*tables: "Table | None") -> None:
    for table in tables:
        if table is not None:
            print_rich(table, "")


def _say_what_is_skipped(folder: Path) -> None:
    from gcsim.fidelity import read_measured, split_by_era, without_era_line

    judged, without_era = split_by_era(read_measured(folder))
    if judged and without_era:
        write_error(without_era_line(without_era))


def _check_unused(**options: object) -> None:
    for name, value in options.items():
        if value is not None:
            raise InputError(f"--{name} {value}: it says something with --hold-out only")


def _check_folders(*paths: Path | None) -> None:
    # Found out now rather than when the fit is done.
    for path in paths:
        if path is not None and not path.parent.is_dir():
            raise InputError(f"{path}: there is no folder {path.parent}")
        if path is not None and path.is_dir():
            raise InputError(f"{path}: it is a folder; name a file to write")


def _check_profile(name: str) -> None:
    # Before anything is simulated: later a LookupError would be a defect of gcsim.
    from gcsim.scenario import load_hardware

    try:
        load_hardware(name)
    except LookupError as error:
        raise InputError(f"no hardware profile {name}: {error.args[0]}") from error
