"""From the first release to the last, one mechanism at a time.

The steps are the differences of neighbouring rows of :data:`gcsim.collector.ERAS`. Fields that
:func:`gcsim.collector.era` refuses to switch apart make one step: a concurrent mark needs a write barrier and a pacer.
It needs assists too, though the model runs without: a program would outrun it, and what is left of the pause would be
a matter of how far. The last step into a release is its own code, which is what a hardware profile keys by release:
there the collector is the release's already, and only what the compiler made of the program changes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations, pairwise

from gcsim.collector import ERAS, era

__all__ = ["State", "Step", "states", "steps"]

_FIRST = ("sweep", "mark")
"""What a release changes first, before its other fields in their order.

Lazy sweeping does not end before the next cycle. The stop sweeps what is left, which would hide what all else does.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What changes from one state to the next.

    Attributes
    ----------
    go : str
        The release that made the change.
    fields : tuple of str
        Mechanisms that change together; none where it is the release's own code that changes.
    old, new : tuple
        Their values before and after.
    """

    go: str
    fields: tuple[str, ...] = ()
    old: tuple[object, ...] = ()
    new: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A collector on the way from one release to the next.

    Attributes
    ----------
    go : str
        The release that it comes from, whose own code it has.
    mechanisms : mapping
        What it has of the next one; nothing where it is the release itself.
    """

    go: str
    mechanisms: Mapping[str, object]


def steps() -> list[Step]:
    """Return the way from the first release to the last.

    Returns
    -------
    list of Step
        Those of a release together: its mechanisms, then its own code.
    """
    return [step for old, new in pairwise(ERAS) for step in (*_apart(old, new), Step(go=new))]


def states() -> list[State]:
    """Return what lies before, between and after the steps: one more than there are steps."""
    passed = [State(go=next(iter(ERAS)), mechanisms={})]
    for step in steps():
        at = passed[-1]
        switched = {**at.mechanisms, **dict(zip(step.fields, step.new, strict=True))}
        passed.append(State(go=at.go, mechanisms=switched) if step.fields else State(go=step.go, mechanisms={}))
    return passed


def _apart(old: str, new: str) -> Iterator[Step]:
    """Take the difference of two releases apart into the smallest groups that can be switched one after another."""
    before, after = asdict(ERAS[old]), asdict(ERAS[new])
    differ = [field for field in before if before[field] != after[field]]
    left = [field for field in _FIRST if field in differ] + [field for field in differ if field not in _FIRST]
    switched: dict[str, object] = {}
    while left:
        # All that is left together gives the next release's row, so there is a group that is accepted.
        group = next(group for group in _groups(left) if _accepted(old, switched | _only(after, group)))
        switched |= _only(after, group)
        left = [field for field in left if field not in group]
        yield Step(go=new, fields=group, old=tuple(before[f] for f in group), new=tuple(after[f] for f in group))


def _groups(left: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Put the first field together with none of the others, with one, with two and so on."""
    first, *others = left
    for size in range(len(left)):
        for more in combinations(others, size):
            yield (first, *more)


def _only(row: Mapping[str, object], names: Sequence[str]) -> dict[str, object]:
    return {name: row[name] for name in names}


def _accepted(release: str, mechanisms: Mapping[str, object]) -> bool:
    try:
        row = era(release, mechanisms)
    except ValueError:
        return False
    return row.mark == "stop_the_world" or row.assist != "none"
