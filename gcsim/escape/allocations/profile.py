"""The allocation profile of a function of analysed Go source."""

from __future__ import annotations

from collections import defaultdict
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from gcsim.escape.allocations.numbers import Numbers
from gcsim.escape.allocations.walk import Walk
from gcsim.escape.analysis import analyse_paths
from gcsim.escape.syntax.nesting import room
from gcsim.escape.syntax.positions import line_of
from gcsim.escape.text.expressions import expression_text
from gcsim.escape.text.names import function_text
from gcsim.escape.types.model import Variable
from gcsim.workloads.profile import AllocationProfile, AllocationSite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from gcsim.escape.analysis import Analysis
    from gcsim.escape.findings import Placement
    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.types.model import FunctionObject

__all__ = ["PLACEMENTS", "ProfileError", "profile", "profile_of"]

PLACEMENTS = ("analysis", "without_inlining", "heap")
"""Where values live: as the analysis says; as it says without inlining; on the heap, whatever may be asked of it."""

_NAMED = 10
"""How many functions an error names at most."""


class ProfileError(ValueError):
    """Source that gives no profile; the message says what would do.

    Attributes
    ----------
    needed : mapping of str to str
        What has to be known and is not, with the place that needs it; empty if something else is wrong.
    """

    def __init__(self, message: str, needed: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.needed = needed or {}


def profile(  # noqa: PLR0913 - what a scenario says
    files: Sequence[Path],
    entry: str,
    *,
    release: str,
    placement: str = "analysis",
    values: Mapping[str, float] | None = None,
    fingerprint: str = "",
) -> AllocationProfile:
    """Turn a function of Go source into an allocation profile.

    Parameters
    ----------
    files : sequence of Path
        Go files of a package.
    entry : str
        A function, or a method as ``T.Name`` or ``(*T).Name``.
    release : str
        Whose compiler: ``1.8``.
    placement : {"analysis", "without_inlining", "heap"}
        See `PLACEMENTS`.
    values : mapping of str to float, optional
        What the text leaves open: numbers by the text of an expression (``n``, ``len(names)``), turns of a loop by
        ``file.go:12``, the share of calls in which a condition holds by its text.
    fingerprint : str, optional
        Tells this text from another: a profile is made once for each in a process.

    Returns
    -------
    AllocationProfile

    Raises
    ------
    ProfileError
        If the source has errors, has no such function, or leaves open what has to be known.
    """
    given = tuple(sorted((values or {}).items()))
    return _profile(tuple(files), entry, release, placement, given, fingerprint)


@lru_cache(maxsize=64)
def _profile(  # noqa: PLR0913, PLR0917 - the key of the cache
    files: tuple[Path, ...],
    entry: str,
    release: str,
    placement: str,
    values: tuple[tuple[str, float], ...],
    fingerprint: str,  # noqa: ARG001 - part of the key
) -> AllocationProfile:
    analysis = analyse_paths(files, release, inline=placement == "analysis")
    if analysis.errors:
        raise ProfileError(analysis.errors[0].line(analysis.files))
    return profile_of(analysis, entry, everything=placement == "heap", values=dict(values))


def profile_of(
    analysis: Analysis,
    entry: str,
    *,
    everything: bool = False,
    values: Mapping[str, float] | None = None,
    shared: bool = True,
) -> AllocationProfile:
    """Turn a function of analysed source into an allocation profile.

    Parameters
    ----------
    analysis : Analysis
        Of the program.
    entry : str
        A function, or a method as ``T.Name`` or ``(*T).Name``.
    everything : bool
        Whether all that may be asked of the heap is: what has its address taken, is captured, or is made.
    values : mapping of str to float, optional
        As for `profile`.
    shared : bool
        Whether values are for other functions too: one that this function does not ask for is no mistake then.

    Returns
    -------
    AllocationProfile

    Raises
    ------
    ProfileError
        If there is no such function, something has to be known that is not, or is given that nobody asks for.
    """
    function = _find(analysis, entry)
    package = next(found.package for found in analysis.packages if function in found.package.functions)
    placements: dict[int, Placement] = {}
    within: dict[FunctionObject, list[Placement]] = defaultdict(list)
    for found in analysis.packages:
        for placed in found.findings.placements:
            placements[id(placed.subject)] = placed
            if placed.function is not None:
                within[placed.function].append(placed)

    def text(expression: Expression) -> str:
        return expression_text(expression, analysis.release, package)

    def where(position: int) -> str:
        name = analysis.files.name_of(position).rpartition("/")[2]
        return f"{name}:{line_of(position)}"

    walk = Walk(
        placements=placements,
        within=within,
        on_heap=_asked_of_the_heap if everything else _on_heap,
        numbers=Numbers(values or {}, text),
        release=analysis.release,
        where=where,
        name=lambda called: function_text(called, analysis.release),
    )
    with room():
        frame = walk.call(function, 1.0)
        walk.finish()
    if walk.open:
        raise ProfileError(_open(walk.open), walk.open)
    if not shared and (unasked := walk.numbers.unasked(values or ())):
        raise ProfileError(f"nothing asks for {', '.join(unasked)}: write a size, loop or condition as the text has it")
    sites = tuple(
        AllocationSite(
            where=where(counted.position),
            what=counted.label,
            times=counted.times,
            size=counted.size / counted.times,
            pointers=counted.pointers / counted.times,
        )
        for counted in sorted(walk.counted.values(), key=lambda counted: counted.position)
        if counted.times
    )
    return AllocationProfile(entry=entry, sites=sites, frame=frame, uncounted=tuple(walk.uncounted))


def _find(analysis: Analysis, entry: str) -> FunctionObject:
    functions = {
        function_text(function, analysis.release): function
        for found in analysis.packages
        for function in found.package.functions
        if function.body is not None
    }
    if entry not in functions:
        raise ProfileError(f"the source has no function {entry}: {_nearest(entry, list(functions))}")
    return functions[entry]


def _nearest(entry: str, names: list[str]) -> str:
    """Say which functions there are: all of a few, of many those that may be meant."""
    if not names:
        return "none has a body"
    method = entry.rpartition(".")[2]
    meant = [name for name in names if name.rpartition(".")[2] == method]
    meant += [name for name in get_close_matches(entry, names, _NAMED) if name not in meant]
    shown = names if len(names) <= _NAMED else (meant or names)[:_NAMED]
    left = len(names) - len(shown)
    return f"name one of {', '.join(shown)}" + (f", or of {left:,} others" if left else "")


def _open(needed: Mapping[str, str]) -> str:
    what = "; ".join(f"{key} is not known ({why})" for key, why in needed.items())
    given = ", ".join(f'"{key}": 10' for key in needed)
    return f"{what}: say it, such as values: {{{given}}}"


def _on_heap(placed: Placement) -> bool:
    return placed.place == "heap"


def _asked_of_the_heap(placed: Placement) -> bool:
    """Return whether a value would be on the heap if nobody proved that it can stay."""
    subject = placed.subject
    if not isinstance(subject, Variable):
        return placed.place != "data segment"
    return placed.place == "heap" or subject.address_taken or (subject.captured and subject.reassigned)
