"""The escape analysis of 1.4 to 1.8, which ruled until 1.12: one package, group by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.before_1_13.builder import Builder, declared_parameters
from gcsim.escape.before_1_13.expressions import EXPRESSIONS
from gcsim.escape.before_1_13.flood import Flood
from gcsim.escape.before_1_13.flood_1_4 import PlainFlood
from gcsim.escape.before_1_13.levels import summary
from gcsim.escape.before_1_13.package import EXPLICIT_LIMIT, PackageState
from gcsim.escape.before_1_13.placements import placements
from gcsim.escape.before_1_13.rules import RULES
from gcsim.escape.before_1_13.spots import NONE, Spot
from gcsim.escape.before_1_13.statements import STATEMENTS
from gcsim.escape.before_1_13.wording import Wording
from gcsim.escape.before_1_13.wrappers import wrappers
from gcsim.escape.findings import Findings
from gcsim.escape.inlining.order import bottom_up
from gcsim.escape.syntax.nesting import room
from gcsim.escape.types.model import Basic, FunctionObject, Leak, underlying
from gcsim.escape.types.sizes import size_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.findings import Diagnostic
    from gcsim.escape.types.model import Package, Variable

__all__ = ["escapes"]


def escapes(
    package: Package, release: str, inline_into: Callable[[FunctionObject], list[Diagnostic]] | None = None
) -> Findings:
    """Say what escapes in a package, as the compilers of 1.4 to 1.8 did.

    Sets ``leaks`` of every function that is analysed.

    Parameters
    ----------
    package : Package
        Checked, after inlining where there is any.
    release : str
        ``1.4`` to ``1.8``.
    inline_into : callable, optional
        Inlines the calls in the body of one more function, and gives the messages: of a method that the compiler makes.

    Returns
    -------
    Findings
        The messages in the compiler's order, and where each value lives.
    """
    state = PackageState(package, RULES[release], Wording(release, package))
    with room():
        roots = [*package.functions, *package.literals]
        for group, recursive in bottom_up(roots, state.callees):
            _analyse(state, group, recursive=recursive)
        if not state.rules.large_at_once:
            _move_large(state)
        found = placements(state)
        if state.rules.suffixes:
            for wrapper in wrappers(package):
                if inline_into is not None:
                    state.diagnostics += inline_into(wrapper)
                state.enter(wrapper)
                _analyse(state, [wrapper], recursive=False)
        return Findings(state.diagnostics, found)


def _analyse(state: PackageState, group: list[FunctionObject], *, recursive: bool) -> None:
    functions = group if state.rules.in_order else group[::-1]
    builder = Builder(state, functions, EXPRESSIONS, STATEMENTS)
    for function in functions:
        builder.walk(function, recursive=recursive)
    flood = Flood(builder) if state.rules.suffixes else PlainFlood(builder)
    flood.run()
    for function in functions:
        _tag(state, builder, function)
    for spot in builder.tracked:
        if spot.escape == NONE:
            speaker = builder.writers.get(spot, spot.function)
            name = "" if speaker is None else state.wording.function(speaker)
            state.say(spot.position, f"{name} {state.wording.spot(spot)} does not escape")


def _tag(state: PackageState, builder: Builder, function: FunctionObject) -> None:
    """Set what callers may know of a function, and say what it means to them (``esctag``)."""
    if function.body is None:
        function.leaks = _bodyless(state, function)
        if state.rules.uintptr_notes:
            _note_uintptr(state, function, "assuming {} is unsafe uintptr")
        return
    if state.rules.uintptr_escapes and "uintptrescapes" in function.pragmas:
        _note_uintptr(state, function, "marking {} as escaping uintptr")
    named = set(declared_parameters(function))
    parameters = function.parameters if function.receiver is None else [function.receiver, *function.parameters]
    function.leaks = tuple(_leak(state, builder.variables.get(parameter), parameter, named) for parameter in parameters)


def _leak(state: PackageState, spot: Spot | None, parameter: Variable, named: set[Variable]) -> Leak:
    if not state.has_pointers(parameter.type):
        return Leak()
    return Leak(heap=0) if spot is None or parameter not in named else summary(spot)


def _bodyless(state: PackageState, function: FunctionObject) -> tuple[Leak, ...]:
    kept = "noescape" in function.pragmas
    receiver = () if function.receiver is None else (Leak(heap=0),)
    return (
        *receiver,
        *(
            Leak() if kept or not state.has_pointers(parameter.type) else Leak(heap=0)
            for parameter in function.parameters
        ),
    )


def _note_uintptr(state: PackageState, function: FunctionObject, text: str) -> None:
    last = len(function.parameters) - 1
    for number, parameter in enumerate(function.parameters):
        type_ = underlying(parameter.type)
        name = state.wording.function(function)
        shown = parameter.name or f"arg#{number + 1}"
        if isinstance(type_, Basic) and type_.kind == "uintptr":
            state.say(function.position, f"{name} {text.format(shown)}")
        elif function.signature.variadic and number == last and text.startswith("marking"):
            element = underlying(type_.element)  # type: ignore[attr-defined]
            if isinstance(element, Basic) and element.kind == "uintptr":
                state.say(function.position, f"{name} {text.format(shown).replace('uintptr', '...uintptr')}")


def _move_large(state: PackageState) -> None:
    """Move variables that no stack holds, after all else has been said (gen.c ``movelarge``, go1.4)."""
    for spot in state.spots:
        variable = spot.variable
        if variable is None or variable.kind != "local" or spot.moved:
            continue
        if size_of(variable.type) > EXPLICIT_LIMIT:
            spot.moved = True
            spot.why = "too large for the stack"
            state.say(spot.position, f"moved to heap: {state.wording.variable(variable)}")
