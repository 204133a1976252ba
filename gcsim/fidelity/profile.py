"""A fitted hardware profile as a file that people can read: each number with its unit and how well the runs tell it."""

import json
import math
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import yaml

from gcsim.fidelity.comparison import Shares, shares
from gcsim.fidelity.fit import Calibration, Fitted
from gcsim.fidelity.objective import FITTED_METRICS
from gcsim.scenario import Hardware
from gcsim.units import format_size

__all__ = ["cases_fitted_to", "profile_text", "write_profile"]

_WIDTH = 110


def write_profile(out: Path, calibration: Calibration, *, source: str) -> None:
    """Write a fitted profile, whole or not at all.

    Parameters
    ----------
    out : Path
        File to write or replace.
    calibration : Calibration
        The fit.
    source : str
        Name of the folder of runs, for the profile's provenance.
    """
    unfinished = out.with_name(f"{out.name}.tmp")
    unfinished.write_text(profile_text(calibration, source=source), encoding="utf-8")
    unfinished.replace(out)


def profile_text(calibration: Calibration, *, source: str) -> str:
    """Return a fitted profile as YAML.

    Parameters
    ----------
    calibration : Calibration
        The fit.
    source : str
        Name of the folder of runs, for the profile's provenance.

    Returns
    -------
    str
        What :func:`gcsim.scenario.load_hardware` reads. What the first profile says of its provenance stays, but for
        its ``fit``.
    """
    start = calibration.start
    provenance = {**_kept(start.provenance), "fit": _fit_provenance(calibration, source)}
    head = {"cores": start.cores, "memory": format_size(start.memory), "provenance": provenance}
    fitted = {(one.parameter.field, one.parameter.key): f" # {_sureness(one)}" for one in calibration.fitted}
    lines = [
        "# Made by `gcsim calibrate`. Above a number stand its unit and source, behind a fitted one its error.",
        yaml.safe_dump(head, sort_keys=False, allow_unicode=True, width=_WIDTH).rstrip(),
        "costs:",
    ]
    for field in fields(calibration.costs):
        value = getattr(calibration.costs, field.name)
        lines.append(f"  # {field.metadata['unit']}; {field.metadata['source']}")
        if isinstance(value, Mapping):
            lines.append(f"  {field.name}:")
            lines += [f'    "{key}": {number:g}{fitted.get((field.name, key), "")}' for key, number in value.items()]
        else:
            lines.append(f"  {field.name}: {value:g}{fitted.get((field.name, None), '')}")
    return "\n".join(lines) + "\n"


def cases_fitted_to(profile: Hardware) -> frozenset[str]:
    """Return the names of the cases to which a profile was fitted, as its provenance says.

    Parameters
    ----------
    profile : Hardware
        Any; one that was not fitted, or does not say to what, gives none.

    Returns
    -------
    frozenset of str
    """
    found = _kept(profile.provenance).get("fit")
    cases = found.get("cases") if isinstance(found, dict) else None
    return frozenset(cases) if isinstance(cases, list) else frozenset()


def _fit_provenance(calibration: Calibration, source: str) -> dict[str, Any]:
    runs = calibration.runs
    after = shares(calibration.after)
    return {
        "runs": f"{len(runs)} of {source}, {len({(run.case, run.go) for run in runs})} cases in releases",
        "cases": sorted({run.case for run in runs}),
        "releases": sorted({run.version for run in runs}),
        "start": calibration.start.profile,
        "converged": calibration.converged,
        "residual": {metric: _residual(after[metric]) for metric in FITTED_METRICS},
        "not_identified": [one.parameter.name for one in calibration.fitted if not one.identified],
        "at_bound": [one.parameter.name for one in calibration.fitted if one.at_bound],
        "correlated": [
            f"{pair.first.name} with {pair.second.name}: {pair.coefficient:+.2f}" for pair in calibration.correlated
        ],
    }


def _residual(of_metric: Shares) -> str:
    if of_metric.median_abs_log_ratio is None:
        return "nothing to compare"
    factor = math.exp(of_metric.median_abs_log_ratio)
    return f"half of {of_metric.n} within {factor:.2f}x, {of_metric.within[2.0]:.0%} within 2x"


def _sureness(one: Fitted) -> str:
    if not one.identified:
        return "not identified"
    return f"+- {one.error:.2f} of its logit" if one.parameter.share else f"+- {math.expm1(one.error):.0%}"


def _kept(provenance: str) -> dict[str, Any]:
    try:
        found = json.loads(provenance)
    except ValueError:
        found = {"machine": provenance.strip()}
    return found if isinstance(found, dict) else {}
