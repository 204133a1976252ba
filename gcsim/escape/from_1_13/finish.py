"""What is told about a group of functions when it has been analysed: messages, summaries and places.

Learnt from golang/go src/cmd/compile/internal/escape/escape.go:265 and :384 at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.findings import Diagnostic
from gcsim.escape.from_1_13.leaks import EVERYTHING, NOTHING, leak_of
from gcsim.escape.from_1_13.synthetic import Deferred
from gcsim.escape.syntax.positions import NOWHERE
from gcsim.escape.types.model import Basic, Leak, Slice, Variable, underlying

if TYPE_CHECKING:
    from gcsim.escape.from_1_13.walker import Batch
    from gcsim.escape.types.model import FunctionObject, Type

__all__ = ["summarise", "tell_locations"]


def summarise(batch: Batch, functions: list[FunctionObject]) -> None:
    """Set the summaries of a group's functions and tell them, functions and parameters in order."""
    for function in functions:
        parameters = list(function.parameters)
        if function.receiver is not None:
            parameters.insert(0, function.receiver)
        function.leaks = tuple(
            _summary(batch, function, parameter, number) for number, parameter in enumerate(parameters, 1)
        )


def _summary(batch: Batch, function: FunctionObject, parameter: Variable, number: int) -> Leak:
    name = parameter.name or f"arg#{number}"
    if function.body is None:
        return _summary_without_body(batch, function, parameter, name)
    type_ = parameter.type
    if "uintptrescapes" in function.pragmas:
        if _is_uintptr(type_):
            _tell(batch, parameter, f"marking {name} as escaping uintptr")
            return NOTHING
        if parameter is function.parameters[-1] and function.signature.variadic:
            slice_ = underlying(type_)
            if type(slice_) is Slice and _is_uintptr(slice_.element):
                _tell(batch, parameter, f"marking {name} as escaping ...uintptr")
                return EVERYTHING
    if parameter.name in ("", "_") or not _has_pointers(batch, type_):
        return NOTHING
    location = batch.graph.of[parameter]
    leak = leak_of(location)
    if not location.escapes:
        _tell_leak(batch, function, parameter, leak)
    return EVERYTHING if leak.heap == 0 else leak


def _summary_without_body(batch: Batch, function: FunctionObject, parameter: Variable, name: str) -> Leak:
    """Give the summary of a parameter of a function in another language: everything, unless ``noescape``."""
    if _is_uintptr(parameter.type):
        _tell(batch, parameter, f"assuming {name} is unsafe uintptr")
        return NOTHING
    if not _has_pointers(batch, parameter.type):
        return NOTHING
    if "noescape" in function.pragmas:
        if parameter.name:
            _tell(batch, parameter, f"{name} does not escape")
        return NOTHING
    if parameter.name:
        _tell(batch, parameter, f"leaking param: {name}")
    return EVERYTHING


def _tell_leak(batch: Batch, function: FunctionObject, parameter: Variable, leak: Leak) -> None:
    name = parameter.name
    if leak.heap is None and not leak.results:
        _tell(batch, parameter, f"{name} does not escape")
    if leak.heap is not None:
        _tell(batch, parameter, f"leaking param{' content' if leak.heap else ''}: {name}")
    for index, derefs in leak.results:
        result = batch.wording.result(function, index)
        _tell(batch, parameter, f"leaking param: {name} to result {result} level={derefs}")


def _tell(batch: Batch, parameter: Variable, text: str) -> None:
    if parameter.position == NOWHERE:
        return  # of a method that the compiler made
    batch.diagnostics.append(Diagnostic(parameter.position, text))


def _is_uintptr(type_: Type) -> bool:
    basic = underlying(type_)
    return type(basic) is Basic and basic.kind == "uintptr"


def _has_pointers(batch: Batch, type_: Type) -> bool:
    from gcsim.escape.types.sizes import has_pointers  # noqa: PLC0415

    known = batch.pointers.get(type_)
    if known is None:
        known = batch.pointers[type_] = has_pointers(type_)
    return known


def tell_locations(batch: Batch) -> None:
    """Tell for each variable that it moved to the heap, and for each other location where it is."""
    wording = batch.wording
    told = batch.diagnostics
    for location in batch.graph.locations:
        subject = location.subject
        if subject is None:
            continue
        if type(subject) is Variable:
            if location.escapes:
                told.append(Diagnostic(location.position, f"moved to heap: {wording.label(subject)}"))
        elif type(subject) is not Deferred:
            where = "escapes to heap" if location.escapes else "does not escape"
            told.append(Diagnostic(location.position, f"{wording.label(subject)} {where}"))
