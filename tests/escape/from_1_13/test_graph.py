"""Locations and flows alone: what escapes, what leaks, and what stays."""

from __future__ import annotations

import pytest

from gcsim.escape.from_1_13.graph import Graph, Hole, Location
from gcsim.escape.from_1_13.leaks import MOST, NOTHING, RESULTS, leak_of, leak_to
from gcsim.escape.from_1_13.solve import solve
from gcsim.escape.types.model import FunctionObject, Leak, Signature


def function(outer: FunctionObject | None = None) -> FunctionObject:
    """Make a function."""
    signature = Signature([], [], variadic=False)
    return FunctionObject("" if outer else "f", "p", 0, signature, None, [], [], None, outer=outer)


OWNER = function()


@pytest.fixture
def graph() -> Graph:
    """Make a graph without locations."""
    return Graph(OWNER)


def location(graph: Graph, *, depth: int = 1, owner: FunctionObject = OWNER, result: int = 0, **kind: bool) -> Location:
    """Enter a location."""
    made = Location(None, 0, owner, depth, result=result, **kind)
    graph.locations.append(made)
    return made


def flow(graph: Graph, target: Location, source: Location, derefs: int) -> None:
    """Let ``source``, dereferenced so often, flow into ``target``."""
    graph.flow(Hole(target, derefs, None, derefs < 0), source)


def test_an_address_that_flows_to_the_heap_at_once_escapes_at_once(graph: Graph) -> None:
    x = location(graph)
    flow(graph, graph.heap, x, -1)
    assert x.escapes
    assert x.address_taken
    assert [escape.flows[0].target for escape in graph.escapes] == [graph.heap]


def test_an_address_that_flows_on_escapes_when_the_graph_is_solved(graph: Graph) -> None:
    x, p, q = location(graph), location(graph), location(graph)
    flow(graph, p, x, -1)
    flow(graph, q, p, 0)
    flow(graph, graph.heap, q, 0)
    solve(graph, set())
    assert (x.escapes, p.escapes, q.escapes) == (True, False, False)
    assert [(step.target, step.source) for step in graph.escapes[0].flows] == [(p, x), (q, p), (graph.heap, q)]


def test_a_dereference_takes_an_address_back(graph: Graph) -> None:
    x, p = location(graph), location(graph)
    flow(graph, p, x, -1)
    flow(graph, graph.heap, p, 1)
    solve(graph, set())
    assert not x.escapes


def test_what_a_location_on_the_heap_holds_is_on_the_heap(graph: Graph) -> None:
    x, p = location(graph), location(graph)
    flow(graph, p, x, -1)
    flow(graph, graph.heap, p, -1)
    solve(graph, set())
    assert (x.escapes, p.escapes) == (True, True)


def test_a_cycle_of_flows_ends(graph: Graph) -> None:
    x, p, q = location(graph), location(graph), location(graph)
    flow(graph, p, x, -1)
    flow(graph, q, p, 0)
    flow(graph, p, q, 0)
    flow(graph, graph.heap, q, 0)
    solve(graph, set())
    assert x.escapes


def test_what_flows_into_itself_or_nowhere_makes_no_edge(graph: Graph) -> None:
    x = location(graph)
    flow(graph, x, x, 0)
    flow(graph, graph.blank, x, -1)
    assert (x.edges, x.address_taken) == ([], True)


@pytest.mark.parametrize(("inside", "outside", "escapes"), [(2, 1, True), (1, 1, False), (1, 2, False)])
def test_a_variable_outside_of_a_loop_outlives_one_inside(
    graph: Graph, inside: int, outside: int, *, escapes: bool
) -> None:
    x, p = location(graph, depth=inside), location(graph, depth=outside)
    flow(graph, p, x, -1)
    solve(graph, set())
    assert x.escapes is escapes


def test_a_variable_of_a_function_outlives_those_of_its_literals(graph: Graph) -> None:
    x, p = location(graph, owner=function(outer=function(outer=OWNER))), location(graph)
    flow(graph, p, x, -1)
    solve(graph, set())
    assert x.escapes


@pytest.mark.parametrize("called", [True, False])
def test_the_result_of_a_literal_that_is_called_where_it_stands_stays_with_its_surroundings(
    graph: Graph, *, called: bool
) -> None:
    literal = function(outer=OWNER)
    result, x = location(graph, owner=literal, result=1), location(graph)
    flow(graph, result, x, -1)
    solve(graph, {literal} if called else set())
    assert x.escapes is not called


def test_what_outlives_its_statement_is_not_transient(graph: Graph) -> None:
    made, kept, other = location(graph, transient=True), location(graph), location(graph, transient=True)
    flow(graph, kept, made, -1)
    flow(graph, location(graph, transient=True), other, -1)
    solve(graph, set())
    assert (made.transient, other.transient) == (False, True)


def test_a_parameter_leaks_by_the_fewest_dereferences(graph: Graph) -> None:
    parameter, result = location(graph, parameter=True), location(graph, result=1)
    flow(graph, result, parameter, 2)
    flow(graph, result, parameter, 1)
    flow(graph, graph.heap, parameter, 3)
    solve(graph, set())
    assert leak_of(parameter) == Leak(3, ((0, 1),))


def test_a_leak_to_a_result_counts_only_where_it_is_shorter_than_that_to_the_heap(graph: Graph) -> None:
    parameter, result = location(graph, parameter=True), location(graph, result=1)
    leak_to(parameter, result, 1)
    leak_to(parameter, graph.heap, 1)
    assert leak_of(parameter) == Leak(1)


def test_a_leak_to_a_result_too_many_or_of_another_function_is_one_to_the_heap(graph: Graph) -> None:
    first, second = location(graph, parameter=True), location(graph, parameter=True)
    leak_to(first, location(graph, result=RESULTS + 1), 0)
    leak_to(second, location(graph, result=1, owner=function()), 2)
    assert (leak_of(first), leak_of(second)) == (Leak(0), Leak(2))


def test_dereferences_are_counted_up_to_a_limit(graph: Graph) -> None:
    parameter = location(graph, parameter=True)
    leak_to(parameter, graph.heap, 1000)
    assert leak_of(parameter) == Leak(MOST)


def test_a_parameter_that_goes_nowhere_leaks_nothing(graph: Graph) -> None:
    assert leak_of(location(graph, parameter=True)) is NOTHING
