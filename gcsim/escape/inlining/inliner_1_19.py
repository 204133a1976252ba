"""The inliner of Go 1.19: bottom-up, functions that call others too, and closures whose value is known.

A function may call what is not inlined itself, at a cost (`gcsim.escape.inlining.budget_1_19`). What a call calls is
looked for through variables that are assigned once, through parameters of inlined functions, and through results of
inlined functions; so closures are inlined where they are called directly. A parameter counts as assigned once even
where the inlined body assigns to it: the compiler looks for assignments in the caller, and there the body is not yet.
Learnt from golang/go src/cmd/compile/internal/inline/inl.go:57-246, 438-853 and ir/expr.go:804-925 at go1.19.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gcsim.escape.findings import Diagnostic
from gcsim.escape.inlining.budget_1_19 import BIG_BUDGET, BIG_NODES, BUDGET, TooHairyError, Visitor
from gcsim.escape.inlining.conversions import is_free
from gcsim.escape.inlining.copying import Copier
from gcsim.escape.inlining.deadcode import drop_dead_code, drop_from
from gcsim.escape.inlining.expansion import Expander
from gcsim.escape.inlining.growth import added_size
from gcsim.escape.inlining.imports import complete
from gcsim.escape.inlining.initialization import in_order
from gcsim.escape.inlining.intrinsics import is_intrinsic
from gcsim.escape.inlining.model import Added, Cost, Inlining
from gcsim.escape.inlining.names import called_text, declared_at
from gcsim.escape.inlining.order import bottom_up, is_literal
from gcsim.escape.inlining.references import functions_in, referred
from gcsim.escape.inlining.shape import CHILDREN, children
from gcsim.escape.inlining.substitution import substitute
from gcsim.escape.packages.directives import inline_cost
from gcsim.escape.syntax.nodes import (
    Assign,
    Call,
    Convert,
    FunctionLiteral,
    InlinedCall,
    MethodOf,
    Name,
    Return,
    VariableDeclaration,
)
from gcsim.escape.types.model import FunctionObject, Package, Signature, Variable
from gcsim.escape.types.relations import identical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gcsim.escape.syntax.nodes import Expression, Node

__all__ = ["Candidate", "Inliner", "initializer_of"]

RELEASE: Final = "1.19"

REFUSALS: Final = (
    ("noinline", "marked go:noinline"),
    ("cgo_unsafe_args", "marked go:cgo_unsafe_args"),
    ("uintptrkeepalive", "marked as having a keep-alive uintptr argument"),
    ("uintptrescapes", "marked as having a keep-alive uintptr argument"),
    ("yeswritebarrierrec", "marked go:yeswritebarrierrec"),
)
"""Words of ``//go:…`` lines that forbid inlining, and the reason printed (inline/inl.go:108-162)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A function that can be inlined: its cost, and whether its one ``return`` declares the results."""

    cost: int
    declares_results: bool


