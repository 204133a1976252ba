"""What differs between the compilers of 1.4 to 1.8 in escape analysis, one row for each release."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["RULES", "Rules"]


@dataclass(frozen=True, slots=True)
class Rules:
    """One release's rules.

    Until 1.4 the source is src/cmd/gc/esc.c, from 1.5 src/cmd/compile/internal/gc/esc.go; functions named below are
    those of that file unless another stands there. Line numbers are not given: of 1.5 to 1.7 the published states
    nearest the releases were read, and what they leave open was settled by the compilers' own output.

    Attributes
    ----------
    suffixes : bool
        Levels carry the dereferences since the last copy, so that a content leak is told from a leak (``Level``, new
        in 1.5). Without them a walk knows one number, and a call returns content by way of one pseudo variable.
    by_value : bool
        Closures capture small variables that never change by value (closure.go ``capturevars``, new in 1.5).
    closure_address : bool
        A function literal that is assigned is a pointer to the closure, one indirection more (``escassign``, 1.5).
    interfaces : bool
        A conversion to an interface is an allocation that is followed and spoken of (``esc``, OCONVIFACE, 1.5).
    strings : bool
        So are conversions of strings and their sums (``esc``, OSTRARRAYBYTE and its kin, 1.5).
    literal_elements : bool
        The elements of a slice literal escape only if the slice does (``esc``, OARRAYLIT, 1.5).
    contents : bool
        Loads through slices flow, and append, copy and range leak or yield the elements (``esc``, ``escassign``, 1.5).
    self_assignment : bool
        ``b.buf = b.buf[i:j]`` is no flow (``esc``, OAS, 1.5).
    indirect_calls : bool
        A call through a value leaks its arguments before its receiver (``esccall``, 1.5).
    large_at_once : bool
        What is too large for the stack is moved when the walk meets it (``esc``, 1.5); before that variables were
        moved after all analysis, and nothing was said of the rest (gen.c ``movelarge``).
    variadic_tracked : bool
        What a ``...`` argument holds escapes only if the argument does (``esccall``, 1.6).
    outer_depth : bool
        A walk remembers the greatest loop depth of the heap values on its way (``escwalkBody``, 1.6).
    uintptr_notes : bool
        Functions without body hold on to their ``uintptr`` parameters, and say so (``esctag``, 1.6).
    called_closure : bool
        What a called closure captured may come back by its results (``esccall``, 1.7).
    in_order : bool
        Functions of a group are walked as they were found; before that in reverse (``escAnalyze``, 1.7).
    once : bool
        A value is said to escape once (``escwalkBody``, 1.7).
    address_first : bool
        ``&x escapes to heap`` is said before ``moved to heap: x`` (``escwalkBody``, 1.7).
    large_literals : bool
        ``&T{…}`` of 64 KiB and more is too large for the stack (``esc``, 1.7).
    assertion_scalars : bool
        An assertion to a type without pointers lets nothing flow (``escassign``, 1.7).
    uintptr_escapes : bool
        The pragma ``uintptrescapes`` is heeded (``esctag``, 1.7).
    inlined_here : bool
        What an inlined body makes is said of the function that it is inlined into (``curfnSym``, 1.5); before that of
        the one that it was written in (``Node.curfn``).
    declared_where : bool
        Explanations give the line of the flow; before that, that of its target (``stepAssignWhere``, 1.8).
    initial_interfaces : bool
        What an interface holds that is the initial value of a package's variable is laid out by the linker (sinit.go
        ``staticassign``, OCONVIFACE, 1.8).
    settle : bool
        Roots whose fate changes are walked again until none does (``escAnalyze``, 1.8), and what reaches a variable
        on the heap escapes (``escwalkBody``, 1.8).
    """

    suffixes: bool = True
    by_value: bool = True
    closure_address: bool = True
    interfaces: bool = True
    strings: bool = True
    literal_elements: bool = True
    contents: bool = True
    self_assignment: bool = True
    indirect_calls: bool = True
    large_at_once: bool = True
    variadic_tracked: bool = True
    outer_depth: bool = True
    uintptr_notes: bool = True
    called_closure: bool = True
    in_order: bool = True
    once: bool = True
    address_first: bool = True
    large_literals: bool = True
    assertion_scalars: bool = True
    uintptr_escapes: bool = True
    inlined_here: bool = True
    declared_where: bool = True
    initial_interfaces: bool = True
    settle: bool = True


_BEFORE_1_8: Final = {"declared_where": False, "initial_interfaces": False, "settle": False}
_BEFORE_1_7: Final = {
    **_BEFORE_1_8,
    "called_closure": False,
    "in_order": False,
    "once": False,
    "address_first": False,
    "large_literals": False,
    "assertion_scalars": False,
    "uintptr_escapes": False,
}
_BEFORE_1_6: Final = {**_BEFORE_1_7, "variadic_tracked": False, "outer_depth": False, "uintptr_notes": False}
_BEFORE_1_5: Final = {
    **_BEFORE_1_6,
    "suffixes": False,
    "by_value": False,
    "closure_address": False,
    "interfaces": False,
    "strings": False,
    "literal_elements": False,
    "contents": False,
    "self_assignment": False,
    "indirect_calls": False,
    "large_at_once": False,
    "inlined_here": False,
}

RULES: Final[dict[str, Rules]] = {
    "1.4": Rules(**_BEFORE_1_5),
    "1.5": Rules(**_BEFORE_1_6),
    "1.6": Rules(**_BEFORE_1_7),
    "1.7": Rules(**_BEFORE_1_8),
    "1.8": Rules(),
}
"""The rules of each release that the old analysis served."""
