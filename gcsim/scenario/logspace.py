"""``{logspace: [from, to, n]}``: values that are even on a logarithmic scale.

Sizes, times and whole numbers give whole bytes, nanoseconds and numbers; a decimal point in a bound (``1.0``) says that
fractions are meant.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from gcsim.scenario.dimensions import LARGEST_STUDY
from gcsim.scenario.errors import Mark, Problem
from gcsim.scenario.nodes import ListNode, Node, ScalarNode, describe
from gcsim.units import format_duration, format_size, parse_duration, parse_size

__all__ = ["spaced"]

_WRITERS: Mapping[str, Callable[[int], str]] = {"size": format_size, "time": format_duration}


def spaced(bounds: ListNode, path: str, mark: Mark, problems: list[Problem]) -> Sequence[Node]:
    """Compute the values of a logspace.

    Parameters
    ----------
    bounds : ListNode
        From, to, n.
    path : str
        The dotted key that is swept.
    mark : Mark
        Where the values are said to stand.
    problems : list of Problem
        Takes what is wrong; then there are no values.

    Returns
    -------
    sequence of Node
    """
    where = f"{path}.logspace"
    if len(bounds.items) != 3:  # noqa: PLR2004  # from, to, n
        problems.append(Problem(bounds.mark, where, describe(bounds), "write logspace: [from, to, n]"))
        return []
    count = bounds.items[2]
    n = count.value if isinstance(count, ScalarNode) else None
    if isinstance(n, bool) or not isinstance(n, int) or not 2 <= n <= LARGEST_STUDY:  # noqa: PLR2004
        would_do = f"use a whole number of points from 2 to {LARGEST_STUDY}"
        problems.append(Problem(count.mark, f"{where}[2]", describe(count), would_do))
        return []
    ends: list[float] = []
    kinds: list[str] = []
    for number, bound in enumerate(bounds.items[:2]):
        measured = _measured(bound)
        if measured is None or measured[0] <= 0:
            would_do = "use a number, size or time above 0, such as 100, 16MiB or 2us"
            problems.append(Problem(bound.mark, f"{where}[{number}]", describe(bound), would_do))
            return []
        ends.append(measured[0])
        kinds.append(measured[1])
    kind = "fraction" if set(kinds) == {"whole", "fraction"} else kinds[0]
    if kind != "fraction" and kinds[0] != kinds[1]:
        would_do = f"use the same kind of value as {describe(bounds.items[0])}"
        problems.append(Problem(bounds.items[1].mark, f"{where}[1]", describe(bounds.items[1]), would_do))
        return []
    points = _points(ends[0], ends[1], n, whole=kind != "fraction")
    if len(set(points)) < n:
        would_do = "use fewer points, or bounds further apart: some come out alike"
        problems.append(Problem(count.mark, f"{where}[2]", describe(count), would_do))
        return []
    return [_point(point, kind, mark) for point in points]


def _measured(bound: Node) -> tuple[float, str] | None:
    """Value and kind of a bound: a size, a time, a whole number, or one with a decimal point."""
    match bound:
        case ScalarNode(value=str() as text):
            for kind, parse in (("size", parse_size), ("time", parse_duration)):
                with suppress(ValueError):
                    return parse(text), kind
            return None
        case ScalarNode(value=int() | float() as value, text=text) if not isinstance(value, bool):
            # 1e6 is whole, 1.0 says that fractions are meant
            whole = "." not in text and float(value).is_integer()
            return (int(value), "whole") if whole else (value, "fraction")
        case _:
            return None


def _points(first: float, last: float, n: int, *, whole: bool) -> list[float]:
    step = math.log(last / first) / (n - 1)
    inner = (first * math.exp(step * number) for number in range(1, n - 1))
    # Twelve digits, because the last few of exp are not the same on every machine.
    return [first, *(round(point) if whole else float(f"{point:.12g}") for point in inner), last]


def _point(point: float, kind: str, mark: Mark) -> ScalarNode:
    if kind in _WRITERS:
        text = _WRITERS[kind](int(point))
        return ScalarNode(mark, text, text)
    return ScalarNode(mark, point, repr(point))