class Inliner:
    """The state of inlining one package."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.found = Inlining(RELEASE)
        self.initializer = initializer_of(package)
        self._costs: dict[FunctionObject, Cost] = {}
        self._candidates: dict[FunctionObject, Candidate | None] = {}
        self._definitions: dict[Variable, tuple[list[Expression], int]] = {}
        self._scanned: set[FunctionObject] = set()
        self._caller = self.initializer
        self._most = BUDGET
        self._active: set[FunctionObject] = set()
        self._kept: set[Call] = set()
        self._expander = Expander(self._replace, enters_statements=True)

    # ------------------------------------------------------------------------------------------ the package

    def run(self) -> Inlining:
        """Inline what the package's functions and initial values call."""
        drop_dead_code(self.package)
        roots = sorted([*self.package.functions, *self.package.literals], key=lambda function: function.position)
        for block, recursive in bottom_up(roots, self._references):
            ring = recursive and sum(not is_literal(function) for function in block) < 2  # noqa: PLR2004 - one of itself
            for function in block:
                if ring:
                    self._costs.setdefault(function, Cost(function, None, BUDGET, "recursive"))
                else:
                    self._consider(function)
                self.expand(function)
        self._expand_initial_values()
        self.found.costs = sorted(self._costs.values(), key=lambda cost: cost.function.position)
        return self.found

    def _references(self, function: FunctionObject) -> list[FunctionObject]:
        body = function.body.statements if function.body is not None else []
        return [called for called in functions_in(referred(body)) if called.package == self.package.path]

    def expand(self, function: FunctionObject) -> None:
        """Replace the calls in a function's body."""
        if function.body is None:
            return
        self._caller = function
        self._most = BIG_BUDGET if _is_big(function) else BUDGET
        self._expander.each(function.body.statements)

    def _expand_initial_values(self) -> None:
        """Replace the calls in the initial values of the package's variables, in the order of initialization."""
        self._caller, self._most = self.initializer, BUDGET
        for declaration in in_order(self.package):
            self._expander.each(declaration.values)

    # ------------------------------------------------------------------------------------------- candidates

    def _consider(self, function: FunctionObject) -> Candidate | None:
        """Say once whether a function can be inlined."""
        if function in self._candidates:
            return self._candidates[function]
        cost, reason = self._count(function, asked=True)
        made = Candidate(cost, _declares_results(function)) if cost is not None and reason is None else None
        self._candidates[function] = made
        self._costs[function] = Cost(function, cost, BUDGET, reason)
        if made is not None:
            text = called_text(function, RELEASE, self.package)
            self.found.diagnostics.append(Diagnostic(declared_at(function), f"can inline {text}"))
        return made

    def _count(self, function: FunctionObject, *, asked: bool) -> tuple[int | None, str | None]:
        """Give a function's cost, and why it cannot be inlined."""
        for word, reason in REFUSALS:
            if word in function.pragmas:
                return None, reason
        if function.body is None:
            return None, "no function body"
        visitor = Visitor(function, self._callee_cost if asked else self._quiet_cost)
        try:
            visitor.each(function.body.statements)
        except TooHairyError as error:
            return None, str(error)
        if visitor.cost > BUDGET:
            return visitor.cost, f"function too complex: cost {visitor.cost} exceeds budget {BUDGET}"
        return visitor.cost, None

    def _callee_cost(self, call: Call, function: FunctionObject, asked: bool) -> int | None:  # noqa: FBT001 - a callback
        """Give what an inlinable callee costs; a literal is considered here, if the compiler gets so far."""
        callee = self._callee(call, function)
        if callee is None:
            return None
        if is_literal(callee):
            if not asked:
                return self._quiet_cost(call, function, asked)
            self._consider(callee)
        candidate = self._candidate(callee)
        return None if candidate is None else candidate.cost

    def _quiet_cost(self, call: Call, function: FunctionObject, _asked: bool) -> int | None:  # noqa: FBT001 - a callback
        """Give what an inlinable callee costs, and say nothing about it."""
        callee = self._callee(call, function)
        if callee is None or callee in self._candidates or not is_literal(callee):
            candidate = None if callee is None else self._candidate(callee)
            return None if candidate is None else candidate.cost
        cost, reason = self._count(callee, asked=False)
        return cost if reason is None else None

    def _candidate(self, function: FunctionObject) -> Candidate | None:
        """Give what is known of a function that is called."""
        if function.package == self.package.path:
            return self._candidates.get(function)
        if function not in self._candidates:
            self._import(function)
        return self._candidates.get(function)

    def _import(self, function: FunctionObject) -> None:
        """Find out about a function of another package and what it calls."""
        directive = function.declaration.directives.get("inline") if function.declaration is not None else None
        if directive is not None:
            cost = inline_cost(directive, RELEASE)
            self._candidates[function] = None if cost is None else Candidate(cost, declares_results=False)
            return
        for block, recursive in bottom_up([function], self._imported_references):
            declared = [each for each in block if not is_literal(each) and each not in self._candidates]
            ring = recursive and len(declared) == 1
            self._candidates.update(dict.fromkeys(declared))
            for each in [] if ring else declared:
                cost, reason = self._count(each, asked=False)
                if cost is not None and reason is None:
                    self._candidates[each] = Candidate(cost, _declares_results(each))
        self._candidates.setdefault(function, None)

    def _imported_references(self, function: FunctionObject) -> list[FunctionObject]:
        """Give what decides about an imported function: nothing, if its own nodes are too many already."""
        if function in self._candidates:
            return []
        complete(self.package, function)
        if not self._may_fit(function):
            self._candidates[function] = None
            return []
        named = referred(function.body.statements if function.body is not None else ())
        return [called for called in named if type(called) is FunctionObject and called not in self._candidates]

    def _may_fit(self, function: FunctionObject) -> bool:
        """Say whether an imported function fits the budget, whatever it calls."""
        if function.body is None:
            return False
        drop_from(function)
        visitor = Visitor(function, _no_cost)
        try:
            visitor.each(function.body.statements)
        except TooHairyError:
            return False
        return visitor.cost <= BUDGET

    # --------------------------------------------------------------------------------------- what is called

    def _callee(self, call: Call, function: FunctionObject) -> FunctionObject | None:
        """Give the function that a call in ``function`` calls, if that is known."""
        value = self._value(call.function, function)
        if type(value) is Name:
            return value.object if type(value.object) is FunctionObject else None
        if type(value) is FunctionLiteral:
            return value.function
        return _method(value, call) if type(value) is MethodOf else None

    def _value(self, expression: Expression, function: FunctionObject) -> Expression:
        """Look through conversions, inlined calls and variables that are assigned once."""
        while True:
            if type(expression) is Convert and _is_free(expression):
                expression = expression.operand
            elif type(expression) is InlinedCall and len(expression.results) == 1:
                expression = expression.results[0]
            else:
                initial = self._initial(expression, function) if type(expression) is Name else None
                if initial is None:
                    return expression
                expression = initial

    def _initial(self, name: Name, function: FunctionObject) -> Expression | None:
        """Give the only value of a local variable of a function."""
        variable = name.object
        if type(variable) is not Variable or variable.kind != "local" or variable.function is not function:
            return None
        if variable not in self._definitions and function not in self._scanned:
            self._scanned.add(function)
            if function.body is not None:
                self._scan(function.body.statements)
        values, index = self._definitions.get(variable, ((), 0))
        return values[index] if values else None

    def _scan(self, statements: Iterable[Node]) -> None:
        """Note what variables are declared with, in statements but not in literals, for those assigned once."""
        pending: list[Node] = [*statements]
        while pending:
            node = pending.pop()
            if type(node) is InlinedCall:
                node = node.call
            if type(node) is Assign and node.define and len(node.values) == len(node.targets):
                for index, target in enumerate(node.targets):
                    if type(target) is Name and type(target.object) is Variable and target.object in node.declared:
                        self._define(target.object, node.values, index)
            elif type(node) is VariableDeclaration and len(node.values) == len(node.variables):
                for index, variable in enumerate(node.variables):
                    self._define(variable, node.values, index)
            if type(node) in CHILDREN:
                pending.extend(children(node))

    def _define(self, variable: Variable, values: list[Expression], index: int) -> None:
        if not variable.reassigned and not variable.address_taken:
            self._definitions[variable] = (values, index)

    # --------------------------------------------------------------------------------------------- the calls

    def _replace(self, call: Call) -> Expression:
        """Give what takes a call's place, or the call."""
        function = call.function
        if type(function) is Name and type(function.object) is FunctionObject:
            if is_intrinsic(function.object.package, function.object.name):
                return call
        elif type(function) is MethodOf and function.method is None:
            return call
        callee = self._callee(call, self._caller)
        if callee is None or call in self._kept:
            return call
        if is_literal(callee):
            self._consider(callee)
        candidate = self._candidate(callee)
        if candidate is None or candidate.cost > self._most or callee is self._caller or callee in self._active:
            return call
        text = called_text(callee, RELEASE, self.package)
        self.found.diagnostics.append(Diagnostic(call.position, f"inlining call to {text}"))
        self._note(call, callee, candidate)
        if callee.body is None:
            self._kept.add(call)
            return call
        self._active.add(callee)
        inlined = self._inlined(call, callee, candidate)
        self._expander.each(inlined.prologue)
        self._expander.each(inlined.body)
        self._active.discard(callee)
        return inlined

    def _inlined(self, call: Call, callee: FunctionObject, candidate: Candidate) -> InlinedCall:
        """Make the node for a call, and remember what its parameters and result are."""
        copier = Copier(callee, self._caller, call.position, f"·{len(self.found.growth.calls)}")
        copier.declares_results = candidate.declares_results
        inlined = substitute(call, callee, copier, RELEASE)
        for statement in inlined.prologue:
            if type(statement) is Assign and len(statement.targets) == len(statement.values):
                self._enter(statement)
        if candidate.declares_results and len(inlined.results) == 1:
            returned = _returned(inlined.body)
            if returned is not None:
                self._enter(returned)
        return inlined

    def _enter(self, assign: Assign) -> None:
        """Remember the values that an assignment made by inlining gives to variables."""
        for index, target in enumerate(assign.targets):
            if type(target) is Name and type(target.object) is Variable:
                self._definitions[target.object] = (assign.values, index)

    def _note(self, call: Call, callee: FunctionObject, candidate: Candidate) -> None:
        """Count what a call adds."""
        cost = self._costs.get(callee)
        if cost is not None:
            cost.inlined = True
        size = 0 if self._active else added_size(candidate.cost)
        self.found.growth.calls.append(Added(call.position, callee, self._caller, candidate.cost, size))


