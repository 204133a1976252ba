"""Which values of a file are swept.

``{sweep: [...]}`` and ``{logspace: [from, to, n]}`` may stand for any value of a run.
"""

from collections.abc import Sequence

from gcsim.scenario.dimensions import Choice
from gcsim.scenario.errors import Problem
from gcsim.scenario.logspace import spaced
from gcsim.scenario.nodes import BrokenNode, Entry, ListNode, MapNode, Node, ScalarNode, SweepNode, describe

__all__ = ["find_axes", "materialize"]

_NAMESAKE = ("collector", "mechanisms")


def find_axes(root: MapNode, fixed: Sequence[str], problems: list[Problem]) -> tuple[MapNode, list[SweepNode]]:
    """Find what is swept.

    Parameters
    ----------
    root : MapNode
        The whole file.
    fixed : sequence of str
        Keys at the top that hold for the study as a whole, so that no sweep may stand there.
    problems : list of Problem
        Takes what is wrong.

    Returns
    -------
    root : MapNode
        The file with a :class:`~gcsim.scenario.nodes.SweepNode` in the place of each sweep.
    axes : list of SweepNode
        In the order of the file.
    """
    axes: list[SweepNode] = []
    entries = {}
    for key, entry in root.entries.items():
        node = entry.node
        if key not in fixed:
            node = _swept(node, (key,), axes, problems)
        elif _is_sweep(node, (key,)):
            problems.append(Problem(node.mark, key, "a sweep", "write one value: it holds for all runs of the study"))
            continue
        entries[key] = Entry(entry.key_mark, node)
    return MapNode(root.mark, entries), axes


def materialize(node: Node, choice: Choice) -> object:
    """Give the plain data of a node, each axis at the value chosen for it.

    Parameters
    ----------
    node : Node
    choice : mapping
        An index for every axis below the node.

    Returns
    -------
    object
        dict, list, str, int, float, bool or None.
    """
    match node:
        case ScalarNode(value=value):
            return value
        case ListNode(items=items):
            return [materialize(item, choice) for item in items]
        case MapNode(entries=entries):
            return {key: materialize(entry.node, choice) for key, entry in entries.items()}
        case SweepNode(path=path, values=values):
            return materialize(values[choice[path]], choice)
        case BrokenNode():
            return node  # fits nowhere


def _is_sweep(node: Node, keys: tuple[str, ...]) -> bool:
    if not isinstance(node, MapNode):
        return False
    forms = [node.entries[form].node for form in ("sweep", "logspace") if form in node.entries]
    # One mechanism of a collector is called sweep; that takes a word, or a mapping with its own sweep, but no list.
    return any(isinstance(form, ListNode) for form in forms) if keys == _NAMESAKE else bool(forms)


def _swept(node: Node, keys: tuple[str, ...], axes: list[SweepNode], problems: list[Problem]) -> Node:
    if not isinstance(node, MapNode):
        return node
    if not _is_sweep(node, keys):
        entries = {
            key: Entry(entry.key_mark, _swept(entry.node, (*keys, key), axes, problems))
            for key, entry in node.entries.items()
        }
        return MapNode(node.mark, entries)
    axis = _axis(node, keys, problems)
    if axis is None:
        return BrokenNode(node.mark)
    axes.append(axis)
    return axis


def _axis(node: MapNode, keys: tuple[str, ...], problems: list[Problem]) -> SweepNode | None:
    path = ".".join(keys)
    if len(node.entries) > 1:
        would_do = "let sweep or logspace stand alone in its braces"
        problems.append(Problem(node.mark, path, describe(node), would_do))
        return None
    ((form, entry),) = node.entries.items()
    if not isinstance(entry.node, ListNode) or not entry.node.items:
        would_do = "write a list of values" if form == "sweep" else "write logspace: [from, to, n]"
        problems.append(Problem(entry.node.mark, f"{path}.{form}", describe(entry.node), would_do))
        return None
    before = len(problems)
    if form == "logspace":
        values = spaced(entry.node, path, node.mark, problems)
    else:
        values = entry.node.items
        for index, item in enumerate(values):
            if _has_sweep(item, keys):
                would_do = "write its values into the outer list"
                problems.append(Problem(item.mark, f"{path}.sweep[{index}]", "a sweep inside a sweep", would_do))
    return SweepNode(node.mark, keys, tuple(values), written=form == "sweep") if len(problems) == before else None


def _has_sweep(node: Node, keys: tuple[str, ...]) -> bool:
    if not isinstance(node, MapNode):
        return False
    return _is_sweep(node, keys) or any(_has_sweep(entry.node, (*keys, key)) for key, entry in node.entries.items())
