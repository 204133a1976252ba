"""The `InlinedCall` that stands for a call: what the later analyses see of it.

``prologue`` is, in this order:

1. where what is called is itself the value of an inlined call, an `Assign` with ``define`` of it to a temporary; where
   the arguments are the values of one call, an `Assign` with ``define`` of that call to temporaries ``.autotmp_n``;
2. an `Assign` with ``define`` of receiver and arguments to copies of the parameters, all at once, receiver first;
   until 1.8 one `Assign` for the receiver and another one for the arguments. A parameter without a name, or called
   ``_``, has ``_`` as its target. Arguments of a variadic parameter are one `CompositeLiteral` with ``packed``, or
   ``nil``;
3. a `VariableDeclaration` without values of the copies of the results, unless the one ``return`` declares them.

``body`` is a copy of the callee's, see `gcsim.escape.inlining.copying`: each ``return`` is a `Block` that holds an
`Assign` to ``results``, with ``define`` where the function has one ``return`` only and names no result (1.19). The
jump to the end that the compiler puts behind it is left out: no analysis follows jumps forward. Labels have a suffix,
so that two copies in one function stay apart.

Copies of parameters, results and local variables are `Variable` objects of the caller, of kind ``local``, with the
names of the originals; a result without a name is ``~R0``, ``~R1`` … by its place in 1.19 and ``~r0``, ``~r1`` …
counting only those without a name before. All nodes stand at the position of the call, of the outermost one where the
call itself stands in a copied body; but arguments stay where they are written (until 1.8 only if the callee has no
results, in 1.4 never), and so do the bodies of function literals. A copied literal is a new `FunctionObject` at the
end of ``caller.literals``. What calls a package's initial values make are inlined into `Inliner.initializer`, in 1.19
only.

Learnt from golang/go src/cmd/compile/internal/inline/inl.go:855-1002 at go1.19 and
src/cmd/compile/internal/gc/inl.go:549-775 at go1.8, src/cmd/gc/inl.c:525-715 at go1.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.inlining.conversions import needs_interface
from gcsim.escape.inlining.copying import Copier, name_of
from gcsim.escape.inlining.shape import CHILDREN, children, gives_all, is_method_call
from gcsim.escape.syntax.nodes import (
    Assign,
    Call,
    CompositeLiteral,
    Convert,
    Expression,
    FunctionLiteral,
    InlinedCall,
    MethodOf,
    Name,
    VariableDeclaration,
)
from gcsim.escape.types.model import NilObject, Slice, Tuple, Variable

if TYPE_CHECKING:
    from gcsim.escape.syntax.nodes import Node, Statement
    from gcsim.escape.types.model import FunctionObject, Type

__all__ = ["declared_before", "substitute"]


def substitute(call: Call, callee: FunctionObject, copier: Copier, release: str) -> InlinedCall:
    """Make the node that takes a call's place.

    Parameters
    ----------
    call : Call
        What is replaced.
    callee : FunctionObject
        What it calls, with a body.
    copier : Copier
        For this callee and this call, fresh.
    release : str
        Whose names and order.

    Returns
    -------
    InlinedCall
        With fresh variables throughout.
    """
    old = release != "1.19"
    temporaries, actual = _arguments(call, callee, copier)
    prologue: list[Statement] = [*temporaries]
    formal = [*([callee.receiver] if callee.receiver is not None else []), *callee.parameters]
    receivers = 1 if old and is_method_call(call) else 0
    for variables, values in ((formal[:receivers], actual[:receivers]), (formal[receivers:], actual[receivers:])):
        if values:
            prologue.append(_passed(variables, values, copier))
    results = _results(callee, copier, old=old)
    copier.results = [name_of(result, copier.position) for result in results]
    if results and not copier.declares_results:
        names = [(copier.position, result.name) for result in results]
        prologue.append(VariableDeclaration(copier.position, names, None, [], results))
    if _repositions_arguments(callee, release):
        for value in actual:
            _move(value, copier.position)
    body = callee.body.statements if callee.body is not None else []
    inlined = InlinedCall(
        copier.position, call, callee, prologue, copier.statements(body), [name_of(r, copier.position) for r in results]
    )
    inlined.type = call.type
    return inlined


def _passed(variables: list[Variable], values: list[Expression], copier: Copier) -> Assign:
    """Make the assignment of arguments to copies of the parameters."""
    targets: list[Expression] = []
    declared: list[Variable] = []
    for variable in variables:
        if variable.name in {"", "_"}:
            target = Variable("_", variable.package, copier.position, variable.type, "local", copier.caller)
        else:
            target = copier.fresh(variable)
            declared.append(target)
        targets.append(name_of(target, copier.position))
    return Assign(copier.position, targets, values, define=True, declared=declared)


def _arguments(call: Call, callee: FunctionObject, copier: Copier) -> tuple[list[Statement], list[Expression]]:
    """Give the statements that come before a call, and its values, one for each parameter, the receiver first."""
    before: list[Statement] = []
    values: list[Expression] = []
    if is_method_call(call) and type(call.function) is MethodOf:
        values.append(call.function.operand)
    elif type(call.function) is InlinedCall and call.function.type is not None:
        number = declared_before(copier.caller, call.position)
        kept = Variable(f".autotmp_{number}", "", copier.position, call.function.type, "local", copier.caller)
        target = name_of(kept, copier.position)
        before.append(Assign(copier.position, [target], [call.function], define=True, declared=[kept]))
    if gives_all(call.arguments):
        temporaries = _temporaries(call.arguments[0], copier)
        before.append(
            Assign(
                copier.position,
                [name_of(variable, copier.position) for variable in temporaries],
                call.arguments,
                define=True,
                declared=temporaries,
            )
        )
        types = _parameter_types(callee, len(temporaries) + len(values))[len(values) :]
        values += [
            _converted(name_of(variable, copier.position), type_)
            for variable, type_ in zip(temporaries, types, strict=False)
        ]
    else:
        values += call.arguments
    if callee.signature.variadic and not call.spread:
        fixed = len(callee.parameters) - 1 + (callee.receiver is not None)
        values[fixed:] = [_packed(values[fixed:], callee.parameters[-1].type, copier.position)]
    return before, values


def _parameter_types(callee: FunctionObject, count: int) -> list[Type]:
    """Give the types of what is passed, receiver first, arguments of a variadic parameter one by one."""
    formal = [*([callee.receiver] if callee.receiver is not None else []), *callee.parameters]
    types = [variable.type for variable in formal]
    if callee.signature.variadic and types and type(types[-1]) is Slice:
        types[-1:] = [types[-1].element] * max(count - len(types) + 1, 0)
    return types


def _temporaries(call: Expression, copier: Copier) -> list[Variable]:
    members = call.type.members if type(call.type) is Tuple else []
    first = declared_before(copier.caller, call.position)
    return [
        Variable(f".autotmp_{first + index}", "", copier.position, member, "local", copier.caller)
        for index, member in enumerate(members)
    ]


def declared_before(function: FunctionObject, position: int) -> int:
    """Count the variables that a function declares before a position, parameters and named results among them.

    The compiler numbers its temporaries so (src/cmd/compile/internal/typecheck/dcl.go ``autotmpname`` at go1.19).
    """
    named = [*([function.receiver] if function.receiver is not None else []), *function.parameters]
    count = sum(bool(variable.name) for variable in named) + len(function.results)
    pending: list[Node] = [*function.body.statements] if function.body is not None else []
    while pending:
        node = pending.pop()
        if node.position >= position or type(node) is FunctionLiteral:
            continue
        for attribute in ("declared", "variables"):
            count += len(getattr(node, attribute, ()))
        pending.extend(children(node))
    return count


def _converted(name: Name, target: Type) -> Expression:
    """Convert a temporary to an interface, if the parameter is one."""
    if name.type is None or not needs_interface(name.type, target):
        return name
    convert = Convert(name.position, name, implicit=True)
    convert.type = target
    return convert


def _packed(values: list[Expression], type_: Type, position: int) -> Expression:
    """Make the slice that a variadic parameter is given."""
    if not values:
        nil = Name(position, NilObject("nil", "", 0))
        nil.type = type_
        return nil
    literal = CompositeLiteral(position, None, values, packed=True)
    literal.type = type_
    return literal


def _results(callee: FunctionObject, copier: Copier, *, old: bool) -> list[Variable]:
    """Make the variables of a call's results."""
    made: list[Variable] = []
    unnamed = 0
    for index, result in enumerate(callee.results):
        if result.name not in {"", "_"}:
            made.append(copier.fresh(result))
        elif old:
            made.append(copier.fresh(result, f"~r{unnamed}"))
            unnamed += 1
        else:
            made.append(copier.fresh(result, f"~b{index}" if result.name else f"~R{index}"))
    return made


def _repositions_arguments(callee: FunctionObject, release: str) -> bool:
    """Say whether the arguments, too, get the position of the call.

    From 1.5 the compiler means to leave them, but what it leaves is the last assignment that it made, which is that of
    a result's zero value if there are results (src/cmd/compile/internal/gc/inl.go:755-765 at go1.8).
    """
    return release == "1.4" or (release != "1.19" and bool(callee.results))


def _move(node: Node, position: int) -> None:
    """Put an expression and all in it at a position, bodies of function literals aside."""
    pending: list[Node] = [node]
    while pending:
        moved = pending.pop()
        moved.position = position
        if type(moved) in CHILDREN:
            pending.extend(children(moved))
