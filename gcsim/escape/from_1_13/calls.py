"""How values flow through calls: functions, methods, builtins, inlined bodies, methods as values.

Learnt from golang/go src/cmd/compile/internal/escape/call.go and expr.go at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.from_1_13.arguments import leak_hole, walk_arguments
from gcsim.escape.from_1_13.callees import static_callee
from gcsim.escape.from_1_13.keeping import Keeper, keep, named, variable_hole
from gcsim.escape.from_1_13.leaks import EVERYTHING
from gcsim.escape.syntax.nodes import Assign, Builtin, Call, InlinedCall, MethodOf
from gcsim.escape.types.model import Basic, Channel, Slice, Tuple, underlying

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.from_1_13.graph import Hole
    from gcsim.escape.from_1_13.walker import Walker
    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.types.model import FunctionObject, Type, Variable

__all__ = [
    "BUILTINS",
    "builtin",
    "call",
    "call_expression",
    "callee_of",
    "discarded",
    "inlined_call",
    "method_value",
    "prepare",
    "prepare_results",
    "results_into",
]


def call_expression(walker: Walker, hole: Hole, node: Call) -> None:
    """Walk a call whose one result flows into a hole."""
    call(walker, [hole], node)


def call(walker: Walker, holes: list[Hole] | None, node: Expression) -> None:
    """Walk a call of any kind.

    Parameters
    ----------
    walker : Walker
        The walk.
    holes : list of Hole or None
        Where each result goes; None where they are dropped.
    node : Expression
        A `Call`, `InlinedCall` or `Builtin`; anything else is a value that is dropped.
    """
    if type(node) is Call:
        prepare(walker, node)
        callee = callee_of(walker, node)
        walk_arguments(walker, holes, node, callee, Keeper(walker, callee, later=False))
    elif type(node) is Builtin:
        builtin(walker, holes[0] if holes else walker.graph.blank_hole, node)
    elif type(node) is InlinedCall:
        _inlined(walker, holes, node)
    else:
        walker.discard(node)


def callee_of(walker: Walker, node: Call) -> FunctionObject | None:
    """Give the function that a call calls, None where it is not known before the program runs."""
    return static_callee(node, walker.batch.surveys.definitions, walker.function)


def prepare(walker: Walker, node: Call) -> None:
    """Let what goes into a call's temporaries flow there."""
    variable = walker.survey.callees.get(node)
    if variable is not None:
        keep(walker, variable, _base(node), node.position, define=True)
    prepare_results(walker, node)


def _base(node: Call) -> Expression:
    """Give what a call is made on: the receiver of a method, else what is called."""
    function = node.function
    return function.operand if type(function) is MethodOf and not function.of_type else function


def prepare_results(walker: Walker, node: Call | Builtin) -> None:
    """Let the results of a call flow into the temporaries that serve as arguments of another."""
    temporaries = walker.survey.results.get(node)
    if temporaries is not None:
        results_into(walker, temporaries.variables, node.arguments[0])


def results_into(walker: Walker, variables: list[Variable], value: Expression) -> None:
    """Let the results of a call flow into temporaries."""
    for variable in variables:
        walker.declare(variable)
    call(walker, [variable_hole(walker, variable) for variable in variables], value)


def inlined_call(walker: Walker, hole: Hole, node: InlinedCall) -> None:
    """Walk an inlined body whose one result flows into a hole."""
    _inlined(walker, [hole], node)


def _inlined(walker: Walker, holes: list[Hole] | None, node: InlinedCall) -> None:
    """Walk the statements that take a call's place: temporaries, arguments to copies of parameters, the body."""
    kept = walker.survey.callees.get(node.call)
    if kept is not None:
        receiver = _base(node.call)
        keep(walker, kept, receiver, node.call.position, define=True)
        _pass_kept(node, receiver, kept)
    walker.statements(node.prologue)
    walker.statements(node.body)
    for index, result in enumerate(node.results):
        hole = holes[index] if holes is not None and index < len(holes) else walker.graph.blank_hole
        walker.expression(hole, result)


def _pass_kept(node: InlinedCall, receiver: Expression, kept: Variable) -> None:
    """Let an inlined method take its receiver from the temporary that holds it."""
    for statement in node.prologue:
        if type(statement) is Assign:
            statement.values[:] = [named(kept) if value is receiver else value for value in statement.values]


