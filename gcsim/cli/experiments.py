"""``gcsim reproduce`` and ``gcsim figures``: the experiments of the paper."""

import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from gcsim.cli.errors import InputError, study_errors
from gcsim.cli.options import Cluster, Workers, check_place
from gcsim.cli.output import write

__all__ = ["FIGURES_EXAMPLE", "REPRODUCE_EXAMPLE", "figures", "reproduce"]

REPRODUCE_EXAMPLE = "Example: gcsim reproduce pause_curve --quick"
FIGURES_EXAMPLE = "Example: gcsim figures pause_curve gogc_sweep"

_RESULTS = Path("results")


def reproduce(
    *,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[EXPERIMENT]...", help="Which (default: all).", show_default=False),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Fewer points: a look, not the paper.")] = False,
    workers: Workers = None,
    cluster: Cluster = None,
) -> None:
    """Run the experiments of the paper and draw their figures under results/.

    Runs whose results are stored already are not repeated. Start it in the root of the checkout.
    """
    check_place(workers, cluster)
    for experiment in _chosen(names or []):
        write(f"{experiment.name}\n")
        with study_errors(_RESULTS, _again(experiment)):
            paths = experiment.run(_RESULTS, quick=quick, workers=workers, cluster=cluster)
        _list(paths)


def figures(
    *,
    names: Annotated[list[str], typer.Argument(metavar="EXPERIMENT...", help="Which.", show_default=False)],
) -> None:
    """Draw the figures of experiments again, from the tables that gcsim reproduce stored."""
    for experiment in _chosen(names):
        write(f"{experiment.name}\n")
        _list(experiment.draw(_RESULTS))


def _again(experiment: Any) -> Callable[[str], str] | None:  # noqa: ANN401  # the checkout's, see _registry
    """Return what says how to do one run of an experiment alone, if its runs are those of a scenario file."""
    config = getattr(experiment, "config", None)
    runs = _RESULTS / experiment.name / "runs"
    return None if config is None else lambda key: f"gcsim sweep {config} --out {runs} --only {key}"


def _list(paths: Sequence[Path]) -> None:
    write("".join(f"  {path}\n" for path in paths))


def _chosen(names: Sequence[str]) -> list[Any]:
    registry = _registry()
    unknown = [name for name in names if name not in registry]
    if unknown:
        raise InputError(f"no experiment {', '.join(unknown)}; there are {', '.join(registry)}")
    return [registry[name] for name in names or registry]


def _registry() -> dict[str, Any]:
    # The experiments belong to the checkout, not to the installed package: they come with configs and measured runs.
    if not Path("experiments/__init__.py").is_file():
        raise InputError(f"no experiments/ in {Path.cwd()}: start this command in the root of a gcsim checkout")
    if str(Path.cwd()) not in sys.path:
        sys.path.insert(0, str(Path.cwd()))
    registry: dict[str, Any] = importlib.import_module("experiments").REGISTRY
    return registry
