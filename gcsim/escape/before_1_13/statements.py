"""What each kind of statement lets flow (``esc``, golang/go src/cmd/compile/internal/gc/esc.go at go1.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.before_1_13.calls import call_arguments
from gcsim.escape.before_1_13.spots import (
    CALL,
    DOT_POINTER,
    INDIRECT,
    LITERAL,
    NAMES,
    SLICE,
    STATEMENT,
    Spot,
)
from gcsim.escape.syntax import nodes
from gcsim.escape.types.model import Array, Pointer, underlying

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gcsim.escape.before_1_13.builder import Builder
    from gcsim.escape.syntax.nodes import Expression, Node, Statement
    from gcsim.escape.types.model import Variable

__all__ = ["STATEMENTS"]

_ASSIGNED: Final[dict[type, str]] = {
    nodes.Receive: "assign-pair-receive",
    nodes.Index: "assign-pair-mapr",
    nodes.TypeAssertion: "assign-pair-dot-type",
}
"""What an explanation calls an assignment to two from one that gives a value and whether there is one."""


def _shown(builder: Builder, node: Node) -> Spot:
    return Spot(STATEMENT, node.position, None, None, node, builder.function)


def _block(builder: Builder, node: nodes.Block) -> None:
    builder.each(node.statements)


def _expression(builder: Builder, node: nodes.ExpressionStatement) -> None:
    builder.skipped(node.expression)


def _declared(builder: Builder, variables: Sequence[Variable]) -> None:
    for variable in variables:
        if variable.name != "_":
            builder.declare(variable)


def _variable_of(builder: Builder, variable: Variable) -> Spot | None:
    return None if variable.name == "_" else builder.named(variable, variable.position)


def _variables(builder: Builder, node: nodes.VariableDeclaration) -> None:
    variables, values = node.variables, node.values
    if len(values) == 1 and len(variables) > 1:
        _declared(builder, variables)
        _several(builder, [_variable_of(builder, variable) for variable in variables], values[0], node.position)
        return
    for number, variable in enumerate(variables):
        _declared(builder, (variable,))
        if number < len(values):
            source = builder.converted(values[number], node.position, values[-1])
            builder.assign(_variable_of(builder, variable), source, where=node.position)


def _several(builder: Builder, targets: Sequence[Spot | None], value: Expression, position: int) -> None:
    """Assign what one expression gives to several targets."""
    source = builder.operand(value)
    if type(value) in _ASSIGNED:
        target = targets[0]
        if target is not None:
            builder.assign(target, source, _ASSIGNED[type(value)], target, position)
        return
    why = "assign-pair" if type(value) is nodes.InlinedCall else "assign-pair-func-call"
    for target, result in zip(targets, source.results, strict=False):
        if target is not None:
            builder.assign(target, result, why, target, target.position)


def _assign(builder: Builder, node: nodes.Assign) -> None:
    _declared(builder, node.declared)
    targets, values = node.targets, node.values
    if len(targets) == 1 and len(values) == 1:
        target = builder.value(targets[0])
        source = builder.converted(values[0], node.position, values[0])
        if builder.rules.self_assignment and _is_self_assignment(target, source):
            function = builder.state.wording.function(builder.function)
            left = builder.state.wording.spot(target)
            position = builder.state.lines.end(values[0], node.position)
            builder.state.say(position, f"{function} ignoring self-assignment to {left}")
            return
        builder.assign(target, source, where=node.position)
        return
    stores = [builder.value(target) for target in targets]
    if len(values) == 1:
        _several(builder, stores, values[0], node.position)
        return
    loads = [builder.converted(value, node.position, values[-1]) for value in values]
    for target, source in zip(stores, loads, strict=False):
        if target is not None:
            builder.assign(target, source, "assign-pair", target, target.position)


def _is_self_assignment(target: Spot | None, source: Spot | None) -> bool:
    """Say whether a pointer's slice is cut and stored back, ``b.buf = b.buf[i:j]``: no new pointer is stored."""
    if target is None or source is None or target.kind not in (INDIRECT, DOT_POINTER) or source.kind != SLICE:
        return False
    sliced = source.left
    base = target.left
    return (
        sliced is not None
        and sliced.kind in (INDIRECT, DOT_POINTER)
        and base is not None
        and base.kind in NAMES
        and base is sliced.left
    )


def _assign_operation(builder: Builder, node: nodes.AssignOperation) -> None:
    target = builder.value(node.target)
    source = builder.converted(node.operand, node.position, node.operand)
    builder.assign(target, source, where=node.position)


def _send(builder: Builder, node: nodes.Send) -> None:
    builder.skipped(node.channel)
    builder.leak(builder.converted(node.value, node.position, node.value), "send", _shown(builder, node))


def _return(builder: Builder, node: nodes.Return) -> None:
    results = builder.function.results
    if len(node.results) == 1 and len(results) > 1:
        sources: Sequence[Spot] = builder.operand(node.results[0]).results
    else:
        lines = builder.state.lines
        sources = builder.in_line(node.results, lambda: lines.end(node.results[-1], node.position))
    for variable, source in zip(results, sources, strict=False):
        target = builder.variable(variable)
        builder.assign(target, source, "return", target, node.position)


