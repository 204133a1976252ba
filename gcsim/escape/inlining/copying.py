"""A copy of a function's body to put in place of a call: fresh variables, fresh literals, the call's position.

What the copy is made of is the body as it was written: an `InlinedCall` that a former step has put into it is copied as
the call that it replaced, so that each release inlines into the copy by its own rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.inlining.shape import CHILDREN, SLOTS
from gcsim.escape.syntax import nodes
from gcsim.escape.syntax.nodes import Assign, Block, Expression, FunctionLiteral, InlinedCall, Name, Node, Return
from gcsim.escape.types.model import FunctionObject, Variable

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.syntax.nodes import Statement

__all__ = ["Copier", "name_of"]

_DECLARING: Final[dict[type[Node], str]] = {
    nodes.Assign: "declared",
    nodes.VariableDeclaration: "variables",
    nodes.Range: "declared",
}
"""Attributes that list the variables a statement declares."""


class Copier:
    """Makes the copy of one callee's body for one call.

    Parameters
    ----------
    callee : FunctionObject
        Whose body is copied.
    caller : FunctionObject
        Which the copies of variables and literals belong to.
    position : int
        Where all copied nodes stand, bodies of literals aside.
    label : str
        What tells the labels of this copy from others.

    Attributes
    ----------
    variables : dict
        Copies of the callee's variables by variable; parameters and results are entered before the body is copied.
    results : list of Name
        What ``return`` assigns to.
    declares_results : bool
        Whether it declares them too: the function has one ``return`` and names no result.
    """

    __slots__ = ("_inside", "_owners", "caller", "declares_results", "label", "position", "results", "variables")

    def __init__(self, callee: FunctionObject, caller: FunctionObject, position: int, label: str) -> None:
        self.caller = caller
        self.position = position
        self.label = label
        self.variables: dict[Variable, Variable] = {}
        self.results: list[Name] = []
        self.declares_results = False
        self._owners: dict[FunctionObject, FunctionObject] = {callee: caller}
        self._inside: FunctionObject | None = None

    def fresh(self, variable: Variable, name: str | None = None) -> Variable:
        """Make the caller's copy of a variable of the callee, and enter it."""
        copy = Variable(
            variable.name if name is None else name,
            variable.package,
            self.position,
            variable.type,
            "local",
            self.caller,
            variable.captured,
            variable.address_taken,
            variable.reassigned,
        )
        self.variables[variable] = copy
        return copy

    def statements(self, statements: list[Statement]) -> list[Statement]:
        """Copy statements."""
        return [self.node(statement) for statement in statements]  # type: ignore[misc]

    def node(self, node: Node) -> Node:
        """Copy a node and all in it."""
        special = _SPECIAL.get(type(node))
        return special(self, node) if special is not None else self.plain(node)

    def plain(self, node: Node) -> Node:
        """Copy a node of which nothing but its children and the variables that it declares changes."""
        kind = type(node)
        slots = SLOTS.get(kind)
        if slots is None:
            return node
        copy = kind.__new__(kind)
        for slot in slots:
            setattr(copy, slot, getattr(node, slot))
        if self._inside is None:
            copy.position = self.position
        for name in CHILDREN.get(kind, ()):
            value = getattr(node, name)
            if type(value) is list:
                setattr(copy, name, [self.node(child) for child in value])
            elif value is not None:
                setattr(copy, name, self.node(value))
        declaring = _DECLARING.get(kind)
        if declaring is not None:
            setattr(copy, declaring, [self.variable(variable) for variable in getattr(node, declaring)])
        return copy

    def variable(self, variable: Variable) -> Variable:
        """Give the copy of a variable, or itself if it is not the callee's."""
        found = self.variables.get(variable)
        if found is not None:
            return found
        owner = variable.function
        if owner is None or owner not in self._owners:
            return variable
        if self._owners[owner] is self.caller:
            return self.fresh(variable)
        copy = self.fresh(variable)
        copy.position, copy.kind, copy.function = variable.position, variable.kind, self._owners[owner]
        return copy

    def binary(self, node: nodes.Binary) -> Node:
        """Copy a chain of operators without going down into it."""
        spine: list[nodes.Binary] = [node]
        while type(spine[-1].left) is nodes.Binary:
            spine.append(spine[-1].left)
        left = self.node(spine[-1].left)
        for inner in reversed(spine):
            copy = nodes.Binary(self._at(inner), inner.operator, left, self.node(inner.right))  # type: ignore[arg-type]
            copy.type, copy.value = inner.type, inner.value
            left = copy
        return left

    def name(self, node: Name) -> Node:
        """Copy a name; what it means may be a copy too."""
        named = node.object
        copy = Name(self._at(node), self.variable(named) if type(named) is Variable else named)
        copy.type, copy.value = node.type, node.value
        return copy

    def case(self, node: nodes.Case) -> Node:
        """Copy a clause with its variable; expressions that are types stay."""
        variable = None if node.variable is None else self.variable(node.variable)
        expressions = None if node.expressions is None else [self.node(expression) for expression in node.expressions]
        return nodes.Case(self._at(node), expressions, self.statements(node.body), variable)  # type: ignore[arg-type]

    def inlined(self, node: InlinedCall) -> Node:
        """Copy the call that was replaced."""
        return self.node(node.call)

    def returned(self, node: Return) -> Node:
        """Make assignments to the results of a ``return``, unless it is that of a literal."""
        if self._inside is not None:
            return self.plain(node)
        if not node.results or not self.results:
            return Block(self.position, [], self.position)
        targets: list[Expression] = [*map(_again, self.results)]
        declared = [result.object for result in self.results] if self.declares_results else []
        values = [self.node(result) for result in node.results]
        assign = Assign(self.position, targets, values, self.declares_results, declared)  # type: ignore[arg-type]
        return Block(self.position, [assign], self.position)

    def branch(self, node: nodes.Branch) -> Node:
        """Copy a jump to a copied label."""
        label = node.label if node.label is None or self._inside is not None else node.label + self.label
        return nodes.Branch(self._at(node), node.kind, label)

    def labeled(self, node: nodes.Labeled) -> Node:
        """Copy a label under a name of its own."""
        name = node.name if self._inside is not None else node.name + self.label
        statement = None if node.statement is None else self.node(node.statement)
        return nodes.Labeled(self._at(node), name, statement)  # type: ignore[arg-type]

    def literal(self, node: FunctionLiteral) -> Node:
        """Copy a function literal: it becomes the caller's, its text stays where it is."""
        old = node.function
        if old is None or old.body is None:
            return node
        new = FunctionObject(
            "",
            self.caller.package,
            old.position,
            old.signature,
            None,
            [],
            [],
            None,
            end=old.end,
            outer=self.caller,
            pragmas=old.pragmas,
        )
        self._owners[old] = new
        new.parameters = [self.variable(parameter) for parameter in old.parameters]
        new.results = [self.variable(result) for result in old.results]
        new.captures = [self.variable(captured) for captured in old.captures]
        outside, self._inside = self._inside, new
        new.body = Block(old.body.position, self.statements(old.body.statements), old.body.end)
        self._inside = outside
        self.caller.literals.append(new)
        copy = FunctionLiteral(self._at(node), node.signature, new.body)
        copy.type, copy.value, copy.function = node.type, node.value, new
        return copy

    def _at(self, node: Node) -> int:
        return self.position if self._inside is None else node.position


def _again(name: Name) -> Name:
    """Give another node for the same name."""
    copy = Name(name.position, name.object)
    copy.type = name.type
    return copy


_SPECIAL: Final[dict[type[Node], Callable[..., Node]]] = {
    nodes.Binary: Copier.binary,
    Name: Copier.name,
    nodes.Case: Copier.case,
    InlinedCall: Copier.inlined,
    Return: Copier.returned,
    nodes.Branch: Copier.branch,
    nodes.Labeled: Copier.labeled,
    FunctionLiteral: Copier.literal,
}


def name_of(variable: Variable, position: int) -> Name:
    """Make a name of a variable."""
    name = Name(position, variable)
    name.type = variable.type
    return name
