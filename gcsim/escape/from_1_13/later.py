"""``go`` and ``defer``: what is called later has to last.

The compiler makes every such call one without arguments and results: a new function that holds receiver, function and
arguments in variables that it captures. Learnt from golang/go src/cmd/compile/internal/escape/call.go:198 at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.from_1_13.arguments import walk_arguments
from gcsim.escape.from_1_13.calls import BUILTINS, callee_of, discarded, prepare, prepare_results
from gcsim.escape.from_1_13.keeping import Keeper
from gcsim.escape.from_1_13.synthetic import Deferred
from gcsim.escape.from_1_13.walker import Closure
from gcsim.escape.syntax.nodes import Block, Builtin, Call, FunctionTypeExpression, MethodOf
from gcsim.escape.types.model import Signature, underlying

if TYPE_CHECKING:
    from gcsim.escape.from_1_13.walker import Walker
    from gcsim.escape.syntax.nodes import Defer, Expression, Go
    from gcsim.escape.types.model import Variable

__all__ = ["call_later"]


def call_later(walker: Walker, node: Go | Defer, *, defers: bool) -> None:
    """Walk ``go`` or ``defer``; what a ``defer`` outside of loops holds may be on the stack."""
    called = node.call
    hole = walker.graph.heap_hole
    if defers and walker.depth == 1:
        hole = walker.later(walker.graph.blank_hole)
    if type(called) is Call:
        prepare(walker, called)
        if _is_bare(called):
            kept = walker.survey.callees.get(called)
            if kept is not None:
                walker.variable(hole, kept)
            else:
                walker.expression(hole, called.function)
            return
    position = node.position
    signature = FunctionTypeExpression(position, [], [], variadic=False)
    deferred = Deferred(position, signature, Block(position, [], position))
    captures = _captures(walker, called)
    closure = walker.spill(hole, deferred)
    walker.batch.closures.append(Closure(closure, walker.function, captures))


def _is_bare(node: Call) -> bool:
    """Say whether a call has neither receiver, arguments nor results, so that what is called is called as it is."""
    function = node.function
    signature = underlying(function.type) if function.type is not None else None
    is_method = type(function) is MethodOf and not function.of_type
    return not is_method and type(signature) is Signature and not signature.parameters and not signature.results


def _captures(walker: Walker, called: Expression) -> list[tuple[Variable, int]]:
    """Walk the call as the body of the new function; list what that captures."""
    if type(called) is Call:
        callee = callee_of(walker, called)
        keeper = Keeper(walker, callee, later=True)
        walk_arguments(walker, None, called, callee, keeper)
        return keeper.captures
    if type(called) is not Builtin:
        walker.discard(called)
        return []
    prepare_results(walker, called)
    keeper = Keeper(walker, None, later=True)
    arguments = [keeper.kept(argument, called.position) for argument in called.arguments]
    inside = Builtin(called.position, called.name, arguments, called.spread, called.made)
    inside.type = called.type
    BUILTINS.get(called.name, discarded)(walker, walker.graph.blank_hole, inside)
    return keeper.captures