def method_value(walker: Walker, hole: Hole, node: MethodOf) -> None:
    """Walk ``x.m`` as a value: the receiver is held by what is made, and flows where a call would take it."""
    closure = walker.spill(hole, node)
    method = node.method
    heap = walker.graph.heap_hole
    if method is None:
        receiver = heap
    elif method in walker.batch.members:
        receiver = variable_hole(walker, method.receiver if method.receiver and method.receiver.name else None)
    else:
        leak = method.leaks[0] if method.leaks else EVERYTHING
        receiver = leak_hole(walker, leak, [heap] * len(method.results))
    walker.expression(walker.tee([receiver, closure]), node.operand)


# ------------------------------------------------------------------------------------------------ builtins


def builtin(walker: Walker, hole: Hole, node: Builtin) -> None:
    """Walk a call of a builtin whose value flows into a hole."""
    prepare_results(walker, node)
    BUILTINS.get(node.name, discarded)(walker, hole, node)


def _call_parameter(walker: Walker, hole: Hole, node: Builtin, argument: Expression) -> None:
    walker.expression(walker.noted(hole, node, "call parameter"), argument)


def discarded(walker: Walker, _: Hole, node: Builtin) -> None:
    """Walk the arguments of a builtin that keeps none of them."""
    for argument in node.arguments:
        if argument.value is None and type(argument.type) is not Tuple:
            _call_parameter(walker, walker.graph.blank_hole, node, argument)


def _has_pointers_inside(walker: Walker, type_: Type | None) -> bool:
    slice_ = underlying(type_) if type_ is not None else None
    return type(slice_) is not Slice or walker.has_pointers(slice_.element)


def _append(walker: Walker, hole: Hole, node: Builtin) -> None:
    first, *rest = node.arguments
    heap = walker.graph.heap_hole
    into = hole
    if _has_pointers_inside(walker, first.type):
        into = walker.tee([hole, walker.shifted(heap, 1, node, "appendee slice")])
    _call_parameter(walker, into, node, first)
    if node.spread:
        for argument in rest:
            type_ = underlying(argument.type) if argument.type is not None else None
            appended = walker.graph.blank_hole
            if not (type(type_) is Basic and type_.kind != "invalid") and _has_pointers_inside(walker, argument.type):
                appended = walker.shifted(heap, 1, node, "appended slice...")
            _call_parameter(walker, appended, node, argument)
    else:
        for argument in rest:
            _call_parameter(walker, heap, node, argument)


def _copy(walker: Walker, _: Hole, node: Builtin) -> None:
    if len(node.arguments) != 2:  # noqa: PLR2004 - copy(f()), of which the temporaries hold everything
        discarded(walker, _, node)
        return
    target, source = node.arguments
    _call_parameter(walker, walker.graph.blank_hole, node, target)
    copied = walker.graph.blank_hole
    type_ = underlying(source.type) if source.type is not None else None
    if not (type(type_) is Basic and type_.kind != "invalid") and _has_pointers_inside(walker, source.type):
        copied = walker.shifted(walker.graph.heap_hole, 1, node, "copied slice")
    _call_parameter(walker, copied, node, source)


def _panic(walker: Walker, _: Hole, node: Builtin) -> None:
    for argument in node.arguments:
        _call_parameter(walker, walker.graph.heap_hole, node, argument)


def _unsafe_pointer(walker: Walker, hole: Hole, node: Builtin) -> None:
    _call_parameter(walker, hole, node, node.arguments[0])
    for argument in node.arguments[1:]:
        _call_parameter(walker, walker.graph.blank_hole, node, argument)


def _make(walker: Walker, hole: Hole, node: Builtin) -> None:
    if node.made is None or type(underlying(node.made)) is not Channel:
        walker.spill(hole, node)
    else:
        walker.batch.channels.append((node, walker.function))
    for argument in node.arguments:
        walker.discard(argument)


def _new(walker: Walker, hole: Hole, node: Builtin) -> None:
    walker.spill(hole, node)


BUILTINS: Final[dict[str, Callable[[Walker, Hole, Builtin], None]]] = {
    "append": _append,
    "copy": _copy,
    "panic": _panic,
    "make": _make,
    "new": _new,
    "Add": _unsafe_pointer,
    "Slice": _unsafe_pointer,
}
