"""Where a value lives and why, as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.syntax.positions import NOWHERE, file_of, line_of
from gcsim.escape.types.model import Variable

if TYPE_CHECKING:
    from gcsim.escape.findings import Placement, Step

__all__ = ["PLACES", "chain", "has_no_address", "reason", "sentence"]

PLACES: Final = {"heap": "on the heap", "stack": "on the stack", "data segment": "in the data segment"}
"""What each place is called in a sentence; in the order of what it costs the collector."""

_STAYS: Final = frozenset({"does not escape", "does not leave the function", "a parameter"})
"""Reasons of an analysis that has no closer one."""

_SENTENCES: Final = {
    "return": "returned",
    "returned from recursive function": "returned by a function that calls itself",
    "passed-to-and-returned-from-call": "handed on by a call that returns it",
    "assign": "assigned to what outlives it",
    "assigned": "assigned to what outlives it",
    "assign-pair": "assigned to what outlives it",
    "assign-pair-dot-type": "assigned to what outlives it",
    "assign-pair-func-call": "assigned to what outlives it",
    "assign-pair-mapr": "assigned to what outlives it",
    "assign-pair-receive": "assigned to what outlives it",
    "assigned to top level variable": "assigned to a variable of the package",
    "dot-equals": "stored in a field of what outlives it",
    "star-equals": "stored through a pointer",
    "star-dot-equals": "stored through a pointer",
    "array-element-equals": "stored in an array that outlives it",
    "slice-element-equals": "stored in a slice",
    "key of map put": "put into a map",
    "value of map put": "put into a map",
    "map literal key": "put into a map",
    "map literal value": "put into a map",
    "appended to slice": "appended to a slice",
    "appendee slice": "appended to a slice",
    "appended slice...": "appended to a slice",
    "copied slice": "copied into a slice",
    "send": "sent on a channel",
    "panic": "given to panic",
    "call parameter": "passed to a call that may keep it",
    "passed to call[argument escapes]": "passed to a call that may keep it",
    "passed to call[argument content escapes]": "passed to a call that may keep what it points to",
    "parameter to indirect call": "passed to a function of which nothing is known",
    "receiver in indirect call": "passed to a method of which nothing is known",
    "arg to recursive call": "passed to a function that calls itself",
    "go func": "used by a goroutine that may outlive it",
    "defer func": "used by a deferred call",
    "captured by a closure": "captured by a closure that outlives it",
    "captured by called closure": "captured by a closure",
    "closure-var": "captured by a closure that outlives it",
    "call part": "held by a method value",
    "arg to ...": "passed as a ... argument",
    "arg to uintptrescapes ...": "passed as a ... argument",
    "array literal element": "held by an array that outlives it",
    "slice-literal-element": "held by a slice that outlives it",
    "slice literal element": "held by a slice that outlives it",
    "struct literal element": "held by a struct that outlives it",
    "interface-converted": "held by an interface that outlives it",
    "range-deref": "held by the variable of a range",
    "too large for stack": "too large for the stack",
    "non-constant size": "its size is known only when it runs",
    "its size is not a constant": "its size is known only when it runs",
}
"""What the words of ``-m -m`` mean; those that only say how to get at a value (``dot``, ``indirection``) are left out.

The words: golang/go src/cmd/compile/internal/gc/esc.go at go1.8, src/cmd/compile/internal/escape/ at go1.19.
"""

_ADDRESSES: Final = frozenset({"address-of", "pointer literal"})
"""Steps by which a value's address goes on, not the value."""

_SINK: Final = ".sink"
"""The heap, as the compilers until 1.12 call it."""

_UNNAMED: Final = ("{temp}", ".autotmp_")
"""How the names of what has no name begin."""

_STORAGE: Final = "{storage for "
"""What 1.19 puts round the name of what an expression makes: ``{storage for &T{}}``."""


def chain(placement: Placement) -> str:
    """Give the way of a value: ``x → ~r0 → heap``; its label alone for one that stays."""
    return " → ".join(_stations(placement))


def has_no_address(placement: Placement) -> bool:
    """Say whether a value is a variable that stays because nothing ever takes its address: most are."""
    subject = placement.subject
    if placement.reason not in _STAYS or type(subject) is not Variable:
        return False
    return not subject.address_taken and not subject.captured


def reason(placement: Placement) -> str:
    """Say why a value lives where it does: ``returned by address``, ``its address is never taken``."""
    if has_no_address(placement):
        return "its address is never taken"
    if placement.reason in _STAYS:
        return "nothing that outlives the call gets its address"
    step = _decisive(placement)
    if placement.reason in _SENTENCES or step is None:
        return _SENTENCES.get(placement.reason, placement.reason)
    if _is_result(step):
        return "returned by address" if _goes_by_address(placement) else "returned"
    if step.target == _SINK and step.position == NOWHERE:
        return "used by a goroutine, or by a deferred call of a loop"
    return _SENTENCES[step.why]


def sentence(placement: Placement) -> str:
    """Say where a value lives and why: ``x → ~r0 → heap: returned by address at line 8``.

    The line is that of the step that decides, told where it is another one than the value's own. What stays has no
    way, so its place is named instead.

    Parameters
    ----------
    placement : Placement
        Of one value.

    Returns
    -------
    str
        One line.
    """
    if placement.place != "heap":
        return f"{placement.label} is {PLACES[placement.place]}: {reason(placement)}"
    return f"{chain(placement)}: {reason(placement)}{_where(placement)}"


def _where(placement: Placement) -> str:
    """Name the line at which it is decided that a value escapes, if that is another line of its file."""
    decisive = _decisive(placement)
    if decisive is None:
        return ""
    own = placement.position
    line = line_of(own)
    for step in placement.path:
        # A step of the compilers until 1.12 may stand where its target is declared: that is above.
        if file_of(step.position) == file_of(own) and line_of(step.position) >= line_of(own):
            line = line_of(step.position)
        if step is decisive:
            break
    return "" if line == line_of(own) else f" at line {line}"


def _stations(placement: Placement) -> list[str]:
    """List what a value goes through, each once: an address or what a pointer points to is no station of its own."""
    stations = [placement.label]
    for step in placement.path:
        target = _plain(step.target)
        if target not in {_plain(stations[-1]), "heap"} and not target.startswith(_UNNAMED):
            stations.append(target)
    return [*stations, "heap"] if placement.place == "heap" else stations


def _plain(target: str) -> str:
    """Take off what says by how many steps through pointers a value is meant, and what 1.19 puts round a name."""
    if target == _SINK:
        return "heap"
    if target.startswith(_STORAGE):
        return target.removeprefix(_STORAGE).removesuffix("}")
    bare = target.lstrip("*&")
    if bare != target and bare.startswith("(") and bare.endswith(")"):
        return bare[1:-1]
    return bare if bare.isidentifier() else target


def _is_result(step: Step) -> bool:
    """Say whether a step ends in what a function returns; 1.4 to 1.8 call it an assignment where a closure is."""
    return step.why == "return" or step.target.startswith("~r")


def _decisive(placement: Placement) -> Step | None:
    """Give the last step that says more than how to get at a value."""
    return next((step for step in reversed(placement.path) if step.why in _SENTENCES), None)


def _goes_by_address(placement: Placement) -> bool:
    """Say whether a value's address goes from it to the one station before the heap, and nothing in between."""
    value_result_heap = 3
    return len(_stations(placement)) == value_result_heap and any(step.why in _ADDRESSES for step in placement.path)
