"""Calls: what is passed flows by what is known of the callee.

Learnt from ``esccall`` and ``escassignfromtag``, golang/go src/cmd/compile/internal/gc/esc.go at go1.8, and what they
were before. Of a function of the same group the parameters themselves are known; of one analysed before, or of another
package, its summary; of a value that is called nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gcsim.escape.before_1_13.builder import declared_parameters
from gcsim.escape.before_1_13.spots import CALL, ELLIPSIS, FUNCTION, LITERAL, METHOD, OUT, Spot
from gcsim.escape.syntax import nodes
from gcsim.escape.types.model import Basic, FunctionObject, Leak, Signature, Tuple, underlying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gcsim.escape.before_1_13.builder import Builder
    from gcsim.escape.types.model import Type, Variable

__all__ = ["call", "call_arguments"]


class _Passed(NamedTuple):
    """A call, its spot, and what is passed."""

    node: nodes.Call
    spot: Spot
    receiver: Spot | None
    arguments: Sequence[Spot]


def call(builder: Builder, node: nodes.Call) -> Spot:
    """Walk a call."""
    function, receiver, callee = _called(builder, node.function)
    spot = Spot(CALL, node.position, node.type, function, node, builder.function)
    arguments = builder.in_line(node.arguments, lambda: builder.state.lines.closing(node.position))
    spot.elements = arguments
    if len(arguments) == 1 and type(node.arguments[0].type) is Tuple:
        arguments = arguments[0].results
    passed = _Passed(node, spot, receiver, arguments)
    if callee is not None and callee in builder.unfinished and callee.body is not None:
        _call_in_group(builder, passed, callee)
    elif callee is None and builder.rules.indirect_calls and function.kind != FUNCTION:
        _call_unknown(builder, passed)
    else:
        _call_by_summary(builder, passed, callee)
    return spot


def call_arguments(spot: Spot) -> list[Spot | None]:
    """List what ``go`` and ``defer`` take along of a call: the function, the ``...`` argument, and the arguments."""
    return [spot.left, spot.right, *spot.elements]


def _called(builder: Builder, node: nodes.Expression) -> tuple[Spot, Spot | None, FunctionObject | None]:
    """Walk what is called; give its spot, the receiver's, and the function where it is known."""
    if type(node) is nodes.MethodOf and not node.of_type:
        receiver = builder.operand(node.operand)
        kind = METHOD if node.method is not None else 0
        return Spot(kind, node.position, node.type, receiver, node, builder.function), receiver, node.method
    spot = builder.operand(node)
    if type(node) is nodes.Name and isinstance(node.object, FunctionObject):
        return spot, None, node.object
    return spot, None, None


def _result_types(node: nodes.Call) -> Sequence[Type]:
    if type(node.type) is Tuple:
        return node.type.members
    return () if node.type is None else (node.type,)


def _call_unknown(builder: Builder, passed: _Passed) -> None:
    node, spot, receiver, arguments = passed
    for argument in arguments:
        builder.leak(argument, "parameter to indirect call", spot)
    _unsaid_ellipsis(builder, passed)
    spot.results = builder.dummy_results(_result_types(node), node.position, OUT)
    if receiver is not None:
        builder.leak(receiver, "receiver in indirect call", spot)
    elif builder.rules.called_closure and spot.left is not None and spot.left.kind != LITERAL:
        for result in spot.results:
            source = builder.dereferenced(spot.left)
            builder.assign(result, source, "captured by called closure", result, node.position)


def _unsaid_ellipsis(builder: Builder, passed: _Passed) -> None:
    """Note the slice of a call through a value: no message speaks of it, and it is made on the heap.

    The analysis does not mark it, and what is not marked no stack gets (``mkdotargslice``,
    cmd/compile/internal/gc/walk.go at go1.8).
    """
    type_ = None if passed.node.function.type is None else underlying(passed.node.function.type)
    packs = isinstance(type_, Signature) and type_.variadic and not passed.node.spread
    if packs and len(passed.arguments) >= len(type_.parameters):  # type: ignore[union-attr]
        ellipsis = builder.made(ELLIPSIS, passed.node)
        ellipsis.why = "the function that is called is not known"


def _ellipsis(builder: Builder, node: nodes.Call, spot: Spot) -> Spot:
    ellipsis = builder.made(ELLIPSIS, node)
    ellipsis.type = None
    builder.track(ellipsis)
    spot.right = ellipsis
    return ellipsis


