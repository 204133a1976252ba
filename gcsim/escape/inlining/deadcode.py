"""Statements that can never run, which the compiler of 1.19 drops before it inlines or analyses anything.

Branches of an ``if`` whose condition is constant, what follows such a branch if it ends the function, and clauses of a
``switch`` on constants that are never chosen: learnt from golang/go src/cmd/compile/internal/deadcode/deadcode.go at
go1.19. Function literals in what is dropped are never analysed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.syntax import nodes
from gcsim.escape.syntax.nodes import Binary, Block, If, Labeled, Switch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gcsim.escape.syntax.nodes import Case, Expression, Node, Statement
    from gcsim.escape.types.model import FunctionObject, Package

__all__ = ["drop_dead_code", "drop_from"]


def drop_dead_code(package: Package) -> None:
    """Drop what never runs from the bodies of a package's functions and literals; a second time changes nothing."""
    for function in [*package.functions, *package.literals]:
        drop_from(function)


def drop_from(function: FunctionObject) -> None:
    """Drop what never runs from a function and its literals."""
    if function.body is not None:
        statements = function.body.statements
        _statements(statements, followed_by_label=False)
        if all(_does_nothing(statement) for statement in statements):
            statements.clear()
    for literal in function.literals:
        drop_from(literal)


def _does_nothing(statement: Statement) -> bool:
    if type(statement) is If:
        return (
            statement.init is None
            and statement.condition.value is not None
            and not statement.then.statements
            and statement.otherwise is None
        )
    if type(statement) is nodes.For:
        return statement.init is None and statement.condition is not None and statement.condition.value is False
    return False


def _statements(statements: list[Statement], *, followed_by_label: bool) -> bool:
    """Drop what never runs from a list; say whether what follows the list never runs either."""
    labels = [followed_by_label] * (len(statements) + 1)
    for index in range(len(statements) - 1, -1, -1):
        labels[index] = labels[index + 1] or _has_label(statements[index])
    for index, statement in enumerate(statements):
        enter = _ENTRIES.get(type(statement))
        if enter is not None and enter(statement, labels[index + 1]):
            del statements[index + 1 :]
            return True
    return False


def _has_label(statement: Statement) -> bool:
    if type(statement) is Block:
        return any(_has_label(inner) for inner in statement.statements)
    return type(statement) is Labeled


def _block(block: Block, followed_by_label: bool) -> bool:  # noqa: FBT001 - one signature for all entries
    return _statements(block.statements, followed_by_label=followed_by_label)


def _labeled(labeled: Labeled, followed_by_label: bool) -> bool:  # noqa: FBT001 - as above
    enter = _ENTRIES.get(type(labeled.statement)) if labeled.statement is not None else None
    return enter is not None and enter(labeled.statement, followed_by_label)


def _if(node: If, followed_by_label: bool) -> bool:  # noqa: FBT001 - as above
    """Empty the branch that is never taken; say whether the other one ends the function."""
    node.condition = _shortened(node.condition)
    taken: Sequence[Statement] = ()
    if node.condition.value is True:
        node.otherwise = None
        taken = node.then.statements
    elif node.condition.value is False:
        node.then.statements.clear()
        taken = _branch_statements(node.otherwise)
    cut = bool(taken) and not followed_by_label and _ends(taken[-1])
    _statements(node.then.statements, followed_by_label=False)
    if node.otherwise is not None:
        _statements([node.otherwise], followed_by_label=False)
    return cut


def _branch_statements(otherwise: Statement | None) -> Sequence[Statement]:
    if otherwise is None:
        return ()
    return otherwise.statements if type(otherwise) is Block else [otherwise]


def _ends(statement: Statement) -> bool:
    if type(statement) is nodes.ExpressionStatement:
        expression = statement.expression
        return type(expression) is nodes.Builtin and expression.name == "panic"
    return type(statement) is nodes.Return


def _shortened(condition: Expression) -> Expression:
    """Give what ``true && x`` and ``false || x`` come to."""
    if type(condition) is not Binary or condition.operator not in {"&&", "||"}:
        return condition
    condition.left = _shortened(condition.left)
    condition.right = _shortened(condition.right)
    known = condition.left.value
    if known is None:
        return condition
    return condition.right if known is (condition.operator == "&&") else condition.left


def _for(node: nodes.For, _label: bool) -> bool:  # noqa: FBT001 - as above
    _statements(node.body.statements, followed_by_label=False)
    return False


def _switch(node: Switch, _label: bool) -> bool:  # noqa: FBT001 - as above
    chosen = _chosen(node)
    if chosen is not None:
        node.cases = chosen
    for case in node.cases:
        _statements(case.body, followed_by_label=False)
    return False


def _chosen(node: Switch) -> list[Case] | None:
    """Give the one clause that a switch on constants takes, or none; None where that cannot be said."""
    tag = True if node.tag is None else node.tag.value
    if tag is None:
        return None
    default: Case | None = None
    for case in node.cases:
        if case.expressions is None:
            default = case
            continue
        for expression in case.expressions:
            if expression.value is None:
                return None
            if expression.value == tag:
                if _falls_through(case):
                    return None
                case.expressions = [expression]
                return [case]
    if default is None:
        return []
    return None if _falls_through(default) else [default]


def _falls_through(case: Case) -> bool:
    return any(type(statement) is nodes.Branch and statement.kind == "fallthrough" for statement in case.body)


def _clauses(node: nodes.TypeSwitch | nodes.Select, _label: bool) -> bool:  # noqa: FBT001 - as above
    for case in node.cases:
        _statements(case.body, followed_by_label=False)
    return False


_ENTRIES: Final[dict[type[Node], Callable[[Any, bool], bool]]] = {
    Block: _block,
    Labeled: _labeled,
    If: _if,
    nodes.For: _for,
    nodes.Range: _for,
    Switch: _switch,
    nodes.TypeSwitch: _clauses,
    nodes.Select: _clauses,
}
