"""The analysis of a whole package: groups of functions from the callees up."""

from __future__ import annotations

import collections
from typing import TYPE_CHECKING, Final

from gcsim.escape.findings import Findings
from gcsim.escape.from_1_13.bounds import in_compilation_order, tell_bounds
from gcsim.escape.from_1_13.devirtualize import as_inlined, devirtualize
from gcsim.escape.from_1_13.expressions import EXPRESSIONS, walk_body
from gcsim.escape.from_1_13.finish import summarise, tell_locations
from gcsim.escape.from_1_13.graph import Graph, Hole, Location, Note
from gcsim.escape.from_1_13.initialize import initial_function
from gcsim.escape.from_1_13.limits import heap_reason
from gcsim.escape.from_1_13.marks import Marks
from gcsim.escape.from_1_13.placements import place_globals, place_locations
from gcsim.escape.from_1_13.solve import solve
from gcsim.escape.from_1_13.statements import STATEMENTS
from gcsim.escape.from_1_13.survey import Surveys, survey_function
from gcsim.escape.from_1_13.walker import Batch, Tables, by_value
from gcsim.escape.from_1_13.wording import Wording
from gcsim.escape.from_1_13.wrappers import Wrappers
from gcsim.escape.inlining.deadcode import drop_dead_code
from gcsim.escape.inlining.order import bottom_up
from gcsim.escape.syntax.nesting import room
from gcsim.escape.text.names import number_literals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gcsim.escape.findings import Diagnostic
    from gcsim.escape.types.model import FunctionObject, Package, Variable

__all__ = ["analyse_groups", "escapes"]

TABLES: Final = Tables(EXPRESSIONS, STATEMENTS)
"""What to do with each kind of node in 1.19."""


def escapes(
    package: Package, release: str, inline_into: Callable[[FunctionObject], list[Diagnostic]] | None = None
) -> Findings:
    """Say where each value of a package lives, and what the compiler says about it.

    Parameters
    ----------
    package : Package
        Checked; after inlining, unless nothing is to be inlined. Functions get their ``leaks``, implicit conversions
        the positions that the compiler gives them, and code that never runs is taken out of bodies.
    release : str
        ``1.19``.
    inline_into : callable, optional
        Inlines the calls in the body of one more function, and gives the messages. Where it is given, the methods
        that the compiler makes are told of, too: what is inlined into them, and what that allocates.

    Returns
    -------
    Findings
        Messages in the compiler's order, and the places of variables and of what expressions make.
    """
    findings = Findings()
    surveys = Surveys(Marks(package.files))
    with room():
        for batch in analyse_groups(package, release, surveys, findings):
            findings.diagnostics += batch.diagnostics
            findings.placements += place_locations(batch)
            batch.graph.release()
        findings.diagnostics += _tell_compiled(package, release, surveys, inline_into)
    findings.placements += place_globals(package)
    findings.placements.sort(key=lambda placement: placement.position)
    return findings


def analyse_groups(package: Package, release: str, surveys: Surveys, findings: Findings) -> Iterator[Batch]:
    """Analyse a package group by group; surveys its functions first.

    Yields
    ------
    Batch
        Each group when it is done, with its messages. What is told before and after all groups goes to ``findings``.
    """
    wording = Wording(release, package.path)
    drop_dead_code(package)
    if not all(literal.place for literal in package.literals):
        number_literals(package)
    functions = sorted([*package.functions, *package.literals], key=lambda function: function.position)
    start = initial_function(package, surveys)
    position = 0
    for function in functions:
        if function not in surveys.of:
            position = survey_function(function, surveys, position)
    if start is not None:
        functions.append(start)
    surveys.order, surveys.start = functions, start
    findings.diagnostics += devirtualize(functions, surveys, wording, package.path)
    for group, _ in bottom_up(functions, lambda function: _referred(function, surveys)):
        batch = _batch(group, surveys, wording, package.path)
        _analyse(batch, group)
        yield batch


