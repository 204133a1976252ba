"""Fits to the cases that lie off an axis, judged on those that lie on it: heap, GOGC, goroutines, globals, Ps in turn.

To leave cases out at random would say little: their neighbours stay. Without an axis, a law has to reach from one
value of it to all others.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from gcsim.fidelity.axes import AXES, axes_of
from gcsim.fidelity.comparison import Comparison, noise_ceiling, shares, units
from gcsim.fidelity.demands import DEMANDS
from gcsim.fidelity.finished import Finished, HeldOut, Left
from gcsim.fidelity.fit import Calibration, fit
from gcsim.fidelity.measured import MeasuredError, MeasuredRun, read_judged
from gcsim.fidelity.parameters import Parameter, with_numbers
from gcsim.fidelity.profile import cases_fitted_to, write_profile
from gcsim.fidelity.runs import Observe, Shown, observer, unseen
from gcsim.fidelity.validate import compare_units
from gcsim.scenario import Hardware, load_hardware

__all__ = ["ALL_AXES", "HoldOut", "HoldOutRow", "hold_out", "write_report"]

ALL_AXES = "all axes"
"""Name of the rows in which the cases of all axes are taken together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldOutRow:
    """How well one demand is met on the cases of one axis.

    Attributes
    ----------
    axis : str
        One of :data:`~gcsim.fidelity.axes.AXES`, or :data:`ALL_AXES`.
    metric, band : str, float
        What is judged.
    demanded : float or None
        Share of the cases that should lie within the band, from 0 to 1; None where it is only listed.
    n : int
        Cases in releases that are judged.
    fitted, held_out : float or None
        Share of them within the band, simulated with the profile that was fitted to all cases, and with the one that
        was fitted without those of the axis; None if n is 0.
    second_run : float or None
        What a second real run of these cases reaches; None without repetitions.
    cases : str
        The held-out cases, with spaces between.
    untold : str
        Numbers that all cases identify and the remaining ones do not, with the published values that stood in for them:
        ``name=value``, with spaces between.
    """

    axis: str
    metric: str
    band: float
    demanded: float | None
    n: int
    fitted: float | None
    held_out: float | None
    second_run: float | None
    cases: str
    untold: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldOut:
    """A fit to all cases, and one without the cases of each axis.

    Attributes
    ----------
    calibration : Calibration
        The fit to all cases.
    published : Hardware
        What the remaining cases did not tell was taken from here.
    axes : tuple of HeldOut
        In the order of :data:`~gcsim.fidelity.axes.AXES`; those on which a case lies.
    ceiling : tuple of Comparison
        Real repetitions against each other.
    fitted : tuple of Comparison
        Every case, simulated with the profile of `calibration` as ``gcsim validate`` does.
    """

    calibration: Calibration
    published: Hardware
    axes: tuple[HeldOut, ...]
    ceiling: tuple[Comparison, ...]
    fitted: tuple[Comparison, ...]

    @property
    def start_knows(self) -> tuple[str, ...]:
        """Held-out cases to which the profile of published values says it was fitted: those are not held out."""
        known = cases_fitted_to(self.published)
        return tuple(sorted({case for one in self.axes for case in one.cases if case in known}))

    def lost(self, held: HeldOut) -> list[Left]:
        """Return the numbers that only the cases of an axis tell: all cases identify them, the others do not."""
        told = {one.parameter.name for one in self.calibration.fitted if one.identified}
        return [left for left in held.untold if left.name in told]

    def rows(self) -> list[HoldOutRow]:
        """Return the table: each demand on each axis, then on all of them together.

        Returns
        -------
        list of HoldOutRow
            Axis by axis, the demands in the order of :data:`~gcsim.fidelity.demands.DEMANDS`.
        """
        rows = [row for one in self.axes for row in self._rows_of(one.axis, [one])]
        return rows + self._rows_of(ALL_AXES, self.axes)

    def _rows_of(self, axis: str, held: Sequence[HeldOut]) -> list[HoldOutRow]:
        # A case that lies on two axes is held out twice: it counts once for each.
        held_out = shares([comparison for one in held for comparison in one.comparisons])
        fitted = shares([found for one in held for found in self.fitted if found.case in one.cases])
        ceiling = shares([found for one in held for found in self.ceiling if found.case in one.cases])
        single = held[0] if len(held) == 1 and held[0].axis == axis else None
        return [
            HoldOutRow(
                axis=axis,
                metric=demand.metric,
                band=demand.band,
                demanded=demand.share,
                n=held_out[demand.metric].n,
                fitted=demand.reached(fitted[demand.metric]),
                held_out=demand.reached(held_out[demand.metric]),
                second_run=demand.reached(ceiling[demand.metric]),
                cases=" ".join(single.cases) if single else "",
                untold=" ".join(f"{left.name}={left.value:g}" for left in self.lost(single)) if single else "",
            )
            for demand in DEMANDS
        ]


