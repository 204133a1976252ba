"""The directives of stubs: what is known of a function whose body is not there.

``//gcsim:leaks receiver=1 a=1 p=0,result0@1`` says, parameter by parameter, how many dereferences away it reaches the
heap and which results: what ``receiver`` and ``a`` point to is on the heap, ``p`` itself is, and what it points to is
in the first result too. A parameter that is not named does not escape; one without a name of its own is named by its
index (``#0``, the receiver not counted). ``//gcsim:inline 1.19:72`` says that the compiler of 1.19 can inline the
function, at a cost of 72. The figures are 1.19's; for other releases' answers they stand in, since nobody has told what
those releases' libraries leak.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.types.model import Leak

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["NOTHING", "inline_cost", "leaks"]

NOTHING = Leak()
"""The leak of a parameter that does not escape."""


def leaks(text: str, parameters: Sequence[str], *, method: bool) -> tuple[Leak, ...]:
    """Read what stands after ``//gcsim:leaks``.

    Parameters
    ----------
    text : str
        ``a=1 p=0,result0@1``.
    parameters : sequence of str
        Their names, ``""`` for none, without the receiver's.
    method : bool
        Whether there is a receiver.

    Returns
    -------
    tuple of Leak
        The receiver's first, if there is one.

    Raises
    ------
    ValueError
        For text of another form, or a parameter that the function has not.
    """
    found = [NOTHING] * (len(parameters) + method)
    for part in text.split():
        key, _, ways = part.partition("=")
        if method and key == "receiver":
            index = 0
        else:
            index = (int(key[1:]) if key.startswith("#") else parameters.index(key)) + method
        heap = None
        results = []
        for way in ways.split(","):
            if way.startswith("result"):
                result, _, level = way.removeprefix("result").partition("@")
                results.append((int(result), int(level)))
            else:
                heap = int(way)
        found[index] = Leak(heap, tuple(results))
    return tuple(found)


def inline_cost(text: str, release: str) -> int | None:
    """Read what stands after ``//gcsim:inline``: the cost in a release, None where that release cannot inline it."""
    costs = dict(part.split(":") for part in text.split())
    return int(costs[release]) if release in costs else None
