"""The scenario of a command that runs one."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gcsim.cli.errors import InputError

if TYPE_CHECKING:
    from gcsim.scenario import Scenario

__all__ = ["only_scenario"]


def only_scenario(config: Path, overrides: Sequence[str] | None, seed: int | None) -> "Scenario":
    """Load the one run that a file describes.

    Parameters
    ----------
    config : Path
        Scenario file.
    overrides : sequence of str, optional
        ``KEY=VALUE`` each.
    seed : int, optional
        Seed in place of the file's.

    Returns
    -------
    Scenario
        The run.

    Raises
    ------
    InputError
        If the file describes more than one run.
    gcsim.scenario.ScenarioError
        If the file or an override is wrong.
    """
    from gcsim.scenario import load

    study = load(config, [*(overrides or []), *([] if seed is None else [f"seed={seed}"])])
    if study.n_runs > 1:
        raise InputError(f"{config}: describes {study.n_runs} runs; use gcsim sweep {config}, or --set one value each")
    return next(study.expand())
