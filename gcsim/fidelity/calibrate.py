"""From a folder of measured runs to a hardware profile."""

from collections.abc import Collection
from pathlib import Path

from gcsim.fidelity.fit import Calibration, fit
from gcsim.fidelity.measured import MeasuredError, read_judged
from gcsim.fidelity.profile import write_profile
from gcsim.fidelity.runs import Shown, observer, unseen
from gcsim.scenario import load_hardware

__all__ = ["calibrate"]


def calibrate(  # noqa: PLR0913  # what goes in and out, and how to run it
    folder: Path,
    out: Path,
    *,
    start: str,
    cases: Collection[str] | None = None,
    workers: int | None = None,
    progress: Shown = unseen,
) -> Calibration:
    """Fit a hardware profile to the measured runs of a folder and write it.

    Parameters
    ----------
    folder : Path
        Measured runs, as :func:`~gcsim.fidelity.measured.read_judged` reads them.
    out : Path
        Profile to write; it is replaced when the fit is done, not before.
    start : str
        Name or file of the profile with which the fit begins. Cores, memory and what is not fitted stay as they are.
    cases : collection of str, optional
        Names of the cases to fit to; all by default.
    workers : int, optional
        Processes; as many as processors by default.
    progress : Shown, optional
        Shows how far it is; nobody is shown by default.

    Returns
    -------
    Calibration
        The same for the same files, whatever the number of workers.

    Raises
    ------
    MeasuredError
        If a file of the folder cannot be understood, or there is no case of a name.
    LookupError
        If there is no profile `start`.
    ScenarioError
        If the profile is wrong.
    RuntimeError
        If a simulation fails.
    """
    runs = read_judged(folder)
    known = {run.case for run in runs}
    chosen = known if cases is None else set(cases)
    if unknown := sorted(chosen - known):
        raise MeasuredError([f"{folder}: no case {', '.join(unknown)}; there are {', '.join(sorted(known))}"])
    profile = load_hardware(start)
    with observer(workers, progress) as observe:
        calibration = fit([run for run in runs if run.case in chosen], profile, observe)
    write_profile(out, calibration, source=folder.resolve().name)
    return calibration
