"""One walk over each function's body: whom it calls, which variables change, and where closures first use theirs.

The calls stand in the order in which the compiler's own search for groups meets them (``visitcode``, golang/go
src/cmd/compile/internal/gc/esc.go at go1.8), which is not that of the text everywhere: a ``for`` loop's post statement
comes before its body.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.before_1_13.lines import Lines, read_last
from gcsim.escape.syntax import nodes
from gcsim.escape.types.model import Array, FunctionObject, Variable, underlying

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gcsim.escape.syntax.nodes import Expression, Node

__all__ = ["Changes", "Survey", "outer_variable", "survey"]


@dataclass(slots=True)
class Changes:
    """What happens to variables anywhere in a package.

    Attributes
    ----------
    assigned : set of Variable
        Assigned, in whole or in part, other than where they are declared; those that ``range`` declares change too.
    addressed : set of Variable
        Of these, or of parts of them, the address is taken.
    declared_at : dict of Variable to int
        Where messages say that a variable is, if it is declared with a value.
    """

    assigned: set[Variable] = field(default_factory=set)
    addressed: set[Variable] = field(default_factory=set)
    declared_at: dict[Variable, int] = field(default_factory=dict)


@dataclass(slots=True)
class Survey:
    """What one function's body holds, apart from the bodies of literals inside it.

    Attributes
    ----------
    function : FunctionObject
        The function.
    callees : list of FunctionObject
        Declared functions that it calls and literals that it makes, in the order of the search for groups.
    declared : list of Variable
        The variables declared in it.
    looping : set of str
        Its labels to which a ``goto`` jumps back.
    uses : dict of Variable to int
        Where a literal first uses each variable that it captures.
    """

    function: FunctionObject
    callees: list[FunctionObject] = field(default_factory=list)
    declared: list[Variable] = field(default_factory=list)
    looping: set[str] = field(default_factory=set)
    uses: dict[Variable, int] = field(default_factory=dict)


def survey(function: FunctionObject, changes: Changes, lines: Lines) -> Survey:
    """Look through a function's body.

    Parameters
    ----------
    function : FunctionObject
        A declared function or a literal.
    changes : Changes
        What is found of variables is entered here.
    lines : Lines
        Of the package.

    Returns
    -------
    Survey
        Empty where there is no body.
    """
    surveyor = _Surveyor(function, changes, lines)
    if function.body is not None:
        surveyor.each(function.body.statements)
    return surveyor.found


def outer_variable(node: Expression) -> Variable | None:
    """Give the variable that holds what an expression stands for: ``x`` of ``x.f`` and of ``x[i]`` of an array."""
    while True:
        kind = type(node)
        if kind is nodes.Name:
            return node.object if isinstance(node.object, Variable) else None  # type: ignore[attr-defined]
        if (kind is nodes.FieldOf and not node.through_pointer) or (kind is nodes.Index and _of_array(node)):  # type: ignore[attr-defined]
            node = node.operand  # type: ignore[attr-defined]
        else:
            return None


def _of_array(node: Any) -> bool:  # noqa: ANN401  # an index expression by its class
    type_ = node.operand.type
    return not node.through_pointer and type_ is not None and isinstance(underlying(type_), Array)


class _Surveyor:
    __slots__ = ("captures", "changes", "found", "labels", "lines")

    def __init__(self, function: FunctionObject, changes: Changes, lines: Lines) -> None:
        self.found = Survey(function)
        self.lines = lines
        self.changes = changes
        self.captures = set(function.captures)
        self.labels: set[str] = set()

    def each(self, children: Iterable[Node]) -> None:
        for child in children:
            visit = _VISITS.get(type(child))
            if visit is not None:
                visit(self, child)

    def one(self, child: Node | None) -> None:
        if child is not None:
            visit = _VISITS.get(type(child))
            if visit is not None:
                visit(self, child)

    def assigned(self, target: Expression) -> None:
        variable = outer_variable(target)
        if variable is not None:
            self.changes.assigned.add(variable)


def _name(self: _Surveyor, node: nodes.Name) -> None:
    uses = self.found.uses
    if node.object in self.captures and node.object not in uses:
        uses[node.object] = node.position


def _literal(self: _Surveyor, node: nodes.FunctionLiteral) -> None:
    literal = node.function
    if literal is None:
        return
    uses = self.found.uses
    for variable in literal.captures:
        if variable in self.captures and variable not in uses:
            uses[variable] = literal.end
    self.found.callees.append(literal)


def _call(self: _Surveyor, node: nodes.Call) -> None:
    function = node.function
    self.one(function)
    self.each(node.arguments)
    callee = getattr(function, "object", None) if type(function) is nodes.Name else None
    if type(function) is nodes.MethodOf and not function.of_type:
        callee = function.method
    if isinstance(callee, FunctionObject):
        self.found.callees.append(callee)


def _method(self: _Surveyor, node: nodes.MethodOf) -> None:
    if not node.of_type:
        self.one(node.operand)


def _operand(self: _Surveyor, node: Any) -> None:  # noqa: ANN401  # one of several kinds with an operand
    self.one(node.operand)


def _address(self: _Surveyor, node: nodes.AddressOf) -> None:
    variable = outer_variable(node.operand)
    if variable is not None:
        self.changes.addressed.add(variable)
    self.one(node.operand)


def _index(self: _Surveyor, node: nodes.Index) -> None:
    self.one(node.operand)
    self.one(node.index)


def _slice(self: _Surveyor, node: nodes.SliceOf) -> None:
    self.one(node.operand)
    self.one(node.low)
    self.one(node.high)
    self.one(node.maximum)


def _binary(self: _Surveyor, node: nodes.Binary) -> None:
    chain = [node.right]
    left = node.left
    while type(left) is nodes.Binary:
        chain.append(left.right)
        left = left.left
    self.one(left)
    self.each(reversed(chain))


def _concat(self: _Surveyor, node: nodes.Concat) -> None:
    self.each(node.operands)


def _builtin(self: _Surveyor, node: nodes.Builtin) -> None:
    self.each(node.arguments)


def _composite(self: _Surveyor, node: nodes.CompositeLiteral) -> None:
    for element in node.elements:
        if type(element) is nodes.KeyValue:
            if element.field is None:
                self.one(element.key)
            self.one(element.element)
        else:
            self.one(element)


def _inlined(self: _Surveyor, node: nodes.InlinedCall) -> None:
    self.each(node.prologue)
    self.each(node.body)


def _block(self: _Surveyor, node: nodes.Block) -> None:
    self.each(node.statements)


def _expression_statement(self: _Surveyor, node: nodes.ExpressionStatement) -> None:
    self.one(node.expression)


def _assign(self: _Surveyor, node: nodes.Assign) -> None:
    self.each(node.targets)
    self.each(node.values)
    declared = node.declared
    if declared:
        self.found.declared += declared
        position = read_last(node.values[-1], node.position)
        self.changes.declared_at.update(dict.fromkeys(declared, position))
    for target in node.targets:
        variable = outer_variable(target)
        if variable is not None and not (type(target) is nodes.Name and variable in declared):
            self.changes.assigned.add(variable)


def _assign_operation(self: _Surveyor, node: nodes.AssignOperation) -> None:
    self.one(node.target)
    self.one(node.operand)
    self.assigned(node.target)


def _variables(self: _Surveyor, node: nodes.VariableDeclaration) -> None:
    self.found.declared += node.variables
    if node.values:
        position = self.lines.end(node.values[-1], node.position)
        self.changes.declared_at.update(dict.fromkeys(node.variables, position))
    self.each(node.values)


def _send(self: _Surveyor, node: nodes.Send) -> None:
    self.one(node.channel)
    self.one(node.value)


def _return(self: _Surveyor, node: nodes.Return) -> None:
    self.each(node.results)


def _if(self: _Surveyor, node: nodes.If) -> None:
    self.one(node.init)
    self.one(node.condition)
    self.each(node.then.statements)
    self.one(node.otherwise)


def _for(self: _Surveyor, node: nodes.For) -> None:
    self.one(node.init)
    self.one(node.condition)
    self.one(node.post)
    self.each(node.body.statements)


def _range(self: _Surveyor, node: nodes.Range) -> None:
    self.one(node.operand)
    self.one(node.key)
    self.one(node.element)
    self.found.declared += node.declared
    self.changes.assigned.update(node.declared)
    for target in (node.key, node.element):
        if target is not None:
            self.assigned(target)
    self.each(node.body.statements)


def _switch(self: _Surveyor, node: nodes.Switch) -> None:
    self.one(node.init)
    self.one(node.tag)
    for case in node.cases:
        self.each(case.expressions or ())
        self.each(case.body)


def _type_switch(self: _Surveyor, node: nodes.TypeSwitch) -> None:
    self.one(node.init)
    self.one(node.operand)
    for case in node.cases:
        if case.variable is not None:
            self.found.declared.append(case.variable)
        self.each(case.body)


def _select(self: _Surveyor, node: nodes.Select) -> None:
    for case in node.cases:
        self.one(case.communication)
        self.each(case.body)


def _go(self: _Surveyor, node: nodes.Go) -> None:
    self.one(node.call)


def _labeled(self: _Surveyor, node: nodes.Labeled) -> None:
    self.labels.add(node.name)
    self.one(node.statement)


def _branch(self: _Surveyor, node: nodes.Branch) -> None:
    if node.kind == "goto" and node.label in self.labels:
        self.found.looping.add(node.label)


_VISITS: Final[dict[type, Callable[[_Surveyor, Any], None]]] = {
    nodes.Name: _name,
    nodes.FunctionLiteral: _literal,
    nodes.Call: _call,
    nodes.MethodOf: _method,
    nodes.FieldOf: _operand,
    nodes.Dereference: _operand,
    nodes.Unary: _operand,
    nodes.Receive: _operand,
    nodes.Convert: _operand,
    nodes.TypeAssertion: _operand,
    nodes.AddressOf: _address,
    nodes.Index: _index,
    nodes.SliceOf: _slice,
    nodes.Binary: _binary,
    nodes.Concat: _concat,
    nodes.Builtin: _builtin,
    nodes.CompositeLiteral: _composite,
    nodes.InlinedCall: _inlined,
    nodes.Block: _block,
    nodes.ExpressionStatement: _expression_statement,
    nodes.Assign: _assign,
    nodes.AssignOperation: _assign_operation,
    nodes.VariableDeclaration: _variables,
    nodes.Send: _send,
    nodes.Return: _return,
    nodes.If: _if,
    nodes.For: _for,
    nodes.Range: _range,
    nodes.Switch: _switch,
    nodes.TypeSwitch: _type_switch,
    nodes.Select: _select,
    nodes.Go: _go,
    nodes.Defer: _go,
    nodes.Labeled: _labeled,
    nodes.Branch: _branch,
}
"""What to do with each kind of node; the others hold nothing that matters."""
