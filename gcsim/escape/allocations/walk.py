"""How often each place of a function allocates in a call: the text is followed once, counting.

Loops count their turns. Of a branch whose condition is open one half is taken, but a branch that leaves (returns,
panics, breaks, continues) is the exception and counts for nothing; the user may say otherwise by giving the condition a
number between 0 and 1. Cases are taken alike. Calls are followed into functions whose text is known. Variables that a
function declares grow by what is appended to them; anything else that is appended to is taken to have room.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gcsim.escape.allocations.growth import map_growth, slice_growth
from gcsim.escape.allocations.objects import UnknownLengthError, buckets_of, frame_bytes, object_of, pointer_slots
from gcsim.escape.syntax import nodes
from gcsim.escape.syntax.nodes import Expression, Name, Node, Statement
from gcsim.escape.types.model import FunctionObject, Map, Slice, Variable, underlying
from gcsim.escape.types.sizes import size_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from gcsim.escape.allocations.numbers import Numbers
    from gcsim.escape.findings import Placement

__all__ = ["Counted", "Walk"]

_LEAVES = (nodes.Return, nodes.Branch)
_CALL_BYTES = 16
"""Return address and frame pointer that a call puts on the stack (amd64)."""


@dataclass(slots=True)
class Counted:
    """How often something allocates, and in all: times, bytes, pointer slots."""

    position: int
    label: str
    times: float = 0.0
    size: float = 0.0
    pointers: float = 0.0


@dataclass(slots=True)
class Walk:
    """Counts what functions allocate.

    Attributes
    ----------
    placements : mapping of int to Placement
        Where values live, by the identity of variable or expression.
    within : mapping of FunctionObject to list of Placement
        The same by function.
    on_heap : callable
        Says whether a placement is on the heap.
    numbers : Numbers
        What is known of numbers.
    release : str
        Whose compiler.
    where : callable
        Gives ``file:line`` of a position.
    name : callable
        Gives the name of a function.
    counted : dict of int to Counted
        What allocates, by identity.
    open : dict of str to str
        Keys of numbers that are needed and not known, with the place that needs each.
    uncounted : dict of str to None
        Functions called whose text is not known, in the order of the text.
    """

    placements: Mapping[int, Placement]
    within: Mapping[FunctionObject, list[Placement]]
    on_heap: Callable[[Placement], bool]
    numbers: Numbers
    release: str
    where: Callable[[int], str]
    name: Callable[[FunctionObject], str]
    counted: dict[int, Counted] = field(default_factory=dict)
    open: dict[str, str] = field(default_factory=dict)
    uncounted: dict[str, None] = field(default_factory=dict)
    _following: list[FunctionObject] = field(default_factory=list)
    _literals: dict[Variable, FunctionObject] = field(default_factory=dict)
    _appended: dict[Variable, tuple[float, float, nodes.Builtin]] = field(default_factory=dict)
    _entries: dict[Variable, tuple[float, float]] = field(default_factory=dict)
    _made: dict[Variable, float] = field(default_factory=dict)

    def call(self, function: FunctionObject, times: float) -> int:
        """Count what calls of a function allocate.

        Parameters
        ----------
        function : FunctionObject
            Whose body is known.
        times : float
            How often it is called.

        Returns
        -------
        int
            Bytes of stack of the deepest chain of calls from it.
        """
        if function.body is None:
            self.uncounted[self.name(function)] = None
            return 0
        if function in self._following:
            return 0
        turns = self.numbers.given(self.name(function))
        self._following.append(function)
        own = self._frame(function)
        for variable in (function.receiver, *function.parameters, *function.results):
            if variable is not None:
                self._declare(variable, times * (turns or 1.0))
        deepest = self._block(function.body.statements, times * (turns or 1.0))
        self._following.pop()
        return own + deepest

    def finish(self) -> None:
        """Count what slices and maps of the functions grew by."""
        for variable, (times, elements, builtin) in self._appended.items():
            made = self._made.get(variable, 0.0)
            if not made:
                continue  # it comes from outside, and what fits into it is the caller's
            of = underlying(variable.type)
            if isinstance(of, Slice):
                size = size_of(of.element)
                known = self.numbers.capacities.get(variable, 0.0)
                growth = slice_growth(size, length=elements * times / made, capacity=known)
                if growth.objects:
                    label = f"append({variable.name}, ...)"
                    counted = self.counted.setdefault(id(builtin), Counted(builtin.position, label))
                    counted.times += made * growth.objects
                    counted.size += made * growth.size
                    counted.pointers += made * growth.elements * pointer_slots(of.element)
        for variable, (times, hint) in self._entries.items():
            made, of = self._made.get(variable, 0.0), underlying(variable.type)
            if made and isinstance(of, Map):
                key, element = size_of(of.key), size_of(of.element)
                before = map_growth(key, element, entries=hint, hint=hint)
                growth = map_growth(key, element, entries=times / made, hint=hint)
                if growth.objects > before.objects:
                    counted = self.counted.setdefault(id(variable), Counted(variable.position, f"{variable.name}[...]"))
                    counted.times += made * (growth.objects - before.objects)
                    counted.size += made * (growth.size - before.size)
                    slots = 8 * (pointer_slots(of.key) + pointer_slots(of.element)) + 1
                    counted.pointers += made * (growth.elements - before.elements) * slots

    # Statements

    def _block(self, statements: Iterable[Statement], times: float) -> int:
        return max((self._statement(statement, times) for statement in statements), default=0)

    def _statement(self, statement: Statement | None, times: float) -> int:  # noqa: PLR0911 - one for each kind
        match statement:
            case None:
                return 0
            case nodes.Block(statements=statements):
                return self._block(statements, times)
            case nodes.Labeled(statement=inner):
                return self._statement(inner, times)
            case nodes.If():
                return self._if(statement, times)
            case nodes.For():
                return self._for(statement, times)
            case nodes.Range():
                return self._range(statement, times)
            case nodes.Switch() | nodes.TypeSwitch() | nodes.Select():
                return self._switch(statement, times)
            case nodes.Assign(targets=targets, values=values, declared=declared):
                return self._assign(targets, values, declared, times)
            case nodes.VariableDeclaration(variables=variables, values=values):
                names: list[Expression] = [Name(variable.position, variable) for variable in variables]
                return self._assign(names, values, variables, times)
        return max((self._expression(part, times) for part in _parts(statement)), default=0)

    def _if(self, statement: nodes.If, times: float) -> int:
        deepest = max(self._statement(statement.init, times), self._expression(statement.condition, times))
        share = self.numbers.given(self.numbers.text(statement.condition))
        if share is None:
            then, otherwise = _leaves(statement.then), statement.otherwise is not None and _leaves(statement.otherwise)
            share = 0.5 if then == otherwise else 0.0 if then else 1.0
        deepest = max(deepest, self._block(statement.then.statements, times * share))
        return max(deepest, self._statement(statement.otherwise, times * (1 - share)))

    def _for(self, statement: nodes.For, times: float) -> int:
        deepest = self._statement(statement.init, times)
        turns = self._turns(statement, self.numbers.turns(statement))
        parts = (statement.condition, statement.post)
        inner = [self._expression(part, times * turns) for part in _expressions(parts)]
        return max(deepest, *inner, self._block(statement.body.statements, times * turns), 0)

    def _range(self, statement: nodes.Range, times: float) -> int:
        deepest = self._expression(statement.operand, times)
        turns = self._turns(statement, self._length(statement.operand))
        for variable in statement.declared:
            # Until Go 1.22 a loop has one variable for all its turns.
            self._declare(variable, times)
        return max(deepest, self._block(statement.body.statements, times * turns))

    def _length(self, operand: Expression) -> float | None:
        """Return the length of what a loop ranges over: for a slice that the function appends to, as it then is."""
        known = self.numbers.length(operand)
        if known is None and isinstance(operand, Name) and isinstance(operand.object, Variable):
            times, elements, _ = self._appended.get(operand.object, (0.0, 0.0, None))
            made = self._made.get(operand.object, 0.0)
            known = times * elements / made if times and made else None
        return known

    def _turns(self, loop: Statement, known: float | None) -> float:
        key = self.where(loop.position)
        given = self.numbers.given(key)
        if given is not None:
            return given
        if known is None:
            self.open.setdefault(key, "how often the loop there runs")
            return 0.0
        return known

    def _switch(self, statement: nodes.Switch | nodes.TypeSwitch | nodes.Select, times: float) -> int:
        deepest = 0
        if not isinstance(statement, nodes.Select):
            deepest = self._statement(statement.init, times)
            head = statement.tag if isinstance(statement, nodes.Switch) else statement.operand
            deepest = max(deepest, self._expression(head, times))
        share = times / max(len(statement.cases), 1)
        for case in statement.cases:
            if isinstance(case, nodes.CommunicationCase):
                deepest = max(deepest, self._statement(case.communication, share))
            elif case.variable is not None:
                self._declare(case.variable, share)
            deepest = max(deepest, self._block(case.body, share))
        return deepest

    def _assign(
        self, targets: list[Expression], values: list[Expression], declared: list[Variable], times: float
    ) -> int:
        for variable in declared:
            self._declare(variable, times)
            if not values:
                self.numbers.capacities.setdefault(variable, 0.0)
        if len(targets) == len(values):
            for target, value in zip(targets, values, strict=True):
                if isinstance(target, Name) and isinstance(target.object, Variable):
                    self._bind(target.object, value, times)
                elif isinstance(target, nodes.Index):
                    self._put(target, times)
        return max((self._expression(part, times) for part in (*targets, *values)), default=0)

    def _bind(self, variable: Variable, value: Expression, times: float) -> None:
        match value:
            case nodes.Builtin(name="append", arguments=[Name(object=Variable() as base), *more]):
                elements = self.numbers.length(more[0]) if value.spread else float(len(more))
                if elements is None:
                    where = self.where(value.position)
                    self.open.setdefault(f"len({self.numbers.text(more[0])})", f"how much is appended at {where}")
                before = self._appended.get(base, (0.0, 0.0, value))
                total = before[0] + times
                mean = (before[0] * before[1] + times * (elements or 0.0)) / total if total else 0.0
                self._appended[base] = (total, mean, before[2])
                return
            case nodes.FunctionLiteral(function=function) if function is not None and not variable.reassigned:
                self._literals[variable] = function
            case nodes.Builtin(name="make", arguments=arguments) if isinstance(underlying(variable.type), Map):
                hint = self.numbers.number(arguments[0]) if arguments else 0.0
                self._entries.setdefault(variable, (0.0, hint or 0.0))
        self.numbers.bind(variable, value)

    def _put(self, target: nodes.Index, times: float) -> None:
        match target.operand:
            case Name(object=Variable() as variable) if variable in self._entries:
                entries, hint = self._entries[variable]
                self._entries[variable] = (entries + times, hint)

    # Expressions

    def _expression(self, expression: Expression | None, times: float) -> int:
        """Count what an expression allocates and calls; its parts are looked at without recursion."""
        deepest, left = 0, [expression]
        while left:
            part = left.pop()
            if part is None or part.value is not None:
                continue
            self._allocated(part, times)
            match part:
                case nodes.FunctionLiteral():
                    continue  # what stands in it is counted where it is called
                case nodes.Call():
                    deepest = max(deepest, self._called(part, times))
                case nodes.InlinedCall(prologue=prologue, body=body):
                    inner = max(self._block(prologue, times), self._block(body, times))
                    deepest = max(deepest, inner)
                    continue
            left += _parts(part)
        return deepest

    def _called(self, call: nodes.Call, times: float) -> int:
        match call.function:
            case Name(object=FunctionObject() as function) | nodes.MethodOf(method=FunctionObject() as function):
                pass
            case nodes.FunctionLiteral(function=FunctionObject() as function):
                pass
            case Name(object=Variable() as variable) if variable in self._literals:
                function = self._literals[variable]
            case dynamic:
                self.uncounted[self.numbers.text(dynamic)] = None
                return 0
        for parameter, argument in zip(function.parameters, call.arguments, strict=False):
            self.numbers.bind(parameter, argument)
        return self.call(function, times) + _CALL_BYTES

    def _allocated(self, expression: Expression, times: float) -> None:
        if isinstance(expression, nodes.Builtin) and expression.name == "append":
            return  # what a slice grows by is counted over all its appends
        placement = self.placements.get(id(expression))
        if placement is not None:
            self._count(expression, placement, times)

    def _declare(self, variable: Variable, times: float) -> None:
        if variable.kind not in {"parameter", "receiver"}:
            self._made[variable] = self._made.get(variable, 0.0) + times
        placement = self.placements.get(id(variable))
        if placement is not None:
            self._count(variable, placement, times)

    def _count(self, subject: Variable | Expression, placement: Placement, times: float) -> None:
        label = placement.label
        try:
            if self.on_heap(placement):
                made = object_of(subject, self.numbers, self.release)
            else:
                made, label = buckets_of(subject, self.numbers), f"buckets of {label}"
        except UnknownLengthError as error:
            if times:
                where = self.where(placement.position)
                self.open.setdefault(error.args[0], f"the size of {placement.label} at {where}")
            return
        if made.size and times:
            counted = self.counted.setdefault(id(subject), Counted(placement.position, label))
            counted.times += times * made.objects
            counted.size += times * made.size
            counted.pointers += times * made.pointers

    def _frame(self, function: FunctionObject) -> int:
        """Return the bytes of a function's frame: what lives in it, as if nothing shared a slot or a register."""
        size = 0
        for placement in self.within.get(function, ()):
            if self.on_heap(placement):
                size += 8
            elif isinstance(placement.subject, Variable):
                size += -(-size_of(placement.subject.type) // 8) * 8
            else:
                try:
                    size += round(frame_bytes(placement.subject, self.numbers, self.release))
                except UnknownLengthError:
                    size += 32  # strings of unknown length have a buffer of so much (go1.8 walk.go, tmpstringbufsize)
        return size + _CALL_BYTES


def _leaves(statement: Statement) -> bool:
    """Return whether a branch ends by leaving: then it is taken to be the exception."""
    if isinstance(statement, nodes.Block):
        if not statement.statements:
            return False
        return _leaves(statement.statements[-1])
    if isinstance(statement, nodes.ExpressionStatement):
        return isinstance(statement.expression, nodes.Builtin) and statement.expression.name == "panic"
    return isinstance(statement, _LEAVES)


def _expressions(parts: Iterable[Node | None]) -> list[Expression]:
    found: list[Expression] = []
    for part in parts:
        if isinstance(part, Expression):
            found.append(part)
        elif part is not None:
            found += _parts(part)
    return found


def _parts(node: Node | None) -> list[Expression]:
    """Return the expressions directly below a node."""
    found: list[Expression] = []
    for name in _fields(type(node)) if node is not None else ():
        value = getattr(node, name)
        if isinstance(value, Expression):
            found.append(value)
        elif isinstance(value, list):
            found += [part for part in value if isinstance(part, Expression)]
    return found


_FIELDS: dict[type, tuple[str, ...]] = {}


def _fields(kind: type) -> tuple[str, ...]:
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(name for cls in kind.__mro__ for name in getattr(cls, "__slots__", ()))
    return _FIELDS[kind]
