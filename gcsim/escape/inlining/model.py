"""What inlining finds: messages, costs, the code that it adds, the functions that it leaves dead."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.findings import Diagnostic
    from gcsim.escape.types.model import FunctionObject

__all__ = ["Added", "Cost", "Growth", "Inlining"]


@dataclass(slots=True, eq=False)
class Cost:
    """What a function costs against the budget.

    Attributes
    ----------
    function : FunctionObject
        A function, a method, or a function literal.
    cost : int or None
        Nodes of the body and what the release adds for calls; None where something in the body forbids inlining and
        nobody counts.
    budget : int
        The most that it may cost.
    reason : str or None
        Why it cannot be inlined, in the words of ``-m -m``; None where it can.
    inlined : bool
        Whether a call of it was replaced by its body.
    """

    function: FunctionObject
    cost: int | None
    budget: int
    reason: str | None = None
    inlined: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """The code that one inlined call adds.

    Attributes
    ----------
    position : int
        Of the call; of the outermost one, if it stands in a body that was inlined itself.
    callee : FunctionObject
        What was called.
    caller : FunctionObject
        In whose body the call stood.
    cost : int
        The callee's cost by the release's count.
    size : int
        Estimated bytes of machine code added: what the body is taken to come to less what the call took. Negative for
        a body that is smaller than its call, and 0 for a call in a body that was inlined itself: the outer one's cost
        has it.
    """

    position: int
    callee: FunctionObject
    caller: FunctionObject
    cost: int
    size: int


@dataclass(slots=True)
class Growth:
    """The code that inlining adds, call by call."""

    calls: list[Added] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Estimated bytes added in all."""
        return sum(call.size for call in self.calls)


@dataclass(slots=True)
class Inlining:
    """What inlining did to one package.

    Attributes
    ----------
    release : str
        By whose rules.
    diagnostics : list of Diagnostic
        ``can inline f`` and ``inlining call to f`` in the compiler's order.
    costs : list of Cost
        Of each function with its literals, in the order of the text.
    growth : Growth
        What the calls that were replaced add.
    dead : list of FunctionObject
        Unexported functions that nothing refers to any more.
    inline_into : callable or None
        Inlines the calls in the body of one more function, such as a method that the compiler makes, and gives the
        messages. It counts neither as growth nor as a use.
    """

    release: str
    diagnostics: list[Diagnostic] = field(default_factory=list)
    costs: list[Cost] = field(default_factory=list)
    growth: Growth = field(default_factory=Growth)
    dead: list[FunctionObject] = field(default_factory=list)
    inline_into: Callable[[FunctionObject], list[Diagnostic]] | None = field(default=None, repr=False)
