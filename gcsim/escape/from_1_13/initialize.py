"""Package variables: what of their initial values the linker lays out, and the function ``init`` that makes the rest.

Constants, addresses of variables, functions and literals of them are data; conversions of such values to interfaces
too. Calls, maps and sums are made when the program starts, in an order by which each variable comes after those that
its value uses. Learnt from golang/go src/cmd/compile/internal/pkginit/{init,initorder}.go and staticinit/sched.go at
go1.19.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from gcsim.escape.from_1_13.staticdata import dynamic_parts
from gcsim.escape.from_1_13.survey import survey_values
from gcsim.escape.inlining.shape import CHILDREN, children
from gcsim.escape.syntax.nodes import Block, FunctionLiteral, InlinedCall, VariableDeclaration
from gcsim.escape.types.model import FunctionObject, Signature, Variable

if TYPE_CHECKING:
    from gcsim.escape.from_1_13.survey import Surveys
    from gcsim.escape.syntax.nodes import Node, Statement
    from gcsim.escape.types.model import Package

__all__ = ["initial_function"]


def initial_function(package: Package, surveys: Surveys) -> FunctionObject | None:
    """Make the function that gives a package's variables their first values; None where nothing is to be made.

    Surveys all initial values as its body; its real body has what is left to do.
    """
    declarations = [declaration for declaration in package.globals if declaration.values]
    if not declarations:
        return None
    function = _inlined_into(declarations) or FunctionObject(
        "init", package.path, declarations[0].position, Signature([], [], variadic=False), None, [], [], None
    )
    parts = [part for declaration in package.globals for part in _split(declaration)]
    uses = list(map(survey_values(function, surveys), parts))
    body: list[Statement] = []
    for index in _order(parts, uses, surveys):
        body += dynamic_parts(parts[index])
    function.body = Block(function.position, body, function.position)
    return function


def _inlined_into(declarations: list[VariableDeclaration]) -> FunctionObject | None:
    """Give the function that what inlining copied into initial values belongs to, if it did."""
    pending: list[Node] = [value for declaration in declarations for value in declaration.values]
    while pending:
        node = pending.pop()
        if type(node) is InlinedCall:
            for name in node.results:
                if type(name.object) is Variable:
                    return name.object.function
        if type(node) is FunctionLiteral and node.function is not None and node.function.outer is not None:
            return node.function.outer
        if type(node) in CHILDREN:
            pending.extend(children(node))
    return None


def _split(declaration: VariableDeclaration) -> list[VariableDeclaration]:
    """Make one declaration for each variable that has its own value."""
    names, variables, values = declaration.names, declaration.variables, declaration.values
    if len(variables) < 2 or len(values) != len(variables):  # noqa: PLR2004 - nothing to split
        return [declaration]
    return [
        VariableDeclaration(declaration.position, [name], declaration.type_expression, [value], [variable])
        for name, variable, value in zip(names, variables, values, strict=True)
    ]


# ------------------------------------------------------------------------------------------------ the order


def _order(
    parts: list[VariableDeclaration], uses: list[tuple[list[Variable], list[FunctionObject]]], surveys: Surveys
) -> list[int]:
    """Order declarations: each after those of the variables that its value uses, itself or by functions."""
    owner = {variable: index for index, part in enumerate(parts) for variable in part.variables if part.values}
    waiting: list[int] = [0] * len(parts)
    blocked: dict[int, list[int]] = {}
    done: set[int] = set()
    ready: list[tuple[int, int]] = []
    order = []
    for index, part in enumerate(parts):
        needed = _needed(uses[index], surveys)
        for variable in needed:
            other = owner.get(variable)
            if other is not None and other not in done:
                waiting[index] += 1
                blocked.setdefault(other, []).append(index)
        if not waiting[index]:
            heappush(ready, (part.variables[0].position, index))
        while ready:
            _, first = heappop(ready)
            order.append(first)
            done.add(first)
            for other in blocked.pop(first, ()):
                waiting[other] -= 1
                if not waiting[other]:
                    heappush(ready, (parts[other].variables[0].position, other))
    order += [index for index in range(len(parts)) if index not in done]
    return order


def _needed(uses: tuple[list[Variable], list[FunctionObject]], surveys: Surveys) -> list[Variable]:
    """List the package's variables that a value uses, itself or by the functions that it refers to."""
    variables = dict.fromkeys(uses[0])
    todo = list(uses[1])
    seen = set(todo)
    while todo:
        survey = surveys.of.get(todo.pop())
        if survey is None:
            continue
        variables.update(dict.fromkeys(survey.globals))
        for function in survey.functions():
            if function not in seen:
                seen.add(function)
                todo.append(function)
    return list(variables)
