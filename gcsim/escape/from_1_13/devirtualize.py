"""Interface calls whose dynamic type is known: they become calls of that type's method.

The operand is a local variable that is assigned to once, by a conversion from a concrete type, or that conversion.
Learnt from golang/go src/cmd/compile/internal/devirtualize/devirtualize.go at go1.19.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from gcsim.escape.findings import Diagnostic
from gcsim.escape.from_1_13.callees import static_value
from gcsim.escape.from_1_13.selecting import receiver_of
from gcsim.escape.from_1_13.survey import inside_out
from gcsim.escape.syntax.nodes import Convert, MethodOf, TypeAssertion
from gcsim.escape.types.lookup import lookup
from gcsim.escape.types.model import Interface, underlying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gcsim.escape.from_1_13.survey import Surveys
    from gcsim.escape.from_1_13.wording import Wording
    from gcsim.escape.syntax.nodes import Call, Expression
    from gcsim.escape.types.model import FunctionObject

__all__ = ["as_inlined", "devirtualize"]


def devirtualize(functions: list[FunctionObject], surveys: Surveys, wording: Wording, package: str) -> list[Diagnostic]:
    """Replace calls in functions and the literals inside them, inner literals first, and tell each.

    Parameters
    ----------
    functions : list of FunctionObject
        In the order of the text.
    surveys : Surveys
        Has the interface calls.
    wording : Wording
        Words the messages.
    package : str
        The path of the package, which sees its own unexported methods.
    """
    told = []
    for function in functions:
        for inner in (*inside_out(function, surveys), function):
            for call in surveys.of[inner].interface_calls:
                text = _devirtualize(call, inner, surveys, wording, package)
                if text:
                    told.append(Diagnostic(call.position, text))
    return told


@contextmanager
def as_inlined(surveys: Surveys) -> Iterator[None]:
    """Put the interface calls back for a while: what is inlined is a body as it was before calls were replaced."""
    for selector, operand, _, _ in surveys.devirtualized:
        selector.operand, selector.method = operand, None
    try:
        yield
    finally:
        for selector, _, receiver, method in surveys.devirtualized:
            selector.operand, selector.method = receiver, method


def _devirtualize(call: Call, function: FunctionObject, surveys: Surveys, wording: Wording, package: str) -> str:
    selector = call.function
    if type(selector) is not MethodOf:
        return ""
    dynamic = static_value(selector.operand, surveys.definitions, function)
    if type(dynamic) is not Convert or dynamic.type is None or type(underlying(dynamic.type)) is not Interface:
        return ""
    concrete = dynamic.operand.type
    if concrete is None or type(underlying(concrete)) is Interface or dynamic.operand.value is not None:
        return ""
    selection = lookup(concrete, selector.name, package)
    if selection is None or (selection.method is None and selection.interface_method is None):
        return ""
    was = wording.text(selector)
    receiver: Expression = TypeAssertion(selector.position, selector.operand, None)
    receiver.type = concrete
    receiver = receiver_of(receiver, selection, selector.position)
    surveys.devirtualized.append((selector, selector.operand, receiver, selection.method))
    selector.operand = receiver
    selector.method = selection.method
    how = "devirtualizing" if selection.method is not None else "partially devirtualizing"
    return f"{how} {was} to {wording.type(concrete)}"
