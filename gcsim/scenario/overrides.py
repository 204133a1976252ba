"""Settings of the command line: ``--set gogc=50`` as if it stood in the file."""

import re
from collections.abc import Sequence

from gcsim.scenario.errors import Mark, Problem, ScenarioError
from gcsim.scenario.nodes import Entry, ListNode, MapNode, Node, ScalarNode, describe
from gcsim.scenario.reading import read_text

__all__ = ["override"]

_PATH = re.compile(r"[^\s.=]+(\.[^\s.=]+)*")
_DOT = re.compile(r"(?<![0-9])\.|\.(?![0-9])")
"""What separates keys; a dot between digits belongs to a key: ``hardware.costs.operation_ns.1.8``."""

_TEXT_KEYS = frozenset({"name", "go", "experiment"})
"""Keys whose values are text whatever they look like: a shell eats the quotes of ``--set go="1.8"``."""


def override(root: MapNode, settings: Sequence[str], problems: list[Problem]) -> MapNode:
    """Put settings into a file's tree.

    Parameters
    ----------
    root : MapNode
        The file.
    settings : sequence of str
        Each ``key=value``: a dotted key, and a value in YAML (flow style for mappings and lists). Later ones win.
    problems : list of Problem
        Takes what is wrong with a setting, which is then left out.

    Returns
    -------
    MapNode
        A tree of its own; the one given is left as it is.
    """
    for setting in settings:
        printable = setting.encode(errors="backslashreplace").decode()
        mark = Mark(f"--set {printable}")
        key, equals, text = setting.partition("=")
        if not equals or _PATH.fullmatch(key) is None:
            problems.append(Problem(mark, "", "no key=value", "write for example --set gogc=200"))
            continue
        try:
            value = read_text(text, mark.file, key, problems)
            path = _DOT.split(key)
            root = _with(root, path, _as_text(value) if path[0] in _TEXT_KEYS else value, mark)
        except ScenarioError as error:
            problems.extend(error.problems)
    return root


def _with(node: MapNode, path: Sequence[str], value: Node, mark: Mark, above: str = "") -> MapNode:
    key, *rest = path
    here = f"{above}.{key}" if above else key
    entry = node.entries.get(key)
    if not rest:
        return MapNode(node.mark, {**node.entries, key: Entry(mark, value)})
    if entry is None:
        inner = MapNode(mark, {})
    elif isinstance(entry.node, MapNode):
        inner = entry.node
    elif here == "hardware" and isinstance(entry.node, ScalarNode):
        inner = MapNode(entry.node.mark, {"profile": entry})  # the short form, said in full
    else:
        raise ScenarioError([Problem(mark, here, describe(entry.node), f"set {here} itself: it has no keys")])
    key_mark = mark if entry is None else entry.key_mark
    return MapNode(node.mark, {**node.entries, key: Entry(key_mark, _with(inner, rest, value, mark, here))})


def _as_text(node: Node) -> Node:
    match node:
        case ScalarNode(mark, value, text) if value is not None:
            return ScalarNode(mark, text, text)
        case ListNode(mark, items):
            return ListNode(mark, tuple(map(_as_text, items)))
        case MapNode(mark, entries):
            return MapNode(mark, {key: Entry(entry.key_mark, _as_text(entry.node)) for key, entry in entries.items()})
        case _:
            return node
