"""What is found in a program: the compiler's messages, and where each value lives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.types.model import FunctionObject, Variable

__all__ = ["Diagnostic", "Findings", "Placement", "Step"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One line that the compiler prints, without its position."""

    position: int
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the path on which a value escapes, from the value outwards.

    ``target`` is what it flows to, as text (``~r0``, ``heap``, ``sink``), ``why`` the kind of the flow (``address-of``,
    ``returned``, ``assigned`` …), ``position`` where it happens.
    """

    target: str
    why: str
    position: int


@dataclass(slots=True, eq=False)
class Placement:
    """Where one value lives.

    Attributes
    ----------
    subject : Variable or Expression
        The variable, or the expression that makes the value, in the tree after inlining.
    position : int
        Where it stands.
    label : str
        As the compiler names it: ``t``, ``&T literal``, ``make([]int, n)``.
    function : FunctionObject or None
        The function that it is in; None for package level.
    place : {"stack", "heap", "data segment"}
        Where it lives. What cannot be decided is on the heap, and ``reason`` says so.
    reason : str
        One phrase: why there.
    path : list of Step
        The way to the heap, empty for what stays.
    """

    subject: Variable | Expression
    position: int
    label: str
    function: FunctionObject | None
    place: Literal["stack", "heap", "data segment"]
    reason: str
    path: list[Step] = field(default_factory=list)


@dataclass(slots=True)
class Findings:
    """The messages of one pass in the compiler's order, and the places of values in the order of the text."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
