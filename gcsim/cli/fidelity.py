"""``gcsim validate`` and ``gcsim calibrate``: held against, and fitted to, measured runs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gcsim.cli.errors import InputError
from gcsim.cli.options import Json
from gcsim.cli.output import print_json, print_rich

if TYPE_CHECKING:
    from gcsim.fidelity import Calibration

__all__ = ["CALIBRATE_EXAMPLE", "VALIDATE_EXAMPLE", "calibrate", "validate"]

VALIDATE_EXAMPLE = "Example: gcsim validate results/measured --hardware measured-2vcpu"
CALIBRATE_EXAMPLE = "Example: gcsim calibrate results/measured -o configs/hardware/measured-2vcpu.yaml"

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
    real run would reach in the place of the simulation.
    """
    from gcsim import fidelity
    from gcsim.studies import shown

    _check_profile(hardware)
    try:
        report = fidelity.validate(folder, hardware=hardware, progress=shown)
    except fidelity.MeasuredError as error:
        raise InputError(str(error)) from error
    if json:
        print_json(report.to_json())
    else:
        print_rich(fidelity.metric_table(report), fidelity.worst_table(report))


def calibrate(
    *,
    folder: Measured,
    profile: Annotated[
        Path, typer.Option("--out", "-o", metavar="PROFILE", help="Profile to write.", show_default=False)
    ],
    start: Annotated[
        str, typer.Option(metavar="NAME", help="Profile to begin with: its cores, memory and what is not fitted stay.")
    ] = _PROFILE,
    json: Json = False,
) -> None:
    """Fit a hardware profile to measured runs and write it.

    The profile also says what each number was fitted to and how sure it is. Takes some minutes.
    """
    from gcsim import fidelity
    from gcsim.studies import shown

    _check_profile(start)
    if not profile.parent.is_dir():
        # Found out now rather than when the fit is done.
        raise InputError(f"{profile}: there is no folder {profile.parent}")
    try:
        calibration = fidelity.calibrate(folder, profile, start=start, progress=shown)
    except fidelity.MeasuredError as error:
        raise InputError(str(error)) from error
    if json:
        print_json({"profile": str(profile), **_as_json(calibration)})
    else:
        print_rich(fidelity.parameter_table(calibration), fidelity.residual_table(calibration), f"wrote {profile}")


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
    return {"converged": calibration.converged, "fitted": numbers, "metrics": after.to_json()["metrics"]}


def _check_profile(name: str) -> None:
    # Before anything is simulated: later a LookupError would be a defect of gcsim.
    from gcsim.scenario import load_hardware

    try:
        load_hardware(name)
    except LookupError as error:
        raise InputError(f"no hardware profile {name}: {error.args[0]}") from error