def hold_out(  # noqa: PLR0913 - what goes in and out, and how to run it
    folder: Path,
    out: Path,
    *,
    start: str,
    published: str | None = None,
    workers: int | None = None,
    progress: Shown = unseen,
) -> HoldOut:
    """Fit a profile to all cases of a folder and write it, and judge fits without the cases of each axis.

    Parameters
    ----------
    folder : Path
        Measured runs, as :func:`~gcsim.fidelity.measured.read_judged` reads them.
    out : Path
        Profile to write, fitted to all cases. Beside it, in ``NAME.unfinished``, stands each axis that is finished,
        until all are: a call that was interrupted goes on from there, if neither runs nor profile nor gcsim changed.
    start : str
        Name or file of the profile with which every fit begins.
    published : str, optional
        Name or file of the profile of what was known before any run; `start` by default. What the remaining cases do
        not tell is taken from it, so it should not have been fitted to the held-out ones: see
        :attr:`HoldOut.start_knows`.
    workers : int, optional
        Processes; as many as processors by default.
    progress : Shown, optional
        Shows how far it is; nobody is shown by default.

    Returns
    -------
    HoldOut
        The same for the same files, whatever the number of workers, interrupted or not.

    Raises
    ------
    MeasuredError
        If a file of the folder cannot be understood, no case lies on any axis, or all lie on one.
    LookupError
        If there is no profile of a name.
    ScenarioError
        If a profile is wrong.
    RuntimeError
        If a simulation fails.
    """
    runs = read_judged(folder)
    on_axes = _on_axes(folder, runs)
    profile, known = load_hardware(start), load_hardware(published or start)
    finished = Finished.beside(out, runs, profile, known)
    of = len(on_axes) + 1
    with observer(workers, progress) as observe:
        held: list[HeldOut] = []
        for at, (axis, cases) in enumerate(on_axes.items(), 1):
            found = finished.load(axis)
            if found is None:
                titled = _titled(observe, f"{at} of {of}, without {axis}")
                remaining = [run for run in runs if run.case not in cases]
                found = _held_out(axis, cases, runs, fit(remaining, profile, titled), known, titled)
                finished.save(found)
            held.append(found)
        to_all = _titled(observe, f"{of} of {of}, all cases")
        calibration = fit(runs, profile, to_all)
        of_units = units(runs)
        fitted = compare_units(of_units, _with_costs(calibration), to_all)
    write_profile(out, calibration, source=folder.resolve().name)
    finished.forget()
    return HoldOut(
        calibration=calibration,
        published=known,
        axes=tuple(held),
        ceiling=tuple(noise_ceiling(of_units)),
        fitted=tuple(fitted),
    )


def write_report(path: Path, found: HoldOut) -> None:
    """Write the table of a hold-out as CSV.

    Parameters
    ----------
    path : Path
        File to write or replace: a column for each field of :class:`HoldOutRow`; shares with four decimals, empty where
        there is none.
    found : HoldOut
        What to write.
    """
    names = [field.name for field in fields(HoldOutRow)]
    unfinished = path.with_name(f"{path.name}.tmp")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([_text(getattr(row, name)) for name in names] for row in found.rows())
    unfinished.replace(path)


def _on_axes(folder: Path, runs: Sequence[MeasuredRun]) -> dict[str, tuple[str, ...]]:
    axes = axes_of(runs)
    on_axes = {axis: tuple(case for case, on in axes.items() if axis in on) for axis in AXES}
    on_axes = {axis: cases for axis, cases in on_axes.items() if cases}
    if not on_axes:
        raise MeasuredError([f"{folder}: no case differs from the others along an axis ({', '.join(AXES)})"])
    if whole := [axis for axis, cases in on_axes.items() if len(cases) == len(axes)]:
        raise MeasuredError([f"{folder}: all cases differ along the axis {whole[0]}: none is left to fit to"])
    return on_axes


def _held_out(  # noqa: PLR0913, PLR0917 - who is held out, of what, and what takes the place of what is not known
    axis: str,
    cases: tuple[str, ...],
    runs: Sequence[MeasuredRun],
    calibration: Calibration,
    published: Hardware,
    observe: Observe,
) -> HeldOut:
    untold = [one.parameter for one in calibration.fitted if not one.identified]
    known = [_value(published, parameter) for parameter in untold]
    costs = with_numbers(calibration.costs, untold, known)
    profile = calibration.start.model_copy(update={"costs": costs})
    of_units = units([run for run in runs if run.case in cases])
    return HeldOut(
        axis=axis,
        cases=cases,
        comparisons=tuple(compare_units(of_units, profile, observe)),
        untold=tuple(Left(parameter.name, value) for parameter, value in zip(untold, known, strict=True)),
    )


def _value(profile: Hardware, parameter: Parameter) -> float:
    value = getattr(profile.costs, parameter.field)
    return float(value if parameter.key is None else value[parameter.key])


def _with_costs(calibration: Calibration) -> Hardware:
    return calibration.start.model_copy(update={"costs": calibration.costs})


def _titled(observe: Observe, title: str) -> Observe:
    return lambda scenarios, doing: observe(scenarios, f"{title}: {doing}")


def _text(value: str | float | None) -> str:
    if value is None:
        return ""
    return f"{value:.4f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
