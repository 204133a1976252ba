"""What a call of a Go function allocates, as a person reads it and as an object for scripts."""

from collections.abc import Iterable
from math import ceil, inf
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from gcsim.cli.errors import InputError
from gcsim.cli.output import print_json, print_rich
from gcsim.escape.allocations import ProfileError, profile_of
from gcsim.heap import size_class

if TYPE_CHECKING:
    from gcsim.escape import Analysis
    from gcsim.workloads.profile import AllocationProfile, AllocationSite

__all__ = ["show_profile"]

_TOLD = 5
"""Of how many missing numbers an error says what they are; what to write is said of all."""


def show_profile(analysis: "Analysis", entry: str, given: Iterable[str], *, json: bool) -> None:
    """Print the allocation profile of a function.

    Parameters
    ----------
    analysis : Analysis
        Of a program.
    entry : str
        A function, or a method as ``(*T).Name``.
    given : iterable of str
        What its text leaves open, each ``KEY=NUMBER``.
    json : bool
        As an object, not as a table.

    Raises
    ------
    InputError
        If there is no such function, what its text leaves open is not given, what is given is no number from 0, or
        nothing asks for it.
    """
    values = _numbers(given)
    try:
        profile = profile_of(analysis, entry, values=values, shared=False)
    except ProfileError as error:
        message = str(error)
        if error.needed:
            told = [f"{key} is not known ({why})" for key, why in error.needed.items()]
            left = len(told) - _TOLD
            what = "; ".join(told[:_TOLD]) + (f"; and {left} more" if left > 0 else "")
            say = " ".join(f"--value '{key}=10'" for key in error.needed)
            message = f"{what}: say it, such as {say}"
        raise InputError(f"--profile {entry}: {message}") from error
    if json:
        print_json(_as_object(analysis, profile))
    else:
        print_rich(*_rendered(analysis, profile))


def _numbers(given: Iterable[str]) -> dict[str, float]:
    """Read numbers for the texts of expressions, which may hold ``=`` themselves."""
    values = {}
    for one in given:
        key, _, number = one.rpartition("=")
        try:
            read = float(number)
        except ValueError:
            read = -1.0
        if not key.strip() or not 0 <= read < inf:
            raise InputError(f"--value {one}: write KEY=NUMBER with a number from 0, such as 'len(names)=4'")
        values[key.strip()] = read
    return values


def _as_object(analysis: "Analysis", profile: "AllocationProfile") -> dict[str, Any]:
    return {
        "release": analysis.release,
        "inlining": analysis.inlined,
        "function": profile.entry,
        "sites": [
            {
                "where": site.where,
                "what": site.what,
                "times": site.times,
                "bytes": site.size,
                "allocated": _allocated(site),
                "pointers": site.pointers,
            }
            for site in profile.sites
        ],
        "objects": profile.objects,
        "allocated": profile.size,
        "pointers": profile.pointers,
        "frame": profile.frame,
        "not_counted": list(profile.uncounted),
        "errors": [error.line(analysis.files) for error in analysis.errors],
    }


def _rendered(analysis: "Analysis", profile: "AllocationProfile") -> list[Table | Text]:
    """Give what a call allocates, place by place, then in all, and what is left out."""
    inlining = "with" if analysis.inlined else "without"
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
    table.add_column("where", overflow="fold")
    table.add_column("what", overflow="fold")
    for name in ("times", "bytes", "size class", "pointers"):
        table.add_column(name, justify="right")
    for site in profile.sites:
        table.add_row(
            Text(site.where), Text(site.what), *map(_number, (site.times, site.size, _allocated(site), site.pointers))
        )
    left_out = ", ".join(profile.uncounted) or "nothing"
    objects = sum(site.times for site in profile.sites)
    counted = ((objects, "object"), (profile.size, "byte"), (profile.pointers, "pointer"))
    heap = ", ".join(_many(value, what) for value, what in counted)
    return [
        Text(f"a call of {profile.entry}, go {analysis.release}, {inlining} inlining"),
        *([table] if profile.sites else []),
        Text(f"on the heap    {heap}"),
        Text(f"on the stack   {_many(profile.frame, 'byte')} at most"),
        Text(f"not counted    {left_out}"),
    ]


def _allocated(site: "AllocationSite") -> int:
    """Return the bytes that the allocator takes for an object."""
    return size_class(ceil(site.size))


def _many(value: float, what: str) -> str:
    number = _number(value)
    return f"{number} {what}{'' if number == '1' else 's'}"


def _number(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")
