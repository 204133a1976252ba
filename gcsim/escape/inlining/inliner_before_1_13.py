"""The inliner of Go 1.4 to 1.8: functions that call nothing, or from 1.5 nothing that is not inlined itself.

In 1.4 all functions are considered in the order of the text, literals after them, and then calls are replaced, in the
same order. From 1.5 both go bottom-up, component by component; a component's functions come in the reverse order of the
search until 1.7, and in 1.8 those that call each other are not considered. What a copied body calls is inlined from
1.5. Learnt from golang/go src/cmd/gc/{inl,lex}.c at go1.4, src/cmd/compile/internal/gc/{inl,lex,main,esc}.go at go1.5
to go1.8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.findings import Diagnostic
from gcsim.escape.inlining.budget_before_1_13 import RULES, HairyError, LeafVisitor
from gcsim.escape.inlining.copying import Copier
from gcsim.escape.inlining.expansion import Expander
from gcsim.escape.inlining.growth import added_size
from gcsim.escape.inlining.imports import complete
from gcsim.escape.inlining.model import Added, Cost, Inlining
from gcsim.escape.inlining.names import called_text, declared_at
from gcsim.escape.inlining.order import bottom_up
from gcsim.escape.inlining.references import called, functions_in
from gcsim.escape.inlining.substitution import substitute
from gcsim.escape.releases import minor
from gcsim.escape.syntax.nodes import Call, MethodOf, Name
from gcsim.escape.types.model import FunctionObject, Package

if TYPE_CHECKING:
    from gcsim.escape.syntax.nodes import Expression

__all__ = ["LeafInliner"]

_BOTTOM_UP: Final = 5
"""The first release that goes bottom-up."""

_FORWARD: Final = 8
"""The first release that takes a component's functions in the order of the search, and leaves out recursive ones."""

_NOINLINE: Final = "marked go:noinline"


class LeafInliner:
    """The state of inlining one package by the rules of one release."""

    def __init__(self, package: Package, release: str) -> None:
        self.package = package
        self.release = release
        self.rules = RULES[release]
        self.found = Inlining(release)
        self._minor = minor(release)
        self._costs: dict[FunctionObject, Cost] = {}
        self._inlinable: dict[FunctionObject, int | None] = {}
        self._caller: FunctionObject | None = None
        self._active: set[FunctionObject] = set()
        self._expander = Expander(self._replace, enters_statements=False)

    def run(self) -> Inlining:
        """Inline what the package's functions call; initial values of its variables keep their calls."""
        if self._minor < _BOTTOM_UP:
            functions = [*self.package.functions, *_literals(self.package)]
            for function in functions:
                self._consider(function)
            for function in functions:
                self.expand(function)
        else:
            for block, recursive in bottom_up([*self.package.functions, *self.package.literals], self._references):
                self._component(block, recursive=recursive)
        self.found.costs = sorted(self._costs.values(), key=lambda cost: cost.function.position)
        return self.found

    def _references(self, function: FunctionObject) -> list[FunctionObject]:
        body = function.body.statements if function.body is not None else []
        return [callee for callee in functions_in(called(body)) if callee.package == self.package.path]

    def _component(self, block: list[FunctionObject], *, recursive: bool) -> None:
        forward = self._minor >= _FORWARD
        for function in block if forward else reversed(block):
            if recursive and forward:
                self._costs[function] = Cost(function, None, self.rules.budget, "recursive")
            else:
                self._consider(function)
            self.expand(function)

    # ------------------------------------------------------------------------------------------- candidates

    def _consider(self, function: FunctionObject) -> None:
        """Say whether a function can be inlined."""
        cost, reason = self._count(function)
        self._costs[function] = Cost(function, cost, self.rules.budget, reason)
        if cost is not None and reason is None:
            self._inlinable[function] = cost
            text = called_text(function, self.release, self.package)
            self.found.diagnostics.append(Diagnostic(declared_at(function), f"can inline {text}"))

    def _count(self, function: FunctionObject) -> tuple[int | None, str | None]:
        """Give a function's cost, and why it cannot be inlined."""
        if self.rules.noinline and "noinline" in function.pragmas:
            return None, _NOINLINE
        if function.body is None:
            return None, "no function body"
        if function.signature.variadic:
            return None, "has ... args"
        visitor = LeafVisitor(self.rules, self._callee_cost)
        try:
            visitor.each(function.body.statements)
        except HairyError as error:
            return None, str(error)
        cost = max(visitor.cost, 1)
        budget = self.rules.budget
        return cost, f"function too complex: cost {cost} exceeds budget {budget}" if cost > budget else None

    def _callee_cost(self, call: Call) -> int | None:
        """Give what a call of an inlinable function adds: nothing for one of another package, whose cost is lost."""
        callee = _called(call)
        if callee is None or not self._can_inline(callee):
            return None
        return self._inlinable[callee] if callee.package == self.package.path else 0

    def _can_inline(self, function: FunctionObject) -> bool:
        if function.package != self.package.path and function not in self._inlinable:
            self._inlinable[function] = None
            complete(self.package, function)
            cost, reason = self._count(function)
            if reason is None:
                self._inlinable[function] = cost
        return self._inlinable.get(function) is not None

    # --------------------------------------------------------------------------------------------- the calls

    def expand(self, function: FunctionObject) -> None:
        """Replace the calls in a function's body."""
        if function.body is not None:
            self._caller = function
            self._expander.each(function.body.statements)

    def _replace(self, call: Call) -> Expression:
        """Give what takes a call's place, or the call."""
        callee, caller = _called(call), self._caller
        if callee is None or caller is None or callee is caller or callee in self._active:
            return call
        if not self._can_inline(callee):
            return call
        text = called_text(callee, self.release, self.package)
        self.found.diagnostics.append(Diagnostic(call.position, f"inlining call to {text}"))
        cost = self._inlinable[callee] or 0
        known = self._costs.get(callee)
        if known is not None:
            known.inlined = True
        size = 0 if self._active else added_size(cost)
        copier = Copier(callee, caller, call.position, f"·{len(self.found.growth.calls)}")
        self.found.growth.calls.append(Added(call.position, callee, caller, cost, size))
        inlined = substitute(call, callee, copier, self.release)
        if self.rules.calls_inlined:
            self._active.add(callee)
            self._expander.each(inlined.body)
            self._active.discard(callee)
        return inlined


def _called(call: Call) -> FunctionObject | None:
    """Give the declared function or method that a call names."""
    function = call.function
    if type(function) is Name:
        return function.object if type(function.object) is FunctionObject else None
    return function.method if type(function) is MethodOf else None


def _literals(package: Package) -> list[FunctionObject]:
    """List literals in the order in which 1.4 comes by: those of variables first, inner before outer."""
    found: list[FunctionObject] = [*package.literals]
    for function in package.functions:
        _inner_first(function, found)
    for literal in package.literals:
        _inner_first(literal, found)
    return found


def _inner_first(function: FunctionObject, found: list[FunctionObject]) -> None:
    for literal in function.literals:
        _inner_first(literal, found)
        found.append(literal)
