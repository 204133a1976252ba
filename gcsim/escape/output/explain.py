"""Why each value lives where it does, beside its line of the text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gcsim.escape.output.locations import full_location
from gcsim.escape.output.sources import SourceLines
from gcsim.escape.output.wording import PLACES, has_no_address, sentence
from gcsim.escape.syntax.positions import line_of
from gcsim.escape.text.names import function_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gcsim.escape.analysis import Analysis
    from gcsim.escape.findings import Placement
    from gcsim.escape.types.model import FunctionObject

__all__ = ["explanation_lines"]


def explanation_lines(analysis: Analysis) -> list[str]:
    """Explain each value, function by function in the order of the text: first those that escape, then those that stay.

    Parameters
    ----------
    analysis : Analysis
        Of a program.

    Returns
    -------
    list of str
        A head with the number of values in each place; for each function its name, its values under their lines of
        the text, each with the way on which it escapes or why it may stay, and the variables of which there is no more
        to say than that nothing takes their address.
    """
    placements = [placement for package in analysis.packages for placement in package.findings.placements]
    counts: Counter[str] = Counter(placement.place for placement in placements)
    inlining = "with" if analysis.inlined else "without"
    numbers = ", ".join(f"{counts[place]} {words}" for place, words in PLACES.items())
    lines = [f"go {analysis.release}, {inlining} inlining: {numbers}"]
    sources = SourceLines(analysis)
    groups: dict[FunctionObject | None, list[Placement]] = {}
    for placement in placements:
        groups.setdefault(placement.function, []).append(placement)
    for function, group in groups.items():
        lines += ["", _head(analysis, function)]
        without_address = list(dict.fromkeys(placement.label for placement in group if has_no_address(placement)))
        told = [placement for placement in group if not has_no_address(placement)]
        lines += _told(sources, [placement for placement in told if placement.place == "heap"])
        lines += _told(sources, [placement for placement in told if placement.place != "heap"])
        if without_address:
            lines.append(f"        | on the stack, as their address is never taken: {', '.join(without_address)}")
    return lines


def _head(analysis: Analysis, function: FunctionObject | None) -> str:
    if function is None:
        return "package level"
    return f"{function_text(function, analysis.release)} ({full_location(analysis.files, function.position)})"


def _told(sources: SourceLines, placements: Sequence[Placement]) -> Iterator[str]:
    """Write the line of each value, once for all values of a line, and under it what is to be told of them."""
    by_line: dict[int, list[Placement]] = {}
    for placement in placements:
        by_line.setdefault(line_of(placement.position), []).append(placement)
    for line, group in by_line.items():
        if line:
            yield f"  {line:>5} | {sources.at(group[0].position)}"
        yield from dict.fromkeys(f"        | {sentence(placement)}" for placement in group)
