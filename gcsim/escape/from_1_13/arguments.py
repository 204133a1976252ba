"""How values flow into the parameters of a function and from its results.

Learnt from golang/go src/cmd/compile/internal/escape/call.go:27 and :424 at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.from_1_13.graph import Hole, Note
from gcsim.escape.from_1_13.keeping import converted, named, variable_hole
from gcsim.escape.from_1_13.leaks import EVERYTHING, NOTHING
from gcsim.escape.syntax.nodes import CompositeLiteral, FunctionLiteral, KeyValue, MethodOf
from gcsim.escape.types.model import Signature, Slice, underlying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gcsim.escape.from_1_13.keeping import Keeper
    from gcsim.escape.from_1_13.walker import Walker
    from gcsim.escape.syntax.nodes import Call, Expression
    from gcsim.escape.types.model import FunctionObject, Leak, Type

__all__ = ["leak_hole", "walk_arguments"]


def walk_arguments(
    walker: Walker, holes: list[Hole] | None, node: Call, callee: FunctionObject | None, keeper: Keeper
) -> None:
    """Walk what is called and every argument.

    Parameters
    ----------
    walker : Walker
        The walk.
    holes : list of Hole or None
        Where the results go; None where they are dropped.
    node : Call
        The call.
    callee : FunctionObject or None
        What it calls, where that is known.
    keeper : Keeper
        Keeps arguments in variables.
    """
    function = node.function
    if type(function) is FunctionLiteral and function.function is not None:
        walker.batch.called.add(function.function)
    if callee is not None and holes is not None and callee in walker.batch.members:
        for hole, result in zip(holes, callee.results, strict=False):
            walker.variable(hole, result)
    parameters = _parameter_holes(walker, holes, callee)
    kept = walker.survey.callees.get(node)
    if type(function) is MethodOf and not function.of_type:
        receiver = function.operand if kept is None else named(kept)
        _argument(walker, node, parameters[0] if parameters else walker.graph.heap_hole, receiver, keeper)
        parameters = parameters[1:]
    else:
        _argument(walker, node, walker.graph.blank_hole, function if kept is None else named(kept), keeper)
    for index, argument in enumerate(_packed(walker, node, callee)):
        hole = parameters[index] if index < len(parameters) else walker.graph.heap_hole
        _argument(walker, node, hole, argument, keeper)


def _parameter_holes(walker: Walker, holes: list[Hole] | None, callee: FunctionObject | None) -> list[Hole]:
    """Give the holes for receiver and parameters, none where nothing is known."""
    if callee is None:
        return []
    if callee in walker.batch.members:
        receiver = [] if callee.receiver is None else [callee.receiver]
        return [
            variable_hole(walker, variable if variable.name else None) for variable in [*receiver, *callee.parameters]
        ]
    leaks: Sequence[Leak] | None = callee.leaks
    if leaks is None:
        known = NOTHING if callee.body is None and "noescape" in callee.pragmas else EVERYTHING
        leaks = [known] * (len(callee.parameters) + 1)
    return [leak_hole(walker, leak, holes) for leak in leaks]


def leak_hole(walker: Walker, leak: Leak, holes: list[Hole] | None) -> Hole:
    """Give the hole for a parameter by what is known to become of it."""
    into: list[Hole] = []
    if leak.heap is not None:
        into.append(Hole(walker.graph.heap, leak.heap))
        if leak.heap == 0:
            return into[0]
    if holes is not None:
        for index, derefs in leak.results:
            if index < len(holes):
                target, more, notes, _ = holes[index]
                into.append(Hole(target, more + derefs, notes))
    return walker.tee(into)


def _packed(walker: Walker, node: Call, callee: FunctionObject | None) -> list[Expression]:
    """List the arguments: temporaries for what one call gives all of, variadic ones as one slice."""
    signature = _signature(node, callee)
    arguments = node.arguments
    temporaries = walker.survey.results.get(node)
    if temporaries is not None:
        types = _parameter_types(signature, len(temporaries.variables))
        arguments = [
            converted(variable, type_, temporaries.position)
            for variable, type_ in zip(temporaries.variables, types, strict=False)
        ]
    if signature is None or not signature.variadic or node.spread:
        return arguments
    fixed = len(signature.parameters) - 1
    if len(arguments) <= fixed:
        return arguments
    slice_ = CompositeLiteral(node.position, None, arguments[fixed:], packed=True)
    slice_.type = signature.parameters[-1]
    return [*arguments[:fixed], slice_]


def _signature(node: Call, callee: FunctionObject | None) -> Signature | None:
    function = node.function
    if callee is not None and type(function) is MethodOf and not function.of_type:
        return callee.signature
    signature = underlying(function.type) if function.type is not None else None
    return signature if type(signature) is Signature else None


def _parameter_types(signature: Signature | None, count: int) -> Sequence[Type | None]:
    """Give the types of so many arguments, those of a variadic parameter one by one."""
    if signature is None:
        return [None] * count
    types: list[Type | None] = list(signature.parameters)
    if signature.variadic:
        types.pop()
        last = underlying(signature.parameters[-1])
        types += [last.element if type(last) is Slice else last] * (count - len(types))
    return types


def _argument(walker: Walker, node: Call, hole: Hole, argument: Expression, keeper: Keeper) -> None:
    """Walk one argument into the hole of its parameter."""
    if keeper.keeps:
        if type(argument) is CompositeLiteral and argument.type is not None and _is_slice(argument):
            argument = _with_kept_elements(argument, keeper)
        else:
            argument = keeper.kept(argument, node.position)
    target, derefs, notes, address = hole
    walker.expression(Hole(target, derefs, Note(node, "call parameter", node.position, notes), address), argument)


def _is_slice(node: CompositeLiteral) -> bool:
    return node.type is not None and type(underlying(node.type)) is Slice


def _with_kept_elements(node: CompositeLiteral, keeper: Keeper) -> CompositeLiteral:
    """Give a slice literal with its elements kept in variables: the slice itself is made when the call is."""
    elements: list[Expression] = [
        keeper.kept(element.element if type(element) is KeyValue else element, node.position)
        for element in node.elements
    ]
    copy = CompositeLiteral(node.position, node.type_expression, elements, node.end, node.packed)
    copy.type = node.type
    return copy
