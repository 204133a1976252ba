"""The scenario of a command that runs one."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gcsim.cli.errors import InputError

if TYPE_CHECKING:
    from gcsim.scenario import Scenario

__all__ = ["check_code", "only_scenario"]


def check_code(config: Path, scenarios: Iterable["Scenario"], *, allowed: bool) -> None:
    """Refuse to run a user's code unless the user has said that it may run.

    Parameters
    ----------
    config : Path
        Where the scenarios come from.
    scenarios : iterable of Scenario
        The runs.
    allowed : bool
        Whether it may run.

    Raises
    ------
    InputError
        If a run would need code, and it may not run.
    """
    if allowed:
        return
    for scenario in scenarios:
        if scenario.workload.kind == "python":
            raise InputError(
                f"{config}: workload kind python runs code of yours; say --allow-code if you trust "
                f"{scenario.workload.program}"
            )


def only_scenario(
    config: Path, overrides: Sequence[str] | None, seed: int | None, *, allow_code: bool = False
) -> "Scenario":
    """Load the one run that a file describes.

    Parameters
    ----------
    config : Path
        Scenario file.
    overrides : sequence of str, optional
        ``KEY=VALUE`` each.
    seed : int, optional
        Seed in place of the file's.
    allow_code : bool
        Whether it may be a program of the user's own.

    Returns
    -------
    Scenario
        The run.

    Raises
    ------
    InputError
        If the file describes more than one run, or one that may not run.
    gcsim.scenario.ScenarioError
        If the file or an override is wrong.
    """
    from gcsim.scenario import load

    study = load(config, [*(overrides or []), *([] if seed is None else [f"seed={seed}"])])
    if study.n_runs > 1:
        raise InputError(f"{config}: describes {study.n_runs} runs; use gcsim sweep {config}, or --set one value each")
    scenario = next(study.expand())
    check_code(config, [scenario], allowed=allow_code)
    return scenario
