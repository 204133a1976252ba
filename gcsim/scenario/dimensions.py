"""In what order, and together with which others, axes take their values.

The runs of a study are the product of its axes, the last one fastest. ``zip: [[a, b]]`` ties axes together: they move
as one dimension.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from gcsim.scenario.errors import Problem
from gcsim.scenario.nodes import ListNode, Node, ScalarNode, SweepNode, describe

__all__ = ["LARGEST_STUDY", "Choice", "Dimension", "choices", "dimensions"]

LARGEST_STUDY = 10**6
"""Most runs of a study: at a second a run, twelve days of one core."""

Choice = Mapping[str, int]
"""For the dotted key of each axis, which of its values a run takes."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """Axes that move together.

    Attributes
    ----------
    axes : tuple of SweepNode
        One, or those of a ``zip``; all of one length.
    """

    axes: tuple[SweepNode, ...]

    def __len__(self) -> int:
        """Return how many values the axes take."""
        return len(self.axes[0].values)


def dimensions(axes: Sequence[SweepNode], tied: Node | None, problems: list[Problem]) -> list[Dimension]:
    """Tie axes together as ``zip`` says.

    Parameters
    ----------
    axes : sequence of SweepNode
    tied : Node or None
        The value of ``zip``: a list of lists of dotted keys.
    problems : list of Problem
        Takes what is wrong.

    Returns
    -------
    list of Dimension
        In the order of the first axis of each.
    """
    groups: dict[str, Dimension] = {}
    for group in _groups(tied, {axis.path: axis for axis in axes}, problems):
        for axis in group.axes:
            groups[axis.path] = group
    ordered: list[Dimension] = []
    seen: set[str] = set()
    for axis in axes:
        if axis.path not in seen:
            dimension = groups.get(axis.path, Dimension((axis,)))
            ordered.append(dimension)
            seen.update(member.path for member in dimension.axes)
            problems.extend(_repeated(dimension))
    return ordered


def choices(over: Sequence[Dimension]) -> Iterator[Choice]:
    """Iterate over the product of dimensions, the last one fastest.

    Parameters
    ----------
    over : sequence of Dimension
        None gives one empty choice.

    Yields
    ------
    mapping
        For the dotted key of each axis the index of its value.
    """
    for indices in product(*(range(len(dimension)) for dimension in over)):
        yield {axis.path: index for dimension, index in zip(over, indices, strict=True) for axis in dimension.axes}


def _repeated(dimension: Dimension) -> Iterator[Problem]:
    """Find values that would give a run twice: a result is kept under what it depends on."""
    seen: set[tuple[str, ...]] = set()
    leader = dimension.axes[0]
    for index, values in enumerate(zip(*(axis.values for axis in dimension.axes), strict=True)):
        if all(isinstance(value, ScalarNode) for value in values):
            point = tuple(map(describe, values))
            if point in seen:
                found = f"{' with '.join(point)} again"
                yield Problem(values[0].mark, leader.value_path(index), found, "write each value once")
            seen.add(point)


def _groups(tied: Node | None, axes: Mapping[str, SweepNode], problems: list[Problem]) -> Iterator[Dimension]:
    if tied is None:
        return
    would_do = "write lists of swept keys, such as zip: [[go, workload.live_heap]]"
    if not isinstance(tied, ListNode):
        problems.append(Problem(tied.mark, "zip", describe(tied), would_do))
        return
    taken: set[str] = set()
    for number, group in enumerate(tied.items):
        where = f"zip[{number}]"
        if not isinstance(group, ListNode) or len(group.items) < 2:  # noqa: PLR2004  # one key ties nothing
            problems.append(Problem(group.mark, where, describe(group), would_do))
            continue
        before = len(problems)
        members: list[SweepNode] = []
        for index, item in enumerate(group.items):
            key = item.value if isinstance(item, ScalarNode) else None
            inner = f"{where}[{index}]"
            if not isinstance(key, str) or key not in axes:
                swept = f"the swept keys are {', '.join(axes)}" if axes else "no key of this file is swept"
                problems.append(Problem(item.mark, inner, describe(item), f"name a swept key: {swept}"))
                continue
            axis = axes[key]
            if key in taken:
                problems.append(Problem(item.mark, inner, f"{key} again", "tie each key once"))
            elif members and len(axis.values) != len(members[0].values):
                found = f"{key} with {len(axis.values)} values"
                wanted = f"give it {len(members[0].values)} values, as {members[0].path} has"
                problems.append(Problem(item.mark, inner, found, wanted))
            else:
                members.append(axis)
            taken.add(key)
        if len(problems) == before:
            yield Dimension(tuple(members))
