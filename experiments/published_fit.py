"""Fit the profile ``published`` to half of the published figures: ``python -m experiments.published_fit``.

It begins with the profile that ``published`` is built on, and writes ``configs/hardware/published.yaml``: the numbers
of :data:`gcsim.fidelity.published.FREE`, every other one left to the base. A minute or ten, as machines go; the same
bytes each time. To be run again whenever the base or a law was changed.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from experiments.experiment import ROOT
from experiments.published import POINTS
from gcsim.costs import Costs
from gcsim.fidelity.published import Free, Point, Simulate, fit_published, read_points
from gcsim.scenario import Hardware, Scenario, load_hardware
from gcsim.studies import Row, run_key, run_scenario
from gcsim.studies.workers.executors import cpus
from gcsim.studies.workers.pool import calling

__all__ = ["BASE", "PROFILE", "fitted_profile", "profile_text", "simulating"]

BASE = "measured-2vcpu"
"""The profile on which the fitted one is built."""

PROFILE = ROOT / "configs/hardware/published.yaml"
"""The fitted profile."""

_CYCLES = 3
"""Collections that tell a median or a longest stop well enough for a fit: what a stop works is the same in each."""

_CORES = 36
_MEMORY = 512 * 2**30


@contextmanager
def simulating(workers: int, told: Callable[[int], object]) -> Iterator[Simulate]:
    """Open a pool of processes that simulates scenarios; alike ones are simulated once.

    Parameters
    ----------
    workers : int
        Processes; with 1 everything runs in this one.
    told : callable
        Told of the size of each batch.

    Yields
    ------
    Simulate
    """
    known: dict[str, Row] = {}
    with calling(workers) as pool:

        def simulate(scenarios: Sequence[Scenario]) -> list[Row]:
            keys = [run_key(scenario) for scenario in scenarios]
            missing = {key: scenario for key, scenario in zip(keys, scenarios, strict=True) if key not in known}
            told(len(missing))
            known.update(zip(missing, pool.map(run_scenario, missing.values()), strict=True))
            return [known[key] for key in keys]

        yield simulate


def fitted_profile(points: Sequence[Point], simulate: Simulate) -> dict[Free, float]:
    """Return the numbers in which the fitted profile differs from its base.

    Parameters
    ----------
    points : sequence of Point
    simulate : Simulate
        Runs the simulations.

    Returns
    -------
    dict of Free to float
    """
    start = load_hardware(BASE)
    machine = Hardware(profile="published", cores=_CORES, memory=_MEMORY, costs=start.costs)
    return fit_published([_shortened(point) for point in points], machine, simulate)


def _shortened(point: Point) -> Point:
    if point.statistic not in {"p50", "max"} or not point.settings:
        return point
    cycles = min(int(point.settings["until.cycles"]), _CYCLES)
    return replace(point, settings={**point.settings, "until.cycles": str(cycles)})


def profile_text(numbers: dict[Free, float], rows: int) -> str:
    """Return the fitted profile as YAML.

    Parameters
    ----------
    numbers : dict of Free to float
        What it states.
    rows : int
        Published figures that it was fitted to.

    Returns
    -------
    str
        What :func:`gcsim.scenario.load_hardware` reads; each number with its unit.
    """
    lines = [
        "# Made by `python -m experiments.published_fit`: what differs from the base, above it its unit.",
        f"base: {BASE}",
        f"cores: {_CORES}",
        f"memory: {_MEMORY >> 30}GiB",
        "provenance:",
        "  machine: servers and laptops of 4 to 36 Ps, 2014 to 2017, on which Go's own developers and users measured",
        f"  fit: {len(numbers)} numbers to the {rows} rows of results/published/points.csv whose half is fitted",
        "costs:",
    ]
    for field in dict.fromkeys(field for field, _ in numbers):
        lines.append(f"  # {Costs.__dataclass_fields__[field].metadata['unit']}")
        of_field = {key: value for (name, key), value in numbers.items() if name == field}
        if None in of_field:
            lines.append(f"  {field}: {of_field[None]:g}")
        else:
            lines += [f"  {field}:", *(f'    "{key}": {value:g}' for key, value in of_field.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Fit, and write the profile."""
    points = read_points(POINTS)
    with simulating(cpus(), lambda runs: print(f"{runs} runs", flush=True)) as simulate:  # noqa: T201  # a script
        numbers = fitted_profile(points, simulate)
    rows = sum(point.half == "fitted" and "published" in point.settings.values() for point in points)
    write(PROFILE, profile_text(numbers, rows))


def write(path: Path, text: str) -> None:
    """Write a file, whole or not at all."""
    unfinished = path.with_name(f"{path.name}.tmp")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)


if __name__ == "__main__":
    main()