def initializer_of(package: Package) -> FunctionObject:
    """Make the function that assigns the initial values of a package's variables."""
    return FunctionObject("init", package.path, 0, Signature([], [], variadic=False), None, [], [], None)


def _declares_results(function: FunctionObject) -> bool:
    """Say whether the one ``return`` of a function can declare its results: none has a name."""
    if any(result.name not in {"", "_"} for result in function.results) or function.body is None:
        return False
    count = 0
    pending: list[Node] = [*function.body.statements]
    while pending:
        node = pending.pop()
        if type(node) is InlinedCall:
            node = node.call
        if type(node) is Return:
            count += 1 if node.results else 2
        if type(node) in CHILDREN:
            pending.extend(children(node))
    return count == 1


def _returned(body: Iterable[Node]) -> Assign | None:
    """Give the assignment that a copied body's only ``return`` became."""
    pending: list[Node] = [*body]
    while pending:
        node = pending.pop()
        if type(node) is Assign and node.declared and node.define and _is_result(node):
            return node
        if type(node) in CHILDREN:
            pending.extend(children(node))
    return None


def _is_result(node: Assign) -> bool:
    return node.declared[0].name.startswith("~R") and len(node.values) == len(node.targets)


def _method(value: MethodOf, call: Call) -> FunctionObject | None:
    """Give the method of a call, or of a method expression whose type is the receiver's; no method value's."""
    method = value.method
    if method is None or method.receiver is None:
        return None
    if not value.of_type:
        return method if value is call.function else None
    of_type = value.operand.type
    return method if of_type is not None and identical(of_type, method.receiver.type) else None


def _is_free(convert: Convert) -> bool:
    source, target = convert.operand.type, convert.type
    return convert.value is None and source is not None and target is not None and is_free(source, target)


def _is_big(function: FunctionObject) -> bool:
    """Say whether a function has `BIG_NODES` nodes or more, literals inside it aside."""
    body = function.body
    if body is None or (function.end - function.position) >> 16 < BIG_NODES // 64:
        return False
    visitor = Visitor(function, _no_cost, lenient=True)
    visitor.each(body.statements)
    return visitor.cost >= BIG_NODES


def _no_cost(_call: Call, _function: FunctionObject, _asked: bool) -> int:  # noqa: FBT001 - a callback
    return 0