def _if(builder: Builder, node: nodes.If) -> None:
    builder.statement(node.init)
    builder.skipped(node.condition)
    builder.each(node.then.statements)
    builder.statement(node.otherwise)


def _for(builder: Builder, node: nodes.For) -> None:
    builder.statement(node.init)
    builder.depth += 1
    builder.skipped(node.condition)
    builder.statement(node.post)
    builder.each(node.body.statements)
    builder.depth -= 1


def _range(builder: Builder, node: nodes.Range) -> None:
    _declared(builder, node.declared)
    builder.depth += 1
    source = builder.operand(node.operand)
    builder.each(node.body.statements)
    if node.key is not None:
        builder.skipped(node.key)
    element = None if node.element is None else builder.value(node.element)
    builder.depth -= 1
    if element is None:
        return
    type_ = None if node.operand.type is None else underlying(node.operand.type)
    if type(type_) is Array:
        builder.assign(element, source, "range", element, node.position)
    elif builder.rules.contents:
        if source.kind != LITERAL:
            builder.assign(element, builder.dereferenced(source), "range-deref", element, node.position)
    elif type(type_) is Pointer:
        builder.assign(element, source, "range", element, node.position)


def _switch(builder: Builder, node: nodes.Switch) -> None:
    builder.statement(node.init)
    builder.skipped(node.tag)
    for case in node.cases:
        builder.each(case.body)
        for expression in case.expressions or ():
            builder.skipped(_unconverted(expression))


def _type_switch(builder: Builder, node: nodes.TypeSwitch) -> None:
    builder.statement(node.init)
    for case in node.cases:
        if case.variable is not None:
            builder.variable(case.variable).depth = builder.depth
    source = builder.operand(node.operand)
    for case in node.cases:
        builder.each(case.body)
    for case in node.cases:
        if case.variable is not None:
            target = builder.variable(case.variable)
            builder.assign(target, source, "switch case", target, node.position)


def _select(builder: Builder, node: nodes.Select) -> None:
    for case in node.cases:
        _communication(builder, case.communication)
        builder.each(case.body)


def _communication(builder: Builder, statement: Statement | None) -> None:
    """Walk a clause's send or receive; nothing flows by a receive, what is received has leaked when it was sent.

    What is received is converted later than the analysis (``typecheckselect``, select.go at go1.8).
    """
    if type(statement) is nodes.Assign:
        _declared(builder, statement.declared)
        for target in statement.targets[:1]:
            builder.skipped(target)
        for value in statement.values:
            builder.skipped(_unconverted(value))
        for target in statement.targets[1:]:
            builder.skipped(target)
    elif statement is not None:
        builder.statement(statement)


def _unconverted(node: Expression) -> Expression:
    """Leave out a conversion that the text does not have."""
    return node.operand if type(node) is nodes.Convert and node.implicit else node


def _go(builder: Builder, node: nodes.Go) -> None:
    _taken_along(builder, node, node.call, "go func")


def _defer(builder: Builder, node: nodes.Defer) -> None:
    if builder.depth == 1:
        builder.skipped(node.call)
    else:
        _taken_along(builder, node, node.call, "defer func")


def _taken_along(builder: Builder, node: Node, called: Expression, why: str) -> None:
    """Leak what a goroutine or a deferred call in a loop takes along."""
    shown = _shown(builder, node)
    if type(called) is nodes.Builtin:
        arguments = [_unconverted(argument) if called.name == "panic" else argument for argument in called.arguments]
        for operand in [builder.operand(argument) for argument in arguments]:
            builder.leak(operand, f"{why} arg", shown)
        return
    spot = builder.operand(called)
    if spot.kind != CALL:
        return
    function, ellipsis, *passed = call_arguments(spot)
    builder.leak(function, why, shown)
    builder.leak(ellipsis, f"{why} ...", shown)
    for argument in passed:
        builder.leak(argument, f"{why} arg", shown)


def _labeled(builder: Builder, node: nodes.Labeled) -> None:
    if node.name in builder.state.surveys[builder.function].looping:
        builder.depth += 1
    builder.statement(node.statement)


STATEMENTS: Final[dict[type, Callable[[Builder, Any], None]]] = {
    nodes.Block: _block,
    nodes.ExpressionStatement: _expression,
    nodes.VariableDeclaration: _variables,
    nodes.Assign: _assign,
    nodes.AssignOperation: _assign_operation,
    nodes.Send: _send,
    nodes.Return: _return,
    nodes.If: _if,
    nodes.For: _for,
    nodes.Range: _range,
    nodes.Switch: _switch,
    nodes.TypeSwitch: _type_switch,
    nodes.Select: _select,
    nodes.Go: _go,
    nodes.Defer: _defer,
    nodes.Labeled: _labeled,
}
"""What to do with each kind of statement; the others do nothing with values."""
