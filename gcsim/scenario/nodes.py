"""The tree of a YAML document, each value with the place where it was written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from gcsim.scenario.errors import Mark

__all__ = ["BrokenNode", "Entry", "ListNode", "MapNode", "Node", "ScalarNode", "SweepNode", "describe"]

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """Text, a number, true, false or nothing.

    Attributes
    ----------
    mark : Mark
    value : str, int, float, bool or None
        What YAML 1.2 reads it as.
    text : str
        What was written, without quotes.
    """

    mark: Mark
    value: str | int | float | bool | None
    text: str


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list."""

    mark: Mark
    items: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class BrokenNode:
    """A value about which a problem has been told: no second one is made of it."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of a mapping, with the place of its key."""

    key_mark: Mark
    node: "Node"


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping from keys, which are text, to values."""

    mark: Mark
    entries: Mapping[str, Entry]


@dataclass(frozen=True, slots=True)
class SweepNode:
    """A value that the runs of a study take from a list: one axis of the study.

    Attributes
    ----------
    mark : Mark
    keys : tuple of str
        The key that is swept, and those above it from the top.
    values : tuple of Node
        What it takes, in order.
    written : bool
        Whether the values stand in the file one by one (``sweep``) or are computed (``logspace``).
    """

    mark: Mark
    keys: tuple[str, ...]
    values: "tuple[Node, ...]"
    written: bool

    @property
    def path(self) -> str:
        """The dotted key that is swept."""
        return ".".join(self.keys)

    def value_path(self, index: int) -> str:
        """Name the place of a value in the file."""
        return f"{self.path}.sweep[{index}]" if self.written else self.path


Node = ScalarNode | ListNode | MapNode | SweepNode | BrokenNode


def describe(node: Node) -> str:
    """Say in a few words what was found at a node."""
    match node:
        case ScalarNode(value=None):
            return "nothing"
        case ScalarNode(value=value, text=text):
            shown = _shortened(text)
            return json.dumps(shown, ensure_ascii=False) if isinstance(value, str) else shown
        case ListNode(items=items):
            return f"a list of {len(items)}"
        case MapNode(entries=entries):
            return f"a mapping with {_shortened(', '.join(entries))}" if entries else "an empty mapping"
        case SweepNode() | BrokenNode():
            return "no plain value"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
