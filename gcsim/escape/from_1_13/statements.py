"""How values flow through statements.

Learnt from golang/go src/cmd/compile/internal/escape/stmt.go and assign.go at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.findings import Diagnostic
from gcsim.escape.from_1_13.calls import call, results_into
from gcsim.escape.from_1_13.expressions import asserted, uncompared, unsafe_value
from gcsim.escape.from_1_13.graph import Hole
from gcsim.escape.from_1_13.headers import is_data_of_header
from gcsim.escape.from_1_13.keeping import converted, named, variable_hole
from gcsim.escape.from_1_13.later import call_later
from gcsim.escape.from_1_13.selfassign import is_self_assignment
from gcsim.escape.syntax.nodes import (
    Assign,
    AssignOperation,
    Block,
    Builtin,
    Call,
    Defer,
    ExpressionStatement,
    FieldOf,
    For,
    Go,
    If,
    Index,
    InlinedCall,
    Labeled,
    Name,
    Range,
    Receive,
    Return,
    Select,
    Send,
    Switch,
    TypeAssertion,
    TypeSwitch,
    VariableDeclaration,
)
from gcsim.escape.types.model import Array, Map, Variable, underlying

if TYPE_CHECKING:
    from gcsim.escape.from_1_13.walker import Statements, Walker
    from gcsim.escape.syntax.nodes import Expression, Statement

__all__ = ["STATEMENTS", "declared_by", "reassigned", "target_hole"]

_CALLS: Final = frozenset({Call, InlinedCall})
_SEVERAL: Final[dict[type, str]] = {
    TypeAssertion: "assign-pair-dot-type",
    Index: "assign-pair-mapr",
    Receive: "assign-pair-receive",
}


# ------------------------------------------------------------------------------------------------- targets


def target_hole(walker: Walker, node: Expression | None) -> Hole:
    """Walk what is assigned to, and give the hole for storing into it."""
    while node is not None:
        if type(node) is Name:
            variable = node.object
            return variable_hole(walker, variable if type(variable) is Variable else None)
        if type(node) is FieldOf and not node.through_pointer:
            node = node.operand
        elif type(node) is Index:
            type_ = None if node.operand.type is None else underlying(node.operand.type)
            if type(type_) is Map:
                walker.discard(node.operand)
                walker.to_heap(node.index, node, "key of map put")
                return walker.graph.heap_hole
            walker.discard(node.index)
            if type(type_) is not Array or node.through_pointer:
                walker.discard(node.operand)
                return walker.graph.heap_hole
            node = node.operand
        else:
            walker.discard(node)
            return walker.graph.heap_hole
    return walker.graph.blank_hole


def _assign_each(
    walker: Walker, where: Statement, targets: list[Expression], values: list[Expression], why: str
) -> None:
    """Assign values to targets, fewer values than targets where the first stands for more."""
    holes = [target_hole(walker, target) for target in targets]
    for hole, target, value in zip(holes, targets, values, strict=False):
        if type(target) is FieldOf and target.through_pointer and is_data_of_header(target):
            unsafe_value(walker, walker.noted(walker.graph.heap_hole, where, why), value)
            continue
        into = hole
        if type(target) is not Name and is_self_assignment(target, value):
            _ignored(walker, where)
            into = walker.graph.blank_hole
        if value.value is None:
            walker.expression(walker.noted(into, where, why), value)
    reassigned(holes, declared_by(where))


def _declare(walker: Walker, variables: list[Variable]) -> None:
    for variable in variables:
        walker.declare(variable)


def _ignored(walker: Walker, where: Statement) -> None:
    wording = walker.batch.wording
    text = f"{wording.function(walker.function)} ignoring self-assignment in {wording.text(where)}"
    walker.batch.diagnostics.append(Diagnostic(where.position, text))


def declared_by(where: Statement) -> list[Variable]:
    """List the variables that a statement makes, to which it is therefore the first assignment."""
    return where.declared if type(where) is Assign and where.define else []


def reassigned(holes: list[Hole], first: list[Variable]) -> None:
    """Note that variables other than those of ``first`` change after their declaration."""
    for hole in holes:
        location = hole[0]
        if location.subject not in first:
            location.reassigned = True


# --------------------------------------------------------------------------------------------- assignments


def _assign(walker: Walker, node: Assign) -> None:
    if node.define:
        _declare(walker, node.declared)
    targets, values = node.targets, node.values
    if len(targets) == len(values):
        _assign_each(walker, node, targets, values, "assign" if len(targets) == 1 else "assign-pair")
        return
    value = values[0]
    kind = type(value)
    if kind in _CALLS:
        _assign_results(walker, node, targets, value)
    else:
        _assign_each(walker, node, targets, values, _SEVERAL.get(kind, "assign-pair"))


def _assign_results(walker: Walker, node: Assign, targets: list[Expression], value: Expression) -> None:
    """Assign the results of one call, by temporaries where they are of other types."""
    temporaries = walker.survey.results.get(node)
    if temporaries is None:
        holes = [target_hole(walker, target) for target in targets]
        call(walker, holes, value)
    else:
        results_into(walker, temporaries.variables, value)
        where = Assign(node.position, node.targets, list(map(named, temporaries.variables)), node.define, node.declared)
        holes = [target_hole(walker, target) for target in targets]
        for hole, target, variable in zip(holes, targets, temporaries.variables, strict=True):
            walker.expression(
                walker.noted(hole, where, "assign-pair"),
                converted(variable, target.type, temporaries.position),
            )
    reassigned(holes, declared_by(node))


def _variables(walker: Walker, node: VariableDeclaration) -> None:
    variables, values = node.variables, node.values
    if len(variables) == len(values):
        for variable, value in zip(variables, values, strict=True):
            walker.declare(variable)
            if value.value is None:
                hole = variable_hole(walker, variable)
                walker.expression(walker.noted(hole, _single(node, variable, value), "assign"), value)
        return
    _declare(walker, variables)
    if not values:
        return
    value = values[0]
    temporaries = walker.survey.results.get(node)
    if temporaries is not None:
        results_into(walker, temporaries.variables, value)
        for variable, result in zip(variables, temporaries.variables, strict=True):
            walker.expression(
                walker.noted(variable_hole(walker, variable), node, "assign-pair"),
                converted(result, variable.type, temporaries.position),
            )
        return
    holes = [variable_hole(walker, variable) for variable in variables]
    if type(value) in _CALLS:
        call(walker, holes, value)
    elif value.value is None:
        walker.expression(walker.noted(holes[0], node, _SEVERAL.get(type(value), "assign-pair")), value)


def _single(node: VariableDeclaration, variable: Variable, value: Expression) -> Statement:
    """Give the part of a declaration that makes one variable."""
    if len(node.variables) == 1:
        return node
    return VariableDeclaration(
        node.position, [(variable.position, variable.name)], node.type_expression, [value], [variable]
    )


def _assign_operation(walker: Walker, node: AssignOperation) -> None:
    _assign_each(walker, node, [node.target], [node.operand], "assign")


def _send(walker: Walker, node: Send) -> None:
    walker.discard(node.channel)
    if node.value.value is None:
        walker.to_heap(node.value, node, "send")


def _return(walker: Walker, node: Return) -> None:
    holes = [variable_hole(walker, result) for result in walker.function.results]
    temporaries = walker.survey.results.get(node)
    if temporaries is not None:
        results_into(walker, temporaries.variables, node.results[0])
        where = Return(node.position, list(map(named, temporaries.variables)))
        for hole, result, variable in zip(holes, walker.function.results, temporaries.variables, strict=True):
            value = converted(variable, result.type, temporaries.position)
            walker.expression(walker.noted(hole, where, "return"), value)
    else:
        for hole, value in zip(holes, node.results, strict=False):
            if value.value is None:
                walker.expression(walker.noted(hole, node, "return"), value)
    reassigned(holes, [])


# ---------------------------------------------------------------------------------------------- the others


def _expression(walker: Walker, node: ExpressionStatement) -> None:
    expression = node.expression
    if type(expression) in _CALLS or type(expression) is Builtin:
        call(walker, None, expression)
    else:
        walker.discard(expression)


def _block(walker: Walker, node: Block) -> None:
    walker.statements(node.statements)


def _if(walker: Walker, node: If) -> None:
    depths = []
    while True:
        walker.statement(node.init)
        walker.discard(node.condition)
        walker.block(node.then.statements)
        depths.append(walker.depth)
        if type(node.otherwise) is not If:
            break
        node = node.otherwise
    if type(node.otherwise) is Block:
        walker.block(node.otherwise.statements)
    walker.depth = depths[0]


def _for(walker: Walker, node: For) -> None:
    walker.statement(node.init)
    walker.depth += 1
    walker.discard(node.condition)
    walker.statement(node.post)
    walker.block(node.body.statements)
    walker.depth -= 1


def _range(walker: Walker, node: Range) -> None:
    _declare(walker, node.declared)
    ranged = walker.new_location(None, transient=False)
    walker.expression(Hole(ranged), node.operand)
    walker.depth += 1
    key = target_hole(walker, node.key)
    element = target_hole(walker, node.element)
    type_ = underlying(node.operand.type) if node.operand.type is not None else None
    place = walker.survey.places.get(node, 0)
    if type(type_) is Array:
        walker.graph.flow(walker.noted(element, node, "range", place), ranged)
    else:
        walker.graph.flow(walker.shifted(element, 1, node, "range-deref", place), ranged)
    reassigned([key, element], [])
    walker.block(node.body.statements)
    walker.depth -= 1


def _switch(walker: Walker, node: Switch) -> None:
    walker.statement(node.init)
    walker.discard(node.tag)
    for case in node.cases:
        for expression in case.expressions or ():
            walker.discard(uncompared(expression))
        walker.block(case.body)


def _type_switch(walker: Walker, node: TypeSwitch) -> None:
    walker.statement(node.init)
    holes = []
    for case in node.cases:
        variable = case.variable
        if variable is not None:
            walker.declare(variable)
            if walker.has_pointers(variable.type):
                holes.append(asserted(walker, variable_hole(walker, variable), variable.type, case, "switch case"))
    walker.expression(walker.tee(holes), node.operand)
    for case in node.cases:
        walker.block(case.body)


def _select(walker: Walker, node: Select) -> None:
    for case in node.cases:
        walker.statement(case.communication)
        walker.block(case.body)


def _go(walker: Walker, node: Go) -> None:
    call_later(walker, node, defers=False)


def _defer(walker: Walker, node: Defer) -> None:
    call_later(walker, node, defers=True)


def _labeled(walker: Walker, node: Labeled) -> None:
    if node in walker.survey.looping:
        walker.depth += 1
    walker.statement(node.statement)


STATEMENTS: Final[Statements] = {
    Assign: _assign,
    VariableDeclaration: _variables,
    AssignOperation: _assign_operation,
    Send: _send,
    Return: _return,
    ExpressionStatement: _expression,
    Block: _block,
    If: _if,
    For: _for,
    Range: _range,
    Switch: _switch,
    TypeSwitch: _type_switch,
    Select: _select,
    Go: _go,
    Defer: _defer,
    Labeled: _labeled,
}
"""What each kind of statement lets flow; those that are missing let nothing flow."""
