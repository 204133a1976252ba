"""A scenario file, with settings of the command line, to a study."""

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gcsim.scenario.dimensions import LARGEST_STUDY, Dimension, dimensions
from gcsim.scenario.errors import Mark, Problem, ScenarioError
from gcsim.scenario.models import Scenario, StudySettings
from gcsim.scenario.nodes import Entry, MapNode, Node, ScalarNode, describe
from gcsim.scenario.overrides import override
from gcsim.scenario.parts import Part
from gcsim.scenario.precision import Precision, Replications
from gcsim.scenario.reading import read_file
from gcsim.scenario.section import known_keys, suggestion
from gcsim.scenario.study import Study
from gcsim.scenario.sweeps import find_axes
from gcsim.scenario.validation import validated

__all__ = ["load"]

_OF_A_RUN = tuple(key for key in known_keys(Scenario) if key != "replication")
_OF_THE_STUDY = (*known_keys(StudySettings), "zip")


def load(path: str | Path, overrides: Sequence[str] = ()) -> Study:
    """Read a scenario file.

    Parameters
    ----------
    path : str or Path
        A YAML file.
    overrides : sequence of str
        Settings ``key=value`` that take the place of what the file says: a dotted key, and a value in YAML.

    Returns
    -------
    Study

    Raises
    ------
    ScenarioError
        With everything that is wrong with the file and the settings.
    """
    path = Path(path)
    problems: list[Problem] = []
    root = override(_top(read_file(path, problems), problems), overrides, problems)
    start = Mark(str(path), 1, 1)
    _check_keys(root, start, problems)
    before = len(problems)
    root, axes = find_axes(root, _OF_THE_STUDY, problems)
    # A zip may name an axis that is broken and therefore not among these.
    tied = root.entries.get("zip") if len(problems) == before else None
    over = dimensions(axes, tied.node if tied else None, problems)
    about = {key: entry for key, entry in root.entries.items() if key in known_keys(StudySettings)}
    settings = validated(StudySettings.model_validate, "", Entry(start, MapNode(start, about)), {}, problems)
    precision, replications = _repetition(settings.replications if settings else 1)
    n_runs = math.prod(map(len, over)) * replications
    checked = over
    if n_runs > LARGEST_STUDY:
        problems.append(_too_many(n_runs, over, root))
        checked = [Dimension(tuple(replace(axis, values=axis.values[:1]) for axis in each.axes)) for each in over]
    parts = {
        key: Part(key, entry, _below(key, checked), path.parent)
        for key, entry in root.entries.items()
        if key in _OF_A_RUN
    }
    problems.extend(problem for part in parts.values() for problem in part.problems())
    if settings is None or problems:
        raise ScenarioError(problems)
    return Study(
        name=settings.name,
        experiment=settings.experiment,
        replications=replications,
        precision=precision,
        axes={axis.path: parts[axis.keys[0]].axis_values(axis) for axis in axes},
        n_runs=n_runs,
        _dimensions=tuple(over),
        _parts=tuple(parts.values()),
    )


def _top(node: Node, problems: list[Problem]) -> MapNode:
    if isinstance(node, MapNode):
        return node
    empty = isinstance(node, ScalarNode) and node.value is None
    found = "an empty file" if empty else describe(node)
    would_do = "write the keys of a scenario: name, go, hardware, workload"
    raise ScenarioError([*problems, Problem(node.mark, "", found, would_do)])


def _repetition(replications: int | Replications) -> tuple[Precision | None, int]:
    if isinstance(replications, int):
        return None, replications
    return replications.precision(), replications.most


def _check_keys(root: MapNode, start: Mark, problems: list[Problem]) -> None:
    known = dict.fromkeys((*_OF_A_RUN, *_OF_THE_STUDY))
    for key, entry in root.entries.items():
        if key not in known:
            problems.append(Problem(entry.key_mark, key, "an unknown key", suggestion(key, known)))
    missing = [key for key in _OF_A_RUN if key not in root.entries and Scenario.model_fields[key].is_required()]
    problems.extend(Problem(start, key, "nothing", f"write {key}: it has no default") for key in missing)


def _below(key: str, over: Sequence[Dimension]) -> tuple[Dimension, ...]:
    return tuple(dimension for dimension in over if any(axis.keys[0] == key for axis in dimension.axes))


def _too_many(n_runs: int, over: Sequence[Dimension], root: MapNode) -> Problem:
    would_do = f"use at most {LARGEST_STUDY}: fewer values, or zip for keys that belong together"
    if not over:
        return Problem(root.entries["replications"].node.mark, "replications", f"{n_runs} runs", would_do)
    axis = max(over, key=len).axes[0]
    counts = " x ".join(str(len(dimension)) for dimension in over)
    return Problem(axis.mark, axis.path, f"{n_runs} runs ({counts} and replications)", would_do)
