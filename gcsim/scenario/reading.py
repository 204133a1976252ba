"""YAML text to a tree of marked values, strictly.

PyYAML parses; what the tree is made of is decided here, from the parser's events: YAML 1.2's numbers (``1e6`` is one;
``no``, ``off`` and ``1:30`` are text), no duplicate keys, no tags, no infinite numbers, no alias that blows the file
up.
"""

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import yaml

from gcsim.scenario.errors import Mark, Problem, ScenarioError
from gcsim.scenario.nodes import BrokenNode, Entry, ListNode, MapNode, Node, ScalarNode

__all__ = ["read_file", "read_text"]

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_WORDS = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"], None),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_BYTE_ORDER_MARK = "\ufeff"

_DEEPEST = 32
_MOST_DIGITS = 30
_ALIAS_BUDGET = 1000
"""Nodes that aliases may add to a file: enough to say something twice, not enough for a bomb."""


def read_file(path: Path, problems: list[Problem]) -> Node:
    """Read the one document of a YAML file.

    Parameters
    ----------
    path : Path
    problems : list of Problem
        Takes what is wrong but does not keep the rest from being read.

    Returns
    -------
    Node

    Raises
    ------
    ScenarioError
        If there is no such file, or it is no YAML.
    """
    whole = Mark(str(path))
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise ScenarioError([Problem(whole, "", reason, "name a YAML file that can be read")]) from error
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        mark = _mark_after(str(path), before)
        raise ScenarioError([Problem(mark, "", f"byte 0x{data[error.start]:02x}", "save the file as UTF-8")]) from error
    return _Reading(text.removeprefix(_BYTE_ORDER_MARK), str(path), problems, lines=True).document("")


def read_text(text: str, source: str, path: str, problems: list[Problem]) -> Node:
    """Read a value of the command line by the rules of a file.

    Parameters
    ----------
    text : str
        The value, YAML.
    source : str
        What to call it in a problem's mark; there are no lines to count.
    path : str
        The dotted key that takes the value.
    problems : list of Problem
        Takes what is wrong but does not keep the rest from being read.

    Returns
    -------
    Node

    Raises
    ------
    ScenarioError
        If the text is no YAML.
    """
    return _Reading(text, source, problems, lines=False).document(path)