def _call_in_group(builder: Builder, passed: _Passed, callee: FunctionObject) -> None:
    """Let arguments flow to the parameters of a function of the same group.

    From 1.7 they are paired with the parameters that have names, so that an unnamed one shifts them; before by place.
    """
    node, spot, receiver, arguments = passed
    spot.results = [builder.variable(result) for result in callee.results]
    for index, result in enumerate(spot.results):
        result.index = index
    pairs: list[Variable] = declared_parameters(callee) if builder.rules.in_order else _by_place(callee)
    waiting = list(arguments)
    variadic = callee.parameters[-1] if callee.signature.variadic and callee.parameters else None
    for parameter in pairs:
        named = parameter.name not in ("", "_")
        target = builder.variable(parameter) if named else None
        if receiver is not None:
            builder.assign(target, receiver, "call receiver", target, node.position)
            receiver = None
        elif waiting and parameter is variadic and not node.spread:
            ellipsis = _ellipsis(builder, node, spot)
            builder.assign(target, ellipsis, "arg to recursive call", target, node.position)
            for argument in waiting:
                builder.leak(argument, "... arg to recursive call", ellipsis, node.position)
            waiting = []
        elif waiting:
            builder.assign(target, waiting.pop(0), "arg to recursive call", target, node.position)


def _by_place(callee: FunctionObject) -> list[Variable]:
    return callee.parameters if callee.receiver is None else [callee.receiver, *callee.parameters]


def _call_by_summary(builder: Builder, call_: _Passed, callee: FunctionObject | None) -> None:
    node, spot, receiver, arguments = call_
    leaks = _known_leaks(callee)
    spot.results = builder.dummy_results(_result_types(node), node.position, OUT)
    if receiver is not None:
        if callee is None or callee.receiver is None or builder.type_has_pointers(callee.receiver.type):
            _pass(builder, node, spot, leaks[0] if leaks and callee is not None else None, receiver)
        leaks = leaks[1:] if leaks else leaks
    type_ = None if node.function.type is None else underlying(node.function.type)
    types = type_.parameters if isinstance(type_, Signature) else []
    variadic = isinstance(type_, Signature) and type_.variadic
    escaping = callee is not None and builder.rules.uintptr_escapes and "uintptrescapes" in callee.pragmas
    for index, argument in enumerate(arguments):
        wanted = types[index] if index < len(types) else None
        leak = leaks[index] if leaks is not None and index < len(leaks) else None
        packed = variadic and index == len(types) - 1 and not node.spread
        passed = _ellipsis(builder, node, spot) if packed else argument
        if builder.type_has_pointers(wanted):
            _pass(builder, node, spot, leak, passed)
        if packed:
            held = escaping and wanted is not None and _of_uintptr(wanted.element)  # type: ignore[attr-defined]
            _pack(builder, node, passed, arguments[index:], leaks=held)
            return
        if escaping and wanted is not None and _of_uintptr(wanted):
            builder.leak(argument, "escaping uintptr", argument)


def _pack(builder: Builder, node: nodes.Call, ellipsis: Spot, arguments: Sequence[Spot], *, leaks: bool) -> None:
    for argument in arguments:
        if leaks or not builder.rules.variadic_tracked:
            builder.leak(argument, "arg to uintptrescapes ...", ellipsis, node.position)
        else:
            builder.assign(ellipsis, argument, "arg to ...", ellipsis, node.position)


def _of_uintptr(type_: Type) -> bool:
    basic = underlying(type_)
    return isinstance(basic, Basic) and basic.kind == "uintptr"


def _known_leaks(callee: FunctionObject | None) -> tuple[Leak, ...] | None:
    if callee is None:
        return None
    if callee.leaks is None and "noescape" in callee.pragmas:
        receiver = () if callee.receiver is None else (Leak(heap=0),)
        return (*receiver, *(Leak() for _ in callee.signature.parameters))
    return callee.leaks


def _pass(builder: Builder, node: nodes.Call, spot: Spot, leak: Leak | None, source: Spot) -> None:
    """Let an argument flow as its parameter's summary says; None leaks (``escassignfromtag``)."""
    if source.kind == LITERAL and builder.rules.suffixes:
        return
    if leak is None or leak.heap == 0:
        builder.leak(source, "passed to call[argument escapes]", source, node.position)
        return
    if leak.heap is not None:
        if builder.rules.suffixes:
            why = "passed to call[argument content escapes]"
            builder.assign(builder.sink, builder.dereferenced(source), why, source, node.position)
        else:
            builder.assign(builder.returned_content, source)
    for index, dereferences in leak.results:
        if index >= len(spot.results):
            continue
        passed = source
        if builder.rules.suffixes:
            for _ in range(dereferences):
                passed = builder.dereferenced(passed)
        result = spot.results[index]
        builder.assign(result, passed, "passed-to-and-returned-from-call", result, node.position)