def _tell_compiled(
    package: Package, release: str, surveys: Surveys, inline_into: Callable[[FunctionObject], list[Diagnostic]] | None
) -> list[Diagnostic]:
    """Tell what is found when functions are compiled: indices within bounds, methods that the compiler makes."""
    if inline_into is None:
        return [told for function in surveys.order for told in tell_bounds(function, surveys)]
    wording = Wording(release, package.path)
    made = Wrappers(package)
    if surveys.start is not None:
        for type_ in surveys.of[surveys.start].asked:
            collections.deque(made.asked(type_), 0)
    told: list[Diagnostic] = []

    def tell(wrapper: FunctionObject) -> None:
        with as_inlined(surveys):
            told.extend(inline_into(wrapper))
        survey_function(wrapper, surveys)
        batch = _batch([wrapper], surveys, wording, package.path)
        _analyse(batch, [wrapper])
        told.extend(batch.diagnostics)

    for function in surveys.order:
        for inner in in_compilation_order(function, surveys):
            for type_ in surveys.of[inner].asked:
                for wrapper in made.asked(type_):
                    tell(wrapper)
        told += tell_bounds(function, surveys)
    last = list(made.rest())
    for wrapper in last:
        tell(wrapper)
    return told + [index for wrapper in last for index in tell_bounds(wrapper, surveys)]


def _referred(function: FunctionObject, surveys: Surveys) -> Iterator[FunctionObject]:
    """Yield the functions of the package that a function refers to, in the order of the compiler's walk."""
    known = surveys.of
    return (referred for referred in known[function].functions() if referred in known)


def _batch(group: list[FunctionObject], surveys: Surveys, wording: Wording, package: str) -> Batch:
    return Batch(Graph(group[0]), set(group), surveys, wording, TABLES, package)


def _analyse(batch: Batch, group: list[FunctionObject]) -> None:
    """Walk a group's bodies, let closures hold what they capture, and find what escapes."""
    graph = batch.graph
    for function in group:
        _locate(batch, function)
    for function in group:
        if function.outer is None:
            walk_body(batch, function)
    _flow_closures(batch)
    for location in graph.locations:
        reason = heap_reason(location, lambda _, variable: _is_copied(graph, variable))
        if reason and location.subject is not None:
            note = Note(location.subject, reason, location.position, None)
            graph.flow(Hole(graph.heap, -1, note, address=True), location)
    solve(graph, batch.called)
    summarise(batch, group)
    tell_locations(batch)


def _locate(batch: Batch, function: FunctionObject) -> None:
    """Make the locations of what a function declares."""
    graph = batch.graph
    survey = batch.surveys.of[function]
    results = {variable: number for number, variable in enumerate(function.results, 1)}
    for variable in survey.declared:
        location = Location(
            variable,
            variable.position,
            function,
            1,
            parameter=variable.kind in _PARAMETERS and variable.function is function,
            result=results.get(variable, 0),
        )
        graph.locations.append(location)
        graph.of[variable] = location


def _flow_closures(batch: Batch) -> None:
    """Let what closures capture flow into them, when it is known which variables they hold copies of."""
    graph = batch.graph
    for hole, _, captures in batch.closures:
        for variable, position in captures:
            location = graph.of.get(variable)
            if location is None:
                continue
            target, derefs, notes, address = hole
            if not by_value(location, variable):
                derefs, address = derefs - 1, True
                notes = Note(variable, "reference", position, notes)
            notes = Note(variable, "captured by a closure", position, notes)
            graph.flow(Hole(target, derefs, notes, address), location)
    batch.closures.clear()


def _is_copied(graph: Graph, variable: Variable) -> bool:
    location = graph.of.get(variable)
    return location is not None and by_value(location, variable)


_PARAMETERS: Final = frozenset({"parameter", "receiver"})