def _mark_after(file: str, before: str) -> Mark:
    return Mark(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _plain(text: str) -> tuple[str | int | float | bool | None, tuple[str, str] | None]:
    """Give what YAML 1.2 reads unquoted text as, and what is found and would do if that is no value to work with."""
    value: str | int | float | bool | None = _WORDS.get(text, text)
    if _INTEGER.fullmatch(text) and len(text) > _MOST_DIGITS:
        return None, (f"a number of {len(text)} digits", "use a smaller number")
    if _INTEGER.fullmatch(text):
        value = int(text)
    elif _OTHER_BASE.fullmatch(text):
        value = int(text, 0)
    elif _FLOAT.fullmatch(text):
        value = float(text)
    if _NOT_FINITE.fullmatch(text) or (isinstance(value, float) and not math.isfinite(value)):
        return None, (text, "use a finite number")
    return value, None


class _Place(Protocol):
    """A mark of PyYAML, or of libyaml: both count from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class _Reading:
    """One pass over the events of a document."""

    def __init__(self, text: str, source: str, problems: list[Problem], *, lines: bool) -> None:
        self._text = text
        self._source = source
        self._problems = problems
        self._lines = lines
        self._anchors: dict[str, tuple[Node, int] | None] = {}  # None: not at its end yet
        self._nodes = 0  # in the file as aliases blow it up
        self._aliased = 0

    def document(self, path: str) -> Node:
        unprintable = _UNPRINTABLE.search(self._text)
        if unprintable is not None:
            mark = _mark_after(self._source, self._text[: unprintable.start()]) if self._lines else Mark(self._source)
            found = f"the character U+{ord(unprintable.group()):04X}"
            raise ScenarioError([*self._problems, Problem(mark, "", found, "remove it: a scenario is plain text")])
        try:
            return self._only_document(yaml.parse(self._text, Loader=_Parser), path)
        except yaml.MarkedYAMLError as error:
            mark = self._mark(error.problem_mark or error.context_mark)
            found = " ".join(filter(None, [error.context, error.problem]))
            would_do = "write YAML: `key: value` lines, two spaces deeper for what belongs to a key"
            raise ScenarioError([*self._problems, Problem(mark, "", found, would_do)]) from error

    def _only_document(self, events: Iterator[yaml.Event], path: str) -> Node:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._problem(event, "", "a second document", "write one scenario in a file")
                    break
                root = self._node(next(events), events, path, 0)
        if root is None:
            mark = Mark(self._source, 1, 1) if self._lines else Mark(self._source)
            root = ScalarNode(mark, None, "")
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: str, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, path)
        if depth > _DEEPEST:
            raise ScenarioError([self._problem(event, path, "a deeply nested value", f"nest at most {_DEEPEST} deep")])
        # every event that is left begins a node: it has a tag and perhaps an anchor
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)  # noqa: S101  # for the type checker
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        before = self._nodes
        self._nodes += 1
        node: Node
        match event:
            case yaml.ScalarEvent():
                node = self._scalar(event, path)
            case yaml.SequenceStartEvent():
                items: list[Node] = []
                while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                    items.append(self._node(inner, events, f"{path}[{len(items)}]", depth + 1))
                node = ListNode(self._mark(event.start_mark), tuple(items))
            case _:
                entries: dict[str, Entry] = {}
                while not isinstance(inner := next(events), yaml.MappingEndEvent):
                    self._entry(inner, events, path, depth + 1, entries)
                node = MapNode(self._mark(event.start_mark), entries)
        if event.tag is not None:
            self._problem(event, path, f"the tag {event.tag}", "write the value without a tag; quote what is text")
            node = BrokenNode(node.mark)
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, self._nodes - before)
        return node

    def _entry(
        self, event: yaml.Event, events: Iterator[yaml.Event], path: str, depth: int, entries: dict[str, Entry]
    ) -> None:
        mark = self._mark(event.start_mark)
        key_node = self._node(event, events, path, depth)
        key = key_node.text if isinstance(key_node, ScalarNode) else ""
        inner = f"{path}.{key}" if path else key
        node = self._node(next(events), events, inner, depth)
        if not isinstance(key_node, ScalarNode):
            self._problems.append(Problem(mark, path, "a key that is no word", "write `key: value`"))
        elif key in entries:
            first = entries[key].key_mark
            where = f"line {first.line}" if self._lines else "the same setting"
            would_do = f"keep one of the two: the first stands in {where}"
            self._problems.append(Problem(mark, inner, "the key a second time", would_do))
        else:
            entries[key] = Entry(mark, node)

    def _alias(self, event: yaml.AliasEvent, path: str) -> Node:
        name = event.anchor or ""
        anchored = self._anchors.get(name)
        if anchored is None:
            what = "which contains itself" if name in self._anchors else "which nothing defines"
            raise ScenarioError([self._problem(event, path, f"the alias *{name}, {what}", "write the value out")])
        node, size = anchored
        self._nodes += size
        self._aliased += size
        if self._aliased > _ALIAS_BUDGET:
            would_do = f"write the values out: aliases may add {_ALIAS_BUDGET} values to a file"
            raise ScenarioError([self._problem(event, path, f"the alias *{name}, which blows the file up", would_do)])
        return node

    def _scalar(self, event: yaml.ScalarEvent, path: str) -> Node:
        mark = self._mark(event.start_mark)
        text = event.value
        if event.style:  # quoted, or a block of text
            return ScalarNode(mark, text, text)
        value, wrong = _plain(text)
        if wrong is not None:
            self._problems.append(Problem(mark, path, *wrong))
            return BrokenNode(mark)
        return ScalarNode(mark, value, text)

    def _mark(self, mark: _Place | None) -> Mark:
        if not self._lines or mark is None:
            return Mark(self._source)
        return Mark(self._source, mark.line + 1, mark.column + 1)

    def _problem(self, event: yaml.Event, path: str, found: str, would_do: str) -> Problem:
        problem = Problem(self._mark(event.start_mark), path, found, would_do)
        self._problems.append(problem)
        return problem
