"""A model's complaints, brought back to the places of the file."""

from collections.abc import Callable
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from gcsim.scenario.dimensions import Choice
from gcsim.scenario.errors import Problem
from gcsim.scenario.nodes import BrokenNode, Entry, MapNode, SweepNode, describe
from gcsim.scenario.section import UNKNOWN_KEY, advised
from gcsim.scenario.sweeps import materialize

__all__ = ["validated"]

T = TypeVar("T")


def validated(
    validate: Callable[[object], T], key: str, entry: Entry, choice: Choice, problems: list[Problem]
) -> T | None:
    """Validate the plain data of a node.

    Parameters
    ----------
    validate : callable
        A model's ``model_validate``, or an adapter's ``validate_python``.
    key : str
        The dotted key at which the node stands; empty for a whole file.
    entry : Entry
        The node, and the place of its key.
    choice : mapping
        Which value each axis below the node takes.
    problems : list of Problem
        Takes what is wrong.

    Returns
    -------
    object or None
        None if something is wrong, here or with a node that is broken already.
    """
    empty = _empty(key, entry, choice)
    if empty:
        problems.extend(empty)
        return None
    try:
        return validate(materialize(entry.node, choice))
    except ValidationError as error:
        for details in advised(error).errors(include_url=False):
            problem = _problem(key, entry, choice, details)
            if problem is not None:
                problems.append(problem)
        return None


def _problem(key: str, entry: Entry, choice: Choice, details: ErrorDetails) -> Problem | None:
    loc, would_do = details["loc"], details["msg"]
    path, entry = _chosen(key, entry, choice)
    for position, part in enumerate(loc):
        node = entry.node
        if isinstance(node, MapNode) and part in node.entries:
            path, entry = _chosen(_join(path, str(part)), node.entries[str(part)], choice)
        elif isinstance(node, MapNode) and position == len(loc) - 1:
            return Problem(entry.key_mark, _join(path, str(part)), "nothing", would_do)
        # other parts are pydantic's names for the members of a union
    if isinstance(entry.node, BrokenNode):
        return None
    if details["type"] == UNKNOWN_KEY:
        return Problem(entry.key_mark, path, "an unknown key", would_do)
    return Problem(entry.node.mark, path, describe(entry.node), would_do)


def _empty(key: str, entry: Entry, choice: Choice) -> list[Problem]:
    """Find keys without a value: pydantic would take some for None, which nobody wrote."""
    path, entry = _chosen(key, entry, choice)
    match entry.node:
        case MapNode(entries=entries):
            return [problem for name, inner in entries.items() for problem in _empty(_join(path, name), inner, choice)]
        case node if materialize(node, choice) is None:
            return [Problem(node.mark, path, "nothing", "write a value, or leave the key out")]
        case _:
            return []


def _chosen(path: str, entry: Entry, choice: Choice) -> tuple[str, Entry]:
    node = entry.node
    if not isinstance(node, SweepNode):
        return path, entry
    value = node.values[choice[node.path]]
    key_mark = value.mark if isinstance(value, MapNode) else entry.key_mark
    return node.value_path(choice[node.path]), Entry(key_mark, value)


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
